"""Standing committees of parliaments and councils: bodies by their field, or parts of the house named with them."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, roles


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le texte attend devant la commission des finances.", "Commission des finances"),
        ("La commission des lois a rejeté le texte.", "Commission des lois"),
        ("Elle a saisi la commission de la pêche et de l'élevage.", "Commission de la pêche et de l'élevage"),
        ("Il parle à la commission permanente du tourisme.", "Commission permanente du tourisme"),
    ],
)
def test_a_committee_is_named_by_its_field(text: str, name: str) -> None:
    assert organisations(cast_of(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Une commission des finances serait utile.",
        "La commission de suivi se réunit.",
        "La commission du vendeur est de deux dirhams.",
        "La commission de change est gratuite.",
    ],
)
def test_what_is_for_no_field_is_no_committee(text: str) -> None:
    assert organisations(cast_of(text)) == []


@pytest.mark.parametrize(
    "house", ["de l'Assemblée des représentants du peuple", "à la Chambre des représentants", "de l'APN", "du Sénat"]
)
def test_a_committee_is_a_part_of_the_house_that_is_named_with_it(house: str) -> None:
    cast = cast_of(f"La présidente de la commission des lois {house}, Lamia Fassi, se tait.")
    (role,) = roles(cast)
    assert role[1] == "présidente de la commission des lois"
    assert organisations(cast) == [role[2]]


def test_who_presides_a_committee_holds_the_office_in_it() -> None:
    cast = cast_of("Karim Tazi, rapporteur de la commission de la santé, se tait.")
    assert roles(cast) == [("Karim Tazi", "rapporteur", "Commission de la santé")]
