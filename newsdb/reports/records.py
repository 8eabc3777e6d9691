"""Articles, quotes, people and the like as typed records, a row of a view each, and the filters on them."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, get_type_hints

from sqlalchemy import Connection

from newsdb.reports.frames import ColumnType


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
    role_claim_id: uuid.UUID
    article_id: uuid.UUID
    headline: str | None
    outlet: str | None
    span_start: int
    span_end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class MentionRecord:
    """One printing of a name, as the view report.mention shows it; offsets count code points of the text."""

    mention_id: uuid.UUID
    surface: str
    kind: str
    name: str | None
    person_id: uuid.UUID | None
    organisation_id: uuid.UUID | None
    article_id: uuid.UUID
    headline: str
    outlet: str | None
    published_on: date | None
    span_start: int
    span_end: int


# The view of each record, and the order in which its rows come.
SOURCES: Mapping[type[Any], tuple[str, str]] = {
    ArticleRecord: ("article", "published_on, article_id"),
    QuoteRecord: ("quote", "published_on, article_id, span_start, quote_id"),
    PersonRecord: ("person", "person, person_id"),
    OrganisationRecord: ("organisation", "organisation, organisation_id"),
    MentionRecord: ("mention", "published_on, article_id, span_start, mention_id"),
    RoleRecord: ("role_timeline", "organisation, first_seen, person, title, role_claim_id"),
}

# As Python compares it: Decimal("0.90") is less than 0.9.
EXPRESSIONS = {"confidence": "confidence::float8"}

# Filters by a name that may mean people, organisations or neither; and the column of such words that mean neither.
NAMED: Mapping[str, str] = {"speaker": "speaker", "name": "surface"}

# What a filter asks of a row; a name is turned into ids first, by `planning`.
CONDITIONS: Mapping[str, str] = {
    "article_id": "article_id = %(article_id)s",
    "kind": "kind = %(kind)s",
    "language": "language = %(language)s",
    "min_confidence": "confidence::float8 >= %(min_confidence)s",
    "since": "published_on >= %(since)s",
    "until": "published_on <= %(until)s",
    "outlet": "outlet_id = ANY (%(outlet_ids)s::uuid[])",
    "person": "person_id = ANY (%(person_ids)s::uuid[])",
    "organisation": "organisation_id = ANY (%(organisation_ids)s::uuid[])",
}


def where(connection: Connection, given: Mapping[str, object]) -> str:
    """The condition that these filters make, of which none is None; a name is looked up to know whom it means."""
    conditions = [
        _named_condition(connection, name, value) if name in NAMED else CONDITIONS[name]
        for name, value in given.items()
    ]
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def column_types(kind: type[Any]) -> dict[str, ColumnType]:
    """What each field of a record holds as a column; ids are text."""
    hints = get_type_hints(kind)
    plain: dict[object, ColumnType] = {int: "integer", float: "number", date: "date", bool: "boolean"}
    found = {field.name: plain.get(hints[field.name]) for field in fields(kind)}
    return {name: type_ or ("date" if hints[name] == date | None else "text") for name, type_ in found.items()}


def _named_condition(connection: Connection, filter_: str, words: object) -> str:
    """By the people, else the organisations of that name, else by the words as printed."""
    statement = "SELECT report.people_named(%(words)s) IS NOT NULL, report.organisations_named(%(words)s) IS NOT NULL"
    is_person, is_organisation = connection.exec_driver_sql(statement, {"words": words}).one()
    if is_person:
        return f"person_id = ANY ((SELECT report.people_named(%({filter_})s))::uuid[])"
    if is_organisation:
        return f"organisation_id = ANY ((SELECT report.organisations_named(%({filter_})s))::uuid[])"
    return f"report.fold_name({NAMED[filter_]}) = report.fold_name(%({filter_})s)"
