"""Keep who came up where in one text, to be asked by place; what comes up, and whom it means, memory decides."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from newsdb.extraction.cast import Gender
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.facts import SpeakerKind

# 1 named in passing, 2 named as a subject, 3 speaking.
Rank = Literal[1, 2, 3]


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody comes up at `offset`."""

    offset: int
    rank: Rank
    speaker: str
    kind: SpeakerKind
    gender: Gender | None
    is_plural: bool = False
    noun: str = ""


# Whom a pronoun may mean: several people, or one of a gender, or one of any.
Kind = Gender | Literal["plural"] | None


class EventLog:
    """Events in the order in which they are added, looked up by where they stand."""

    def __init__(self, events: Iterable[Event] = ()) -> None:
        self._events: list[Event] = []
        self._places: list[tuple[int, int]] = []
        self._latest: dict[Kind, list[tuple[int, int]]] = {}
        for event in events:
            self.add(event)

    def add(self, event: Event) -> None:
        """One event more, wherever it stands."""
        place = (event.offset, len(self._events))
        self._events.append(event)
        insort(self._places, place)
        # Of events at one place the first added counts, so the latest is the last under this order.
        latest = (event.offset, -len(self._events))
        for kind in _kinds(event):
            insort(self._latest.setdefault(kind, []), latest)

    def between(self, start: int, end: int) -> list[Event]:
        """The events in [start, end), in the order in which they were added."""
        first, last = bisect_left(self._places, (start,)), bisect_left(self._places, (end,))
        return [self._events[number] for _, number in sorted(self._places[first:last], key=lambda place: place[1])]

    def has_before(self, offset: int) -> bool:
        """Whether anybody came up before `offset`."""
        return bool(self._places) and self._places[0][0] < offset

    def latest(self, offset: int, kind: Kind) -> Event | None:
        """The last event before `offset`: of several people, or of one whom a pronoun of the gender may mean."""
        places = self._latest.get(kind, [])
        before = bisect_left(places, (offset,)) - 1
        return self._events[-places[before][1] - 1] if before >= 0 else None


def agrees(event: Event, gender: Gender | None) -> bool:
    """A person of unknown gender may agree; a body or a description must be known to."""
    if gender is None or event.gender == gender:
        return True
    return event.kind == "person" and event.gender is None


def _kinds(event: Event) -> Sequence[Kind]:
    genders: tuple[Gender | None, ...] = ("m", "f", None)
    return ["plural"] if event.is_plural else [gender for gender in genders if agrees(event, gender)]


def is_one_body(phrase: Phrase | None) -> bool:
    """le comité, la direction: several who speak as one, and are "il" or "elle"; "sa famille" is not."""
    return phrase is not None and phrase.kind == "description" and not (phrase.is_plural or phrase.is_possessive)
