"""How far the words of a title go, and which of them are the body that it is held in."""

import pytest

from tests.extraction.cast_of import cast_of

Roles = list[tuple[str, str | None]]


def roles(*lines: str) -> Roles:
    """All titles with the body that each is held in."""
    found = [role for member in cast_of(*lines).people for role in member.person.roles]
    return [(role.title, role.organisation) for role in found]


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("conseillère du ministre du Travail et des Retraites", None),
        ("conseillère du président", None),
        ("ancienne directrice de cabinet du wali de Safi", None),
        ("directrice des Ressources humaines", None),
        ("directrice du Budget", None),
        ("directrice de l'école hôtelière", None),
        ("présidente du comité scientifique", None),
        ("directrice d'usine", None),
        ("directrice du site", None),
        ("cheffe d'atelier adjointe", None),
        ("infirmière à la retraite", None),
        ("coordinatrice pour la région", None),
        ("directrice pour l'Afrique du Nord", None),
        ("responsable du service après-vente", None),
        ("rédactrice en chef photo", None),
        ("vice-championne d'Afrique", None),
        ("professeure de droit", None),
        ("professeure agrégée", None),
        ("avocate du principal suspect", None),
    ],
)
def test_a_title_is_as_long_as_it_is_printed(title: str, body: str | None) -> None:
    assert roles(f"Lamia Fassi, {title}, a parlé.") == [(title, body)]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("trésorière de la section locale du Syndicat X", ("trésorière de la section locale", "Syndicat X")),
        ("directrice des Forêts au ministère du Travail", ("directrice des Forêts", "Ministère du Travail")),
        ("cofondatrice et CEO de Tamarin Pack", ("cofondatrice et CEO", "Tamarin Pack")),
        ("associée chez Phare Ventures", ("associée", "Phare Ventures")),
        ("D.G. de Tamarin Pack", ("D.G.", "Tamarin Pack")),
        ("docteure en droit", ("docteure en droit", None)),
    ],
)  # fmt: skip
def test_the_body_of_a_title_is_told_from_its_words(text: str, role: tuple[str, str | None]) -> None:
    assert roles(f"Lamia Fassi, {text}, a parlé.") == [role]


def test_a_deputy_is_not_the_one_with_the_fuller_title() -> None:
    text = "Karim Tazi, directeur général adjoint de 2008 à 2014, devient directeur général."
    assert [title for title, _ in roles(text)] == ["directeur général adjoint", "directeur général"]


def test_a_first_coach_is_a_coach() -> None:
    assert roles("Il retrouve son premier entraîneur, Karim Tazi, hier.") == [("entraîneur", None)]


def test_a_first_deputy_is_a_first_deputy() -> None:
    assert roles("Le maire et son premier adjoint, Karim Tazi, sourient.") == [("premier adjoint", None)]


def test_initials_are_no_address() -> None:
    cast = cast_of("Son associé, Tarek M., ex-conseiller municipal, est en fuite.")
    assert [member.person.name for member in cast.people] == ["Tarek M."]


def test_a_house_of_culture_is_no_person() -> None:
    assert cast_of("La semaine finira à la salle des fêtes Abdelkrim-Daoud.").people == ()


def test_a_team_by_its_people_is_no_part_of_the_title() -> None:
    assert roles("« Bravo », a dit Karim Tazi, l'entraîneur des Casablancais.") == [("entraîneur", None)]


def test_what_somebody_leads_is_no_person() -> None:
    cast = cast_of("Le PDG de Nadir Bahi Holding, Karim Tazi, a ri, et la société Nadir Bahi Holding avec lui.")
    assert [member.person.name for member in cast.people] == ["Karim Tazi"]


def test_the_town_of_a_mayor_is_no_person() -> None:
    cast = cast_of("En poste depuis 2012, le maire de Walid, Karim Tazi, part.")
    assert [member.person.name for member in cast.people] == ["Karim Tazi"]
