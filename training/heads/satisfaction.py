"""Fits the scores of a conversation, satisfaction and effort, on dialogues whose course is known because it was made.

Real dialogues of SGD's training services are bent: a helper's turns are replaced by failures, and the customer answers with
complaint, repetition or giving up; or the customer is pleased at the end. How much was bent, and how it ended, says how
satisfied the customer must be. Nobody rated these dialogues, and no rated set (USS) is read here.

    python training/heads/satisfaction.py
"""

import json
import random
import subprocess
from pathlib import Path

import numpy as np

import material  # noqa: I001 (names the folders of the others)
import dialogues
import phrases

HERE = Path(__file__).resolve().parent
MANIFEST = HERE.parents[1] / "models" / "heads" / "manifest.json"
"""Which way a sign may point at most: what the weak labels cannot have meant is held at 0."""
SIGNS = {
    "sentiment": 1, "sentimentEnd": 1, "sentimentLowest": 1, "sentimentShift": 1, "frustration": -1, "repeat": -1, "unsolved": -1,
    "solved": 1, "thanks": 1, "denial": -1, "escalation": -1, "complaint": -1, "failure": -1, "urgency": 0, "worry": -1,
    "churn": -1, "length": -1,
}
BAD_ANSWERS = ["frustration", "repeat", "unsolved", "complaint"]


def phrase(kind: str, chooser: random.Random) -> str:
    return phrases.fill(chooser.choice(phrases.listed(phrases.TEMPLATES[kind])), chooser)


def bend(turns: list[dialogues.Turn], chooser: random.Random) -> tuple[list[tuple[str, str]], float, float]:
    """Roles and texts of a bent dialogue, the satisfaction that it stands for and the effort."""
    said = [("customer" if each.is_customer else "agent", each.text) for each in turns]
    troubles = chooser.choice([0, 0, 1, 1, 2, 3])
    helper = [place for place, (role, _) in enumerate(said) if role == "agent" and 0 < place < len(said) - 2]
    for place in sorted(chooser.sample(helper, min(troubles, len(helper))), reverse=True):
        said[place] = ("agent", phrase("failure", chooser))
        if chooser.random() < 0.75:
            said.insert(place + 1, ("customer", phrase(chooser.choice(BAD_ANSWERS), chooser)))
    ending = chooser.choice(["as it was", "as it was", "pleased", "given up"])
    if ending == "pleased":
        said.append(("customer", phrase("solved", chooser)))
    elif ending == "given up":
        said = said[:max(3, len(said) * 2 // 3)]
        said.append(("customer", phrase(chooser.choice(["unsolved", "churn", "escalation", "frustration"]), chooser)))
    satisfaction = 3.4 - 0.5 * troubles + {"as it was": 0.0, "pleased": 1.1, "given up": -1.1}[ending]
    effort = 1.6 + 0.7 * troubles + {"as it was": 0.0, "pleased": -0.2, "given up": 0.8}[ending] + 0.04 * len(said)
    return said, float(np.clip(satisfaction, 1, 5)), float(np.clip(effort, 1, 5))


def whole_dialogues(count: int) -> list[list[dialogues.Turn]]:
    """Turns by dialogue: one begins where nothing was said before."""
    result: list[list[dialogues.Turn]] = []
    for each in dialogues.sgd(material.datasets(), "train", count, seed=7):
        if each.before == "":
            result.append([])
        result[-1].append(each)
    return result


def fit(rows: np.ndarray, wanted: np.ndarray, names: list[str], signs: dict[str, int]) -> dict:
    """Least squares with a little ridge; columns whose sign is not allowed are taken out one after another."""
    kept = [name for name in names if signs[name] != 0]
    while True:
        columns = rows[:, [names.index(name) for name in kept]]
        scale = columns.std(0) + 1e-6
        design = np.c_[columns / scale, np.ones(len(rows))]
        ridge = np.diag([0.01 * len(rows)] * len(kept) + [0.0])
        weights = np.linalg.solve(design.T @ design + ridge, design.T @ wanted)
        wrong = [(abs(weight), name) for weight, name in zip(weights, kept) if weight * signs[name] < 0]
        if not wrong:
            found = {name: round(float(weight / spread), 4) for name, weight, spread in zip(kept, weights, scale)}
            return {"base": round(float(weights[-1]), 4), "weights": found}
        kept.remove(max(wrong)[1])


def main() -> None:
    chooser = random.Random(3)
    made = [bend(turns, chooser) for turns in whole_dialogues(120)]
    lines = [json.dumps({"conversation": str(place), "role": role, "text": text})
             for place, (said, _, _) in enumerate(made) for role, text in said]
    node = HERE.parents[1] / "node_modules" / ".bin" / "node"
    done = subprocess.run([node, "--disable-warning=ExperimentalWarning", HERE / "show-evidence.ts"],
                          input="\n".join(lines), capture_output=True, text=True, check=True)
    last = {}
    for line in done.stdout.splitlines():
        shown = json.loads(line)
        last[int(shown.pop("conversation"))] = shown
    names = list(next(iter(last.values())))
    rows = np.array([[last[place][name] for name in names] for place in range(len(made))])
    satisfaction, effort = (np.array([each[column] for each in made]) for column in (1, 2))
    half = len(rows) * 3 // 4
    model = {"satisfaction": fit(rows, satisfaction, names, SIGNS),
             "effort": fit(rows, effort, names, {name: -sign if name != "length" else 1 for name, sign in SIGNS.items()})}
    for name, wanted in (("satisfaction", satisfaction), ("effort", effort)):
        part = fit(rows[:half], wanted[:half], names, SIGNS if name == "satisfaction" else
                   {each: -sign if each != "length" else 1 for each, sign in SIGNS.items()})
        given = part["base"] + sum(weight * rows[half:, names.index(each)] for each, weight in part["weights"].items())
        print(f"{name}: correlation {np.corrcoef(given, wanted[half:])[0, 1]:.3f} on the made dialogues held out; {model[name]}")
    manifest = json.loads(MANIFEST.read_text(encoding="utf-8"))
    manifest["conversation"] = model
    MANIFEST.write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
