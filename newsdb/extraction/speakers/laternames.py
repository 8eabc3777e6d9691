"""Find who speaks where the text names them only behind the words: "dit-elle", and the next sentence says who."""

from dataclasses import replace

from newsdb.extraction.attributions import CONFIDENCE, attribution_of
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Statement
from newsdb.extraction.speakers.memory import Memory
from newsdb.extraction.speakers.resolving import PhraseResolver
from newsdb.facts import Attribution


class LaterNames:
    """The names of one text that come behind what their bearers said."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex, memory: Memory, resolver: PhraseResolver) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.index = index
        self.memory = memory
        self.resolver = resolver

    def subject(self, statement: Statement, pronoun: Phrase) -> Attribution | None:
        """« … », dit-elle. Leïla M. dirige …: where nobody came up before, the subject of the next sentence."""
        if pronoun.is_plural or self.memory.candidates(pronoun.start, pronoun.gender):
            return None
        sentence = self.memory.sentence_from(max(statement.end, statement.sentence[1]))
        if sentence is None or (self.resolver.spoken and "\n" in self.text[statement.end : sentence[0]]):
            # Only the opening of an article keeps back a name over its first paragraph.
            return None
        subject = next(iter(self.phrases.subjects_between(*sentence)), None)
        if subject is None or not subject.names_person or subject.gender != pronoun.gender:
            return None
        return replace(self.resolver.resolve(subject), method="pronoun", confidence=CONFIDENCE["pronoun"])

    def holder(self, statement: Statement) -> Attribution | None:
        """ "Pour le procureur, C. « … », a tonné X": a title whose holder the next sentence is the first to name."""
        title, after = statement.phrase, self.memory.sentence_from(statement.sentence[1])
        is_office = title is not None and title.noun_said in self.phrases.nouns
        is_office = is_office and title is not None and self.phrases.nouns[title.noun_said].is_office
        if title is None or not is_office or not title.is_definite or title.is_plural or after is None:
            return None
        if statement.kind != "indirect" or "\n" in self.text[statement.sentence[1] : after[0]]:
            return None
        named = [n for n in self.index.between(*after) if n.person is not None and not self.memory.is_marked(n.start)]
        person = named[0].person if len(named) == 1 else None
        if person is None or person.person.mentions[0].start != named[0].start or person.person.roles:
            return None
        place = self.tokens.first_from(named[0].start)
        is_said = self.memory.is_marked(after[0]) and self.tokens.words[place - 1] in self.phrases.verbs
        agrees_too = title.gender is None or person.gender in (None, title.gender)
        return attribution_of(person.person.name, "person", "title") if is_said and agrees_too else None
