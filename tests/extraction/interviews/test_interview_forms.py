"""Interviews in every form of print: labels of all shapes or none, statements for questions, boxes, what is none."""

import pytest

from newsdb.extraction import extract_facts
from newsdb.extraction.attributions import CONFIDENCE
from newsdb.extraction.interviews.interviews import find_interview
from tests.extraction.printed_article import printed

HEADLINE = "Karim Alami : « Le pont nous survivra »"
INTRO = "Karim Alami, maire de Sefrou, revient dans cet entretien sur la crue et sur le pont."
FIRST = ("Quand le pont rouvrira-t-il ?", "Nous l'espérons en mai, si la météo le veut bien.")
SECOND = ("Que dites-vous aux riverains ?", "Je leur demande un peu de patience. Les travaux avancent bien.")
THIRD = ("Et le budget ?", "Il est voté. Nous avons obtenu deux millions de dirhams.")
TURNS = [FIRST, SECOND, THIRD]
UNJUST = "C'est injuste. Nous avons agi dès le premier jour, et je le répète."

Turns = list[tuple[str, str]]


def turns_of(headline: str, *lines: str) -> Turns:
    """The questions and answers found."""
    document = printed(headline, *lines)
    text = document.text
    return [
        (text[turn.question_start : turn.question_end], text[turn.answer_start : turn.answer_end])
        for turn in find_interview(document).turns
    ]


def answerers(headline: str, *lines: str) -> set[str | None]:
    """Who speaks the answers."""
    quotes = extract_facts(printed(headline, *lines)).quotes
    return {quote.attribution.speaker for quote in quotes if quote.kind == "answer"}


def labelled(asks: str, tells: str) -> list[str]:
    """The lines of three turns; # in a label is the number of the turn."""
    return [
        label.replace("#", str(number)) + words
        for number, turn in enumerate(TURNS, start=1)
        for label, words in zip((asks, tells), turn, strict=True)
    ]


@pytest.mark.parametrize(
    ("asks", "tells"),
    [
        ("", ""), ("- ", ""), ("– ", ""), ("— ", ""), ("• ", ""), ("* ", ""), ("> ", ""), ("- ", "- "), ("", "- "),
        ("#. ", ""), ("#) ", ""), ("#- ", ""), ("Q# : ", "R# : "), ("Q : ", "R : "), ("Q: ", "R: "), ("Q. ", "R. "),
        ("Q - ", "R - "), ("Q – ", "R – "), ("Q/ ", "R/ "), ("Question : ", "Réponse : "), ("QUESTION: ", "RÉPONSE: "),
        ("Le Quotidien du Sud : ", "Karim Alami : "), ("Le Quotidien du Sud.- ", "Karim Alami.- "),
        ("Le Quotidien du Sud - ", "Karim Alami - "), ("El Watan. ", "Karim Alami. "), ("L.Q.S. : ", "K. A. : "),
        ("LQS : ", "K.A : "), ("LQS – ", "KA – "), ("LQS : ", "Alami : "), ("LQS : ", "M. Alami : "), ("LQS:", "KA:"),
        ("[LQS] ", "[Karim Alami] "), ("Médias24: ", "K.A.: "), ("- Médias24 : ", "- Karim Alami : "),
        ("Journaliste : ", "Karim Alami : "), ("LQS : ", "Le maire : "), ("– LQS : ", "– K. A. : "),
    ],
)  # fmt: skip
def test_any_label_opens_a_turn_and_is_no_part_of_it(asks: str, tells: str) -> None:
    lines = labelled(asks, tells)
    assert turns_of(HEADLINE, INTRO, *lines) == TURNS
    assert answerers(HEADLINE, INTRO, *lines) == {"Karim Alami"}


@pytest.mark.parametrize(
    "lines",
    [
        ["LQS :", FIRST[0], "Karim Alami :", FIRST[1], "LQS :", SECOND[0], "Karim Alami :", SECOND[1]],
        [f"LQS : {FIRST[0]}", f"Karim Alami : {FIRST[1]}", *SECOND],
        [FIRST[0], f"Karim Alami : {FIRST[1]}", *SECOND],
        [FIRST[0], f"Karim Alami : {FIRST[1]}", SECOND[0], f"K. A. : {SECOND[1]}"],
        [
            f"Le Sud (LQS) : {FIRST[0]}",
            f"Karim Alami (K. A.) : {FIRST[1]}",
            f"LQS : {SECOND[0]}",
            f"K. A. : {SECOND[1]}",
        ],
        [f"- {FIRST[0]}", f"- Karim Alami : {FIRST[1]}", f"- {SECOND[0]}", f"- K. A. : {SECOND[1]}"],
    ],
    ids=["own line", "first turn", "first answer", "answers only", "explained", "dashed questions"],
)
def test_labels_may_stand_apart_or_be_left_out(lines: list[str]) -> None:
    assert turns_of(HEADLINE, INTRO, *lines) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "question",
    [
        "Parlez-nous du chantier.",
        "Certains vous reprochent d'avoir tardé.",
        "Vous avez été critiqué par l'opposition, qui parle de gâchis.",
        "On parle d'un an de travaux. La région attend. Le croyez-vous possible ?",
        "Pourquoi ce retard ? On parle d'un an.",
        "C'est-à-dire ?",
        "Un dernier mot ?",
        "Diriez-vous que le pire est passé…",
    ],
)
def test_a_question_may_be_an_order_a_reproach_or_a_word(question: str) -> None:
    lines = [*FIRST, question, UNJUST, *SECOND, *THIRD]
    assert turns_of(HEADLINE, INTRO, *lines) == [FIRST, (question, UNJUST), SECOND, THIRD]


@pytest.mark.parametrize(
    "answer",
    [
        ["Oui."],
        ["En mai.", "Le reste dépend de l'État. La région a donné son accord.", "Les entreprises sont prêtes."],
        ["Que pouvions-nous faire d'autre ? Rien. Nous avons attendu, et j'assume."],
        ["Il y a trois étapes :", "- les piles, d'abord ;", "- le tablier, ensuite ;", "- la chaussée, enfin."],
        ["« On ne dort plus », me disent les riverains. Je les comprends."],
        ["Le préfet m'a dit : « Le pont tiendra ». Selon lui, il est sûr."],
    ],
    ids=["one word", "paragraphs", "rhetorical question", "list", "quoting", "reporting"],
)
def test_an_answer_is_all_that_is_said_until_the_next_question(answer: list[str]) -> None:
    lines = [*FIRST, "Vous y croyez ?", *answer, *SECOND, *THIRD]
    assert turns_of(HEADLINE, INTRO, *lines) == [FIRST, ("Vous y croyez ?", "\n".join(answer)), SECOND, THIRD]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([], ["Propos recueillis par Samir Haddad"]),
        ([], ["Entretien réalisé par : Samir Haddad"]),
        ([], ["Bio express", "Né à Sefrou en 1970, Karim Alami est ingénieur. Il est maire depuis 2011."]),
        ([], ["Qui est Karim Alami ?", "Né à Sefrou en 1970, Karim Alami est ingénieur. Il est maire depuis 2011."]),
        (["Bio express", "Né à Sefrou en 1970, il est ingénieur. Il est maire depuis 2011."], []),
        ([], ["Avant de nous quitter, il montre le pont. « Il nous survivra », a-t-il glissé."]),
    ],
    ids=["signature", "entretien", "box", "question box", "box before", "outro"],
)
def test_boxes_signatures_and_narrative_belong_to_no_turn(before: list[str], after: list[str]) -> None:
    assert turns_of(HEADLINE, INTRO, *before, *labelled("", ""), *after) == TURNS


@pytest.mark.parametrize(
    ("headline", "intro", "speaker"),
    [
        ("Le pont nous survivra", "Ingénieur, Karim Alami dirige la ville depuis 2011. Entretien.", "Karim Alami"),
        ("Le pont", "Élu face à Rachid Bennis, Karim Alami dirige la ville. Il répond à nos questions.", "Karim Alami"),
        ("Trois questions à Karim Alami, maire de Sefrou", "Propos recueillis par Samir Haddad", "Karim Alami"),
        ("Leïla Mansouri : « Le pont est sûr »", "Leïla Mansouri a succédé à Karim Alami en mai.", "Leïla Mansouri"),
    ],
)  # fmt: skip
def test_the_interviewee_is_whom_the_head_presents(headline: str, intro: str, speaker: str) -> None:
    assert answerers(headline, intro, *labelled("", "")) == {speaker}


def test_several_interviewees_answer_under_their_own_labels() -> None:
    intro = "Karim Alami, maire de Sefrou, et Leïla Mansouri, directrice de l'hôpital, répondent à nos questions."
    lines = [FIRST[0], f"K. Alami : {FIRST[1]}", "L. Mansouri : Je n'en sais rien.", THIRD[0], f"K. A. : {THIRD[1]}"]
    document = printed("Regards croisés sur le pont", intro, *lines)
    answers = [quote for quote in extract_facts(document).quotes if quote.kind == "answer"]
    assert [answer.occurrences[0].text for answer in answers] == [FIRST[1], "Je n'en sais rien.", THIRD[1]]
    assert [answer.attribution.speaker for answer in answers] == ["Karim Alami", "Leïla Mansouri", "Karim Alami"]
    assert {answer.attribution.confidence for answer in answers} <= set(CONFIDENCE.values())


@pytest.mark.parametrize(
    "lines",
    [
        ["Le nouveau passeport arrive en mai.", "Qui est concerné ?", "Tous les majeurs.", "Combien ça coûte ?",
         "Le timbre est fixé à 300 dirhams.", "Où déposer le dossier ?", "La demande se fait en ligne."],
        ["Pouvez-vous voyager avec l'ancien ?", "Oui, jusqu'en 2027.", "Que devez-vous payer ?", "300 dirhams.",
         "Où déposer votre dossier ?", "La demande se fait en ligne, sur le site du ministère."],
        ["Faut-il un pont ?", "On peut se le demander. Nous avons vécu sans lui pendant des siècles.",
         "Et pourtant, que ferions-nous sans lui ?", "Je n'en sais rien.", "Alors, qui paiera ?", "Nous tous."],
        ["Le maire Karim Alami a répondu à la presse.", "Pourquoi ce retard ?",
         "La crue a tout emporté, a expliqué le maire. « Nous avons perdu six mois », a-t-il ajouté.",
         "Et après ?", "La mairie ne le sait pas, selon un élu."],
        ["Karim Alami et Rachid Bennis se sont affrontés.", "Qui paiera la facture ? « L'État », a répondu le maire.",
         "Et qui paiera l'entretien ? « Personne », a ironisé Rachid Bennis."],
        ["## Que s'est-il passé ?", "La crue a tout emporté, a indiqué la mairie.", "## Y a-t-il des victimes ?",
         "Aucune, selon la Protection civile.", "## Et maintenant ?", "Le pont sera reconstruit, a promis le maire."],
        ["Circulation : la route est coupée.", "Santé : l'hôpital reste ouvert.", "Écoles : les cours reprennent."],
        ["La ville attend. Et la réponse ?", "« Rien avant lundi. »", "La mairie renvoie à un rapport."],
    ],
    ids=["faq", "faq to you", "column", "report", "debate", "subheadings", "kickers", "one question"],
)  # fmt: skip
def test_questions_alone_make_no_interview(lines: list[str]) -> None:
    assert turns_of("Le pont de Sefrou", *lines) == []
