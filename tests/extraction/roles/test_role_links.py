"""Who holds a title that stands in another place than right beside the name, and whose it is not."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.cast_of import cast_of
from tests.extraction.printed_article import printed

Found = list[tuple[str, str]]


def held(*lines: str) -> Found:
    """The people with the titles that they hold."""
    return [(member.person.name, role.title) for member in cast_of(*lines).people for role in member.person.roles]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Karim Tazi, jusque-là notaire, a été nommé secrétaire général.", ["notaire", "secrétaire général"]),
        ("Karim Tazi, aujourd'hui conservateur à Safi, parle.", ["conservateur"]),
        ("Karim Tazi, qui est également maire de Safi, parle.", ["maire de Safi"]),
        ("Karim Tazi, qui fut ministre de la Culture, est mort.", ["ministre de la Culture"]),
        ("Karim Tazi est depuis 2018 le président de la Ligue des ruches.", ["président"]),
        ("Karim Tazi deviendra directeur technique.", ["directeur technique"]),
        ("Karim Tazi a récemment été élu président de la Ligue des ruches.", ["président"]),
        ("Karim Tazi arrive. Il est en outre vice-président de la Ligue des ruches.", ["vice-président"]),
        ("Karim Tazi est entré à la filature en 2014 comme directeur commercial.", ["directeur commercial"]),
        ("Karim Tazi a pris ses fonctions de directeur financier lundi.", ["directeur financier"]),
        ("Karim Tazi occupe le poste de trésorier.", ["trésorier"]),
        ("Le conseil a nommé Karim Tazi directeur général.", ["directeur général"]),
        ("Karim Tazi (Parti du Sillon), vice-président de la région, vote.", ["vice-président de la région"]),
        ("Karim Tazi, dit « le Lion », gardien de but, a brillé.", ["gardien de but"]),
        ("Karim Tazi, âgé de 46 ans, potier, expose.", ["potier"]),
        ("« La preuve manque », a plaidé Karim Tazi, l'un des notaires de la famille.", ["notaires de la famille"]),
        ("Karim Tazi – potier à Safi – expose.", ["potier"]),
        ("Karim Tazi. Président de la Ligue des ruches : « Nous attendons ».", ["Président"]),
        ("On attend Karim Tazi, son associé et directeur technique.", ["associé", "directeur technique"]),
        ("Karim Tazi, bourgmestre faisant fonction, écoute.", ["bourgmestre faisant fonction"]),
        ("Karim Tazi, 47 ans, ancien convoyeur de fonds, sourit.", ["ancien convoyeur de fonds"]),
        ("Karim Tazi, désigné en avril et jusqu'alors gérant adjoint, parle.", ["gérant adjoint"]),
    ],
)  # fmt: skip
def test_a_title_behind_other_words_is_the_subject_s(text: str, titles: list[str]) -> None:
    assert held(text) == [("Karim Tazi", title) for title in titles]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Son directeur, l'économiste Karim Tazi, a ri.", ["directeur", "économiste"]),
        ("Sa cheffe de projet adjointe à Tunis, la Danoise Lamia Fassi, a ri.", ["cheffe de projet adjointe"]),
        ("Le wali de Safi, gouverneur de Tahla, Karim Tazi, a ri.", ["wali de Safi", "gouverneur de Tahla"]),
        ("L'avocat de Luc Bernard, Me Karim Tazi, a ri.", ["avocat"]),
        ("Le nouveau directeur de l'Office est le colonel Karim Tazi.", ["directeur", "colonel"]),
        ("La maire (divers gauche) de Lille, Lamia Fassi, a ri.", ["maire"]),
        ("L'adjoint en charge du budget, Karim Tazi, a ri.", ["adjoint en charge du budget"]),
        ("Omar Sbaï rit. Le chauffeur de la victime, Karim Tazi, aussi.", ["chauffeur"]),
        ("Le médecin de l'équipe, Karim Tazi, se tait.", ["médecin"]),
        ("Le machiniste s'appelle Karim Tazi.", ["machiniste"]),
        ("La patronne se nomme Lamia Fassi, tout simplement.", ["patronne"]),
        ("L'expert psychiatre Karim Tazi décrit un homme.", ["expert psychiatre"]),
        ("Au premier rang, la maire de Safi, Lamia Fassi a été vue.", ["maire de Safi"]),
        ("L'ex-patron d'Ora Bank, le très discret Karim Tazi, revient.", ["ex-patron"]),
        ("L'arbitre sera le Sénégalais Karim Tazi.", ["arbitre"]),
        ("Le juge des tribunaux de Safi et de Fès, Karim Tazi, a ri.", ["juge des tribunaux de Safi et de Fès"]),
        ("Élu président de la FTX en mars, Karim Tazi a parlé.", ["président"]),
        ("Directrice du musée depuis 2023, après six ans à Béja, Lamia Fassi sourit.", ["Directrice du musée"]),
    ],
)
def test_a_title_before_other_words_is_the_person_s_behind_them(text: str, titles: list[str]) -> None:
    assert [title for name, title in held(text) if name in ("Karim Tazi", "Lamia Fassi")] == titles


def test_titles_in_a_row_before_a_pronoun_are_of_who_was_named() -> None:
    text = "Lamia Fassi sourit. Infirmière à vingt-deux ans, directrice des soins de 1998 à 2003, elle part."
    assert held(text) == [("Lamia Fassi", "Infirmière"), ("Lamia Fassi", "directrice des soins")]


def test_in_a_list_each_title_is_of_the_name_behind_it() -> None:
    text = "Autour du wali de Safi, Karim Tazi, du PDG d'Ora Bank, Omar Sbaï, et de la maire, Lamia Fassi, on rit."
    assert held(text) == [("Karim Tazi", "wali de Safi"), ("Omar Sbaï", "PDG"), ("Lamia Fassi", "maire")]


def test_who_is_announced_by_a_title_takes_no_second_one_from_the_list() -> None:
    text = "La table a réuni le maire de Safi, Karim Tazi, le président de Tout en nuances, Karoumi, et d'autres."
    assert held(text) == [("Karim Tazi", "maire de Safi")]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Karim Tazi et Lamia Fassi, fondateurs d'Ora Bank, ont ri.", "fondateurs"),
        ("Les députés Karim Tazi et Lamia Fassi ont ri.", "députés"),
        ("Les avocats de la défense, Mes Karim Tazi et Lamia Fassi, ont ri.", "avocats de la défense"),
    ],
)
def test_a_plural_title_is_of_all_who_are_named_together(text: str, title: str) -> None:
    assert held(text) == [("Karim Tazi", title), ("Lamia Fassi", title)]


def test_respectively_gives_each_their_own() -> None:
    text = "Karim Tazi et Lamia Fassi, respectivement président et trésorière de la Ligue des ruches, ont ri."
    assert held(text) == [("Karim Tazi", "président"), ("Lamia Fassi", "trésorière")]


@pytest.mark.parametrize(
    "text",
    [
        "Selon le procureur, Karim Tazi aurait volé la caisse.",
        "Interrogé par le juge, Karim Tazi a nié.",
        "Interrogé par le médecin de la prison, Karim Tazi a nié.",
        "Le groupe hôtelier Karim Tazi recrute.",
        "Interrogé hier par le juge, Karim Tazi a nié.",
        "Dans le cadre du projet, Karim Tazi a parlé.",
        "Après sa rencontre avec Karim Tazi, le président de la République a quitté Tunis.",
        "Le maire a vu Karim Tazi, le ministre et l'ambassadeur.",
        "Le fils du ministre, Karim Tazi, a été arrêté.",
        "Le père de Karim Tazi, médecin à Sfax, est mort.",
        "Le ministre du Travail a reçu Karim Tazi hier.",
        "« C'est fini », regrette le président de la coopérative. Karim Tazi, lui, se tait.",
        "Karim Tazi n'est plus ministre de la Santé.",
        "Ingénieur de formation, Karim Tazi peint.",
        "Karim Tazi a perdu son père. Il était médecin.",
        "Lamia Fassi remplace Karim Tazi comme directeur.",
        "Karim Tazi, choisi en mars au lieu de Luc Bernard, sourit.",
    ],
)
def test_who_only_stands_near_a_title_does_not_hold_it(text: str) -> None:
    assert held(text) == []


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("Karim Tazi, président de la Ligue des ruches, rit. L'ancien épicier en a vu d'autres.",), "ancien épicier"),
        (("Karim Tazi, président de la Ligue des ruches, rit.", "Cet ancien docker connaît la mer."), "ancien docker"),
        (("Karim Tazi, patron d'Ora Bank, rit. « Oui », confie cet ancien chef d'atelier.",), "ancien chef d'atelier"),
        (("Karim Tazi rit. Pour cet ancien banquier, « Omar paiera ».",), "ancien banquier"),
    ],
)
def test_a_former_or_telling_title_later_on_is_one_more_role(lines: tuple[str, ...], title: str) -> None:
    assert held(*lines)[-1] == ("Karim Tazi", title)


def test_words_behind_a_title_that_stands_alone_are_the_same_person_s() -> None:
    text = "Lamia Fassi, présidente de la Ligue des ruches, rit. L'urologue, ex-directrice d'une clinique, opère."
    assert [title for _, title in held(text)] == ["présidente", "ex-directrice d'une clinique"]


def test_above_an_interview_the_titles_are_of_who_is_interviewed() -> None:
    facts = extract_facts(
        printed(
            "Rencontre avec Karim Tazi",
            "Ancien libraire à Safi, le conteur publie ses souvenirs.",
            "Pourquoi ce métier ?",
            "Parce que rire soigne, et que les salles étaient vides depuis longtemps.",
            "Que préparez-vous ?",
            "Un livre sur les gares, avec des dessins et des souvenirs d'école.",
        )
    )
    (person,) = facts.people
    assert [role.title for role in person.roles] == ["Ancien libraire", "conteur"]
