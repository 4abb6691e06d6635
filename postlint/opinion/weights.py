"""The quick weights of opinion: data, which `python -m tests.benchmarks.opinion.train` makes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from math import exp

from msgspec import Struct


def share(logit: float) -> float:
    """A logit as a share, 0 to 1."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, logit))))


class Linear(Struct, frozen=True):
    """A linear model: a bias in logits, and thousandths of a logit for each feature and for each word.

    A word weighs what the words weigh that it resembles, so that words speak that no labelled post held.
    """

    bias: float
    features: dict[str, int]
    words: dict[str, int]

    def logit(self, features: frozenset[str], words: Sequence[str], crowding: float) -> float:
        """How strongly what is seen speaks for the model's yes: above 0 more likely than not, before calibration.

        A sum is divided by the number of its features to the power of `crowding`, or of its words to that of a half.
        """
        total: float = sum(map(self.features.get, features, repeat(0))) / max(1, len(features)) ** crowding
        kinship: float = sum(map(self.words.get, words, repeat(0))) / max(1, len(words)) ** 0.5
        return self.bias + (total + kinship) / 1000


class Glance(Struct, frozen=True):
    """Whether a post holds a view: all that most posts are asked.

    `calibration` is the slope and the offset that make a logit into a share of posts that hold a view. From the share
    that is `doubtful` up, a post is skimmed by the network too, and read to the end from the share that is `unclear`
    then; where what it says in the end is `unsure`, from one share to the other, a second network is asked. From
    `asked` up, what a post says of a thing that it names is asked for.
    """

    model: Linear
    crowding: float
    calibration: tuple[float, float] = (1.0, 0.0)
    doubtful: float = 0.2
    unclear: float = 0.15
    unsure: tuple[float, float] = (0.25, 0.9)
    asked: float = 0.08

    def confidence(self, logit: float) -> float:
        """The share of posts with this logit that hold a view, 0 to 1."""
        slope, offset = self.calibration
        return share(slope * logit + offset)
