"""Figures of a trained branch and its heads on the development parts (never on a test set).

    python training/heads/figures.py [--name branch]
"""

import argparse

import numpy as np
import torch
from scipy.optimize import minimize
from scipy.stats import spearmanr

from batches import Batches
from labels import ACTS, EMOTIONS, SIGNALS
from material import development_sets
from model import Model
from fit import OUT


def answers_of(model: Model, source: Batches) -> dict[str, np.ndarray]:
    """Logits of every row, in order."""
    model.eval()
    parts, order = [], []
    with torch.inference_mode():
        for chosen in source.plan(64, None):
            answers, _ = source.run(model, chosen)
            parts.append({name: value.numpy() for name, value in answers.items()})
            order.append(chosen)
    back = np.argsort(np.concatenate(order))
    return {name: np.concatenate([part[name] for part in parts])[back] for name in parts[0]}


def f1(predicted: np.ndarray, gold: np.ndarray) -> float:
    hits = (predicted & gold).sum()
    return float(2 * hits / max(1, predicted.sum() + gold.sum()))


def best_threshold(probabilities: np.ndarray, gold: np.ndarray) -> float:
    """Threshold of the best F1; the mean of all that come within half a point of it, so that chance counts less."""
    grid = np.linspace(0.05, 0.9, 86)
    scores = np.array([f1(probabilities >= each, gold) for each in grid])
    return float(grid[scores >= scores.max() - 0.005].mean())


def platt(logits: np.ndarray, gold: np.ndarray) -> tuple[float, float]:
    """Scale and shift of a logit that make its probability true (Platt 1999), held near 1 and 0 where data is scarce."""
    def cost(pair: np.ndarray) -> float:
        values = pair[0] * logits + pair[1]
        return float(np.logaddexp(0, values).sum() - values[gold].sum() + 4 * (pair[0] - 1) ** 2 + 0.5 * pair[1] ** 2)
    scale, shift = minimize(cost, np.array([1.0, 0.0]), method="Nelder-Mead").x
    return float(scale), float(shift)


def calibration_error(probabilities: np.ndarray, hits: np.ndarray, bins: int = 15) -> float:
    """Expected calibration error over equally wide bins."""
    place = np.minimum((probabilities * bins).astype(int), bins - 1)
    return float(sum(abs(probabilities[place == each].mean() - hits[place == each].mean()) * (place == each).mean()
                     for each in range(bins) if (place == each).any()))


def sigmoid(values: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-values))


def softmax(values: np.ndarray) -> np.ndarray:
    values = np.exp(values - values.max(1, keepdims=True))
    return values / values.sum(1, keepdims=True)


def sides(probabilities: np.ndarray) -> np.ndarray:
    """0, 1, 2 for negative, neutral, positive, by the mass on each side."""
    return np.stack([probabilities[:, :2].sum(1), probabilities[:, 2], probabilities[:, 3:].sum(1)], 1).argmax(1)


def macro_recall(predicted: np.ndarray, gold: np.ndarray) -> float:
    return float(np.mean([(predicted[gold == each] == each).mean() for each in np.unique(gold)]))


def report(name: str, answers: dict[str, np.ndarray], source: Batches) -> None:
    data = source.data
    known = data.sentiment.sum(1) > 0
    if known.any():
        given = softmax(answers["sentiment"])[known]
        gold = sides(data.sentiment[known])
        want = data.sentiment[known] @ np.arange(-2, 3)
        print(f"{name}: sentiment macro recall {macro_recall(sides(given), gold):.3f}, "
              f"Spearman {spearmanr(given @ np.arange(-2, 3), want)[0]:.3f}")
    if (data.emotion >= 0).any():
        gold = data.emotion > 0
        scores = []
        for column, emotion in enumerate(EMOTIONS):
            scale, shift = platt(answers["emotion"][:, column], gold[:, column])
            given = sigmoid(scale * answers["emotion"][:, column] + shift)
            scores.append(f1(given >= best_threshold(given, gold[:, column]), gold[:, column]))
        print(f"{name}: emotion macro F1 {np.mean(scores):.3f} (thresholds fitted on the same texts)",
              " ".join(f"{emotion} {score:.2f}" for emotion, score in zip(EMOTIONS, scores, strict=True)))
    for field, names in (("act", ACTS), ("signal", SIGNALS)):
        cells = getattr(data, field)
        scores = {}
        for column, label in enumerate(names):
            known = cells[:, column] >= 0
            if (cells[:, column] > 0).sum() >= 20:
                scores[label] = f1(answers[field][known, column] > 0, cells[known, column] > 0)
        if scores:
            print(f"{name}: {field} macro F1 {np.mean(list(scores.values())):.3f}", " ".join(f"{k} {v:.2f}" for k, v in scores.items()))
    known = data.bears >= 0
    if known.any():
        print(f"{name}: intent-bearing F1 {f1(answers['bears'][known] > 0, data.bears[known] > 0):.3f}")


def load(name: str) -> Model:
    model = Model()
    model.load_state_dict(torch.load(OUT / f"{name}.pt")["model"])
    return model.eval()


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--name", default="branch")
    options.add_argument("--only", default="")
    given = options.parse_args()
    torch.set_num_threads(1)
    trained = load(given.name)
    for each in development_sets():
        if given.only in each.name:
            held = Batches(each)
            report(each.name, answers_of(trained, held), held)
