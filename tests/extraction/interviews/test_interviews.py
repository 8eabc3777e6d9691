"""Interviews in every layout of the press: questions, answers, labels, and where they end."""

from itertools import pairwise

import pytest

from newsdb.extraction import extract_facts
from newsdb.extraction.interviews.interviews import find_interview
from tests.extraction.printed_article import printed

INTRO = "Dans cet entretien, Karim Alami, maire de Sefrou, nous parle du pont."


def turns(*lines: str) -> list[tuple[str, str]]:
    document = printed("Le pont de Sefrou", *lines)
    text = document.text
    return [
        (text[t.question_start : t.question_end], text[t.answer_start : t.answer_end])
        for t in find_interview(document).turns
    ]


TWO_TURNS = [
    ("Quand le pont rouvrira-t-il ?", "Nous l'espérons en mai."),
    ("Que dites-vous aux riverains ?", "Je leur demande un peu de patience."),
]


@pytest.mark.parametrize(
    ("asks", "tells"),
    [
        ("", ""),
        ("- ", ""),
        ("– ", ""),
        ("Le Journal du Sud : ", "Karim Alami : "),
        ("J.D.S. : ", "K. A. : "),
        ("Question : ", "Réponse : "),
        ("- Le Journal du Sud : ", "- Karim Alami : "),
    ],
)
def test_layouts_give_the_turns_without_dash_and_label(asks: str, tells: str) -> None:
    lines = [line for q, a in TWO_TURNS for line in (asks + q, tells + a)]
    assert turns(INTRO, *lines) == TWO_TURNS


def test_labels_may_stand_at_the_first_turn_only() -> None:
    (q1, a1), (q2, a2) = TWO_TURNS
    assert turns(INTRO, f"Le Journal quotidien : {q1}", f"Karim Alami : {a1}", q2, a2) == TWO_TURNS


def test_a_question_without_its_label_between_labelled_ones_is_a_question() -> None:
    lines = [
        "J.D.S. : Quand le pont rouvrira-t-il ?",
        "K. A. : Nous l'espérons en mai.",
        "Que dites-vous aux riverains ?",
        "Je leur demande un peu de patience.",
        "J.D.S. : Et après ?",
        "K. A. : Nous verrons.",
    ]
    assert turns(INTRO, *lines) == [*TWO_TURNS, ("Et après ?", "Nous verrons.")]


def test_an_answer_holds_all_its_paragraphs_and_the_subheading_inside() -> None:
    lines = [
        "Quand le pont rouvrira-t-il ?",
        "Nous l'espérons en mai.",
        "## Une affaire de mois",
        "Ou en juin, me dit-on.",
    ]
    found = turns(INTRO, *lines, *TWO_TURNS[1])
    assert found[0][1] == "Nous l'espérons en mai.\nUne affaire de mois\nOu en juin, me dit-on."
    assert found[1] == TWO_TURNS[1]


def test_a_question_may_have_several_sentences() -> None:
    question = "Le pont ferme souvent. Quand le pont rouvrira-t-il pour vous ?"
    assert turns(INTRO, question, "Nous l'espérons en mai.", *TWO_TURNS[1])[0][0] == question


def test_a_colon_in_an_answer_is_no_label() -> None:
    answer = "Résultat : nous l'espérons en mai."
    assert turns(INTRO, TWO_TURNS[0][0], answer, *TWO_TURNS[1])[0][1] == answer


def test_two_people_may_answer_one_question() -> None:
    lines = ["J.D.S. : Et le pont ?", "Karim Alami : Il tient.", "Leïla Mansouri : Il tremble."]
    lines += ["J.D.S. : Et la route ?", "Karim Alami : Elle tient.", "Leïla Mansouri : Elle tremble."]
    assert [answer for _, answer in turns(INTRO, *lines)] == [
        "Il tient.",
        "Il tremble.",
        "Elle tient.",
        "Elle tremble.",
    ]


@pytest.mark.parametrize(
    "tail",
    [
        ["// Propos recueillis par Samir Haddad"],
        ["Propos recueillis par Samir Haddad"],
        ["## Un pont très ancien", "Le pont date de 1930. Selon Karim Alami, il tiendra."],
        ["« Je leur demande un peu de patience »"],
        ["## Bio express", "Né à Sefrou, il dit souvent : je suis un enfant du pont."],
    ],
)
def test_the_interview_ends_at_a_signature_a_narrative_or_a_pull_quote(tail: list[str]) -> None:
    lines = [line for turn in TWO_TURNS for line in turn]
    assert turns(INTRO, *lines, *tail) == TWO_TURNS


@pytest.mark.parametrize(
    "lines",
    [
        ["Le pont ferme. Que faire ?", "La mairie hésite, selon le préfet.", "Et la route ?", "Elle est coupée."],
        ["## Pourquoi le pont ferme-t-il ?", "La crue a tout emporté, a indiqué la mairie."],
        ["Qui paiera ?", "Le ministère a promis un crédit.", "Le pont attendra."],
    ],
)
def test_rhetorical_questions_and_question_subheadings_are_no_interview(lines: list[str]) -> None:
    assert turns(*lines) == []


def test_segments_tile_the_text_and_hold_questions_and_answers() -> None:
    lines = [line for turn in TWO_TURNS for line in turn]
    document = printed("Le pont de Sefrou", INTRO, *lines)
    segments = find_interview(document).segments
    assert segments[0].start == 0
    assert segments[-1].end == len(document.text)
    assert all(a.end == b.start for a, b in pairwise(segments))
    assert [s.kind for s in segments] == ["headline", "paragraph", "question", "answer", "question", "answer"]


def test_answers_are_the_interviewees_with_their_question() -> None:
    lines = [line for turn in TWO_TURNS for line in turn]
    document = printed("Le pont de Sefrou", INTRO, *lines)
    quotes = extract_facts(document).quotes
    assert [quote.kind for quote in quotes] == ["answer", "answer"]
    assert {quote.attribution.speaker for quote in quotes} == {"Karim Alami"}
    assert document.text[quotes[1].question_start : quotes[1].question_end] == TWO_TURNS[1][0]


def test_initials_lead_to_the_interviewee() -> None:
    lines = [f"{label} : {words}" for turn in TWO_TURNS for label, words in zip(("J.D.S.", "K. A."), turn, strict=True)]
    quotes = extract_facts(printed("Le pont de Sefrou", INTRO, *lines)).quotes
    assert [(q.attribution.speaker, q.attribution.method) for q in quotes] == [("Karim Alami", "initials")] * 2


def test_speech_inside_an_answer_is_not_a_second_quote() -> None:
    answer = "Le préfet m'a dit : « Le pont tiendra bon ». Selon lui, il est sûr."
    document = printed("Le pont de Sefrou", INTRO, TWO_TURNS[0][0], answer, *TWO_TURNS[1])
    assert [quote.kind for quote in extract_facts(document).quotes] == ["answer", "answer"]


def test_a_headline_quote_of_an_interview_is_the_interviewees() -> None:
    lines = [line for turn in TWO_TURNS for line in turn]
    quotes = extract_facts(printed("« Le pont nous survivra tous »", INTRO, *lines)).quotes
    assert quotes[0].kind == "direct"
    assert (quotes[0].attribution.speaker, quotes[0].attribution.method) == ("Karim Alami", "interview")
