"""Writes src/nlp/encoder/unicode-classes.ts: how the reference tokenizer sees every code point of Unicode.

    python training/encoder/unicode_classes.py

The reference's tables are older than Node's, so asking Node's regular expressions would split some scripts otherwise.
"""

from tokenizers import Tokenizer

from paths import MODEL, REPOSITORY

TARGET = REPOSITORY / "src" / "nlp" / "encoder" / "unicode-classes.ts"
SURROGATES = range(0xD800, 0xE000)
LINE = 100


def classify() -> dict[str, list[int]]:
    tokenizer = Tokenizer.from_file(str(MODEL / "tokenizer.json"))
    classes: dict[str, list[int]] = {"DROPPED": [], "SPACE": [], "PUNCTUATION": [], "IDEOGRAPH": [], "UNDECOMPOSED": []}
    for code in range(0x110000):
        if code in SURROGATES:
            continue
        character = chr(code)
        normalised = tokenizer.normalizer.normalize_str(character)
        pieces = [piece for piece, _ in tokenizer.pre_tokenizer.pre_tokenize_str(f"a{character}a")]
        if normalised == "":
            classes["DROPPED"].append(code)
        elif normalised == " ":
            classes["SPACE"].append(code)
        elif normalised.startswith(" ") and normalised.endswith(" "):
            classes["IDEOGRAPH"].append(code)
        elif pieces == ["a", character, "a"]:
            classes["PUNCTUATION"].append(code)
    # Code points that Unicode 16 began to decompose, and that the reference leaves whole.
    for code in (0x105C9, 0x105E4, 0x11383, 0x11385, 0x1138E, 0x11391, 0x113C5, 0x113C7, 0x113C8, 0x11938,
                 0x16D68, 0x16D69, 0x16D6A):
        if tokenizer.normalizer.normalize_str(chr(code)) == chr(code):
            classes["UNDECOMPOSED"].append(code)
    return classes


def as_ranges(codes: list[int]) -> str:
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    lines, line = [], ""
    for low, high in ranges:
        word = f"{low:x}" if low == high else f"{low:x}-{high:x}"
        if len(line) + len(word) >= LINE:
            lines.append(line)
            line = ""
        line += f" {word}" if line else word
    return "\n".join([*lines, line])


def main() -> None:
    parts = [
        "// Printed by training/encoder/unicode_classes.py out of the reference tokenizer: ranges of code points, hexadecimal.\n"
    ]
    for name, codes in classify().items():
        parts.append(f"\nexport const {name} = `\n{as_ranges(codes)}\n`;\n")
    TARGET.write_text("".join(parts), encoding="utf-8")
    print(f"wrote {TARGET.relative_to(REPOSITORY)}")


if __name__ == "__main__":
    main()
