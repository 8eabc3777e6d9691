"""Find whom the text above an interview names beside a title; narration and plausibility ask for them."""

import re
from collections.abc import Iterator

from newsdb.extraction.speech_lexicon import Lexicon

CAPITAL = r"[A-ZÀ-Þ][\w'’-]+"
NAME = rf"{CAPITAL}(?:\s+{CAPITAL}){{1,3}}"
_FULL_NAME = re.compile(NAME)
_WORD = re.compile(r"[^\W\d_]+")
# A title stands within so many words of a name, and of so many letters.
TITLE_WORDS = 3
LONGEST_TITLE = 40


def full_names(text: str, start: int, end: int) -> set[str]:
    """Whatever is printed there as a name is."""
    return {match.group() for match in _FULL_NAME.finditer(text, start, end)}


def titled_names(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[str]:
    """The names with a title beside them: "Karim Alami, géographe", "le géographe Karim Alami"."""
    for match in _FULL_NAME.finditer(text, start, end):
        before = _WORD.findall(text, max(start, match.start() - LONGEST_TITLE), match.start())[-TITLE_WORDS:]
        is_parted = text[match.end() : match.end() + 1] == ","
        behind = _WORD.findall(text, match.end(), min(end, match.end() + LONGEST_TITLE))[:TITLE_WORDS]
        if any(word.lower() in lexicon.nouns for word in (*before, *(behind if is_parted else ()))):
            yield match.group()
