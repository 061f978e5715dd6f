"""Says the same thing as people do in chats and calls: with a greeting, a name, a story or thanks around it, or typed carelessly.

The intent stays the same, so a model that is trained on both learns to look past what surrounds a wish.
"""

import random

OPENINGS = [
    "hi", "hello", "hey there", "good morning", "good evening", "hi there", "yes hi", "uh hi", "hello, how are you", "hi, is anybody there",
    "hey, thanks for taking my call", "hi there, thanks for your help", "good afternoon, I hope you are well", "yeah, hi", "hello team", "dear support",
    "ok so", "um, yes", "alright", "great, thank you", "okay perfect", "well", "thanks for getting back to me", "yes that's right", "no problem",
]
NAMES = [
    "Maria Lopez", "James Carter", "Wei Chen", "Fatima Khan", "Olu Adebayo", "Priya Sharma", "John", "Anna Kowalska", "Ahmed", "Sofia Rossi", "Tom Baker",
    "Yuki Tanaka", "Lucas Silva", "Emily", "Mohamed Ali", "Grace Kim", "Ivan Petrov", "Chloe Martin", "David Okafor", "Laura Smith", "Minh Nguyen",
]
INTRODUCTIONS = [
    "my name is {name}", "this is {name}", "I'm {name}", "{name} here", "it's {name} calling", "I'm calling on behalf of my {relative}",
    "I have been a customer for {number} years", "I am a long time customer of yours", "I have an account with you", "my account number is {digits}",
    "my customer number is {digits}", "I spoke to one of your colleagues on {day}", "I was on your website a moment ago", "I just tried your app",
    "I got an email from you on {day}", "I have been waiting for quite a while", "my {relative} told me to get in touch", "I'm not very good with computers",
    "I moved here {number} months ago", "I'm in a bit of a hurry", "I have been trying to reach you since {day}", "I'm travelling at the moment",
]
LEADS = [
    "I was wondering if you could help me with something.", "I have a question.", "I need some help please.", "I'm hoping you can help me out.",
    "I was just calling because", "the reason I'm calling is", "so basically", "so what I need is this:", "can you help me?", "let me explain.", "", "", "", "",
]
CLOSINGS = [
    "thanks", "thank you so much", "please", "if that's possible", "can you help me with that?", "is that something you can do?", "thanks in advance",
    "I'd really appreciate it", "sorry for the trouble", "what do I have to do?", "please let me know", "I hope you can help", "how would I go about that?",
    "that would be great", "thank you, bye", "I don't know what else to do", "as soon as possible please",
]
RELATIVES, DAYS = ["wife", "husband", "mother", "father", "son", "daughter", "boss"], ["Monday", "Tuesday", "Friday", "Sunday", "yesterday"]
NEIGHBOURS = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj", "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm",
    "o": "ip", "p": "o", "q": "w", "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu", "z": "x",
}


def in_context(text: str, chooser: random.Random) -> str:
    """The text inside a polite or chatty turn."""
    parts = []
    if chooser.random() < 0.7:
        opening = chooser.choice(OPENINGS)
        if chooser.random() < 0.6:
            opening += ", " + _introduction(chooser)
        parts.append(opening + chooser.choice([".", ",", "", " and"]))
    elif chooser.random() < 0.7:
        parts.append(_introduction(chooser) + chooser.choice([".", " and", ",", " so"]))
    if chooser.random() < 0.25:
        parts.append(_introduction(chooser) + ".")
    parts += [chooser.choice(LEADS), text]
    if chooser.random() < 0.5 or len(parts) == 2:
        parts.append(chooser.choice(CLOSINGS))
    whole = " ".join(part for part in parts if part)
    return whole.lower() if chooser.random() < 0.4 else whole


def _introduction(chooser: random.Random) -> str:
    return chooser.choice(INTRODUCTIONS).format(
        name=chooser.choice(NAMES), relative=chooser.choice(RELATIVES), number=chooser.randint(2, 12),
        digits=chooser.randint(10_000, 99_999_999), day=chooser.choice(DAYS))


def carelessly(text: str, chooser: random.Random) -> str:
    """The text with a typing error or two, or without its punctuation and capitals, or shouted."""
    kind = chooser.random()
    if kind < 0.15:
        return text.upper()
    if kind < 0.4:
        text = "".join(character for character in text.lower() if character.isalnum() or character in " @:/.-")
    letters = list(text)
    for _ in range(1 + len(letters) // 30):
        places = [place for place, letter in enumerate(letters) if letter.lower() in NEIGHBOURS]
        if len(places) < 8:
            break
        place = chooser.choice(places)
        slip = chooser.random()
        if slip < 0.3:
            letters[place] = ""
        elif slip < 0.5:
            letters[place] *= 2
        elif slip < 0.75 and place + 1 < len(letters):
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
        else:
            letters[place] = chooser.choice(NEIGHBOURS[letters[place].lower()])
    return "".join(letters)
