"""The database keeps the promises: every constraint has a name, and a statement that trips it and nothing else."""

import pytest
from sqlalchemy import Column, Connection, Table, UniqueConstraint, text

from tests.models.refusing import TABLES, refusal, without_checks
from tests.models.test_foreign_keys import REPEATED, foreign_keys

# Constraint, and what to set in one row of its table to break it; the table is the longest that begins the name.
CHECKS = {
    "article_author_id_check": "id = gen_random_uuid()",
    "article_author_name_check": "name = ''",
    "article_author_ordinal_check": "ordinal = 0, id = newsdb.key_id('article_author', article_version_id::text, '0')",
    "article_author_span_check": "span_end = span_start",
    "article_headline_check": "headline = ''",
    "article_headline_or_reason_check": "headline = NULL",
    "article_id_check": "natural_key = 'another'",
    "article_outlet_or_reason_check": "outlet_id = NULL, outlet_unknown_reason = NULL",
    "article_quotes_check": "quotes = -1",
    "article_precision_check": "published_precision = 'week', published_on = '2024-01-01',"
    " published_unknown_reason = NULL",
    "article_published_or_reason_check": "published_on = '2024-01-01', published_precision = 'day',"
    " published_unknown_reason = 'unsure'",
    "article_published_precision_check": "published_on = '2024-01-01', published_precision = NULL,"
    " published_unknown_reason = NULL",
    "article_reprint_id_check": "id = gen_random_uuid()",
    "article_reprint_order_check": "article_id = reprint_id,"
    " id = newsdb.key_id('article_reprint', reprint_id::text, reprint_id::text)",
    "article_reprint_similarity_check": "similarity = 1.01",
    "article_source_id_check": "id = gen_random_uuid()",
    "article_version_id_check": "id = gen_random_uuid()",
    "load_item_outcome_check": "outcome = 'lost'",
    "load_reject_sentence_check": "remedy = ''",
    "load_run_counts_check": "rejected = -1",
    "load_run_finished_at_check": "finished_at = started_at - interval '1 second'",
    "mention_id_check": "id = gen_random_uuid()",
    "mention_one_meaning_check": "person_name_id = NULL, organisation_name_id = NULL, unresolved_reason = NULL",
    "mention_span_check": "span_end = span_start,"
    " id = newsdb.key_id('mention', article_version_id::text, span_start::text, span_start::text)",
    "organisation_appearance_acronym_check": "acronym = 'ABC', acronym_key = ''",
    "organisation_appearance_counts_check": "mentions = -1",
    "organisation_appearance_id_check": "id = gen_random_uuid()",
    "organisation_appearance_kind_check": "kind = 'nowhere'",
    "organisation_appearance_name_check": "name = ''",
    "person_appearance_counts_check": "quotes = -1",
    "person_appearance_id_check": "id = gen_random_uuid()",
    "person_appearance_name_check": "name = ''",
    "organisation_id_check": "id = gen_random_uuid()",
    "organisation_kind_check": "kind = 'nowhere'",
    "organisation_name_check": "name = ''",
    "organisation_name_id_check": "id = gen_random_uuid()",
    "organisation_name_joined_by_check": "joined_by = 'guess'",
    "organisation_name_kind_check": "kind = 'nowhere'",
    "organisation_name_name_check": "name = ''",
    "outlet_alias_alias_check": "alias = ''",
    "outlet_alias_id_check": "id = gen_random_uuid()",
    "outlet_appearance_id_check": "id = gen_random_uuid()",
    "outlet_appearance_name_check": "name = ''",
    "outlet_id_check": "id = gen_random_uuid()",
    "outlet_kind_check": "kind = 'blog'",
    "outlet_name_check": "name = ''",
    "person_id_check": "id = gen_random_uuid()",
    "person_name_check": "name = ''",
    "person_name_id_check": "id = gen_random_uuid()",
    "person_name_joined_by_check": "joined_by = 'acronym'",
    "person_name_name_check": "name = ''",
    "quote_attribution_confidence_check": "confidence = 1.01",
    "quote_attribution_cue_check": "cue = NULL, cue_start = 0, cue_end = 1",
    "quote_attribution_cue_span_check": "cue = '', cue_start = 1, cue_end = 1",
    "quote_attribution_description_check": "description = CASE WHEN description IS NULL THEN 'someone' END",
    "quote_attribution_id_check": "id = gen_random_uuid()",
    "quote_attribution_method_check": "method = 'nowhere'",
    "quote_attribution_organisation_check": "speaker_kind = 'organisation', person_name_id = NULL, description = NULL,"
    " unknown_reason = NULL, organisation_name_id = NULL",
    "quote_attribution_person_check": "speaker_kind = 'person', person_name_id = NULL, description = NULL,"
    " unknown_reason = NULL, organisation_name_id = NULL",
    "quote_attribution_rank_check": "rank = 0, id = newsdb.key_id('quote_attribution', quote_id::text, '0')",
    "quote_attribution_role_check": "speaker_kind = 'group', person_name_id = NULL, organisation_name_id = NULL,"
    " unknown_reason = NULL, description = 'les riverains', role_claim_id = (SELECT id FROM newsdb.role_claim LIMIT 1)",
    "quote_attribution_speaker_check": "speaker_words = NULL, speaker_start = 0, speaker_end = 1",
    "quote_attribution_speaker_kind_check": "speaker_kind = 'nowhere', person_name_id = NULL, description = NULL,"
    " unknown_reason = NULL, organisation_name_id = NULL, role_claim_id = NULL",
    "quote_attribution_speaker_span_check": "speaker_words = '', speaker_start = 1, speaker_end = 1",
    "quote_attribution_unknown_reason_check": "speaker_kind = 'unknown', person_name_id = NULL, description = NULL,"
    " unknown_reason = NULL, organisation_name_id = NULL",
    "quote_id_check": "id = gen_random_uuid()",
    "quote_kind_check": "kind = 'nowhere', question = NULL, question_start = NULL, question_end = NULL",
    "quote_occurrence_id_check": "id = gen_random_uuid()",
    "quote_occurrence_ordinal_check": "ordinal = 0, id = newsdb.key_id('quote_occurrence', quote_id::text, '0')",
    "quote_occurrence_place_check": "place = 'nowhere'",
    "quote_occurrence_span_check": "span_end = span_start",
    "quote_ordinal_check": "ordinal = 0, id = newsdb.key_id('quote', article_version_id::text, '0')",
    "quote_question_check": "question = NULL, question_start = 0, question_end = 1",
    "quote_question_of_answer_check": "kind = 'direct', question = 'x', question_start = 0, question_end = 1",
    "quote_question_span_check": "kind = 'answer', question = '', question_start = 1, question_end = 1",
    "quote_words_check": "words = ''",
    "role_claim_id_check": "id = gen_random_uuid()",
    "role_claim_precision_check": "valid_precision = 'week', valid_from = '2024-01-01'",
    "role_claim_span_check": "span_end = span_start, id = newsdb.key_id('role_claim', article_version_id::text,"
    " person_name_id::text, span_start::text, span_start::text)",
    "role_claim_title_check": "title = ''",
    "role_claim_validity_check": "valid_from = '2024-01-02', valid_to = '2024-01-01', valid_precision = 'day'",
    "role_claim_validity_precision_check": "valid_from = NULL, valid_to = NULL, valid_precision = 'day'",
    "source_file_byte_count_check": "byte_count = byte_count + 1",
    "source_file_id_check": "id = gen_random_uuid()",
    "source_file_sha256_check": "content = content || '\\x00'::bytea, byte_count = byte_count + 1",
    "source_file_name_id_check": "id = gen_random_uuid()",
    "source_file_name_name_check": "name = 'a/b', id = newsdb.key_id('source_file_name', source_file_id::text, 'a/b')",
    "story_sketch_shingle_count_check": "shingle_count = 0",
    "text_segment_kind_check": "kind = 'nowhere'",
    "text_segment_span_check": "span_end = span_start",
}

# Checks of columns whose name makes that of another table of theirs.
NAMED_LIKE_A_TABLE = ("organisation_name_check", "person_name_check", "organisation_kind_check", "quote_kind_check")

# Constraints that need an INSERT: no UPDATE reaches a text or a judgement.
TEXT = """
    INSERT INTO newsdb.article_text (id, sha256, body, char_count)
    SELECT newsdb.key_id('article_text', encode(sha256(convert_to(b, 'UTF8')), 'hex')), sha256(convert_to(b, 'UTF8')),
        b, char_length(b) FROM (VALUES ({body})) AS given (b)
"""
JUDGEMENT = """
    INSERT INTO newsdb.entity_judgement (id, number, entity_kind, left_key, right_key, verdict, decided_at)
    SELECT newsdb.key_id('entity_judgement', n::text), n, kind, one, other, verdict, now()
    FROM (VALUES ({values})) AS given (n, kind, one, other, verdict)
"""
CORRECTION = """
    INSERT INTO newsdb.correction
    SELECT newsdb.key_id('correction', n::text), n, subject, gen_random_uuid(), anchor, 'kind', verdict, value, reason,
        'who', now()
    FROM (VALUES ({values})) AS given (n, subject, anchor, verdict, value, reason)
"""
SUPPRESSION = """
    INSERT INTO newsdb.suppression
    SELECT newsdb.key_id('suppression', n::text), n, kind, key, words, verdict, reason, 'who', now()
    FROM (VALUES ({values})) AS given (n, kind, key, words, verdict, reason)
"""
INSERTS = {
    "correction_anchor_check": CORRECTION.format(values="2, 'quote', '', 'corrected', 'direct', 'why'"),
    "correction_id_check": """
        INSERT INTO newsdb.correction VALUES
            (gen_random_uuid(), 2, 'quote', gen_random_uuid(), 'a', 'kind', 'corrected', 'b', 'why', NULL, now())""",
    "correction_number_check": CORRECTION.format(values="0, 'quote', 'a', 'corrected', 'direct', 'why'"),
    "correction_reason_check": CORRECTION.format(values="2, 'quote', 'a', 'corrected', 'direct', ''"),
    "correction_subject_check": CORRECTION.format(values="2, 'outlet', 'a', 'corrected', 'direct', 'why'"),
    "correction_value_check": CORRECTION.format(values="2, 'quote', 'a', 'undone', 'direct', 'why'"),
    "correction_verdict_check": CORRECTION.format(values="2, 'quote', 'a', 'perhaps', NULL, 'why'"),
    "suppression_id_check": """
        INSERT INTO newsdb.suppression VALUES
            (gen_random_uuid(), 2, 'file', repeat('0', 64), NULL, 'suppressed', 'why', NULL, now())""",
    "suppression_key_check": SUPPRESSION.format(values="2, 'article', 'a name', NULL::integer, 'suppressed', 'why'"),
    "suppression_kind_check": SUPPRESSION.format(
        values="2, 'outlet', repeat('0', 64), NULL::integer, 'suppressed', 'why'"
    ),
    "suppression_number_check": SUPPRESSION.format(
        values="0, 'file', repeat('0', 64), NULL::integer, 'suppressed', 'why'"
    ),
    "suppression_reason_check": SUPPRESSION.format(
        values="2, 'file', repeat('0', 64), NULL::integer, 'suppressed', ''"
    ),
    "suppression_verdict_check": SUPPRESSION.format(
        values="2, 'file', repeat('0', 64), NULL::integer, 'perhaps', 'why'"
    ),
    "suppression_word_count_check": SUPPRESSION.format(values="2, 'person', repeat('0', 64), 1, 'suppressed', 'why'"),
    "article_text_char_count_check": TEXT.format(body="''"),
    "article_text_line_ends_check": TEXT.format(body=r"E'a\rb'"),
    "article_text_nfc_check": TEXT.format(body=r"U&'e\0301'"),
    "article_text_id_check": """
        INSERT INTO newsdb.article_text VALUES (gen_random_uuid(), sha256('a'::bytea), 'a', 1)""",
    "article_text_sha256_check": """
        INSERT INTO newsdb.article_text VALUES
            (newsdb.key_id('article_text', encode(sha256('b'::bytea), 'hex')), sha256('b'::bytea), 'a', 1)""",
    "entity_judgement_entity_kind_check": JUDGEMENT.format(values="2, 'outlet', 'a', 'b', 'same'"),
    "entity_judgement_keys_check": JUDGEMENT.format(values="2, 'person', 'b', 'a', 'same'"),
    "entity_judgement_number_check": JUDGEMENT.format(values="0, 'person', 'a', 'b', 'same'"),
    "entity_judgement_verdict_check": JUDGEMENT.format(values="2, 'person', 'a', 'b', 'perhaps'"),
    "entity_judgement_id_check": """
        INSERT INTO newsdb.entity_judgement VALUES
            (gen_random_uuid(), 2, 'person', 'a', 'b', 'same', NULL, now())""",
}

# What the triggers keep: the same names stand in the errors.
EVIDENCE = {
    "mention_evidence": "UPDATE newsdb.mention SET surface = surface || 'x'",
    "role_claim_evidence": "UPDATE newsdb.role_claim SET title = title || 'x'",
    "article_author_evidence": "UPDATE newsdb.article_author SET name = name || 'x'",
    "quote_evidence": "UPDATE newsdb.quote SET question = question || 'x' WHERE kind = 'answer'",
    "quote_occurrence_evidence": "UPDATE newsdb.quote_occurrence SET words = words || 'x'",
    "quote_attribution_evidence": "UPDATE newsdb.quote_attribution SET cue = cue || 'x' WHERE cue IS NOT NULL",
    **{
        f"{table}_article": f"UPDATE newsdb.{table} AS e SET article_id ="
        " (SELECT id FROM newsdb.article AS a WHERE a.id <> e.article_id LIMIT 1)"
        for table in REPEATED
    },
    "text_segment_tiles": "UPDATE newsdb.text_segment SET span_end = span_end + 1",
    "entity_judgement_append_only": "DELETE FROM newsdb.entity_judgement",
    "correction_append_only": "UPDATE newsdb.correction SET reason = 'another'",
    "suppression_append_only": "DELETE FROM newsdb.suppression",
    "article_text_immutable": "UPDATE newsdb.article_text SET body = body || 'x'",
}


def table_of(constraint: str) -> str:
    return max((name for name in TABLES if constraint.startswith(f"{name}_")), key=len)


@pytest.mark.parametrize("constraint", CHECKS)
def test_check_refuses_what_breaks_it(connection: Connection, constraint: str) -> None:
    table = table_of(constraint)
    if constraint in NAMED_LIKE_A_TABLE:
        table = constraint.rsplit("_", 2)[0]
    error = refusal(
        connection,
        f"UPDATE newsdb.{table} SET {CHECKS[constraint]} WHERE ctid = (SELECT min(ctid) FROM newsdb.{table})",
    )
    assert error.diag.constraint_name == constraint


@pytest.mark.parametrize("constraint", INSERTS)
def test_check_refuses_an_insert_that_breaks_it(connection: Connection, constraint: str) -> None:
    assert refusal(connection, INSERTS[constraint]).diag.constraint_name == constraint


@pytest.mark.parametrize("constraint", EVIDENCE)
def test_trigger_refuses_what_the_text_does_not_bear_out(connection: Connection, constraint: str) -> None:
    error = refusal(connection, EVIDENCE[constraint])
    assert (error.sqlstate, error.diag.constraint_name) == ("23514", constraint)


PAST_THE_END = """
    INSERT INTO newsdb.mention (id, article_version_id, article_id, span_start, span_end, surface, unresolved_reason)
    SELECT newsdb.key_id('mention', v.id::text, (t.char_count - 1)::text, (t.char_count + 1)::text), v.id, v.article_id,
        t.char_count - 1, t.char_count + 1, right(t.body, 1), 'it fits several'
    FROM newsdb.article_version AS v JOIN newsdb.article_text AS t ON t.id = v.article_text_id LIMIT 1
"""
FOUND_BROKEN = "SELECT what FROM newsdb.evidence_violation WHERE table_name = 'mention' ORDER BY what DESC LIMIT 1"


def test_span_that_ends_behind_the_text_is_refused_though_its_words_are_the_last(connection: Connection) -> None:
    assert refusal(connection, PAST_THE_END).diag.constraint_name == "mention_evidence"


def test_span_that_ends_behind_the_text_is_found_where_no_trigger_ran(connection: Connection) -> None:
    connection.execute(text("ALTER TABLE newsdb.mention DISABLE TRIGGER USER"))
    connection.execute(text(PAST_THE_END))
    assert connection.execute(text(FOUND_BROKEN)).scalar_one() == "the text at its span differs"


@pytest.mark.parametrize("shift", [-1, 1, 10_000_000])
def test_shifted_span_is_refused(connection: Connection, shift: int) -> None:
    connection.execute(text("ALTER TABLE newsdb.mention DROP CONSTRAINT mention_id_check"))
    statement = f"UPDATE newsdb.mention SET span_start = span_start + {shift}, span_end = span_end + {shift}"
    assert refusal(connection, statement).diag.constraint_name == "mention_evidence"


@pytest.mark.parametrize("table", TABLES.values(), ids=str)
def test_same_key_twice_is_refused(connection: Connection, table: Table) -> None:
    columns = ", ".join(column.name for column in table.columns if column.computed is None)
    statement = f"INSERT INTO newsdb.{table.name} ({columns}) SELECT {columns} FROM newsdb.{table.name} LIMIT 1"
    assert refusal(connection, statement).diag.constraint_name == f"{table.name}_pkey"


def unique_constraints() -> list[UniqueConstraint]:
    found = [c for table in TABLES.values() for c in table.constraints if isinstance(c, UniqueConstraint)]
    return sorted(found, key=lambda constraint: str(constraint.name))


@pytest.mark.parametrize("constraint", unique_constraints(), ids=lambda constraint: str(constraint.name))
def test_same_natural_key_twice_is_refused(connection: Connection, constraint: UniqueConstraint) -> None:
    table = constraint.table.name
    without_checks(connection, table)
    columns = [column.name for column in constraint.table.columns]
    values = ["gen_random_uuid()" if column == "id" else column for column in columns]
    error = refusal(
        connection,
        f"INSERT INTO newsdb.{table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM newsdb.{table} LIMIT 1",
    )
    assert error.diag.constraint_name == constraint.name


def test_article_has_one_current_version(connection: Connection) -> None:
    without_checks(connection, "article_version")
    error = refusal(
        connection,
        "INSERT INTO newsdb.article_version"
        " SELECT gen_random_uuid(), v.article_id, other.id, true, v.story_length, v.extractor, v.search_vector"
        " FROM newsdb.article_version AS v JOIN newsdb.article_text AS other ON other.id <> v.article_text_id LIMIT 1",
    )
    assert error.diag.constraint_name == "article_version_one_current_key"


def required_columns() -> list[Column[object]]:
    """Those of them that anybody may write: what PostgreSQL computes itself is never missing."""
    own = (column for table in TABLES.values() for column in table.columns if column.computed is None)
    return [column for column in own if not column.nullable]


@pytest.mark.parametrize("column", required_columns(), ids=str)
def test_required_column_is_required(connection: Connection, column: Column[object]) -> None:
    without_checks(connection, column.table.name)
    error = refusal(connection, f"UPDATE newsdb.{column.table.name} SET {column.name} = NULL")
    assert (error.sqlstate, error.diag.column_name) == ("23502", column.name)


def test_every_constraint_is_tripped_here(connection: Connection) -> None:
    in_database = set(
        connection.execute(
            text(
                "SELECT conname FROM pg_constraint WHERE connamespace = 'newsdb'::regnamespace"
                " AND contype IN ('c', 'f', 'p', 'u')"
            )
        ).scalars()
    ) - {"alembic_version_pkc"}
    tripped = {*CHECKS, *INSERTS, *(str(constraint.name) for constraint in unique_constraints())}
    tripped |= {f"{name}_pkey" for name in TABLES}
    tripped |= {f"{column.table.name}_{column.name}_fkey" for column in foreign_keys()}
    assert in_database == tripped
