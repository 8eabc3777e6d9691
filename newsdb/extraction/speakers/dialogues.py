"""Tell who speaks where two talk in turns or one reacts, and no verb of speech says so; attribution asks for it."""

from newsdb.extraction.attributions import attribution_of
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Statement
from newsdb.extraction.speakers.events import agrees
from newsdb.extraction.speakers.memory import Memory
from newsdb.extraction.speakers.resolving import PhraseResolver
from newsdb.extraction.text.sentences import Span
from newsdb.facts import Attribution

_MARKS = "«»“”\"'‘’—–- .,;\u00a0\u202f\t\r"
# Of so many statements the one who is asked spoke last.
MAX_STATEMENTS_BACK = 4
# "fait (encore) bondir", "a fait à son tour réagir": so many words part the two verbs.
MAX_REACTION_WORDS = 4


class Dialogues:
    """The exchanges of one text."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex, memory: Memory, resolver: PhraseResolver) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.index = index
        self.memory = memory
        self.resolver = resolver
        self.spoken = resolver.spoken
        self._pair: tuple[str, str] | None = None
        self._turn: Statement | None = None

    def speaker(self, statement: Statement) -> Attribution | None:
        """« Où étiez-vous ? », demande X. / « Chez moi. » / « Seul ? »: lines with a quote alone, in turns."""
        if not self.spoken:
            return None
        if not self._is_alone(statement) or not self._is_next_line(statement):
            return self._asking_again(statement)
        before, told = self.spoken[-1]
        if told.speaker is None or told.speaker_kind != "person":
            return None
        if before is not self._turn:
            self._pair = self._asked(before, told.speaker)
        if self._pair is None:
            return None
        one, other = self._pair
        self._turn = statement
        return attribution_of(other if told.speaker == one else one, "person", "continuation")

    def _asking_again(self, statement: Statement) -> Attribution | None:
        """« Où ? », demande X. « Là », répond Y. « Seul ? »: what is asked behind the reply is the asker's."""
        if len(self.spoken) < 2 or not self._asks(statement) or not statement.is_opening:
            return None
        (question, asked), (reply, told) = self.spoken[-2:]
        is_beside = not self.text[reply.sentence[1] : statement.start].strip(_MARKS)
        is_other = asked.speaker is not None and asked.speaker != told.speaker and reply.cue is not None
        if not (is_beside and is_other and self._asks(question)) or asked.speaker is None:
            return None
        return attribution_of(asked.speaker, asked.speaker_kind, "continuation")

    def _asks(self, statement: Statement) -> bool:
        return self.text[statement.start : statement.end].rstrip(_MARKS).endswith("?")

    def _is_alone(self, statement: Statement) -> bool:
        """Whether nothing but the quote stands in its line."""
        start, end = statement.start, statement.end
        # Not the whole line, which may hold thousands of quotes.
        while start and self.text[start - 1] in _MARKS:
            start -= 1
        while self.text[end : end + 1] and self.text[end] in _MARKS:
            end += 1
        return (not start or self.text[start - 1] == "\n") and self.text[end : end + 1] in ("", "\n")

    def _is_next_line(self, statement: Statement) -> bool:
        lines = self.text[self.spoken[-1][0].end : statement.start].split("\n")
        return len(lines) > 1 and not any(line.strip(_MARKS) for line in lines[1:])

    def _asked(self, question: Statement, asker: str) -> tuple[str, str] | None:
        """The asker and whoever spoke last before the question."""
        if question.cue is None or not self._asks(question):
            return None
        recent = [told for _, told in self.spoken[-MAX_STATEMENTS_BACK:] if told.speaker_kind == "person"]
        others = [told.speaker for told in recent if told.speaker is not None and told.speaker != asker]
        return (asker, others[-1]) if others else None

    def reacting(self, sentence: Span) -> Attribution | None:
        """ "La formule fait bondir sa consœur. « … »": whoever is made to react."""
        words = self.tokens.words
        first, last = self.tokens.first_from(sentence[0]), self.tokens.first_from(sentence[1])
        for place in range(first, last - 1):
            if words[place] not in self.phrases.words["faire"]:
                continue
            behind = range(place + 1, min(place + MAX_REACTION_WORDS, last - 1))
            verb = next((at for at in behind if words[at] in self.phrases.words["reaction"]), None)
            phrase = self.phrases.read_phrase(verb + 1, sentence[1]) if verb is not None else None
            if phrase is None or phrase.is_plural or not phrase.is_somebody:
                return None
            return self._peer(phrase) if phrase.is_possessive else self.resolver.resolve(phrase)
        return None

    def _peer(self, phrase: Phrase) -> Attribution | None:
        """ "Sa consœur": the other one of the exchange."""
        told = self.spoken[-1][1].speaker if self.spoken else None
        if phrase.head not in self.phrases.words["peer_noun"] or phrase.gender is None:
            return None
        others = [e for e in self.memory.recent_people(phrase.start) if e.speaker != told and agrees(e, phrase.gender)]
        return attribution_of(others[-1].speaker, "person", "title") if others else None
