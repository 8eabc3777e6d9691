"""Questions that are printed without any stop, above answers that open with labels."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

HEAD = (
    "Apiculture : une jeune pousse se lance",
    "Entretien croisé avec Lamia Fassi, fondatrice, et Omar Sbaï, son associé et directeur technique.",
)
TALK = (
    "Comment est née l'idée",
    "Lamia Fassi : Sur un marché. Je cherchais autre chose, et il pleuvait.",
    "Omar Sbaï : À peu près. Je venais de la banque, où tout est réglé.",
    "Les règles justement",
    "O. S. : Elles existent, elles sont strictes, et elles servent.",
    "Vous ne vendez rien, pourquoi ce choix",
    "L. F. : Parce que nos clients louent des ruches et rien de plus.",
    "On vous a proposé de partir",
    "O. S. : Oui. Nous y sommes restés quatre jours.",
)


def told(*lines: str) -> list[tuple[str, str | None]]:
    """The question of each answer with its speaker."""
    document = printed(*lines)
    return [
        (document.text[q.question_start : q.question_end], q.attribution.speaker)
        for q in extract_facts(document).quotes
        if q.kind == "answer"
    ]


def test_each_line_without_a_stop_above_a_labelled_answer_asks() -> None:
    assert told(*HEAD, *TALK) == [
        ("Comment est née l'idée", "Lamia Fassi"),
        ("Comment est née l'idée", "Omar Sbaï"),
        ("Les règles justement", "Omar Sbaï"),
        ("Vous ne vendez rien, pourquoi ce choix", "Lamia Fassi"),
        ("On vous a proposé de partir", "Omar Sbaï"),
    ]


def test_initials_that_begin_as_a_civility_are_a_label_and_nobody_else() -> None:
    talk = [line.replace("O. S.", "M. S.").replace("Omar", "Mounir") for line in (*HEAD, *TALK)]
    assert {speaker for _, speaker in told(*talk)} == {"Lamia Fassi", "Mounir Sbaï"}
    assert {p.name for p in extract_facts(printed(*talk)).people} == {"Lamia Fassi", "Mounir Sbaï"}


@pytest.mark.parametrize("line", ["Nous avions froid", "La suite est connue."])
def test_what_one_of_them_says_or_what_stops_is_no_question(line: str) -> None:
    lines = [line if text == "Vous ne vendez rien, pourquoi ce choix" else text for text in (*HEAD, *TALK)]
    assert line not in [question for question, _ in told(*lines)]
