"""Texts without labels, on which the small model learns to say what the accurate one says."""

import csv
import json
import random
import re
import zipfile
from pathlib import Path

from paths import datasets
from sources import MULTIDOGO_TRAINED

SEED = 13
MOST = {"sgd": 12_000, "taskmaster": 10_000, "goemotions": 10_000, "multidogo": 8_000, "camrest": 2_000, "restaurants8k": 2_000}


def unlabelled_texts() -> list[str]:
    """About 44,000 distinct texts; the same every time. Nothing of the held-out domains and sets, BANKING77 or CLINC150."""
    readers = {
        "sgd": _sgd, "taskmaster": _taskmaster, "goemotions": _goemotions, "multidogo": _multidogo, "camrest": _camrest,
        "restaurants8k": _restaurants,
    }
    texts: dict[str, None] = {}
    for name, read in readers.items():
        distinct = sorted({text.strip() for text in read() if text.strip()})
        random.Random(f"{SEED} {name}").shuffle(distinct)
        texts.update(dict.fromkeys(distinct[: MOST[name]]))
    return list(texts)


def _sgd() -> list[str]:
    """What both sides say in training dialogues."""
    with (datasets() / "schema-guided-dialogue" / "train.jsonl").open(encoding="utf-8") as file:
        return [turn["utterance"] for line in file for turn in json.loads(line)["turns"]]


def _taskmaster() -> list[str]:
    texts = []
    for path in sorted((datasets() / "taskmaster/TM-4-2024/data").glob("*.json")):
        for conversation in json.loads(path.read_text(encoding="utf-8")):
            texts += [turn["text"] for turn in conversation["utterances"]]
    for path in sorted((datasets() / "taskmaster/TM-3-2020/splits").glob("*/*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            texts += [re.sub(r"<[A-Z]+>.*", "", part) for part in re.split(r"<[UA]>", line.split("\t")[0])[1:]]
    return texts


def _goemotions() -> list[str]:
    texts = []
    for path in sorted((datasets() / "goemotions").rglob("train.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            texts += [row[0] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row]
    return texts


def _multidogo() -> list[str]:
    texts = []
    for domain in MULTIDOGO_TRAINED:
        for path in sorted((datasets() / "multidogo/paper_splits/splits_annotated_at_turn_level" / domain).glob("*.tsv")):
            with path.open(encoding="utf-8", newline="") as file:
                texts += [row["utterance"] for row in csv.DictReader(file, delimiter="\t")]
    return texts


def _camrest() -> list[str]:
    with zipfile.ZipFile(datasets() / "camrest676" / "data.zip") as archive:
        names = [name for name in archive.namelist() if name.endswith(".json") and not name.startswith("__")]
        return [text for name in names for text in _sentences(json.loads(archive.read(name)))]


def _restaurants() -> list[str]:
    texts = []
    for path in sorted((datasets() / "restaurants8k").rglob("train*.json")):
        texts += [row["userInput"]["text"] for row in json.loads(path.read_text(encoding="utf-8"))]
    return texts


def _sentences(value) -> list[str]:
    """Every string of three words or more inside nested JSON."""
    if isinstance(value, str):
        return [value] if len(value.split()) > 2 else []
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for child in children for text in _sentences(child)]
