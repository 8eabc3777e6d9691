"""What tells a role, and what only says whom is meant; where titles end before a side, a gerund or a house."""

import pytest

from tests.extraction.cast_of import cast_of, designation, organisations, people, roles


def test_a_bare_trade_later_on_means_who_has_a_title_and_gives_none() -> None:
    cast = cast_of("« Non », dit Karim Tazi, président de la Ligue des ruches. « Jamais », ajoute le biologiste.")
    assert [title for _, title, _ in roles(cast)] == ["président"]
    assert designation(cast, "le biologiste").person == "Karim Tazi"


@pytest.mark.parametrize(
    "text",
    [
        "Karim Tazi, son ancien élève, se souvient.",
        "Son ancien patron, Karim Tazi, se souvient.",
        "Karim Tazi, leur ancienne étudiante, se souvient.",
        "Notre ancien apprenti, Karim Tazi, se souvient.",
    ],
)
def test_whose_pupil_somebody_was_is_no_role(text: str) -> None:
    assert roles(cast_of(text)) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Karim Tazi, élève de terminale, se souvient.", "élève de terminale"),
        ("Son ancien trésorier, Karim Tazi, se souvient.", "ancien trésorier"),
        ("Karim Tazi, président d'une fédération de pêcheurs, proteste.", "président d'une fédération de pêcheurs"),
        ("Gérante d'un salon de coiffure à Safi, Nour Tazi sourit.", "Gérante d'un salon de coiffure"),
        ("Karim Tazi, chef d'une petite entreprise familiale, sourit.", "chef d'une petite entreprise familiale"),
        ("L'entraîneur des visiteurs, Karim Tazi, proteste.", "entraîneur"),
        ("Karim Tazi, capitaine des locaux, proteste.", "capitaine"),
        ("« Oui », répond la vendeuse en souriant. C'est Nour Tazi, vendeuse en riant de tout.", "vendeuse"),
        (
            "Le conseil a élu Nour Tazi vice-présidente chargée de la formation.",
            "vice-présidente chargée de la formation",
        ),
        ("Nour Tazi, ingénieure des mines, sourit.", "ingénieure des mines"),
        ("Nour Tazi, infirmière d'État à Safi, sourit.", "infirmière d'État"),
    ],
)
def test_a_title_is_told_whole_and_no_longer(text: str, title: str) -> None:
    assert [told for _, told, _ in roles(cast_of(text))] == [title]


@pytest.mark.parametrize(
    ("text", "role", "bodies"),
    [
        ("Karim Tazi, fondateur de la librairie Les Embruns, sourit.", ("fondateur", "Les Embruns"), ["Les Embruns"]),
        ("Nour Tazi, fondatrice de la marque Zitounia, sourit.", ("fondatrice", "Zitounia"), ["Zitounia"]),
        ("Nour Tazi, patronne du café Tanja, sourit.", ("patronne du café Tanja", None), []),
        ("Karim Tazi, gérant du restaurant Le Vieux Puits, sourit.", ("gérant du restaurant Le Vieux Puits", None), []),
    ],
)
def test_the_name_of_the_house_behind_a_title_is_nobody_s(
    text: str, role: tuple[str, str | None], bodies: list[str]
) -> None:
    cast = cast_of(text)
    assert [held[1:] for held in roles(cast)] == [role]
    assert len(people(cast)) == 1
    assert organisations(cast) == bodies


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "Nour Fassi, présidente, rit.\nL'ancien ministre de la Santé au gouvernement, Karim Tazi, est mort.",
            [("Nour Fassi", "présidente"), ("Karim Tazi", "ancien ministre de la Santé")],
        ),
        ("Le directeur sous l'ancien régime, Karim Tazi, est mort.", [("Karim Tazi", "directeur")]),
        ("Karim Tazi et Omar Fassi ont été nommés aux postes de directeur de l'école X et de l'école Y.", []),
        ("La grande comédienne Nour Tazi est morte.", [("Nour Tazi", "comédienne")]),
        (
            "Karim Tazi, chef du service de Médecine interne, rit.",
            [("Karim Tazi", "chef du service de Médecine interne")],
        ),
        ("Karim Tazi, grand rabbin de Djerba, rit.", [("Karim Tazi", "grand rabbin de Djerba")]),
    ],
)
def test_titles_of_notices_and_obituaries(text: str, held: list[tuple[str, str]]) -> None:
    assert [role[:2] for role in roles(cast_of(*text.split("\n")))] == held


def test_a_court_by_its_two_words_is_the_one_that_the_article_names() -> None:
    cast = cast_of("Karim Tazi, le président du tribunal criminel, rit. Le tribunal criminel d'Alger siège.")
    assert roles(cast) == [("Karim Tazi", "président", "Tribunal criminel d'Alger")]
