"""Two printings of one federation join through their words; two federations of one acronym stay apart."""

from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb import Database
from newsdb.resolution import organisation_key
from newsdb.resolution.longforms import says_all
from tests.seeds import forget_all

ONE = [
    ("Fédération des métiers du cuir", "Fédération marocaine des métiers du cuir"),
    ("Fédération des métiers du cuir", "Fédération nationale des métiers de cuir"),
    ("Fédération des métiers du cuir", "Fédération marocaine pour le métier du cuir"),
    ("Agence des ports et du littoral", "Agence nationale des ports et du littoral"),
    ("Fédération de télécom et de l'offshoring", "Fédération des télécommunications et de l'offshoring"),
]
TWO = [
    ("Fédération tunisienne des métiers du cuir", "Fédération marocaine des métiers du cuir"),
    ("Office national des zones maritimes", "Observatoire national des zones maritimes"),
    ("Fédération des métiers du cuir", "Fédération des métiers du cinéma"),
    ("Union des radios", "Union des associations de radios libres du Nord et du Sud"),
    ("Fédération", "Fédération des métiers du cuir"),
]


@pytest.mark.parametrize(("shorter", "longer"), ONE)
def test_forms_of_one_body_say_the_same(shorter: str, longer: str) -> None:
    assert says_all(organisation_key(longer), organisation_key(shorter))


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_bodies_do_not(one: str, other: str) -> None:
    assert not says_all(organisation_key(one), organisation_key(other))
    assert not says_all(organisation_key(other), organisation_key(one))


PRINTED = {
    "bare": "Un plan\n\nLa Fédération des métiers du cuir (FMC) a présenté son plan hier à la presse.\n",
    "full": "Un bilan\n\nLa Fédération marocaine des métiers du cuir (FMC) a présenté son bilan hier à la presse.\n",
    "alone": "Une réunion\n\nLe directeur de la FMC a pris la parole hier. La FMC a parlé à la presse.\n",
    "tunisian": "Un salon\n\nLa Fédération tunisienne des métiers du cuir (FMC) a ouvert son salon hier à la presse.\n",
}
WHO = """
    SELECT a.headline, o.name FROM newsdb.organisation_appearance AS p
    JOIN newsdb.organisation_name AS n ON n.id = p.organisation_name_id
    JOIN newsdb.organisation AS o ON o.id = n.organisation_id
    JOIN newsdb.article AS a ON a.id = p.article_id
"""
MOROCCAN, TUNISIAN = "Fédération marocaine des métiers du cuir", "Fédération tunisienne des métiers du cuir"
BARE = "Fédération des métiers du cuir"


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    for name, content in PRINTED.items():
        (tmp_path / f"{name}.txt").write_text(content, encoding="utf-8")
    return {name: tmp_path / f"{name}.txt" for name in PRINTED}


def who(engine: Engine) -> dict[str, str]:
    """Which organisation each article is about."""
    assert Database(engine).verify() == ()
    with engine.connect() as connection:
        return {row.headline: row.name for row in connection.execute(text(WHO))}


def test_two_wordings_and_their_acronym_are_one_federation_in_every_order(
    engine: Engine, files: dict[str, Path]
) -> None:
    for order in permutations(("bare", "full", "alone")):
        forget_all(engine)
        for name in order:
            Database(engine).load(files[name])
        assert who(engine) == dict.fromkeys(("Un plan", "Un bilan", "Une réunion"), MOROCCAN)


def test_federation_of_another_country_parts_them_again(engine: Engine, files: dict[str, Path]) -> None:
    database = Database(engine)
    database.load([files[name] for name in ("bare", "full", "alone")])
    database.load(files["tunisian"])
    assert who(engine) == {"Un plan": BARE, "Un bilan": MOROCCAN, "Un salon": TUNISIAN, "Une réunion": "FMC"}


def test_people_decide_where_words_do_not(engine: Engine, files: dict[str, Path]) -> None:
    database = Database(engine)
    database.load([files[name] for name in ("bare", "full", "alone")])
    joined = database.digest()
    database.judge("different", BARE, MOROCCAN)
    assert who(engine) == {"Un plan": BARE, "Un bilan": MOROCCAN, "Une réunion": "FMC"}
    database.judge("undone", BARE, MOROCCAN)
    assert database.digest() == joined
