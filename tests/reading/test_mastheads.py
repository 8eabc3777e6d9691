"""The outlet that a plain text names beside its author, before its first words or with its section."""

import pytest

from newsdb.document import Document
from newsdb.reading.plain_text import read

PROSE = "Le marché a ouvert à l'aube. Les éleveurs attendaient depuis la veille et les prix ont monté de moitié."


def _read(*lines: str) -> Document:
    return read("\n".join(lines), "a.txt")


@pytest.mark.parametrize(
    ("lines", "outlet", "authors"),
    [
        (["Un marché", PROSE, "Salwa Idrissi / L'Écho du Saïss"], "L'Écho du Saïss", ["Salwa Idrissi"]),
        (["Un marché", PROSE, "R. Z. / El Moudjahid"], "El Moudjahid", ["R. Z."]),
        (["Un marché", "Par Maghreb Conjoncture", "3 février 2020", PROSE], "Maghreb Conjoncture", []),
        (["Un marché", f"Sahel Dépêches – {PROSE}"], "Sahel Dépêches", []),
        (["Un marché", "TelQuel | Portrait", "Par Selma Tahri", PROSE], "TelQuel", ["Selma Tahri"]),
        (["Un marché", PROSE, "J. M. (avec AFP)"], None, ["J. M."]),
        (["Un marché", f"Aleg – {PROSE}"], None, []),
    ],
)
def test_outlet_and_authors(lines: list[str], outlet: str | None, authors: list[str]) -> None:
    document = _read(*lines)
    assert (document.outlet.name if document.outlet else None) == outlet
    assert [author.name for author in document.authors] == authors


@pytest.mark.parametrize(
    "lines",
    [
        ["TelQuel | Portrait", "Le Matin", "3 février 2020", "Un marché", PROSE],
        ["Un marché", "El Watan, 3 février 2020", f"(Le Matin, 3 février 2020) - {PROSE}"],
        ["Un marché", PROSE, "Salwa Idrissi / L'Écho du Saïss", "Nora Idrissi / El Moudjahid"],
    ],
)
def test_none_of_several_outlets_is_guessed(lines: list[str]) -> None:
    document = _read(*lines)
    assert document.outlet is None
    assert document.unknown["outlet"].startswith("the text names several outlets: «")


def test_one_outlet_in_two_spellings_is_one() -> None:
    document = _read("L'Économiste", "Un marché", "L'Economiste | Marchés", "3 février 2020", PROSE)
    assert document.outlet
    assert document.outlet.name == "L'Économiste"


@pytest.mark.parametrize(
    ("lines", "author"),
    [
        (["Un marché", "- De notre envoyée spéciale Dorra MESSADI", PROSE], "Dorra MESSADI"),
        (["Un marché", "Chronique de Mustapha Rezki", PROSE], "Mustapha Rezki"),
        (["Un marché", "F. Z. T.", PROSE], "F. Z. T."),
        ([f"{PROSE} S. M."], "S. M."),
    ],
)
def test_authors_in_other_places(lines: list[str], author: str) -> None:
    assert [found.name for found in _read(*lines).authors] == [author]
