"""Find the prompts of an interview that end in no question mark, once some of its questions are known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdb.extraction.interviews.forms import MAX_BARE_STATEMENT_WORDS, MAX_STATEMENT_WORDS, Layout
from newsdb.extraction.interviews.rows import Rows
from newsdb.extraction.interviews.turns import (
    SENTENCE_END,
    TURN_KINDS,
    TurnLine,
    addresses_outside_marks,
    asks_back,
    opens_as_request,
    presents_interview,
    says_i,
    says_i_outside_marks,
    speaks_first_person,
    speaks_to_second_person,
    starts_with_any,
)

_STOPS = frozenset('.…!?»”"):;')
_TRAILING = ("…", "...", "… »", "…»", "...»")
MAX_REQUEST_WORDS = 40
MAX_QUESTION_WORDS = 110
_INVERTED = re.compile(r"\w-(?:t-)?(?:il|elle|ils|elles|on|ce|vous|tu)\b")
MIN_TRAILING_WORDS = 4
# So many sentences before the one that asks.
MIN_TOLD = 2
# Where nothing ends in a question mark, so many prompts make an interview.
MIN_PROMPTS = 3
MIN_TRAILING = 2


@dataclass(frozen=True, slots=True)
class Prompts:
    """The lines of one text that may prompt an answer; `layout` says how they are set."""

    layout: Layout

    def with_prompts(self, questions: Sequence[int]) -> list[int]:
        """The questions, and between and behind them the lines that ask without a question mark."""
        likely = [i for i in questions if not self.is_question(i)]
        return Rows(self.layout, questions, likely=likely).read(0)

    def _is_own_answer(self, i: int) -> bool:
        """Whether somebody says I or we in the line, or agrees or denies, and nobody presents them."""
        turn, lexicon = self.layout.lines[i], self.layout.lexicon
        words = self.layout.text[turn.start : turn.end].lower().replace("’", "'")
        if presents_interview(words, lexicon) or any(mark in words for mark in lexicon.words["presented_by"]):
            return False
        return speaks_first_person(turn, lexicon) or self.layout.agrees_or_denies(turn)

    def alone(self, questions: Sequence[int]) -> list[int]:
        """The questions and prompts of an announced interview that has hardly a question mark; none where few."""
        found: list[int] = []
        for i in self.layout.usable:
            if (i in questions or self.prompts(i)) and not (found and found[-1] == i - 1):
                found.append(i)
        # Two that trail off are hardly a reporter's.
        least = MIN_TRAILING if all(self._trails_off(self.layout.lines[i]) for i in found) else MIN_PROMPTS
        return found if len(found) >= least else []

    def requests(self, i: int) -> bool:
        """ "Parlez-nous de …", "Un mot sur …": an order, or one of the usual openings where nobody says I."""
        turn, text = self.layout.lines[i], self.layout.text
        if len(turn.words) > MAX_REQUEST_WORDS:
            return False
        lexicon = self.layout.lexicon
        opens = starts_with_any(turn, lexicon.words["question_opening"], text) and not says_i(turn, lexicon)
        tail = text[turn.start : turn.end].lower().replace("’", "'").rstrip(" .!…")
        closes = not says_i(turn, lexicon) and tail.endswith(tuple(lexicon.words["question_closing"]))
        return opens or closes or opens_as_request(turn, text)

    def is_question(self, i: int) -> bool:
        """Whether the line asks by itself, of somebody or of nobody's doings."""
        turn, lexicon = self.layout.lines[i], self.layout.lexicon
        if len(turn.words) > MAX_QUESTION_WORDS or turn.is_quoted:
            return False
        if not turn.asks:
            is_bare = self._loses_its_mark(turn) and not speaks_first_person(turn, lexicon)
            return self.requests(i) or (
                is_bare and 0 < len(turn.words) <= MAX_STATEMENT_WORDS and self._asks_in_words(turn)
            )
        if asks_back(turn, self.layout.text, lexicon) or self._tells_first(turn):
            return False
        if speaks_to_second_person(turn, lexicon) or not speaks_first_person(turn, lexicon):
            return True
        return len(turn.words) <= 25 and not says_i(turn, lexicon)

    def _tells_first(self, turn: TurnLine) -> bool:
        """Whether somebody says I, and several sentences, before the line asks."""
        text, lexicon = self.layout.text, self.layout.lexicon
        told = len(SENTENCE_END.findall(text, turn.start, turn.end))
        return told >= MIN_TOLD and says_i_outside_marks(turn, text, lexicon)

    def prompts(self, i: int) -> bool:
        """ "Certains vous reprochent d'avoir tardé.", "Le ministère parle d'un retard…": the next line answers."""
        lines, lexicon, text = self.layout.lines, self.layout.lexicon, self.layout.text
        if i + 1 >= len(lines):
            return False
        turn, following = lines[i], lines[i + 1]
        if not _take_turns(turn, following) or speaks_first_person(turn, lexicon):
            return False
        is_longer = 2 * len(following.words) >= len(turn.words)
        if self._trails_off(turn) and not self._trails_off(following):
            return is_longer
        if self.layout.is_bare_statement(i) and self.layout.agrees_or_denies(following):
            return True
        if starts_with_any(turn, lexicon.words["generic_you"], text) or addresses_outside_marks(
            following, text, lexicon
        ):
            return False
        if self._cites_or_objects(turn) and (self._is_own_answer(i + 1) or self.layout.opens_as_answer(following)):
            return True
        if self._loses_its_mark(turn):
            return is_longer and (speaks_to_second_person(turn, lexicon) or self._asks_in_words(turn))
        return text[turn.end - 1] in ".…!" and is_longer and speaks_to_second_person(turn, lexicon)

    def _cites_or_objects(self, turn: TurnLine) -> bool:
        """ "Le syndicat parle pourtant d'un échec.": what others say, or what speaks against it."""
        lexicon, text = self.layout.lexicon, self.layout.text
        is_short = len(turn.words) <= MAX_BARE_STATEMENT_WORDS and text[turn.end - 1] in ".…»”!"
        if not is_short or starts_with_any(turn, lexicon.words["continuing"], text):
            return False
        return not lexicon.words["prompt_cue"].isdisjoint(turn.words)

    def _trails_off(self, turn: TurnLine) -> bool:
        return self.layout.text[turn.start : turn.end].endswith(_TRAILING) and len(turn.words) >= MIN_TRAILING_WORDS

    def _loses_its_mark(self, turn: TurnLine) -> bool:
        """ "Comment l'avez-vous vécu" without the mark that was there in print."""
        return turn.line.kind != "standfirst" and self.layout.text[turn.end - 1] not in _STOPS

    def _asks_in_words(self, turn: TurnLine) -> bool:
        """ "Comment fonctionne la pompe", "Le conseil votera-t-il ce budget"."""
        words = self.layout.lexicon.words
        first = 1 if len(turn.words) > 1 and turn.words[0] in words["asking_link"] else 0
        opens = turn.words[first] in words["asking_opening"]
        return opens or _INVERTED.search(self.layout.text, turn.start, turn.end) is not None

    def is_unstopped(self, i: int) -> bool:
        """Whether the line ends in no stop and the next one in some, and nobody says I in it."""
        lines, text = self.layout.lines, self.layout.text
        is_bare = text[lines[i].end - 1] not in _STOPS and not says_i(lines[i], self.layout.lexicon)
        return is_bare and text[lines[i + 1].end - 1] in _STOPS


def _take_turns(turn: TurnLine, following: TurnLine) -> bool:
    """Whether the two are lines of the article's own without labels, the first short and in nobody's marks."""
    if turn.line.kind not in TURN_KINDS or following.line.kind not in TURN_KINDS or turn.label or following.label:
        return False
    return 1 <= len(turn.words) <= MAX_STATEMENT_WORDS and not turn.is_quoted
