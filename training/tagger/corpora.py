"""Reads the public corpora into (text, spans). ../shared data sets' index says which of them may be trained on; only those are read
here for training, and the sets that measure are read by bench/ alone."""

import csv
import glob
import json
import os
import re
import zipfile
from pathlib import Path

DATASETS = Path(os.environ.get("PARLANCE_DATASETS", "datasets"))
csv.field_size_limit(10**9)

NO_SPACE_BEFORE = re.compile(r"^(?:[.,!?;:)\]}%'’”]|n't$|['’]\w+$)")
NO_SPACE_AFTER = re.compile(r"[(\[{$#@“/-]$")
KINDS = {"person": "PERSON", "per": "PERSON", "location": "LOCATION", "loc": "LOCATION", "org": "ORGANISATION", "corporation": "ORGANISATION",
         "group": "ORGANISATION", "product": "PRODUCT"}


def conll(path: Path, encoding="utf-8"):
    """Sentences of a file of one token a line, glued together as people write. Accounts (`@name`) are left untagged: BTC takes them for
    people or companies, WNUT17 for neither, and a rule finds them."""
    tokens = []
    for line in path.read_text(encoding=encoding, errors="replace").split("\n"):
        parts = line.split()
        if len(parts) < 2 or parts[0] == "-DOCSTART-":
            if tokens:
                yield glue(tokens)
            tokens = []
            continue
        tokens.append((parts[0], parts[-1]))
    if tokens:
        yield glue(tokens)


def glue(tokens):
    text, spans, kind_before = "", [], None
    for word, tag in tokens:
        glued = text == "" or NO_SPACE_BEFORE.match(word) or NO_SPACE_AFTER.search(text[-1:])
        if not glued:
            text += " "
        kind = KINDS.get(tag[2:].lower()) if tag != "O" and not word.startswith("@") else None
        start = len(text)
        text += word
        if kind is not None and spans and kind_before == kind and not tag.startswith("B-"):
            spans[-1] = (spans[-1][0], len(text), kind)
        elif kind is not None:
            spans.append((start, len(text), kind))
        kind_before = kind
    return text, spans


def ner(name: str):
    root = DATASETS / "ner-corpora"
    files = {"wnut17-train": "WNUT17/CONLL-format/data/train/wnut17train.conll", "wnut17-dev": "WNUT17/CONLL-format/data/dev/emerging.dev.conll",
             "sec": "SEC-filings/CONLL-format/data/train/FIN5.txt"}
    path = files.get(name) or f"BTC/CONLL-format/data/{name[-1]}.conll"
    return list(conll(root / path))


MULTIDOGO = {"name": "PERSON", "address": "ADDRESS", "current_zipcode": "ADDRESS", "new_zipcode": "ADDRESS", "current_city": "LOCATION", "new_city": "LOCATION",
             "arrival_city": "LOCATION", "departure_city": "LOCATION", "company_name": "ORGANISATION", "car_brand": "ORGANISATION", "software_name": "PRODUCT", "phonenumber": "PHONE", "phone_number": "PHONE"}


def multidogo(split: str):
    """Customers' turns, nearly all in lower case. The labels are a crowd's: `unsafe` turns (a capital or a digit in them but no label at
    all, though the set's other turns of the kind have one) are kept, as the noise they are."""
    for path in sorted(glob.glob(str(DATASETS / f"multidogo/paper_splits/splits_annotated_at_turn_level/*/{split}.tsv"))):
        domain = path.split("/")[-2]
        with open(path, encoding="utf-8") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                words, labels = row["utterance"].split(), row["slot-labels"].split()
                if len(words) != len(labels):
                    continue
                tags = []
                for index, label in enumerate(labels):
                    kind = MULTIDOGO.get(label)
                    if kind == "PRODUCT" and domain != "software":
                        kind = None
                    before = MULTIDOGO.get(labels[index - 1]) if index else None
                    tags.append("O" if kind is None else ("I-" if before == kind and labels[index - 1] == label else "B-") + kind)
                yield plain(words, tags)


def plain(words, tags):
    text, spans = "", []
    for word, tag in zip(words, tags):
        if text:
            text += " "
        start = len(text)
        text += word
        if tag.startswith("I-") and spans:
            spans[-1] = (spans[-1][0], len(text), tag[2:])
        elif tag != "O":
            spans.append((start, len(text), tag[2:]))
    return text, spans


ANNOTATED = re.compile(r"\[(\w+) : ([^\]]+)\]")
MASSIVE = {"person": "PERSON", "artist_name": "PERSON", "audiobook_author": "PERSON", "place_name": "LOCATION", "business_name": "ORGANISATION", "transport_agency": "ORGANISATION"}


def annotated(text: str):
    out, spans, last = "", [], 0
    for match in ANNOTATED.finditer(text):
        out += text[last : match.start()]
        kind = MASSIVE.get(match[1])
        value = re.sub(r"['’]s$", "", match[2].strip())
        if kind is not None:
            spans.append((len(out), len(out) + len(value), kind))
        out += match[2].strip()
        last = match.end()
    return out + text[last:], spans


def massive():
    with open(DATASETS / "massive-en/massive.jsonl", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["partition"] == "train":
                yield annotated(row["annot_utt"])


def hwu():
    for path in sorted(glob.glob(str(DATASETS / "hwu64/kfold1/trainset/*.csv"))):
        with open(path, encoding="utf-8", errors="replace") as file:
            for row in csv.DictReader(file, delimiter=";"):
                text, spans = annotated(row["answer_annotation"] or "")
                said = (row.get("answer_from_user") or "").strip()
                yield (said, spans) if said.lower() == text.lower() and len(said) == len(text) else (text, spans)


def nlupp():
    kinds = {"person_name": "PERSON", "company_name": "ORGANISATION"}
    for path in sorted(glob.glob(str(DATASETS / "nlupp/*/fold*.json"))):
        for row in json.load(open(path, encoding="utf-8")):
            slots = row.get("slots", {})
            yield row["text"], sorted((slot["span"][0], slot["span"][1], kinds[name]) for name, slot in slots.items() if name in kinds)


def restaurants():
    for path in sorted(glob.glob(str(DATASETS / "restaurants8k/train_*.json"))):
        for row in json.load(open(path, encoding="utf-8")):
            spans = []
            for label in row.get("labels", []):
                if label["slot"] in ("first_name", "last_name") and "valueSpan" in label:
                    spans.append((label["valueSpan"].get("startIndex", 0), label["valueSpan"]["endIndex"], "PERSON"))
            spans.sort()
            text, merged = row["userInput"]["text"], []
            for span in spans:
                if merged and text[merged[-1][1] : span[0]].strip() == "":
                    merged[-1] = (merged[-1][0], span[1], "PERSON")
                else:
                    merged.append(span)
            yield text, merged
