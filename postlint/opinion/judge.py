"""Weighs what is seen of a post: how surely it holds a view of the author's, in which sentence, and of which kind."""

from __future__ import annotations

from .features import Reading, Sentence
from .weights import Weights

_POST, _SENTENCE, _AGAINST = 0, 1, 2


def post_logit(reading: Reading, weights: Weights) -> float:
    """How strongly a post as a whole speaks for a view: above 0 more likely than not, before calibration."""
    words = [word.small for sentence in reading.sentences for word in sentence.words]
    return _logit(reading.features, words, weights, _POST)


def sentence_logit(sentence: Sentence, weights: Weights) -> float:
    """How strongly one sentence does."""
    return _logit(sentence.features, [word.small for word in sentence.words], weights, _SENTENCE)


def finds_fault(sentence: Sentence, weights: Weights) -> bool:
    """Whether a view, if the sentence holds one, more likely holds something against somebody than not."""
    return _logit(sentence.features, [word.small for word in sentence.words], weights, _AGAINST) > 0


def _logit(features: frozenset[str], words: list[str], weights: Weights, column: int) -> float:
    known, kin = weights.features, weights.kinship
    total: float = (
        sum([known[name][column] for name in features if name in known]) / max(1, len(features)) ** weights.crowding
    )
    kinship: float = sum([kin[word][column] for word in words if word in kin]) / max(1, len(words)) ** 0.5
    return weights.bias[column] + (total + kinship) / 1000


def kind(features: frozenset[str], weights: Weights) -> str:
    """The kind of view that a sentence most likely holds, such as judgement."""
    rows = [weights.kind_features[name] for name in features if name in weights.kind_features]
    share = 1000 * max(1, len(features)) ** weights.crowding
    sums = map(sum, zip(*rows, strict=True)) if rows else [0] * len(weights.kinds)
    logits = [bias + total / share for bias, total in zip(weights.kind_bias, sums, strict=True)]
    return weights.kinds[logits.index(max(logits))]
