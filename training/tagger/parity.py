"""Prints features of a few words, which src/nlp/tagger/word-features.test.ts compares with its own."""

from tokens import features_of, shape_of

for word, glued, flags in (("Ann", False, ("f",)), ("Ünal", True, ()), ("80331", False, ()), ("n't", True, ()), ("\n", False, ()), ("😀", False, ())):
    print(repr(word), shape_of(word), " ".join(map(str, features_of(word, glued, flags))))
