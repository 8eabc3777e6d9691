"""Find where the last answer of an interview ends: at a signature, a box or the words of the one who reports."""

import re
from collections.abc import Sequence
from itertools import pairwise

from newsdb.extraction.interviews.narration import Narrator
from newsdb.extraction.interviews.scenes import last_spoken, paints_scene
from newsdb.extraction.interviews.turns import (
    TURN_KINDS,
    TurnLine,
    is_heading_like,
    is_report,
    opens_box,
    opens_in_marks,
    speaks_first_person,
    starts_with_any,
)
from newsdb.extraction.speech_lexicon import Lexicon

_INITIALS = re.compile(r"\(?(?:[^\W\d_]\.\s?){2,4}(?:/\s?\w+)?\)?$")
# So many who answer one question one after the other.
MIN_PANEL = 3


def find_end(lines: Sequence[TurnLine], first: int, question: int, text: str, lexicon: Lexicon) -> int:
    """The line after the last answer: a signature, a box or the narrative after a subheading ends the interview.

    The first question stands at `first`, the last at `question`.
    """
    narrator = Narrator(text, lines, max(first, 0), lexicon)
    in_marks = _first_outside_marks(lines, question + 1, text)
    spoken = last_spoken(lines, lexicon)
    behind = _behind_panel(lines, question + 1)
    for i in range(question + 1, len(lines)):
        turn = lines[i]
        if turn.line.kind not in TURN_KINDS or starts_with_any(turn, lexicon.words["recorded"], text):
            return i
        if i == question + 1:
            continue
        if i == behind and not speaks_first_person(turn, lexicon):
            return i
        if i == in_marks:
            return i
        if i > spoken and paints_scene(turn, text, lexicon):
            return i
        is_prompt = _is_set_alike(turn, lines[question], text)
        if is_heading_like(turn, text) and not is_prompt and _is_narrative(turn, lines[i + 1 :], text, lexicon):
            return i
        if opens_box(turn, text, lexicon):
            return i
        if _INITIALS.match(text, turn.start, turn.end):
            return i
        if is_report(turn, text, lexicon):
            return _first_impersonal(lines, question + 2, i, lexicon)
        if narrator.closes(i):
            return i
    return len(lines)


def _is_set_alike(turn: TurnLine, question: TurnLine, text: str) -> bool:
    """ "**Un souvenir**" below "**Qui vient ?**": both in bold type or behind a dash."""
    return turn.has_dash and question.has_dash and text[turn.line.start] == text[question.line.start]


def _behind_panel(lines: Sequence[TurnLine], first: int) -> int:
    """The line below the last of several labelled answers to one question, most of one paragraph; -1 elsewhere."""
    told = [i for i in range(first, len(lines)) if lines[i].label]
    single = sum(b == a + 1 for a, b in pairwise(told))
    is_panel = bool(told) and told[0] == first and 3 * single >= 2 * (len(told) - 1)
    return told[-1] + 1 if is_panel and len(told) >= MIN_PANEL else -1


def _first_outside_marks(lines: Sequence[TurnLine], first: int, text: str) -> int:
    """Where the answer at `first` stands in marks, the first line that does not, and -1 elsewhere."""
    if first >= len(lines) or not lines[first].is_quoted:
        return -1
    is_open = False
    for i in range(first, len(lines)):
        if not (is_open or opens_in_marks(lines[i], text)):
            return i
        if is_open or not lines[i].is_quoted:
            is_open = text[lines[i].end - 1] not in '»”"'
    return -1


def _first_impersonal(lines: Sequence[TurnLine], first: int, last: int, lexicon: Lexicon) -> int:
    """Where the narrative that reports speech at `last` begins: after the last paragraph that says I or we."""
    while last > first and not speaks_first_person(lines[last - 1], lexicon):
        last -= 1
    return last


def _is_narrative(heading: TurnLine, lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> bool:
    """What follows a subheading is no answer in a box, where nobody says I or we, or where speech is reported."""
    if starts_with_any(heading, lexicon.words["box"], text):
        return True
    body = [turn for turn in lines if turn.line.kind in TURN_KINDS]
    if any(is_report(turn, text, lexicon) for turn in body):
        return True
    return not any(speaks_first_person(turn, lexicon) for turn in body)
