"""Decisions with a reason, a choice or a value that is none are refused in a sentence, and nothing is recorded."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine

from newsdb.errors import WrongDecision
from newsdb.loading import correct, import_decisions, judge, suppress, undo_correction, unsuppress
from tests.loading.deciding import article_id, rows

MARKET = "Le marché couvert ouvre ses portes"
COUNT = "SELECT (SELECT count(*) FROM newsdb.{}), (SELECT count(*) FROM newsdb.{}), (SELECT count(*) FROM newsdb.{})"

Decide = Callable[[Engine, Any], object]
REASONS: dict[str, Decide] = {
    "correct": lambda engine, reason: correct(
        engine, "article", article_id(engine, MARKET), "section", "Villes", reason=reason
    ),
    "undo": lambda engine, reason: undo_correction(engine, 1, reason=reason),
    "suppress": lambda engine, reason: suppress(engine, "person", "Hind Berrada", reason=reason),
    "unsuppress": lambda engine, reason: unsuppress(engine, 1, reason=reason),
}


def recorded(engine: Engine) -> list[tuple[object, ...]]:
    return rows(engine, COUNT.format("correction", "suppression", "entity_judgement"))


@pytest.mark.parametrize("decision", REASONS)
@pytest.mark.parametrize(
    ("reason", "sentence"),
    [("", "give a reason"), (" ", "give a reason"), (None, "give a reason"), ("a\0b", "write words, without NUL")],
)
def test_decision_without_a_reason_is_refused(loaded: Engine, decision: str, reason: Any, sentence: str) -> None:
    with pytest.raises(WrongDecision, match=sentence):
        REASONS[decision](loaded, reason)
    assert recorded(loaded) == [(0, 0, 0)]


@pytest.mark.parametrize(
    ("decide", "sentence"),
    [
        (lambda engine: suppress(engine, "section", "x", reason="a"), "choose one of article, file, person"),
        (lambda engine: judge(engine, "equal", "A B", "C D"), "choose one of same, different, undone"),
        (lambda engine: judge(engine, "same", "A B", "C D", kind="place"), "choose one of person, organisation"),
        (lambda engine: judge(engine, "same", "A B", "C D", reason=""), "give a reason"),
        (lambda engine: correct(engine, "article", "x", "section", None, reason="a"), "None is no text"),
        (lambda engine: correct(engine, "article", 5, "section", "Villes", reason="a"), "no article by that id"),
        (lambda engine: correct(engine, "article", "x", "authors", " ; ", reason="a"), "' ; ' is no value of it"),
        (
            lambda engine: correct(engine, "role", "x", "person", " unknown ", reason="a"),
            "is no value of it; write who",
        ),
        (lambda engine: correct(engine, "article", "x", "canonical_url", "le site", reason="a"), "write the .*address"),
        (lambda engine: correct(engine, "quote", "x", "speaker", ":", reason="a"), "':' is no value of it"),
        (lambda engine: correct(engine, "quote", "x", "speaker", "group:…", reason="a"), "is no value of it"),
        (lambda engine: correct(engine, "role", "x", "person", "?", reason="a"), "'.' is no value of it; write who"),
        (lambda engine: correct(engine, "role", "x", "organisation", "—", reason="a"), "is no value of it"),
        (lambda engine: correct(engine, "article", "x", "outlet", "...", reason="a"), "is no value of it"),
        (lambda engine: correct(engine, "article", "x", "authors", "A. B.; -", reason="a"), "is no value of it"),
        (lambda engine: correct(engine, "quote", "x", "speaker", "a\0b", reason="a"), "is no value of it"),
    ],
)
def test_choice_or_value_that_is_none_is_refused(
    loaded: Engine, decide: Callable[[Engine], object], sentence: str
) -> None:
    with pytest.raises(WrongDecision, match=sentence):
        decide(loaded)
    assert recorded(loaded) == [(0, 0, 0)]


@pytest.mark.parametrize(
    ("field", "value"),
    [("reason", 5), ("reason", None), ("reason", ""), ("reason", "a\0b"), ("by", 7), ("anchor", "a\0b"), ("value", 5)],
)
def test_line_with_words_that_are_none_is_refused_by_its_number(loaded: Engine, field: str, value: object) -> None:
    line = {
        "decision": "correction",
        "subject": "article",
        "article": article_id(loaded, MARKET),
        "anchor": "",
        "field": "section",
        "verdict": "corrected",
        "value": "Villes",
        "reason": "seen in print",
        "by": None,
        "at": "2024-01-01T00:00:00Z",
    }
    content = json.dumps(line | {field: value})
    with pytest.raises(WrongDecision, match=r"^decisions\.jsonl:1: "):
        import_decisions(loaded, content, name="decisions.jsonl")
    assert recorded(loaded) == [(0, 0, 0)]
    assert import_decisions(loaded, json.dumps(line), name="decisions.jsonl").added == 1
