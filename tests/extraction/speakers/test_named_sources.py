"""Whose words they are where a source, a place of asking, a relative pronoun or a vague noun names the speaker."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, facts_of, indirect, told

CASES: list[tuple[str, Expected]] = [
    (  # the relative clause goes on with the source, and not with the subject of the sentence
        "La récolte sera bonne, selon un rapport de la Banque mondiale, qui estime que tout sera stocké.",
        [("Banque mondiale", "La récolte sera bonne"), ("Banque mondiale", "tout sera stocké")],
    ),
    (
        "La récolte est perdue, d'après Karim Alami, agronome, qui précise que rien ne sera vendu.",
        [("Karim Alami", "La récolte est perdue"), ("Karim Alami", "rien ne sera vendu")],
    ),
    (  # a trade or brackets stand between the name and "pour qui"
        "Le journal interroge Karim Alami, éleveur, pour qui l'aliment explique la moitié de la hausse.",
        [("Karim Alami", "l'aliment explique la moitié de la hausse")],
    ),
    (  # "du" stands before a noun without a name
        "L'Office des changes a tranché. Aucun dossier n'a été déposé, indique-t-on auprès du régulateur.",
        [("Office des changes", "Aucun dossier n'a été déposé")],
    ),
    (  # who is handed a document did not write it
        "La société Crédit Atlas a publié ses comptes. Le communiqué transmis à l'AMMC se veut prudent. « Les"
        " perspectives restent incertaines », y lit-on.",
        [("Crédit Atlas", "Les perspectives restent incertaines")],
    ),
    (  # what stands beside the source opens with a word that may part a verb elsewhere
        "Selon Karim Alami, haut fonctionnaire, la loi passera. D'après Sonia Tazi, nouvelle élue du port, rien ne"
        " change. Le maire a, une nouvelle fois, assuré que la rue sera refaite.",
        [("Karim Alami", "la loi passera"), ("Sonia Tazi", "rien ne change"), (None, "la rue sera refaite")],
    ),
    (  # another title for the same office
        "Le président de l'APC, Hakim Tazerout, s'est rendu sur place. « Je suis aussi fatigué que vous », leur a"
        " lancé le maire.",
        [("Hakim Tazerout", "Je suis aussi fatigué que vous")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_source_is_told_by_the_words_beside_it(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Son voisin, un menuisier à la retraite, a vendu la sienne. « On m'a offert beaucoup », s'excuse-t-il.",
            "Son voisin, un menuisier à la retraite",
        ),
        (
            "Les exposants sont là. L'un d'eux, représentant d'une enseigne, assure que le port reste imbattable.",
            "L'un d'eux, représentant d'une enseigne",
        ),
        ("La marche est reportée, apprend-on auprès du rectorat.", "le rectorat"),
    ],
)
def test_a_vague_speaker_is_told_with_the_words_beside(text: str, speaker: str) -> None:
    (quote,) = facts_of(text).quotes
    assert (quote.attribution.speaker or "").removeprefix("le ") == speaker.removeprefix("le ")


def test_an_infinitive_that_is_made_or_let_takes_a_clause_behind_an_insertion() -> None:
    text = "Karim Alami a laissé entendre lundi soir au micro de la radio qu'un renfort arrivait."
    assert told(text) == [("Karim Alami", "un renfort arrivait")]


def test_a_plural_object_is_no_subject_of_a_singular_verb() -> None:
    assert not indirect("Il était minuit, samedi, lorsque le président, Adil Rami, a proclamé les résultats.")
