"""Who spoke is told behind the words, in a relative clause or by a source within a body."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.cast_of import cast_of, roles
from tests.extraction.printed_article import Expected, assert_told, printed

BEFORE = "Nabil Alami a ouvert la séance. « Rien ne va plus ici », a-t-il dit. "


@pytest.mark.parametrize(
    "behind",
    [
        "L'auteur de la charge, Karim Tazi, s'est rassis.",
        "Ces mots sont de Karim Tazi, capitaine de l'équipe.",
        "La formule est signée Karim Tazi.",
        "Celui qui parle ainsi, c'est Karim Tazi.",
        "Ainsi parle Karim Tazi.",
    ],
)
def test_whose_the_words_were_is_said_behind_them(behind: str) -> None:
    text = f"{BEFORE}Puis le ton est monté. « Vous vendez ce qui est à nous ! » {behind}"
    assert_told(text, [("Nabil Alami", None), ("Karim Tazi", None)])


CASES: list[tuple[str, Expected]] = [
    (
        "« Rien ne va plus ici », dit Nabil Alami à Karim Tazi, qui répond : « Le quai reste à nous. »",
        [("Nabil Alami", None), ("Karim Tazi", None)],
    ),
    (
        "Le ministre Nabil Alami a reçu Karim Tazi, qui a assuré que le quai serait rouvert.",
        [("Karim Tazi", "le quai serait rouvert")],
    ),
    (
        "Le directeur, Karim Tazi, qui avait d'abord refusé, s'emporte : « Le quai reste à nous. »",
        [("Karim Tazi", None)],
    ),
    (
        "Son adjoint, Karim Tazi, assurera l'intérim. « Je connais la maison », a confié ce dernier à la presse.",
        [("Karim Tazi", "Je connais la maison")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_who_speaks_is_whom_the_relative_or_the_pronoun_points_to(text: str, expected: Expected) -> None:
    assert_told(text, expected)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (
            "Une source autorisée au sein du ministère du Commerce indique qu'un arrêté est prêt.",
            "Une source autorisée au sein du ministère du Commerce",
        ),
        (
            "Contacté hier, un cadre de l'usine, qui préfère taire son nom, dit comprendre la colère des agents.",
            "un cadre de l'usine",
        ),
        ("L'avocate a plaidé. Réponse du procureur : « La rumeur a laissé des traces. »", "procureur"),
    ],
)
def test_who_has_no_name_is_told_by_the_words_that_are_printed(text: str, speaker: str) -> None:
    facts = extract_facts(printed("Une journée ordinaire", text))
    assert [quote.attribution.speaker for quote in facts.quotes] == [speaker]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Karim Tazi proteste. « Tout ferme », prévient celui qui est aussi maire de Safi.", "maire de Safi"),
        ("Son adjoint, Karim Tazi, est là.", "adjoint"),
    ],
)
def test_a_title_is_told_by_who_one_is_or_whose(text: str, role: str) -> None:
    assert [found[:2] for found in roles(cast_of(text))] == [("Karim Tazi", role)]
