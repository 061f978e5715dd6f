"""Weights under the names that graph.py reads: ours alone, or ours in place of the published model's."""

import numpy as np

from source_model import BertWeights


class ArrayWeights:
    """`arrays` holds `<layer>.weight` and `<layer>.bias` of every layer, matrices input × output."""

    def __init__(self, arrays: dict[str, np.ndarray]):
        self._arrays = arrays

    def tensor(self, name: str) -> np.ndarray:
        return self._arrays[name]

    def matrix(self, layer: str) -> np.ndarray:
        return self._arrays[f"{layer}.weight"]

    def bias(self, layer: str) -> np.ndarray:
        return self.tensor(f"{layer}.bias")


class TunedWeights(ArrayWeights):
    """The published weights, but for the layers that `arrays` holds."""

    def __init__(self, published: BertWeights, arrays: dict[str, np.ndarray]):
        super().__init__(arrays)
        self._published = published
        # Every text is one segment, so the segment's vector is part of the position's.
        self._positions = published.tensor("embeddings.position_embeddings.weight") + published.tensor(
            "embeddings.token_type_embeddings.weight")[0]

    def tensor(self, name: str) -> np.ndarray:
        if name == "embeddings.position_embeddings.weight":
            return self._positions
        return self._arrays[name] if name in self._arrays else self._published.tensor(name)

    def matrix(self, layer: str) -> np.ndarray:
        return self._arrays[f"{layer}.weight"] if f"{layer}.weight" in self._arrays else self._published.matrix(layer)
