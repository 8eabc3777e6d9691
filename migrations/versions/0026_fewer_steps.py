"""What is asked of every name and text is asked in fewer steps, and two more keys are not asked for twice.

A name is folded for each of its indexes, and once more whenever PostgreSQL samples a table for its statistics: that was
two fifths of ANALYZE. `translate` compares each letter of the words with each of its list; to search the words for
each letter of the list takes a third of the time. A regular expression pays for each match, and most names have
none but single spaces, which need not be replaced. What comes out is the same.

Whether a text is in normal form C was the dearest of its checks, for the tables of Unicode are asked about each
character. The letters of Latin and its punctuation cannot break it, which a regular expression sees in an eighth of the
time; only texts with other characters are asked about.

The version of an occurrence and of an attribution is that of their quote, as their triggers compare it, and the quote's
own key keeps that: from PostgreSQL 18 on theirs are declared and not enforced, as in 0025, and the triggers refuse a
version that is not there like any other.

No question asks which offsets, signatures or words of sketches are frequent, so that ANALYZE does not count them.
"""

from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None

LETTERS = "àâäáãåçèéêëìíîïñòóôöõùúûüýÿÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝŸ’"
FOLDED = "aaaaaaceeeeiiiinooooouuuuyyAAAAAACEEEEIIIINOOOOOUUUUYY'"
# Each of these is in normal form C and joins with none before it: none has a combining class, and those that
# decompose to others begin at U+0300, U+2000, U+2001 and U+2126.
LATIN = "body !~ '[^\\u0001-\\u02ff\\u2002-\\u20cf]'"
NORMALISED = "body IS NFC NORMALIZED"
IMPLIED = ("quote_occurrence", "quote_attribution")
# Of a row with a version that is not there, the refusal would have nothing to tell.
JOINED = "JOIN newsdb.article_version AS v ON v.id = n.article_version_id"
TEXT_JOINED = "JOIN newsdb.article_text AS t ON t.id = v.article_text_id JOIN newsdb.quote"
SPAN = ("span_start", "span_end")
UNCOUNTED = {
    "story_sketch": ("signature", "telling"),
    "text_segment": SPAN,
    "article_author": SPAN,
    "mention": SPAN,
    "role_claim": SPAN,
    "quote": ("question_start", "question_end"),
    "quote_occurrence": SPAN,
    "quote_attribution": ("cue_start", "cue_end", "speaker_start", "speaker_end"),
}

FOLD_ACCENTS = """
CREATE OR REPLACE FUNCTION newsdb.fold_accents(words text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN octet_length(words) = char_length(words) THEN words ELSE {folded} END
"""
FOLD_NAME = """
CREATE OR REPLACE FUNCTION newsdb.fold_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN btrim({spaced})
"""


def quoted(letter: str) -> str:
    return "'" + letter.replace("'", "''") + "'"


def replaced(words: str) -> str:
    """The expression that replaces one letter after the other."""
    for letter, plain in zip(LETTERS, FOLDED, strict=True):
        words = f"replace({words}, {quoted(letter)}, {quoted(plain)})"
    return words


def enforce(how: str) -> None:
    """Have the keys be ENFORCED, or NOT ENFORCED, where PostgreSQL knows the difference."""
    statements = "\n".join(
        f"EXECUTE 'ALTER TABLE newsdb.{table} ALTER CONSTRAINT {table}_article_version_id_fkey {how}';"
        for table in IMPLIED
    )
    op.execute(f"""
        DO $$ BEGIN
        IF current_setting('server_version_num')::integer >= 180000 THEN
        {statements}
        END IF;
        END $$""")


def reword(table: str, words: dict[str, str]) -> None:
    """Write the function of a table's evidence anew, with other words for some; by the server, who alone has it."""
    steps = "\n".join(
        f"""
            IF array_length(string_to_array(definition, '{old}'), 1) <> 2 THEN
                RAISE EXCEPTION 'newsdb.{table}_evidence() is not as migration 0017 has made it';
            END IF;
            definition := replace(definition, '{old}', '{new}');"""
        for old, new in words.items()
    )
    op.execute(f"""
        DO $reword$
        DECLARE definition text := pg_get_functiondef('newsdb.{table}_evidence()'::regprocedure);
        BEGIN {steps}
            EXECUTE definition;
        END $reword$""")


def count(statistics: int) -> None:
    for table, columns in UNCOUNTED.items():
        for column in columns:
            op.execute(f"ALTER TABLE newsdb.{table} ALTER COLUMN {column} SET STATISTICS {statistics}")


def check_normal_form(condition: str) -> None:
    op.drop_constraint(op.f("article_text_nfc_check"), "article_text", schema="newsdb")
    op.create_check_constraint(op.f("article_text_nfc_check"), "article_text", condition, schema="newsdb")


def upgrade() -> None:
    op.execute(FOLD_ACCENTS.format(folded=replaced("words")))
    spaced = "regexp_replace(lower(newsdb.fold_accents(name)), '[^[:alnum:] ]', ' ', 'g')"
    op.execute(FOLD_NAME.format(spaced=f"regexp_replace({spaced}, '  +', ' ', 'g')"))
    check_normal_form(f"{LATIN} OR {NORMALISED}")
    for table in IMPLIED:
        reword(table, {words: f"LEFT {words}" for words in (JOINED, TEXT_JOINED)})
    enforce("NOT ENFORCED")
    count(0)


def downgrade() -> None:
    count(-1)
    enforce("ENFORCED")
    for table in IMPLIED:
        reword(table, {f"LEFT {words}": words for words in (JOINED, TEXT_JOINED)})
    check_normal_form(NORMALISED)
    op.execute(FOLD_NAME.format(spaced="regexp_replace(lower(newsdb.fold_accents(name)), '[^[:alnum:]]+', ' ', 'g')"))
    op.execute(FOLD_ACCENTS.format(folded=f"translate(words, {quoted(LETTERS)}, {quoted(FOLDED)})"))
