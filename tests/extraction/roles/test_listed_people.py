"""Lists of people with their posts, and posts whose body has parts or several trades in its name."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, roles


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("- Karim Tazi: gérant de Zorva Bank, une banque de Safi;", [("gérant", "Zorva Bank")]),
        ("• Mme Lamia Fassi : fondatrice de Zorva Bank et ancienne doyenne ;",
         [("fondatrice", "Zorva Bank"), ("ancienne doyenne", None)]),
        ("Karim Tazi : président du jury", [("président du jury", None)]),
    ],
)  # fmt: skip
def test_a_line_of_a_list_gives_the_person_and_then_the_post(line: str, held: list[tuple[str, str | None]]) -> None:
    assert [role[1:] for role in roles(cast_of("Il s'agit de :", line))] == held


def test_what_follows_a_colon_inside_a_sentence_is_no_post_of_who_is_named() -> None:
    assert roles(cast_of("Le plus dur revient à Karim Tazi : directeur ou non, il devra partir.")) == []


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le président du comité de la santé au sein de l'ARP, Karim Tazi, part.",
         ("président du comité de la santé", "ARP")),
        ("Karim Tazi, directeur général des Impôts depuis sept ans, part.", ("directeur général des Impôts", None)),
        (
            "La secrétaire générale du Syndicat des médecins, des médecins dentistes et des pharmaciens Lamia Fassi",
            ("secrétaire générale", "Syndicat des médecins, des médecins dentistes et des pharmaciens"),
        ),
    ],
)  # fmt: skip
def test_the_post_and_its_body_are_parted_where_they_meet(text: str, role: tuple[str, str | None]) -> None:
    assert [r[1:] for r in roles(cast_of(text))] == [role]


def test_one_post_is_told_once_however_its_end_is_told() -> None:
    cast = cast_of("Karim Tazi, ex-PDG de Zorva Bank, part. L'ancien PDG de Zorva Bank, Karim Tazi, part.")
    assert len(roles(cast)) == 1
    assert organisations(cast) == ["Zorva Bank"]
