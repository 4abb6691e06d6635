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


def count_in_words(length: Length) -> str:
    """How long a post is, and how that comes about: 214 of 280 characters (191 letters + 1 link = 23)."""
    limit = f" of {length.limit:,}" if length.limit is not None else ""
    how = arithmetic(length)
    return f"{length.used:,}{limit} {unit_name(length)}" + (f" ({how})" if "+" in how else "")
