"""Cut the lines of an article into words with what later steps ask of each; what they name is decided elsewhere."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsdb.document import IGNORED_SEGMENT_KINDS, Segment, SegmentKind
from newsdb.extraction.text.sentences import cut_line
from newsdb.language.names import fold

_WORD = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}(?:-?[^\W\d_]\.)*             # S.M., F.N.H.
    | V(?:(?<=[Mm]ohammed\sV)|(?<=[Mm]ohamed\sV))(?=\.)  # the king, whose number ends many a sentence
    | [A-ZÀ-Þ]\.(?:-[A-ZÀ-Þ]\.)*                    # M., J.-P.
    | MM\.(?=\s[A-ZÀ-Þ])                            # MM. Alami et Bennis
    | [Ee]x[-‑](?=\w)                              # ex-ministre: the word is looked up without it
    | [MNO]['’][A-ZÀ-Þ]\w+(?:[-‑]\w+)*              # M'Barek
    | (?:[ldjnmstcLDJNMSTC]|[Qq]u|QU|[JjLl]or?usqu|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)['’](?=\w)
    | \w[\w&]*(?:[-‑\u00ad’'](?=\w)\w+)*            # a-t-elle, aujourd'hui, R&D, Dukkan.ma
        (?:\.(?:com|net|org|info|ma|dz|tn|mr|ly|fr|io|ai|app|tv|fm|eu|be|ch)(?![\w'’]))?
    | [^\w\s]
    """,
    re.VERBOSE,
)
_OPENERS = frozenset('.!?…«“"(–—-:•[]')
_ENDERS = frozenset(".!?…")
# Two apostrophes close a quotation as well: ’’.
_CLOSERS = frozenset("»”’")
_NUMBERED_NAME = re.compile(r"\d\w*(?:[-‑]\w+)*[-‑]?[A-ZÀ-Þ]\w*|\d\w*[A-ZÀ-Þ]|\d{1,2}[A-ZÀ-Þ][a-zà-ÿ]{2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a segment as words and punctuation marks; all tuples have one entry for each."""

    text: str
    """The whole text of the article."""
    kind: SegmentKind
    number: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    folds: tuple[str, ...]
    capitals: tuple[bool, ...]
    """Begins with a capital letter (a digit with a capital behind it counts: 2M, 4Genomics)."""

    def __len__(self) -> int:
        return len(self.words)

    def opens_sentence(self, index: int) -> bool:
        """Whether the word begins a sentence, where a capital proves nothing."""
        if index == 0:
            return True
        before = self.words[index - 1]
        if before in _OPENERS:
            return True
        if before in _CLOSERS and index > 1:
            while index > 2 and self.words[index - 2] in _CLOSERS:
                index -= 1
            return self.words[index - 2] in _ENDERS
        return before.endswith(("'", "’")) and self.capitals[index - 1] and self.opens_sentence(index - 1)

    def fold_at(self, index: int) -> str:
        """The folded word, empty outside the line."""
        return self.folds[index] if 0 <= index < len(self.folds) else ""

    def follows_source_word(self, index: int) -> bool:
        """Whether "selon" or "d'après" stands right before the index."""
        return self.fold_at(index - 1) == "selon" or self.folds[max(0, index - 2) : index] == ("d'", "apres")

    def capital_at(self, index: int) -> bool:
        """Whether there is a word with a capital at the index."""
        return 0 <= index < len(self.capitals) and self.capitals[index]


def read_lines(text: str, segments: Sequence[Segment]) -> Iterator[Line]:
    """The lines of every segment that facts are taken from, in the order of the text."""
    number = 0
    for segment in segments:
        if segment.kind in IGNORED_SEGMENT_KINDS:
            continue
        for start, end in _line_spans(text, segment):
            yield _cut(text, start, end, segment.kind, number)
            number += 1


def split_phrase(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, cut as the words of a line are; one that ends in "d'" waits for what follows."""
    is_elided = phrase.endswith((" d'", " d’", " qu'", " qu’"))
    words = [folded for _, folded in _find_words(f"{phrase}a" if is_elided else phrase)]
    return tuple(words[:-1] if is_elided else words)


def _find_words(text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[tuple[re.Match[str], str]]:
    """The words with their folds; a soft hyphen or an accent that stands alone is none: nothing is left to compare."""
    for match in _WORD.finditer(text, start, end):
        folded = fold(match.group())
        if folded.strip():
            yield match, folded


def _is_numbered_name(word: str) -> bool:
    return _NUMBERED_NAME.fullmatch(word) is not None


def _line_spans(text: str, segment: Segment) -> Iterator[tuple[int, int]]:
    start = segment.start
    while start < segment.end:
        end = text.find("\n", start, segment.end)
        end = segment.end if end < 0 else end
        if end > start:
            yield from cut_line(text, start, end)
        start = end + 1


def _cut(text: str, start: int, end: int, kind: SegmentKind, number: int) -> Line:
    found = list(_find_words(text, start, end))
    words = tuple([match.group() for match, _ in found])
    return Line(
        text,
        kind,
        number,
        tuple([match.start() for match, _ in found]),
        tuple([match.end() for match, _ in found]),
        words,
        tuple([folded for _, folded in found]),
        tuple([word[0].isupper() or (word[0].isdigit() and _is_numbered_name(word)) for word in words]),
    )
