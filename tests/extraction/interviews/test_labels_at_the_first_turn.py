"""Labels at the first turn alone, before a stop or a dash, written in other letters, or as initials of two letters."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

QUESTIONS = ["Pourquoi ouvrir un moulin en pleine sécheresse ?", "Qui vient y moudre son grain ?", "Et après ?"]
ANSWERS = [
    "Nous en avions besoin. Les femmes du village marchaient deux heures, et le four était loin de tout.",
    "Tout le monde. Nous moulons pour les villages voisins, et pour les boulangers de la ville depuis le printemps.",
    "Nous verrons. Le toit attend encore, et la meule de rechange n'est pas payée.",
]
INTRO = "Rencontre avec Philippe Aurel, meunier à Ifrane."


def answers(asks: list[str], tells: list[str], headline: str = "Un moulin pour le village") -> list[tuple[str, str]]:
    """The answers and who gives them, of a page with these openings of its questions and answers."""
    lines = [
        line
        for ask, question, tell, answer in zip(asks, QUESTIONS, tells, ANSWERS, strict=True)
        for line in (ask + question, tell + answer)
    ]
    document = printed(headline, INTRO, *lines)
    found = [q for q in extract_facts(document).quotes if q.kind == "answer"]
    asked = [document.text[q.question_start : q.question_end] for q in found]
    assert asked == QUESTIONS
    return [(q.occurrences[0].text, q.attribution.speaker or "") for q in found]


EXPECTED = [(answer, "Philippe Aurel") for answer in ANSWERS]


@pytest.mark.parametrize(
    ("asks", "tells"),
    [
        (["Le Phare d'Ifrane. ", "", ""], ["Philippe Aurel. ", "", ""]),
        (["", "", ""], ["Philippe Aurel. ", "", ""]),
        (["PHARE MAG : ", "", ""], ["Philippe aurel : ", "", ""]),
        (["", "– ", "– "], ["– ", "– ", "– "]),
        (["PhareMag : ", "-", "-"], ["Philippe Aurel : ", "-", "-"]),
        (["PhareMag - ", "PhareMag - ", "PhareMag : "], ["Philippe Aurel : ", "Ph.A. : ", "Ph. A. : "]),
    ],
)
def test_labels_are_no_part_of_question_and_answer(asks: list[str], tells: list[str]) -> None:
    assert answers(asks, tells) == EXPECTED


def test_a_name_in_capitals_above_is_a_label_in_small_letters_below() -> None:
    document_answers = answers(["", "", ""], ["Philippe Aurel. ", "", ""], "PHILIPPE AUREL")
    assert document_answers == EXPECTED


def test_a_stop_behind_the_mark_of_a_question_changes_nothing() -> None:
    lines = ["Question : Qui vient y moudre son grain ?.", "Réponse : " + ANSWERS[1]]
    document = printed("Un moulin pour le village", INTRO, *lines)
    (quote,) = extract_facts(document).quotes
    assert (quote.kind, quote.occurrences[0].text) == ("answer", ANSWERS[1])


def test_a_sentence_that_opens_an_answer_is_no_label() -> None:
    answer = "Le moulin. Nous en avions besoin, et le four était loin de tout pour les femmes du village."
    document = printed("Un moulin pour le village", INTRO, QUESTIONS[0], answer, QUESTIONS[1], ANSWERS[1])
    told = [q.occurrences[0].text for q in extract_facts(document).quotes if q.kind == "answer"]
    assert told == [answer, ANSWERS[1]]


def test_a_statement_under_the_label_of_the_first_turn_asks_where_dashes_follow() -> None:
    lines = ["Le Phare : Le moulin a rouvert en avril...", "Philippe Aurel : " + ANSWERS[0]]
    lines += ["-" + QUESTIONS[1], "-" + ANSWERS[1], "-" + QUESTIONS[2], "-" + ANSWERS[2]]
    document = printed("Un moulin pour le village", INTRO, *lines)
    told = [q.occurrences[0].text for q in extract_facts(document).quotes if q.kind == "answer"]
    assert told == ANSWERS


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [("Brahimi : « Le grain revient »", "Brahimi"), ("Moulins : « Le grain revient »", None)],
)
def test_a_surname_alone_before_the_words_of_a_headline_is_who_answers(headline: str, speaker: str | None) -> None:
    lines = [line for turn in zip(QUESTIONS, ANSWERS, strict=True) for line in ("- " + turn[0], "- " + turn[1])]
    document = printed(headline, "Le moulin a rouvert.", *lines)
    assert {q.attribution.speaker for q in extract_facts(document).quotes} == {speaker}


def test_a_label_without_stops_is_the_initials_of_whom_the_head_names() -> None:
    lines = ["LP : " + QUESTIONS[0], "PA : " + ANSWERS[0], "LP : " + QUESTIONS[1], "PA : " + ANSWERS[1]]
    facts = extract_facts(printed("Un moulin pour le village", INTRO, *lines))
    assert [mention.surface for mention in facts.people[0].mentions] == ["Philippe Aurel", "PA", "PA"]
    assert "PA" not in {organisation.name for organisation in facts.organisations}


@pytest.mark.parametrize("opening", ["Bonjour. ", "Soyons clairs. "])
def test_what_opens_several_questions_is_no_label(opening: str) -> None:
    asked = [opening + question for question in QUESTIONS[:2]]
    lines = [asked[0], "Philippe Aurel. " + ANSWERS[0], asked[1], ANSWERS[1], QUESTIONS[2], ANSWERS[2]]
    facts = extract_facts(document := printed("Un moulin pour le village", INTRO, *lines))
    answered = [q for q in facts.quotes if q.kind == "answer"]
    assert [q.occurrences[0].text for q in answered] == ANSWERS
    assert [document.text[q.question_start : q.question_end] for q in answered] == [*asked, QUESTIONS[2]]


def test_a_question_about_credit_is_no_caption() -> None:
    question = "Un mot du crédit : quelles sont vos conditions ?"
    document = printed("Un moulin pour le village", INTRO, QUESTIONS[0], ANSWERS[0], question, ANSWERS[1])
    asked = [q.question_start for q in extract_facts(document).quotes if q.kind == "answer"]
    assert [document.text[start : start + len(question)] for start in asked if start][1] == question


@pytest.mark.parametrize("opening", ["PhareMag - ", "PhareMag — ", "PhareMag – Ifrane, "])
def test_the_name_that_opens_the_standfirst_is_no_label(opening: str) -> None:
    lead = f"{opening}Philippe Aurel, meunier à Ifrane, revient sur l'année du moulin."
    asked = [f"PhareMag : {QUESTIONS[0]}", *QUESTIONS[1:]]
    told = [f"Philippe Aurel : {ANSWERS[0]}", *ANSWERS[1:]]
    turns = [line for turn in zip(asked, told, strict=True) for line in turn]
    document = printed("« Un moulin ne se vend pas »", lead, *turns)
    found = [quote for quote in extract_facts(document).quotes if quote.kind == "answer"]
    assert [document.text[quote.question_start : quote.question_end] for quote in found] == QUESTIONS
    assert [quote.occurrences[0].text for quote in found] == ANSWERS
