"""Titles and what stands beside them: fields without "de", lines of their own, joined ones, styles, who is told."""

import pytest

from tests.extraction.cast_of import cast_of, roles


def _pairs(text: str) -> list[tuple[str, str]]:
    return [role[:2] for role in roles(cast_of(*text.split("\n")))]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("directrice Communication de TriNord", ("directrice Communication", "TriNord")),
        ("directrice Marketing et RSE chez TriNord", ("directrice Marketing et RSE", "TriNord")),
        ("directeur du pôle Énergie de TriNord", ("directeur du pôle Énergie", "TriNord")),
        ("responsable du département Marketing de TriNord", ("responsable du département Marketing", "TriNord")),
        ("responsable RH de TriNord", ("responsable RH", "TriNord")),
        ("chef du service Économie", ("chef du service Économie", None)),
        ("directeur des opérations de TriNord", ("directeur des opérations", "TriNord")),
    ],
)
def test_a_field_of_work_behind_a_post_belongs_to_the_title(title: str, role: tuple[str, str | None]) -> None:
    assert roles(cast_of(f"Nour Tazi, {title}, est là."))[0][1:] == role


def test_a_title_below_a_line_with_a_name_is_of_whom_it_names() -> None:
    assert _pairs("Karim Tazi\nDirecteur du port de Safi") == [("Karim Tazi", "Directeur du port de Safi")]


def test_a_sentence_below_a_line_with_a_name_gives_no_title() -> None:
    text = "Karim Tazi\nDirecteur ou pas, chacun doit venir au conseil avec ses propres dossiers et ses papiers."
    assert _pairs(text) == []


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Karim Tazi, CEO et cofondateur de TriNord, est là.", ["CEO et cofondateur"]),
        ("Karim Tazi, cofondateur et directeur général de TriNord, est là.", ["cofondateur", "directeur général"]),
        ("Karim Tazi, luthier et chanteur, est là.", ["luthier et chanteur"]),
        ("Nour Tazi, pédiatre et endocrinologue au CHU Ibn Sina, est là.", ["pédiatre", "endocrinologue"]),
        ("Biologiste et chercheuse à l'Institut X, Nour Tazi est là.", ["Biologiste", "chercheuse"]),
        ("Karim Tazi, imam et président de la ligue, est là.", ["imam", "président de la ligue"]),
        ("Karim Tazi, potier à Safi et président de la ligue, est là.", ["potier", "président de la ligue"]),
    ],
)
def test_two_bare_nouns_of_one_kind_are_one_title_where_the_second_has_no_house(text: str, titles: list[str]) -> None:
    assert [title for _, title in _pairs(text)] == titles


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Le porte-parole de la Protection civile, le colonel Karim Tazi, est là.", ["porte-parole"]),
        ("Le professeur Karim Tazi, chef de service au CHU Ibn Sina, est là.", ["chef de service"]),
        ("Le professeur Karim Tazi est là.", ["professeur"]),
        ("Le colonel Karim Tazi est là.", ["colonel"]),
        ("Le capitaine Karim Tazi, gardien du Raja, est là.", ["capitaine", "gardien"]),
    ],
)
def test_what_only_styles_a_name_is_no_role_beside_a_title(text: str, titles: list[str]) -> None:
    assert [title for _, title in _pairs(text)] == titles


CASES: list[tuple[str, list[tuple[str, str]]]] = [
    (  # somebody introduced in the middle of a sentence
        "Il a arrêté deux ans, et puis un entraîneur, Karim Tazi, est venu frapper à la porte.",
        [("Karim Tazi", "entraîneur")],
    ),
    ("Devant un juge, Karim Tazi, 35 ans, a nié.", []),
    ("Avec un médecin, Karim Tazi a ouvert une clinique.", []),
    (  # to whom it is said is not who says it
        "Dans une déclaration à la correspondante de la radio, le directeur du port, Karim Tazi, a rassuré.",
        [("Karim Tazi", "directeur du port")],
    ),
    (
        "Dans un entretien avec le chef du service, le directeur du port, Karim Tazi, a rassuré.",
        [("Karim Tazi", "directeur du port")],
    ),
    (  # another holder of the noun, by gender
        "L'avocate Lamia Fassi a plaidé hier. Me Karim Tazi s'est levé. « C'est faux », a lancé l'avocat.",
        [("Lamia Fassi", "avocate"), ("Karim Tazi", "avocat")],
    ),
    (  # a daughter bears her father's name behind "Mint"
        "L'institut ouvre. Sa directrice, Khadijetou Mint Ahmed, nous reçoit.",
        [("Khadijetou Mint Ahmed", "directrice")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_whose_a_title_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert _pairs(text) == expected
