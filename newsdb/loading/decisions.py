"""Carry out a decision about who is who: record it, and bring what it concerns up to date in the same transaction."""

import uuid
from dataclasses import dataclass

import psycopg
from sqlalchemy import Connection, Engine

from newsdb.database.engine import describe_url, driver_errors
from newsdb.database.migrations import require_current
from newsdb.errors import UnknownName
from newsdb.extraction import EXTRACTOR, extract_facts
from newsdb.loading.batch import load_batch
from newsdb.loading.rows import file_rows
from newsdb.reading import read_record
from newsdb.resolution import (
    acronym_key,
    organisation_key,
    person_key,
    read_judgements,
    resolve_organisations,
    resolve_people,
)
from newsdb.resolution.judgements import SEPARATOR, EntityKind, Verdict, name_ids, record_judgement

Cursor = psycopg.Cursor[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision as it was recorded: the names by their keys."""

    number: int
    kind: EntityKind
    names: tuple[str, str]
    verdict: Verdict


def judge(
    engine: Engine, verdict: Verdict, one: str, other: str, *, kind: EntityKind | None = None, reason: str | None = None
) -> Judgement:
    """Record that two names are the same, different, or that nothing is decided of them any more ("undone").

    A name is one in the database, in any spelling; `name@article-id` is a person's name in one article, for telling
    namesakes apart. Without `kind`, both are people or both organisations, whichever there are.
    Raises UnknownName where a name is in no article.
    """
    committed = engine.execution_options(isolation_level="READ COMMITTED")
    with driver_errors(describe_url(engine.url)), committed.begin() as connection:
        require_current(connection)
        cursor: Cursor = connection.connection.cursor()  # type: ignore[assignment]
        found, names = _find_names(cursor, (one, other), kind, verdict)
        concerned = _concerned(cursor, found, names)
        number = record_judgement(cursor, found, names, verdict, reason)
        if found == "organisation":
            resolve_organisations(cursor, concerned, _acronyms(cursor, names))
        else:
            _read_anew(connection, names)
            resolve_people(cursor, concerned | _concerned(cursor, found, names))
    return Judgement(number, found, names, verdict)


def _find_names(
    cursor: Cursor, typed: tuple[str, str], kind: EntityKind | None, verdict: Verdict
) -> tuple[EntityKind, tuple[str, str]]:
    """The kind of both names, and their keys."""
    kinds: tuple[EntityKind, ...] = (kind,) if kind else ("person", "organisation")
    for tried in kinds:
        one, other = (_find_name(cursor, tried, name, verdict) for name in typed)
        if one and other and one != other:
            return tried, (one, other)
    raise UnknownName(
        "these are not two people or two organisations in the database",
        where=" and ".join(typed),
        remedy="see `newsdb people NAME` and `newsdb organisations NAME` for the names that are there",
    )


def _find_name(cursor: Cursor, kind: EntityKind, typed: str, verdict: Verdict) -> str | None:
    name, _, article = typed.partition(SEPARATOR)
    if kind == "organisation":
        keys = [organisation_key(typed), acronym_key(typed)]
        row = cursor.execute(
            "SELECT name_key FROM newsdb.organisation_name WHERE name_key = ANY(%s)"
            " ORDER BY char_length(name_key) DESC",
            [keys],
        ).fetchone()
        return str(row[0]) if row else None
    # In one article, or wherever the name means the same person.
    row = cursor.execute(
        "SELECT n.name_key, n.disambiguator FROM newsdb.person_name AS n"
        " JOIN newsdb.person_appearance AS a ON a.person_name_id = n.id"
        " WHERE n.name_key = %s AND (a.article_id::text = %s OR (%s = '' AND n.disambiguator = '')) LIMIT 1",
        [person_key(name), article, article],
    ).fetchone()
    if row is None:
        return None
    # Until it is judged different, a name in one article is the name that it is anywhere.
    is_told_apart = row[1] or (article and verdict != "same")
    return f"{row[0]}{SEPARATOR}{article or row[1]}" if is_told_apart else str(row[0])


def _concerned(cursor: Cursor, kind: EntityKind, names: tuple[str, str]) -> set[uuid.UUID]:
    """The people or organisations that the names mean now, and those that their plain keys do."""
    plain = {name.partition(SEPARATOR)[0] for name in names}
    ids = name_ids(kind, {*names, *plain})
    column, table = ("person_id", "person_name") if kind == "person" else ("organisation_id", "organisation_name")
    rows = cursor.execute(f"SELECT {column} FROM newsdb.{table} WHERE id = ANY(%s)", [ids])
    return {uuid.UUID(str(id_)) for (id_,) in rows}


def _acronyms(cursor: Cursor, names: tuple[str, str]) -> set[str]:
    """Acronyms that stand alone, and those printed beside the names."""
    rows = cursor.execute(
        "SELECT acronym_key FROM newsdb.organisation_appearance WHERE organisation_name_id = ANY(%s)"
        " AND acronym_key IS NOT NULL",
        [name_ids("organisation", names)],
    )
    return {str(key) for (key,) in rows}


def _read_anew(connection: Connection, names: tuple[str, str]) -> None:
    """Read the articles again in which a person is told apart by the judgement, or no longer is."""
    articles = [name.partition(SEPARATOR)[2] for name in names if SEPARATOR in name]
    cursor: Cursor = connection.connection.cursor()  # type: ignore[assignment]
    namesakes = read_judgements(cursor, "person").namesakes()
    files = cursor.execute(
        "SELECT DISTINCT ON (f.id) n.name, f.content FROM newsdb.source_file AS f"
        " JOIN newsdb.source_file_name AS n ON n.source_file_id = f.id"
        " JOIN newsdb.article_source AS s ON s.source_file_id = f.id WHERE s.article_id::text = ANY(%s)"
        " ORDER BY f.id, n.name",
        [articles],
    ).fetchall()
    rows = []
    for name, content in files:
        document = read_record(bytes(content), str(name))  # type: ignore[call-overload]
        read = [(document, extract_facts(document))]
        rows.append(file_rows(str(name), bytes(content), read, extractor=EXTRACTOR, namesakes=namesakes))  # type: ignore[call-overload]
    if rows:
        load_batch(cursor, rows, anew=True)
