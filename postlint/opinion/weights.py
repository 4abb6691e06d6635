"""The weights of the model of opinion: data, which `python -m tests.benchmarks.opinion.train` makes."""

from __future__ import annotations

from functools import cache
from math import exp
from typing import TypeAlias

import msgspec
from msgspec import Struct

from ..data import builtin_folder
from ..errors import PackError

Rows: TypeAlias = dict[str, tuple[int, ...]]
"""For each name its number in every column."""

FILE = "opinion-weights.json"


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """Rows as they stand in the file: their names, one a line, and the columns. It is read in a tenth of the time."""

    names: str
    columns: tuple[tuple[int, ...], ...]

    @classmethod
    def of(cls, rows: Rows) -> Table:
        """The rows, written for the file."""
        return cls("\n".join(rows), tuple(zip(*rows.values(), strict=True)))

    @property
    def rows(self) -> Rows:
        """The rows by their names."""
        return dict(zip(self.names.split("\n"), zip(*self.columns, strict=True), strict=True))


class WeightsFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The file: see `Weights` for what the numbers mean."""

    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    calibration: tuple[float, float]
    crowding: float
    features: Table
    kinship: Table
    kind_bias: tuple[float, ...]
    kind_features: Table


class Weights(Struct, frozen=True):
    """How much each feature speaks for a view of the author's, in thousandths of a logit.

    `features` and `kinship` hold three numbers: for a whole post, for a sentence, and for a view that holds something
    against somebody. `kinship` weighs each word by the
    words that it resembles, so that words speak that no labelled post held. `kind_features` holds one for each of
    `kinds`. A sum is divided by the number of its features to the power of `crowding`. `calibration` is the slope and
    the offset that make a logit into a share of posts that hold a view.
    """

    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    calibration: tuple[float, float]
    crowding: float
    features: Rows
    kinship: Rows
    kind_bias: tuple[float, ...]
    kind_features: Rows

    def confidence(self, logit: float) -> float:
        """The share of posts with this logit that hold a view, 0 to 1."""
        slope, offset = self.calibration
        return 1 / (1 + exp(-max(-30.0, min(30.0, slope * logit + offset))))

    def to_json(self) -> bytes:
        """The weights as they stand in the file."""
        tables = {name: Table.of(getattr(self, name)) for name in ("features", "kinship", "kind_features")}
        return msgspec.json.encode(WeightsFile(**{**msgspec.structs.asdict(self), **tables})) + b"\n"


def from_json(data: bytes) -> Weights:
    """The weights out of a file's bytes; a `msgspec.MsgspecError` for a file that holds none."""
    file = msgspec.json.decode(data, type=WeightsFile)
    tables = {name: getattr(file, name).rows for name in ("features", "kinship", "kind_features")}
    return Weights(**{**msgspec.structs.asdict(file), **tables})


@cache
def builtin() -> Weights:
    """The weights that come with postlint."""
    path = builtin_folder() / "lexicons" / FILE
    try:
        return from_json(path.read_bytes())
    except (OSError, ValueError, msgspec.MsgspecError) as problem:
        raise PackError("the weights of opinion can't be read; install postlint again", file=str(path)) from problem
