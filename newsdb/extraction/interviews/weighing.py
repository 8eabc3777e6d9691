"""Weigh what one line says: how much it looks like a question, like the opening of an answer, like more of one.

Rows puts the weights of all lines together, and with how the lines are set.
"""

import re
from collections.abc import Collection, Mapping

from newsdb.extraction.interviews.forms import MAX_STATEMENT_WORDS, Layout
from newsdb.extraction.interviews.styles import STOPS
from newsdb.extraction.interviews.turns import (
    TurnLine,
    addresses_outside_marks,
    asks_back,
    opens_as_request,
    presents_interview,
    says_i,
    says_i_outside_marks,
    speaks_first_person,
    starts_with_any,
)

_TRAILS_OFF = re.compile(r"(?:…|\.\.\.)[\s»”\"]*$")
_SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Þ«“\"])")
_JOINING = frozenset({("ou",), ("et",), ("puis",)})
LABELLED = 5.0
# Who is asked may ask back in as many words.
MIN_CERTAIN_WORDS = 4
# An answer takes up a word of its question in its first words; so many letters of it are the same.
ECHO = 4
ECHO_WORDS = 6
MAX_TOPIC_WORDS = 8
SHORT = 12
MEDIUM = 25


class Weighing:
    """The lines of one text; `certain` are known to ask, `told` to answer, the first of them at `first`."""

    def __init__(self, layout: Layout, certain: Collection[int], told: Mapping[int, str], first: int) -> None:
        self.layout = layout
        self.lines = layout.lines
        self.text = layout.text
        self.words = layout.lexicon.words
        self.certain = certain
        self.told = told
        self.first = first

    def asking(self, turn: TurnLine) -> float:
        """How much the line looks like what prompts an answer."""
        count, words = len(turn.words), self.words
        weight = 4.0 * opens_as_request(turn, self.text)
        if turn.asks:
            weight += 5.0 if self.expects(turn) else -1.0
        opens = starts_with_any(turn, words["question_opening"], self.text)
        weight += 4.0 * (opens and not says_i(turn, self.layout.lexicon))
        is_to_you = self._addresses(turn)
        weight += 2.5 * is_to_you + 2.5 * self.trails_off(turn)
        weight += 1.5 * (not words["prompt_cue"].isdisjoint(turn.words) or turn.words[:1] in (("et",), ("mais",)))
        weight += 1.0 if count <= SHORT else 0.5 if count <= MEDIUM else 0.0
        weight -= 3.0 * (count > MAX_STATEMENT_WORDS and not turn.asks)
        if says_i_outside_marks(turn, self.text, self.layout.lexicon):
            weight -= 5.0
        elif speaks_first_person(turn, self.layout.lexicon):
            weight -= 4.0 if self.told else 2.0
        cites = turn.words[:1] == ("on",) and not words["prompt_cue"].isdisjoint(turn.words)
        weight -= 3.0 * self.layout.agrees_or_denies(turn) + 1.5 * (
            self.layout.opens_as_answer(turn) and not (cites or is_to_you)
        )
        weight -= 2.0 * starts_with_any(turn, words["continuing"], self.text)
        if not turn.asks:
            weight -= (0.8 if is_to_you else 1.5) * min(2, len(_SENTENCE_END.findall(self.text, turn.start, turn.end)))
        if self.text[turn.end - 1] not in STOPS and not turn.asks:
            weight += 2.5 if count <= MEDIUM else 1.0
            weight -= 2.0 * (turn.line.kind == "subheading")
        weight -= 10.0 * (not self.certain and self._presents(turn))
        return weight - 4.0 * (self.text[turn.end - 1] in ":;,") - 4.0 * turn.is_quoted

    def telling(self, i: int) -> float:
        """How much the line looks like the opening of an answer."""
        turn, lexicon = self.lines[i], self.layout.lexicon
        is_own = speaks_first_person(turn, lexicon) or self.layout.agrees_or_denies(turn)
        weight = 3.0 * self.layout.agrees_or_denies(turn) + 1.5 * self.layout.opens_as_answer(turn)
        weight += 1.5 * speaks_first_person(turn, lexicon)
        if self.expects(turn) and len(turn.words) <= MAX_STATEMENT_WORDS:
            is_bare = i in self.certain and len(turn.words) > MIN_CERTAIN_WORDS and not says_i(turn, lexicon)
            weight -= 4.0 if is_bare else 2.0
        goes_on = starts_with_any(turn, self.words["continuing"], self.text) and not self.layout.opens_as_answer(turn)
        weight -= 2.0 * (goes_on or turn.words[:1] in _JOINING)
        if i < self.first:
            # What stands above the first question mostly presents who answers it.
            weight -= 3.0 * (not is_own) + 10.0 * self._presents(turn)
        # Where labels open the answers, what has none goes on with one.
        return weight - self._addresses(turn) - (LABELLED if self.told else 0.0)

    def going_on(self, turn: TurnLine) -> float:
        """How much the line looks like a second paragraph."""
        weight = 1.5 * starts_with_any(turn, self.words["continuing"], self.text)
        weight += 1.0 * speaks_first_person(turn, self.layout.lexicon)
        return weight - 2.0 * (len(turn.words) <= MAX_STATEMENT_WORDS and self.expects(turn))

    def follows(self, i: int) -> float:
        """How well the line fits as the answer to the one above: it is mostly longer, and takes up a word of it."""
        above, below = self.lines[i - 1].words, self.lines[i].words
        weight = 0.5 if len(below) >= len(above) or i in self.told else -1.0
        stems = {word[:ECHO] for word in above if len(word) >= ECHO}
        return weight + 1.0 * any(word[:ECHO] in stems for word in below[:ECHO_WORDS] if len(word) >= ECHO)

    def introduces(self, i: int) -> float:
        """How much the line looks like one of those above the first question."""
        turn = self.lines[i]
        return -4.0 * (i in self.certain) - 2.0 * says_i_outside_marks(turn, self.text, self.layout.lexicon)

    def expects(self, turn: TurnLine) -> bool:
        """Whether the line asks, and expects an answer."""
        return turn.asks and not asks_back(turn, self.text, self.layout.lexicon)

    def is_topic(self, turn: TurnLine) -> bool:
        """ "Un pari risqué": a few words without a stop or a verb, said by nobody and to nobody."""
        if not 1 <= len(turn.words) <= MAX_TOPIC_WORDS or not self.text[turn.end - 1].isalnum():
            return False
        said = self.words["first_person"] | self.words["second_person"] | self.words["asking_opening"]
        return said.isdisjoint(turn.words) and not any(map(self.layout.lexicon.is_finite, turn.words))

    def trails_off(self, turn: TurnLine) -> bool:
        """ "On vous dit fatigué…" """
        return _TRAILS_OFF.search(self.text, turn.start, turn.end) is not None

    def _addresses(self, turn: TurnLine) -> bool:
        is_generic = starts_with_any(turn, self.words["generic_you"], self.text) or (
            turn.asks and not self.expects(turn)
        )
        return not is_generic and addresses_outside_marks(turn, self.text, self.layout.lexicon)

    def _presents(self, turn: TurnLine) -> bool:
        words = self.text[turn.start : turn.end].lower().replace("’", "'")
        if any(mark in words for mark in self.words["presented_by"]):
            return True
        return presents_interview(words, self.layout.lexicon)
