"""Say which organisation each name means, from all names, acronyms and judgements; facts are not touched.

A long form is an organisation of its own, unless one fuller form of its acronym says all of it. An acronym that its
article does not spell out means the one organisation whose long forms are printed with it anywhere; where two
organisations share it, or none has it, it stands for itself. What people decided comes first.
"""

import uuid
from collections.abc import Collection
from typing import LiteralString

import psycopg

from newsdb.database.arrays import sort_ids
from newsdb.resolution.judgements import name_ids, read_judgements
from newsdb.resolution.longforms import join_forms, read_all_forms, read_forms

Cursor = psycopg.Cursor[tuple[object, ...]]

# Resolutions follow each other, so that each sees the names that the one before has committed.
LOCK: LiteralString = "SELECT pg_advisory_xact_lock(hashtextextended('newsdb.resolution', 0))"

JUDGED: LiteralString = """
    CREATE TEMP TABLE judged_name ON COMMIT DROP AS
    SELECT n.id, j.group_name, j.is_by_words, first_value(n.name_key) OVER (
            PARTITION BY j.group_name ORDER BY n.is_acronym, char_length(n.name_key) DESC, n.name_key COLLATE "C"
        ) AS own_key
    FROM unnest(%(ids)s::uuid[], %(groups)s::text[], %(by_words)s::boolean[]) AS j (id, group_name, is_by_words)
    JOIN newsdb.organisation_name AS n ON n.id = j.id
"""

# For each name concerned, the key of the organisation it means now. `own_key` is that of the name itself, or of
# the fullest name it is judged to be the same as. The names beside which an acronym is printed are walked in an index
# from one to the next, so that it does not matter in how many articles they are.
TARGETS: LiteralString = """
    CREATE TEMP TABLE organisation_target ON COMMIT DROP AS
    WITH own AS NOT MATERIALIZED (
        SELECT n.id, n.name_key, n.is_acronym, n.organisation_id, n.joined_by, n.name, n.kind,
            j.id IS NOT NULL AS is_joined, coalesce(NOT j.is_by_words, false) AS is_judged,
            coalesce(j.own_key, n.name_key) AS own_key
        FROM newsdb.organisation_name AS n LEFT JOIN judged_name AS j ON j.id = n.id
    )
    SELECT n.id, n.name, n.name_key, n.kind, n.organisation_id AS old_id, n.joined_by AS old_joined_by,
        newsdb.key_id('organisation', target.own_key) AS new_id,
        CASE WHEN target.own_key = n.name_key THEN 'name' WHEN n.is_judged THEN 'judgement' ELSE 'acronym' END
            AS joined_by
    FROM own AS n
    CROSS JOIN LATERAL (
        WITH RECURSIVE printed (id) AS (
            (SELECT a.organisation_name_id FROM newsdb.organisation_appearance AS a
            WHERE n.is_acronym AND NOT n.is_judged AND a.acronym_key = n.name_key AND NOT a.is_acronym
            ORDER BY a.organisation_name_id LIMIT 1)
            UNION ALL
            SELECT next.id FROM printed CROSS JOIN LATERAL (
                SELECT a.organisation_name_id AS id FROM newsdb.organisation_appearance AS a
                WHERE a.acronym_key = n.name_key AND NOT a.is_acronym AND a.organisation_name_id > printed.id
                ORDER BY a.organisation_name_id LIMIT 1
            ) AS next
        )
        SELECT count(DISTINCT spelt.own_key) AS organisations, min(spelt.own_key) AS own_key
        FROM printed JOIN own AS spelt ON spelt.id = printed.id
        WHERE NOT EXISTS (
                SELECT FROM unnest(%(lefts)s::text[], %(rights)s::text[]) AS d (one, other)
                WHERE (d.one, d.other) IN ((n.name_key, spelt.name_key), (spelt.name_key, n.name_key)))
    ) AS long
    CROSS JOIN LATERAL (
        SELECT CASE WHEN long.organisations = 1 THEN long.own_key ELSE n.own_key END AS own_key
    ) AS target
    WHERE %(everything)s OR n.organisation_id = ANY(%(organisations)s) OR n.is_joined
        OR (n.is_acronym AND (n.name_key = ANY(%(acronyms)s) OR n.name_key IN (
            SELECT a.acronym_key FROM newsdb.organisation_appearance AS a
            JOIN judged_name AS j ON j.id = a.organisation_name_id AND NOT j.is_by_words)))
"""

INSERT_OWN: LiteralString = """
    WITH inserted AS (
        INSERT INTO newsdb.organisation (id, name, name_key, kind)
        SELECT new_id, name, name_key, kind FROM organisation_target AS t
        WHERE joined_by = 'name' AND NOT EXISTS (SELECT FROM newsdb.organisation AS o WHERE o.id = t.new_id)
        ORDER BY new_id ON CONFLICT DO NOTHING RETURNING id
    )
    SELECT id FROM inserted
"""

MOVE: LiteralString = """
    UPDATE newsdb.organisation_name AS n SET organisation_id = t.new_id, joined_by = t.joined_by
    FROM organisation_target AS t
    WHERE n.id = t.id AND (n.organisation_id, n.joined_by) IS DISTINCT FROM (t.new_id, t.joined_by)
"""

# An organisation is what the name it is keyed by says; its acronym is the one printed beside any of its names. They
# are walked in an index from one acronym to the next: a name in a million articles costs no more than any other.
DESCRIBE: LiteralString = """
    UPDATE newsdb.organisation AS o SET name = told.name, kind = told.kind, acronym = told.acronym
    FROM (
        SELECT n.organisation_id, n.name, n.kind, (
            WITH RECURSIVE printed (spelt_id, acronym) AS (
                SELECT spelt.id, first.acronym FROM newsdb.organisation_name AS spelt
                CROSS JOIN LATERAL (
                    SELECT a.acronym FROM newsdb.organisation_appearance AS a
                    WHERE a.organisation_name_id = spelt.id AND a.acronym IS NOT NULL ORDER BY a.acronym LIMIT 1
                ) AS first
                WHERE spelt.organisation_id = n.organisation_id
                UNION ALL
                SELECT printed.spelt_id, next.acronym FROM printed
                CROSS JOIN LATERAL (
                    SELECT a.acronym FROM newsdb.organisation_appearance AS a
                    WHERE a.organisation_name_id = printed.spelt_id AND a.acronym > printed.acronym
                    ORDER BY a.acronym LIMIT 1
                ) AS next
            )
            SELECT acronym FROM printed ORDER BY char_length(acronym), acronym COLLATE "C" LIMIT 1
        ) AS acronym
        FROM newsdb.organisation_name AS n
        WHERE n.organisation_id = ANY(%(organisations)s) AND n.joined_by = 'name'
    ) AS told
    WHERE o.id = told.organisation_id
        AND (o.name, o.kind, o.acronym) IS DISTINCT FROM (told.name, told.kind, told.acronym)
"""

DELETE_NAMELESS: LiteralString = """
    WITH deleted AS (
        DELETE FROM newsdb.organisation AS o
        WHERE o.id = ANY(%(organisations)s)
            AND NOT EXISTS (SELECT FROM newsdb.organisation_name AS n WHERE n.organisation_id = o.id)
        RETURNING id
    )
    SELECT id FROM deleted
"""


def resolve_organisations(cursor: Cursor, organisations: Collection[uuid.UUID], acronyms: Collection[str]) -> int:
    """Resolve the names that a change may concern: organisations that got or lost a name, and acronym keys printed.

    The result is the same whatever the order of the changes: it is computed from what is in the database.
    Returns how many organisations there are more, or less, than before.
    """
    cursor.execute(LOCK)
    if not _find_targets(cursor, organisations, acronyms):
        return 0
    inserted = cursor.execute(INSERT_OWN).fetchall()
    cursor.execute(MOVE)
    moved = cursor.execute("SELECT old_id, new_id FROM organisation_target").fetchall()
    cursor.execute("DROP TABLE organisation_target, judged_name")
    concerned = sort_ids({*organisations, *(id_ for row in moved for id_ in row if isinstance(id_, uuid.UUID))})
    cursor.execute(DESCRIBE, {"organisations": concerned})
    deleted = cursor.execute(DELETE_NAMELESS, {"organisations": concerned}).fetchall()
    return len(inserted) - len(deleted)


def misresolved_organisations(cursor: Cursor) -> list[str]:
    """The ids of the names that do not mean what all names, acronyms and judgements together say; none is the rule."""
    _find_targets(cursor, (), (), everything=True)
    rows = cursor.execute(
        "SELECT id FROM organisation_target WHERE (old_id, old_joined_by) IS DISTINCT FROM (new_id, joined_by)"
    ).fetchall()
    cursor.execute("DROP TABLE organisation_target, judged_name")
    return [str(id_) for (id_,) in rows]


def _find_targets(
    cursor: Cursor, organisations: Collection[uuid.UUID], acronyms: Collection[str], *, everything: bool = False
) -> bool:
    """Fill organisation_target; False where there is nothing to resolve."""
    judgements = read_judgements(cursor, "organisation")
    judged = judgements.groups()
    if not (organisations or acronyms or judged or everything):
        return False
    judged_ids = name_ids("organisation", judged)
    forms = read_all_forms(cursor) if everything else read_forms(cursor, organisations, acronyms, judged_ids)
    # Forms that no other is joined with are listed too: they may have been joined until now.
    alone = {key: key for keys in forms.values() for key in keys}
    groups = alone | dict(join_forms(forms, judgements).groups())
    cursor.execute(
        JUDGED,
        {
            "ids": name_ids("organisation", groups),
            "groups": list(groups.values()),
            "by_words": [key not in judged for key in groups],
        },
    )
    concerned = {
        "organisations": sort_ids(organisations),
        "acronyms": sorted({*acronyms, *forms}),
        "everything": everything,
    }
    apart = sorted(judgements.apart())
    different = {"lefts": [left for left, _ in apart], "rights": [right for _, right in apart]}
    cursor.execute(TARGETS, concerned | different)
    return True
