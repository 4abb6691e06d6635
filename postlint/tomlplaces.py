"""On which line each key of a TOML file stands, for messages that lead there."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import count

from .expressions import expression

_NAME = r"""(?:[\w-]+|"[^"]*"|'[^']*')"""
_KEY = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = expression(rf"\s*\[\[?\s*({_KEY})\s*\]")
_PAIR = expression(rf"\s*({_KEY})\s*=")
_LONG = expression(r'"""|\'\'\'')


def places(text: str) -> dict[tuple[str, ...], int]:
    """The line of each key and table by its full path, the first where one comes several times.

    The entries of a list of tables stand by themselves too, with their numbers: `embargoes[1]`.
    """
    found: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    quote = ""
    for number, line in enumerate(text.splitlines(), 1):
        if not quote and (header := _HEADER.match(line)):
            table = _names(header[1])
            found.setdefault(table, number)
            if line.lstrip().startswith("[["):
                table = _numbered(table, found)
                found[table] = number
        elif not quote and (pair := _PAIR.match(line)):
            found.setdefault((*table, *_names(pair[1])), number)
        quote = _quote_after(line, quote)
    return found


def line_of(text: str, key: str) -> int | None:
    """The line of a key with dots, or of the closest table around it; None where nothing of it is there."""
    known = {".".join(path): line for path, line in places(text).items()}
    around = (name for name in known if f"{key}.".startswith((f"{name}.", f"{name}[")))
    return known.get(max(around, key=len, default=""))


def _names(key: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, key))


def _numbered(table: tuple[str, ...], found: Container[tuple[str, ...]]) -> tuple[str, ...]:
    """The next entry of a list of tables."""
    entries = ((*table[:-1], f"{table[-1]}[{number}]") for number in count())
    return next(entry for entry in entries if entry not in found)


def _quote_after(line: str, quote: str) -> str:
    """The mark of the text of several lines that a line leaves open."""
    for mark in _LONG.findall(line):
        quote = "" if mark == quote else quote or mark
    return quote
