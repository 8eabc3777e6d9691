"""Tell whose the titles of several people are ("X et Y, fondateurs de Z"); those of one person are titlelinks'."""

from collections.abc import Sequence

from newsdb.extraction.roles.personplaces import PersonPlaces
from newsdb.extraction.titles.titleleads import TitleLeads
from newsdb.extraction.titles.titles import Title

# ", du directeur de X, Y": no words in apposition begin so.
_CONTRACTED = frozenset(["du", "des", "au", "aux"])


def holders_of_plural(places: PersonPlaces, leads: TitleLeads, title: Title) -> list[int]:
    """The people of "X et Y, fondateurs de Z", "les députés X et Y"."""
    line = title.line
    if behind := places.pairs_starting(line, title.end + (line.fold_at(title.end) == ",")):
        return behind if title.is_definite else []
    if (subject := leads.before_predicate(line, title.opening)) is not None:
        # "X et Y ont été nommés doyens"
        return places.pairs_ending(line, subject)
    mark = leads.before_adverbs(line, title.opening) - 1
    is_apposed = line.fold_at(mark) in (",", "(") and line.fold_at(title.opening) not in _CONTRACTED
    return places.pairs_ending(line, mark) if is_apposed else []


def one_each(places: PersonPlaces, leads: TitleLeads, titles: Sequence[Title], index: int) -> list[tuple[Title, int]]:
    """ "X et Y, respectivement président et trésorière": as many titles in a row as people, in their order."""
    line, mark = titles[index].line, titles[index].opening - 2
    # "X et Y ont été nommés respectivement …"
    subject = mark if line.fold_at(mark) == "," else leads.before_predicate(line, mark + 1)
    people = places.pairs_ending(line, subject) if subject is not None else []
    row = [title for title in titles[index : index + len(people)] if title.line is line]
    parted = all(line.fold_at(after.opening - 1) in ("et", ",") for after in row[1:])
    return list(zip(row, people, strict=True)) if len(row) == len(people) and parted else []
