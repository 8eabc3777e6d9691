"""Since when and until when a title is held, where its sentence says so."""

from datetime import date

import pytest

from newsdb.facts import Role
from tests.extraction.cast_of import cast_of


def _role(text: str) -> Role:
    (member,) = cast_of(text).people
    (role,) = member.person.roles
    return role


@pytest.mark.parametrize(
    ("text", "start", "precision"),
    [
        ("Karim Tazi, directeur de l'Office des ports depuis 2019, est là.", date(2019, 1, 1), "year"),
        ("Karim Tazi, directeur de l'Office des ports depuis mars 2019, est là.", date(2019, 3, 1), "month"),
        (
            "Karim Tazi, directeur de l'Office des ports, qu'il dirige depuis le 3 mai 2011, est là.",
            date(2011, 5, 3),
            "day",
        ),
        ("Karim Tazi, directeur de l'Office des ports, nommé en 2019, est là.", date(2019, 1, 1), "year"),
        ("Karim Tazi, nommé le 3 mai 2020 directeur de l'Office des ports, est là.", date(2020, 5, 3), "day"),
        (
            "Le directeur de l'Office des ports, Karim Tazi, en poste depuis juin 2020, est là.",
            date(2020, 6, 1),
            "month",
        ),
        ("La directrice de l'Office des ports Lamia Fassi (nommée en 2021) est là.", date(2021, 1, 1), "year"),
    ],
)
def test_a_beginning_that_the_sentence_tells_is_kept_as_exact_as_it_is(text: str, start: date, precision: str) -> None:
    role = _role(text)
    assert (role.valid_from, role.valid_to, role.valid_precision) == (start, None, precision)


@pytest.mark.parametrize(
    "text",
    [
        "Karim Tazi, président de l'Office des ports de 2010 à 2014, est là.",
        "Karim Tazi, président de l'Office des ports entre 2010 et 2014, est là.",
        "Karim Tazi, président de l'Office des ports (2010-2014), est là.",
    ],
)
def test_both_ends_are_kept(text: str) -> None:
    role = _role(text)
    assert (role.valid_from, role.valid_to, role.valid_precision) == (date(2010, 1, 1), date(2014, 1, 1), "year")


def test_an_end_alone_is_kept() -> None:
    role = _role("Karim Tazi, ancien président de l'Office des ports, en poste jusqu'en juin 2014, est là.")
    assert (role.valid_from, role.valid_to, role.valid_precision) == (None, date(2014, 6, 1), "month")


def test_two_ends_are_as_exact_as_the_coarser() -> None:
    role = _role("Karim Tazi, président de l'Office des ports du 3 mai 2010 à 2014, est là.")
    assert (role.valid_from, role.valid_to, role.valid_precision) == (date(2010, 1, 1), date(2014, 1, 1), "year")


@pytest.mark.parametrize(
    "text",
    [
        "Karim Tazi, président de l'Office des ports, attend la pluie depuis 2019.",
        "Karim Tazi, président de l'Office des ports, en poste jusqu'en juin, est là.",
        "Karim Tazi, président de l'Office des ports, né en 1960, est là.",
        "Karim Tazi, président de l'Office des ports depuis deux ans, est là.",
        "Karim Tazi, président de l'Office des ports. Depuis 2019, il pleut.",
    ],
)
def test_other_dates_and_dates_without_a_year_say_nothing_of_the_title(text: str) -> None:
    role = _role(text)
    assert (role.valid_from, role.valid_to, role.valid_precision) == (None, None, None)


def test_a_repeated_title_keeps_the_dates_of_either_printing() -> None:
    cast = cast_of("Le président Karim Tazi est là.", "Karim Tazi, président de l'Office des ports, est là.",
                   "Karim Tazi, président depuis 2019, repart.")  # fmt: skip
    (role,) = cast.people[0].person.roles
    assert (role.title, role.organisation, role.valid_from) == ("président", "Office des ports", date(2019, 1, 1))
