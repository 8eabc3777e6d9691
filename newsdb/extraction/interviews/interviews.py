"""Find the questions and answers of an interview and the labels that open them; casting says whom these name."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsdb.document import IGNORED_SEGMENT_KINDS, Document, Segment
from newsdb.extraction.cast import Label
from newsdb.extraction.interviews.brokenlines import join_broken
from newsdb.extraction.interviews.endings import find_end
from newsdb.extraction.interviews.greetings import count_greetings
from newsdb.extraction.interviews.inlineturns import add_quickfire, split_turns
from newsdb.extraction.interviews.longquestions import join_questions
from newsdb.extraction.interviews.narration import Narrator
from newsdb.extraction.interviews.passersby import is_presented, name_passersby
from newsdb.extraction.interviews.questions import QuestionFinder, is_plausible
from newsdb.extraction.interviews.running import read_running
from newsdb.extraction.interviews.turnlabels import adopt_labels, adopt_numbers
from newsdb.extraction.interviews.turns import (
    TURN_KINDS,
    TurnLine,
    fold_label,
    is_heading_like,
    is_report,
    opens_box,
    opens_in_marks,
    read_turn_line,
    speaks_first_person,
    without_label,
)
from newsdb.extraction.interviews.untitled import open_on_question
from newsdb.extraction.speech_lexicon import Lexicon, load_lexicon
from newsdb.extraction.text.retiling import cut_around, lay_over
from newsdb.extraction.text.sentences import Line, split_lines

_IN_MARKS = re.compile(
    r"(?:«\s*(?P<a>[^«»]*[^«»\s])\s*»|“\s*(?P<b>[^“”]*[^“”\s])\s*”|\"\s*(?P<c>[^\"]*[^\"\s])\s*\")\s*\.?"
)
# A question, with a sentence before it at most, and more behind it.
_EXCHANGE = re.compile(r"(?:[^?.!…\n]{1,300}[.!…]\s)?[^?.!…\n]{1,300}\?\s+(?=[^?»”\s])")


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer, both without label or dash; `label` names who answers, where one is printed."""

    question_start: int
    question_end: int
    answer_start: int
    answer_end: int
    label: Label | None

    @property
    def question(self) -> tuple[int, int]:
        """The span of the question."""
        return self.question_start, self.question_end

    @property
    def answer(self) -> tuple[int, int]:
        """The span of the answer."""
        return self.answer_start, self.answer_end


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
    printed = join_broken(split_lines(text, document.segments), text, lexicon)
    lines, questions = _find_questions(printed, text, lexicon)
    cut = split_turns(text, printed, lexicon)
    if cut != printed:
        # Cut text must show more clearly that it is an interview.
        found = _find_questions(cut, text, lexicon, is_cut=True)
        lines, questions = found if _count_answered(found[1]) > _count_answered(questions) else (lines, questions)
    if len(questions) < 2 or _has_exchanges(lines, questions, text):
        lines, questions = _read_running(lines, questions, cut, text, lexicon)
    questions = _without_reported_end(lines, questions, text, lexicon)
    if not questions:
        return Interview((), (), document.segments)
    lines, questions = add_quickfire(_drop_false_labels(lines, questions, text), questions, text, lexicon)
    end = find_end(lines, questions[0], questions[-1], text, lexicon)
    turns: list[Turn] = []
    labels: list[Label] = []
    tiles: list[Segment] = []
    asked = join_questions(lines, questions, end, text, lexicon)
    askers = _asking_labels(lines, asked)
    narrator = Narrator(text, lines, questions[0], lexicon)
    for (question, first), last in zip(asked, [*(q for q, _ in asked[1:]), end], strict=True):
        is_box = opens_box(lines[question], text, lexicon)
        _add_turns(_Block(lines, question, first, last, text, is_box, askers, narrator), turns, labels, tiles)
    ignored = [segment for segment in document.segments if segment.kind in IGNORED_SEGMENT_KINDS]
    opened = count_greetings([(turn.question, turn.answer) for turn in turns], text, lexicon)
    return Interview(
        tuple(turns[opened:]), tuple(labels), lay_over(document.segments, cut_around(tiles, ignored), text)
    )


def _find_questions(
    printed: Sequence[Line], text: str, lexicon: Lexicon, *, is_cut: bool = False
) -> tuple[list[TurnLine], list[int]]:
    read = adopt_numbers([read_turn_line(text, line, lexicon) for line in printed], text)
    read = open_on_question(read, text, lexicon)
    lines = adopt_labels(name_passersby(read, text, lexicon), text, lexicon)
    return lines, QuestionFinder(lines, text, lexicon, is_cut=is_cut).find()


def _read_running(
    lines: Sequence[TurnLine], questions: Sequence[int], printed: Sequence[Line], text: str, lexicon: Lexicon
) -> tuple[list[TurnLine], list[int]]:
    """The lines and questions, or those of running text where no label tells and it tells of more exchanges."""
    # Labels may stand at the first turn alone.
    if not any(lines[q].label or lines[q + 1].label for q in questions[1:]):
        found = read_running(text, printed, lexicon)
        # Where questions open paragraphs, all of these are read by one measure.
        least = _count_answered(questions) / (2 if found.opens else 1)
        if len(found.questions) >= max(least, 1) and is_plausible(
            found.lines, found.questions, text, lexicon, is_marked=found.is_marked
        ):
            return list(found.lines), list(found.questions)
    return list(lines), list(questions)


def _count_answered(questions: Sequence[int]) -> int:
    """How many questions there are, those in consecutive lines counted as one."""
    known = set(questions)
    return sum(i + 1 not in known for i in questions)


def _has_exchanges(lines: Sequence[TurnLine], questions: Sequence[int], text: str) -> bool:
    """ "C ? D. / E ? F.": whether what asks mostly goes on behind its question, so that it holds its answer too."""
    asking = sum("?" not in text[lines[i].start : lines[i].end - 1].rstrip("? »”") for i in questions)
    return sum(_EXCHANGE.match(text, turn.start, turn.end) is not None for turn in lines) > asking


def _without_reported_end(lines: Sequence[TurnLine], questions: list[int], text: str, lexicon: Lexicon) -> list[int]:
    """The questions but for one that the author asks at the end: "Le prix ? Dix dinars, « pas plus », dit X"."""
    last = lines[questions[-1] + 1 :] if len(questions) > 2 else []
    is_told = len(last) == 1 and last[0].label is None and is_report(last[0], text, lexicon)
    return questions[:-1] if is_told and not speaks_first_person(last[0], lexicon) else questions


def _drop_false_labels(lines: Sequence[TurnLine], questions: Sequence[int], text: str) -> list[TurnLine]:
    """A label is printed again or presented, stands beside a labelled turn, or is a name; "Résultat :" is none."""
    counts = Counter(fold_label(turn.label) for turn in lines if turn.label)
    # "Objectif : le maintien ou mieux ?" among questions without labels has none either, unless it is the first.
    paired = {i for q in questions if lines[q].label and (q == questions[0] or lines[q + 1].label) for i in (q, q + 1)}
    return [
        turn
        if turn.label is None
        or i in paired
        or counts[fold_label(turn.label)] > 1
        or _is_name_like(turn.label)
        or is_presented(turn, text)
        else without_label(turn)
        for i, turn in enumerate(lines)
    ]


def _is_name_like(label: Label) -> bool:
    """K. A., F. Benali, Karim Alami: two words or more, each with a capital."""
    words = [word for word in re.split(r"[\s.-]+", label.surface) if word]
    return len(words) > 1 and all(word[0].isupper() for word in words)


@dataclass(frozen=True, slots=True)
class _Block:
    """Lines [question, last): the lines of one question and, from `first` on, of what answers it."""

    lines: Sequence[TurnLine]
    question: int
    first: int
    last: int
    text: str
    is_box: bool
    """Whether it is a box between two turns, and none of them."""
    askers: frozenset[str]
    """The labels that ask and never answer."""
    narrator: Narrator


def _add_turns(block: _Block, turns: list[Turn], labels: list[Label], pieces: list[Segment]) -> None:
    lines, first = block.lines, block.first
    last = _trim_tail(block, first)
    if first >= last or block.is_box:
        return
    question = lines[block.question]
    asked = _without_marks(block.text, question.start, lines[first - 1].end)
    pieces.append(Segment(question.line.start, lines[first - 1].line.end, "question"))
    labels.extend(label for label in (question.label,) if label)
    for start, stop in _split_answers(block, first, last):
        opening = lines[start]
        if not block.text[opening.start : lines[stop - 1].end].strip():
            # A label at which the text ends.
            continue
        told = _without_marks(block.text, opening.start, lines[stop - 1].end)
        turns.append(Turn(*asked, *told, opening.label))
        pieces.append(Segment(opening.line.start, lines[stop - 1].line.end, "answer"))
        labels.extend(label for label in (opening.label,) if label)


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span inside the one pair of marks in which the whole of it stands."""
    match = _IN_MARKS.fullmatch(text, start, end)
    return match.span(match.lastgroup or 0) if match else (start, end)


def _asking_labels(lines: Sequence[TurnLine], asked: Sequence[tuple[int, int]]) -> frozenset[str]:
    asking = {fold_label(label) for question, _ in asked if (label := lines[question].label)}
    telling = {fold_label(label) for _, first in asked if first < len(lines) and (label := lines[first].label)}
    return frozenset(asking - telling)


def _split_answers(block: _Block, first: int, last: int) -> list[tuple[int, int]]:
    """Several people may answer one question, each after a label; none of them is the one who asks."""
    lines = block.lines
    last = next((i for i in range(first + 1, last) if _is_one_of(lines[i].label, block.askers)), last)
    if lines[first].label is None:
        return [(first, last)]
    starts = [first, *(i for i in range(first + 1, last) if lines[i].label is not None)]
    return list(zip(starts, [*starts[1:], last], strict=True))


def _is_one_of(label: Label | None, keys: frozenset[str]) -> bool:
    return label is not None and fold_label(label) in keys


def _trim_tail(block: _Block, first: int) -> int:
    """A subheading, a pull-quote or what a reporter tells right before the next question belongs to neither answer."""
    last = block.last
    # Where answers stand in marks, so do their further paragraphs.
    is_marked = opens_in_marks(block.lines[first], block.text) if first < last else False
    while last - 1 > first and block.lines[last - 1].label is None and (
        is_heading_like(block.lines[last - 1], block.text) or (block.lines[last - 1].is_quoted and not is_marked)
        or block.lines[last - 1].line.kind not in TURN_KINDS or block.narrator.interrupts(last - 1)
    ):  # fmt: skip
        last -= 1
    return last
