"""Trains the tagger and writes it to ../../models/tagger. One command, one core: `python train.py`."""

import argparse
import random
import time
from collections import Counter
from pathlib import Path

import numpy as np
import torch

import gazetteers
from examples import development_sets, training_examples
from export import export
from model import KINDS, TAGS, Tagger
from tokens import features_of, fold, tokenise

SEED = 20
LONGEST = 64
CHECKPOINT = Path(__file__).parents[1] / "out" / "tagger" / "checkpoint.pt"


class Vocabulary:
    """Distinct (word, glued) with their features. Row 0 is the padding."""

    def __init__(self):
        self.rows: dict[tuple[str, bool], int] = {}
        self.features: list[np.ndarray] = [np.zeros(0, np.int64)]
        self.plain: list[np.ndarray] = [np.zeros(0, np.int64)]
        self.flags = gazetteers.flags()

    def row(self, word: str, glued: bool) -> int:
        key = (word, glued)
        found = self.rows.get(key)
        if found is None:
            found = self.rows[key] = len(self.features)
            flags = tuple(self.flags.get(fold(word), ""))
            self.features.append(np.array(features_of(word, glued, flags), np.int64))
            self.plain.append(np.array(features_of(word, glued), np.int64) if flags else self.features[-1])
        return found


def encode(examples, vocabulary: Vocabulary):
    """(rows, tags) of pieces of at most LONGEST tokens."""
    encoded = []
    for text, spans in examples:
        rows, tags = [], []
        waiting = sorted(spans, reverse=True)
        open_span = None
        for start, end, glued in tokenise(text):
            while waiting and waiting[-1][1] <= start:
                waiting.pop()
            span = waiting[-1] if waiting and waiting[-1][0] < end else None
            tags.append(0 if span is None else TAGS.index(("I-" if span is open_span else "B-") + span[2]))
            open_span = span
            rows.append(vocabulary.row(text[start:end], glued))
        for start in range(0, len(rows), LONGEST):
            piece = tags[start : start + LONGEST]
            if start and TAGS[piece[0]].startswith("I-"):
                piece = [piece[0] - 1, *piece[1:]]
            encoded.append((np.array(rows[start : start + LONGEST]), np.array(piece)))
    return encoded


def batch_of(items, vocabulary, rng: np.random.Generator | None):
    """Tensors of a batch: its distinct words' features, ids, tags and mask. With `rng`, features are dropped at random."""
    length = max(len(rows) for rows, _ in items)
    ids = np.zeros((len(items), length), np.int64)
    tags = np.zeros((len(items), length), np.int64)
    mask = np.zeros((len(items), length), bool)
    for index, (rows, gold) in enumerate(items):
        ids[index, : len(rows)], tags[index, : len(rows)], mask[index, : len(rows)] = rows, gold, True
    unique, inverse = np.unique(ids, return_inverse=True)
    if unique[0] == 0:
        unique = unique[1:]
    else:
        inverse = inverse + 1
    lists = []
    for row in unique:
        lists.append(vocabulary.plain[row] if rng is not None and rng.random() < 0.12 else vocabulary.features[row])
    indices = np.concatenate(lists)
    offsets = np.cumsum([0] + [len(item) for item in lists[:-1]])
    weights = np.ones(len(indices), np.float32)
    if rng is not None:
        weights[rng.random(len(indices)) < 0.15] = 0
        heads = offsets[rng.random(len(offsets)) < 0.15]
        weights[heads] = 0
    return (torch.from_numpy(indices), torch.from_numpy(offsets), torch.from_numpy(weights),
            torch.from_numpy(inverse.reshape(ids.shape)), torch.from_numpy(tags), torch.from_numpy(mask))


def spans_of(tags) -> set[tuple[int, int, str]]:
    found, start = set(), None
    for index, tag in enumerate([*tags, 0]):
        name = TAGS[tag]
        if start is not None and not name.startswith("I-"):
            found.add((start, index, TAGS[tags[start]][2:]))
            start = None
        if name.startswith("B-"):
            start = index
    return found


def evaluate(model, sets, vocabulary) -> None:
    model.eval()
    moves = model.transitions().detach().numpy()
    for name, encoded in sets.items():
        counts = {kind: [0, 0, 0] for kind in KINDS}
        for start in range(0, len(encoded), 256):
            items = encoded[start : start + 256]
            indices, offsets, weights, ids, _, _ = batch_of(items, vocabulary, None)
            with torch.no_grad():
                emissions = model.emissions(model.words(indices, offsets, weights), ids).numpy()
            for (rows, gold), rows_of in zip(items, emissions):
                ours, theirs = spans_of(model.decode(rows_of[: len(rows)], moves)), spans_of(gold)
                for kind in KINDS:
                    mine, right = {s for s in ours if s[2] == kind}, {s for s in theirs if s[2] == kind}
                    counts[kind][0] += len(mine & right)
                    counts[kind][1] += len(mine)
                    counts[kind][2] += len(right)
        total = np.sum(list(counts.values()), 0)
        parts = [f"{kind[:4]} {hit / max(1, said):.2f}/{hit / max(1, gold):.2f}" for kind, (hit, said, gold) in counts.items() if gold]
        print(f"  {name}: P {total[0] / max(1, total[1]):.3f} R {total[0] / max(1, total[2]):.3f} | {'  '.join(parts)}", flush=True)
    model.train()


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--made", type=int, default=150_000, help="messages made by the grammar")
    options.add_argument("--epochs", type=int, default=3)
    options.add_argument("--batch", type=int, default=128)
    options.add_argument("--resume", action="store_true", help="go on after the last whole epoch")
    arguments = options.parse_args()
    CHECKPOINT.parent.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    rng, order = np.random.default_rng(SEED), random.Random(SEED)
    began = time.process_time()
    vocabulary = Vocabulary()
    train = encode(training_examples(SEED, arguments.made), vocabulary)
    sets = {name: encode(examples, vocabulary) for name, examples in development_sets(SEED).items()}
    print(f"{len(train)} pieces, {len(vocabulary.features)} words, {time.process_time() - began:.0f} s", flush=True)
    model = Tagger()
    steps = arguments.epochs * (len(train) // arguments.batch)
    rest = [parameter for name, parameter in model.named_parameters() if not name.startswith("features")]
    optimiser = torch.optim.Adam([{"params": model.features.parameters(), "lr": 6e-3}, {"params": rest, "lr": 3e-3}])
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, step / 300) * max(0.02, 1 - step / steps))
    total, begun = 0.0, 0
    if arguments.resume:
        saved = torch.load(CHECKPOINT)
        begun = saved["epoch"]
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        schedule.load_state_dict(saved["schedule"])
    for epoch in range(begun, arguments.epochs):
        # Of like length together, so that little is padded.
        order.shuffle(train)
        chunks = [sorted(train[start : start + 64 * arguments.batch], key=lambda item: len(item[0])) for start in range(0, len(train), 64 * arguments.batch)]
        batches = [chunk[start : start + arguments.batch] for chunk in chunks for start in range(0, len(chunk), arguments.batch)]
        order.shuffle(batches)
        for items in batches:
            indices, offsets, weights, ids, tags, mask = batch_of(items, vocabulary, rng)
            loss = model.loss(model.emissions(model.words(indices, offsets, weights), ids), tags, mask)
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(rest, 5.0)
            optimiser.step()
            schedule.step()
            total = 0.99 * total + 0.01 * loss.item()
        torch.save({"epoch": epoch + 1, "model": model.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict()}, CHECKPOINT)
        print(f"epoch {epoch + 1}: loss {total:.3f}, {time.process_time() - began:.0f} s", flush=True)
    evaluate(model, sets, vocabulary)
    export(model, vocabulary.flags, safe_words(train, vocabulary))


def safe_words(train, vocabulary: Vocabulary) -> list[str]:
    """Words in lower case that may be passed over: seen often, and next to never the rarest word of an entity. "Of" is part of many, but
    beside a rarer word always."""
    seen, decisive = Counter(), Counter()
    words = {row: fold(word) for (word, _), row in vocabulary.rows.items()}
    pieces = [([words[row] for row in rows.tolist()], tags.tolist()) for rows, tags in train]
    for names, _ in pieces:
        seen.update(names)
    for names, tags in pieces:
        for start, end, _ in spans_of(tags):
            letters = [name for name in names[start:end] if name[:1].isalpha()]
            if letters:
                decisive[min(letters, key=lambda name: seen[name])] += 1
    return sorted(word for word, count in seen.items() if word[:1].isalpha() and count >= 15 and decisive[word] <= count * 0.006 and len(word) < 20)


if __name__ == "__main__":
    main()
