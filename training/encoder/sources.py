"""Reads the labelled texts that the encoder is trained on: one source a data set or domain, each text with its intent.

BANKING77 and CLINC150 are never read here. Two MultiDoGO domains, the SGD services of its dev and test parts that its
train part lacks, and MultiWOZ are kept for measuring (held_out.py).
"""

import csv
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from paths import datasets

MULTIDOGO_TRAINED = ("fastfood", "finance", "insurance", "media")
MULTIDOGO_HELD_OUT = ("airline", "software")
# Labels that say nothing about what is wanted: a value given, or anything else.
MULTIDOGO_EMPTY = frozenset({"contentonly", "outofdomain", ""})
MULTIDOGO_GENERIC = frozenset({"confirmation", "rejection", "openinggreeting", "closinggreeting", "thankyou"})


@dataclass(frozen=True)
class Source:
    """Texts and the intent of each; intents are comparable only inside one source."""

    name: str
    texts: list[str]
    labels: list[str]


def training_sources(*, fewest: int = 4) -> list[Source]:
    """All sources, distinct texts, without intents of fewer than `fewest` texts."""
    pairs = {
        "hwu64": _hwu64(),
        "massive": _massive(),
        "bitext": _bitext(),
        "nlupp-banking": _nlupp("banking"),
        "nlupp-hotels": _nlupp("hotels"),
        "sgd": _sgd_train(),
        "sgd-acts": _sgd_acts(),
        **{f"multidogo-{domain}": multidogo(domain, ("train", "dev", "test")) for domain in MULTIDOGO_TRAINED},
    }
    return [_tidied(name, rows, fewest) for name, rows in pairs.items()]


def _tidied(name: str, rows: list[tuple[str, str]], fewest: int) -> Source:
    distinct = dict(rows)
    counts = Counter(distinct.values())
    kept = [(text, label) for text, label in distinct.items() if counts[label] >= fewest]
    return Source(name, [text for text, _ in kept], [label for _, label in kept])


def _hwu64() -> list[tuple[str, str]]:
    folder = datasets() / "hwu64" / "few-shot-split" / "train"
    return list(zip(_lines(folder / "seq.in"), _lines(folder / "label"), strict=True))


def _lines(path: Path) -> list[str]:
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]


def _massive() -> list[tuple[str, str]]:
    with (datasets() / "massive-en" / "massive.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [(row["utt"], row["intent"]) for row in rows if row["partition"] == "train"]


def _bitext() -> list[tuple[str, str]]:
    path = datasets() / "bitext-customer-support" / "Bitext_Sample_Customer_Support_Training_Dataset.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return [(row["instruction"], row["intent"]) for row in csv.DictReader(file)]


def _nlupp(domain: str) -> list[tuple[str, str]]:
    """The set of atomic intents, sorted and joined, is the label."""
    rows = []
    for path in sorted((datasets() / "nlupp" / domain).glob("fold*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            if row.get("intents"):
                rows.append((row["text"], "+".join(sorted(row["intents"]))))
    return rows


def multidogo(domain: str, parts: tuple[str, ...]) -> list[tuple[str, str]]:
    """Customer turns of one intent. A greeting or thanks beside one real intent counts as that intent."""
    rows = []
    for part in parts:
        path = datasets() / "multidogo/paper_splits/splits_annotated_at_turn_level" / domain / f"{part}.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                intents = set((row["intent"] or "").split("<div>")) - MULTIDOGO_EMPTY
                wanted = intents - MULTIDOGO_GENERIC or intents
                if len(wanted) == 1:
                    rows.append((row["utterance"], wanted.pop()))
    return rows


def sgd_turns(part: str, *, without_services: frozenset[str] = frozenset()) -> list[tuple[str, str]]:
    """User turns that inform an intent, of dialogues that touch none of `without_services`."""
    rows = []
    with (datasets() / "schema-guided-dialogue" / f"{part}.jsonl").open(encoding="utf-8") as file:
        for line in file:
            dialogue = json.loads(line)
            if without_services.intersection(dialogue["services"]):
                continue
            for turn in dialogue["turns"]:
                if turn["speaker"] == "USER" and "INFORM_INTENT" in turn["acts"] and turn.get("intent", "NONE") != "NONE":
                    rows.append((turn["utterance"], turn["intent"]))
    return rows


def sgd_services(part: str) -> frozenset[str]:
    with (datasets() / "schema-guided-dialogue" / f"{part}.jsonl").open(encoding="utf-8") as file:
        return frozenset(service for line in file for service in json.loads(line)["services"])


def _sgd_train() -> list[tuple[str, str]]:
    return sgd_turns("train")


def _sgd_acts() -> list[tuple[str, str]]:
    """All user turns of training dialogues in one domain; the label is the domain and what the turn does, such as `Hotels REQUEST`."""
    rows = []
    with (datasets() / "schema-guided-dialogue" / "train.jsonl").open(encoding="utf-8") as file:
        for line in file:
            dialogue = json.loads(line)
            domains = {service.split("_")[0] for service in dialogue["services"]}
            if len(domains) != 1:
                continue
            [domain] = domains
            for turn in dialogue["turns"]:
                acts = sorted(set(turn["acts"]))
                if turn["speaker"] == "USER" and acts:
                    general = set(acts) <= {"THANK_YOU", "GOODBYE", "AFFIRM", "NEGATE", "SELECT"}
                    rows.append((turn["utterance"], " ".join(acts if general else [domain, *acts])))
    return rows
