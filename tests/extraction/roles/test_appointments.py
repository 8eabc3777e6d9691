"""Titles in news of appointments: lists, headings, days between verb and title, and who held the post before."""

import pytest

from tests.extraction.cast_of import cast_of, roles


def test_a_list_of_appointments_names_the_body_the_post_and_the_person() -> None:
    cast = cast_of(
        "Agence urbaine de Safi", "Directeur général : Karim Tazi", "• Trésorière : Mme Lamia Fassi, juriste"
    )
    assert roles(cast) == [
        ("Karim Tazi", "Directeur général", "Agence urbaine de Safi"),
        ("Lamia Fassi", "Trésorière", None),
        ("Lamia Fassi", "juriste", None),
    ]


@pytest.mark.parametrize(
    "when",
    [
        "",
        ", jeudi,",
        " samedi soir",
        " hier",
        " cet été",
        " en mars",
        " début janvier",
        " la semaine dernière",
        " ce lundi",
    ],
)
def test_a_day_may_stand_between_the_verb_and_the_title(when: str) -> None:
    assert roles(cast_of(f"Lamia Fassi a été nommée{when} directrice générale.")) == [
        ("Lamia Fassi", "directrice générale", None)
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Lamia Fassi, nommée en mars directrice artistique, est là.", ["directrice artistique"]),
        (
            "Lamia Fassi, directrice technique promue cet été directrice générale, est là.",
            ["directrice technique", "directrice générale"],
        ),
        ("Lamia Fassi écrit. La romancière, élue en mai présidente, est là.", ["romancière", "présidente"]),
        ("Lamia Fassi joue. La comédienne, également chanteuse, est là.", ["comédienne", "chanteuse"]),
    ],
)
def test_a_second_post_is_of_the_same_person(text: str, titles: list[str]) -> None:
    assert [title for _, title, _ in roles(cast_of(text))] == titles


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Lamia Fassi remplace Karim Tazi, qui occupait le poste de directeur et qui retrouve son poste de wali.",
            [("Karim Tazi", "directeur"), ("Karim Tazi", "wali")],
        ),
        ("Lamia Fassi, qui remplace Karim Tazi au poste de wali, est là.", []),
        ("Lamia Fassi, invitée de Karim Tazi, occupe le poste de wali.", []),
    ],
)
def test_a_relative_clause_tells_who_holds_the_post(text: str, held: list[tuple[str, str]]) -> None:
    assert [(name, title) for name, title, _ in roles(cast_of(text))] == held


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Questions à Lamia Fassi", "Présidente de la Ligue des fleuves"), ["Lamia Fassi"]),
        (("Entretien avec Karim Tazi", "Ancien directeur de la Ligue des fleuves"), ["Karim Tazi"]),
        (("Questions à Lamia Fassi", "Présidente de la Ligue des fleuves, Nour Tazi est là."), ["Nour Tazi"]),
        (("La salle attend Lamia Fassi", "Présidente de la Ligue des fleuves"), []),
    ],
)
def test_a_title_below_a_heading_is_of_whom_it_names(lines: tuple[str, ...], names: list[str]) -> None:
    assert [name for name, _, _ in roles(cast_of(*lines))] == names


def test_a_sentence_behind_a_colon_appoints_nobody() -> None:
    assert roles(cast_of("Le juge : Nadia Cherif a menti, dit la presse.")) == []
    assert roles(cast_of("Maire : Karim Alami doit partir.")) == []
