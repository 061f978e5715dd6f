"""All texts and labels that the heads are trained on, in one shape. Never read here: TweetEval, SST-2, USS, MultiWOZ's test part."""

import random
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

sys.path[:0] = [str(Path(__file__).resolve().parents[1] / name) for name in ("encoder", "trunk")]

import dialogues  # noqa: E402
import emotions  # noqa: E402
import phrases  # noqa: E402
import sentiment_labels  # noqa: E402
from labels import ACTS, SIGNALS, row  # noqa: E402
from paths import datasets  # noqa: E402
from states import tokenizer  # noqa: E402

"""Longer comments are left out of training: one in fourteen, a fifth of the time."""
MOST_TOKENS = 33

UNKNOWN_SENTIMENT = np.zeros(5, np.float32)


@dataclass
class Set:
    """Rows of one source. `sentiment` sums to 1, or to 0 where it is not known; other cells are 1, 0 or -1 (not known)."""

    name: str
    texts: list[str]
    before: list[str]
    is_customer: np.ndarray
    sentiment: np.ndarray
    emotion: np.ndarray
    act: np.ndarray
    bears: np.ndarray
    signal: np.ndarray
    sentiment_weight: float = 1.0
    order: str = field(default="mixed")
    either: np.ndarray | None = None
    """MultiWOZ's: whether inform or request holds, and thanks or goodbye (fit_turns.py)."""

    def __len__(self) -> int:
        return len(self.texts)


def of_named(name: str, texts: list[str], **given) -> Set:
    count = len(texts)
    blank = dict(before=[""] * count, is_customer=np.ones(count, np.float32), sentiment=np.zeros((count, 5), np.float32),
                 emotion=np.full((count, 28), -1, np.int8), act=np.full((count, len(ACTS)), -1, np.int8),
                 bears=np.full(count, -1, np.int8), signal=np.full((count, len(SIGNALS)), -1, np.int8))
    return Set(name, texts, **{**blank, **given})


def of_goemotions(part: str) -> Set:
    texts, rows = emotions.goemotions(datasets(), part)
    if part == "train":
        lengths = [len(encoding.ids) for encoding in tokenizer().encode_batch(texts)]
        kept = [place for place, length in enumerate(lengths) if length <= MOST_TOKENS]
        texts, rows = [texts[place] for place in kept], [rows[place] for place in kept]
    scores = sentiment_labels.lexicon_scores(texts)
    targets = [sentiment_labels.from_emotions(cells, score) for cells, score in zip(rows, scores, strict=True)]
    cells = np.full((len(texts), len(SIGNALS)), -1, np.int8)
    # Comments on a forum: hardly any of them is said to a company.
    for name in ("churn", "purchase", "escalation", "urgency", "solved", "failure"):
        cells[:, SIGNALS.index(name)] = 0
    return of_named(f"goemotions {part}", texts, emotion=np.array(rows, np.int8), signal=cells,
                sentiment=np.array([UNKNOWN_SENTIMENT if each is None else each for each in targets], np.float32))


def of_turns(name: str, turns: list[dialogues.Turn], signal: int = -1) -> Set:
    """`signal` 0 says that these turns have none of the signals (dialogues played by people who were given a task)."""
    texts = [each.text for each in turns]
    targets = [sentiment_labels.from_words(score) for score in sentiment_labels.lexicon_scores(texts)]
    cells = np.full((len(turns), len(SIGNALS)), signal, np.int8)
    cells[:, SIGNALS.index("failure")] = [each.fails for each in turns]
    if signal == 0:
        for column in (SIGNALS.index("purchase"), SIGNALS.index("solved"), SIGNALS.index("urgency")):
            cells[:, column] = -1
    return of_named(name, texts, before=[each.before for each in turns],
                is_customer=np.array([each.is_customer for each in turns], np.float32),
                sentiment=np.array([UNKNOWN_SENTIMENT if each is None else each for each in targets], np.float32),
                act=np.array([each.acts for each in turns], np.int8),
                bears=np.array([each.bears_intent for each in turns], np.int8), signal=cells,
                sentiment_weight=0.3, order="dialogue")


def of_signals(count: int, seed: int) -> Set:
    made = phrases.signal_phrases(count, seed)
    return of_named(f"signal phrases {seed}", [text for text, _, _ in made],
                is_customer=np.array(["failure" not in has for _, has, _ in made], np.float32),
                act=np.array([row(ACTS, has, may | {"offer", "inform"} - has) for _, has, may in made], np.int8),
                bears=np.array([1 if "bears" in has else -1 if "bears" in may else 0 for _, has, may in made], np.int8),
                signal=np.array([row(SIGNALS, has, may) for _, has, may in made], np.int8))


def of_opinions(count: int, seed: int) -> Set:
    made = phrases.opinion_phrases(count, seed)
    return of_named(f"opinion phrases {seed}", [text for text, _ in made],
                sentiment=np.array([sentiment_labels.from_phrase(value) for _, value in made], np.float32))


def rough(turns: list[dialogues.Turn], share: float, seed: int) -> list[dialogues.Turn]:
    """The turns, a share of them without punctuation, as people type in chats."""
    chooser = random.Random(seed)
    def strip(text: str) -> str:
        return re.sub(r"[.,;:!?]+(?=\s|$)", "", text)
    return [dialogues.Turn(strip(each.text), each.before, each.is_customer, each.acts, each.bears_intent, each.fails)
            if chooser.random() < share else each for each in turns]


def training_sets() -> list[Set]:
    folder = datasets()
    return [
        of_goemotions("train"),
        of_turns("sgd train", rough(dialogues.sgd(folder, "train", 330), 0.2, 1), signal=0),
        of_turns("multidogo", dialogues.multidogo(folder, ("train",), 3000)),
        of_turns("nlu++", dialogues.nlupp(folder)),
        of_turns("commands", rough(dialogues.commands(folder, 2000), 0.3, 2)),
        of_signals(6000, 1),
        of_opinions(7000, 1),
    ]


def development_sets() -> list[Set]:
    folder = datasets()
    return [
        of_goemotions("dev"),
        of_turns("sgd dev", dialogues.sgd(folder, "dev", 60), signal=0),
        of_turns("multidogo dev", dialogues.multidogo(folder, ("dev",), 600)),
        of_signals(1000, 2),
        of_opinions(800, 2),
    ]
