"""Interviews whose page opens on the first question, with no headline above it."""

import pytest

from tests.extraction.printed_article import turns

REST = (
    "Et la neige ?",
    "Elle coupe la route dix jours par an. Nous descendons alors à pied.",
    "Que vous manque-t-il ?",
    "Une infirmière. Je l'écris chaque automne au délégué.",
    "Merci, Aziz.",
    "Merci à vous, et revenez au printemps.",
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (
            "Vous tenez ce gîte depuis vingt ans. Par goût ?",
            "Un peu des deux. J'aime la montagne, et je n'aime pas obéir.",
        ),
        ("Combien d'habitants reste-t-il au village ?", "Quarante. Nous étions trois cents à ma naissance."),
        ("Racontez-nous votre premier hiver.", "Il a duré cinq mois. J'ai brûlé deux chaises."),
        ("Vous voilà seul sur ce plateau.", "Pas tout à fait. Ma sœur garde les chèvres."),
    ],
)
def test_a_page_may_open_on_the_first_question(question: str, answer: str) -> None:
    found = turns(question, answer, *REST)
    assert found[0] == (question, answer)
    assert [turn[0] for turn in found[1:]] == ["Et la neige ?", "Que vous manque-t-il ?", "Merci, Aziz."]


@pytest.mark.parametrize(
    "head",
    [
        ("Qui veut encore vivre à Tabant ?", "Entretien avec Aziz Oumghar, gardien du gîte."),
        ("Vivre à Tabant, est-ce encore possible ?", "Aziz Oumghar, gardien du gîte, répond à nos questions."),
    ],
)
def test_a_headline_that_asks_is_none_above_an_announcement(head: tuple[str, str]) -> None:
    assert [turn[0] for turn in turns(*head, *REST)][:2] == ["Et la neige ?", "Que vous manque-t-il ?"]


def test_a_rubric_that_asks_above_a_report_is_no_question() -> None:
    lines = (
        "Et la route ?",
        "Tabant : « Nous montons à pied », disent les guides",
        "Trois hameaux restent coupés. Vous y trouverez encore du bois, promet la commune. Jusqu'à quand ?",
        "Les guides n'en savent rien. « On verra au printemps », dit l'un d'eux.",
    )
    assert turns(*lines) == []
