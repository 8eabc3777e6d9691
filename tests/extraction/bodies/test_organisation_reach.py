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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le patron teste avec l'Institut agronomique Ibn Sina des capteurs de sel.", "Institut agronomique Ibn Sina"),
        ("La Ligue signe avec l'Université de Carthage des accords.", "Université de Carthage"),
        ("Elle enseigne à l'École Hassania des travaux publics.", "École Hassania des travaux publics"),
        ("L'Université de Tunis El Manar ouvre ses portes.", "Université de Tunis El Manar"),
        ("L'Association algérienne de psychologie clinique a écrit.", "Association algérienne de psychologie clinique"),
        ("L'Agence du bassin atlantique a écrit.", "Agence du bassin atlantique"),
        ("Le Centre des technologies avancées (CTZA) a écrit.", "Centre des technologies avancées"),
        ("La Fondation des Trois Sources a écrit.", "Fondation des Trois Sources"),
        ("Le Parti de l'Union populaire a écrit.", "Parti de l'Union populaire"),
        ("Nour Tazi, trésorière de wilaya de l'UGXA, a écrit.", "UGXA"),
    ],
)
def test_a_name_goes_as_far_as_its_words_and_no_further(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text", ["La Bourse est-elle prête ?", "EN BREF. Nour Tazi est là.", "ET VOUS ? Nour Tazi est là."]
)
def test_a_question_and_a_heading_name_no_body(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Les services de la commune de Taza ont nettoyé la place.",
        "Nour Tazi, élue à la tête de la commune de Taza, a écrit.",
        "La commune de Taza finance le bassin.",
        "L'État paie la moitié et la commune de Taza met à disposition le terrain.",
        "L'équipe de la commune d'Aït Zerka comparaît.",
    ],
)
def test_a_commune_that_has_staff_or_decides_is_a_body(text: str) -> None:
    assert [name.split()[0] for name in names(text)] == ["Commune"]


@pytest.mark.parametrize(
    "text",
    [
        "Un incendie a éclaté dans la commune de Taza.",
        "Les habitants de la commune de Taza protestent.",
        "La commune de Taza compte 40 000 habitants.",
    ],
)
def test_a_commune_where_people_live_is_a_place(text: str) -> None:
    assert names(text) == []
