"""The land of a holder in the title: kept beside the name, no part of the title where it tells whom a reader knows."""

import pytest

from tests.extraction.cast_of import cast_of, roles


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Le technicien serbe Karim Tazi dirige la séance.", "technicien serbe"),
        ("La violoniste libanaise, Lamia Fassi, ouvre le bal.", "violoniste libanaise"),
        ("Lamia Fassi, romancière franco-algérienne, signe ses livres.", "romancière franco-algérienne"),
        ("Karim Tazi, peintre togolais, expose à Safi.", "peintre togolais"),
        ("Le cinéaste burkinabé Karim Tazi a voté.", "cinéaste burkinabé"),
        ("Karim Tazi (poète éthiopien) a lu ses vers.", "poète éthiopien"),
    ],
)
def test_a_title_beside_the_name_keeps_the_land(text: str, title: str) -> None:
    assert [role[1:] for role in roles(cast_of(text))] == [(title, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Le coach sfaxien, Karim Tazi, se tait.",
        "Karim Tazi, le coach bizertin, se tait.",
        "Karim Tazi dirige la séance. Le coach portugais n'a rien dit.",
    ],
)
def test_the_town_of_a_team_and_the_land_of_who_is_known_are_no_words_of_the_title(text: str) -> None:
    assert [title for _, title, _ in roles(cast_of(text))] == ["coach"]
