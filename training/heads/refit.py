"""Fits sentiment, emotion, act and intent-bearing anew on the states of the shipped encoder, calibrates them on texts kept back, and
writes models/heads. The branch stays as it is; the signals stay as publish.py wrote them.

    python training/heads/refit.py [--look]
"""

import argparse
import hashlib
import json

import numpy as np
import torch

from figures import calibration_error, f1, macro_recall, platt, sides, sigmoid, softmax
from fit_feelings import fit_emotion, fit_sentiment
from fit_turns import fit_turns, inputs_of, multiwoz_sets
from labels import ACTS, EMOTIONS
from material import development_sets, training_sets
from publish import MODEL, calibrated, temperature
from shipped_states import shipped_states
from tweets import told_tweets

FOLDS = 4
Layers = dict[str, tuple[np.ndarray, np.ndarray]]


def read_layers() -> tuple[dict, Layers]:
    manifest = json.loads((MODEL / "manifest.json").read_text(encoding="utf-8"))
    values = np.fromfile(MODEL / "weights.bin", "<f4")
    layers = {}
    for name, shape in manifest["layers"].items():
        begin, middle = shape["offset"], shape["offset"] + shape["inputs"] * shape["outputs"]
        layers[name] = values[begin:middle].reshape(shape["outputs"], shape["inputs"]), values[middle:middle + shape["outputs"]]
    return manifest, layers


def write_layers(manifest: dict, layers: Layers) -> None:
    shapes, parts, offset = {}, [], 0
    for name, (weights, bias) in layers.items():
        shapes[name] = {"inputs": weights.shape[1], "outputs": weights.shape[0], "offset": offset}
        parts += [weights.astype("<f4").tobytes(), bias.astype("<f4").tobytes()]
        offset += weights.size + bias.size
    data = b"".join(parts)
    digest = hashlib.sha256(data).hexdigest()
    manifest |= {"version": f"heads-{digest[:8]}", "layers": shapes, "sha256": {"weights.bin": digest}}
    (MODEL / "weights.bin").write_bytes(data)
    (MODEL / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    print(f"{MODEL}: {len(data):,} bytes, {manifest['version']} for {manifest['state']}")


def arrays(layer: torch.nn.Linear) -> tuple[np.ndarray, np.ndarray]:
    return layer.weight.detach().numpy(), layer.bias.detach().numpy()


def expected_threshold(chances: np.ndarray) -> float:
    """Half of the best F1 that true probabilities promise: where a further label would no longer raise it (Lipton et al. 2014).
    A threshold found by trying would follow the chance of the few examples that rare emotions have."""
    falling = np.sort(chances)[::-1]
    best = (2 * falling.cumsum() / (np.arange(1, len(falling) + 1) + falling.sum())).max()
    return float(np.clip(best / 2, 0.05, 0.9))


def calibrate_emotion(logits: np.ndarray, gold: np.ndarray) -> tuple[dict, np.ndarray]:
    entries, chances = {}, np.zeros_like(logits)
    for column, name in enumerate(EMOTIONS):
        scale, shift = platt(logits[:, column], gold[:, column])
        chances[:, column] = sigmoid(scale * logits[:, column] + shift)
        entries[name] = {"scale": round(scale, 5), "shift": round(shift, 5), "threshold": round(expected_threshold(chances[:, column]), 4)}
    return entries, chances


def emotion_heads(manifest: dict, layers: Layers, sets, held) -> None:
    model = fit_emotion(sets["goemotions train"])
    layers["emotionHidden"], layers["emotion"] = arrays(model[1]), arrays(model[4])
    dev = held["goemotions dev"]
    with torch.inference_mode():
        logits = model(torch.from_numpy(shipped_states(dev.texts))).numpy()
    gold = dev.emotion > 0
    half = np.arange(len(gold)) % 2 == 0
    entries, _ = calibrate_emotion(logits[half], gold[half])
    scores = [f1(sigmoid(entry["scale"] * logits[~half, column] + entry["shift"]) >= entry["threshold"], gold[~half, column]) for column, entry in enumerate(entries.values())]
    manifest["emotion"], chances = calibrate_emotion(logits, gold)
    print(f"emotion: macro F1 {np.mean(scores):.3f} on half of goemotions dev, thresholds from the other half; "
          f"calibration error {calibration_error(chances.ravel(), gold.ravel()):.4f}")


def sentiment_head(manifest: dict, layers: Layers, sets, held) -> None:
    texts, targets = told_tweets()
    states, old = shipped_states(texts), layers["sentiment"]
    told, given = np.arange(len(texts)), np.zeros((len(texts), 5))
    for fold in range(FOLDS):
        weights, bias = arrays(fit_sentiment(old, list(sets.values()), told[told % FOLDS != fold]))
        given[told % FOLDS == fold] = softmax(states[told % FOLDS == fold] @ weights.T + bias)
    before = softmax(states @ old[0].T + old[1])
    print(f"sentiment: mean recall on told tweets {macro_recall(sides(before), sides(targets)):.3f} before, {macro_recall(sides(given), sides(targets)):.3f} after, those kept back")
    layers["sentiment"] = weights, bias = arrays(fit_sentiment(old, list(sets.values())))
    heats = []
    for name in ("goemotions dev", "opinion phrases 2"):
        known = held[name].sentiment.sum(1) > 0
        logits = shipped_states(held[name].texts)[known] @ weights.T + bias
        heats.append(np.log(temperature(logits, held[name].sentiment[known])))
        print(f"  {name}: mean recall {macro_recall(sides(softmax(logits)), sides(held[name].sentiment[known])):.3f}")
    manifest["sentimentTemperature"] = round(float(np.exp(np.mean(heats))), 3)


def turn_heads(manifest: dict, layers: Layers, sets, held) -> None:
    learnt, kept = multiwoz_sets()
    model = fit_turns(layers, [*sets.values(), learnt])
    layers |= {name: arrays(getattr(model, name)) for name in ("turn", "act", "bears")}
    known = [each for name, each in held.items() if "goemotions" not in name and "opinion" not in name] + [kept]
    # Calibrated for both ways of reading, with the turn before and without it; the figures below are of the first.
    with torch.inference_mode():
        answers, alone = ([[column.numpy() for column in model(*inputs_of(each, is_alone))] for each in known] for is_alone in (False, True))
    cells = np.concatenate([each.act for each in known] * 2)
    logits = np.concatenate([act for act, _ in answers + alone])
    manifest["act"] = {name: calibrated(logits[:, column], cells[:, column], True) for column, name in enumerate(ACTS)}
    manifest["bears"] = calibrated(np.concatenate([bears for _, bears in answers + alone]), np.concatenate([each.bears for each in known] * 2), True)
    for each, (act, bears) in zip(known, answers, strict=True):
        scores = {name: f1(act[each.act[:, column] >= 0, column] > 0, each.act[each.act[:, column] >= 0, column] > 0)
                  for column, name in enumerate(ACTS) if (each.act[:, column] > 0).sum() >= 20}
        print(f"  {each.name}: acts {np.mean(list(scores.values())):.3f}, intent-bearing {f1(bears[each.bears >= 0] > 0, each.bears[each.bears >= 0] > 0):.3f}")


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--look", action="store_true", help="print the figures and write nothing")
    given = options.parse_args()
    torch.set_num_threads(1)
    sets, held = {each.name: each for each in training_sets()}, {each.name: each for each in development_sets()}
    manifest, layers = read_layers()
    for fit in (turn_heads, sentiment_head, emotion_heads):
        fit(manifest, layers, sets, held)
    if not given.look:
        write_layers(manifest, layers)


if __name__ == "__main__":
    main()
