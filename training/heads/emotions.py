"""GoEmotions: comments with any of 28 emotions, and the polarity that these emotions mean."""

from pathlib import Path

from labels import EMOTIONS, NEGATIVE, POSITIVE


def goemotions(folder: Path, part: str) -> tuple[list[str], list[list[int]]]:
    """Texts and, for each, 28 cells."""
    texts, rows = [], []
    for line in (folder / "goemotions" / "original" / f"{part}.tsv").read_text(encoding="utf-8").split("\n"):
        if line == "":
            continue
        text, ids, _ = line.split("\t")
        texts.append(text)
        chosen = {int(each) for each in ids.split(",")}
        rows.append([int(index in chosen) for index in range(len(EMOTIONS))])
    return texts, rows


def polarity(row: list[int]) -> int | None:
    """-1, 0 or 1; None when the emotions point both ways."""
    has = {name for name, cell in zip(EMOTIONS, row, strict=True) if cell}
    if has & POSITIVE and has & NEGATIVE:
        return None
    return 1 if has & POSITIVE else -1 if has & NEGATIVE else 0
