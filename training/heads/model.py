"""The branch and the heads on its state.

Of the branch's two layers the first stays the published ninth, so that its output is computed once a text and kept on disk;
only the second is trained, and only for the first token, which alone is pooled. A training step then costs a tenth.
"""

import sys
from pathlib import Path

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "trunk"))

from bert import WIDTH, Branch, load_weights, upper_branch  # noqa: E402
from labels import ACTS, EMOTIONS, SIGNALS  # noqa: E402

HIDDEN = 96


class Heads(nn.Module):
    """Sentiment, emotion and signals read the state alone; act and intent-bearing also the state of the turn before."""

    def __init__(self):
        super().__init__()
        self.sentiment = nn.Linear(WIDTH, 5)
        self.emotion = nn.Linear(WIDTH, len(EMOTIONS))
        self.signal = nn.Linear(WIDTH, len(SIGNALS))
        self.turn = nn.Linear(2 * WIDTH + 2, HIDDEN)
        self.act = nn.Linear(HIDDEN, len(ACTS))
        self.bears = nn.Linear(HIDDEN, 1)

    def forward(self, state: Tensor, before: Tensor, has_before: Tensor, is_customer: Tensor) -> dict[str, Tensor]:
        """`before` is zero where there is no turn before. Gives logits."""
        flags = torch.stack([has_before, is_customer], dim=1)
        turn = functional.relu(self.turn(torch.cat([state, before * has_before[:, None], flags], dim=1)))
        return {"sentiment": self.sentiment(state), "emotion": self.emotion(state), "signal": self.signal(state),
                "act": self.act(turn), "bears": self.bears(turn)[:, 0]}


class Model(nn.Module):
    """`branch` reads what material_cache.py wrote: the states after the branch's first layer. `first` says which published
    layer its trained layer starts as (0 to 11)."""

    def __init__(self, first: int = 9):
        super().__init__()
        self.branch = upper_branch(load_weights(), first=first, count=1)
        self.heads = Heads()

    def whole_branch(self) -> Branch:
        """Both layers, as the encoder's graph takes them."""
        return Branch([*upper_branch(load_weights(), first=8, count=1).blocks, *self.branch.blocks])


def masked_bce(logits: Tensor, cells: Tensor) -> Tensor:
    """Binary cross-entropy over the cells that are known; 0 when none is."""
    known = cells >= 0
    if not known.any():
        return logits.sum() * 0
    return functional.binary_cross_entropy_with_logits(logits[known], cells[known].float())


def loss_of(answers: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    known = batch["sentiment"].sum(1)
    weight = known * batch["sentiment_weight"]
    sentiment = -(batch["sentiment"] * functional.log_softmax(answers["sentiment"], 1)).sum(1)
    total = (sentiment * weight).sum() / weight.sum().clamp(min=1)
    # Emotions are rare cells among 28: their mean loss is small beside the others'.
    total = total + 8 * masked_bce(answers["emotion"], batch["emotion"])
    total = total + 2 * masked_bce(answers["act"], batch["act"])
    total = total + masked_bce(answers["bears"], batch["bears"]) + 2 * masked_bce(answers["signal"], batch["signal"])
    return total
