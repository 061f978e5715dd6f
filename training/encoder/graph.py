"""Writes BERT as a small ONNX graph, in float or in int8 with fixed activation ranges.

The int8 graph differs from ONNX Runtime's dynamic quantisation in one point that matters here: the range of each
activation is fixed beforehand instead of being taken from the batch, so a text's vector never depends on which other
texts it was run with. Before rounding, each linear layer's input channels are scaled by what the weights can absorb
(the smoothing of Xiao et al. 2023, SmoothQuant), because single channels of BERT are 20 times larger than the rest.
Weights are rounded per output channel to 7 bits: on AVX2 without VNNI the kernel adds two products in 16 bits,
and 255 × 64 × 2 still fits. Only the first token's row is computed in the last layer, as only it is pooled.
"""

import os
from pathlib import Path
from typing import Protocol

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

HEADS = 12
MICROSOFT = "com.microsoft"
WEIGHT_LIMIT = 64
EPSILON = 1e-12

Ranges = dict[str, tuple[np.ndarray, np.ndarray]]
# For each output of the graph the names of the layers it passes through, from the bottom; a common beginning is computed once.
Branches = dict[str, list[str]]


class Weights(Protocol):
    """Weights under BERT's published names; matrices are input × output, position embeddings include the segment's."""

    def tensor(self, name: str) -> np.ndarray: ...

    def matrix(self, layer: str) -> np.ndarray: ...

    def bias(self, layer: str) -> np.ndarray: ...


class GraphWriter:
    """Collects nodes and constants under running names."""

    def __init__(self):
        self.nodes, self.constants, self._count = [], [], 0

    def _name(self, prefix: str) -> str:
        self._count += 1
        return f"{prefix}{self._count}"

    def constant(self, value) -> str:
        name = self._name("c")
        self.constants.append(numpy_helper.from_array(np.asarray(value, order="C"), name))
        return name

    def add(self, operator: str, inputs: list[str], *, outputs: int = 1, name: str = "", domain: str = "", **attributes):
        results = [name] if name else [self._name("t") for _ in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, results, domain=domain, **attributes))
        return results[0] if len(results) == 1 else results

    def save(self, path: Path, outputs: list[str], extra_outputs: list[str]) -> None:
        tokens = ["batch", "tokens"]
        graph = helper.make_graph(
            self.nodes,
            "encoder",
            [helper.make_tensor_value_info(name, TensorProto.INT64, tokens) for name in ("input_ids", "attention_mask")],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["batch", None]) for name in outputs]
            + [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in extra_outputs],
            self.constants,
        )
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        onnx.save(helper.make_model(graph, opset_imports=opsets, ir_version=8), path)


class FloatLinear:
    """Linear layers as they were trained. `probes` names their inputs, for calibration."""

    def __init__(self, writer: GraphWriter):
        self._writer, self.probes = writer, {}

    def smoothing(self, _layer: str, weight: np.ndarray) -> np.ndarray:
        return np.ones(len(weight), np.float32)

    def prepare(self, layer: str, value: str, _smoothing: np.ndarray, *, is_scaled: bool = False):
        self.probes[layer] = value
        return value

    def apply(self, value: str, weight: np.ndarray, bias: np.ndarray, _smoothing: np.ndarray) -> str:
        product = self._writer.add("MatMul", [value, self._writer.constant(weight)])
        return self._writer.add("Add", [product, self._writer.constant(bias)])

    def rows(self, value: str, pick) -> str:
        return pick(value)

    def embedding(self, table: np.ndarray, ids: str) -> str:
        return self._writer.add("Gather", [self._writer.constant(table), ids])


class Int8Linear:
    """Linear layers on 8-bit activations of fixed range and 7-bit weights; embeddings in 8 bits, one scale a word."""

    def __init__(self, writer: GraphWriter, ranges: Ranges):
        self._writer, self._ranges, self.probes = writer, ranges, {}

    def smoothing(self, layer: str, weight: np.ndarray) -> np.ndarray:
        low, high = self._ranges[layer]
        scale = np.sqrt((np.maximum(np.abs(low), np.abs(high)) + 1e-6) / (np.abs(weight).max(axis=1) + 1e-6))
        return (scale / np.exp(np.log(scale).mean())).astype(np.float32)

    def prepare(self, layer: str, value: str, smoothing: np.ndarray, *, is_scaled: bool = False):
        low, high = (bound / smoothing for bound in self._ranges[layer])
        scale = np.float32((high.max() - low.min()) / 255)
        zero = np.uint8(np.clip(np.round(-low.min() / scale), 0, 255))
        if not is_scaled and not np.all(smoothing == 1):
            value = self._writer.add("Mul", [value, self._writer.constant(1 / smoothing)])
        scale_name, zero_name = self._writer.constant(scale), self._writer.constant(zero)
        return self._writer.add("QuantizeLinear", [value, scale_name, zero_name]), scale_name, zero_name

    def apply(self, value, weight: np.ndarray, bias: np.ndarray, smoothing: np.ndarray) -> str:
        quantised, scale_name, zero_name = value
        weight = weight * smoothing[:, None]
        scale = (np.abs(weight).max(axis=0) / WEIGHT_LIMIT).astype(np.float32)
        rounded = np.clip(np.round(weight / scale), -WEIGHT_LIMIT, WEIGHT_LIMIT).astype(np.int8)
        constant = self._writer.constant
        return self._writer.add(
            "MatMulIntegerToFloat",
            [quantised, constant(rounded), scale_name, constant(scale), zero_name,
             constant(np.zeros(len(scale), np.int8)), constant(bias)],
            domain=MICROSOFT,
        )

    def rows(self, value, pick):
        return (pick(value[0]), *value[1:])

    def embedding(self, table: np.ndarray, ids: str) -> str:
        scale = (np.abs(table).max(axis=1, keepdims=True) / 127).astype(np.float32)
        rounded = np.round(table / np.maximum(scale, 1e-12)).astype(np.int8)
        words = self._writer.add("Gather", [self._writer.constant(rounded), ids])
        scales = self._writer.add("Gather", [self._writer.constant(scale), ids])
        return self._writer.add("Mul", [self._writer.add("Cast", [words], to=TensorProto.FLOAT), scales])


def write_float(weights: Weights, path: Path, branches: Branches) -> dict[str, str]:
    """The float graph, with the input of every linear layer as a further output. Returns layer -> output name."""
    writer = GraphWriter()
    linear = FloatLinear(writer)
    _write_layers(weights, writer, linear, branches)
    writer.save(path, [*branches], list(dict.fromkeys(linear.probes.values())))
    return linear.probes


def write_int8(weights: Weights, ranges: Ranges, path: Path, branches: Branches) -> None:
    """The int8 graph. `ranges` holds lowest and highest value per channel of every linear layer's input."""
    writer = GraphWriter()
    _write_layers(weights, writer, Int8Linear(writer, ranges), branches)
    writer.save(path, [*branches], [])


def _write_layers(weights: Weights, writer: GraphWriter, linear: FloatLinear | Int8Linear, branches: Branches) -> None:
    add, constant = writer.add, writer.constant
    width = len(weights.tensor("embeddings.LayerNorm.weight"))

    def normalise(value: str, layer: str) -> str:
        scale, bias = constant(weights.tensor(f"{layer}.weight")), constant(weights.tensor(f"{layer}.bias"))
        return add("LayerNormalization", [value, scale, bias], axis=-1, epsilon=EPSILON)

    def first_token(value: str) -> str:
        return add("Slice", [value, constant(np.array([0])), constant(np.array([1])), constant(np.array([1]))])

    mask = add("Cast", ["attention_mask"], to=TensorProto.INT32)
    length = add("Gather", [add("Shape", ["input_ids"]), constant(np.int64(1))])
    positions = add("Range", [constant(np.int64(0)), length, constant(np.int64(1))])
    words = linear.embedding(weights.tensor("embeddings.word_embeddings.weight"), "input_ids")
    places = add("Gather", [constant(weights.tensor("embeddings.position_embeddings.weight")), positions])
    lower = normalise(add("Add", [words, places]), "embeddings.LayerNorm")

    def layer(block: str, hidden: str, *, is_last: bool) -> str:
        attention = f"{block}.attention.self"
        output = f"{block}.attention.output.dense"
        output_scale = linear.smoothing(output, weights.matrix(output))
        # What attention gives is a weighted mean of value rows, so its smoothing folds into the value projection.
        parts = [
            (weights.matrix(f"{attention}.query"), weights.bias(f"{attention}.query")),
            (weights.matrix(f"{attention}.key"), weights.bias(f"{attention}.key")),
            (weights.matrix(f"{attention}.value") / output_scale, weights.bias(f"{attention}.value") / output_scale),
        ]
        input_scale = linear.smoothing(attention, np.concatenate([weight for weight, _ in parts], axis=1))
        prepared = linear.prepare(attention, hidden, input_scale)

        def project(value, chosen):
            weight = np.concatenate([weight for weight, _ in chosen], axis=1)
            projected = linear.apply(value, weight, np.concatenate([bias for _, bias in chosen]), input_scale)
            if len(chosen) == 1:
                return [projected]
            sizes = constant(np.full(len(chosen), width))
            return add("Split", [projected, sizes], outputs=len(chosen), axis=2)

        if is_last:
            keys, values = project(prepared, parts[1:])
            [queries] = project(linear.rows(prepared, first_token), parts[:1])
            hidden = first_token(hidden)
        else:
            queries, keys, values = project(prepared, parts)
        context = add("MultiHeadAttention", [queries, keys, values, "", mask], domain=MICROSOFT, num_heads=HEADS)

        def residual(name: str, value: str, norm: str, scale: np.ndarray, *, is_scaled: bool) -> str:
            changed = linear.apply(
                linear.prepare(name, value, scale, is_scaled=is_scaled), weights.matrix(name), weights.bias(name), scale)
            return normalise(add("Add", [changed, hidden]), norm)

        hidden = residual(output, context, f"{block}.attention.output.LayerNorm", output_scale, is_scaled=True)
        inner, outer = f"{block}.intermediate.dense", f"{block}.output.dense"
        inner_scale = linear.smoothing(inner, weights.matrix(inner))
        widened = linear.apply(
            linear.prepare(inner, hidden, inner_scale), weights.matrix(inner), weights.bias(inner), inner_scale)
        activated = add("Gelu", [widened], domain=MICROSOFT)
        # No smoothing here: it cost more than it gave (mean cosine to float 0.9946 with, 0.9983 without).
        none = np.ones(len(weights.matrix(outer)), np.float32)
        return residual(outer, activated, f"{block}.output.LayerNorm", none, is_scaled=False)

    shared = len(os.path.commonprefix(list(branches.values()))) if len(branches) > 1 else 0
    for block in next(iter(branches.values()))[:shared]:
        lower = layer(block, lower, is_last=False)
    for name, blocks in branches.items():
        hidden = lower
        for block in blocks[shared:]:
            hidden = layer(block, hidden, is_last=block == blocks[-1])
        add("Squeeze", [hidden, constant(np.array([1]))], name=name)
