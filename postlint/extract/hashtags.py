"""Hashtags as X finds them: letters, marks, digits and a few joiners after a #, with at least one letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..model import Span

_SIGNS = "#＃"
_JOINERS = "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7"
_PLAIN = re.compile(
    r"(?<![A-Za-z0-9_&])#([A-Za-z0-9_]*+(?<=[A-Za-z])[A-Za-z0-9_]*+|[0-9_]*+[A-Za-z][A-Za-z0-9_]*+)(?!#|://)"
)


def hashtags(text: str) -> Iterator[Span]:
    """The hashtags in a text, signs included, in order."""
    if "#" not in text and "＃" not in text:
        return
    pattern = _PLAIN if text.isascii() else _pattern()
    for found in pattern.finditer(text):
        yield Span(*found.span())


@cache
def _pattern() -> Any:
    """The pattern for every script. A variation sign before the # ends what stood there, so a tag may follow."""
    import regex

    letters = r"\p{L}\p{M}"
    others = rf"\p{{Nd}}{_JOINERS}"
    return regex.compile(
        rf"(?:(?<=[\ufe0e\ufe0f])|(?<![{letters}{others}&]))"
        rf"[{_SIGNS}](?![\ufe0f\u20e3])[{others}]*+[{letters}][{letters}{others}]*+(?![{_SIGNS}]|://)"
    )
