"""Schema report: counts by day, month, pair and speaker, and what is wrong or unknown in the data."""

from dataclasses import dataclass

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


@dataclass(frozen=True)
class View:
    """A view of schema report with a comment for each of its columns."""

    name: str
    comment: str
    query: str
    columns: dict[str, str]


MENTION_BY_DAY = View(
    "mention_by_day",
    "How often each person and organisation is named on each day; articles without a known day are left out.",
    """
    SELECT a.published_on, 'person' AS kind, p.name, p.id AS person_id, NULL::uuid AS organisation_id,
        count(DISTINCT m.article_id) AS articles, count(*) AS mentions
    FROM newsdb.mention AS m
    JOIN newsdb.article_version AS v ON v.id = m.article_version_id AND v.is_current
    JOIN newsdb.article AS a ON a.id = m.article_id AND a.published_precision = 'day'
    JOIN newsdb.person_name AS n ON n.id = m.person_name_id
    JOIN newsdb.person AS p ON p.id = n.person_id
    GROUP BY a.published_on, p.id, p.name
    UNION ALL
    SELECT a.published_on, 'organisation', o.name, NULL::uuid, o.id, count(DISTINCT m.article_id), count(*)
    FROM newsdb.mention AS m
    JOIN newsdb.article_version AS v ON v.id = m.article_version_id AND v.is_current
    JOIN newsdb.article AS a ON a.id = m.article_id AND a.published_precision = 'day'
    JOIN newsdb.organisation_name AS n ON n.id = m.organisation_name_id
    JOIN newsdb.organisation AS o ON o.id = n.organisation_id
    GROUP BY a.published_on, o.id, o.name
    """,
    {
        "published_on": "The day.",
        "kind": "person or organisation.",
        "name": "The name, in its fullest spelling.",
        "person_id": "Id of the person, for a person.",
        "organisation_id": "Id of the organisation, for an organisation.",
        "articles": "Number of articles that name it.",
        "mentions": "How many times they do.",
    },
)

OUTLET_BY_MONTH = View(
    "outlet_by_month",
    "Articles and quotes of each outlet in each month. Every article counts once, also without outlet or month.",
    """
    SELECT o.id AS outlet_id, o.name AS outlet,
        CASE WHEN a.published_precision <> 'year' THEN date_trunc('month', a.published_on::timestamp)::date END
            AS month,
        count(*) AS articles, coalesce(sum(q.quotes), 0)::bigint AS quotes
    FROM newsdb.article AS a
    JOIN newsdb.article_version AS v ON v.article_id = a.id AND v.is_current
    LEFT JOIN newsdb.outlet AS o ON o.id = a.outlet_id
    LEFT JOIN (SELECT article_version_id, count(*) AS quotes FROM newsdb.quote GROUP BY article_version_id) AS q
        ON q.article_version_id = v.id
    GROUP BY o.id, o.name, 3
    """,
    {
        "outlet_id": "Id of the outlet.",
        "outlet": "The outlet; NULL for articles that do not say.",
        "month": "First day of the month; NULL for articles that do not say.",
        "articles": "Number of articles.",
        "quotes": "Number of quotes in them.",
    },
)

CO_MENTION = View(
    "co_mention",
    "Organisations named in the same article, each pair once.",
    """
    SELECT o.id AS organisation_id, o.name AS organisation, p.id AS other_id, p.name AS other,
        count(DISTINCT m.article_id) AS articles, min(a.published_on) AS first_seen, max(a.published_on) AS last_seen
    FROM newsdb.mention AS m
    JOIN newsdb.organisation_name AS mn ON mn.id = m.organisation_name_id
    JOIN newsdb.organisation AS o ON o.id = mn.organisation_id
    JOIN newsdb.article_version AS v ON v.id = m.article_version_id AND v.is_current
    JOIN newsdb.mention AS w ON w.article_version_id = m.article_version_id
    JOIN newsdb.organisation_name AS wn ON wn.id = w.organisation_name_id AND wn.organisation_id > mn.organisation_id
    JOIN newsdb.organisation AS p ON p.id = wn.organisation_id
    JOIN newsdb.article AS a ON a.id = m.article_id
    GROUP BY o.id, o.name, p.id, p.name
    """,
    {
        "organisation_id": "Id of the one, which is the smaller of the two.",
        "organisation": "Name of the one.",
        "other_id": "Id of the other.",
        "other": "Name of the other.",
        "articles": "Number of articles that name both.",
        "first_seen": "Day of the first article with a known day.",
        "last_seen": "Day of the last article with a known day.",
    },
)

MOST_QUOTED = View(
    "most_quoted",
    "How often each person and organisation is quoted, and in how many articles and outlets.",
    """
    SELECT coalesce(p.name, o.name) AS speaker, s.speaker_kind, p.id AS person_id, o.id AS organisation_id,
        count(*) AS quotes, count(DISTINCT s.article_id) AS articles, count(DISTINCT a.outlet_id) AS outlets,
        min(a.published_on) AS first_seen, max(a.published_on) AS last_seen
    FROM newsdb.quote_attribution AS s
    JOIN newsdb.article_version AS v ON v.id = s.article_version_id AND v.is_current
    JOIN newsdb.article AS a ON a.id = s.article_id
    LEFT JOIN newsdb.person_name AS pn ON pn.id = s.person_name_id
    LEFT JOIN newsdb.person AS p ON p.id = pn.person_id
    LEFT JOIN newsdb.organisation_name AS n ON n.id = s.organisation_name_id
    LEFT JOIN newsdb.organisation AS o ON o.id = n.organisation_id
    WHERE s.rank = 1 AND s.speaker_kind IN ('person', 'organisation')
    GROUP BY p.id, p.name, o.id, o.name, s.speaker_kind
    """,
    {
        "speaker": "The name, in its fullest spelling.",
        "speaker_kind": "person or organisation.",
        "person_id": "Id of the person, for a person.",
        "organisation_id": "Id of the organisation, for an organisation.",
        "quotes": "Number of quotes.",
        "articles": "Number of articles that quote.",
        "outlets": "Number of known outlets that quote.",
        "first_seen": "Day of the first article with a known day.",
        "last_seen": "Day of the last article with a known day.",
    },
)


def unproved(table: str, facts: tuple[str, ...]) -> str:
    """Appearances, names and entities that nothing printed bears out: rows that a reload should have taken away."""
    unused = " AND ".join(
        f"NOT EXISTS (SELECT FROM newsdb.{fact} AS f"
        f" WHERE f.{table}_name_id = e.{table}_name_id AND f.article_version_id = e.article_version_id)"
        for fact in facts
    )
    return f"""
        UNION ALL
        SELECT 'nothing in the article proves it', '{table}_appearance', e.id, e.article_id
        FROM newsdb.{table}_appearance AS e WHERE {unused}
        UNION ALL
        SELECT 'no article bears this name', '{table}_name', n.id, NULL::uuid FROM newsdb.{table}_name AS n
        WHERE NOT EXISTS (SELECT FROM newsdb.{table}_appearance AS e WHERE e.{table}_name_id = n.id)
        UNION ALL
        SELECT 'it has no name', '{table}', e.id, NULL::uuid FROM newsdb.{table} AS e
        WHERE NOT EXISTS (SELECT FROM newsdb.{table}_name AS n WHERE n.{table}_id = e.id)"""


DATA_QUALITY = View(
    "data_quality",
    "Rows that break a promise of newsdb; empty when all is well. What is merely unknown is in report.unknown.",
    f"""
    SELECT f.problem, f.table_name, f.row_id, f.article_id, a.headline
    FROM (
        SELECT e.what AS problem, e.table_name, e.row_id, v.article_id
        FROM newsdb.evidence_violation AS e JOIN newsdb.article_version AS v ON v.id = e.article_version_id
        UNION ALL
        SELECT 'nobody is said to have spoken it, nor why that is unknown', 'quote', q.id, q.article_id
        FROM newsdb.quote AS q
        WHERE NOT EXISTS (SELECT FROM newsdb.quote_attribution AS s WHERE s.quote_id = q.id AND s.rank = 1)
        UNION ALL
        SELECT 'it is printed nowhere', 'quote', q.id, q.article_id
        FROM newsdb.quote AS q
        WHERE NOT EXISTS (SELECT FROM newsdb.quote_occurrence AS w WHERE w.quote_id = q.id AND w.ordinal = 1)
        UNION ALL
        SELECT 'it has no current version', 'article', c.id, c.id
        FROM newsdb.article AS c
        WHERE NOT EXISTS (SELECT FROM newsdb.article_version AS v WHERE v.article_id = c.id AND v.is_current)
        UNION ALL
        SELECT 'no file prints it', 'article_version', v.id, v.article_id
        FROM newsdb.article_version AS v
        WHERE NOT EXISTS (SELECT FROM newsdb.article_source AS s WHERE s.article_version_id = v.id)
        UNION ALL
        SELECT 'its day is not that of its article', 'role_claim', r.id, r.article_id
        FROM newsdb.role_claim AS r JOIN newsdb.article AS c ON c.id = r.article_id
        WHERE r.as_of IS DISTINCT FROM c.published_on
        {unproved("person", ("mention", "quote_attribution", "role_claim", "article_author"))}
        {unproved("organisation", ("mention", "quote_attribution", "role_claim"))}
    ) AS f
    LEFT JOIN newsdb.article AS a ON a.id = f.article_id
    """,
    {
        "problem": "What is wrong with the row.",
        "table_name": "The table of the row.",
        "row_id": "Id of the row; of the version for segments.",
        "article_id": "Id of the article it belongs to, if it belongs to one.",
        "headline": "Headline of that article.",
    },
)

UNKNOWN = View(
    "unknown",
    "Everything that the articles leave open, with the reason. Nothing here is wrong.",
    """
    SELECT f.column_name, f.reason, f.table_name, f.row_id, f.article_id, c.headline
    FROM (
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
    """,
    {
        "column_name": "The column that is empty, or what is missing.",
        "reason": "Why it is.",
        "table_name": "The table of the row.",
        "row_id": "Id of the row.",
        "article_id": "Id of the article.",
        "headline": "Headline of the article.",
    },
)

VIEWS = (MENTION_BY_DAY, OUTLET_BY_MONTH, CO_MENTION, MOST_QUOTED, DATA_QUALITY, UNKNOWN)


def upgrade() -> None:
    for view in VIEWS:
        op.execute(f"CREATE VIEW report.{view.name} AS {view.query}")
        op.execute(f"COMMENT ON VIEW report.{view.name} IS '{view.comment}'")
        for column, comment in view.columns.items():
            op.execute(f"COMMENT ON COLUMN report.{view.name}.{column} IS '{comment}'")


def downgrade() -> None:
    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW report.{view.name}")
