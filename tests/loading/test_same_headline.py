"""Two articles under one short headline of one outlet and day are two; captures of one article stay its versions."""

from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine

from newsdb.loading import load
from tests.loading.deciding import page, rows, state
from tests.seeds import forget_all

HARVEST = "La récolte des olives commence ce matin dans la province de Taounate, selon la coopérative."
TRAINS = "Les trains de la ligne du nord roulent de nouveau depuis hier soir, annonce l'office."
LATER = "Les prix restent stables sur le marché de gros, précise la coopérative dans sa note."


@pytest.mark.parametrize("headline", ["Brèves", "Les brèves de la semaine", "Revue de presse", "Éditorial"])
def test_two_articles_under_one_headline_are_two_in_every_order(engine: Engine, tmp_path: Path, headline: str) -> None:
    pages = {"olives": (HARVEST,), "trains": (TRAINS,), "olives again": (HARVEST, LATER)}
    for name, paragraphs in pages.items():
        (tmp_path / f"{name}.txt").write_text(page(headline, *paragraphs), encoding="utf-8")
    states = set()
    for order in permutations(sorted(tmp_path.iterdir())):
        forget_all(engine)
        for path in order:
            load(engine, [path])
        states.add(state(engine))
    assert len(states) == 1
    assert rows(engine, "SELECT count(*) FROM report.article") == [(2,)]
    versions = "SELECT count(*) FROM newsdb.article_version GROUP BY article_id ORDER BY 1"
    assert rows(engine, versions) == [(1,), (2,)]


def test_capture_with_another_opening_is_a_version_under_a_headline_that_tells(engine: Engine, tmp_path: Path) -> None:
    headline = "La récolte des olives commence dans la province de Taounate"
    (tmp_path / "one.txt").write_text(page(headline, HARVEST, LATER), encoding="utf-8")
    (tmp_path / "two.txt").write_text(page(headline, "Ce matin, la récolte a commencé.", HARVEST), encoding="utf-8")
    load(engine, [tmp_path])
    assert rows(engine, "SELECT count(*) FROM newsdb.article") == [(1,)]
    assert rows(engine, "SELECT count(*) FROM newsdb.article_version") == [(2,)]


def test_edit_that_leaves_the_opening_is_a_version_under_a_short_headline(engine: Engine, tmp_path: Path) -> None:
    edited = HARVEST.replace("selon la coopérative", "d'après les agriculteurs").replace("La récolte", "LA RECOLTE")
    (tmp_path / "one.txt").write_text(page("Brèves", HARVEST), encoding="utf-8")
    (tmp_path / "two.txt").write_text(page("Brèves", edited), encoding="utf-8")
    load(engine, [tmp_path])
    assert rows(engine, "SELECT count(*) FROM newsdb.article") == [(1,)]
