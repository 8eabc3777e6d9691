"""Databases of a benchmark: fresh ones on the server that newsdb would use, and what a step wrote there."""

import contextlib
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from newsdb.config import Settings
from newsdb.database import open_database
from newsdb.database.engine import make_engine
from newsdb.database.migrations import upgrade
from newsdb.models.catalogue import DATA_TABLES

END_SESSIONS = """
    SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = :name AND usename = current_user
"""

ROW_VERSIONS = """
    SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables
    WHERE schemaname = 'newsdb' AND relname = ANY(:tables)
"""
OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""


@contextlib.contextmanager
def fresh_database(url: str | None = None, *, keep: str | None = None, is_empty: bool = False) -> Iterator[Engine]:
    """An engine on a new database with the tables of newsdb, or none if `is_empty`, which is dropped at the end.

    With `keep`, one of that name, which stays.
    """
    server = open_database(url, Settings.from_environment()).engine
    name = keep or f"benchmark_{uuid.uuid4().hex[:12]}"
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        known = connection.execute(text("SELECT 1 FROM pg_database WHERE datname = :name"), {"name": name}).first()
        if known is None:
            connection.exec_driver_sql(f'CREATE DATABASE "{name}"')
    engine = make_engine(server.url.set(database=name))
    try:
        if not is_empty:
            upgrade(engine)
        yield engine
    finally:
        engine.dispose()
        if keep is None:
            with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                # Not WITH (FORCE), which fails where the server itself is vacuuming there.
                connection.execute(text(END_SESSIONS), {"name": name})
                connection.exec_driver_sql(f'DROP DATABASE "{name}"')
        server.dispose()


@dataclass(frozen=True, slots=True)
class Written:
    """What has been written in a database so far: bytes of log by the engine's session, row versions of data tables.

    Before PostgreSQL 18 the bytes are those of the whole server, which also logs the vacuum of what was loaded before.
    """

    log_bytes: int
    row_versions: int
    session: int = 0
    """The process of the server that told it."""

    def since(self, before: "Written") -> "Written":
        if self.session != before.session:
            raise AssertionError("what one session has written is not to be compared with what another has")
        return Written(self.log_bytes - before.log_bytes, self.row_versions - before.row_versions)


def written(engine: Engine) -> Written:
    """What the one session of the engine has written; of several, an idle one may keep to itself what it wrote."""
    with engine.connect() as connection:
        # Each session tells what it did before the next transaction, at the latest when it is asked to.
        connection.execute(text("SELECT pg_stat_force_next_flush()"))
        connection.commit()
        log_bytes = connection.execute(text(_log_query(connection))).scalar_one()
        rows = connection.execute(text(ROW_VERSIONS), {"tables": list(DATA_TABLES)}).scalar_one()
        session = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    return Written(int(log_bytes), int(rows), int(session))


def row_versions(engine: Engine) -> int:
    """Row versions of data tables that whoever has used the engine has written so far."""
    engine.dispose()
    with engine.connect() as connection:
        # A session tells what it has written when it ends, at the latest.
        for _ in range(100):
            if connection.execute(text(OTHERS)).scalar_one() == 0:
                break
            time.sleep(0.05)
        return int(connection.execute(text(ROW_VERSIONS), {"tables": list(DATA_TABLES)}).scalar_one())


def count_rows(engine: Engine) -> dict[str, int]:
    """How many rows each data table has."""
    with engine.connect() as connection:
        return {
            name: int(connection.execute(text(f"SELECT count(*) FROM newsdb.{name}")).scalar_one())
            for name in DATA_TABLES
        }


def _log_query(connection: Connection) -> str:
    if connection.dialect.server_version_info < (18,):  # type: ignore[operator]
        return "SELECT pg_current_wal_insert_lsn() - '0/0'"
    return "SELECT wal_bytes FROM pg_stat_get_backend_wal(pg_backend_pid())"


def processor_seconds(engine: Engine) -> float | None:
    """What this process and the session that the engine keeps have had of the processors; None if it cannot be told.

    Only Linux tells it, of a server on the same machine.
    """
    with engine.connect() as connection:
        session = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    try:
        nanoseconds = int(Path(f"/proc/{session}/schedstat").read_text("ascii").split()[0])
    except OSError:
        return None
    return time.process_time() + nanoseconds / 1e9
