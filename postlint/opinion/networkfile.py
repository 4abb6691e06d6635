"""The files of the networks: their layers in ONNX, all else in numpy's own format. No code can stand in either."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from zipfile import BadZipFile

import numpy as np
import onnxruntime

from ..data import builtin_folder
from ..errors import PackError
from .network import Array, Calibration, Head, Layers, Network, Second

Made = TypeVar("Made", Network, Second)

NETWORK = "opinion-network.npz"
LOWER = "opinion-network-lower.onnx"
UPPER = "opinion-network-upper.onnx"
HEADS = ("skimmed", "view", "kind", "side", "token")
CALIBRATED = ("skimmed", "view")
"""Whether a post holds a view, asked of what the lower layers made of it and of what all did."""
SECOND = "opinion-second.npz"
SECOND_LAYERS = "opinion-second.onnx"
_FATAL_ONLY = 4


def path(name: str) -> Path:
    """Where a file stands."""
    return builtin_folder() / "lexicons" / name


@cache
def network() -> Network:
    """The small network that comes with postlint, read once."""
    lower, upper = _layers(LOWER), _layers(UPPER)
    return _read(NETWORK, lambda file: _network(file, lower, upper))


@cache
def second() -> Second:
    """The large network that comes with postlint, read once."""
    layers = _layers(SECOND_LAYERS)
    return _read(SECOND, lambda file: _second(file, layers))


def _read(name: str, made: Callable[[Any], Made]) -> Made:
    """What is made of a file of numbers."""
    try:
        with np.load(path(name), allow_pickle=False) as file:
            return made(file)
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as problem:
        raise _spoilt(name) from problem


def _network(file: Any, lower: Layers, upper: Layers) -> Network:
    names = bytes(file["pieces"]).decode().split("\n")
    heads = {name: Head(_numbers(file, f"{name}.weight"), _numbers(file, f"{name}.bias")) for name in HEADS}
    return Network(
        {name: place for place, name in enumerate(names)}, file["vectors"], _numbers(file, "scales"),
        _numbers(file, "places"), lower, upper, heads, {name: _calibration(file, name) for name in CALIBRATED},
    )  # fmt: skip


def _second(file: Any, layers: Layers) -> Second:
    glance, small, logit, offset = map(float, file["calibration"])
    return Second(
        file["vectors"], _numbers(file, "scales"), _numbers(file, "places"), _numbers(file, "near"), layers,
        Head(_numbers(file, "view.weight"), _numbers(file, "view.bias")), (glance, small, logit, offset),
    )  # fmt: skip


def _calibration(file: Any, head: str) -> Calibration:
    glance, logit, offset = map(float, file[f"{head}.calibration"])
    return glance, logit, offset


def _layers(name: str) -> Layers:
    """Layers on one core: a passage is too little to be shared out, and bulk work fills the cores with processes."""
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _FATAL_ONLY
    try:
        layers: Layers = onnxruntime.InferenceSession(path(name), options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # its errors have nothing in common but this
        raise _spoilt(name) from problem
    return layers


def _spoilt(name: str) -> PackError:
    return PackError("the network of opinion can't be read; install postlint again", file=str(path(name)))


def _numbers(file: Any, name: str) -> Array:
    return file[name].astype(np.float32)


def write(name: str, arrays: dict[str, Array]) -> None:
    """Put numbers in the place of those that come with postlint; the layers have files of their own."""
    np.savez(path(name), **arrays)
    network.cache_clear()
    second.cache_clear()


def calibrate(calibrations: dict[str, Sequence[float]], of_second: Sequence[float]) -> None:
    """Put calibrations in the place of those that come with postlint."""
    for name, found in ((NETWORK, {f"{head}.calibration": numbers for head, numbers in calibrations.items()}),
                        (SECOND, {"calibration": of_second})):  # fmt: skip
        with np.load(path(name), allow_pickle=False) as file:
            arrays = dict(file)
        write(name, {**arrays, **{key: np.array(numbers) for key, numbers in found.items()}})
