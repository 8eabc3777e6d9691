"""Which noun before a cue is its subject, and whom "il" means behind a sentence that opens with "il"."""

import pytest

from tests.extraction.printed_article import Expected, assert_said

CASES: list[tuple[str, Expected]] = [
    (  # an object within a relative clause is no subject
        "Les agents qui ont rédigé le procès-verbal ont écrit que le coffre était vide.",
        [("Les agents", "le coffre était vide")],
    ),
    (
        "Les pêcheurs qui soutiennent Karim Alami assurent que le port vivra.",
        [("Les pêcheurs", "le port vivra")],
    ),
    (  # the number of the verb tells
        "Les riverains, avec le gardien du parc, affirment que le bruit a cessé.",
        [("Les riverains", "le bruit a cessé")],
    ),
    (  # a noun that no list knows speaks where only people do so
        "Le ramendeur affirme que les filets sont neufs. La notion suppose que tout se vende.",
        [("Le ramendeur", "les filets sont neufs")],
    ),
    (
        "Le veilleur de nuit a ajouté qu'il dormait, lui aussi, dans le hangar.",
        [("Le veilleur de nuit", "il dormait, lui aussi, dans le hangar")],
    ),
    (  # the reflexive is no part of who it is
        "Sa voisine s'est levée pour dire : « Nous partirons tous demain ».",
        [("Sa voisine", "Nous partirons tous demain")],
    ),
    (  # "il" who succeeds X is not X
        "Karim Alami préside le club depuis hier. Il succède à Driss Chami, qui quitte la ville.\n"
        "« On repart de zéro avec les jeunes », a-t-il réagi.",
        [("Karim Alami", "On repart de zéro avec les jeunes")],
    ),
    (
        "Lamia Fassi arrive du ministère. Samedi, elle a reçu Nadia Mernissi. Elle a promis que tout serait prêt.",
        [("Lamia Fassi", "tout serait prêt")],
    ),
    (  # but an impersonal "il" is nobody
        "Il était presque minuit quand l'eau est montée chez Driss. « J'ai cru que la mer entrait », se souvient-il.",
        [("Driss", "J'ai cru que la mer entrait")],
    ),
    (  # no document says I
        "Le jeune prévenu répétait : « Je suis innocent ». Selon le procès-verbal, le mobile était une dette."
        " « Je ne lui devais rien », a-t-il crié.",
        [
            ("Le jeune prévenu", "Je suis innocent"),
            ("le procès-verbal", "le mobile était une dette"),
            ("Le jeune prévenu", "Je ne lui devais rien"),
        ],
    ),
    (  # a document that is published speaks, and not the meeting before which it is
        "Au terme de la réunion du comité, un communiqué a été publié : « Les travaux reprendront au printemps. »",
        [("un communiqué", "Les travaux reprendront au printemps.")],
    ),
    (  # "qui" behind "au" is whoever stands there
        "Karim Alami s'en prend au porte-parole du syndicat qui avait affirmé que tout était signé.",
        [("porte-parole du syndicat", "tout était signé")],
    ),
    (
        "Karim Alami répond aux marins qui soutiennent que la criée est vide.",
        [("marins", "la criée est vide")],
    ),
    (  # a land that a complement names says nothing
        "Pour revenir au match contre la Colombie, l'intrépide n'a pas omis de préciser : « C'est un grand honneur ».",
        [(None, "C'est un grand honneur")],
    ),
    (  # what opens the sentence is said of "il"
        "Karim Alami vend du thon. Devenu une célébrité du port, il est salué et affirme vouloir baisser ses prix.",
        [("Karim Alami", "vouloir baisser ses prix")],
    ),
    (  # a place that a complement names says nothing
        "Lamia Fassi a été blessée. « Je vais mieux », a dit Lamia Fassi. Des moyens ont été déployés sur le site du"
        " port : « vingt véhicules ont été mobilisés ».",
        [("Lamia Fassi", "Je vais mieux"), ("Lamia Fassi", "vingt véhicules ont été mobilisés")],
    ),
    (  # who was something once is not whoever is so now
        "Selon le chauffeur du car, la route était barrée. « Le virage est trop serré », témoigne Karim Alami, un"
        " ancien chauffeur.",
        [("le chauffeur", "la route était barrée"), ("Karim Alami", "Le virage est trop serré")],
    ),
    (  # what an infinitive takes is no subject
        "La wali, Lamia Fassi, est venue. Pour sa part, Mme Fassi a tenu à rassurer les marins, rappelant que la digue"
        " est neuve.",
        [("Lamia Fassi", "la digue est neuve")],
    ),
    (  # a lawyer is no police officer, a captain no referee
        "Me Driss Chami plaide la relaxe. Le commissaire chargé de l'enquête a indiqué avoir retrouvé le coffre.",
        [("Le commissaire chargé de l'enquête", "avoir retrouvé le coffre")],
    ),
    (
        "Le capitaine Driss Chami est déçu. L'arbitre de la rencontre admet que le but était valable.",
        [("L'arbitre", "le but était valable")],
    ),
    (  # what is told behind a colon of words without a verb
        "« La mer ou rien » : c'est en ces termes que Karim Alami avait résumé l'enjeu.",
        [("Karim Alami", "La mer ou rien")],
    ),
    (
        "« La mer ou rien », c'est par ces mots que le gouverneur a ouvert la séance.",
        [("le gouverneur", "La mer ou rien")],
    ),
    (  # who stands beside, behind a circumstance
        "« J'ai ramé vingt ans », raconte Driss. À ses côtés, sa femme hoche la tête. « On nous oublie »,"
        " soupire-t-elle.",
        [("Driss", "J'ai ramé vingt ans"), ("sa femme", "On nous oublie")],
    ),
    (  # a source without a name is "elle"
        "Lamia Fassi s'interroge. Une source proche du dossier confirme. D'après elle, le marché est annulé.",
        [("Une source proche du dossier", "le marché est annulé")],
    ),
    (  # a verb that is a noun as well, behind "comme le"
        "Reste que, comme le dit Driss, « la saison ne fait que commencer ».",
        [("Driss", "la saison ne fait que commencer")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_speaks_is_the_subject_of_the_sentence(text: str, expected: Expected) -> None:
    assert_said(text, expected)


def test_an_opponent_behind_a_count_of_votes_is_told_in_passing() -> None:
    assert_said(
        "Karim Alami préside la ligue. Il a obtenu 58 voix contre 41 pour son adversaire, Driss Chami.\n"
        "« C'est le choix des clubs », a-t-il réagi.",
        [("Karim Alami", "C'est le choix des clubs")],
    )
