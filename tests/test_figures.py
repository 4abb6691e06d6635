"""The figures that measurements print, on numbers small enough to check by hand."""

import pytest

from tests.benchmarks.opinion.figures import average_precision, calibration_error, figures

SCORES = [0.9, 0.8, 0.4, 0.1]
LABELS = [True, False, True, False]


def test_precision_and_recall_count_what_is_flagged() -> None:
    """Of two flagged one is right, and of two true ones one is flagged."""
    found = figures(SCORES, LABELS, 0.5)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)


def test_average_precision_is_the_mean_at_each_true_post() -> None:
    """The true posts stand first and third: (1/1 + 2/3) / 2."""
    assert average_precision(SCORES, LABELS) == pytest.approx((1 + 2 / 3) / 2)


def test_calibration_error_is_the_distance_from_what_is_right() -> None:
    """Each score alone in its bin: (0.1 + 0.8 + 0.6 + 0.1) / 4."""
    assert calibration_error(SCORES, LABELS) == pytest.approx(0.4)
    assert calibration_error([1.0, 0.0], [True, False]) == 0
