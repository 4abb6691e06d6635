"""The clause of a sentence that carries a view, for a report to underline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ..model import Span
from . import cues
from .features import Sentence
from .weights import ViewWeights
from .words import Word

_BREAKS = frozenset({",", ";", ":", "–", "—", "-", "(", ")", "…", "..."})
_MARKS = frozenset({".", "!", "?", "…", "...", ",", ";", ":", "–", "—", "-", "(", ")", "<link>", "<tag>", "<account>"})
_LEAST_WORDS = 3
"""A clause of fewer words is read with its neighbour."""


def telling_clause(sentence: Sentence, weights: ViewWeights) -> Span:
    """The clause whose words weigh most, without the marks around it."""
    clauses = [clause for clause in _clauses(sentence.words) if _trimmed(clause)]
    best = max(clauses, key=lambda clause: _weight(clause, weights)) if clauses else sentence.words
    return _trimmed(best) or _trimmed(sentence.words) or Span(sentence.start, sentence.end)


def _clauses(words: list[Word]) -> Iterator[list[Word]]:
    clause: list[Word] = []
    for word in words:
        clause.append(word)
        if word.small in _BREAKS and len(clause) > _LEAST_WORDS:
            yield clause
            clause = []
    if clause:
        yield clause


def _weight(clause: list[Word], weights: ViewWeights) -> float:
    """What the words of a clause, their pairs and their cues add to the sentence."""
    small = [word.small for word in clause]
    names = [*small, *(f"{one} {two}" for one, two in pairwise(small))]
    names += [name for word in small for name in cues.of_words().get(word, ())]
    names += cues.in_words(small)
    model = weights.sentence
    return sum(filter(None, [*map(model.features.get, names), *map(model.words.get, small)]))


def _trimmed(words: list[Word]) -> Span | None:
    kept = [word for word in words if word.small not in _MARKS]
    return Span(kept[0].start, kept[-1].end) if kept else None
