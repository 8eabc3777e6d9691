"""Functions that reports call: the sentence around a span, and names, as people type them, to ids."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

# A sentence ends at its mark and what closes with it, before white space and a capital or what opens a sentence; not
# at the full stop of an initial or a title (M. Tazi). The classes are spelt out and compared by code point, so that
# every server finds the same sentences whatever its locale.
SENTENCE_LINES = r"""
CREATE FUNCTION newsdb.sentence_lines(paragraph text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN regexp_replace(
    paragraph COLLATE "C",
    '((?:[!?…]|(?<!(?:^|[^A-Za-zÀ-ÿ])(?:[A-ZÀ-Ö]|MM|Dr|Pr|Me|Mgr|St|Ste))\.)'
    || '(?:[\s\u00a0\u202f]*["»”)]+)?)[\s\u00a0\u202f]+(?=[A-ZÀ-ÖØ-ÞŒŸ"«“(—–])',
    E'\\1\n', 'g')
"""

# The character at either side of the cut goes along, to be looked at, and is taken off again.
SENTENCE_AT = r"""
CREATE FUNCTION newsdb.sentence_at(body text, span_start integer, span_end integer) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(
    left(split_part(
        newsdb.sentence_lines(split_part(substr(body, 1, span_start + 1), E'\n', -1)), E'\n', -1), -1)
    || substr(body, span_start + 1, span_end - span_start)
    || substr(split_part(
        newsdb.sentence_lines(split_part(substr(body, span_end), E'\n', 1)), E'\n', 1), 2),
    E' \t\n\u00a0\u202f')
"""

FOLD_NAME = """
CREATE FUNCTION newsdb.fold_name(name text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN btrim(regexp_replace(lower(newsdb.fold_accents(name)), '[^[:alnum:]]+', ' ', 'g'))
"""

PEOPLE_NAMED = """
CREATE FUNCTION newsdb.people_named(words text) RETURNS uuid[]
LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH named AS (
        SELECT person_id, newsdb.fold_name(name) AS folded FROM newsdb.person_name
        UNION ALL
        SELECT id, newsdb.fold_name(name) FROM newsdb.person
    ), fitting AS (
        SELECT person_id, folded = newsdb.fold_name(words) AS is_whole FROM named
        WHERE strpos(' ' || folded || ' ', ' ' || newsdb.fold_name(words) || ' ') > 0
    )
    SELECT array_agg(DISTINCT person_id) FROM fitting
    WHERE is_whole OR NOT EXISTS (SELECT FROM fitting AS other WHERE other.is_whole);
END
"""

ORGANISATIONS_NAMED = """
CREATE FUNCTION newsdb.organisations_named(words text) RETURNS uuid[]
LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH named AS (
        SELECT organisation_id, newsdb.fold_name(name) AS folded FROM newsdb.organisation_name
        UNION ALL
        SELECT id, newsdb.fold_name(name) FROM newsdb.organisation
        UNION ALL
        SELECT id, newsdb.fold_name(replace(acronym, '.', '')) FROM newsdb.organisation WHERE acronym IS NOT NULL
        UNION ALL
        SELECT n.organisation_id, newsdb.fold_name(replace(a.acronym, '.', ''))
        FROM newsdb.organisation_appearance AS a
        JOIN newsdb.organisation_name AS n ON n.id = a.organisation_name_id
    ), fitting AS (
        SELECT organisation_id, folded IN (newsdb.fold_name(words), newsdb.fold_name(replace(words, '.', '')))
            AS is_whole
        FROM named
        WHERE strpos(' ' || folded || ' ', ' ' || newsdb.fold_name(words) || ' ') > 0
            OR folded = newsdb.fold_name(replace(words, '.', ''))
    )
    SELECT array_agg(DISTINCT organisation_id) FROM fitting
    WHERE is_whole OR NOT EXISTS (SELECT FROM fitting AS other WHERE other.is_whole);
END
"""

OUTLETS_NAMED = """
CREATE FUNCTION newsdb.outlets_named(words text) RETURNS uuid[]
LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    SELECT array_agg(DISTINCT named.outlet_id)
    FROM (
        SELECT id AS outlet_id, name FROM newsdb.outlet
        UNION ALL
        SELECT outlet_id, alias FROM newsdb.outlet_alias
    ) AS named
    WHERE newsdb.fold_name(named.name) = newsdb.fold_name(words);
END
"""

FUNCTIONS = {
    "sentence_lines(text)": (SENTENCE_LINES, "A paragraph with its sentences on lines of their own."),
    "sentence_at(text, integer, integer)": (
        SENTENCE_AT,
        "The sentence, or sentences, in which a span of a text stands.",
    ),
    "fold_name(text)": (FOLD_NAME, "A name in lower case, without accents and punctuation, as people type it."),
    "people_named(text)": (
        PEOPLE_NAMED,
        "Ids of the people with this name, in any spelling; of those whose name holds these words if none has it.",
    ),
    "organisations_named(text)": (
        ORGANISATIONS_NAMED,
        "Ids of the organisations with this name or acronym; of those whose name holds these words if none has it.",
    ),
    "outlets_named(text)": (OUTLETS_NAMED, "Ids of the outlets with this name, in any spelling."),
}


def upgrade() -> None:
    for signature, (definition, comment) in FUNCTIONS.items():
        op.execute(definition)
        op.execute(f"COMMENT ON FUNCTION newsdb.{signature} IS '{comment}'")


def downgrade() -> None:
    for signature in reversed(FUNCTIONS):
        op.execute(f"DROP FUNCTION newsdb.{signature}")
