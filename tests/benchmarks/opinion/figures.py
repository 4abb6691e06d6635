"""Precision, recall and their like, in plain Python, so that every figure can be checked by hand."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Figures(Struct, frozen=True):
    """How a judge did on labelled posts; every number lies between 0 and 1."""

    posts: int
    precision: float
    recall: float
    average_precision: float
    calibration_error: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return (
            f"{self.posts:5} posts  P {self.precision:.2f}  R {self.recall:.2f}  F1 {self.f1:.3f}"
            f"  AP {self.average_precision:.3f}  ECE {self.calibration_error:.3f}"
        )


def figures(scores: Sequence[float], labels: Sequence[bool], least: float) -> Figures:
    """The figures of `scores` against `labels`, where a post is flagged from `least` up."""
    flagged = [score >= least for score in scores]
    hits = sum(flag and label for flag, label in zip(flagged, labels, strict=True))
    return Figures(
        len(labels), hits / max(1, sum(flagged)), hits / max(1, sum(labels)), average_precision(scores, labels),
        calibration_error(scores, labels),
    )  # fmt: skip


def average_precision(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """The mean of the precision at each true post, the surest first."""
    ranked = [label for _, label in sorted(zip(scores, labels, strict=True), key=lambda pair: -pair[0])]
    found, total = 0, 0.0
    for place, label in enumerate(ranked, 1):
        found += label
        total += found / place if label else 0.0
    return total / max(1, sum(labels))


def calibration_error(scores: Sequence[float], labels: Sequence[bool], bins: int = 10) -> float:
    """How far the shown confidence lies from the share that is right, over ten bins weighed by their posts."""
    total = 0.0
    for at in range(bins):
        inside = [
            (s, y)
            for s, y in zip(scores, labels, strict=True)
            if at / bins <= s < (at + 1) / bins or (s == 1 and at == bins - 1)
        ]
        total += abs(sum(s for s, _ in inside) - sum(y for _, y in inside))
    return total / max(1, len(labels))
