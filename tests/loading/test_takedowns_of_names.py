"""Names that several articles print: once one of these is taken down, they are what the others tell of them."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from newsdb.loading import load, suppress
from tests.loading.deciding import page, rows, state

# One person and one body, spelt longer and shorter, with other letters of the same key; a company, an association, and
# an acronym that one of them spells out, and another body too.
PRINTED = {
    "company": "« Le quai avance », a déclaré Karim Leboeuf, président de la société Coeurtek.",
    "association": "« Le quai avance », a déclaré Karim Lebœuf, président de l'association Cœurtek.",
    "accented": "« Le quai recule », a déclaré Karim Leboéuf, président de la société Coéurtek.",
    "spelt": "Le groupe Cœurtek (CTK) a présenté hier son quai à Karim Lebœuf devant la presse.",
    "rival": "La Chambre des transports de Kénitra (CTK) a présenté hier son bilan à la presse.",
    "acronym": "Le directeur de la CTK a pris la parole. La CTK a présenté son plan à la presse.",
}
BODY = "SELECT name, kind FROM newsdb.organisation_name WHERE name_key = 'coeurtek'"


@pytest.fixture
def paths(tmp_path: Path) -> list[Path]:
    for place, (name, paragraph) in enumerate(PRINTED.items()):
        content = page(f"Le chantier numéro {place} avance dans la province", paragraph)
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    return [tmp_path / f"{name}.txt" for name in PRINTED]


def test_names_of_all_are_told_by_fixed_rules(engine: Engine, paths: list[Path]) -> None:
    load(engine, paths)
    assert rows(engine, BODY) == [("Coéurtek", "association")]
    assert rows(engine, "SELECT name FROM newsdb.person") == [("Karim Leboéuf",)]


@pytest.mark.parametrize("gone", PRINTED)
def test_names_are_what_is_left_of_them(engine: Engine, paths: list[Path], gone: str) -> None:
    load(engine, [path for path in paths if path.stem != gone])
    without = state(engine)
    load(engine, paths)
    suppress(engine, "file", f"{gone}.txt", reason="not ours to keep")
    assert state(engine) == without


def test_names_are_what_is_left_of_them_when_several_have_gone(engine: Engine, paths: list[Path]) -> None:
    load(engine, paths[3:])
    without = state(engine)
    load(engine, paths)
    for path in paths[:3]:
        suppress(engine, "file", path.name, reason="not ours to keep")
    assert state(engine) == without
