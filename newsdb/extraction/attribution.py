"""Decide who spoke each statement of an article, from the phrase beside it and from who spoke or was named before."""

from collections.abc import Sequence
from dataclasses import replace

from newsdb.extraction.cast import Designation
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.memory import REACH, Event, Memory
from newsdb.extraction.nounphrases import Phrase
from newsdb.extraction.phrases import PhraseFinder
from newsdb.extraction.sentences import Span
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.statements import Passage, Statement
from newsdb.facts import Attribution, AttributionMethod, SpeakerKind

# Fixed for each method, so that a report can ask for the sure ones; no probability.
CONFIDENCE: dict[AttributionMethod, float] = {
    "name": 0.99,
    "interview": 0.97,
    "surname": 0.96,
    "initials": 0.95,
    "organisation": 0.95,
    "title": 0.9,
    "description": 0.9,
    "pronoun": 0.85,
    "repetition": 0.85,
    "continuation": 0.75,
    "none": 0.0,
}
# A title with a complement ("le maire de X") may present somebody new: it points back no farther than this.
SHORT_REACH = 2
# A quote without a cue goes on from the one before over at most so many sentences.
MAX_SENTENCES_BETWEEN = 3
_NAMES = ("person", "designation")


class Attributor:
    """Attributes the statements of one text, which must come in text order."""

    def __init__(self, phrases: PhraseFinder, lexicon: Lexicon, index: CastIndex, passages: Sequence[Passage]) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.index = index
        self.lexicon = lexicon
        self.memory = Memory(phrases, index, passages)
        self.spoken: list[tuple[Statement, Attribution]] = []

    def attribute(self, statement: Statement) -> Attribution:
        """Who spoke the statement; remembered for those that follow."""
        found = self._attribute(statement)
        if statement.cue is not None:
            found = replace(found, cue_start=statement.cue[0], cue_end=statement.cue[1])
        self.spoken.append((statement, found))
        self.memory.remember(statement, found)
        return found

    def _attribute(self, statement: Statement) -> Attribution:
        if statement.phrase is not None:
            return self.resolve(statement.phrase)
        if statement.link == "chain":
            return self._chained(statement)
        if statement.link == "colon":
            return self._introduced(statement)
        return self._unintroduced(statement)

    # --- by the phrase

    def resolve(self, phrase: Phrase) -> Attribution:
        """Whom the phrase means."""
        if phrase.kind == "pronoun":
            found = self._resolve_pronoun(phrase)
        elif phrase.kind == "pair":
            found = _attribution(self._words(phrase), "group", "description")
        elif phrase.named is not None:
            found = self._resolve_named(phrase, phrase.named)
        else:
            found = self._resolve_description(phrase)
        return replace(found, speaker_start=phrase.start, speaker_end=phrase.end)

    def _resolve_named(self, phrase: Phrase, named: Named) -> Attribution:
        if named.person is not None:
            name = named.person.person.name
            surface = self.text[named.start : named.end]
            return _attribution(name, "person", "name" if " " in surface or surface == name else "surname")
        if named.organisation is not None:
            return _attribution(named.organisation.name, "organisation", "organisation")
        if named.designation is not None:
            return self._resolve_designation(phrase, named.designation)
        return _unknown(named.ambiguous.reason if named.ambiguous else "a name that fits nobody")

    def _resolve_designation(self, phrase: Phrase, title: Designation) -> Attribution:
        if title.person is not None:
            return _attribution(title.person, "person", "title")
        if title.organisation is not None:
            return _attribution(title.organisation, "organisation", "organisation")
        noun = self.lexicon.nouns.get(title.head)
        is_person = noun.noun_class == "person" if noun else title.gender is not None
        if title.is_plural or not is_person:
            return _attribution(title.surface, "group", "description")
        known = self._anaphor(phrase, title.head)
        is_shared = title.reason is not None and not title.reason.startswith("nobody")
        if known is not None and (not is_shared or known.speaker in (title.reason or "")):
            return _attribution(known.speaker, known.kind, "title")
        if is_shared:
            return _unknown(f"{title.surface}: {title.reason}")
        return _attribution(title.surface, "described", "description")

    def _resolve_description(self, phrase: Phrase) -> Attribution:
        noun = phrase.noun
        if noun is not None and noun.noun_class in ("document", "source"):
            author = self._author(phrase)
            if author is not None:
                return author
        if noun is not None and noun.noun_class == "person" and not phrase.is_plural:
            holder = self.memory.role_holder(phrase)
            if holder is not None:
                return _attribution(holder, "person", "title")
            known = self._anaphor(phrase, phrase.head) if phrase.is_definite else None
            if known is not None:
                return _attribution(known.speaker, known.kind, "title")
        plural = phrase.is_plural or (noun is not None and (noun.is_plural or noun.noun_class == "group"))
        return _attribution(self._words(phrase), "group" if plural else "described", "description")

    def _anaphor(self, phrase: Phrase, head: str) -> Event | None:
        """Whom a definite title without a name means: the one person who came up last and whose gender agrees.

        A title with a name beside it that the cast does not know points to nobody.
        """
        rest = self.text[phrase.end : phrase.end + 4].lstrip(" \u00a0")
        if rest.startswith(",") and rest[1:].strip()[:1].isupper():
            return None
        reach = REACH if self._is_bare(phrase) else SHORT_REACH
        found = self.memory.candidates(phrase.start, phrase.gender, reach=reach, noun=head)
        return found[0] if len(found) == 1 and not self._holds_another(found[0], head) else None

    def _holds_another(self, event: Event, head: str) -> bool:
        """Whether the title is an office and the person holds others: "le wali" is not the president named before."""
        noun = self.lexicon.nouns.get(head)
        if noun is None or not noun.is_office or head in self.lexicon.words["loose_title"]:
            return False
        member = self.index.people.get(event.speaker)
        return member is not None and bool(member.person.roles)

    def _is_bare(self, phrase: Phrase) -> bool:
        """Whether a title has no complement: "le technicien", not "le maire de X"; "ce" points back in any case."""
        first, last = self.tokens.first_from(phrase.start), self.tokens.first_from(phrase.end)
        words = self.tokens.words[first:last]
        if words and words[0] in self.lexicon.words["demonstrative"]:
            return True
        return self.lexicon.words["preposition"].isdisjoint(words[1:])

    def _author(self, phrase: Phrase) -> Attribution | None:
        """Whose document or source it is: "un communiqué de la Banque", "ses calculs", "le texte", "la même source"."""
        for named in self.index.between(phrase.start, phrase.end + 1):
            if named.organisation is not None:
                return _attribution(named.organisation.name, "organisation", "organisation")
        if phrase.is_possessive:
            return self._owner(phrase)
        kinds = ("organisation", "described", "group") if "même" in self._words(phrase) else ("organisation",)
        if phrase.is_definite:
            for _, attribution in reversed(self.spoken[-MAX_SENTENCES_BETWEEN:]):
                if attribution.speaker_kind in kinds:
                    return _carried(attribution)
        return None

    def _owner(self, phrase: Phrase) -> Attribution | None:
        sentence = self.memory.sentence_before(phrase.start)
        subjects = [p for p in self._subjects(*sentence) if p.kind == "named"] if sentence else []
        return self.resolve(subjects[0]) if subjects else None

    def _resolve_pronoun(self, phrase: Phrase) -> Attribution:
        if phrase.head in self.lexicon.words["impersonal_pronoun"]:
            return self._read_in(phrase) or _unknown("an impersonal pronoun")
        if phrase.is_plural:
            found = [self.memory.latest_plural(phrase.start)]
        elif phrase.head == "latter":
            found = [self.memory.latest(phrase.start, phrase.gender)]
        else:
            found = list(self.memory.candidates(phrase.start, phrase.gender))
        events = [event for event in found if event is not None]
        if not events:
            return _unknown("nobody before the pronoun agrees with it")
        if len(events) > 1:
            return _unknown("the pronoun could mean several: " + ", ".join(event.speaker for event in events))
        return _attribution(events[0].speaker, events[0].kind, "pronoun")

    def _read_in(self, phrase: Phrase) -> Attribution | None:
        """ "peut-on lire dans le communiqué de X": where something is read, its author speaks."""
        first = self.tokens.first_from(phrase.end)
        for index in range(first, min(first + 4, len(self.tokens.words))):
            if self.tokens.words[index] not in self.lexicon.words["reading_place"]:
                continue
            read = self.phrases.source(index + 1, self.tokens.ends[index] + 200)
            if read is not None and read.noun is not None and read.noun.noun_class == "document":
                return self._author(read)
        return None

    def _words(self, phrase: Phrase) -> str:
        return " ".join(self.text[phrase.start : phrase.end].split())

    # --- by what stands around

    def _chained(self, statement: Statement) -> Attribution:
        """What else is reported in the sentence has the same speaker."""
        if self.spoken and self.spoken[-1][0].sentence == statement.sentence:
            return _carried(self.spoken[-1][1])
        subjects = self._subjects(statement.sentence[0], statement.start)
        return self.resolve(subjects[0]) if subjects else self._unintroduced(statement)

    def _introduced(self, statement: Statement) -> Attribution:
        """X est formel : « … »: the subject of the sentence, else whoever else it names last."""
        start = statement.sentence[0]
        for other, _ in self.spoken[-2:]:
            if other.sentence == statement.sentence and other.end < statement.start:
                start = other.end
        subjects = self._subjects(start, statement.start)
        people = [p for p in subjects if p.named is not None and p.named.kind in _NAMES]
        pronoun = self._pronoun_between(start, statement.start)
        others = [p for p in self._phrases(start, statement.start) if _speaks(p)]
        for phrase in (*people[:1], *([pronoun] if pronoun else []), *subjects[:1], *others[-1:]):
            return self.resolve(phrase)
        return self._unintroduced(statement)

    def _unintroduced(self, statement: Statement) -> Attribution:
        """A quote with no cue: the subject of its sentence, who came up since the last quote, or who spoke that."""
        if not statement.is_opening:
            phrase = self.phrases.main_subject(statement.sentence[0], statement.start)
            if phrase is not None and _speaks(phrase):
                return self.resolve(phrase)
        previous = self.spoken[-1] if self.spoken else None
        sentence = self.memory.sentence_before(statement.start)
        if sentence is not None and (previous is None or sentence[0] >= previous[0].end):
            presented = self._presented(sentence)
            if presented is not None:
                return _carried(presented)
        following = self._presented_after(statement)
        if following is not None:
            return following
        if (
            previous is not None
            and self.memory.count_between(previous[0].end, statement.start) <= MAX_SENTENCES_BETWEEN
        ):
            return _carried(previous[1])
        return _unknown("no cue and no speaker near")

    def _presented_after(self, statement: Statement) -> Attribution | None:
        """« … » C'est le cri du cœur de X: whom the sentence after a quote that opens its line presents."""
        sentence = self.memory.sentence_from(statement.end)
        before = self.text[max(0, statement.start - 6) : statement.start].rstrip('«“" \u00a0\u202f')
        if sentence is None or not before.endswith("\n") or "\n" in self.text[statement.end : sentence[0]]:
            return None
        people = {n.person.person.name for n in self.index.between(*sentence) if n.person is not None}
        if len(people) != 1:
            return None
        name = people.pop()
        return None if self.memory.came_up(name, statement.start) else _attribution(name, "person", "continuation")

    def _presented(self, sentence: Span) -> Attribution | None:
        """Whom the sentence before a quote is about."""
        if self.text[sentence[1] - 1] == ":":
            subjects = self._subjects(*sentence)
        else:
            subjects = [p for p in self._subjects(*sentence) if p.named is not None and p.named.kind in _NAMES]
        pronoun = self._pronoun_between(sentence[0], sentence[0] + 1)
        people = {n.person.person.name for n in self.index.between(*sentence) if n.person is not None}
        if pronoun is not None:
            return self.resolve(pronoun)
        if len(people) == 1:
            return _attribution(people.pop(), "person", "continuation")
        return self.resolve(subjects[0]) if subjects else None

    def _pronoun_between(self, start: int, end: int) -> Phrase | None:
        first, last = self.tokens.first_from(start), self.tokens.first_from(end)
        singular = self.lexicon.words["subject_person"] | self.lexicon.words["stressed_pronoun"]
        for place in range(first, last):
            if (
                self.tokens.words[place] in singular
                and self.tokens.words[place] not in self.lexicon.words["pronoun_plural"]
            ):
                return self.phrases.pronoun_at(place)
        return None

    def _subjects(self, start: int, end: int) -> list[Phrase]:
        """The phrases of [start, end) that may be subjects of speech."""
        return [phrase for phrase in self._phrases(start, end) if phrase.is_subject and _speaks(phrase)]

    def _phrases(self, start: int, end: int) -> list[Phrase]:
        return self.phrases.phrases(self.tokens.first_from(start), self.tokens.first_from(end))


def _speaks(phrase: Phrase) -> bool:
    return phrase.is_somebody and (phrase.noun is None or phrase.noun.noun_class != "document")


def _attribution(speaker: str | None, kind: SpeakerKind, method: AttributionMethod) -> Attribution:
    return Attribution(speaker, kind, method, CONFIDENCE[method])


def _unknown(reason: str) -> Attribution:
    return Attribution(None, "unknown", "none", CONFIDENCE["none"], reason=reason)


def _carried(attribution: Attribution) -> Attribution:
    if attribution.speaker is None:
        return _unknown(attribution.reason or "the speaker of the quote before is unknown")
    return _attribution(attribution.speaker, attribution.speaker_kind, "continuation")
