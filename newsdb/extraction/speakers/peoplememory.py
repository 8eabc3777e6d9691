"""Remember who was named and who spoke in one text; whom a pronoun or a title means, memory finds."""

from collections.abc import Sequence

from newsdb.extraction.cast import Gender
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Passage, Statement
from newsdb.extraction.speakers.appointments import Appointments
from newsdb.extraction.speakers.bodymemory import BodyMemory
from newsdb.extraction.speakers.counterparts import Counterparts
from newsdb.extraction.speakers.events import Event, EventLog, is_one_body
from newsdb.extraction.speakers.introductions import Introductions
from newsdb.extraction.speakers.openings import SentenceOpenings
from newsdb.extraction.speakers.prominence import Prominence
from newsdb.extraction.speakers.sentenceplaces import REACH
from newsdb.extraction.speakers.titleholders import TitleHolders
from newsdb.facts import Attribution


class PeopleMemory(BodyMemory):
    """Who is named and who spoke in one text, by place."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex, passages: Sequence[Passage]) -> None:
        super().__init__(phrases, index, passages)
        self.holders = TitleHolders(phrases, index)
        self.prominence = Prominence(phrases, self)
        self.introductions = Introductions(phrases, self)
        self.openings = SentenceOpenings(phrases, self)
        self._events = EventLog(self._named_event(named) for named in index.named if self._counts(named))
        self.counterparts = Counterparts(phrases, index, self, self.holders, self.recent_people)
        for event in self.counterparts.late():
            self._events.add(event)
        self.appointments = Appointments(phrases, index, self)
        self._strangers: list[Event] = []

    def remember(self, statement: Statement, attribution: Attribution) -> None:
        """Somebody spoke the statement."""
        if attribution.speaker is None:
            return
        gender: Gender | None = None
        noun = ""
        if attribution.speaker_kind == "person":
            gender = self.index.people[attribution.speaker].gender if attribution.speaker in self.index.people else None
        elif statement.phrase is not None:
            gender, noun = statement.phrase.gender, statement.phrase.noun_said
        place = attribution.speaker_start
        offset = statement.start if place is None else max(place, statement.start)
        plural = attribution.speaker_kind == "group" and not is_one_body(statement.phrase)
        event = Event(offset, 3, attribution.speaker, attribution.speaker_kind, gender, plural, noun)
        self._events.add(event)
        if event.kind == "described":
            self._strangers.append(event)

    def recent_people(self, offset: int, reach: int = REACH) -> list[Event]:
        """The people who came up within so many sentences before `offset`, in order."""
        recent = self._recent_sentences(offset, reach)
        start = recent[-1][0] if recent else 0
        return sorted((e for e in self._events.between(start, offset) if e.kind == "person"), key=lambda e: e.offset)

    def came_up(self, name: str, offset: int) -> bool:
        """Whether somebody was named or spoke within reach before `offset`."""
        recent = self._recent_sentences(offset)
        start = recent[-1][0] if recent else 0
        return any(event.speaker == name for event in self._events.between(start, offset))

    def _counts(self, named: Named) -> bool:
        """Whether a person is named, and not in the words of another."""
        is_person = named.person is not None or (named.designation is not None and named.designation.person is not None)
        return is_person and not self.is_marked(named.start) and not self.is_about_the_page(named.start)

    def _named_event(self, named: Named) -> Event:
        rank = self.prominence.rank(named)
        if named.person is not None:
            return Event(named.start, rank, named.person.person.name, "person", named.person.gender)
        held = named.designation
        return Event(named.start, rank, (held and held.person) or "", "person", held.gender if held else None)
