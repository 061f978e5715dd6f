"""Tunes the four upper layers into the sentence vector: intents of one source apart, the smoothed geometry of teachers kept.

    PARLANCE_DATASETS=… python training/encoder/train.py NAME [--steps 300 …]

Works on cached states of the frozen lower layers (training/trunk). Writes training/out/encoder/runs/NAME.pt every 100
steps, goes on from there when started again, and prints Ward's scores on the sets that were kept out.
"""

import argparse
import json
import random
import time
from collections import defaultdict

import numpy as np
import torch
import torch.nn.functional as functional

from augment import carelessly, in_context
from paths import OUT
from fine_grammar import fine_sources
from scores import choosing_sets, cluster_scores, summary
from sources import Source, training_sources
from teachers import teacher_vectors

from bert import Branch, load_weights, upper_branch
from states import States, lower_states

CACHE = "encoder"
# Real customers' turns count more than their number says, turns told apart by act less.
EMPHASIS = {"multidogo": 1.5, "sgd": 0.6}
NEIGHBOURS = 10
SAMPLED, LARGEST_SOURCE, LONG_WORDS = 8000, 4000, 12
LARGEST_AUGMENTED, LARGEST_AUGMENTED_FINE = 1200, 350


def options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("--start", help="name of the run whose weights this one starts from; default: the published ones")
    parser.add_argument("--final", type=float, help="write final.pt, with this share of tuned weights, for export.py and distil.py")
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--batch", type=int, default=192)
    parser.add_argument("--intents", type=int, default=24, help="at most so many intents in a batch")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--temperature", type=float, default=0.06)
    parser.add_argument("--geometry", type=float, default=1.0, help="weight of the divergence from the smoothed similarities of the teachers")
    parser.add_argument("--teachers", type=str, default="", help="models beside the published one whose similarities count, as mpnet,minilm")
    parser.add_argument("--every", type=int, default=1, help="take every so-manieth text of the labelled sources and half as many of the long ones, to spare the teachers")
    parser.add_argument("--fine", type=float, default=0.5, help="emphasis of the generated sources")
    parser.add_argument("--near", type=float, default=0.5, help="share of batches made of intents that lie close together")
    parser.add_argument("--augmented", type=float, default=0.4, help="chance that a text is taken in context or misspelt")
    parser.add_argument("--mixes", type=str, default="1,0.6", help="shares of tuned weights to score")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


class Pool:
    """One source's texts as row numbers of the cached states, by intent, each with its augmented forms."""

    def __init__(self, source: Source, forms: list[list[int]], vectors: np.ndarray, emphasis: float):
        self.is_fine = source.name.startswith("fine-")
        by_intent = defaultdict(list)
        for place, label in enumerate(source.labels):
            by_intent[label].append(place)
        self.forms = forms
        self.members = [np.array(places) for places in by_intent.values()]
        centres = np.stack([vectors[[forms[place][0] for place in places]].mean(0) for places in self.members])
        centres /= np.linalg.norm(centres, axis=1, keepdims=True)
        self.nearest = np.argsort(-centres @ centres.T, axis=1)
        self.weight = len(source.texts) ** 0.5 * np.log(1 + len(self.members)) * emphasis

    def smoothed(self, vectors: np.ndarray) -> np.ndarray:
        """For each row number of this source a target vector: the plain text's, averaged twice with its ten nearest."""
        plain = [forms[0] for forms in self.forms]
        values = vectors[plain]
        for _ in range(2):
            similar = values @ values.T
            nearest = np.argpartition(-similar, NEIGHBOURS, axis=1)[:, : NEIGHBOURS + 1]
            weights = np.take_along_axis(similar, nearest, axis=1) ** 4
            mean = np.einsum("ij,ijk->ik", weights / weights.sum(1, keepdims=True), values[nearest])
            values = values + mean / np.linalg.norm(mean, axis=1, keepdims=True)
            values /= np.linalg.norm(values, axis=1, keepdims=True)
        return values

    def draw(self, chooser: random.Random, batch: int, intents: int, near: float, augmented: float):
        """Row numbers of a batch and the intent of each."""
        count = min(intents, len(self.members))
        if chooser.random() < near:
            first = chooser.randrange(len(self.members))
            chosen = self.nearest[first][: count if self.is_fine else max(count // 2, min(count, 6))].tolist()
        else:
            chosen = chooser.sample(range(len(self.members)), count)
        each = max(2, batch // len(chosen))
        rows, labels = [], []
        for label in chosen:
            members = self.members[label]
            for place in chooser.sample(range(len(members)), min(each, len(members))):
                forms = self.forms[members[place]]
                further = len(forms) > 1 and chooser.random() < augmented
                rows.append(chooser.choice(forms[1:]) if further else forms[0])
                labels.append(label)
        return np.array(rows), torch.tensor(labels)


def read_sources(every: int = 1) -> list[Source]:
    """Sources to train on, the largest cut."""
    chooser, sources = random.Random(1), []
    for source in training_sources():
        places = range(len(source.texts))
        if len(places) > SAMPLED:
            places = chooser.sample(places, SAMPLED)
        places = sorted(chooser.sample(places, min(LARGEST_SOURCE, len(places))))
        if every > 1:
            places = [place for index, place in enumerate(places)
                      if index % every == 0 and (len(source.texts[place].split()) <= LONG_WORDS or index % (2 * every) == 0)]
        sources.append(Source(source.name, [source.texts[place] for place in places], [source.labels[place] for place in places]))
    return sources + fine_sources()


def gather(sources: list[Source], every: int = 1) -> tuple[list[str], list[list[list[int]]]]:
    """All texts with their augmented forms in one list, and for each source the row numbers of each text's forms."""
    texts, forms = [], []

    def row_of(text: str) -> int:
        texts.append(text)
        return len(texts) - 1

    for source in sources:
        chooser = random.Random(f"augment {source.name}")
        share = (LARGEST_AUGMENTED_FINE if source.name.startswith("fine-") else LARGEST_AUGMENTED / every) / len(source.texts)
        rows = []
        for text in source.texts:
            own = [row_of(text)]
            if chooser.random() < share:
                own += [row_of(in_context(text, chooser)), row_of(carelessly(text, chooser))]
            rows.append(own)
        forms.append(rows)
    return texts, forms


def encode(branch: Branch, states: States, rows: np.ndarray, chunks: int) -> torch.Tensor:
    """The branch's output for the rows, computed in chunks of like length."""
    order = np.argsort(states.lengths[rows], kind="stable")
    parts = []
    for part in np.array_split(order, chunks):
        hidden, mask = states.batch(rows[part])
        with torch.autocast("cpu", torch.bfloat16):
            parts.append(branch(hidden, mask).float())
    return torch.cat(parts)[torch.from_numpy(np.argsort(order))]


def all_outputs(branch: Branch, states: States) -> np.ndarray:
    """The branch's output for every text, not normalised."""
    branch.eval()
    with torch.inference_mode():
        return encode(branch, states, np.arange(len(states)), max(1, len(states) // 128)).numpy()


def all_vectors(branch: Branch, states: States) -> np.ndarray:
    """Unit vectors of every text."""
    outputs = all_outputs(branch, states)
    return outputs / np.linalg.norm(outputs, axis=1, keepdims=True)


def log_shares(vectors: torch.Tensor, temperature: float, allowed: torch.Tensor) -> torch.Tensor:
    """Each text's similarities to the allowed others as the logarithm of a distribution."""
    return (vectors @ vectors.T / temperature).masked_fill(~allowed, -1e4).log_softmax(1)


def divergence(vectors: torch.Tensor, targets: torch.Tensor, temperature: float, allowed: torch.Tensor) -> torch.Tensor:
    """How far the batch's similarities lie from those of the target vectors to the `allowed` others (Kullback-Leibler)."""
    others = ~torch.eye(len(vectors), dtype=torch.bool)
    own, wanted = log_shares(vectors, temperature, others), log_shares(targets, temperature, allowed & others)
    counted = (allowed & others).any(1)
    return functional.kl_div(own[counted], wanted[counted], log_target=True, reduction="batchmean")


def mixed(tuned: Branch, base: Branch, share: float) -> Branch:
    """A branch whose weights are `share` of the tuned ones and the rest of the published ones."""
    result = upper_branch(load_weights())
    other = base.state_dict()
    result.load_state_dict({
        name: share * value.float() + (1 - share) * other[name] for name, value in tuned.state_dict().items()})
    return result


def main() -> None:
    chosen = options()
    torch.set_num_threads(1)
    torch.manual_seed(chosen.seed)
    chooser = random.Random(chosen.seed)
    runs = OUT / "runs"
    runs.mkdir(parents=True, exist_ok=True)
    checkpoint = runs / f"{chosen.name}.pt"

    sources = read_sources(chosen.every)
    texts, forms = gather(sources, chosen.every)
    states = lower_states(texts, CACHE)
    base = upper_branch(load_weights())
    plain = sorted({own[0] for rows in forms for own in rows})
    wanted = teachers_say([texts[row] for row in plain], states, plain, base, chosen.teachers)
    targets = np.zeros((len(texts), wanted.shape[1]), np.float32)
    targets[plain] = wanted
    pools = [
        Pool(source, rows, targets, chosen.fine if source.name.startswith("fine-") else EMPHASIS.get(source.name.split("-")[0], 1.0))
        for source, rows in zip(sources, forms, strict=True)]
    for pool in pools:
        values = pool.smoothed(targets)
        for place, rows in enumerate(pool.forms):
            targets[rows] = values[place]
    branch = upper_branch(load_weights())
    if chosen.start:
        branch.load_state_dict(torch.load(runs / f"{chosen.start}.pt", weights_only=False)["branch"])
    optimiser = torch.optim.AdamW(branch.parameters(), lr=chosen.rate, weight_decay=0.01)
    first = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=False)
        branch.load_state_dict(saved["branch"])
        optimiser.load_state_dict(saved["optimiser"])
        first = saved["step"]
    print(f"{len(texts):,} texts, {len(pools)} sources; from step {first}", flush=True)

    began, sums = time.monotonic(), [0.0, 0.0]
    for step in range(first, chosen.steps):
        chooser.seed(f"{chosen.seed} {step}")
        [pool] = chooser.choices(pools, [pool.weight for pool in pools])
        rows, labels = pool.draw(chooser, chosen.batch, chosen.intents, chosen.near, chosen.augmented)
        warm = min(1.0, (step + 1) / 50)
        for group in optimiser.param_groups:
            group["lr"] = chosen.rate * warm * (1 - step / chosen.steps)
        branch.train()
        vectors = functional.normalize(encode(branch, states, rows, 4), dim=1)
        wanted = torch.from_numpy(targets[rows])
        # Texts of one intent are drawn together as the published model would rank them, so that what an intent holds apart stays so.
        apart = divergence(vectors, wanted, chosen.temperature, labels[:, None] == labels[None, :])
        kept = divergence(vectors, wanted, chosen.temperature, torch.ones(len(rows), len(rows), dtype=torch.bool))
        optimiser.zero_grad()
        (apart + chosen.geometry * kept).backward()
        torch.nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
        optimiser.step()
        sums = [sums[0] + apart.item(), sums[1] + kept.item()]
        if (step + 1) % 50 == 0:
            print(f"step {step + 1}: contrast {sums[0] / 50:.3f}, divergence {sums[1] / 50:.3f}, "
                  f"{(time.monotonic() - began) / (step + 1 - first):.2f} s a step", flush=True)
            sums = [0.0, 0.0]
        if (step + 1) % 100 == 0 or step + 1 == chosen.steps:
            torch.save({"branch": branch.state_dict(), "optimiser": optimiser.state_dict(), "step": step + 1}, checkpoint)

    if chosen.final:
        torch.save(mixed(branch, base, chosen.final).state_dict(), OUT / "final.pt")
    report(chosen, branch, base)


def teachers_say(texts: list[str], states: States, rows: list[int], base: Branch, names: str) -> np.ndarray:
    """Unit vectors of the texts in the published space, with the further teachers' beside it, each scaled to the same spread of similarities."""
    parts = [published_vectors(texts, states, rows, base)]
    pairs = np.random.default_rng(4).integers(len(texts), size=(2, 200_000))
    for name in filter(None, names.split(",")):
        parts.append(teacher_vectors(name, texts))
    spreads = [(part[pairs[0]] * part[pairs[1]]).sum(1).std() for part in parts]
    whole = np.hstack([part * np.sqrt(spreads[0] / spread) for part, spread in zip(parts, spreads, strict=True)])
    return whole / np.linalg.norm(whole, axis=1, keepdims=True)


def published_vectors(texts: list[str], states: States, rows: list[int], base: Branch) -> np.ndarray:
    """The unmodified model's vectors of the training texts, which are those rows of the states; kept beside the runs."""
    path = OUT / "runs" / "published.npz"
    known = dict(zip(*(np.load(path, allow_pickle=True)[key] for key in ("texts", "vectors")), strict=True)) if path.exists() else {}
    missing = [place for place, text in enumerate(texts) if text not in known]
    if missing:
        chosen = np.array(rows)[missing]
        part = States(states.rows, states.starts[chosen], states.lengths[chosen])
        known.update(zip((texts[place] for place in missing), all_vectors(base, part), strict=True))
        np.savez(path, texts=np.array(list(known), object), vectors=np.stack(list(known.values())))
    return np.stack([known[text] for text in texts])


def report(chosen: argparse.Namespace, branch: Branch, base: Branch) -> None:
    """Prints NMI / ACC of each mix on the sets kept out, and appends it to runs/results.jsonl."""
    sets = choosing_sets()
    for share in map(float, chosen.mixes.split(",")):
        one, found = mixed(branch, base, share), {}
        for source in sets:
            found[source.name] = cluster_scores(all_vectors(one, lower_states(source.texts, CACHE)), source.labels)
        with (OUT / "runs" / "results.jsonl").open("a") as file:
            file.write(json.dumps({**vars(chosen), "share": share, "scores": found}) + "\n")
        print(f"{chosen.name} {share:.2f} {summary(found)}", flush=True)


if __name__ == "__main__":
    main()
