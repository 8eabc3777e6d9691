"""Several people who answer one printed question in turn, each presented in a few words."""

import pytest

from newsdb.document import Document
from newsdb.extraction import extract_facts
from newsdb.reading import read_documents
from tests.extraction.printed_article import printed

SAID = {
    "Rachida": "Je descends une station plus tôt. Mes genoux s'en portent mieux.",
    "Kaddour": "Contre. On a repeint les bancs et oublié l'abri, allez comprendre.",
    "Nassima": "Moi, je trouve la place très belle. Il manque des fontaines.",
}
AGED = {"Rachida": "58 ans, couturière", "Kaddour": "41 ans, taxi à Tiaret", "Nassima": "19 ans, étudiante en droit"}
QUESTION = "Que pensez-vous de la nouvelle place ?"
LAYOUTS = {
    "age and work": "{name}, {age} : {said}",
    "in brackets": "{name} ({age}) : {said}",
    "a dash": "{name}, {age} – {said}",
    "a bullet": "• {name}, {age} : {said}",
    "on a line": "{name}, {age}\n{said}",
    "on a line with colon": "{name}, {age} :\n{said}",
}


def answers(*lines: str) -> list[tuple[str, str, str | None]]:
    """The questions, the answers and who gives them."""
    document = printed(*lines)
    return [
        (document.text[q.question_start : q.question_end], q.occurrences[0].text, q.attribution.speaker)
        for q in extract_facts(document).quotes
        if q.kind == "answer"
    ]


def read(page: str) -> Document:
    """The document of a page of plain text."""
    return read_documents(page.encode(), "page.txt")[0]


def told(layout: str) -> list[str]:
    """What each of them says, in one layout."""
    lines = [layout.format(name=name, age=AGED[name], said=said) for name, said in SAID.items()]
    return [line for printed_lines in lines for line in printed_lines.split("\n")]


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_each_passerby_answers_the_one_question(layout: str) -> None:
    found = answers("La place rénovée", "Nous avons tendu le micro.", QUESTION, *told(layout))
    assert [turn[:2] for turn in found] == [(QUESTION, said) for said in SAID.values()]


def test_three_may_be_presented_by_their_work_alone() -> None:
    lines = [f"{name}, {AGED[name].split(', ')[1]} : {said}" for name, said in SAID.items()]
    found = answers("La place rénovée", QUESTION, *lines)
    assert [turn[:2] for turn in found] == [(QUESTION, said) for said in SAID.values()]


@pytest.mark.parametrize(
    "above",
    [
        f"La place a rouvert lundi, après un an de travaux. Nous avons demandé aux riverains : {QUESTION}",
        f"La place a rouvert lundi, après un an de travaux. {QUESTION}",
    ],
)
def test_the_question_may_end_the_paragraph_above(above: str) -> None:
    found = answers("La place rénovée", above, *told(LAYOUTS["age and work"]))
    assert found == [(QUESTION, said, name) for name, said in SAID.items()]


def test_what_the_reporter_adds_below_is_nobodys_answer() -> None:
    below = "En 2019, la commune avait promis trois fontaines. Le marché a été annulé deux fois."
    found = answers("La place rénovée", QUESTION, *told(LAYOUTS["age and work"]), below)
    assert [turn[1] for turn in found] == list(SAID.values())


def test_who_wants_no_name_printed_answers_too() -> None:
    line = "Un gardien de parking, 60 ans, qui préfère rester discret : On m'a pris ma guérite."
    found = answers("La place rénovée", QUESTION, *told(LAYOUTS["age and work"]), line)
    assert found[-1] == (QUESTION, "On m'a pris ma guérite.", None)


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Le tribunal a rendu son verdict jeudi.",
            "Rachida, 58 ans, couturière : deux mois avec sursis.",
            "Kaddour, 41 ans, chauffeur : relaxé.",
        ],
        [
            "Qui succédera au président du club ?",
            "Karim Alami, trésorier, tient la corde. Il a géré les comptes pendant dix ans.",
            "Nadia Ferhat, avocate, réfléchit encore.",
        ],
    ],
)
def test_a_list_of_people_is_no_answer(lines: list[str]) -> None:
    assert answers("Une liste", *lines) == []


ASKED_WITHIN = [
    "Nous avons tendu le micro, du port à la gare, avec une seule question : que change la place pour vous ?",
    "Que change la place pour vous ? Nous avons posé la question à trois riverains. Ils sont partagés.",
]


@pytest.mark.parametrize("above", ASKED_WITHIN)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_what_is_asked_of_all_may_stand_within_the_paragraph_above(above: str, layout: str) -> None:
    found = answers("La place rénovée", above, *told(layout))
    assert [turn[1] for turn in found] == list(SAID.values())
    assert all(turn[0].lower() == "que change la place pour vous ?" for turn in found)


def test_an_answer_may_ask_and_go_on() -> None:
    lines = told(LAYOUTS["in brackets"])
    lines[1:1] = ["Je viens le soir. Regardez la fontaine : qui la répare ?"]
    found = answers("La place rénovée", QUESTION, *lines, "Rachid (30 ans, livreur) : Bof. À qui le tour ?")
    assert [turn[1] for turn in found] == [
        f"{SAID['Rachida']}\n{lines[1]}", SAID["Kaddour"], SAID["Nassima"], "Bof. À qui le tour ?",
    ]  # fmt: skip


def test_experts_are_presented_in_capitals_by_what_they_do() -> None:
    people = {
        "RACHIDA SLIMI": "maîtresse à Tiaret",
        "DR KADDOUR BEN ALI": "pédiatre",
        "NASSIMA OUALI": "fondatrice d'Alif",
    }
    lines = [f"{name}, {work} : {said}" for (name, work), said in zip(people.items(), SAID.values(), strict=True)]
    found = answers("Trois regards", "Faut-il ouvrir la place aux vélos ? Trois voix se croisent.", *lines)
    assert [turn[1] for turn in found] == list(SAID.values())


def test_a_line_set_as_the_others_presents_too() -> None:
    lines = [f"{name}, {age}\n{SAID[name]}" for name, age in AGED.items()]
    other = "Une gardienne qui tait son nom, place du Port\nOn m'a pris ma guérite."
    below = "La commune rappelle que le parking reste ouvert. Elle promet des bancs."
    document = read("\n\n".join(["La place rénovée", QUESTION, *lines, other, below]))
    found = [q.occurrences[0].text for q in extract_facts(document).quotes if q.kind == "answer"]
    assert found == [*SAID.values(), "On m'a pris ma guérite."]


def test_whom_a_question_far_above_lists_say_nothing() -> None:
    lines = [
        "Qui sont les accusés ? Le tribunal en a entendu trois.",
        "Rachida, 58 ans, couturière : deux mois avec sursis.",
    ]
    assert answers("Une liste", *lines, "Kaddour, 41 ans, chauffeur : relaxé.") == []
