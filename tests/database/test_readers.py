"""A reader reads the reports and can do nothing else: each way to write is tried, read-only setting or not."""

import uuid
from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy
from psycopg import sql
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import ProgrammingError

import newsdb
from newsdb.database.engine import make_engine
from newsdb.database.migrations import downgrade, upgrade
from newsdb.database.readers import Reader, drop_reader, grant_reader, is_login, reader_url
from newsdb.errors import DatabaseError
from newsdb.loading import load
from newsdb.reports import list_reports, run_report
from tests.conftest import engine_on, temporary_database
from tests.seeds import SEEDS

PASSWORD = "une phrase, longue ; avec 'guillemets' \" et é"
WRITES = {
    "insert": "INSERT INTO newsdb.outlet (id, name) VALUES (gen_random_uuid(), 'x')",
    "insert into a view": "INSERT INTO report.revision VALUES ('9999')",
    "update": "UPDATE newsdb.article SET headline = 'x'",
    "update of a view": "UPDATE report.revision SET version_num = '9999'",
    "delete": "DELETE FROM newsdb.quote",
    "delete from a view": "DELETE FROM report.revision",
    "merge": "MERGE INTO newsdb.outlet AS o USING (SELECT 1) AS n ON false WHEN NOT MATCHED THEN DO NOTHING",
    "truncate": "TRUNCATE newsdb.load_run",
    "copy from": "COPY newsdb.outlet FROM STDIN",
    "copy to a file": "COPY (SELECT 1) TO '/nowhere/at/all'",
    "copy to a program": "COPY (SELECT 1) TO PROGRAM 'true'",
    "table in public": "CREATE TABLE public.mine (a integer)",
    "table in report": "CREATE TABLE report.mine (a integer)",
    "table in newsdb": "CREATE TABLE newsdb.mine (a integer)",
    "temporary table": "CREATE TEMPORARY TABLE mine (a integer)",
    "temporary view": "CREATE TEMPORARY VIEW mine AS SELECT 1",
    "temporary sequence": "CREATE TEMPORARY SEQUENCE mine",
    "select into": "SELECT 1 AS one INTO public.mine",
    "view": "CREATE VIEW public.mine AS SELECT 1",
    "materialised view": "CREATE MATERIALIZED VIEW public.mine AS SELECT 1",
    "sequence": "CREATE SEQUENCE public.mine",
    "type": "CREATE TYPE public.mine AS (a integer)",
    "schema": "CREATE SCHEMA mine",
    "function": "CREATE FUNCTION public.mine() RETURNS integer LANGUAGE sql RETURN 1",
    "temporary function": "CREATE FUNCTION pg_temp.mine() RETURNS integer LANGUAGE sql RETURN 1",
    "block": "DO $$ BEGIN DELETE FROM newsdb.quote; END $$",
    "explain analyze": "EXPLAIN ANALYZE DELETE FROM newsdb.quote",
    "with": "WITH gone AS (DELETE FROM newsdb.quote RETURNING id) SELECT * FROM gone",
    "for update": "SELECT * FROM report.revision FOR UPDATE",
    "lock": "BEGIN; LOCK TABLE newsdb.article IN ACCESS EXCLUSIVE MODE",
    "lock of a view": "BEGIN; LOCK TABLE report.revision IN SHARE MODE",
    "alter view": "ALTER VIEW report.article RENAME TO mine",
    "drop view": "DROP VIEW report.article CASCADE",
    "comment": "COMMENT ON VIEW report.article IS 'x'",
    "index": "CREATE INDEX ON newsdb.article (headline)",
    "trigger off": "ALTER TABLE newsdb.mention DISABLE TRIGGER ALL",
    "grant": "GRANT SELECT ON newsdb.article TO CURRENT_USER",
    "role": "CREATE ROLE mine",
    "superuser": "ALTER ROLE CURRENT_USER SUPERUSER",
    "member": "GRANT pg_write_all_data TO CURRENT_USER",
    "another role": "SET ROLE {owner}",
    "session of another": "SET SESSION AUTHORIZATION {owner}",
    "replica": "SET session_replication_role = replica",
    "database": "CREATE DATABASE mine",
    "extension": "CREATE EXTENSION dblink",
    "server setting": "ALTER SYSTEM SET work_mem = '1GB'",
    "file": "SELECT pg_read_file('/etc/hostname')",
    "import of a large object": "SELECT lo_import('/etc/hostname')",
    "stop of others": "SELECT pg_reload_conf()",
}
READS = {
    "table": "SELECT * FROM newsdb.article",
    "raw bytes": "SELECT * FROM newsdb.source_file",
    "count": "SELECT count(*) FROM newsdb.quote",
    "function of newsdb": "SELECT newsdb.fold_name('x')",
    "hashes of passwords": "SELECT * FROM pg_authid",
}
LARGE_OBJECTS = ("BEGIN; SELECT lo_create(0)", "BEGIN; SELECT lo_creat(-1)", "BEGIN; SELECT lo_from_bytea(0, 'x')")


@pytest.fixture(scope="module")
def owner(administrator: Engine, seeded_template: str) -> Iterator[Engine]:
    """The owner's engine on a database with the seeds."""
    with temporary_database(administrator, seeded_template) as name, engine_on(administrator, name) as engine:
        yield engine


@pytest.fixture(scope="module")
def login(owner: Engine) -> Iterator[str]:
    """A name for a login that is dropped at the end."""
    name = f"reader {uuid.uuid4().hex[:12]}"
    yield name
    drop_reader(owner, name)


@pytest.fixture(scope="module")
def reader(owner: Engine, login: str) -> Reader:
    return grant_reader(owner, login, PASSWORD)


@pytest.fixture(scope="module")
def reading(owner: Engine, reader: Reader) -> Iterator[Engine]:
    """The reader's engine."""
    engine = make_engine(reader_url(owner.url, reader.name, PASSWORD))
    yield engine
    engine.dispose()


@pytest.fixture
def session(reading: Engine) -> Iterator[Connection]:
    """Each statement is a transaction of its own, for some are refused in any other."""
    with reading.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        yield connection
        # What it set, or has left open, goes with it.
        connection.invalidate()


def switch_read_only_off(session: Connection) -> None:
    session.exec_driver_sql("SET default_transaction_read_only = off")


def refusal(session: Connection, statement: str) -> str | None:
    """The SQLSTATE with which the statement is refused."""
    driver = session.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    try:
        with driver.cursor() as cursor:
            if statement.startswith("COPY") and "STDIN" in statement:
                with cursor.copy(statement):
                    pass
            else:
                cursor.execute(statement.encode())
    except psycopg.Error as error:
        return error.sqlstate
    return None


@pytest.mark.parametrize("what", WRITES)
def test_reader_writes_nothing(session: Connection, owner: Engine, what: str) -> None:
    statement = WRITES[what].replace("{owner}", str(owner.url.username))
    # Refused for want of a right, or at once because the transaction is read only.
    assert refusal(session, statement) in ("42501", "25006", "0A000")


@pytest.mark.parametrize("what", WRITES)
def test_reader_who_switches_read_only_off_writes_nothing_either(session: Connection, owner: Engine, what: str) -> None:
    switch_read_only_off(session)
    statement = WRITES[what].replace("{owner}", str(owner.url.username))
    # For want of a right; for temporary functions there is no schema to put them in.
    assert refusal(session, statement) in ("42501", "0A000", "3F000")


@pytest.mark.parametrize("what", READS)
def test_reader_reads_no_table(session: Connection, what: str) -> None:
    assert refusal(session, READS[what]) == "42501"


@pytest.mark.parametrize("statement", LARGE_OBJECTS)
def test_reader_makes_no_large_object(session: Connection, reader: Reader, statement: str) -> None:
    version = int(session.exec_driver_sql("SHOW server_version_num").scalar_one())
    if version >= 160000:
        assert refusal(session, statement) in ("25006", "42501")
        session.exec_driver_sql("ROLLBACK")
    switch_read_only_off(session)
    # Where no superuser granted, the door stays open, and the grant said so.
    assert (refusal(session, statement) == "42501") != reader.makes_large_objects


def test_reader_reads_every_view_and_finds_people_by_name(session: Connection) -> None:
    views = session.execute(text("SELECT table_name FROM information_schema.views WHERE table_schema = 'report'"))
    names = list(views.scalars())
    assert {"article", "quote", "mention", "calendar", "data_quality"} <= set(names)
    for name in names:
        session.execute(text(f"SELECT * FROM report.{name} LIMIT 5")).all()
    assert session.execute(text("SELECT report.people_named('Mehdi Kettani')")).scalar_one()


def test_reader_is_asked_the_reports(session: Connection) -> None:
    # These two, and how names are joined, are about the tables.
    of_tables = {"judgements", "names_of_person", "names_of_organisation"}
    for report in list_reports():
        if report.name not in of_tables:
            needed = {parameter.name: "APEBI" for parameter in report.parameters if parameter.is_required}
            run_report(session, report.name, needed)


def test_bi_tool_is_shown_the_views_with_their_comments_and_no_table(session: Connection) -> None:
    shown = session.execute(
        text(
            "SELECT DISTINCT table_schema, table_type FROM information_schema.tables"
            " WHERE table_schema NOT IN ('pg_catalog', 'information_schema')"
        )
    )
    assert [tuple(row) for row in shown] == [("report", "VIEW")]
    inspector = sqlalchemy.inspect(session)
    for view in inspector.get_view_names("report"):
        assert all(column["comment"] for column in inspector.get_columns(view, "report"))


def test_scripts_read_as_the_reader(reading: Engine) -> None:
    database = newsdb.Database(reading)
    assert {quote.speaker for quote in database.quotes(speaker="Chami")} == {"Ahmed Réda Chami"}
    assert list(database.quotes(speaker="personne de ce nom")) == []
    assert next(database.mentions(name="MNC")).name == "Maroc Numeric Cluster"
    assert "vegaEmbed" in database.page("overview")


def test_reader_begins_read_only_with_limits_of_time(session: Connection) -> None:
    settings = {
        name: session.exec_driver_sql(f"SHOW {name}").scalar_one()
        for name in ("default_transaction_read_only", "statement_timeout", "lock_timeout")
    }
    assert settings == {"default_transaction_read_only": "on", "statement_timeout": "1min", "lock_timeout": "5s"}


def test_long_statement_is_ended(owner: Engine, login: str, reading: Engine) -> None:
    grant_reader(owner, login, None, timeout=1)
    reading.dispose()
    try:
        with reading.connect() as session:
            assert refusal(session, "SELECT pg_sleep(30)") == "57014"
    finally:
        grant_reader(owner, login, None)
        reading.dispose()


def test_password_reaches_the_server_as_a_hash_alone(owner: Engine, login: str, reading: Engine) -> None:
    seen: list[str] = []
    run = psycopg.Connection.execute

    def note(connection: "psycopg.Connection[object]", query: sql.Composable, *rest: object) -> object:
        seen.append(query.as_string(connection))
        return run(connection, query, *rest)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(psycopg.Connection, "execute", note)
        grant_reader(owner, login, PASSWORD)
    assert any("SCRAM-SHA-256$" in statement for statement in seen)
    assert not any(PASSWORD[:10] in statement for statement in seen)
    reading.dispose()
    with reading.connect() as session:
        assert session.exec_driver_sql("SELECT 1").scalar_one() == 1


def test_wrong_password_lets_nobody_in(owner: Engine, reader: Reader) -> None:
    stranger = make_engine(reader_url(owner.url, reader.name, "not " + PASSWORD))
    with pytest.raises(sqlalchemy.exc.OperationalError, match="password"), stranger.connect():
        pass


def test_granting_again_mends_and_keeps_the_password(owner: Engine, login: str, reading: Engine) -> None:
    with owner.begin() as connection:
        connection.exec_driver_sql(f'GRANT USAGE ON SCHEMA newsdb TO "{login}"')
        connection.exec_driver_sql(f'GRANT SELECT, DELETE ON newsdb.quote TO "{login}"')
    assert not grant_reader(owner, login, None).is_new
    with reading.connect() as session:
        assert refusal(session, "SELECT * FROM newsdb.quote") == "42501"


def test_reader_of_tables_reads_them_and_writes_none(owner: Engine, login: str, reading: Engine) -> None:
    grant_reader(owner, login, None, with_tables=True)
    try:
        with reading.connect().execution_options(isolation_level="AUTOCOMMIT") as session:
            assert refusal(session, "SELECT count(*) FROM newsdb.source_file") is None
            switch_read_only_off(session)
            assert refusal(session, "DELETE FROM newsdb.quote") == "42501"
            session.invalidate()
    finally:
        grant_reader(owner, login, None)


def test_views_that_a_migration_makes_anew_stay_readable(owner: Engine, reading: Engine) -> None:
    downgrade(owner, "0012")
    upgrade(owner)
    with reading.connect() as session:
        assert refusal(session, "SELECT * FROM report.calendar") is None
        assert refusal(session, "SELECT report.people_named('x')") is None


@pytest.mark.usefixtures("reader")
def test_loading_goes_on_beside_the_reader(owner: Engine) -> None:
    # Tables that were emptied on the way down are filled by the load after the way up.
    assert load(owner, [SEEDS]).rejections == ()
    assert load(owner, [SEEDS]).unchanged == 5


@pytest.mark.parametrize("name", ["", "pg_reader", "public", "x" * 64, "none"])
def test_name_that_no_login_can_have_is_refused(owner: Engine, name: str) -> None:
    with pytest.raises(DatabaseError, match="no name of a login"):
        grant_reader(owner, name, PASSWORD)


def test_login_with_rights_of_its_own_is_left_alone(owner: Engine) -> None:
    with pytest.raises(DatabaseError, match="rights of its own"):
        grant_reader(owner, str(owner.url.username), PASSWORD)


def test_login_that_could_still_write_somewhere_is_not_made(owner: Engine) -> None:
    login = f"reader {uuid.uuid4().hex[:12]}"
    with owner.begin() as connection:
        connection.execute(text("CREATE TABLE public.open_door (a integer)"))
        connection.execute(text("GRANT INSERT ON public.open_door TO PUBLIC"))
    try:
        with pytest.raises(DatabaseError, match="could still write to open_door"):
            grant_reader(owner, login, PASSWORD)
        assert not is_login(owner, login)
    finally:
        with owner.begin() as connection:
            connection.execute(text("DROP TABLE public.open_door"))


def test_name_with_quotes_is_a_name(owner: Engine) -> None:
    name = f'l\'ami "{uuid.uuid4().hex[:8]}"; --'
    try:
        assert grant_reader(owner, name, PASSWORD).is_new
        engine = make_engine(reader_url(owner.url, name, PASSWORD))
        with engine.connect() as session:
            assert session.exec_driver_sql("SELECT current_user").scalar_one() == name
        engine.dispose()
    finally:
        drop_reader(owner, name)


def test_readers_url_never_holds_the_owners_password(owner: Engine) -> None:
    assert reader_url(owner.url, "marie", None).password is None
    assert owner.url.password


def test_reader_of_two_databases_stays_until_it_is_revoked_in_both(
    administrator: Engine, owner: Engine, template: str
) -> None:
    name = f"twice {uuid.uuid4().hex[:12]}"
    grant_reader(owner, name, PASSWORD)
    with temporary_database(administrator, template) as other, engine_on(administrator, other) as second:
        grant_reader(second, name, PASSWORD)
        assert drop_reader(owner, name) == (other,)
        engine = make_engine(reader_url(owner.url, name, PASSWORD))
        with pytest.raises(ProgrammingError, match="permission denied"), engine.connect() as session:
            session.exec_driver_sql("SELECT FROM report.article")
        engine.dispose()
        assert is_login(second, name)
        assert drop_reader(second, name) == ()
        assert not is_login(second, name)


def test_reader_that_is_revoked_is_gone(owner: Engine) -> None:
    name = f"gone {uuid.uuid4().hex[:12]}"
    grant_reader(owner, name, PASSWORD)
    drop_reader(owner, name)
    assert not is_login(owner, name)
    with pytest.raises(DatabaseError, match="there is no reader"):
        drop_reader(owner, name)
    with pytest.raises(DatabaseError, match="rights of its own"):
        drop_reader(owner, str(owner.url.username))
