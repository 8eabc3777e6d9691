"""The language of a text is told when it is sure."""

import pytest

from newsdb.reading.languages import identify_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Les pêcheurs du port attendent depuis trois semaines le passage des bancs de thon.", "fr"),
        ("The fishermen of the harbour have been waiting for the tuna for three weeks.", "en"),
        ("ينتظر الصيادون في الميناء منذ ثلاثة أسابيع مرور الأسماك التي تأخرت عن الظهور.", "ar"),
        ("Los pescadores del puerto esperan el atún desde hace tres semanas en el muelle.", "es"),
        ("12 345 - 678", "und"),
        ("Ok", "und"),
    ],
)
def test_language_is_told_or_undetermined(text: str, language: str) -> None:
    assert identify_language(text) == language


def test_answer_does_not_depend_on_what_was_read_before() -> None:
    text = "Les pêcheurs du port attendent depuis trois semaines."
    first = identify_language(text)
    identify_language("The fishermen of the harbour have been waiting.")
    assert identify_language(text) == first
