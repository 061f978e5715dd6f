"""Sentiment and emotion on fixed states: a linear layer, and a small network of one hidden layer."""

import numpy as np
import torch
from torch import nn

from figures import sides
from material import Set
from shipped_states import shipped_states
from tweets import told_tweets

SENTIMENT_SHARES = {"goemotions train": 0.40, "opinion phrases 1": 0.20, "sgd train": 0.04, "multidogo": 0.04, "nlu++": 0.02,
                    "commands": 0.02, "signal phrases 1": 0.04, "tweets": 0.20}
EMOTION_HIDDEN = 256


def paced(parameters, rate: float, decay: float, steps: int):
    optimiser = torch.optim.AdamW(parameters, lr=rate, weight_decay=decay)
    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: max(0.02, 1 - step / steps))


def step_on(loss: torch.Tensor, optimiser, schedule) -> None:
    optimiser.zero_grad()
    loss.backward()
    optimiser.step()
    schedule.step()


def fit_sentiment(layer: tuple[np.ndarray, np.ndarray], sets: list[Set], tweets: np.ndarray | None = None, steps: int = 2500, seed: int = 1) -> nn.Linear:
    """Goes on from `layer`. A side is drawn the more often the rarer it is in its source (by the root of its count; tweets
    evenly), or most would be called neutral. `tweets`: which of the told tweets to learn from, by default all."""
    torch.manual_seed(seed)
    chooser = np.random.default_rng(seed)
    sources = []
    for data in sets:
        known = np.flatnonzero(data.sentiment.sum(1) > 0)
        if data.name in SENTIMENT_SHARES and len(known):
            sources.append((data.name, shipped_states([data.texts[place] for place in known]), data.sentiment[known].astype(np.float32), 0.5))
    texts, targets = told_tweets()
    chosen = np.arange(len(texts)) if tweets is None else tweets
    sources.append(("tweets", shipped_states(texts)[chosen], targets[chosen], 1.0))
    weights, bias = layer
    model = nn.Linear(weights.shape[1], 5)
    model.weight.data, model.bias.data = torch.from_numpy(weights.copy()), torch.from_numpy(bias.copy())
    optimiser, schedule = paced(model.parameters(), 1e-3, 0.05, steps)
    shares = np.array([SENTIMENT_SHARES[name] for name, _, _, _ in sources])
    draws = []
    for _, _, wanted, evenness in sources:
        side = sides(wanted)
        rows = (1 / np.bincount(side, minlength=3).clip(20) ** evenness)[side]
        draws.append(chooser.choice(len(side), size=(steps, 64), p=rows / rows.sum()))
    for step in range(steps):
        place = chooser.choice(len(sources), p=shares / shares.sum())
        rows = draws[place][step]
        states = nn.functional.dropout(torch.from_numpy(sources[place][1][rows]), 0.1)
        loss = -(torch.from_numpy(sources[place][2][rows]) * torch.log_softmax(model(states), 1)).sum(1).mean()
        step_on(loss, optimiser, schedule)
    return model


def fit_emotion(data: Set, epochs: int = 10, seed: int = 1) -> nn.Sequential:
    """Rare emotions weigh more, by the root of how rare they are; a tenth of each target is the emotion's share."""
    torch.manual_seed(seed)
    states, wanted = torch.from_numpy(shipped_states(data.texts)), torch.from_numpy((data.emotion > 0).astype(np.float32))
    shares = wanted.mean(0)
    count, width = states.shape
    model = nn.Sequential(nn.Dropout(0.2), nn.Linear(width, EMOTION_HIDDEN), nn.ReLU(), nn.Dropout(0.4), nn.Linear(EMOTION_HIDDEN, wanted.shape[1]))
    steps = epochs * count // 256
    optimiser, schedule = paced(model.parameters(), 1e-3, 0.1, steps)
    for _ in range(steps):
        rows = torch.randint(0, count, (256,))
        loss = nn.functional.binary_cross_entropy_with_logits(model(states[rows]), 0.9 * wanted[rows] + 0.1 * shares, pos_weight=shares ** -0.5)
        step_on(loss * wanted.shape[1], optimiser, schedule)
    return model.eval()
