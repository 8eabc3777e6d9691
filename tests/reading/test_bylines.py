"""Signatures: who signs a line, and which lines are none."""

import pytest

from newsdb.reading.bylines import read_byline


def names(line: str) -> list[str] | None:
    text = f"> {line}\n"
    byline = read_byline(text, 2, 2 + len(line))
    if byline is None:
        return None
    assert all(text[author.start : author.end] == author.name for author in byline)
    return [author.name for author in byline]


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Par Lamia Tounsi", ["Lamia Tounsi"]),
        ("PAR LAMIA BEN TOUNSI", ["LAMIA BEN TOUNSI"]),
        ("Lamia Tounsi / Al Bayane", ["Lamia Tounsi"]),
        ("L. T.", ["L. T."]),
        ("J.-B. T. (avec AFP)", ["J.-B. T."]),
        ("L. T./Agences", ["L. T."]),
        ("Agences", ["Agences"]),
        ("(AFP)", ["AFP"]),
        ("Avec MAP", ["MAP"]),
        ("Lamia T. avec agences", ["Lamia T."]),
        ("De notre correspondant à Oran, L. Tounsi", ["L. Tounsi"]),
        ("De notre correspondante à Oran", []),
        ("Propos recueillis par : Lamia Tounsi et Driss Ould Sidi", ["Lamia Tounsi", "Driss Ould Sidi"]),
        ("Par Lamia", ["Lamia"]),
        ("Abdelhak d’Arfoud", ["Abdelhak d’Arfoud"]),
        ("abc/de/fgh", []),
        ("Synthèse de Lamia Tounsi", ["Lamia Tounsi"]),
        ("Le regard de Lamia Tounsi", ["Lamia Tounsi"]),
        ("Le billet de N. Berkane", ["N. Berkane"]),
        ("L'humeur de L. T.", ["L. T."]),
        ("La chronique de Karim Fès, géographe", ["Karim Fès"]),
    ],
)
def test_signature_names_its_authors(line: str, authors: list[str]) -> None:
    assert names(line) == authors


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs",
        "Par exemple, la criée",
        "Le ministre",
        "La Marsa",
        "Digitalisation",
        "Les prix ont tenu",
        "À suivre",
        "Le regard de Rabat",
        "Le mot de Casablanca Finance",
        "Le mot de Wafa Assurance",
        "Le carnet de Sidi Bou Saïd",
        "La chronique de Royal Air Maroc",
        "Billet de Rabat",
        "Reportage : Oran",
        "Rendez-vous à Oran",
        "Par contre, Lamia Tounsi a refusé de nous répondre hier",
    ],
)
def test_line_of_prose_is_no_signature(line: str) -> None:
    assert names(line) is None
