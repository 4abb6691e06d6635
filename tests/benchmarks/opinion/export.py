"""The fitted network as the files that postlint reads, and the pieces that it knows."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from postlint.opinion.networkfile import HEADS, LAYERS, path, write
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


class Layers(nn.Module):
    """The layers over one passage, rows in and rows out, as ONNX is to have them."""

    def __init__(self, base: Any) -> None:
        super().__init__()
        self.opening, self.layers = base.embeddings.LayerNorm, base.encoder.layer
        self.ears = base.config.num_attention_heads

    def forward(self, rows: Any) -> Any:
        """What the layers make of the rows."""
        made = self.opening(rows)
        for layer in self.layers:
            told = layer.attention.output
            heard = told.LayerNorm(made + told.dense(self._listen(layer.attention.self, made)))
            made = layer.output.LayerNorm(heard + layer.output.dense(layer.intermediate(heard)))
        return made

    def _listen(self, attention: Any, made: Any) -> Any:
        """What each piece hears from the others, with as many ears as there are."""
        parts = (attention.query, attention.key, attention.value)
        question, key, value = (part(made).view(made.shape[0], self.ears, -1).transpose(0, 1) for part in parts)
        powers = question @ key.transpose(1, 2) * question.shape[-1] ** -0.5
        return (powers.softmax(-1) @ value).transpose(0, 1).reshape(made.shape)


def vocabulary() -> dict[str, int]:
    """The pieces of the model that the fit starts from, then the signs, by number."""
    words = (folder() / "vocab.txt").read_text("utf-8").splitlines()
    return {name: at for at, name in enumerate([*words, *SIGNS])}


def export(network: Any, known: dict[str, int]) -> None:
    """Put the network in the place of the one that comes with postlint; calibration is left to others."""
    _write_layers(Layers(network.base).eval())
    write(_arrays(network, known))


def _arrays(network: Any, known: dict[str, int]) -> dict[str, Any]:
    """All other numbers under their names. Pieces that no English word is made of are left out."""
    kept = {name: at for name, at in known.items() if name.isascii() and not name.startswith("[unused")}
    base = network.base.embeddings
    vectors, scales = _as_bytes(_array(torch.cat([base.word_embeddings.weight, network.signs])[list(kept.values())]))
    places = base.position_embeddings.weight[:_LONGEST] + base.token_type_embeddings.weight[:1]
    found = {
        "pieces": np.frombuffer("\n".join(kept).encode(), dtype=np.uint8),
        "vectors": vectors,
        "scales": scales,
        "places": _array(places).astype(np.float16),
        "calibration": np.array([0.0, 1.0, 0.0]),
    }
    for name in HEADS:
        found[f"{name}.weight"], found[f"{name}.bias"] = (
            _array(part) for part in (network.heads[name].weight.T, network.heads[name].bias)
        )
    return found


def _write_layers(layers: Layers) -> None:
    """Write the layers in ONNX, what belongs together made one step, and matrices of weights as bytes."""
    with tempfile.TemporaryDirectory() as name:
        plain, joined = Path(name) / "plain.onnx", Path(name) / "joined.onnx"
        length = {0: "pieces"}
        torch.onnx.export(
            layers, (torch.zeros(2, len(layers.opening.weight)),), plain, dynamo=False,
            input_names=["rows"], output_names=["read"], dynamic_axes={"rows": length, "read": length},
            opset_version=17,
        )  # fmt: skip
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(joined)
        onnxruntime.InferenceSession(plain, options, providers=["CPUExecutionProvider"])
        quantize_dynamic(
            joined, path(LAYERS), op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8,
            reduce_range=True,  # to seven bits: many processors lose what overflows in sums of products of eight
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip


def _as_bytes(rows: Any) -> tuple[Any, Any]:
    """Rows of whole numbers from -127 to 127, and the scale that stretches each row back."""
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    return np.rint(rows / scale[:, None]).astype(np.int8), scale.astype(np.float32)


def _array(numbers: Any) -> Any:
    return np.ascontiguousarray(numbers.detach().float().numpy())
