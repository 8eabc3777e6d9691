"""How far the name of a body goes, and what follows it in the sentence and is none of it."""

import pytest

from tests.extraction.cast_of import cast_of


def names(text: str) -> list[str]:
    """The names of the bodies of a text."""
    return [body.name for body in cast_of(text).organisations]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Il comparaît devant la cour d'assises de la Creuse.", "Cour d'assises de la Creuse"),
        ("La cour d'assises des Landes a tranché.", "Cour d'assises des Landes"),
        ("Le conseil de prud'hommes de Nantes a tranché.", "Conseil de prud'hommes de Nantes"),
        ("On fait la queue à la CAF de Loire-Atlantique.", "CAF de Loire-Atlantique"),
        ("La CPAM de Loire-Atlantique a répondu.", "CPAM de Loire-Atlantique"),
        ("L'inspection du travail, saisie le 4 mai, a conclu.", "Inspection du travail"),
        ("Elle enseigne à l'université d'Alger 3.", "Université d'Alger 3"),
        ("Le recteur de l'université d'Oran 1, Karim Tazi, a ri.", "Université d'Oran 1"),
        ("Il a quitté l'université d'Oran 3 ans plus tôt.", "Université d'Oran"),
        ("Selon la sûreté de wilaya de Médéa, des bidons ont été saisies.", "Sûreté de wilaya de Médéa"),
        ("D'après la gendarmerie de Tiaret, des armes, des couteaux et du sel manquent.", "Gendarmerie de Tiaret"),
        ("Pour la chambre de commerce, d'industrie et de services de Safi, tout va.",
         "Chambre de commerce, d'industrie et de services de Safi"),
        ("Le collectif Garder à vue réclame des gardiens.", "Garder à vue"),
        ("Le collectif Colline propre a saisi le juge.", "Colline propre"),
        ("L'association Terres vives appelle à manifester.", "Terres vives"),
        ("Le syndicat Force paysanne appelle à manifester.", "Force paysanne"),
        ("La compagnie Zelij joue ce soir.", "Zelij"),
    ],
)  # fmt: skip
def test_a_name_goes_as_far_as_it_tells_the_body_apart(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize("noun", ["collectif", "compagnie"])
def test_the_noun_of_a_collective_or_a_company_is_printed_with_its_name(noun: str) -> None:
    (body,) = cast_of(f"On attend le {noun} Zelij.").organisations
    assert [mention.surface for mention in body.mentions] == [f"{noun} Zelij"]


@pytest.mark.parametrize(
    "text",
    [
        "Parti de Kairouan, il a gagné la côte.",
        "La phrase a valu un rappel à l'ordre de la part de N. Filali.",
        "Il manque un camion RORO.",
        "Le niveau du TMM inquiète.",
        "Elle attend son RDV depuis mars.",
        "Une cour d'assises juge les crimes.",
        "Publié par La Rédaction, le 11 mai.",
    ],
)
def test_a_head_noun_or_capitals_that_name_no_body(text: str) -> None:
    assert names(text) == []
