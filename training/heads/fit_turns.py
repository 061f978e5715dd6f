"""Act and intent-bearing on fixed states: both read a turn and the one before it through one hidden layer."""

import numpy as np
import torch
from torch import nn

import dialogues
from labels import ACTS, row
from material import Set, datasets, of_named
from shipped_states import shipped_states

SHARES = {"sgd train": 0.34, "multidogo": 0.14, "nlu++": 0.06, "commands": 0.06, "signal phrases 1": 0.12, "multiwoz": 0.3}
STEPS, BATCH, RATE = 3000, 128, 1e-3
ALONE = 0.3
"""So often a turn is read without the one before it, as the pipeline reads distinct texts."""
KEPT_BACK = 5
"""One dialogue of MultiWOZ's validation part in so many is kept for calibration."""
INFORM, REQUEST, THANKS, GOODBYE = (ACTS.index(name) for name in ("inform", "request", "thanks", "goodbye"))


def multiwoz_sets() -> tuple[Set, Set]:
    """MultiWOZ's validation part, to learn from and kept back. Its Inform is ours in two acts, and of thanks and goodbye it
    marks one where both are said: such cells are unknown, and `either` says that one of the two holds."""
    turns, acts, bears = dialogues.multiwoz(datasets(), "val")
    dialogue = np.cumsum([turn.before == "" for turn in turns])
    cells = []
    for given in acts:
        unknown = {"confirm", "deny", "offer", "complaint", "wish", "greeting", "thanks", "goodbye"}
        unknown |= {"inform", "request"} if "inform or request" in given else set()
        cells.append(row(ACTS, given & {"question"}, unknown))
    either = np.array([["inform or request" in given, bool(given & {"thanks", "goodbye"})] for given in acts], np.int8)
    def part(chosen: np.ndarray) -> Set:
        found = of_named("multiwoz", [turns[place].text for place in chosen], before=[turns[place].before for place in chosen],
                         act=np.array([cells[place] for place in chosen], np.int8), bears=np.array([bears[place] for place in chosen], np.int8))
        found.either = either[chosen]
        return found
    return part(np.flatnonzero(dialogue % KEPT_BACK)), part(np.flatnonzero(dialogue % KEPT_BACK == 0))


class TurnHeads(nn.Module):
    def __init__(self, layers: dict[str, tuple[np.ndarray, np.ndarray]]):
        super().__init__()
        for name in ("turn", "act", "bears"):
            weights, bias = layers[name]
            layer = nn.Linear(weights.shape[1], weights.shape[0])
            layer.weight.data, layer.bias.data = torch.from_numpy(weights.copy()), torch.from_numpy(bias.copy())
            setattr(self, name, layer)
        self.drop = nn.Dropout(0.2)

    def forward(self, own, before, has_before, is_customer):
        parts = [self.drop(own), self.drop(before) * has_before[:, None], has_before[:, None], is_customer[:, None]]
        hidden = self.drop(torch.relu(self.turn(torch.cat(parts, 1))))
        return self.act(hidden), self.bears(hidden)[:, 0]


def inputs_of(data: Set, is_alone: bool = False) -> tuple[torch.Tensor, ...]:
    has_before = np.array([text != "" and not is_alone for text in data.before], np.float32)
    return (torch.from_numpy(shipped_states(data.texts)), torch.from_numpy(shipped_states(data.before)),
            torch.from_numpy(has_before), torch.from_numpy(data.is_customer.astype(np.float32)))


def known_loss(logits: torch.Tensor, cells: torch.Tensor) -> torch.Tensor:
    known = cells >= 0
    return nn.functional.binary_cross_entropy_with_logits(logits[known], cells[known].float()) if known.any() else logits.sum() * 0


def either_loss(logits: torch.Tensor, either: torch.Tensor) -> torch.Tensor:
    """MultiWOZ's cells that ours split in two: that inform or request holds, or none; and that thanks or goodbye does."""
    chance = torch.sigmoid(logits)
    def one_of(first: int, second: int) -> torch.Tensor:
        return (1 - (1 - chance[:, first]) * (1 - chance[:, second])).clamp(1e-5, 1 - 1e-5)
    says = one_of(INFORM, REQUEST)
    wanted = either[:, 0].float()
    loss = -0.5 * (wanted * says.log() + (1 - wanted) * (1 - says).log()).mean()
    closes = either[:, 1] > 0
    return loss - 0.3 * one_of(THANKS, GOODBYE)[closes].log().mean() if closes.any() else loss


def fit_turns(layers, sets: list[Set], seed: int = 1) -> TurnHeads:
    """Goes on from `layers`; `sets` are drawn by SHARES."""
    torch.manual_seed(seed)
    chooser = np.random.default_rng(seed)
    model = TurnHeads(layers)
    sets = [each for each in sets if each.name in SHARES]
    read = [inputs_of(each) for each in sets]
    shares = np.array([SHARES[each.name] for each in sets])
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.02)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / 100) * max(0.02, 1 - step / STEPS))
    for _ in range(STEPS):
        place = chooser.choice(len(sets), p=shares / shares.sum())
        data, chosen = sets[place], chooser.integers(0, len(sets[place]), BATCH)
        own, before, has_before, is_customer = (column[chosen] for column in read[place])
        act, bears = model(own, before, has_before * (torch.rand(BATCH) >= ALONE), is_customer)
        loss = 2 * known_loss(act, torch.from_numpy(data.act[chosen])) + known_loss(bears, torch.from_numpy(data.bears[chosen]))
        if data.either is not None:
            loss = loss + either_loss(act, torch.from_numpy(data.either[chosen]))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        schedule.step()
    return model.eval()
