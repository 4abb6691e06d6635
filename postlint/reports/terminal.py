"""What a terminal needs: colours that can be switched off, widths in cells, and text that can't steer it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

_CODES: Mapping[str, str] = MappingProxyType(
    {"red": "31", "green": "32", "yellow": "33", "blue": "34", "grey": "90", "bold": "1"}
)
_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class Style(Struct, frozen=True):
    """How the report is written: in colour or plain, how many cells wide, and with how much detail."""

    colour: bool = False
    width: int = 100
    quiet: bool = False
    verbose: bool = False

    def paint(self, text: str, *names: str) -> str:
        """The text in these colours, where colours are on."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[name] for name in names)}m{text}\x1b[0m"


def harmless(text: str) -> str:
    """The text with tabs as one blank, and with a dot for every character that could steer a terminal."""
    return _STEERING.sub("·", text.replace("\t", " "))


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: none for a mark that joins, two for a wide letter."""
    return sum(_cell(char) for char in text)


def _cell(char: str) -> int:
    if unicodedata.combining(char) or char in "\u200b\u200c\u200d\ufe0e\ufe0f" or "\U0001f3fb" <= char <= "\U0001f3ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
