"""States as the shipped encoder gives them (int8, its own tokenizer and normalising), kept on disk: what is fitted on them reads
in training what it reads in the product. They hold for one version of the state only; delete the folder when the branch changes."""

import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent / "out" / "heads" / "shipped"


def shipped_states(texts: list[str]) -> np.ndarray:
    """One row a text, in order. Only texts that were not read before are read: about 300 a second of one core."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    names, rows = FOLDER / "texts.jsonl", FOLDER / "states.f32"
    known = [json.loads(line) for line in names.read_text(encoding="utf-8").splitlines()] if names.exists() else []
    place = {text: index for index, text in enumerate(known)}
    fresh = [text for text in dict.fromkeys(texts) if text not in place]
    if fresh:
        lines = "\n".join(json.dumps(text) for text in fresh)
        node = HERE.parents[1] / "node_modules" / ".bin" / "node"
        with tempfile.NamedTemporaryFile() as file:
            subprocess.run([node, "--disable-warning=ExperimentalWarning", HERE / "states.ts", file.name],
                           input=lines, text=True, check=True, stdout=subprocess.DEVNULL)
            with rows.open("ab") as out:
                out.write(Path(file.name).read_bytes())
        with names.open("a", encoding="utf-8") as out:
            out.write(lines + "\n")
        place.update((text, len(known) + index) for index, text in enumerate(fresh))
    states = np.fromfile(rows, "<f4").reshape(len(place), -1)
    return states[[place[text] for text in texts]]
