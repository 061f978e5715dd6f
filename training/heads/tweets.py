"""Tweets of the Broad Twitter Corpus (CC BY 4.0), whose sides we told by hand: -1, 0 or 1 for what the writer feels or what is
reported. The corpus itself has entities only. `tweets.tsv` names them by section and number; the words stay in the data set."""

import csv
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "tagger"))

import corpora  # noqa: E402

SOFT = {-1: [0.30, 0.56, 0.10, 0.03, 0.01], 0: [0.01, 0.06, 0.86, 0.06, 0.01], 1: [0.01, 0.03, 0.10, 0.56, 0.30]}


def told_tweets() -> tuple[list[str], np.ndarray]:
    """Texts and targets: five probabilities each, from -2 to 2."""
    with open(HERE / "tweets.tsv", encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    sections = {name: corpora.ner(f"btc-{name}") for name in {row["section"] for row in rows}}
    texts = [sections[row["section"]][int(row["number"])][0] for row in rows]
    return texts, np.array([SOFT[int(row["side"])] for row in rows], np.float32)
