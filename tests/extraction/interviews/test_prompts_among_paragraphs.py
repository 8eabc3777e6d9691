"""Prompts that nothing marks among long answers; topics, pull-quotes and captions, which prompt nothing."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

HEAD = (
    "Samir Belkaïd : « Une ruche ne pardonne pas la paresse »",
    "Apiculteur à Tazmalt depuis vingt ans, Samir Belkaïd répond à nos questions sur une saison sans pluie.",
)
FIRST = (
    "Combien de ruches avez-vous perdues ?",
    "Soixante, sur les deux cents que nous tenons avec mon frère. Je n'ai jamais connu pire saison depuis mes débuts.",
    "Les essaims sont sortis trop tôt, en février. Il n'y avait rien à butiner dans la vallée.",
)
LAST = (
    "Que diriez-vous à un jeune qui veut se lancer ?",
    "De commencer avec trois ruches et un bon livre. Le reste vient en se faisant piquer, aucune école ne l'apprend.",
    "Et de planter du thym. Les abeilles ne mangent pas les subventions, on l'oublie dans les bureaux.",
)


def turns(*lines: str) -> list[tuple[str, str]]:
    """The questions and the answers between the first and the last turn."""
    document = printed(*HEAD, *FIRST, *lines, *LAST)
    return [
        (document.text[q.question_start : q.question_end], q.occurrences[0].text)
        for q in extract_facts(document).quotes
        if q.kind == "answer"
    ]


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        (
            "Le prix du miel a doublé aussi.",
            "De huit cents dinars, oui, et personne ne m'en a remercié. Le sucre suit.",
        ),
        (
            "Il est question d'un label régional.",
            "Ce label, on me le promet depuis 2016. J'ai gardé les trois circulaires.",
        ),
        (
            "Il paraît que la coopérative ferme.",
            "Elle ferme un hangar, pas la coopérative. J'y étais encore hier matin.",
        ),
        ("Les importateurs se frottent les mains.", "Ils se frottent surtout les yeux. Leur sirop ne se vend plus."),
        (
            "La relève tarde pourtant à venir.",
            "Elle viendra quand le métier nourrira. Mon fils compte les factures avant moi.",
        ),
        (
            "Certains parlent d'une année blanche.",
            "Qu'ils viennent voir les hausses. Il y a du miel, peu, mais il y en a.",
        ),
        (
            "Les pesticides, justement.",
            "Les pesticides tuent la nuit, sans bruit. Je retrouve des tapis d'abeilles au matin.",
        ),
        ("On vous a vu au salon d'Alger.", "J'y tenais un stand avec deux voisins. Nous avons vendu quatre pots."),
        (
            "Les aides de la wilaya…",
            "Elles arrivent en novembre, quand les ruches dorment. Je les remercie quand même.",
        ),
        ("Reste la question de l'eau.", "L'eau, je la monte en bidons. Quarante litres par jour pour les abreuvoirs."),
    ],
)
def test_a_short_statement_prompts_the_paragraphs_below(prompt: str, answer: str) -> None:
    more = "La vallée a connu pire, disait mon père, mais la vallée était alors plus verte et les hivers plus longs."
    assert (prompt, f"{answer}\n{more}") in turns(prompt, answer, more)


@pytest.mark.parametrize(
    "apart",
    [
        "## Une saison blanche",
        "« Les abeilles ne mangent pas les subventions »",
        "Le rucher de Tazmalt, en mars. © Archives",
    ],
)
def test_a_topic_above_a_question_is_no_part_of_it(apart: str) -> None:
    assert [question for question, _ in turns(apart)] == [FIRST[0], LAST[0]]


@pytest.mark.parametrize("apart", ["## Une saison blanche", "« Il n'y avait rien à butiner »"])
def test_a_topic_or_a_pull_quote_within_an_answer_asks_nothing(apart: str) -> None:
    more = "La vallée a séché dès janvier, et les amandiers ont fleuri pour rien cette année encore."
    assert [question for question, _ in turns(apart, more)] == [FIRST[0], LAST[0]]


@pytest.mark.parametrize(
    "closing",
    [
        "À ce prix-là, on vous propose un pot de sirop étiqueté montagne. La loi le permet. Qui refuserait ?",
        "Que voulez-vous qu'il fasse ? Il vend la voiture et il recommence.",
        "Mon voisin a tout perdu en une nuit. Le feu, puis la grêle. Qui n'aurait pas baissé les bras ?",
    ],
)
def test_what_an_answer_asks_itself_is_no_question(closing: str) -> None:
    assert [question for question, _ in turns(closing)] == [FIRST[0], LAST[0]]


def test_a_first_question_may_have_a_paragraph_above_it_that_says_you() -> None:
    lead = "Vous avez hérité du rucher à dix-neuf ans. Votre père ne vous avait rien appris, dites-vous."
    document = printed(*HEAD, lead, *FIRST, *LAST)
    asked = [document.text[q.question_start : q.question_end] for q in extract_facts(document).quotes if q.question_end]
    assert asked[0] == f"{lead}\n{FIRST[0]}"


def test_topics_prompt_where_hardly_a_question_has_its_mark() -> None:
    talk = [
        ("Une récolte perdue", "Elle n'est pas perdue, elle est maigre. Nous ferons trois cents kilos."),
        ("Le prix de la cire", "C'est devenu notre or. Je la fonds moi-même depuis deux ans."),
        ("Et les voleurs de ruches ?", "Ils passent la nuit, avec un camion. J'ai perdu douze caisses en mai."),
        ("Ce que le rucher attend de la forêt", "Des pistes ouvertes. Nous ne demandons rien de plus aux gardes."),
    ]
    document = printed(
        *HEAD, *(line for turn in talk for line in (*turn, "La suite, on la verra aux premières pluies."))
    )
    asked = [document.text[q.question_start : q.question_end] for q in extract_facts(document).quotes if q.question_end]
    assert asked == [prompt for prompt, _ in talk]


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        (
            "On accuse surtout les pesticides.",
            "C'est une part du malheur. Les pluies en sont une autre, et nos transports.",
        ),
        (
            "Les voisins répètent que le thym a disparu",
            "Et ils ont raison. Il en reste trois touffes derrière le puits.",
        ),
        ("Le varroa revient. Doit-on s'en inquiéter.", "Le varroa n'est jamais parti. On le tient, voilà tout."),
        ("C'est un métier qui use son homme.", "Je n'aurais pas mieux dit."),
        ("Un rucher sans fleurs est une caserne.", "Vous l'avez dit."),
    ],
)
def test_what_others_say_and_what_is_taken_up_prompts(prompt: str, answer: str) -> None:
    assert (prompt, answer) in turns(prompt, answer)


def test_a_line_whose_words_an_answer_holds_is_a_pull_quote() -> None:
    pulled = "Une ruche silencieuse est une ruche malade"
    told = f"Il faut écouter. {pulled} ou affamée, et je le sais avant d'ouvrir."
    found = turns(
        "Comment les soignez-vous ?",
        "À la main. Mon père le faisait déjà.",
        pulled,
        "La nuit aide.",
        "Et le jour ?",
        told,
    )
    assert ("Comment les soignez-vous ?", f"À la main. Mon père le faisait déjà.\n\n{pulled}\n\nLa nuit aide.") in [
        (question, answer.replace("\n\n", "\n").replace("\n", "\n\n")) for question, answer in found
    ]
