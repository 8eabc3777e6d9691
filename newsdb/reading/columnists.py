"""Tell whether the words behind "Le regard de" name a person; signatures are read in bylines and on saved pages.

"Le regard de Rabat" is a headline, and so is "Le mot de Casablanca Finance".
"""

import re
from functools import cache

from newsdb.language.names import fold, load_name_lists
from newsdb.language.outlets import is_outlet_name
from newsdb.language.pack import load_table, load_words

_LANGUAGE = "fr"
_MOST_WORDS = 5
_PLACES = ("places", "regions", "towns")
_INITIAL = re.compile(r"[^\W\d_]\.")
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){2,4}")
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]*\w)?\.?")
_END = re.compile(r"\s*(?:[/,;|()–—:]|\s-\s|\s(?:et|avec)\s|$)")


def names_columnist(words: str) -> bool:
    """Whether the words begin with a full name or initials that belong to no place, outlet or organisation."""
    end = _END.search(words)
    name = words[: end.start()].strip() if end else words
    if _INITIALS.fullmatch(name):
        return True
    parts = name.split()
    if not 2 <= len(parts) <= _MOST_WORDS or not all(map(_WORD.fullmatch, parts)):
        return False
    if not (parts[0][0].isupper() and parts[-1][0].isupper()) or is_outlet_name(name):
        return False
    folded = [fold(part) for part in parts]
    if fold(name) in _places() | _organisations() or not _organisation_words().isdisjoint(folded):
        return False
    # Many a family bears the name of a town.
    is_named = load_name_lists(_LANGUAGE).is_given(parts[0]) or _INITIAL.match(parts[0]) is not None
    return is_named or _places().isdisjoint(folded)


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(place) for name in _PLACES for place in load_words(_LANGUAGE, name))


@cache
def _organisations() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in load_table(_LANGUAGE, "organisations"))


@cache
def _organisation_words() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in load_table(_LANGUAGE, "organisation_words"))
