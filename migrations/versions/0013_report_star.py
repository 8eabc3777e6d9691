"""Schema report as a star: days with French labels, outlets, every mention, and names to ids for who reads no table."""

from dataclasses import dataclass

from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


@dataclass(frozen=True)
class View:
    """A view of schema report with a comment for each of its columns."""

    name: str
    comment: str
    query: str
    columns: dict[str, str]


# Whole years, so that a month without articles is a row too; from the articles themselves, so that no clock is asked.
# The labels are spelt out, for to_char speaks the language of the server.
CALENDAR = View(
    "calendar",
    "Every day of the years from the first dated article to the last, with French labels. Join day to published_on.",
    """
    SELECT
        d.day,
        extract(year FROM d.day)::integer AS year,
        extract(quarter FROM d.day)::integer AS quarter,
        'T' || extract(quarter FROM d.day)::text || ' ' || extract(year FROM d.day)::text AS quarter_label,
        extract(month FROM d.day)::integer AS month,
        n.month_name,
        n.month_short,
        date_trunc('month', d.day::timestamp)::date AS month_start,
        n.month_name || ' ' || extract(year FROM d.day)::text AS month_label,
        extract(isoyear FROM d.day)::integer AS iso_year,
        extract(week FROM d.day)::integer AS iso_week,
        d.day - extract(isodow FROM d.day)::integer + 1 AS week_start,
        'semaine ' || extract(week FROM d.day)::text || ' de ' || extract(isoyear FROM d.day)::text AS week_label,
        extract(day FROM d.day)::integer AS day_of_month,
        extract(doy FROM d.day)::integer AS day_of_year,
        extract(isodow FROM d.day)::integer AS weekday,
        w.weekday_name,
        w.weekday_short,
        w.weekday_name || ' ' || CASE extract(day FROM d.day) WHEN 1 THEN '1er' ELSE extract(day FROM d.day)::text END
            || ' ' || n.month_name || ' ' || extract(year FROM d.day)::text AS day_label,
        extract(isodow FROM d.day) > 5 AS is_weekend
    FROM (
        SELECT (first_year + number)::date AS day
        FROM (
            SELECT date_trunc('year', min(published_on)::timestamp)::date AS first_year,
                (date_trunc('year', max(published_on)::timestamp) + interval '1 year')::date AS year_after
            FROM newsdb.article
        ) AS covered
        CROSS JOIN LATERAL generate_series(0, year_after - first_year - 1) AS number
    ) AS d
    JOIN (VALUES
        (1, 'janvier', 'janv.'), (2, 'février', 'févr.'), (3, 'mars', 'mars'), (4, 'avril', 'avr.'),
        (5, 'mai', 'mai'), (6, 'juin', 'juin'), (7, 'juillet', 'juil.'), (8, 'août', 'août'),
        (9, 'septembre', 'sept.'), (10, 'octobre', 'oct.'), (11, 'novembre', 'nov.'), (12, 'décembre', 'déc.')
    ) AS n (month, month_name, month_short) ON n.month = extract(month FROM d.day)::integer
    JOIN (VALUES
        (1, 'lundi', 'lun.'), (2, 'mardi', 'mar.'), (3, 'mercredi', 'mer.'), (4, 'jeudi', 'jeu.'),
        (5, 'vendredi', 'ven.'), (6, 'samedi', 'sam.'), (7, 'dimanche', 'dim.')
    ) AS w (weekday, weekday_name, weekday_short) ON w.weekday = extract(isodow FROM d.day)::integer
    """,
    {
        "day": "The day; joins published_on of the other views.",
        "year": "The year.",
        "quarter": "The quarter, 1 to 4.",
        "quarter_label": "The quarter in French: T4 2020.",
        "month": "The month, 1 to 12.",
        "month_name": "The month in French: octobre.",
        "month_short": "The month in French, abbreviated: oct.",
        "month_start": "First day of the month; joins month of outlet_by_month, and sorts month_label.",
        "month_label": "The month in French with its year: octobre 2020.",
        "iso_year": "The year to which the ISO 8601 week belongs.",
        "iso_week": "The ISO 8601 week, 1 to 53.",
        "week_start": "Monday of the week; sorts week_label.",
        "week_label": "The ISO week in French: semaine 43 de 2020.",
        "day_of_month": "The day in the month, 1 to 31.",
        "day_of_year": "The day in the year, 1 to 366.",
        "weekday": "The day of the week, 1 for Monday to 7 for Sunday; sorts weekday_name.",
        "weekday_name": "The day of the week in French: jeudi.",
        "weekday_short": "The day of the week in French, abbreviated: jeu.",
        "day_label": "The whole day in French: jeudi 22 octobre 2020.",
        "is_weekend": "True on Saturdays and Sundays.",
    },
)

OUTLET = View(
    "outlet",
    "Every outlet and aggregator, with its other names and how many articles it published or republished.",
    """
    SELECT
        o.id AS outlet_id, o.name AS outlet, o.country,
        (SELECT string_agg(DISTINCT n.alias, ', ' ORDER BY n.alias)
            FROM newsdb.outlet_alias AS n WHERE n.outlet_id = o.id) AS names,
        (SELECT count(*) FROM newsdb.article AS a WHERE a.outlet_id = o.id) AS articles,
        (SELECT count(*) FROM newsdb.article AS a WHERE a.republisher_id = o.id) AS republished,
        (SELECT min(a.published_on) FROM newsdb.article AS a WHERE a.outlet_id = o.id) AS first_seen,
        (SELECT max(a.published_on) FROM newsdb.article AS a WHERE a.outlet_id = o.id) AS last_seen
    FROM newsdb.outlet AS o
    """,
    {
        "outlet_id": "Id of the outlet.",
        "outlet": "Name of the outlet.",
        "country": "ISO 3166-1 code of its country, where known.",
        "names": "Its other names, each once, in alphabetical order.",
        "articles": "Number of articles that it published.",
        "republished": "Number of articles of others that it republished.",
        "first_seen": "Day of its first article with a known day.",
        "last_seen": "Day of its last article with a known day.",
    },
)

MENTION = View(
    "mention",
    "Every printing of a name of a person or organisation, with its article, outlet and day: the finest fact to count.",
    """
    SELECT
        m.id AS mention_id, m.surface,
        CASE WHEN m.person_name_id IS NOT NULL THEN 'person'
            WHEN m.organisation_name_id IS NOT NULL THEN 'organisation' ELSE 'unknown' END AS kind,
        coalesce(p.name, o.name) AS name, p.id AS person_id, o.id AS organisation_id, m.unresolved_reason,
        m.article_id, a.headline, a.outlet_id, u.name AS outlet, a.published_on, a.published_precision,
        m.span_start, m.span_end
    FROM newsdb.mention AS m
    JOIN newsdb.article_version AS v ON v.id = m.article_version_id AND v.is_current
    JOIN newsdb.article AS a ON a.id = m.article_id
    LEFT JOIN newsdb.person_name AS pn ON pn.id = m.person_name_id
    LEFT JOIN newsdb.person AS p ON p.id = pn.person_id
    LEFT JOIN newsdb.organisation_name AS n ON n.id = m.organisation_name_id
    LEFT JOIN newsdb.organisation AS o ON o.id = n.organisation_id
    LEFT JOIN newsdb.outlet AS u ON u.id = a.outlet_id
    """,
    {
        "mention_id": "Id of the mention.",
        "surface": "The characters printed.",
        "kind": "person, organisation, or unknown where the name fits several.",
        "name": "Who or what is named, in its fullest spelling.",
        "person_id": "Id of the person, for a person.",
        "organisation_id": "Id of the organisation, for an organisation.",
        "unresolved_reason": "Why it names nobody: it fits several.",
        "article_id": "Id of the article.",
        "headline": "Headline of the article.",
        "outlet_id": "Id of the outlet.",
        "outlet": "The outlet that published the article; NULL where the page does not say.",
        "published_on": "Day of publication; the first of the month or year where published_precision says so.",
        "published_precision": "day, month or year: how exact published_on is.",
        "span_start": "Offset of the first character in the article''s text.",
        "span_end": "Offset after the last character.",
    },
)

REVISION = View(
    "revision",
    "At which revision the tables are, for programs that read the reports alone.",
    "SELECT version_num FROM newsdb.alembic_version",
    {"version_num": "The number of the last migration."},
)

VIEWS = (CALENDAR, OUTLET, MENTION, REVISION)

# Run with the rights of their owner, and read only: who reads the reports asks for people by name and sees no table.
NAMED = {
    "people_named": "Ids of the people with this name, in any spelling; of those whose name holds these words if none"
    " has it.",
    "organisations_named": "Ids of the organisations with this name or acronym; of those whose name holds these words"
    " if none has it.",
    "outlets_named": "Ids of the outlets with this name, in any spelling.",
}


def create_function(name: str, comment: str) -> None:
    op.execute(
        f"CREATE FUNCTION report.{name}(words text) RETURNS uuid[] LANGUAGE sql STABLE STRICT PARALLEL SAFE"
        f" SECURITY DEFINER SET search_path = pg_catalog, pg_temp RETURN newsdb.{name}(words)"
    )
    op.execute(f"COMMENT ON FUNCTION report.{name}(text) IS '{comment}'")
    # To those who are granted the reports, not to all the world.
    op.execute(f"REVOKE EXECUTE ON FUNCTION report.{name}(text) FROM PUBLIC")


# As report.quote gives a speaker's words, and as people type them.
FOLD_NAME = """
CREATE FUNCTION report.fold_name(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN newsdb.fold_name(words)
"""


def upgrade() -> None:
    for view in VIEWS:
        op.execute(f"CREATE VIEW report.{view.name} AS {view.query}")
        op.execute(f"COMMENT ON VIEW report.{view.name} IS '{view.comment}'")
        for column, comment in view.columns.items():
            op.execute(f"COMMENT ON COLUMN report.{view.name}.{column} IS '{comment}'")
    for name, comment in NAMED.items():
        create_function(name, comment)
    op.execute(FOLD_NAME)
    op.execute(
        "COMMENT ON FUNCTION report.fold_name(text)"
        " IS 'A name in lower case, without accents and punctuation, as people type it.'"
    )


def downgrade() -> None:
    op.execute("DROP FUNCTION report.fold_name(text)")
    for name in NAMED:
        op.execute(f"DROP FUNCTION report.{name}(text)")
    for view in reversed(VIEWS):
        op.execute(f"DROP VIEW report.{view.name}")
