"""Tell the greetings that open the transcript of an interview, where nothing is asked or answered yet."""

import re
from collections.abc import Sequence

from newsdb.extraction.speech_lexicon import Lexicon

_PART = re.compile(r"[^\s.,!?…][^.,!?…]*")
MAX_NAME_WORDS = 4
MAX_WELCOME_WORDS = 30
# Whoever says more has answered.
MAX_GREETING_WORDS = 10


def count_greetings(turns: Sequence[tuple[tuple[int, int], tuple[int, int]]], text: str, lexicon: Lexicon) -> int:
    """How many of the first turns, each the spans of a question and its answer, only greet.

    "Bonjour à tous. / Bonjour, merci de m'inviter."; what closes an interview takes leave and is an answer.
    """
    for number, (question, answer) in enumerate(turns):
        is_asked = "?" in text[slice(*question)] or not _greets(question, MAX_WELCOME_WORDS, text, lexicon)
        if is_asked or not _greets(answer, MAX_GREETING_WORDS, text, lexicon):
            return number
    return len(turns)


def _greets(span: tuple[int, int], most: int, text: str, lexicon: Lexicon) -> bool:
    """ "Bonsoir, Karim Alami.", "Karim Alami, bonsoir. Merci d'être là.": nothing but greetings and names."""
    words = text[slice(*span)].lower().replace("’", "'")
    greetings = tuple(lexicon.words["greeting"])
    parts = [part.strip(" \n,-–—") for part in _PART.findall(words)]
    greeted = [part.startswith(greetings) for part in parts]
    others = [part.split() for part, is_greeting in zip(parts, greeted, strict=True) if not is_greeting]
    is_told = any(len(part) > MAX_NAME_WORDS or any(map(lexicon.is_finite, part)) for part in others)
    spoken = lexicon.words["first_person"] | lexicon.words["second_person"]
    is_told = is_told or not all(spoken.isdisjoint(part) for part in others)
    return any(greeted) and len(words.split()) <= most and not is_told
