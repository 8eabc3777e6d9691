"""Say which organisation each name means, from all names and acronyms in the database; facts are not touched.

A long form is an organisation of its own. An acronym that its article does not spell out means the one organisation
whose long form is printed with it anywhere; where two long forms share it, or none has it, it stands for itself.
"""

import uuid
from collections.abc import Collection
from typing import LiteralString

import psycopg

Cursor = psycopg.Cursor[tuple[object, ...]]

# Resolutions follow each other, so that each sees the names that the one before has committed.
LOCK: LiteralString = "SELECT pg_advisory_xact_lock(hashtextextended('newsdb.resolution', 0))"

# For each acronym that stands alone: the organisation it means now.
TARGETS: LiteralString = """
    CREATE TEMP TABLE acronym_target ON COMMIT DROP AS
    SELECT n.id, n.organisation_id AS old_id, own.id AS own_id, n.name, n.name_key, n.kind,
        CASE WHEN long.organisations = 1 THEN long.first_id ELSE own.id END AS new_id,
        CASE WHEN long.organisations = 1 THEN 'acronym' ELSE 'name' END AS joined_by
    FROM newsdb.organisation_name AS n
    CROSS JOIN LATERAL (SELECT newsdb.key_id('organisation', n.name_key) AS id) AS own
    CROSS JOIN LATERAL (
        SELECT count(DISTINCT spelt.organisation_id) AS organisations,
            min(spelt.organisation_id::text)::uuid AS first_id
        FROM newsdb.organisation_appearance AS acronym
        JOIN newsdb.organisation_name AS spelt ON spelt.id = acronym.organisation_name_id
        WHERE acronym.acronym_key = n.name_key AND NOT acronym.is_acronym
    ) AS long
    WHERE n.name_key = ANY(%(acronyms)s) AND n.is_acronym
"""

INSERT_OWN: LiteralString = """
    WITH inserted AS (
        INSERT INTO newsdb.organisation (id, name, name_key, kind)
        SELECT own_id, name, name_key, kind FROM acronym_target WHERE new_id = own_id
        ORDER BY own_id ON CONFLICT DO NOTHING RETURNING id
    )
    SELECT id FROM inserted
"""

MOVE: LiteralString = """
    UPDATE newsdb.organisation_name AS n SET organisation_id = t.new_id, joined_by = t.joined_by
    FROM acronym_target AS t
    WHERE n.id = t.id AND (n.organisation_id, n.joined_by) IS DISTINCT FROM (t.new_id, t.joined_by)
"""

# An organisation is what the name it is keyed by says; its acronym is the one printed beside any of its names.
DESCRIBE: LiteralString = """
    UPDATE newsdb.organisation AS o SET name = told.name, kind = told.kind, acronym = told.acronym
    FROM (
        SELECT n.organisation_id, n.name, n.kind, (
            SELECT printed.acronym FROM (
                SELECT a.acronym FROM newsdb.organisation_appearance AS a
                JOIN newsdb.organisation_name AS spelt ON spelt.id = a.organisation_name_id
                WHERE spelt.organisation_id = n.organisation_id AND a.acronym IS NOT NULL
            ) AS printed
            ORDER BY char_length(printed.acronym), printed.acronym COLLATE "C" LIMIT 1
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
    if not organisations and not acronyms:
        return 0
    cursor.execute(LOCK)
    cursor.execute(TARGETS, {"acronyms": sorted(acronyms)})
    inserted = cursor.execute(INSERT_OWN).fetchall()
    cursor.execute(MOVE)
    moved = cursor.execute("SELECT old_id, own_id, new_id FROM acronym_target").fetchall()
    cursor.execute("DROP TABLE acronym_target")
    concerned = sorted({*organisations, *(uuid.UUID(str(id_)) for row in moved for id_ in row)})
    cursor.execute(DESCRIBE, {"organisations": concerned})
    deleted = cursor.execute(DELETE_NAMELESS, {"organisations": concerned}).fetchall()
    return len(inserted) - len(deleted)
