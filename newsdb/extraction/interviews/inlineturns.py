"""Cut paragraphs at the labels and dashes of turns printed within them; running reads what has neither."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsdb.extraction.interviews.forms import Layout
from newsdb.extraction.interviews.turns import TURN_KINDS, TurnLine, is_label_name, read_turn_line
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import Line, trim

# A stop within a label is that of an initial.
_LABEL = re.compile(
    r"(?:^|(?<=[.?!…»”\"]\s)|(?<=\s)(?=[-–—]\s))(?:[-–—]\s+)?"
    r"(?P<name>[A-ZÀ-Þ0-9](?:[^:.…?!\n«»“”\"]|(?<=\b[A-ZÀ-Þ])\.){0,48}?)\s*[.]?\s?:\s+(?=[\w(])",
    re.MULTILINE,
)
_DASH = re.compile(r"(?:^|(?<=[.?!…»”\"]\s))[-–—]\s+(?=[A-ZÀ-Þ«“\"])", re.MULTILINE)
_ASKS = re.compile(r"\?[\s»”\")]*$")
_KINDS = frozenset({"paragraph", "standfirst"})
MIN_DASHES = 3


def split_turns(text: str, lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """The lines, those with labels or dashes within them cut into one line for each turn."""
    if "?" not in text:
        # No turns without a question.
        return tuple(lines)
    cut: list[Line] = []
    asking = _asking_labels(text, lines, lexicon)
    for line in lines:
        bounds = _bounds(text, line, asking, lexicon) if line.kind in _KINDS else []
        if len(bounds) < 2:
            cut.append(line)
            continue
        spans = (trim(text, start, end) for start, end in pairwise([*bounds, line.end]))
        cut.extend(Line(start, end, line.kind) for start, end in spans if start < end)
    return tuple(cut)


def _labels(text: str, line: Line, lexicon: Lexicon) -> list[re.Match[str]]:
    small = lexicon.words["name_particle"]
    return [m for m in _LABEL.finditer(text, line.start, line.end) if is_label_name(m["name"], small, asks=True)]


def _asking_labels(text: str, lines: Sequence[Line], lexicon: Lexicon) -> Counter[str]:
    """The labels that open a question on a line that holds its answer too, and how often."""
    asking: Counter[str] = Counter()
    for line in lines:
        found = _labels(text, line, lexicon) if line.kind in _KINDS and _has_question(text, line) else []
        asking.update(a["name"] for a, b in pairwise(found) if _ASKS.search(text[a.end() : b.start()]))
    return asking


def _bounds(text: str, line: Line, asking: Counter[str], lexicon: Lexicon) -> list[int]:
    """Where the turns of one line begin, none where it is one; `asking` are the labels that ask in the text."""
    if not asking and not _has_question(text, line):
        return []
    labels = _labels(text, line, lexicon)
    if len(labels) > 1:
        return _at_labels(line, labels, asking)
    return _at_dashes(text, line) if _has_question(text, line) else []


def _at_labels(line: Line, labels: Sequence[re.Match[str]], asking: Counter[str]) -> list[int]:
    """ "Le Journal : C ? Karim A. : D.": at the labels."""
    asked = [match["name"] in asking for match in labels]
    counts = Counter(match["name"] for match in labels)
    is_known = any(count > 1 for count in counts.values()) or any(len(re.split(r"[\s.]", n)) > 1 for n in counts)
    if len(counts) < 2 or not is_known or not any(a and not b for a, b in pairwise(asked)):
        return []
    return sorted({line.start, *(match.start() for match in labels)})


def add_quickfire(
    lines: Sequence[TurnLine], questions: Sequence[int], text: str, lexicon: Lexicon
) -> tuple[list[TurnLine], list[int]]:
    """The lines and questions with those of short questions behind dashes that close the interview.

    They stand on a line each, "- C ? / - D.", or all on one: "- C ? - D. - E ? - F."
    """
    last = questions[-1]
    cut = list(lines[: last + 1])
    for turn in lines[last + 1 :]:
        bounds = _at_dashes(text, turn.line) if turn.line.kind in _KINDS else []
        spans = [trim(text, a, b) for a, b in pairwise([*bounds, turn.line.end])]
        pieces = [Line(a, b, turn.line.kind) for a, b in spans if a < b]
        cut.extend([read_turn_line(text, piece, lexicon) for piece in pieces] if len(pieces) > 1 else [turn])
    usable = [i for i, turn in enumerate(cut) if turn.line.kind in TURN_KINDS]
    found = [i for i in Layout(cut, usable, frozenset(usable), text, lexicon).alternating(last + 2) if i + 1 < len(cut)]
    return (cut, [*questions, *found]) if found else (list(lines), list(questions))


def _at_dashes(text: str, line: Line) -> list[int]:
    """ "– C ? – D. – E ? – F." """
    starts = [match.start() for match in _DASH.finditer(text, line.start, line.end)]
    asked = [bool(_ASKS.search(text[a:b].rstrip())) for a, b in pairwise([*starts, line.end])]
    takes_turns = any(a and not b for a, b in pairwise(asked))
    return sorted({line.start, *starts}) if len(starts) >= MIN_DASHES and takes_turns else []


def _has_question(text: str, line: Line) -> bool:
    return text.find("?", line.start, line.end) >= 0
