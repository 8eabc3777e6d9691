"""The keys under which names and words meet across articles; equal keys are one name, and nothing looser merges.

Measured on romanised Maghrebi names, looser keys (el/al, ou/u, ch/sh) join one in twenty wrongly: they may propose
a merge to a person, and so they have no part here.
"""

import re
import unicodedata
from functools import cache

from newsdb.language.pack import load_words

_WORD = re.compile(r"[^\W_]+")


def words_key(text: str) -> str:
    """The words in lower case without accents or punctuation, a space between each two."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.replace("œ", "oe").replace("Œ", "oe").replace("\u00ad", ""))
        # Letter by letter of those that there are, not of the text: several times faster.
        for mark in filter(unicodedata.combining, set(text)):
            text = text.replace(mark, "")
    return " ".join(_WORD.findall(text.casefold()))


def person_key(name: str) -> str:
    """The key of a person's name: its words, so that accents, hyphens and capitals make no difference."""
    return words_key(name)


def acronym_key(acronym: str) -> str:
    """The key of an acronym: its letters and digits, so that full stops make no difference."""
    return words_key(acronym).replace(" ", "")


def organisation_key(name: str) -> str:
    """The key of an organisation's name: its content words without plural endings, in order.

    "Fédération des technologies d'information" and "Fédération des Technologies de l'Information" are one name.
    """
    words = words_key(name).split()
    content = content_words(name) or words
    return " ".join(word.removesuffix("s") if len(word) > 4 else word for word in content)


def is_organisation_key(words: str) -> bool:
    """Whether a name or an acronym can have this key; a key is none of its own where it ends like a plural."""
    longer = " ".join(f"{word}s" if len(word) >= 4 else word for word in words.split(" "))
    return words in (organisation_key(words), organisation_key(longer))


def content_words(text: str) -> list[str]:
    """The words that are no articles, prepositions or the like, folded, in order."""
    return [word for word in words_key(text).split() if word not in _function_words()]


@cache
def _function_words() -> frozenset[str]:
    return frozenset(words_key(word) for word in load_words("fr", "function_words"))
