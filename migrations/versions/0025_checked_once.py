"""What follows from other constraints is not asked of every row once more; texts are kept as they are read.

PostgreSQL asks for each row and each foreign key with a statement of its own: a third of what the rows of an article cost.

- The article of a fact is that of its version: the triggers of evidence and of the tiles refuse any other, and the foreign
  keys from a fact to its version and from the version to its article keep both.
- The words of a vocabulary never change: a check compares with all there are, and the vocabularies refuse to lose one.

From PostgreSQL 18 on, these foreign keys are declared and not enforced: tools still read the joins from them. Before, they
stay enforced, and say the same twice.

Names are folded without a call of a function for each, and only where a letter may have an accent. A text of up to
8 kB stays in its row: it is read in one piece wherever a quote is shown or proved, and compressing it was half of
what writing it took.
"""

from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

# Facts whose article a trigger compares with that of their version.
PROVED = ("text_segment", "mention", "role_claim", "article_author", "quote", "quote_occurrence", "quote_attribution")
# Table, column, the vocabulary of its words.
WORDS = (
    ("text_segment", "kind", "segment_kind"),
    ("quote_occurrence", "place", "segment_kind"),
    ("quote", "kind", "quote_kind"),
    ("quote_attribution", "speaker_kind", "speaker_kind"),
    ("quote_attribution", "method", "attribution_method"),
    ("organisation", "kind", "organisation_kind"),
    ("organisation_name", "kind", "organisation_kind"),
    ("organisation_appearance", "kind", "organisation_kind"),
)
VOCABULARIES = sorted({vocabulary for _, _, vocabulary in WORDS})
REFERENCES = (*((table, "article_id") for table in PROVED), *((table, column) for table, column, _ in WORDS))

VOCABULARY_STAYS = """
CREATE FUNCTION newsdb.vocabulary_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: a word of a vocabulary is never changed or deleted', TG_TABLE_NAME USING
        ERRCODE = 'check_violation', SCHEMA = 'newsdb', TABLE = TG_TABLE_NAME,
        CONSTRAINT = TG_TABLE_NAME || '_stays', HINT = 'Rows use it; change its labels instead.';
END $$
"""

FOLD_ACCENTS = """
CREATE OR REPLACE FUNCTION newsdb.fold_accents(words text) RETURNS text
LANGUAGE sql IMMUTABLE{strict} PARALLEL SAFE
RETURN {folded}
"""
TRANSLATED = """translate(
    words,
    'àâäáãåçèéêëìíîïñòóôöõùúûüýÿÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝŸ’',
    'aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUYY'''
)"""
FOLD_NAME = """
CREATE OR REPLACE FUNCTION newsdb.fold_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE{strict} PARALLEL SAFE
RETURN btrim(regexp_replace(lower(newsdb.fold_accents(name)), '[^[:alnum:]]+', ' ', 'g'))
"""
NAME_WORDS = """
CREATE OR REPLACE FUNCTION newsdb.name_words(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE{strict} PARALLEL SAFE
RETURN string_to_array(newsdb.fold_name(name), ' ')
"""


ONE_OF = """
DO $$ BEGIN
EXECUTE 'ALTER TABLE newsdb.{table} ADD CONSTRAINT {table}_{column}_check CHECK ({column} IN ('
    || (SELECT string_agg(quote_literal(code), ', ' ORDER BY code) FROM newsdb.{vocabulary}) || '))';
END $$
"""


def enforce(how: str) -> None:
    """Have the references be ENFORCED, or NOT ENFORCED, where PostgreSQL knows the difference."""
    statements = "\n".join(
        f"EXECUTE 'ALTER TABLE newsdb.{table} ALTER CONSTRAINT {table}_{column}_fkey {how}';"
        for table, column in REFERENCES
    )
    op.execute(f"""
        DO $$ BEGIN
        IF current_setting('server_version_num')::integer >= 180000 THEN
        {statements}
        END IF;
        END $$""")


def upgrade() -> None:
    for table, column, vocabulary in WORDS:
        op.execute(ONE_OF.format(table=table, column=column, vocabulary=vocabulary))
    op.execute(VOCABULARY_STAYS)
    op.execute("COMMENT ON FUNCTION newsdb.vocabulary_stays() IS 'Refuses to change or delete a word of a vocabulary.'")
    for table in VOCABULARIES:
        op.execute(f"""
            CREATE TRIGGER {table}_stays BEFORE UPDATE OF code OR DELETE OR TRUNCATE ON newsdb.{table}
            FOR EACH STATEMENT EXECUTE FUNCTION newsdb.vocabulary_stays()""")
    enforce("NOT ENFORCED")
    plain = f"CASE WHEN octet_length(words) = char_length(words) THEN words ELSE {TRANSLATED} END"
    op.execute(FOLD_ACCENTS.format(strict="", folded=plain))
    op.execute(FOLD_NAME.format(strict=""))
    op.execute(NAME_WORDS.format(strict=""))
    op.execute("ALTER TABLE newsdb.article_text SET (toast_tuple_target = 8160)")


def downgrade() -> None:
    op.execute("ALTER TABLE newsdb.article_text RESET (toast_tuple_target)")
    op.execute(NAME_WORDS.format(strict=" STRICT"))
    op.execute(FOLD_NAME.format(strict=" STRICT"))
    op.execute(FOLD_ACCENTS.format(strict=" STRICT", folded=TRANSLATED))
    enforce("ENFORCED")
    op.execute("DROP FUNCTION newsdb.vocabulary_stays() CASCADE")
    for table, column, _ in WORDS:
        op.drop_constraint(op.f(f"{table}_{column}_check"), table, schema="newsdb")
