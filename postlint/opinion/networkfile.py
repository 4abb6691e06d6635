"""The file of the network: numpy's own format, in which no code can stand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from ..data import builtin_folder
from ..errors import PackError
from .network import Array, Head, Layer, Network

NETWORK = "opinion-network.npz"
HEADS = ("view", "fault", "kind", "side", "token")
_LAYER = ("ask", "ask_bias", "tell", "tell_bias", "heard", "up", "up_bias", "down", "down_bias", "made")


def path() -> Path:
    """Where the file stands."""
    return builtin_folder() / "lexicons" / NETWORK


@cache
def network() -> Network:
    """The network that comes with postlint, read once."""
    try:
        with np.load(path(), allow_pickle=False) as file:
            return _network(file)
    except (OSError, ValueError, KeyError, BadZipFile) as problem:
        raise PackError("the network of opinion can't be read; install postlint again", file=str(path())) from problem


def _network(file: Any) -> Network:
    names = bytes(file["pieces"]).decode().split("\n")
    layers = [Layer(**{name: _numbers(file, f"{at}.{name}") for name in _LAYER}) for at in range(int(file["layers"]))]
    heads = {name: Head(_numbers(file, f"{name}.weight"), _numbers(file, f"{name}.bias")) for name in HEADS}
    glance, logit, offset = map(float, file["calibration"])
    return Network(
        {name: place for place, name in enumerate(names)}, file["vectors"], _numbers(file, "scales"),
        _numbers(file, "places"), _numbers(file, "opening"), tuple(layers), heads, int(file["ears"]),
        (glance, logit, offset),
    )  # fmt: skip


def _numbers(file: Any, name: str) -> Array:
    """Numbers as they are reckoned with; a matrix of bytes is stretched by the scale of each column."""
    numbers = file[name].astype(np.float32)
    return numbers * file[f"{name}.scale"] if f"{name}.scale" in file else numbers


def write(arrays: dict[str, Array]) -> None:
    """Put numbers in the place of those that come with postlint; matrices of weights as bytes."""
    packed: dict[str, Array] = {}
    for name, numbers in arrays.items():
        if numbers.dtype == np.float32 and numbers.ndim == 2 and min(numbers.shape) > 8:
            packed[name], packed[f"{name}.scale"] = as_bytes(numbers, 0)
        else:
            packed[name] = numbers
    np.savez(path(), **packed)


def as_bytes(numbers: Array, axis: int) -> tuple[Array, Array]:
    """Numbers as whole ones from -127 to 127, and the scale that stretches them back, along an axis."""
    scale = np.maximum(np.abs(numbers).max(axis), 1e-8) / 127
    return np.rint(numbers / np.expand_dims(scale, axis)).astype(np.int8), scale.astype(np.float32)


def calibrate(calibration: tuple[float, float, float]) -> None:
    """Put a calibration in the place of the one that comes with postlint."""
    with np.load(path(), allow_pickle=False) as file:
        arrays = dict(file)
    np.savez(path(), **{**arrays, "calibration": np.array(calibration)})
    network.cache_clear()
