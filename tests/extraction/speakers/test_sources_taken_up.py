"""Sources that are taken up again, other words for "selon", and whom the opening of a sentence only names."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, facts_of

CASES: list[tuple[str, Expected]] = [
    (
        "Si l'on croit M. Karim Tazi, délégué de la pêche, le port est plein.\nToujours selon la même source, dix"
        " barques ont coulé.",
        [("Karim Tazi", "le port est plein"), ("Karim Tazi", "dix barques ont coulé")],
    ),
    (
        "Le maire, Karim Tazi, a dit que le parc ouvrirait. Toujours selon lui, les travaux sont finis.",
        [("Karim Tazi", "le parc ouvrirait"), ("Karim Tazi", "les travaux sont finis")],
    ),
    (
        "S'il faut en croire Salma Fassi, rien ne presse. Le parc est ouvert, toujours d'après Salma Fassi.",
        [("Salma Fassi", "rien ne presse"), ("Salma Fassi", "Le parc est ouvert")],
    ),
    (
        "De l'aveu même du directeur, Karim Tazi, la caisse est vide.",
        [("Karim Tazi", "la caisse est vide")],
    ),
    (  # "leur" is whom somebody asks
        "Karim Tazi leur demande de garder le silence. Les élus ont posté leur demande de visa.",
        [("Karim Tazi", "garder le silence")],
    ),
    ("Selon Me Tazi, la cour a tort de se taire.", [("Tazi", "la cour a tort de se taire")]),
    ("Me Tazi s'est levé. « La cour a tort de se taire », a-t-il dit.", [("Tazi", None)]),
    # whom the opening of a sentence names is not its subject
    ("Interrogé par Karim Tazi, le ministre de la Pêche a assuré que le port rouvrirait.", [(None, None)]),
    ("Après avoir reçu Salma Fassi, la directrice de l'école a promis que tout irait bien.", [(None, None)]),
    ("Avant de laisser parler Karim Tazi, le questeur a indiqué que la séance serait courte.", [(None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_source_is_whoever_it_takes_up(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_who_asks_in_the_opening_has_not_the_title_of_the_subject() -> None:
    (person,) = facts_of("Interrogé par Karim Tazi, le ministre de la Pêche a assuré que le port rouvrirait.").people
    assert person.roles == ()
