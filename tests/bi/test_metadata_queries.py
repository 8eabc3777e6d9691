"""What pgjdbc and SQLAlchemy 1.4 ask of the catalogue, and what Metabase wants of it, asked as the reader.

The queries of the first two are recorded; those for Metabase are in our own words, for its own are under the AGPL.
"""

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, text

from tests.bi.recorded import QUERIES, recorded_queries, replay

PGJDBC, METABASE, SQLALCHEMY = "pgjdbc-42.5.5", "metabase", "sqlalchemy-1.4.54"
# Each shown by every BI tool as what it is, by the name that PostgreSQL gives it inside.
KNOWN_TYPES = {"bool", "date", "int4", "int8", "numeric", "text", "timestamptz", "uuid", "varchar"}
QUOTE = {"schema": "report", "table_name": "quote"}
REPORT = {"schema": "report"}


@pytest.fixture(scope="module")
def views(seeded: Engine) -> set[str]:
    """Every view of schema report, as its owner knows them."""
    with seeded.connect() as connection:
        found = connection.execute(
            text("SELECT relname FROM pg_class WHERE relnamespace = 'report'::regnamespace AND relkind IN ('v', 'm')")
        )
        return set(found.scalars())


@pytest.fixture(scope="module")
def columns(seeded: Engine) -> dict[tuple[str, str], str]:
    """The comment of each column of each view, as its owner knows them."""
    with seeded.connect() as connection:
        found = connection.execute(
            text(
                "SELECT c.relname, a.attname, col_description(c.oid, a.attnum) FROM pg_class AS c"
                " JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
                " WHERE c.relnamespace = 'report'::regnamespace AND c.relkind IN ('v', 'm')"
            )
        )
        comments = {(view, column): comment for view, column, comment in found}
        assert all(comments.values())
        return comments


@pytest.mark.parametrize("name", [recorded.name for recorded in recorded_queries()])
def test_the_reader_may_ask_what_tools_ask(reading: Connection, name: str) -> None:
    replay(reading, name, QUOTE)


@pytest.mark.parametrize(
    ("tool", "wanted"),
    [(PGJDBC, 7), (METABASE, 6), (SQLALCHEMY, 8)],
)
def test_each_tool_has_its_queries(tool: str, wanted: int) -> None:
    assert len([recorded for recorded in recorded_queries() if recorded.name.startswith(f"{tool}/")]) == wanted


@pytest.mark.parametrize(
    "folder", sorted(path for path in QUERIES.iterdir() if path.is_dir()), ids=lambda path: path.name
)
def test_words_of_others_stand_beside_their_licence_and_the_rest_are_called_ours(folder: Path) -> None:
    licence = folder / "LICENSE"
    if licence.exists():
        assert licence.read_text(encoding="utf-8").startswith("Copyright ")
    else:
        assert all("in our own words" in path.read_text(encoding="utf-8") for path in folder.glob("*.sql"))


def test_pgjdbc_lists_every_view_with_its_comment(reading: Connection, views: set[str]) -> None:
    (rows,) = replay(reading, f"{PGJDBC}/get_tables", {})
    assert {row["table_name"] for row in rows} == views
    assert {row["table_type"] for row in rows} == {"VIEW"}
    assert all(row["remarks"] for row in rows)


def test_pgjdbc_lists_every_column_with_its_comment(reading: Connection, columns: dict[tuple[str, str], str]) -> None:
    (rows,) = replay(reading, f"{PGJDBC}/get_columns", {})
    assert {(row["relname"], row["attname"]): row["description"] for row in rows} == columns


def test_pgjdbc_finds_rights_to_read_and_none_to_write(reading: Connection, views: set[str]) -> None:
    (rows,) = replay(reading, f"{PGJDBC}/get_table_privileges", {})
    reader = reading.exec_driver_sql("SELECT current_user").scalar_one()
    rights = {row["relname"]: str(row["relacl"]) for row in rows}
    assert set(rights) == views
    assert all(f"{reader}=r/" in right for right in rights.values())


@pytest.mark.parametrize("name", ["get_primary_keys", "get_imported_keys", "get_index_info"])
def test_pgjdbc_finds_no_keys_of_views(reading: Connection, name: str) -> None:
    assert replay(reading, f"{PGJDBC}/{name}", {})[-1] == []


def test_metabase_syncs_the_views_of_the_reports_and_nothing_else(reading: Connection, views: set[str]) -> None:
    (rights,) = replay(reading, f"{METABASE}/table_privileges", {})
    readable = {(row["schema"], row["table"]) for row in rights if row["select"]}
    listed = {(row["schema"], row["name"]): row for row in replay(reading, f"{METABASE}/get_tables", {})[0]}
    synced = readable & set(listed)
    assert synced == {("report", view) for view in views}
    assert all(listed[view]["description"] for view in synced)


def test_metabase_learns_that_nothing_can_be_written(reading: Connection) -> None:
    (rights,) = replay(reading, f"{METABASE}/table_privileges", {})
    assert [row for row in rights if row["insert"] or row["update"] or row["delete"]] == []


def test_metabase_meets_columns_that_it_knows_each_explained(
    reading: Connection, columns: dict[tuple[str, str], str]
) -> None:
    (rows,) = replay(reading, f"{METABASE}/describe_fields", {})
    assert {(row["table_name"], row["name"]): row["field_comment"] for row in rows} == columns
    assert {row["database_type"] for row in rows} <= KNOWN_TYPES
    assert replay(reading, f"{METABASE}/enum_types", {}) == [[]]


def test_metabase_joins_tables_by_one_column_each(reading: Connection) -> None:
    (keys,) = replay(reading, f"{METABASE}/describe_fks", {})
    ends = [(row["fk_table"], row["fk_column"]) for row in keys]
    assert ends
    assert len(set(ends)) == len(ends)


def test_sqlalchemy_finds_the_schema_and_its_views_and_no_tables(reading: Connection, views: set[str]) -> None:
    (schemas,) = replay(reading, f"{SQLALCHEMY}/get_schema_names", {})
    (found,) = replay(reading, f"{SQLALCHEMY}/get_view_names", REPORT)
    assert {"nspname": "report"} in schemas
    assert {row["relname"] for row in found} == views
    assert replay(reading, f"{SQLALCHEMY}/get_table_names", REPORT) == [[]]


def test_sqlalchemy_reflects_each_view_with_its_comment(reading: Connection, views: set[str]) -> None:
    for view in views:
        _, (row,) = replay(reading, f"{SQLALCHEMY}/get_table_comment", {**REPORT, "table_name": view})
        assert row["table_comment"], view


def test_sqlalchemy_reflects_each_column_with_its_comment(
    reading: Connection, columns: dict[tuple[str, str], str]
) -> None:
    found = {}
    for view in {view for view, _ in columns}:
        _, rows, _, enums = replay(reading, f"{SQLALCHEMY}/get_columns", {**REPORT, "table_name": view})
        found |= {(view, row["attname"]): row["comment"] for row in rows}
        assert enums == []
    assert found == columns


@pytest.mark.parametrize("name", ["get_pk_constraint", "get_foreign_keys", "get_indexes"])
def test_sqlalchemy_finds_no_keys_of_views(reading: Connection, name: str) -> None:
    assert replay(reading, f"{SQLALCHEMY}/{name}", QUOTE)[-1] == []
