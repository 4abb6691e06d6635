"""A small transformer, read forward in numpy: every piece of a passage in the light of all the others.

It is asked only about posts that the quick weights leave in doubt. Its numbers are data, in
rules/lexicons/opinion-network.npz.
"""

from __future__ import annotations

from math import exp
from typing import Any, TypeAlias

import numpy as np
from msgspec import Struct

Array: TypeAlias = Any
"""A numpy array of 32-bit floats."""

_TINY = 1e-12


class Layer(Struct, frozen=True):
    """One layer: who listens to whom (`ask`, `tell`), what each piece makes of it (`up`, `down`), and both norms."""

    ask: Array
    ask_bias: Array
    tell: Array
    tell_bias: Array
    heard: Array
    up: Array
    up_bias: Array
    down: Array
    down_bias: Array
    made: Array


class Head(Struct, frozen=True):
    """A question to the network: a weight for each number that it is asked of, and a bias."""

    weight: Array
    bias: Array

    def __call__(self, numbers: Array) -> Array:
        """The logit of each answer."""
        return numbers @ self.weight + self.bias


class Network(Struct, frozen=True):
    """All the numbers: a vector for each piece (of bytes, times its scale) and each place, the layers, the heads.

    `calibration` makes the logits of the quick weights and of the network, and an offset, into one.
    """

    pieces: dict[str, int]
    vectors: Array
    scales: Array
    places: Array
    opening: Array
    layers: tuple[Layer, ...]
    heads: dict[str, Head]
    ears: int
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
        made = _norm(rows, self.opening)
        for layer in self.layers:
            made = _through(made, layer, self.ears)
        return made


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


def _through(made: Array, layer: Layer, ears: int) -> Array:
    heard = _norm(made + _listen(made, layer, ears) @ layer.tell + layer.tell_bias, layer.heard)
    return _norm(heard + _bend(heard @ layer.up + layer.up_bias) @ layer.down + layer.down_bias, layer.made)


def _listen(made: Array, layer: Layer, ears: int) -> Array:
    """What each piece hears from the others, with as many ears as there are."""
    count, width = made.shape
    asked = (made @ layer.ask + layer.ask_bias).reshape(count, 3, ears, width // ears).transpose(1, 2, 0, 3)
    question, key, value = asked
    powers = question @ key.transpose(0, 2, 1) * np.float32((width // ears) ** -0.5)
    powers = np.exp(powers - powers.max(-1, keepdims=True))
    heard = (powers / powers.sum(-1, keepdims=True)) @ value
    return heard.transpose(1, 0, 2).reshape(count, width)


def _norm(rows: Array, norm: Array) -> Array:
    """Rows of mean 0 and spread 1, stretched and moved as `norm` says."""
    rows = rows - rows.mean(-1, keepdims=True)
    spread = np.sqrt((rows * rows).mean(-1, keepdims=True) + np.float32(_TINY))
    return rows / spread * norm[0] + norm[1]


def _bend(rows: Array) -> Array:
    """The Gaussian error linear unit, by its usual approximation with a hyperbolic tangent."""
    return 0.5 * rows * (1 + np.tanh(np.float32(0.7978845608) * (rows + np.float32(0.044715) * rows * rows * rows)))
