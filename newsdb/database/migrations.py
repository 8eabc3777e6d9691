"""Bring the schema to this newsdb's revision, and refuse to work on any other; the steps are in `migrations/`.

Every use asks for the revision. Alembic takes longer to import than most questions to answer, so only what migrates
imports it.
"""

import functools
import re
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from newsdb.database.engine import describe_url, driver_errors
from newsdb.errors import WrongRevision

if TYPE_CHECKING:
    from alembic.config import Config

# An installed newsdb carries the folder inside; a checkout has it at the top.
INSTALLED = Path(__file__).parents[1] / "_migrations"
CHECKOUT = Path(__file__).parents[2] / "migrations"

# Alembic's own record of where it has come to.
REVISIONS = "newsdb.alembic_version"
# Whether this login was granted the reports and no table: then the revision is read where it may look.
READS_REPORTS_ALONE = """
    SELECT to_regclass('report.revision') IS NOT NULL
        AND NOT has_schema_privilege('newsdb', 'USAGE') AND has_table_privilege('report.revision', 'SELECT')
"""


def migrations_folder() -> Path:
    """Where the migrations of this newsdb are."""
    return INSTALLED if INSTALLED.is_dir() else CHECKOUT


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Upgrade in one transaction; WrongRevision when the database is at a revision that this newsdb does not know."""
    from alembic import command

    with driver_errors(describe_url(engine.url)), engine.connect() as connection:
        _known_revision(connection)
        # The question above began a transaction; the migration brings its own.
        connection.rollback()
        command.upgrade(_config(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Downgrade in one transaction to a revision, or to nothing with "base"."""
    from alembic import command

    with driver_errors(describe_url(engine.url)), engine.connect() as connection:
        _known_revision(connection)
        connection.rollback()
        command.downgrade(_config(connection), revision)


def current_revision(connection: Connection) -> str | None:
    """The revision of the database; None where newsdb has never been. WrongRevision where its record is damaged."""
    is_reader = connection.exec_driver_sql(READS_REPORTS_ALONE).scalar_one()
    records = None
    if is_reader or _has(connection, REVISIONS):
        record = "report.revision" if is_reader else REVISIONS
        records = [str(row[0]) for row in connection.exec_driver_sql(f"SELECT version_num FROM {record} ORDER BY 1")]
    if not records and not is_reader and not _has(connection, "newsdb.source_file"):
        return None
    if records and len(records) == 1 and _is_known_or_later(records[0]):
        return records[0]
    holds = "is missing, though the tables are there" if records is None else f"holds {', '.join(records) or 'no row'}"
    remedy = f"where this newsdb migrated it last, let it be a table of one row, version_num {head_revision()}"
    raise WrongRevision(
        f"{REVISIONS}, where the revision of the tables stands, {holds}",
        where=describe_url(connection.engine.url),
        remedy=f"{remedy}; otherwise restore a backup",
    )


def _has(connection: Connection, relation: str) -> bool:
    return connection.exec_driver_sql("SELECT to_regclass(%s)", (relation,)).scalar_one() is not None


def _is_known_or_later(revision: str) -> bool:
    is_later = re.fullmatch("[0-9]{4}", revision) is not None and revision > head_revision()
    return is_later or revision in _revisions(migrations_folder())


def head_revision() -> str:
    """The revision that this newsdb needs."""
    return _revisions(migrations_folder())[-1]


def require_current(connection: Connection) -> None:
    """WrongRevision, with the command that mends it, unless the database is at this newsdb's revision.

    To be called before the first write. It only reads.
    """
    with driver_errors(describe_url(connection.engine.url)):
        current, needed = _known_revision(connection), head_revision()
    if current == needed:
        return
    raise WrongRevision(
        f"the database is at revision {current} and this newsdb needs {needed}"
        if current
        else "newsdb has not made its tables here yet",
        where=describe_url(connection.engine.url),
        remedy="run `newsdb migrate`, with the same --url or NEWSDB_URL",
    )


def _known_revision(connection: Connection) -> str | None:
    """The revision of the database; WrongRevision when it is none of this newsdb's."""
    current = current_revision(connection)
    if current is None or current in _revisions(migrations_folder()):
        return current
    raise WrongRevision(
        f"the database is at revision {current}, which this newsdb does not know: a later one has migrated it",
        where=describe_url(connection.engine.url),
        remedy="upgrade with `pip install --upgrade newsdb`",
    )


@functools.cache
def _revisions(folder: Path) -> tuple[str, ...]:
    """All revisions of a folder up to its head: the numbers with which the names of its files begin."""
    return tuple(sorted(file.name[:4] for file in (folder / "versions").glob("[0-9]*.py")))


def _config(connection: Connection | None = None) -> "Config":
    from alembic.config import Config

    config = Config()
    # A per cent sign is Alembic's own sign in options.
    config.set_main_option("script_location", str(migrations_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
