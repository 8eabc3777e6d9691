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
        ("Née à Mila, elle grandit ici. Elle écrit à Karim Tazi, trésorier, une lettre.", "trésorier"),
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


@pytest.mark.parametrize(
    "text",
    [
        "Karim Tazi est mort hier.\nIl a grandi chez une tante, qui avait connu Omar Fassi. Il a fini comme luthier.",
        "Karim Tazi est mort hier.\nFormé auprès d'Omar Fassi, il joue tôt. Il est ensuite luthier.",
        "Karim Tazi est mort hier.\nNé en 1950 à Souika, berger à dix ans, il part tôt. Il est ensuite luthier.",
    ],
)
def test_a_pronoun_goes_on_with_whom_the_story_is_about(text: str) -> None:
    assert roles(cast_of(*text.split("\n"))) == [("Karim Tazi", "luthier", None)]


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("Karim Tazi, directeur de l'usine Noorex, rit. Le groupe Noorex aussi.", "directeur de l'usine", "Noorex"),
        ("Karim Tazi, directeur artistique de la manifestation, rit.", "directeur artistique", None),
        ("La CEO de la plateforme, Nour Tazi, rit.", "CEO", None),
    ],
)
def test_a_site_is_told_in_the_title_and_what_an_article_is_about_is_not(
    text: str, title: str, body: str | None
) -> None:
    assert [held[1:] for held in roles(cast_of(text))] == [(title, body)]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("L'avocat Karim Tazi, du barreau d'Oran et représentant Omar Fassi, proteste.", [("Karim Tazi", "avocat")]),
        ("L'ancien président du club de l'USM Bouira, Karim Tazi, rit.", [("Karim Tazi", "ancien président")]),
        ("Nour Aït Tazi, hydrologue, rit. La professeure Aït Tazi reçoit.", [("Nour Aït Tazi", "hydrologue")]),
    ],
)
def test_a_participle_a_club_of_a_name_and_an_address_give_no_title(text: str, held: list[tuple[str, str]]) -> None:
    assert [role[:2] for role in roles(cast_of(text))] == held


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Karim Tazi (candidat au poste de président), rit.", []),
        ("Nour Tazi brigue les fonctions de directrice.", []),
        ("Karim Tazi, candidat du parti Ennahdha, rit.", ["candidat"]),
        ("Nour Tazi, directrice du Bouira Jazz Festival, rit.", ["directrice du Bouira Jazz Festival"]),
        (
            "Nour Tazi est nommée directrice des Études, de la coopération et de la modernisation.",
            ["directrice des Études, de la coopération et de la modernisation"],
        ),
    ],
)
def test_posts_sought_and_posts_with_several_fields(text: str, titles: list[str]) -> None:
    assert [title for _, title, _ in roles(cast_of(text))] == titles


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ("médecin à l'hôpital", ("médecin", None)),
        ("potière de mère en fille", ("potière", None)),
        ("luthière de renom", ("luthière", None)),
        ("professeure de dessin au lycée pilote de Mila", ("professeure de dessin", None)),
        ("doctorante en chimie à la faculté des sciences", ("doctorante en chimie", None)),
        ("doyenne de la faculté des lettres", ("doyenne", None)),
        ("fondatrice de la plateforme Souk", ("fondatrice", None)),
        ("conseillère de l'association organisatrice", ("conseillère", None)),
        ("chef du service de chirurgie à l'hôpital Ibn Sina", ("chef du service de chirurgie", "Hôpital Ibn Sina")),
    ],
)
def test_where_somebody_works_is_no_part_of_a_title(told: str, role: tuple[str, str | None]) -> None:
    assert [held[1:] for held in roles(cast_of(f"Nour Tazi, {told}, rit."))] == [role]


def test_a_title_in_capitals_above_and_in_small_letters_below_is_one_role() -> None:
    cast = cast_of("Nour Tazi, directrice du port de Safi.", "Directrice du port de Safi, Nour Tazi rit.")
    assert len(roles(cast)) == 1


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Nour Tazi, cheffe du service de pédiatrie, rit. Le CHU de Safi recrute.", "CHU de Safi"),
        ("Nour Tazi, cheffe de service, rit. Le CHU de Safi et le CHU d'Oran recrutent.", None),
    ],
)
def test_a_ward_is_of_the_one_hospital_of_the_article(text: str, body: str | None) -> None:
    assert [organisation for _, _, organisation in roles(cast_of(text))] == [body]
