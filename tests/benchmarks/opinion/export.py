"""The fitted networks as the files that postlint reads, and the pieces that they know."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import torch
from torch import nn

from postlint.opinion.networkfile import (
    CALIBRATED,
    HEADS,
    LOWER,
    NETWORK,
    SECOND,
    SECOND_LAYERS,
    UPPER,
    write,
)
from postlint.opinion.pieces import pieces
from tests.benchmarks.opinion.kinship import folder
from tests.benchmarks.opinion.layers import Layers, NearLayers, even_out, write_layers
from tests.benchmarks.opinion.posts import own, reading

SIGNS = [
    "<s>",
    "<headline>",
    "<reply>",
    "<repost>",
    "<it>",
    "<tag>",
    "<caps>",
    "<topic>",
    "<name>",
    "<letters>",
    "<account>",
    "<link>",
    "<number>",
    "<money>",
    "<share>",
    "<hour>",
    "<year>",
    "<unknown>",
]
_LONGEST, _ONE_IN = 128, 80
_LEFT_OUT = re.compile(r"\[unused\d+\]|(?:##)?\d{3,}")


def vocabulary() -> dict[str, int]:
    """The pieces of the model that the fit starts from, then the signs, by number."""
    words = (folder() / "vocab.txt").read_text("utf-8").splitlines()
    return {name: at for at, name in enumerate([*words, *SIGNS])}


def export(network: Any, known: dict[str, int]) -> None:
    """Put the small network in the place of the one that comes with postlint; calibration is left to others."""
    base = network.base
    opening, half = base.embeddings.LayerNorm, len(base.encoder.layer) // 2
    lower = Layers(opening, base.encoder.layer[:half], base.config).eval()
    upper = Layers(nn.Identity(), base.encoder.layer[half:], base.config).eval()
    vectors = torch.cat([base.embeddings.word_embeddings.weight, network.signs])
    places = base.embeddings.position_embeddings.weight[:_LONGEST] + base.embeddings.token_type_embeddings.weight[:1]
    with torch.no_grad():
        rows = [vectors[ids] + places[: len(ids)] for ids in _samples(known)]
        skimmed = [(lower(one),) for one in rows]
    even_out(lower, [(one,) for one in rows])
    even_out(upper, skimmed)
    write_layers(LOWER, lower)
    write_layers(UPPER, upper)
    write(NETWORK, _arrays(network, known, vectors, places))


def export_second(network: Any, known: dict[str, int]) -> None:
    """The same for the large network."""
    base = network.base
    layers = NearLayers(base.embeddings.LayerNorm, base.encoder.layer, base.config).eval()
    vectors, first = torch.cat([network.words, network.signs]), base.embeddings.padding_idx + 1
    places = base.embeddings.position_embeddings.weight[first : first + _LONGEST]
    with torch.no_grad():
        near = base.encoder.compute_position_bias(torch.zeros(1, _LONGEST, base.config.hidden_size))[0]
        samples = [
            (vectors[ids] + places[: len(ids)], near[:, : len(ids), : len(ids)].contiguous()) for ids in _samples(known)
        ]
    even_out(layers, samples)
    write_layers(SECOND_LAYERS, layers)
    rows, scales = _as_bytes(_array(vectors[list(_kept(known).values())]))
    found = {"vectors": rows, "scales": scales, "places": places, "near": near}
    found |= {"view.weight": network.view.weight.T, "view.bias": network.view.bias}
    write(
        SECOND, {name: _small(numbers) for name, numbers in found.items()} | {"calibration": np.array([0.0, 0, 1, 0])}
    )


def _samples(known: dict[str, int]) -> list[list[int]]:
    """Some of our drafts in pieces, for what has to be learnt of the sizes of numbers."""
    drafts = own()[::_ONE_IN]
    return [[piece.id for piece in pieces(reading(draft.text), known)][:_LONGEST] for draft in drafts]


def _small(numbers: Any) -> Any:
    """What is no array yet as one of 16-bit floats."""
    return numbers if isinstance(numbers, np.ndarray) else _array(numbers).astype(np.float16)


def _kept(known: dict[str, int]) -> dict[str, int]:
    """The pieces that English words may be made of; long numbers are none, since numbers are masked."""
    return {name: at for name, at in known.items() if name.isascii() and not _LEFT_OUT.fullmatch(name)}


def _arrays(network: Any, known: dict[str, int], vectors: Any, places: Any) -> dict[str, Any]:
    """All other numbers under their names. Pieces that no English word is made of are left out."""
    kept = _kept(known)
    rows, scales = _as_bytes(_array(vectors[list(kept.values())]))
    found = {
        "pieces": np.frombuffer("\n".join(kept).encode(), dtype=np.uint8),
        "vectors": rows,
        "scales": scales,
        "places": _array(places).astype(np.float16),
    }
    found |= {f"{head}.calibration": np.array([0.0, 1.0, 0.0]) for head in CALIBRATED}
    for name in HEADS:
        found[f"{name}.weight"], found[f"{name}.bias"] = (
            _array(part) for part in (network.heads[name].weight.T, network.heads[name].bias)
        )
    return found


def _as_bytes(rows: Any) -> tuple[Any, Any]:
    """Rows of whole numbers from -127 to 127, and the scale that stretches each row back."""
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    return np.rint(rows / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def _array(numbers: Any) -> Any:
    return np.ascontiguousarray(numbers.detach().float().numpy())
