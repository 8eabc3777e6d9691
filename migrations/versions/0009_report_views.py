"""Schema report: articles, quotes, people, organisations and who held which role when, with names beside ids."""

from dataclasses import dataclass, field

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

# Columns that mean the same in every view.
COLUMNS = {
    "article_id": "Id of the article.",
    "headline": "Headline of the article.",
    "outlet_id": "Id of the outlet.",
    "outlet": "The outlet that published the article; NULL where the page does not say.",
    "published_on": "Day of publication; the first of the month or year where published_precision says so.",
    "published_precision": "day, month or year: how exact published_on is.",
    "person_id": "Id of the person.",
    "person": "The person's name, in its fullest spelling.",
    "organisation_id": "Id of the organisation.",
    "organisation": "The organisation's name, in its fullest spelling.",
    "acronym": "The organisation's acronym, where one is printed.",
    "names": "Every name printed, each once, in alphabetical order.",
    "articles": "Number of articles.",
    "mentions": "How many times the name is printed.",
    "quotes": "Number of quotes.",
    "first_seen": "Day of the first article with a known day.",
    "last_seen": "Day of the last article with a known day.",
}


@dataclass(frozen=True)
class View:
    """A view of schema report; `shared` names its columns that mean the same in every view."""

    name: str
    comment: str
    query: str
    shared: str
    columns: dict[str, str] = field(default_factory=dict)


ARTICLE = View(
    "article",
    "Every article, with the outlet, the day, who signed it and how much was found in it.",
    """
    SELECT
        a.id AS article_id, a.headline, a.outlet_id, o.name AS outlet, o.country, a.republisher_id,
        r.name AS republisher, a.published_on, a.published_precision,
        (SELECT string_agg(s.name, ', ' ORDER BY s.ordinal)
            FROM newsdb.article_author AS s WHERE s.article_version_id = v.id) AS authors,
        a.section, a.language, a.canonical_url,
        (SELECT string_agg(DISTINCT n.name, ', ' ORDER BY n.name)
            FROM newsdb.article_source AS f JOIN newsdb.source_file_name AS n ON n.source_file_id = f.source_file_id
            WHERE f.article_id = a.id) AS files,
        v.story_length,
        (SELECT count(*) FROM newsdb.quote AS q WHERE q.article_version_id = v.id) AS quotes,
        (SELECT count(DISTINCT p.person_id)
            FROM newsdb.mention AS m JOIN newsdb.person_name AS p ON p.id = m.person_name_id
            WHERE m.article_version_id = v.id) AS people,
        (SELECT count(DISTINCT n.organisation_id)
            FROM newsdb.mention AS m JOIN newsdb.organisation_name AS n ON n.id = m.organisation_name_id
            WHERE m.article_version_id = v.id) AS organisations
    FROM newsdb.article AS a
    JOIN newsdb.article_version AS v ON v.article_id = a.id AND v.is_current
    LEFT JOIN newsdb.outlet AS o ON o.id = a.outlet_id
    LEFT JOIN newsdb.outlet AS r ON r.id = a.republisher_id
    """,
    "article_id headline outlet_id outlet published_on published_precision quotes",
    {
        "country": "ISO 3166-1 code of the outlet's country, where known.",
        "republisher_id": "Id of the aggregator.",
        "republisher": "The aggregator whose page was read, if any.",
        "authors": "The signatures as printed: people, initials or desks.",
        "section": "Section of the outlet as printed.",
        "language": "ISO 639-1 code, und where it could not be told.",
        "canonical_url": "The article's own address, where the page gives it.",
        "files": "Names of the files that print it.",
        "story_length": "Characters of the story, without navigation and related articles.",
        "people": "How many people are named.",
        "organisations": "How many organisations are named.",
    },
)

# The role is joined by a subquery, so that it is looked for only where a column of it is asked for.
QUOTE = View(
    "quote",
    "Who said what, as whom, in which outlet, when, and where exactly it is printed.",
    """
    SELECT
        q.id AS quote_id, q.words, q.kind, coalesce(p.name, o.name, s.description) AS speaker, s.speaker_kind,
        p.id AS person_id, o.id AS organisation_id, c.title, ro.id AS role_organisation_id,
        ro.name AS role_organisation, q.question, s.cue, s.speaker_words, s.method, s.confidence, s.unknown_reason,
        q.article_id, a.headline, a.outlet_id, u.name AS outlet, a.published_on, a.published_precision, w.place,
        (SELECT count(*) FROM newsdb.quote_occurrence AS n WHERE n.quote_id = q.id) AS printings,
        w.span_start, w.span_end, newsdb.sentence_at(t.body, w.span_start, w.span_end) AS sentence
    FROM newsdb.quote AS q
    JOIN newsdb.article_version AS v ON v.id = q.article_version_id AND v.is_current
    LEFT JOIN newsdb.quote_attribution AS s ON s.quote_id = q.id AND s.rank = 1
    LEFT JOIN newsdb.person_name AS pn ON pn.id = s.person_name_id
    LEFT JOIN newsdb.person AS p ON p.id = pn.person_id
    LEFT JOIN newsdb.article AS a ON a.id = q.article_id
    LEFT JOIN newsdb.quote_occurrence AS w ON w.quote_id = q.id AND w.ordinal = 1
    LEFT JOIN newsdb.organisation_name AS n ON n.id = s.organisation_name_id
    LEFT JOIN newsdb.organisation AS o ON o.id = n.organisation_id
    LEFT JOIN newsdb.outlet AS u ON u.id = a.outlet_id
    LEFT JOIN newsdb.article_text AS t ON t.id = v.article_text_id
    LEFT JOIN newsdb.role_claim AS c ON c.id = (
        SELECT r.id
        FROM newsdb.person_name AS rn
        JOIN newsdb.role_claim AS r ON r.person_name_id = rn.id
        JOIN newsdb.article_version AS rv ON rv.id = r.article_version_id AND rv.is_current
        WHERE rn.person_id = pn.person_id
            AND (r.article_id = a.id OR r.as_of <= a.published_on)
            AND (r.valid_to >= a.published_on) IS NOT FALSE
        ORDER BY r.article_id = a.id DESC, r.as_of DESC,
            CASE WHEN r.article_id = a.id THEN abs(r.span_start - w.span_start) END,
            r.organisation_name_id IS NULL, r.span_start, r.id
        LIMIT 1)
    LEFT JOIN newsdb.organisation_name AS rno ON rno.id = c.organisation_name_id
    LEFT JOIN newsdb.organisation AS ro ON ro.id = rno.organisation_id
    """,
    "article_id headline outlet_id outlet published_on published_precision",
    {
        "quote_id": "Id of the quote.",
        "words": "The words as printed at their main place.",
        "kind": "direct, indirect, answer or fragment.",
        "speaker": "Who spoke: the name, or the description as printed; NULL where that is unknown.",
        "speaker_kind": "person, organisation, group, described or unknown.",
        "person_id": "Id of the speaker, where a person is named.",
        "organisation_id": "Id of the speaker, where an organisation is.",
        "title": "What the speaker was at the time: as printed nearest in the article, else in the latest before it.",
        "role_organisation_id": "Id of the organisation of that title.",
        "role_organisation": "Where the speaker held that title, where the text says so.",
        "question": "For an answer of an interview, the question.",
        "cue": "The reporting words as printed: a déclaré, selon.",
        "speaker_words": "The words that name the speaker as printed: le ministre.",
        "method": "By what evidence the speaker was found.",
        "confidence": "0 to 1, fixed for each method.",
        "unknown_reason": "Why the speaker is unknown.",
        "place": "The part of the page where it is printed: headline, paragraph, answer …",
        "printings": "How many times the article prints the words.",
        "span_start": "Offset of the first character in the article's text.",
        "span_end": "Offset after the last character.",
        "sentence": "The sentence, or sentences, in which it is printed.",
    },
)

PERSON = View(
    "person",
    "Every person, with the names printed, in how many articles, and how often quoted.",
    """
    SELECT
        p.id AS person_id, p.name AS person,
        (SELECT string_agg(DISTINCT n.name, ', ' ORDER BY n.name)
            FROM newsdb.person_name AS n WHERE n.person_id = p.id) AS names,
        coalesce(m.articles, 0) AS articles, coalesce(m.mentions, 0) AS mentions, coalesce(s.quotes, 0) AS quotes,
        m.first_seen, m.last_seen
    FROM newsdb.person AS p
    LEFT JOIN (
        SELECT n.person_id, count(DISTINCT m.article_id) AS articles, count(*) AS mentions,
            min(a.published_on) AS first_seen, max(a.published_on) AS last_seen
        FROM newsdb.mention AS m
        JOIN newsdb.person_name AS n ON n.id = m.person_name_id
        JOIN newsdb.article_version AS v ON v.id = m.article_version_id AND v.is_current
        JOIN newsdb.article AS a ON a.id = m.article_id
        GROUP BY n.person_id
    ) AS m ON m.person_id = p.id
    LEFT JOIN (
        SELECT n.person_id, count(*) AS quotes
        FROM newsdb.quote_attribution AS s
        JOIN newsdb.person_name AS n ON n.id = s.person_name_id
        JOIN newsdb.article_version AS v ON v.id = s.article_version_id AND v.is_current
        WHERE s.rank = 1
        GROUP BY n.person_id
    ) AS s ON s.person_id = p.id
    """,
    "person_id person names articles mentions quotes first_seen last_seen",
)

ORGANISATION = View(
    "organisation",
    "Every organisation, with the names printed, in how many articles, and how often quoted.",
    """
    SELECT
        o.id AS organisation_id, o.name AS organisation, o.acronym, o.kind,
        (SELECT string_agg(DISTINCT n.name, ', ' ORDER BY n.name)
            FROM newsdb.organisation_name AS n WHERE n.organisation_id = o.id) AS names,
        coalesce(m.articles, 0) AS articles, coalesce(m.mentions, 0) AS mentions, coalesce(s.quotes, 0) AS quotes,
        m.first_seen, m.last_seen
    FROM newsdb.organisation AS o
    LEFT JOIN (
        SELECT n.organisation_id, count(DISTINCT m.article_id) AS articles, count(*) AS mentions,
            min(a.published_on) AS first_seen, max(a.published_on) AS last_seen
        FROM newsdb.mention AS m
        JOIN newsdb.organisation_name AS n ON n.id = m.organisation_name_id
        JOIN newsdb.article_version AS v ON v.id = m.article_version_id AND v.is_current
        JOIN newsdb.article AS a ON a.id = m.article_id
        GROUP BY n.organisation_id
    ) AS m ON m.organisation_id = o.id
    LEFT JOIN (
        SELECT n.organisation_id, count(*) AS quotes
        FROM newsdb.quote_attribution AS s
        JOIN newsdb.organisation_name AS n ON n.id = s.organisation_name_id
        JOIN newsdb.article_version AS v ON v.id = s.article_version_id AND v.is_current
        WHERE s.rank = 1
        GROUP BY n.organisation_id
    ) AS s ON s.organisation_id = o.id
    """,
    "organisation_id organisation acronym names articles mentions quotes first_seen last_seen",
    {"kind": "company, ministry, association …, as its name tells."},
)

# Names are grouped on, though the ids decide, so that a filter on either reaches the claims before they are grouped.
ROLE_TIMELINE = View(
    "role_timeline",
    "Who held which role where, from when to when by the articles, each row with a sentence that proves it.",
    """
    SELECT
        g.organisation_id, g.organisation, g.acronym, g.person_id, g.person, c.title, g.first_seen, g.last_seen,
        g.valid_from, g.valid_to, g.valid_precision, g.articles, c.id AS role_claim_id, c.article_id, a.headline,
        u.name AS outlet, c.span_start, c.span_end, newsdb.sentence_at(t.body, c.span_start, c.span_end) AS sentence
    FROM (
        SELECT
            o.id AS organisation_id, o.name AS organisation, o.acronym, p.id AS person_id, p.name AS person,
            newsdb.fold_name(r.title) AS title_key, min(r.as_of) AS first_seen, max(r.as_of) AS last_seen,
            min(r.valid_from) AS valid_from, max(r.valid_to) AS valid_to,
            CASE WHEN bool_or(r.valid_precision = 'year') THEN 'year'
                WHEN bool_or(r.valid_precision = 'month') THEN 'month' ELSE min(r.valid_precision) END
                AS valid_precision,
            count(DISTINCT r.article_id) AS articles,
            (array_agg(r.id ORDER BY r.as_of, r.article_id, r.span_start))[1] AS proof_id
        FROM newsdb.role_claim AS r
        JOIN newsdb.article_version AS v ON v.id = r.article_version_id AND v.is_current
        JOIN newsdb.person_name AS pn ON pn.id = r.person_name_id
        JOIN newsdb.person AS p ON p.id = pn.person_id
        LEFT JOIN newsdb.organisation_name AS n ON n.id = r.organisation_name_id
        LEFT JOIN newsdb.organisation AS o ON o.id = n.organisation_id
        GROUP BY o.id, o.name, o.acronym, p.id, p.name, newsdb.fold_name(r.title)
    ) AS g
    JOIN newsdb.role_claim AS c ON c.id = g.proof_id
    JOIN newsdb.article_version AS v ON v.id = c.article_version_id
    JOIN newsdb.article_text AS t ON t.id = v.article_text_id
    JOIN newsdb.article AS a ON a.id = c.article_id
    LEFT JOIN newsdb.outlet AS u ON u.id = a.outlet_id
    """,
    "organisation_id acronym person_id person",
    {
        "organisation": "Where the role is held; NULL where the text does not say.",
        "title": "The title as its first article prints it.",
        "first_seen": "Day of the first article that says so; NULL where none has a day.",
        "last_seen": "Day of the last article that says so.",
        "valid_from": "Since when, where an article says so.",
        "valid_to": "Until when, where an article says so.",
        "valid_precision": "day, month or year: how exact valid_from and valid_to are.",
        "articles": "How many articles say so.",
        "role_claim_id": "Id of the first claim, which the columns after it describe.",
        "article_id": "Id of the first article.",
        "headline": "Headline of the first article.",
        "outlet": "Outlet of the first article.",
        "span_start": "Offset of the title's first character in its text.",
        "span_end": "Offset after the title's last character.",
        "sentence": "The sentence that says so.",
    },
)

VIEWS = (ARTICLE, QUOTE, PERSON, ORGANISATION, ROLE_TIMELINE)


def create_view(view: View) -> None:
    op.execute(f"CREATE VIEW report.{view.name} AS {view.query}")
    op.execute(f"COMMENT ON VIEW report.{view.name} IS '{view.comment}'")
    for column, comment in {**{name: COLUMNS[name] for name in view.shared.split()}, **view.columns}.items():
        quoted = comment.replace("'", "''")
        op.execute(f"COMMENT ON COLUMN report.{view.name}.{column} IS '{quoted}'")


def upgrade() -> None:
    op.execute("CREATE SCHEMA report")
    op.execute("COMMENT ON SCHEMA report IS 'Questions and answers: views with names beside every id. Start here.'")
    for view in VIEWS:
        create_view(view)


def downgrade() -> None:
    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW report.{view.name}")
    op.execute("DROP SCHEMA report")
