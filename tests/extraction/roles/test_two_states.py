"""Ministers and ministries of two states in one article, and given names that are printed in two words."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, roles
from tests.extraction.printed_article import told


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        (
            "Le ministre marocain des Affaires étrangères, Karim Tazi, et son homologue espagnol, José Ferrer, ont"
            " signé. Pour le chef de la diplomatie espagnole, rien n'est fini.",
            ["José Ferrer"],
        ),
        (
            "Le ministre algérien de l'Eau, Karim Tazi, et le ministre malien de l'Eau, Drissa Koné, ont signé."
            " Le ministre malien a indiqué que le puits serait creusé.",
            ["Drissa Koné"],
        ),
        (
            "Le ministre algérien de l'Eau, Karim Tazi, est venu. Le ministre libyen assure que le puits sera creusé.",
            [None],
        ),
    ],
)
def test_a_title_with_a_nationality_is_not_that_of_another_states_minister(
    text: str, speakers: list[str | None]
) -> None:
    assert [speaker for speaker, _ in told(text)] == speakers


def test_ministries_of_two_states_are_two_and_one_in_two_orders_is_one() -> None:
    cast = cast_of(
        "Le ministère tunisien de l'Intérieur a nié. Le ministère algérien de l'Intérieur a confirmé.",
        "Le ministère de l'Intérieur tunisien enquête.",
    )
    assert organisations(cast) == ["Ministère tunisien de l'Intérieur", "Ministère algérien de l'Intérieur"]


def test_a_minister_is_of_the_ministry_of_the_same_state() -> None:
    cast = cast_of(
        "Le ministère marocain de l'Intérieur a nié. Le ministère français de l'Intérieur se tait.",
        "Luc Bernard, ministre français de l'Intérieur, est à Rabat.",
    )
    assert roles(cast) == [("Luc Bernard", "ministre français de l'Intérieur", "Ministère français de l'Intérieur")]


@pytest.mark.parametrize(
    "name",
    [
        "El Hadi Mansouri", "Abd Errahmane Lakhal", "Oum Keltoum Bensalem", "Nour El Houda Zitouni",
        "Abou El Kacem Chennoufi", "El Houssine Amzal", "Abd El Kader Bouzid", "Driss El-Yazami",
    ],
)  # fmt: skip
def test_a_given_name_in_two_words_begins_a_full_name(name: str) -> None:
    assert people(cast_of(f"Hier, Me {name} et Zoubeïda Tazi ont plaidé.")) == [name, "Zoubeïda Tazi"]
