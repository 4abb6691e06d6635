"""The first look at a post: a sum of weights, in microseconds, that tells which posts may hold a view at all.

The weights stand in JSON, names as one text and numbers as one list, which reads quickly.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from ..data import builtin_folder
from ..errors import PackError
from .features import Reading
from .weights import Glance, Linear


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    """Names, one a line, and a number for each."""

    names: str
    numbers: tuple[int, ...]


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    bias: float
    features: _Table
    words: _Table
    crowding: float
    calibration: tuple[float, float]
    doubtful: float
    unclear: float
    unsure: tuple[float, float]
    asked: float


def logit(reading: Reading) -> float:
    """How strongly a post as a whole speaks for a view, at a glance."""
    words = [word.small for sentence in reading.sentences for word in sentence.words]
    return weights().model.logit(reading.features, words, weights().crowding)


def path() -> Path:
    """Where the weights stand."""
    return builtin_folder() / "lexicons" / "opinion-glance.json"


@cache
def weights() -> Glance:
    """The weights that come with postlint."""
    try:
        file = msgspec.json.decode(path().read_bytes(), type=_File)
        model = Linear(file.bias, _numbers(file.features), _numbers(file.words))
    except (OSError, ValueError, msgspec.MsgspecError) as problem:
        raise PackError("the weights of opinion can't be read; install postlint again", file=str(path())) from problem
    return Glance(model, file.crowding, file.calibration, file.doubtful, file.unclear, file.unsure, file.asked)


def _numbers(table: _Table) -> dict[str, int]:
    return dict(zip(table.names.split("\n"), table.numbers, strict=True))


def write(glance: Glance) -> None:
    """Put weights in the place of those that come with postlint."""
    model = glance.model
    features, words = _table(model.features), _table(model.words)
    file = _File(
        model.bias, features, words, glance.crowding, glance.calibration, glance.doubtful, glance.unclear,
        glance.unsure, glance.asked,
    )  # fmt: skip
    path().write_bytes(msgspec.json.encode(file) + b"\n")


def _table(numbers: dict[str, int]) -> _Table:
    return _Table("\n".join(numbers), tuple(numbers.values()))
