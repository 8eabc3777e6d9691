"""Cut a text into its printed lines and put segments together again that tile it; what a line is, others decide.

One rule for white space: a segment begins with its first printed character and the white space after a block is the
block's own. Only the first segment may begin with white space, because it begins at 0.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from newsdb.document import Segment, SegmentKind
from newsdb.errors import NoArticle
from newsdb.reading.text import INVISIBLE

_LINE = re.compile(rf"[^\s{INVISIBLE}](?:[^\n]*[^\s{INVISIBLE}])?")
_SPACE = re.compile(rf"[\s{INVISIBLE}]+")


class _Folding(dict[int, int | str | None]):
    """What each letter of decomposed text becomes, found when it is first met: no accent becomes anything."""

    def __missing__(self, letter: int) -> int | None:
        folded = self[letter] = None if unicodedata.combining(chr(letter)) else letter
        return folded


_FOLDING = _Folding({ord("’"): "'", ord("ʼ"): "'", ord("‘"): "'", ord("…"): "..."})

# What is asked of a line costs the same however short it is, so a megabyte of lines of one letter takes 20 s.
MOST_LINES = 10_000
# Lines that follow each other in these are one block.
_MERGED_KINDS: frozenset[SegmentKind] = frozenset({"navigation", "headline", "related", "boilerplate"})


@dataclass(frozen=True)
class Line:
    """A line that prints something: text[start:end] without the white space around it."""

    start: int
    end: int
    text: str
    after_blank: bool
    """Whether a blank line stands before it."""

    @property
    def length(self) -> int:
        return self.end - self.start

    @cached_property
    def folded(self) -> str:
        """The first 200 characters, folded; the lines that are compared are shorter."""
        return fold_line(self.text[:200])


@dataclass(frozen=True, slots=True)
class Block:
    """A printed line and what it is."""

    line: Line
    kind: SegmentKind


def fold_line(text: str) -> str:
    """Lower case without accents, plain apostrophes and dots, single spaces: the form to compare fixed lines in."""
    if text.isascii():
        return " ".join(text.lower().split())
    return _SPACE.sub(" ", unicodedata.normalize("NFD", text).translate(_FOLDING)).strip().lower()


def printed_words(text: str) -> Iterator[str]:
    """What each line prints that prints something, for those who need no places."""
    return (match.group() for match in _LINE.finditer(text))


def printed_lines(text: str) -> tuple[Line, ...]:
    """Every line that prints something, in order."""
    lines = []
    end = 0
    for match in _LINE.finditer(text):
        blank = text.count("\n", end, match.start()) > 1
        lines.append(Line(match.start(), match.end(), match.group(), blank))
        end = match.end()
    return tuple(lines)


def article_lines(text: str, name: str) -> tuple[Line, ...]:
    """The printed lines of a text that should be one article. Raises NoArticle where no article has so many."""
    lines = printed_lines(text)
    if len(lines) > MOST_LINES:
        raise NoArticle(
            f"{len(lines)} lines, and no article has more than {MOST_LINES}",
            where=f"{name}:{MOST_LINES}",
            remedy="check that the file is an article; if it holds several, give each a file of its own",
        )
    return lines


def tile(text: str, blocks: Iterable[Block]) -> tuple[Segment, ...]:
    """Segments for the blocks, which are sorted and at least one, that cover the whole text."""
    starts: list[tuple[int, SegmentKind]] = []
    for block in blocks:
        if starts and starts[-1][1] == block.kind and block.kind in _MERGED_KINDS:
            continue
        starts.append((block.line.start if starts else 0, block.kind))
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return tuple(Segment(start, end, kind) for (start, kind), end in zip(starts, ends, strict=True))
