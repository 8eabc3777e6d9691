"""Check every promise on the whole database; which rows break which promise is all that is said."""

from collections.abc import Iterator
from typing import get_args

import psycopg
from sqlalchemy import Column, Connection, text

from newsdb.integrity.reread import reread_files
from newsdb.integrity.violation import Violation
from newsdb.loading.decisions.finding import covered_files, telling_names, telling_rejects
from newsdb.loading.decisions.naming import telling_corrections, telling_judgements
from newsdb.loading.merging.reprints import mislinked_articles
from newsdb.loading.overrides.suppressions import held_now
from newsdb.models.base import SCHEMA, Base
from newsdb.resolution import misresolved_organisations, misresolved_people, read_judgements
from newsdb.resolution.judgements import EntityKind

# What Python strips from the parts of a story; what is white space to PostgreSQL depends on the database's locale.
BLANK = "".join(f"\\{code:04X}" for code in range(0x3001) if chr(code).isspace())

# What a trigger compares with the version of the row; of facts the view of the evidence says it too.
REPEATING = ("article_source", "story_sketch", "outlet_appearance", "person_appearance", "organisation_appearance")
ARTICLE_OF_VERSION = """
    SELECT '{table}', e.article_version_id::text, 'its article is not that of its version'
    FROM newsdb.{table} AS e JOIN newsdb.article_version AS v ON v.id = e.article_version_id
    WHERE v.article_id <> e.article_id
"""

# Each yields table, row, what.
CHECKS: tuple[tuple[str, str], ...] = (
    ("evidence", "SELECT table_name, row_id::text, what FROM newsdb.evidence_violation"),
    ("repeated columns", "SELECT table_name, row_id::text, what FROM newsdb.repeated_violation"),
    *(("repeated columns", ARTICLE_OF_VERSION.format(table=table)) for table in REPEATING),
    (
        "ledger",
        """
        SELECT 'load_run', r.id::text, 'its counts are not those of its items and rejects'
        FROM newsdb.load_run AS r
        WHERE (r.inserted, r.updated) <> (
            SELECT count(*) FILTER (WHERE i.outcome = 'inserted'), count(*) FILTER (WHERE i.outcome = 'updated')
            FROM newsdb.load_item AS i WHERE i.load_run_id = r.id)
            OR r.rejected <> (SELECT count(*) FROM newsdb.load_reject AS x WHERE x.load_run_id = r.id)
        """,
    ),
    (
        "ledger",
        """
        SELECT 'source_file', f.id::text, 'no article of it is in the database'
        FROM newsdb.source_file AS f
        WHERE NOT EXISTS (SELECT FROM newsdb.article_source AS s WHERE s.source_file_id = f.id)
        """,
    ),
    (
        "current version",
        """
        SELECT 'article', a.id::text, 'its current version is not its longest story'
        FROM newsdb.article AS a
        LEFT JOIN LATERAL (
            SELECT v.is_current FROM newsdb.article_version AS v WHERE v.article_id = a.id
            ORDER BY v.story_length DESC, v.id LIMIT 1
        ) AS best ON true
        WHERE best.is_current IS NOT TRUE
        """,
    ),
    (
        "search",
        rf"""
        SELECT 'article_version', v.id::text, 'its search vector is not that of its headline and story'
        FROM newsdb.article_version AS v
        JOIN newsdb.article AS a ON a.id = v.article_id
        CROSS JOIN LATERAL (
            SELECT string_agg(part, E'\n' ORDER BY span_start) AS story FROM (
                SELECT s.span_start,
                    btrim(substr(t.body, s.span_start + 1, s.span_end - s.span_start), U&'{BLANK}') AS part
                FROM newsdb.text_segment AS s
                JOIN newsdb.segment_kind AS k ON k.code = s.kind AND k.is_story
                JOIN newsdb.article_text AS t ON t.id = v.article_text_id
                WHERE s.article_version_id = v.id
            ) AS parts WHERE part <> ''
        ) AS told
        WHERE v.is_current AND v.search_vector <> newsdb.search_vector(a.language, a.headline, told.story)
        """,
    ),
    (
        "resolution",
        """
        SELECT 'person', p.id::text, 'no name means this person'
        FROM newsdb.person AS p
        WHERE NOT EXISTS (SELECT FROM newsdb.person_name AS n WHERE n.person_id = p.id)
        UNION ALL
        SELECT 'organisation', o.id::text, 'no name means this organisation'
        FROM newsdb.organisation AS o
        WHERE NOT EXISTS (SELECT FROM newsdb.organisation_name AS n WHERE n.organisation_id = o.id)
        """,
    ),
)

CHECK_CONSTRAINTS = """
    SELECT c.conrelid::regclass::text, c.conname, pg_get_expr(c.conbin, c.conrelid)
    FROM pg_constraint AS c
    WHERE c.connamespace = 'newsdb'::regnamespace AND c.contype = 'c'
    ORDER BY 1, 2
"""


def verify(connection: Connection, *, reread: bool = True) -> tuple[Violation, ...]:
    """Every row that breaks a promise; empty when all is well.

    Constraints are evaluated anew on every row, since a restored or damaged table may hold what they forbid.
    With `reread`, every file is read and extracted again from its bytes in the database and the facts compared;
    that takes as long as loading. The connection's transaction is used for temporary tables only.
    """
    found = [*_broken_checks(connection), *_broken_references(connection)]
    for promise, query in CHECKS:
        found += [Violation(promise, *map(str, row)) for row in connection.execute(text(query))]
    found += _misresolved_names(connection)
    found += _mislinked_articles(connection)
    found += _taken_down(connection)
    found += _contradictions(connection)
    if reread:
        found += reread_files(connection)
    return tuple(found)


def _misresolved_names(connection: Connection) -> Iterator[Violation]:
    what = "it does not mean what all names and judgements together say"
    cursor = connection.connection.cursor()
    for table, misresolved in (
        ("person_name", misresolved_people(cursor)),  # type: ignore[arg-type]
        ("organisation_name", misresolved_organisations(cursor)),  # type: ignore[arg-type]
    ):
        yield from (Violation("resolution", table, row, what) for row in misresolved)


def _mislinked_articles(connection: Connection) -> Iterator[Violation]:
    what = "its links to reprints, or its story, are not what all bodies together say"
    cursor = connection.connection.cursor()
    mislinked = mislinked_articles(cursor)  # type: ignore[arg-type]
    yield from (Violation("reprints", "article", row, what) for row in mislinked)


def _taken_down(connection: Connection) -> Iterator[Violation]:
    """What should have gone with a takedown: files, their names, words of the ledger, corrections and judgements."""
    cursor: psycopg.Cursor[tuple[object, ...]] = connection.connection.cursor()  # type: ignore[assignment]
    suppressions = held_now(cursor)
    for file in covered_files(cursor, suppressions):
        what = "it or its article holds what was taken down, and it is here"
        yield Violation("decisions", "source_file", str(file), what)
    for table, telling in (
        ("source_file_name", telling_names(cursor, suppressions)),
        ("load_reject", telling_rejects(cursor, suppressions)),
        ("correction", telling_corrections(cursor, suppressions)),
        ("entity_judgement", telling_judgements(cursor, suppressions)),
    ):
        yield from (Violation("decisions", table, str(id_), "it names somebody who was taken down") for id_ in telling)


def _contradictions(connection: Connection) -> Iterator[Violation]:
    cursor: psycopg.Cursor[tuple[object, ...]] = connection.connection.cursor()  # type: ignore[assignment]
    for kind in get_args(EntityKind):
        for names, chain in read_judgements(cursor, kind).contradictions().items():
            what = f"these names of a {kind} are judged different, and the same by {' = '.join(chain)}"
            yield Violation("decisions", "entity_judgement", " and ".join(names), what)


def _broken_checks(connection: Connection) -> Iterator[Violation]:
    """Each table is read once for all of its constraints, and again for those alone that some row breaks."""
    constraints: dict[str, list[tuple[str, str]]] = {}
    for table, constraint, expression in connection.execute(text(CHECK_CONSTRAINTS)):
        constraints.setdefault(table, []).append((constraint, expression))
    for table, checks in constraints.items():
        kept = ", ".join(f"bool_and({expression})" for _, expression in checks)
        # NULL where there is no row, or none on which the constraint is either true or false.
        all_kept = connection.exec_driver_sql(f"SELECT {kept} FROM {table} AS t").one()
        for (constraint, expression), is_kept in zip(checks, all_kept, strict=True):
            if is_kept is False:
                yield from _breaking(connection, table, constraint, expression)


def _breaking(connection: Connection, table: str, constraint: str, expression: str) -> Iterator[Violation]:
    rows = connection.exec_driver_sql(f"SELECT t::text FROM {table} AS t WHERE NOT ({expression}) LIMIT 100")
    return (Violation("constraint", table, str(row)[:200], f"it breaks {constraint}") for (row,) in rows)


def _broken_references(connection: Connection) -> Iterator[Violation]:
    for table in Base.metadata.sorted_tables:
        queries = [
            _dangling(table.name, column.name, reference.column)
            for column in table.columns
            for reference in column.foreign_keys
        ]
        if queries:
            for column_name, row in connection.exec_driver_sql(" UNION ALL ".join(queries)):
                yield Violation("constraint", table.name, str(row), f"{column_name} refers to no row")


def _dangling(table: str, column: str, parent: Column[object]) -> str:
    return (
        f"(SELECT '{column}', t.{column}::text FROM {SCHEMA}.{table} AS t WHERE t.{column} IS NOT NULL"
        f" AND NOT EXISTS (SELECT FROM {SCHEMA}.{parent.table.name} AS p WHERE p.{parent.name} = t.{column}) LIMIT 100)"
    )
