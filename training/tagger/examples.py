"""Everything that the tagger learns from, as (text, spans): the grammar, and the corpora whose licences allow it, with their names swapped
for others of many cultures half of the time."""

import random
from collections import Counter

import corpora
from grammar import Example, Grammar, read_templates
from tokens import fold, tokenise

MAKERS = {"PERSON": "person", "ORGANISATION": "org", "LOCATION": "place", "ADDRESS": "address", "PRODUCT": "product", "PHONE": "phone"}


def split_templates() -> tuple[list[str], list[str]]:
    """Those to learn from, and every twelfth kept back to choose settings by."""
    templates = read_templates("templates.txt")
    return [line for index, line in enumerate(templates) if index % 12], templates[::12]


def consistent(examples: list[Example]) -> list[Example]:
    """Without those in which a word stands untagged that others of the set tag in more than one of six cases: they were overlooked."""
    tagged, seen = Counter(), Counter()
    split = []
    for text, spans in examples:
        words = [(fold(text[start:end]), any(a <= start < b for a, b, _ in spans)) for start, end, _ in tokenise(text)]
        split.append(words)
        for word, inside in words:
            seen[word] += 1
            tagged[word] += inside
    return [example for example, words in zip(examples, split)
            if all(inside or not word.isalpha() or tagged[word] * 6 < seen[word] for word, inside in words)]


def swapped(example: Example, grammar: Grammar, share: float) -> Example:
    """The same sentence about others."""
    text, spans = example
    out, found, last = "", [], 0
    for start, end, kind in spans:
        value = text[start:end]
        if grammar.random.random() < share and not value.startswith("@"):
            maker = MAKERS[kind]
            if kind == "PERSON" and " " not in value:
                maker = "first" if grammar.random.random() < 0.8 else "last"
            if kind == "ADDRESS" and value.replace(" ", "").isdigit():
                maker = "zip"
            fresh = getattr(grammar.fillers, maker)()
            value = fresh.lower() if value.islower() and len(fresh.lower()) == len(fresh) else fresh
        out += text[last:start]
        found.append((len(out), len(out) + len(value), kind))
        out += value
        last = end
    return out + text[last:], found


def training_examples(seed: int, made: int) -> list[Example]:
    rng = random.Random(seed)
    grammar = Grammar(seed, split_templates()[0])
    examples = [grammar.one() for _ in range(made)]

    def add(source, times: int, share: float, recase: bool = True):
        # Of what holds no entity less than half is enough, and much quicker.
        rows = [row for row in source if row[1] or rng.random() < 0.4]
        for turn in range(times):
            for row in rows:
                fresh = swapped(row, grammar, share if turn or share > 0.9 else share / 2)
                if recase and rng.random() < 0.15:
                    fresh = grammar.typed(*fresh)
                examples.append(fresh)

    add(consistent(list(corpora.multidogo("train"))), 1, 0.5, recase=True)
    add(consistent(list(corpora.massive())), 1, 0.4)
    add(consistent(list(corpora.hwu())), 1, 0.4)
    add(corpora.nlupp(), 2, 0.6)
    add(corpora.restaurants(), 1, 0.5)
    add(corpora.ner("wnut17-train"), 2, 0.4)
    add(corpora.ner("sec"), 2, 0.5)
    for part in "abeg":
        add(corpora.ner(f"btc-{part}"), 2, 0.3)
    rng.shuffle(examples)
    return examples


def development_sets(seed: int) -> dict[str, list[Example]]:
    """What settings are chosen by. None of it is a test set of bench/."""
    kept_back = Grammar(seed + 77, split_templates()[1])
    return {
        "templates kept back": [kept_back.one() for _ in range(3000)],
        "multidogo dev": consistent(list(corpora.multidogo("dev"))),
        "wnut17 dev": corpora.ner("wnut17-dev"),
        "btc h": corpora.ner("btc-h"),
    }
