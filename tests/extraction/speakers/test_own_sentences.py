"""Speakers whom their own sentence, or the one just before, tells: last named, remembered, of whom a document is."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, facts_of

CASES: list[tuple[str, Expected]] = [
    (  # the last one named is no speaker, but "ce dernier"
        "Nabil Alami accuse le courtier, Karim Tazi, d'avoir menti au club. Ce dernier dément : « Nous avons"
        " écrit trois fois ».",
        [("Nabil Alami", "avoir menti au club"), ("Karim Tazi", "Nous avons écrit trois fois")],
    ),
    (
        "La maire, Salma Fassi, a remercié Nadia Alami. Cette dernière a promis : « Le parc sera ouvert en mai ».",
        [("Nadia Alami", "Le parc sera ouvert en mai")],
    ),
    (  # whom the sentence names behind its subject is somebody else
        "Karim Tazi est revenu à la barre. Le représentant du parquet a requis huit ans à l'encontre de Karim Tazi."
        " « Des routes ont été payées deux fois », a-t-il asséné.",
        [(None, "Des routes ont été payées deux fois")],
    ),
    (  # whose the forecast is
        "Le délégué, Karim Tazi, explique que l'appel d'offres a échoué. « Personne ne veut livrer », se défend-il."
        " Selon ses prévisions, dix cantines rouvriront.",
        [("Karim Tazi", None), ("Karim Tazi", None), ("Karim Tazi", "dix cantines rouvriront")],
    ),
    (
        "Salma Fassi dirige le laboratoire. Elle compte et recompte. D'après ses calculs, la nappe a baissé.",
        [("Salma Fassi", "la nappe a baissé")],
    ),
    (  # of several people near, the two whom the gender and their place tell
        "Karim Tazi préside la séance. Salma Fassi, fondatrice d'un atelier, et Nadia Alami, syndicaliste, débattent."
        " « Le bureau n'est plus une prison », affirme la première. « La maison non plus », rétorque la seconde.",
        [("Salma Fassi", None), ("Nadia Alami", None)],
    ),
    (  # "on" remembers what the one person named said
        "On se souvient de la sortie de Karim Tazi devant les élus : « Nous inaugurons le lundi ».",
        [("Karim Tazi", "Nous inaugurons le lundi")],
    ),
    (  # who rejects something before a colon is who answers behind the quote
        "Nabil Alami réclame un audit. Une thèse que rejette le professeur Karim Tazi : « Tout est validé depuis mai »,"
        " répond-il.",
        [("Karim Tazi", "Tout est validé depuis mai")],
    ),
    (  # the subject of the clause, and not the document before it
        "La Banque Mimosa a publié un rapport. La Banque Mimosa, elle, vise une hausse de 2 % cette année,"
        " indique-t-elle dans une note.",
        [("Banque Mimosa", None)],
    ),
    (  # a report that is told by whose it is
        "Les rapports ne manquent pas. Celui de la Cour des comptes relève que neuf chantiers ont pris du retard.",
        [("Cour des comptes", "neuf chantiers ont pris du retard")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_sentence_tells_who_speaks(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (  # the source right before the quote is nearer than the verb
            "Le quotidien a publié un dossier. Il cite un ancien cadre, pour lequel « on a demandé à la caisse de tout"
            " payer ».",
            "un ancien cadre",
        ),
        (  # "ce sexagénaire" is the neighbour of the sentence before
            "Un pays a soif. Son voisin, lui, a tout arraché. « Mon père les avait plantés », souffle ce sexagénaire.",
            "Son voisin",
        ),
    ],
)
def test_somebody_without_a_name_is_called_by_the_words_that_brought_him_up(text: str, speaker: str) -> None:
    assert [q.attribution.speaker for q in facts_of(text).quotes] == [speaker]
