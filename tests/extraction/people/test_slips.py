"""A name that is printed with a slip is still that person's, where it can be nobody else's."""

import pytest

from tests.extraction.cast_of import cast_of, people, surfaces


@pytest.mark.parametrize(
    ("lines", "name", "printed"),
    [
        (("Selon Yves Lambrechts, l'eau baisse.", "Le puits, dit Yves Lambrecht, est vide."), "Yves Lambrechts", 2),
        (
            ("Le maire, Omar Bouzerdane, a parlé.", "Bousserdane a dit non, puis Bouzerdame a dit oui."),
            "Omar Bouzerdane",
            2,
        ),
        (("Le maire, Omar Tazrouti, a parlé.", "M. Tazroutti a dit non."), "Omar Tazrouti", 2),
    ],
)
def test_a_slip_in_a_long_surname_is_the_same_person(lines: tuple[str, ...], name: str, printed: int) -> None:
    cast = cast_of(*lines)
    assert people(cast) == [name]
    assert len(surfaces(cast, name)) == printed


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Omar Alami et Omar Alaoui ont parlé.",), ["Omar Alami", "Omar Alaoui"]),
        (("Karim Lambrechts et Yves Lambrecht ont parlé.",), ["Karim Lambrechts", "Yves Lambrecht"]),
        (("Omar Benhima a parlé.", "M. Benhida a dit non."), ["Omar Benhima", "Benhida"]),
        (
            ("Omar Tazrouti et Karim Tazroute ont parlé.", "M. Tazroutu a dit non."),
            ["Omar Tazrouti", "Karim Tazroute", "Tazroutu"],
        ),
    ],
)
def test_other_names_are_other_people(lines: tuple[str, ...], names: list[str]) -> None:
    assert people(cast_of(*lines)) == names


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        (("Ahmed Bensaid et Ahmed Bensaad ont parlé.",), ["Ahmed Bensaid", "Ahmed Bensaad"]),
        (("Omar Tazrouti et Omar Tazroute ont parlé.",), ["Omar Tazrouti", "Omar Tazroute"]),
        (("Fatima Bouzerdane a parlé.", "M. Bouzerdame a dit non."), ["Fatima Bouzerdane", "Bouzerdame"]),
    ],
)
def test_two_known_names_two_in_one_line_and_another_gender_are_no_slips(
    lines: tuple[str, ...], names: list[str]
) -> None:
    assert people(cast_of(*lines)) == names
