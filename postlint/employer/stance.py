"""Whether a sentence is in plain words for what it speaks of, or against it, or says how it came about.

Two negations cancel out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, TypeAlias

from msgspec import Struct

from ..data import lexicon
from ..model import Span
from ..terms import Terms

Side: TypeAlias = Literal["for", "against"]

_REACH = 6
"""How many words before a cue a negation may stand."""


class Stance(Struct, frozen=True):
    """The side that a sentence takes, and the words that show it."""

    side: Side
    span: Span


def stance(text: str) -> Stance | None:
    """The side that a sentence takes in plain words, such as oppose, petition or stop; None where it takes none."""
    sides: tuple[Side, ...] = ("for", "against")
    return _sum([_turned(text, Stance(side, span)) for side in sides for span in _terms(side).find(text)])


def explanation(text: str) -> Stance | None:
    """The words of a sentence that say how something came about, or who is to blame; None where it leaves that open."""
    cause = next(_terms("causes").find(text), None)
    left_open = "?" in text or text in _terms("unknown")
    return Stance("against", cause) if cause and not left_open else None


def _turned(text: str, cue: Stance) -> Stance:
    """The cue, or its opposite where an odd number of negations stands before it."""
    before = " ".join(text[: cue.span.start].rsplit(None, _REACH)[-_REACH:])
    negations = list(_terms("negations").find(before))
    if len(negations) % 2 == 0:
        return cue
    start = text.rfind(before[negations[0].start : negations[0].end], 0, cue.span.start)
    return Stance("against" if cue.side == "for" else "for", Span(max(0, start), cue.span.end))


def _sum(cues: list[Stance]) -> Stance | None:
    """What the cues come to, without those inside a longer one; nothing where they are even."""
    cues = list(_outermost(cues))
    total = sum(1 if cue.side == "for" else -1 for cue in cues)
    side: Side = "for" if total > 0 else "against"
    return next((cue for cue in cues if cue.side == side), None) if total else None


def _outermost(cues: list[Stance]) -> Iterator[Stance]:
    """The cues that lie inside no longer one, in order; two at the very same place both stay."""
    last = Span(0, 0)
    for cue in sorted(cues, key=lambda cue: (cue.span.start, -cue.span.end)):
        if cue.span.end > last.end or cue.span == last:
            last = cue.span
            yield cue


@cache
def _terms(key: str) -> Terms:
    return Terms(lexicon("stance")[key])
