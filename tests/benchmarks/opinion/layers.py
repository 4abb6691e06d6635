"""The layers of the fitted networks as files in ONNX, which postlint reads."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import nn

from postlint.opinion.networkfile import path

_EVENED = 0.25
"""To which power of its largest number an input is evened out; a half, or dividing by weights, rounds worse."""


class Layers(nn.Module):
    """Layers as of BERT over one passage, rows in and rows out."""

    given = ("rows",)

    def __init__(self, opening: Any, layers: Any, config: Any) -> None:
        super().__init__()
        self.opening, self.layers = opening, layers
        self.ears, self.width = config.num_attention_heads, config.hidden_size

    def forward(self, rows: Any) -> Any:
        """What the layers make of the rows."""
        made = self.opening(rows)
        for layer in self.layers:
            told, attention = layer.attention.output, layer.attention.self
            heard = _listen((attention.query, attention.key, attention.value), made, self.ears)
            made = _thought(layer, told.LayerNorm(made + told.dense(heard)))
        return made


class NearLayers(Layers):
    """Layers as of MPNet, where pieces heed each other for the places where they stand, too."""

    given = ("rows", "near")

    def forward(self, rows: Any, near: Any) -> Any:
        """What the layers make of the rows."""
        made = self.opening(rows)
        for layer in self.layers:
            told = layer.attention.attn
            heard = _listen((told.q, told.k, told.v), made, self.ears, near)
            made = _thought(layer, layer.attention.LayerNorm(made + told.o(heard)))
        return made


class Even(nn.Module):
    """A linear step whose inputs are evened out first: rounded to bytes, they would lose most to a few large ones."""

    def __init__(self, step: Any, even: Any) -> None:
        super().__init__()
        self.even, self.bias = 1 / even, step.bias.detach()
        self.weight = (step.weight.detach() * even).T.contiguous()

    def forward(self, rows: Any) -> Any:
        """The same as of the step."""
        return (rows * self.even) @ self.weight + self.bias


def even_out(layers: Layers, passages: Iterable[tuple[Any, ...]]) -> None:
    """Put an `Even` in the place of each linear step; how much is evened out where, some passages tell."""
    steps = {name: step for name, step in layers.named_modules() if isinstance(step, nn.Linear)}
    largest = {name: torch.full((step.in_features,), 1e-3) for name, step in steps.items()}
    hooks = [step.register_forward_pre_hook(_noting(largest[name])) for name, step in steps.items()]
    with torch.no_grad():
        for passage in passages:
            layers(*passage)
    for hook in hooks:
        hook.remove()
    for name, step in steps.items():
        place, _, last = name.rpartition(".")
        setattr(layers.get_submodule(place), last, Even(step, largest[name] ** _EVENED))


def _noting(largest: Any) -> Callable[[Any, tuple[Any]], None]:
    """What notes the largest numbers that come in."""

    def note(_: Any, given: tuple[Any]) -> None:
        torch.maximum(largest, given[0].detach().abs().amax(0), out=largest)

    return note


def _thought(layer: Any, heard: Any) -> Any:
    """What a piece makes of what it heard."""
    return layer.output.LayerNorm(heard + layer.output.dense(layer.intermediate(heard)))


def _listen(parts: Any, made: Any, ears: int, near: Any = 0) -> Any:
    """What each piece hears from the others, with as many ears as there are."""
    question, key, value = (part(made).view(made.shape[0], ears, -1).transpose(0, 1) for part in parts)
    powers = question @ key.transpose(1, 2) * question.shape[-1] ** -0.5 + near
    return (powers.softmax(-1) @ value).transpose(0, 1).reshape(made.shape)


def write_layers(name: str, layers: Layers) -> None:
    """Write layers, what belongs together made one step, and matrices of weights as bytes."""
    with tempfile.TemporaryDirectory() as place:
        plain, joined = Path(place) / "plain.onnx", Path(place) / "joined.onnx"
        _export(layers, plain)
        options = onnxruntime.SessionOptions()
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_EXTENDED
        options.optimized_model_filepath = str(joined)
        onnxruntime.InferenceSession(plain, options, providers=["CPUExecutionProvider"])
        quantize_dynamic(
            joined, path(name), op_types_to_quantize=["MatMul"], per_channel=True, weight_type=QuantType.QInt8,
            reduce_range=True,  # to seven bits: many processors lose what overflows in sums of products of eight
            extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
        )  # fmt: skip


def _export(layers: Layers, file: Path) -> None:
    examples = {"rows": torch.zeros(2, layers.width), "near": torch.zeros(layers.ears, 2, 2)}
    lengths = {"rows": {0: "pieces"}, "near": {1: "pieces", 2: "pieces"}, "read": {0: "pieces"}}
    torch.onnx.export(
        layers, tuple(examples[name] for name in layers.given), file, dynamo=False, input_names=list(layers.given),
        output_names=["read"], dynamic_axes={name: lengths[name] for name in (*layers.given, "read")},
        opset_version=17,
    )  # fmt: skip
