"""The digest is of the data alone: no setting of a session or server changes it, any change of a row does."""

import re
import sys

import pytest
from psycopg import sql
from sqlalchemy import Engine, text

from newsdb.api import Database
from newsdb.database.engine import make_engine
from newsdb.integrity import digest
from newsdb.loading import load
from newsdb.models.catalogue import DATA_TABLES
from tests.seeds import SEEDS

module = sys.modules["newsdb.integrity.digesting"]


def digest_with(engine: Engine, *statements: str) -> str:
    """The digest after some statements, which are rolled back."""
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
        return digest(connection)


def test_no_setting_changes_the_digest(shared_seeds: Engine) -> None:
    settings = (
        "TimeZone = 'Africa/Casablanca'",
        "DateStyle = 'German'",
        "bytea_output = 'escape'",
        "lc_monetary = 'C'",
        "client_encoding = 'LATIN1'",
    )
    assert {digest_with(shared_seeds, f"SET {setting}") for setting in settings} == {digest_with(shared_seeds)}


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE newsdb.article SET section = 'Sport' WHERE section IS NULL",
        "UPDATE newsdb.article SET published_on = published_on + 1",
        "UPDATE newsdb.person SET name = name || ' '",
        "DELETE FROM newsdb.article_author",
        "UPDATE newsdb.quote_attribution SET confidence = 0",
    ],
)
def test_any_change_of_data_changes_the_digest(shared_seeds: Engine, change: str) -> None:
    assert digest_with(shared_seeds, change) != digest_with(shared_seeds)


# How a value of each type becomes another one.
OTHERWISE = {
    "uuid": "gen_random_uuid()",
    "tsvector": "'other'::tsvector",
    "text": "coalesce({0}, '') || '.'",
    "date": "coalesce({0}, '2000-01-01') + 1",
    "boolean": "NOT coalesce({0}, false)",
    "bytea": "{0} || '\\x00'",
    "integer[]": "{0} || 1",
    "integer": "coalesce({0}, 0) + 1000",
    "smallint": "coalesce({0}, 0) + 1000",
    "real": "{0} / 2",
    "numeric(3,2)": "1 - {0}",
}
# A hash stands beside each of the first two, and the words of a search follow from the text.
COVERED = {("source_file", "content"), ("article_text", "body"), ("article_version", "search_vector")}
COLUMNS = """
    SELECT t.relname, a.attname, format_type(a.atttypid, a.atttypmod) FROM pg_attribute AS a
    JOIN pg_class AS t ON t.oid = a.attrelid
    WHERE t.relnamespace = 'newsdb'::regnamespace AND t.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
        AND a.attgenerated = '' AND t.relname <> ALL(%(others)s)
"""
NO_DATA = re.compile("load_.*|correction|suppression|entity_judgement|calendar|alembic_version|.*_(kind|method)")
ALONE = """
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) FROM pg_constraint
    WHERE connamespace = 'newsdb'::regnamespace AND contype IN ('c', 'f') UNION ALL
    SELECT format('ALTER TABLE %s DISABLE TRIGGER USER', oid::regclass) FROM pg_class
    WHERE relnamespace = 'newsdb'::regnamespace AND relkind = 'r'
"""


def test_another_value_in_any_column_of_any_table_of_data_changes_the_digest(
    shared_seeds: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    with shared_seeds.connect() as connection:
        for (statement,) in connection.execute(text(ALONE)).all():
            connection.exec_driver_sql(statement)
        connection.execute(text("INSERT INTO newsdb.article_story SELECT id, id FROM newsdb.article LIMIT 1"))
        ids = "SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid()"
        connection.execute(text(f"INSERT INTO newsdb.article_reprint {ids}, 0.25"))
        connection.execute(text(f"INSERT INTO newsdb.outlet_alias SELECT *, 'A', 'a' FROM ({ids[:-19]}) AS ids"))
        tables = connection.execute(text("SELECT relname FROM pg_class WHERE relnamespace = 'newsdb'::regnamespace"))
        others = [name for name in tables.scalars() if NO_DATA.fullmatch(name)]
        unseen = set()
        for table, column, kind in connection.exec_driver_sql(COLUMNS, {"others": others}).all():
            # One table at a time is a hundred times as fast.
            monkeypatch.setattr(module, "DATA_TABLES", [name for name in DATA_TABLES if name == table])
            before, change = digest(connection), connection.begin_nested()
            value = OTHERWISE[kind].format(column)
            row = f"(SELECT ctid FROM newsdb.{table} LIMIT 1)"
            changed = connection.exec_driver_sql(f"UPDATE newsdb.{table} SET {column} = {value} WHERE ctid = {row}")
            assert changed.rowcount == 1, table
            if digest(connection) == before:
                unseen.add((table, column))
            change.rollback()
    assert unseen == COVERED


def test_clocks_of_the_ledger_are_left_out(shared_seeds: Engine) -> None:
    assert digest_with(
        shared_seeds, "UPDATE newsdb.load_run SET started_at = started_at - interval '1 day'"
    ) == digest_with(shared_seeds)


def test_digest_is_of_one_state_though_a_load_ends_meanwhile(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest_with(engine)
    select = module._select

    def load_between(name: str) -> sql.Composed:
        if name == "outlet":
            load(engine, [SEEDS])
        return select(name)

    monkeypatch.setattr(module, "_select", load_between)
    assert Database(engine).digest() == before


def test_isolation_of_the_callers_engine_does_not_matter(shared_seeds: Engine) -> None:
    """Without transactions, what the digest sets for itself would not last."""
    own = make_engine(shared_seeds.url).execution_options(isolation_level="AUTOCOMMIT")
    try:
        with own.connect() as connection:
            connection.execute(text("SET bytea_output = 'escape'"))
        assert Database(own).digest() == digest_with(shared_seeds)
        assert Database(own).verify() == ()
    finally:
        own.dispose()
