"""Who the other one is: the counterpart, whom others spoke of, the dead; and whose a body called by its noun is."""

import pytest

from tests.extraction.printed_article import Expected, assert_told, told_below

CASES: list[tuple[str, Expected]] = [
    (  # a nationality tells the two ministers apart
        "Le chef de la diplomatie française, Yves Morel, a été reçu par Karim Tazi, ministre des Affaires étrangères. À"
        " l'issue, le ministre français a assuré que les visas seraient nombreux. Son homologue algérien a salué un"
        " geste. « Nous jugerons sur pièces », a-t-il précisé.",
        [("Yves Morel", "les visas seraient nombreux"), ("Karim Tazi", "Nous jugerons sur pièces")],
    ),
    (  # whom the quote names
        "« Pour le reste, voyez Karim Tazi ! », lance le maire, Nabil Alami. L'intéressé assure que rien n'est prêt.",
        [("Nabil Alami", None), ("Karim Tazi", "rien n'est prêt")],
    ),
    (
        "Selon la critique Lamia Fassi, l'œuvre de Nadia Alami est à part. La principale intéressée hausse les épaules."
        " « Je peins ce que je vois. »",
        [("Lamia Fassi", None), ("Nadia Alami", "Je peins ce que je vois.")],
    ),
    (  # nobody else is spoken of: who spoke goes on
        "« Ma feuille de route est prête », déclare Karim Tazi. L'intéressé annonce que l'usine ouvrira en mai.",
        [("Karim Tazi", None), ("Karim Tazi", "l'usine ouvrira en mai")],
    ),
    (  # the body in which whoever came up last holds a title
        "Lamia Fassi, coordinatrice de l'association Mimosa, attend. « Il manque une pompe », dit-elle. Son association"
        " appelle les autorités à réparer le puits.",
        [("Lamia Fassi", None), ("Mimosa", "réparer le puits")],
    ),
    (  # a title told apart by whose it is, and not the source before
        "Il est, d'après une source hospitalière, hors de danger. L'avocate de la famille du garçon attend. « Il y a eu"
        " faute », a-t-elle déclaré.",
        [(None, None), (None, "Il y a eu faute")],
    ),
    (  # "ce document" is what was just shown, whatever was said of it
        "« On ne signe pas sans lire », a rétorqué le procureur, Karim Tazi, en brandissant un rapport de la Cour des"
        " comptes. D'après ce document, le prix dépassait celui du marché.",
        [("Karim Tazi", None), ("Cour des comptes", "le prix dépassait celui du marché")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_other_one_is_told_from_who_was_spoken_of(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_the_dead_of_an_obituary_is_whom_the_headline_names() -> None:
    told = told_below(
        "Zohra Tazi, une voix s'éteint",
        "Zohra Tazi est morte lundi. La Radio tunisienne rappelle que la défunte avait refusé tous les postes. « Un"
        " bureau, ça n'a pas d'oreilles », aimait-elle répéter.",
    )
    assert told[-1] == ("Zohra Tazi", "Un bureau, ça n'a pas d'oreilles")


@pytest.mark.parametrize(
    ("headline", "text", "speaker"),
    [
        (
            "Paiement : Kifach lève deux millions",
            "Kifach a convaincu le fonds Sahel Ventures et la banque Ora Bank. « Nous irons loin », dit la startup.",
            "Kifach",
        ),
        (
            "Câblage : une usine à Kénitra",
            "L'équipementier Sevro ouvre une usine. Sont venus la banque Ora Bank et le président de Sevro Group, Karim"
            " Tazi. Dans un communiqué, le groupe annonce que l'usine sera solaire.",
            "Sevro Group",
        ),
    ],
)
def test_of_several_firms_the_headline_or_the_noun_in_a_name_tells_which(
    headline: str, text: str, speaker: str
) -> None:
    assert told_below(headline, text)[-1][0] == speaker


NOT_WHO_SPOKE: list[tuple[str, Expected]] = [
    (  # the accused does not preside
        "L'accusé principal, Karim Tazi, comparaît libre. « J'ai transmis des lettres », s'est-il défendu. Le président"
        " l'a interrompu : « Contre de l'argent ? »",
        [("Karim Tazi", None), (None, "Contre de l'argent ?")],
    ),
    (  # a witness may be a woman
        "L'accusé, Karim Tazi, se tait. Une ancienne employée décrit le système. Selon ce témoin, les passeports"
        " arrivaient par dizaines.",
        [(None, "les passeports arrivaient par dizaines")],
    ),
    (  # a trade is hardly the director while another was named last
        "Le directeur de l'office, Karim Tazi, a parlé. Nabil Alami, président de la ligue, a ri. « L'offre manque"
        " encore », a prévenu l'hôtelier.",
        [("Nabil Alami", "L'offre manque encore")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), NOT_WHO_SPOKE)
def test_a_noun_names_nobody_whom_it_does_not_fit(text: str, expected: Expected) -> None:
    assert_told(text, expected)
