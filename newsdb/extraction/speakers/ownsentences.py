"""Find who speaks in the sentence of a quote where the phrase beside its cue tells nobody (On se souvient de X: …)."""

from dataclasses import replace

from newsdb.extraction.attributions import CONFIDENCE, attribution_of
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Statement
from newsdb.extraction.speakers.memory import Memory
from newsdb.extraction.speakers.resolving import PhraseResolver
from newsdb.facts import Attribution

# What may stand between a colon and the first word of a quote.
_OPENING = " \u00a0\u202f«“\"'’‘"


class OwnSentences:
    """The sentences of one text, each for the words that it reports."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex, memory: Memory, resolver: PhraseResolver) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.words = phrases.words
        self.index = index
        self.memory = memory
        self.resolver = resolver

    def speaker(self, statement: Statement, pronoun: Phrase, found: Attribution) -> Attribution | None:
        """Who speaks where a pronoun beside the cue leaves it open, or a colon before the quote tells."""
        if pronoun.kind != "pronoun" or pronoun.is_plural:
            return None
        if statement.kind == "direct" and self._follows_colon(statement):
            return self._remembered(statement, pronoun) or self._subject_before(statement, pronoun)
        if statement.kind == "indirect" and pronoun.start >= statement.end and found.speaker_kind != "person":
            return self._subject_of_clause(statement, pronoun)
        return None

    def _follows_colon(self, statement: Statement) -> bool:
        return self.text[statement.sentence[0] : statement.start].rstrip(_OPENING).endswith(":")

    def _remembered(self, statement: Statement, pronoun: Phrase) -> Attribution | None:
        """ "On se souvient de la sortie de X : « … »": the one person whom the sentence names before its colon."""
        if pronoun.head not in self.words["impersonal_pronoun"] or pronoun.start > statement.start:
            return None
        named = self.index.between(statement.sentence[0], statement.start)
        people = {n.person.person.name for n in named if n.person is not None and not self.memory.is_marked(n.start)}
        return attribution_of(people.pop(), "person", "continuation") if len(people) == 1 else None

    def _subject_before(self, statement: Statement, pronoun: Phrase) -> Attribution | None:
        """ "Une thèse que rejette X : « … », répond-il": the last subject before the colon, where the gender fits."""
        if pronoun.start < statement.end or pronoun.gender is None:
            return None
        subjects = self.phrases.subjects_between(statement.sentence[0], statement.start)
        named = [p for p in subjects if p.named is not None and p.gender == pronoun.gender and not p.is_plural]
        return self._by_pronoun(named[-1]) if len(named) == 1 else None

    def _subject_of_clause(self, statement: Statement, pronoun: Phrase) -> Attribution | None:
        """ "La société vise un record, indique-t-elle": the body with which the reported clause opens."""
        first = self.tokens.first_from(statement.start)
        if not self.phrases.opens_phrase(first):
            return None
        subject = self.phrases.read_phrase(first, statement.end)
        if subject is None or not subject.is_definite or subject.is_possessive or subject.gender != pronoun.gender:
            return None
        told = self._by_pronoun(subject)
        return told if told is not None and told.speaker_kind == "organisation" else None

    def _by_pronoun(self, subject: Phrase) -> Attribution | None:
        told = self.resolver.resolve(subject)
        if told.speaker is None:
            return None
        return replace(told, method="pronoun", confidence=CONFIDENCE["pronoun"])
