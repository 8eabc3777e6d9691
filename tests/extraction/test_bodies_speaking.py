"""Bodies that speak: by a pronoun, by a noun for their kind, through a person, as the same source."""

import pytest

from tests.extraction.printed_article import Expected, assert_told

UTAP = "Union tunisienne de l'agriculture et de la pêche"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Le bureau entendra la Société des eaux ainsi que l'Union tunisienne de l'agriculture et de la pêche "
            "(Utap). Cette dernière estime que le projet ignore les petits exploitants.",
            UTAP,
        ),
        (
            "Le ministre Karim Alami a reçu la Confédération générale du travail. Celle-ci a estimé que le dialogue "
            "est rompu.",
            "Confédération générale du travail",
        ),
        (
            "Karim Alami a signé un accord avec la Banque africaine de développement (BAD). Cette dernière a précisé "
            "que le prêt serait débloqué en mai.",
            "Banque africaine de développement",
        ),
        ("Le collectif Yezzi Rih marchera vendredi. Il exige que le calendrier soit publié.", "Yezzi Rih"),
    ],
)
def test_a_pronoun_may_mean_the_body_just_before(text: str, name: str) -> None:
    assert_told(text, [(name, None)])


def test_the_latter_is_a_person_where_the_body_only_belongs_to_them() -> None:
    text = "Il a reçu Nadia Cherif, présidente de la Confédération des PME. Cette dernière juge que le dossier traîne."
    assert_told(text, [("Nadia Cherif", "le dossier traîne")])


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("La Banque africaine de développement (BAD)", "L'institution estime"),
        ("Le Conseil national des droits de l'homme (CNDH)", "L'institution constitutionnelle souligne"),
        ("L'Union générale des travailleurs", "La centrale syndicale affirme"),
        ("Le Parti de la justice sociale", "La formation politique estime"),
        ("Le Haut-Commissariat au plan (HCP)", "L'organisme public précise"),
    ],
)
def test_a_noun_for_its_kind_means_the_body_named_last(body: str, words: str) -> None:
    name = body.split(" ", 1)[1] if body[:3] in ("La ", "Le ") else body[2:]
    assert_told(f"{body} s'est réuni hier. {words} que rien n'est acquis.", [(name.split(" (")[0], None)])


def test_a_noun_for_a_kind_means_nobody_where_two_such_bodies_are_named() -> None:
    text = (
        "La Banque africaine de développement et la Banque mondiale se sont réunies. L'institution estime que rien "
        "n'est acquis."
    )
    assert_told(text, [(None, None)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le ministère de la Santé fait savoir, par la voix de sa directrice du médicament, Ilham Senhaji, que des "
            "inspections sont en cours.",
            [("Ilham Senhaji", "des inspections sont en cours")],
        ),
        (
            "L'opposition, par la bouche de Karim Alami, a dénoncé un passage en force, estimant que le débat a été "
            "escamoté.",
            [("Karim Alami", "le débat a été escamoté")],
        ),
        (
            "Le syndicat a réagi par l'intermédiaire de son porte-parole, Omar Talbi : « Nous irons jusqu'au bout. »",
            [("Omar Talbi", None)],
        ),
    ],
)
def test_a_body_may_speak_through_a_person(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_the_same_source_is_the_body_that_spoke_before() -> None:
    text = (
        "Selon la Protection civile, le feu a pris à 2 h. De même source, on indique que trois familles ont été "
        "relogées. Le bilan atteint dix blessés, a ajouté la même source."
    )
    assert_told(text, [("Protection civile", None)] * 3)
