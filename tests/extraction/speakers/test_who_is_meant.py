"""Whom a pronoun, a bare title or a relative clause means where somebody else came up as well."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import Expected, assert_told, printed, told_below

CASES: list[tuple[str, Expected]] = [
    (  # a spokesman of the court is not the accused
        "La porte-parole du tribunal, Lamia Fassi, a déclaré que le préjudice dépassait un million.\n"
        "L'accusée, qui tenait une agence à Safi, baisse les yeux. « Je voulais tout rendre à chacun », a-t-elle dit.",
        [("Lamia Fassi", None), (None, "Je voulais tout rendre à chacun")],
    ),
    (  # somebody told by what she carries is nobody named before
        "« Les lits arriveront en mars », promet la directrice, Lamia Fassi.\n"
        "Il est midi. La dame à la canne range ses papiers. « Je reviendrai demain matin », souffle-t-elle.",
        [("Lamia Fassi", None), (None, None)],
    ),
    (
        "Lamia Fassi dirige la réserve. Celle que les guides appellent la reine soutient que les flamants reviennent.",
        [("Lamia Fassi", "les flamants reviennent")],
    ),
    (
        "L'homme que ses voisins saluent affirme que rien n'est perdu.",
        [(None, "rien n'est perdu")],
    ),
    (  # the body that opens the sentence before, although another spoke earlier
        "Selon l'Institut Pasteur d'Algérie, le virus recule partout.\n"
        "Le Syndicat des dockers (SD) proteste, lui, contre les horaires. « On ne compte plus nos nuits blanches »,"
        " écrit-il dans une lettre.",
        [("Institut Pasteur d'Algérie", None), ("Syndicat des dockers", None)],
    ),
    (
        "La juge Lamia Fassi a parlé. « C'est un dossier très lourd », a-t-elle lancé.\n"
        "Tout est parti d'une note de la Cour des comptes. Celle-ci soulignait que vingt marchés étaient nuls.",
        [("Lamia Fassi", None), ("Cour des comptes", "vingt marchés étaient nuls")],
    ),
    (
        "La Fondation Mimosa finance des cars. « Deux heures de marche, c'est trop long », écrit la fondation dans une"
        " tribune.",
        [("Fondation Mimosa", None)],
    ),
    (
        "La ville a confié le chantier à TriNord. L'entreprise affirme que deux cents personnes seront formées.",
        [("TriNord", "deux cents personnes seront formées")],
    ),
    (
        "L'Algérienne des eaux (ADE) conteste. Dans un courrier, elle soutient que les pertes ont reculé.",
        [("Algérienne des eaux", "les pertes ont reculé")],
    ),
    (
        "Sur le chantier, où des plans lui ont été montrés, le directeur du port, Karim Tazi, a indiqué que tout sera"
        " prêt en mai.",
        [("Karim Tazi", "tout sera prêt en mai")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_came_up_is_told_from_who_speaks(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La biologiste Lamia Fassi vante un filet qui, selon elle, épargne les tortues.", "épargne les tortues"),
        ("Karim Tazi défend le semis direct, qui selon lui garde l'eau du sol.", "garde l'eau du sol"),
        ("Karim Tazi nie avoir menti.", "avoir menti"),
        ("Karim Tazi les invite à nettoyer leurs puits avant l'été.", "nettoyer leurs puits avant l'été"),
        ("Karim Tazi a demandé d'écarter le rapport, qu'il juge bâclé.", "écarter le rapport, qu'il juge bâclé"),
        (
            "Ce recul est dû, selon Karim Tazi, au prix du gasoil.",
            "Ce recul est dû, selon Karim Tazi, au prix du gasoil",
        ),
        (
            "La hausse tient, d'après Karim Tazi, à la spéculation.",
            "La hausse tient, d'après Karim Tazi, à la spéculation",
        ),
        (
            "La panne résulte, selon Karim Tazi, d'un câble mal posé.",
            "La panne résulte, selon Karim Tazi, d'un câble mal posé",
        ),
        ("La panne est grave, selon Karim Tazi, de passage à Safi.", "La panne est grave"),
    ],
)
def test_a_clause_is_cut_where_its_words_end(text: str, words: str) -> None:
    name = "Lamia Fassi" if "Lamia" in text else "Karim Tazi"
    assert_told(text, [(name, words)])


def test_a_clause_behind_a_source_ends_with_the_colon_before_a_quote() -> None:
    assert_told(
        "Pour Karim Tazi, le reste est simple : « Il faut tout reconstruire ici. »",
        [("Karim Tazi", "le reste est simple"), ("Karim Tazi", "Il faut tout reconstruire ici.")],
    )


def test_what_a_paper_passes_on_is_no_second_report() -> None:
    assert_told(
        "La ministre Lamia Fassi a parlé. « Aucun village ne sera oublié », a promis la ministre, relève le quotidien.",
        [("Lamia Fassi", "Aucun village ne sera oublié")],
    )


@pytest.mark.parametrize("title", ["le héros du jour", "l'homme du match", "le buteur du soir"])
def test_the_man_of_the_day_is_who_was_told_of(title: str) -> None:
    assert_told(
        f"Karim Tazi a marqué deux fois. « Le premier but est un cadeau du ciel », a souri {title}.",
        [("Karim Tazi", None)],
    )


def test_the_union_may_be_a_federation() -> None:
    assert_told(
        "La Fédération des dockers se mobilise. Le syndicat estime que le port est en danger.",
        [("Fédération des dockers", "le port est en danger")],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "D'après les explications de la directrice, Lamia Fassi, les travaux dureront deux ans.",
            [("Lamia Fassi", "les travaux dureront deux ans")],
        ),
        (
            "Selon des sources proches du dossier citées par le site Tarik News, le ministre serait sur le départ.",
            [(None, "le ministre serait sur le départ")],
        ),
        ("Karim Tazi estime au contraire que le pays avance.", [("Karim Tazi", "le pays avance")]),
        ("Lamia Fassi avait assuré le contraire devant les élus.", []),
    ],
)
def test_what_stands_beside_a_source_is_no_part_of_the_clause(text: str, expected: Expected) -> None:
    assert_told(text, expected)


def test_whoever_signs_the_article_says_no_quote_below() -> None:
    told = told_below(
        "Une école sans professeurs",
        "« Nous avons des tableaux et personne pour écrire. » La phrase est de Lamia Fassi, mère de deux élèves.",
    )
    assert [speaker for speaker, _ in told] == ["Lamia Fassi"]
    facts = extract_facts(
        printed(
            "Une école sans professeurs",
            "// Par Karim Tazi",
            "« Nous avons des tableaux et personne pour écrire. » La rentrée commence mal.",
        )
    )
    assert [quote.attribution.speaker for quote in facts.quotes if quote.kind == "direct"] == [None]


def test_nobody_calls_himself_by_his_name() -> None:
    assert_told(
        "Le président du club, Karim Tazi, assure que rien n'est signé. Il tient à Nabil Haddad. « Nabil est sous"
        " contrat avec nous », a-t-il martelé.",
        [("Karim Tazi", "rien n'est signé"), ("Karim Tazi", "Nabil est sous contrat avec nous")],
    )


def test_who_praises_somebody_speaks_next() -> None:
    assert_told(
        "La maire, Lamia Fassi, a pris la parole. La maire a rendu hommage à Karim Tazi. « Il a bâti ce stade avec ses"
        " mains. »",
        [("Lamia Fassi", None)],
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Lamia Fassi a signé. Karim Tazi a dénoncé les retards, lesquels touchent, selon lui, mille ouvrières.",
            [("Karim Tazi", "lesquels touchent, selon lui, mille ouvrières")],
        ),
        (
            "« Ils salissent vingt ans de travail », peste Lamia Fassi. Contactée, la plateforme Watto indique avoir"
            " retiré les annonces. Elle rappelle que les paiements sont couverts.",
            [("Lamia Fassi", None), (None, None), (None, "les paiements sont couverts")],
        ),
    ],
)  # fmt: skip
def test_a_relative_and_a_platform_have_speakers_of_their_own(text: str, expected: Expected) -> None:
    assert_told(text, expected)
