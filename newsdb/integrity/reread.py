"""Read every file again from its bytes in the database, and compare its facts with the rows."""

import uuid
from collections.abc import Iterator, Sequence

import psycopg
from psycopg import sql
from sqlalchemy import Connection

from newsdb.extraction import EXTRACTOR
from newsdb.integrity.violation import Violation
from newsdb.loading.files import read_content
from newsdb.loading.merging.staging import create_stages, data_table, stage_name, stage_rows
from newsdb.loading.merging.versions import told_by
from newsdb.loading.overrides.deciding import decide_files
from newsdb.loading.report import Rejection
from newsdb.loading.rows.repeated import OF_ARTICLE
from newsdb.loading.rows.tables import FACT_TABLES, data_columns, key_columns
from newsdb.resolution import read_judgements

Cursor = psycopg.Cursor[tuple[object, ...]]

BATCH_FILES = 200
COMPARED_TABLES = ("article", "article_text", "article_source", *FACT_TABLES)
FIRST = uuid.UUID(int=0)


def reread_files(connection: Connection) -> Iterator[Violation]:
    """The rows that this extractor makes of a file and the database lacks, and those it has beside them.

    Files that another version of the extractor read are left out: the next load reads them anew.
    """
    cursor: Cursor = connection.connection.cursor()  # type: ignore[assignment]
    namesakes = read_judgements(cursor, "person").namesakes()
    last = FIRST
    while files := _next_files(cursor, last):
        last = files[-1][0]
        rows = []
        for file_id, content in files:
            read = read_content(str(file_id), content, namesakes)
            if isinstance(read, Rejection):
                yield Violation("reproducible", "source_file", str(file_id), f"{read.place}: {read.reason}")
            else:
                rows.append(read)
        # What takedowns cover is found by `verify`, in files of every extractor.
        kept, _ = decide_files(cursor, rows)
        telling = {id(file) for file in told_by(cursor, kept).files.values()}
        create_stages(cursor)
        stage_rows(cursor, [file if id(file) in telling else file.source_only() for file in kept])
        for name in COMPARED_TABLES:
            yield from _differences(cursor, name)


def _next_files(cursor: Cursor, last: uuid.UUID) -> Sequence[tuple[uuid.UUID, bytes]]:
    found = cursor.execute(
        "SELECT id, content FROM newsdb.source_file WHERE id > %s AND extractor = %s ORDER BY id LIMIT %s",
        [last, EXTRACTOR, BATCH_FILES],
    )
    return found.fetchall()  # type: ignore[return-value]


def _differences(cursor: Cursor, name: str) -> Iterator[Violation]:
    """Both ways, over the versions that are staged, and over the articles whose current versions they are."""
    own = [column for column in data_columns(name) if column not in OF_ARTICLE.get(name, ())]
    columns = sql.SQL(", ").join(map(sql.Identifier, own))
    key = sql.SQL(" || ' ' || ").join(
        sql.SQL("{}::text").format(sql.Identifier(column)) for column in key_columns(name)
    )
    staged = sql.SQL("SELECT {} FROM {}").format(columns, stage_name(name))
    if name == "article":
        staged += sql.SQL(" WHERE version_id IN (SELECT id FROM newsdb.article_version WHERE is_current)")
    stored = sql.SQL("SELECT {} FROM {} WHERE {}").format(columns, data_table(name), _scope(name))
    for one, other, what in (
        (staged, stored, "the file says this and the database does not"),
        (stored, staged, "the database says this and the file does not"),
    ):
        query = sql.SQL("SELECT {} FROM ({} EXCEPT {}) AS difference LIMIT 100").format(key, one, other)
        for (row,) in cursor.execute(query).fetchall():
            yield Violation("reproducible", name, str(row), what)


def _scope(name: str) -> sql.SQL:
    """The rows of a table that belong to what is staged."""
    if name == "article":
        return sql.SQL(
            "id IN (SELECT v.article_id FROM newsdb.article_version AS v"
            " JOIN pg_temp.stage_article_version AS s ON s.id = v.id WHERE v.is_current)"
        )
    if name == "article_text":
        return sql.SQL("id IN (SELECT id FROM pg_temp.stage_article_text)")
    if name == "article_source":
        return sql.SQL("source_file_id IN (SELECT id FROM pg_temp.stage_source_file)")
    return sql.SQL("article_version_id IN (SELECT id FROM pg_temp.stage_article_version)")
