"""Batches of a set: rows of like length together, dialogues in their order so that a turn's state serves the next turn."""

import numpy as np
import torch

from material import Set
from material_cache import family, read_states
from states import States


class Batches:
    """A set with the states of its texts and of the turns before."""

    def __init__(self, data: Set):
        self.data = data
        distinct = {text: place for place, text in enumerate(dict.fromkeys([*data.texts, *data.before, ""]))}
        self.states: States = read_states(list(distinct), family(data.name))
        self.own = np.array([distinct[text] for text in data.texts])
        self.previous = np.array([distinct[text] for text in data.before])
        self.has_before = np.array([text != "" for text in data.before], np.float32)

    def plan(self, size: int, chooser: np.random.Generator | None) -> list[np.ndarray]:
        """Row numbers of each batch; shuffled where a chooser is given."""
        count = len(self.data)
        if self.data.order == "dialogue":
            order = np.arange(count)
        else:
            noise = chooser.random(count) * 3 if chooser is not None else np.zeros(count)
            order = np.argsort(self.states.lengths[self.own] + noise, kind="stable")
        batches = [order[start:start + size] for start in range(0, count, size)]
        if chooser is not None:
            chooser.shuffle(batches)
        return batches

    def states_of(self, branch, places: np.ndarray, dropout: float) -> torch.Tensor:
        """The branch's states of these texts, computed in two halves by length, in the order given."""
        order = np.argsort(self.states.lengths[places], kind="stable")
        rows, parts = [], np.array_split(order, 2 if len(places) > 24 else 1)
        for part in parts:
            hidden, mask = self.states.batch(places[part])
            with torch.autocast("cpu", torch.bfloat16):
                rows.append(branch(hidden, mask, dropout=dropout).float())
        back = np.empty(len(places), np.int64)
        back[np.concatenate(parts)] = np.arange(len(places))
        return torch.cat(rows)[torch.from_numpy(back)]

    def run(self, model, chosen: np.ndarray, dropout: float = 0.0) -> tuple[dict, dict]:
        """Answers of the heads and the labels of the rows `chosen`."""
        needed = np.unique(np.concatenate([self.own[chosen], self.previous[chosen][self.has_before[chosen] > 0]]))
        states = self.states_of(model.branch, needed, dropout)
        states = torch.nn.functional.dropout(states, dropout, model.training)
        own = states[torch.from_numpy(np.searchsorted(needed, self.own[chosen]))]
        place = np.clip(np.searchsorted(needed, self.previous[chosen]), 0, len(needed) - 1)
        has_before = torch.from_numpy(self.has_before[chosen])
        answers = model.heads(own, states[torch.from_numpy(place)], has_before,
                              torch.from_numpy(self.data.is_customer[chosen]))
        data = self.data
        labels = {name: torch.from_numpy(np.asarray(getattr(data, name)[chosen]))
                  for name in ("sentiment", "emotion", "act", "bears", "signal")}
        labels["sentiment_weight"] = torch.full((len(chosen),), data.sentiment_weight)
        return answers, labels
