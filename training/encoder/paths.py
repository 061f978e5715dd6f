"""Where things lie, for every script of this folder."""

import os
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
OUT = REPOSITORY / "training" / "out" / "encoder"
MODEL = REPOSITORY / "models" / "encoder"
FAST_MODEL = REPOSITORY / "models" / "encoder-fast"
HEADS_BRANCH = REPOSITORY / "training" / "out" / "heads" / "branch.npz"


def datasets() -> Path:
    """The folder of data sets, named by PARLANCE_DATASETS."""
    folder = os.environ.get("PARLANCE_DATASETS")
    if not folder:
        sys.exit("Set PARLANCE_DATASETS to the folder of data sets (docs/models.md says which are read).")
    return Path(folder)


# The trunk's modules are read by every training script beside this folder.
sys.path.insert(0, str(REPOSITORY / "training" / "trunk"))
