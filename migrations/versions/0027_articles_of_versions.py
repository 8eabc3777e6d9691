"""The article of an appearance, a sketch or a source is that of its version, as it is of every fact.

Nothing compared them. A trigger does now, once for each statement; so their keys to articles say nothing of their own
any more, and from PostgreSQL 18 on they are declared and not enforced, as in 0025.
"""

from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None

TABLES = ("article_source", "story_sketch", "outlet_appearance", "person_appearance", "organisation_appearance")

ARTICLE_OF_VERSION = """
CREATE FUNCTION newsdb.article_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE broken uuid;
BEGIN
    SELECT n.article_version_id INTO broken FROM new_rows AS n
    LEFT JOIN newsdb.article_version AS v ON v.id = n.article_version_id
    WHERE v.article_id IS DISTINCT FROM n.article_id ORDER BY n.article_version_id LIMIT 1;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION '% of version %: its article is not that of its version', TG_TABLE_NAME, broken USING
            ERRCODE = 'check_violation', SCHEMA = 'newsdb', TABLE = TG_TABLE_NAME,
            CONSTRAINT = TG_TABLE_NAME || '_article', HINT = 'Repeat the article_id of the version.';
    END IF;
    RETURN NULL;
END $$
"""


def enforce(how: str) -> None:
    """Have the keys be ENFORCED, or NOT ENFORCED, where PostgreSQL knows the difference."""
    statements = "\n".join(
        f"EXECUTE 'ALTER TABLE newsdb.{table} ALTER CONSTRAINT {table}_article_id_fkey {how}';" for table in TABLES
    )
    op.execute(f"""
        DO $$ BEGIN
        IF current_setting('server_version_num')::integer >= 180000 THEN
        {statements}
        END IF;
        END $$""")


def refuse_others(table: str) -> None:
    """Rows that were there before are compared once, as a constraint would."""
    op.execute(f"""
        DO $$ BEGIN
        IF EXISTS (SELECT FROM newsdb.{table} AS e JOIN newsdb.article_version AS v ON v.id = e.article_version_id
                WHERE v.article_id <> e.article_id) THEN
            RAISE EXCEPTION 'a row of newsdb.{table} has another article than its version' USING
                ERRCODE = 'check_violation', HINT = 'Delete it, then load its file again.';
        END IF;
        END $$""")


def upgrade() -> None:
    op.execute(ARTICLE_OF_VERSION)
    op.execute(
        "COMMENT ON FUNCTION newsdb.article_of_version() IS 'Refuses rows with another article than their version has.'"
    )
    for table in TABLES:
        for event in ("insert", "update"):
            op.execute(f"""
                CREATE TRIGGER {table}_article_{event} AFTER {event} ON newsdb.{table}
                REFERENCING NEW TABLE AS new_rows
                FOR EACH STATEMENT EXECUTE FUNCTION newsdb.article_of_version()""")
        # After the triggers, which lock the table: nothing is written in between.
        refuse_others(table)
    enforce("NOT ENFORCED")


def downgrade() -> None:
    enforce("ENFORCED")
    op.execute("DROP FUNCTION newsdb.article_of_version() CASCADE")
