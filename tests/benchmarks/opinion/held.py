"""Posts that were held back from the teacher and the network, as the linter judges them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from sklearn.linear_model import LogisticRegression

from postlint.opinion import judge
from postlint.opinion.network import gist
from tests.benchmarks.opinion.folds import Glanced
from tests.benchmarks.opinion.posts import Labelled

Calibration = tuple[float, float, float]


class Judged(Struct, frozen=True):
    """What was made of a post: at a glance and by the network, in logits; its kind; whether the sentence is right."""

    label: Labelled
    glance: float
    network: float
    kind: str
    sentence_right: bool

    def confidence(self, calibration: Calibration) -> float:
        """How surely it holds a view, 0 to 1."""
        of_glance, of_network, offset = calibration
        return float(1 / (1 + np.exp(-(of_glance * self.glance + of_network * self.network + offset))))


def judged(one: Glanced) -> Judged:
    """A post as postlint judges it, but for the quick weights, which are those of `one`."""
    label, reading = one.post.label, one.post.reading
    read = judge.read(reading)
    logits = [float(read.network.heads["view"](gist(passage.rows))[0]) for passage in read.passages]
    best = max(judge.sentences(read), key=lambda sentence: sentence.alone, default=None)
    right = best is not None and holds(label, reading.sentences[best.sentence])
    return Judged(label, one.logit, max(logits, default=-9.0), best.kind if best else "", right)


def holds(label: Labelled, sentence: object) -> bool:
    """Whether a sentence holds the words that a reader marked: any sentence, where none are marked."""
    if not label.opinion:
        return False
    at = label.text.find(label.words) if label.words else -1
    start, end = sentence.start, sentence.end  # type: ignore[attr-defined]
    return at < 0 or (start < at + len(label.words) and at < end)


def calibration(ones: Sequence[Judged]) -> Calibration:
    """The weights of both logits, and the offset, that make them into shares of posts that hold a view."""
    model = LogisticRegression(C=1e6).fit(
        [[one.glance, one.network] for one in ones], [one.label.opinion for one in ones]
    )
    return float(model.coef_[0][0]), float(model.coef_[0][1]), float(model.intercept_[0])


def of_glance(ones: Sequence[Glanced]) -> tuple[float, float]:
    """The slope and the offset of the quick weights alone."""
    model = LogisticRegression(C=1e6).fit([[one.logit] for one in ones], [one.post.label.opinion for one in ones])
    return float(model.coef_[0][0]), float(model.intercept_[0])
