"""X's weighted length: most letters of the world's commonest scripts cost 1, others 2, a link 23, an emoji 2.

The text is put into its composed form (NFC) first; offsets stay those of the text as it was given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from ..expressions import expression
from ..extract import entities
from ..extract.emoji import emoji
from ..extract.urls import urls
from ..model import Channel, Entity, Length, Span
from .pieces import LETTERS, Piece, pieces, total, with_placeholders

_UNIT = expression(r"\r\n|.", re.DOTALL)
_INVALID = expression("[\ufffe\ufeff\uffff]")


def count(text: str, channel: Channel, limit: int | None, found: Sequence[Entity]) -> Length:
    """The length as X counts it."""
    if not unicodedata.is_normalized("NFC", text):
        return _composed(text, channel, limit)
    kinds = ["url", "placeholder"] + (["emoji"] if channel.says("emoji_cost") else [])
    link, picture = int(channel.says("link_cost") or 0), int(channel.says("emoji_cost") or 0)
    heavy, weight = None if text.isascii() else _heavy(channel), int(channel.says("letter_cost") or 1)

    def cost(piece: Piece) -> int:
        if piece.kind != LETTERS:
            return picture if piece.kind == "emoji" else link
        return _letters(text[piece.span.start : piece.span.end], heavy, weight)

    def units(span: Span) -> Iterator[tuple[int, int]]:
        for unit in _UNIT.finditer(text, span.start, span.end):
            yield unit.end(), _letters(unit[0], heavy, weight)

    counted = with_placeholders(text, _with_hidden(text, found))
    length = total(text, pieces(text, counted, kinds), limit, "weighted", cost, units)
    refused = None if text.isascii() else _INVALID.search(text)
    return replace(length, fits=refused.start()) if refused and refused.start() < length.fits else length


def _with_hidden(text: str, found: Sequence[Entity]) -> Sequence[Entity]:
    """The entities with every link and emoji among them: X counts those that a hashtag or a name has claimed, too."""
    if all(entity.kind in ("url", "emoji") or _hides_nothing(text, entity) for entity in found):
        return found
    links = (Entity("url", span.start, span.end, "") for span in urls(text))
    pictures = (Entity("emoji", span.start, span.end, "") for span in emoji(text))
    return [*links, *pictures]


def _hides_nothing(text: str, entity: Entity) -> bool:
    """Whether a tag or a name ends at a blank: a link inside it would go on, and so would a number in a box."""
    return not text[entity.end : entity.end + 1].strip() and entity.text.isascii()


def _letters(text: str, heavy: re.Pattern[str] | None, weight: int) -> int:
    """What letters cost: one each, and `weight` for the heavy ones; a Windows line break counts once."""
    extra = 0 if heavy is None or text.isascii() else len(heavy.findall(text)) * (weight - 1)
    return len(text) - text.count("\r\n") + extra


def _heavy(channel: Channel) -> re.Pattern[str] | None:
    """The characters that cost more than 1 on the channel, or None where none does."""
    ranges = channel.says("light_ranges")
    return _outside(tuple(ranges)) if ranges else None


@lru_cache(maxsize=16)
def _outside(ranges: tuple[str, ...]) -> re.Pattern[str]:
    inside = "".join(f"\\U{first:0>8}-\\U{last:0>8}" for first, _, last in (r.partition("-") for r in ranges))
    return re.compile(f"[^{inside}]")


def _composed(text: str, channel: Channel, limit: int | None) -> Length:
    """The length of a text that is not composed: that of the composed one, with the cut put back where it belongs."""
    composed, ends = _compose(text)
    length = count(composed, channel, limit, entities(composed, channel.dialect))
    return replace(length, fits=ends[length.fits])


def _compose(text: str) -> tuple[str, list[int]]:
    """The composed text, and for each offset in it the last offset in the text that it stands for."""
    import regex

    written: list[str] = []
    ends = [0]
    for cluster in regex.finditer(r"\X", text):
        composed = unicodedata.normalize("NFC", cluster[0])
        written.append(composed)
        ends += [cluster.start()] * (len(composed) - 1) + [cluster.end()]
    return "".join(written), ends


def is_valid(text: str, length: Length) -> bool:
    """Whether X takes a text of that length: not empty, not too long, and without characters that it refuses."""
    return length.used > 0 and not length.over and not _INVALID.search(text)
