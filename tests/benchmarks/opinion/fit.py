"""Fits the weights: linear models over what postlint sees of a post, so that each weight can be read and explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from postlint.opinion import cues
from postlint.opinion.features import Reading
from postlint.opinion.weights import Glance, Linear
from tests.benchmarks.opinion.kinship import vectors
from tests.benchmarks.opinion.posts import Labelled, reading

CROWDING = 0.4
_SCALE = 8.0
"""What a feature counts in the fit: more, and it is shrunk less."""
_KINSHIP = 0.6
_LEAST = 200
"""Thousandths of a logit: what weighs less is left out of the file."""


class Post(Struct, frozen=True):
    """A labelled post and what postlint sees of it; `counts` is its weight in the fit."""

    label: Labelled
    reading: Reading
    counts: float = 1.0


def seen(labels: Sequence[Labelled], counts: float = 1.0) -> list[Post]:
    """The posts as the model sees them."""
    return [Post(label, reading(label.text), counts) for label in labels]


def fit(posts: Sequence[Post]) -> Glance:
    """The weights that these posts teach. Calibration is left to whoever holds posts back."""
    common = _common(posts)
    model = _column(
        [post.reading.features for post in posts], [_words(post.reading.sentences) for post in posts],
        np.array([post.label.opinion for post in posts]), np.array([post.counts for post in posts]), common,
    )  # fmt: skip
    return Glance(model, CROWDING)


def _words(sentences: Sequence[Any]) -> list[str]:
    return [word.small for sentence in sentences for word in sentence.words]


def _column(
    features: list[frozenset[str]], words: list[list[str]], y: Any, counts: Any, names: Sequence[str]
) -> Linear:
    """The mean of two logistic regressions over features and word vectors.

    In one of them, what falls alike on both labels is shrunk more. Each errs in its own way; the mean is linear too.
    """
    table, kin = _table(features, names), _Kin(words)
    leans = (_lean(_table(features, names, scaled=False), y), np.ones(len(names)))
    fits = [_regression(table, lean, kin.rows, y, counts) for lean in leans]
    weights, vector, bias = (sum(parts) / len(fits) for parts in zip(*fits, strict=True))
    return Linear(float(bias), _thousandths(zip(names, weights, strict=True)), _thousandths(kin.weights(vector)))


def _regression(table: Any, lean: Any, kin: Any, y: Any, counts: Any) -> tuple[Any, Any, float]:
    """The weights of the features, those of the word vectors, and the intercept."""
    design = hstack([table.multiply(lean), csr_matrix(kin)]).tocsr()
    model = LogisticRegression(C=0.05, max_iter=400, solver="liblinear").fit(design, y, sample_weight=counts)
    coefficients = model.coef_[0]
    return coefficients[: len(lean)] * lean * _SCALE, coefficients[len(lean) :], model.intercept_[0]


def _common(posts: Sequence[Post]) -> list[str]:
    """What posts of at least two sources have, in order: what only one source says is its topic, or its name."""
    sources: dict[str, set[str]] = {}
    for post in posts:
        for name in post.reading.features:
            sources.setdefault(name, set()).add(post.label.source)
    return sorted(name for name, found in sources.items() if len(found) > 1)


def _table(features: Sequence[frozenset[str]], names: Sequence[str], scaled: bool = True) -> Any:
    place = {name: at for at, name in enumerate(names)}
    indices, ends = [], [0]
    values: list[float] = []
    for one in features:
        row = sorted(place[name] for name in one if name in place)
        indices += row
        values += [_SCALE / max(1, len(one)) ** CROWDING if scaled else 1.0] * len(row)
        ends.append(len(indices))
    return csr_matrix((values, indices, ends), shape=(len(features), len(names)))


def _lean(table: Any, y: Any) -> Any:
    """How unevenly each feature falls on the two labels: the logarithm of the ratio of its shares."""
    held = (np.asarray(table[y].sum(0)).ravel() + 1) / (y.sum() + 2)
    free = (np.asarray(table[~y].sum(0)).ravel() + 1) / ((~y).sum() + 2)
    return np.abs(np.log(held / free))


class _Kin:
    """The word vectors of many texts, each text as one row; and the way back to a weight for each word."""

    def __init__(self, texts: list[list[str]]) -> None:
        frequency = Counter(word for text in texts for word in set(text))
        self._vector = {
            word: vector / (1 + frequency[word] / 300)
            for word in sorted({*frequency, *vectors().words} - cues.topics())
            if (vector := vectors().of(word)) is not None
        }
        rows = np.array([self._row(text) for text in texts])
        self._scale = _KINSHIP / rows.std(0)
        self.rows = rows * self._scale

    def _row(self, text: list[str]) -> Any:
        found = [self._vector[word] for word in text if word in self._vector]
        return np.sum(found, 0) / max(1, len(text)) ** 0.5 if found else np.zeros(128)

    def weights(self, coefficients: Any) -> Iterator[tuple[str, float]]:
        """What each word adds to a logit."""
        return ((word, vector @ (self._scale * coefficients)) for word, vector in self._vector.items())


def _thousandths(numbers: Iterable[tuple[str, float]]) -> dict[str, int]:
    """The numbers in thousandths, in order, without those that hardly count."""
    whole = ((name, round(1000 * float(number))) for name, number in numbers)
    return {name: number for name, number in sorted(whole) if abs(number) >= _LEAST}
