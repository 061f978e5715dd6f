"""Made-up messages with known spans: templates filled with seeded values, in the many ways in which people type."""

import random
import re
from pathlib import Path

from fillers import Fillers

HERE = Path(__file__).parent
SLOT = re.compile(r"\{(\w+)\}")
TAGGED = {"P": ("PERSON", "person"), "F": ("PERSON", "first"), "L": ("PERSON", "last"), "O": ("ORGANISATION", "org"), "C": ("LOCATION", "city"),
          "N": ("LOCATION", "country"), "W": ("LOCATION", "place"), "A": ("ADDRESS", "address"), "S": ("ADDRESS", "street"), "Z": ("ADDRESS", "zip"),
          "G": ("GROUP", "nationality"), "Q": ("PRODUCT", "product"), "Y": ("AGE", "age"), "phone": ("PHONE", "phone")}
NAMED = {"T": "title", "J": "job"}
REDACTED = "\ufffc"
HIDDEN_SHARE = {"PERSON": 0.04, "ADDRESS": 0.04, "PHONE": 0.3}
HIDDEN = {"email", "card", "iban", "ssn", "ip"}  # what is replaced before the tagger reads a text for the second time

Example = tuple[str, list[tuple[int, int, str]]]


def read_templates(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("# ")]


class Grammar:
    def __init__(self, seed: int, templates: list[str]):
        self.random = random.Random(seed)
        self.fillers = Fillers(seed + 1)
        self.templates = templates
        self.negatives = read_templates("negatives.txt")

    def fill(self, template: str) -> Example:
        text, spans, last = "", [], 0
        for match in SLOT.finditer(template):
            text += template[last : match.start()]
            slot = match[1]
            if slot == "R":
                kind, value = "LOCATION", self.region()
            elif slot in TAGGED:
                kind, maker = TAGGED[slot]
                value = getattr(self.fillers, maker)()
            else:
                kind, value = None, self.plain(slot)
            if kind is not None and self.random.random() < HIDDEN_SHARE.get(kind, 0):
                kind, value = None, REDACTED
            if kind is not None and text and (text[-1].isalnum()):
                text += " "
            if kind is not None:
                spans.append((len(text), len(text) + len(value), kind))
            text += value
            last = match.end()
        return text + template[last:], spans

    def region(self) -> str:
        from gazetteers import REGIONS, states

        return self.fillers.pick([*states()[0], *REGIONS])

    def plain(self, slot: str) -> str:
        if slot in HIDDEN and self.random.random() < 0.4:
            return REDACTED
        if slot in ("n", "Y2"):
            return str(self.random.randint(1, 60))
        if slot in NAMED:
            return getattr(self.fillers, NAMED[slot])()
        if slot == "street":
            return "the motorway"
        return getattr(self.fillers, slot)()

    def one(self, negative_share: float = 0.25) -> Example:
        """A message of one to three sentences, typed as somebody might."""
        text, spans = "", []
        for _ in range(self.random.choices([1, 2, 3], [0.62, 0.28, 0.10])[0]):
            pool = self.negatives if self.random.random() < negative_share else self.templates
            more, found = self.fill(self.random.choice(pool))
            if text:
                text += self.random.choice([" ", " ", ". ", "\n", ", "]) if text[-1] not in ".!?" else self.random.choice([" ", " ", "\n"])
            spans += [(start + len(text), end + len(text), kind) for start, end, kind in found]
            text += more
        return self.typed(text, joined(text, spans))

    def typed(self, text: str, spans) -> Example:
        draw = self.random.random()
        if draw < 0.24:
            return keep_length(text, text.lower()), spans
        if draw < 0.28:
            return keep_length(text, text.upper()), spans
        if draw < 0.36:
            return lower_outside(text, spans), spans
        if draw < 0.41:
            return lower_inside(text, spans), spans
        if draw < 0.49:
            return without_signs(text, spans)
        if draw < 0.53:
            return misspelt(text, spans, self.random), spans
        return text, spans


def joined(text: str, spans):
    """A street, its postcode and its town are one address, however the template parts them."""
    out = []
    for start, end, kind in spans:
        if out and out[-1][2] == "ADDRESS" and kind in ("ADDRESS", "LOCATION") and text[out[-1][1] : start].strip(" ,\n") == "" and start - out[-1][1] <= 2:
            out[-1] = (out[-1][0], end, "ADDRESS")
        else:
            out.append((start, end, kind))
    return out


def keep_length(text: str, changed: str) -> str:
    return changed if len(changed) == len(text) else text


def lower_outside(text, spans) -> str:
    inside = {index for start, end, _ in spans for index in range(start, end)}
    return "".join(char if index in inside or len(char.lower()) > 1 else char.lower() for index, char in enumerate(text))


def lower_inside(text, spans) -> str:
    inside = {index for start, end, _ in spans for index in range(start, end)}
    return "".join(char.lower() if index in inside and len(char.lower()) == 1 else char for index, char in enumerate(text))


def without_signs(text, spans) -> Example:
    """Without the marks that end and part sentences."""
    kept, places = "", []
    for char in text:
        places.append(len(kept))
        if char not in ",.!?;":
            kept += char
    places.append(len(kept))
    return kept, [(places[start], places[end], kind) for start, end, kind in spans if places[end] > places[start]]


def misspelt(text, spans, rng) -> str:
    """Two letters swapped somewhere outside the spans."""
    inside = {index for start, end, _ in spans for index in range(start, end)}
    letters = list(text)
    for _ in range(max(1, len(text) // 40)):
        place = rng.randrange(max(1, len(letters) - 1))
        pair = "".join(letters[place : place + 2])
        if place not in inside and place + 1 not in inside and len(pair) == 2 and pair.isalpha():
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return "".join(letters)
