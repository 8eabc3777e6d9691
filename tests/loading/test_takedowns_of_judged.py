"""Where a capture is taken down, names that were judged the same stay so in the captures that are left."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from newsdb.loading import judge, load, suppress
from tests.loading.deciding import page, rows, state
from tests.seeds import forget_all

HEADLINE = "Le chantier du quai commence demain"
WORKS = "« Le chantier durera deux ans », a déclaré Karim Naciri, président de l'Office des quais du Sud (OQS)."
GATES = "« Les grues arrivent », a déclaré Salma Idrissi, présidente de l'Agence des grues du Nord (AGN)."
MORE = "Les riverains du port attendent ces travaux depuis plus de dix ans, selon les commerçants du quartier."


@pytest.fixture
def captures(tmp_path: Path) -> list[Path]:
    pages = {"short.txt": (WORKS, GATES), "middle.txt": (WORKS, GATES, MORE), "long.txt": (WORKS, GATES, MORE, MORE)}
    for name, paragraphs in pages.items():
        (tmp_path / name).write_text(page(HEADLINE, *paragraphs), encoding="utf-8")
    return [tmp_path / name for name in pages]


@pytest.mark.parametrize("gone", ["short.txt", "middle.txt", "long.txt"])
def test_names_judged_the_same_stay_so_when_a_capture_is_taken_down(
    engine: Engine, captures: list[Path], gone: str
) -> None:
    load(engine, captures)
    judge(engine, "same", "Karim Naciri", "Salma Idrissi")
    judge(engine, "same", "Office des quais du Sud", "Agence des grues du Nord")
    suppress(engine, "file", gone, reason="not ours to keep")
    left = state(engine)
    assert rows(engine, "SELECT count(*) FROM newsdb.person") == [(1,)]
    forget_all(engine)
    load(engine, captures)
    assert state(engine) == left
