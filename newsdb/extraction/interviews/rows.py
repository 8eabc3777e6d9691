"""Read the lines of an interview as questions and answers in the one way that fits all of them best.

What a line says (you, I, yes, a question mark), how long it is and how it is set speak for a question, for the opening
of an answer or for its second paragraph; the best of all readings is found in one walk. Questions decides beforehand
whether the text is an interview at all, and which lines are certain to ask.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdb.extraction.interviews.endings import find_end
from newsdb.extraction.interviews.forms import Layout
from newsdb.extraction.interviews.styles import HARD_STYLES, LOOSE_STYLES, STYLES, Style, opens_block
from newsdb.extraction.interviews.turns import (
    TURN_KINDS,
    TurnLine,
    is_heading_like,
    opens_box,
    opens_in_marks,
)
from newsdb.extraction.interviews.weighing import LABELLED, Weighing

# "Dr Karim Alami, géographe à Sefrou" presents who answers below.
_PRESENTED = re.compile(
    r"(?:(?:M|Mme|Dr|Pr|Me)\.?\s)?[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){1,3},\s[a-zà-ÿ][^.!?…]*[^.!?…»]"
)
# "C ? - D." on one line is no answer to the line above.
_QUICKFIRE = re.compile(r"\?\s+[-–—]\s")
# Of several who answer: the one who spoke last, one who has answered this question, one who has not.
SAME_AGAIN, AGAIN, ANOTHER = 4.0, 1.0, -3.0
NEXT = 4.6
# A box between two answers belongs to neither.
BOX = 4.0
# A second interview on the page begins.
PARTS = 3.0
MIN_CERTAIN = 2
MAX_BARE_TOPIC = 5
MAX_READINGS = 3


@dataclass(frozen=True, slots=True)
class Weighed:
    """How much a line looks like a question, like the opening of an answer and like what goes on with one."""

    asks: float
    tells: float
    goes_on: float


class Rows:
    """The lines of one text; `certain` are known to ask, `told` to answer: the keys of their labels.

    Of the certain ones, `likely` are set as questions are, or speak of what others say, and ask nothing.
    """

    def __init__(
        self,
        layout: Layout,
        certain: Sequence[int],
        told: Mapping[int, str] | None = None,
        likely: Sequence[int] = (),
    ) -> None:
        self.layout = layout
        self.lines = layout.lines
        self.text = layout.text
        self.words = layout.lexicon.words
        self.certain = frozenset(certain)
        self.likely = frozenset(likely)
        self.sure = self.certain - self.likely
        self.told = told or {}
        self.first = min(certain, default=0)
        self.last = max(certain, default=0)
        self.weighing = Weighing(layout, self.certain, self.told, self.first)
        self.weights = self.weighing.weights
        self.style = self._shared_style(sorted(certain))
        # So many of the certain ones end in a question mark that a bare topic is a subheading.
        marked = sum(self.lines[i].asks for i in self.certain)
        self.is_marked = marked >= MIN_CERTAIN and 3 * marked >= 2 * len(self.certain)
        self.turns = self._turns()
        self.second_paragraph = self._second_paragraph(sorted(certain))

    def read(self, first: int) -> list[int]:
        """The questions among the lines from `first` on; each has an answer behind it."""
        last = self._end(first)
        weighed = [self._weigh(i) for i in range(first, last)]
        found = self._best(first, weighed)
        # What was found tells how long the answers are, and so what else may ask.
        for _ in range(MAX_READINGS):
            self.second_paragraph = self._second_paragraph(found)
            style = self.style or self._shared_style(found)
            if style != self.style or (found and found[0] < self.first):
                self.style, self.first = style, min([self.first, *found])
                self.weighing.first = self.first
                weighed = [self._weigh(i) for i in range(first, last)]
            again = self._best(first, weighed)
            if again == found:
                break
            found = again
        return found

    def _best(self, first: int, weighed: Sequence[Weighed]) -> list[int]:
        # Best weight of a reading that ends with this line as introduction, question, answer, second
        # paragraph of an answer, second paragraph of a question and subheading or pull-quote among answers.
        steps: list[list[tuple[float, int]]] = []
        none = (float("-inf"), 0)
        for n, line in enumerate(weighed):
            head, asked, told, more, again, aside = steps[-1] if steps else [(0.0, 0), none, none, none, none, none]
            led = max((asked[0], 1), (again[0], 4))
            ended = max((told[0], 2), (more[0], 3), (aside[0], 5))
            opens = (ended[0] + PARTS, ended[1]) if self._parts(first + n) else none
            steps.append(
                [
                    _plus(max((head[0], 0), opens), self.weighing.introduces(first + n)),
                    _plus(max((head[0], 0), ended), self.weights["question"] + line.asks),
                    _plus(led, line.tells + (self.weighing.follows(first + n) if n else 0.0)),
                    _plus(ended, self.second_paragraph + line.goes_on),
                    (asked[0] + self.weights["second_line"] + line.asks, 1) if self._may_lead_on(first + n) else none,
                    _plus(ended, self._parting(first + n)),
                ]
            )
        return self._walk_back(steps, first)

    def _may_lead_on(self, i: int) -> bool:
        """Whether the line may be the second paragraph of a question; what leads to the first one introduces it."""
        if i < self.first or i < 1 or self.told or self._parts(i) or self._titles(i - 1):
            return False
        above, turn = self.lines[i - 1], self.lines[i]
        if i == self.first and not (turn.asks and self.weighing.addresses(above)):
            return False
        is_below = "\n" in self.text[above.line.end - 1 : turn.line.start]
        is_topic = above.label is None and i - 1 not in self.sure and self.weighing.is_topic(above)
        return is_below and not above.asks and not is_topic and not opens_in_marks(turn, self.text)

    def _parting(self, i: int) -> float:
        """How much the line looks like a subheading or a pull-quote among the paragraphs of answers."""
        turn = self.lines[i]
        if i in self.sure or i in self.told or turn.asks or i <= self.first:
            return float("-inf")
        if turn.is_quoted or self.weighing.is_repeated(i):
            return self.weights["aside_pulled"]
        is_apart = self.weighing.is_topic(turn) or self.weighing.is_caption(turn)
        return self.weights["aside_subhead"] if is_apart else float("-inf")

    def _walk_back(self, steps: Sequence[Sequence[tuple[float, int]]], first: int) -> list[int]:
        if not steps:
            return []
        state = max((0, 2, 3, 5), key=lambda s: steps[-1][s][0])
        found: list[int] = []
        for n in range(len(steps) - 1, -1, -1):
            if state in (1, 4):
                found.append(first + n)
            state = steps[n][state][1]
        return found[::-1]

    def _end(self, first: int) -> int:
        """Where a signature or a box closes the interview, behind the last question known."""
        if not self.certain or self.last < first:
            return len(self.lines)
        return find_end(self.lines, self.first, self.last, self.text, self.layout.lexicon)

    # --- how the certain questions are set

    def _shared_style(self, certain: Sequence[int]) -> list[Style]:
        """What sets the certain questions apart from the lines behind them."""
        told = [i + 1 for i in certain if i + 1 < len(self.lines) and i + 1 not in self.certain]
        if len(certain) < MIN_CERTAIN or not told:
            return []
        return [
            style for style in STYLES
            if (5 if style is opens_block else 4) * sum(style(self.layout, i) for i in certain) >= 3 * len(certain)
            and 8 * sum(style(self.layout, i) for i in told) <= len(told)
        ]  # fmt: skip

    def _turns(self) -> dict[int, float]:
        """For the lines above labelled answers, whether it is that speaker's turn once more, so that they ask.

        Several may answer one question, and one of them at some length.
        """
        weights: dict[int, float] = {}
        last, answered = "", set[str]()
        for i in range(len(self.lines) - 1):
            if i in self.certain:
                answered = set()
            elif i in self.told:
                last = self.told[i]
                answered.add(last)
            elif i + 1 in self.told:
                key = self.told[i + 1]
                weights[i] = SAME_AGAIN if key == last else AGAIN if key in answered else ANOTHER
        return weights if len(set(self.told.values())) > 1 else {}

    def _second_paragraph(self, certain: Sequence[int]) -> float:
        if len(set(self.told.values())) > 1:
            return self.weights["long"]
        gaps = [b - a - 1 for a, b in pairwise(certain) if b > a + 1]
        if len(gaps) < MIN_CERTAIN:
            return self.weights["mixed"] if self.certain else self.weights["single"]
        even = sum(gap % 2 == 0 for gap in gaps)
        if not even:
            return max(self.weights["single"], -gaps.count(1))
        return self.weights["mixed"] if 2 * gaps.count(1) >= len(gaps) else self.weights["long"]

    # --- what a line says, and how it is set

    def _weigh(self, i: int) -> Weighed:
        turn = self.lines[i]
        if turn.line.kind not in TURN_KINDS or turn.end <= turn.start:
            return Weighed(-20.0, -5.0, 0.0)
        if self.weighing.is_caption(turn):
            return Weighed(-20.0, -10.0, 0.0)
        if not self.words["page_word"].isdisjoint(turn.words) or _QUICKFIRE.search(self.text, turn.start, turn.end):
            return Weighed(-20.0, -10.0, 0.0)
        if i in self.told:
            taken_up = self.weights["told_assent"] * self.layout.agrees_or_denies(turn)
            return Weighed(-20.0, LABELLED + taken_up, NEXT if self.turns else 0.0)
        asks = self.weighing.asking(i) + self.weights["likely"] * (i in self.likely)
        if i in self.sure:
            asks = self.weights["certain"]
        asks += self.turns.get(i, 0.0) + BOX * opens_box(turn, self.text, self.layout.lexicon)
        if self.certain and i > self.last and not self.style:
            asks += self.weights["behind"]
        if opens_block in self.style and i in self.certain and turn.asks:
            # An answer may ask at its end, where questions open blocks.
            asks += 0.0 if opens_block(self.layout, i) else self.weights["hardly_styled"]
        elif self.style and not (i in self.certain and turn.asks):
            asks += (
                self.weights["styled"] if any(style(self.layout, i) for style in self.style) else self._unstyled(turn)
            )
        if self.is_marked and i not in self.certain and not self._is_hard_set(i):
            is_bare = turn.line.kind == "subheading" or self.weighing.is_topic(turn)
            asks += self.weights["asks_subheading"] * (is_bare and len(turn.words) <= MAX_BARE_TOPIC)
        asks -= 10.0 * (i > self.first and (self._parts(i) or self.weighing.is_repeated(i)))
        tells = self.weighing.telling(i) - self.weights["styled"] * self._titles(i)
        more = self.weighing.going_on(i) - 3.0 * (opens_block in self.style and opens_block(self.layout, i))
        return Weighed(asks, tells, more)

    def _is_hard_set(self, i: int) -> bool:
        """Whether the line is in bold type, in capitals or behind a dash as all questions are."""
        return any(style in HARD_STYLES and style is not opens_block and style(self.layout, i) for style in self.style)

    def _unstyled(self, turn: TurnLine) -> float:
        """What a line loses that is not set as the certain questions are; a missing stop is hardly a style."""
        if any(style not in LOOSE_STYLES for style in self.style):
            return self.weights["unstyled"]
        is_open = turn.asks or self.weighing.trails_off(turn)
        return 0.0 if is_open else self.weights["hardly_styled"]

    def _parts(self, i: int) -> bool:
        """Whether the line presents who answers from here on, as the first one does: "CONTRE / Nora Ferhat, maire"."""
        if i < self.first or self.told:
            return False
        following = min(i + 1, len(self.lines) - 1)
        return self._titles(i) or (self._titles(following) and is_heading_like(self.lines[i], self.text))

    def _titles(self, i: int) -> bool:
        turn = self.lines[i]
        return turn.end == turn.line.end and _PRESENTED.fullmatch(self.text, turn.start, turn.end) is not None


def _plus(best: tuple[float, int], weight: float) -> tuple[float, int]:
    return best[0] + weight, best[1]
