"""Trains the branch and the heads together on the trunk's cached states. Resumable: a checkpoint every 200 steps.

    python training/heads/fit.py [--steps 3000] [--first 9]
"""

import argparse
import sys
import time

import numpy as np
import torch

from batches import Batches
from material import training_sets
from model import Model, loss_of
from bert import REPOSITORY, export_blocks

OUT = REPOSITORY / "training" / "out" / "heads"
BATCH = 96
"""How often each source is drawn: the hard and large one most."""
SHARES = {"goemotions train": 0.52, "sgd train": 0.17, "multidogo": 0.06, "nlu++": 0.03, "commands": 0.03,
          "signal phrases 1": 0.07, "opinion phrases 1": 0.12}


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--steps", type=int, default=3000)
    options.add_argument("--first", type=int, default=9)
    options.add_argument("--rate", type=float, default=2e-4)
    options.add_argument("--name", default="branch")
    options.add_argument("--only", default="")
    given = options.parse_args()
    OUT.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(1)
    chooser = np.random.default_rng(1)
    sources = [Batches(data) for data in training_sets() if given.only in data.name]
    shares = np.array([SHARES[source.data.name] for source in sources])
    shares /= shares.sum()
    model = Model(given.first)
    groups = [{"params": model.branch.parameters(), "lr": given.rate}, {"params": model.heads.parameters(), "lr": 6 * given.rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    def pace(step: int) -> float:
        return min(1, (step + 1) / 150) * max(0.02, 1 - step / given.steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, pace)
    checkpoint, begin = OUT / f"{given.name}.pt", 0
    if checkpoint.exists():
        stored = torch.load(checkpoint)
        model.load_state_dict(stored["model"])
        optimiser.load_state_dict(stored["optimiser"])
        schedule.load_state_dict(stored["schedule"])
        begin = stored["step"]
        chooser = np.random.default_rng(begin)
    plans = [[] for _ in sources]
    model.train()
    began, mean = time.monotonic(), 0.0
    for step in range(begin, given.steps):
        place = chooser.choice(len(sources), p=shares)
        if not plans[place]:
            plans[place] = sources[place].plan(BATCH, chooser)
        answers, labels = sources[place].run(model, plans[place].pop(), dropout=0.1)
        loss = loss_of(answers, labels)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        mean = 0.98 * mean + 0.02 * float(loss.detach())
        if (step + 1) % 100 == 0:
            rate = (step + 1 - begin) / (time.monotonic() - began)
            print(f"step {step + 1}: loss {mean:.3f}, {rate:.2f} steps a second, {time.process_time():.0f} s of processor", file=sys.stderr, flush=True)
        if (step + 1) % 200 == 0 or step + 1 == given.steps:
            torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(),
                        "schedule": schedule.state_dict(), "step": step + 1}, checkpoint)
    np.savez(OUT / f"{given.name}.npz", **export_blocks(model.whole_branch(), "branch"))


if __name__ == "__main__":
    main()
