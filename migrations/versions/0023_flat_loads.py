"""Loads that ask of an archive by key alone: segments version by version, and acronyms from one to the next.

The trigger of the segments asked for all versions of a statement at once. Without statistics of new rows PostgreSQL expected
so many that, among a million articles, it read every version there is for each batch.
"""

from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

AT_ONCE = """
        SELECT found.article_version_id INTO broken
        FROM (
            SELECT s.article_version_id
            FROM (
                SELECT article_version_id, article_id, span_start, span_end,
                    lag(span_end, 1, 0) OVER (PARTITION BY article_version_id ORDER BY span_start) AS expected_start
                FROM newsdb.text_segment
                WHERE article_version_id IN (SELECT article_version_id FROM new_rows)
            ) AS s
            JOIN newsdb.article_version AS v ON v.id = s.article_version_id
            JOIN newsdb.article_text AS t ON t.id = v.article_text_id
            GROUP BY s.article_version_id
            HAVING bool_or(s.span_start <> s.expected_start) OR max(s.span_end) <> max(t.char_count)
                OR bool_or(s.article_id <> v.article_id)) AS found
        LIMIT 1;"""

ONE_BY_ONE = """
        SELECT n.article_version_id INTO broken
        FROM (SELECT DISTINCT article_version_id FROM new_rows) AS n
        CROSS JOIN LATERAL (
            SELECT bool_or(s.span_start <> s.expected_start) OR max(s.span_end) <> max(version.char_count)
                OR bool_or(s.article_id <> version.article_id) AS is_broken
            FROM (
                SELECT v.article_id, t.char_count FROM newsdb.article_version AS v
                JOIN newsdb.article_text AS t ON t.id = v.article_text_id WHERE v.id = n.article_version_id
            ) AS version
            CROSS JOIN (
                SELECT article_id, span_start, span_end, lag(span_end, 1, 0) OVER (ORDER BY span_start) AS expected_start
                FROM newsdb.text_segment WHERE article_version_id = n.article_version_id
            ) AS s
        ) AS found
        WHERE found.is_broken
        LIMIT 1;"""


def tiles(found: str) -> str:
    return f"""
    CREATE OR REPLACE FUNCTION newsdb.text_segment_tiles() RETURNS trigger LANGUAGE plpgsql AS $$
    DECLARE broken uuid;
    BEGIN {found}
        IF broken IS NOT NULL THEN
            RAISE EXCEPTION 'the segments of version % do not tile its text', broken USING
                ERRCODE = 'check_violation', SCHEMA = 'newsdb', TABLE = 'text_segment',
                CONSTRAINT = 'text_segment_tiles',
                HINT = 'Write all segments of a version in one statement; together they cover each character once.';
        END IF;
        RETURN NULL;
    END $$"""


def upgrade() -> None:
    op.execute(tiles(ONE_BY_ONE))
    index_acronyms("organisation_name_id, acronym, is_acronym")


def downgrade() -> None:
    index_acronyms("organisation_name_id, acronym")
    op.execute(tiles(AT_ONCE))


def index_acronyms(columns: str) -> None:
    op.execute("DROP INDEX newsdb.organisation_appearance_acronym_idx")
    op.execute(
        f"CREATE INDEX organisation_appearance_acronym_idx ON newsdb.organisation_appearance ({columns})"
        " WHERE acronym IS NOT NULL"
    )
