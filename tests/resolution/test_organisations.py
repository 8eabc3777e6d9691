"""An acronym means the one organisation that is spelt out with it anywhere; no order of loading changes which."""

from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.integrity import digest
from newsdb.loading import load
from tests.seeds import forget_all

ALONE = "Une réunion à Rabat\n\nLe directeur de l'ONZM a pris la parole hier. L'ONZM a présenté son plan à la presse.\n"
SPELT = "Un plan pour les zones\n\nL'Office national des zones maritimes (ONZM) a présenté son plan hier à Rabat.\n"
OTHER = (
    "Un plan pour les mines\n\nL'Observatoire national des zones minières (ONZM) a publié son rapport hier à Rabat.\n"
)

WHO = """
    SELECT DISTINCT o.name FROM newsdb.mention AS m
    JOIN newsdb.organisation_name AS n ON n.id = m.organisation_name_id
    JOIN newsdb.organisation AS o ON o.id = n.organisation_id
    JOIN newsdb.article AS a ON a.id = m.article_id
    WHERE a.headline = 'Une réunion à Rabat'
"""


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    for name, content in {"alone": ALONE, "spelt": SPELT, "other": OTHER}.items():
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    return {path.stem: path for path in tmp_path.iterdir()}


def who_stands_alone(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.execute(text(WHO)).scalars())


def test_acronym_alone_stands_for_itself(engine: Engine, files: dict[str, Path]) -> None:
    load(engine, [files["alone"]])
    assert who_stands_alone(engine) == ["ONZM"]


def test_acronym_means_the_organisation_spelt_out_elsewhere(engine: Engine, files: dict[str, Path]) -> None:
    load(engine, [files["alone"]])
    load(engine, [files["spelt"]])
    assert who_stands_alone(engine) == ["Office national des zones maritimes"]


def test_acronym_of_two_organisations_means_neither(engine: Engine, files: dict[str, Path]) -> None:
    for name in ("alone", "spelt", "other"):
        load(engine, [files[name]])
    assert who_stands_alone(engine) == ["ONZM"]


def test_no_order_of_loading_changes_what_an_acronym_means(engine: Engine, files: dict[str, Path]) -> None:
    digests = set()
    for order in permutations(files.values()):
        forget_all(engine)
        for path in order:
            load(engine, [path])
        with engine.connect() as connection:
            digests.add(digest(connection))
    assert len(digests) == 1
