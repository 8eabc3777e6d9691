"""Tell by the title before it that a name, which could be a person's, is that of what somebody leads."""

from newsdb.extraction.naming.naming_words import NamingWords, RoleNoun, match_phrase
from newsdb.extraction.naming.sightings import Sighting

_OF = frozenset(["de", "d'"])
_GENERAL = frozenset(["general", "generale", "executif", "executive"])
# Words of a title before its "de": "directrice générale adjointe".
_LONGEST_TITLE = 5


def is_led_firm(run: Sighting, noun: RoleNoun, known: NamingWords) -> bool:
    """Whether the name right behind the title is a firm's, where no given name of its owner is as likely.

    Nobody founds or owns a person ("la fondatrice de Salma Textile"); a title that opens a line without its article
    waits for its holder ("Directeur de Noor Atlantique, Karim T. …"); and no person is called like a region.
    """
    line, of = run.line, run.first - 1
    if run.nature != "run" or of < 1 or line.fold_at(of) not in _OF or noun.is_plural:
        return False
    if "founding" in noun.traits or line.folds[of - 1] in _GENERAL:
        return True
    return "leader" in noun.traits and (_opens_line(run, known) or _ends_like_firm(run, known))


def _opens_line(run: Sighting, known: NamingWords) -> bool:
    line = run.line
    first = next((i for i in range(run.first - 2, max(-1, run.first - 2 - _LONGEST_TITLE), -1) if line.capitals[i]), -1)
    return first >= 0 and line.opens_sentence(first) and line.folds[first] in known.role_nouns


def _ends_like_firm(run: Sighting, known: NamingWords) -> bool:
    """ "Noor Atlantique", "Mitidja Travaux": the last word is a place or a trade and no surname."""
    last = run.last - 1
    if known.names.is_surname(run.words[-1]) or known.names.is_given(run.words[-1]):
        return False
    is_field = run.folds[-1] in known.work_fields or run.folds[-1] in known.organisation_words
    return is_field or match_phrase(known.places, run.line.folds, last) is not None
