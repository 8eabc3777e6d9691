"""Remember which bodies one text names, so that a pronoun or a noun for a body finds whom it means."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from newsdb.extraction.cast import Gender
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Passage
from newsdb.extraction.speakers.events import Event, EventLog, Rank, agrees
from newsdb.extraction.speakers.sentenceplaces import SentencePlaces

# A pronoun means a body only where that was the subject just before.
BODY_REACH = 2
# "La banque X", "L'énergéticien norvégien X": so many characters may stand before the name that opens a sentence.
OPENING_REACH = 40
_FIRMS = frozenset({"company", "bank", "other"})
# "L'institution" is a body named in one of so many sentences.
BODY_NOUN_REACH = 5


class BodyMemory(SentencePlaces):
    """The bodies of one text, by place."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex, passages: Sequence[Passage]) -> None:
        super().__init__(passages)
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.index = index
        self._bodies = EventLog(self._body_event(named) for named in index.named if self._is_body(named))
        self._body_kinds = {n.organisation.name: n.organisation.kind for n in index.named if n.organisation is not None}

    def subject_body(self, offset: int) -> str | None:
        """The body that was the subject last."""
        found = self._last_body(offset, None)
        return found[0].speaker if found else None

    def firm_just_before(self, offset: int) -> str | None:
        """ "X emploie mille personnes. La société …": the firm whose name opens the sentence before, beside it."""
        sentence = self.sentence_before(self.sentence_start(offset))
        if sentence is None or "\n" in self.tokens.text[sentence[1] : offset]:
            return None
        opening = self.index.between(sentence[0], sentence[0] + OPENING_REACH)
        named = next((n for n in opening if n.organisation is not None), None)
        if named is None or named.organisation is None or self.phrases.is_complement_at(named.start):
            return None
        if self.phrases.has_finite(sentence[0], named.start):
            return None
        return named.organisation.name if named.organisation.kind in _FIRMS else None

    def named_behind(self, offset: int) -> frozenset[str]:
        """The people whom the sentence of `offset` names behind it: its subject is none of them.

        "Le procureur a requis dix ans contre X".
        """
        sentence = self.sentence_at(offset)
        found = self.index.between(offset, sentence[1]) if sentence is not None else ()
        return frozenset(n.person.person.name for n in found if n.person is not None and not self.is_marked(n.start))

    def body_named_with(self, noun: str, offset: int) -> str | None:
        """ "Le consortium" is the one body named before with that noun before its name ("le consortium X")."""
        named = {name for start, name in self._named_with.get(noun, ()) if start < offset}
        return named.pop() if len(named) == 1 else None

    @cached_property
    def _named_with(self) -> Mapping[str, Sequence[tuple[int, str]]]:
        """The bodies by the noun that opens or precedes their name."""
        found: dict[str, list[tuple[int, str]]] = {}
        for named in self.index.named:
            place = self.tokens.first_from(named.start)
            if named.organisation is None or place >= len(self.tokens.words):
                continue
            for at in (place - 1, place):
                word = self.tokens.words[at] if at >= 0 and not (at < place and self.phrases.breaks(place)) else ""
                noun = self.phrases.nouns.get(word)
                if noun is not None and noun.noun_class == "group" and not noun.is_plural:
                    found.setdefault(word, []).append((named.start, named.organisation.name))
        return found

    def body_of_kind(self, offset: int, kinds: frozenset[str]) -> str | None:
        """The body of a kind that came up last before `offset`; None where the sentence names several."""
        for start, end in self._recent_sentences(offset)[:BODY_NOUN_REACH]:
            named = [e for e in self._bodies.between(start, min(end, offset)) if self._body_kinds[e.speaker] in kinds]
            names = {event.speaker for event in named}
            if len(names) > 1:
                names = {event.speaker for event in named if event.rank > 2}
            if named:
                return names.pop() if len(names) == 1 else None
        return None

    def _last_body(self, offset: int, gender: Gender | None) -> list[Event]:
        """The body that was the subject last: meant by a pronoun only where no person can be."""
        recent = self._recent_sentences(offset)[:BODY_REACH]
        start = recent[-1][0] if recent else 0
        return [e for e in self._bodies.between(start, offset) if e.rank > 2 and agrees(e, gender)][-1:]

    def _is_body(self, named: Named) -> bool:
        return named.organisation is not None and not self.is_marked(named.start)

    def _body_event(self, named: Named) -> Event:
        """Rank 3 for a subject, 1 for what belongs to somebody (le président de X)."""
        body = named.organisation
        rank: Rank = 3
        if self.phrases.is_complement_at(named.start):
            rank = 1 if self.phrases.is_owner_at(named.start) else 2
        return Event(named.start, rank, body.name if body else "", "organisation", self.phrases.body_gender(named))
