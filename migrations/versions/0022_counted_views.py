"""Views that count appearances instead of mentions and quotes, and show the appearances themselves.

The role of a quote is that in which its article presents the speaker; only where it does not is another looked for.
"""

from types import ModuleType

from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

CURRENT = "NOT EXISTS (SELECT FROM newsdb.article_version AS old WHERE old.id = {} AND NOT old.is_current)"


def appearance(entity: str, other: str) -> str:
    ids = {entity: f"n.{entity}_id", other: "NULL::uuid"}
    return f"""
SELECT '{entity}' AS kind, p.name, {ids["person"]} AS person_id, {ids["organisation"]} AS organisation_id,
    e.article_id, a.headline, e.outlet_id, u.name AS outlet, e.as_of AS published_on, a.published_precision, e.mentions,
    e.quotes
FROM newsdb.{entity}_appearance AS e
JOIN newsdb.{entity}_name AS n ON n.id = e.{entity}_name_id
LEFT JOIN newsdb.{entity} AS p ON p.id = n.{entity}_id
LEFT JOIN newsdb.article AS a ON a.id = e.article_id
LEFT JOIN newsdb.outlet AS u ON u.id = e.outlet_id
WHERE {CURRENT.format("e.article_version_id")}"""


APPEARANCE = (
    f"CREATE VIEW report.appearance AS{appearance('person', 'organisation')}"
    f"\nUNION ALL{appearance('organisation', 'person')}"
)
APPEARANCE_COMMENTS = {
    "kind": "person or organisation.",
    "name": "The name, in its fullest spelling.",
    "person_id": "Id of the person, for a person.",
    "organisation_id": "Id of the organisation, for an organisation.",
    "article_id": "Id of the article.",
    "headline": "Headline of the article; NULL where none is printed.",
    "outlet_id": "Id of the outlet.",
    "outlet": "The outlet that published the article; NULL where the page does not say.",
    "published_on": "Day of publication; the first of the month or year where published_precision says so.",
    "published_precision": "day, month or year: how exact published_on is.",
    "mentions": "How many times the article prints the name; 0 for who only signs it or is told by a role alone.",
    "quotes": "How many quotes of the article are by that speaker.",
}


def counted(entity: str, columns: str) -> str:
    """Each counted by itself, so that one of them costs what it has."""
    return f"""
CREATE OR REPLACE VIEW report.{entity} AS
SELECT
    e.id AS {entity}_id, e.name AS {entity},{columns}
    (SELECT string_agg(DISTINCT n.name, ', ' ORDER BY n.name)
        FROM newsdb.{entity}_name AS n WHERE n.{entity}_id = e.id) AS names,
    m.articles, m.mentions, m.quotes, m.first_seen, m.last_seen
FROM newsdb.{entity} AS e
LEFT JOIN LATERAL (
    SELECT count(DISTINCT c.article_id) FILTER (WHERE c.mentions > 0) AS articles,
        coalesce(sum(c.mentions), 0) AS mentions, coalesce(sum(c.quotes), 0) AS quotes,
        min(c.as_of) FILTER (WHERE c.mentions > 0) AS first_seen,
        max(c.as_of) FILTER (WHERE c.mentions > 0) AS last_seen
    FROM newsdb.{entity}_name AS n
    JOIN newsdb.{entity}_appearance AS c ON c.{entity}_name_id = n.id
    WHERE n.{entity}_id = e.id AND {CURRENT.format("c.article_version_id")}
) AS m ON true
"""


MOST_QUOTED = """
CREATE OR REPLACE VIEW report.most_quoted AS
SELECT e.name AS speaker, e.kind AS speaker_kind, e.person_id, e.organisation_id, sum(e.quotes) AS quotes,
    count(DISTINCT e.article_id) AS articles, count(DISTINCT e.outlet_id) AS outlets,
    min(e.published_on) AS first_seen, max(e.published_on) AS last_seen,
    count(DISTINCT coalesce(t.story_id, e.article_id)) AS stories
FROM report.appearance AS e
LEFT JOIN newsdb.article_story AS t ON t.article_id = e.article_id
WHERE e.quotes > 0
GROUP BY e.person_id, e.organisation_id, e.name, e.kind
"""

OUTLET_BY_MONTH = """
CREATE OR REPLACE VIEW report.outlet_by_month AS
SELECT c.outlet_id, o.name AS outlet, c.month, c.articles, c.quotes
FROM (
    SELECT a.outlet_id,
        CASE WHEN a.published_precision <> 'year' THEN date_trunc('month', a.published_on::timestamp)::date END
            AS month,
        count(*) AS articles, sum(a.quotes) AS quotes
    FROM newsdb.article AS a
    GROUP BY a.outlet_id, 2
) AS c
LEFT JOIN newsdb.outlet AS o ON o.id = c.outlet_id
"""

MENTION_BY_DAY = """
CREATE OR REPLACE VIEW report.mention_by_day AS
SELECT e.published_on, e.kind, e.name, e.person_id, e.organisation_id, count(DISTINCT e.article_id) AS articles,
    sum(e.mentions) AS mentions
FROM report.appearance AS e
WHERE e.published_precision = 'day' AND e.mentions > 0
GROUP BY e.published_on, e.kind, e.name, e.person_id, e.organisation_id
"""

CO_MENTION = f"""
CREATE OR REPLACE VIEW report.co_mention AS
SELECT o.id AS organisation_id, o.name AS organisation, p.id AS other_id, p.name AS other,
    count(DISTINCT e.article_id) AS articles, min(e.as_of) AS first_seen, max(e.as_of) AS last_seen
FROM newsdb.organisation_appearance AS e
JOIN newsdb.organisation_name AS en ON en.id = e.organisation_name_id
JOIN newsdb.organisation AS o ON o.id = en.organisation_id
JOIN newsdb.organisation_appearance AS w ON w.article_version_id = e.article_version_id AND w.mentions > 0
JOIN newsdb.organisation_name AS wn ON wn.id = w.organisation_name_id AND wn.organisation_id > en.organisation_id
JOIN newsdb.organisation AS p ON p.id = wn.organisation_id
WHERE e.mentions > 0 AND {CURRENT.format("e.article_version_id")}
GROUP BY o.id, o.name, p.id, p.name
"""

COUNTED_ARTICLE = (
    # An aggregate has one row, so that it is left out where nothing of the version is asked for.
    (
        "\nJOIN newsdb.article_version AS v ON v.article_id = a.id AND v.is_current",
        "\nLEFT JOIN LATERAL (\n    SELECT (array_agg(w.id))[1] AS id, max(w.story_length) AS story_length"
        "\n    FROM newsdb.article_version AS w WHERE w.article_id = a.id AND w.is_current\n) AS v ON true",
    ),
    (
        "(SELECT count(*) FROM newsdb.quote AS q WHERE q.article_version_id = v.id) AS quotes",
        "a.quotes::bigint AS quotes",
    ),
    *(
        (f"FROM newsdb.mention AS m JOIN newsdb.{entity}_name AS {name} ON {name}.id = m.{entity}_name_id\n"
         "        WHERE m.article_version_id = v.id)",
         f"FROM newsdb.{entity}_appearance AS m JOIN newsdb.{entity}_name AS {name} ON {name}.id = m.{entity}_name_id\n"
         "        WHERE m.article_version_id = v.id AND m.mentions > 0)")
        for entity, name in (("person", "p"), ("organisation", "n"))
    ),
)  # fmt: skip
# A quote without attribution, which only damage leaves, is not here but in data_quality.
# From the attributions, which have the day and are found by speaker and day in its order; what else is not asked for,
# the planner leaves out. What is asked by comes early, for of so many joins the planner puts only the first in another
# order.
QUOTE = f"""
CREATE OR REPLACE VIEW report.quote AS
SELECT
    s.quote_id, q.words, q.kind, coalesce(p.name, o.name, s.description) AS speaker, s.speaker_kind,
    pn.person_id, n.organisation_id, c.title, rno.organisation_id AS role_organisation_id,
    ro.name AS role_organisation, q.question, s.cue, s.speaker_words, s.method, s.confidence, s.unknown_reason,
    s.article_id, a.headline, a.outlet_id, u.name AS outlet, s.as_of AS published_on, a.published_precision, w.place,
    (SELECT count(*) FROM newsdb.quote_occurrence AS n WHERE n.quote_id = s.quote_id) AS printings,
    w.span_start, w.span_end, newsdb.sentence_at(t.body, w.span_start, w.span_end) AS sentence,
    s.role_claim_id IS NOT NULL AS is_presented, presented_name.organisation_id AS presented_organisation_id
FROM newsdb.quote_attribution AS s
LEFT JOIN newsdb.person_name AS pn ON pn.id = s.person_name_id
LEFT JOIN newsdb.organisation_name AS n ON n.id = s.organisation_name_id
LEFT JOIN newsdb.role_claim AS presented ON presented.id = s.role_claim_id
LEFT JOIN newsdb.organisation_name AS presented_name ON presented_name.id = presented.organisation_name_id
LEFT JOIN newsdb.article AS a ON a.id = s.article_id
LEFT JOIN newsdb.quote AS q ON q.id = s.quote_id
LEFT JOIN newsdb.person AS p ON p.id = pn.person_id
LEFT JOIN newsdb.organisation AS o ON o.id = n.organisation_id
LEFT JOIN newsdb.article_version AS v ON v.id = s.article_version_id
LEFT JOIN newsdb.quote_occurrence AS w ON w.quote_id = s.quote_id AND w.ordinal = 1
LEFT JOIN newsdb.outlet AS u ON u.id = a.outlet_id
LEFT JOIN newsdb.article_text AS t ON t.id = v.article_text_id
LEFT JOIN LATERAL (
    -- An aggregate has one row, so that the role is looked for only where a column of it is asked for.
    SELECT (array_agg(found.id))[1] AS id
    FROM (
        SELECT coalesce(s.role_claim_id, (
            SELECT r.id
            FROM newsdb.role_claim AS r
            WHERE r.article_id = s.article_id
                AND (SELECT rn.person_id FROM newsdb.person_name AS rn WHERE rn.id = r.person_name_id) = pn.person_id
                AND (r.valid_to IS NULL OR s.as_of IS NULL OR r.valid_to >= s.as_of)
                AND {CURRENT.format("r.article_version_id")}
            ORDER BY abs(r.span_start - w.span_start), r.organisation_name_id IS NULL, r.span_start, r.id
            LIMIT 1
        ), (
            SELECT last.id
            FROM newsdb.person_name AS rn
            CROSS JOIN LATERAL (
                SELECT r.id, r.as_of, r.organisation_name_id, r.span_start
                FROM newsdb.role_claim AS r
                JOIN newsdb.article_version AS rv ON rv.id = r.article_version_id AND rv.is_current
                WHERE r.person_name_id = rn.id AND r.as_of <= s.as_of
                    AND (r.valid_to IS NULL OR r.valid_to >= s.as_of)
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
WHERE s.rank = 1 AND {CURRENT.format("s.article_version_id")}
"""
PRESENTED_COMMENTS = {
    "is_presented": "Whether the article says what the speaker is by the name that the quote has; else title is told of"
    " another name of theirs or by an earlier article.",
    "presented_organisation_id": "Id of the organisation of that title, where the article says so by that name.",
}
REPEATED = (
    "    ) AS f\n",
    "    UNION ALL\n"
    "    SELECT w.what, w.table_name, w.row_id, v.article_id\n"
    "    FROM newsdb.repeated_violation AS w JOIN newsdb.article_version AS v ON v.id = w.article_version_id\n"
    "    ) AS f\n",
)
VIEWS = ("person", "organisation", "most_quoted", "outlet_by_month", "mention_by_day", "co_mention", "article", "quote",
         "data_quality")  # fmt: skip


def changed(definition: str, *changes: tuple[str, str]) -> str:
    """The definition with each change made in the one place that it fits."""
    for old, new in changes:
        assert definition.count(old) == 1, old
        definition = definition.replace(old, new)
    return definition


def before() -> dict[str, str]:
    """The views as the migrations before made them."""
    summaries, reprints, questions = (_module(number) for number in ("0010", "0015", "0020"))
    of_story = {"joined": reprints.JOINED_STORY}
    return {
        "person": questions.VIEWS["person"],
        "organisation": questions.VIEWS["organisation"],
        "most_quoted": reprints.MOST_QUOTED.format(
            more=",\n    count(DISTINCT coalesce(t.story_id, a.id)) AS stories", **of_story
        ),
        **{
            view.name: f"CREATE OR REPLACE VIEW report.{view.name} AS {view.query}"
            for view in (summaries.OUTLET_BY_MONTH, summaries.MENTION_BY_DAY, summaries.CO_MENTION,
                         summaries.DATA_QUALITY)
        },
        "article": reprints.ARTICLE.format(more=",\n    coalesce(t.story_id, a.id) AS story_id", **of_story),
        "quote": questions.QUOTE,
    }  # fmt: skip


def after(old: dict[str, str]) -> dict[str, str]:
    """The views as they are from now on."""
    return {
        "person": counted("person", ""),
        "organisation": counted("organisation", " e.acronym, e.kind,"),
        "most_quoted": MOST_QUOTED,
        "outlet_by_month": OUTLET_BY_MONTH,
        "mention_by_day": MENTION_BY_DAY,
        "co_mention": CO_MENTION,
        "article": changed(old["article"], *COUNTED_ARTICLE),
        "quote": QUOTE,
        "data_quality": changed(old["data_quality"], REPEATED),
    }


def upgrade() -> None:
    op.execute(APPEARANCE)
    op.execute(
        "COMMENT ON VIEW report.appearance IS"
        " 'Who is in which article, once by each name, with how often named and quoted: the fact to count for charts.'"
    )
    comment_columns("appearance", APPEARANCE_COMMENTS)
    views = after(before())
    for name in VIEWS:
        op.execute(views[name])
    comment_columns("quote", PRESENTED_COMMENTS)


def comment_columns(view: str, comments: dict[str, str]) -> None:
    for column, comment in comments.items():
        op.execute(f"COMMENT ON COLUMN report.{view}.{column} IS '{comment}'")


def downgrade() -> None:
    views = before()
    comments = comments_of("quote")
    # A view that gives columns up is made anew; nothing hangs on it.
    op.execute("DROP VIEW report.quote")
    for name in VIEWS:
        op.execute(views[name])
    for thing, comment in comments.items():
        if thing.rpartition(".")[2] not in PRESENTED_COMMENTS:
            op.execute(f"COMMENT ON {thing} IS '{comment.replace(chr(39), chr(39) * 2)}'")
    op.execute("DROP VIEW report.appearance")


def comments_of(view: str) -> dict[str, str]:
    comments: dict[str, str] = _module("0015").comments_of(view)
    return comments


def _module(number: str) -> ModuleType:
    environment = op.get_context().environment_context
    assert environment is not None
    revision_script = environment.script.get_revision(number)
    assert revision_script is not None
    return revision_script.module
