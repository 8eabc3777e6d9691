"""The five seeds with the facts that their gold says, so that a report is judged by itself, not by the extraction."""

from typing import Any

import psycopg
from sqlalchemy import Engine

from newsdb.document import Document, Segment
from newsdb.facts import Attribution, Byline, Facts, Mention, Occurrence, Organisation, Person, Quote, Role
from newsdb.loading.merging.batch import load_batch
from newsdb.loading.rows.rows import FileRows, file_rows
from newsdb.reading import read_documents
from tests.seeds import SEEDS, gold

GOLD: dict[str, dict[str, Any]] = gold()
EXTRACTOR = "gold 1"


def load_gold(engine: Engine) -> None:
    """Write the seeds into a migrated database."""
    files = [gold_rows(name) for name in sorted(GOLD)]
    connection = engine.raw_connection()
    try:
        driver = connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        load_batch(driver.cursor(), files)
        connection.commit()
    finally:
        connection.close()


def gold_rows(name: str) -> FileRows:
    content = (SEEDS / name).read_bytes()
    (document,) = read_documents(content, name)
    return file_rows(name, content, document, gold_facts(document, GOLD[name]), extractor=EXTRACTOR)


def gold_facts(document: Document, answer: dict[str, Any]) -> Facts:
    organisations = {entry["name"]: organisation(document, entry) for entry in answer["organisations"]}
    return Facts(
        segments=document.segments,
        authors=tuple(Byline(name) for name in answer["meta"]["authors"]),
        people=tuple(person(document, entry) for entry in answer["people"]),
        organisations=tuple(organisations.values()),
        quotes=tuple(quote(document, entry) for entry in answer["quotes"]),
        ambiguous=(),
        extractor=EXTRACTOR,
    )


def mentions(document: Document, entry: dict[str, Any]) -> tuple[Mention, ...]:
    return tuple(Mention(start, end, document.text[start:end]) for start, end in entry["spans"])


def person(document: Document, entry: dict[str, Any]) -> Person:
    printed = mentions(document, entry)
    roles = (role(document, printed, claim) for claim in entry["roles"])
    return Person(entry["name"], printed, tuple(claim for claim in roles if claim))


def role(document: Document, printed: tuple[Mention, ...], claim: dict[str, str]) -> Role | None:
    """The title where the text prints it nearest to the person; None where the gold words it otherwise."""
    text, title = document.text.lower(), claim["title"].lower()
    starts = [place for place in range(len(text)) if text.startswith(title, place) and in_story(document, place)]
    if not starts:
        return None
    start = min(starts, key=lambda place: min(abs(place - mention.start) for mention in printed))
    end = start + len(title)
    return Role(document.text[start:end], claim["organisation"], start, end)


def organisation(document: Document, entry: dict[str, Any]) -> Organisation:
    return Organisation(entry["name"], entry["acronym"], "other", mentions(document, entry))


def quote(document: Document, entry: dict[str, Any]) -> Quote:
    start, end, speaker = entry["start"], entry["end"], entry["speaker"]
    occurrence = Occurrence(start, end, document.text[start:end], segment_at(document, start).kind)
    method = "interview" if entry["kind"] == "answer" else "name"
    attribution = Attribution(speaker, entry["speaker_kind"], method, 0.9)
    question = document.text.find(entry["question"]) if entry["question"] else -1
    if question < 0:
        return Quote(entry["kind"], (occurrence,), attribution)
    return Quote(entry["kind"], (occurrence,), attribution, question, question + len(entry["question"]))


def segment_at(document: Document, place: int) -> Segment:
    return next(segment for segment in document.segments if segment.start <= place < segment.end)


def in_story(document: Document, place: int) -> bool:
    return segment_at(document, place).kind not in ("navigation", "related", "boilerplate")
