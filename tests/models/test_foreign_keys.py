"""No row refers to what is not there: a key says so, or what the key would follow from."""

import pytest
from sqlalchemy import Column, Connection, text

from tests.models.refusing import TABLES, refusal, without_checks

# What repeats the article of its version, and is no fact with evidence.
REPEATED = ("article_source", "story_sketch", "outlet_appearance", "person_appearance", "organisation_appearance")


def foreign_keys() -> list[Column[object]]:
    return [column for table in TABLES.values() for column in table.columns if column.foreign_keys]


# What a trigger and the foreign keys behind it say of these, and a check of these: no key is asked besides, where
# PostgreSQL can declare one without enforcing it.
OF_QUOTES = ("quote_occurrence", "quote_attribution")
PROVED = ("text_segment", "mention", "role_claim", "article_author", "quote", *OF_QUOTES)
VOCABULARIES = ("quote_kind", "speaker_kind", "attribution_method", "segment_kind", "organisation_kind")


def is_said_otherwise(column: Column[object]) -> bool:
    (key,) = column.foreign_keys
    parent = key.column.table.name
    proved = {"article": (*PROVED, *REPEATED), "article_version": OF_QUOTES}
    return parent in VOCABULARIES or column.table.name in proved.get(parent, ())


def nowhere(column: Column[object]) -> str:
    """A statement that has one row refer to what is not there."""
    table = column.table.name
    value = "'nowhere'" if column.name in ("kind", "method", "place", "speaker_kind") else "gen_random_uuid()"
    return f"UPDATE newsdb.{table} SET {column.name} = {value} WHERE ctid = (SELECT min(ctid) FROM newsdb.{table})"


@pytest.mark.parametrize("column", foreign_keys(), ids=str)
def test_reference_to_nothing_is_refused(connection: Connection, column: Column[object]) -> None:
    table = column.table.name
    version = connection.dialect.server_version_info
    if is_said_otherwise(column) and version is not None and version >= (18,):
        error = refusal(connection, nowhere(column))
        assert error.diag.sqlstate == "23514"
        assert error.diag.table_name == table
    else:
        without_checks(connection, table)
        assert refusal(connection, nowhere(column)).diag.constraint_name == f"{table}_{column.name}_fkey"


def test_only_what_is_said_otherwise_is_declared_without_being_enforced(connection: Connection) -> None:
    version = connection.dialect.server_version_info
    expected = {f"{c.table.name}_{c.name}_fkey" for c in foreign_keys() if is_said_otherwise(c)}
    if version is None or version < (18,):
        pytest.skip("before PostgreSQL 18 every foreign key is enforced")
    unenforced = connection.execute(
        text(
            "SELECT conname FROM pg_constraint WHERE connamespace = 'newsdb'::regnamespace"
            " AND contype = 'f' AND NOT conenforced"
        )
    )
    assert set(unenforced.scalars()) == expected


def test_article_whose_facts_are_there_stays(connection: Connection) -> None:
    error = refusal(connection, "DELETE FROM newsdb.article")
    assert error.sqlstate == "23503"


def test_every_foreign_key_is_one_indexed_column(connection: Connection) -> None:
    unindexed = connection.execute(
        text("""
            SELECT c.conname FROM pg_constraint AS c
            WHERE c.contype = 'f' AND c.connamespace = 'newsdb'::regnamespace
                AND (cardinality(c.conkey) <> 1 OR NOT EXISTS (SELECT FROM pg_index AS i
                WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL))
        """)
    ).scalars()
    assert list(unindexed) == []
