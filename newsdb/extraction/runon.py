"""Cut paragraphs in which an interview is printed as running text into its turns; questions decides what they are."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsdb.extraction.sentences import Line, split_sentences, trim
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.turns import is_label_name

# A stop within a label is that of an initial.
_LABEL = re.compile(
    r"(?:^|(?<=[.?!…»”\"]\s))(?P<name>[^\W_](?:[^:.?!\n«»“”\"]|(?<=\b[A-ZÀ-Þ])\.){0,48}?)\s*[.]?\s?:\s+(?=\w)"
)
_DASH = re.compile(r"(?:^|(?<=[.?!…»”\"]\s))[-–—]\s+(?=[A-ZÀ-Þ«“\"])")
_ASKS = re.compile(r"\?[\s»”\")]*$")
_KINDS = frozenset({"paragraph", "standfirst"})
MIN_DASHES = 3
# So many words are left for what opens a paragraph with its question, so that an answer stands behind it.
MIN_ANSWER_LENGTH = 8


def split_turns(text: str, lines: Sequence[Line], lexicon: Lexicon) -> list[Line]:
    """The lines, those that hold several turns cut into one line each."""
    cut: list[Line] = []
    for line in lines:
        bounds = _bounds(text, line, lexicon) if line.kind in _KINDS else [line.start]
        for start, end in pairwise([*bounds, line.end]):
            start, end = trim(text, start, end)
            if start < end:
                cut.append(Line(start, end, line.kind))
    return cut


def _bounds(text: str, line: Line, lexicon: Lexicon) -> list[int]:
    """Where the turns of one line begin."""
    small = lexicon.words["name_particle"]
    labels = [m for m in _LABEL.finditer(text, line.start, line.end) if is_label_name(m["name"], small, asks=True)]
    if len(labels) > 1:
        return _at_labels(text, line, labels, lexicon)
    return _at_dashes(text, line) or _behind_question(text, line, lexicon) or [line.start]


def _at_labels(text: str, line: Line, labels: Sequence[re.Match[str]], lexicon: Lexicon) -> list[int]:
    """ "Le Journal : C ? Karim A. : D.": at the labels; behind the only two, at the questions that have none."""
    starts = [match.start() for match in labels]
    asked = [bool(_ASKS.search(text[a:b])) for a, b in pairwise([*starts, line.end])]
    counts = Counter(match["name"] for match in labels)
    is_known = any(count > 1 for count in counts.values()) or any(len(name.split()) > 1 for name in counts)
    if len(counts) < 2 or not is_known or not any(a and not b for a, b in pairwise(asked)):
        return [line.start]
    if len(starts) == 2:
        starts += _at_questions(text, starts[-1], line.end, lexicon)
    return sorted({line.start, *starts})


def _at_questions(text: str, start: int, end: int, lexicon: Lexicon) -> list[int]:
    """The questions in the answer to the first, and what follows each."""
    sentences = split_sentences(text, start, end, abbreviations=lexicon.words["abbreviation"])
    found: list[int] = []
    for before, sentence in pairwise(sentences):
        if _asks(text, sentence) != _asks(text, before):
            found.append(sentence[0])
    return found


def _at_dashes(text: str, line: Line) -> list[int]:
    """ "– C ? – D. – E ? – F." """
    starts = [match.start() for match in _DASH.finditer(text, line.start, line.end)]
    asked = [bool(_ASKS.search(text[a:b].rstrip())) for a, b in pairwise([*starts, line.end])]
    takes_turns = any(a and not b for a, b in pairwise(asked))
    return sorted({line.start, *starts}) if len(starts) >= MIN_DASHES and takes_turns else []


def _behind_question(text: str, line: Line, lexicon: Lexicon) -> list[int]:
    """ "C ? D. E.": behind the question that opens the line."""
    sentences = split_sentences(text, line.start, line.end, abbreviations=lexicon.words["abbreviation"])
    for before, sentence in pairwise(sentences):
        if _asks(text, sentence):
            continue
        asks = _asks(text, before) and line.end - sentence[0] >= MIN_ANSWER_LENGTH
        return [line.start, sentence[0]] if asks else []
    return []


def _asks(text: str, sentence: tuple[int, int]) -> bool:
    return _ASKS.search(text, max(sentence[0], sentence[1] - 6), sentence[1]) is not None
