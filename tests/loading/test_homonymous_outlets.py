"""Outlets that share the name of a listed one: what is stored of each depends on the files, never on their order."""

import json
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.integrity import digest, verify
from newsdb.loading import correct, load, suppress
from tests.reading.reading_pages import BODY, page_dump
from tests.seeds import forget_all

LISTED = ("L'Économiste", "MA", "www.leconomiste.com")


def page(number: int, host: str, site: str) -> str:
    """A saved page of the site."""
    data = {"@type": "NewsArticle", "headline": f"Le port de pêche numéro {number} rouvre ses quais aux chalutiers"}
    paragraphs = "".join(f"<p>{line} Quai {number}.</p>" for line in BODY.splitlines() * 2)
    return (
        f'<html lang="fr"><head><meta property="og:site_name" content="{site}">'
        f'<link rel="canonical" href="https://{host}/{number}/port-de-peche-rouvre">'
        f'<script type="application/ld+json">{json.dumps(data)}</script></head>'
        f"<body><article><h1>{data['headline']}</h1>{paragraphs}</article></body></html>"
    )


@pytest.fixture
def press(tmp_path: Path) -> dict[str, Path]:
    """One dump of the listed outlet, two pages of its homonym abroad, and a dump of a paper of another country."""
    contents = {
        "dump.txt": page_dump(dateline="Publié dans L'Economiste le 03 - 02 - 2021"),
        "abroad.html": page(1, "autre.bj", "L'Economiste"),
        "capitals.html": page(2, "www.autre.bj", "L'ECONOMISTE"),
        "french.txt": page_dump(
            headline="Les quais rouvrent à l'aube", dateline="Publié dans LE MONDE le 3 - 2 - 2021"
        ),
    }
    for name, content in contents.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    return {Path(name).stem: tmp_path / name for name in contents}


def outlets(engine: Engine) -> set[tuple[str, str | None, str | None]]:
    """Name, country and website of every publisher."""
    with engine.connect() as connection:
        assert verify(connection) == ()
        rows = connection.execute(text("SELECT name, country, website FROM newsdb.outlet WHERE kind = 'publisher'"))
        return {(row.name, row.country, row.website) for row in rows}


def state(engine: Engine) -> str:
    with engine.connect() as connection:
        assert verify(connection) == ()
        return digest(connection)


def test_homonym_abroad_is_an_outlet_of_its_own(engine: Engine, press: dict[str, Path]) -> None:
    assert load(engine, press.values()).inserted == 4
    assert outlets(engine) == {LISTED, ("L'Économiste (autre.bj)", None, None), ("Le Monde", "FR", "www.lemonde.fr")}


@pytest.mark.parametrize("order", list(permutations(("dump", "abroad", "capitals", "french")))[::5])
def test_every_order_writes_the_same_outlets(engine: Engine, press: dict[str, Path], order: tuple[str, ...]) -> None:
    load(engine, press.values())
    whole = state(engine)
    forget_all(engine)
    for name in order:
        load(engine, [press[name]])
    assert state(engine) == whole


@pytest.mark.parametrize("gone", ["dump", "abroad", "capitals"])
def test_takedown_of_one_leaves_what_a_load_without_it_writes(
    engine: Engine, press: dict[str, Path], gone: str
) -> None:
    load(engine, [path for name, path in press.items() if name != gone])
    without = state(engine)
    load(engine, press.values())
    suppress(engine, "file", press[gone].name, reason="not ours to keep")
    assert state(engine) == without


@pytest.mark.parametrize("spelling", ["LIBERATION", "Liberation"])
def test_spelling_of_a_shared_name_changes_nothing_of_the_outlet(engine: Engine, tmp_path: Path, spelling: str) -> None:
    (tmp_path / "dump.txt").write_text(page_dump(dateline="Publié dans Libération le 03 - 02 - 2021"))
    (tmp_path / "table.csv").write_text(f'headline,outlet,body\nLe quai rouvre,{spelling},"{BODY}"\n')
    load(engine, [tmp_path / "dump.txt"])
    first = outlets(engine)
    load(engine, [tmp_path / "table.csv"])
    assert outlets(engine) == first == {("Libération", "MA", "www.libe.ma")}


def test_outlet_that_a_person_named_by_a_shared_name_is_the_same_in_every_order(
    engine: Engine, press: dict[str, Path]
) -> None:
    load(engine, [press["french"]])
    with engine.connect() as connection:
        article = connection.execute(text("SELECT id FROM newsdb.article")).scalar_one()
    correct(engine, "article", str(article), "outlet", "LE TEMPS", reason="misprint")
    assert outlets(engine) == {("Le Temps", "TN", "www.letemps.news"), ("Le Monde", "FR", "www.lemonde.fr")}
