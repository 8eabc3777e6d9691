"""Merge staged rows and the facts of new versions into the data tables; who is who is resolved afterwards.

Set by set and in a fixed order. What several files may tell of is staged and compared with what is known. Facts belong
to one version of an article: they are copied straight in if this transaction has brought the version, else left alone.
"""

import uuid
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import LiteralString

import psycopg
from psycopg import sql

from newsdb.loading.merging.staging import copy_facts, data_table, stage_name
from newsdb.loading.merging.versions import Told
from newsdb.loading.rows.repeated import follow_articles
from newsdb.loading.rows.tables import FACT_TABLES, data_columns, key_columns
from newsdb.models.catalogue import DATA_TABLES

Cursor = psycopg.Cursor[tuple[object, ...]]

# Of two spellings the longer, then the later by code point (lower case and accents come later): a rule
# that gives the same name whichever article came first.
BETTER_NAME = sql.SQL('(char_length({new}), {new} COLLATE "C") > (char_length({old}), {old} COLLATE "C")')
SPELT_COLUMN = {"outlet": "name", "outlet_alias": "alias", "person_name": "name", "organisation_name": "name"}
# Named after their names by the resolution; inserted with the better spelling, they seldom need it.
NAMED_COLUMN = SPELT_COLUMN | dict.fromkeys(
    ("person", "organisation", "person_appearance", "organisation_appearance"), "name"
)

# Two loaders that each bring a version of an article choose one after the other.
LOCK_ARTICLES: LiteralString = """
    SELECT FROM newsdb.article WHERE id IN (SELECT article_id FROM pg_temp.stage_article_version)
    ORDER BY id FOR NO KEY UPDATE
"""

# The current version of each staged article: the longest story, then the smallest id.
BEST_VERSIONS: LiteralString = """
    SELECT DISTINCT ON (article_id) article_id, id
    FROM (
        SELECT article_id, id, story_length FROM pg_temp.stage_article_version
        UNION ALL
        SELECT article_id, id, story_length FROM newsdb.article_version
        WHERE article_id IN (SELECT article_id FROM pg_temp.stage_article_version)
            AND id NOT IN (SELECT id FROM pg_temp.stage_article_version)
    ) AS candidate
    ORDER BY article_id, story_length DESC, id
"""

DEMOTE_VERSIONS: LiteralString = f"""
    UPDATE newsdb.article_version AS v SET is_current = false
    FROM ({BEST_VERSIONS}) AS best
    WHERE v.article_id = best.article_id AND v.id <> best.id AND v.is_current
"""

INSERT_VERSIONS: LiteralString = f"""
    WITH inserted AS (
        INSERT INTO newsdb.article_version
            (id, article_id, article_text_id, is_current, story_length, extractor, search_vector)
        SELECT DISTINCT ON (s.id) s.id, s.article_id, s.article_text_id, s.id = best.id, s.story_length, s.extractor,
            newsdb.folded_search_vector(s.language, s.headline, s.story)
        FROM pg_temp.stage_article_version AS s
        JOIN ({BEST_VERSIONS}) AS best USING (article_id)
        ORDER BY s.id
        ON CONFLICT DO NOTHING
        RETURNING id
    )
    SELECT id FROM inserted
"""

PROMOTE_VERSIONS: LiteralString = f"""
    UPDATE newsdb.article_version AS v SET is_current = true
    FROM ({BEST_VERSIONS}) AS best
    WHERE v.id = best.id AND NOT v.is_current
"""


# Articles of which several captures are on record.
TOLD_TWICE: LiteralString = """
    SELECT DISTINCT id FROM pg_temp.stage_article AS s
    WHERE (SELECT count(*) FROM newsdb.article_version AS v WHERE v.article_id = s.id) > 1
"""

# What the list of outlets says now; an older list may have known less.
UPDATE_OUTLETS: LiteralString = """
    UPDATE newsdb.outlet AS known SET kind = s.kind, country = s.country, website = s.website
    FROM pg_temp.stage_outlet AS s
    WHERE known.id = s.id
        AND (known.kind, known.country, known.website) IS DISTINCT FROM (s.kind, s.country, s.website)
"""

# What a name tells of its organisation: any kind beats `other`, then the first by letter; an acronym stays one.
# Computed from the row itself, so that what another loader told meanwhile is not taken back.
UPDATE_ORGANISATION_NAMES: LiteralString = """
    UPDATE newsdb.organisation_name AS known
    SET kind = coalesce(least(nullif(known.kind, 'other'), told.kind), 'other'),
        is_acronym = known.is_acronym OR told.is_acronym
    FROM (
        SELECT id, min(nullif(kind, 'other')) AS kind, bool_or(is_acronym) AS is_acronym
        FROM pg_temp.stage_organisation_name GROUP BY id
    ) AS told
    WHERE known.id = told.id
        AND (known.kind, known.is_acronym) IS DISTINCT FROM
            (coalesce(least(nullif(known.kind, 'other'), told.kind), 'other'), known.is_acronym OR told.is_acronym)
"""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge wrote: the number of rows by table, and the ids of files and versions."""

    rows: Counter[str]
    files: frozenset[uuid.UUID]
    versions: frozenset[uuid.UUID]
    """The versions that got facts."""


def merge_stages(cursor: Cursor, told: Told, retired: Collection[uuid.UUID] = ()) -> Merged:
    """Write what is new; known rows are not touched. Another loader may have been faster: its files are not ours.

    `retired` are known versions that have lost their facts in this transaction and get those that are told.
    """
    files = frozenset(_ids(cursor, _insert_new("source_file", sql.SQL("id"))))
    rows = Counter(source_file=len(files))
    written = set(retired)
    changed: list[uuid.UUID] = []
    for name in DATA_TABLES[1:]:
        if name in FACT_TABLES:
            rows[name] = copy_facts(cursor, name, told.rows_of(name, written))
        elif name == "article_version":
            inserted, changed = _merge_versions(cursor)
            rows[name] = len(inserted)
            written.update(inserted)
        else:
            rows[name] = _count(cursor, _insert_new(name, sql.SQL("count(*)")))
            _tell_known(cursor, name)
    follow_articles(cursor, {*changed, *_ids(cursor, TOLD_TWICE)})
    return Merged(+rows, files, frozenset(written))


def _tell_known(cursor: Cursor, name: str) -> None:
    """Bring what the staged rows tell to those that were known."""
    if name in SPELT_COLUMN:
        _keep_better_spelling(cursor, name, SPELT_COLUMN[name])
    if name == "outlet":
        cursor.execute(UPDATE_OUTLETS)
    if name == "organisation_name":
        cursor.execute(UPDATE_ORGANISATION_NAMES)


def _insert_new(name: str, result: sql.SQL) -> sql.Composed:
    """Insert the staged rows whose key is not there. Sorted by key, so that two loaders lock in the same order."""
    columns = sql.SQL(", ").join(map(sql.Identifier, data_columns(name)))
    key = sql.SQL(", ").join(map(sql.Identifier, key_columns(name)))
    spelling = NAMED_COLUMN.get(name)
    order = key
    if spelling:
        order = sql.SQL('{key}, char_length({name}) DESC, {name} COLLATE "C" DESC').format(
            key=key, name=sql.Identifier(spelling)
        )
    same_key = sql.SQL(" AND ").join(
        sql.SQL("known.{0} = s.{0}").format(sql.Identifier(column)) for column in key_columns(name)
    )
    return sql.SQL(
        "WITH inserted AS ("
        " INSERT INTO {table} ({columns}) SELECT DISTINCT ON ({key}) {columns} FROM {stage} AS s"
        " WHERE NOT EXISTS (SELECT FROM {table} AS known WHERE {same_key})"
        " ORDER BY {order} ON CONFLICT DO NOTHING RETURNING {key}"
        ") SELECT {result} FROM inserted"
    ).format(
        table=data_table(name),
        columns=columns,
        key=key,
        stage=stage_name(name),
        same_key=same_key,
        order=order,
        result=result,
    )


def _keep_better_spelling(cursor: Cursor, name: str, column: str) -> None:
    """Where a staged spelling of a known name is better, take it."""
    spelt = sql.Identifier(column)
    statement = sql.SQL(
        "UPDATE {table} AS known SET {column} = best.{column} FROM ("
        " SELECT DISTINCT ON (id) id, {column} FROM {stage}"
        ' ORDER BY id, char_length({column}) DESC, {column} COLLATE "C" DESC'
        ") AS best WHERE known.id = best.id AND {better}"
    ).format(
        table=data_table(name),
        column=spelt,
        stage=stage_name(name),
        better=BETTER_NAME.format(
            new=sql.Identifier("best", column),
            old=sql.Identifier("known", column),
        ),
    )
    cursor.execute(statement)


def _merge_versions(cursor: Cursor) -> tuple[list[uuid.UUID], list[uuid.UUID]]:
    """Insert new versions and keep one of each article current; only one may be at any time, so demote first.

    Returns the versions that were inserted, and the articles that say something else now.
    """
    cursor.execute(LOCK_ARTICLES)
    cursor.execute(DEMOTE_VERSIONS)
    inserted = _ids(cursor, INSERT_VERSIONS)
    cursor.execute(PROMOTE_VERSIONS)
    return inserted, _update_articles(cursor)


def _update_articles(cursor: Cursor) -> list[uuid.UUID]:
    """An article's attributes are those of its current version, when that is among the staged."""
    columns = [column for column in data_columns("article") if column not in ("id", "natural_key")]
    listed = sql.SQL(", ").join(map(sql.Identifier, columns))
    known = sql.SQL(", ").join(sql.Identifier("a", column) for column in columns)
    staged = sql.SQL(", ").join(sql.Identifier("s", column) for column in columns)
    return _ids(
        cursor,
        sql.SQL(
            "UPDATE newsdb.article AS a SET ({listed}) = ROW({staged})"
            " FROM pg_temp.stage_article AS s JOIN newsdb.article_version AS v ON v.id = s.version_id"
            " WHERE s.id = a.id AND v.is_current AND ROW({known}) IS DISTINCT FROM ROW({staged})"
            " RETURNING a.id"
        ).format(listed=listed, known=known, staged=staged),
    )


def _ids(cursor: Cursor, statement: sql.Composed | LiteralString) -> list[uuid.UUID]:
    return [id_ for (id_,) in cursor.execute(statement) if isinstance(id_, uuid.UUID)]


def _count(cursor: Cursor, statement: sql.Composed | LiteralString) -> int:
    row = cursor.execute(statement).fetchone()
    return int(str(row[0])) if row else 0
