"""What the heads lose by reading the shipped encoder's states of 8 bits instead of the trained branch's own, on the development parts.

    python training/heads/int8_loss.py
"""

import numpy as np
import torch

from batches import Batches
from figures import f1, load, macro_recall, sides, sigmoid, softmax
from labels import ACTS, EMOTIONS
from material import Set, development_sets
from refit import read_layers
from shipped_states import shipped_states


def float_states(source: Batches, model) -> tuple[np.ndarray, np.ndarray]:
    """States of the texts and of the turns before, by the branch in floating point."""
    with torch.inference_mode():
        places = np.arange(len(source.states.lengths))
        states = np.concatenate([source.states_of(model.branch, part, 0.0).numpy() for part in np.array_split(places, max(1, len(places) // 64))])
    return states[source.own], states[source.previous]


def figures(data: Set, own: np.ndarray, before: np.ndarray, manifest: dict, layers: dict) -> dict[str, float]:
    def apply(name: str, rows: np.ndarray) -> np.ndarray:
        return rows @ layers[name][0].T + layers[name][1]
    def holds(entry: dict, logits: np.ndarray) -> np.ndarray:
        return sigmoid(entry["scale"] * logits + entry["shift"]) >= entry["threshold"]
    found = {}
    known = data.sentiment.sum(1) > 0
    if data.name in ("goemotions dev", "opinion phrases 2"):
        found["sentiment, mean recall"] = macro_recall(sides(softmax(apply("sentiment", own[known]))), sides(data.sentiment[known]))
    if (data.emotion >= 0).any():
        logits = apply("emotion", np.maximum(0, apply("emotionHidden", own)))
        found["emotion, macro F1"] = float(np.mean([f1(holds(manifest["emotion"][name], logits[:, column]), data.emotion[:, column] > 0) for column, name in enumerate(EMOTIONS)]))
    if (data.bears >= 0).any():
        has = np.array([text != "" for text in data.before], np.float32)[:, None]
        hidden = np.maximum(0, apply("turn", np.concatenate([own, before * has, has, data.is_customer[:, None]], 1)))
        logits = apply("act", hidden)
        columns = [column for column in range(len(ACTS)) if (data.act[:, column] > 0).sum() >= 20]
        found["acts, macro F1"] = float(np.mean([f1(holds(manifest["act"][ACTS[column]], logits[:, column])[data.act[:, column] >= 0], data.act[data.act[:, column] >= 0, column] > 0) for column in columns]))
        told = data.bears >= 0
        found["intent-bearing, F1"] = f1(holds(manifest["bears"], apply("bears", hidden)[:, 0])[told], data.bears[told] > 0)
    return found


def main() -> None:
    torch.set_num_threads(1)
    manifest, layers = read_layers()
    model = load("branch")
    for data in development_sets():
        exact = figures(data, *float_states(Batches(data), model), manifest, layers)
        shipped = figures(data, shipped_states(data.texts), shipped_states(data.before), manifest, layers)
        for name, value in exact.items():
            print(f"{data.name}, {name}: float {value:.4f}, int8 {shipped[name]:.4f}, lost {100 * (value - shipped[name]):+.2f} points")


if __name__ == "__main__":
    main()
