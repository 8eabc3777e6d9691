"""URLs, engines and the translation of driver errors; which server the URL belongs to is decided in `database`."""

import contextlib
from collections.abc import Iterator

import psycopg
import sqlalchemy
from sqlalchemy import URL, Engine

from newsdb.errors import DatabaseError, NoServer, PromiseBroken

DRIVER = "postgresql+psycopg"
OLDEST_VERSION = 15
# What sessions of newsdb have in common on every server. On the embedded one the role has the name of the schema, so
# PostgreSQL's own search path would find tables there that it does not find elsewhere.
SESSION = "-c timezone=UTC -c search_path=public"
# deadlock_detected, serialization_failure: the same transaction may pass when it is run again.
RETRYABLE = frozenset({"40P01", "40001"})
# What to do where the server has no more of something, or the session is in a state in which it can do nothing.
REMEDIES = {
    "53100": "free space on the disk of the server, then do it again; what was committed before stays",
    "53200": "give the server more memory or ask for less at once (--jobs), then do it again",
    "25006": "connect to a server, and by a login, that may write (no standby, default_transaction_read_only off)",
    "25P02": "roll the transaction back to where it failed, then do it again",
}
# Classes of SQLSTATE: a constraint or trigger refused a row; the server went away or lets nobody in.
REFUSED = ("22", "23", "P0001")
UNREACHABLE = ("08", "28", "3D", "53300", "57P")


def normalise_url(url: str) -> URL:
    """The URL for SQLAlchemy with psycopg, from `postgres://`, `postgresql://` or one that names a driver.

    Left to itself, SQLAlchemy takes `postgresql://` for psycopg2 in one version and psycopg in the next.
    """
    try:
        parsed = sqlalchemy.make_url(url)
    except (sqlalchemy.exc.ArgumentError, ValueError) as error:
        # Not chained: the cause would print the URL, and a password with it.
        raise _not_a_url() from error.with_traceback(None)
    # A sign @ in a password that is not written as %40 leaves a part of the password in the host.
    if parsed.drivername.split("+")[0] not in ("postgres", "postgresql") or "@" in (parsed.host or ""):
        raise _not_a_url()
    return parsed.set(drivername=DRIVER)


def libpq_url(url: str | URL) -> str:
    """The URL as psql, pg_dump and BI tools read it, with the password."""
    parsed = normalise_url(url) if isinstance(url, str) else url
    return parsed.set(drivername="postgresql").render_as_string(hide_password=False)


def describe_url(url: URL) -> str:
    """Where the URL leads, fit to be shown: no password, no options."""
    host = url.host or url.query.get("host") or "local socket"
    return f"{host}:{url.port or 5432}/{url.database or ''}"


def make_engine(url: str | URL, *, application_name: str = "newsdb") -> Engine:
    """An engine whose sessions carry a name, run alike on every server and are alive; what the URL says wins."""
    parsed = normalise_url(url) if isinstance(url, str) else url
    settings = {"application_name": application_name, "connect_timeout": "10", "options": SESSION}
    arguments = {name: value for name, value in settings.items() if name not in parsed.query}
    return sqlalchemy.create_engine(parsed, connect_args=arguments, pool_pre_ping=True)


def check_server(engine: Engine) -> None:
    """NoServer unless the server answers, is recent enough and keeps the database in UTF-8."""
    where = describe_url(engine.url)
    with driver_errors(where), engine.connect() as connection:
        major = int(connection.exec_driver_sql("SHOW server_version_num").scalar_one()) // 10000
        encoding = connection.exec_driver_sql("SHOW server_encoding").scalar_one()
    if major < OLDEST_VERSION:
        raise NoServer(
            f"the server is PostgreSQL {major}",
            where=where,
            remedy=f"newsdb needs PostgreSQL {OLDEST_VERSION} or later",
        )
    if encoding != "UTF8":
        raise NoServer(
            f"the database is encoded in {encoding}",
            where=where,
            remedy="make one with CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0",
        )


@contextlib.contextmanager
def driver_errors(where: str) -> Iterator[None]:
    """Errors of SQLAlchemy's connections and of psycopg's own cursors leave this block as errors of newsdb, chained."""
    try:
        yield
    except sqlalchemy.exc.DBAPIError as error:
        raise translate_error(error.orig or error, where) from error
    except psycopg.Error as error:
        raise translate_error(error, where) from error


def translate_error(error: BaseException, where: str) -> DatabaseError:
    """The newsdb error for one of psycopg, by its SQLSTATE; a connection that failed has none."""
    state = sqlstate(error) or ""
    sentence = _first_line(error)
    if state.startswith(REFUSED):
        return PromiseBroken(
            sentence,
            where=_place(error, where),
            remedy="nothing of this transaction was written; mend the row named and try again",
        )
    if state == "55P03":
        return DatabaseError(
            "another session holds a lock that is needed", where=where, remedy="try again once it is idle"
        )
    if state == "42501":
        return DatabaseError(sentence, where=where, remedy="connect as the owner of the database")
    if state in REMEDIES:
        return DatabaseError(sentence, where=where, remedy=REMEDIES[state])
    if state.startswith(UNREACHABLE) or (not state and isinstance(error, psycopg.OperationalError)):
        return NoServer(
            sentence, where=where, remedy="check host, port, user and password of the URL and that the server runs"
        )
    return DatabaseError(sentence, where=where, remedy=f"see the server's log for SQLSTATE {state or 'unknown'}")


def sqlstate(error: BaseException) -> str | None:
    """PostgreSQL's five-character code of an error, however deep it is wrapped; None where there is none."""
    link: BaseException | None = error
    while link is not None:
        if isinstance(link, psycopg.Error) and link.sqlstate is not None:
            return link.sqlstate
        link = link.__cause__
    return None


def is_retryable(error: BaseException) -> bool:
    """Whether the whole transaction may pass when it is run again."""
    return sqlstate(error) in RETRYABLE


def _place(error: BaseException, where: str) -> str:
    detail = getattr(error, "diag", None)
    names = [detail.table_name, detail.constraint_name] if detail is not None else []
    return " ".join([where, *[name for name in names if name]])


def _first_line(error: BaseException) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return "; ".join(lines[:2]) or type(error).__name__


def _not_a_url() -> DatabaseError:
    return DatabaseError(
        "this is no PostgreSQL URL",
        where="--url or NEWSDB_URL",
        remedy="write postgresql://user:password@host:5432/database, with %40 for @ in the password",
    )
