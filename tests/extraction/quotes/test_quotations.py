"""Marked words: which are quotes, where they begin and end, and which are only names."""

import pytest

from newsdb.extraction import extract_facts
from newsdb.extraction.text.marks import find_marked_spans
from newsdb.extraction.text.sentences import Line
from tests.extraction.printed_article import direct, facts_of, fragments, printed


def marked(*lines: str) -> list[str]:
    text = "\n".join(lines)
    places: list[Line] = []
    start = 0
    for line in lines:
        places.append(Line(start, start + len(line), "paragraph"))
        start += len(line) + 1
    return [text[span.start : span.end] for span in find_marked_spans(text, places)]


@pytest.mark.parametrize(
    "line",
    [
        "«Le chantier reprend lundi», a dit Karim Alami.",
        "« Le chantier reprend lundi », a dit Karim Alami.",
        "«\u00a0Le chantier reprend lundi\u00a0», a dit Karim Alami.",
        "“Le chantier reprend lundi”, a dit Karim Alami.",
        '"Le chantier reprend lundi", a dit Karim Alami.',
        '" Le chantier reprend lundi ", a dit Karim Alami.',
        "Karim Alami a dit : «Le chantier reprend lundi».",
        "Karim Alami a dit que «Le chantier reprend lundi».",
    ],
)
def test_every_kind_of_marks_gives_the_words_without_marks_and_space(line: str) -> None:
    assert direct(line) == ["Le chantier reprend lundi"]


def test_marks_inside_marks_belong_to_the_outer_quote() -> None:
    assert marked("«Il m’a dit «jamais» et “plus tard” aussi», raconte-t-elle.") == [
        "Il m’a dit «jamais» et “plus tard” aussi"
    ]


def test_apostrophes_are_no_marks() -> None:
    assert marked("L'usine d’Inezgane n'a qu'un four.") == []


def test_an_incise_inside_one_pair_stays_in_the_quote() -> None:
    words = "La route est coupée, explique Karim Alami. Il faut attendre la crue"
    assert direct(f"« {words} ».") == [words]


def test_two_pairs_are_two_quotes() -> None:
    line = "« On part », a dit Karim Alami, « et on ne reviendra pas de sitôt »."
    assert marked(line) == ["On part", "et on ne reviendra pas de sitôt"]


def test_a_mark_reopened_at_each_paragraph_makes_one_quote() -> None:
    lines = ["« La crue est venue la nuit.", "« Le pont a cédé ensuite », raconte Karim Alami."]
    assert direct(*lines) == ["La crue est venue la nuit.\n« Le pont a cédé ensuite"]


def test_a_mark_that_is_never_closed_ends_with_its_paragraph() -> None:
    lines = ["« La crue est venue la nuit, raconte Karim Alami.", "Le village compte ses maisons."]
    assert direct(*lines) == ["La crue est venue la nuit"]


def test_an_unclosed_quote_does_not_swallow_the_next_one() -> None:
    line = "« La crue est venue. Karim Alami ajoute : « Le pont a cédé ensuite »."
    assert marked(line) == ["La crue est venue.", "Le pont a cédé ensuite"]


def test_a_closing_mark_that_looks_like_an_opening_one_closes() -> None:
    assert marked("«La crue est venue«, dit-il. «Nous partons».") == ["La crue est venue", "Nous partons"]


@pytest.mark.parametrize(
    "line",
    [
        "Le roman « Les Amandiers du plateau » paraît lundi.",
        "La campagne intitulée « Un arbre pour tous les enfants » commence.",
        "Une opération baptisée « on plante, on arrose » a été lancée.",
        "Ils ont défilé sous le slogan « la terre est à nous tous ».",
        "Le quartier, surnommé « le petit Paris du Sud », change.",
        "Le programme « Villages Connectés » est prêt.",
        "Deux modes existent : «l'effet réseau» et «les zones partagées».",
        "C'est une « fausse bonne idée » en matière de logement.",
    ],
)
def test_names_titles_slogans_and_scare_quotes_are_no_quotes(line: str) -> None:
    assert direct(line) == []


def test_a_saying_without_a_source_is_no_quote() -> None:
    assert direct("« Tout vient à point », comme on dit chez nous.") == []


def test_one_or_two_words_are_a_fragment() -> None:
    line = "Karim Alami a jugé le projet « insensé »."
    assert direct(line) == []
    assert fragments(line) == ["insensé"]


def test_a_quote_without_cue_that_is_a_whole_sentence_is_a_quote() -> None:
    lines = ["Karim Alami hausse le ton. « On nous a oubliés depuis dix ans. »"]
    assert direct(*lines) == ["On nous a oubliés depuis dix ans."]


def test_a_verb_of_no_list_reports_right_after_the_marks() -> None:
    assert direct("« Jamais de la vie », a coupé Karim Alami.") == ["Jamais de la vie"]
    assert direct("« Jamais de la vie », siffle Karim Alami.") == ["Jamais de la vie"]


def test_headline_quotes_count() -> None:
    document = printed("Karim Alami : « Nous bâtirons deux écoles »", "Karim Alami est maire.")
    (quote,) = extract_facts(document).quotes
    assert quote.occurrences[0].text == "Nous bâtirons deux écoles"
    assert quote.occurrences[0].place == "headline"
    assert quote.attribution.speaker == "Karim Alami"


def test_a_pull_quote_and_its_words_in_the_body_are_one_quote_with_two_occurrences() -> None:
    facts = facts_of(
        "« Nous bâtirons deux écoles »",
        "Karim Alami est maire depuis mai. « Nous bâtirons deux écoles », a-t-il promis.",
    )
    (quote,) = facts.quotes
    assert len(quote.occurrences) == 2
    assert quote.attribution.speaker == "Karim Alami"


def test_a_pull_quote_in_other_words_keeps_its_own_quote_and_the_speaker_of_the_body() -> None:
    facts = facts_of(
        "« Les deux écoles seront bâties au printemps prochain »",
        "Karim Alami est maire. « Oui, les deux écoles seront bâties au printemps prochain, et tôt », a-t-il promis.",
    )
    assert [quote.attribution.speaker for quote in facts.quotes] == ["Karim Alami", "Karim Alami"]
    assert facts.quotes[0].attribution.method == "repetition"


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("« Nous avons attendu ce chantier », a", "déclaré Karim Alami."),
        ("« Nous avons attendu ce chantier » a, hier à Rabat,", "déclaré Karim Alami."),
    ],
)
def test_verb_that_the_end_of_a_line_cuts_in_two_is_none(line: str, rest: str) -> None:
    [whole] = facts_of(f"{line} {rest}").quotes
    assert whole.attribution.cue_start is not None
    [cut] = facts_of(line, rest).quotes
    assert cut.attribution.cue_start is None
