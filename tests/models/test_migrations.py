"""The migrations make what the models say, and go down and up again with data in the tables."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, text

from newsdb.database.migrations import downgrade, upgrade
from newsdb.integrity import digest, verify
from newsdb.loading import load
from newsdb.models import Base, key_id
from newsdb.models.catalogue import DATA_TABLES
from tests.conftest import engine_on, temporary_database
from tests.loading.deciding import write_pages
from tests.seeds import SEEDS
from tests.unbreakable.formats import ONE_OF_EACH

# PostgreSQL takes every text but those with NUL, and UTF-8 has no lone surrogates.
STORABLE = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
ROLES_OF_QUOTES = "SELECT role_claim_id FROM newsdb.quote_attribution"
TABLES_LEFT = "SELECT relname FROM pg_class WHERE relnamespace = 'newsdb'::regnamespace AND relkind = 'r'"


def test_migrations_make_the_tables_of_the_models(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "version_table_schema": "newsdb",
                "include_schemas": True,
                "include_name": lambda name, kind, _: kind != "schema" or name in ("newsdb", "report"),
                "compare_server_default": True,
            },
        )
        assert compare_metadata(context, Base.metadata) == []


def test_down_and_up_again_with_data(seeded: Engine) -> None:
    with seeded.connect() as connection:
        before = digest(connection)
    downgrade(seeded, "base")
    with seeded.connect() as connection:
        left = connection.execute(
            text(
                "SELECT relname FROM pg_class WHERE relnamespace::regnamespace::text IN ('newsdb', 'report')"
                " AND relkind IN ('r', 'v') AND relname <> 'alembic_version'"
            )
        )
        assert list(left) == []
    upgrade(seeded)
    load(seeded, [SEEDS])
    with seeded.connect() as connection:
        assert digest(connection) == before
        assert verify(connection) == ()


def rows_of(engine: Engine, tables: Iterable[str]) -> dict[str, list[str]]:
    """All rows; a column that is NULL is left out, for a migration may add one, and so is which extractor read them."""
    query = "SELECT (jsonb_strip_nulls(to_jsonb(t)) - 'extractor')::text FROM newsdb.{} AS t ORDER BY 1"
    with engine.connect() as connection:
        return {name: list(connection.execute(text(query.format(name))).scalars()) for name in tables}


def test_data_stay_in_the_tables_that_a_downgrade_leaves(seeded: Engine) -> None:
    """With what later migrations put on their rows, which is told again by other rows."""
    before = rows_of(seeded, DATA_TABLES)
    downgrade(seeded, "0006")
    with seeded.connect() as connection:
        left = {str(name) for name in connection.execute(text(TABLES_LEFT)).scalars()}.intersection(DATA_TABLES)
    assert {"article", "mention", "quote", "quote_attribution", "person_appearance"} <= left
    upgrade(seeded)
    assert rows_of(seeded, left) == {name: before[name] for name in left}
    with seeded.connect() as connection:
        assert any(connection.execute(text(ROLES_OF_QUOTES)).scalars())


@pytest.fixture(scope="module")
def paths(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Captures, records of a container and articles of several outlets."""
    folder = tmp_path_factory.mktemp("press")
    for name, content in ONE_OF_EACH.items():
        (folder / name).write_bytes(content)
    return [SEEDS, *write_pages(folder), *(folder / name for name in ONE_OF_EACH)]


@pytest.fixture(scope="module")
def loaded_template(administrator: Engine, template: str, paths: list[Path]) -> Iterator[str]:
    """A database that holds these files, cloned for each revision."""
    with temporary_database(administrator, template) as name:
        with engine_on(administrator, name) as engine:
            load(engine, paths)
        yield name


@pytest.mark.parametrize("revision", ["0023", "0019", "0015", "0014", "0006"])
def test_load_makes_good_what_a_downgrade_forgot(
    administrator: Engine, loaded_template: str, paths: list[Path], revision: str
) -> None:
    """The next load passes over none of the files as known."""
    with temporary_database(administrator, loaded_template) as name, engine_on(administrator, name) as engine:
        with engine.connect() as connection:
            before = digest(connection)
        downgrade(engine, revision)
        upgrade(engine)
        report = load(engine, paths)
        assert (report.inserted, report.rejected) == (0, 0)
        with engine.connect() as connection:
            assert verify(connection) == ()
            assert digest(connection) == before


def test_ids_are_the_same_in_sql_and_in_python(engine: Engine) -> None:
    with engine.connect() as connection:

        @given(st.lists(STORABLE | st.none(), max_size=5))
        def same(parts: list[str | None]) -> None:
            in_sql = connection.execute(
                text("SELECT newsdb.key_id(VARIADIC CAST(:parts AS text[]))"), {"parts": parts}
            ).scalar_one()
            assert in_sql == (key_id(*parts) if parts else in_sql)

        same()
