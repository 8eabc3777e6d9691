"""Run the migrations, for newsdb and for the `alembic` command; the steps themselves are in `versions/`."""

import logging.config
from collections.abc import Iterable

import sqlalchemy
from alembic import context
from alembic.operations import MigrationScript
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import newsdb.models  # noqa: F401 - every table registers itself with Base
from newsdb.config import Settings
from newsdb.database import open_database
from newsdb.models.base import Base

SCHEMA = "newsdb"
SCHEMAS = {SCHEMA, "report"}
# Any number will do, as long as it is always this one: "newsdb" in ASCII.
MIGRATION_LOCK = 0x6E6577736462
# An ALTER that waits for its lock makes every reader that comes after it wait too: better give up early.
LOCK_TIMEOUT = "5s"


def include_name(name: str | None, kind: str, _parents: object) -> bool:
    """Compare our schemas only."""
    return kind != "schema" or name in SCHEMAS


def number_revision(
    _context: MigrationContext, _revision: str | Iterable[str | None], directives: list[MigrationScript]
) -> None:
    """Give a new revision the number after the last: 0001, 0002, …"""
    head = ScriptDirectory.from_config(context.config).get_current_head()
    for directive in directives:
        directive.rev_id = f"{int(head or 0) + 1:04d}"


def migrate(connection: Connection) -> None:
    """One transaction, one migrating process at a time."""
    configure(connection=connection)
    with context.begin_transaction():
        # The second process waits here, and then finds nothing to do.
        connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": MIGRATION_LOCK})
        connection.execute(text(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'"))
        connection.execute(sqlalchemy.schema.CreateSchema(SCHEMA, if_not_exists=True))
        context.run_migrations()


def print_sql() -> None:
    """`alembic upgrade --sql`: the statements for somebody else to run."""
    # With psycopg's own style of parameters every % of a function would be printed twice.
    configure(dialect_name="postgresql", literal_binds=True, dialect_opts={"paramstyle": "named"})
    with context.begin_transaction():
        context.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
        context.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
        context.run_migrations()


def configure(**how: object) -> None:
    """What both ways of running share."""
    context.configure(
        **how,
        target_metadata=Base.metadata,
        version_table="alembic_version",
        version_table_schema=SCHEMA,
        include_schemas=True,
        include_name=include_name,
        compare_server_default=True,
        process_revision_directives=number_revision,
    )


lent = context.config.attributes.get("connection")
if lent is None and context.config.config_file_name is not None:
    logging.config.fileConfig(context.config.config_file_name, disable_existing_loggers=False)
if context.is_offline_mode():
    print_sql()
elif lent is not None:
    migrate(lent)
else:
    with open_database(None, Settings.from_environment()).engine.connect() as own:
        migrate(own)
