"""Tell whose a title is behind "et", where what stands before the joint is no title ("X, mère de deux élèves et …")."""

import re

from newsdb.extraction.roles.personplaces import PersonPlaces
from newsdb.extraction.text.words import Line

# "nommé", "recrutée", "entré", "venue", "promu"
_PARTICIPLE = re.compile(r"[a-zà-ÿ]{3,}(?:é|i|u|is)e?")
# "propriétaire du riad X": a standing that newsrooms do not cite as a title.
_OWNERS = frozenset(
    ["proprietaire", "proprietaires", "actionnaire", "habitant", "habitante", "riverain", "riveraine", "resident",
     "residente", "natif", "native", "laureat", "laureate", "titulaire", "diplome", "diplomee", "auteur", "auteure",
     "autrice", "ami", "amie", "voisin", "voisine", "marie", "mariee"]
)  # fmt: skip
_LONGEST_ASIDE = 13
# "nommé en mars et jusqu'alors": so many words.
_LONGEST_PERIOD = 9


def holder_before_joint(places: PersonPlaces, line: Line, joint: int, *, is_later: bool) -> int | None:
    """The person before the comma of "X, propriétaire d'un riad et trésorier", "X, recruté en mai et jusqu'alors …"."""
    comma = _comma_before(line, joint, _LONGEST_ASIDE)
    if comma is None:
        return None
    if places.is_kin(line, comma + 1) or line.fold_at(comma + 1) in _OWNERS:
        return places.ends.get((line.number, places.before_asides(line, comma)))
    is_moved = is_later and joint - comma <= _LONGEST_PERIOD and _PARTICIPLE.fullmatch(line.words[comma + 1])
    return places.ends.get((line.number, comma)) if is_moved else None


def _comma_before(line: Line, joint: int, reach: int) -> int | None:
    return next((i for i in range(joint - 1, max(-1, joint - reach), -1) if line.words[i] == ","), None)
