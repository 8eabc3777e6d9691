"""Who is a person, and whose name each printing is."""

import pytest

from tests.extraction.cast_of import cast_of, people, person, surfaces
from tests.extraction.printed_article import facts_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Selon Yassine Berkaoui, le marché se tasse.", "Yassine Berkaoui"),
        ("Interrogée hier, Lamia El Fassi n'a rien dit.", "Lamia El Fassi"),
        ("La parole est à Nabil BENCHEKROUN.", "Nabil BENCHEKROUN"),
        ("Le texte est de J.-P. Marchand.", "J.-P. Marchand"),
        ("On doit l'idée à Sidi Ahmed Ould Boubacar.", "Sidi Ahmed Ould Boubacar"),
        ("Dominique de Roquebrune a voté contre.", "Dominique de Roquebrune"),
        ("La rencontre avec Mohamed M'Barki a duré une heure.", "Mohamed M'Barki"),
        ("L'avocat Tancrède Wolff a plaidé.", "Tancrède Wolff"),
        ("Mme Oubaha a refusé.", "Oubaha"),
    ],
)
def test_a_name_in_context_is_a_person(text: str, name: str) -> None:
    assert people(cast_of(text)) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Le défilé a descendu la rue Reine Zineb Slimane.",
        "Le match se joue au stade Ahmed Zabana.",
        "Il habite avenue Mohamed V, près de la mosquée Sidi Brahim.",
        "Le prix Tahar Djaout a été remis mardi.",
        "La Fondation Hassan Tazi finance le chantier.",
        "Ils viennent de Sidi Kacem et de Beni Mellal.",
        "Contactés, les Algériens n'ont pas répondu.",
    ],
)
def test_a_person_in_the_name_of_something_else_is_nobody(text: str) -> None:
    assert people(cast_of(text)) == []


def test_a_surname_goes_to_the_one_person_who_bears_it() -> None:
    cast = cast_of("Karim Bouzidi a pris la parole.", "Pour Bouzidi, tout reste à faire. M. Bouzidi insiste.")
    assert surfaces(cast, "Karim Bouzidi") == ["Karim Bouzidi", "Bouzidi", "Bouzidi"]


def test_a_surname_with_its_particle_is_one_name() -> None:
    cast = cast_of("Nizar Ben Slimane arrive. Selon Ben Slimane, rien ne presse.")
    assert surfaces(cast, "Nizar Ben Slimane") == ["Nizar Ben Slimane", "Ben Slimane"]
    assert person(cast, "Nizar Ben Slimane").surname == "Ben Slimane"


def test_a_surname_that_two_people_bear_stays_unresolved() -> None:
    cast = cast_of("Hassan Alami et Rachid Alami sont frères. Alami raconte les débuts.")
    assert people(cast) == ["Hassan Alami", "Rachid Alami"]
    (doubt,) = cast.ambiguous
    assert (doubt.surface, doubt.reason) == ("Alami", "could be Hassan Alami, Rachid Alami")


def test_a_civility_decides_between_a_man_and_a_woman() -> None:
    cast = cast_of("Hassan Alami et Samira Alami sont associés. Mme Alami dirige l'atelier.")
    assert surfaces(cast, "Samira Alami") == ["Samira Alami", "Alami"]


def test_the_fullest_form_names_the_person_without_the_title() -> None:
    cast = cast_of("M. Réda Tahiri est là.", "Le Dr Mohamed Réda Tahiri opère demain.")
    assert people(cast) == ["Mohamed Réda Tahiri"]


@pytest.mark.parametrize(
    ("text", "name", "gender"),
    [
        ("Souad Bennani sourit.", "Souad Bennani", "f"),
        ("Mme Ouahidi sourit.", "Ouahidi", "f"),
        ("Wafa Qoraichi, directrice du musée, sourit.", "Wafa Qoraichi", "f"),
        ("Jean Dulac sourit.", "Jean Dulac", "m"),
    ],
)
def test_gender_comes_from_given_name_civility_or_role(text: str, name: str, gender: str) -> None:
    assert person(cast_of(text), name).gender == gender


def test_a_byline_is_a_person_and_a_desk_is_none() -> None:
    cast = cast_of("Le marché se tasse.", "A. K.", authors=("A. K.",))
    assert people(cast) == ["A. K."]
    assert people(cast_of("Le marché se tasse.", "R. I./Agences", authors=("R. I./Agences",))) == []


def test_every_mention_is_the_text_at_its_span() -> None:
    cast = cast_of("« Oui », dit Amine Sefrioui.", "L'élu Sefrioui s'en va.")
    text = "« Oui », dit Amine Sefrioui.\nL'élu Sefrioui s'en va.\n"
    mentions = [mention for member in cast.people for mention in member.person.mentions]
    assert [text[m.start : m.end] for m in mentions] == [m.surface for m in mentions] == ["Amine Sefrioui", "Sefrioui"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Walid, la trentaine, a tout vu.", "Walid"),
        ("Le quai n'a qu'un mot : Hiba.", "Hiba"),
        ("Nejvita Sabri, sept ans, a une question.", "Nejvita Sabri"),
        ("La lettre est d'un certain Bouzeffour, retraité.", "Bouzeffour"),
        ("On l'appelle Haj Brahim depuis toujours.", "Brahim"),
        ("C'est DJ Zelmo, son producteur, qui le dit.", "DJ Zelmo"),
        ("Lamia Fassi épouse Tazi enseigne depuis 2006.", "Lamia Fassi épouse Tazi"),
        ("L'ex-ministre des Finances Karim Tazi-Bey est là.", "Karim Tazi-Bey"),
        ("Jalloul Ben Haj Amor est là.", "Jalloul Ben Haj Amor"),
    ],
)
def test_a_name_is_told_by_what_stands_beside_it(text: str, name: str) -> None:
    assert people(cast_of(text)) == [name]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Karim Tazi est là.", "K. Tazi, lui, repart."),
        ("K. Tazi est là.", "Karim Tazi, lui, repart."),
        ("Lamia Benis-Roux est là.", "Lamia Benis, elle, repart."),
        ("Aminata Sira Ndao est là.", "Aminata Sira, elle, repart."),
        ("Nejvita Sabri, 27 ans, est là.", "La visite de Nejvita est finie."),
    ],
)
def test_two_forms_of_a_name_are_one_person(first: str, second: str) -> None:
    (member,) = cast_of(first, second).people
    assert len(member.person.mentions) == 2


def test_initials_in_the_text_are_the_one_person_who_has_them() -> None:
    cast = cast_of("Salma Tazi-Fassi est là.", "La suite avec S. T.-F. demain.")
    assert surfaces(cast, "Salma Tazi-Fassi") == ["Salma Tazi-Fassi", "S. T.-F."]


def test_a_body_ends_where_its_player_begins() -> None:
    assert people(cast_of("Le nageur de l'Espérance de Tala Lotfi Ben Fraj est là.")) == ["Lotfi Ben Fraj"]


def test_a_letter_before_an_article_is_no_initial() -> None:
    assert people(cast_of("Q. Une rue, est-ce un espace ? R. Les rues sont des lieux.")) == []


def test_a_person_begins_behind_the_title_of_a_newspaper() -> None:
    cast = cast_of("« Jamais », a confié à La Lettre des Îles Jemal Ould Zeïne, éditeur.")
    assert people(cast) == ["Jemal Ould Zeïne"]


@pytest.mark.parametrize(
    "text",
    [
        "On en parle à l'envi chez Sidi Karim Alaoui, le quartier qui borde la gare.",
        "L'eau manque. Les gens de Sidi Omar Tazi, un petit village de montagne, attendent.",
        "La fleuriste de Kerlouan, 52 ans, rit.",
        "Le pêcheur de Rafraf (60 ans) pleure.",
        "Rendez-vous dans le cadre du cycle Botanique pour tous.",
    ],
)
def test_a_place_that_is_told_as_one_is_nobody(text: str) -> None:
    assert not cast_of(text).people


def test_name_that_two_longer_ones_hold_is_one_person_however_often_it_is_printed() -> None:
    facts = facts_of(
        "Le maire Karim Naciri a inauguré le marché.",
        "Le quartier a vu passer Nacer Karim Naciri et Noam Karim Naciri.",
        "Le maire Karim Naciri a parlé. Puis le maire Karim Naciri est parti.",
    )
    names = [person.name for person in facts.people]
    assert sorted(names) == ["Karim Naciri", "Nacer Karim Naciri", "Noam Karim Naciri"]
