"""Newspapers of a review of the press that no list knows: at the head of their part, or by what they do."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people

REVIEW = "Revue de presse de la semaine"


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Terre & Steppe s'attarde sur les prix.", "Terre & Steppe"),
        ("Enfin, Le Petit Gafsien s'intéresse, lui, aux mines.", "Le Petit Gafsien"),
        ("Pour sa part, Le Grand Soir de Gafsa titre sur les mines.", "Le Grand Soir de Gafsa"),
        ("La Sentinelle, elle, ouvre ses colonnes aux pêcheurs.", "La Sentinelle"),
        ("Échos de Jerba, de son côté, consacre sa une aux poulpes.", "Échos de Jerba"),
        ("Ettaqadoum El Jadid revient sur le budget.", "Ettaqadoum El Jadid"),
        ("Les Marocains s'intéressent aux prix.", None),
        ("Le Ministre revient sur les prix.", None),
        ("Karim Tahri revient sur les prix.", None),
        ("La Tunisie accueille le sommet.", None),
        ("Gafsa accueille le sommet.", None),
        ("Croissance oblige, tout augmente.", None),
    ],
)
def test_a_paper_does_what_papers_do(sentence: str, title: str | None) -> None:
    assert organisations(cast_of(REVIEW, sentence)) == ([title] if title else [])


def test_papers_head_their_parts() -> None:
    cast = cast_of(
        "La presse arabophone du samedi", "Al Fanal Al Yaoum : Les prix montent. Rien ne va plus.",
        "Assawt Al Ousboui :", "• Larache : les pêcheurs attendent.", "Al Minbar Al Watani", "Le budget est voté.",
    )  # fmt: skip
    assert organisations(cast) == ["Al Fanal Al Yaoum", "Assawt Al Ousboui", "Al Minbar Al Watani"]
    assert people(cast) == []


@pytest.mark.parametrize(
    "sentence", ["Terre & Steppe s'attarde sur les prix.", "Le Petit Gafsien s'intéresse au vent."]
)
def test_elsewhere_nothing_is_a_paper_by_that(sentence: str) -> None:
    assert all(o.kind != "media" for o in cast_of("La récolte s'annonce bonne", sentence).organisations)
