"""Vocabularies: the words that kind and method columns may hold, which are all there and stay."""

import pytest
from sqlalchemy import Connection, text

from newsdb.document import SEGMENT_KINDS
from newsdb.facts import ATTRIBUTION_METHODS, ORGANISATION_KINDS, QUOTE_KINDS, SPEAKER_KINDS
from newsdb.models.quotes import CORRECTED
from tests.models.refusing import refusal

WORDS = {
    "quote_kind": QUOTE_KINDS,
    "speaker_kind": SPEAKER_KINDS,
    "attribution_method": (*ATTRIBUTION_METHODS, CORRECTED),
    "segment_kind": SEGMENT_KINDS,
    "organisation_kind": ORGANISATION_KINDS,
}


@pytest.mark.parametrize("statement", ["DELETE FROM {}", "UPDATE {} SET code = code || 'x'", "TRUNCATE {} CASCADE"])
@pytest.mark.parametrize("vocabulary", WORDS)
def test_vocabulary_loses_no_word(connection: Connection, vocabulary: str, statement: str) -> None:
    error = refusal(connection, statement.format(f"newsdb.{vocabulary}"))
    assert (error.sqlstate, error.diag.constraint_name) == ("23514", f"{vocabulary}_stays")


def test_label_of_a_vocabulary_may_change(connection: Connection) -> None:
    connection.execute(text("UPDATE newsdb.quote_kind SET label_fr = 'Propos' WHERE code = 'direct'"))


@pytest.mark.parametrize("vocabulary", WORDS)
def test_vocabulary_has_the_words_that_rows_may_use(connection: Connection, vocabulary: str) -> None:
    codes = connection.execute(text(f"SELECT code FROM newsdb.{vocabulary}")).scalars()
    assert sorted(codes) == sorted(WORDS[vocabulary])
