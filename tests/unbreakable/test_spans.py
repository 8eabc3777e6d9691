"""P3 of the design, P7 of the tests: the database itself refuses every span that does not hold the words beside it."""

import pytest
from sqlalchemy import Connection, Engine, text

# Table, its span and its words. Every row is moved by 1, -1 and so on; where the words stand again, it is no lie.
SPANS = (
    ("mention", "span_start", "span_end", "surface"),
    ("quote_occurrence", "span_start", "span_end", "words"),
    ("quote_attribution", "cue_start", "cue_end", "cue"),
    ("quote_attribution", "speaker_start", "speaker_end", "speaker_words"),
    ("role_claim", "span_start", "span_end", "title"),
)
TRY = """
DO $$
DECLARE
    lie record;
    refused bigint := 0;
    accepted bigint := 0;
BEGIN
    FOR lie IN
        SELECT f.id, f.{start} + s.shift AS span_start, f.{end} + s.shift + s.longer AS span_end
        FROM newsdb.{table} AS f
        JOIN newsdb.article_version AS v ON v.id = f.article_version_id
        JOIN newsdb.article_text AS t ON t.id = v.article_text_id
        CROSS JOIN generate_series(-{reach}, {reach}) AS s0 (shift)
        CROSS JOIN LATERAL (VALUES (s0.shift, 0), (0, s0.shift)) AS s (shift, longer)
        WHERE f.{start} IS NOT NULL AND s0.shift <> 0 AND f.{start} + s.shift >= 0
            AND f.{end} + s.shift + s.longer > f.{start} + s.shift
            AND substr(t.body, f.{start} + s.shift + 1, f.{end} - f.{start} + s.longer) <> f.{words}
        ORDER BY f.id, s.shift, s.longer LIMIT {limit}
    LOOP
        BEGIN
            UPDATE newsdb.{table} SET {start} = lie.span_start, {end} = lie.span_end WHERE id = lie.id;
            accepted := accepted + 1;
        EXCEPTION WHEN integrity_constraint_violation THEN
            refused := refused + 1;
        END;
    END LOOP;
    CREATE TEMP TABLE IF NOT EXISTS tried (refused bigint, accepted bigint);
    INSERT INTO tried VALUES (refused, accepted);
END $$
"""


def try_to_lie(connection: Connection, *, reach: int, limit: int) -> tuple[int, int]:
    """How many shifted spans were refused and how many were not."""
    for table, start, end, words in SPANS:
        statement = TRY.format(table=table, start=start, end=end, words=words, reach=reach, limit=limit)
        connection.exec_driver_sql(statement)
    refused, accepted = connection.execute(text("SELECT sum(refused), sum(accepted) FROM tried")).one()
    return int(refused), int(accepted)


def test_every_shifted_span_is_refused(shared_seeds: Engine) -> None:
    with shared_seeds.connect() as connection:
        refused, accepted = try_to_lie(connection, reach=2, limit=300)
    assert accepted == 0
    assert refused > 900


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_ten_thousand_shifted_spans_are_refused(shared_seeds: Engine) -> None:
    with shared_seeds.connect() as connection:
        refused, accepted = try_to_lie(connection, reach=18, limit=20_000)
    assert accepted == 0
    assert refused >= 10_000


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
