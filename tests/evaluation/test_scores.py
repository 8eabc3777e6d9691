"""The scorer by the guideline's definitions, on hand-made facts whose figures are counted by hand."""

import pytest

from newsdb.document import OutletName
from newsdb.errors import GoldError
from newsdb.evaluation import Count, Extracted, Report, score
from newsdb.evaluation.gold import GoldEntity, GoldQuote
from newsdb.facts import Attribution, Occurrence, Quote
from tests.evaluation.scored_article import (
    ANSWER,
    DIRECT,
    FRAGMENT,
    INDIRECT,
    NAME,
    QUESTION,
    extracted,
    gold,
    organisation,
    person,
    quote,
    right_people,
    span,
)

DIRECT_MEASURE = "direct quotes and answers"
SPEAKER_MEASURE = "… with the right speaker"
ANSWER_MEASURE = "answers with question and speaker"
INDIRECT_MEASURE = "indirect speech"
INDIRECT_SPEAKER_MEASURE = "… indirect, with the right speaker"


def report(found: Extracted, **changes: object) -> Report:
    return score(gold(**changes), {NAME: found})


def counts(found: Extracted, measure: str, **changes: object) -> tuple[int, int, int]:
    count = report(found, **changes).counts[measure]
    return count.gold, count.found, count.right


def test_perfect_extraction_has_no_error() -> None:
    perfect = report(extracted())
    assert perfect.errors == ()
    assert {row.f1 for row in perfect.rows()} == {1.0}


def test_nothing_extracted_misses_everything() -> None:
    empty = report(extracted(people=(), organisations=(), quotes=()))
    assert empty.counts[DIRECT_MEASURE] == Count(2, 0, 0)
    assert empty.counts["people"] == Count(1, 0, 0)
    assert {(error.kind, error.found) for error in empty.errors} == {
        ("direct missed", None),
        ("answer missed", None),
        ("indirect missed", None),
        ("people missed", None),
        ("organisations missed", None),
        ("role missed", None),
    }


def test_figures_are_shares() -> None:
    # Two of three found are right, two of four wanted are found: 2/3, 1/2 and 4/7.
    count = Count(gold=4, found=3, right=2)
    assert [count.precision, count.recall, count.f1] == pytest.approx([2 / 3, 1 / 2, 4 / 7])
    assert (Count().precision, Count().recall, Count().f1) == (None, None, None)


@pytest.mark.parametrize(("cut", "right"), [(0, 1), (6, 1), (7, 0)])
def test_direct_span_needs_four_fifths(cut: int, right: int) -> None:
    # The quote has 30 letters: 24 of them are 0.8, 23 are less.
    assert DIRECT[1] - DIRECT[0] == 30
    found = (quote("direct", (DIRECT[0], DIRECT[1] - cut), "Lamia Tounsi"),)
    assert counts(extracted(quotes=found), DIRECT_MEASURE) == (2, 1, right)


@pytest.mark.parametrize(("cut", "right"), [(12, 1), (13, 0)])
def test_indirect_span_needs_half(cut: int, right: int) -> None:
    # 25 letters: 13 of them are more than half, 12 are less.
    assert INDIRECT[1] - INDIRECT[0] == 25
    found = (quote("indirect", (INDIRECT[0], INDIRECT[1] - cut), None, "unknown"),)
    assert counts(extracted(quotes=found), INDIRECT_MEASURE) == (1, 1, right)


def test_span_counts_once() -> None:
    twice = (quote("direct", DIRECT, "Lamia Tounsi"), quote("direct", (DIRECT[0], DIRECT[1] - 1), "Lamia Tounsi"))
    assert counts(extracted(quotes=twice), DIRECT_MEASURE) == (2, 2, 1)


def test_every_printing_of_a_quote_counts() -> None:
    printings = tuple(Occurrence(*where, "", "paragraph") for where in (DIRECT, ANSWER))
    found = (Quote("direct", printings, Attribution("Lamia Tounsi", "person", "name", 1.0)),)
    assert counts(extracted(quotes=found), DIRECT_MEASURE) == (2, 2, 2)


def test_wrong_speaker_keeps_the_span_only() -> None:
    found = (quote("direct", DIRECT, "Office des ports", "organisation"),)
    assert counts(extracted(quotes=found), DIRECT_MEASURE) == (2, 1, 1)
    assert counts(extracted(quotes=found), SPEAKER_MEASURE) == (2, 1, 0)


def test_speaker_is_known_under_any_name_of_the_person_found() -> None:
    people = (person("Tounsi", span("Lamia Tounsi")),)
    found = (quote("direct", DIRECT, "Tounsi"),)
    assert counts(extracted(people=people, quotes=found), SPEAKER_MEASURE) == (2, 1, 1)


def test_nobody_named_is_wrong_where_a_person_spoke() -> None:
    found = (quote("direct", DIRECT, None, "unknown"),)
    assert counts(extracted(quotes=found), SPEAKER_MEASURE) == (2, 1, 0)


@pytest.mark.parametrize(
    ("speaker", "kind", "right"),
    [
        (None, "unknown", 1),
        ("un mareyeur du quai", "described", 1),
        ("Un mareyeur", "described", 1),
        ("Lamia Tounsi", "person", 0),
        ("une cliente", "described", 0),
    ],
)
def test_described_speaker_is_nobody_or_the_same_words(speaker: str | None, kind: str, right: int) -> None:
    found = (quote("indirect", INDIRECT, speaker, kind),)  # type: ignore[arg-type]
    assert counts(extracted(quotes=found), INDIRECT_SPEAKER_MEASURE) == (1, 1, right)


def test_unknown_speaker_of_the_gold_may_not_be_named() -> None:
    quotes = (GoldQuote("direct", *DIRECT, None, "unknown", None),)
    found = extracted(quotes=(quote("direct", DIRECT, "Lamia Tounsi"),))
    assert counts(found, SPEAKER_MEASURE, quotes=quotes) == (1, 1, 0)


def test_answer_needs_the_beginning_of_its_question() -> None:
    right = (quote("answer", ANSWER, "Lamia Tounsi", question=QUESTION),)
    wrong = (quote("answer", ANSWER, "Lamia Tounsi", question=span("La criée rouvre")),)
    assert counts(extracted(quotes=right), ANSWER_MEASURE) == (1, 1, 1)
    assert counts(extracted(quotes=wrong), ANSWER_MEASURE) == (1, 1, 0)
    assert [error.kind for error in report(extracted(quotes=wrong)).errors if error.expected == "Et demain"] == [
        "answer question"
    ]


def test_fragment_is_neither_for_nor_against() -> None:
    as_fragment = extracted(quotes=(quote("fragment", FRAGMENT, "Office des ports", "organisation"),))
    as_direct = extracted(quotes=(quote("direct", FRAGMENT, "Office des ports", "organisation"),))
    assert counts(as_fragment, DIRECT_MEASURE) == counts(as_direct, DIRECT_MEASURE) == (2, 0, 0)


def test_scare_quote_taken_for_a_quote_is_against() -> None:
    found = report(extracted(quotes=(quote("direct", span("Mer ouverte"), "Office des ports", "organisation"),)))
    assert found.counts["not quotes"] == Count(1, 1, 0)
    assert found.counts[DIRECT_MEASURE] == Count(2, 1, 0)


def test_programme_taken_for_an_organisation_is_against() -> None:
    found = report(extracted(organisations=(organisation("Mer ouverte", span("Mer ouverte")),)))
    assert found.counts["not entities"] == Count(1, 1, 0)
    assert found.counts["organisations"] == Count(1, 1, 0)


def test_name_of_the_gold_is_no_trap_even_where_a_remark_lists_it() -> None:
    assert (
        report(extracted(), not_entities=("Tounsi / Office des ports (locuteurs)",)).counts["not entities"] == Count()
    )


@pytest.mark.parametrize("name", ["LAMIA TOUNSI", "Mme Lamia Tounsi", "Lamia-Tounsi", "Làmia Tounsi", "Tounsi"])
def test_spellings_of_a_person_are_one(name: str) -> None:
    assert counts(extracted(people=(person(name, span("Lamia Tounsi")),)), "people") == (1, 1, 1)


def test_two_people_found_for_one_are_one_too_many() -> None:
    people = (person("Lamia Tounsi", span("Lamia Tounsi")), person("Tounsi", span("Tounsi :")))
    found = report(extracted(people=people))
    assert found.counts["people"] == Count(1, 2, 1)
    assert ("people too many", "Tounsi") in {(error.kind, error.found) for error in found.errors}


def test_mention_spans_are_exact() -> None:
    people = (person("Lamia Tounsi", span("Lamia Tounsi"), span("Mme Tounsi")),)
    assert counts(extracted(people=people), "people: mention spans") == (2, 2, 1)


def test_who_signs_is_neither_for_nor_against() -> None:
    signing = extracted(people=(*right_people(), person("Driss Sidi", span("Driss Sidi"))))
    assert counts(signing, "people") == counts(extracted(), "people") == (1, 1, 1)
    assert counts(signing, "roles") == (1, 1, 1)


def test_outlet_of_the_signature_is_neither_for_nor_against() -> None:
    paper = GoldEntity("Al Bayane", ("Al Bayane",), (span("Al Bayane"),))
    office = GoldEntity("Office des ports", ("Office des ports",), (span("Office des ports"),))
    assert counts(extracted(), "organisations", organisations=(office, paper)) == (1, 1, 1)


def test_role_needs_person_and_title() -> None:
    other_title = (person("Lamia Tounsi", span("Lamia Tounsi"), titles=["criée"]),)
    assert counts(extracted(people=other_title), "roles") == (1, 1, 0)


def test_page_is_judged_once_an_article() -> None:
    found = report(extracted(headline="La criée ferme", outlet=OutletName("Al Bayane", "Al Bayane")))
    assert found.counts["headline"] == Count(1, 1, 0)
    assert found.counts["outlet"] == Count(1, 1, 0)
    assert found.counts["date"] == found.counts["authors"] == Count(1, 1, 1)


def test_outlet_is_right_under_any_name_of_the_list() -> None:
    found = extracted(outlet=OutletName("MAP", "MAP"))
    assert counts(found, "outlet", meta={"outlet": "Maghreb Arabe Presse"}) == (1, 1, 1)


def test_what_the_gold_does_not_say_of_the_page_is_not_scored() -> None:
    assert counts(extracted(), "date", meta={}) == (0, 0, 0)


def test_parts_choose_articles() -> None:
    assert score(gold(), {NAME: extracted()}, parts={"dev"}).articles == 1
    assert score(gold(), {}, parts={"test"}).articles == 0


def test_article_that_was_not_extracted_is_an_error() -> None:
    with pytest.raises(GoldError, match=NAME):
        score(gold(), {})


def test_table_has_every_measure_even_without_articles() -> None:
    assert [row.measure for row in score(gold(), {}, parts=()).rows()] == list(report(extracted()).counts)
