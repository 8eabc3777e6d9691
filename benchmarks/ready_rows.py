"""The rows of a batch as bare methods need them: complete, each once, and only those that are not there yet.

newsdb finds all this out itself; the others are given it for nothing.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

import psycopg
from psycopg import sql
from sqlalchemy import Engine

from newsdb.loading.merging.staging import data_table
from newsdb.loading.rows.rows import FileRows
from newsdb.loading.rows.tables import data_columns, staged_columns, table
from newsdb.models.catalogue import DATA_TABLES

# What articles share; the rest belongs to one article each.
SHARED = frozenset(
    ("outlet", "outlet_alias", "person", "person_name", "organisation", "organisation_name", "article_text", "article")
)
# What the server makes a search vector of.
WORDS = ("language", "headline", "story")
Row = tuple[object, ...]


@dataclass(slots=True)
class ReadyRows:
    """Rows by table in the order of `columns`, parents first; the versions also as PostgreSQL copies them."""

    tables: dict[str, list[Row]] = field(default_factory=dict)
    dicts: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    """The same rows by the names of their columns, for those who take them so."""
    versions: bytes = b""
    words: list[Row] = field(default_factory=list)
    """Of each version all but its search vector, and then language, headline and story."""
    worded: list[dict[str, object]] = field(default_factory=list)
    """The same by the names of their columns."""

    @property
    def count(self) -> int:
        return sum(map(len, self.tables.values()))


def columns(name: str) -> tuple[str, ...]:
    """All columns of the table; what the rows of `name` hold."""
    if name == "article_version":
        return tuple(column.name for column in table(name).columns)
    return data_columns(name)


def ready_rows(engine: Engine, files: Sequence[FileRows], known: dict[str, set[uuid.UUID]]) -> ReadyRows:
    """The rows of these files, which newsdb has loaded into the engine's database; `known` are left out, and added."""
    ready = ReadyRows()
    with engine.connect() as connection:
        cursor: psycopg.Cursor[Row] = connection.connection.cursor()  # type: ignore[assignment]
        for name in DATA_TABLES:
            if name in SHARED:
                place = staged_columns(name).index("id")
                ids = {row[place] for file in files for row in file.tables.get(name, ())} - known.setdefault(
                    name, set()
                )
                known[name] |= ids  # type: ignore[arg-type]
                ready.tables[name] = cursor.execute(_select(name, "id"), [list(ids)]).fetchall()
            elif name == "article_version":
                ids = {row[0] for file in files for row in file.tables[name]}
                ready.tables[name] = cursor.execute(_select(name, "id", "search_vector"), [list(ids)]).fetchall()
                with cursor.copy(_copy_out(name), [list(ids)]) as copy:
                    ready.versions = b"".join(bytes(part) for part in copy)
            else:
                ready.tables[name] = [row for file in files for row in file.tables.get(name, ())]
    for name, rows in ready.tables.items():
        # All that the client can do beforehand, so that the clock finds nothing of it.
        ready.dicts[name] = [dict(zip(columns(name), map(_as_array, row), strict=True)) for row in rows]
    words = words_of(files)
    ready.words = [row[:-1] + words[row[0]] for row in ready.tables["article_version"]]
    names = (*columns("article_version")[:-1], *WORDS)
    ready.worded = [dict(zip(names, row, strict=True)) for row in ready.words]
    return ready


def _as_array(value: object) -> object:
    """A tuple, which is what rows hold, would be a record of PostgreSQL's."""
    return list(value) if isinstance(value, tuple) else value


def words_of(files: Sequence[FileRows]) -> dict[object, Row]:
    """Language, headline and story of each version."""
    return {row[0]: row[-3:] for file in files for row in file.tables["article_version"]}


def _select(name: str, key: str, as_text: str = "") -> sql.Composed:
    listed = [
        sql.SQL("{}::text").format(sql.Identifier(column)) if column == as_text else sql.Identifier(column)
        for column in columns(name)
    ]
    return sql.SQL("SELECT {} FROM {} WHERE {} = ANY(%s)").format(
        sql.SQL(", ").join(listed), data_table(name), sql.Identifier(key)
    )


def _copy_out(name: str) -> sql.Composed:
    return sql.SQL("COPY ({}) TO STDOUT (FORMAT BINARY)").format(_select(name, "id"))
