"""What a reporter tells between two turns or below the last one is no part of an answer."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

HEAD = (
    "Moulins à eau : Nora Oukil répond au Courrier du Souss",
    "Le moulin de Tiznir tourne de nouveau. Sa restauratrice, l'architecte Nora Oukil, nous a reçus sur place.",
)
TURNS = (
    (
        "Pourquoi ce moulin ?",
        "Par entêtement. La roue était couchée dans le lit depuis vingt ans, et je passais devant.",
    ),
    ("Les voisins y ont-ils cru ?", "Pas au début. Ils ont prêté leurs mules quand la première meule est sortie."),
    ("Qui tient la clé ?", "Le meunier, et sa fille quand il dort. Il y a un registre à la porte."),
    ("Que reste-t-il à faire ?", "La vanne. Elle fuit, et le meunier perd une heure par jour à la caler."),
)


def answers_of(*insets: str) -> list[str]:
    """The answers found where each inset stands below one of them."""
    told = [*insets, *[""] * (len(TURNS) - len(insets))]
    lines = [line for turn, inset in zip(TURNS, told, strict=True) for line in (*turn, inset) if line]
    quotes = extract_facts(printed(*HEAD, *lines)).quotes
    return [quote.occurrences[0].text for quote in quotes if quote.kind == "answer"]


@pytest.mark.parametrize(
    "words",
    [
        "L'architecte précise que la charpente a été payée par une tombola.",
        "Mme Oukil a par ailleurs assuré que la farine resterait au village.",
        "Selon Mme Oukil, douze autres roues pourraient repartir d'ici trois ans.",
        "Au cours de l'entretien, la restauratrice a reconnu que la meule venait d'un autre moulin.",
        "Notre interlocutrice affirme que les plans seront déposés à la bibliothèque.",
        "Au souk, les avis changent. « Le pain a un goût de pierre », grogne un boulanger, qui en achète pourtant.",
    ],
)
def test_what_a_reporter_tells_ends_an_answer_between_two_turns_and_below_the_last(words: str) -> None:
    told = [answer for _, answer in TURNS]
    assert answers_of(words) == told
    assert answers_of("", "", "", words) == told


@pytest.mark.parametrize(
    "words",
    [
        "La commune a indiqué que le sentier serait ouvert en mai. La date reste à confirmer, glisse un élu.",
        "À la fin de la rencontre, Oukil a promis que la vanne serait changée avant l'hiver.",
    ],
)
def test_what_others_say_below_the_last_answer_is_none(words: str) -> None:
    assert answers_of("", "", "", words) == [answer for _, answer in TURNS]


@pytest.mark.parametrize(
    "words",
    [
        "La commune affirme que le sentier est à elle. Le cadastre dit le contraire.",
        "Les meuniers me disaient que le bois de noyer tient mieux. M. Rahoui, notre doyen, en a gardé une roue.",
        "« Personne ne moud plus à la pierre », nous répétait le maire. Il vient chercher son sac le samedi.",
    ],
)
def test_what_an_answer_tells_of_others_is_a_part_of_it(words: str) -> None:
    assert answers_of("", words)[1] == f"{TURNS[1][1]}\n{words}"


@pytest.mark.parametrize("opening", ["M. Rahoui", "J. Rahoui", "T. Rahoui"])
def test_the_stop_behind_an_initial_says_neither_i_nor_you(opening: str) -> None:
    found = answers_of("", "", "", f"{opening} et Nora Oukil exposent leurs relevés samedi, à la maison du moulin.")
    assert found == [answer for _, answer in TURNS]
