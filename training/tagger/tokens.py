"""Cuts text into tokens and describes each by hashed features. src/nlp/tagger does the same; parity.py compares them."""

import unicodedata
from functools import lru_cache

BUCKETS = 1 << 17
LETTER, DIGIT, SPACE, LINE, SIGN = range(5)
APOSTROPHES = "'’"


@lru_cache(maxsize=None)
def kind_of(char: str) -> int:
    """The kind of a character, by ranges alone, so that both sides agree whatever Unicode version they have."""
    code = ord(char)
    if code < 128:
        if "a" <= char <= "z" or "A" <= char <= "Z":
            return LETTER
        if "0" <= char <= "9":
            return DIGIT
        if char in "\n\r":
            return LINE
        return SPACE if char in " \t\f\v" else SIGN
    if code == 0xA0 or 0x2000 <= code <= 0x200A or code in (0x202F, 0x3000):
        return SPACE
    if code in (0x2028, 0x2029):
        return LINE
    if code < 0xC0 or code in (0xD7, 0xF7) or 0x2000 <= code <= 0x2BFF or 0x3001 <= code <= 0x303F:
        return LETTER if code in (0xAA, 0xB5, 0xBA) else SIGN
    if 0xD800 <= code <= 0xDFFF or 0xE000 <= code <= 0xF8FF or 0xFE00 <= code <= 0xFE0F:
        return SIGN
    if 0xFF00 <= code <= 0xFFFF or code > 0xFFFF:
        return SIGN
    return LETTER


def tokenise(text: str) -> list[tuple[int, int, bool]]:
    """(start, end, glued): a word with the apostrophes inside it, a run of digits, one sign, or a run of line breaks."""
    tokens = []
    position, size, glued = 0, len(text), False
    while position < size:
        kind = kind_of(text[position])
        start = position
        position += 1
        if kind == SPACE:
            glued = False
            continue
        if kind == LETTER:
            while position < size:
                char = text[position]
                if kind_of(char) == LETTER:
                    position += 1
                elif char in APOSTROPHES and position + 1 < size and kind_of(text[position + 1]) == LETTER:
                    if text[position + 1] in "sS" and (position + 2 == size or kind_of(text[position + 2]) != LETTER):
                        break
                    position += 2
                else:
                    break
        elif kind == DIGIT:
            while position < size and kind_of(text[position]) == DIGIT:
                position += 1
        elif kind == LINE:
            while position < size and kind_of(text[position]) in (LINE, SPACE):
                position += 1
        elif text[start] in APOSTROPHES and position < size and text[position] in "sS":
            if position + 1 == size or kind_of(text[position + 1]) not in (LETTER, DIGIT):
                if glued:
                    position += 1
        tokens.append((start, position, glued))
        glued = kind != LINE
    return tokens


def fnv(text: str) -> int:
    value = 0x811C9DC5
    data = text.encode("utf-16-le", "surrogatepass")
    for low, high in zip(data[::2], data[1::2]):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    value ^= value >> 15
    return value


def fold(word: str) -> str:
    """Lower case without length surprises: a character whose lower case is longer stays as it is."""
    return "".join(low if len(low := char.lower()) == 1 else char for char in word)


def shape_of(word: str) -> str:
    """Upper X, lower x, digit 9, other as it is; runs of three and more are cut to two, digits never."""
    shape = ""
    for char in word:
        kind = kind_of(char)
        if kind == LETTER:
            sign = "X" if char != fold(char) else "x"
        elif kind == DIGIT:
            sign = "9"
        else:
            sign = "n" if kind == LINE else char
        if len(shape) >= 2 and sign != "9" and shape[-1] == sign and shape[-2] == sign:
            continue
        shape += sign
    return shape[:12]


def number_class(word: str) -> str:
    if len(word) > 4:
        return f"long{min(len(word), 12)}"
    value = int(word)
    if word[0] == "0":
        return f"zero{len(word)}"
    for limit, name in ((12, "month"), (31, "day"), (99, "two"), (999, "three"), (1899, "four"), (2039, "year")):
        if value <= limit:
            return name
    return "four"


def features_of(word: str, glued: bool, flags: tuple[str, ...] = ()) -> list[int]:
    """Buckets of a token's features. `flags` are the gazetteers that hold the word."""
    kind = kind_of(word[0])
    lower = fold(word)
    glue = "+" if glued else "-"
    if kind == LINE:
        names = ["line"]
    elif kind == DIGIT:
        names = ["n" + number_class(word), "s" + shape_of(word), "g" + glue + "9"]
    elif kind == SIGN:
        names = ["w" + lower, "g" + glue + lower]
    else:
        names = ["w" + lower, "s" + shape_of(word), "g" + glue + shape_of(word), "c" + shape_of(word) + lower[:24]]
        padded = "^" + lower[:20] + "$"
        size = len(padded)
        names += ["p" + padded[:3], "p" + padded[:4], "e" + padded[-3:], "e" + padded[-4:], "e" + padded[-5:]]
        names += ["t" + padded[index : index + 3] for index in range(size - 2)]
    names += ["f" + flag for flag in flags]
    if flags and kind == LETTER:
        names.append("F" + "".join(flags))
    return [fnv(name) % BUCKETS for name in names]


def strip_accents(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))
