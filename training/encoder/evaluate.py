"""Compares two encoders: clusters found by Ward with the number of intents given, and the angle between vectors."""

import csv
import json
from pathlib import Path

import numpy as np
import onnxruntime
from scipy.cluster.hierarchy import fcluster, ward
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import normalized_mutual_info_score
from tokenizers import Tokenizer

from paths import datasets

BATCH = 24


def labelled_sets() -> dict[str, tuple[list[str], list[str]]]:
    """Texts and intents of the test parts of BANKING77 and CLINC150 (in scope)."""
    with (datasets() / "banking77" / "test.csv").open(encoding="utf-8", newline="") as file:
        banking = [(row["text"], row["category"]) for row in csv.DictReader(file)]
    clinc = json.loads((datasets() / "clinc150" / "data_full.json").read_text(encoding="utf-8"))["test"]
    return {
        "BANKING77 test": ([text for text, _ in banking], [intent for _, intent in banking]),
        "CLINC150 test": ([text for text, _ in clinc], [intent for _, intent in clinc]),
    }


def embed(model: Path, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """First-token vectors of length 1, from a graph that gives token vectors or pooled ones."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(model), options)
    needed = {entry.name for entry in session.get_inputs()}
    output = session.get_outputs()[0].name
    encoded = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    order = sorted(range(len(texts)), key=lambda index: len(encoded[index]))
    vectors = np.empty((len(texts), 384), np.float32)
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        width = max(len(encoded[index]) for index in chosen)
        ids, mask = np.zeros((len(chosen), width), np.int64), np.zeros((len(chosen), width), np.int64)
        for row, index in enumerate(chosen):
            ids[row, : len(encoded[index])] = encoded[index]
            mask[row, : len(encoded[index])] = 1
        feeds = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        [result] = session.run([output], {name: feeds[name] for name in needed})
        vectors[chosen] = result if result.ndim == 2 else result[:, 0]
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def cluster_scores(vectors: np.ndarray, intents: list[str]) -> tuple[float, float]:
    """NMI and accuracy (best one-to-one match of clusters and intents), in percent."""
    truth = np.unique(intents, return_inverse=True)[1]
    count = truth.max() + 1
    found = fcluster(ward(vectors), count, criterion="maxclust") - 1
    table = np.zeros((count, count), int)
    np.add.at(table, (found, truth), 1)
    rows, columns = linear_sum_assignment(-table)
    return 100 * normalized_mutual_info_score(truth, found), 100 * table[rows, columns].sum() / len(truth)


def compare(float_model: Path, int8_model: Path, tokenizer: Tokenizer) -> list[dict]:
    """One row a set: scores of both models and the mean and lowest cosine between their vectors."""
    rows = []
    for name, (texts, intents) in labelled_sets().items():
        exact, rounded = (embed(model, tokenizer, texts) for model in (float_model, int8_model))
        cosines = (exact * rounded).sum(axis=1)
        (exact_nmi, exact_acc), (rounded_nmi, rounded_acc) = (
            cluster_scores(vectors, intents) for vectors in (exact, rounded))
        rows.append({
            "set": name, "texts": len(texts), "float_nmi": exact_nmi, "float_acc": exact_acc,
            "int8_nmi": rounded_nmi, "int8_acc": rounded_acc,
            "cosine_mean": float(cosines.mean()), "cosine_lowest": float(cosines.min()),
        })
    return rows
