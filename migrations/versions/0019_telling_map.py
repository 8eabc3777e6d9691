"""A map of the telling words of each sketch: who shares a phrase with very many bodies is not compared with each of them.

Bodies of one template (weather, exchange rates, results) share bands by the thousand and differ in names and figures.
Of the pairs of a batch of 500 among 4,000 articles of one template (`EXPLAIN (ANALYZE)` of `newsdb.loading.reprints.LINKS`)
a comparison of two sketches took some 60 µs, one of two maps some 2.
"""

from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

TELLING_MAP = """
CREATE FUNCTION newsdb.telling_map(telling integer[]) RETURNS bit(1024) LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT coalesce(bit_or(set_bit(repeat('0', 1024)::bit(1024), word & 1023, 1)), repeat('0', 1024)::bit(1024))
    FROM unnest(telling) AS t (word)
)
"""
COMMENTS = {
    "FUNCTION newsdb.telling_map(integer[])": "1024 bits, those set that are the last ten of a hash of a telling word.",
    "COLUMN newsdb.story_sketch.telling_map": "Which last ten bits these hashes have: tells at once who cannot be a reprint.",
}


def upgrade() -> None:
    op.execute(TELLING_MAP)
    op.execute(
        "ALTER TABLE newsdb.story_sketch ADD COLUMN telling_map bit(1024) NOT NULL"
        " GENERATED ALWAYS AS (newsdb.telling_map(telling)) STORED"
    )
    for what, words in COMMENTS.items():
        op.execute(f"COMMENT ON {what} IS '{words}'")


def downgrade() -> None:
    op.execute("ALTER TABLE newsdb.story_sketch DROP COLUMN telling_map")
    op.execute("DROP FUNCTION newsdb.telling_map(integer[])")
