"""The network: each token's hashed features summed into a vector, a window of seven tokens, one hidden layer, and a linear chain (CRF) on top.
Everything before the hidden layer depends on one word alone, so that at run time a word's part is computed once and kept."""

import math

import numpy as np
import torch
from torch import nn

from tokens import BUCKETS

KINDS = ["PERSON", "LOCATION", "ORGANISATION", "PRODUCT", "ADDRESS", "GROUP", "AGE", "PHONE"]
TAGS = ["O"] + [f"{prefix}-{kind}" for kind in KINDS for prefix in "BI"]
WIDTH, HIDDEN, REACH = 32, 64, 3


def allowed() -> torch.Tensor:
    """Which tag may follow which: I-X follows B-X and I-X alone. The last row is the start."""
    size = len(TAGS)
    table = torch.ones(size + 1, size, dtype=torch.bool)
    for to, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            for origin in range(size + 1):
                table[origin, to] = origin < size and TAGS[origin][2:] == tag[2:]
    return table


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.features = nn.EmbeddingBag(BUCKETS, WIDTH, mode="sum")
        nn.init.normal_(self.features.weight, std=0.1)
        self.window = nn.Parameter(torch.randn(2 * REACH + 1, WIDTH, HIDDEN) / math.sqrt(WIDTH * 3))
        self.bias = nn.Parameter(torch.zeros(HIDDEN))
        self.out = nn.Linear(HIDDEN, len(TAGS))
        self.moves = nn.Parameter(torch.zeros(len(TAGS) + 1, len(TAGS)))
        self.register_buffer("allowed", allowed())
        self.drop = nn.Dropout(0.35)

    def words(self, indices, offsets, weights):
        """Vectors of distinct words; row 0 is the padding."""
        sums = self.features(indices, offsets, per_sample_weights=weights)
        vectors = sums / self.counts(offsets, len(indices)).sqrt().unsqueeze(1)
        return torch.cat([torch.zeros(1, WIDTH), vectors])

    @staticmethod
    def counts(offsets, total):
        ends = torch.cat([offsets[1:], torch.tensor([total])])
        return (ends - offsets).clamp(min=1).float()

    def emissions(self, vectors, ids):
        """ids: (batch, length) rows of `vectors`, 0 where padded."""
        batch, length = ids.shape
        padded = nn.functional.pad(ids, (REACH, REACH))
        hidden = self.bias.expand(batch, length, HIDDEN)
        for place in range(2 * REACH + 1):
            part = vectors @ self.window[place]
            hidden = hidden + part[padded[:, place : place + length]]
        return self.out(self.drop(torch.relu(hidden)))

    def transitions(self):
        return self.moves.masked_fill(~self.allowed, -1e4)

    def loss(self, emissions, tags, mask):
        """Mean negative log likelihood a sentence."""
        moves = self.transitions()
        start, moves = moves[-1], moves[:-1]
        alpha = start + emissions[:, 0]
        gold = start[tags[:, 0]] + emissions[:, 0].gather(1, tags[:, :1]).squeeze(1)
        for place in range(1, tags.shape[1]):
            on = mask[:, place]
            step = torch.logsumexp(alpha.unsqueeze(2) + moves, 1) + emissions[:, place]
            alpha = torch.where(on.unsqueeze(1), step, alpha)
            now = moves[tags[:, place - 1], tags[:, place]] + emissions[:, place].gather(1, tags[:, place : place + 1]).squeeze(1)
            gold = gold + now * on
        return (torch.logsumexp(alpha, 1) - gold).mean()

    def decode(self, emissions: np.ndarray, moves: np.ndarray) -> list[int]:
        """Best tags of one sentence, (length, tags) in."""
        score = moves[-1] + emissions[0]
        back = []
        for row in emissions[1:]:
            table = score[:, None] + moves[:-1]
            best = table.argmax(0)
            back.append(best)
            score = table[best, np.arange(len(TAGS))] + row
        path = [int(score.argmax())]
        for best in reversed(back):
            path.append(int(best[path[-1]]))
        return path[::-1]
