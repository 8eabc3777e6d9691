"""P3 of the design, P7 of the tests: the database itself refuses every span that does not hold the words beside it."""

import pytest
from sqlalchemy import Connection, Engine, text

# Table, its span and its words. Every row is moved by 1, -1 and so on; where the words stand again, it is no lie.
SPANS = (
    ("mention", "span_start", "span_end", "surface"),
    ("role_claim", "span_start", "span_end", "title"),
    ("article_author", "span_start", "span_end", "name"),
    ("quote", "question_start", "question_end", "question"),
    ("quote_occurrence", "span_start", "span_end", "words"),
    ("quote_attribution", "cue_start", "cue_end", "cue"),
    ("quote_attribution", "speaker_start", "speaker_end", "speaker_words"),
)
EVIDENCE = {f"{table}_evidence" for table, *_ in SPANS}
# Where the span is part of the key, the lie comes with the id that fits it: else the id would be refused, unread.
KEYS = {
    "mention": "newsdb.key_id('mention', f.article_version_id::text, s.span_start::text, s.span_end::text)",
    "role_claim": "newsdb.key_id('role_claim', f.article_version_id::text, f.person_name_id::text,"
    " s.span_start::text, s.span_end::text)",
}
# An attribution that rests on a role would refuse the role's new id before the words are compared.
WAIT = """
ALTER TABLE newsdb.quote_attribution ALTER CONSTRAINT quote_attribution_role_claim_id_fkey DEFERRABLE INITIALLY DEFERRED
"""
TRY = """
DO $$
DECLARE
    lie record;
    refused_by text;
BEGIN
    CREATE TEMP TABLE IF NOT EXISTS tried (refused_by text);
    FOR lie IN
        SELECT f.id, {key} AS new_id, s.span_start, s.span_end
        FROM newsdb.{table} AS f
        JOIN newsdb.article_version AS v ON v.id = f.article_version_id
        JOIN newsdb.article_text AS t ON t.id = v.article_text_id
        CROSS JOIN generate_series(-{reach}, {reach}) AS by (shift)
        CROSS JOIN LATERAL (
            VALUES (f.{start} + by.shift, f.{end} + by.shift), (f.{start}, f.{end} + by.shift)
        ) AS s (span_start, span_end)
        WHERE by.shift <> 0 AND s.span_start >= 0 AND s.span_end > s.span_start
            AND substr(t.body, s.span_start + 1, s.span_end - s.span_start) <> f.{words}
            AND ({key} = f.id OR NOT EXISTS (SELECT FROM newsdb.{table} AS other WHERE other.id = {key}))
        ORDER BY f.id, s.span_start, s.span_end LIMIT {limit}
    LOOP
        BEGIN
            UPDATE newsdb.{table} SET id = lie.new_id, {start} = lie.span_start, {end} = lie.span_end
            WHERE id = lie.id;
            refused_by := 'nothing';
        EXCEPTION WHEN integrity_constraint_violation THEN
            GET STACKED DIAGNOSTICS refused_by = CONSTRAINT_NAME;
        END;
        INSERT INTO tried VALUES (refused_by);
    END LOOP;
END $$
"""


def try_to_lie(connection: Connection, *, reach: int, limit: int) -> dict[str, int]:
    """How many shifted spans each constraint has refused, and how many nothing did."""
    connection.exec_driver_sql(WAIT)
    for table, start, end, words in SPANS:
        key = KEYS.get(table, "f.id")
        statement = TRY.format(table=table, key=key, start=start, end=end, words=words, reach=reach, limit=limit)
        connection.exec_driver_sql(statement)
    rows = connection.execute(text("SELECT refused_by, count(*) AS times FROM tried GROUP BY refused_by"))
    return {str(row.refused_by): int(row.times) for row in rows}


def test_every_shifted_span_is_refused_for_its_words(shared_seeds: Engine) -> None:
    with shared_seeds.connect() as connection:
        refused = try_to_lie(connection, reach=2, limit=200)
    assert set(refused) == EVIDENCE
    assert sum(refused.values()) > 900


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_ten_thousand_shifted_spans_are_refused_for_their_words(shared_seeds: Engine) -> None:
    with shared_seeds.connect() as connection:
        refused = try_to_lie(connection, reach=18, limit=20_000)
    assert set(refused) == EVIDENCE
    assert sum(refused.values()) >= 10_000


def test_every_character_of_every_text_stands_in_one_segment(shared_seeds: Engine) -> None:
    """P8, as the rows say it and not as the reader did."""
    query = """
        SELECT t.char_count, sum(s.span_end - s.span_start), min(s.span_start), max(s.span_end),
            count(DISTINCT s.span_start) = count(*)
        FROM newsdb.article_version AS v
        JOIN newsdb.article_text AS t ON t.id = v.article_text_id
        JOIN newsdb.text_segment AS s ON s.article_version_id = v.id
        GROUP BY v.id, t.char_count
    """
    with shared_seeds.connect() as connection:
        versions = connection.execute(text(query)).all()
    assert len(versions) == 5
    for characters, covered, first, last, is_disjoint in versions:
        assert (characters, first, last, is_disjoint) == (covered, 0, characters, True)
