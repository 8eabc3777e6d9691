"""Count what is in the database, and tell its last loads from the ledger."""

from collections.abc import Mapping

from sqlalchemy import Connection, text

from newsdb.models import SCHEMA, Base
from newsdb.reports.runner import Report

# What people ask for, by the view that shows it.
CONTENTS = {
    "articles": "report.article",
    "outlets": "newsdb.outlet",
    "people": "newsdb.person",
    "organisations": "newsdb.organisation",
    "quotes": "report.quote",
    "roles": "report.role_timeline",
}

LAST_LOADS = """
    SELECT started_at, finished_at, inserted, updated, unchanged, rejected, newsdb_version, extractor
    FROM newsdb.load_run ORDER BY started_at DESC, id LIMIT :limit
"""
# The rejects of the last run alone: those of a run before may have been mended since.
LAST_REJECTS = """
    SELECT place, reason, remedy FROM newsdb.load_reject
    WHERE load_run_id = (SELECT id FROM newsdb.load_run ORDER BY started_at DESC, id LIMIT 1)
    ORDER BY ordinal
"""
DECISIONS = """
    SELECT decision, number, subject, what, field, value, reason, decided_by, decided_at
    FROM report.decision ORDER BY decision, number
"""


def count_contents(connection: Connection) -> Mapping[str, int]:
    """How many articles, outlets, people, organisations, quotes and roles there are."""
    return {what: _count(connection, view) for what, view in CONTENTS.items()}


def count_rows(connection: Connection) -> Mapping[str, int]:
    """Rows of every table, by its name."""
    names = sorted(table.name for table in Base.metadata.tables.values())
    return {name: _count(connection, f"{SCHEMA}.{name}") for name in names}


def last_loads(connection: Connection, limit: int = 5) -> Report:
    """The last runs of the loader, the newest first."""
    return _report(connection, "last_loads", LAST_LOADS, limit=limit)


def last_rejects(connection: Connection) -> Report:
    """The files that the last run refused, and why."""
    return _report(connection, "last_rejects", LAST_REJECTS)


def decisions(connection: Connection) -> Report:
    """The judgements, corrections and takedowns that hold."""
    return _report(connection, "decisions", DECISIONS)


def _count(connection: Connection, relation: str) -> int:
    return int(connection.execute(text(f"SELECT count(*) FROM {relation}")).scalar_one())


def _report(connection: Connection, name: str, statement: str, **parameters: object) -> Report:
    result = connection.execute(text(statement), parameters)
    return Report(name, tuple(result.keys()), tuple(tuple(row) for row in result))
