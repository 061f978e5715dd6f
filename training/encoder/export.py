"""Makes models/encoder: the published lower layers, the tuned upper ones and, when it is there, the heads' branch.

    PARLANCE_DATASETS=… python training/encoder/export.py [--unmodified]

Reads training/out/encoder/final.pt (train.py) and training/out/heads/branch.npz. Calibrates, quantises, compares, and writes
nothing when rounding costs half a point of NMI in the mean over the sets. With --unmodified it writes the published model, rounded alike, to training/out/encoder/unmodified, for benches to compare with.
"""

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from calibrate import measure_ranges
from evaluate import compare
from graph import Branches, write_float, write_int8
from paths import HEADS_BRANCH, MODEL, OUT
from source_model import BertWeights, fetch
from tuned_weights import TunedWeights

from bert import LAYERS, LOWER_LAYERS, WIDTH, export_blocks, upper_branch

NMI_LOSS_LIMIT, MAX_TOKENS = 0.5, 512


def assemble(published: BertWeights) -> tuple[TunedWeights, Branches]:
    """The weights of all layers, and the layers that each output passes through."""
    branch = upper_branch(published)
    branch.load_state_dict(torch.load(OUT / "final.pt", weights_only=True))
    arrays = export_blocks(branch, "encoder.layer", LOWER_LAYERS)
    lower = [f"encoder.layer.{index}" for index in range(LOWER_LAYERS)]
    branches = {"vector": lower + [f"encoder.layer.{index}" for index in range(LOWER_LAYERS, LAYERS)]}
    if HEADS_BRANCH.exists():
        with np.load(HEADS_BRANCH) as file:
            arrays.update({name: file[name] for name in file.files})
        count = len({name.split(".")[1] for name in arrays if name.startswith("branch.")})
        branches["state"] = lower + [f"branch.{index}" for index in range(count)]
    return TunedWeights(published, arrays), branches


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--unmodified", action="store_true")
    torch.set_num_threads(1)
    source, source_tokenizer = fetch()
    tokenizer = Tokenizer.from_file(str(source_tokenizer))
    if parser.parse_args().unmodified:
        export_unmodified(BertWeights(source), tokenizer, source_tokenizer)
        return
    weights, branches = assemble(BertWeights(source))
    float_graph, int8_graph = OUT / "float.onnx", OUT / "model.onnx"
    probes = write_float(weights, float_graph, branches)
    print(f"measuring the ranges of {len(probes)} layers", file=sys.stderr)
    ranges = measure_ranges(float_graph, probes, tokenizer)
    write_int8(weights, ranges, int8_graph, branches)
    # The vectors' version must not change when only the heads' branch does.
    vector_graph = OUT / "vector.onnx"
    write_int8(weights, ranges, vector_graph, {"vector": branches["vector"]})

    loss = compare({"float": float_graph, "int8": int8_graph}, tokenizer)
    print(f"mean loss of NMI by rounding: {loss:.2f} points (limit {NMI_LOSS_LIMIT})")
    if loss >= NMI_LOSS_LIMIT:
        sys.exit("The rounded model lost too much; models/encoder is unchanged.")
    install(MODEL, f"parlance-accurate-{digest(vector_graph)[:8]}", int8_graph, source_tokenizer,
            state=f"state-{digest(HEADS_BRANCH)[:8]}" if "state" in branches else None)


def export_unmodified(published: BertWeights, tokenizer: Tokenizer, tokenizer_file: Path) -> None:
    weights, branches = TunedWeights(published, {}), {"vector": [f"encoder.layer.{index}" for index in range(LAYERS)]}
    float_graph, int8_graph = OUT / "unmodified-float.onnx", OUT / "unmodified.onnx"
    probes = write_float(weights, float_graph, branches)
    write_int8(weights, measure_ranges(float_graph, probes, tokenizer), int8_graph, branches)
    install(OUT / "unmodified", f"bge-small-en-v1.5-int8-{digest(int8_graph)[:8]}", int8_graph, tokenizer_file)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def install(folder: Path, version: str, graph: Path, tokenizer: Path, state: str | None = None) -> None:
    """Copies the files into the model's folder and writes their manifest; `state` names the heads' branch, if there is one."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(graph, folder / "model.onnx")
    shutil.copyfile(tokenizer, folder / "tokenizer.json")
    manifest = {
        "version": version,
        "dimension": WIDTH,
        "pooling": "cls",
        **({"state": state} if state else {}),
        "maxTokens": MAX_TOKENS,
        "sha256": {name: digest(folder / name) for name in ("model.onnx", "tokenizer.json")},
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print(f"{version}: {(folder / 'model.onnx').stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
