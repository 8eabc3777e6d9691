"""Evidence: triggers that refuse a span whose text differs, texts that never change, and the view of all violations."""

from dataclasses import dataclass

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


@dataclass(frozen=True)
class Evidence:
    """A table whose rows quote spans (start, end, text) of the text of their version."""

    table: str
    spans: tuple[tuple[str, str, str], ...]
    quoted: bool = False
    """True for children of quote, which must be of the same version as the quote."""


EVIDENCE = (
    Evidence("mention", (("span_start", "span_end", "surface"),)),
    Evidence("role_claim", (("span_start", "span_end", "title"),)),
    Evidence("article_author", (("span_start", "span_end", "name"),)),
    Evidence("quote", (("question_start", "question_end", "question"),)),
    Evidence("quote_occurrence", (("span_start", "span_end", "words"),), quoted=True),
    Evidence(
        "quote_attribution",
        (("cue_start", "cue_end", "cue"), ("speaker_start", "speaker_end", "speaker_words")),
        quoted=True,
    ),
)


def violations(evidence: Evidence, rows: str) -> str:
    """The SELECT of the rows that break the promise: id, version, what is wrong."""
    wrong_text = " OR ".join(
        f"substr(t.body, n.{start} + 1, n.{end} - n.{start}) <> n.{text}" for start, end, text in evidence.spans
    )
    conditions = {"its article is not that of its version": "v.article_id <> n.article_id"}
    quote = ""
    if evidence.quoted:
        quote = "JOIN newsdb.quote AS q ON q.id = n.quote_id"
        conditions["its quote is of another version"] = "q.article_version_id <> n.article_version_id"
    if evidence.table == "quote_occurrence":
        conditions["the quote does not have the words of its main place"] = "n.ordinal = 1 AND q.words <> n.words"
    conditions["the text at its span differs"] = wrong_text
    what = " ".join(f"WHEN {condition} THEN '{sentence}'" for sentence, condition in conditions.items())
    broken = " OR ".join(f"({condition})" for condition in conditions.values())
    return f"""
        SELECT n.id, n.article_version_id, CASE {what} END AS what
        FROM {rows} AS n
        JOIN newsdb.article_version AS v ON v.id = n.article_version_id
        JOIN newsdb.article_text AS t ON t.id = v.article_text_id {quote}
        WHERE {broken}"""


def create_evidence_triggers(evidence: Evidence) -> None:
    """One check for each statement, over all its rows at once."""
    table = evidence.table
    op.execute(f"""
        CREATE FUNCTION newsdb.{table}_evidence() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE broken record;
        BEGIN
            SELECT found.* INTO broken FROM ({violations(evidence, "new_rows")}) AS found ORDER BY found.id LIMIT 1;
            IF broken.id IS NOT NULL THEN
                RAISE EXCEPTION '{table} %: %', broken.id, broken.what USING
                    ERRCODE = 'check_violation', SCHEMA = 'newsdb', TABLE = '{table}',
                    CONSTRAINT = '{table}_evidence',
                    HINT = 'A fact must quote the characters of its span in the text of its version.';
            END IF;
            RETURN NULL;
        END $$""")
    op.execute(
        f"COMMENT ON FUNCTION newsdb.{table}_evidence() IS 'Refuses rows of {table} that the text does not bear out.'"
    )
    for event in ("INSERT", "UPDATE"):
        op.execute(f"""
            CREATE TRIGGER {table}_evidence_{event.lower()} AFTER {event} ON newsdb.{table}
            REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdb.{table}_evidence()""")


TILING = """
    SELECT s.article_version_id
    FROM (
        SELECT article_version_id, article_id, span_start, span_end,
            lag(span_end, 1, 0) OVER (PARTITION BY article_version_id ORDER BY span_start) AS expected_start
        FROM newsdb.text_segment
        {where}
    ) AS s
    JOIN newsdb.article_version AS v ON v.id = s.article_version_id
    JOIN newsdb.article_text AS t ON t.id = v.article_text_id
    GROUP BY s.article_version_id
    HAVING bool_or(s.span_start <> s.expected_start) OR max(s.span_end) <> max(t.char_count)
        OR bool_or(s.article_id <> v.article_id)"""

SEGMENTS_TILE = f"""
CREATE FUNCTION newsdb.text_segment_tiles() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE broken uuid;
BEGIN
    SELECT found.article_version_id INTO broken
    FROM ({TILING.format(where="WHERE article_version_id IN (SELECT article_version_id FROM new_rows)")}) AS found
    LIMIT 1;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'the segments of version % do not tile its text', broken USING
            ERRCODE = 'check_violation', SCHEMA = 'newsdb', TABLE = 'text_segment', CONSTRAINT = 'text_segment_tiles',
            HINT = 'Write all segments of a version in one statement; together they cover each character once.';
    END IF;
    RETURN NULL;
END $$
"""

TEXT_IS_IMMUTABLE = """
CREATE FUNCTION newsdb.article_text_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'article_text %: a text is never updated', OLD.id USING
        ERRCODE = 'check_violation', SCHEMA = 'newsdb', TABLE = 'article_text',
        CONSTRAINT = 'article_text_immutable', HINT = 'Another text is another row, with another version of the article.';
END $$
"""

JUDGEMENTS_ARE_ADDED = """
CREATE FUNCTION newsdb.entity_judgement_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'judgement %: a judgement is never changed', OLD.number USING
        ERRCODE = 'check_violation', SCHEMA = 'newsdb', TABLE = 'entity_judgement',
        CONSTRAINT = 'entity_judgement_append_only', HINT = 'A later judgement with the verdict undone takes it back.';
END $$
"""

FACTS_OUTSIDE_STORY = """
    SELECT '{table}', n.id, n.article_version_id, 'it stands outside the story'
    FROM newsdb.{table} AS n
    JOIN newsdb.text_segment AS s ON s.article_version_id = n.article_version_id
        AND n.span_start < s.span_end AND n.span_end > s.span_start
    JOIN newsdb.segment_kind AS k ON k.code = s.kind
    WHERE NOT k.is_story"""


def evidence_violation_view() -> str:
    selects = [
        f"SELECT '{evidence.table}' AS table_name, found.id AS row_id, found.article_version_id, found.what "
        f"FROM ({violations(evidence, f'newsdb.{evidence.table}')}) AS found"
        for evidence in EVIDENCE
    ]
    selects += [FACTS_OUTSIDE_STORY.format(table=table) for table in ("mention", "role_claim", "quote_occurrence")]
    selects.append(
        "SELECT 'text_segment', found.article_version_id, found.article_version_id,"
        f" 'the segments do not tile the text' FROM ({TILING.format(where='')}) AS found"
    )
    selects.append(
        "SELECT 'article_version', v.id, v.id, 'the version has no segments' FROM newsdb.article_version AS v"
        " WHERE NOT EXISTS (SELECT FROM newsdb.text_segment AS s WHERE s.article_version_id = v.id)"
    )
    return "CREATE VIEW newsdb.evidence_violation AS\n" + "\nUNION ALL\n".join(selects)


VIEW_COMMENTS = {
    "table_name": "The table of the row that breaks a promise.",
    "row_id": "Id of the row; of the version for segments.",
    "article_version_id": "The version it belongs to.",
    "what": "What is wrong.",
}


def upgrade() -> None:
    for evidence in EVIDENCE:
        create_evidence_triggers(evidence)
    op.execute(SEGMENTS_TILE)
    op.execute("COMMENT ON FUNCTION newsdb.text_segment_tiles() IS 'Refuses segments that do not tile their text.'")
    for event in ("INSERT", "UPDATE"):
        op.execute(f"""
            CREATE TRIGGER text_segment_tiles_{event.lower()} AFTER {event} ON newsdb.text_segment
            REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION newsdb.text_segment_tiles()""")
    op.execute(TEXT_IS_IMMUTABLE)
    op.execute("COMMENT ON FUNCTION newsdb.article_text_immutable() IS 'Refuses every update of a text.'")
    op.execute("""
        CREATE TRIGGER article_text_immutable BEFORE UPDATE ON newsdb.article_text
        FOR EACH ROW EXECUTE FUNCTION newsdb.article_text_immutable()""")
    op.execute(JUDGEMENTS_ARE_ADDED)
    op.execute("COMMENT ON FUNCTION newsdb.entity_judgement_append_only() IS 'Refuses to change a judgement.'")
    op.execute("""
        CREATE TRIGGER entity_judgement_append_only BEFORE UPDATE OR DELETE ON newsdb.entity_judgement
        FOR EACH ROW EXECUTE FUNCTION newsdb.entity_judgement_append_only()""")
    op.execute(evidence_violation_view())
    op.execute(
        "COMMENT ON VIEW newsdb.evidence_violation IS"
        " 'Rows that the text does not bear out; empty while the promises hold. Needed where triggers cannot run.'"
    )
    for column, comment in VIEW_COMMENTS.items():
        op.execute(f"COMMENT ON COLUMN newsdb.evidence_violation.{column} IS '{comment}'")


def downgrade() -> None:
    op.execute("DROP VIEW newsdb.evidence_violation")
    for evidence in EVIDENCE:
        op.execute(f"DROP FUNCTION newsdb.{evidence.table}_evidence() CASCADE")
    op.execute("DROP FUNCTION newsdb.text_segment_tiles() CASCADE")
    op.execute("DROP FUNCTION newsdb.article_text_immutable() CASCADE")
    op.execute("DROP FUNCTION newsdb.entity_judgement_append_only() CASCADE")
