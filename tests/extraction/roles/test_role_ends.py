"""Where a title ends: the town of a team, the body that only its noun tells; and whose joined titles are."""

import pytest

from tests.extraction.cast_of import cast_of, roles


@pytest.mark.parametrize("town", ["lorientais", "oranais", "safiot", "madrilène"])
def test_the_town_of_a_team_is_no_part_of_the_title(town: str) -> None:
    assert [role[:2] for role in roles(cast_of(f"Karim Tazi, l'entraîneur {town}, est là."))] == [
        ("Karim Tazi", "entraîneur")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Le Stade Tunisien a battu l'Étoile du Sahel. Le directeur sportif du club breton, Karim Tazi, est là.",
        "Le Stade Tunisien a battu l'Étoile du Sahel. Le directeur sportif du club, Karim Tazi, est là.",
    ],
)
def test_a_noun_that_may_be_one_of_the_bodies_named_is_no_part_of_the_title(text: str) -> None:
    assert [role[:2] for role in roles(cast_of(text))] == [("Karim Tazi", "directeur sportif")]


def test_a_noun_that_can_be_none_of_the_bodies_named_belongs_to_the_title() -> None:
    assert [role[:2] for role in roles(cast_of("Le directeur du club, Karim Tazi, est là."))] == [
        ("Karim Tazi", "directeur du club")
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("secrétaire général du syndicat", "porte-parole des grévistes"),
        ("président de la commune", "député de Safi"),
        ("directeur de la troupe", "metteur en scène"),
    ],
)
def test_both_of_two_joined_titles_are_of_the_name_behind_them(first: str, second: str) -> None:
    assert [role[:2] for role in roles(cast_of(f"Selon le {first} et {second}, Karim Tazi, tout va bien."))] == [
        ("Karim Tazi", first),
        ("Karim Tazi", second),
    ]


def test_what_clubs_are_called_may_be_the_given_name_of_who_holds_a_title() -> None:
    found = cast_of("Le Syndicat des dockers proteste. Sa trésorière, Raja Alami, attend.")
    assert [role[:2] for role in roles(found)] == [("Raja Alami", "trésorière")]


def test_an_agent_holds_a_title() -> None:
    assert [role[:2] for role in roles(cast_of("Son agent, Karim Tazi, confirme."))] == [("Karim Tazi", "agent")]
