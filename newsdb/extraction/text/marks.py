"""Pair the quotation marks of a text, over lines where a quote runs on; quotations says what the words are."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from newsdb.extraction.text.sentences import Line, trim

Family = Literal["guillemets", "curly", "straight", "single"]
Rest = Mapping[Family, int]
"""How many marks of each family stand further on in the line."""

# A single mark opens before a word and closes behind one; within a word it is an apostrophe.
_MARK = re.compile(r"<<|>>|[«»“”„‟‹›\"]|''|``|,,(?=\w)|[‘’]{2}|(?<!\w)‘(?=\w)|(?<=[\w.!?…])’(?![\w’])")
_FAMILIES: dict[str, Family] = {
    "«": "guillemets", "»": "guillemets", "<<": "guillemets", ">>": "guillemets",
    "“": "curly", "”": "curly", "„": "curly", "‟": "curly", "‘‘": "curly", "’’": "curly", "‘’": "curly",
    "’‘": "curly", "``": "straight", ",,": "curly", '"': "straight", "''": "straight",
    "‹": "single", "›": "single", "‘": "single", "’": "single",
}  # fmt: skip
_NAMES: tuple[Family, ...] = ("guillemets", "curly", "straight", "single")
_OPENING = frozenset({"«", "<<", "“", "„", "‘‘", "‹", "‘", ",,"})
# « mot « , : an opening mark before a stop closes.
_STOP_AHEAD = re.compile(r"[\s\u00a0\u202f]*[,.;:!?)]")
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[^\W\d_a-zà-ÿ])")
# Signs that newsrooms print for marks; a letter among them (ʺ) would be part of a word.
_PLAIN = dict(zip("ʺ″˝＂❝❞≪≫《》", '""""“”«»«»', strict=True))
_UNUSUAL = re.compile(f"[{''.join(_PLAIN)}]")
_GUILLEMET = re.compile(r"[«»\n]")
# How far a quote whose mark is not closed in its paragraph may run on.
MAX_LINES = 12
MAX_LENGTH = 6000


@dataclass(frozen=True, slots=True)
class MarkedSpan:
    """Words in one pair of marks, [start, end) without marks and space; the outer span holds the marks."""

    outer_start: int
    outer_end: int
    start: int
    end: int
    is_closed: bool


@dataclass(slots=True)
class _Open:
    family: Family
    start: int
    inner: int


def with_plain_marks(text: str) -> str:
    """The text with the usual marks for those that stand for them, each at its place."""
    return _UNUSUAL.sub(lambda mark: _PLAIN[mark.group()], text)


def find_marked_spans(text: str, lines: Sequence[Line]) -> tuple[MarkedSpan, ...]:
    """The outermost pairs of marks, in order; pairs inside pairs belong to the outer one."""
    return tuple(_Pairing(text, lines).run())


class _Pairing:
    """One walk over the marks; `stack` holds those still open, the outermost first."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        self.text = text
        self.lines = lines
        self.stack: list[_Open] = []
        self.opened_on = 0
        self.inner_pairs: list[MarkedSpan] = []

    def run(self) -> Iterator[MarkedSpan]:
        for number, line in enumerate(self.lines):
            marks = list(_MARK.finditer(self.text, line.start, line.end))
            if not marks and not self.stack:
                continue
            if self.stack and marks and marks[0].start() == line.start and self._repeats(marks[0]):
                # A paragraph inside a quote is opened by a mark of its own.
                marks = marks[1:]
            families = [_FAMILIES[mark.group()] for mark in marks]
            rest = dict.fromkeys(_NAMES, 0)
            for family in families:
                rest[family] += 1
            for mark, family in zip(marks, families, strict=True):
                rest[family] -= 1
                span = self._take(mark, family, rest, number)
                if span is not None:
                    yield span
            if self.stack and not self._runs_on(number):
                yield from self._give_up(line)

    def _repeats(self, mark: re.Match[str]) -> bool:
        return _FAMILIES[mark.group()] == self.stack[0].family

    def _take(self, mark: re.Match[str], family: Family, rest: Rest, number: int) -> MarkedSpan | None:
        """The outermost pair that the mark closes, where it closes one."""
        if self._opens(mark, family, rest):
            if not self.stack:
                self.opened_on = number
                self.inner_pairs = []
            self.stack.append(_Open(family, mark.start(), mark.end()))
            return None
        depth = self._depth_closed_by(family, rest)
        if depth is None:
            return None
        opened = self.stack[depth]
        del self.stack[depth:]
        span = self._span(opened, mark.start(), mark.end(), is_closed=True)
        if self.stack:
            self.inner_pairs.append(span)
            return None
        return span if span.start < span.end else None

    def _opens(self, mark: re.Match[str], family: Family, rest: Rest) -> bool:
        before = self.text[mark.start() - 1] if mark.start() else "\n"
        after = self.text[mark.end()] if mark.end() < len(self.text) else "\n"
        is_open = bool(self.stack) and any(item.family == family for item in self.stack)
        free_before = before.isspace() or before in "([{'’-–—/:«“"
        if family == "straight":
            if not is_open and self.stack and not free_before and not after.isalnum() and sum(rest.values()) % 2 == 0:
                # «mot" : a mark of another family closes where no partner of its own can follow.
                return False
            if not is_open:
                return not before.isdigit() or free_before
            return free_before and after.isalnum() and _balanced(rest, family)
        if family == "single" and not rest[family]:
            # The sign of a transcribed letter, or an apostrophe.
            return False
        if mark.group() in _OPENING:
            # «mot« : the second mark closes, whatever its shape.
            if not is_open:
                return True
            if self.text[self.stack[-1].start] == "»":
                return False
            closes = _STOP_AHEAD.match(self.text, mark.end()) is not None or (not free_before and after.isspace())
            return not closes
        if is_open or self.stack or not free_before:
            return False
        # "X a répondu : » C »", "» C «, dit X": the marks are turned round.
        return not after.isspace() or (rest[family] > 0 and self._is_turned(mark))

    def _is_turned(self, mark: re.Match[str]) -> bool:
        """Whether a closing mark stands behind a colon, or before one that opens and is followed by space or a stop."""
        if self.text[max(0, mark.start() - 2) : mark.start()].rstrip().endswith(":"):
            return True
        following = _GUILLEMET.search(self.text, mark.end(), mark.end() + MAX_LENGTH)
        return following is not None and following.group() == "«" and self._is_parted(following.end())

    def _is_parted(self, offset: int) -> bool:
        """Whether white space or a stop stands at `offset`, and behind white space a stop."""
        return _STOP_AHEAD.match(self.text, offset) is not None

    def _depth_closed_by(self, family: Family, rest: Rest) -> int | None:
        for depth in range(len(self.stack) - 1, -1, -1):
            if self.stack[depth].family == family:
                return depth
        if self.stack and family != "single" and not rest[self.stack[-1].family]:
            return len(self.stack) - 1
        return None

    def _runs_on(self, number: int) -> bool:
        """Whether the open quote is taken up by the next line or closed in one that opens no other before."""
        family = self.stack[0].family
        if number - self.opened_on >= MAX_LINES or number + 1 >= len(self.lines):
            return False
        if self.lines[number].kind != self.lines[number + 1].kind:
            return False
        for line in self.lines[number + 1 : self.opened_on + MAX_LINES + 1]:
            if line.kind != self.lines[number].kind or line.end - self.stack[0].start > MAX_LENGTH:
                return False
            mark = _MARK.search(self.text, line.start, line.end)
            if mark is None:
                continue
            if _FAMILIES[mark.group()] != family:
                return False
            return (mark.start() == line.start and line is self.lines[number + 1]) or self._closes(mark)
        return False

    def _closes(self, mark: re.Match[str]) -> bool:
        if mark.group() in _OPENING:
            return False
        return _FAMILIES[mark.group()] != "straight" or not self.text[mark.start() - 1].isspace()

    def _give_up(self, line: Line) -> Iterator[MarkedSpan]:
        """An unclosed quote ends with its sentence where another follows in the line, else with the line."""
        opened = self.stack[0]
        self.stack.clear()
        inner = [pair for pair in self.inner_pairs if pair.outer_start > opened.start]
        end = line.end
        if inner:
            stop = _SENTENCE_END.search(self.text, opened.inner, inner[0].outer_start)
            end = stop.end() if stop else inner[0].outer_start
        span = self._span(opened, min(end, opened.start + MAX_LENGTH), None, is_closed=False)
        if span.start < span.end:
            yield span
        yield from (pair for pair in inner if pair.start < pair.end)

    def _span(self, opened: _Open, end: int, outer_end: int | None, *, is_closed: bool) -> MarkedSpan:
        start, stop = trim(self.text, opened.inner, end)
        return MarkedSpan(opened.start, end if outer_end is None else outer_end, start, stop, is_closed)


def _balanced(rest: Rest, family: Family) -> bool:
    """Whether the marks that follow would close both pairs, so that this one may open an inner one."""
    return rest[family] % 2 == 0 and sum(rest.values()) > 1
