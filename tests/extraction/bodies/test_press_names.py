"""Newspapers, stations and sites that no list knows are named by the way an article cites them."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, surfaces


def _printed(*lines: str) -> list[str]:
    """The first printing of each organisation."""
    cast = cast_of(*lines)
    return [surfaces(cast, name)[0] for name in organisations(cast)]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("+Le Flambeau+ écrit que la rentrée aura lieu.", ["Le Flambeau"]),
        ("De son côté, +Al Mechaal+ souligne que la facture a doublé.", ["Al Mechaal"]),
        ("Nadia Tahri revient pour Le Passeur sur ses projets.", ["Le Passeur"]),
        ("« Rien ne presse », a déclaré à La Gazelle de Tahla le maire, Karim Tazi.", ["La Gazelle de Tahla"]),
        ("Contacté par Le Messager du Rif, Karim Tazi n'a pas répondu.", ["Le Messager du Rif"]),
        ("Dans un entretien accordé à L'Élan économique, elle se dit prête.", ["L'Élan économique"]),
        ("Dans les colonnes de L'Aurore, Karim Tazi répond.", ["L'Aurore"]),
        ("Selon Le Reflet, le contrat est signé.", ["Le Reflet"]),
        ("«Le Méridien» rapporte que le procès est reporté.", ["Le Méridien"]),
        ("Interrogée par Sahara Dépêches, elle doute.", ["Sahara Dépêches"]),
        ("Invité de Radio Zitouna Karim Tazi a reconnu une erreur.", ["Radio Zitouna"]),
    ],
)
def test_titles_that_are_cited(text: str, printed: list[str]) -> None:
    assert _printed(text) == printed


def test_a_cited_title_is_known_in_the_whole_article() -> None:
    cast = cast_of("Elle revient pour Le Passeur sur ses projets.", "Le Passeur : Pourquoi partir ?")
    assert surfaces(cast, "Le Passeur") == ["Le Passeur", "Le Passeur"]


@pytest.mark.parametrize(
    "text",
    [
        "Le jury a accordé à La Nuit sacrée le prix du public.",
        "Elle rêve de La Mecque et pense à La Rochelle.",
        "« Le Grand Voyage » est projeté ce soir.",
        "Il a dit à Karima d'attendre.",
    ],
)
def test_other_titles_and_towns_are_no_press(text: str) -> None:
    assert _printed(text) == []


def test_no_person_is_cut_out_of_a_station() -> None:
    assert people(cast_of("a confié à la MAP Karim Alami, président de l'association.")) == ["Karim Alami"]
