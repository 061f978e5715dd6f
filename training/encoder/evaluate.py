"""Compares graphs: clusters found by Ward with the number of intents given, and the angle between their vectors."""

import csv
import json
from pathlib import Path

import numpy as np
import onnxruntime
from tokenizers import Tokenizer

from held_out import held_out_sets
from paths import datasets
from scores import cluster_scores
from sources import Source

BATCH = 24
COMPARED = ("MultiDoGO both, tasks", "SGD unseen services", "MultiWOZ")


def measuring_sets() -> list[Source]:
    """The test parts of BANKING77 and CLINC150 (in scope), on which nothing is ever chosen, and some held-out sets."""
    with (datasets() / "banking77" / "test.csv").open(encoding="utf-8", newline="") as file:
        banking = [(row["text"], row["category"]) for row in csv.DictReader(file)]
    clinc = json.loads((datasets() / "clinc150" / "data_full.json").read_text(encoding="utf-8"))["test"]
    yardsticks = [
        Source(name, [text for text, _ in rows], [intent for _, intent in rows])
        for name, rows in (("BANKING77 test", banking), ("CLINC150 test", clinc))
    ]
    return yardsticks + [one for one in held_out_sets() if one.name in COMPARED]


def embed(model: Path, tokenizer: Tokenizer, texts: list[str]) -> np.ndarray:
    """First-token vectors of length 1, from a graph that gives token vectors or pooled ones as its first output."""
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(model), options)
    needed = {entry.name for entry in session.get_inputs()}
    output = session.get_outputs()[0].name
    encoded = [encoding.ids for encoding in tokenizer.encode_batch(texts)]
    order = sorted(range(len(texts)), key=lambda index: len(encoded[index]))
    parts = []
    for start in range(0, len(order), BATCH):
        chosen = order[start : start + BATCH]
        width = max(len(encoded[index]) for index in chosen)
        ids, mask = np.zeros((len(chosen), width), np.int64), np.zeros((len(chosen), width), np.int64)
        for row, index in enumerate(chosen):
            ids[row, : len(encoded[index])] = encoded[index]
            mask[row, : len(encoded[index])] = 1
        feeds = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        [result] = session.run([output], {name: feeds[name] for name in needed})
        parts.append(result if result.ndim == 2 else result[:, 0])
    vectors = np.concatenate(parts)[np.argsort(order)]
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def compare(graphs: dict[str, Path], tokenizer: Tokenizer) -> float:
    """Prints NMI / ACC of every graph on every set; returns the mean loss of NMI from the graph before the last to the last."""
    names, losses = list(graphs), []
    print(f"{'set':24}" + "".join(f"{name:>16}" for name in names) + f"{'cosine':>9}{'lowest':>8}")
    for one in measuring_sets():
        vectors = {name: embed(graph, tokenizer, one.texts) for name, graph in graphs.items()}
        scores = {name: cluster_scores(vectors[name], one.labels) for name in names}
        cosines = (vectors[names[-2]] * vectors[names[-1]]).sum(axis=1)
        losses.append(scores[names[-2]][0] - scores[names[-1]][0])
        print(f"{one.name:24}" + "".join(f"{nmi:9.2f} /{accuracy:5.1f}" for nmi, accuracy in scores.values())
              + f"{cosines.mean():9.4f}{cosines.min():8.4f}", flush=True)
    return float(np.mean(losses))
