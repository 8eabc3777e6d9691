"""Tell whose a quote is that no cue stands beside, from the sentences around it; with a cue attribution does."""

import re
from collections.abc import Sequence

from newsdb.extraction.attributions import attribution_of, carried, unknown
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.personalpronouns import PersonalPronouns
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Statement
from newsdb.extraction.speakers.dialogues import Dialogues
from newsdb.extraction.speakers.memory import Memory
from newsdb.extraction.speakers.resolving import PhraseResolver
from newsdb.extraction.text.sentences import Span
from newsdb.facts import Attribution

# A quote without a cue goes on from the one before over at most so many sentences.
MAX_SENTENCES_BETWEEN = 3
# "C'est en ces termes choisis que X a conclu": so many words are looked at.
MAX_AUTHOR_WORDS = 8
# How many sentences back, in its paragraph, the person is looked for whom a quote without a cue belongs to.
TOPIC_REACH = 4
_NAMES = ("person", "designation")
_MARKS = "«»“”„\"'‘’<>"
# What ties a quote to words after it that say whose it was: a colon, "c'est en ces termes que", "tel est".
_TIE = re.compile(
    r"[\s\u00a0.…!?»”’\">]*(?:\([^()]{1,160}\)[\s\u00a0]*)?"
    r"(?::|[,–—-]?\s*(?:c['’]est|ce sont|tels?\b|telles?\b|voilà|ainsi)\b)",
    re.IGNORECASE,
)


class Uncued:
    """The quotes of one text that have no cue."""

    def __init__(
        self,
        phrases: PhraseFinder,
        index: CastIndex,
        memory: Memory,
        resolver: PhraseResolver,
        pronouns: PersonalPronouns,
    ) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.words = phrases.words
        self.index = index
        self.memory = memory
        self.resolver = resolver
        self.spoken = resolver.spoken
        self.pronouns = pronouns
        self.dialogues = Dialogues(phrases, index, memory, resolver)

    def speaker(self, statement: Statement) -> Attribution:
        """A quote with no cue: the subject of its sentence, who came up since the last quote, or who spoke that."""
        found = self._of_own_sentence(statement) or self.dialogues.speaker(statement)
        behind = self.memory.sentence_from(statement.end)
        if found is None and behind is not None and self._tells_author(behind):
            found = self._presented_after(statement)
        if found is not None:
            return found
        previous = self.spoken[-1] if self.spoken else None
        sentence = self.memory.sentence_before(statement.start)
        is_told = sentence is not None and not self.memory.is_about_the_page(sentence[0])
        if sentence is not None and is_told and (previous is None or sentence[0] >= previous[0].end):
            presented = self._presented(sentence)
            if presented is not None:
                return carried(presented)
        following = self._presented_after(statement)
        if following is not None:
            return following
        near = previous is not None and self.memory.count_between(previous[0].end, statement.start)
        if previous is not None and near <= MAX_SENTENCES_BETWEEN and self._may_go_on(previous, statement):
            return carried(previous[1])
        return self._topic(statement, previous[0].end if previous else 0) or unknown("no cue and no speaker near")

    def _may_go_on(self, previous: tuple[Statement, Attribution], statement: Statement) -> bool:
        """Whether nobody else was named as a subject since the last quote."""
        sentence = self.memory.sentence_before(statement.start)
        if sentence is None or sentence[0] < previous[0].end:
            return True
        return all(n.person is None for n in self.index.between(*sentence))

    def _of_own_sentence(self, statement: Statement) -> Attribution | None:
        if not statement.is_opening:
            phrase = self.phrases.main_subject(statement.sentence[0], statement.start)
            return self.resolver.resolve(phrase) if phrase is not None and phrase.speaks else None
        end = statement.sentence[1]
        match = _TIE.match(self.text, statement.end, end)
        if match and self._is_somebodys(match.end()):
            # « … », tel était son message à X: X is told of, and whoever came up before spoke.
            return self.resolver.resolve(Phrase(match.end(), match.end(), "pronoun", head="en"))
        named = self.people_between(match.end(), end) if match else []
        if match and not named and (teller := self._teller(match.end(), end)) is not None:
            return teller
        if len({n.person.person.name for n in named if n.person}) != 1 or named[0].person is None:
            return None
        return attribution_of(named[0].person.person.name, "person", "continuation")

    def _teller(self, start: int, end: int) -> Attribution | None:
        """« … » : c'est en ces termes que le gouverneur …: the one person described there."""
        told = self.phrases.phrases_between(start, end)
        nouns = [(p, p.noun or self.phrases.nouns.get(p.noun_said)) for p in told]
        people = [p for p, noun in nouns if noun is not None and noun.noun_class == "person"]
        return self.resolver.resolve(people[0]) if len(people) == 1 else None

    def _is_somebodys(self, offset: int) -> bool:
        """Whether what is told there of a quote is "était son message", "sont ses mots"."""
        words = self.tokens.words
        place = self.tokens.first_from(offset)
        place += words[place : place + 1] in (["a"], ["ont"], ["avait"], ["avaient"])
        if place + 2 >= len(words) or words[place] not in self.words["etre"]:
            return False
        return words[place + 1] in self.words["possessive"] and words[place + 2] in self.words["word_of"]

    def _presented_after(self, statement: Statement) -> Attribution | None:
        """« … » C'est le cri du cœur de X: whom the sentence after a quote that opens its line presents."""
        sentence = self.memory.sentence_from(statement.end)
        before = self.text[max(0, statement.start - 6) : statement.start].rstrip(_MARKS + " \u00a0\u202f")
        if sentence is None or "\n" in self.text[statement.end : sentence[0]]:
            return None
        tells = self._tells_author(sentence)
        if not before.endswith("\n") and not tells:
            return None
        people = {n.person.person.name for n in self.people_between(*sentence) if n.person is not None}
        if len(people) != 1:
            return self._body_or_teller(sentence) if tells and not people else None
        name = people.pop()
        is_known = not tells and self.memory.came_up(name, statement.start)
        return None if is_known else attribution_of(name, "person", "continuation")

    def _body_or_teller(self, sentence: Span) -> Attribution | None:
        """ "C'est ce qu'a indiqué l'agence X": the one body named there, else the one person described."""
        bodies = {n.organisation.name for n in self.index.between(*sentence) if n.organisation is not None}
        if len(bodies) == 1:
            return attribution_of(bodies.pop(), "organisation", "organisation")
        return self._teller(*sentence)

    def _tells_author(self, sentence: Span) -> bool:
        """ "L'auteur de la charge, X, …", "Ces mots sont de X", "C'est en ces termes que X", "C'est ce qu'a dit X"."""
        first = self.tokens.first_from(sentence[0])
        words = self.tokens.words[first : first + MAX_AUTHOR_WORDS]
        if " ".join(words[:2]) in self.words["author_opening"]:
            return True
        if " ".join(words[:2]) not in self.words["author_pointing"]:
            return False
        return not (self.words["author_word"].isdisjoint(words[2:]) or self.words["que"].isdisjoint(words))

    def _presented(self, sentence: Span) -> Attribution | None:
        """Whom the sentence before a quote is about."""
        if (reacting := self.dialogues.reacting(sentence)) is not None:
            return reacting
        subjects = self.phrases.subjects_between(*sentence)
        if self.text[sentence[1] - 1] != ":":
            subjects = [p for p in subjects if self._acts(p, sentence)]
        people = {n.person.person.name for n in self.people_between(*sentence) if n.person is not None}
        limit = subjects[0].start if subjects else sentence[1]
        pronoun = self.pronouns.between(sentence[0], limit if not people else sentence[0] + 1)
        if pronoun is not None:
            found = self.resolver.resolve(pronoun)
            return found if found.speaker is not None or not people else None
        if len(people) == 1:
            return self._praising(subjects, sentence) or attribution_of(people.pop(), "person", "continuation")
        return self.resolver.resolve(subjects[0]) if subjects else None

    def _praising(self, subjects: Sequence[Phrase], sentence: Span) -> Attribution | None:
        """ "L'entraîneur a salué l'entrée de X. « … »": who opens the sentence by a title speaks, and not X."""
        named = self.people_between(*sentence)
        opens = bool(subjects) and subjects[0].start == sentence[0] and subjects[0].named is not None
        if not opens or any(self.memory.prominence.rank(n) > 1 for n in named):
            return None
        found = self.resolver.resolve(subjects[0])
        return found if found.speaker_kind == "person" else None

    def _acts(self, phrase: Phrase, sentence: Span) -> bool:
        """ "La fleuriste lève les bras. « … »", "Plus loin, un vieux soupire. « … »": who opens the sentence."""
        if phrase.named is not None:
            return phrase.named.kind in _NAMES
        if phrase.noun is None or phrase.noun.noun_class != "person" or phrase.is_plural:
            return False
        if phrase.start == sentence[0]:
            return True
        opening = self.memory.openings.subject(*sentence)
        # "La crise, un drame" tells of nobody who does something.
        acts = bool(self.text[phrase.end : sentence[1]].strip(" .!?…\u00a0"))
        return acts and opening is not None and opening.start == phrase.start

    def _topic(self, statement: Statement, start: int) -> Attribution | None:
        """Whom the paragraph of the quote is about: the one person whom its nearest sentence with a person names."""
        for sentence in self.memory.sentences_before(statement.start, TOPIC_REACH):
            if sentence[0] < start or "\n" in self.text[sentence[1] : statement.start]:
                return None
            people = {n.person.person.name for n in self.people_between(*sentence) if n.person is not None}
            if people:
                return attribution_of(people.pop(), "person", "continuation") if len(people) == 1 else None
        return None

    def people_between(self, start: int, end: int) -> list[Named]:
        """The people named in [start, end), outside of the words of others."""
        found = self.index.between(start, end)
        told = (n for n in found if n.person is not None and not self.memory.is_marked(n.start))
        return [n for n in told if not self.memory.is_about_the_page(n.start)]
