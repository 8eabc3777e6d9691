"""Find the questions and answers of an interview and the labels that open them; casting says whom these name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdb.document import Document, Segment
from newsdb.extraction.cast import Label
from newsdb.extraction.retiling import lay_over
from newsdb.extraction.sentences import split_lines
from newsdb.extraction.speech_lexicon import Lexicon, load_lexicon
from newsdb.extraction.turns import (
    TurnLine,
    fold_label,
    is_heading_like,
    read_turn_line,
    speaks_first_person,
    speaks_to_second_person,
    starts_with_any,
    without_label,
)

_TURN_KINDS = frozenset({"paragraph", "subheading", "standfirst", "question", "answer"})
_QUOTED_REPORT = re.compile(r"[»”\"]\s*,\s+(?!et\b|mais\b|ou\b)[^\W\d_]")
MAX_QUESTION_WORDS = 110
MAX_BARE_QUESTION_WORDS = 40
MIN_PLAIN_SCORE = 4


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer, both without label or dash; `label` names who answers, where one is printed."""

    question_start: int
    question_end: int
    answer_start: int
    answer_end: int
    label: Label | None


@dataclass(frozen=True, slots=True)
class Interview:
    """The turns in order (none where the article is no interview), their labels, and segments that tile the text."""

    turns: tuple[Turn, ...]
    labels: tuple[Label, ...]
    segments: tuple[Segment, ...]


def find_interview(document: Document) -> Interview:
    """The interview printed in the document; its segments are the document's own where there is none."""
    text = document.text
    lexicon = load_lexicon(document.language)
    lines = [read_turn_line(text, line, lexicon) for line in split_lines(text, document.segments)]
    questions = _find_questions(lines, text, lexicon)
    if not questions:
        return Interview((), (), document.segments)
    lines = _drop_false_labels(lines, questions)
    end = _find_end(lines, questions[-1], text, lexicon)
    turns: list[Turn] = []
    labels: list[Label] = []
    pieces: list[Segment] = []
    for number, question in enumerate(questions):
        last = questions[number + 1] if number + 1 < len(questions) else end
        _add_turns(_Block(lines, question, last, text), turns, labels, pieces)
    return Interview(tuple(turns), tuple(labels), lay_over(document.segments, pieces, text))


def _drop_false_labels(lines: Sequence[TurnLine], questions: Sequence[int]) -> list[TurnLine]:
    """A label is printed again, or stands in a turn beside a labelled one; "Résultat :" opens a sentence."""
    counts = Counter(fold_label(turn.label) for turn in lines if turn.label)
    paired = {i for q in questions if lines[q].label for i in (q, q + 1)}
    return [
        turn if turn.label is None or i in paired or counts[fold_label(turn.label)] > 1 else without_label(turn)
        for i, turn in enumerate(lines)
    ]


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines [question, last): the lines of one question and of what answers it."""

    lines: Sequence[TurnLine]
    question: int
    last: int
    text: str


def _add_turns(block: _Block, turns: list[Turn], labels: list[Label], pieces: list[Segment]) -> None:
    lines = block.lines
    first = block.question + 1
    last = _trim_tail(block, first)
    if first >= last:
        return
    question = lines[block.question]
    asked = (question.start, lines[first - 1].end)
    pieces.append(Segment(question.line.start, lines[first - 1].end, "question"))
    labels.extend(label for label in (question.label,) if label)
    for start, stop in _split_answers(lines, first, last):
        opening = lines[start]
        turns.append(Turn(*asked, opening.start, lines[stop - 1].end, opening.label))
        pieces.append(Segment(opening.line.start, lines[stop - 1].end, "answer"))
        labels.extend(label for label in (opening.label,) if label)


def _split_answers(lines: Sequence[TurnLine], first: int, last: int) -> list[tuple[int, int]]:
    """Several people may answer one question, each after a label."""
    if lines[first].label is None:
        return [(first, last)]
    starts = [first, *(i for i in range(first + 1, last) if lines[i].label is not None)]
    return list(zip(starts, [*starts[1:], last], strict=True))


def _trim_tail(block: _Block, first: int) -> int:
    """A subheading or pull-quote right before the next question belongs to neither answer."""
    last = block.last
    while last - 1 > first and (
        is_heading_like(block.lines[last - 1], block.text) or block.lines[last - 1].is_quoted
        or block.lines[last - 1].line.kind not in _TURN_KINDS
    ):  # fmt: skip
        last -= 1
    return last


def _find_questions(lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> list[int]:
    usable = [i for i, turn in enumerate(lines) if turn.line.kind in _TURN_KINDS]
    for find in (_labelled_questions, _dashed_questions, _plain_questions):
        questions = find(lines, usable, text, lexicon)
        questions = [i for i in questions if i + 1 < len(lines)]
        if questions:
            return _drop_unanswered(questions, lines)
    return []


def _drop_unanswered(questions: list[int], lines: Sequence[TurnLine]) -> list[int]:
    """Of questions in consecutive lines the last is asked; those before it introduce it."""
    return [q for n, q in enumerate(questions) if n + 1 == len(questions) or questions[n + 1] > q + 1 or lines[q].label]


def _labelled_questions(lines: Sequence[TurnLine], usable: list[int], text: str, lexicon: Lexicon) -> list[int]:
    asking: Counter[str] = Counter()
    telling: Counter[str] = Counter()
    for i in usable:
        label = lines[i].label
        if label is not None:
            (asking if lines[i].asks else telling)[fold_label(label)] += 1
    interviewers = {
        key for key, count in asking.items()
        if (count > telling[key] or key in lexicon.words["question_label"]) and key not in lexicon.words["answer_label"]
    }  # fmt: skip
    answerers = set(telling) - interviewers
    labelled = [i for i in usable if (label := lines[i].label) is not None and fold_label(label) in interviewers]
    before_answer = [
        i for i in usable
        if lines[i].label is None and lines[i].asks and i + 1 < len(lines)
        and (label := lines[i + 1].label) is not None and fold_label(label) in answerers
    ]  # fmt: skip
    if len(labelled) >= 2:
        between = [i for i in usable if labelled[0] < i < labelled[-1] and _is_bare_question(lines, i, text, lexicon)]
        return sorted({*labelled, *before_answer, *between})
    answered = [i for i in labelled if i + 1 < len(lines) and (lines[i + 1].label is not None or i + 1 in usable)]
    if answered and lines[answered[0] + 1].label is not None:
        # Labels stand at the first turn only; the rest of the interview is printed without them.
        plain = [i for i in usable if i > answered[0] and _is_question(lines[i], text, lexicon)]
        return sorted({*answered, *plain})
    return before_answer if len(before_answer) >= 2 else []


def _is_bare_question(lines: Sequence[TurnLine], i: int, text: str, lexicon: Lexicon) -> bool:
    """A question printed without its label between labelled ones."""
    turn = lines[i]
    if turn.label is not None or not turn.asks or len(turn.words) > MAX_BARE_QUESTION_WORDS:
        return False
    return _is_question(turn, text, lexicon) and not lines[i - 1].asks


def _dashed_questions(lines: Sequence[TurnLine], usable: list[int], text: str, lexicon: Lexicon) -> list[int]:
    dashed = [i for i in usable if lines[i].has_dash and lines[i].asks]
    if len(dashed) < 2:
        return []
    openings = lexicon.words["question_opening"]
    return [i for i in usable if lines[i].has_dash and (lines[i].asks or starts_with_any(lines[i], openings, text))]


def _plain_questions(lines: Sequence[TurnLine], usable: list[int], text: str, lexicon: Lexicon) -> list[int]:
    questions = [i for i in usable if _is_question(lines[i], text, lexicon)]
    asked = [i for i in questions if lines[i].asks]
    if not asked or _score(lines, questions, text, lexicon) < MIN_PLAIN_SCORE:
        return []
    return [i for i in questions if i >= asked[0]]


def _is_question(turn: TurnLine, text: str, lexicon: Lexicon) -> bool:
    if len(turn.words) > MAX_QUESTION_WORDS or turn.is_quoted:
        return False
    addressed = speaks_to_second_person(turn, lexicon)
    if not turn.asks:
        return len(turn.words) <= 30 and starts_with_any(turn, lexicon.words["question_opening"], text)
    speaks = speaks_first_person(turn, lexicon)
    return addressed or not speaks or len(turn.words) <= 25


def _score(lines: Sequence[TurnLine], questions: list[int], text: str, lexicon: Lexicon) -> int:
    """How much the lines look like an interview: marks in words, you in the questions, I and we in the answers."""
    bounds = [*questions, len(lines)]
    blocks = [lines[a + 1 : b] for a, b in pairwise(bounds) if b > a + 1]
    if not blocks:
        return 0
    addressed = sum(speaks_to_second_person(lines[i], lexicon) for i in questions)
    personal = sum(any(speaks_first_person(turn, lexicon) for turn in block) for block in blocks)
    reported = sum(
        _QUOTED_REPORT.search(text, block[0].start, block[-1].end) is not None for block in blocks[:-1] or blocks
    )
    score = 3 * _has_interview_mark(lines, questions[0], text, lexicon)
    score += 2 * (5 * addressed >= 2 * len(questions)) + 2 * (2 * personal >= len(blocks)) + (len(blocks) >= 3)
    return score - 3 * (3 * reported >= len(blocks))


def _has_interview_mark(lines: Sequence[TurnLine], first: int, text: str, lexicon: Lexicon) -> bool:
    head = " ".join(text[turn.line.start : turn.line.end] for turn in lines[max(0, first - 6) : first])
    head = head.lower().replace("’", "'")
    recorded = any(starts_with_any(turn, lexicon.words["recorded"], text) for turn in lines)
    return recorded or any(mark in head for mark in lexicon.words["interview_mark"])


def _find_end(lines: Sequence[TurnLine], question: int, text: str, lexicon: Lexicon) -> int:
    """The line after the last answer: a signature, a box or the narrative after a subheading ends the interview."""
    for i in range(question + 1, len(lines)):
        turn = lines[i]
        if turn.line.kind not in _TURN_KINDS or starts_with_any(turn, lexicon.words["recorded"], text):
            return i
        if i > question + 1 and is_heading_like(turn, text) and _is_narrative(turn, lines[i + 1 :], text, lexicon):
            return i
        if i > question + 1 and _QUOTED_REPORT.search(text, turn.start, turn.end):
            return _first_impersonal(lines, question + 2, i, lexicon)
    return len(lines)


def _first_impersonal(lines: Sequence[TurnLine], first: int, last: int, lexicon: Lexicon) -> int:
    """Where the narrative that reports speech at `last` begins: after the last paragraph that says I or we."""
    while last > first and not speaks_first_person(lines[last - 1], lexicon):
        last -= 1
    return last


def _is_narrative(heading: TurnLine, lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> bool:
    """What follows a subheading is no answer in a box, where nobody says I or we, or where speech is reported."""
    if starts_with_any(heading, lexicon.words["box"], text):
        return True
    body = [turn for turn in lines if turn.line.kind in _TURN_KINDS]
    if any(_QUOTED_REPORT.search(text, turn.start, turn.end) for turn in body):
        return True
    return not any(speaks_first_person(turn, lexicon) for turn in body)
