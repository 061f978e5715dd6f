"""Turns of dialogues with acts, each with the turn before it: SGD, MultiDoGO, NLU++ and single commands."""

import csv
import json
import random
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

from labels import (ACTS, MULTIDOGO, MULTIDOGO_COMPLAINTS, MULTIWOZ, NLUPP, NLUPP_QUESTIONS, SGD_CUSTOMER, SGD_SYSTEM,
                    row)

QUESTION = re.compile(r"^(?:(?:hi|hello|hey|please|and|so|ok|okay)[ ,]+)*(?:what|which|who|whose|when|where|why|how|is|are|was|"
                      r"were|do|does|did|has|have|am)\b|\?\s*$", re.I)
NO_EXTRAS = {"complaint", "wish"}


@dataclass(frozen=True)
class Turn:
    text: str
    before: str
    """The turn of the other side just before; empty when there is none or it is not known."""
    is_customer: bool
    acts: tuple[int, ...]
    bears_intent: int
    fails: int = -1
    """Whether the agent says that something could not be done; -1 where the data does not say."""


def turn(text: str, before: str, is_customer: bool, has: set[str], bears: int, unknown: set[str] = frozenset(),
         fails: int = -1) -> Turn:
    return Turn(text, before, is_customer, tuple(row(ACTS, has, unknown)), bears, fails)


def sgd(folder: Path, part: str, dialogues: int | None = None, seed: int = 1) -> list[Turn]:
    """Turns of `part` (train, dev or test), from a seeded sample of dialogues or all. Test has services that train lacks."""
    lines = (folder / "schema-guided-dialogue" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines()
    if dialogues is not None:
        lines = random.Random(seed).sample(lines, dialogues)
    turns = []
    for line in lines:
        before = ""
        for entry in json.loads(line)["turns"]:
            is_customer = entry["speaker"] == "USER"
            has = {(SGD_CUSTOMER if is_customer else SGD_SYSTEM)[act] for act in entry["acts"]}
            bears = int("INFORM_INTENT" in entry["acts"]) if is_customer else -1
            fails = int("NOTIFY_FAILURE" in entry["acts"])
            turns.append(turn(entry["utterance"], before, is_customer, has, bears, NO_EXTRAS | {"greeting"}, fails))
            before = entry["utterance"]
    return turns


def multidogo(folder: Path, parts: tuple[str, ...], most: int, seed: int = 1) -> list[Turn]:
    """Customer sentences and turns; the agent's words are not in the data."""
    turns = []
    for path in sorted((folder / "multidogo" / "paper_splits").glob("*/*/*.tsv")):
        if path.stem not in parts:
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for entry in csv.DictReader(file, delimiter="\t"):
                intents = set(entry["intent"].split("<div>"))
                if "outofdomain" in intents:
                    continue
                has = {MULTIDOGO[intent] for intent in intents if intent in MULTIDOGO}
                wanted = intents - MULTIDOGO.keys()
                unknown = {"wish"} | ({"request", "question", "complaint", "inform"} - has if wanted else set())
                if wanted & MULTIDOGO_COMPLAINTS:
                    has.add("complaint")
                elif not wanted:
                    unknown -= {"complaint"}
                if wanted and not wanted & MULTIDOGO_COMPLAINTS:
                    asks = "question" if QUESTION.search(entry["utterance"]) else "request"
                    has.add(asks)
                turns.append(turn(entry["utterance"], "", True, has, int(bool(wanted)), unknown - has))
    turns = sorted(set(turns), key=lambda each: each.text)
    random.Random(seed).shuffle(turns)
    return turns[:most]


def nlupp(folder: Path) -> list[Turn]:
    turns = []
    for path in sorted((folder / "nlupp").glob("*/fold*.json")):
        for entry in json.loads(path.read_text(encoding="utf-8")):
            intents = set(entry.get("intents", []))
            has = {NLUPP[intent] for intent in intents if intent in NLUPP}
            asks = bool(intents & NLUPP_QUESTIONS)
            if asks:
                has.add("question")
            unknown = {"inform", "wish", "question", "request", "offer"} - has
            wants = asks or bool(intents & {"cancel_close_leave_freeze", "change", "make_open_apply_setup_get_activate",
                                            "wrong_notworking_notshowing", "lost_stolen", "handoff"})
            turns.append(turn(entry["text"], "", True, has, 1 if wants else -1, unknown))
    return list(dict.fromkeys(turns))


def commands(folder: Path, most: int, seed: int = 1) -> list[Turn]:
    """Single utterances that each say what somebody wants: MASSIVE, HWU64 (by their train parts) and Bitext."""
    texts = []
    with (folder / "massive-en" / "massive.jsonl").open(encoding="utf-8") as file:
        for line in file:
            entry = json.loads(line)
            if entry["partition"] == "train" and not entry["intent"].startswith("general"):
                texts.append(entry["utt"])
    path = folder / "bitext-customer-support" / "Bitext_Sample_Customer_Support_Training_Dataset.csv"
    with path.open(encoding="utf-8", newline="") as file:
        support = sorted({entry["instruction"] for entry in csv.DictReader(file)})
    chooser = random.Random(seed)
    chosen = chooser.sample(sorted(set(texts)), most // 2) + chooser.sample(support, min(len(support), most // 2))
    turns = []
    for text in chosen:
        asks = "question" if QUESTION.search(text) else "request"
        other = {"question", "request"} - {asks} if asks == "question" else set()
        turns.append(turn(text, "", True, {asks}, 1, {"complaint", "inform"} | other))
    return turns


def multiwoz(folder: Path, part: str) -> tuple[list[Turn], list[set[str]], list[bool]]:
    """Customer turns of MultiWOZ 2.1 that have acts, what the acts are (as in labels.MULTIWOZ), and whether the turn is
    the first that speaks of its domain: there the customer says what they want."""
    with zipfile.ZipFile(folder / "multiwoz21-valtest" / f"{part}.json.zip") as archive:
        dialogues = json.loads(archive.read(archive.namelist()[0]))
    turns, acts, bears = [], [], []
    for dialogue in dialogues.values():
        before, seen = "", set()
        for position, entry in enumerate(dialogue["log"]):
            named = entry.get("dialog_act")
            if position % 2 == 0 and isinstance(named, dict) and named:
                domains = {name.split("-")[0] for name in named} - {"general"}
                turns.append(turn(entry["text"], before, True, set(), -1))
                acts.append({MULTIWOZ[name.split("-")[1]] for name in named})
                bears.append(bool(domains - seen))
                seen |= domains
            before = entry["text"]
    return turns, acts, bears
