"""Averages the weights of several runs and of the published model, which keeps the best of each at no cost in speed.

    PARLANCE_DATASETS=… python training/encoder/soup.py final r2=0.3 r3=0.5

What is missing to 1 is the published model's share. Writes training/out/encoder/NAME.pt and prints Ward's scores on the
sets that choose. (Averaging of fine-tuned weights: Wortsman et al. 2022, Model soups.)
"""

import json
import sys

import torch

from paths import OUT
from scores import choosing_sets, cluster_scores, summary
from train import CACHE, all_vectors

from bert import load_weights, upper_branch
from states import lower_states


def main() -> None:
    torch.set_num_threads(1)
    name, *parts = sys.argv[1:]
    shares = {run: float(share) for run, share in (part.split("=") for part in parts)}
    branch = upper_branch(load_weights())
    weights = {key: (1 - sum(shares.values())) * value for key, value in branch.state_dict().items()}
    for run, share in shares.items():
        tuned = torch.load(OUT / "runs" / f"{run}.pt", weights_only=False)["branch"]
        weights = {key: value + share * tuned[key] for key, value in weights.items()}
    branch.load_state_dict(weights)
    torch.save(branch.state_dict(), OUT / f"{name}.pt")
    found = {
        one.name: cluster_scores(all_vectors(branch, lower_states(one.texts, CACHE)), one.labels) for one in choosing_sets()}
    with (OUT / "runs" / "results.jsonl").open("a") as file:
        file.write(json.dumps({"name": name, "shares": shares, "scores": found}) + "\n")
    print(f"{' '.join(parts)} {summary(found)}", flush=True)


if __name__ == "__main__":
    main()
