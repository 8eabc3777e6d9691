"""Give a full title to the one person without any who is named in a later sentence of the paragraph."""

from collections.abc import Sequence

from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.people.people import Identity
from newsdb.extraction.roles.titlelinks import HeldTitle
from newsdb.extraction.titles.titles import Title

_ENDERS = frozenset(".!?…")


def _is_later_subject(title: Title, named: Sighting, known: NamingWords) -> bool:
    """Whether a later sentence begins with the name, or reports it; "lui" sets it against who came before."""
    line, start = title.line, named.first
    start -= line.fold_at(start - 1) in known.civilities
    is_other = line.fold_at(named.last) == "," and line.fold_at(named.last + 1) in ("lui", "elle")
    parted = any(word in _ENDERS for word in line.words[title.end : start])
    is_subject = line.opens_sentence(start) or line.fold_at(start - 1) in known.reporting_verbs
    return parted and is_subject and not is_other


def adopt_full_title(
    titles: Sequence[Title], held: Sequence[HeldTitle], people: Sequence[Identity], known: NamingWords
) -> list[HeldTitle]:
    """A full title and the one person without a title who is first named as the subject of a later sentence.

    "Le ministre de l'Industrie a annoncé …", and then the name, without a word on who that is.
    """
    taken = {h.person for h in held}
    nouns = {h.title.noun.lemma for h in held}
    free = [n for n in range(len(people)) if n not in taken]
    if len(free) != 1:
        return []
    person = people[free[0]]
    first = person.printings[0]
    for title in titles:
        is_full = title.portfolio is not None or (title.organisation is not None and title.noun.category == "office")
        if not (is_full and title.is_definite and not title.noun.is_plural) or title.noun.lemma in nouns:
            continue
        agrees = title.gender is None or person.gender in (None, title.gender)
        if agrees and first.line is title.line and _is_later_subject(title, first, known):
            return [HeldTitle(title, free[0])]
    return []
