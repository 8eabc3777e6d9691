"""URLs, engines, and what becomes of the driver's errors."""

import psycopg
import pytest
import sqlalchemy
from sqlalchemy import Engine, text

from newsdb.config import Settings
from newsdb.database import OpenDatabase, embedded, open_database
from newsdb.database.engine import (
    describe_url,
    driver_errors,
    is_retryable,
    libpq_url,
    make_engine,
    normalise_url,
    sqlstate,
)
from newsdb.errors import DatabaseError, NoServer, PromiseBroken

NOWHERE = "postgresql://reader:s3cret@127.0.0.1:1/press"


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg", "postgresql+psycopg2"])
def test_every_way_to_write_the_scheme_means_psycopg(scheme: str) -> None:
    assert normalise_url(f"{scheme}://u:p@host/db").drivername == "postgresql+psycopg"


@pytest.mark.parametrize("url", ["mysql://u:s3cret@host/db", "host=127.0.0.1 password=s3cret", ""])
def test_another_kind_of_url_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(DatabaseError, match="write postgresql://") as raised:
        normalise_url(url)
    assert "s3cret" not in str(raised.value)


def test_the_libpq_url_keeps_password_and_options() -> None:
    url = "postgres://reader:p%40ss@host:6543/press?sslmode=require"
    assert libpq_url(url) == "postgresql://reader:p%40ss@host:6543/press?sslmode=require"


def test_a_described_url_shows_no_password() -> None:
    assert describe_url(normalise_url(NOWHERE)) == "127.0.0.1:1/press"
    assert describe_url(normalise_url("postgresql:///press")) == "local socket:5432/press"


def test_sessions_have_a_name_and_run_alike_on_every_server(engine: Engine) -> None:
    with make_engine(engine.url, application_name="newsdb load").connect() as connection:
        assert connection.exec_driver_sql("SHOW application_name").scalar_one() == "newsdb load"
        assert connection.exec_driver_sql("SHOW timezone").scalar_one() == "UTC"
        assert connection.exec_driver_sql("SELECT current_schemas(false)").scalar_one() == ["public"]


def test_what_the_url_says_of_the_session_wins(engine: Engine) -> None:
    url = engine.url.update_query_dict({"application_name": "mine", "options": "-c timezone=Africa/Casablanca"})
    with make_engine(url).connect() as connection:
        assert connection.exec_driver_sql("SHOW application_name").scalar_one() == "mine"
        assert connection.exec_driver_sql("SHOW timezone").scalar_one() == "Africa/Casablanca"


def test_a_url_that_leads_nowhere_is_an_error_and_no_other_server_is_used(
    monkeypatch: pytest.MonkeyPatch, settings_without_server: Settings
) -> None:
    monkeypatch.setattr(embedded, "start", lambda _settings: pytest.fail("fell back on the embedded server"))
    for url, settings in ((NOWHERE, settings_without_server), (None, with_url(settings_without_server, NOWHERE))):
        with pytest.raises(NoServer, match=r"127\.0\.0\.1:1/press: .*refused.*; check host, port") as raised:
            open_database(url, settings)
        assert "s3cret" not in str(raised.value)


def test_a_missing_database_is_no_server(engine: Engine) -> None:
    with pytest.raises(NoServer, match="does not exist"):
        open_database(libpq_url(engine.url.set(database="no_such_one")), Settings.from_environment({}))


def test_the_url_of_the_argument_wins_over_that_of_the_environment(
    database_url: str, settings_without_server: Settings
) -> None:
    opened = open_database(database_url, with_url(settings_without_server, NOWHERE))
    assert opened.origin == "--url"
    assert opened.describe().endswith("(from --url)")
    opened = open_database(None, with_url(settings_without_server, database_url))
    assert opened.origin == "NEWSDB_URL"


def test_without_a_url_the_embedded_server_is_used_and_said_and_a_wrong_password_refused(
    settings_without_server: Settings,
) -> None:
    opened: OpenDatabase | None = None
    try:
        opened = open_database(None, settings_without_server)
        assert opened.origin == "embedded"
        assert opened.server is not None
        assert opened.url == opened.server.url
        assert f"embedded PostgreSQL {opened.server.version} in " in opened.describe()
        assert opened.engine.url.password not in (*opened.describe().split(), *repr(opened).split())
        wrong = opened.engine.url.set(password="wrong")
        with pytest.raises(NoServer, match="password authentication failed"):
            open_database(libpq_url(wrong), settings_without_server)
    finally:
        if opened is not None:
            opened.engine.dispose()
        embedded.stop(settings_without_server)


def test_a_database_in_another_encoding_is_refused(administrator: Engine) -> None:
    with administrator.connect() as connection:
        connection.execute(text("CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LOCALE 'C'"))
        try:
            with pytest.raises(NoServer, match=r"encoded in LATIN1; make one with CREATE DATABASE"):
                open_database(libpq_url(administrator.url.set(database="latin")), Settings.from_environment({}))
        finally:
            connection.execute(text("DROP DATABASE latin WITH (FORCE)"))


def test_a_refused_row_breaks_a_promise_and_names_the_constraint(empty_engine: Engine) -> None:
    execute(empty_engine, "CREATE TABLE article (day text CONSTRAINT article_day_check CHECK (day <> ''))")
    with pytest.raises(PromiseBroken) as raised, driver_errors("loading"):
        execute(empty_engine, "INSERT INTO article VALUES ('')")
    assert raised.value.where == "loading article article_day_check"
    assert isinstance(raised.value.__cause__, sqlalchemy.exc.IntegrityError)
    assert sqlstate(raised.value) == "23514"


def test_errors_of_a_bare_psycopg_cursor_are_translated_too(empty_database_url: str) -> None:
    connection = psycopg.connect(empty_database_url)
    with connection, pytest.raises(PromiseBroken, match="invalid byte sequence"), driver_errors("copying"):
        connection.execute("SELECT convert_from('\\xff', 'UTF8')")


def test_a_trigger_that_raises_breaks_a_promise(empty_engine: Engine) -> None:
    block = "DO $$ BEGIN RAISE EXCEPTION 'the span holds other words'; END $$"
    with pytest.raises(PromiseBroken, match="the span holds other words"), driver_errors("loading"):
        execute(empty_engine, block)


def test_a_lock_that_is_not_had_says_to_wait(empty_engine: Engine) -> None:
    with empty_engine.connect() as holder, empty_engine.connect() as waiter:
        holder.execute(text("CREATE TABLE held ()"))
        holder.commit()
        holder.execute(text("LOCK TABLE held"))
        waiter.execute(text("SET LOCAL lock_timeout = '10ms'"))
        with pytest.raises(DatabaseError, match="another session holds a lock"), driver_errors("migrating"):
            waiter.execute(text("LOCK TABLE held"))


def test_only_deadlocks_and_lost_races_are_worth_a_second_try(empty_engine: Engine) -> None:
    for state, expected in (("40P01", True), ("40001", True), ("23505", False)):
        block = f"DO $$ BEGIN RAISE EXCEPTION 'made' USING ERRCODE = '{state}'; END $$"
        with pytest.raises(DatabaseError) as raised, driver_errors("loading"):
            execute(empty_engine, block)
        assert is_retryable(raised.value) is expected
    assert not is_retryable(ValueError("not of a database"))


def execute(engine: Engine, statement: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(statement))


def with_url(settings: Settings, url: str) -> Settings:
    return Settings(home=settings.home, url=url)


@pytest.fixture
def settings_without_server(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return Settings(home=tmp_path_factory.mktemp("home"))


@pytest.mark.parametrize("url", ["postgresql://host:port/x", "postgresql://user:p@ss@host/x", "host"])
def test_what_is_no_url_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(DatabaseError) as caught:
        normalise_url(url)
    assert "ss" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize(
    ("state", "remedy"),
    [
        ("53100", "free space on the disk"),
        ("53200", "more memory"),
        ("25006", "a login, that may write"),
        ("25P02", "roll the transaction back"),
    ],
)
def test_server_that_can_do_no_more_is_named_with_what_it_wants(engine: Engine, state: str, remedy: str) -> None:
    statement = f"DO $$ BEGIN RAISE EXCEPTION 'no more of it' USING ERRCODE = '{state}'; END $$"
    with pytest.raises(DatabaseError, match=rf"no more of it.*{remedy}"), driver_errors("here"), engine.begin() as c:
        c.exec_driver_sql(statement)
