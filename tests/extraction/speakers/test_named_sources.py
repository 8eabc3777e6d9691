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
        "La société Crédit Atlas a publié ses comptes. Le communiqué transmis à l'AMMC tient en dix lignes. « La"
        " marge fond depuis mars », y lit-on.",
        [("Crédit Atlas", "La marge fond depuis mars")],
    ),
    (  # what stands beside the source opens with a word that may part a verb elsewhere
        "Selon Karim Alami, haut fonctionnaire, la loi passera. D'après Sonia Tazi, nouvelle élue du port, rien ne"
        " change. Le maire a, une nouvelle fois, assuré que la rue sera refaite.",
        [("Karim Alami", "la loi passera"), ("Sonia Tazi", "rien ne change"), (None, "la rue sera refaite")],
    ),
    (  # a translation in brackets stands between the words and who says them
        "La rue attend. « Hramna min had l'waad ! » (on en a assez des promesses), lâche Karim Alami. On rentre.",
        [("Karim Alami", "Hramna min had l'waad !")],
    ),
    (  # a fragment before, and no verb between: the same one speaks
        "Sonia Tazi se dit « lasse » en écoutant un élu bavard : « Il ne sait pas de quoi il parle, et ça dure. »",
        [("Sonia Tazi", "Il ne sait pas de quoi il parle, et ça dure.")],
    ),
    (  # a paper that the cast does not hold is no other paper
        "Le quotidien La Presse a suivi l'affaire. « Tout est joué d'avance dans ce dossier », écrit le quotidien Al"
        " Fanal.",
        [("Al Fanal", "Tout est joué d'avance dans ce dossier")],
    ),
    (  # whose candidate is named is not who speaks
        "La campagne du candidat Karim Alami a déclaré que « le communiqué est un aveu d'échec complet ».",
        [(None, "le communiqué est un aveu d'échec complet")],
    ),
    (  # the trainer who was replaced is not "le coach"
        "Le club a nommé Samir Rahal, qui remplace le technicien belge Luc Damme. « Je n'ai pas de baguette », a"
        " prévenu le coach.",
        [(None, "Je n'ai pas de baguette")],
    ),
    (  # a verb that is a noun too, and one that governs an elided article, end the phrase before
        "Le collectif a réagi lundi. Le texte condamne l'arrestation du chef du bureau de la Banque centrale, évoquant"
        " « une méthode forte que rien ne justifie ». L'opposition estime que la crise s'ajoute aux « profondes crises"
        " du pays et de ses villes », comme en témoignent les récents événements.",
        [
            (None, "une méthode forte que rien ne justifie"),
            (None, None),
            (None, "profondes crises du pays et de ses villes"),
        ],
    ),
    (  # of two trainers the one whose nationality was not told is the foreigner
        "L'entraîneur tunisien du club, Nabil Kadri, était absent. L'adjoint du Widad, Luis Garido, a livré ses vues,"
        " assurant que le but était de gagner. Le technicien espagnol a ajouté que l'équipe se battra.",
        [("Luis Garido", "le but était de gagner"), ("Luis Garido", "l'équipe se battra")],
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
            "Son cousin, un menuisier sans atelier, répare des barques. « Le bois se fait rare », soupire-t-il.",
            "Son cousin, un menuisier sans atelier",
        ),
        (
            "Les éleveurs sont là. L'un d'eux, vendeur de chèvres, assure que le port reste imbattable.",
            "L'un d'eux, vendeur de chèvres",
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
    assert not indirect("Il pleuvait, ce matin-là, lorsque le juge, Adil Rami, a proclamé les résultats.")
