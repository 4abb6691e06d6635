"""A small transformer: every piece of a passage in the light of all the others. ONNX Runtime reckons with its layers.

It is asked only about posts that the quick weights leave in doubt. Its numbers are data, in rules/lexicons/.
"""

from __future__ import annotations

from math import exp
from typing import Any, Protocol, TypeAlias

import numpy as np
from msgspec import Struct

Array: TypeAlias = Any
"""A numpy array of 32-bit floats."""


class Layers(Protocol):
    """Some layers, as ONNX Runtime holds them."""

    def run(self, names: None, given: dict[str, Array]) -> list[Array]:
        """What the layers make of the `rows` given."""


class Head(Struct, frozen=True):
    """A question to the network: a weight for each number that it is asked of, and a bias."""

    weight: Array
    bias: Array

    def __call__(self, numbers: Array) -> Array:
        """The logit of each answer."""
        return numbers @ self.weight + self.bias


class Network(Struct, frozen=True):
    """All of it: a vector for each piece (of bytes, times its scale) and each place, the layers, and the heads.

    `calibration` makes the logits of the quick weights and of the network, and an offset, into one.
    """

    pieces: dict[str, int]
    vectors: Array
    scales: Array
    places: Array
    layers: Layers
    heads: dict[str, Head]
    calibration: tuple[float, float, float]

    def confidence(self, glance: float, logit: float) -> float:
        """The share of posts that hold a view, 0 to 1, among those with these logits of the quick weights and here."""
        of_glance, of_logit, offset = self.calibration
        return 1 / (1 + exp(-max(-30.0, min(30.0, of_glance * glance + of_logit * logit + offset))))

    @property
    def longest(self) -> int:
        """The most pieces that are read at once."""
        return len(self.places)

    def read(self, ids: list[int]) -> Array:
        """What the network makes of each piece of a passage: a row of numbers for each of the `ids`."""
        rows = self.vectors[ids].astype(np.float32) * self.scales[ids][:, None] + self.places[: len(ids)]
        return self.layers.run(None, {"rows": rows})[0]


def gist(rows: Array) -> Array:
    """What some pieces come to together: the mean of their numbers, and the largest."""
    return np.concatenate([rows.mean(0), rows.max(0)])


def gist_of(rows: Array, marked: Array) -> Array:
    """What the pieces come to for the `marked` ones: the mean of all, and theirs."""
    return np.concatenate([rows.mean(0), rows[marked].mean(0)])


def shares(logits: Array) -> Array:
    """Logits as shares that add up to 1."""
    powers = np.exp(logits - logits.max())
    return powers / powers.sum()
