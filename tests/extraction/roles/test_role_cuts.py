"""Where a title ends: behind coordinated adjectives and second nouns, before a client, a state and a place."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, roles


@pytest.mark.parametrize(
    "title",
    [
        "directrice technique et pédagogique",
        "directeur administratif, juridique et financier",
        "secrétaire générale adjointe",
        "infirmière urgentiste",
        "élève ingénieur",
        "médecin anesthésiste",
        "aide-soignante polyvalente",
        "retraitée de la poste",
        "responsable de la formation",
        "premier substitut du procureur de la République",
    ],
)
def test_a_title_keeps_what_qualifies_its_noun(title: str) -> None:
    cast = cast_of(f"Nour Tazi, {title}, est là.")
    assert [role[1] for role in roles(cast)] == [title]
    assert organisations(cast) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Nour Tazi, secrétaire générale et ancienne nageuse, est là.", "secrétaire générale"),
        ("Nour Tazi, directrice technique et principale invitée, est là.", "directrice technique"),
        ("L'avocat de l'accusée, Me Karim Tazi, proteste.", "avocat"),
        ("Karim Tazi, agent de la jeune nageuse, proteste.", "agent"),
        ("Karim Tazi, médecin du champion, proteste.", "médecin"),
        ("Le chauffeur en cause, Karim Tazi, proteste.", "chauffeur"),
        ("Le boulanger en question s'appelle Karim Tazi.", "boulanger"),
        ("Karim Tazi, enseignant en poste à Safi, proteste.", "enseignant"),
        ("Karim Tazi, président-directeur général du groupe de Sfax, proteste.", "président-directeur général"),
        ("Karim Tazi, gérant de l'entreprise d'Oran, proteste.", "gérant"),
        ("Karim Tazi, chargé de la protection au Forum des fleuves, proteste.", "chargé de la protection"),
    ],
)
def test_a_title_ends_before_what_is_told_of_its_holder(text: str, title: str) -> None:
    assert next(role[1] for role in roles(cast_of(text))) == title


def test_a_verb_is_no_second_noun_of_a_trade() -> None:
    assert roles(cast_of("Karim Tazi est là. Le médecin guide les patients.")) == [("Karim Tazi", "médecin", None)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "Nour Tazi vit à Safi.\nFondatrice et présidente de la Ligue X, cette ancienne nageuse a vu.",
            ["Fondatrice", "présidente", "ancienne nageuse"],
        ),
        ("Nour Tazi vit à Safi. Députée depuis 2019, la sociologue plaide pour un accord.", ["Députée", "sociologue"]),
        ("Nour Tazi a gagné. Ancienne nageuse à Oran, la nouvelle venue veut un bassin.", ["Ancienne nageuse"]),
        ("Nour Tazi a gagné. Ancienne nageuse à Oran, la ministre Lamia Fassi veut un bassin.", []),
        ("Nour Tazi et Lamia Fassi ont gagné. Ancienne nageuse, la nouvelle venue veut un bassin.", []),
    ],
)
def test_a_title_in_front_is_of_whom_its_subject_describes(text: str, titles: list[str]) -> None:
    found = [title for name, title, _ in roles(cast_of(*text.split("\n"))) if name == "Nour Tazi"]
    assert found == titles


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("La députée du même groupe Lamia Fassi a voté.", ("Lamia Fassi", "députée")),
        ("Le conseiller de la même liste Karim Tazi a voté.", ("Karim Tazi", "conseiller")),
        ("Karim Tazi, plongeur à Safi, a témoigné.", ("Karim Tazi", "plongeur")),
    ],
)
def test_a_body_told_before_may_part_a_title_and_its_name(text: str, role: tuple[str, str]) -> None:
    assert role in [found[:2] for found in roles(cast_of(text))]
