"""Interviews printed as running text, who of those in their head answers, and paragraphs that only ask."""

import pytest

from newsdb.extraction import extract_facts
from newsdb.facts import Quote
from tests.extraction.printed_article import printed

TURNS = [
    ("Où en sont les barrages ?", "Ils sont remplis à trente pour cent. Nous n'avions jamais connu cela."),
    ("Que comptez-vous faire ?", "Nous allons dessaler l'eau de mer. C'est long, mais il faut le faire."),
    ("Et les agriculteurs ?", "Ils font des efforts. Je les en remercie."),
]
HEADLINE = "Karim Alami : « L'eau est notre priorité »"
INTRO = "Directeur de l'Agence des sources, Karim Alami revient dans cet entretien sur la sécheresse."


def answers(headline: str, *lines: str) -> list[Quote]:
    """The answers of the interview."""
    return [quote for quote in extract_facts(printed(headline, *lines)).quotes if quote.kind == "answer"]


def turns_of(headline: str, *lines: str) -> list[tuple[str, str]]:
    """The questions and answers found."""
    text = printed(headline, *lines).text
    return [
        (text[quote.question_start : quote.question_end], quote.occurrences[0].text)
        for quote in answers(headline, *lines)
    ]


@pytest.mark.parametrize(
    "paragraph",
    [
        " ".join(f"L'Écho du Sud : {asked} Karim Alami : {told}" for asked, told in TURNS),
        " ".join(f"L.E.S : {asked} K. A. : {told}" for asked, told in TURNS),
        " ".join(f"Q : {asked} R : {told}" for asked, told in TURNS),
        " ".join(f"– {asked} – {told}" for asked, told in TURNS),
        f"L'Écho du Sud : {TURNS[0][0]} Karim Alami : {TURNS[0][1]} "
        + " ".join(f"{asked} {told}" for asked, told in TURNS[1:]),
        "\n".join(f"{asked} {told}" for asked, told in TURNS),
        "\n".join(f"- {asked} {told}" for asked, told in TURNS),
    ],
)
def test_turns_within_a_paragraph_are_told_apart(paragraph: str) -> None:
    lines = [INTRO, *paragraph.split("\n")]
    assert turns_of(HEADLINE, *lines) == TURNS
    assert {quote.attribution.speaker for quote in answers(HEADLINE, *lines)} == {"Karim Alami"}


def test_a_sentence_that_leads_to_a_question_within_a_paragraph_belongs_to_it() -> None:
    lead = "Vous avez pourtant promis une usine."
    (first, told), (second, answer), _ = TURNS
    paragraph = f"L'Écho du Sud et de l'Oriental des villes : {first} Karim Alami : {told} {lead} {second} {answer}"
    assert turns_of(HEADLINE, INTRO, paragraph) == [(first, told), (f"{lead} {second}", answer)]


def test_an_introduction_in_the_same_paragraph_belongs_to_no_turn() -> None:
    opening = "Karim Alami, directeur de l'Agence des sources, estime que l'eau est rare. "
    paragraph = opening + " ".join(f"L'Écho du Sud : {asked} Karim Alami : {told}" for asked, told in TURNS)
    assert turns_of("Sécheresse : l'état des lieux", paragraph) == TURNS


@pytest.mark.parametrize(
    "head",
    [
        ["- De notre envoyée spéciale Hajer MESSAOUDI", "Karim Alami dirige l'agence des sources. Rencontre."],
        ["Propos recueillis par Hajer Messaoudi", "Karim Alami dirige l'agence des sources. Il fait le point."],
        ["Par Hajer Messaoudi", "Karim Alami dirige l'agence des sources. Il se livre."],
        ["Hajer Messaoudi", "Karim Alami dirige l'agence des sources. Il se livre."],
        ["Karim Alami dirige l'agence des sources. Il se livre.", "Photo : Omar Talbi"],
        ["Notre journaliste Hajer Messaoudi a rencontré Karim Alami, directeur de l'agence. Entretien."],
        [
            "Alors que le ministre de l'Eau, Omar Talbi, présente son plan, Karim Alami, directeur de l'Agence des "
            "sources, répond à nos questions."
        ],
    ],
)
def test_who_asks_or_stands_beside_does_not_answer(head: list[str]) -> None:
    lines = [line for turn in TURNS for line in turn]
    found = answers("« L'eau est notre priorité »", *head, *lines)
    assert [quote.attribution.speaker for quote in found] == ["Karim Alami"] * len(TURNS)


def test_a_name_alone_before_each_answer_is_a_label() -> None:
    lines = [line for asked, told in TURNS for line in ("L'Écho du Sud", asked, "Karim Alami", told)]
    assert turns_of(HEADLINE, INTRO, *lines) == TURNS


def test_marks_of_bold_print_are_no_part_of_a_question() -> None:
    lines = [line for asked, told in TURNS for line in (f"**{asked}**", told)]
    assert turns_of(HEADLINE, INTRO, *lines) == TURNS


def test_requests_alone_make_an_interview_that_is_announced() -> None:
    asked = ["Présentez-vous à nos lecteurs.", "Racontez-nous vos débuts.", "Parlons des agriculteurs."]
    expected = [(request, told) for request, (_, told) in zip(asked, TURNS, strict=True)]
    assert turns_of(HEADLINE, INTRO, *[line for turn in expected for line in turn]) == expected


def test_a_headline_that_quotes_makes_an_interview_of_impersonal_answers() -> None:
    expected = [
        ("Comment se présente la saison ?", "Les réservations progressent."),
        ("Quels sont les marchés porteurs ?", "La France reste en tête."),
        ("Les prix vont-ils augmenter ?", "La hausse restera limitée."),
    ]
    headline = "Karim Alami, directeur du port : « La saison sera bonne »"
    assert turns_of(headline, *[line for turn in expected for line in turn]) == expected


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Faut-il s'en réjouir ? Nous avons attendu dix ans cette route. Elle arrive, et nous n'y croyons plus.",
            "À qui profite-t-elle ? Aux camions, bien sûr. Vous les verrez passer dès lundi.",
            "Et les riverains ? Ils feront avec. Nous ferons avec eux, comme toujours.",
        ],
        [
            "Qui est concerné ? Tous les salariés. Le seuil passe à six mille dirhams.",
            "Quand la mesure entre-t-elle en vigueur ? Le 1er janvier. Les employeurs devront l'appliquer.",
            "Combien cela coûte-t-il ? Deux milliards de dirhams, selon le ministère des Finances.",
        ],
        [
            "Le président : « Reconnaissez-vous les faits ? » L'accusé : « Non, monsieur le président. » Le président "
            ": « Qui a signé ? » L'accusé : « Mon cousin. »",
            "Le verdict est attendu jeudi.",
        ],
        ["Football : le Raja l'emporte à Fès. Qui l'arrêtera ? Basket : Salé tombe. Tennis : Karim Alami en finale."],
        [
            "Vous arrive-t-il de rire ? On le lui demande souvent. Karim Alami sourit, et se livre rarement.",
            "Ses livres ? Il en ouvre deux. « Un roman et un atlas », précise-t-il.",
            "Et demain ? L'entretien s'achève. « Je serai en train », lâche-t-il.",
        ],
    ],
)
def test_columns_guides_trials_and_portraits_that_ask_are_no_interviews(lines: list[str]) -> None:
    assert answers("Une journée ordinaire", *lines) == []


@pytest.mark.parametrize("label", ["L'Écho du Sud : ", ""])
def test_a_paragraph_of_running_turns_may_open_with_a_statement_to_who_answers(label: str) -> None:
    said = "Au printemps, vous parliez de pénurie."
    told = "Les pluies de mai ont changé la donne. J'avais tort d'être inquiet, et je le reconnais."
    first = " ".join(f"{asked} {answer}" for asked, answer in TURNS[:2])
    paragraphs = [f"{label}{first}", f"{said} {told} {TURNS[2][0]} {TURNS[2][1]}"]
    assert turns_of(HEADLINE, INTRO, *paragraphs) == [*TURNS[:2], (said, told), TURNS[2]]


def test_a_dash_within_running_turns_opens_a_statement_to_who_answers() -> None:
    said = "- Vous êtes la seule agence à publier ses chiffres. Cela vous coûte-t-il ?"
    told = "Oui. Je reçois des lettres, et je les garde."
    paragraph = f"L'Écho du Sud : {TURNS[0][0]} Karim Alami : {TURNS[0][1]} {said} {told} {TURNS[2][0]} {TURNS[2][1]}"
    assert turns_of(HEADLINE, INTRO, paragraph) == [TURNS[0], (said[2:], told), TURNS[2]]


def test_labels_within_the_first_paragraph_are_cut_where_the_others_stand_on_lines_of_their_own() -> None:
    first = f"L'Écho du Sud : {TURNS[0][0]} Karim Alami : {TURNS[0][1]}"
    lines = [f"L. E. S. : {TURNS[2][0]}", f"K. A. : {TURNS[2][1]}"]
    assert turns_of(HEADLINE, INTRO, first, *lines) == [TURNS[0], TURNS[2]]


def test_questions_to_you_that_are_all_answered_with_i_need_no_announcement() -> None:
    lead = "Le directeur des sources met en garde. Selon lui, la nappe ne suffira pas."
    turns = [
        ("Quel est, selon vous, le premier danger ?", "Le sel. Nous le mesurons chaque semaine dans les puits."),
        ("Que préconisez-vous ?", "Je préconise de fermer un puits sur trois."),
        ("Serez-vous suivi ?", "Je l'espère. Mon rapport est public."),
    ]
    paragraph = " ".join([lead, *(f"{asked} {told}" for asked, told in turns)])
    assert turns_of("Eau : un avertissement", paragraph) == turns
    assert turns_of("Billet d'humeur", paragraph) == []
