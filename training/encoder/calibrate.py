"""Measures the range of every linear layer's input on texts like those the encoder will see."""

import csv
import json
import random
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from graph import Ranges
from paths import datasets
from sources import MULTIDOGO_TRAINED

SEED = 7
TURNS_PER_DOMAIN, COMMANDS = 300, 400
MAX_TOKENS = 256


def calibration_texts() -> list[str]:
    """1,600 texts: customer turns of the MultiDoGO domains that are trained on, and commands of MASSIVE (training parts only)."""
    chooser = random.Random(SEED)
    texts: list[str] = []
    for domain in sorted(MULTIDOGO_TRAINED):
        path = datasets() / "multidogo/paper_splits/splits_annotated_at_turn_level" / domain / "train.tsv"
        with path.open(encoding="utf-8", newline="") as file:
            turns = sorted({row["utterance"] for row in csv.DictReader(file, delimiter="\t")})
        texts += chooser.sample(turns, TURNS_PER_DOMAIN)
    with (datasets() / "massive-en" / "massive.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    commands = sorted({row["utt"] for row in rows if row["partition"] == "train"})
    return texts + chooser.sample(commands, COMMANDS)


def measure_ranges(float_graph: Path, probes: dict[str, str], tokenizer: Tokenizer) -> Ranges:
    """Lowest and highest value per channel of each layer's input, over the calibration texts."""
    session = onnxruntime.InferenceSession(str(float_graph))
    outputs = list(dict.fromkeys(probes.values()))
    seen: Ranges = {}
    tokenizer.enable_truncation(MAX_TOKENS)
    for text in calibration_texts():
        ids = np.array([tokenizer.encode(text).ids], np.int64)
        values = session.run(outputs, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        for name, value in zip(outputs, values, strict=True):
            rows = value.reshape(-1, value.shape[-1])
            low, high = rows.min(axis=0), rows.max(axis=0)
            before = seen.get(name, (low, high))
            seen[name] = np.minimum(before[0], low), np.maximum(before[1], high)
    tokenizer.no_truncation()
    return {layer: seen[output] for layer, output in probes.items()}
