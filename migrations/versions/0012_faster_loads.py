"""Loads at a million articles: the functions that every row runs through, and the resolution of acronyms.

key_id is evaluated by a check of nearly every row; folding a story took longer than finding its words. The acronyms
printed beside a name are found in an index, one by one, and not among all articles that print the name.
"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

KEY_ID = """
CREATE OR REPLACE FUNCTION newsdb.key_id(VARIADIC parts text[]) RETURNS uuid
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    part text;
    joined text := '';
BEGIN
    FOREACH part IN ARRAY parts LOOP
        joined := joined || coalesce(octet_length(part)::text || ':' || part, '-');
    END LOOP;
    RETURN encode(substring(sha256(convert_to(joined, 'UTF8')) FROM 1 FOR 16), 'hex')::uuid;
END $$
"""

KEY_ID_BEFORE = """
CREATE OR REPLACE FUNCTION newsdb.key_id(VARIADIC parts text[]) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT encode(substring(sha256(convert_to(
        string_agg(coalesce(octet_length(part)::text || ':' || part, '-'), '' ORDER BY place), 'UTF8'
    )) FROM 1 FOR 16), 'hex')::uuid
    FROM unnest(parts) WITH ORDINALITY AS given (part, place)
)
"""

FOLDED_SEARCH_VECTOR = """
CREATE FUNCTION newsdb.folded_search_vector(language text, headline text, story text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(newsdb.search_config(language), coalesce(headline, '')), 'A')
    || setweight(to_tsvector(newsdb.search_config(language), story), 'B')
"""

SEARCH_VECTOR = """
CREATE OR REPLACE FUNCTION newsdb.search_vector(language text, headline text, story text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN newsdb.folded_search_vector(language, newsdb.fold_accents(headline), newsdb.fold_accents(story))
"""

SEARCH_VECTOR_BEFORE = """
CREATE OR REPLACE FUNCTION newsdb.search_vector(language text, headline text, story text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN setweight(to_tsvector(newsdb.search_config(language), newsdb.fold_accents(coalesce(headline, ''))), 'A')
    || setweight(to_tsvector(newsdb.search_config(language), newsdb.fold_accents(story)), 'B')
"""


def upgrade() -> None:
    op.execute(KEY_ID)
    op.execute(FOLDED_SEARCH_VECTOR)
    op.execute(SEARCH_VECTOR)
    op.execute(
        "COMMENT ON FUNCTION newsdb.folded_search_vector(text, text, text) IS"
        " 'What search_vector makes of words whose accents are folded already, as newsdb.models.fold_accents does.'"
    )
    op.create_index(
        "organisation_appearance_acronym_idx",
        "organisation_appearance",
        ["organisation_name_id", "acronym"],
        schema="newsdb",
        postgresql_where=sa.text("acronym IS NOT NULL"),
    )
    op.create_index(
        "organisation_appearance_spelt_acronym_idx",
        "organisation_appearance",
        ["acronym_key", "organisation_name_id"],
        schema="newsdb",
        postgresql_where=sa.text("NOT is_acronym"),
    )


def downgrade() -> None:
    for index in ("organisation_appearance_spelt_acronym_idx", "organisation_appearance_acronym_idx"):
        op.drop_index(index, "organisation_appearance", schema="newsdb")
    op.execute(SEARCH_VECTOR_BEFORE)
    op.execute("DROP FUNCTION newsdb.folded_search_vector")
    op.execute(KEY_ID_BEFORE)
