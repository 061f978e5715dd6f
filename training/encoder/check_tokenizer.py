"""Compares our tokenizer with the reference on 20,000 texts of all scripts, and refreshes the committed fixture.

    PARLANCE_DATASETS=… python training/encoder/check_tokenizer.py

Texts: customer chat, tweets, the Chinese vocabulary of CrossWOZ, and random strings drawn from every Unicode block,
alone and mixed with words, accents, marks, controls and emoji. Needs Node on the path. Exits 1 when an id differs.
"""

import csv
import json
import random
import subprocess
import sys

from tokenizers import Tokenizer

from paths import MODEL, OUT, REPOSITORY, datasets

TEXTS, FIXTURE_TEXTS, MAX_TOKENS, SEED = 20_000, 400, 512, 11
FIXTURE = REPOSITORY / "src" / "nlp" / "encoder" / "fixtures" / "tokenizer-ids.json"
HAND_WRITTEN = [
    "", " ", "a", "[CLS] hi [SEP] [MASK][PAD] [cls]", "Ünïcödé ÀÉÎÕÜ straße İstanbul ΣΊΣΥΦΟΣ", "日本語とEnglishの混在です。",
    "한국어 문장입니다", "Привет, как дела?", "مرحبا كيف الحال", "नमस्ते दुनिया", "สวัสดีครับ", "👍🏽👨‍👩‍👧‍👦🇩🇪 ok!!!", "a\u0000b\ufffdc\u200bd\u00ade",
    "x" * 100, "x" * 101, "😀" * 100, "😀" * 101, "word " * 600, "don't can't won't it's", "e-mail: a.b@c.de http://x.y/z?q=1&r=2#s",
    "line one\r\nline two\ttab\u2028sep\u00a0nbsp\u3000wide", "e\u0301\u0327 \u1e69 \u0073\u0323\u0307", "\uf900\U0002f800\u4e00", "$12.50 – 20% “quoted” ‘s’ …",
    "unaffable embeddings tokenization", "\u0130\u0131 \u1e9e \ufb01", "[UNK][UNK] [ MASK ]", "\U0001f1e9\U0001d400\U00010400",
]


def random_texts(chooser: random.Random, count: int) -> list[str]:
    blocks = [(low, low + 0xFF) for low in range(0, 0x30000, 0x100) if not 0xD800 <= low < 0xE000]
    blocks += [(0xE0000, 0xE01FF), (0xF0000, 0xF00FF)]
    words = "refund where is my ORDER Café naïve résumé don't 2nd e-mail ok!!! :-)".split()
    texts = []
    for index in range(count):
        block = blocks[index % len(blocks)]
        parts = []
        for _ in range(chooser.randint(1, 12)):
            kind = chooser.random()
            if kind < 0.5:
                parts.append("".join(chr(chooser.randint(*block)) for _ in range(chooser.randint(1, 6))))
            elif kind < 0.7:
                low, high = chooser.choice(blocks)
                parts.append(chr(chooser.randint(low, high)))
            else:
                parts.append(chooser.choice(words))
        texts.append(chooser.choice(["", " "]).join(parts))
    return texts


def data_set_texts() -> list[str]:
    texts: list[str] = []
    for path in sorted(datasets().glob("multidogo/paper_splits/splits_annotated_at_turn_level/*/train.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            texts += [row["utterance"] for row in csv.DictReader(file, delimiter="\t")]
    for path in sorted(datasets().glob("tweeteval/*/train_text.txt")):
        texts += path.read_text(encoding="utf-8").splitlines()
    for path in sorted(datasets().glob("crosswoz/*_voc.json")):
        texts += [turn for turn in strings_in(json.loads(path.read_text(encoding="utf-8"))) if len(turn) > 1]
    return sorted(set(texts))


def strings_in(value) -> list[str]:
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for child in children for text in strings_in(child)]


def main() -> None:
    chooser = random.Random(SEED)
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_TOKENS)
    half = TEXTS // 2
    texts = HAND_WRITTEN + random_texts(chooser, half)
    texts += chooser.sample(data_set_texts(), TEXTS - len(texts))
    rows = [{"text": text, "ids": encoding.ids} for text, encoding in zip(texts, tokenizer.encode_batch(texts), strict=True)]

    OUT.mkdir(parents=True, exist_ok=True)
    reference = OUT / "tokenizer-reference.jsonl"
    reference.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    fixture = rows[: len(HAND_WRITTEN)] + chooser.sample(rows[len(HAND_WRITTEN) : half], FIXTURE_TEXTS - len(HAND_WRITTEN))
    FIXTURE.parent.mkdir(parents=True, exist_ok=True)
    FIXTURE.write_text("[\n" + ",\n".join(json.dumps(row) for row in fixture) + "\n]\n", encoding="utf-8")
    comparison = REPOSITORY / "training" / "encoder" / "compare-tokenizer.ts"
    sys.exit(subprocess.run(["node", str(comparison), str(reference)]).returncode)


if __name__ == "__main__":
    main()
