"""A title that comes back in other words ("le chef du gouvernement"), a team told by its people, small openings."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.cast_of import cast_of, roles
from tests.extraction.printed_article import assert_told, printed


@pytest.mark.parametrize(
    ("title", "again"),
    [
        ("Le Premier ministre", "Le chef du gouvernement"),
        ("Le chef du gouvernement", "Le Premier ministre"),
        ("Le ministre de la Justice", "Le garde des Sceaux"),
        ("Le ministre des Affaires étrangères", "Le chef de la diplomatie"),
        ("Le président de la République", "Le chef de l'État"),
        ("Le procureur", "Le représentant du parquet"),
        ("Le wali de Tlemcen", "Le chef de l'exécutif local"),
        ("Le maire de Safi", "Le premier édile"),
    ],
)
def test_a_title_that_stands_for_another_is_of_the_same_holder(title: str, again: str) -> None:
    text = f"{title}, Karim Tazi, est venu. {again} a ajouté que le port resterait ouvert."
    assert_told(text, [("Karim Tazi", "le port resterait ouvert")])


def test_it_is_of_nobody_where_none_holds_that_title() -> None:
    text = "Le maire, Karim Tazi, est venu. Le garde des Sceaux a ajouté que le port resterait ouvert."
    assert_told(text, [(None, "le port resterait ouvert")])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("L'entraîneur des Vert et Blanc, Karim Tazi, est là.", "entraîneur"),
        ("Le capitaine des Aigles de Carthage, Karim Tazi, est là.", "capitaine"),
        ("Karim Tazi, le tout nouveau directeur technique national, est là.", "directeur technique national"),
        ("Le haut-commissaire au Plan, Karim Tazi, est là.", "haut-commissaire au Plan"),
    ],
)
def test_a_title_is_read_past_what_is_no_part_of_it(text: str, role: str) -> None:
    assert [found[:2] for found in roles(cast_of(text))] == [("Karim Tazi", role)]


@pytest.mark.parametrize(
    "text",
    [
        "Le débat porte, selon Karim Tazi, sur le prix du pain.",
        "L'accident est survenu, selon Karim Tazi, à la sortie du port.",
    ],
)
def test_what_a_verb_waits_for_belongs_to_the_clause_around_its_source(text: str) -> None:
    assert_told(text, [("Karim Tazi", text.rstrip("."))])


def _below(headline: str, text: str) -> list[tuple[str, str]]:
    people = extract_facts(printed(headline, text)).people
    return [(person.name, role.title) for person in people for role in person.roles]


@pytest.mark.parametrize(
    ("headline", "text", "role"),
    [
        ("Karim Tazi : « Le groupe a du caractère »", "Le coach de l'Olympique a livré son sentiment.", "coach"),
        ("Karim Tazi (PAM) : « Rien n'est joué »", "Le maire de Safi a livré son sentiment.", "maire de Safi"),
    ],
)
def test_the_title_below_a_headline_is_of_who_speaks_in_it(headline: str, text: str, role: str) -> None:
    assert _below(headline, text) == [("Karim Tazi", role)]


def test_it_is_of_nobody_where_the_headline_tells_of_somebody() -> None:
    assert _below("Karim Tazi arrêté à Safi", "Le procureur a livré son sentiment.") == []


def test_a_people_stands_for_who_comes_of_it_wherever_it_is_said() -> None:
    text = "Karim Tazi est entré en jeu. « J'attendais ce but depuis des mois », a lâché le Sénégalais en zone mixte."
    facts = extract_facts(printed("Une journée ordinaire", text))
    assert [quote.attribution.speaker for quote in facts.quotes] == ["Karim Tazi"]
