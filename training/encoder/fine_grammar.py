"""Writes customers' sentences that differ only in the object or only in what is the matter with it, from a seeded grammar.

An intent is one object of a trade (fine_objects.txt) with one aspect of its kind (fine_aspects.txt). Sources are made so
that their intents share a trade, or share a kind, which puts the hard negatives of either sort into one batch. No trade is
a bank, and no name or label is taken from a data set.
"""

import random
import re
from collections import defaultdict
from pathlib import Path

from sources import Source

SEED, TEXTS = 21, 9
FOLDER = Path(__file__).parent
FILLERS = {
    "long": ["two weeks", "ten days", "a month", "three days", "over a week", "five days", "ages", "six weeks"],
    "money": ["$40", "12 euros", "£25", "80 dollars", "$9.99", "150 euros", "£7.50", "300"],
    "day": ["Monday", "Tuesday", "Friday", "Sunday", "the 14th", "next week", "the weekend", "tomorrow"],
    "country": ["Spain", "Canada", "Norway", "Japan", "Brazil", "the US", "Germany", "South Africa", "Ireland", "India"],
    "relative": ["wife", "husband", "son", "daughter", "mother", "partner", "flatmate", "brother"],
    "number": ["2", "3", "5", "6", "15", "20"],
    "digits": ["21", "404", "E7", "1045", "33", "F02"],
}
STORIES = [
    "i'm a new customer.", "i've been with you for years.", "i looked on your website and found nothing.", "i asked in the chat yesterday already.",
    "nobody answers the phone.", "i'm leaving on Friday.", "my {relative} has the same problem.", "i live in {country} now.", "i have the number here if you need it.",
    "it's the second time this happens.", "i'm quite upset.", "i don't know where to look.", "i tried the app and the website.",
]
ENDS = [*[""] * 12, " thanks", " please help", " can you help?", " please advise", " it's urgent"]


def expand(template: str, chooser: random.Random) -> str:
    """One of the texts that a template stands for: (a|b) chooses, [a] may be left out."""
    inner = re.compile(r"\(([^()\[\]]*)\)|\[([^()\[\]]*)\]")
    while found := inner.search(template):
        options, optional = found.groups()
        part = chooser.choice((options if options is not None else optional).split("|"))
        if optional is not None and chooser.random() < 0.5:
            part = ""
        template = template[: found.start()] + part + template[found.end() :]
    return template


def with_object(text: str, name: str, chooser: random.Random) -> str:
    article = "an" if name[0] in "aeio" else "a"
    text = text.replace("{my}", chooser.choice(["my", "my", "my", "the", "our"]) + f" {name}").replace("{the}", f"the {name}")
    text = text.replace("{a}", f"{article} {name}").replace("{n}", name)
    return re.sub(r"\{(\w+)\}", lambda match: chooser.choice(FILLERS[match[1]]), text)


def spoken(text: str, chooser: random.Random) -> str:
    """With or without a story, an ending, capitals and the last mark."""
    if chooser.random() < 0.2:
        story = with_object(chooser.choice(STORIES), "account", chooser)
        text = f"{text.rstrip('?')}{'?' if text.endswith('?') else '.'} {story}" if chooser.random() < 0.5 else f"{story} {text}"
    text = re.sub(r"\s+", " ", text + chooser.choice(ENDS)).replace(" ,", ",").replace(" ?", "?").strip(" ,")
    if chooser.random() < 0.55:
        text = re.sub(r"(^|[.?] )([a-z])", lambda match: match[1] + match[2].upper(), text)
        return re.sub(r"\bi\b", "I", text)
    return re.sub(r"[?.,]", "", text) if chooser.random() < 0.5 else text


def aspects() -> dict[str, dict[str, list[str]]]:
    """Templates by kind and aspect."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for line in (FOLDER / "fine_aspects.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            kind, aspect = line[3:].split(": ")
            found[kind][aspect] = []
        elif line and not line.startswith("#"):
            found[kind][aspect].append(line)
    return found


def objects() -> list[tuple[str, str, list[str]]]:
    """Trade, kind and names of each object."""
    lines = (FOLDER / "fine_objects.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(": ") for line in lines if line and not line.startswith("#")]
    return [(trade, kind, names.split(", ")) for trade, kind, names in rows]


def fine_sources() -> list[Source]:
    """A source for each trade and for each kind; the same every time."""
    cells: dict[str, list[tuple[str, str]]] = defaultdict(list)
    by_kind = aspects()
    for trade, kind, names in objects():
        for aspect, templates in by_kind[kind].items():
            intent = f"{trade}, {names[0]}, {aspect}"
            chooser = random.Random(f"{SEED} {intent}")
            texts: dict[str, None] = {}
            for turn in range(4 * TEXTS):
                template = templates[(turn + chooser.randrange(2)) % len(templates)]
                name = names[0] if chooser.random() < 0.5 else chooser.choice(names)
                texts[spoken(with_object(expand(template, chooser), name, chooser), chooser)] = None
                if len(texts) == TEXTS:
                    break
            for group in (f"fine-{trade}", f"fine-{kind}"):
                cells[group] += [(text, intent) for text in texts]
    return [Source(name, [text for text, _ in rows], [intent for _, intent in rows]) for name, rows in cells.items()]
