"""Who is meant in court and in a story: the accused and the judge, the elder brother, one of two, a given floor."""

import pytest

from tests.extraction.printed_article import Expected, assert_told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "La présidente, Nadia Cherif, l'interrompt : « Vous aviez signé, monsieur. » Un virement est arrivé "
            "sur le compte d'Aïcha Talbi. « Cet argent est celui de mon père », a soutenu l'accusée.",
            [("Nadia Cherif", None), ("Aïcha Talbi", "Cet argent est celui de mon père")],
        ),
        (
            "La présidente, Nadia Cherif, l'interrompt : « Vous aviez signé, monsieur. » Un virement est arrivé "
            "sur le compte d'Aïcha Talbi. « Cet argent est celui de mon père », a soutenu l'accusée. « Les "
            "registres n'ont pas brûlé, eux », a fait observer la magistrate.",
            [("Nadia Cherif", None), ("Aïcha Talbi", None), ("Nadia Cherif", "Les registres n'ont pas brûlé, eux")],
        ),
        (
            "On juge Aïcha Talbi, 49 ans, boulangère, accusée d'avoir brûlé son four. Face à elle, Nadia Cherif, "
            "avocate générale, requiert dix ans. « Le contrat avait été doublé », rappelle Nadia Cherif. En fin "
            "de journée, la parole est revenue à l'accusée. Elle assure n'avoir rien acheté.",
            [("Nadia Cherif", None), ("Aïcha Talbi", "n'avoir rien acheté")],
        ),
        (
            "Le procureur, Karim Alami, a requis dix ans. « Nous voulons la vérité », a-t-il dit. Un des prévenus"
            " a nié. « J'ai signé sans lire », a-t-il répondu au président. « Pourquoi n'avoir rien lu ? », a "
            "demandé le magistrat.",
            [("Karim Alami", None), (None, None), (None, None)],
        ),
    ],
)
def test_the_accused_is_nobody_of_the_court(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kamel Berrada, l'aîné, est secrétaire de section. Lyes Berrada, le cadet, est délégué. « La table, "
            "nous y sommes depuis hier », a réagi l'aîné des Berrada.",
            [("Kamel Berrada", "La table, nous y sommes depuis hier")],
        ),
        (
            "Salma Idrissi, la cadette, tient la caisse. Houda Idrissi, l'aînée, pétrit. « On se lève à trois "
            "heures », confie la cadette.",
            [("Salma Idrissi", "On se lève à trois heures")],
        ),
    ],
)
def test_who_is_called_by_a_word_beside_the_name_is_meant_by_it(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "« Le dossier est vide », plaide Salma Idrissi. « Il déborde de preuves », répond Houda Berrada. "
            "L'une et l'autre se sont déjà affrontées. « Elle plaide longtemps », confiait-elle hier.",
            [("Salma Idrissi", None), ("Houda Berrada", None), (None, "Elle plaide longtemps")],
        ),
        (
            "Omar Talbi et Karim Alami se sont concertés. « On vous répondra plus tard », a lâché l'un, tandis "
            "que l'autre refermait son dossier. « Vous avez nos chiffres », a-t-il ajouté.",
            [(None, None), (None, "Vous avez nos chiffres")],
        ),
    ],
)
def test_one_of_two_stays_unnamed(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Houda Berrada l'attendait. La présidente de la Fédération nationale de la pêche (FNP) a brandi un "
            "poisson. « Voilà ce que nous remontons. » La FNP réclame que les usines ferment. « C'est écrit dans "
            "le contrat », a-t-elle poursuivi.",
            [
                ("Houda Berrada", None),
                ("Fédération nationale de la pêche", None),
                ("Houda Berrada", "C'est écrit dans le contrat"),
            ],
        ),
        (
            "Entretien avec Houda Berrada, fondatrice, et Karim Alami, son associé. « Nous avons tout raté "
            "d'abord », sourit ce dernier.",
            [("Karim Alami", "Nous avons tout raté d'abord")],
        ),
        (
            "Omar Talbi a reconnu avoir renseigné le gang. Deux millions envolés, un collègue blessé à la hanche,"
            " et une enquête de trois ans. « Je n'ai donné que l'heure », lâche-t-il.",
            [("Omar Talbi", None), ("Omar Talbi", "Je n'ai donné que l'heure")],
        ),
    ],
)
def test_a_pronoun_means_the_person_whom_the_paragraph_is_about(text: str, expected: Expected) -> None:
    assert_told(text, expected)
