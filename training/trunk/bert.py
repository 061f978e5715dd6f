"""BERT as a small torch module, cut in two: a lower part that stays as published, and upper blocks that branches train.

The weights come from the published bge-small-en-v1.5 through training/encoder/source_model.py.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "training" / "encoder"))

from source_model import BertWeights, fetch  # noqa: E402

WIDTH, HEADS, INNER, LAYERS, LOWER_LAYERS, EPSILON = 384, 12, 1536, 12, 8, 1e-12


class Block(nn.Module):
    """One BERT layer: self-attention, then two linear layers with GELU, each followed by the residual's norm."""

    def __init__(self, width: int = WIDTH, heads: int = HEADS, inner: int = INNER):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = (nn.Linear(width, width) for _ in range(3))
        self.output = nn.Linear(width, width)
        self.output_norm = nn.LayerNorm(width, EPSILON)
        self.widen, self.narrow = nn.Linear(width, inner), nn.Linear(inner, width)
        self.narrow_norm = nn.LayerNorm(width, EPSILON)

    def forward(self, hidden: Tensor, mask: Tensor, first_only: bool = False, dropout: float = 0.0) -> Tensor:
        """`hidden` is batch × tokens × width, `mask` batch × tokens (True = a token). `first_only` gives one row a text."""
        rows = hidden[:, :1] if first_only else hidden

        def split(value: Tensor) -> Tensor:
            return value.unflatten(-1, (self.heads, -1)).transpose(1, 2)

        context = functional.scaled_dot_product_attention(
            split(self.query(rows)), split(self.key(hidden)), split(self.value(hidden)), attn_mask=mask[:, None, None, :])
        changed = self.output(context.transpose(1, 2).flatten(2))
        rows = self.output_norm(rows + functional.dropout(changed, dropout, self.training))
        changed = self.narrow(functional.gelu(self.widen(rows)))
        return self.narrow_norm(rows + functional.dropout(changed, dropout, self.training))

    def load(self, weights: BertWeights, index: int) -> "Block":
        """Takes the weights of the published layer `index`, 0 to 11."""
        block = f"encoder.layer.{index}"
        for name, module in self.published_names(block).items():
            if isinstance(module, nn.LayerNorm):
                scale = weights.tensor(f"{name}.weight")
            else:
                scale = weights.matrix(name).T
            module.weight.data = torch.tensor(np.array(scale))
            module.bias.data = torch.tensor(np.array(weights.bias(name)))
        return self

    def published_names(self, block: str) -> dict[str, nn.Module]:
        """The published name of each part, e.g. `encoder.layer.8.attention.self.query`."""
        return {
            f"{block}.attention.self.query": self.query,
            f"{block}.attention.self.key": self.key,
            f"{block}.attention.self.value": self.value,
            f"{block}.attention.output.dense": self.output,
            f"{block}.attention.output.LayerNorm": self.output_norm,
            f"{block}.intermediate.dense": self.widen,
            f"{block}.output.dense": self.narrow,
            f"{block}.output.LayerNorm": self.narrow_norm,
        }


class Lower(nn.Module):
    """Embeddings and the first eight layers, frozen: token ids to the hidden states that every branch starts from."""

    def __init__(self, weights: BertWeights):
        super().__init__()
        words = weights.tensor("embeddings.word_embeddings.weight")
        segment = weights.tensor("embeddings.token_type_embeddings.weight")[0]
        positions = weights.tensor("embeddings.position_embeddings.weight") + segment
        self.words = nn.Embedding.from_pretrained(torch.tensor(words))
        self.positions = nn.Embedding.from_pretrained(torch.tensor(positions))
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.norm.weight.data = torch.tensor(np.array(weights.tensor("embeddings.LayerNorm.weight")))
        self.norm.bias.data = torch.tensor(np.array(weights.tensor("embeddings.LayerNorm.bias")))
        self.blocks = nn.ModuleList(Block().load(weights, index) for index in range(LOWER_LAYERS))
        self.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        hidden = self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]])
        for block in self.blocks:
            hidden = block(hidden, mask)
        return hidden


class Branch(nn.Module):
    """Blocks on top of the lower states; gives one vector a text, the first token's, not normalised."""

    def __init__(self, blocks: list[Block]):
        super().__init__()
        self.blocks = nn.ModuleList(blocks)

    def forward(self, states: Tensor, mask: Tensor, dropout: float = 0.0) -> Tensor:
        for block in self.blocks[:-1]:
            states = block(states, mask, dropout=dropout)
        return self.blocks[-1](states, mask, first_only=True, dropout=dropout)[:, 0]


def load_weights() -> BertWeights:
    return BertWeights(fetch()[0])


def upper_branch(weights: BertWeights, first: int = LOWER_LAYERS, count: int = LAYERS - LOWER_LAYERS) -> Branch:
    """A branch that starts as the published layers `first` to `first + count - 1`."""
    return Branch([Block().load(weights, first + index) for index in range(count)])


def export_blocks(branch: Branch, prefix: str, first: int = 0) -> dict[str, np.ndarray]:
    """The branch's weights under published names, matrices input × output: what training/encoder/graph.py reads."""
    arrays = {}
    for index, block in enumerate(branch.blocks, first):
        for name, module in block.published_names(f"{prefix}.{index}").items():
            weight = module.weight.detach().float().numpy()
            arrays[f"{name}.weight"] = weight.T.copy() if isinstance(module, nn.Linear) else weight
            arrays[f"{name}.bias"] = module.bias.detach().float().numpy()
    return arrays


def branch_from_arrays(arrays: Mapping[str, np.ndarray], prefix: str) -> Branch:
    """The branch whose weights `export_blocks` gave under `prefix`, numbered from 0."""
    count = len({name.split(".")[1] for name in arrays if name.startswith(f"{prefix}.")})
    branch = Branch([Block() for _ in range(count)])
    for index, block in enumerate(branch.blocks):
        for name, module in block.published_names(f"{prefix}.{index}").items():
            weight = arrays[f"{name}.weight"]
            module.weight.data = torch.tensor(np.array(weight.T if isinstance(module, nn.Linear) else weight))
            module.bias.data = torch.tensor(np.array(arrays[f"{name}.bias"]))
    return branch
