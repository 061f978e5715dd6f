"""Prints lines of our own templates that also stand, with other values, in a set that only measures. There must be none."""

import csv
import json
import re
import sys

from corpora import DATASETS
from grammar import SLOT, read_templates


def shape(text: str) -> str:
    """Letters alone, in lower case, a star for every value."""
    return re.sub(r"[^a-z*]+", " ", text.lower()).strip()


def measured() -> set[str]:
    found = set()
    for path in ("data/synth_dataset_v2.json", "tests/data/generated_large.json"):
        for row in json.loads((DATASETS / "presidio-synthetic" / path).read_text(encoding="utf-8")):
            text = row["full_text"]
            for span in sorted(row["spans"], key=lambda item: -item["start_position"]):
                text = text[: span["start_position"]] + " * " + text[span["end_position"] :]
            found.add(shape(text))
    for path in (DATASETS / "bitext-customer-support").glob("*.csv"):
        with open(path, encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                found.add(shape(re.sub(r"\d+", " * ", row["instruction"])))
    return {item for item in found if len(item.replace("*", "").split()) >= 3}


def main() -> None:
    known = measured()
    leaks = [line for name in ("templates.txt", "negatives.txt") for line in read_templates(name) if shape(SLOT.sub(" * ", line)) in known]
    print("\n".join(leaks) if leaks else "no line of ours stands in a set that measures")
    sys.exit(1 if leaks else 0)


if __name__ == "__main__":
    main()
