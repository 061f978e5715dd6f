"""Makes models/encoder-fast out of the student that distil.py trained.

    PARLANCE_DATASETS=… python training/encoder/export_fast.py

Writes nothing when rounding costs half a point of NMI in the mean over the sets.
"""

import sys

import torch
from tokenizers import Tokenizer

from calibrate import measure_ranges
from distil import Student
from evaluate import compare
from export import NMI_LOSS_LIMIT, digest, install
from graph import Branches, write_float, write_int8
from paths import FAST_MODEL, OUT
from source_model import fetch
from tuned_weights import ArrayWeights

from bert import Branch, export_blocks, load_weights


def assemble() -> tuple[ArrayWeights, Branches, str | None]:
    """All weights, the layers that each output passes through, and the name of the heads' branch that the states imitate."""
    saved = torch.load(OUT / "fast.pt", weights_only=False)
    student = Student(load_weights(), saved["outputs"])
    student.load_state_dict(saved["student"])
    arrays = {
        "embeddings.word_embeddings.weight": student.words.weight,
        "embeddings.position_embeddings.weight": student.positions.weight,
        "embeddings.LayerNorm.weight": student.norm.weight,
        "embeddings.LayerNorm.bias": student.norm.bias,
    }
    arrays = {name: value.detach().numpy() for name, value in arrays.items()}
    arrays |= export_blocks(Branch([student.first]), "first")
    for output, block in student.last.items():
        arrays |= export_blocks(Branch([block]), output)
    return ArrayWeights(arrays), {output: ["first.0", f"{output}.0"] for output in student.last}, saved["state"]


def main() -> None:
    torch.set_num_threads(1)
    _, source_tokenizer = fetch()
    tokenizer = Tokenizer.from_file(str(source_tokenizer))
    weights, branches, state = assemble()
    float_graph, int8_graph, vector_graph = (OUT / f"fast-{name}.onnx" for name in ("float", "int8", "vector"))
    ranges = measure_ranges(float_graph, write_float(weights, float_graph, branches), tokenizer)
    write_int8(weights, ranges, int8_graph, branches)
    write_int8(weights, ranges, vector_graph, {"vector": branches["vector"]})
    loss = compare({"float": float_graph, "int8": int8_graph}, tokenizer)
    print(f"mean loss of NMI by rounding: {loss:.2f} points (limit {NMI_LOSS_LIMIT})")
    if loss >= NMI_LOSS_LIMIT:
        sys.exit("The rounded model lost too much; models/encoder-fast is unchanged.")
    install(FAST_MODEL, f"parlance-fast-{digest(vector_graph)[:8]}", int8_graph, source_tokenizer, state)


if __name__ == "__main__":
    main()
