"""Find the questions of an interview by the labels of its turns: who asks, who answers, what stands above."""

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from newsdb.extraction.interviews.forms import MAX_STATEMENT_WORDS, Layout
from newsdb.extraction.interviews.labelkeys import label_keys, names_within
from newsdb.extraction.interviews.prompts import Prompts
from newsdb.extraction.interviews.rows import Rows
from newsdb.extraction.interviews.turns import LONGEST_HEAD, label_words, says_i, speaks_to_second_person

MAX_BARE_QUESTION_WORDS = 40
# One who has led so often may close too.
MIN_LEADS = 3
# Two labels in so many turns each.
MIN_PAIRS = 2
# So many answers under one label show what stands above each.
MIN_TOLD = 3
MAX_PEOPLE = 8


class LabelledTurns:
    """The labels of one text."""

    def __init__(self, layout: Layout, prompts: Prompts) -> None:
        self.layout = layout
        self.lines = layout.lines
        self.usable = layout.usable
        self.lexicon = layout.lexicon
        self.words = layout.lexicon.words
        self.prompts = prompts
        self.keys = label_keys(layout.lines)

    def find(self) -> list[int]:
        """The lines that ask, none where labels do not say."""
        interviewers = self._around_one() or self._interviewers()
        labelled = [i for i in self.usable if self.keys[i] in interviewers] or self._lone_prompt()
        told = [i for i in self.usable if self.keys[i] is not None and self.keys[i] not in interviewers]
        answering = set(told)
        before_answer = [i for i in self.usable if self._stands_before(i, answering)]
        if len(labelled) >= 2 or (labelled and len(before_answer) >= 2):
            between = [
                i for i in self.usable
                if labelled[0] < i < labelled[-1] and i + 1 not in labelled and self._is_bare_question(i)
            ]  # fmt: skip
            return sorted({*labelled, *before_answer, *between, *self._between_answers(interviewers)})
        answered = [
            i for i in labelled if i + 1 < len(self.lines) and (self.keys[i + 1] or i + 1 in self.layout.taking)
        ]
        opening = next((i for i in self.usable if self.keys[i]), None)
        if answered and answered[0] == opening and self.keys[answered[0] + 1] is not None:
            # Labels stand at the first turn only; the rest of the interview is printed without them.
            return self._with_unlabelled(answered)
        if len(before_answer) == 1 and len(told) < MIN_TOLD and self._questions_after(before_answer[0]):
            leads_on = [i for i in labelled if i + 1 == before_answer[0]]
            return self._with_unlabelled([*leads_on, *before_answer])
        is_panel = bool(before_answer) and self._are_presented(told)
        if len(before_answer) >= 2 or is_panel or self._are_people(told):
            found = Rows(self.layout, before_answer, {i: self.keys[i] or "" for i in told}).read(0)
            return found if len(found) > 1 or is_panel else []
        return []

    def names_above(self, questions: Sequence[int]) -> bool:
        """Whether one of those who answer is named above the first turn."""
        asked = set(questions)
        told = [i for i in self.usable if i > questions[0] and self.keys[i] and i not in asked]
        return any(map(self._is_told_above, told))

    def _around_one(self) -> set[str]:
        """All other labels where many people ask one who is named above, turn by turn: a chat, a phone-in."""
        labelled = [i for i in self.usable if self.keys[i]]
        counts = Counter(self.keys[i] for i in labelled)
        (one, count), *others = counts.most_common() or [(None, 0)]
        if count < MIN_TOLD or len(others) < MIN_TOLD:
            return set()
        told = [i for i in labelled if self.keys[i] == one]
        in_turns = all((self.keys[a] == one) != (self.keys[b] == one) for a, b in pairwise(labelled))
        asks = sum(self.lines[i].asks for i in told)
        is_one = in_turns and 2 * asks < len(told) and self.keys[labelled[0]] != one and self._is_told_above(told[0])
        return {key for key, _ in others if key} if is_one else set()

    def _interviewers(self) -> set[str]:
        asking: Counter[str] = Counter()
        telling: Counter[str] = Counter()
        for i in self.usable:
            key = self.keys[i]
            if key is not None:
                (asking if self._asks(i) and not self._follows_a_question(i) else telling)[key] += 1
        below = Counter(self.keys[i] for i in self.usable if i and self.keys[i - 1] is None and self.lines[i - 1].asks)
        asked = {key for key, count in below.items() if key and 2 * count >= asking[key] + telling[key]}
        asking_words = label_words(self.lexicon, "question_label")
        telling_words = label_words(self.lexicon, "answer_label")
        found = {
            key for key, count in asking.items()
            if key in asking_words
            or (key not in asked | telling_words and (self._mostly_asks(key, count, telling[key]) or self._leads(key)))
        }  # fmt: skip
        return found or self._prompting(telling)

    def _mostly_asks(self, key: str, asking: int, telling: int) -> bool:
        """Whether more turns of a label ask than tell, or as many where it opens: "Le Journal : Un mot sur C…"."""
        return asking > telling or (asking == telling and key == self._opening)

    def _asks(self, i: int) -> bool:
        """Whether the line asks, or the unlabelled one between it and who answers: "Le Journal : C. / D ?"."""
        if self.lines[i].asks or i + 2 >= len(self.lines) or self.keys[i] != self._opening:
            return self.lines[i].asks
        return self.lines[i + 1].asks and self.keys[i + 1] is None and self.keys[i + 2] not in (None, self.keys[i])

    @cached_property
    def _opening(self) -> str | None:
        """The first label, where nothing without a label asks above one of its turns."""
        key = next((self.keys[i] for i in self.usable if self.keys[i]), None)
        below = {self.keys[i] for i in self.usable if i and self.keys[i - 1] is None and self.lines[i - 1].asks}
        return None if key in below else key

    def _prompting(self, telling: Counter[str]) -> set[str]:
        """ "Q : C. / R : D.", "Le Journal : C. / Salma Alami : D.": two labels in turns; nobody asks with a mark."""
        labelled = [i for i in self.usable if self.keys[i]]
        turns = [self.keys[i] for i in labelled]
        if any(self.lines[i].asks and not self.keys[i] for i in self.usable if labelled and i < labelled[-1]):
            return set()
        if len(telling) == 1 and self._is_lone_asker(labelled):
            return set(telling)
        if len(telling) != 2 or len(turns) < 2 * MIN_PAIRS or any(a == b for a, b in pairwise(turns)):
            return set()
        asks, tells = turns[:2]
        is_known = asks in label_words(self.lexicon, "question_label") or self._is_told_above(labelled[1])
        is_known = is_known or tells in label_words(self.lexicon, "answer_label")
        return {asks} if asks and is_known and tells not in label_words(self.lexicon, "question_label") else set()

    def _is_lone_asker(self, labelled: Sequence[int]) -> bool:
        """ "Le Journal : Parlez-nous de C. / D.": the only label, and what stands below each of its lines has none."""
        if len(labelled) < MIN_TOLD or any(b == a + 1 for a, b in pairwise(labelled)):
            return False
        prompts = sum(self.lines[i].asks or self._is_short_to_you(i) or self.prompts.requests(i) for i in labelled)
        return 3 * prompts >= len(labelled) or self.keys[labelled[0]] in label_words(self.lexicon, "question_label")

    def _is_told_above(self, i: int) -> bool:
        """Whether the label names, or shortens, somebody whom the text above names."""
        label = self.lines[i].label
        first = next(n for n in self.usable if self.keys[n])
        end = self.lines[first].line.start
        above = self.layout.text[max(0, end - LONGEST_HEAD) : end]
        return label is not None and names_within(label.surface, above)

    def _are_presented(self, told: Sequence[int]) -> bool:
        """ "Karim Alami / Géographe, Sefrou / D.", "Karim, 34 ans : D.": who answers is presented there."""
        labels = [(self.lines[i].label, self.lines[i].start) for i in told]
        between = [self.layout.text[label.end : start].strip(" \n:–—)") for label, start in labels if label]
        return len({self.keys[i] for i in told}) > 1 and all(words and words[-1].isalnum() for words in between)

    def _are_people(self, told: Sequence[int]) -> bool:
        """Whether all who answer under labels are named above; where only one does, a short line stands above each."""
        opening = {self.keys[i]: i for i in reversed(told)}
        if len(told) < MIN_TOLD or len(opening) > MAX_PEOPLE or not all(map(self._is_told_above, opening.values())):
            return False
        return len(opening) > 1 or all(self._may_prompt(i - 1) for i in told)

    def _between_answers(self, interviewers: set[str]) -> list[int]:
        """The short lines without a label above one who answers, who spoke last under that label too."""
        found: list[int] = []
        last: str | None = None
        for i in self.usable:
            following = self.keys[i + 1] if i + 1 < len(self.lines) else None
            if self.keys[i] is not None:
                last = self.keys[i]
            elif following is not None and following == last and last not in interviewers and self._may_prompt(i):
                found.append(i)
        return found

    def _may_prompt(self, i: int) -> bool:
        turn = self.lines[i]
        is_short = i in self.layout.taking and turn.label is None and len(turn.words) <= MAX_STATEMENT_WORDS
        return is_short and not says_i(turn, self.lexicon)

    def _follows_a_question(self, i: int) -> bool:
        """Whether somebody else asked right above: who is asked may ask back."""
        return i > 0 and self.keys[i - 1] not in (None, self.keys[i]) and self.lines[i - 1].asks

    def _leads(self, key: str) -> bool:
        """Whether somebody else answers under a label whenever this one has spoken, and never asks."""
        turns = [(label, turn.asks) for label, turn in zip(self.keys, self.lines, strict=True) if label]
        told = {b for (a, _), (b, _) in pairwise(turns) if a == key}
        others_ask = any(asks for label, asks in turns if label in told)
        # "Dr Karim Alami : …", then "Le maire : …": one person under two labels.
        takes_turns = all((a == key) != (b == key) for (a, _), (b, _) in pairwise(turns))
        is_led = turns[-1][0] in told or sum(label == key for label, _ in turns) > MIN_LEADS
        return is_led and (len(told) == 1 or takes_turns) and key not in told and not others_ask

    def _stands_before(self, i: int, told: set[int]) -> bool:
        """Whether a labelled answer follows, and the line asks, or opens with a dash as the answers do."""
        turn = self.lines[i]
        if turn.label is not None or i + 1 not in told:
            return False
        is_dashed = turn.has_dash and self.lines[i + 1].has_dash
        return turn.asks or is_dashed or self.prompts.requests(i) or self._is_short_to_you(i)

    def _lone_prompt(self) -> list[int]:
        """ "Le Journal : Certains vous disent déçue… / Salma Alami : D.": the only labels, and no question mark."""
        labelled = [i for i, turn in enumerate(self.lines) if turn.label]
        if len(labelled) != 2 or labelled[1] != labelled[0] + 1:
            return []
        return labelled[:1] if self._is_short_to_you(labelled[0]) else []

    def _is_short_to_you(self, i: int) -> bool:
        turn = self.lines[i]
        is_short = len(turn.words) <= MAX_STATEMENT_WORDS and not says_i(turn, self.lexicon)
        return is_short and speaks_to_second_person(turn, self.lexicon)

    def _questions_after(self, first: int) -> list[int]:
        return [i for i in self.usable if i > first and self.prompts.is_question(i)]

    def _is_bare_question(self, i: int) -> bool:
        """A question printed without its label between labelled ones."""
        turn = self.lines[i]
        if turn.label is not None or not turn.asks or len(turn.words) > MAX_BARE_QUESTION_WORDS:
            return False
        return self.prompts.is_question(i) and not self.lines[i - 1].asks

    def _with_unlabelled(self, labelled: list[int]) -> list[int]:
        """The labelled questions and those behind them, printed with dashes or without a mark."""
        dashed = self.layout.alternating(labelled[-1] + 2, least=1)
        if dashed:
            return sorted({*labelled, *dashed})
        return self.prompts.with_prompts(sorted({*labelled, *self._questions_after(labelled[0])}))
