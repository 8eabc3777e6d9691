"""The views of schema report say what the gold says, of current versions only, and every column is explained."""

from collections import Counter
from datetime import date

import pytest
from sqlalchemy import Connection, Engine, text

from tests.reports.gold_facts import GOLD
from tests.reports.press import Story, write_stories

MNC = "Maroc Numeric Cluster"


def rows(connection: Connection, statement: str) -> list[tuple[object, ...]]:
    return [tuple(row) for row in connection.execute(text(statement))]


def test_every_table_view_and_column_has_a_comment(gold: Connection) -> None:
    without = rows(
        gold,
        """
        SELECT c.oid::regclass::text, a.attname
        FROM pg_class AS c
        JOIN pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname IN ('newsdb', 'report')
        JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relkind IN ('r', 'v', 'm', 'p')
            AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)
        """,
    )
    assert without == []


def test_every_function_and_schema_has_a_comment(gold: Connection) -> None:
    without = rows(
        gold,
        """
        SELECT p.oid::regprocedure::text FROM pg_proc AS p
        JOIN pg_namespace AS n ON n.oid = p.pronamespace AND n.nspname = 'newsdb'
        WHERE obj_description(p.oid, 'pg_proc') IS NULL
        UNION ALL
        SELECT nspname FROM pg_namespace
        WHERE nspname IN ('newsdb', 'report') AND obj_description(oid, 'pg_namespace') IS NULL
        """,
    )
    assert without == []


def test_every_id_has_a_name_beside_it(gold: Connection) -> None:
    columns = rows(gold, "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'report'")
    names = {
        "article_id": "headline",
        "person_id": ("person", "speaker", "name"),
        "organisation_id": ("organisation", "speaker", "name"),
        "outlet_id": "outlet",
        "republisher_id": "republisher",
        "role_organisation_id": "role_organisation",
        # The same organisation, where it is told.
        "presented_organisation_id": "role_organisation",
        "other_id": "other",
        "mention_id": "surface",
        "quote_id": "words",
        "role_claim_id": "title",
        "row_id": "table_name",
        "story_id": "headline",
        "reprint_id": "reprint_headline",
    }
    for view, column in columns:
        if str(column).endswith("_id"):
            wanted = names[str(column)]
            beside = {name for other, name in columns if other == view}
            assert beside & set([wanted] if isinstance(wanted, str) else wanted), f"{view}.{column}"


def test_quotes_are_those_of_the_gold(gold: Connection) -> None:
    found = rows(gold, "SELECT speaker, speaker_kind, kind, span_start, span_end FROM report.quote")
    wanted = [
        (quote["speaker"], quote["speaker_kind"], quote["kind"], quote["start"], quote["end"])
        for article in GOLD.values()
        for quote in article["quotes"]
    ]
    assert Counter(found) == Counter(wanted)


def test_a_quote_comes_with_role_outlet_day_and_sentence(gold: Connection) -> None:
    (row,) = rows(
        gold,
        """
        SELECT speaker, title, role_organisation, outlet, published_on, printings, sentence FROM report.quote
        WHERE words LIKE 'À la suite du master%'
        """,
    )
    assert row == (
        "Ahmed Lakhlifi",
        "vice-président",
        MNC,
        "Les Inspirations Éco",
        date(2011, 2, 9),
        1,
        "«À la suite du master, ces étudiants intégreront les entreprises marocaines après des stages en leur sein», "
        "a expliqué Ahmed Lakhlifi, vice-président du MNC et président de l'APEBI.",
    )


def test_of_two_roles_a_quote_has_the_one_printed_nearest(gold: Connection) -> None:
    found = rows(
        gold,
        """
        SELECT title, role_organisation FROM report.quote
        WHERE speaker = 'Mehdi Kettani' AND words LIKE 'Nous ciblons%'
        """,
    )
    assert found == [("président", MNC)]


def test_the_role_timeline_holds_the_roles_of_the_gold_with_their_sentences(gold: Connection) -> None:
    found = rows(
        gold, "SELECT person, lower(title), first_seen, position(title IN sentence) > 0 FROM report.role_timeline"
    )
    days = {"2011-02-09", "2016-05-23", "2020-10-22", "2024-10-05"}
    wanted = {
        (person["name"], role["title"].lower())
        for article in GOLD.values()
        for person in article["people"]
        for role in person["roles"]
        if "signature" not in role["title"]
    }
    assert {(person, title) for person, title, *_ in found} == wanted
    assert all(is_proved for *_, is_proved in found)
    assert {str(day) for *_, day, _ in found if day} == days


def test_people_and_organisations_are_counted_over_articles(gold: Connection) -> None:
    assert rows(
        gold,
        f"SELECT acronym, articles, mentions, first_seen, last_seen FROM report.organisation"
        f" WHERE organisation = '{MNC}'",
    ) == [("MNC", 3, 29, date(2011, 2, 9), date(2020, 10, 22))]
    assert rows(
        gold, "SELECT articles, mentions, quotes, first_seen FROM report.person WHERE person = 'Ihsane Himmi'"
    ) == [(1, 4, 9, date(2020, 10, 22))]


def test_mentions_by_day_add_up_to_those_of_dated_articles(gold: Connection) -> None:
    dated = [article for article in GOLD.values() if article["meta"]["published"]]
    wanted = sum(len(entry["spans"]) for article in dated for entry in (*article["people"], *article["organisations"]))
    assert rows(gold, "SELECT sum(mentions) FROM report.mention_by_day") == [(wanted,)]


def test_every_article_is_in_one_month_of_one_outlet(gold: Connection) -> None:
    found = rows(gold, "SELECT outlet, month, articles, quotes FROM report.outlet_by_month ORDER BY month, outlet")
    assert found == [
        ("Les Inspirations Éco", date(2011, 2, 1), 1, 9),
        ("Finances News Hebdo", date(2016, 5, 1), 1, 4),
        ("Les Inspirations Éco", date(2020, 10, 1), 1, 9),
        ("L'Opinion", date(2024, 10, 1), 1, 5),
        (None, None, 1, 7),
    ]


def test_each_pair_of_organisations_is_listed_once(gold: Connection) -> None:
    pairs = rows(gold, "SELECT organisation, other, articles FROM report.co_mention")
    assert len({frozenset(pair[:2]) for pair in pairs}) == len(pairs)
    together = {frozenset(pair[:2]): pair[2] for pair in pairs}
    assert together[frozenset({MNC, "Les Inspirations Eco"})] == 2
    assert together[frozenset({MNC, "Lydec"})] == 1


def test_all_is_well_with_the_seeds(gold: Connection) -> None:
    assert rows(gold, "SELECT * FROM report.data_quality") == []


@pytest.mark.parametrize(
    ("damage", "problem"),
    [
        ("DELETE FROM newsdb.quote_attribution", "nobody is said to have spoken it, nor why that is unknown"),
        ("DELETE FROM newsdb.quote_occurrence", "it is printed nowhere"),
        ("DELETE FROM newsdb.article_source", "no file prints it"),
        ("UPDATE newsdb.article_version SET is_current = false", "it has no current version"),
        ("DELETE FROM newsdb.text_segment", "the version has no segments"),
        ("UPDATE newsdb.role_claim SET as_of = DATE '1999-01-01'", "its day is not that of its article"),
        ("DELETE FROM newsdb.mention", "nothing in the article proves it"),
        ("DELETE FROM newsdb.person_appearance", "no article bears this name"),
        ("DELETE FROM newsdb.organisation_appearance", "no article bears this name"),
    ],
)
def test_damage_is_listed(gold: Connection, damage: str, problem: str) -> None:
    gold.execute(text(damage))
    assert problem in {row[0] for row in rows(gold, "SELECT problem FROM report.data_quality")}


def test_what_an_article_does_not_say_is_listed_with_the_reason(gold: Connection) -> None:
    found = rows(
        gold, "SELECT column_name, reason FROM report.unknown WHERE headline LIKE 'Les géants%' ORDER BY column_name"
    )
    assert [column for column, _ in found] == ["author", "outlet_id", "published_on"]
    assert all(reason for _, reason in found)


def test_only_the_current_version_counts(engine: Engine) -> None:
    short = Story("Un port agrandi", ("Nadia Berrahou parle.",), date(2021, 3, 1), "Nadia Berrahou")
    longer = Story(
        "Un port agrandi", ("Nadia Berrahou parle.", "Elle parle longtemps."), date(2021, 3, 1), "Nadia Berrahou"
    )
    write_stories(engine, short, longer)
    with engine.connect() as connection:
        assert rows(connection, "SELECT count(*) FROM newsdb.mention") == [(2,)]
        assert rows(connection, "SELECT articles, mentions FROM report.person") == [(1, 1)]
        assert rows(connection, "SELECT articles FROM report.outlet_by_month") == [(1,)]


WORDS = "le quai sera prolongé"


def quoted(headline: str, year: int) -> Story:
    return Story(headline, (f"« {WORDS} », dit Nadia Berrahou.",), date(year, 5, 1), "Nadia Berrahou", words=WORDS)


def named(headline: str, year: int, title: str, held_until: date | None = None) -> Story:
    paragraph = f"Nadia Berrahou, {title}, est venue."
    return Story(headline, (paragraph,), date(year, 5, 1), "Nadia Berrahou", title, held_until=held_until)


def title_of_quote(engine: Engine) -> object:
    with engine.connect() as connection:
        return connection.execute(text("SELECT title FROM report.quote")).scalar_one()


def test_a_quote_without_role_has_the_latest_role_before_it(engine: Engine) -> None:
    write_stories(
        engine,
        named("Un", 2010, "ingénieure"),
        named("Deux", 2012, "directrice du port"),
        quoted("Trois", 2013),
        named("Quatre", 2014, "ministre des Ports"),
    )
    assert title_of_quote(engine) == "directrice du port"


def test_a_role_that_has_ended_is_no_role_at_the_time(engine: Engine) -> None:
    write_stories(engine, named("Un", 2012, "directrice du port", held_until=date(2012, 12, 31)), quoted("Deux", 2013))
    assert title_of_quote(engine) is None


def test_articles_that_give_one_role_are_one_row_of_the_timeline(engine: Engine) -> None:
    write_stories(engine, named("Un", 2012, "directrice du port"), named("Deux", 2015, "Directrice du Port"))
    with engine.connect() as connection:
        assert rows(
            connection, "SELECT title, first_seen, last_seen, articles, sentence FROM report.role_timeline"
        ) == [
            (
                "directrice du port",
                date(2012, 5, 1),
                date(2015, 5, 1),
                2,
                "Nadia Berrahou, directrice du port, est venue.",
            )
        ]


@pytest.mark.parametrize(
    ("body", "span", "sentence"),
    [
        ("Il dort. M. Sefrioui, maire de Sefrou, parle. Il part.", "maire", "M. Sefrioui, maire de Sefrou, parle."),
        ("Un titre\nElle est juge ! « Oui. » Fin.", "juge", "Elle est juge !"),
        ("Il dit. « Nous irons. » Puis rien.", "Nous irons.", "« Nous irons. »"),
        ("Il dit : « Nous irons. », et part. Fin.", "Nous irons.", "Il dit : « Nous irons. », et part."),
        ("À 3.5 % près. Le taux de 3.5 % tient.", "taux", "Le taux de 3.5 % tient."),
        ("Rien avant", "Rien", "Rien avant"),
        ("Premier. Écoutez-moi donc. Dernier.", "moi", "Écoutez-moi donc."),
        ("Un. Deux trois. Quatre cinq.", "trois. Quatre", "Deux trois. Quatre cinq."),
    ],
)
def test_a_sentence_ends_at_its_mark_and_not_at_an_initial(
    gold: Connection, body: str, span: str, sentence: str
) -> None:
    start = body.index(span)
    found = gold.execute(
        text("SELECT newsdb.sentence_at(:body, :start, :end)"), {"body": body, "start": start, "end": start + len(span)}
    )
    assert found.scalar_one() == sentence
