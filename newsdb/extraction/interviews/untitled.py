"""Read the first line of a page without a headline as what it is: the first question of an interview."""

from collections.abc import Sequence
from dataclasses import replace

from newsdb.extraction.interviews.turns import (
    TURN_KINDS,
    TurnLine,
    addresses_outside_marks,
    asks_back,
    is_report,
    opens_as_reply,
    opens_as_request,
    presents_interview,
    speaks_first_person,
)
from newsdb.extraction.speech_lexicon import Lexicon

# An announcement stands so far below a headline at most.
LINES_BELOW = 3


def open_on_question(lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> list[TurnLine]:
    """The lines, a headline that asks or says you and is answered right below it as a paragraph.

    "Vous partez ? / Oui, je pars.": above "Le port en crise", or an announcement, it would be a headline.
    """
    if len(lines) <= LINES_BELOW or lines[0].line.kind != "headline":
        return list(lines)
    asked, told = lines[:2]
    is_to_you = opens_as_request(asked, text) or addresses_outside_marks(asked, text, lexicon)
    if not (asked.asks or (is_to_you and not speaks_first_person(asked, lexicon))):
        return list(lines)
    below = " ".join(text[turn.line.start : turn.line.end] for turn in lines[1 : 1 + LINES_BELOW]).lower()
    is_told = told.line.kind in TURN_KINDS and not (told.asks or told.label or told.is_quoted)
    is_told = is_told and not is_report(told, text, lexicon)
    is_told = is_told and (opens_as_reply(told, text, lexicon) or speaks_first_person(told, lexicon))
    if not is_told or asked.label is not None or asks_back(asked, text, lexicon) or presents_interview(below, lexicon):
        return list(lines)
    return [replace(asked, line=replace(asked.line, kind="paragraph")), *lines[1:]]
