"""Labels without any question mark: whatever opens the lines by turns names who asks and who answers."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

HEADLINE = "Salma Oukil : « Le sel a son heure »"
INTRO = "Saunière à Zemmouri, Salma Oukil récolte depuis dix étés."
TURNS = [
    ("Racontez-nous une matinée au marais.", "Nous partons à quatre heures, avant le vent. Tout se fait au râteau."),
    ("Les prix ont pourtant chuté.", "Ils chutent chaque année. On vend moins, on garde plus."),
    ("Certains vous disent têtue…", "Je le suis. Le sel l'est aussi."),
    ("Le mot de la fin.", "Venez en août, pieds nus."),
]


def answers(lines: list[str]) -> list[tuple[str, str, str | None]]:
    """The questions, the answers and who gives them."""
    document = printed(HEADLINE, INTRO, *lines)
    return [
        (document.text[q.question_start : q.question_end], q.occurrences[0].text, q.attribution.speaker)
        for q in extract_facts(document).quotes
        if q.kind == "answer"
    ]


@pytest.mark.parametrize(
    ("asks", "tells"),
    [
        ("Q- ", "R- "), ("Q) ", "R) "), ("Q/", "R/"), ("Q. – ", "R. – "), ("Le Phare:", "Salma Oukil:"),
        ("Le Phare. ", "Salma Oukil. "), ("Le Phare .– ", "Salma Oukil .– "), ("[Le Phare] ", "[Oukil] "),
        ("La Vie éco : ", "Salma Oukil : "), ("LePhare.ma : ", "Salma Oukil : "), ("Phare360 : ", "Salma Oukil : "),
        ("Notre journal : ", "L'invitée : "), ("Animateur : ", "Invitée : "), ("Le Phare : ", "Rép. : "),
        ("La rédaction : ", "La réponse : "), ("Question # : ", "Réponse # : "), ("Question n°# : ", "Réponse : "),
        ("Question # : ", ""), ("**Le Phare :** ", ""), ("", "S.Oukil : "), ("", "S. Oukil. "), ("", "Oukil\n"),
        ("", "SO : "), ("🎤 ", "🗣️ "), ("❓ ", "– "),
    ],
)  # fmt: skip
def test_what_opens_the_lines_by_turns_is_a_label(asks: str, tells: str) -> None:
    printed_turns = [
        f"{label.replace('#', str(number))}{words}"
        for number, turn in enumerate(TURNS, start=1)
        for label, words in zip((asks, tells), turn, strict=True)
    ]
    assert answers("\n".join(printed_turns).split("\n")) == [(*turn, "Salma Oukil") for turn in TURNS]


@pytest.mark.parametrize(
    "lines",
    [
        ["Oui. Le sel revient.", "Non. La route manque."] * 3,
        ["Article 1 : le marais est classé.", "Article 2 : nul n'y bâtit.", "Article 3 : le maire y veille."],
        ["Hier : du vent.", "Demain : du soleil.", "Lundi : de la pluie.", "Mardi : du vent."],
    ],
    ids=["yes-no", "articles", "forecast"],
)
def test_openings_that_no_two_share_by_turns_are_none(lines: list[str]) -> None:
    assert answers(lines) == []
