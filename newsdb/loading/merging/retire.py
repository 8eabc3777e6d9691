"""Take back what an older extractor said of a file, in the transaction that writes what the new one says.

`retire_files` runs between staging and merging, `sweep` after it: what the new facts still need was not deleted
and inserted again, and what nothing refers to any more is gone. A loader that does so writes alone.
"""

import uuid
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import LiteralString

import psycopg
from psycopg import sql

from newsdb.loading.merging.outlets import RETIRED_OUTLETS, sweep_outlets
from newsdb.loading.merging.reprints import unlink_retired
from newsdb.loading.merging.staging import data_table
from newsdb.loading.rows.tables import FACT_TABLES

Cursor = psycopg.Cursor[tuple[object, ...]]

# Versions that are told anew, and those of these files that no other file prints.
RETIRED_VERSIONS: LiteralString = """
    CREATE TEMP TABLE retired_version ON COMMIT DROP AS
    SELECT v.id, v.article_id, v.article_text_id
    FROM newsdb.article_version AS v
    WHERE v.id = ANY(%(told_anew)s)
        OR v.id IN (SELECT article_version_id FROM newsdb.article_source WHERE source_file_id = ANY(%(files)s))
            AND NOT EXISTS (
                SELECT FROM newsdb.article_source AS other
                WHERE other.article_version_id = v.id AND other.source_file_id <> ALL(%(files)s)
            )
"""

RETIRED_NAMES: LiteralString = """
    CREATE TEMP TABLE retired_name ON COMMIT DROP AS
    SELECT DISTINCT p.id AS person_name_id, p.person_id, o.id AS organisation_name_id, o.organisation_id, a.acronym_key
    FROM (
        SELECT article_version_id, person_name_id, NULL::uuid AS organisation_name_id, NULL AS acronym_key
        FROM newsdb.person_appearance
        UNION ALL
        SELECT article_version_id, NULL, organisation_name_id, acronym_key FROM newsdb.organisation_appearance
    ) AS a
    JOIN pg_temp.retired_version AS r ON r.id = a.article_version_id
    LEFT JOIN newsdb.person_name AS p ON p.id = a.person_name_id
    LEFT JOIN newsdb.organisation_name AS o ON o.id = a.organisation_name_id
"""

# Before the merge chooses among an article's versions, those that no file prints any more are gone.
DELETE_VERSIONS: LiteralString = """
    DELETE FROM newsdb.article_version AS v USING pg_temp.retired_version AS r
    WHERE v.id = r.id AND NOT EXISTS (SELECT FROM newsdb.article_source AS s WHERE s.article_version_id = v.id)
        AND NOT EXISTS (SELECT FROM pg_temp.stage_article_version AS staged WHERE staged.id = v.id)
"""

# Of an article that lost its current version, the best that is left, by the rule of the merge.
PROMOTE_NEXT: LiteralString = """
    UPDATE newsdb.article_version AS v SET is_current = true
    FROM (
        SELECT DISTINCT ON (article_id) article_id, id FROM newsdb.article_version
        WHERE article_id IN (SELECT article_id FROM pg_temp.retired_version)
        ORDER BY article_id, story_length DESC, id
    ) AS best
    WHERE v.id = best.id
        AND NOT EXISTS (SELECT FROM newsdb.article_version AS c WHERE c.article_id = best.article_id AND c.is_current)
"""

REFRESH: tuple[LiteralString, ...] = (
    """
    UPDATE newsdb.source_file AS f SET extractor = s.extractor, reader = s.reader
    FROM pg_temp.stage_source_file AS s WHERE f.id = s.id
    """,
    """
    UPDATE newsdb.article_version AS v
    SET story_length = s.story_length, extractor = s.extractor,
        search_vector = newsdb.folded_search_vector(s.language, s.headline, s.story)
    FROM pg_temp.stage_article_version AS s WHERE v.id = s.id
    """,
)

AWAITING: LiteralString = """
    SELECT id FROM pg_temp.retired_version WHERE id IN (SELECT id FROM pg_temp.stage_article_version)
"""

SWEEP: tuple[tuple[str, LiteralString], ...] = (
    (
        "article",
        """
        DELETE FROM newsdb.article AS a USING pg_temp.retired_version AS r
        WHERE a.id = r.article_id AND NOT EXISTS (SELECT FROM newsdb.article_version AS v WHERE v.article_id = a.id)
        """,
    ),
    (
        "article_text",
        """
        DELETE FROM newsdb.article_text AS t USING pg_temp.retired_version AS r
        WHERE t.id = r.article_text_id
            AND NOT EXISTS (SELECT FROM newsdb.article_version AS v WHERE v.article_text_id = t.id)
        """,
    ),
    (
        "organisation_name",
        """
        DELETE FROM newsdb.organisation_name AS n USING pg_temp.retired_name AS r
        WHERE n.id = r.organisation_name_id
            AND NOT EXISTS (SELECT FROM newsdb.organisation_appearance AS a WHERE a.organisation_name_id = n.id)
        """,
    ),
    (
        "person_name",
        """
        DELETE FROM newsdb.person_name AS n USING pg_temp.retired_name AS r
        WHERE n.id = r.person_name_id
            AND NOT EXISTS (SELECT FROM newsdb.person_appearance AS a WHERE a.person_name_id = n.id)
        """,
    ),
)

# What is left of a name's appearances may spell it otherwise and tell something else of it.
RETELL: tuple[LiteralString, ...] = (
    """
    UPDATE newsdb.person_name AS n SET name = best.name
    FROM (
        SELECT DISTINCT ON (a.person_name_id) a.person_name_id AS id, a.name
        FROM newsdb.person_appearance AS a JOIN pg_temp.retired_name AS r USING (person_name_id)
        ORDER BY a.person_name_id, char_length(a.name) DESC, a.name COLLATE "C" DESC
    ) AS best
    WHERE n.id = best.id AND n.name <> best.name
    """,
    """
    UPDATE newsdb.organisation_name AS n SET name = told.name, kind = told.kind, is_acronym = told.is_acronym
    FROM (
        SELECT a.organisation_name_id AS id, bool_or(a.is_acronym) AS is_acronym,
            (array_agg(a.name ORDER BY char_length(a.name) DESC, a.name COLLATE "C" DESC))[1] AS name,
            coalesce(min(a.kind) FILTER (WHERE a.kind <> 'other'), 'other') AS kind
        FROM newsdb.organisation_appearance AS a JOIN pg_temp.retired_name AS r USING (organisation_name_id)
        GROUP BY a.organisation_name_id
    ) AS told
    WHERE n.id = told.id AND (n.name, n.kind, n.is_acronym) IS DISTINCT FROM (told.name, told.kind, told.is_acronym)
    """,
)


@dataclass(frozen=True, slots=True)
class Retired:
    """What has to be made good after files were retired."""

    awaiting: frozenset[uuid.UUID] = frozenset()
    """The staged versions that have lost their facts: they wait for those of the new extractor."""
    unlinked: frozenset[uuid.UUID] = frozenset()
    """The articles that are no longer linked to reprints for now."""
    rows: Counter[str] = field(default_factory=Counter)
    """How many rows there are less, by table."""


@dataclass(slots=True)
class Touched:
    """What a batch changed that may mean something else now: people, organisations, articles by id; acronyms by key."""

    people: set[uuid.UUID] = field(default_factory=set)
    organisations: set[uuid.UUID] = field(default_factory=set)
    acronyms: set[str] = field(default_factory=set)
    articles: set[uuid.UUID] = field(default_factory=set)

    def add(self, other: "Touched") -> None:
        """Take in what another change touched."""
        self.people |= other.people
        self.organisations |= other.organisations
        self.acronyms |= other.acronyms
        self.articles |= other.articles


def retire_files(cursor: Cursor, files: Sequence[uuid.UUID], told_anew: Collection[uuid.UUID]) -> Retired:
    """With the new rows staged, delete the facts that hang on these files alone, and of the versions told anew."""
    retiring = {"files": list(files), "told_anew": list(told_anew)}
    cursor.execute(RETIRED_VERSIONS, retiring)
    cursor.execute(RETIRED_NAMES)
    cursor.execute(RETIRED_OUTLETS)
    unlinked, rows = unlink_retired(cursor)
    for name in FACT_TABLES:
        delete = "DELETE FROM {} AS fact USING pg_temp.retired_version AS r WHERE fact.article_version_id = r.id"
        cursor.execute(sql.SQL(delete).format(data_table(name)))
        rows[name] = -cursor.rowcount
    cursor.execute("DELETE FROM newsdb.article_source WHERE source_file_id = ANY(%s)", [list(files)])
    rows["article_source"] = -cursor.rowcount
    cursor.execute(DELETE_VERSIONS)
    rows["article_version"] = -cursor.rowcount
    for statement in (PROMOTE_NEXT, *REFRESH):
        cursor.execute(statement)
    awaiting = frozenset(uuid.UUID(str(version)) for (version,) in cursor.execute(AWAITING))
    return Retired(awaiting, frozenset(unlinked), rows)


def delete_files(cursor: Cursor, files: Sequence[uuid.UUID]) -> Counter[str]:
    """Delete files that were retired and are not to come back, with their names and bytes."""
    rows: Counter[str] = Counter()
    for table, column in (("source_file_name", "source_file_id"), ("source_file", "id")):
        delete = sql.SQL("DELETE FROM {} WHERE {} = ANY(%s)").format(data_table(table), sql.Identifier(column))
        cursor.execute(delete, [list(files)])
        rows[table] = -cursor.rowcount
    return rows


def sweep(cursor: Cursor) -> tuple[Touched, Counter[str]]:
    """After the merge, delete what nothing refers to.

    Returns what the resolution must look at again, and how many rows there are less.
    """
    rows: Counter[str] = Counter()
    for table, statement in SWEEP:
        cursor.execute(statement)
        rows[table] = -cursor.rowcount
    for statement in RETELL:
        cursor.execute(statement)
    rows.update(sweep_outlets(cursor))
    named = cursor.execute("SELECT person_id, organisation_id, acronym_key FROM pg_temp.retired_name").fetchall()
    cursor.execute("DROP TABLE pg_temp.retired_version, pg_temp.retired_name")
    touched = Touched(
        people={uuid.UUID(str(person)) for person, _, _ in named if person},
        organisations={uuid.UUID(str(organisation)) for _, organisation, _ in named if organisation},
        acronyms={str(key) for _, _, key in named if key},
    )
    return touched, rows
