"""A post's views: which sentences hold one, in which words, of which kind, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import ModuleType
from typing import TYPE_CHECKING

from msgspec import Struct

from ..model import Quotation, Span
from ..once import once
from ..tongues import Foreign
from . import glance
from .features import Reading, Sentence, read

if TYPE_CHECKING:
    from .judge import Read, Skimmed


class View(Struct, frozen=True):
    """A view of the author's: its kind, such as judgement; the words that carry it; and how surely, 0 to 1.

    `alone` is how sure its sentence is by itself: as sure as the post where there is no other.
    """

    kind: str
    span: Span
    confidence: float
    alone: float


class Attitude(Struct, frozen=True):
    """What the author is to a thing: the share of each side (for, against, grievance, neither), and the words."""

    shares: dict[str, float]
    span: Span

    def sure(self, sides: Iterable[str]) -> float:
        """How surely the author is on one of the sides, 0 to 1."""
        return sum(self.shares[side] for side in sides)


class Opinion(Struct, frozen=True, dict=True, eq=False):
    """What a post says in its author's own name. The network reads it where a glance leaves doubt."""

    reading: Reading

    @once
    def confidence(self) -> float:
        """The share of posts like this one that hold a view, 0 to 1."""
        if self._read:
            return float(_judge().confidence(self._read, self._glance))
        return self._skimmed_confidence if self._skimmed else self._at_a_glance

    @once
    def views(self) -> tuple[View, ...]:
        """The views, the surest first, one of each kind."""
        kinds: dict[str, View] = {}
        for view in sorted(self._each(), key=lambda view: (-view.confidence, view.span)):
            kinds.setdefault(view.kind, view)
        return tuple(kinds.values())

    @once
    def may_take_sides(self) -> bool:
        """Whether a glance leaves it open that the author is for or against something."""
        return self._at_a_glance >= glance.weights().asked

    def attitude(self, marks: tuple[Span, ...]) -> Attitude | None:
        """What the author is to what stands at the `marks`; None where a glance sees no view, or no mark is read."""
        if not self.may_take_sides:
            return None
        if marks not in self._asked:
            found = _judge().sides(_judge().read(_judge().skim(self.reading, marks)))
            self._asked[marks] = Attitude(*found) if found else None
        return self._asked[marks]

    @once
    def _asked(self) -> dict[tuple[Span, ...], Attitude | None]:
        """What was asked before: several rules ask of the same thing, and each answer takes a reading."""
        return {}

    @once
    def _glance(self) -> float:
        return glance.logit(self.reading)

    @once
    def _at_a_glance(self) -> float:
        """The share of posts that hold a view among those that speak as strongly for one at a glance."""
        return glance.weights().confidence(self._glance)

    @once
    def _skimmed(self) -> Skimmed | None:
        """What half the network's layers made of it; None where a glance was enough, or nothing is the author's."""
        doubtful = self._at_a_glance >= glance.weights().doubtful and any(map(_speaks, self.reading.sentences))
        return _judge().skim(self.reading) if doubtful else None

    @once
    def _skimmed_confidence(self) -> float:
        assert self._skimmed is not None
        return float(_judge().skimmed_confidence(self._skimmed, self._glance))

    @once
    def _read(self) -> Read | None:
        """What the network read; None where a glance, or half of the layers, was enough."""
        if self._skimmed is None or self._skimmed_confidence < glance.weights().unclear:
            return None
        read: Read = _judge().read(self._skimmed)
        return read

    def _each(self) -> Iterator[View]:
        """A view for each sentence: the likeliest is as sure as the post, and the others never surer."""
        if self._read is None:
            return
        judged = _judge().sentences(self._read)
        spoken = [one for one in judged if _speaks(self.reading.sentences[one.sentence])]
        best = max((one.alone for one in spoken), default=0.0)
        for one in spoken:
            sure = self.confidence if one.alone == best else min(self.confidence, one.alone)
            yield View(one.kind, one.words, sure, one.alone if len(spoken) > 1 else self.confidence)


def _judge() -> ModuleType:
    """What asks the network; imported late, since it needs numpy."""
    from . import judge

    return judge


def _speaks(sentence: Sentence) -> bool:
    """Whether a sentence holds words of the author's, and not just a hashtag or a link."""
    return any(word.small[0].isalpha() for word in sentence.words)


def opinion(text: str, quotations: tuple[Quotation, ...], foreign: tuple[Foreign, ...] = ()) -> Opinion:
    """What a text says in its author's own name. Parts in another language are not read."""
    return Opinion(read(text, quotations, foreign))
