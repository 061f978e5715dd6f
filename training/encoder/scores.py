"""How well intents come out of vectors by clustering: Ward with the number of intents given, and the sets it is measured on."""

import random

import numpy as np
from scipy.cluster.hierarchy import fcluster, ward
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import normalized_mutual_info_score

from augment import in_context
from held_out import held_out_sets
from sources import Source

SEED = 9
CHATTERED = ("MultiDoGO airline, tasks", "MultiDoGO software, tasks")
TURNS = (
    "MultiDoGO airline", "MultiDoGO software", "MultiDoGO both, tasks", "SGD unseen services", "MultiWOZ",
    *(f"{name}, in chatter" for name in CHATTERED),
)
FINE = ("ACID, insurance", "VIRA, one vaccination", "HINT3, three shops")


def cluster_scores(vectors: np.ndarray, intents: list[str]) -> tuple[float, float]:
    """NMI and accuracy (best one-to-one match of clusters and intents), in percent."""
    truth = np.unique(intents, return_inverse=True)[1]
    count = truth.max() + 1
    found = fcluster(ward(vectors), count, criterion="maxclust") - 1
    table = np.zeros((count, count), int)
    np.add.at(table, (found, truth), 1)
    rows, columns = linear_sum_assignment(-table)
    return 100 * normalized_mutual_info_score(truth, found), 100 * table[rows, columns].sum() / len(truth)


def summary(found: dict[str, tuple[float, float]]) -> str:
    """Mean NMI over the sets of dialogue turns, over the fine sets, the mean of both (which chooses), and every figure."""
    fine = np.mean([nmi for name, (nmi, _) in found.items() if name in FINE])
    turns = np.mean([nmi for name, (nmi, _) in found.items() if name in TURNS])
    return f"turns {turns:.2f} fine {fine:.2f} both {(turns + fine) / 2:.2f} | " + " | ".join(
        f"{name} {nmi:.1f}/{accuracy:.1f}" for name, (nmi, accuracy) in found.items())


def choosing_sets() -> list[Source]:
    """The held-out sets, and their task turns once more inside chatter."""
    sets = held_out_sets()
    chooser = random.Random(SEED)
    chatty = [
        Source(f"{one.name}, in chatter", [in_context(text, chooser) for text in one.texts], one.labels)
        for one in sets if one.name in CHATTERED
    ]
    return sets + chatty
