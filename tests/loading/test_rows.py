"""The rows of one file, before any database sees them: which article it is, whom a name means, a speaker's role."""

import uuid
from dataclasses import replace
from datetime import date

import pytest

from newsdb.document import Document
from newsdb.extraction import extract_facts
from newsdb.facts import Facts, Role
from newsdb.loading.rows.identity import natural_key_of
from newsdb.loading.rows.repeated import fill_repeated
from newsdb.loading.rows.rows import file_rows
from newsdb.loading.rows.tablerows import TableRows, column
from newsdb.reading import read_record
from tests.loading.test_captures import CLOSING, OPENING, QUOTE, page


def read(words: str) -> tuple[Document, Facts]:
    document = read_record(page(OPENING, QUOTE, CLOSING, headline=words).encode(), "page.txt")
    return document, extract_facts(document)


@pytest.mark.parametrize(("name", "is_one"), [("Karim Naciri", True), ("Naciri", False)])
def test_name_of_one_word_is_another_person_in_every_article(name: str, is_one: bool) -> None:
    ids = []
    for headline in ("Le marché couvert ouvre ses portes", "Le port de la ville rouvre demain"):
        document, facts = read(headline)
        [person] = facts.people
        attributed = tuple(replace(q, attribution=replace(q.attribution, speaker=name)) for q in facts.quotes)
        facts = replace(facts, people=(replace(person, name=name),), quotes=attributed)
        ids += column(file_rows("page.txt", b"page", document, facts, extractor="rules"), "person", "id")
    assert (ids[0] == ids[1]) is is_one


@pytest.mark.parametrize(("precision", "opening"), [("day", "print|"), ("month", "text|"), ("year", "text|")])
def test_headline_is_of_one_article_where_its_day_is_known_and_not_only_its_month(precision: str, opening: str) -> None:
    document, facts = read("Le marché couvert ouvre ses portes aux habitants")
    document = replace(document, published_on=date(2024, 10, 1), published_precision=precision)  # type: ignore[arg-type]
    assert natural_key_of(document, facts.segments, "story").startswith(opening)


def test_body_that_a_role_alone_implies_goes_with_the_role() -> None:
    document, facts = read("Le marché couvert ouvre ses portes")
    [person] = facts.people
    start = document.text.index("Karim")
    role = Role("ministre de la Pêche", "Ministère de la Pêche", start, start + 5)
    facts = replace(facts, people=(replace(person, roles=(role,)),), organisations=())
    table = TableRows(file_rows("page.txt", b"page", document, facts, extractor="rules"))
    bodies = ("organisation", "organisation_name", "organisation_appearance")
    table.drop_unproved()
    assert [len(table.of(name)) for name in bodies] == [1, 1, 1]
    table.tables["role_claim"] = []
    table.drop_unproved()
    assert [len(table.of(name)) for name in bodies] == [0, 0, 0]
    assert table.of("person")


OVER, HELD, FAR = (uuid.UUID(int=number) for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("day", "role"), [(date(2024, 10, 5), HELD), (date(2023, 12, 31), OVER), (date(2019, 1, 1), OVER), (None, OVER)]
)
def test_role_of_a_speaker_is_the_nearest_that_is_not_over_on_the_day(day: date | None, role: uuid.UUID) -> None:
    version = {"article_version_id": "version"}
    spans = {OVER: (100, date(2023, 12, 31)), HELD: (40, None), FAR: (400, None)}
    tables = {
        "role_claim": [
            {**version, "id": id_, "person_name_id": "N", "organisation_name_id": "O", "span_start": at, "valid_to": to}
            for id_, (at, to) in spans.items()
        ],
        "quote_occurrence": [{**version, "quote_id": "Q", "ordinal": 1, "span_start": 110}],
        "quote_attribution": [{**version, "quote_id": "Q", "rank": 1, "person_name_id": "N"}],
    }
    fill_repeated(tables, day, None)  # type: ignore[arg-type]
    [attribution] = tables["quote_attribution"]
    assert (attribution["role_claim_id"], attribution["as_of"]) == (role, day)
