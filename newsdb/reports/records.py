"""Articles, quotes, people, organisations and roles as typed records, a row of a view each, and the filters on them."""

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, text

Record = TypeVar("Record", bound="ArticleRecord | QuoteRecord | PersonRecord | OrganisationRecord | RoleRecord")

# Rows fetched at a time, so that a million quotes need no memory.
PAGE = 500


@dataclass(frozen=True, slots=True)
class ArticleRecord:
    """An article, as the view report.article shows it; what is unknown is None."""

    article_id: uuid.UUID
    headline: str | None
    outlet: str | None
    republisher: str | None
    published_on: date | None
    published_precision: str | None
    authors: str | None
    section: str | None
    language: str
    canonical_url: str | None
    files: str
    quotes: int
    people: int
    organisations: int


@dataclass(frozen=True, slots=True)
class QuoteRecord:
    """Words and who spoke them, as the view report.quote shows them; offsets count code points of the text."""

    quote_id: uuid.UUID
    words: str
    kind: str
    speaker: str | None
    speaker_kind: str
    title: str | None
    role_organisation: str | None
    question: str | None
    cue: str | None
    method: str
    confidence: float
    article_id: uuid.UUID
    headline: str | None
    outlet: str | None
    published_on: date | None
    place: str
    printings: int
    span_start: int
    span_end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class PersonRecord:
    """A person, as the view report.person shows them."""

    person_id: uuid.UUID
    person: str
    names: str
    articles: int
    mentions: int
    quotes: int
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True)
class OrganisationRecord:
    """An organisation, as the view report.organisation shows it."""

    organisation_id: uuid.UUID
    organisation: str
    acronym: str | None
    kind: str
    names: str
    articles: int
    mentions: int
    quotes: int
    first_seen: date | None
    last_seen: date | None


@dataclass(frozen=True, slots=True)
class RoleRecord:
    """Who held which role where and when, as the view report.role_timeline shows it, with the proof."""

    person_id: uuid.UUID
    person: str
    title: str
    organisation_id: uuid.UUID | None
    organisation: str | None
    first_seen: date | None
    last_seen: date | None
    valid_from: date | None
    valid_to: date | None
    valid_precision: str | None
    articles: int
    article_id: uuid.UUID
    headline: str | None
    outlet: str | None
    span_start: int
    span_end: int
    sentence: str


# The view of each record, and the order in which its rows come.
SOURCES: Mapping[type[Any], tuple[str, str]] = {
    ArticleRecord: ("article", "published_on, article_id"),
    QuoteRecord: ("quote", "published_on, article_id, span_start, quote_id"),
    PersonRecord: ("person", "person, person_id"),
    OrganisationRecord: ("organisation", "organisation, organisation_id"),
    RoleRecord: ("role_timeline", "organisation, first_seen, person, title, role_claim_id"),
}

# As Python compares it: Decimal("0.90") is less than 0.9.
EXPRESSIONS = {"confidence": "confidence::float8"}

# What a filter asks of a row. A name is turned into ids first, so that an index finds its rows.
CONDITIONS: Mapping[str, str] = {
    "article_id": "article_id = :article_id",
    "kind": "kind = :kind",
    "language": "language = :language",
    "min_confidence": "confidence::float8 >= :min_confidence",
    "since": "published_on >= :since",
    "until": "published_on <= :until",
    "outlet": "outlet_id = ANY ((SELECT newsdb.outlets_named(:outlet))::uuid[])",
    "person": "person_id = ANY ((SELECT newsdb.people_named(:person))::uuid[])",
    "organisation": "organisation_id = ANY ((SELECT newsdb.organisations_named(:organisation))::uuid[])",
}


def stream_records(engine: Engine, kind: type[Record], filters: Mapping[str, object]) -> Iterator[Record]:
    """The records that pass every filter that is not None, fetched page by page on a connection of its own."""
    given = {name: value for name, value in filters.items() if value is not None}
    with engine.connect() as connection:
        conditions = [_condition(connection, name, value) for name, value in given.items()]
        view, order = SOURCES[kind]
        columns = ", ".join(EXPRESSIONS.get(field.name, field.name) for field in fields(kind))
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        statement = text(f"SELECT {columns} FROM report.{view}{where} ORDER BY {order}")
        make: Callable[..., Record] = kind
        for row in connection.execution_options(yield_per=PAGE).execute(statement, given):
            yield make(*row)


def _condition(connection: Connection, name: str, value: object) -> str:
    return _speaker_condition(connection, value) if name == "speaker" else CONDITIONS[name]


def _speaker_condition(connection: Connection, speaker: object) -> str:
    """By the people, else the organisations of that name, else by the words that describe a speaker."""
    statement = text("SELECT newsdb.people_named(:words) IS NOT NULL, newsdb.organisations_named(:words) IS NOT NULL")
    is_person, is_organisation = connection.execute(statement, {"words": speaker}).one()
    if is_person:
        return "person_id = ANY ((SELECT newsdb.people_named(:speaker))::uuid[])"
    if is_organisation:
        return "organisation_id = ANY ((SELECT newsdb.organisations_named(:speaker))::uuid[])"
    return "newsdb.fold_name(speaker) = newsdb.fold_name(:speaker)"
