"""Remember who was named and who spoke, so that a pronoun or a bare title finds whom it means."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from newsdb.extraction.cast import Gender
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.events import Event, EventLog, Rank, agrees
from newsdb.extraction.nounphrases import Phrase
from newsdb.extraction.phrases import PhraseFinder
from newsdb.extraction.sentences import Span
from newsdb.extraction.statements import Passage, Statement
from newsdb.facts import Attribution

# How many sentences back a pronoun or a bare title looks for whom it means.
REACH = 7
# A pronoun means a body only where that was the subject just before.
BODY_REACH = 2


class Memory:
    """Who has come up in one text, sentence by sentence."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex, passages: Sequence[Passage]) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.index = index
        self.sentences = [sentence for passage in passages for sentence in passage.sentences]
        self._sentence_starts = [start for start, _ in self.sentences]
        self._marked = [span for passage in passages for span in passage.marked]
        self._marked_starts = [span.outer_start for span in self._marked]
        self._events = EventLog(self._named_event(named) for named in index.named if self._counts(named))
        self._bodies = EventLog(self._body_event(named) for named in index.named if self._is_subject_body(named))
        self._holders = self._find_holders()
        self._described: dict[Span, Event | None] = {}

    def remember(self, statement: Statement, attribution: Attribution) -> None:
        """Somebody spoke the statement."""
        if attribution.speaker is None:
            return
        gender: Gender | None = None
        noun = ""
        if attribution.speaker_kind == "person":
            gender = self.index.people[attribution.speaker].gender if attribution.speaker in self.index.people else None
        elif statement.phrase is not None:
            gender, noun = statement.phrase.gender, statement.phrase.head
        place = attribution.speaker_start
        offset = statement.start if place is None else max(place, statement.start)
        plural = attribution.speaker_kind == "group"
        self._events.add(Event(offset, 3, attribution.speaker, attribution.speaker_kind, gender, plural, noun))

    def sentence_before(self, offset: int) -> Span | None:
        """The last sentence that ends at or before `offset`."""
        place = bisect_left(self._sentence_starts, offset) - 1
        while place >= 0 and self.sentences[place][1] > offset:
            place -= 1
        return self.sentences[place] if place >= 0 else None

    def sentence_from(self, offset: int) -> Span | None:
        """The first sentence that starts at or after `offset`."""
        place = bisect_left(self._sentence_starts, offset)
        return self.sentences[place] if place < len(self.sentences) else None

    def sentence_start(self, offset: int) -> int:
        """Where the sentence that holds `offset` begins."""
        place = bisect_right(self._sentence_starts, offset) - 1
        return self._sentence_starts[place] if place >= 0 else offset

    def sentences_before(self, offset: int, count: int) -> list[Span]:
        """The last so many sentences that end at or before `offset`, the nearest first."""
        place = bisect_left(self._sentence_starts, offset)
        before = [sentence for sentence in self.sentences[max(0, place - count - 1) : place] if sentence[1] <= offset]
        return before[::-1][:count]

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

    def count_between(self, start: int, end: int) -> int:
        """How many whole sentences stand in [start, end)."""
        first = bisect_left(self._sentence_starts, start)
        return sum(sentence[1] <= end for sentence in self.sentences[first : bisect_left(self._sentence_starts, end)])

    def candidates(self, offset: int, gender: Gender | None, *, reach: int = REACH, noun: str = "") -> list[Event]:
        """Who came up last before `offset` and agrees: one where that is clear, several where it is not.

        With `noun` only people, and those described by that noun, are meant.
        """
        for start, end in self._recent_sentences(offset)[:reach]:
            events = self._agreeing(start, min(end, offset), gender, noun)
            if not events:
                continue
            best = max(event.rank for event in events)
            if best == 1 and (speaker := self._last_speaker(offset, gender)) is not None:
                return [speaker]
            top = [event for event in events if event.rank == best]
            known = [event for event in top if event.gender is not None] or top
            return list({event.speaker: event for event in (known[-1:] if best == 3 else known)}.values())
        return [] if noun else self._last_body(offset, gender)

    def _last_body(self, offset: int, gender: Gender | None) -> list[Event]:
        """The body that was the subject last: meant by a pronoun only where no person can be."""
        recent = self._recent_sentences(offset)[:BODY_REACH]
        start = recent[-1][0] if recent else 0
        return [e for e in self._bodies.between(start, offset) if agrees(e, gender)][-1:]

    def latest(self, offset: int, gender: Gender | None) -> Event | None:
        """Whoever came up last and agrees ("celui-ci")."""
        return self._events.latest(offset, gender)

    def latest_plural(self, offset: int) -> Event | None:
        """The several people who came up last ("ils")."""
        return self._events.latest(offset, "plural")

    def role_holder(self, phrase: Phrase) -> str | None:
        """The one person of the article with the role that heads the phrase ("son entraîneur"), gender agreeing."""
        if not phrase.head or not (phrase.is_definite or phrase.is_possessive):
            return None
        holders = self._holders.get((phrase.head, phrase.gender), set())
        return next(iter(holders)) if len(holders) == 1 else None

    def _find_holders(self) -> Mapping[tuple[str, Gender | None], set[str]]:
        """Who holds a role that one of its first two words heads, by that word and the gender that fits."""
        holders: dict[tuple[str, Gender | None], set[str]] = {}
        for member in self.index.people.values():
            heads = {word for role in member.person.roles for word in role.title.lower().split()[:2]}
            fitting: tuple[Gender | None, ...] = (None, "m", "f") if member.gender is None else (None, member.gender)
            for key in ((head, gender) for head in heads for gender in fitting):
                holders.setdefault(key, set()).add(member.person.name)
        return holders

    def _agreeing(self, start: int, end: int, gender: Gender | None, noun: str) -> list[Event]:
        described = self._described_subject((start, end))
        return [
            event
            for event in [*self._events.between(start, end), *([described] if described else [])]
            if start <= event.offset < end and agrees(event, gender) and not event.is_plural
            and (not noun or event.kind == "person" or event.noun == noun)
        ]  # fmt: skip

    def _last_speaker(self, offset: int, gender: Gender | None) -> Event | None:
        """Who spoke last within reach: a name in passing does not replace them."""
        start = self._recent_sentences(offset)[-1][0]
        events = [e for e in self._events.between(start, offset) if e.rank == 3 and not e.is_plural]
        events = [event for event in events if agrees(event, gender)]
        return max(events, key=lambda event: event.offset) if events else None

    def _recent_sentences(self, offset: int, reach: int = REACH) -> list[Span]:
        """The sentence of `offset` and those before it, the nearest first."""
        place = bisect_right(self._sentence_starts, offset)
        return self.sentences[max(0, place - reach - 1) : place][::-1]

    def _described_subject(self, sentence: Span) -> Event | None:
        """ "Un adolescent est plus bavard": somebody without a name as the subject of a sentence."""
        if sentence not in self._described:
            self._described[sentence] = self._read_described_subject(*sentence)
        return self._described[sentence]

    def _read_described_subject(self, start: int, end: int) -> Event | None:
        words = self.tokens.words
        first = self.tokens.first_from(start)
        if words[first : first + 2] == ["c", "est"]:
            first += 2
        if first >= len(words) or self.is_marked(self.tokens.starts[first]) or not self.phrases.opens_phrase(first):
            return None
        phrase = self.phrases.read_phrase(first, end)
        if phrase is not None and phrase.named is not None and phrase.named.designation is not None:
            return self._known_subject(phrase) if phrase.named.designation.person is None else None
        if phrase is None or phrase.noun is None or phrase.noun.noun_class != "person" or phrase.is_plural:
            return None
        holder = self.role_holder(phrase)
        if holder is not None:
            return Event(phrase.start, 2, holder, "person", phrase.gender)
        if phrase.is_definite:
            return self._known_subject(phrase)
        described = " ".join(self.tokens.text[phrase.start : phrase.end].split())
        return Event(phrase.start, 2, described, "described", phrase.gender, noun=phrase.head)

    def _known_subject(self, phrase: Phrase) -> Event | None:
        """ "La magistrate se lève": the one person of the gender who came up before, now as a subject."""
        people = {
            e.speaker: e for e in self.recent_people(phrase.start, 2 * REACH) if e.gender == phrase.gender is not None
        }
        if len(people) != 1:
            return None
        return Event(phrase.start, 2, next(iter(people)), "person", phrase.gender)

    def _counts(self, named: Named) -> bool:
        """Whether a person is named, and not in the words of another."""
        is_person = named.person is not None or (named.designation is not None and named.designation.person is not None)
        return is_person and not self.is_marked(named.start)

    def _is_subject_body(self, named: Named) -> bool:
        is_body = named.organisation is not None and not self.is_marked(named.start)
        return is_body and not self.phrases.is_complement_at(named.start)

    def _body_event(self, named: Named) -> Event:
        body = named.organisation
        return Event(named.start, 2, body.name if body else "", "organisation", self.phrases.body_gender(named))

    def is_marked(self, offset: int) -> bool:
        """Whether `offset` stands in the words of somebody else."""
        place = bisect_right(self._marked_starts, offset) - 1
        return place >= 0 and offset < self._marked[place].outer_end

    def _named_event(self, named: Named) -> Event:
        is_minor = self.phrases.is_complement_at(named.start) or self.phrases.is_object_at(named.start)
        rank: Rank = 1 if is_minor else 2
        if named.person is not None:
            return Event(named.start, rank, named.person.person.name, "person", named.person.gender)
        held = named.designation
        return Event(named.start, rank, (held and held.person) or "", "person", held.gender if held else None)
