"""Schema report as BI tools meet it: plain columns, days with French labels, and every fact with what it counts by."""

from datetime import date

import pytest
from sqlalchemy import Connection, Engine, text

from tests.reports.press import Story, write_stories

DAYS = (date(2018, 12, 31), date(2020, 2, 29), date(2020, 10, 22), date(2021, 5, 1), date(2021, 1, 3))


@pytest.fixture
def dated(engine: Engine) -> Engine:
    """An article on each of the days."""
    write_stories(engine, *(Story(f"Un port {day}", ("Nadia Berrahou parle.",), day, "Nadia Berrahou") for day in DAYS))
    return engine


def test_columns_are_of_types_that_every_bi_tool_shows(gold: Connection) -> None:
    types = gold.execute(
        text("SELECT DISTINCT data_type FROM information_schema.columns WHERE table_schema = 'report'")
    )
    assert set(types.scalars()) <= {
        "bigint",
        "boolean",
        "character varying",
        "date",
        "integer",
        "numeric",
        "text",
        "timestamp with time zone",
        "uuid",
    }


def test_instants_of_the_tables_have_a_time_zone_and_no_column_is_an_enum(gold: Connection) -> None:
    odd = gold.execute(
        text(
            "SELECT table_name, column_name, data_type FROM information_schema.columns"
            " WHERE table_schema = 'newsdb' AND data_type IN ('timestamp without time zone', 'ARRAY', 'json', 'jsonb')"
            # What links reprints is for the loader; reports show the links.
            " AND table_name <> 'story_sketch'"
            " UNION ALL SELECT typname, typtype::text, '' FROM pg_type WHERE typtype = 'e'"
        )
    )
    assert list(odd) == []


def test_the_calendar_covers_whole_years_from_the_first_article_to_the_last(dated: Engine) -> None:
    with dated.connect() as connection:
        found = connection.execute(
            text("SELECT min(day), max(day), count(*), count(DISTINCT day) FROM report.calendar")
        )
        assert found.one() == (date(2018, 1, 1), date(2021, 12, 31), 1461, 1461)


def test_the_calendar_of_no_articles_is_empty(engine: Engine) -> None:
    with engine.connect() as connection:
        assert list(connection.execute(text("SELECT * FROM report.calendar"))) == []


@pytest.mark.parametrize(
    ("day", "labels"),
    [
        (date(2018, 12, 31), ("lundi 31 décembre 2018", "décembre 2018", "semaine 1 de 2019", "T4 2018", "lun.")),
        (date(2020, 2, 29), ("samedi 29 février 2020", "février 2020", "semaine 9 de 2020", "T1 2020", "sam.")),
        (date(2020, 8, 5), ("mercredi 5 août 2020", "août 2020", "semaine 32 de 2020", "T3 2020", "mer.")),
        (date(2021, 5, 1), ("samedi 1er mai 2021", "mai 2021", "semaine 17 de 2021", "T2 2021", "sam.")),
        (date(2021, 1, 3), ("dimanche 3 janvier 2021", "janvier 2021", "semaine 53 de 2020", "T1 2021", "dim.")),
    ],
)
def test_a_day_has_french_labels(dated: Engine, day: date, labels: tuple[str, ...]) -> None:
    columns = "day_label, month_label, week_label, quarter_label, weekday_short"
    with dated.connect() as connection:
        found = connection.execute(text(f"SELECT {columns} FROM report.calendar WHERE day = :day"), {"day": day})
        assert tuple(found.one()) == labels


def test_weeks_and_months_of_the_calendar_agree_with_python(dated: Engine) -> None:
    with dated.connect() as connection:
        rows = connection.execute(
            text("SELECT day, iso_year, iso_week, weekday, week_start, month_start, day_of_year FROM report.calendar")
        )
        for day, year, week, weekday, week_start, month_start, day_of_year in rows:
            assert (year, week, weekday) == day.isocalendar()
            assert week_start.isocalendar() == (year, week, 1)
            assert month_start == day.replace(day=1)
            assert day_of_year == day.timetuple().tm_yday


def test_every_dated_article_and_month_is_in_the_calendar(gold: Connection) -> None:
    lost = gold.execute(
        text(
            "SELECT published_on FROM report.article WHERE published_on NOT IN (SELECT day FROM report.calendar)"
            " UNION ALL SELECT month FROM report.outlet_by_month"
            " WHERE month NOT IN (SELECT month_start FROM report.calendar)"
        )
    )
    assert list(lost) == []


def test_outlets_count_their_articles(gold: Connection) -> None:
    found = gold.execute(
        text("SELECT outlet, articles, republished, first_seen FROM report.outlet WHERE articles > 0 ORDER BY outlet")
    )
    assert [tuple(row) for row in found] == [
        ("Finances News Hebdo", 1, 0, date(2016, 5, 23)),
        ("L'Opinion", 1, 0, date(2024, 10, 5)),
        ("Les Inspirations Éco", 2, 0, date(2011, 2, 9)),
    ]


def test_mentions_add_up_to_those_of_people_and_organisations(gold: Connection) -> None:
    found = gold.execute(text("SELECT kind, count(*) FROM report.mention GROUP BY kind ORDER BY kind"))
    wanted = gold.execute(
        text(
            "SELECT 'organisation', sum(mentions) FROM report.organisation"
            " UNION ALL SELECT 'person', sum(mentions) FROM report.person"
        )
    )
    assert [tuple(row) for row in found] == [tuple(row) for row in wanted]


def test_the_revision_can_be_read_among_the_reports(gold: Connection) -> None:
    found = gold.execute(
        text("SELECT r.version_num = t.version_num FROM report.revision AS r, newsdb.alembic_version AS t")
    )
    assert list(found.scalars()) == [True]
