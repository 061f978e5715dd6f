"""Trains the `fast` model: one layer, and one more for each output, that learn to give the accurate model's outputs of a text.

    PARLANCE_DATASETS=… python training/encoder/distil.py [--steps 1100]

The teachers are training/out/encoder/final.pt for the vector and, when it is there, the heads' branch
(training/out/heads/branch.npz) for the state; texts are those it was tuned on and those of unlabelled.py. Writes
training/out/encoder/fast.pt every 100 steps and goes on from there when started again.
"""

import argparse
import hashlib
import random
import time

import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from paths import HEADS_BRANCH, OUT
from scores import choosing_sets, cluster_scores
from source_model import BertWeights
from train import CACHE, all_outputs, divergence, gather, read_sources
from unlabelled import unlabelled_texts

from bert import EPSILON, WIDTH, Block, branch_from_arrays, load_weights, upper_branch
from states import lower_states, tokenizer

INNER, TEMPERATURE, STATE_WEIGHT = 1024, 0.06, 1.0
# The published layers that the student's two start from.
START_LAYERS = (0, 1)


class Student(nn.Module):
    """Embeddings, one layer, and a last layer for each output that gives the first token's row only; fewer inner units."""

    def __init__(self, weights: BertWeights, outputs: list[str]):
        super().__init__()
        segment = weights.tensor("embeddings.token_type_embeddings.weight")[0]
        positions = weights.tensor("embeddings.position_embeddings.weight") + segment
        self.words = nn.Embedding.from_pretrained(torch.tensor(weights.tensor("embeddings.word_embeddings.weight")), freeze=False)
        self.positions = nn.Embedding.from_pretrained(torch.tensor(positions), freeze=False)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.norm.weight.data = torch.tensor(np.array(weights.tensor("embeddings.LayerNorm.weight")))
        self.norm.bias.data = torch.tensor(np.array(weights.tensor("embeddings.LayerNorm.bias")))
        self.first = narrowed(Block().load(weights, START_LAYERS[0]))
        self.last = nn.ModuleDict({output: narrowed(Block().load(weights, START_LAYERS[1])) for output in outputs})

    def forward(self, ids: Tensor, mask: Tensor) -> dict[str, Tensor]:
        hidden = self.first(self.norm(self.words(ids) + self.positions.weight[: ids.shape[1]]), mask)
        return {output: block(hidden, mask, first_only=True)[:, 0].float() for output, block in self.last.items()}


def narrowed(block: Block) -> Block:
    """The block with its 1,024 strongest inner units, by the product of the norms of what comes in and what goes out."""
    strength = block.widen.weight.norm(dim=1) * block.narrow.weight.norm(dim=0)
    kept = strength.argsort(descending=True)[:INNER]
    widen, narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
    widen.weight.data, widen.bias.data = block.widen.weight.data[kept].clone(), block.widen.bias.data[kept].clone()
    narrow.weight.data, narrow.bias.data = block.narrow.weight.data[:, kept].clone(), block.narrow.bias.data.clone()
    block.widen, block.narrow = widen, narrow
    return block


class Batches:
    """Token ids of texts, padded for a batch."""

    def __init__(self, texts: list[str]):
        self.ids = [encoding.ids for encoding in tokenizer().encode_batch(texts)]
        self.lengths = np.array([len(ids) for ids in self.ids])

    def encode(self, student: Student, rows: np.ndarray, chunks: int) -> dict[str, Tensor]:
        """Each output of the rows, computed in chunks of like length; vectors have length 1."""
        order = np.argsort(self.lengths[rows], kind="stable")
        parts = []
        for part in np.array_split(order, chunks):
            width = self.lengths[rows[part]].max()
            ids = np.zeros((len(part), width), np.int64)
            for place, row in enumerate(rows[part]):
                ids[place, : self.lengths[row]] = self.ids[row]
            mask = np.arange(width)[None, :] < self.lengths[rows[part]][:, None]
            with torch.autocast("cpu", torch.bfloat16):
                parts.append(student(torch.from_numpy(ids), torch.from_numpy(mask)))
        back = torch.from_numpy(np.argsort(order))
        results = {output: torch.cat([part[output] for part in parts])[back] for output in parts[0]}
        return results | {"vector": functional.normalize(results["vector"], dim=1)}


def teacher_outputs(parts: dict[str, list[str]]) -> dict[str, np.ndarray]:
    """What the teachers give for the texts of each cache, one after the other, kept beside the runs under the teachers' digests."""
    digests = (hashlib.sha256((OUT / "final.pt").read_bytes()).hexdigest()[:16], sum(map(len, parts.values())))
    teachers = {"vector": upper_branch(load_weights())}
    teachers["vector"].load_state_dict(torch.load(OUT / "final.pt", weights_only=True))
    if HEADS_BRANCH.exists():
        digests += (hashlib.sha256(HEADS_BRANCH.read_bytes()).hexdigest()[:16],)
        with np.load(HEADS_BRANCH) as file:
            teachers["state"] = branch_from_arrays(file, "branch")
    path = OUT / "runs" / "teacher.npz"
    mark = " ".join(map(str, digests))
    if path.exists():
        with np.load(path) as file:
            if str(file["mark"]) == mark:
                return {output: file[output].astype(np.float32) for output in teachers}
    outputs = {
        output: np.concatenate([all_outputs(teacher, lower_states(texts, cache)) for cache, texts in parts.items()])
        for output, teacher in teachers.items()}
    outputs["vector"] /= np.linalg.norm(outputs["vector"], axis=1, keepdims=True)
    np.savez(path, mark=mark, **{output: values.astype(np.float16) for output, values in outputs.items()})
    return outputs


def unexplained(given: Tensor, wanted: Tensor) -> Tensor:
    """Share of the wanted states' variance that the given ones miss."""
    return ((given - wanted) ** 2).mean() / wanted.var(dim=0).mean()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--steps", type=int, default=1100)
    parser.add_argument("--batch", type=int, default=256)
    parser.add_argument("--rate", type=float, default=5e-4)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(chosen.seed)
    checkpoint = OUT / "fast.pt"

    texts, _ = gather(read_sources())
    parts = {CACHE: list(dict.fromkeys(texts)), "unlabelled": unlabelled_texts()}
    texts = [text for part in parts.values() for text in part]
    targets, batches = teacher_outputs(parts), Batches(texts)
    state_name = f"state-{hashlib.sha256(HEADS_BRANCH.read_bytes()).hexdigest()[:8]}" if "state" in targets else None
    student = Student(load_weights(), list(targets))
    optimiser = torch.optim.AdamW(student.parameters(), lr=chosen.rate, weight_decay=0.01)
    first = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        student.load_state_dict(saved["student"])
        optimiser.load_state_dict(saved["optimiser"])
        first = saved["step"]
    print(f"{len(texts):,} texts; from step {first}", flush=True)

    began, sums = time.monotonic(), [0.0] * 3
    for step in range(first, chosen.steps):
        chooser = random.Random(f"{chosen.seed} {step}")
        rows = np.array(chooser.sample(range(len(texts)), chosen.batch))
        for group in optimiser.param_groups:
            group["lr"] = chosen.rate * min(1.0, (step + 1) / 100) * (1 - step / chosen.steps)
        given, wanted = batches.encode(student, rows, 6), {name: torch.from_numpy(values[rows]) for name, values in targets.items()}
        angle = (1 - (given["vector"] * wanted["vector"]).sum(1)).mean()
        apart = divergence(given["vector"], wanted["vector"], TEMPERATURE, torch.ones(len(rows), len(rows), dtype=torch.bool))
        state = unexplained(given["state"], wanted["state"]) if "state" in targets else torch.zeros(())
        optimiser.zero_grad()
        (10 * angle + apart + STATE_WEIGHT * state).backward()
        torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
        optimiser.step()
        sums = [sums[0] + angle.item(), sums[1] + apart.item(), sums[2] + state.item()]
        if (step + 1) % 50 == 0:
            print(f"step {step + 1}: 1 - cosine {sums[0] / 50:.4f}, divergence {sums[1] / 50:.3f}, state {sums[2] / 50:.3f}, "
                  f"{(time.monotonic() - began) / (step + 1 - first):.2f} s a step", flush=True)
            sums = [0.0] * 3
        if (step + 1) % 100 == 0 or step + 1 == chosen.steps:
            torch.save({"student": student.state_dict(), "optimiser": optimiser.state_dict(), "step": step + 1,
                        "outputs": list(targets), "state": state_name}, checkpoint)

    for source in choosing_sets():
        own = Batches(source.texts)
        with torch.inference_mode():
            vectors = own.encode(student, np.arange(len(source.texts)), 20)["vector"].numpy()
        print(f"{source.name:40} {cluster_scores(vectors, source.labels)}", flush=True)


if __name__ == "__main__":
    main()
