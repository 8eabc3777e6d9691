"""Captures of the same words that several loaders bring at once: nobody gives up, and who tells them is who should."""

import random
from pathlib import Path

import pytest
from sqlalchemy import Engine

import newsdb.loading.plan
from newsdb.loading import load
from tests.loading.test_captures import empty
from tests.loading.test_differing_captures import ADDRESS, CLOSING, OPENING, QUOTE, page, state
from tests.loading.test_loaders_at_once import digest_of, load_while_another_is_not_done, rows_of

OUTLETS = ("Le Matin", "L'Economiste", "La Vie éco", "Le Journal du soir")
ARTICLES = 40


def by_id(*paths: Path) -> list[Path]:
    """In the order in which they would tell a version."""
    return sorted(paths, key=lambda path: rows_of(path).source_file_id.bytes)


def write(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Several captures of each of many articles, whose names come in no order, and whose people no other has."""
    chance = random.Random(1)
    for article in range(ARTICLES):
        people = [f"{name} {chr(65 + article % 26)}aciri{'a' * (article // 26)}" for name in ("Karim", "Salim")]
        paragraphs = (
            f"Le maire de la ville, {people[0]}, a inauguré mardi la halle numéro {article} devant les habitants.",
            f"« Nous avons attendu cette halle pendant {article + 2} ans », a déclaré {people[1]} devant la presse.",
        )
        for place, outlet in enumerate(OUTLETS):
            content = page(f"2024-03-{place + 5:02}", outlet, *paragraphs).replace(ADDRESS, f"{ADDRESS}-{article}")
            write(tmp_path / f"{chance.random()}.html", content)
    return tmp_path


def test_processes_that_bring_captures_of_the_same_words_all_finish(
    engine: Engine, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newsdb.loading.plan, "FEWEST_FILES", 10)
    report = load(engine, [folder], jobs=4)
    assert (report.inserted, report.rejections) == (ARTICLES * len(OUTLETS), ())
    together = state(engine)
    empty(engine)
    load(engine, [folder], jobs=1)
    assert digest_of(engine) == together


def test_two_loaders_that_each_take_over_one_version_of_an_article(engine: Engine, tmp_path: Path) -> None:
    """The second must not say of the other version what was told of it before the first had done."""
    longs = [write(tmp_path / f"l{i}.html", page(f"2024-03-1{i}", OUTLETS[0], OPENING, QUOTE, CLOSING)) for i in (1, 2)]
    shorts = [write(tmp_path / f"s{i}.html", page(f"2024-03-2{i}", OUTLETS[1], OPENING, QUOTE)) for i in (1, 2)]
    (long, known_long), (short, known_short) = by_id(*longs), by_id(*shorts)
    load(engine, [known_long, known_short])
    load_while_another_is_not_done(engine, long, short)
    together = state(engine)
    empty(engine)
    load(engine, [*longs, *shorts])
    assert state(engine) == together
