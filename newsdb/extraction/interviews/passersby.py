"""Read who answers one question in turn, each presented in a few words: "Salma, 34 ans, fleuriste : C."."""

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdb.extraction.cast import Label
from newsdb.extraction.interviews.turns import TURN_KINDS, TurnLine
from newsdb.extraction.text.sentences import Line

_NAME = (
    r"(?:(?:M|Mme|Mlle|Dr|Pr|Me)\.?\s)?[A-ZÀ-Þ][\w'’-]*\.?"
    r"(?:\s(?:[A-ZÀ-Þ][\w'’-]*\.?|ben|bent|bint|ould|mint|el|al|de)){0,4}"
)
_SOMEBODY = r"(?:Une?|L[ea]|L['’])\s?[a-zà-ÿ][^,.:;!?()«»\n]{2,40}"
# ", 34 ans, fleuriste", " (fleuriste à Sefrou, 34 ans)"
_AGED = rf"(?P<name>{_NAME}|{_SOMEBODY})\s?[,(]\s?(?:[^:.!?«»\n]{{2,60}}?[,(]\s?)?\d{{1,3}}\sans\b[^:.!?«»\n]{{0,80}}?"
_STOP = r"\s*(?::|[–—](?=\s))\s*"
_AGED_LABEL = re.compile(rf"{_AGED}{_STOP}(?=[^\s«“\"])")
_AGED_LINE = re.compile(rf"{_AGED}(?:{_STOP})?")
_TITLED_LABEL = re.compile(rf"(?P<name>{_NAME})\s?[,(]\s?[a-zà-ÿ][^:.!?«»\n]{{2,90}}?{_STOP}(?=[^\s«“\"])")
_LAST_ASKED = re.compile(r"(?:[.!?…]|:)\s+(?=[A-ZÀ-Þ«“\"][^.!?…:]{8,200}\?[\s»”\"]*$)")
_WORD = re.compile(r"[^\W_]+")
# So many who are presented by age, or else by what they do.
MIN_AGED, MIN_TITLED = 2, 3


def cut_question(lines: Sequence[Line], text: str) -> tuple[Line, ...]:
    """The lines, the question that ends the paragraph above the first of several passers-by cut off from it."""
    first = next((i for i, line in enumerate(lines) if _is_passerby(text, line)), 0)
    if first < 1 or sum(_is_passerby(text, line) for line in lines[first : first + 3]) < MIN_AGED:
        return tuple(lines)
    above = lines[first - 1]
    asked = _LAST_ASKED.search(text, above.start, above.end) if above.kind in TURN_KINDS else None
    if asked is None:
        return tuple(lines)
    head = Line(above.start, above.start + len(text[above.start : asked.end()].rstrip()), above.kind)
    return (*lines[: first - 1], head, Line(asked.end(), above.end, above.kind), *lines[first:])


def _is_passerby(text: str, line: Line) -> bool:
    return line.kind in TURN_KINDS and _AGED_LABEL.match(text, line.start, line.end) is not None


def name_passersby(lines: Sequence[TurnLine], text: str) -> list[TurnLine]:
    """The lines with the names of those who are so presented below a question as their labels."""
    for pattern, least in ((_AGED_LABEL, MIN_AGED), (_AGED_LINE, MIN_AGED), (_TITLED_LABEL, MIN_TITLED)):
        found = _presented(lines, text, pattern)
        names = [label.surface for label, _ in found.values()]
        if len(set(names)) >= least and len(set(names)) == len(names) and _stand_below_one(lines, sorted(found)):
            return [_labelled(turn, text, *found[i]) if i in found else turn for i, turn in enumerate(lines)]
    return list(lines)


def is_presented(turn: TurnLine, text: str) -> bool:
    """Whether the label goes on with an age or a title: "Salma, 34 ans : "."""
    return turn.label is not None and text[turn.label.end : turn.start].lstrip().startswith((",", "("))


def _presented(lines: Sequence[TurnLine], text: str, pattern: re.Pattern[str]) -> dict[int, tuple[Label, int]]:
    """By line, whom it presents and where their words begin."""
    match = pattern.fullmatch if pattern is _AGED_LINE else pattern.match
    matched = {
        i: match(text, turn.start, turn.end)
        for i, turn in enumerate(lines)
        if turn.line.kind in TURN_KINDS and turn.label is None and not turn.asks and turn.start < turn.end
    }
    return {i: (Label(*m.span("name"), m["name"]), m.end()) for i, m in matched.items() if m}


def _stand_below_one(lines: Sequence[TurnLine], places: Sequence[int]) -> bool:
    """Whether the line above the first of them asks, and none among them or right below does."""
    first, last = places[0], places[-1]
    is_asked = first > 0 and lines[first - 1].asks and lines[first - 1].line.kind in TURN_KINDS
    return is_asked and not any(turn.asks and turn.label is None for turn in lines[first : last + 2])


def _labelled(turn: TurnLine, text: str, label: Label, start: int) -> TurnLine:
    words = tuple(map(str.lower, _WORD.findall(text, start, turn.line.end)))
    return replace(turn, label=label, start=start, words=words)
