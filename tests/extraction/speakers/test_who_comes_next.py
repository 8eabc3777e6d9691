"""Who speaks next: somebody new in the scene, the asker again, the firm just named, a title named only further on."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import Expected, assert_told, printed, told_below

SPOKEN = "Karim Tazi range ses filets. « Je suis venu à l'aube », dit-il. "


@pytest.mark.parametrize(
    ("scene", "speaker"),
    [
        ("Un peu plus loin, une jeune vendeuse plie ses nappes.", "une jeune vendeuse"),
        ("À côté de lui, un retraité des mines hausse les épaules.", "un retraité des mines"),
        ("Devant le guichet, une étudiante compte ses pièces.", "une étudiante"),
        ("Dans la file, un vieux maçon secoue la tête.", "un vieux maçon"),
    ],
)
def test_somebody_new_behind_the_opening_words_speaks_next(scene: str, speaker: str) -> None:
    facts = extract_facts(printed("Une journée ordinaire", f"{SPOKEN}{scene} « On ne vend plus rien du tout ici. »"))
    assert facts.quotes[-1].attribution.speaker == speaker


def test_a_thing_behind_the_opening_words_does_not_speak() -> None:
    assert_told(
        f"{SPOKEN}Devant lui, un filet déchiré. « On ne prend plus rien du tout ici. »",
        [("Karim Tazi", None), ("Karim Tazi", None)],
    )


CASES: list[tuple[str, Expected]] = [
    (  # who asks first asks again behind the reply
        "« Où est la caisse ? », demande la présidente, Lamia Fassi. « Chez mon frère », répond l'accusé. « Et qui a la"
        " clé ? » Il se tait.",
        [("Lamia Fassi", None), (None, None), ("Lamia Fassi", None)],
    ),
    (  # the gender of a clause says nothing of who tells it, where nobody fits
        "La chanteuse Lamia Fassi se souvient. L'artiste raconte qu'il avait payé la salle.",
        [("Lamia Fassi", "il avait payé la salle")],
    ),
    (  # for whom somebody speaks does not speak
        "Pour la défense, Me Karim Tazi a soutenu que rien n'était prouvé.",
        [("Karim Tazi", "rien n'était prouvé")],
    ),
    (
        "Pour les parents, la directrice, Lamia Fassi, estime que la rentrée sera calme.",
        [("Lamia Fassi", "la rentrée sera calme")],
    ),
    (  # the firm that is the subject just before
        "La Société nationale des ciments attend un appel d'offres.\n"
        "TriNord, qui dispose d'une concession, emploie mille personnes. La société assure que ces postes seront"
        " maintenus.",
        [("TriNord", "ces postes seront maintenus")],
    ),
    (
        "La Banque du Souss a prêté cent millions.\n"
        "TriNord reporte son projet. L'entreprise promet que l'usine ouvrira.",
        [("TriNord", "l'usine ouvrira")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_speaks_is_told_from_what_stands_just_before(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Le secrétaire général de la Ligue", "le secrétaire général de la Ligue, Karim Tazi"),
        ("Le préfet", "le préfet, Karim Tazi"),
        ("Le sélectionneur", "le sélectionneur, Karim Tazi"),
    ],
)
def test_the_title_in_a_headline_is_of_whom_the_article_gives_it(title: str, name: str) -> None:
    told = told_below(f"{title} à la radio : « Nous irons jusqu'au bout »", f"Vendredi, {name}, a reçu la presse.")
    assert told == [("Karim Tazi", "Nous irons jusqu'au bout")]


def test_a_headline_that_no_words_repeat_is_of_who_speaks_first_and_most() -> None:
    told = told_below(
        "Puits : « l'eau appartient à tout le village »",
        "Le maire, Karim Tazi, affirme que rien n'est vendu. « Les forages restent publics », dit-il.\n"
        "« Nous attendons de voir le plan », nuance Lamia Fassi.",
    )
    assert told[0] == ("Karim Tazi", "l'eau appartient à tout le village")


def test_a_headline_is_nobodys_where_another_speaks_more() -> None:
    told = told_below(
        "Puits : « l'eau appartient à tout le village »",
        "Le maire, Karim Tazi, affirme que rien n'est vendu.\n"
        "« Nous attendons de voir le plan », nuance Lamia Fassi. « Il manque deux pages au dossier », ajoute-t-elle.",
    )
    assert told[0] == (None, "l'eau appartient à tout le village")
