"""Sets that choose between encoders by fine distinctions: many intents inside one subject. They are never trained on.

None is part of the data sets that PARLANCE_DATASETS names, so they are taken from clones of three public repositories in
training/out/encoder/fine; a set that is absent is left out with a word.

| folder | repository at commit | what | licence |
|---|---|---|---|
| `acid` | AmFamMLTeam/ACID 66bc5e0, `customer_testing.csv` | 174 intents of insurance customers | none stated: measured on only |
| `vira` | IBM/vira-intent-classification 6b36906, `intent_dataset/*.csv` | 180 questions about one vaccination | Apache-2.0 |
| `hint3` | hellohaptik/HINT3 99965c8, `dataset/v2/*/*.csv` | customers of three shops and games | ODbL |
"""

import csv
import sys

from paths import OUT

FOLDER = OUT / "fine"
EMPTY = {"NO_NODES_DETECTED", ""}


def fine_rows() -> dict[str, list[tuple[str, str]]]:
    """Texts and intents of each set that is there."""
    found = {"ACID, insurance": _acid(), "VIRA, one vaccination": _vira(), "HINT3, three shops": _hint3()}
    for name, rows in found.items():
        if not rows:
            print(f"{name}: absent, see training/encoder/fine_sets.py", file=sys.stderr)
    return {name: rows for name, rows in found.items() if rows}


def _rows(path: str, text: str, label: str) -> list[tuple[str, str]]:
    if not (FOLDER / path).exists():
        return []
    with (FOLDER / path).open(encoding="utf-8", newline="", errors="replace") as file:
        return [(row[text].strip(), row[label]) for row in csv.DictReader(file) if row[text].strip() and row[label] not in EMPTY]


def _acid() -> list[tuple[str, str]]:
    return _rows("acid/customer_testing.csv", "UTTERANCES", "INTENT_NAME")


def _vira() -> list[tuple[str, str]]:
    return [row for part in ("train", "validation") for row in _rows(f"vira/{part}.csv", "sentence", "label")]


def _hint3() -> list[tuple[str, str]]:
    return [
        (text, f"{shop} {label}")
        for shop in ("curekart", "powerplay11", "sofmattress") for part in ("train", "test")
        for text, label in _rows(f"hint3/{shop}_{part}.csv", "sentence", "label")]
