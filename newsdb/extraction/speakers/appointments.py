"""Tell who was just elected, appointed or won, whom "la nouvelle présidente" and "le vainqueur" mean, and who left."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.speakers.events import Event
from newsdb.extraction.speakers.sentenceplaces import SentencePlaces

# "le tout nouveau directeur": so many words stand before and with the word that says so.
MAX_NEW_WORDS = 3
# "a quitté hier soir la salle": so many words further on, at the most, stands what was left.
MAX_LEFT_WORDS = 5


class Appointments:
    """The elected, the appointed and the winners of one text."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex, places: SentencePlaces) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.words = phrases.words
        self.index = index
        self.places = places

    def newcomer(self, phrase: Phrase) -> Event | None:
        """ "Le nouveau directeur", "la lauréate": the last one before of whom the text says so."""
        kind = self._kind(phrase)
        if kind is None or phrase.is_plural:
            return None
        told = [e for e in self._told[kind] if e.offset < phrase.start and phrase.gender in (None, e.gender)]
        # Two of one sentence may both be meant.
        last = {e.speaker for e in told if self.places.count_between(e.offset, told[-1].offset) == 0}
        return Event(phrase.start, 2, told[-1].speaker, "person", told[-1].gender) if len(last) == 1 else None

    def _kind(self, phrase: Phrase) -> str | None:
        """Of which kind of news the phrase tells whom it made somebody; None where of none."""
        first, last = self.tokens.first_from(phrase.start), self.tokens.first_from(phrase.end)
        words = self.tokens.words[first:last]
        if not phrase.is_definite or not self.phrases.prepositions.isdisjoint(words[1:]):
            return None
        if phrase.noun_said in self.words["winner_noun"]:
            return "won"
        return None if self.words["newly"].isdisjoint(words[1:MAX_NEW_WORDS]) else "appointed"

    @cached_property
    def _told(self) -> Mapping[str, Sequence[Event]]:
        """Who was appointed, and who was that or won, each where the text says so."""
        appointed = self._subjects_near(self.words["appointed"])
        won = self._subjects_near(self.words["appointed"] | self.words["won"])
        return {"appointed": appointed, "won": won}

    def is_successor(self, phrase: Phrase, name: str) -> bool:
        """ "X a quitté l'office. Le nouveau directeur …": who came behind X, and not X."""
        return self._kind(phrase) == "appointed" and name in self._leavers

    def was_replaced(self, name: str) -> bool:
        """Whether somebody else is there now: "Z remplace X", "en remplacement de X", "X, remercié lundi"."""
        return name in self._replaced

    @cached_property
    def _leavers(self) -> frozenset[str]:
        return self._replaced | {
            event.speaker for event in self._subjects_near(self.words["left"], self._leaves_office)
        }

    @cached_property
    def _replaced(self) -> frozenset[str]:
        leaving = self.words["left"] | self.words["takes_over"]
        found = set()
        for place, word in enumerate(self.tokens.words):
            start = self.tokens.starts[place]
            sentence = self.places.sentence_at(start) if word in leaving else None
            if sentence is None or self.places.is_marked(start):
                continue
            if word in self.words["takes_over"]:
                named = [n for n in self.index.between(start, sentence[1]) if n.person is not None][:1]
            else:
                before = self.index.between(sentence[0], start) if "," in self.tokens.gap(place) else []
                named = [n for n in before if n.person is not None][-1:]
            found |= {n.person.person.name for n in named if n.person is not None}
        return frozenset(found)

    def _leaves_office(self, place: int) -> bool:
        """Whether it is no "a quitté la salle"."""
        return self.words["left_place"].isdisjoint(self.tokens.words[place + 1 : place + 1 + MAX_LEFT_WORDS])

    def _subjects_near(self, verbs: frozenset[str], counts: Callable[[int], bool] = lambda _: True) -> list[Event]:
        """Whoever a sentence with one of the verbs is about: the first person whom it names.

        Of the verbs those count that `counts` takes, by their place.
        """
        found: dict[int, Event] = {}
        for place, word in enumerate(self.tokens.words):
            start = self.tokens.starts[place]
            if word not in verbs or self.places.is_marked(start) or not counts(place):
                continue
            sentence = self.places.sentence_at(start)
            if sentence is None or sentence[0] in found:
                continue
            named = (n for n in self.index.between(*sentence) if n.person is not None)
            member = next((n for n in named if not self.phrases.is_complement_at(n.start)), None)
            if member is not None and member.person is not None:
                told = member.person
                found[sentence[0]] = Event(member.start, 2, told.person.name, "person", told.gender)
        return list(found.values())
