"""The digest is of the data alone: no setting of a session or server changes it, any change of a row does."""

import sys

import pytest
from psycopg import sql
from sqlalchemy import Engine, text

from newsdb.api import Database
from newsdb.database.engine import make_engine
from newsdb.integrity import digest
from newsdb.loading import load
from tests.seeds import SEEDS


def digest_with(engine: Engine, *statements: str) -> str:
    """The digest after some statements, which are rolled back."""
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
        return digest(connection)


def test_no_setting_changes_the_digest(engine: Engine) -> None:
    load(engine, [SEEDS])
    settings = (
        "TimeZone = 'Africa/Casablanca'",
        "DateStyle = 'German'",
        "bytea_output = 'escape'",
        "lc_monetary = 'C'",
        "client_encoding = 'LATIN1'",
    )
    assert {digest_with(engine, f"SET {setting}") for setting in settings} == {digest_with(engine)}


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
def test_any_change_of_data_changes_the_digest(engine: Engine, change: str) -> None:
    load(engine, [SEEDS])
    assert digest_with(engine, change) != digest_with(engine)


def test_clocks_of_the_ledger_are_left_out(engine: Engine) -> None:
    load(engine, [SEEDS])
    assert digest_with(engine, "UPDATE newsdb.load_run SET started_at = started_at - interval '1 day'") == digest_with(
        engine
    )


def test_digest_is_of_one_state_though_a_load_ends_meanwhile(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest_with(engine)
    module = sys.modules["newsdb.integrity.digesting"]
    select = module._select

    def load_between(name: str) -> sql.Composed:
        if name == "outlet":
            load(engine, [SEEDS])
        return select(name)

    monkeypatch.setattr(module, "_select", load_between)
    assert Database(engine).digest() == before


def test_isolation_of_the_callers_engine_does_not_matter(engine: Engine, database_url: str) -> None:
    """Without transactions, what the digest sets for itself would not last."""
    load(engine, [SEEDS])
    own = make_engine(database_url).execution_options(isolation_level="AUTOCOMMIT")
    try:
        with own.connect() as connection:
            connection.execute(text("SET bytea_output = 'escape'"))
        assert Database(own).digest() == digest_with(engine)
        assert Database(own).verify() == ()
    finally:
        own.dispose()
