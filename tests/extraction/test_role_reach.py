"""How far a title goes: its fields, its rank behind the complement, the part of a body it is held in, its house."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, roles


@pytest.mark.parametrize(
    "title",
    [
        "directrice de la santé et de la population",
        "directeur du commerce et de la promotion des exportations",
        "directeur de l'industrie, des mines et de l'énergie",
        "inspectrice de l'hygiène et de la sécurité",
        "chef du service de la voirie et de l'éclairage",
        "ministre des Ressources en eau",
    ],
)
def test_an_office_keeps_all_its_fields(title: str) -> None:
    assert [role[1] for role in roles(cast_of(f"Nour Tazi, {title}, est là."))] == [title]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Karim Tazi, directeur de la mine et des ouvriers ont signé.", "directeur de la mine"),
        ("Karim Tazi, chef du chantier et Lamia Fassi sont là.", "chef du chantier"),
    ],
)
def test_people_behind_an_office_are_no_field_of_it(text: str, title: str) -> None:
    assert ("Karim Tazi", title) in [role[:2] for role in roles(cast_of(text))]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Le président de la commission des affaires rurales de l'Assemblée nationale, Karim Tazi, est là.",
            ("Karim Tazi", "président de la commission des affaires rurales", "Assemblée nationale"),
        ),
        (
            "Lamia Fassi, rapporteure de la commission des lois à la Chambre des représentants, est là.",
            ("Lamia Fassi", "rapporteure de la commission des lois", "Chambre des représentants"),
        ),
        (
            "Karim Tazi, chef du département des brûlés de l'hôpital Ibn Sina, est là.",
            ("Karim Tazi", "chef du département des brûlés", "Hôpital Ibn Sina"),
        ),
        (
            "Karim Tazi, secrétaire du bureau de wilaya du Syndicat des dockers, est là.",
            ("Karim Tazi", "secrétaire du bureau de wilaya", "Syndicat des dockers"),
        ),
    ],
)
def test_a_part_of_a_body_belongs_to_the_title_and_the_body_is_its_own(
    text: str, role: tuple[str, str, str | None]
) -> None:
    assert roles(cast_of(text)) == [role]


@pytest.mark.parametrize(
    "title",
    [
        "directrice de projet adjointe",
        "chef de laboratoire adjoint",
        "cheffe de produit senior",
        "juge de paix suppléant",
    ],
)
def test_the_rank_behind_the_complement_belongs_to_the_title(title: str) -> None:
    assert [role[1] for role in roles(cast_of(f"Nour Tazi, {title}, est là."))] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Karim Tazi a été élu entrepreneur de l'année.",
        "Lamia Fassi, joueuse du mois, est là.",
        "Karim Tazi, homme du match et meilleur défenseur du tournoi, est là.",
    ],
)
def test_a_distinction_is_no_role(text: str) -> None:
    assert roles(cast_of(text)) == []


@pytest.mark.parametrize(
    ("text", "title", "house"),
    [
        ("Karim Tazi, gérant de la briqueterie Alaoui, est là.", "gérant", "Briqueterie Alaoui"),
        ("Karim Tazi, patron de la boulangerie Amrani, est là.", "patron", "Boulangerie Amrani"),
        ("Karim Tazi, gérant de l'huilerie familiale Ben Salah, est là.", "gérant", "Huilerie familiale Ben Salah"),
        ("Karim Tazi, contremaître à la conserverie Idrissi, est là.", "contremaître", "Conserverie Idrissi"),
        ("Karim Tazi, gérant du groupe Zahra, est là.", "gérant", "Zahra"),
        ("Karim Tazi, avocat au cabinet Benjelloun, est là.", "avocat", "Benjelloun"),
    ],
)
def test_a_workshop_or_a_firm_with_the_name_of_its_owner_is_no_person(text: str, title: str, house: str) -> None:
    cast = cast_of(text)
    assert people(cast) == ["Karim Tazi"]
    assert organisations(cast) == [house]
    assert roles(cast) == [("Karim Tazi", title, house)]


@pytest.mark.parametrize("text", ["La raffinerie de Skikda a brûlé.", "La raffinerie Skikda a brûlé."])
def test_a_workshop_is_not_named_by_its_town(text: str) -> None:
    assert organisations(cast_of(text)) == []


@pytest.mark.parametrize("address", ["M.", "Mme", "Mlle", "Dr", "Pr", "Monsieur", "Madame"])
def test_the_name_of_a_town_behind_a_civility_is_that_of_a_person(address: str) -> None:
    assert people(cast_of(f"Interrogé hier, {address} Berrechid a souri.")) == ["Berrechid"]


def test_a_civility_with_the_name_of_a_town_means_who_was_named_in_full() -> None:
    assert people(cast_of("Lamia Settat chante.", "Mme Settat a souri à Settat.")) == ["Lamia Settat"]
