"""The fitted network as the arrays that postlint reads, and the pieces that it knows."""

from __future__ import annotations

from typing import Any

import numpy as np
import torch

from postlint.opinion.networkfile import HEADS, as_bytes
from tests.benchmarks.opinion.kinship import folder

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
_LONGEST = 128


def vocabulary() -> dict[str, int]:
    """The pieces of the model that the fit starts from, then the signs, by number."""
    words = (folder() / "vocab.txt").read_text("utf-8").splitlines()
    return {name: at for at, name in enumerate([*words, *SIGNS])}


def arrays(network: Any, known: dict[str, int]) -> dict[str, Any]:
    """All numbers under their names. Pieces that no English word is made of are left out."""
    kept = {name: at for name, at in known.items() if name.isascii() and not name.startswith("[unused")}
    base = network.base
    table = torch.cat([base.embeddings.word_embeddings.weight, network.signs])[list(kept.values())]
    vectors, scales = as_bytes(_array(table), 1)
    places = base.embeddings.position_embeddings.weight[:_LONGEST] + base.embeddings.token_type_embeddings.weight[:1]
    found = {
        "pieces": np.frombuffer("\n".join(kept).encode(), dtype=np.uint8),
        "vectors": vectors,
        "scales": scales,
        "places": _array(places).astype(np.float16),
        "opening": _norm(base.embeddings.LayerNorm),
        "layers": np.array(len(base.encoder.layer)),
        "ears": np.array(base.config.num_attention_heads),
        "calibration": np.array([0.0, 1.0, 0.0]),
    }
    for at, layer in enumerate(base.encoder.layer):
        found.update({f"{at}.{name}": numbers for name, numbers in _layer(layer).items()})
    for name in HEADS:
        found[f"{name}.weight"], found[f"{name}.bias"] = _linear(network.heads[name])
    return found


def _layer(layer: Any) -> dict[str, Any]:
    attention = layer.attention.self
    asks = [_linear(part) for part in (attention.query, attention.key, attention.value)]
    found = {"ask": np.hstack([weight for weight, _ in asks]), "ask_bias": np.hstack([bias for _, bias in asks])}
    for name, part in (("tell", layer.attention.output), ("up", layer.intermediate), ("down", layer.output)):
        found[name], found[f"{name}_bias"] = _linear(part.dense)
    found["heard"], found["made"] = _norm(layer.attention.output.LayerNorm), _norm(layer.output.LayerNorm)
    return found


def _linear(part: Any) -> tuple[Any, Any]:
    return _array(part.weight.T), _array(part.bias)


def _norm(part: Any) -> Any:
    return np.stack([_array(part.weight), _array(part.bias)])


def _array(numbers: Any) -> Any:
    return np.ascontiguousarray(numbers.detach().float().numpy())
