"""The metadata queries in queries/, and how they are asked of a server again.

Those of pgjdbc and SQLAlchemy are recorded, word for word; those of Metabase are ours, and ask for the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString, cast

import psycopg
from psycopg.rows import DictRow, dict_row
from sqlalchemy import Connection

QUERIES = Path(__file__).parent / "queries"
# A line of a file with several statements.
THEN = "\n;\n"


@dataclass(frozen=True)
class Recorded:
    """What one call of a tool asks: its statements in order."""

    name: str
    statements: tuple[str, ...]


def recorded_queries() -> list[Recorded]:
    paths = sorted(QUERIES.glob("*/*.sql"))
    return [Recorded(path.relative_to(QUERIES).as_posix().removesuffix(".sql"), statements(path)) for path in paths]


def statements(path: Path) -> tuple[str, ...]:
    """Those of a file, without the comment at its top that says where they come from."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(number for number, line in enumerate(lines) if not line.startswith("--"))
    return tuple(statement.strip() for statement in "".join(lines[first:]).split(THEN))


def replay(connection: Connection, name: str, given: Mapping[str, object]) -> list[list[DictRow]]:
    """The rows of each statement, by the driver alone, so that what is sent is what stands in the file."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, psycopg.Connection)
    answers: list[list[DictRow]] = []
    with driver.cursor(row_factory=dict_row) as cursor:
        for statement in statements(QUERIES / f"{name}.sql"):
            cursor.execute(cast(LiteralString, statement), given if "%(" in statement else None)
            answers.append(cursor.fetchall())
            # SQLAlchemy looks an object up first and asks on by its number.
            if statement.startswith("SELECT c.oid"):
                number = answers[-1][0]["oid"]
                given = {**given, "table_oid": number, "table": number}
    return answers
