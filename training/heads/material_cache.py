"""Writes the states that training reads: the trunk's, passed once through the branch's first block as published.

    python training/heads/material_cache.py
"""

import json
import sys
import time

import numpy as np
import torch

from material import development_sets, training_sets  # first: it names the folders of the next two
from bert import REPOSITORY, WIDTH, load_weights, upper_branch
from states import States, lower_states

FOLDER = REPOSITORY / "training" / "out" / "heads" / "states"


def raise_states(texts: list[str], name: str) -> None:
    """Appends the states of the texts that the folder `name` lacks."""
    folder = FOLDER / name
    folder.mkdir(parents=True, exist_ok=True)
    index_path, rows_path = folder / "index.json", folder / "rows.f16"
    index = json.loads(index_path.read_text()) if index_path.exists() else {}
    wanted = [text for text in dict.fromkeys(texts) if text not in index]
    if not wanted:
        return
    lower = lower_states(wanted, f"heads-{name}")
    block = upper_branch(load_weights(), first=8, count=1).blocks[0].eval()
    order = np.argsort(lower.lengths, kind="stable")
    row = max((start + count for start, count in index.values()), default=0)
    with rows_path.open("ab") as file, torch.inference_mode():
        file.truncate(row * WIDTH * 2)
        at = 0
        while at < len(order):
            chosen = order[at:at + max(1, 4096 // int(lower.lengths[order[at]]))]
            hidden, mask = lower.batch(chosen)
            with torch.autocast("cpu", torch.bfloat16):
                raised = block(hidden, mask)
            file.write(raised.float().numpy()[mask.numpy()].astype(np.float16).tobytes())
            for place in chosen:
                count = int(lower.lengths[place])
                index[wanted[place]] = [row, count]
                row += count
            at += len(chosen)
    index_path.write_text(json.dumps(index))


def read_states(texts: list[str], name: str) -> States:
    """The states of texts that `raise_states` wrote."""
    index = json.loads((FOLDER / name / "index.json").read_text())
    rows = np.memmap(FOLDER / name / "rows.f16", np.float16, "r").reshape(-1, WIDTH)
    found = np.array([index[text] for text in texts], np.int64).reshape(-1, 2)
    return States(rows, found[:, 0], found[:, 1])


def family(name: str) -> str:
    return "goemotions" if name.startswith("goemotions") else "dialogues"


if __name__ == "__main__":
    torch.set_num_threads(1)
    for each in [*training_sets(), *development_sets()]:
        raise_states([*each.texts, *each.before, ""], family(each.name))
        print(each.name, len(each), f"{time.process_time():.0f} s of processor", file=sys.stderr, flush=True)
