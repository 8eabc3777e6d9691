"""Clauses joined to others, each with its own source or verb: where they part, and who speaks each."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, indirect, told

CASES: list[tuple[str, Expected]] = [
    (  # a second verb of speech behind words that part it from its auxiliary
        "Le président du club, Karim Tazi, a rappelé que les joueurs attendaient leurs primes et a une nouvelle fois"
        " invité les autorités à tenir leurs promesses.",
        [("Karim Tazi", "les joueurs attendaient leurs primes"), ("Karim Tazi", "tenir leurs promesses")],
    ),
    (
        "Salma Fassi a reconnu que le retard était réel et a au préalable demandé que le budget soit revu.",
        [("Salma Fassi", "le retard était réel"), ("Salma Fassi", "le budget soit revu")],
    ),
    (  # the source of whoever speaks is no part of what is said
        "Le procureur, Karim Tazi, a soutenu que le préjudice dépasse dix millions, d'après les conclusions de la Cour"
        " des comptes.",
        [("Karim Tazi", "le préjudice dépasse dix millions")],
    ),
    (  # a source behind a coordinator has the second clause alone
        "Les commandes sont payées en espèces et, d'après les chiffres de la Banque Mimosa, un colis sur cinq revient.",
        [("Banque Mimosa", "un colis sur cinq revient")],
    ),
    (
        "Le marché a rouvert, mais selon Karim Tazi, les prix ont doublé.",
        [("Karim Tazi", "les prix ont doublé")],
    ),
    (  # with one subject for both verbs it is one clause
        "La vendeuse a crié et, selon Karim Tazi, a pris la fuite.",
        [("Karim Tazi", "La vendeuse a crié et, selon Karim Tazi, a pris la fuite")],
    ),
    (  # "l'autre jour" tells when, and not what
        "Un ancien gardien, Karim Tazi, me racontait l'autre jour que l'on rangeait les clés dans des boîtes.",
        [("Karim Tazi", "l'on rangeait les clés dans des boîtes")],
    ),
    (  # whose the figures are, called by a noun
        "Mimosa Trans a publié ses comptes. Les stocks baissent et, d'après les chiffres de l'entreprise, la demande"
        " repart.",
        [("Mimosa Trans", "la demande repart")],
    ),
    (  # a dealer and its name
        "L'intermédiaire Mimosa Invest reste prudent. D'après sa dernière note, le titre est trop cher.",
        [("Mimosa Invest", "le titre est trop cher")],
    ),
    (  # a noun that is an adjective as well
        "Sœur Salma Fassi attend au portail. La religieuse, installée ici depuis dix ans, précise que la porte reste"
        " ouverte.",
        [("Salma Fassi", "la porte reste ouverte")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_clause_has_its_own_speaker(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Mille personnes ont été secourues, selon les chiffres officiels.",
        "D'après les statistiques disponibles, le chômage recule.",
    ],
)
def test_figures_without_an_owner_are_no_source(text: str) -> None:
    assert indirect(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Le préfet, Karim Tazi, a appelé à ce que le marché reste ouvert.",
        "Karim Tazi a invité les élus à ce que le marché reste ouvert.",
        "Karim Tazi s'attend à ce que le marché reste ouvert.",
        "Karim Tazi s'est félicité de ce que le marché reste ouvert.",
        "Karim Tazi demande à ce que le marché reste ouvert.",
    ],
)
def test_what_somebody_calls_for_or_awaits_is_a_clause(text: str) -> None:
    assert told(text) == [("Karim Tazi", "le marché reste ouvert")]


@pytest.mark.parametrize(
    "text",
    [
        "Karim Tazi s'intéresse à ce que l'on dit de lui.",
        "Karim Tazi attend de voir le port. Il s'attend au pire.",
        "Il n'y a rien à ce que l'on sache, et Karim Tazi attend le bus.",
    ],
)
def test_what_somebody_only_waits_for_is_none(text: str) -> None:
    assert indirect(text) == []
