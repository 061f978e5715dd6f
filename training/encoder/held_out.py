"""The sets that choose between encoders: customer turns inside dialogues, of domains and services kept out of training,
and sets of many intents inside one subject (fine_sets.py)."""

import json
import random
import zipfile
from collections import Counter

from fine_sets import fine_rows
from paths import datasets
from sources import MULTIDOGO_HELD_OUT, MULTIDOGO_GENERIC, Source, multidogo, sgd_services, sgd_turns

SEED, LARGEST, LARGEST_FINE, FEWEST = 5, 2000, 3000, 10


def held_out_sets() -> list[Source]:
    """At most 2,000 distinct turns each (3,000 of the fine sets), of intents with at least 10; the same every time."""
    rows = {}
    for domain in MULTIDOGO_HELD_OUT:
        turns = multidogo(domain, ("dev", "test", "train"))
        rows[f"MultiDoGO {domain}"] = turns
        rows[f"MultiDoGO {domain}, tasks"] = [(text, label) for text, label in turns if label not in MULTIDOGO_GENERIC]
    tasks = {domain: rows[f"MultiDoGO {domain}, tasks"] for domain in MULTIDOGO_HELD_OUT}
    rows["MultiDoGO both, tasks"] = [
        (text, f"{domain} {label}") for domain, turns in tasks.items() for text, label in turns]
    seen = sgd_services("train")
    rows["SGD unseen services"] = [
        pair for part in ("dev", "test") for pair in sgd_turns(part, without_services=seen)]
    rows["MultiWOZ"] = _multiwoz()
    return [_sampled(name, pairs, LARGEST) for name, pairs in rows.items()] + [
        _sampled(name, pairs, LARGEST_FINE) for name, pairs in fine_rows().items()]


def _sampled(name: str, rows: list[tuple[str, str]], largest: int) -> Source:
    distinct = sorted(dict(rows).items())
    random.Random(SEED).shuffle(distinct)
    chosen = distinct[:largest]
    counts = Counter(label for _, label in chosen)
    kept = [(text, label) for text, label in chosen if counts[label] >= FEWEST]
    return Source(name, [text for text, _ in kept], [label for _, label in kept])


def _multiwoz() -> list[tuple[str, str]]:
    """User turns of exactly one domain and act, such as `Hotel-Request`."""
    rows = []
    for part in ("val", "test"):
        with zipfile.ZipFile(datasets() / "multiwoz21-valtest" / f"{part}.json.zip") as archive:
            dialogues = json.loads(archive.read(f"{part}.json"))
        for dialogue in dialogues.values():
            for turn in dialogue["log"][::2]:
                acts = list(turn.get("dialog_act") or {})
                if len(acts) == 1:
                    rows.append((turn["text"], acts[0]))
    return rows
