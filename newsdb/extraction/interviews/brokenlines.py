"""Join the lines over which one sentence is printed, so that a question broken in two is read as one line."""

import re
from collections.abc import Sequence

from newsdb.extraction.interviews.turns import TURN_KINDS
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import Line

_ONE_BREAK = re.compile(r"[^\S\n]*\n[^\S\n]*")
_LAST_WORD = re.compile(r"(?:^|(?<=[\s'’-]))[^\W\d_]+['’]?$")
_OPEN = ("definite", "singular_determiner", "contraction", "que")
LONGEST_WORD = 16


def join_broken(lines: Sequence[Line], text: str, lexicon: Lexicon) -> tuple[Line, ...]:
    """The lines, those that go on where the one above has no end joined to it: "Que pense / le maire ?"."""
    joined: list[Line] = []
    for line in lines:
        if joined and _goes_on(joined[-1], line, text, lexicon):
            joined[-1] = Line(joined[-1].start, line.end, line.kind)
        else:
            joined.append(line)
    return tuple(joined)


def _goes_on(above: Line, line: Line, text: str, lexicon: Lexicon) -> bool:
    if above.kind not in TURN_KINDS or line.kind not in TURN_KINDS:
        return False
    last = text[above.end - 1]
    if not (last.isalnum() or last in ",'’") or not _ONE_BREAK.fullmatch(text, above.end, line.start):
        return False
    return text[line.start].islower() or (text[line.end - 1] == "?" and _is_open(text, above, lexicon))


def _is_open(text: str, above: Line, lexicon: Lexicon) -> bool:
    """Whether the line ends in a word that stands at no end: an article, a preposition, "que"."""
    word = _LAST_WORD.search(text, max(above.start, above.end - LONGEST_WORD), above.end)
    return word is not None and any(word.group().lower().replace("’", "'") in lexicon.words[kind] for kind in _OPEN)
