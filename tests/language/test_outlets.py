"""The list of outlets: one entry an outlet, found under every name it is printed with."""

import pytest

from newsdb.language.outlets import find_outlet, fold_outlet_name, is_outlet_name, known_outlets


def test_names_are_unique() -> None:
    names = [fold_outlet_name(outlet.name) for outlet in known_outlets()]
    assert len(names) == len(set(names)) >= 120


def test_every_entry_is_whole() -> None:
    for outlet in known_outlets():
        assert outlet.kind in ("publisher", "aggregator")
        assert outlet.country == "" or (len(outlet.country) == 2 and outlet.country.isupper())
        assert outlet.name == outlet.name.strip() != ""


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Les ECO", "Les Inspirations Éco"),
        ("Les Inspirations Eco", "Les Inspirations Éco"),
        ("Les Echos quotidien", "Les Inspirations Éco"),
        ("Finances news", "Finances News Hebdo"),
        ("F.N.H.", "Finances News Hebdo"),
        ("LE SOIR D’ALGERIE", "Le Soir d'Algérie"),
    ],
)
def test_spellings_of_one_outlet_meet(printed: str, name: str) -> None:
    found = find_outlet(printed)
    assert found is not None
    assert found.name == name


def test_name_of_two_outlets_is_neither_until_the_country_is_known() -> None:
    assert find_outlet("Libération") is None
    assert is_outlet_name("Libération")
    found = find_outlet("Libération", {"MA", "DZ", "TN"})
    assert found is not None
    assert found.country == "MA"


def test_unknown_name_is_no_outlet() -> None:
    assert find_outlet("La Lanterne du Détroit") is None
    assert not is_outlet_name("La Lanterne du Détroit")
