"""Tell full names from the names of bodies where no list knows the given name; person_evidence judges all the rest."""

from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.naming.sightings import Sighting

# Small words that names of bodies alone hold: "Al Amana wal Karama".
_OF_BODIES = frozenset(["wal", "wa", "of", "and", "for", "the", "und"])

_TWO = 2


def joins_like_a_body(run: Sighting) -> bool:
    """Whether a word between the capitals is one that no person's name holds."""
    return not _OF_BODIES.isdisjoint(run.words)


def is_known_from_second(run: Sighting, known: NamingWords) -> bool:
    """ "Hapsatou Sy Diallo": the first word alone is unknown, and no noun of a body, a place or a thing."""
    first = run.folds[0]
    is_noun = first in known.organisation_heads or first in known.place_heads or first in known.thing_heads
    is_noun = is_noun or first in known.stop_capitals or first in known.work_fields or "-" in first
    return len(run.words) > _TWO and not is_noun and all(known.names.is_surname(word) for word in run.words[1:])
