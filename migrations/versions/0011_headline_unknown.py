"""An article whose text prints no headline: NULL, with the reason beside it."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

SEARCH_VECTOR = """
CREATE OR REPLACE FUNCTION newsdb.search_vector(language text, headline text, story text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(newsdb.search_config(language), newsdb.fold_accents(coalesce(headline, ''))), 'A')
    || setweight(to_tsvector(newsdb.search_config(language), newsdb.fold_accents(story)), 'B')
"""

STRICT_SEARCH_VECTOR = """
CREATE OR REPLACE FUNCTION newsdb.search_vector(language text, headline text, story text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN setweight(to_tsvector(newsdb.search_config(language), newsdb.fold_accents(headline)), 'A')
    || setweight(to_tsvector(newsdb.search_config(language), newsdb.fold_accents(story)), 'B')
"""

HEADLINE = """
        SELECT 'headline' AS column_name, a.headline_unknown_reason AS reason, 'article' AS table_name,
            a.id AS row_id, a.id AS article_id
        FROM newsdb.article AS a WHERE a.headline IS NULL
        UNION ALL"""


def unknown(first: str = "") -> str:
    """The view of what the articles leave open, `first` and then as migration 0010 made it."""
    return f"""
    CREATE OR REPLACE VIEW report.unknown AS
    SELECT f.column_name, f.reason, f.table_name, f.row_id, f.article_id, c.headline
    FROM ({first}
        SELECT 'outlet_id' AS column_name, a.outlet_unknown_reason AS reason, 'article' AS table_name,
            a.id AS row_id, a.id AS article_id
        FROM newsdb.article AS a WHERE a.outlet_id IS NULL
        UNION ALL
        SELECT 'published_on', a.published_unknown_reason, 'article', a.id, a.id
        FROM newsdb.article AS a WHERE a.published_on IS NULL
        UNION ALL
        SELECT 'published_on', 'only the ' || a.published_precision || ' is printed', 'article', a.id, a.id
        FROM newsdb.article AS a WHERE a.published_precision <> 'day'
        UNION ALL
        SELECT 'language', 'the text is too short or in no language that can be told', 'article', a.id, a.id
        FROM newsdb.article AS a WHERE a.language = 'und'
        UNION ALL
        SELECT 'author', 'no signature is printed', 'article', v.article_id, v.article_id
        FROM newsdb.article_version AS v
        WHERE v.is_current
            AND NOT EXISTS (SELECT FROM newsdb.article_author AS s WHERE s.article_version_id = v.id)
        UNION ALL
        SELECT 'speaker', s.unknown_reason, 'quote', s.quote_id, s.article_id
        FROM newsdb.quote_attribution AS s
        JOIN newsdb.article_version AS v ON v.id = s.article_version_id AND v.is_current
        WHERE s.rank = 1 AND s.speaker_kind = 'unknown'
        UNION ALL
        SELECT 'person_name_id', m.unresolved_reason, 'mention', m.id, m.article_id
        FROM newsdb.mention AS m
        JOIN newsdb.article_version AS v ON v.id = m.article_version_id AND v.is_current
        WHERE m.unresolved_reason IS NOT NULL
        UNION ALL
        SELECT 'organisation_name_id', 'the text does not say where the title is held', 'role_claim', r.id,
            r.article_id
        FROM newsdb.role_claim AS r
        JOIN newsdb.article_version AS v ON v.id = r.article_version_id AND v.is_current
        WHERE r.organisation_name_id IS NULL
    ) AS f
    JOIN newsdb.article AS c ON c.id = f.article_id
    """


def upgrade() -> None:
    op.alter_column("article", "headline", nullable=True, schema="newsdb")
    op.add_column(
        "article",
        sa.Column("headline_unknown_reason", sa.Text(), comment="Why there is no headline."),
        schema="newsdb",
    )
    op.create_check_constraint(
        op.f("article_headline_or_reason_check"),
        "article",
        "(headline IS NULL) = (headline_unknown_reason IS NOT NULL)",
        schema="newsdb",
    )
    op.execute(SEARCH_VECTOR)
    op.execute(unknown(HEADLINE))
    op.execute("COMMENT ON COLUMN report.article.headline IS 'Headline of the article; NULL where none is printed.'")


def downgrade() -> None:
    op.execute("COMMENT ON COLUMN report.article.headline IS 'Headline of the article.'")
    op.execute(unknown())
    op.execute(STRICT_SEARCH_VECTOR)
    op.drop_constraint(op.f("article_headline_or_reason_check"), "article", schema="newsdb")
    op.drop_column("article", "headline_unknown_reason", schema="newsdb")
    op.alter_column("article", "headline", nullable=False, schema="newsdb")
