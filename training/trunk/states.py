"""Keeps the lower part's hidden states of every text on disk, so that training a branch never reads the trunk again.

A cache is a folder: `states.f16` holds rows of 384 half floats, text after text; `index.bin` says for each text's hash
where its rows begin and how many there are. Both only grow; a run cut off goes on where it stopped.
"""

import fcntl
import hashlib
import sys
import time
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from bert import REPOSITORY, WIDTH, Lower, fetch, load_weights

OUT = REPOSITORY / "training" / "out" / "trunk"
MAX_TOKENS = 64
TOKENS_PER_BATCH = 4096
RECORD = np.dtype([("hash", "S16"), ("start", "<i8"), ("rows", "<i8")])


class States:
    """The states of a list of texts, read from disk as they are asked for."""

    def __init__(self, rows: np.ndarray, starts: np.ndarray, lengths: np.ndarray):
        self.rows, self.starts, self.lengths = rows, starts, lengths

    def __len__(self) -> int:
        return len(self.starts)

    def batch(self, chosen) -> tuple[torch.Tensor, torch.Tensor]:
        """States (texts × tokens × 384, float32, zero past the end) and mask (True = a token) of the texts numbered `chosen`."""
        width = int(self.lengths[chosen].max())
        states = np.zeros((len(chosen), width, WIDTH), np.float32)
        for row, index in enumerate(chosen):
            start, count = self.starts[index], self.lengths[index]
            states[row, :count] = self.rows[start : start + count]
        mask = np.arange(width)[None, :] < self.lengths[chosen][:, None]
        return torch.from_numpy(states), torch.from_numpy(mask)


def tokenizer() -> Tokenizer:
    """The published tokenizer, cutting at 64 tokens."""
    result = Tokenizer.from_file(str(fetch()[1]))
    result.no_padding()
    result.enable_truncation(MAX_TOKENS)
    return result


def lower_states(texts: list[str], cache: str) -> States:
    """The states of `texts` in their order; computes what the cache folder of that name lacks.

    Give each process its own cache name; two writers of one name wait for each other.
    """
    folder = OUT / cache
    folder.mkdir(parents=True, exist_ok=True)
    hashes = np.array([hashlib.sha256(text.encode("utf-8")).hexdigest()[:16] for text in texts], "S16")
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        known = _read_index(folder)
        missing = {digest: text for digest, text in zip(hashes, texts, strict=True) if digest not in known}
        if missing:
            _compute(folder, missing)
            known = _read_index(folder)
    rows = np.memmap(folder / "states.f16", np.float16, "r").reshape(-1, WIDTH)
    found = np.array([known[digest] for digest in hashes], np.int64).reshape(-1, 2)
    return States(rows, found[:, 0], found[:, 1])


def _read_index(folder: Path) -> dict[bytes, tuple[int, int]]:
    path = folder / "index.bin"
    if not path.exists():
        return {}
    whole = path.stat().st_size // RECORD.itemsize * RECORD.itemsize
    records = np.frombuffer(path.read_bytes()[:whole], RECORD)
    return dict(zip(records["hash"].tolist(), zip(records["start"].tolist(), records["rows"].tolist()), strict=True))


def _compute(folder: Path, missing: dict[bytes, str]) -> None:
    index_path, states_path = folder / "index.bin", folder / "states.f16"
    known = _read_index(folder)
    row = max((start + rows for start, rows in known.values()), default=0)
    for path, size in ((index_path, len(known) * RECORD.itemsize), (states_path, row * WIDTH * 2)):
        path.touch()
        with path.open("r+b") as file:
            file.truncate(size)
    hashes = list(missing)
    encoded = [encoding.ids for encoding in tokenizer().encode_batch([missing[digest] for digest in hashes])]
    order = sorted(range(len(hashes)), key=lambda index: len(encoded[index]))
    lower = Lower(load_weights()).eval()
    began, done = time.monotonic(), 0
    with index_path.open("ab") as index_file, states_path.open("ab") as states_file, torch.inference_mode():
        while done < len(order):
            width = len(encoded[order[min(done + 15, len(order) - 1)]])
            chosen = order[done : done + max(1, TOKENS_PER_BATCH // width)]
            lengths = np.array([len(encoded[index]) for index in chosen])
            ids = np.zeros((len(chosen), lengths.max()), np.int64)
            for place, index in enumerate(chosen):
                ids[place, : lengths[place]] = encoded[index]
            mask = np.arange(ids.shape[1])[None, :] < lengths[:, None]
            with torch.autocast("cpu", torch.bfloat16):
                states = lower(torch.from_numpy(ids), torch.from_numpy(mask))
            states_file.write(states.float().numpy()[mask].astype(np.float16).tobytes())
            states_file.flush()
            starts = row + np.concatenate([[0], np.cumsum(lengths)[:-1]])
            records = np.empty(len(chosen), RECORD)
            records["hash"], records["start"], records["rows"] = [hashes[index] for index in chosen], starts, lengths
            index_file.write(records.tobytes())
            index_file.flush()
            row += int(lengths.sum())
            done += len(chosen)
            if done // 5000 != (done - len(chosen)) // 5000:
                rate = done / (time.monotonic() - began)
                print(f"{folder.name}: {done:,} of {len(order):,} texts, {rate:.0f} a second", file=sys.stderr, flush=True)
