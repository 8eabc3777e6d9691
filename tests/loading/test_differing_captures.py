"""Captures of one article that differ in day or outlet: all that reports count follows the article."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.database.migrations import downgrade, upgrade
from newsdb.integrity import digest, verify
from newsdb.loading import load, suppress
from newsdb.loading.rows.filerows import source_file_id
from newsdb.models.catalogue import DATA_TABLES
from newsdb.reports import run_report
from tests.loading.test_captures import empty

ADDRESS = "https://www.exemple-presse.ma/2024/halle-couverte"
HEADLINE = "La halle couverte de la ville ouvre ses portes aux commerçants"
OPENING = (
    "Le maire de la ville, Karim Naciri, a inauguré mardi la halle couverte devant les habitants du quartier, après"
    " dix ans de travaux et de retards."
)
QUOTE = "« Nous avons attendu cette halle pendant dix longues années », a déclaré Karim Naciri devant la presse."
PRAISE = "Salim Rahmouni, président de l'Association des commerçants, a salué l'ouverture de la halle et ses allées."
CLOSING = (
    "Les commerçants s'installeront dans les allées dès la semaine prochaine, selon le calendrier de la commune, qui"
    " prévoit aussi un parking et une ligne de bus pour les clients venus des environs."
)


def page(day: str, outlet: str, *paragraphs: str) -> str:
    """A saved page with its address, and with day and outlet in its data alone."""
    data = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": HEADLINE,
        "datePublished": day,
        "publisher": {"@type": "Organization", "name": outlet},
    }
    return (
        f'<!DOCTYPE html><html lang="fr"><head><title>{HEADLINE}</title><link rel="canonical" href="{ADDRESS}">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head><body><article><h1>{HEADLINE}</h1>'
        f"{''.join(f'<p>{paragraph}</p>' for paragraph in paragraphs)}</article></body></html>"
    )


@pytest.fixture
def short(tmp_path: Path) -> Path:
    path = tmp_path / "short.html"
    path.write_text(page("2024-03-05", "Le Matin", OPENING, QUOTE, PRAISE), encoding="utf-8")
    return path


@pytest.fixture
def longer(tmp_path: Path) -> Path:
    """A later capture without the praise, which is current."""
    path = tmp_path / "longer.html"
    path.write_text(page("2024-03-07", "L'Economiste", OPENING, QUOTE, CLOSING), encoding="utf-8")
    return path


@pytest.fixture
def same_words(tmp_path: Path) -> Path:
    """The text of the short one, of another day and outlet."""
    path = tmp_path / "same.html"
    path.write_text(page("2024-03-09", "L'Economiste", OPENING, QUOTE, PRAISE), encoding="utf-8")
    return path


def state(engine: Engine) -> str:
    """The digest of a database in which every promise holds."""
    with engine.connect() as connection:
        assert verify(connection) == ()
        return digest(connection)


def people(engine: Engine, **asked: str) -> list[object]:
    with engine.connect() as connection:
        return [row[0] for row in run_report(connection, "people", asked).rows]


@pytest.mark.parametrize("order", [("short", "longer"), ("longer", "short")])
def test_any_order_gives_the_day_and_outlet_of_the_current_capture(
    engine: Engine, short: Path, longer: Path, order: tuple[str, ...]
) -> None:
    for name in order:
        load(engine, [{"short": short, "longer": longer}[name]])
    apart = state(engine)
    assert people(engine, outlet="L'Economiste", since="2024-03-07") == ["Karim Naciri"]
    assert people(engine, outlet="Le Matin") == []
    assert load(engine, [short, longer]).unchanged == 2
    assert state(engine) == apart


@pytest.fixture
def other_headline(tmp_path: Path) -> Path:
    """The text of the short one, in which other lines are the headline and the body."""
    path = tmp_path / "other_headline.html"
    content = page("2024-03-05", "Le Matin", OPENING, QUOTE, PRAISE)
    path.write_text(content.replace("<h1>", "<p>").replace("</h1>", "</p>"), encoding="utf-8")
    return path


@pytest.fixture
def captures(short: Path, longer: Path, same_words: Path, other_headline: Path) -> dict[str, Path]:
    return {path.stem: path for path in (short, longer, same_words, other_headline)}


def teller(paths: Iterable[Path]) -> Path:
    """The file whose id is the smallest."""
    return min(paths, key=lambda path: source_file_id(hashlib.sha256(path.read_bytes()).digest()).bytes)


@pytest.mark.parametrize("order", list(permutations(("short", "longer", "same", "other_headline")))[::5])
def test_captures_of_the_same_words_are_told_by_one_file_in_every_order(
    engine: Engine, captures: dict[str, Path], order: tuple[str, ...]
) -> None:
    for name in order:
        load(engine, [captures[name]])
    apart = state(engine)
    empty(engine)
    load(engine, list(captures.values()))
    assert state(engine) == apart
    assert load(engine, list(captures.values())).unchanged == 4


def test_whoever_tells_a_capture_of_the_same_words_says_the_day_and_the_outlet(
    engine: Engine, short: Path, same_words: Path
) -> None:
    load(engine, [short])
    load(engine, [same_words])
    with engine.connect() as connection:
        quotes = run_report(connection, "quotes").rows
        days = {row[0] for row in run_report(connection, "mentions_by_day").rows}
    (day, outlet) = {short: (date(2024, 3, 5), "Le Matin"), same_words: (date(2024, 3, 9), "L'Économiste")}[
        teller([short, same_words])
    ]
    assert {(quote[0], quote[1]) for quote in quotes} == {(day, outlet)}
    assert days == {day}
    assert people(engine, outlet=outlet) == people(engine) != []


@pytest.mark.parametrize("left", ["short", "same", "other_headline"])
def test_where_the_file_that_tells_a_text_is_taken_down_the_next_tells_it(
    engine: Engine, captures: dict[str, Path], left: str
) -> None:
    load(engine, [captures[left], captures["longer"]])
    alone = state(engine)
    empty(engine)
    load(engine, list(captures.values()))
    for name in captures.keys() - {left, "longer"}:
        suppress(engine, "file", captures[name].name, reason="not ours to keep")
    assert state(engine) == alone


def test_rows_of_the_reports_add_up_to_those_in_the_tables(engine: Engine, captures: dict[str, Path]) -> None:
    """Also where a file takes over what another has told, and rows go."""
    first, *later = sorted(captures.values(), key=lambda path: path == teller(captures.values()))
    load(engine, [first])
    for path in later:
        before = row_counts(engine)
        report = load(engine, [path])
        after = row_counts(engine)
        assert report.rows == {name: after[name] - before[name] for name in after if after[name] > before[name]}


def row_counts(engine: Engine) -> dict[str, int]:
    with engine.connect() as connection:
        return {
            name: connection.execute(text(f"SELECT count(*) FROM newsdb.{name}")).scalar_one() for name in DATA_TABLES
        }


def test_the_other_capture_takes_over_where_the_current_one_is_taken_down(
    engine: Engine, short: Path, longer: Path
) -> None:
    load(engine, [short])
    alone = state(engine)
    load(engine, [longer])
    suppress(engine, "file", longer.name, reason="not ours to keep")
    assert people(engine, outlet="Le Matin", until="2024-03-05") == ["Karim Naciri", "Salim Rahmouni"]
    assert state(engine) == alone


def test_a_migration_gives_what_a_load_would(engine: Engine, short: Path, longer: Path) -> None:
    load(engine, [short, longer])
    before = state(engine)
    downgrade(engine, "0020")
    upgrade(engine)
    assert state(engine) == before
    suppress(engine, "file", longer.name, reason="not ours to keep")
    state(engine)


def test_who_stands_in_a_superseded_capture_alone_is_not_counted(engine: Engine, short: Path, longer: Path) -> None:
    load(engine, [short, longer])
    with engine.connect() as connection:
        overview = run_report(connection, "overview")
    assert dict(zip(overview.columns, overview.rows[0], strict=True))["people"] == 1
    assert people(engine) == ["Karim Naciri"]
