"""Read who answers one question in turn, each presented in a few words: "Salma, 34 ans, fleuriste : C."."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from newsdb.extraction.cast import Label
from newsdb.extraction.interviews.turns import TURN_KINDS, TurnLine, speaks_first_person
from newsdb.extraction.speech_lexicon import Lexicon

_NAME = (
    r"(?:(?:M|Mme|Mlle|Dr|Pr|Me|MME|DR|PR|ME)\.?\s)?[A-ZÀ-Þ][\w'’-]*\.?"
    r"(?:\s(?:[A-ZÀ-Þ][\w'’-]*\.?|ben|bent|bint|ould|mint|el|al|de)){0,4}"
)
_SOMEBODY = r"(?:Une?|L[ea]|L['’])\s?[a-zà-ÿ][^,.:;!?()«»\n]{2,40}"
# ", 34 ans, fleuriste", " (fleuriste à Sefrou, 34 ans)"
_AGED = rf"(?P<name>{_NAME}|{_SOMEBODY})\s?[,(]\s?(?:[^:.!?«»\n]{{2,60}}?[,(]\s?)?\d{{1,3}}\sans\b[^:.!?«»\n]{{0,80}}?"
_STOP = r"\s*(?::|[–—](?=\s))\s*"
_AGED_LABEL = re.compile(rf"{_AGED}{_STOP}(?=[^\s«“\"])")
_AGED_LINE = re.compile(rf"{_AGED}(?:{_STOP})?")
_TITLED = rf"(?P<name>{_NAME})\s?[,(]\s?[a-zà-ÿ][^:.!?«»\n]{{2,90}}?"
_TITLED_LABEL = re.compile(rf"{_TITLED}{_STOP}(?=[^\s«“\"])")
_TITLED_LINE = re.compile(rf"{_TITLED}(?:{_STOP})?")
# "Un serveur qui tait son nom, Sefrou", set as the others are.
_OTHER_LINE = re.compile(rf"(?P<name>{_NAME}|{_SOMEBODY}),\s?[^:.!?«»\n]{{2,60}}")
# What is asked of them all may stand within a paragraph, behind a colon too.
_QUESTION = re.compile(r"(?:^|(?<=[.!?…:]\s))(?P<asked>[^\s.!?…:][^.!?…:\n]{8,250}\?)", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+")
# So many who are presented by age, or else by what they do.
MIN_AGED, MIN_TITLED = 2, 3
# The question stands so many lines above the first of them at most.
LINES_ABOVE = 3
LONGEST_ABOVE = 1200


def name_passersby(lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> list[TurnLine]:
    """The lines with the names of those who are so presented below a question as their labels."""
    for pattern, least in (
        (_AGED_LABEL, MIN_AGED), (_AGED_LINE, MIN_AGED), (_TITLED_LABEL, MIN_TITLED), (_TITLED_LINE, MIN_TITLED),
    ):  # fmt: skip
        found = _presented(lines, text, pattern)
        names = [label.surface for label, _ in found.values()]
        if len(set(names)) < least or len(set(names)) < len(names):
            continue
        if pattern in (_AGED_LINE, _TITLED_LINE):
            found = {**_set_alike(lines, text, found), **found}
        asked = _asked_above(lines, min(found), text)
        if asked is not None and _answer_one(lines, found, asked, lexicon):
            return _as_panel(lines, text, found, asked)
    return list(lines)


def is_presented(turn: TurnLine, text: str) -> bool:
    """Whether the label goes on with an age or a title: "Salma, 34 ans : "."""
    return turn.label is not None and text[turn.label.end : turn.start].lstrip().startswith((",", "("))


def _presented(lines: Sequence[TurnLine], text: str, pattern: re.Pattern[str]) -> dict[int, tuple[Label, int]]:
    """By line, whom it presents and where their words begin."""
    is_line = pattern in (_AGED_LINE, _TITLED_LINE)
    match = pattern.fullmatch if is_line else pattern.match
    matched = {
        i: match(text, turn.label.start if turn.label else turn.start, turn.end)
        for i, turn in enumerate(lines)
        if turn.line.kind in TURN_KINDS and turn.start < turn.end
        and (turn.label is None or (not is_line and is_presented(turn, text)))
        and not (is_line and (turn.asks or not _tells_below(lines, i, text)))
    }  # fmt: skip
    return {i: (Label(*m.span("name"), m["name"]), m.end()) for i, m in matched.items() if m}


def _tells_below(lines: Sequence[TurnLine], i: int, text: str) -> bool:
    """Whether what stands below the line ends as a sentence does."""
    return i + 1 < len(lines) and text[lines[i + 1].end - 1] in '.!?…»”"'


def _set_alike(
    lines: Sequence[TurnLine], text: str, found: Mapping[int, tuple[Label, int]]
) -> dict[int, tuple[Label, int]]:
    """The lines behind the first of them that name somebody, stand apart above and stand right above their words."""
    apart = {i for i in range(1, len(lines) - 1) if _is_apart(lines, i, text)}
    if not apart.issuperset(found):
        return {}
    others = {
        i: _OTHER_LINE.fullmatch(text, lines[i].start, lines[i].end)
        for i in apart
        if i > min(found) and i not in found and lines[i].label is None and lines[i].line.kind in TURN_KINDS
    }
    return {i: (Label(*m.span("name"), m["name"]), m.end()) for i, m in others.items() if m}


def _is_apart(lines: Sequence[TurnLine], i: int, text: str) -> bool:
    above = text[lines[i - 1].line.end - 1 : lines[i].line.start]
    return "\n\n" in above and "\n\n" not in text[lines[i].line.end - 1 : lines[i + 1].line.start]


def _asked_above(lines: Sequence[TurnLine], first: int, text: str) -> tuple[int, int, int] | None:
    """The line above the first of them that asks, and where in it the last question begins and ends."""
    for i in range(first - 1, max(-1, first - 1 - LINES_ABOVE), -1):
        turn = lines[i]
        if turn.line.kind not in TURN_KINDS or turn.label is not None:
            return None
        asked = [
            m.span("asked") for m in _QUESTION.finditer(text, turn.start, min(turn.end, turn.start + LONGEST_ABOVE))
        ]
        if asked:
            return i, *asked[-1]
    return None


def _answer_one(
    lines: Sequence[TurnLine], found: Mapping[int, tuple[Label, int]], asked: tuple[int, int, int], lexicon: Lexicon
) -> bool:
    """Whether nothing is asked between them, and where the question stands apart, most of them say I or we."""
    places = sorted(found)
    between = [i for i in range(places[0] + 1, places[-1]) if i not in found and i - 1 not in found]
    if sum(lines[i].asks and i + 1 in found for i in between) > 1 or (
        lines[places[-1] + 1 :] and lines[places[-1] + 1].asks and _starts_words(lines, places[-1], found)
    ):
        return False
    question, _, end = asked
    if question == places[0] - 1 and end == lines[question].end:
        return True
    limits = [*places[1:], places[-1] + 2]
    told = [any(speaks_first_person(t, lexicon) for t in lines[a:b]) for a, b in zip(places, limits, strict=True)]
    return 2 * sum(told) >= len(told)


def _starts_words(lines: Sequence[TurnLine], i: int, found: Mapping[int, tuple[Label, int]]) -> bool:
    """Whether the words of whom the line presents begin in it."""
    return found[i][1] < lines[i].end


def _as_panel(
    lines: Sequence[TurnLine], text: str, found: Mapping[int, tuple[Label, int]], asked: tuple[int, int, int]
) -> list[TurnLine]:
    """The lines from the question on, which is cut from its paragraph; what stands between it and the first goes."""
    question, start, end = asked
    first, last = min(found), max(found)
    turn = lines[question]
    words = tuple(map(str.lower, _WORD.findall(text, start, end)))
    line = replace(turn.line, start=start, end=end)
    panel = [replace(turn, line=line, start=start, end=end, asks=True, words=words)]
    for i in range(first, len(lines)):
        turn = _labelled(lines[i], text, *found[i]) if i in found else lines[i]
        panel.append(replace(turn, asks=False) if i <= last else turn)
    return [*lines[:question], *panel]


def _labelled(turn: TurnLine, text: str, label: Label, start: int) -> TurnLine:
    words = tuple(map(str.lower, _WORD.findall(text, start, turn.line.end)))
    return replace(turn, label=label, start=start, words=words)
