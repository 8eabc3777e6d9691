"""What reports count: each article once, whoever is named twice in it, and nobody who is not named."""

from datetime import date
from pathlib import Path

from sqlalchemy import Engine, text

from newsdb.loading import judge, load
from newsdb.reports import run_report
from tests.reports.press import Story, write_stories

HEADLINE = "La ligue et les clubs parlent du calendrier"
SIGNED = """La ligue et les clubs parlent du calendrier de la saison
Publié dans Le Matin le 06 - 05 - 2024

Mehdi Zerouali, président de la Ligue de natation, a rencontré lundi les clubs de la région à Casablanca.

« Le calendrier sera prêt avant le mois de juin », a déclaré Mehdi Zerouali devant la presse.

Abdelmajid Tazi a défendu la rénovation des bassins. « Les bassins seront livrés à temps », a assuré Abdelmajid Tazi.

Rachid Bennouna

Cliquez ici pour lire l'article depuis sa source.
"""


def told(engine: Engine, report: str, **asked: object) -> list[dict[str, object]]:
    with engine.connect() as connection:
        answer = run_report(connection, report, asked)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_two_names_of_one_person_in_an_article_are_one_article(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "signed.txt").write_text(SIGNED, encoding="utf-8")
    load(engine, [tmp_path])
    judge(engine, "same", "Mehdi Zerouali", "Abdelmajid Tazi", reason="for the test")
    (found,) = (row for row in told(engine, "people") if row["quotes"])
    assert (found["articles"], found["mentions"], found["quotes"]) == (1, 4, 2)
    (quoted,) = told(engine, "most_quoted", kind="person")
    assert (quoted["quotes"], quoted["articles"], quoted["outlets"]) == (2, 1, 1)
    with engine.connect() as connection:
        rows = connection.execute(text("SELECT mentions FROM report.appearance WHERE quotes > 0 AND kind = 'person'"))
        assert sorted(rows.scalars()) == [2, 2]


def test_who_only_signs_is_listed_and_not_counted(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "signed.txt").write_text(SIGNED, encoding="utf-8")
    load(engine, [tmp_path])
    with engine.begin() as connection:
        # As of an author whom only the data of a page name.
        author = "person_name_id = (SELECT id FROM newsdb.person_name WHERE name = 'Rachid Bennouna')"
        connection.execute(text(f"DELETE FROM newsdb.mention WHERE {author}"))
        connection.execute(text(f"UPDATE newsdb.person_appearance SET mentions = 0 WHERE {author}"))
    found = {row["person"]: row["articles"] for row in told(engine, "people")}
    assert found == {"Mehdi Zerouali": 1, "Abdelmajid Tazi": 1, "Rachid Bennouna": 0}
    assert "Rachid Bennouna" not in {row["person"] for row in told(engine, "people", since="2024-01-01")}
    (overview,) = told(engine, "overview")
    assert (overview["people"], overview["quotes"]) == (2, 2)


def story(number: int, day: date, person: str, title: str | None = None, words: str | None = None) -> Story:
    said = f"« {words} », a dit {person}." if words else f"{person}{f', {title},' if title else ''} est venu."
    return Story(f"Un titre {number}", (said,), day, person, title, words)


def test_roles_that_no_text_places_come_last_in_the_timeline(engine: Engine) -> None:
    write_stories(
        engine,
        story(1, date(2012, 5, 1), "Nadia Berrahou", "directrice"),
        story(2, date(2013, 5, 1), "Omar Lahlou", "ingénieur"),
    )
    assert [row["title"] for row in told(engine, "role_timeline")] == ["directrice", "ingénieur"]
    assert [row["title"] for row in told(engine, "role_timeline", limit=1)] == ["directrice"]
    assert [row["title"] for row in told(engine, "role_timeline", since="2013-01-01")] == ["ingénieur"]


def test_a_day_has_all_who_are_named_on_it(engine: Engine) -> None:
    write_stories(
        engine,
        story(1, date(2012, 5, 1), "Nadia Berrahou"),
        story(2, date(2012, 5, 1), "Omar Lahlou"),
        story(3, date(2013, 5, 1), "Aya Sefiani"),
    )
    days = [(row["published_on"], row["name"]) for row in told(engine, "mentions_by_day")]
    assert days == [
        (date(2012, 5, 1), "Nadia Berrahou"),
        (date(2012, 5, 1), "Omar Lahlou"),
        (date(2013, 5, 1), "Aya Sefiani"),
    ]


def test_quotes_of_an_organisation_are_also_those_of_who_held_a_role_there_by_an_earlier_article(
    engine: Engine, tmp_path: Path
) -> None:
    (tmp_path / "role.txt").write_text(SIGNED, encoding="utf-8")
    later = SIGNED.replace(", président de la Ligue de natation,", "").replace("06 - 05", "09 - 05")
    later = later.replace(HEADLINE, "Les bassins de la région rouvrent avant")
    (tmp_path / "later.txt").write_text(later, encoding="utf-8")
    load(engine, [tmp_path])
    quotes = told(engine, "quotes", organisation="Ligue de natation")
    assert [(row["published_on"], row["speaker"], row["title"]) for row in quotes] == [
        (date(2024, 5, 9), "Mehdi Zerouali", "président"),
        (date(2024, 5, 6), "Mehdi Zerouali", "président"),
    ]
    (share,) = (row for row in told(engine, "quotes_by_organisation") if row["organisation"] == "Ligue de natation")
    assert share["quotes"] == 2
