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


@pytest.mark.parametrize(
    ("text", "role", "body"),
    [
        (
            "Nour Tazi, trésorière du comité régional du Syndicat des dockers, est là.",
            "trésorière du comité régional",
            "Syndicat des dockers",
        ),
        ("Nour Tazi, membre du conseil national de l'UGTT, est là.", "membre du conseil national", "UGTT"),
        (
            "Nour Tazi, rapporteure de la commission régionale de la Fédération du textile, est là.",
            "rapporteure de la commission régionale",
            "Fédération du textile",
        ),
    ],
)
def test_an_organ_of_a_body_is_no_body(text: str, role: str, body: str) -> None:
    cast = cast_of(text)
    assert organisations(cast) == [body]
    assert roles(cast) == [("Nour Tazi", role, body)]


def test_the_council_of_an_order_is_a_body() -> None:
    assert organisations(cast_of("Le conseil national de l'Ordre des médecins a protesté.")) == [
        "Conseil national de l'Ordre des médecins"
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Karim Tazi, recruté en avril et jusqu'alors directeur du port, est là.", ["directeur du port"]),
        ("Lamia Fassi, arrivée en mai et auparavant gérante d'Ora Bank, est là.", ["gérante"]),
        ("Karim Tazi, entré chez Ora Bank comme ingénieur, en est devenu le PDG.", ["ingénieur", "PDG"]),
        ("Lamia Fassi, artiste peintre et céramiste installée à Safi, est là.", ["artiste peintre", "céramiste"]),
        ("L'artiste plasticienne Lamia Fassi est là.", ["artiste plasticienne"]),
        ("Karim Tazi, champion d'Afrique du 800 mètres, est là.", ["champion d'Afrique du 800 mètres"]),
        ("Karim Tazi, champion d'Algérie des moins de 60 kg, est là.", ["champion d'Algérie des moins de 60 kg"]),
        (
            "Lamia Fassi, présidente de l'association des parents de l'école Ibn Badis, est là.",
            ["présidente de l'association des parents de l'école Ibn Badis"],
        ),
    ],
)
def test_titles_of_people_on_the_move_of_artists_and_of_champions(text: str, titles: list[str]) -> None:
    assert [title for _, title, _ in roles(cast_of(text))] == titles


@pytest.mark.parametrize(
    "text",
    [
        "Son film « Le Marchand de Safi » sort mercredi.",
        "Le documentaire tunisien « La Banque du sel » est en salle.",
        "Karim Tazi est l'auteur de « La Fondation du sable ».",
        "Un recueil intitulé « Le Club des muets » a paru.",
    ],
)
def test_the_title_of_a_work_names_nobody(text: str) -> None:
    cast = cast_of(text)
    assert organisations(cast) == []
    assert people(cast) in ([], ["Karim Tazi"])


@pytest.mark.parametrize(
    ("lines", "roles_told"),
    [
        (
            ("Salma Idrissi a eu vingt sur vingt.", "« Je n'y croyais plus du tout », raconte la lycéenne."),
            [("Salma Idrissi", "lycéenne")],
        ),
        (
            ("Karim Tazi, maire de Safi, sourit. Un gardien passe.", "« Tout est fermé la nuit », dit le gardien."),
            [("Karim Tazi", "maire de Safi")],
        ),
        (
            ("Karim Tazi et Lamia Fassi sourient.", "« Tout est fermé la nuit », dit l'architecte."),
            [],
        ),
    ],
)
def test_a_trade_told_behind_a_quote_is_that_of_the_one_person_of_the_paragraph_before(
    lines: tuple[str, ...], roles_told: list[tuple[str, str]]
) -> None:
    assert [role[:2] for role in roles(cast_of(*lines))] == roles_told


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Le député RCD Karim Tazi s'est abstenu.", ("Karim Tazi", "député", "RCD")),
        ("La maire PJD, Lamia Fassi, a quitté la salle.", ("Lamia Fassi", "maire", "PJD")),
        ("Lamia Fassi sourit. Le député RCD Karim Tazi s'est abstenu.", ("Karim Tazi", "député", "RCD")),
        (
            "Le réalisateur de « La Nuit des figues », Karim Tazi, est là.",
            ("Karim Tazi", "réalisateur de « La Nuit des figues »", None),
        ),
        (
            "La Fédération des dockers proteste. Karim Tazi, secrétaire général de la centrale, est là.",
            ("Karim Tazi", "secrétaire général", "Fédération des dockers"),
        ),
        (
            "Karim Tazi, chargé de la presse à la direction générale de la Protection civile, est là.",
            ("Karim Tazi", "chargé de la presse", "Direction générale de la Protection civile"),
        ),
    ],
)  # fmt: skip
def test_a_party_a_work_or_a_noun_for_the_body_stands_behind_the_title(
    text: str, role: tuple[str, str, str | None]
) -> None:
    assert roles(cast_of(text)) == [role]


@pytest.mark.parametrize("demonym", ["kéfois", "casablancais", "constantinois", "sétifien", "nouakchottois"])
def test_where_somebody_comes_from_is_no_part_of_the_title(demonym: str) -> None:
    assert roles(cast_of(f"L'entraîneur {demonym} Karim Tazi est là.")) == [("Karim Tazi", "entraîneur", None)]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (
            ("Lamia Fassi, mère de deux élèves et présidente de la Ligue des livres, est là.",),
            [("Lamia Fassi", "présidente", "Ligue des livres")],
        ),
        (
            ("Karim Tazi, patron du chalutier « El Amel » et vice-président de la Ligue des livres, est là.",),
            [("Karim Tazi", "patron du chalutier", None), ("Karim Tazi", "vice-président", "Ligue des livres")],
        ),
        (
            ("Karim Tazi est là. Pour l'économiste de l'éducation Samir Alaoui, c'est peu.",),
            [("Samir Alaoui", "économiste de l'éducation", None)],
        ),
        (("Entre-temps, le gardien visiteur, Karim Tazi, avait plongé.",), [("Karim Tazi", "gardien", None)]),
        (
            ("Le Club athlétique de Safi a tranché. Il a démenti le départ de son attaquant, Karim Tazi.",),
            [("Karim Tazi", "attaquant", "Club athlétique de Safi")],
        ),
        (
            ("La Fédération du textile a tranché. Il a démenti le départ de son attaquant, Karim Tazi.",),
            [("Karim Tazi", "attaquant", None)],
        ),
    ],
)
def test_a_title_is_of_whom_and_of_what_its_sentence_tells(
    lines: tuple[str, ...], found: list[tuple[str, str, str | None]]
) -> None:
    assert roles(cast_of(*lines)) == found


def test_a_club_goes_by_the_letters_of_its_hyphenated_town() -> None:
    cast = cast_of("Le Club sportif hammam-lifois a perdu.", "Le capitaine du CSHL, Karim Tazi, est là.")
    assert roles(cast) == [("Karim Tazi", "capitaine", "Club sportif hammam-lifois")]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Karim Tazi, commandant de la 4e région militaire, est là.", "commandant de la 4e région militaire"),
        ("Lamia Fassi, maire du 3e arrondissement, est là.", "maire du 3e arrondissement"),
        ("S.E. Karim Tazi, ambassadeur du Mali, est là.", "ambassadeur du Mali"),
    ],
)
def test_a_number_belongs_to_what_is_headed(text: str, role: str) -> None:
    cast = cast_of(text)
    assert [title for _, title, _ in roles(cast)] == [role]
    assert organisations(cast) == []


@pytest.mark.parametrize("standing", ["propriétaire du riad Salam", "habitante du quartier", "autrice de livres"])
def test_a_title_behind_a_standing_is_of_the_same_person(standing: str) -> None:
    found = roles(cast_of(f"Lamia Fassi, {standing} et trésorière de la Ligue des livres, est là."))
    assert found == [("Lamia Fassi", "trésorière", "Ligue des livres")]
