"""Tell which of two people an ordinal means ("le premier", "la seconde"); who came up is memory's."""

from collections.abc import Sequence

from newsdb.extraction.attributions import attribution_of, unknown
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.speakers.events import Event, agrees
from newsdb.extraction.speakers.memory import Memory
from newsdb.facts import Attribution

PAIR = 2
# "Le premier" is of two who are told together within so many sentences.
PAIR_REACH = 3


class Pairs:
    """The pairs of one text."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex, memory: Memory) -> None:
        self.tokens = phrases.tokens
        self.words = phrases.words
        self.index = index
        self.memory = memory

    def member(self, phrase: Phrase) -> Attribution | None:
        """Whom "le premier" or "la seconde" means; None where the phrase is no such ordinal."""
        ordinal = self._ordinal(phrase)
        if ordinal is None:
            return None
        people = [e for e in self.memory.recent_people(phrase.start) if agrees(e, phrase.gender)]
        pair = _in_order(people)
        if len(pair) > PAIR:
            # "X, fondatrice de la maison Y, et Z débattent": those who act.
            pair = _in_order([event for event in people if event.rank > 1])
        if len(pair) != PAIR:
            pair = self._told_together(phrase)
        said = self.tokens.text[phrase.start : phrase.end]
        if len(pair) != PAIR or not agrees(pair[ordinal], phrase.gender):
            return unknown(f"{said}: not one pair before it")
        return attribution_of(pair[ordinal].speaker, "person", "title")

    def _ordinal(self, phrase: Phrase) -> int | None:
        """Which of two it is, None for any other words ("le premier vice-président")."""
        words = self.tokens.words[self.tokens.first_from(phrase.start) : self.tokens.first_from(phrase.end)]
        if len(words) != PAIR or not phrase.is_definite:
            return None
        for place, kind in enumerate(("ordinal_first", "ordinal_second")):
            if words[1] in self.words[kind]:
                return place
        return None

    def _told_together(self, phrase: Phrase) -> Sequence[Event]:
        """ "X et sa consœur Y ont débattu. Z présidait. « … », a dit le premier": the two of one sentence."""
        for start, end in self.memory.sentences_before(self.memory.sentence_start(phrase.start), PAIR_REACH):
            people = [e for e in self.memory.recent_people(end) if e.offset >= start and e.rank > 1]
            if len(pair := _in_order(people)) == PAIR:
                return pair
        return ()


def _in_order(events: Sequence[Event]) -> Sequence[Event]:
    """The first event of each person."""
    first: dict[str, Event] = {}
    for event in events:
        first.setdefault(event.speaker, event)
    return list(first.values())
