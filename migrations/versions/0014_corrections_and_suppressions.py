"""Corrections of facts and takedowns, which outlive every load; the ledger keeps items of files that were taken down."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

TABLES = ("correction", "suppression")

# A takedown alone may delete decisions, for they hold the names that it takes down; it says so for its transaction.
ONLY_ADDED = """
CREATE OR REPLACE FUNCTION newsdb.{table}_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('newsdb.takedown', true) = 'on' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '{noun} %: a {noun} is never changed', OLD.number USING
        ERRCODE = 'check_violation', SCHEMA = 'newsdb', TABLE = '{table}',
        CONSTRAINT = '{table}_append_only', HINT = 'A later {noun} with the verdict undone takes it back.';
END $$
"""
# Of each key the last decision, unless it takes back the one before.
DECISION = """
CREATE VIEW report.decision AS
SELECT d.decision, d.number, d.subject, d.what, d.field, d.value, d.reason, d.decided_by, d.decided_at, d.article_id,
    a.headline
FROM (
    SELECT DISTINCT ON (entity_kind, left_key, right_key) 'judgement' AS decision, number, entity_kind AS subject,
        left_key || ' / ' || right_key AS what, NULL AS field, verdict AS value, verdict, reason, NULL AS decided_by,
        decided_at, NULL::uuid AS article_id
    FROM newsdb.entity_judgement ORDER BY entity_kind, left_key, right_key, number DESC
) AS d LEFT JOIN newsdb.article AS a ON a.id = d.article_id WHERE d.verdict <> 'undone'
UNION ALL
SELECT d.decision, d.number, d.subject, d.what, d.field, d.value, d.reason, d.decided_by, d.decided_at, d.article_id,
    a.headline
FROM (
    SELECT DISTINCT ON (subject, article_id, anchor, field) 'correction' AS decision, number, subject,
        nullif(anchor, '') AS what, field, coalesce(value, 'unknown') AS value, verdict, reason, decided_by, decided_at,
        article_id
    FROM newsdb.correction ORDER BY subject, article_id, anchor, field, number DESC
) AS d LEFT JOIN newsdb.article AS a ON a.id = d.article_id WHERE d.verdict <> 'undone'
UNION ALL
SELECT d.decision, d.number, d.subject, d.what, NULL, d.verdict, d.reason, d.decided_by, d.decided_at, NULL, NULL
FROM (
    SELECT DISTINCT ON (kind, key) 'takedown' AS decision, number, kind AS subject, key AS what, verdict, reason,
        decided_by, decided_at
    FROM newsdb.suppression ORDER BY kind, key, number DESC
) AS d WHERE d.verdict <> 'undone'
"""
DECISION_COLUMNS = {
    "decision": "judgement, correction or takedown.",
    "number": "The number by which it can be taken back.",
    "subject": "What it is about: person or organisation; article, quote or role; article, file or person.",
    "what": "Which: two names, folded; the words of a quote or the holder and title of a role, folded; a hash.",
    "field": "The field that is corrected.",
    "value": "What was decided: same or different, the corrected value, suppressed.",
    "reason": "Why, in the words of whoever decided.",
    "decided_by": "Who decided, where that is known.",
    "decided_at": "When it was decided.",
    "article_id": "Id of the article that is corrected.",
    "headline": "Headline of that article; NULL while it is not in the database.",
}
JUDGEMENTS_ARE_ADDED = """
CREATE OR REPLACE FUNCTION newsdb.entity_judgement_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'judgement %: a judgement is never changed', OLD.number USING
        ERRCODE = 'check_violation', SCHEMA = 'newsdb', TABLE = 'entity_judgement',
        CONSTRAINT = 'entity_judgement_append_only', HINT = 'A later judgement with the verdict undone takes it back.';
END $$
"""


def upgrade() -> None:
    create_correction()
    create_suppression()
    for table in TABLES:
        op.execute(ONLY_ADDED.format(table=table, noun=table))
        op.execute(f"COMMENT ON FUNCTION newsdb.{table}_append_only() IS 'Refuses to change a {table}.'")
        op.execute(f"""
            CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON newsdb.{table}
            FOR EACH ROW EXECUTE FUNCTION newsdb.{table}_append_only()""")
    op.execute(ONLY_ADDED.format(table="entity_judgement", noun="judgement"))
    op.execute("""
        INSERT INTO newsdb.attribution_method (code, label, label_fr)
        VALUES ('corrected', 'Somebody decided', 'Décision humaine') ON CONFLICT DO NOTHING""")
    op.drop_constraint("load_item_source_file_id_fkey", "load_item", schema="newsdb")
    op.execute(
        "COMMENT ON COLUMN newsdb.load_item.source_file_id IS"
        " 'The file, by its id; a takedown may have deleted it since.'"
    )
    op.execute(DECISION)
    op.execute(
        "COMMENT ON VIEW report.decision IS"
        " 'Every decision that holds: who is who, what is corrected, and what was taken down.'"
    )
    for column, comment in DECISION_COLUMNS.items():
        op.execute(f"COMMENT ON COLUMN report.decision.{column} IS '{comment}'")


def create_correction() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('correction', number)."),
        sa.Column("number", sa.Integer(), nullable=False, comment="Place in the sequence of corrections."),
        sa.Column("subject", sa.Text(), nullable=False, comment="article, quote or role: what is corrected."),
        sa.Column(
            "article_id", sa.Uuid(), nullable=False, comment="The article, by the key that its own words give it."
        ),
        sa.Column(
            "anchor",
            sa.Text(),
            nullable=False,
            comment="The quote by its words, folded; the role by its holder and title; empty for the article itself.",
        ),
        sa.Column("field", sa.Text(), nullable=False, comment="Which field: published_on, outlet, speaker …"),
        sa.Column("verdict", sa.Text(), nullable=False, comment="corrected, or undone: as if never corrected."),
        sa.Column("value", sa.Text(), nullable=True, comment="What it is instead; NULL for what is unknown."),
        sa.Column("reason", sa.Text(), nullable=False, comment="Why, in the words of whoever decided."),
        sa.Column("decided_by", sa.Text(), nullable=True, comment="Who decided."),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False, comment="When it was decided."),
        sa.CheckConstraint("id = newsdb.key_id('correction', number::text)", name=op.f("correction_id_check")),
        sa.CheckConstraint("number > 0", name=op.f("correction_number_check")),
        sa.CheckConstraint("subject IN ('article', 'quote', 'role')", name=op.f("correction_subject_check")),
        sa.CheckConstraint("(subject = 'article') = (anchor = '')", name=op.f("correction_anchor_check")),
        sa.CheckConstraint("verdict IN ('corrected', 'undone')", name=op.f("correction_verdict_check")),
        sa.CheckConstraint("value IS NULL OR verdict = 'corrected'", name=op.f("correction_value_check")),
        sa.CheckConstraint("reason <> ''", name=op.f("correction_reason_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("correction_pkey")),
        sa.UniqueConstraint("number", name=op.f("correction_number_key")),
        schema="newsdb",
        comment="Corrections of what was read. Of several about one field the last holds; rows are only added,"
        " and go with a takedown that covers them.",
    )
    op.create_index(op.f("correction_article_id_idx"), "correction", ["article_id"], schema="newsdb")


def create_suppression() -> None:
    op.create_table(
        "suppression",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('suppression', number)."),
        sa.Column("number", sa.Integer(), nullable=False, comment="Place in the sequence of takedowns."),
        sa.Column("kind", sa.Text(), nullable=False, comment="article, file or person: what was taken down."),
        sa.Column(
            "key",
            sa.Text(),
            nullable=False,
            comment="Id of the article; SHA-256 of the file; SHA-256 of the words of the name, folded and sorted.",
        ),
        sa.Column(
            "word_count",
            sa.Integer(),
            nullable=True,
            comment="Of how many words the name of a person is, so that it is recognised in a text by its hash.",
        ),
        sa.Column("verdict", sa.Text(), nullable=False, comment="suppressed, or undone: it may be loaded again."),
        sa.Column(
            "reason", sa.Text(), nullable=False, comment="Why, in the words of whoever decided; name nobody here."
        ),
        sa.Column("decided_by", sa.Text(), nullable=True, comment="Who decided."),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False, comment="When it was decided."),
        sa.CheckConstraint("id = newsdb.key_id('suppression', number::text)", name=op.f("suppression_id_check")),
        sa.CheckConstraint("number > 0", name=op.f("suppression_number_check")),
        sa.CheckConstraint("kind IN ('article', 'file', 'person')", name=op.f("suppression_kind_check")),
        sa.CheckConstraint(
            "CASE kind WHEN 'article' THEN key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'"
            " ELSE key ~ '^[0-9a-f]{64}$' END",
            name=op.f("suppression_key_check"),
        ),
        sa.CheckConstraint(
            "(kind = 'person') = (word_count IS NOT NULL) AND coalesce(word_count, 2) > 1",
            name=op.f("suppression_word_count_check"),
        ),
        sa.CheckConstraint("verdict IN ('suppressed', 'undone')", name=op.f("suppression_verdict_check")),
        sa.CheckConstraint("reason <> ''", name=op.f("suppression_reason_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("suppression_pkey")),
        sa.UniqueConstraint("number", name=op.f("suppression_number_key")),
        schema="newsdb",
        comment="Takedowns: what the loader must not bring back. Of several about one key the last holds; rows"
        " are only added. A key is a hash and tells nothing of what was taken down.",
    )
    op.create_index(op.f("suppression_kind_key_idx"), "suppression", ["kind", "key"], schema="newsdb")


def downgrade() -> None:
    op.execute("DROP VIEW report.decision")
    op.execute("DELETE FROM newsdb.load_item WHERE source_file_id NOT IN (SELECT id FROM newsdb.source_file)")
    op.create_foreign_key(
        "load_item_source_file_id_fkey",
        "load_item",
        "source_file",
        ["source_file_id"],
        ["id"],
        source_schema="newsdb",
        referent_schema="newsdb",
    )
    op.execute("COMMENT ON COLUMN newsdb.load_item.source_file_id IS 'The file.'")
    op.execute(JUDGEMENTS_ARE_ADDED)
    for table in reversed(TABLES):
        op.drop_table(table, schema="newsdb")
        op.execute(f"DROP FUNCTION newsdb.{table}_append_only()")
