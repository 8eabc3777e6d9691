"""Forms of reported speech: joined reports, indirect questions, nouns of saying, sources, wire openings."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Omar Talbi admet que deux villages attendent encore leur pont.",
            [("Omar Talbi", "deux villages attendent encore leur pont")],
        ),
        (
            "Tout en assurant que la route sera livrée en mai, Omar Talbi admet que deux villages"
            " attendent encore leur pont.",
            [("Omar Talbi", "la route sera livrée en mai"), ("Omar Talbi", "deux villages attendent encore leur pont")],
        ),
        (
            "S'il reconnaît que la facture est lourde, Omar Talbi estime que le projet est rentable.",
            [("Omar Talbi", "la facture est lourde"), ("Omar Talbi", "le projet est rentable")],
        ),
        (
            "Omar Talbi estime que le projet est rentable, Nadia Cherif juge qu'il est trop cher.",
            [("Omar Talbi", "le projet est rentable"), ("Nadia Cherif", "il est trop cher")],
        ),
        (
            "Omar Talbi estime que le projet est rentable, tandis que Nadia Cherif juge qu'il est trop cher.",
            [("Omar Talbi", "le projet est rentable"), ("Nadia Cherif", "il est trop cher")],
        ),
        (
            "Si Omar Talbi affirme que tout est prêt, Nadia Cherif rétorque que rien n'a commencé.",
            [("Omar Talbi", "tout est prêt"), ("Nadia Cherif", "rien n'a commencé")],
        ),
    ],
)
def test_two_reports_in_one_sentence_are_two(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nadia Cherif s'est demandé si le gouvernement avait pris la mesure de la crise.",
            [("Nadia Cherif", "si le gouvernement avait pris la mesure de la crise")],
        ),
        (
            "Pourquoi n'avoir rien signé ? l'a interrogé le juge Omar Talbi.",
            [("Omar Talbi", "Pourquoi n'avoir rien signé")],
        ),
        (
            "– Vous reconnaissez les faits ? demande la juge Nadia Cherif.",
            [("Nadia Cherif", "Vous reconnaissez les faits")],
        ),
        (
            "Son café ? Un double sans sucre, dit-il en souriant.",
            [],
        ),
    ],
)
def test_questions_are_reported_too(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Omar Talbi a exprimé le souhait que le dialogue reprenne.",
            [("Omar Talbi", "le dialogue reprenne")],
        ),
        (
            "Omar Talbi a insisté sur le fait que le dialogue doit reprendre.",
            [("Omar Talbi", "le dialogue doit reprendre")],
        ),
        (
            "Omar Talbi a défendu l'idée que l'école doit changer.",
            [("Omar Talbi", "l'école doit changer")],
        ),
        (
            "Omar Talbi s'est félicité que l'école ait changé.",
            [("Omar Talbi", "l'école ait changé")],
        ),
        (
            "Omar Talbi n'a pas exclu que le match soit reporté.",
            [("Omar Talbi", "le match soit reporté")],
        ),
        (
            "Omar Talbi a émis le souhait que la pluie revienne.",
            [("Omar Talbi", "la pluie revienne")],
        ),
        (
            "Omar Talbi a émis le vœu que la route soit ouverte avant l'hiver.",
            [("Omar Talbi", "la route soit ouverte avant l'hiver")],
        ),
    ],
)
def test_a_noun_of_saying_takes_its_clause(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Le ministère de la Santé a publié un communiqué. Le texte précise que les vaccins "
            "sont gratuits. Le document ajoute que les centres ouvriront samedi.",
            [
                ("Ministère de la Santé", "les vaccins sont gratuits"),
                ("Ministère de la Santé", "les centres ouvriront samedi"),
            ],
        ),
        (
            "Dans un communiqué parvenu à notre rédaction, l'Union générale des travailleurs "
            "dénonce une « atteinte grave au droit syndical ». Le communiqué précise que le "
            "bureau se réunira jeudi.",
            [
                ("Union générale des travailleurs", "atteinte grave au droit syndical"),
                ("Union générale des travailleurs", "le bureau se réunira jeudi"),
            ],
        ),
        (
            "« Le bureau se réunira jeudi », lit-on dans le communiqué de l'Union générale des travailleurs.",
            [("Union générale des travailleurs", "Le bureau se réunira jeudi")],
        ),
        (
            "Selon un communiqué du ministère de la Santé, les vaccins sont gratuits. « Tous les "
            "centres sont ouverts », souligne la même source.",
            [
                ("Ministère de la Santé", "les vaccins sont gratuits"),
                ("Ministère de la Santé", "Tous les centres sont ouverts"),
            ],
        ),
        (
            "Selon une source sécuritaire, deux hommes ont été arrêtés. La même source précise que l'enquête continue.",
            [(None, "deux hommes ont été arrêtés"), (None, "l'enquête continue")],
        ),
        (
            "Les vaccins sont gratuits, indique un communiqué du ministère de la Santé, qui "
            "précise que les centres ouvriront samedi.",
            [
                ("Ministère de la Santé", "Les vaccins sont gratuits"),
                ("Ministère de la Santé", "les centres ouvriront samedi"),
            ],
        ),
    ],
)
def test_a_document_speaks_for_who_published_it(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "ALGER – Les vaccins sont gratuits, a indiqué lundi le ministre de la Santé, Omar Talbi, à l'APS.",
            [("Omar Talbi", "Les vaccins sont gratuits")],
        ),
        (
            "Tunis, 6 mai (TAP) - Le ministre de la Santé, Omar Talbi, a affirmé que les vaccins sont gratuits.",
            [("Omar Talbi", "les vaccins sont gratuits")],
        ),
        (
            "Alger-  Selon Omar Talbi, les vaccins sont gratuits.",
            [("Omar Talbi", "les vaccins sont gratuits")],
        ),
        (
            "Rabat, 12 mars (MAP) – Les vaccins sont gratuits, a affirmé, mercredi à Rabat, le "
            "ministre de la Santé, Omar Talbi.",
            [("Omar Talbi", "Les vaccins sont gratuits")],
        ),
    ],
)
def test_a_wire_opening_is_no_part_of_the_report(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Omar Talbi considère que l'école doit changer. À ses yeux, rien ne sera possible sans les parents.",
            [("Omar Talbi", "l'école doit changer"), ("Omar Talbi", "rien ne sera possible sans les parents")],
        ),
        (
            "Pour Omar Talbi, l'école doit changer. Il n'est pas question, selon lui, de fermer des classes.",
            [
                ("Omar Talbi", "l'école doit changer"),
                ("Omar Talbi", "Il n'est pas question, selon lui, de fermer des classes"),
            ],
        ),
        (
            "Omar Talbi est catégorique : l'école doit changer avant l'été.",
            [("Omar Talbi", "l'école doit changer avant l'été")],
        ),
        (
            "Le constat d'Omar Talbi est sans appel : l'école n'a pas changé depuis vingt ans.",
            [("Omar Talbi", "l'école n'a pas changé depuis vingt ans")],
        ),
        (
            "Omar Talbi se montre moins confiant : la baisse, explique-t-il, vient d'abord du prix du blé.",
            [("Omar Talbi", "la baisse, explique-t-il, vient d'abord du prix du blé")],
        ),
        (
            "Aux yeux d'Omar Talbi, le marché va se retourner.",
            [("Omar Talbi", "le marché va se retourner")],
        ),
        (
            "De l'avis d'Omar Talbi, le marché va se retourner.",
            [("Omar Talbi", "le marché va se retourner")],
        ),
        (
            "À en croire Omar Talbi, le marché va se retourner.",
            [("Omar Talbi", "le marché va se retourner")],
        ),
    ],
)
def test_sources_and_stances_give_their_clause(text: str, expected: Expected) -> None:
    assert_told(text, expected)
