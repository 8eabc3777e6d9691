"""What is wrong with a line of a file of decisions is said with its number, and nothing of the file is taken in."""

import json
from typing import Any

import pytest

from newsdb.errors import WrongDecision
from newsdb.loading.decisions.lines import read_entries

ARTICLE = "8f4d0b8b-ccd3-3e83-e1c7-ef1fb590d56b"
AT = {"reason": "seen in print", "at": "2024-01-01T00:00:00Z"}
CORRECTION = {
    "decision": "correction",
    "subject": "article",
    "article": ARTICLE,
    "anchor": "",
    "field": "section",
    "verdict": "corrected",
    "value": "Ports",
    "by": None,
    **AT,
}
QUOTE = {**CORRECTION, "subject": "quote", "anchor": "le quai sera prolonge", "field": "kind", "value": "direct"}
ROLE = {**CORRECTION, "subject": "role", "anchor": "salma idrissi|directrice", "field": "person", "value": "Ali Tazi"}
TAKEDOWN = {
    "decision": "takedown",
    "kind": "person",
    "key": "ab" * 32,
    "words": 2,
    "verdict": "suppressed",
    "by": None,
    **AT,
}
JUDGEMENT = {"decision": "judgement", "kind": "person", "names": ["ali tazi", "omar tazi"], "verdict": "same", **AT}
BODIES = {**JUDGEMENT, "kind": "organisation", "names": ["agence congres port", "mnc"]}


def line(entry: dict[str, Any], **changed: object) -> str:
    return json.dumps(entry | changed)


@pytest.mark.parametrize("entry", [CORRECTION, QUOTE, ROLE, TAKEDOWN, JUDGEMENT, BODIES])
def test_line_as_it_is_exported_is_read(entry: dict[str, Any]) -> None:
    assert read_entries(line(entry), "decisions.jsonl") == [entry]


@pytest.mark.parametrize(
    ("entry", "changed", "sentence"),
    [
        (CORRECTION, {"decision": ["correction"]}, "the line is no decision"),
        (CORRECTION, {"note": ""}, "a correction has the fields decision, subject"),
        (CORRECTION, {"article": ARTICLE.upper()}, "its article is no id in lower case"),
        (CORRECTION, {"article": f"{{{ARTICLE}}}"}, "its article is no id in lower case"),
        (CORRECTION, {"subject": "headline"}, "its subject is none of article, quote, role"),
        (CORRECTION, {"field": "speaker"}, "its field is none of headline"),
        (CORRECTION, {"anchor": "le quai"}, "its anchor is"),
        (QUOTE, {"anchor": ""}, "its anchor is"),
        (QUOTE, {"anchor": 5}, "its anchor is"),
        (CORRECTION, {"field": "outlet", "value": "unknown"}, "its value would be recorded as null"),
        (CORRECTION, {"value": " Ports  du Sud"}, 'its value would be recorded as "Ports du Sud"'),
        (
            CORRECTION,
            {"field": "headline", "value": None},
            "its value would be recorded as",
        ),
        (ROLE, {"value": None}, "role person: 'unknown' is no value of it"),
        (CORRECTION, {"verdict": "undone"}, "what is undone has no value"),
        (CORRECTION, {"verdict": "suppressed"}, "its verdict is none of corrected, undone"),
        (CORRECTION, {"verdict": ["corrected"]}, "its verdict is none of corrected, undone"),
        (CORRECTION, {"at": "2024-01-01"}, "its at is no time with a zone"),
        (CORRECTION, {"at": "0001-01-01T00:00:00+05:00"}, "its at is no time with a zone"),
        (CORRECTION, {"at": 5}, "its at is no time with a zone"),
        (TAKEDOWN, {"kind": "outlet"}, "its kind is none of article, file, person"),
        (TAKEDOWN, {"words": "2"}, "its words are not the number"),
        (TAKEDOWN, {"words": 2.7}, "its words are not the number"),
        (TAKEDOWN, {"words": True}, "its words are not the number"),
        (TAKEDOWN, {"words": 1}, "its words are not the number"),
        (TAKEDOWN, {"words": 2**31}, "its words are not the number"),
        (TAKEDOWN, {"words": None}, "its words are not the number"),
        (TAKEDOWN, {"kind": "file"}, "its words are not the number"),
        (TAKEDOWN, {"key": "AB" * 32}, "its key is no SHA-256 in lower case"),
        (TAKEDOWN, {"key": "ab"}, "its key is no SHA-256 in lower case"),
        (TAKEDOWN, {"kind": "article", "key": ARTICLE.upper(), "words": None}, "its key is no id in lower case"),
        (JUDGEMENT, {"kind": "outlet"}, "its kind is none of person, organisation"),
        (JUDGEMENT, {"names": ["omar tazi", "ali tazi"]}, "its names are not two, sorted"),
        (JUDGEMENT, {"names": ["ali tazi", "ali tazi"]}, "its names are not two, sorted"),
        (JUDGEMENT, {"names": ["ali tazi", ["omar tazi"]]}, "its names are not two, sorted"),
        (JUDGEMENT, {"names": ["", "omar tazi"]}, "the name '' is not folded"),
        (JUDGEMENT, {"names": ["Ali Tazi", "Omar Tazi"]}, "the name 'Ali Tazi' is not folded; write 'ali tazi'"),
        (JUDGEMENT, {"names": ["ali tazi", "réda tazi"]}, "the name 'réda tazi' is not folded; write 'reda tazi'"),
        (JUDGEMENT, {"names": ["ali el-tazi", "omar"]}, "the name 'ali el-tazi' is not folded; write 'ali el tazi'"),
        (JUDGEMENT, {"names": ["ali tazi ", "omar"]}, "the name 'ali tazi ' is not folded; write 'ali tazi'"),
        (JUDGEMENT, {"names": ["ali  tazi", "omar"]}, "the name 'ali  tazi' is not folded; write 'ali tazi'"),
        (BODIES, {"names": ["les ports", "mnc"]}, "the name 'les ports' is not folded; write 'port', or"),
        (
            BODIES,
            {"names": ["agence des ports", "mnc"]},
            "the name 'agence des ports' is not folded; write 'agence port'",
        ),
        (QUOTE, {"anchor": "Le quai sera prolongé"}, "its anchor is not folded; write 'le quai sera prolonge'"),
        (QUOTE, {"anchor": "le quai, dit-il"}, "its anchor is not folded; write 'le quai dit il'"),
        (ROLE, {"anchor": "Salma Idrissi|directrice"}, "its anchor is not folded; write 'salma idrissi|directrice'"),
        (ROLE, {"anchor": "salma idrissi| chargée"}, "its anchor is not folded; write 'salma idrissi|chargee'"),
        (ROLE, {"anchor": "salma idrissi"}, "its anchor is no holder|title"),
        (JUDGEMENT, {"names": ["ali tazi@matin", "omar tazi"]}, "behind @ of 'ali tazi@matin' stands no id"),
        (JUDGEMENT, {"kind": "organisation", "names": [f"apebi@{ARTICLE}", "mnc"]}, "behind @ of 'apebi@8f4d0b8b"),
    ],
)
def test_field_that_is_not_as_it_is_exported_is_named(
    entry: dict[str, Any], changed: dict[str, object], sentence: str
) -> None:
    with pytest.raises(WrongDecision) as refused:
        read_entries(f"{line(CORRECTION)}\n{line(entry, **changed)}\n", "decisions.jsonl")
    assert str(refused.value).startswith(f"decisions.jsonl:2: {sentence}")


@pytest.mark.parametrize("content", ["not JSON", "[" * 100_000, "9" * 5_000])
def test_what_is_no_json_is_refused_as_such(content: str) -> None:
    with pytest.raises(WrongDecision, match=r"^decisions\.jsonl:1: the line is no"):
        read_entries(content, "decisions.jsonl")


def test_marks_of_a_merge_are_called_so() -> None:
    content = f"<<<<<<< HEAD\n{line(JUDGEMENT)}\n=======\n{line(JUDGEMENT, verdict='different')}\n>>>>>>> theirs\n"
    with pytest.raises(WrongDecision, match=r"^decisions\.jsonl:1: a merge has left its mark here; choose"):
        read_entries(content, "decisions.jsonl")


def test_lines_that_decide_one_thing_differently_are_both_named() -> None:
    """As a merge that keeps both sides leaves them: of which holds, no order of lines may decide."""
    content = f"{line(JUDGEMENT)}\n{line(CORRECTION)}\n{line(JUDGEMENT, verdict='different')}\n"
    with pytest.raises(WrongDecision, match=r"^decisions\.jsonl:3: line 1 decides the same otherwise; keep"):
        read_entries(content, "decisions.jsonl")


def test_takedowns_of_one_name_that_count_its_words_differently_contradict_each_other() -> None:
    content = f"{line(TAKEDOWN)}\n{line(TAKEDOWN, words=3, verdict='undone')}\n"
    with pytest.raises(WrongDecision, match="line 1 decides the same otherwise"):
        read_entries(content, "decisions.jsonl")
