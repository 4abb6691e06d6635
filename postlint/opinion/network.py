"""Two transformers: every piece of a passage in the light of all the others. ONNX Runtime reckons with their layers.

The small one is asked about posts that the quick weights leave in doubt, the large one about those that are in doubt
even then. Their numbers are data, in rules/lexicons/.
"""

from __future__ import annotations

from typing import Any, Protocol, TypeAlias

import numpy as np
from msgspec import Struct

from .weights import share

Array: TypeAlias = Any
"""A numpy array of 32-bit floats."""


Calibration: TypeAlias = tuple[float, float, float]


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

    The layers come in two halves, since after the `lower` ones most posts without a view can be told. A calibration
    makes the logits of the quick weights and of a head, and an offset, into one.
    """

    pieces: dict[str, int]
    vectors: Array
    scales: Array
    places: Array
    lower: Layers
    upper: Layers
    heads: dict[str, Head]
    calibrations: dict[str, Calibration]

    def confidence(self, head: str, glance: float, logit: float) -> float:
        """The share of posts that hold a view, 0 to 1, among those with these logits of the glance and a head."""
        of_glance, of_logit, offset = self.calibrations[head]
        return share(of_glance * glance + of_logit * logit + offset)

    @property
    def longest(self) -> int:
        """The most pieces that are read at once."""
        return len(self.places)

    def skim(self, ids: list[int]) -> Array:
        """What the lower layers make of each piece of a passage: a row of numbers for each of the `ids`."""
        return self.lower.run(None, {"rows": _rows(self, ids)})[0]

    def read(self, skimmed: Array) -> Array:
        """What the upper layers make of what the lower ones made."""
        return self.upper.run(None, {"rows": skimmed})[0]


class Second(Struct, frozen=True):
    """The large network, which knows the same pieces and tells only how strongly a passage speaks for a view.

    `near` is how much pieces heed each other for the places where they stand. The calibration makes the logits of the
    quick weights, of the small network and of this one, and an offset, into one.
    """

    vectors: Array
    scales: Array
    places: Array
    near: Array
    layers: Layers
    view: Head
    calibration: tuple[float, float, float, float]

    def logit(self, ids: list[int]) -> float:
        """How strongly a passage speaks for a view."""
        near = np.ascontiguousarray(self.near[:, : len(ids), : len(ids)])
        read = self.layers.run(None, {"rows": _rows(self, ids), "near": near})[0]
        return float(self.view(read.mean(0))[0])

    def confidence(self, glance: float, small: float, logit: float) -> float:
        """The share of posts that hold a view, 0 to 1, among those with these logits of all three."""
        of_glance, of_small, of_logit, offset = self.calibration
        return share(of_glance * glance + of_small * small + of_logit * logit + offset)


def _rows(network: Network | Second, ids: list[int]) -> Array:
    """The numbers of some pieces, each at its place."""
    return network.vectors[ids].astype(np.float32) * network.scales[ids][:, None] + network.places[: len(ids)]


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
