"""Interviews printed as running text in which not every prompt ends in a question mark."""

import pytest

from tests.extraction.printed_article import turns

HEAD = (
    "« Un phare ne s'éteint pas, on l'oublie »",
    "Gardienne du phare de Sidi Merouane, Zakia Louafi nous parle de son métier.",
)
FIRST = ("Votre tour a cent ans cette année. Tient-elle encore ?", "Parce qu'on la répare, oui. J'y passe mes étés.")
SECOND = ("Combien de marches montez-vous ?", "Deux cent douze. Mes genoux les comptent pour moi.")
LAST = ("Et le brouillard ?", "Il ne prévient pas. J'allume la corne et j'attends.")


PROMPTS = [
    ("Parlez-nous de la lampe.", "Elle vient de Marseille. Je la nettoie au vinaigre."),
    ("Certains pêcheurs vous disent trop stricte...", "Je le suis. La mer l'est aussi."),
    ("Votre plus belle nuit :", "Celle de l'éclipse. Les goélands se sont tus."),
    (
        "Vos voisins affirment que la corne réveille le village.",
        "Ils ont raison, et je m'en excuse. La brume ne choisit pas.",
    ),
]


@pytest.mark.parametrize("prompt", PROMPTS)
def test_a_paragraph_may_open_with_a_prompt(prompt: tuple[str, str]) -> None:
    printed_turns = [FIRST, SECOND, prompt, LAST]
    assert turns(*HEAD, *(f"{asked} {told}" for asked, told in printed_turns)) == printed_turns


@pytest.mark.parametrize("prompt", PROMPTS[:2])
def test_all_may_stand_in_one_paragraph(prompt: tuple[str, str]) -> None:
    printed_turns = [FIRST, SECOND, prompt, LAST]
    assert turns(*HEAD, " ".join(f"{asked} {told}" for asked, told in printed_turns)) == printed_turns


def test_further_paragraphs_go_on_with_an_answer_and_may_ask() -> None:
    more = "Cela dit, personne ne monte par plaisir. Est-ce que cela changera ? Il faudra revenir en mai."
    found = turns(*HEAD, " ".join(FIRST), " ".join(SECOND), more, " ".join(LAST))
    assert found == [FIRST, (SECOND[0], f"{SECOND[1]}\n{more}"), LAST]


def test_leave_is_taken_in_one_paragraph() -> None:
    closing = ("Merci Zakia.", "Merci à vous, et tenez la rampe !")
    box = ("Bio express", "1971 : naissance à Dellys", "1996 : premier phare")
    found = turns(*HEAD, *(" ".join(turn) for turn in (FIRST, SECOND, LAST, closing)), *box)
    assert found == [FIRST, SECOND, LAST, closing]


def test_what_a_narrator_reports_between_prompts_nobody() -> None:
    report = "Son adjoint, Slim Ayeb, acquiesce. « Elle dort debout », glisse-t-il en riant."
    found = turns(*HEAD, *(" ".join(turn) for turn in (FIRST, SECOND, LAST)), report)
    assert found == [FIRST, SECOND, LAST]


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Faut-il sauver le phare ?",
            "Qui se souvient de la corne ? Personne, ou presque. La commune a vendu la lampe.",
            "Où est passé l'argent ? Dans les trottoirs, dit-on. Le maire se tait.",
            "Que reste-t-il ? Une porte rouillée. Les goélands y nichent.",
        ),
        (
            "Zakia Louafi, la dame de la lanterne",
            "Elle monte sans se presser, un seau à la main. A-t-elle peur ? « Je compte les marches », répond-elle. "
            "Et quand la corne se tait ? « Je l'attends, c'est mon métier ». Elle explique que le vent commande. "
            "A-t-elle un regret ? « Le silence d'avant », sourit-elle. La gardienne retourne à sa lampe.",
        ),
        (
            "Le phare de Sidi Merouane s'éteint",
            "Pourquoi l'éteindre ? « Le budget manque », répond le maire, Slim Ayeb.",
            "Qui le gardera ? « Personne », soupire une voisine. La tour sera murée en mars.",
            "Et la lampe ? Elle ira au musée, assure l'office des phares.",
        ),
    ],
)
def test_reports_and_columns_that_ask_and_answer_are_none(lines: tuple[str, ...]) -> None:
    assert turns(*lines) == []


def test_a_dash_may_open_what_asks_within_a_paragraph() -> None:
    lead = ("Votre tour est une lanterne. La mer y entre-t-elle ?", "Par les joints. J'y glisse du liège.")
    dashed = [FIRST, lead, ("Un métier de silence...", "Oui, un métier de silence, et de vent."), LAST]
    found = turns(*HEAD, " ".join(f"-{asked} {told}" for asked, told in dashed))
    assert found == dashed


def test_you_within_an_answer_is_said_to_nobody() -> None:
    told = "Par goût. Une nuit de garde, ça vous rend modeste. Et rien ne remplace le vent. On apprend à se taire."
    found = turns(*HEAD, " ".join([*FIRST, "Pourquoi ce métier ?", told, *LAST]))
    assert found == [FIRST, ("Pourquoi ce métier ?", told), LAST]


def test_two_marks_and_a_prompt_make_an_interview_that_is_announced() -> None:
    prompt = ("Pour vous, le phare est un refuge...", "Un refuge, oui. Je n'y crains personne.")
    printed_turns = [FIRST, prompt, LAST]
    assert turns(*HEAD, " ".join(f"{asked} {told}" for asked, told in printed_turns)) == printed_turns


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Les armateurs construisent des tours neuves. Sont-elles plus sûres ?", "Elles sont plus hautes, voilà tout."),
        ("La commune promet un ascenseur. Que lui répondez-vous ?", "De monter d'abord. Je lui prêterai ma rampe."),
        ("Le maire parle d'un musée. Partagez-vous cette idée ?", "À moitié. Je garderais la lampe allumée."),
    ],
)
def test_what_a_question_takes_up_leads_to_it(question: str, answer: str) -> None:
    found = turns(*HEAD, " ".join([*FIRST, *SECOND, question, answer, *LAST]))
    assert found == [FIRST, SECOND, (question, answer), LAST]
