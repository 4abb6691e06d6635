"""Weighs what is seen of a post: how surely it holds a view of the author's, in which sentence, and of which kind."""

from __future__ import annotations

from .features import Reading, Sentence
from .weights import Linear, PostWeights, ViewWeights


def post_logit(reading: Reading, weights: PostWeights) -> float:
    """How strongly a post as a whole speaks for a view."""
    words = [word.small for sentence in reading.sentences for word in sentence.words]
    return weights.model.logit(reading.features, words, weights.crowding)


def sentence_logit(sentence: Sentence, weights: ViewWeights) -> float:
    """How strongly one sentence does."""
    return _logit(sentence, weights.sentence, weights)


def finds_fault(sentence: Sentence, weights: ViewWeights) -> bool:
    """Whether a view, if the sentence holds one, more likely holds something against somebody than not."""
    return _logit(sentence, weights.fault, weights) > 0


def _logit(sentence: Sentence, model: Linear, weights: ViewWeights) -> float:
    return model.logit(sentence.features, [word.small for word in sentence.words], weights.crowding)


def kind(features: frozenset[str], weights: ViewWeights) -> str:
    """The kind of view that a sentence most likely holds, such as judgement."""
    rows = [weights.kind_features[name] for name in features if name in weights.kind_features]
    share = 1000 * max(1, len(features)) ** weights.crowding
    sums = map(sum, zip(*rows, strict=True)) if rows else [0] * len(weights.kinds)
    logits = [bias + total / share for bias, total in zip(weights.kind_bias, sums, strict=True)]
    return weights.kinds[logits.index(max(logits))]
