"""Bodies that speak: by a pronoun, by a noun for their kind, through a person, as the same source."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, facts_of

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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("« Nous n'avons rien à cacher », assure-t-on au ministère de la Santé.", "Ministère de la Santé"),
        ("« Le produit est retiré », indique-t-on à l'ONSSA.", "ONSSA"),
        ("« Les trains rouleront », dit-on chez Sonatrach.", "Sonatrach"),
        (
            "L'Agence nationale des barrages conteste. « Nous n'avons pas attendu les experts », réplique-t-on à sa "
            "direction.",
            "Agence nationale des barrages",
        ),
    ],
)
def test_where_one_speaks_the_body_of_the_place_does(text: str, name: str) -> None:
    assert_told(text, [(name, None)])


def test_the_same_source_is_the_body_of_the_sentence_before_where_none_spoke() -> None:
    text = (
        "Le ministère de la Santé a rendu public le calendrier. Les caravanes partiront d'Oran le 14, a précisé "
        "la même source."
    )
    assert_told(text, [("Ministère de la Santé", "Les caravanes partiront d'Oran le 14")])


@pytest.mark.parametrize(
    ("named", "words", "name"),
    [
        ("Le pays a signé avec le consortium Atlantique Vert (AV).", "Selon le consortium,", "Atlantique Vert"),
        (
            "La Confédération des petites entreprises a publié un sondage.",
            "Selon la Confédération,",
            "Confédération des petites entreprises",
        ),
    ],
)
def test_the_noun_beside_its_name_means_a_body_however_far(named: str, words: str, name: str) -> None:
    far = "\n".join(["La région attend. Le port aussi. Les pêcheurs doutent."] * 4)
    assert_told(f"{named}\n{far}\n{words} tout sera prêt en mai.", [(name, "tout sera prêt en mai")])


def test_a_noun_with_a_name_of_its_own_means_no_other_body() -> None:
    text = (
        "L'association Voix des champs applaudit. Le syndicat agricole SYNAGRI regrette « un jugement qui met dans le "
        "même sac le gros et le petit »."
    )
    assert_told(text, [(None, None)])


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Hassan Mernissi et Driss Lahlou s'opposent. Tous deux assurent que tout restera propre.", ["Tous deux"]),
        ("Les élus sont inquiets. D'autres jugent que rien n'est perdu.", ["D'autres"]),
        ("À Alger, on estime que la balle est dans le camp adverse.", ["Alger"]),
        (
            "Le Collectif des riverains a écrit au préfet. La lettre dénonce « un passage en force contre la ville ».",
            ["Collectif des riverains"],
        ),
    ],
)
def test_several_and_governments_and_letters_speak(text: str, speakers: list[str]) -> None:
    assert [quote.attribution.speaker for quote in facts_of(text).quotes] == speakers
