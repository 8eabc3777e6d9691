"""Acronyms in brackets and whose they are, styles that name nobody, and adverbs before a name."""

import pytest

from tests.extraction.cast_of import cast_of, organisation, organisations, people, surfaces


@pytest.mark.parametrize(
    ("lines", "name", "acronym"),
    [
        (
            ("La Fédération des métiers du bois (Tazbi) proteste.", "Le trésorier de la Tazbi s'en va."),
            "Fédération des métiers du bois",
            "Tazbi",
        ),
        (
            ("L'Association des puisatiers (Amirsi) recrute.", "Selon l'Amirsi, l'eau baisse."),
            "Association des puisatiers",
            "Amirsi",
        ),
        (
            ("Le groupe du Mouvement des artisans (MDA) proteste.", "Le MDA s'en va."),
            "Mouvement des artisans",
            "MDA",
        ),
    ],
)
def test_an_acronym_is_that_of_the_body_that_the_text_calls_so(lines: tuple[str, ...], name: str, acronym: str) -> None:
    cast = cast_of(*lines)
    assert organisation(cast, name).acronym == acronym
    assert surfaces(cast, name)[-1] == acronym


@pytest.mark.parametrize(
    "lines",
    [
        ("L'Université des métiers (Ifrane) recrute.", "La ville d'Ifrane est froide."),
        ("L'Association des puisatiers (Lazrek) proteste.", "Omar Lazrek en est membre."),
    ],
)
def test_a_place_or_a_person_in_brackets_is_no_acronym(lines: tuple[str, ...]) -> None:
    assert {found.acronym for found in cast_of(*lines).organisations} == {None}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sa Majesté a reçu le gouverneur.", []),
        ("Hier, Sa Majesté a reçu le gouverneur.", []),
        ("Son Altesse Royale la Princesse Lalla Zineb a planté un arbre.", ["Lalla Zineb"]),
        ("Son Excellence Karim Alami a planté un arbre.", ["Karim Alami"]),
    ],
)
def test_a_style_is_nobody_s_name(text: str, names: list[str]) -> None:
    cast = cast_of(text)
    assert people(cast) == names
    assert organisations(cast) == []


@pytest.mark.parametrize("adverb", ["Effectivement", "Malheureusement", "Globalement", "Concrètement"])
def test_an_adverb_that_opens_a_sentence_is_no_part_of_the_name_behind_it(adverb: str) -> None:
    cast = cast_of(f"La coopérative grandit. {adverb} Maroc Telecom l'a aidée.")
    assert organisations(cast) == ["Maroc Telecom"]
