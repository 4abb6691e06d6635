"""A post's views: which sentences hold one, in which words, of which kind, and how surely."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from ..model import Quotation, Span
from ..tongues import Foreign
from . import judge, weightsfile
from .clauses import telling_clause
from .features import Reading, Sentence, read

_CONDEMNING = "[strong-blame]"


class View(Struct, frozen=True):
    """A view of the author's: its kind, such as judgement; the words that carry it; and how surely, 0 to 1.

    `alone` is how sure its sentence is by itself, `faults` whether it seems to hold something against somebody, and
    `condemns` whether it does so in a word that condemns in almost any sentence.
    """

    kind: str
    span: Span
    confidence: float
    alone: float
    faults: bool
    condemns: bool


class Opinion(Struct, frozen=True, dict=True, eq=False):
    """What a post says in its author's own name."""

    reading: Reading

    @cached_property
    def confidence(self) -> float:
        """The share of posts like this one that hold a view, 0 to 1."""
        return weightsfile.of_posts().confidence(judge.post_logit(self.reading, weightsfile.of_posts()))

    @cached_property
    def views(self) -> tuple[View, ...]:
        """The views, the surest first, one of each kind."""
        kinds: dict[str, View] = {}
        for view in sorted(self._each(), key=lambda view: (-view.confidence, view.span)):
            kinds.setdefault(view.kind, view)
        return tuple(kinds.values())

    def _each(self) -> Iterator[View]:
        """A view for each sentence: the likeliest is as sure as the post, and the others never surer."""
        known, share = weightsfile.of_views(), weightsfile.of_posts().confidence
        spoken = list(filter(_speaks, self.reading.sentences))
        logits = [judge.sentence_logit(sentence, known) for sentence in spoken]
        best = max(logits, default=0.0)
        for sentence, logit in zip(spoken, logits, strict=True):
            alone = share(logit) if len(spoken) > 1 else self.confidence
            sure = self.confidence if logit == best else min(self.confidence, alone)
            kind, faults = judge.kind(sentence.features, known), judge.finds_fault(sentence, known)
            yield View(kind, telling_clause(sentence, known), sure, alone, faults, _CONDEMNING in sentence.features)


def _speaks(sentence: Sentence) -> bool:
    """Whether a sentence holds words of the author's, and not just a hashtag or a link."""
    return any(word.small[0].isalpha() for word in sentence.words)


def opinion(text: str, quotations: tuple[Quotation, ...], foreign: tuple[Foreign, ...] = ()) -> Opinion:
    """What a text says in its author's own name. Parts in another language are not read."""
    return Opinion(read(text, quotations, foreign))
