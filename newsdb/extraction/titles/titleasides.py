"""Step past what stands behind a title and is no part of it: brackets, states, clients, acronyms; and tell awards."""

from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.text.words import Line

_OF = frozenset(["de", "d'", "du", "des"])
# "joueur du mois", "entrepreneuse de l'année": what is won, and held by nobody.
_AWARDED = frozenset(
    ["annee", "mois", "semaine", "saison", "decennie", "siecle", "match", "tournoi", "soir", "jour", "soiree"]
)
# "de mars 2008 à la fin de 2014"
LONGEST_PERIOD = 9
_WHERE = frozenset(["à", "au", "aux", "dans", "sur", "devant", "en", "hier"])
_LONGEST_WHERE = 5
_ENDERS = frozenset(".!?…«»")
# "(divers gauche)" and "de la victime," behind a title.
_LONGEST_ASIDE = 7
_LONGEST_WHOSE = 7
_WHOSE = _OF | {"au", "dans", "sous"}
# "en question", "en poste": of the moment, and no part of a title.
STATES = frozenset(
    ["marge", "zone", "visite", "conference", "presence", "deplacement", "compagnie", "cours", "direct", "tete",
     "question", "cause", "poste", "exercice", "activite", "fonction", "fonctions", "service", "colere", "greve"]
)  # fmt: skip


def is_award(line: Line, index: int) -> bool:
    """Whether "de l'année" or "du mois" behind a noun makes it a distinction."""
    start = index + 1 + (line.fold_at(index + 1) in ("la", "l'"))
    return line.fold_at(index) in ("de", "du") and line.fold_at(start) in _AWARDED


def after_acronym(line: Line, sighting: Sighting) -> int:
    """Past "(ACR)" behind the body."""
    return sighting.last + 3 if sighting.acronym and line.fold_at(sighting.last) == "(" else sighting.last


def after_state(line: Line, index: int) -> int:
    """Past "en question" or "en poste" behind a title, which are no part of it."""
    return index + 2 if line.fold_at(index) == "en" and line.fold_at(index + 1) in STATES else index


def after_same(line: Line, index: int) -> int:
    """Past "du même groupe" in "la députée du même groupe Y"."""
    same = index + 1 + (line.fold_at(index + 1) in ("la", "l'"))
    is_same = line.fold_at(index) in _OF and line.fold_at(same) == "meme" and not line.capital_at(same + 1)
    return same + 2 if is_same else index


def after_aside(line: Line, index: int) -> int:
    """Past "(divers gauche)" behind a title."""
    if line.fold_at(index) != "(":
        return index
    stop = min(index + _LONGEST_ASIDE, len(line))
    return next((i + 1 for i in range(index + 1, stop) if line.words[i] == ")"), index)


def after_whose(line: Line, index: int) -> int:
    """Past "de la victime" or "au gouvernement d'union", which stand between a title and its comma."""
    if line.fold_at(index) not in _WHOSE:
        return index
    comma = next((i for i in range(index + 1, min(index + _LONGEST_WHOSE, len(line))) if line.words[i] == ","), index)
    is_plain = all(line.words[i][0].islower() for i in range(index, comma))
    return comma if is_plain else index


def before_bracket(line: Line, index: int) -> int:
    """Before "(1986-1989)" that ends at the index."""
    if line.fold_at(index - 1) != ")":
        return index
    return next((i for i in range(index - 2, max(0, index - LONGEST_PERIOD), -1) if line.words[i] == "("), index)


def opens_clause(line: Line, comma: int) -> bool:
    """ "Au premier rang, la ministre, Y a été vue": nothing but where and when stands before the comma of a title."""
    if line.fold_at(comma) != ",":
        return False
    nearest = max(comma - _LONGEST_WHERE, 0)
    start = next((i + 1 for i in range(comma - 1, nearest - 1, -1) if line.words[i] in _ENDERS), nearest)
    opens = start == 0 or line.words[start - 1] in _ENDERS
    return opens and line.fold_at(start) in _WHERE and not any(line.capitals[start + 1 : comma])
