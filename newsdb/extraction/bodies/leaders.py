"""Tell a body by the leader that the next sentence gives it: "X prépare un site. Son directeur général, …"."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsdb.extraction.bodies.bodydeeds import Deeds
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.titles import Title
from newsdb.language.names import NameLists

_ITS = frozenset(["son", "sa"])
_STOPS = frozenset(".!?…")
_LONGEST_SENTENCE = 60


def find_led(runs: Sequence[Sighting], titles: Sequence[Title], deeds: Deeds) -> Iterator[Sighting]:
    """The runs that are the subject of the sentence before one that opens with their leader."""
    by_line: dict[int, list[Sighting]] = {}
    for run in runs:
        by_line.setdefault(run.line.number, []).append(run)
    for title in titles:
        line, its = title.line, title.first - 1
        near = by_line.get(line.number)
        is_led = near and "leader" in title.noun.traits and line.fold_at(its) in _ITS and line.opens_sentence(its)
        if near and is_led:
            stop, start = its - 1, _sentence_start(line, its - 1)
            here = near[bisect_left(near, start, key=_first) : bisect_left(near, stop, key=_first)]
            bodies = (run for run in here if not _may_be_person(run, deeds.known.names))
            yield from [run for run in bodies if _opens(run, start) and deeds.is_subject(run)][:1]


def _may_be_person(run: Sighting, names: NameLists) -> bool:
    """ "Karim quitte le club. Son président, …": somebody has a president too."""
    return any(names.is_given(word) for word in run.words) or (len(run.words) == 1 and names.is_surname(run.words[0]))


def _first(run: Sighting) -> int:
    return run.first


def _sentence_start(line: Line, stop: int) -> int:
    least = max(0, stop - _LONGEST_SENTENCE)
    return next((i + 1 for i in range(stop - 1, least - 1, -1) if line.words[i] in _STOPS), least)


def _opens(run: Sighting, start: int) -> bool:
    """At the head of its sentence, or behind the words in front: "À Safi, X prépare …"."""
    return run.first == start or run.line.fold_at(run.first - 1) == ","
