"""Decide which lines of an article are the questions of an interview; interviews cuts the turns from them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from newsdb.extraction.interviews.forms import Layout
from newsdb.extraction.interviews.labelkeys import names_within
from newsdb.extraction.interviews.labelled import LabelledTurns
from newsdb.extraction.interviews.plausibility import LINES_AT_TOP, MIN_HEADED, Plausibility
from newsdb.extraction.interviews.prompts import Prompts
from newsdb.extraction.interviews.styles import HARD_STYLES, LOOSE_STYLES, set_apart
from newsdb.extraction.interviews.turns import (
    TURN_KINDS,
    TurnLine,
    addresses_outside_marks,
    is_report,
    opens_as_reply,
    opens_as_request,
    opens_box,
    presents_interview,
    says_i_outside_marks,
    speaks_first_person,
)
from newsdb.extraction.speech_lexicon import Lexicon

_COUNTED_BOX = re.compile(r"\W*(?:\d+|deux|trois|quatre|cinq)\s+questions?\s+(?:à|au)\b", re.IGNORECASE)
MIN_PLAIN_SCORE = 4
# A column asks too, and answers itself in the same paragraph: there something must say that it is an interview.
MIN_CUT_SCORE = 6
# Under "X : « … »" prompts that are all set alike, and answers that say I or we, need no announcement.
MIN_UNANNOUNCED_SCORE = 6
# With so much to speak for it, answers may open with any word.
SURE_SCORE = 8
# A list of questions for the reader has marks before them too, and speaks to nobody.
MIN_MARKED_SCORE = 2
# So do the words that a narrator quotes.
MIN_QUOTED_SCORE = 3
# Without labels or dashes one question makes no interview.
MIN_QUESTIONS = 2
# The standfirst, and a line that signs or dates it.
LINES_ABOVE = 2


def is_plausible(
    lines: Sequence[TurnLine], questions: Sequence[int], text: str, lexicon: Lexicon, *, is_marked: bool
) -> bool:
    """Whether the questions, cut from running text, make an interview; dashes and labels say so too."""
    page = Plausibility(lines, text, lexicon)
    label = lines[questions[0] + 1].label
    above = text[: lines[questions[0]].line.start]
    if label is not None and page.prints_others(questions, is_named=names_within(label.surface, above)):
        return False
    return page.score(questions) >= (MIN_PLAIN_SCORE if is_marked else MIN_CUT_SCORE)


class QuestionFinder:
    """Finds the questions among the lines of one text."""

    def __init__(self, lines: Sequence[TurnLine], text: str, lexicon: Lexicon, *, is_cut: bool = False) -> None:
        self.least_score = MIN_CUT_SCORE if is_cut else MIN_PLAIN_SCORE
        self.lines = lines
        self.text = text
        self.lexicon = lexicon
        self.words = lexicon.words
        self.usable = [i for i, turn in enumerate(lines) if turn.line.kind in TURN_KINDS]
        self.layout = Layout(lines, self.usable, frozenset(self.usable), text, lexicon)
        self.prompts = Prompts(self.layout)
        self.plausibility = Plausibility(lines, text, lexicon)
        self.labels = LabelledTurns(self.layout, self.prompts)

    def find(self) -> list[int]:
        """The numbers of the lines that ask, none where the article is no interview."""
        if (spoken := self.layout.alternating()) and self._is_dialogue(spoken[0]):
            return []
        if self.plausibility.is_press_review and not self.plausibility.has_interview_mark(LINES_ABOVE):
            return []
        for find in (self.labels.find, self._dashed, self._plain):
            questions = [i for i in find() if i + 1 < len(self.lines) and self.lines[i].words]
            if questions:
                questions = self._with_first_turn(questions)
                is_none = self._are_characters(questions) or self.plausibility.offers_choices(questions)
                return [] if is_none else self._drop_unanswered(questions)
        return []

    def _with_first_turn(self, questions: list[int]) -> list[int]:
        """ "Le Phare : C. / Karim Alami : D. / – E ? / – F.", "C ? / – D. / – E ? / – F.": dashes from there on."""
        answer, question = questions[0] - 1, questions[0] - 2
        if question not in self.usable or answer not in self.usable or not self.lines[questions[0]].has_dash:
            return questions
        asked, told = self.lines[question], self.lines[answer]
        is_labelled = bool(asked.label and told.label) and not told.asks
        is_dashed = asked.asks and not asked.has_dash and told.has_dash and not told.asks
        return [question, *questions] if is_labelled or is_dashed else questions

    def _are_characters(self, questions: Sequence[int]) -> bool:
        """Whether the turns have labels, and these are no interview's."""
        has_labels = any(self.lines[i].label or self.lines[i + 1].label for i in questions)
        return has_labels and self.plausibility.prints_others(questions, is_named=self.labels.names_above(questions))

    def _drop_unanswered(self, questions: list[int]) -> list[int]:
        """Questions in consecutive lines are one, of several paragraphs, but for those that answer.

        "C ? / D, et que vouliez-vous que je réponde ? / E ?": the middle one of three answers where it is the longest.
        """
        lines, known = self.lines, set(questions)
        answers = {
            q for q, following in pairwise(questions)
            if following == q + 1 and q - 1 in known and q - 2 not in known and q + 2 not in known
            and len(lines[q].words) > max(len(lines[q - 1].words), len(lines[q + 1].words))
        }  # fmt: skip
        return [q for q in questions if q not in answers]

    # --- by dashes, bullets and numbers

    def _dashed(self) -> list[int]:
        if questions := self.layout.alternating():
            return questions
        if questions := self.layout.between_marks():
            asked = sum(self.lines[i].asks for i in questions)
            least = MIN_QUOTED_SCORE if asked >= MIN_QUESTIONS else MIN_CUT_SCORE
            return questions if self.plausibility.score(questions) >= least else []
        if (questions := self.layout.above_marks()) and self.plausibility.score(questions) >= MIN_CUT_SCORE:
            return questions
        for questions in (self.layout.before_marked(), self.layout.only_marked()):
            asked = sum(self.lines[i].asks for i in questions)
            if questions and self.plausibility.score(questions) >= (
                MIN_MARKED_SCORE if asked >= MIN_QUESTIONS else MIN_PLAIN_SCORE
            ):
                return questions
        questions = self.layout.every_second()
        if (
            len(questions) >= MIN_QUESTIONS
            and self.plausibility.has_headline_quote()
            and self.plausibility.score(questions) >= MIN_UNANNOUNCED_SCORE
        ):
            return questions
        return self._told_in_turns(questions)

    def _told_in_turns(self, questions: list[int]) -> list[int]:
        """The questions where an announced interview has a few of them, hardly one of which ends in a mark.

        Somebody's own story has short paragraphs too, and says I from the first.
        """
        if len(questions) < MIN_HEADED or not self.plausibility.has_interview_mark(questions[0]):
            return []
        head = [self.lines[i] for i in self.usable if i < questions[0]]
        if any(says_i_outside_marks(turn, self.text, self.lexicon) for turn in head):
            return []
        score = self.plausibility.score(questions)
        is_told = score >= SURE_SCORE or (score >= self.least_score and self._takes_up(questions))
        return questions if is_told else []

    def _is_dialogue(self, first: int) -> bool:
        """Whether a narrator prints what others said to each other: "La juge l'interroge :", a hearing."""
        if first == 0 or self.plausibility.has_interview_mark(first):
            return False
        head = self.text[self.lines[max(0, first - 3)].start : self.lines[first - 1].end].lower().replace("’", "'")
        if head.endswith(":"):
            return True
        return not self.plausibility.has_headline_quote() and any(word in head for word in self.words["hearing"])

    # --- by the words alone

    def _plain(self) -> list[int]:
        questions = [
            i
            for i in self.usable
            if self.prompts.is_question(i) and not opens_box(self.lines[i], self.text, self.lexicon)
        ]
        asked = [i for i in questions if self.lines[i].asks]
        if len(asked) < MIN_QUESTIONS and (prompted := self._announced(questions)):
            return prompted
        if not asked and not (questions and self.plausibility.has_interview_mark(questions[0])):
            return []
        first = asked[0] if asked else questions[0]
        questions = [i for i in questions if i >= first or opens_as_request(self.lines[i], self.text)]
        questions = self.layout.without_answers(questions)
        while questions and self._is_introduced_later(questions):
            questions = questions[1:]
        found = self.prompts.with_prompts(questions) if len(questions) >= MIN_QUESTIONS else []
        is_interview = (
            found and max(self.plausibility.score(questions), self.plausibility.score(found)) >= self.least_score
        )
        if is_interview:
            return (self._with_topics(asked) if asked else []) or found
        return self._announced(questions)

    def _with_topics(self, asked: list[int]) -> list[int]:
        """The questions and as many lines without a stop that prompt too; none where what follows takes none up."""
        known = set(asked)
        for styled in set_apart(self.layout, LOOSE_STYLES):
            topics = [i for i in styled if i + 1 not in known]
            if len(topics) < max(MIN_QUESTIONS, len(asked)) or not self._is_told_of(topics[0]):
                continue
            found = self.prompts.with_prompts(sorted({*asked, *topics}))
            above = [i for i in found if i < asked[0]]
            if above and self._takes_up(above[:1]) and self._takes_up(found):
                return found
        return []

    def _is_told_of(self, first: int) -> bool:
        """Whether the head announces an interview, or somebody."""
        head = self.plausibility
        return head.has_interview_mark(first) or head.has_headline_quote() or head.presents_somebody(first)

    def _announced(self, questions: list[int]) -> list[int]:
        """The prompts of an interview whose questions hardly end in a mark: it is announced, or set as one."""
        if boxed := self._in_counted_box(questions):
            return boxed
        is_headed = self.plausibility.has_headline_quote()
        for certain in (self.prompts.alone(questions), *set_apart(self.layout, HARD_STYLES)):
            if not certain:
                continue
            is_announced = self.plausibility.has_interview_mark(certain[0])
            found = self.prompts.with_prompts(certain) if self._is_told_of(certain[0]) else []
            if found and is_announced and self.plausibility.score(found) >= self.least_score:
                return found
            is_set = bool(found) and any(style(self.layout, found[0]) for style in HARD_STYLES)
            least = MIN_UNANNOUNCED_SCORE if is_set and is_headed else SURE_SCORE
            if found and self.plausibility.score(found) + 2 * self._takes_up(found) >= least:
                return found
        for certain in set_apart(self.layout, LOOSE_STYLES):
            found = self.prompts.with_prompts(certain)
            is_announced = bool(found) and self.plausibility.has_interview_mark(certain[0])
            found = self._told_in_turns(found) if is_announced else self._asked_of_guest(found)
            if found and not any(is_report(turn, self.text, self.lexicon) for turn in self.lines[found[0] : found[-1]]):
                return found
        return self._in_plain_turns(questions)

    def _asked_of_guest(self, questions: list[int]) -> list[int]:
        """The questions, where somebody is presented and several lines without a stop ask or say you."""
        if len(questions) < MIN_HEADED:
            return []
        spoken = sum(self.prompts.is_question(i) or self._says_you(i) for i in questions)
        if spoken < MIN_QUESTIONS or 5 * spoken < 2 * len(questions) or not any(map(self._says_you, questions)):
            return []
        is_headed = self.plausibility.has_headline_quote() or self.plausibility.presents_somebody(questions[0])
        is_told = is_headed and self.plausibility.score(questions) >= MIN_UNANNOUNCED_SCORE
        return questions if is_told and self._takes_up(questions) else []

    def _says_you(self, i: int) -> bool:
        return opens_as_request(self.lines[i], self.text) or addresses_outside_marks(
            self.lines[i], self.text, self.lexicon
        )

    def _in_plain_turns(self, questions: Sequence[int]) -> list[int]:
        """The prompts of an announced interview that nothing sets apart, most answers to which are one paragraph."""
        if len(self.usable) <= LINES_ABOVE or not self.plausibility.has_interview_mark(self.usable[LINES_ABOVE]):
            return []
        found = self._told_in_turns(self.prompts.with_prompts(questions))
        single = sum(b == a + 2 for a, b in pairwise(found))
        return found if 4 * single >= 3 * (len(found) - 1) else []

    def _in_counted_box(self, questions: Sequence[int]) -> list[int]:
        """Below "Deux questions à Karim Alami" within a report, the questions, one of which has its mark."""
        for i in questions:
            above = [self.lines[n].line for n in range(max(0, i - LINES_AT_TOP), i)]
            if self.lines[i].asks and any(_COUNTED_BOX.match(self.text, line.start, line.end) for line in above):
                found = [n for n in self.prompts.with_prompts([i]) if n >= i]
                return found if len(found) >= MIN_QUESTIONS else []
        return []

    def _takes_up(self, questions: Sequence[int]) -> bool:
        """Whether most answers say I or we, or open as a reply does."""
        told = [self.lines[i + 1] for i in questions]
        taken = sum(
            speaks_first_person(turn, self.lexicon) or opens_as_reply(turn, self.text, self.lexicon) for turn in told
        )
        return 3 * taken >= 2 * len(told)

    def _is_introduced_later(self, questions: list[int]) -> bool:
        """Whether what follows the first question still presents the interview, so that the author asks it."""
        if len(questions) < 2:
            return False
        between = self.lines[questions[0] + 1 : questions[1]]
        if any(says_i_outside_marks(turn, self.text, self.lexicon) for turn in between):
            return False
        return presents_interview(" ".join(self.text[turn.start : turn.end] for turn in between).lower(), self.lexicon)
