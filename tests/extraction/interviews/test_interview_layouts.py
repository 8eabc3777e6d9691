"""Interviews whose layout says what asks, where no question mark does; and layouts alike that are no interviews."""

import pytest

from newsdb.extraction import extract_facts
from tests.extraction.printed_article import printed

HEADLINE = "Nadia Ferhat : « Une digue ne remplace pas une dune »"
INTRO = "Géographe à l'université de Jijel, Nadia Ferhat étudie le littoral depuis vingt ans. Entretien."
END = "Propos recueillis par Walid Sassi"

Turns = list[tuple[str, str]]
TURNS: Turns = [
    ("Pourquoi la plage recule-t-elle ?", "Parce que le sable ne vient plus. Les barrages le gardent."),
    ("La mairie parle d'un phénomène naturel.", "Il l'était il y a un siècle. Aujourd'hui, on l'aide."),
    ("Que proposez-vous aux élus ?", "De la patience, et des plantes."),
    ("Vos adversaires vous disent alarmiste...", "Je montre des photos. Chacun compte les mètres."),
    ("Êtes-vous entendue ?", "Par les pêcheurs, oui."),
]


def answers(headline: str, text: str) -> list[tuple[str, str, str | None]]:
    """The questions, the answers and who gives them."""
    document = printed(headline, *text.split("\n"))
    return [
        (document.text[q.question_start : q.question_end], q.occurrences[0].text, q.attribution.speaker)
        for q in extract_facts(document).quotes
        if q.kind == "answer"
    ]


def by(speaker: str, turns: Turns = TURNS) -> list[tuple[str, str, str | None]]:
    """The turns with the one who answers."""
    return [(*turn, speaker) for turn in turns]


def set_as(asks: str, tells: str, between: str, turns: Turns = TURNS) -> str:
    """The turns as a text; # stands for the number of the turn."""
    return between.join(f"{asks.replace('#', str(n))}{q}\n{tells}{a}" for n, (q, a) in enumerate(turns, start=1))


@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "blocks"])
@pytest.mark.parametrize(
    ("asks", "tells"),
    [
        ("- ", "- "), ("– ", "– "), ("— ", "— "), ("—", "—"), ("-", "-"), ("- ", ""), ("— ", ""), ("• ", ""),
        ("► ", ""), ("▪ ", ""), ("→ ", ""), ("> ", ""), ("* ", ""), ("#. ", ""), ("#) ", ""), ("#- ", ""), ("#/ ", ""),
        ("# - ", ""), ("", "- "), ("", "— "), ("Q. ", "R. "), ("Q: ", "R: "), ("Q : ", "R : "), ("Q/ ", "R/ "),
        ("Q - ", "R - "), ("Question : ", "Réponse : "), ("Le Rivage : ", "Nadia Ferhat : "),
        ("Le Rivage.- ", "Nadia Ferhat.- "), ("Le Rivage. — ", "N. Ferhat. — "), ("L. R. : ", "N. F. : "),
        ("LE RIVAGE : ", "NADIA FERHAT : "),
        ("Le Rivage : ", "Mme Ferhat : "), ("Le Rivage : ", "Ferhat : "), ("", "Nadia Ferhat : "), ("", "N.F. : "),
        ("Le Rivage – ", "Nadia Ferhat – "), ("Le Rivage - ", "Pr Ferhat - "),
        ("La rédaction : ", "Pr Nadia Ferhat : "),
    ],
)  # fmt: skip
def test_what_the_layout_marks_as_a_question_needs_no_question_mark(asks: str, tells: str, between: str) -> None:
    text = f"{INTRO}\n\n{set_as(asks, tells, between)}\n\n{END}"
    assert answers(HEADLINE, text) == by("Nadia Ferhat")


def test_blocks_that_open_with_a_question_show_what_opens_the_others() -> None:
    assert answers(HEADLINE, f"{INTRO}\n\n{set_as('', '', chr(10) * 2)}\n\n{END}") == by("Nadia Ferhat")


def test_single_paragraphs_take_turns() -> None:
    turns = [TURNS[0], TURNS[2], TURNS[1], TURNS[4], ("Un regret ?", "Aucun.")]
    assert answers(HEADLINE, f"{INTRO}\n{set_as('', '', chr(10), turns)}\n{END}") == by("Nadia Ferhat", turns)


@pytest.mark.parametrize("first", ["Le Rivage : {}\nNadia Ferhat : {}", "{}\nNadia Ferhat : {}", "Q : {}\nR : {}"])
@pytest.mark.parametrize(("asks", "tells"), [("- ", "- "), ("— ", "— "), ("", "")])
def test_labels_at_the_first_turn_may_give_way_to_dashes_or_blocks(first: str, asks: str, tells: str) -> None:
    text = f"{INTRO}\n\n{first.format(*TURNS[0])}\n\n{set_as(asks, tells, chr(10) * 2, TURNS[1:])}\n\n{END}"
    assert answers(HEADLINE, text) == by("Nadia Ferhat")


@pytest.mark.parametrize(("asks", "tells"), [("- ", "- "), ("- ", ""), ("• ", ""), ("", "- "), ("Q : ", "R : ")])
def test_an_answer_runs_on_without_a_mark(asks: str, tells: str) -> None:
    turns = [TURNS[0], (TURNS[1][0], f"{TURNS[1][1]}\n\nLe port a fait le reste. La houle a tourné."), *TURNS[2:]]
    assert answers(HEADLINE, f"{INTRO}\n{set_as(asks, tells, chr(10), turns)}\n{END}") == by("Nadia Ferhat", turns)


@pytest.mark.parametrize(("asks", "tells"), [("- ", "- "), ("— ", ""), ("Q. ", "R. ")])
def test_an_answer_may_ask_and_may_list(asks: str, tells: str) -> None:
    turns = [
        TURNS[0],
        (TURNS[1][0], "Naturel ? Qui a bâti le port ?"),
        (TURNS[2][0], "Trois choses :\n- des plantes ;\n- des ganivelles ;\n- du temps."),
        *TURNS[3:],
    ]
    assert answers(HEADLINE, f"{INTRO}\n{set_as(asks, tells, chr(10), turns)}\n{END}") == by("Nadia Ferhat", turns)


@pytest.mark.parametrize("dash", ["-", "–", "—"])
def test_an_answer_may_follow_its_question_behind_a_dash(dash: str) -> None:
    turns = [TURNS[0], TURNS[2], TURNS[4]]
    text = "\n".join(f"{asked} {dash} {told}" for asked, told in turns)
    tail = "Sur le port, elle est moins bavarde. « Il est trop tard », glisse-t-elle en se levant."
    assert answers("Nadia Ferhat, la mer en face", f"{INTRO}\n{text}\n{tail}") == by("Nadia Ferhat", turns)


@pytest.mark.parametrize(
    "tail",
    [
        "Propos recueillis par Walid Sassi", "Propos recueillis à Jijel par W. S.", "Entretien réalisé par Walid Sassi",
        "Recueillis par Walid Sassi", "Interview réalisée par W. Sassi", "(Propos recueillis par Walid Sassi)",
        "W. S.", "Walid Sassi", "Entretien conduit par Walid Sassi", "Par Walid Sassi",
        "Contacté par notre rédaction, le maire, Omar Talbi, assure que la digue tiendra. « Elle est neuve », dit-il.",
        "Joint par téléphone, le maire Omar Talbi dément et assure que la digue tiendra.",
        "Contactée, la wilaya n'a pas donné suite à nos demandes.",
        "Repères\nLa digue de Jijel a été construite en 1931. Elle mesure 400 mètres.",
        "Bio express\n1970 : naissance à Jijel.\n1999 : thèse sur les dunes.",
    ],
)  # fmt: skip
@pytest.mark.parametrize(("asks", "tells"), [("- ", "- "), ("- ", ""), ("", ""), ("Q. ", "R. ")])
def test_what_stands_behind_the_last_answer_is_none_of_it(asks: str, tells: str, tail: str) -> None:
    text = f"{INTRO}\n\n{set_as(asks, tells, chr(10) * 2)}\n\n{tail}"
    assert answers(HEADLINE, text) == by("Nadia Ferhat")


@pytest.mark.parametrize(
    ("headline", "intro"),
    [
        ("3 questions à... Nadia Ferhat, géographe", "Le trait de côte a reculé de dix mètres."),
        ("Trois questions à Nadia Ferhat", "Le maire de Jijel, Omar Talbi, annonce une digue. La géographe en doute."),
        ("Questions à Nadia Ferhat, géographe : « La dune suffit »", "Elle publie « Sable » chez Barzakh."),
        ("Interview avec Nadia Ferhat", "La géographe du littoral plaide pour les dunes."),
        ("« La dune suffit »", "Nadia Ferhat, géographe, répond aux questions du Rivage."),
        ("« La dune suffit »", "Notre confrère Walid Sassi a reçu Nadia Ferhat, géographe, dans nos locaux."),
        ("Nadia Ferhat (géographe) : « La dune suffit »", "Le Rivage l'a rencontrée chez elle."),
        ("ENTRETIEN. Nadia Ferhat : « La dune suffit »", "Une digue ou des plantes ?"),
        ("Nadia Ferhat, géographe, au Rivage : « La dune suffit »", "Omar Talbi, maire de Jijel, veut une digue."),
        ("Littoral : « La dune suffit »", "La géographe Nadia Ferhat défend les dunes. Elle a accepté de nous parler."),
    ],
)  # fmt: skip
def test_who_is_presented_answers(headline: str, intro: str) -> None:
    text = f"{intro}\n\n{set_as('- ', '- ', chr(10))}\n\n{END}"
    assert answers(headline, text) == by("Nadia Ferhat")


def test_two_who_answer_have_labels_and_the_questions_none() -> None:
    intro = "Nadia Ferhat est géographe, Omar Talbi dirige le port. Entretien croisé."
    lines = [TURNS[0][0], "Nadia Ferhat : Le sable.", "Omar Talbi : La houle, surtout.", TURNS[3][0]]
    lines += ["Omar Talbi : Je dis la même chose.", "Nadia Ferhat : Moi aussi.", TURNS[4][0], "Nadia Ferhat : Oui."]
    found = answers("Jijel : la plage recule", "\n".join([intro, *lines, END]))
    assert [(told, speaker) for _, told, speaker in found] == [
        ("Le sable.", "Nadia Ferhat"), ("La houle, surtout.", "Omar Talbi"), ("Je dis la même chose.", "Omar Talbi"),
        ("Moi aussi.", "Nadia Ferhat"), ("Oui.", "Nadia Ferhat"),
    ]  # fmt: skip


def test_several_who_answer_may_be_named_before_a_stop_and_by_initials() -> None:
    intro = "Nadia Ferhat, géographe, et Omar Talbi, directeur du port, débattent de la digue."
    lines = [TURNS[0][0], "Nadia Ferhat. Le sable manque.", "Omar Talbi. La houle a changé.", TURNS[1][0]]
    lines += ["N. F. Elle se trompe, non ?", "O. T. Pas tout à fait.", TURNS[2][0], "O. T. Une digue.", "N. F. Rien."]
    found = answers("Jijel : la plage recule", "\n".join([intro, *lines, END]))
    assert [(asked, speaker) for asked, _, speaker in found] == [
        (asked, speaker)
        for asked, speakers in [
            (TURNS[0][0], ("Nadia Ferhat", "Omar Talbi")),
            (TURNS[1][0], ("Nadia Ferhat", "Omar Talbi")),
            (TURNS[2][0], ("Omar Talbi", "Nadia Ferhat")),
        ]
        for speaker in speakers
    ]


def test_an_outlet_named_in_full_and_then_by_initials_asks_all_the_questions() -> None:
    first = f"La Gazette du Sud : {TURNS[0][0]}\nN. F. : {TURNS[0][1]}\n"
    text = f"{INTRO}\n{first}{set_as('L. G. D. S. : ', 'N. F. : ', chr(10), TURNS[1:])}\n{END}"
    assert answers(HEADLINE, text) == by("Nadia Ferhat")


def test_answers_that_ask_back_are_none_of_the_questions() -> None:
    turns = [("La dune avance-t-elle ?", "Ou est-ce nous ?"), (TURNS[1][0], "Avec quoi ?"), *TURNS[2:]]
    assert answers(HEADLINE, f"{INTRO}\n\n{set_as('', '', chr(10) * 2, turns)}\n\n{END}") == by("Nadia Ferhat", turns)


def test_labels_at_the_first_turn_leave_the_rest_to_paragraphs_in_turn() -> None:
    first = f"Le Rivage : {TURNS[0][0]}\nNadia Ferhat : {TURNS[0][1]}\n"
    turns = [(TURNS[1]), ("Des familles ont déménagé.", "Elles ont eu raison."), *TURNS[4:]]
    text = f"{INTRO}\n{first}{set_as('', '', chr(10), turns)}\n{END}"
    assert answers(HEADLINE, text) == by("Nadia Ferhat", [TURNS[0], *turns])


def test_marks_of_plain_text_headings_are_no_part_of_a_question() -> None:
    text = "\n\n".join(f"### {asked}\n\n{told}" for asked, told in TURNS)
    assert answers(HEADLINE, f"{INTRO}\n\n{text}") == by("Nadia Ferhat")


def test_a_box_of_questions_within_a_report_is_an_interview() -> None:
    report = "La mairie a lancé un chantier de huit mois. « Il le fallait », a déclaré le maire, Omar Talbi."
    text = f"{report}\n\n3 questions à Nadia Ferhat, géographe\n\n{set_as('', '', chr(10) * 2)}\n\n{END}"
    assert answers("Jijel : une digue pour la plage", text) == by("Nadia Ferhat")


@pytest.mark.parametrize(
    "lines",
    [
        ["- Qui est concerné ?", "Tous les majeurs.", "- Combien ça coûte ?", "Le timbre est fixé à 300 dinars."],
        ["1. Qui est concerné ?", "Tous les majeurs.", "2. Combien ça coûte ?", "Le timbre est à 300 dinars."],
        ["La juge l'interroge :", "- Reconnaissez-vous les faits ?", "- Oui.", "- Qui vous a aidé ?", "- Personne."],
        ["Le tribunal a entendu le prévenu.", "- Qui a signé ?", "- Mon associé.", "- Qui a payé ?", "- Je l'ignore."],
        ["Trois priorités :", "- le sable ;", "- les dunes ;", "- le port.", "Qui paiera ?", "L'État, dit-on."],
        ["Que faire ?", "On attend.", "", "La mer monte.", "Elle monte partout.", "", "Qui paiera ?", "Nous tous."],
        ["- La digue : 400 mètres.", "- Le coût : deux milliards.", "- Et après ?", "- Le délai : huit mois."],
    ],
    ids=["faq", "numbered faq", "court", "hearing", "list", "column", "facts"],
)  # fmt: skip
def test_a_layout_alone_makes_no_interview(lines: list[str]) -> None:
    assert answers("Jijel : la plage recule", "\n".join(["La plage de Jijel a perdu dix mètres.", *lines])) == []


def test_further_paragraphs_in_marks_go_on_with_an_answer_in_marks() -> None:
    lines = [HEADLINE, INTRO]
    for question, answer in TURNS:
        lines += [question, f"« {answer} »", "« Voilà ce que je réponds à chacun. »"]
    found = [q.occurrences[0].text for q in extract_facts(printed(*lines)).quotes if q.kind == "answer"]
    assert len(found) == len(TURNS)
    assert all("Voilà ce que je réponds à chacun." in answer for answer in found)
