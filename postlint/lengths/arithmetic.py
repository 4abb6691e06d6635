"""How a length comes about, in words: 246 letters + 1 link = 23 + 7 emoji = 14."""

from __future__ import annotations

from ..model import Length, LengthPart


def arithmetic(length: Length) -> str:
    """The parts of a length that cost anything, as a sum."""
    return " + ".join(_part(part) for part in length.parts if part.cost)


def _part(part: LengthPart) -> str:
    name = part.kind.removesuffix("s") if part.count == 1 else part.kind
    return f"{part.count:,} {name}" if part.count == part.cost else f"{part.count:,} {name} = {part.cost:,}"


def unit_name(length: Length) -> str:
    """What a reader calls the unit: bytes, or characters."""
    return "bytes" if length.unit == "utf8" else "characters"
