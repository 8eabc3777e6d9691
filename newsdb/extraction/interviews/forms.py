"""Read the questions of an interview from the way it is set (dashes, bullets, blocks), whatever mark ends them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdb.extraction.interviews.turns import (
    SENTENCE_END,
    TurnLine,
    opens_as_request,
    opens_in_marks,
    says_i,
    speaks_first_person,
    speaks_to_second_person,
    starts_with_any,
)
from newsdb.extraction.speech_lexicon import Lexicon

_PARTED = re.compile(r"\n[^\S\n]*\n")
_CLOSED = frozenset('.…!»”"')
MAX_STATEMENT_WORDS = 45
# Where each answer is one paragraph, a short one between two of them that is nobody's answer asks.
MAX_BARE_STATEMENT_WORDS = 25
MAX_SENTENCES = 2
# So many questions with a question mark show what the rest of the layout means.
MIN_CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of one text and which of them may take a turn."""

    lines: Sequence[TurnLine]
    usable: Sequence[int]
    taking: frozenset[int]
    """The usable lines, to be asked for one."""
    text: str
    lexicon: Lexicon

    def marked(self, first: int = 0) -> list[int]:
        """The lines from `first` on that open with a dash, a bullet or a number and are no items of a list."""
        found: list[int] = []
        items: set[int] = set()
        for i in self.usable:
            if i < first or not self.lines[i].has_dash or self.lines[i].label is not None:
                continue
            if self._is_item(i, items):
                items.add(i)
            else:
                found.append(i)
        return found

    def _is_item(self, i: int, items: set[int]) -> bool:
        turn = self.lines[i]
        if turn.asks or turn.end <= turn.start:
            return False
        if self.text[turn.start].islower() or self.text[turn.end - 1] in ";,":
            return True
        if i - 1 in items:
            return not self._is_last_item(i - 1, items)
        return i > 0 and self.text[self.lines[i - 1].end - 1] == ":"

    def _is_last_item(self, i: int, items: set[int]) -> bool:
        """ "a ; / b ; / c.": a list whose items end in a semicolon ends with the first full stop."""
        return (
            self.text[self.lines[i].end - 1] == "." and i - 1 in items and self.text[self.lines[i - 1].end - 1] != "."
        )

    def alternating(self, first: int = 0, least: int = MIN_CERTAIN) -> list[int]:
        """ "– C ? / – D. / – E. / – F.": each second line with a dash asks once enough of them ask with their mark."""
        marked = self.marked(first)
        questions = self._every_second(marked)
        asked = [i for i in questions if self.lines[i].asks]
        stray = sum(self.lines[i].asks for i in marked) - len(asked)
        answered = sum(i + 1 in marked for i in questions)
        # Where labels at the first turn say that this is an interview, a question mark now and then is enough.
        share = (2 if least > 1 else 4) * len(asked)
        if len(asked) < least or share < len(questions) or 2 * stray > len(asked):
            return []
        return questions if 2 * answered >= len(questions) else []

    def every_second(self) -> list[int]:
        """ "– C. / – D. / – E. / – F.": each second line with a dash where all take turns and each first is short."""
        marked = self.marked()
        questions = marked[::2]
        is_short = all(self._may_ask(i) for i in questions)
        return questions if is_short and marked[1::2] == [i + 1 for i in questions] else []

    def _every_second(self, marked: Sequence[int]) -> list[int]:
        known = set(marked)
        questions: list[int] = []
        for i in marked:
            if questions and questions[-1] == i - 1:
                continue
            if self.lines[i].asks or (i + 1 in known and not self._goes_on(i, known)):
                questions.append(i)
        return questions

    def _goes_on(self, i: int, marked: set[int]) -> bool:
        """A second paragraph of an answer has a dash too where the next line asks and is answered."""
        following = self.lines[i + 1]
        return following.asks and i + 2 in marked and not self.lines[i + 2].asks

    def only_marked(self) -> list[int]:
        """ "• C ? / D. / • E. / F.": the lines with a bullet ask, those without answer."""
        marked = self.marked()
        turned = [i for i in marked if self._asks_or_addresses(i)]
        if not any(self.lines[i].asks for i in marked) or any(b == a + 1 for a, b in pairwise(marked)):
            return []
        if len(turned) < MIN_CERTAIN or 2 * len(turned) < len(marked):
            return []
        return [i for i in marked if self._may_ask(i)]

    def before_marked(self) -> list[int]:
        """ "C ? / – D. / E. / – F.": only the answers have a dash."""
        marked = self.marked()
        known = frozenset(marked)
        before = [i - 1 for i in marked if i - 1 in self.taking and i - 1 not in known and not self.lines[i].asks]
        asked = [i for i in before if self.lines[i].asks]
        if len(asked) < MIN_CERTAIN or 2 * len(asked) < len(before):
            return []
        requests = [i for i in before if opens_as_request(self.lines[i], self.text)]
        first = min(asked[0], *requests) if requests else asked[0]
        return [i for i in before if i >= first and self._may_ask(i)]

    def between_marks(self) -> list[int]:
        """ "« C ? » / D. / « E ? » / F.": only the questions stand in marks, or each turn in its own."""
        quoted = [i for i in self.usable if self.lines[i].is_quoted and self.lines[i].label is None]
        asked = [i for i in quoted if self.lines[i].asks]
        turned = [i for i in quoted if self._asks_or_addresses(i)]
        known = frozenset(quoted)
        answered = [i for i in turned if i + 1 in self.taking and i + 1 not in known]
        if not asked and len(quoted) > MIN_CERTAIN and not any(self.lines[i].asks for i in self.usable):
            return quoted if self._all_prompt(quoted) else []
        if not asked or len(turned) < MIN_CERTAIN or (2 * len(turned) < len(quoted) and not self._all_prompt(quoted)):
            return []
        if 2 * len(answered) < len(turned):
            return asked if len(asked) >= MIN_CERTAIN and all(i + 1 in known for i in asked) else []
        if self._all_prompt(quoted):
            return quoted
        return [i for i in quoted if i >= turned[0] and self._may_ask(i)]

    def above_marks(self) -> list[int]:
        """ "C ? / « D. » / E / « F. »": only the answers stand in marks, below what asks, has no stop or says you."""
        quoted = [i for i in self.usable if opens_in_marks(self.lines[i], self.text)]
        known = frozenset(quoted)
        above = [i - 1 for i in quoted if i - 1 in self.taking and i - 1 not in known]
        prompts = [i for i in above if self._may_ask(i) and self._is_open(i) and self.lines[i].label is None]
        return prompts if len(prompts) > MIN_CERTAIN and len(prompts) == len(above) else []

    def _is_open(self, i: int) -> bool:
        turn = self.lines[i]
        return self._asks_or_addresses(i) or self.text[turn.end - 1].isalnum()

    def _all_prompt(self, quoted: Sequence[int]) -> bool:
        """Whether every line in marks stands above one that has none, and is short and nobody's answer."""
        known = frozenset(quoted)
        return all(i + 1 in self.taking and i + 1 not in known and self._may_ask(i) for i in quoted)

    def _asks_or_addresses(self, i: int) -> bool:
        turn = self.lines[i]
        return turn.asks or (speaks_to_second_person(turn, self.lexicon) and not says_i(turn, self.lexicon))

    def _may_ask(self, i: int) -> bool:
        turn = self.lines[i]
        return turn.asks or (len(turn.words) <= MAX_STATEMENT_WORDS and not says_i(turn, self.lexicon))

    def without_answers(self, questions: Sequence[int]) -> list[int]:
        """The questions without the answers that ask back: the second lines of blocks, where others are the first."""
        opening = [i for i in questions if self.opens_block(i)]
        others = [i for i in questions if i not in opening]
        is_regular = len(opening) >= MIN_CERTAIN and all(self.opens_block(i - 1) for i in others)
        return opening if is_regular else list(questions)

    def opens_block(self, i: int) -> bool:
        """Whether a blank line stands before the line, and none before the next."""
        return i + 1 < len(self.lines) and self._is_parted(i) and not self._is_parted(i + 1)

    def _is_parted(self, i: int) -> bool:
        before = self.lines[i - 1].line.end if i else 0
        return _PARTED.search(self.text, before, self.lines[i].line.start) is not None

    def is_bare_statement(self, i: int) -> bool:
        """Whether the short line is nobody's answer and the next one opens as an answer does."""
        turn, following = self.lines[i], self.lines[i + 1]
        if i not in self.taking or i + 1 not in self.taking or turn.is_quoted or turn.label or following.label:
            return False
        if len(turn.words) > MAX_BARE_STATEMENT_WORDS or speaks_first_person(turn, self.lexicon):
            return False
        if self.text[turn.end - 1] not in _CLOSED or self.opens_as_answer(turn):
            return False
        if len(SENTENCE_END.findall(self.text, turn.start, turn.end)) >= MAX_SENTENCES:
            return False
        return self.opens_as_answer(following)

    def agrees_or_denies(self, turn: TurnLine) -> bool:
        """ "Oui, …", "Pas du tout.": nobody begins a second paragraph so."""
        return starts_with_any(turn, self.lexicon.words["assent"], self.text)

    def opens_as_answer(self, turn: TurnLine) -> bool:
        """ "Il fonctionne, en effet.": a pronoun that takes up the line before, a yes or a no."""
        return bool(turn.words) and turn.words[0] in self.lexicon.words["answer_opening"]
