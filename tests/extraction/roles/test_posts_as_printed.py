"""Posts as papers print them: a firm without "de", the spelling of 1990, capitals, ministers charged with a field."""

import pytest

from tests.extraction.cast_of import cast_of, people, roles


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Omar Talbi, PDG Nitrex Capital, a parlé.", ("PDG", "Nitrex Capital")),
        ("Nadia Cherif (DG Nitrex Capital) a parlé.", ("DG", "Nitrex Capital")),
        ("L'entraineur du Widad de Boufarik, Omar Talbi, a parlé.", ("entraineur", "Widad de Boufarik")),
        ("La très discrète directrice de l'agence Zellij, Nadia Cherif, a parlé.", ("directrice", "Zellij")),
        ("Omar Talbi, le tout nouveau président de la CGEM, a parlé.", ("président", "CGEM")),
        ("Le groupe Zellij sort de l'ombre. Dans un entretien avec Médias24, sa présidente, Nadia Cherif, a parlé.",
         ("présidente", "Zellij")),
        ("Omar Talbi, Expert Sectoriel, a parlé.", ("Expert Sectoriel", None)),
        ("Le wali, au sortir du Conseil de Bank Al-Maghrib, est parti. Omar Talbi, wali de Bank Al-Maghrib, reste.",
         ("wali", "Bank Al-Maghrib")),
        ("La ministre en charge des Forêts, Nadia Cherif, a parlé.",
         ("ministre en charge des Forêts", "Ministère des Forêts")),
        (
            "Omar Talbi, ministre délégué auprès du Chef du gouvernement, chargé des Forêts et de l'eau, a parlé.",
            (
                "ministre délégué auprès du Chef du gouvernement, chargé des Forêts et de l'eau",
                "Ministère des Forêts et de l'eau",
            ),
        ),
    ],
)  # fmt: skip
def test_a_post_is_read_as_it_is_printed(text: str, expected: tuple[str, str | None]) -> None:
    ((_, title, organisation),) = roles(cast_of(text))
    assert (title, organisation) == expected


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Le PDG Omar Talbi a parlé.", [("Omar Talbi", "PDG", None)]),
        ("Omar Talbi, Expert Sectoriel, Rapporteur du dernier bilan, a parlé.", [
            ("Omar Talbi", "Expert Sectoriel", None), ("Omar Talbi", "Rapporteur", None)]),
    ],
)  # fmt: skip
def test_a_post_takes_no_person_for_its_firm_and_no_adjective_for_a_person(
    text: str, held: list[tuple[str, str, str | None]]
) -> None:
    cast = cast_of(text)
    assert people(cast) == ["Omar Talbi"]
    assert roles(cast) == held
