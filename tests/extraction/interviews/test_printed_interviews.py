"""Whole short articles, read as a file is: the questions, the answers and who gives them; no answers in a report.

`printed_interviews.txt` holds them below lines of equals signs. `@id` says what an article stands for, `{q …}` is a
question, `{a NAME|…}` what NAME answers to it. All of them are invented.
"""

import re
from pathlib import Path

import pytest

from newsdb.extraction import extract_facts
from newsdb.reading.plain_text import read

_TURN = re.compile(r"\{q (?P<question>[^}]*)\}|\{a (?P<speaker>[^|]*)\|(?P<answer>[^}]*)\}")
_ARTICLES = re.split(
    r"^=+\n", Path(__file__).with_name("printed_interviews.txt").read_text("utf-8"), flags=re.MULTILINE
)

Turn = tuple[str, str, str]


def _article(printed: str) -> tuple[str, str, list[Turn]]:
    """What the article stands for, its text and its turns."""
    title, _, marked = printed.partition("\n")
    turns: list[Turn] = []
    question = ""
    for match in _TURN.finditer(marked):
        if match["question"]:
            question = match["question"]
        else:
            turns.append((question, match["answer"], match["speaker"]))
    text = _TURN.sub(lambda match: match["question"] or match["answer"], marked)
    return title.removeprefix("@id "), text, turns


@pytest.mark.parametrize(
    ("text", "turns"), [pytest.param(text, turns, id=title) for title, text, turns in map(_article, _ARTICLES)]
)
def test_answers_are_found_with_question_and_speaker(text: str, turns: list[Turn]) -> None:
    document = read(text, "a.txt")
    found = [
        (text[quote.question_start : quote.question_end], quote.occurrences[0].text, quote.attribution.speaker)
        for quote in extract_facts(document).quotes
        if quote.kind == "answer"
    ]
    assert found == turns
