"""The files of weights: JSON with names as one text and numbers as one list, which reads quickly.

Most posts need only the first of the two.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from ..data import builtin_folder
from ..errors import PackError
from .weights import Linear, PostWeights, Rows, ViewWeights

T = TypeVar("T")

POSTS, VIEWS = "opinion-posts.json", "opinion-views.json"


class _Table(Struct, frozen=True, forbid_unknown_fields=True):
    """Names, one a line, and for each of them a number in every column."""

    names: str
    columns: tuple[tuple[int, ...], ...]


class _Linear(Struct, frozen=True, forbid_unknown_fields=True):
    bias: float
    features: _Table
    words: _Table


class _Posts(Struct, frozen=True, forbid_unknown_fields=True):
    model: _Linear
    crowding: float
    calibration: tuple[float, float]


class _Views(Struct, frozen=True, forbid_unknown_fields=True):
    sentence: _Linear
    fault: _Linear
    kinds: tuple[str, ...]
    kind_bias: tuple[float, ...]
    kind_features: _Table
    crowding: float


@cache
def of_posts() -> PostWeights:
    """The weights that come with postlint, for whole posts."""
    return _read(POSTS, _posts)


@cache
def of_views() -> ViewWeights:
    """The weights that come with postlint, for the views in a post."""
    return _read(VIEWS, _views)


def _read(name: str, decode: Callable[[bytes], T]) -> T:
    path = folder() / name
    try:
        return decode(path.read_bytes())
    except (OSError, ValueError, msgspec.MsgspecError) as problem:
        raise PackError("the weights of opinion can't be read; install postlint again", file=str(path)) from problem


def folder() -> Path:
    """Where the files stand."""
    return builtin_folder() / "lexicons"


def _posts(data: bytes) -> PostWeights:
    file = msgspec.json.decode(data, type=_Posts)
    return PostWeights(_linear(file.model), file.crowding, file.calibration)


def _views(data: bytes) -> ViewWeights:
    file = msgspec.json.decode(data, type=_Views)
    sentence, fault, rows = _linear(file.sentence), _linear(file.fault), _rows(file.kind_features)
    return ViewWeights(sentence, fault, file.kinds, file.kind_bias, rows, file.crowding)


def _linear(file: _Linear) -> Linear:
    return Linear(file.bias, _numbers(file.features), _numbers(file.words))


def _numbers(table: _Table) -> dict[str, int]:
    return dict(zip(table.names.split("\n"), table.columns[0], strict=True))


def _rows(table: _Table) -> Rows:
    return dict(zip(table.names.split("\n"), zip(*table.columns, strict=True), strict=True))


def write(posts: PostWeights, views: ViewWeights) -> None:
    """Put weights in the place of those that come with postlint."""
    (folder() / POSTS).write_bytes(_bytes(_Posts(_model(posts.model), posts.crowding, posts.calibration)))
    kinds = _Table("\n".join(views.kind_features), tuple(zip(*views.kind_features.values(), strict=True)))
    file = _Views(
        _model(views.sentence), _model(views.fault), views.kinds, views.kind_bias, kinds, views.crowding
    )
    (folder() / VIEWS).write_bytes(_bytes(file))


def _bytes(file: _Posts | _Views) -> bytes:
    return msgspec.json.encode(file) + b"\n"


def _model(linear: Linear) -> _Linear:
    return _Linear(linear.bias, _table(linear.features), _table(linear.words))


def _table(numbers: dict[str, int]) -> _Table:
    return _Table("\n".join(numbers), (tuple(numbers.values()),))
