"""What stands above a headline is not taken for it: rubrics, whom an interview is with, newspapers, signatures."""

from datetime import date

import pytest

from newsdb.document import Document
from newsdb.reading.plain_text import read

PROSE = "Le marché a ouvert à l'aube. Les éleveurs attendaient depuis la veille et les prix ont monté de moitié."
HEADLINE = "Le marché de Settat change de main"


def _read(*lines: str) -> Document:
    return read("\n".join(lines), "a.txt")


@pytest.mark.parametrize(
    "kicker",
    [
        "REGARDS CROISÉS",
        "L'INTERVIEW DE LA SEMAINE",
        "Billet d'humeur",
        "Portrait du dimanche",
        "Sport / Interview",
        "Le grand entretien",
        "ENTRETIEN EXCLUSIF",
        "Par Mokhtar Sebaï",
        "Le billet de Mokhtar Sebaï",
        "El Moudjahid - Édition du lundi 24 novembre 2014",
        "Le Quotidien d'Oran",
        "Kapitalis | Économie",
    ],
)
def test_headline_stands_below_the_kicker(kicker: str) -> None:
    assert _read(kicker, HEADLINE, PROSE, PROSE).headline == HEADLINE


@pytest.mark.parametrize(
    ("announcement", "headline"),
    [
        ("Entretien avec Yassir Mernouche, hydrologue", "«Une nappe met une génération à revenir»"),
        ("Interview de Yassir Mernouche", "Yassir Mernouche : « Une nappe met une génération »"),
        ("Trois questions à Yassir Mernouche", "La nappe manquera dès 2030"),
        ("Questions au Pr Yassir Mernouche", "Faut-il fermer les puits ?"),
        ("Invité : hydrologue à Agadir, il compte les puits", "«Une nappe met une génération à revenir»"),
    ],
)
def test_headline_stands_below_whom_the_interview_is_with(announcement: str, headline: str) -> None:
    document = _read(announcement, headline, "Par Hajar Slimani", PROSE, PROSE)
    assert document.headline == headline
    # The line still says who answers, so facts are taken from it.
    assert document.segments[0].kind == "standfirst"


@pytest.mark.parametrize(
    "lines",
    [
        ("Cinq questions à… Farouk Ayadi", "Challenge - 11/06/2021", PROSE),
        ("Trois questions à Abdou Feriani", "Le directeur du port sec de Kébili", "Quand ouvrez-vous ?", PROSE),
        ("Trois questions à Abdou Feriani", "Quand ouvrez-vous ?", PROSE, "Avec qui ?", PROSE),
        ("Entretien avec le ministre : ce qu'il faut retenir", "Les subventions du pain restent", PROSE),
        ("Rencontre avec les bergers de Tamtert", PROSE, PROSE),
        ("Le Monde des abeilles", PROSE, PROSE),
        ("Le regard de Rabat", "La diplomatie change de cap", PROSE, PROSE),
        ("Le mot de Casablanca Finance", "La place cherche des banques", PROSE, PROSE),
        ("Un jeudi à Tiznit", "Au marché, des éleveurs vendent leurs dernières brebis", PROSE),
        ("Cap sur Dakhla", "La ville attend mille logements neufs cette année", PROSE),
        ("Saison blanche", "Deux mois sans neige", PROSE),
        ("Retour aux sources", PROSE, PROSE),
    ],
)
def test_first_line_may_be_the_headline_all_the_same(lines: tuple[str, ...]) -> None:
    assert _read(*lines).headline == lines[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("L'analyse politique", "Par Samir Alami", PROSE, PROSE),
        ("Tribune", "Par Samir Alami", PROSE, PROSE),
        ("Politique", "Par Samir Alami", PROSE, PROSE),
        ("L'ANALYSE POLITIQUE", "El Watan, 3 février 2010", PROSE, PROSE),
        ("Le dialogue politique", "Après dix ans, les deux camps se parlent.", PROSE, PROSE),
        ("Le dialogue politique", "Après dix ans, les deux camps se parlent", PROSE, PROSE),
        ("Le débat économique", "Le patronat veut relancer les négociations. Les syndicats doutent.", PROSE),
        ("Le grand entretien", "Oumar Sall reçoit dans son bureau.", PROSE, PROSE),
        ("Un débat inédit", "Les candidats se parlent", PROSE, PROSE),
        ("Les dialogues sociaux", "Les candidats se parlent", PROSE, PROSE),
    ],
)
def test_rubric_is_the_headline_where_none_stands_below_it(lines: tuple[str, ...]) -> None:
    assert _read(*lines).headline == lines[0]


@pytest.mark.parametrize(
    "lines",
    [
        ("LE DIALOGUE POLITIQUE", HEADLINE, PROSE, PROSE),
        ("Le dialogue politique", HEADLINE, "Par Samir Alami", PROSE, PROSE),
        ("Le dialogue politique", HEADLINE, "El Watan, 3 février 2010", PROSE, PROSE),
        ("Chronique juridique", HEADLINE, PROSE, PROSE),
        ("Tribune", "Par Samir Alami", HEADLINE, PROSE, PROSE),
        ("Économie", "3 février 2010", HEADLINE, PROSE, PROSE),
    ],
)
def test_rubric_stands_above_the_headline(lines: tuple[str, ...]) -> None:
    assert _read(*lines).headline == HEADLINE


@pytest.mark.parametrize(
    "overline",
    [
        "Filière oléicole",
        "Zagora",
        "Drâa-Tafilalet",
        "Cour d'appel de Settat",
        "LIGUE RÉGIONALE DE NATATION",
        "SOS PAYSANS",
        "Accueil / Régions / Gharb",
        "Handball – 3e journée",
        "Pêche & Ports – 3 mars 2025",
    ],
)
@pytest.mark.parametrize(
    "headline", ["Les bergers du plateau vendent leurs bêtes avant l'hiver", "« Nous partirons en mai »"]
)
@pytest.mark.parametrize("below", [(), ("Par Hajar Slimani",), ("12 avril 2023",), ("Hajar Slimani",)])
def test_topic_place_or_path_stands_above_the_headline(overline: str, headline: str, below: tuple[str, ...]) -> None:
    document = _read(overline, headline, *below, PROSE, PROSE)
    assert document.headline == headline
    assert document.segments[0].kind == "navigation"


def test_day_and_signature_may_stand_between_topic_and_headline() -> None:
    document = _read("Pêche & Ports", "Par Hajar Slimani", "3 mars 2025", HEADLINE, PROSE, PROSE)
    assert (document.headline, document.published_on) == (HEADLINE, date(2025, 3, 3))
    assert [author.name for author in document.authors] == ["Hajar Slimani"]


@pytest.mark.parametrize("person", ["Nadir Hamdi, capitaine de l'équipe", "NORA AÏT, PRÉSIDENTE DE LA LIGUE"])
def test_whoever_the_headline_quotes_may_stand_above_it(person: str) -> None:
    document = _read(person, "« Nous partirons en mai »", PROSE, PROSE)
    assert document.headline == "« Nous partirons en mai »"
    assert document.segments[0].kind == "standfirst"


def test_series_in_capitals_stands_above_a_signed_headline() -> None:
    document = _read("CONTRECHAMP", HEADLINE, "Chronique de Mustapha Kerrouche", PROSE)
    assert document.headline == HEADLINE
    assert [author.name for author in document.authors] == ["Mustapha Kerrouche"]


@pytest.mark.parametrize(
    ("lines", "outlet", "day"),
    [
        (("L’Economiste", "Edition N°:5250 Le 17/04/2018", HEADLINE, PROSE), "L'Économiste", date(2018, 4, 17)),
        (("LIBERTÉ", "8 janvier 2015", HEADLINE, PROSE), "Liberté", date(2015, 1, 8)),
        ((HEADLINE, f"(Le Reflet du Sahel, 21/05/2025) - {PROSE}"), "Le Reflet du Sahel", date(2025, 5, 21)),
        ((HEADLINE, f"13 mai 2020 (TAP) - {PROSE}"), "TAP", date(2020, 5, 13)),
        ((HEADLINE, "Publié le 3 juillet 2023 • Lecture : 5 minutes", PROSE), None, date(2023, 7, 3)),
        ((HEADLINE, "3 juillet 2023 à 17h05 - 4 min de lecture", PROSE), None, date(2023, 7, 3)),
        ((HEADLINE, "Publié le 03/07/2023 | 1 240 vues | 3 commentaires", PROSE), None, date(2023, 7, 3)),
    ],
)
def test_outlet_and_day(lines: tuple[str, ...], outlet: str | None, day: date) -> None:
    document = _read(*lines)
    printed = document.outlet and (document.outlet.as_printed if outlet == "TAP" else document.outlet.name)
    assert (printed, document.published_on) == (outlet, day)


@pytest.mark.parametrize(
    ("question", "outlet"),
    [
        ("Le Courrier du Rif : Combien de ruches avez-vous perdues ?", "Le Courrier du Rif"),
        ("**Médias24 : Combien de ruches avez-vous perdues ?**", "Médias24"),
        ("- L’Economiste: Combien de ruches avez-vous perdues?", "L'Économiste"),
        ("Réalités : Combien de ruches avez-vous perdues ?", "Réalités"),
        ("ALM : Combien de ruches ? - Anas El Khomsi : La moitié.", "Aujourd'hui le Maroc"),
        ("Le Ministre : Combien de ruches avez-vous perdues ?", None),
        ("La rédaction : Combien de ruches avez-vous perdues ?", None),
        ("Karim Alami : Combien de ruches avez-vous perdues ?", None),
    ],
)
def test_label_of_the_questions_names_the_outlet(question: str, outlet: str | None) -> None:
    document = _read("Les abeilles du Rif", PROSE, question, "La moitié. Je n'ai plus de thym.")
    assert (document.outlet.name if document.outlet else None) == outlet


def test_unknown_title_is_an_outlet_where_it_asks_twice() -> None:
    document = _read("Un musée", PROSE, "Le Relais : Pourquoi ici ?", "Parce que.", "Le Relais : Et demain ?", PROSE)
    assert document.outlet
    assert document.outlet.name == "Le Relais"


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Ines Bahri et Aly Ould Kory - à Rosso", ["Ines Bahri", "Aly Ould Kory"]),
        ("Propos recueillis à Rosso par Ines Bahri", ["Ines Bahri"]),
        ("Par Ines Bahri (correspondante ALM)", ["Ines Bahri"]),
    ],
)
def test_authors_below_the_headline(line: str, authors: list[str]) -> None:
    assert [author.name for author in _read(HEADLINE, line, PROSE).authors] == authors


def test_brief_of_one_paragraph_may_be_signed_below() -> None:
    document = _read(HEADLINE, PROSE, "Par Ines Bahri")
    assert [segment.kind for segment in document.segments] == ["headline", "paragraph", "byline"]


@pytest.mark.parametrize(
    ("lines", "authors", "outlet"),
    [
        (("El Watan, 3 février 2010", HEADLINE, "Hafida Bensalem", PROSE), ["Hafida Bensalem"], "El Watan"),
        (("Tribune", HEADLINE, "Par Larbi Ferhane, forestier", PROSE), ["Larbi Ferhane"], None),
        ((HEADLINE, "Kenza L. | PEOPLE | il y a 3 heures", PROSE), ["Kenza L."], None),
        ((HEADLINE, "Webdo", "S. T. | Publié le 12/12/2018 | MAJ 10:00", PROSE), ["S. T."], "Webdo"),
        (("Entretien", "Salah Hajji, ingénieur", HEADLINE, "Par Rim Sassi", PROSE), ["Rim Sassi"], None),
        ((HEADLINE, "Il répond aux questions de TSA.", "Qui paiera ?", PROSE, "Et si ?", PROSE), [], "TSA"),
    ],
)
def test_lines_around_a_headline_say_who_wrote_for_whom(
    lines: tuple[str, ...], authors: list[str], outlet: str | None
) -> None:
    document = _read(*lines)
    assert document.headline == HEADLINE
    assert [author.name for author in document.authors] == authors
    assert (document.outlet.name if document.outlet else None) == outlet
