"""How long a text is, in the unit of each channel: one file for each way of counting.

Which unit a channel counts in, what a link or an emoji costs and where the limit lies are facts in the channel's
file; here stands only how it is done. A length explains itself: the costs of its parts add up to it.

Where this differs from X's own library in JavaScript, on purpose:

* emoji go by the current list, as X documents, and not by the list of 2018 that the library is frozen at, which
  counts newer sequences piece by piece;
* a line break of Windows counts once, since files come from there and posts don't keep it;
* a placeholder such as [LINK] costs what the link will cost that is to stand in its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TypeAlias

from msgspec.structs import replace

from ..extract import entities
from ..model import Channel, Entity, Length, LengthPart

Counter: TypeAlias = Callable[[str, Channel, int | None, Sequence[Entity]], Length]

UNITS: Mapping[str, str] = MappingProxyType(
    {
        "weighted": "weighted.count",
        "graphemes": "graphemes.count",
        "mastodon": "graphemes.count_for_mastodon",
        "codepoints": "codeunits.count_codepoints",
        "utf16": "codeunits.count_utf16",
        "utf8": "codeunits.count_utf8",
        "threads": "codeunits.count_for_threads",
    }
)
"""The units that a fact about a length may name, and where each is counted; a module is read on first need."""


def measure(
    text: str,
    channel: Channel,
    *,
    fact: str = "length",
    found: Sequence[Entity] | None = None,
    content_warning: str = "",
) -> Length:
    """How long a text is by one of the channel's facts: in its unit, against its limit, with the arithmetic.

    `found` are the text's entities, where the caller has them. Mastodon counts the content warning with the
    text. A channel that doesn't state the fact is measured in code points, without a limit.
    """
    stated = channel.facts.get(fact)
    unit = stated.unit if stated else "codepoints"
    limit = stated.number if stated else None
    heading = _clusters(content_warning) if unit == "mastodon" else 0
    room = None if limit is None else limit - heading
    length = _counter(unit)(text, channel, room, entities(text, channel.dialect) if found is None else found)
    return _with_heading(length, heading, limit) if heading else length


def _with_heading(length: Length, heading: int, limit: int | None) -> Length:
    """The length with a content warning counted in."""
    parts = (*length.parts, LengthPart("content warning", heading, heading))
    return replace(length, used=length.used + heading, limit=limit, parts=parts)


@cache
def _counter(unit: str) -> Counter:
    module, _, name = UNITS[unit].partition(".")
    counter: Counter = getattr(import_module(f".{module}", __name__), name)
    return counter


def _clusters(text: str) -> int:
    from .graphemes import clusters

    return clusters(text)
