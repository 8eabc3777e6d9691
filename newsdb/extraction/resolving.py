"""Decide whom a phrase beside reported words means: a name, a title, a pronoun, a description."""

from dataclasses import replace

from newsdb.extraction.cast import Designation
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.events import Event
from newsdb.extraction.memory import REACH, Memory
from newsdb.extraction.nounphrases import Phrase
from newsdb.extraction.phrases import PhraseFinder
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.statements import Statement
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
# "La même source" is one of the last so many that spoke.
MAX_SOURCES_BACK = 3
MAX_ISSUER_WORDS = 16
# Within so many sentences another person of the gender makes a title without a holder doubtful.
RIVAL_REACH = 2
# "y lit-on" means a document named in one of so many sentences before.
REACH_OF_DOCUMENT = 3


class PhraseResolver:
    """Resolves the phrases of one text; `spoken` grows as statements are attributed in text order."""

    def __init__(self, phrases: PhraseFinder, lexicon: Lexicon, index: CastIndex, memory: Memory) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.index = index
        self.lexicon = lexicon
        self.memory = memory
        self.spoken: list[tuple[Statement, Attribution]] = []

    def resolve(self, phrase: Phrase, before: int | None = None) -> Attribution:
        """Whom the phrase means; a pronoun stands for nobody who comes up only at `before` or later."""
        if phrase.kind == "pronoun":
            found = self._resolve_pronoun(phrase, phrase.start if before is None else min(before, phrase.start))
        elif phrase.kind == "pair":
            found = attribution_of(self._words(phrase), "group", "description")
        elif phrase.named is not None:
            found = self._resolve_named(phrase, phrase.named)
        else:
            found = self._resolve_description(phrase)
        return replace(found, speaker_start=phrase.start, speaker_end=phrase.end)

    def _resolve_named(self, phrase: Phrase, named: Named) -> Attribution:
        if named.person is not None:
            name = named.person.person.name
            surface = self.text[named.start : named.end]
            return attribution_of(name, "person", "name" if " " in surface or surface == name else "surname")
        if named.organisation is not None:
            return attribution_of(named.organisation.name, "organisation", "organisation")
        if named.designation is not None:
            return self._resolve_designation(phrase, named.designation)
        return unknown(named.ambiguous.reason if named.ambiguous else "a name that fits nobody")

    def _resolve_designation(self, phrase: Phrase, title: Designation) -> Attribution:
        if title.person is not None:
            return attribution_of(title.person, "person", "title")
        if title.organisation is not None:
            return attribution_of(title.organisation, "organisation", "organisation")
        noun = self.lexicon.nouns.get(title.head)
        is_person = noun.noun_class == "person" if noun else title.gender is not None
        if title.is_plural or not is_person:
            return attribution_of(title.surface, "group", "description")
        known = self._anaphor(phrase, title.head)
        is_shared = title.reason is not None and not title.reason.startswith("nobody")
        if known is not None and (not is_shared or known.speaker in (title.reason or "")):
            return attribution_of(known.speaker, known.kind, "title")
        if is_shared:
            return unknown(f"{title.surface}: {title.reason}")
        return attribution_of(title.surface, "described", "description")

    def _resolve_description(self, phrase: Phrase) -> Attribution:
        noun = phrase.noun
        ordinal = self._ordinal(phrase)
        if ordinal is not None:
            return self._of_pair(phrase, ordinal)
        if self._points_by_clause(phrase):
            known = self._anaphor(phrase, "")
            return attribution_of(known.speaker, known.kind, "title") if known else unknown("described by a clause")
        if noun is not None and noun.noun_class in ("document", "source"):
            author = self._author(phrase)
            if author is not None:
                return author
        if noun is not None and noun.noun_class == "person" and not phrase.is_plural:
            holder = self.memory.role_holder(phrase)
            if holder is not None:
                return attribution_of(holder, "person", "title")
            known = self._anaphor(phrase, phrase.head) if phrase.is_definite else None
            if known is not None:
                return attribution_of(known.speaker, known.kind, "title")
        plural = phrase.is_plural or (noun is not None and (noun.is_plural or noun.noun_class == "group"))
        return attribution_of(self._words(phrase), "group" if plural else "described", "description")

    def _ordinal(self, phrase: Phrase) -> int | None:
        """Which of two "le premier" or "la seconde" means, None for any other words ("le premier vice-président")."""
        words = self._words(phrase).lower().split()
        if len(words) != 2 or not phrase.is_definite:
            return None
        for place, kind in enumerate(("ordinal_first", "ordinal_second")):
            if words[1] in self.lexicon.words[kind]:
                return place
        return None

    def _of_pair(self, phrase: Phrase, ordinal: int) -> Attribution:
        """The first or second of the last two people, in the order in which they came up."""
        names: list[str] = []
        for event in reversed(self.memory.recent_people(phrase.start)):
            if event.speaker not in names:
                names.append(event.speaker)
        if len(names) != 2:
            return unknown(f"{self._words(phrase)}: not one pair before it")
        first = {event.speaker: event.offset for event in reversed(self.memory.recent_people(phrase.start))}
        return attribution_of(sorted(names, key=lambda name: first[name])[ordinal], "person", "title")

    def _points_by_clause(self, phrase: Phrase) -> bool:
        """celui qui …, celle dont …"""
        first = self.tokens.first_from(phrase.start)
        words = self.tokens.words
        return (
            words[first] in self.lexicon.words["pointing_pronoun"]
            and not phrase.is_plural
            and (first + 1 < len(words) and words[first + 1] in self.lexicon.words["relative"])
        )

    def _anaphor(self, phrase: Phrase, head: str) -> Event | None:
        """Whom a definite title without a name means: the one person who came up last and whose gender agrees.

        A title with a name beside it that the cast does not know points to nobody.
        """
        rest = self.text[phrase.end : phrase.end + 4].lstrip(" \u00a0")
        if rest.startswith(",") and rest[1:].strip()[:1].isupper():
            return None
        reach = REACH if self._is_bare(phrase) else SHORT_REACH
        found = self.memory.candidates(phrase.start, phrase.gender, reach=reach, noun=head)
        if len(found) != 1 or self._holds_another(found[0], head):
            return None
        is_sure = found[0].rank == 3 or found[0].noun == head or not self._has_rival(phrase, found[0])
        return found[0] if is_sure else None

    def _has_rival(self, phrase: Phrase, event: Event) -> bool:
        """Whether somebody else of the gender came up near, so that a title without a holder could be either."""
        others = self.memory.recent_people(phrase.start, RIVAL_REACH)
        return any(
            other.speaker != event.speaker and (phrase.gender is None or other.gender == phrase.gender)
            for other in others
        )

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
        of_words = phrase.head in self.lexicon.words["word_of"]
        for named in self.index.between(phrase.start, phrase.end + 1):
            if named.organisation is not None:
                return attribution_of(named.organisation.name, "organisation", "organisation")
            if of_words and (named.person is not None or named.designation is not None):
                return self._resolve_named(phrase, named)
        if phrase.is_possessive:
            return self._owner(phrase)
        related = self._issuer(phrase) or self._owner_by_relative(phrase)
        if related is not None:
            return related
        kinds = ("organisation", "described", "group") if "même" in self._words(phrase) else ("organisation",)
        if phrase.is_definite:
            for _, attribution in reversed(self.spoken[-MAX_SOURCES_BACK:]):
                if attribution.speaker_kind in kinds:
                    return carried(attribution)
        return None

    def _issuer(self, phrase: Phrase) -> Attribution | None:
        """le communiqué diffusé dans la foulée par le ministère: the body after "par" in the same clause."""
        words = self.tokens.words
        first = self.tokens.first_from(phrase.start) + 1
        for place in range(first, min(first + MAX_ISSUER_WORDS, len(words) - 1)):
            if any(stop in self.tokens.gap(place) for stop in ".;:!?«»\n"):
                return None
            if words[place] not in self.lexicon.words["agent"]:
                continue
            issuer = self.phrases.source(place + 1, self.tokens.ends[place] + 120)
            if issuer is None or issuer.named is None:
                return None
            found = self._resolve_named(issuer, issuer.named)
            return found if found.speaker_kind in ("organisation", "person") else None
        return None

    def _owner_by_relative(self, phrase: Phrase) -> Attribution | None:
        """la Banque, dont le dernier rapport évoque …: the body that stands before "dont"."""
        place = self.tokens.first_from(phrase.start) - 1
        if place < 1 or self.tokens.words[place] not in self.lexicon.words["relative_owner"]:
            return None
        before = self.index.before(self.tokens.starts[place], self.tokens.starts[max(0, place - 8)])
        for named in before:
            if named.organisation is not None:
                return attribution_of(named.organisation.name, "organisation", "organisation")
        return None

    def _owner(self, phrase: Phrase) -> Attribution | None:
        sentence = self.memory.sentence_before(phrase.start)
        subjects = [p for p in self.subjects(*sentence) if p.kind == "named"] if sentence else []
        return self.resolve(subjects[0]) if subjects else None

    def _resolve_pronoun(self, phrase: Phrase, offset: int) -> Attribution:
        if phrase.head in self.lexicon.words["impersonal_pronoun"]:
            return self._read_in(phrase) or self._read_there(phrase) or unknown("an impersonal pronoun")
        if phrase.is_plural:
            found = [self.memory.latest_plural(offset)]
        elif phrase.head == "latter":
            found = [self.memory.latest(offset, phrase.gender)]
        elif (writer := self._writer(phrase)) is not None:
            return writer
        else:
            found = list(self.memory.candidates(offset, phrase.gender))
        events = [event for event in found if event is not None]
        if not events:
            return unknown("nobody before the pronoun agrees with it")
        if len(events) > 1:
            return unknown("the pronoun could mean several: " + ", ".join(event.speaker for event in events))
        return attribution_of(events[0].speaker, events[0].kind, "pronoun")

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

    def _read_there(self, phrase: Phrase) -> Attribution | None:
        """ "y lit-on", "On y lit aussi que": what was named before as a document, so its author speaks."""
        first = self.tokens.first_from(phrase.start)
        if "y" not in self.tokens.words[max(0, first - 3) : first + 4]:
            return None
        for sentence in self.memory.sentences_before(phrase.start, REACH_OF_DOCUMENT):
            documents = [p for p in self.phrases_between(*sentence) if p.noun and p.noun.noun_class == "document"]
            for document in documents:
                author = self._author(document)
                if author is not None:
                    return author
        return None

    def _writer(self, phrase: Phrase) -> Attribution | None:
        """ "Dans son avis, il relève que": the body whose document the sentence names before the pronoun."""
        start = self.memory.sentence_start(phrase.start)
        for document in self.phrases_between(start, phrase.start):
            if document.is_possessive and document.noun is not None and document.noun.noun_class == "document":
                owner = self._owner(document)
                return owner if owner is not None and owner.speaker_kind == "organisation" else None
        return None

    def _words(self, phrase: Phrase) -> str:
        return " ".join(self.text[phrase.start : phrase.end].split())

    def subjects(self, start: int, end: int) -> list[Phrase]:
        """The phrases of [start, end) that may be subjects of speech."""
        return [phrase for phrase in self.phrases_between(start, end) if phrase.is_subject and speaks(phrase)]

    def phrases_between(self, start: int, end: int) -> list[Phrase]:
        """Every phrase of [start, end)."""
        return self.phrases.phrases(self.tokens.first_from(start), self.tokens.first_from(end))


def speaks(phrase: Phrase) -> bool:
    """Whether the phrase names somebody, and no document."""
    return phrase.is_somebody and (phrase.noun is None or phrase.noun.noun_class != "document")


def attribution_of(speaker: str | None, kind: SpeakerKind, method: AttributionMethod) -> Attribution:
    """The attribution by a method, with its fixed confidence."""
    return Attribution(speaker, kind, method, CONFIDENCE[method])


def unknown(reason: str) -> Attribution:
    """Nobody, and why."""
    return Attribution(None, "unknown", "none", CONFIDENCE["none"], reason=reason)


def carried(attribution: Attribution) -> Attribution:
    """The same speaker as that of the words before."""
    if attribution.speaker is None:
        return unknown(attribution.reason or "the speaker of the quote before is unknown")
    return attribution_of(attribution.speaker, attribution.speaker_kind, "continuation")
