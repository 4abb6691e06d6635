"""Columns in other units than the code points in which everything here is counted."""

from __future__ import annotations

from ..positions import Lines


def utf8_position(lines: Lines, offset: int) -> tuple[int, int]:
    """The line of an offset, and its column in bytes of UTF-8; both count from 1."""
    line, column = lines.position(offset)
    before = lines.text[offset - column + 1 : offset]
    return line, len(before.encode("utf-8", "surrogatepass")) + 1
