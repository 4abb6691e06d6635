"""The files of the network: its layers in ONNX, all else in numpy's own format. No code can stand in either."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np
import onnxruntime

from ..data import builtin_folder
from ..errors import PackError
from .network import Array, Head, Layers, Network

NETWORK = "opinion-network.npz"
LAYERS = "opinion-network.onnx"
HEADS = ("view", "kind", "side", "token")
_FATAL_ONLY = 4


def path(name: str) -> Path:
    """Where a file stands."""
    return builtin_folder() / "lexicons" / name


@cache
def network() -> Network:
    """The network that comes with postlint, read once."""
    layers = _layers()
    try:
        with np.load(path(NETWORK), allow_pickle=False) as file:
            return _network(file, layers)
    except (OSError, EOFError, ValueError, KeyError, BadZipFile) as problem:
        raise _spoilt(NETWORK) from problem


def _network(file: Any, layers: Layers) -> Network:
    names = bytes(file["pieces"]).decode().split("\n")
    heads = {name: Head(_numbers(file, f"{name}.weight"), _numbers(file, f"{name}.bias")) for name in HEADS}
    glance, logit, offset = map(float, file["calibration"])
    return Network(
        {name: place for place, name in enumerate(names)}, file["vectors"], _numbers(file, "scales"),
        _numbers(file, "places"), layers, heads, (glance, logit, offset),
    )  # fmt: skip


def _layers() -> Layers:
    """Layers on one core: a passage is too little to be shared out, and bulk work fills the cores with processes."""
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _FATAL_ONLY
    try:
        layers: Layers = onnxruntime.InferenceSession(path(LAYERS), options, providers=["CPUExecutionProvider"])
    except Exception as problem:  # its errors have nothing in common but this
        raise _spoilt(LAYERS) from problem
    return layers


def _spoilt(name: str) -> PackError:
    return PackError("the network of opinion can't be read; install postlint again", file=str(path(name)))


def _numbers(file: Any, name: str) -> Array:
    return file[name].astype(np.float32)


def write(arrays: dict[str, Array]) -> None:
    """Put numbers in the place of those that come with postlint; the layers have a file of their own."""
    np.savez(path(NETWORK), **arrays)
    network.cache_clear()


def calibrate(calibration: tuple[float, float, float]) -> None:
    """Put a calibration in the place of the one that comes with postlint."""
    with np.load(path(NETWORK), allow_pickle=False) as file:
        arrays = dict(file)
    write({**arrays, "calibration": np.array(calibration)})
