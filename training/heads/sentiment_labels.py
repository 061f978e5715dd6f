"""Sentiment targets: five probabilities, from −2 to 2, out of signals that were made independently of each other.

No licence-clean corpus of rated reviews was at hand. People's emotions (GoEmotions) give the side, the kind of emotion and a
word list of our own give the strength, and seeded opinion phrases give both. Where a comment's emotions and the word list
disagree, the target is softened instead of choosing one.
"""

import json
import subprocess
from pathlib import Path

import numpy as np

from emotions import polarity
from labels import EMOTIONS

HERE = Path(__file__).resolve().parent
STRONG = set("anger disgust grief sadness love excitement joy admiration gratitude".split())
FAINT = set("amusement approval caring desire disapproval annoyance realization".split())


def lexicon_scores(texts: list[str]) -> list[float | None]:
    """The word list's score of each text, by the TypeScript that it is written in."""
    given = "\n".join(json.dumps(text) for text in texts)
    node = HERE.parents[1] / "node_modules" / ".bin" / "node"
    done = subprocess.run([node, "--disable-warning=ExperimentalWarning", HERE / "score-lexicon.ts"],
                          input=given, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def from_emotions(row: list[int], score: float | None) -> np.ndarray | None:
    """Target of a comment with these emotions; None where they point both ways."""
    side = polarity(row)
    if side is None:
        return None
    if side == 0:
        target = np.array([0.01, 0.05, 0.88, 0.05, 0.01])
        if score is not None and abs(score) >= 1:
            target[3 if score > 0 else 1] += 0.15
            target[2] -= 0.15
        return target
    has = {name for name, cell in zip(EMOTIONS, row, strict=True) if cell}
    strong = 0.5 if has & STRONG else 0.12 if has <= FAINT else 0.3
    agrees = 0 if score is None else score * side
    if agrees >= 1.1:
        strong = min(0.8, strong + 0.25)
    faint, none, other = (1 - strong), 0.06, 0.02
    if agrees < -0.4:
        strong, none, other = strong * 0.4, 0.14, 0.1
        faint = 1 - strong
    scale = 1 - none - other
    target = np.array([other * 0.4, other * 0.6, none, faint * scale, strong * scale])
    return target if side > 0 else target[::-1].copy()


def from_words(score: float | None) -> np.ndarray | None:
    """Target of a text that only the word list judges; None where it is not sure."""
    if score is None:
        return np.array([0.01, 0.06, 0.88, 0.04, 0.01])
    if abs(score) < 0.55:
        return None
    strong = 0.6 if abs(score) >= 1.2 else 0.2
    target = np.array([0.01, 0.04, 0.2, 0.75 * (1 - strong), 0.75 * strong])
    return target if score > 0 else target[::-1].copy()


def from_phrase(value: int) -> np.ndarray:
    """Target of a seeded phrase."""
    target = np.full(5, 0.02)
    target[value + 2] += 0.74
    for near in (value + 1, value + 3):
        if 0 <= near < 5 and (value == 0 or near != 2):
            target[near] += 0.08
    return target / target.sum()
