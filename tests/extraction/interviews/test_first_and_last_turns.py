"""Who asks under a label that also prompts, where running turns end, and reviews of the press, which have none."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

RUNNING = [
    "Qu'est-ce qui pousse une coiffeuse à acheter un phare ? La folie, dit ma sœur. J'y ai passé mes étés.",
    "Et la banque a suivi ? Pas la première, ni la deuxième. C'est une coopérative qui a prêté.",
    "Comment y monte-t-on en hiver ? Par l'escalier de service. Il y a deux cents marches.",
    "Vous arrive-t-il de regretter ? Tous les matins de tempête, quand la vitre tremble.",
    "Un dernier mot pour les rêveurs ? Qu'ils apprennent d'abord à peindre une porte.",
]


def turns_of(*lines: str) -> list[tuple[str, str]]:
    """The questions and answers found."""
    document = printed(*lines)
    quotes = [quote for quote in extract_facts(document).quotes if quote.kind == "answer"]
    return [(document.text[q.question_start : q.question_end], q.occurrences[0].text) for q in quotes]


@pytest.mark.parametrize("last", ["Un mot sur l'entrée au port...", "Parlons du prix du billet.", "Et la route…"])
def test_a_label_that_asks_first_asks_where_its_last_line_has_no_mark(last: str) -> None:
    asked = [question for question, _ in turns_of(
        "Malik Oukil, patron du Phare bleu : « Nous manquons de bras »",
        "Malik Oukil revient dans cet entretien sur les difficultés du port.",
        "Éco Souss : Le secteur se plaint. Qu'en est-il chez vous ?",
        "Malik Oukil : C'est une réalité. Nous tournons à moitié.",
        "Avez-vous saisi les autorités ?",
        "M. O. : Bien sûr, et nous attendons.",
        "Vous vendez à Dakar. Quels volumes ?",
        "M. O. : Trente caisses. C'est modeste, mais c'est un début.",
        "Le vrai problème reste la route. Un camion passe par l'Espagne, ce qui est absurde, et nous attendons.",
        f"Éco Souss : {last}",
        "M. O. : Ce n'est pas une rumeur, nous y pensons.",
        "Justement, qu'en dirait votre père ?",
        "M. O. : Il dirait que le vent tourne.",
    )]  # fmt: skip
    assert [words[:12] for words in asked] == [
        "Le secteur s",
        "Avez-vous sa",
        "Vous vendez ",
        last[:12],
        "Justement, q",
    ]


def test_running_turns_in_every_paragraph_need_few_words_of_i_and_end_before_the_author() -> None:
    found = turns_of(
        "Rencontre avec Nora Oukil, la coiffeuse qui a racheté un phare",
        "Nora Oukil a rouvert le phare en mars. Nous l'avons interrogée entre deux clientes.",
        *RUNNING,
        "Prochaine visite samedi. Le prix de l'entrée ? Trois dinars, « le thé compris », précise la patronne.",
    )
    assert [question for question, _ in found] == [f"{line.split(' ?')[0]} ?" for line in RUNNING]


@pytest.mark.parametrize(
    "headline", ["Revue de presse du vendredi 6 mai", "Les principaux titres de ce vendredi", "Kiosque du jour"]
)
def test_items_below_the_names_of_papers_are_no_answers(headline: str) -> None:
    assert turns_of(
        headline,
        "Voici ce que la presse retient ce matin :",
        "*Le Courrier du Souss :*",
        "• Emploi : le ministre promet un plan. « Nous avons tardé », a-t-il dit au journal.",
        "*L'Écho du Sud :*",
        "• Écoles : les libraires s'inquiètent. « Nos marges ont fondu », y déclare un libraire.",
        "*La Lettre du Nord :*",
        "• Port : les pêcheurs attendent une drague, écrit le journal, qui publie leur lettre.",
    ) == []  # fmt: skip
