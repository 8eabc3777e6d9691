"""News of nominations: lists of posts and people, names in any order, years between verb and title."""

import pytest

from tests.extraction.cast_of import cast_of, organisations, people, roles

RELATIONS = "ministre délégué chargé des Relations avec le Parlement et la Société civile"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        (
            "MM. Karim Tazi et Omar Rahmouni ont été nommés respectivement directeur des achats et inspecteur général.",
            [("Karim Tazi", "directeur des achats"), ("Omar Rahmouni", "inspecteur général")],
        ),
        ("Karim Tazi et Omar Rahmouni sont élus vice-présidents.", [("Karim Tazi", "vice-présidents")]),
        (
            "Le conseil approuve la nomination de Karim Tazi en tant que directeur des études, d'Abdellamir Rahmouni "
            "en tant que directeur des fonds et de Lamia Fassi au poste de trésorière.",
            [
                ("Karim Tazi", "directeur des études"),
                ("Abdellamir Rahmouni", "directeur des fonds"),
                ("Lamia Fassi", "trésorière"),
            ],
        ),
        (
            "Le Conseil a nommé Tazi Karim wali d'Adrar, Berrouk Messaoud wali de Chlef.",
            [("Tazi Karim", "wali d'Adrar"), ("Berrouk Messaoud", "wali de Chlef")],
        ),
        ("Karim Tazi a été choisi pour le fauteuil de président.", [("Karim Tazi", "président")]),
    ],
)
def test_each_of_a_list_takes_the_post_beside_the_name(text: str, held: list[tuple[str, str]]) -> None:
    found = [role[:2] for role in roles(cast_of(text))]
    assert found[: len(held)] == held


def test_an_impersonal_subject_is_nobody_who_was_named() -> None:
    text = "Karim Tazi part. Il a été procédé à la nomination de Zorvat au poste de directeur des études."
    assert roles(cast_of(text)) == []


@pytest.mark.parametrize(
    "years", [", entre 2004 et 2010,", " de 1976 à 1987", " depuis 2019", ", depuis mars 2019,", ", de 2011 à 2014,"]
)
def test_years_may_stand_between_the_verb_and_the_title(years: str) -> None:
    text = f"Karim Tazi parle. Il est{years} directeur de l'usine."
    assert [role[:2] for role in roles(cast_of(text))] == [("Karim Tazi", "directeur de l'usine")]


def test_a_career_goes_on_behind_years_in_brackets() -> None:
    text = (
        "Karim Tazi a été doyen de la faculté de Zorva (1986-1989), président de l'Office des ports (1990-1995) "
        "et maire de Safi."
    )
    assert [role[1] for role in roles(cast_of(text))] == ["doyen", "président", "maire de Safi"]


def test_a_pronoun_means_nobody_who_is_named_in_a_title_of_another() -> None:
    text = "Karim Tazi était conseiller de Ben Salah. Il devient ministre des Sports."
    assert ("Karim Tazi", "ministre des Sports") in [role[:2] for role in roles(cast_of(text))]
    assert people(cast_of(text)) == ["Karim Tazi", "Ben Salah"]
    assert "Ben Salah" not in organisations(cast_of(text))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"« Oui », a indiqué le {RELATIONS}, porte-parole du gouvernement, M. Karim Tazi.", RELATIONS),
        ("Karim Tazi, directeur de la Jeunesse, de l'Enfance et des Affaires féminines, part.",
         "directeur de la Jeunesse, de l'Enfance et des Affaires féminines"),
        ("Karim Tazi, chargé des droits des personnes en situation de handicap, part.",
         "chargé des droits des personnes en situation de handicap"),
        ("Karim Tazi, spécialiste du Maghreb, part.", "spécialiste du Maghreb"),
    ],
)  # fmt: skip
def test_a_title_holds_all_its_fields(text: str, title: str) -> None:
    assert roles(cast_of(text))[0][:2] == ("Karim Tazi", title)


@pytest.mark.parametrize(
    "deed",
    ["représentant le ministre", "dirigeant une usine", "représentant également la wilaya", "enseignant l'arabe"],
)
def test_a_present_participle_with_its_object_is_no_title(deed: str) -> None:
    assert roles(cast_of(f"Karim Tazi, {deed}, se tait.")) == []


def test_several_titles_may_stand_before_the_name() -> None:
    assert [r[1] for r in roles(cast_of("L'historien, romancier et traducteur Karim Tazi est mort."))] == [
        "historien",
        "romancier",
        "traducteur",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("L'Académie de l'éducation et de la formation de la région Souss-Massa recrute.",
         "Académie de l'éducation et de la formation de la région Souss-Massa"),
        ("Elle dirige l'Institut national de chimie appliquée.", "Institut national de chimie appliquée"),
        ("Le Conseil de gouvernement a adopté le texte.", "Conseil de gouvernement"),
        ("Le ministère de l'Eau, de Karim Tazi, se tait.", "Ministère de l'Eau"),
    ],
)  # fmt: skip
def test_the_bodies_of_such_news_are_named_to_their_end(text: str, name: str) -> None:
    assert organisations(cast_of(text)) == [name]


def test_the_council_of_a_firm_is_no_body() -> None:
    assert organisations(cast_of("Le conseil de gouvernement se réunit.")) == []
