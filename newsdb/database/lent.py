"""Work on a connection that a caller lends: within its transaction, which stays the caller's to commit or roll back."""

import weakref

import psycopg
import psycopg.rows
import sqlalchemy
from sqlalchemy import Connection, Engine
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import StaticPool

from newsdb.errors import DatabaseError

SAVEPOINT = "newsdb_lent"
TUPLES = (psycopg.rows.tuple_row, psycopg.rows.namedtuple_row)
UNDO = f"ROLLBACK TO SAVEPOINT {SAVEPOINT}; RELEASE SAVEPOINT {SAVEPOINT}"

# The transactions that newsdb has open on each connection: true for a real one, false for a savepoint.
_levels: "weakref.WeakKeyDictionary[psycopg.Connection[object], list[bool]]" = weakref.WeakKeyDictionary()


class LentDialect(PGDialect_psycopg):
    """psycopg that begins and ends nothing: to read in the caller's transaction, whatever the caller does between."""

    driver = "lent"
    supports_statement_cache = True

    def do_begin(self, dbapi_connection: DBAPIConnection) -> None:
        """The caller's."""

    def do_commit(self, dbapi_connection: DBAPIConnection) -> None:
        """The caller's."""

    def do_rollback(self, dbapi_connection: DBAPIConnection) -> None:
        """The caller's."""

    def do_close(self, dbapi_connection: DBAPIConnection) -> None:
        """The caller closes what it opened."""

    def do_terminate(self, dbapi_connection: DBAPIConnection) -> None:
        """The caller closes what it opened."""

    def set_isolation_level(self, dbapi_connection: DBAPIConnection, level: str) -> None:
        """That of the caller's transaction."""


class SavepointDialect(LentDialect):
    """psycopg whose transactions are savepoints of the caller's, and real ones where the caller works in autocommit."""

    driver = "savepoint"
    supports_statement_cache = True

    def do_begin(self, dbapi_connection: DBAPIConnection) -> None:
        driver = _driver(dbapi_connection)
        is_alone = driver.autocommit and driver.info.transaction_status == psycopg.pq.TransactionStatus.IDLE
        driver.execute("BEGIN" if is_alone else f"SAVEPOINT {SAVEPOINT}")
        _levels.setdefault(driver, []).append(is_alone)

    def do_commit(self, dbapi_connection: DBAPIConnection) -> None:
        driver = _driver(dbapi_connection)
        if _levels.get(driver):
            driver.execute("COMMIT" if _levels[driver].pop() else f"RELEASE SAVEPOINT {SAVEPOINT}")

    def do_rollback(self, dbapi_connection: DBAPIConnection) -> None:
        """What SQLAlchemy rolls back without having begun it is the caller's, and left alone."""
        driver = _driver(dbapi_connection)
        if _levels.get(driver):
            driver.execute("ROLLBACK" if _levels[driver].pop() else UNDO)


for _dialect in (LentDialect, SavepointDialect):
    registry.register(f"postgresql.{_dialect.driver}", __name__, _dialect.__name__)


def lend(connection: "Connection | psycopg.Connection[object]", *, with_savepoints: bool = False) -> Engine:
    """An engine whose every connection is this one; to write, with savepoints, so that a refused row undoes no more.

    DatabaseError for a connection that is not of psycopg 3, or whose rows are none that every part of newsdb reads.
    """
    driver = connection.connection.driver_connection if isinstance(connection, Connection) else connection
    if not isinstance(driver, psycopg.Connection):
        raise DatabaseError(
            f"this is a {type(driver).__module__}.{type(driver).__name__}",
            where="newsdb.Database",
            remedy="give an engine on postgresql+psycopg, or lend a connection of SQLAlchemy or psycopg 3",
        )
    # Told before anything is asked of it: with dictionaries, SQLAlchemy fails over the version of the server.
    if driver.row_factory not in TUPLES:
        raise DatabaseError(
            "this connection returns rows that are no tuples",
            where="newsdb.Database",
            remedy="set its row_factory to psycopg.rows.tuple_row, and ask for other rows cursor by cursor",
        )
    info, dialect = driver.info, SavepointDialect if with_savepoints else LentDialect
    url = sqlalchemy.URL.create(
        f"postgresql+{dialect.driver}", info.user, host=info.host, port=info.port, database=info.dbname
    )
    # No hstore is looked for: that would be a question that nobody asked in the caller's transaction.
    engine = sqlalchemy.create_engine(
        url, creator=lambda: driver, poolclass=StaticPool, pool_reset_on_return=None, use_native_hstore=False
    )
    if isinstance(connection, Connection):
        sqlalchemy.event.listen(engine, "checkout", lambda *_: _begin(connection))
    return engine


def _begin(connection: Connection) -> None:
    """A statement of its own makes SQLAlchemy know of the transaction, so that the caller's commit commits it."""
    if not connection.in_transaction():
        connection.exec_driver_sql("SELECT 1")


def _driver(connection: DBAPIConnection) -> "psycopg.Connection[object]":
    lent = getattr(connection, "driver_connection", None) or connection
    assert isinstance(lent, psycopg.Connection)
    return lent
