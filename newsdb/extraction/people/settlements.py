"""Tell a place or a firm that could be somebody's name by the noun in apposition to it."""

from newsdb.extraction.naming.naming_words import NamingWords, match_phrase
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.text.words import Line

# ", le quartier", ", petit village"
_TELLING = frozenset(["le", "la", "l'", "un", "une", "petit", "petite"])
_A = frozenset(["un", "une"])
_LONGEST_NOUN = 6


def is_told_a_firm(run: Sighting, known: NamingWords) -> bool:
    """ "Lina Soft, une société de Safi", "une société de Safi, Lina Soft, …": what no person is called."""
    line, noun = run.line, run.last + 2
    if line.fold_at(run.last) != ",":
        return False
    if line.fold_at(run.last + 1) in _A and _is_firm(line, noun, known):
        return True
    comma = run.first - 1
    opening = next((i for i in range(comma - 1, max(0, comma - _LONGEST_NOUN), -1) if line.folds[i] in _A), comma)
    if line.fold_at(comma) != "," or opening == comma or line.fold_at(opening - 1) == "d'":
        # "le directeur d'une société de Safi, Y"
        return False
    return _is_firm(line, opening + 1, known)


def _is_firm(line: Line, noun: int, known: NamingWords) -> bool:
    match = match_phrase(known.organisation_heads, line.folds, noun) if noun < len(line) else None
    is_firm = match is not None and match[1].head_class not in ("function", "place", "venue")
    return is_firm and not line.capitals[noun] and line.folds[noun] not in known.role_nouns


def is_told_a_place(run: Sighting, known: NamingWords) -> bool:
    """ "Sidi Karim A., le quartier qui …", "Hay Karim, un village de …"."""
    line, noun = run.line, run.last + 2
    if line.fold_at(run.last) != "," or line.fold_at(run.last + 1) not in _TELLING:
        return False
    noun += line.fold_at(noun) in known.leading_adjectives
    return line.fold_at(noun) in known.contexts["settlement"] and not line.capital_at(noun)
