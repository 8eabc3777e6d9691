"""Functions that the tables' checks and the loader call: ids from keys, folding for search."""

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY_ID = """
CREATE FUNCTION newsdb.key_id(VARIADIC parts text[]) RETURNS uuid
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
    SELECT encode(substring(sha256(convert_to(
        string_agg(coalesce(octet_length(part)::text || ':' || part, '-'), '' ORDER BY place), 'UTF8'
    )) FROM 1 FOR 16), 'hex')::uuid
    FROM unnest(parts) WITH ORDINALITY AS given (part, place)
)
"""

# One character for one, so that an offset in the folded text is the same offset in the text itself.
FOLD_ACCENTS = """
CREATE FUNCTION newsdb.fold_accents(words text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
    words,
    'àâäáãåçèéêëìíîïñòóôöõùúûüýÿÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝŸ’',
    'aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUYY'''
)
"""

SEARCH_CONFIG = """
CREATE FUNCTION newsdb.search_config(language text) RETURNS regconfig
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE language
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    ELSE 'pg_catalog.simple'::regconfig
END
"""

SEARCH_VECTOR = """
CREATE FUNCTION newsdb.search_vector(language text, headline text, story text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN setweight(to_tsvector(newsdb.search_config(language), newsdb.fold_accents(headline)), 'A')
    || setweight(to_tsvector(newsdb.search_config(language), newsdb.fold_accents(story)), 'B')
"""

SEARCH_QUERY = """
CREATE FUNCTION newsdb.search_query(language text, words text) RETURNS tsquery
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN websearch_to_tsquery(newsdb.search_config(language), newsdb.fold_accents(words))
"""

COMMENTS = {
    "key_id(text[])": "The id of a row from the parts of its key; newsdb.models.key_id computes the same in Python.",
    "fold_accents(text)": "Letters without their accents, one character for one.",
    "search_config(text)": "The text-search configuration for a language code.",
    "search_vector(text, text, text)": "What is searched of an article: headline (weight A) and story (weight B).",
    "search_query(text, text)": "A search as people type it (words, quoted phrases, or, -not) in a language.",
}


def upgrade() -> None:
    op.execute("CREATE SCHEMA IF NOT EXISTS newsdb")
    op.execute("COMMENT ON SCHEMA newsdb IS 'Press articles as facts with their evidence; start with schema report.'")
    for statement in (KEY_ID, FOLD_ACCENTS, SEARCH_CONFIG, SEARCH_VECTOR, SEARCH_QUERY):
        op.execute(statement)
    op.execute("COMMENT ON TABLE newsdb.alembic_version IS 'At which revision the tables are; kept by newsdb migrate.'")
    op.execute("COMMENT ON COLUMN newsdb.alembic_version.version_num IS 'The number of the last migration.'")
    for function, comment in COMMENTS.items():
        op.execute(f"COMMENT ON FUNCTION newsdb.{function} IS '{comment}'")


def downgrade() -> None:
    for function in reversed(COMMENTS):
        op.execute(f"DROP FUNCTION newsdb.{function}")
