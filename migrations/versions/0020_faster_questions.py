"""Questions over a million articles: names found by an index of their words, and views that ask less of each row.

Of the versions of an article nearly all are current, so a row is looked up among those that are not. The role of a
speaker is looked for in the article of the quote first, then as the last before it in each of their names.
"""

from types import ModuleType

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

NAME_WORDS = """
CREATE FUNCTION newsdb.name_words(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN string_to_array(newsdb.fold_name(name), ' ')
"""

INDEXES = {
    "article_headline_idx": "newsdb.article USING hash (newsdb.fold_name(headline))",
    "article_latest_idx": "newsdb.article (published_on DESC NULLS LAST, id)",
    "person_words_idx": "newsdb.person USING gin (newsdb.name_words(name))",
    "person_name_words_idx": "newsdb.person_name USING gin (newsdb.name_words(name))",
    "organisation_words_idx": "newsdb.organisation USING gin (newsdb.name_words(name))",
    "organisation_acronym_words_idx": "newsdb.organisation USING gin (newsdb.name_words(replace(acronym, '.', '')))",
    "organisation_name_words_idx": "newsdb.organisation_name USING gin (newsdb.name_words(name))",
    "article_version_old_idx": "newsdb.article_version (id) WHERE NOT is_current",
    "mention_unresolved_idx": "newsdb.mention (article_id) WHERE unresolved_reason IS NOT NULL",
}

# An array that holds the words in any order, found by the index, then the words one after the other.
PEOPLE_NAMED = """
CREATE OR REPLACE FUNCTION newsdb.people_named(words text) RETURNS uuid[]
LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH named AS (
        SELECT person_id, newsdb.fold_name(name) AS folded FROM newsdb.person_name
        WHERE newsdb.name_words(name) @> newsdb.name_words(words)
        UNION ALL
        SELECT id, newsdb.fold_name(name) FROM newsdb.person
        WHERE newsdb.name_words(name) @> newsdb.name_words(words)
    ), fitting AS (
        SELECT person_id, folded = newsdb.fold_name(words) AS is_whole FROM named
        WHERE strpos(' ' || folded || ' ', ' ' || newsdb.fold_name(words) || ' ') > 0
    )
    SELECT array_agg(DISTINCT person_id) FROM fitting
    WHERE is_whole OR NOT EXISTS (SELECT FROM fitting AS other WHERE other.is_whole);
END
"""

# Of the acronyms of single articles by their key, which newsdb.resolution makes of letters and digits alone.
ORGANISATIONS_NAMED = """
CREATE OR REPLACE FUNCTION newsdb.organisations_named(words text) RETURNS uuid[]
LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
    WITH named AS (
        SELECT organisation_id, newsdb.fold_name(name) AS folded FROM newsdb.organisation_name
        WHERE newsdb.name_words(name) @> newsdb.name_words(words)
            OR newsdb.name_words(name) @> newsdb.name_words(replace(words, '.', ''))
        UNION ALL
        SELECT id, newsdb.fold_name(name) FROM newsdb.organisation
        WHERE newsdb.name_words(name) @> newsdb.name_words(words)
            OR newsdb.name_words(name) @> newsdb.name_words(replace(words, '.', ''))
        UNION ALL
        SELECT id, newsdb.fold_name(replace(acronym, '.', '')) FROM newsdb.organisation
        WHERE newsdb.name_words(replace(acronym, '.', '')) @> newsdb.name_words(words)
            OR newsdb.name_words(replace(acronym, '.', '')) @> newsdb.name_words(replace(words, '.', ''))
        UNION ALL
        SELECT n.organisation_id, newsdb.fold_name(replace(a.acronym, '.', ''))
        FROM (
            SELECT DISTINCT organisation_name_id, acronym FROM newsdb.organisation_appearance
            WHERE acronym_key = regexp_replace(lower(normalize(words, NFKD)), '[^[:alnum:]]+', '', 'g')
        ) AS a
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

# The role is looked for only where a column of it is asked for: an aggregate has one row, so that the planner may leave the
# join out. Of the claims in an article the names are asked one by one, not with all claims of somebody who is often named.
QUOTE = """
CREATE OR REPLACE VIEW report.quote AS
SELECT
    q.id AS quote_id, q.words, q.kind, coalesce(p.name, o.name, s.description) AS speaker, s.speaker_kind,
    pn.person_id, n.organisation_id, c.title, rno.organisation_id AS role_organisation_id,
    ro.name AS role_organisation, q.question, s.cue, s.speaker_words, s.method, s.confidence, s.unknown_reason,
    q.article_id, a.headline, a.outlet_id, u.name AS outlet, a.published_on, a.published_precision, w.place,
    (SELECT count(*) FROM newsdb.quote_occurrence AS n WHERE n.quote_id = q.id) AS printings,
    w.span_start, w.span_end, newsdb.sentence_at(t.body, w.span_start, w.span_end) AS sentence
FROM newsdb.quote AS q
LEFT JOIN newsdb.quote_attribution AS s ON s.quote_id = q.id AND s.rank = 1
LEFT JOIN newsdb.person_name AS pn ON pn.id = s.person_name_id
LEFT JOIN newsdb.person AS p ON p.id = pn.person_id
JOIN newsdb.article AS a ON a.id = q.article_id
LEFT JOIN newsdb.article_version AS v ON v.id = q.article_version_id
LEFT JOIN newsdb.quote_occurrence AS w ON w.quote_id = q.id AND w.ordinal = 1
LEFT JOIN newsdb.organisation_name AS n ON n.id = s.organisation_name_id
LEFT JOIN newsdb.organisation AS o ON o.id = n.organisation_id
LEFT JOIN newsdb.outlet AS u ON u.id = a.outlet_id
LEFT JOIN newsdb.article_text AS t ON t.id = v.article_text_id
LEFT JOIN LATERAL (
    SELECT (array_agg(found.id))[1] AS id
    FROM (
        SELECT coalesce((
            SELECT r.id
            FROM newsdb.role_claim AS r
            WHERE r.article_id = q.article_id
                AND (SELECT rn.person_id FROM newsdb.person_name AS rn WHERE rn.id = r.person_name_id) = pn.person_id
                AND (r.valid_to IS NULL OR a.published_on IS NULL OR r.valid_to >= a.published_on)
                AND NOT EXISTS (
                    SELECT FROM newsdb.article_version AS old
                    WHERE old.id = r.article_version_id AND NOT old.is_current)
            ORDER BY abs(r.span_start - w.span_start), r.organisation_name_id IS NULL, r.span_start, r.id
            LIMIT 1
        ), (
            SELECT last.id
            FROM newsdb.person_name AS rn
            CROSS JOIN LATERAL (
                SELECT r.id, r.as_of, r.organisation_name_id, r.span_start
                FROM newsdb.role_claim AS r
                JOIN newsdb.article_version AS rv ON rv.id = r.article_version_id AND rv.is_current
                WHERE r.person_name_id = rn.id AND r.as_of <= a.published_on
                    AND (r.valid_to IS NULL OR r.valid_to >= a.published_on)
                ORDER BY r.as_of DESC, r.organisation_name_id IS NULL, r.span_start, r.id
                LIMIT 1
            ) AS last
            WHERE rn.person_id = pn.person_id
            ORDER BY last.as_of DESC, last.organisation_name_id IS NULL, last.span_start, last.id
            LIMIT 1
        )) AS id
    ) AS found
) AS held ON true
LEFT JOIN newsdb.role_claim AS c ON c.id = held.id
LEFT JOIN newsdb.organisation_name AS rno ON rno.id = c.organisation_name_id
LEFT JOIN newsdb.organisation AS ro ON ro.id = rno.organisation_id
WHERE NOT EXISTS (
    SELECT FROM newsdb.article_version AS old WHERE old.id = q.article_version_id AND NOT old.is_current)
"""

MENTION = """
CREATE OR REPLACE VIEW report.mention AS
SELECT
    m.id AS mention_id, m.surface,
    CASE WHEN m.person_name_id IS NOT NULL THEN 'person'
        WHEN m.organisation_name_id IS NOT NULL THEN 'organisation' ELSE 'unknown' END AS kind,
    coalesce(p.name, o.name) AS name, pn.person_id, n.organisation_id, m.unresolved_reason,
    m.article_id, a.headline, a.outlet_id, u.name AS outlet, a.published_on, a.published_precision,
    m.span_start, m.span_end
FROM newsdb.mention AS m
LEFT JOIN newsdb.article AS a ON a.id = m.article_id
LEFT JOIN newsdb.person_name AS pn ON pn.id = m.person_name_id
LEFT JOIN newsdb.person AS p ON p.id = pn.person_id
LEFT JOIN newsdb.organisation_name AS n ON n.id = m.organisation_name_id
LEFT JOIN newsdb.organisation AS o ON o.id = n.organisation_id
LEFT JOIN newsdb.outlet AS u ON u.id = a.outlet_id
WHERE NOT EXISTS (
    SELECT FROM newsdb.article_version AS old WHERE old.id = m.article_version_id AND NOT old.is_current)
"""


def counted(entity: str, columns: str) -> str:
    """The view of people or of organisations: each counted by itself, so that one of them costs what it has."""
    return f"""
CREATE OR REPLACE VIEW report.{entity} AS
SELECT
    e.id AS {entity}_id, e.name AS {entity},{columns}
    (SELECT string_agg(DISTINCT n.name, ', ' ORDER BY n.name)
        FROM newsdb.{entity}_name AS n WHERE n.{entity}_id = e.id) AS names,
    m.articles, m.mentions, s.quotes, m.first_seen, m.last_seen
FROM newsdb.{entity} AS e
LEFT JOIN LATERAL (
    SELECT count(DISTINCT m.article_id) AS articles, count(*) AS mentions,
        min(a.published_on) AS first_seen, max(a.published_on) AS last_seen
    FROM newsdb.{entity}_name AS n
    JOIN newsdb.mention AS m ON m.{entity}_name_id = n.id
    JOIN newsdb.article AS a ON a.id = m.article_id
    WHERE n.{entity}_id = e.id AND NOT EXISTS (
        SELECT FROM newsdb.article_version AS old WHERE old.id = m.article_version_id AND NOT old.is_current)
) AS m ON true
LEFT JOIN LATERAL (
    SELECT count(*) AS quotes
    FROM newsdb.{entity}_name AS n
    JOIN newsdb.quote_attribution AS s ON s.{entity}_name_id = n.id AND s.rank = 1
    WHERE n.{entity}_id = e.id AND NOT EXISTS (
        SELECT FROM newsdb.article_version AS old WHERE old.id = s.article_version_id AND NOT old.is_current)
) AS s ON true
"""


# A story of one print is told by its article, so that those of several are found without grouping all articles.
STORY = """
CREATE OR REPLACE VIEW report.story AS
SELECT g.story_id, g.headline, g.prints, g.outlets, g.outlet_names, g.first_seen, g.last_seen
FROM (
    SELECT s.story_id, (array_agg(a.headline ORDER BY a.published_on, a.id))[1] AS headline, count(*) AS prints,
        count(DISTINCT a.outlet_id) AS outlets,
        string_agg(DISTINCT o.name, ', ' ORDER BY o.name) AS outlet_names,
        min(a.published_on) AS first_seen, max(a.published_on) AS last_seen
    FROM newsdb.article_story AS s
    JOIN newsdb.article AS a ON a.id = s.article_id
    LEFT JOIN newsdb.outlet AS o ON o.id = a.outlet_id
    GROUP BY s.story_id
    UNION ALL
    SELECT a.id, a.headline, 1, num_nonnulls(a.outlet_id), o.name, a.published_on, a.published_on
    FROM newsdb.article AS a
    LEFT JOIN newsdb.outlet AS o ON o.id = a.outlet_id
    WHERE NOT EXISTS (SELECT FROM newsdb.article_story AS s WHERE s.article_id = a.id)
) AS g
"""

VIEWS = {
    "quote": QUOTE,
    "mention": MENTION,
    "person": counted("person", ""),
    "organisation": counted("organisation", " e.acronym, e.kind,"),
    "story": STORY,
}
FUNCTIONS = {
    "people_named": PEOPLE_NAMED,
    "organisations_named": ORGANISATIONS_NAMED,
}


def upgrade() -> None:
    op.execute(NAME_WORDS)
    op.execute("COMMENT ON FUNCTION newsdb.name_words(text) IS 'The words of a name, folded as by fold_name.'")
    for name, definition in INDEXES.items():
        op.execute(f"CREATE INDEX {name} ON {definition}")
    for statement in (*FUNCTIONS.values(), *VIEWS.values()):
        op.execute(statement)


def downgrade() -> None:
    """Back to the definitions of the migrations that made them."""
    names, reports, star, reprints = (_module(number) for number in ("0008", "0009", "0013", "0015"))
    for view in (reports.QUOTE, reports.PERSON, reports.ORGANISATION, star.MENTION):
        op.execute(f"CREATE OR REPLACE VIEW report.{view.name} AS {view.query}")
    op.execute(reprints.STORY.replace("CREATE VIEW", "CREATE OR REPLACE VIEW"))
    for function in (names.PEOPLE_NAMED, names.ORGANISATIONS_NAMED):
        op.execute(function.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"))
    for name in reversed(INDEXES):
        op.execute(f"DROP INDEX newsdb.{name}")
    op.execute("DROP FUNCTION newsdb.name_words(text)")


def _module(number: str) -> ModuleType:
    environment = op.get_context().environment_context
    assert environment is not None
    revision_script = environment.script.get_revision(number)
    assert revision_script is not None
    return revision_script.module
