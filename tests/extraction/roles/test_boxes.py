"""Titles in a biographical box are those of the one person it is about."""

import pytest

from tests.extraction.cast_of import cast_of, roles


@pytest.mark.parametrize(
    "lines",
    [
        ("Bio express", "2010 : directrice adjointe d'Ora Bank", "2019 : présidente de la Ligue des livres"),
        ("BIO", "Directrice adjointe d'Ora Bank en 2010.", "Présidente de la Ligue des livres depuis 2019."),
        ("Parcours", "2010-2014 : directrice adjointe d'Ora Bank", "Depuis 2019 : présidente de la Ligue des livres"),
        ("Repères", "• Directrice adjointe d'Ora Bank (2010)", "• Présidente de la Ligue des livres"),
        ("2010 : directrice adjointe d'Ora Bank", "2019 : présidente de la Ligue des livres"),
    ],
)
def test_titles_at_the_head_of_the_lines_of_a_box(lines: tuple[str, ...]) -> None:
    found = roles(cast_of("Lamia Fassi nous reçoit à Safi.", *lines))
    assert [(name, title.lower(), body) for name, title, body in found] == [
        ("Lamia Fassi", "directrice adjointe", "Ora Bank"),
        ("Lamia Fassi", "présidente", "Ligue des livres"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Lamia Fassi et Karim Tazi nous reçoivent.", "Bio express", "2010 : directrice d'Ora Bank"),
        ("Lamia Fassi nous reçoit.", "2010 : directrice d'Ora Bank"),
        ("Karim Tazi nous reçoit.", "Bio express", "2010 : directrice d'Ora Bank"),
        ("Lamia Fassi nous reçoit.", "Bio express", "Elle a remplacé la directrice d'Ora Bank."),
    ],
)
def test_a_box_of_nobody_sure_gives_no_title(lines: tuple[str, ...]) -> None:
    assert roles(cast_of(*lines)) == []
