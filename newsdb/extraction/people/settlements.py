"""Tell a place that could be somebody's name by the noun in apposition behind it."""

from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.naming.sightings import Sighting

# ", le quartier", ", petit village"
_TELLING = frozenset(["le", "la", "l'", "un", "une", "petit", "petite"])
_SETTLEMENTS = frozenset(
    ["quartier", "faubourg", "village", "hameau", "douar", "bourg", "bourgade", "ville", "localite", "commune", "cite",
     "plage", "colline", "oasis", "banlieue", "lotissement", "bidonville", "ile", "port", "vallee", "mechta"]
)  # fmt: skip


def is_told_a_place(run: Sighting, known: NamingWords) -> bool:
    """ "Sidi Karim A., le quartier qui …", "Hay Karim, un village de …"."""
    line, noun = run.line, run.last + 2
    if line.fold_at(run.last) != "," or line.fold_at(run.last + 1) not in _TELLING:
        return False
    noun += line.fold_at(noun) in known.leading_adjectives
    return line.fold_at(noun) in _SETTLEMENTS and not line.capital_at(noun)
