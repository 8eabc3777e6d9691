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
    (  # what follows the question mark tells who asked, whatever stands between
        "Faut-il vendre les barques ? a demandé d'emblée Lamia Fassi.",
        [("Lamia Fassi", "Faut-il vendre les barques")],
    ),
    (  # a conviction reports like a verb
        "Car Lamia Fassi en est convaincue, la vallée peut nourrir la ville.",
        [("Lamia Fassi", "la vallée peut nourrir la ville")],
    ),
    (
        "Le quai rouvrira au printemps, Karim Alami en est certain.",
        [("Karim Alami", "Le quai rouvrira au printemps")],
    ),
    (  # an infinitive that is a noun as well
        "Lamia Fassi a demandé de reporter la fête du port.",
        [("Lamia Fassi", "reporter la fête du port")],
    ),
    ("Lamia Fassi propose un poste de conseiller du maire.", []),
    (  # a clause within a relative one ends where the sentence goes on
        "Lamia Fassi qui a annoncé que la pêche était bonne et sans danger n'a pas voulu répondre aux marins.",
        [("Lamia Fassi", "la pêche était bonne et sans danger")],
    ),
    (
        "La régie qui a annoncé lundi que l'eau serait rétablie au port a indiqué que les travaux durent.",
        [("La régie", "l'eau serait rétablie au port"), ("La régie", "les travaux durent")],
    ),
    (
        "Lamia Fassi a ajouté que rien n'est signé, elle a poursuivi : nous avons assez attendu.",
        [("Lamia Fassi", "rien n'est signé"), ("Lamia Fassi", "nous avons assez attendu")],
    ),
    (
        "Là, et selon Lamia Fassi, le patron exige un second ticket.",
        [("Lamia Fassi", "le patron exige un second ticket")],
    ),
    (  # a verb that only its ending shows
        "La baie jouit d'une eau très claire, écrit jeudi Le Phare du Rif.",
        [("Le Phare du Rif", "La baie jouit d'une eau très claire")],
    ),
    (  # what the author says of his own
        "Lamia Fassi est venue. Il convient de signaler que la route est coupée.",
        [],
    ),
    (  # who reads a document did not write it
        "Selon une note consultée par Le Phare du Rif, la criée fermera.",
        [("une note", "la criée fermera")],
    ),
    (
        "Selon un document obtenu par l'AFP, la criée fermera.",
        [("un document obtenu par l'AFP", "la criée fermera")],
    ),
    (  # what is only told of a noun is not asked
        "Les pêcheurs demandent un quai couvert, qui n'est pas prévu cette année.",
        [],
    ),
    (
        "Les pêcheurs demandent, depuis lundi, qui paiera le quai.",
        [("Les pêcheurs", "qui paiera le quai")],
    ),
    (
        "Lamia Fassi se demande de quelle manière la ville paiera.",
        [("Lamia Fassi", "de quelle manière la ville paiera")],
    ),
    (
        "Selon Karim Alami, le sous-préfet du canton, le car a quitté la route.",
        [("Karim Alami", "le car a quitté la route")],
    ),
    (  # a source between a verb and what it takes
        "L'arbitre a reconnu, selon la radio locale, s'être trompé de main.",
        [("L'arbitre", "s'être trompé de main")],
    ),
    (  # "on" at a place, in the midst of its clause
        "D'ici là, précise-t-on au palais du Bardo, aucun texte ne sera voté.",
        [("palais du Bardo", "D'ici là, précise-t-on au palais du Bardo, aucun texte ne sera voté")],
    ),
    (  # a quote and what goes on behind it are no clause besides
        "Karim Alami a souligné que « la baie n'a pas de porte », mettant en garde contre les filets.",
        [("Karim Alami", "la baie n'a pas de porte")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_sentence_has_the_report_that_it_makes(text: str, expected: Expected) -> None:
    assert_said(text, expected)
