"""Titles that no title in the text gives: who presides, trains, directs; what a title says in other words."""

import pytest

from tests.extraction.printed_article import Expected, assert_said

CASES: list[tuple[str, Expected]] = [
    (  # who presides, trains or directs is called so, though nobody gives the title
        "Le jury est présidé par la cinéaste Lamia Fassi. À ses côtés siègent Driss Chami et Nadia Mernissi."
        " « Nous défendrons des regards », a annoncé la présidente du jury.",
        [("Lamia Fassi", None)],
    ),
    (
        "L'équipe de Karim Alami a gagné hier. Le gardien Samir Lahlou a brillé. « On a beaucoup souffert », a confié"
        " l'entraîneur du Stade de Safi.",
        [("Karim Alami", None)],
    ),
    (
        "Le collectif, que dirige Karim Alami, a réuni ses cadres. « Nous irons au bout », a lancé le patron du"
        " collectif.",
        [("Karim Alami", None)],
    ),
    (  # but not who only presides at a meeting
        "La séance, présidée par le wali Karim Alami, a duré. « Il faut agir vite », a dit le président de la ligue.",
        [("le président de la ligue", None)],
    ),
    (  # the title in other words, whatever else the holder is minister of and whoever else is a "chef"
        "Le chef de mission, Driss Chami, attendait. Le ministre des Affaires étrangères, des Ports et des Phares,"
        " Karim Alami, l'a salué. « Tout est prêt », a dit le chef de la diplomatie.",
        [("Karim Alami", None)],
    ),
    (
        "Le ministre de l'Intérieur, Karim Alami, a parlé. « Le vote sera sûr », promet le premier flic du pays.",
        [("Karim Alami", None)],
    ),
    (
        "Le patron de la Fédération des conserveries, Karim Alami, est venu. Le président de la fédération a rappelé"
        " que la sardine se vend bien.",
        [("Karim Alami", "la sardine se vend bien")],
    ),
    (  # an adjective in -ant is no report, so the colon's subject speaks
        "Cinq marins sont à l'hôpital, où la chef de service Lamia Fassi s'est voulue rassurante : « Ils sortiront"
        " demain ».",
        [("Lamia Fassi", "Ils sortiront demain")],
    ),
    (
        "Cinq marins sont à l'hôpital, où le chef de service Karim Alami s'est voulu rassurant : « Ils sortiront"
        " demain ».",
        [("Karim Alami", "Ils sortiront demain")],
    ),
    (  # a board says no I
        "Le conseil de surveillance a nommé Karim Alami. Sa nomination attend un visa. « Je mesure ma chance »,"
        " écrit-il.",
        [("Karim Alami", "Je mesure ma chance")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_leads_is_meant_by_the_title(text: str, expected: Expected) -> None:
    assert_said(text, expected)
