"""Databases of a benchmark: fresh ones on the server that newsdb would use, and what a step wrote there."""

import contextlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Engine, text

from newsdb.config import Settings
from newsdb.database import open_database
from newsdb.database.engine import make_engine
from newsdb.database.migrations import upgrade
from newsdb.models.catalogue import DATA_TABLES


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
                connection.exec_driver_sql(f'DROP DATABASE "{name}" WITH (FORCE)')
        server.dispose()


@dataclass(frozen=True, slots=True)
class Written:
    """What has been written in a database so far: bytes of log (of the whole server), row versions of data tables."""

    log_bytes: int
    row_versions: int

    def since(self, before: "Written") -> "Written":
        return Written(self.log_bytes - before.log_bytes, self.row_versions - before.row_versions)


def written(engine: Engine) -> Written:
    with engine.connect() as connection:
        # Each session tells what it did before the next transaction, at the latest when it is asked to.
        connection.execute(text("SELECT pg_stat_force_next_flush()"))
        connection.commit()
        log_bytes = connection.execute(text("SELECT pg_current_wal_insert_lsn() - '0/0'")).scalar_one()
        rows = connection.execute(
            text(
                "SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) FROM pg_stat_user_tables"
                " WHERE schemaname = 'newsdb' AND relname = ANY(:tables)"
            ),
            {"tables": list(DATA_TABLES)},
        ).scalar_one()
    return Written(int(log_bytes), int(rows))
