"""Tell the scene that a reporter paints below the last answer: who stands up, what falls, what is told of them."""

import re
from collections.abc import Sequence

from newsdb.extraction.interviews.turns import TURN_KINDS, TurnLine
from newsdb.extraction.speech_lexicon import Lexicon

_CLAUSE = re.compile(r"[^.!?…;]+")
_WORD = re.compile(r"[^\W\d_]+")
# Who does it stands in so many words before what is done: "Le vieux gardien range".
OPENING_WORDS = 5
OPENS, FURTHER, TELLS = 2, 1, 1
LEAST = 3
_TELLS = re.compile(r"(?:^|[.!?…]\s+)(?:Il|Elle|Ils|Elles)\s+(?:a\s)?(?P<verb>[^\W\d_]+)\s+qu(?:e\b|['’])")


def last_spoken(lines: Sequence[TurnLine], lexicon: Lexicon) -> int:
    """The last of the lines in which somebody says I, we or you; -1 where nobody does."""
    spoken = lexicon.words["first_person"] | lexicon.words["second_person"]
    said = (
        i for i in range(len(lines) - 1, -1, -1)
        if lines[i].line.kind in TURN_KINDS and not spoken.isdisjoint(lines[i].words)
    )  # fmt: skip
    return next(said, -1)


def paints_scene(turn: TurnLine, text: str, lexicon: Lexicon) -> bool:
    """Whether somebody's gestures are told in the line, as nobody tells them who answers."""
    if turn.label is not None or turn.has_dash or turn.asks:
        return False
    return _weigh(text[turn.start : turn.end].replace("’", "'"), lexicon) >= LEAST


def _weigh(words: str, lexicon: Lexicon) -> int:
    """Gestures count, the one that opens more, and so does what a pronoun tells that …"""
    gestures = lexicon.words["gesture"]
    weight = 0
    for number, clause in enumerate(_CLAUSE.findall(words)):
        said = [word.lower() for word in _WORD.findall(clause)]
        told = [place for place, word in enumerate(said) if word in gestures]
        if not told:
            continue
        opens = number == 0 and told[0] < OPENING_WORDS
        weight += OPENS if opens else FURTHER * (told[0] < OPENING_WORDS)
        weight += FURTHER * (len(told) - 1)
    told_by = [match["verb"] for match in _TELLS.finditer(words)]
    return weight + TELLS * any(map(lexicon.reports, told_by))
