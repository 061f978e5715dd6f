"""Calibrates the heads on the development parts and writes models/heads: `weights.bin` and `manifest.json`.

    python training/heads/publish.py [--name branch]
"""

import argparse
import hashlib
import json

import numpy as np
import torch

from batches import Batches
from bert import REPOSITORY
from figures import (answers_of, best_threshold, calibration_error, f1, load, macro_recall, platt, sides, sigmoid, softmax)
from labels import ACTS, EMOTIONS, SIGNALS
from material import development_sets
from fit import OUT

MODEL = REPOSITORY / "models" / "heads"
LAYERS = ("sentiment", "emotion", "signal", "turn", "act", "bears")


def gathered(held: list[tuple[Batches, dict]], field: str) -> tuple[np.ndarray, np.ndarray]:
    """Labels and logits of a field over all development sets."""
    return (np.concatenate([np.asarray(getattr(source.data, field)) for source, _ in held]),
            np.concatenate([answers[field] for _, answers in held]))


def calibrated(logits: np.ndarray, cells: np.ndarray, is_tuned: bool) -> dict[str, float]:
    """Scale and shift from the known cells; a threshold tuned for F1, or one half."""
    known = cells >= 0
    gold = cells[known] > 0
    if gold.sum() < 10:
        return {"scale": 1.0, "shift": 0.0, "threshold": 0.5}
    scale, shift = platt(logits[known], gold)
    threshold = best_threshold(sigmoid(scale * logits[known] + shift), gold) if is_tuned else 0.5
    return {"scale": round(scale, 5), "shift": round(shift, 5), "threshold": round(threshold, 4)}


def temperature(logits: np.ndarray, targets: np.ndarray) -> float:
    """The temperature of the least cross-entropy with the soft targets."""
    known = targets.sum(1) > 0
    def cost(value: float) -> float:
        return -(targets[known] * np.log(softmax(logits[known] / value) + 1e-9)).sum(1).mean()
    return float(min(np.linspace(0.5, 3, 101), key=cost))


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--name", default="branch")
    given = options.parse_args()
    torch.set_num_threads(1)
    model = load(given.name)
    held = [(source, answers_of(model, source)) for source in map(Batches, development_sets())]
    by_name = {source.data.name: (source, answers) for source, answers in held}
    dev, dev_answers = by_name["goemotions dev"]
    emotion = {name: calibrated(dev_answers["emotion"][:, column], dev.data.emotion[:, column], True)
               for column, name in enumerate(EMOTIONS)}
    cells, logits = gathered(held, "signal")
    signal = {name: calibrated(logits[:, column], cells[:, column], False) for column, name in enumerate(SIGNALS)}
    cells, logits = gathered(held, "act")
    act = {name: calibrated(logits[:, column], cells[:, column], True) for column, name in enumerate(ACTS)}
    cells, logits = gathered(held, "bears")
    bears = calibrated(logits, cells, True)
    # The seeded phrases weigh as much as the forum's comments: neither alone is what customers write.
    sentiment = [by_name[name] for name in ("goemotions dev", "opinion phrases 2")]
    heat = float(np.exp(np.mean([np.log(temperature(answers["sentiment"], source.data.sentiment)) for source, answers in sentiment])))
    for source, answers in sentiment:
        known = source.data.sentiment.sum(1) > 0
        print(source.data.name, "sentiment macro recall",
              round(macro_recall(sides(softmax(answers["sentiment"][known] / heat)), sides(source.data.sentiment[known])), 3))
    chances = np.stack([sigmoid(emotion[name]["scale"] * dev_answers["emotion"][:, column] + emotion[name]["shift"])
                        for column, name in enumerate(EMOTIONS)], 1)
    hits = dev.data.emotion > 0
    print("goemotions dev emotion macro F1", round(float(np.mean([f1(chances[:, column] >= emotion[name]["threshold"], hits[:, column])
          for column, name in enumerate(EMOTIONS)])), 3), "calibration error", round(calibration_error(chances.ravel(), hits.ravel()), 4))

    MODEL.mkdir(parents=True, exist_ok=True)
    layers, parts, offset = {}, [], 0
    for name in LAYERS:
        layer = getattr(model.heads, name)
        weights, bias = layer.weight.detach().numpy().astype("<f4"), layer.bias.detach().numpy().astype("<f4")
        layers[name] = {"inputs": weights.shape[1], "outputs": weights.shape[0], "offset": offset}
        parts += [weights.tobytes(), bias.tobytes()]
        offset += weights.size + bias.size
    data = b"".join(parts)
    state = "state-" + hashlib.sha256((OUT / f"{given.name}.npz").read_bytes()).hexdigest()[:8]
    digest = hashlib.sha256(data).hexdigest()
    path = MODEL / "manifest.json"
    # Fitted afterwards by satisfaction.py; until then nothing moves a score.
    scores = json.loads(path.read_text(encoding="utf-8"))["conversation"] if path.exists() else {
        "satisfaction": {"base": 3, "weights": {}}, "effort": {"base": 2, "weights": {}}}
    manifest = {"version": f"heads-{digest[:8]}", "state": state, "layers": layers, "sentimentTemperature": round(heat, 3),
                "emotion": emotion, "signal": signal, "act": act, "bears": bears, "conversation": scores, "sha256": {"weights.bin": digest}}
    (MODEL / "weights.bin").write_bytes(data)
    path.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{MODEL}: {len(data):,} bytes, {manifest['version']} for {state}")


if __name__ == "__main__":
    main()
