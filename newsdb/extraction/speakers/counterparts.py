"""Tell who is the other one: the counterpart, whom others spoke of, the dead man of an obituary."""

from collections.abc import Callable, Iterator, Sequence

from newsdb.extraction.cast import CastPerson
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.speakers.events import Event
from newsdb.extraction.speakers.sentenceplaces import SentencePlaces
from newsdb.extraction.speakers.titleholders import TitleHolders


class Counterparts:
    """The others of one text."""

    def __init__(
        self,
        phrases: PhraseFinder,
        index: CastIndex,
        places: SentencePlaces,
        holders: TitleHolders,
        recent_people: Callable[[int], list[Event]],
    ) -> None:
        self.tokens = phrases.tokens
        self.words = phrases.words
        self.index = index
        self.places = places
        self.holders = holders
        self.recent_people = recent_people

    def late(self) -> Iterator[Event]:
        """ "Le défunt", "la regrettée": in an obituary the one person whom the headline names, else the first named."""
        words = self.tokens.words
        late, articles = self.words["late_noun"], self.words["definite_article"]
        places = [at for at in range(1, len(words)) if words[at] in late and words[at - 1] in articles]
        if not places:
            return
        told = sorted(self.index.people.values(), key=lambda member: self.places.first_told(member.person))
        main = next((m for m in told if self.places.heads(m.person)), told[0] if told else None)
        if main is not None:
            for at in places:
                yield Event(self.tokens.starts[at - 1], 2, main.person.name, "person", main.gender)

    def peer(self, phrase: Phrase) -> Event | None:
        """ "X a assuré que C. Son homologue algérien …", "son adversaire": the other one of the two."""
        is_opponent = phrase.head in self.words["opponent"]
        if not phrase.is_possessive or not (is_opponent or phrase.head in self.words["counterpart"]):
            return None
        people = self.recent_people(phrase.start)
        last = _last_speaker(people)
        others = [e.speaker for e in people if last is not None and e.speaker != last.speaker]
        others = [name for name in others if phrase.gender in (None, self.index.people[name].gender)]
        if is_opponent and len(set(others)) > 1:
            return None
        meant = self.holders.of_land(phrase, others[-1], others) if others else None
        return Event(phrase.start, 2, meant, "person", self.index.people[meant].gender) if meant else None

    def concerned(self, phrase: Phrase) -> Event | None:
        """ "X a salué Y. « … » L'intéressé assure que": whom others spoke of, and not who spoke last."""
        told = [member for member in self._named_in_last_marks(phrase.start) if _fits(member, phrase)]
        if told:
            return Event(phrase.start, 2, told[-1].person.name, "person", told[-1].gender)
        people = [e for e in self.recent_people(phrase.start) if phrase.gender in (None, e.gender)]
        last = _last_speaker(people)
        # "Le principal intéressé" may come up again after a while.
        words = self.tokens.words[self.tokens.first_from(phrase.start) : self.tokens.first_from(phrase.end)]
        is_main = not self.words["main"].isdisjoint(words)
        start = 0 if is_main else self.tokens.text.rfind("\n", 0, phrase.start)
        others = [e for e in people if e.offset > start and (last is None or e.speaker != last.speaker)]
        return others[-1] if others else None

    def _named_in_last_marks(self, offset: int) -> list[CastPerson]:
        """Everybody named in the quoted words before `offset`, in its paragraph."""
        span = self.places.last_marks(offset)
        if span is None or "\n" in self.tokens.text[span[1] : offset]:
            return []
        return [named.person for named in self.index.between(*span) if named.person is not None]


def _fits(member: CastPerson, phrase: Phrase) -> bool:
    return phrase.gender in (None, member.gender)


def _last_speaker(people: Sequence[Event]) -> Event | None:
    return max((event for event in people if event.rank == 3), key=lambda event: event.offset, default=None)
