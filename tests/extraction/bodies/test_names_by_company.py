"""Bodies told by their leader, by what they own or by what a noun beside them says; events and acts that are none."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("À Ksar Tazi, Hydronova prépare un chantier. Son directeur général, Nabil Tazrout, s'explique.",
         ["Hydronova"]),
        ("Il cherche de l'argent auprès de Salma Docs, un fonds basé à Lyon. Une société de Mila, Rima Soft, l'aide.",
         ["Salma Docs", "Rima Soft"]),
        ("Les cadets du Stade de Tazarka gagnent. En provenance du Stade Vert de Mila, il signe.",
         ["Stade de Tazarka", "Stade Vert de Mila"]),
        ("Née à Mila, elle passe par HEC Montréal. Au collège Ibn Arabi et au centre Al Wafa, on danse.",
         ["HEC Montréal", "Collège Ibn Arabi", "Centre Al Wafa"]),
        ("Le collectif Gardons nos puits, né à Tala, a signé. Selon La Poste tunisienne, tout va bien.",
         ["Gardons nos puits", "La Poste tunisienne"]),
        ("Le conseil de la ville a voté. La direction de l'énergie de la wilaya a nié. Hier, la Fédération a tranché.",
         ["Conseil de la ville", "Direction de l'énergie de la wilaya", "Fédération"]),
        ("L'AVSD (Association des villages du Sud dans la durée), l'association de la Danse et le Théâtre (ADT) là.",
         ["Association des villages du Sud dans la durée", "Association de la Danse et le Théâtre"]),
        ("Le Groupe Banque du Souf recrute. La Banque du Souf paie. La « North Bay University » et l'Ugtt attendent.",
         ["Banque du Souf", "North Bay University", "Ugtt"]),
        ("Il signe à l'US Salmona, dit-il à La Gazzetta dello Sport. Salma dirige Cartonnerie du Souf.",
         ["US Salmona", "La Gazzetta dello Sport", "Cartonnerie du Souf"]),
        ("Radio Tazarka publie l'échange. Selon la wilaya de Mila, la route est ouverte.",
         ["Radio Tazarka", "Wilaya de Mila"]),
        ("D'après la commune de Mila, la route est ouverte. D'après Zorbatech, elle est fermée.",
         ["Commune de Mila", "Zorbatech"]),
        ("Ancien auditeur chez Cabinet Rachid Tazrout & Associés, il part.", ["Cabinet Rachid Tazrout & Associés"]),
    ],
)  # fmt: skip
def test_bodies_by_their_company(text: str, bodies: list[str]) -> None:
    assert organisations(cast_of(text)) == bodies


@pytest.mark.parametrize(
    "text",
    [
        "Slimani quitte la ville. Son président, Nabil Tazrout, le regrette.",
        "Il a accusé le ministère d'avoir menti. Total du préjudice : dix millions. Photo : D.R.",
        "Il joue dans l'équipe B. Le quotidien le croit. Il a participé à la fondation du village.",
        "La directrice du Mila Jazz Festival et de Jeunes Week Safi a parlé du Digital Act et du label Jeunes Act.",
        "Elle a écrit « Le Temps des semailles ». Sur ordre de la Faculté, il se repose.",
        "LA FORMATION EN QUESTION",
        "La Ligue 1 Mobilis et la Botola Inwi reprennent, dit la cofondatrice et CWO de la jeune équipe.",
        "Il pleuvait, le Sud-Africain attaquait.",
    ],
)
def test_acts_events_and_titles_are_none(text: str) -> None:
    assert [name for name in organisations(cast_of(text)) if name != "Faculté"] == []


def test_people_behind_posts_with_a_thing_and_behind_places() -> None:
    text = "La chargée de mission Amel Tazrout a été élue à la place de Hamid Tazarki. La maison de Nora Tazi est vide."
    assert people(cast_of(text)) == ["Amel Tazrout", "Hamid Tazarki", "Nora Tazi"]


def test_surnames_that_are_listed_with_people() -> None:
    text = (
        "Après Nabil Tazrout et Amrani, il partage le titre avec Slimani, Hadj Moussa et Rachid L'Abid. À Safi, il vit."
    )
    assert people(cast_of(text)) == ["Nabil Tazrout", "Amrani", "Slimani", "Hadj Moussa", "Rachid L'Abid"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Né en 1951 à Tazarka, apprenti, il chante. A Metlaoui, capitale des mines, il pleut avant Noël.", []),
        ("Des dizaines d'habitants d'Aït Yahia Karim ont bloqué la route.", []),
        ("Il rend hommage à Slimani, ancien joueur. Le directeur d'une société de Mila, Nabil Tazrout, a parlé.",
         ["Slimani", "Nabil Tazrout"]),
        ("C'était dans la langue de Molière. Le dessin est de Samir, étudiant.", ["Molière", "Samir"]),
    ],
)  # fmt: skip
def test_towns_that_could_be_names_and_names_that_could_be_firms(text: str, named: list[str]) -> None:
    assert people(cast_of(text)) == named


def test_given_names_that_clubs_bear_are_of_people_too() -> None:
    assert people(cast_of("Widad Amrani a répondu.")) == ["Widad Amrani"]
