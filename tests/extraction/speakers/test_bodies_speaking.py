"""Bodies that speak: by a pronoun, by a noun for their kind, through a person, as the same source."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, facts_of

FTAC = "Fédération tunisienne de l'artisanat et du cuir"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "La commission recevra l'Office des ports ainsi que la Fédération tunisienne de l'artisanat et du cuir "
            "(Ftac). Cette dernière estime que la taxe pénalise les ateliers.",
            FTAC,
        ),
        (
            "Le ministre Karim Alami a reçu la Confédération générale du travail. Celle-ci a estimé que le dialogue "
            "est rompu.",
            "Confédération générale du travail",
        ),
        (
            "Karim Alami a reçu une lettre de la Caisse arabe des transports (CAT). Cette dernière a précisé "
            "que les fonds arriveraient en juin.",
            "Caisse arabe des transports",
        ),
        ("Le collectif Baraka Dkhan défilera dimanche. Il exige que la décharge soit fermée.", "Baraka Dkhan"),
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
        ("La Banque arabe des transports (BAT)", "L'institution estime"),
        ("Le Conseil supérieur de la langue (CSL)", "L'institution constitutionnelle souligne"),
        ("L'Union générale des travailleurs", "La centrale syndicale affirme"),
        ("Le Parti de la gauche rurale", "La formation politique estime"),
        ("Le Haut-Commissariat au plan (HCP)", "L'organisme public précise"),
    ],
)
def test_a_noun_for_its_kind_means_the_body_named_last(body: str, words: str) -> None:
    name = body.split(" ", 1)[1] if body[:3] in ("La ", "Le ") else body[2:]
    assert_told(f"{body} s'est réuni hier. {words} que rien n'est acquis.", [(name.split(" (")[0], None)])


def test_a_noun_for_a_kind_means_nobody_where_two_such_bodies_are_named() -> None:
    text = (
        "La Banque arabe des transports et la Banque mondiale se sont réunies. L'institution estime que rien "
        "n'est acquis."
    )
    assert_told(text, [(None, None)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le ministère du Travail annonce, par la voix de sa cheffe de cabinet, Hayat Mezouar, que deux "
            "audits ont débuté.",
            [("Hayat Mezouar", "deux audits ont débuté")],
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
        ("« Nous n'avons rien à cacher », assure-t-on au ministère du Travail.", "Ministère du Travail"),
        ("« Le produit est retiré », indique-t-on à l'ONSSA.", "ONSSA"),
        ("« Les trains rouleront », dit-on chez Sonatrach.", "Sonatrach"),
        (
            "L'Agence nationale des tramways conteste. « Le chantier avance comme prévu », réplique-t-on à sa "
            "direction.",
            "Agence nationale des tramways",
        ),
    ],
)
def test_where_one_speaks_the_body_of_the_place_does(text: str, name: str) -> None:
    assert_told(text, [(name, None)])


def test_the_same_source_is_the_body_of_the_sentence_before_where_none_spoke() -> None:
    text = (
        "Le ministère du Travail a détaillé le barème. Les primes tomberont en mars pour tous, a indiqué "
        "la même source."
    )
    assert_told(text, [("Ministère du Travail", "Les primes tomberont en mars pour tous")])


@pytest.mark.parametrize(
    ("named", "words", "name"),
    [
        ("La ville a choisi le consortium Littoral Propre (LP).", "Selon le consortium,", "Littoral Propre"),
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
        "L'association Mains des villes applaudit. Le syndicat hôtelier SYNHOTEL regrette « une taxe qui frappe autant "
        "les pensions que les palaces »."
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
