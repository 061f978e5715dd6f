"""Writes the tagger as one file that is read without parsing: see FORMAT in README.md."""

import hashlib
import json
import struct
from pathlib import Path

import numpy as np

from model import HIDDEN, REACH, TAGS, WIDTH
from tokens import BUCKETS, fnv

FOLDER = Path(__file__).parents[2] / "models" / "tagger"
LETTERS = "cfglnrs"


def table_of(flags: dict[str, str], safe: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """An open-addressing table of 32-bit hashes and one byte of flags each; the eighth bit marks a word that is safe to skip."""
    bits = {word: sum(1 << LETTERS.index(letter) for letter in found) for word, found in flags.items()}
    for word in safe:
        bits[word] = bits.get(word, 0) | 128
    size = 1 << int(np.ceil(np.log2(len(bits) * 1.6)))
    hashes, values = np.zeros(size, np.uint32), np.zeros(size, np.uint8)
    for word in sorted(bits):
        value = fnv(word) or 1
        place = value & (size - 1)
        while hashes[place] not in (0, value):
            place = (place + 1) & (size - 1)
        hashes[place] = value
        values[place] |= bits[word]
    return hashes, values


def export(model, flags, safe) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    weights = model.features.weight.detach().numpy()
    scales = np.maximum(np.abs(weights).max(1), 1e-8) / 127
    rows = np.rint(weights / scales[:, None]).astype(np.int8)
    hashes, values = table_of(flags, safe)
    window = model.window.detach().numpy().astype(np.float32)
    parts = [hashes, scales.astype(np.float32), window, model.bias.detach().numpy(), model.out.weight.detach().numpy(),
             model.out.bias.detach().numpy(), model.transitions().detach().numpy(), rows, values]
    digest = hashlib.sha256(b"".join(np.ascontiguousarray(part).tobytes() for part in parts)).hexdigest()[:8]
    header = {"format": 1, "version": f"tagger-{digest}", "tags": TAGS, "buckets": BUCKETS, "width": WIDTH, "hidden": HIDDEN, "reach": REACH, "table": len(hashes), "flags": LETTERS}
    head = json.dumps(header).encode()
    head += b" " * (-(len(head) + 8) % 8)
    with open(FOLDER / "tagger.bin", "wb") as file:
        file.write(b"PTAG" + struct.pack("<I", len(head)) + head)
        for part in parts:
            data = np.ascontiguousarray(part).tobytes()
            file.write(data + b"\0" * (-len(data) % 8))
    print(f"wrote {(FOLDER / 'tagger.bin').stat().st_size / 1e6:.1f} MB, {len(safe)} safe words")
