"""Which of two cues in a sentence reports, and what stands beside a source without being its clause."""

import pytest

from tests.extraction.printed_article import Expected, assert_said

CASES: list[tuple[str, Expected]] = [
    (  # what is said of a promise is said by whoever closes the sentence
        "La ville s'engage à agrandir le lycée, a annoncé Karim Alami, son responsable des travaux.",
        [("Karim Alami", "La ville s'engage à agrandir le lycée")],
    ),
    (
        "Le club a promis que les billets seraient remboursés, rapporte la radio locale.",
        [("la radio locale", "Le club a promis que les billets seraient remboursés")],
    ),
    (
        "Le club s'est plaint de ne pas avoir été prévenu, selon Karim Alami.",
        [("Karim Alami", "Le club s'est plaint de ne pas avoir été prévenu")],
    ),
    (  # a source inside of the clause does not take it over
        "Karim Alami a prévenu que le port fermerait, une « folie » selon ses voisins.",
        [("Karim Alami", "le port fermerait, une « folie » selon ses voisins")],
    ),
    (
        "Le conseil examine le plan des quais, précise-t-on de même source.",
        [("même source", "Le conseil examine le plan des quais")],
    ),
    (
        "La séance reprendra lundi matin, ajoute-t-on de source syndicale.",
        [("de source syndicale", "La séance reprendra lundi matin")],
    ),
    (  # a conjunction's "que" is not that of the cue
        "La juge Lamia Fassi lui a demandé de patienter en attendant que le greffier revienne.",
        [("Lamia Fassi", "patienter en attendant que le greffier revienne")],
    ),
    (  # an insertion without commas before the infinitive
        "Lamia Fassi dit de son côté avoir saisi la préfecture.",
        [("Lamia Fassi", "avoir saisi la préfecture")],
    ),
    (
        "Lamia Fassi explique pour sa part être victime d'une erreur de dossier.",
        [("Lamia Fassi", "être victime d'une erreur de dossier")],
    ),
    (  # a number opens the clause, an age stands beside the source
        "D'après Lamia Fassi, quarante-deux barques, dont six neuves, manquent à l'appel.",
        [("Lamia Fassi", "quarante-deux barques, dont six neuves, manquent à l'appel")],
    ),
    (
        "Selon Lamia Fassi, 18 barques, toutes neuves, manquent à l'appel.",
        [("Lamia Fassi", "18 barques, toutes neuves, manquent à l'appel")],
    ),
    (
        "Selon Lamia Fassi, 41 ans, la barque manque depuis hier.",
        [("Lamia Fassi", "la barque manque depuis hier")],
    ),
    (
        "Selon Lamia Fassi, trente ans, la barque manque depuis hier.",
        [("Lamia Fassi", "la barque manque depuis hier")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_sentence_has_the_report_that_it_makes(text: str, expected: Expected) -> None:
    assert_said(text, expected)
