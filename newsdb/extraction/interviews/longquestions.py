"""Join the paragraphs of one question, and tell where its answer begins; questions finds the lines that ask."""

from collections.abc import Sequence

from newsdb.extraction.interviews.turns import (
    TURN_KINDS,
    TurnLine,
    addresses_outside_marks,
    says_i,
    speaks_first_person,
)
from newsdb.extraction.speech_lexicon import Lexicon

MAX_SECOND_WORDS = 45


def join_questions(
    lines: Sequence[TurnLine], questions: Sequence[int], end: int, text: str, lexicon: Lexicon
) -> list[tuple[int, int]]:
    """For each question its first line and that of its answer; questions in consecutive lines are one."""
    joined: list[tuple[int, int]] = []
    for question in questions:
        if joined and joined[-1][1] == question:
            joined[-1] = (joined[-1][0], question + 1)
        else:
            joined.append((question, question + 1))
    limits = [*(question for question, _ in joined[1:]), end]
    return [
        (question, _first_answer(lines, question, first, limit, text, lexicon))
        for (question, first), limit in zip(joined, limits, strict=True)
    ]


def _first_answer(lines: Sequence[TurnLine], question: int, first: int, limit: int, text: str, lexicon: Lexicon) -> int:
    """ "– C. / D ? / E.", "Le Journal : C. / D ? / Karim Alami : E.": behind all below one dash or label."""
    opening = lines[question]
    if not (opening.has_dash or opening.label):
        return first
    answer = next((i for i in range(first, limit) if lines[i].label), None) if opening.label else None
    while first + 1 < limit and first != answer:
        turn = lines[first]
        is_plain = turn.label is None and not turn.has_dash and turn.line.kind in TURN_KINDS
        if not is_plain or says_i(turn, lexicon) or (opening.label and answer is None):
            break
        if answer is None and (lines[first - 1].asks or not _leads_on(turn, text, lexicon)):
            break
        first += 1
    return first


def _leads_on(turn: TurnLine, text: str, lexicon: Lexicon) -> bool:
    """Whether the paragraph asks or says you, and nobody says I or we in it."""
    if len(turn.words) > MAX_SECOND_WORDS or speaks_first_person(turn, lexicon):
        return False
    return turn.asks or addresses_outside_marks(turn, text, lexicon)
