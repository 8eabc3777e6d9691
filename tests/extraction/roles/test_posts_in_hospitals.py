"""Posts in hospitals, juries and parties: fields of a service, forms of address, who appoints."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, roles


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Le Professeur Karim Tazi a été nommé chef de service.", [("Karim Tazi", "chef de service")]),
        ("Le professeur Karim Tazi se tait.", [("Karim Tazi", "professeur")]),
        (
            "La professeure Lamia Fassi, doyenne de Zorva, parle.",
            [("Lamia Fassi", "doyenne")],
        ),
        (
            "La professeure Lamia Fassi parle. Lamia Fassi est élue présidente du jury.",
            [("Lamia Fassi", "professeure"), ("Lamia Fassi", "présidente du jury")],
        ),
        (
            "Lamia Fassi est élue présidente du jury. La professeure Fassi parle.",
            [("Lamia Fassi", "présidente du jury")],
        ),
        (
            "Lamia Fassi dirige un laboratoire à Safi. C'est là que cette biologiste a eu son idée.",
            [("Lamia Fassi", "biologiste")],
        ),
        ("Le Pr Tazi Karim, est désormais chef de service.", [("Tazi Karim", "chef de service")]),
        ("Karim Tazi, chef de service de Cardiologie, part.", [("Karim Tazi", "chef de service de Cardiologie")]),
        ("Karim Tazi chef de service Urologie a signé.", [("Karim Tazi", "chef de service Urologie")]),
        ("Karim Tazi, chef de cabinet de M. Rahmouni, part.", [("Karim Tazi", "chef de cabinet")]),
        ("Président : Karim Tazi (Maroc)", [("Karim Tazi", "Président")]),
        (
            "Nommée par le Roi Hassan II, ministre des Sports, Lamia Fassi sourit.",
            [("Hassan II", "Roi")],
        ),
        (
            "Karim Tazi, rapporteur de la commission préparatoire, part. La commission nationale de la pêche attend.",
            [("Karim Tazi", "rapporteur de la commission préparatoire")],
        ),
    ],
)
def test_a_post_is_read_as_it_is_printed(text: str, held: list[tuple[str, str]]) -> None:
    found = [role[:2] for role in roles(cast_of(text))]
    assert [role for role in found if role[0] == held[0][0]] == held


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Il est suivi à l'établissement hospitalier spécialisé en neurochirurgie Omar Tazi de Safi.",
         ["Établissement hospitalier spécialisé en neurochirurgie Omar Tazi de Safi"]),
        ("Elle dirige le Conseil supérieur provisoire des ports.", ["Conseil supérieur provisoire des ports"]),
        ("Le président de l'UM7, Karim Tazi, se tait.", ["UM7"]),
        ("Lamia Fassi, fondatrice de Zorvato.ma, se tait.", ["Zorvato.ma"]),
        ("Il rejoint le ministère de la santé Berrouk Samir, dit-on.", ["Ministère de la santé"]),
    ],
)  # fmt: skip
def test_a_body_is_named_to_its_end_and_no_further(text: str, names: list[str]) -> None:
    assert organisations(cast_of(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sanaa Tazi et Badiaâ Tazi sont là.", ["Sanaa Tazi", "Badiaâ Tazi"]),
        ("Le compositeur Franco-sénégalais est là.", []),
        ("Abdellamir Zorvati est là.", ["Abdellamir Zorvati"]),
        ("Kariim Tazi est là.", ["Kariim Tazi"]),
    ],
)
def test_a_name_is_known_however_it_is_spelled(text: str, names: list[str]) -> None:
    assert people(cast_of(text)) == names
