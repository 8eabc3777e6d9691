"""Ways to write ready rows into the tables of newsdb; each returns nothing and is timed by whoever calls it."""

from collections.abc import Callable, Mapping, Sequence

import psycopg
from psycopg import sql
from sqlalchemy import ColumnElement, Engine, bindparam, func, insert
from sqlalchemy.orm import Session

from benchmarks.ready_rows import WORDS, ReadyRows, columns
from newsdb import models
from newsdb.loading.merging.batch import load_batch
from newsdb.loading.merging.staging import column_types, data_table, write_rows
from newsdb.loading.rows.rows import FileRows
from newsdb.loading.rows.tables import table
from newsdb.models.catalogue import DATA_TABLES

Method = Callable[[Engine, ReadyRows], None]

MODELS = {mapper.local_table.name: mapper.class_ for mapper in models.Base.registry.mappers}  # type: ignore[attr-defined]


def load_with_newsdb(engine: Engine, files: Sequence[FileRows]) -> None:
    """What the loader does with rows, without its ledger."""
    with engine.begin() as connection:
        load_batch(connection.connection.cursor(), files)  # type: ignore[arg-type]


def copy_rows(engine: Engine, ready: ReadyRows) -> None:
    """Binary COPY, the search vectors ready as well: no client could make them, so this is more than can be had."""
    _copy(engine, ready, are_vectors_ready=True)


def copy_rows_and_words(engine: Engine, ready: ReadyRows) -> None:
    """Binary COPY, but of the versions, whose search vectors the server makes from their words."""
    _copy(engine, ready, are_vectors_ready=False)


def _copy(engine: Engine, ready: ReadyRows, *, are_vectors_ready: bool) -> None:
    with engine.begin() as connection:
        cursor: psycopg.Cursor[tuple[object, ...]] = connection.connection.cursor()  # type: ignore[assignment]
        for name in DATA_TABLES:
            if name != "article_version":
                copy_table(cursor, name, ready.tables[name])
            elif are_vectors_ready:
                with cursor.copy(copy_in(name)) as copy:
                    copy.write(ready.versions)
            else:
                insert_versions(cursor, ready.words)


def insert_versions(cursor: psycopg.Cursor[tuple[object, ...]], words: Sequence[Sequence[object]]) -> None:
    """Insert versions whose last three values are language, headline and story."""
    cursor.execute("CREATE TEMP TABLE IF NOT EXISTS worded_version (LIKE newsdb.article_version) ON COMMIT DELETE ROWS")
    cursor.execute(
        "ALTER TABLE pg_temp.worded_version DROP COLUMN IF EXISTS search_vector,"
        " ADD COLUMN IF NOT EXISTS language text, ADD COLUMN IF NOT EXISTS headline text,"
        " ADD COLUMN IF NOT EXISTS story text"
    )
    with cursor.copy("COPY pg_temp.worded_version FROM STDIN (FORMAT BINARY)") as copy:
        copy.set_types(["uuid", "uuid", "uuid", "bool", "int4", "text", "text", "text", "text"])
        for row in words:
            copy.write_row(row)
    cursor.execute(
        "INSERT INTO newsdb.article_version SELECT id, article_id, article_text_id, is_current, story_length,"
        " extractor, newsdb.folded_search_vector(language, headline, story) FROM pg_temp.worded_version"
    )


def copy_in(name: str) -> sql.Composed:
    """The statement that copies all columns of a table in."""
    return sql.SQL("COPY {} ({}) FROM STDIN (FORMAT BINARY)").format(
        data_table(name), sql.SQL(", ").join(map(sql.Identifier, columns(name)))
    )


def copy_table(cursor: psycopg.Cursor[tuple[object, ...]], name: str, rows: Sequence[Sequence[object]]) -> None:
    """Binary COPY into one table; arrays are tuples."""
    types = column_types(name)
    with cursor.copy(copy_in(name)) as copy:
        write_rows(copy, [types[column] for column in columns(name)], rows)


def add_all(engine: Engine, ready: ReadyRows) -> None:
    """SQLAlchemy's ORM: objects of the models, session.add_all for each table, one commit."""
    with Session(engine) as session:
        for name in DATA_TABLES:
            if name == "article_version":
                session.add_all([_version(row) for row in ready.worded])
            else:
                session.add_all([MODELS[name](**row) for row in ready.dicts[name]])
            session.flush()
        session.commit()


def _version(row: Mapping[str, object]) -> models.ArticleVersion:
    """A version whose search vector the server makes, as no client can."""
    own = {name: value for name, value in row.items() if name not in WORDS}
    return models.ArticleVersion(**own, search_vector=_vector(*(row[name] for name in WORDS)))


def _vector(language: object, headline: object, story: object) -> ColumnElement[object]:
    return func.newsdb.folded_search_vector(language, headline, story)


def execute_many(engine: Engine, ready: ReadyRows) -> None:
    """SQLAlchemy's Core: one insert with many parameters for each table."""
    with engine.begin() as connection:
        for name in DATA_TABLES:
            if name == "article_version":
                vector = _vector(*map(bindparam, WORDS))
                connection.execute(insert(table(name)).values(search_vector=vector), ready.worded)
            elif rows := ready.dicts[name]:
                connection.execute(insert(table(name)), rows)
