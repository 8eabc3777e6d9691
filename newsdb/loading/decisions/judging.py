"""Carry out a decision about who is who: record it, and bring what it concerns up to date in the same transaction."""

import contextlib
import uuid
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import get_args

import psycopg
from sqlalchemy import Engine

from newsdb.errors import UnknownName, WrongDecision
from newsdb.loading.decided import Judgement
from newsdb.loading.decisions.checking import check_choice, check_reason
from newsdb.loading.decisions.naming import refuse_reason
from newsdb.loading.decisions.rereading import files_of, read_anew
from newsdb.loading.overrides.deciding import decision_on
from newsdb.resolution import (
    acronym_key,
    organisation_key,
    person_key,
    read_judgements,
    resolve_organisations,
    resolve_people,
)
from newsdb.resolution.judgements import SEPARATOR, EntityKind, Pair, Verdict, name_ids, record_judgement

Cursor = psycopg.Cursor[tuple[object, ...]]


def judge(
    engine: Engine, verdict: Verdict, one: str, other: str, *, kind: EntityKind | None = None, reason: str | None = None
) -> Judgement:
    """Record that two names are the same, different, or that nothing is decided of them any more ("undone").

    A name is one in the database, in any spelling; `name@article-id` is a person's name in one article, for telling
    namesakes apart. Without `kind`, both are people or both organisations, whichever there are.
    Raises UnknownName where a name is in no article, WrongDecision for another verdict, kind or reason, where the
    reason names who was taken down, and where others that hold say the contrary in a chain.
    """
    where = " and ".join(map(str, (one, other)))
    check_choice(verdict, get_args(Verdict), where=where)
    check_choice("person" if kind is None else kind, get_args(EntityKind), where=where)
    if reason is not None:
        check_reason(reason, where=where)
    with decision_on(engine) as cursor:
        refuse_reason(cursor, f"judgement of two names as {verdict}", reason)
        found, names = _find_names(cursor, (one, other), kind, verdict)
        with bringing_up_to_date(cursor, [(found, names)]):
            number = record_judgement(cursor, found, names, verdict, reason)
    return Judgement(number, found, names, verdict)


@contextlib.contextmanager
def bringing_up_to_date(cursor: Cursor, judged: Sequence[tuple[EntityKind, tuple[str, str]]]) -> Iterator[None]:
    """Around the recording of judgements: bring up to date whatever their names meant before and mean after it.

    Raises WrongDecision where names that are then judged different hang together all the same.
    """
    before = [(kind, names, _concerned(cursor, kind, names)) for kind, names in judged]
    known = {kind: read_judgements(cursor, kind).contradictions() for kind, _ in judged}
    yield
    for kind, contradictions in known.items():
        _refuse_contradiction(read_judgements(cursor, kind).contradictions(), contradictions)
    people: set[uuid.UUID] = set()
    read_anew(cursor, files_of(cursor, _told_apart(judged)))
    for kind, names, concerned in before:
        if kind == "organisation":
            resolve_organisations(cursor, concerned, _acronyms(cursor, names))
        else:
            people |= concerned | _concerned(cursor, kind, names)
    resolve_people(cursor, people)


def _refuse_contradiction(now: Mapping[Pair, tuple[str, ...]], known: Collection[Pair]) -> None:
    """Raise WrongDecision for the first that was not known: what an older newsdb let in must not be in the way."""
    for names, chain in now.items():
        if names not in known:
            raise WrongDecision(
                f"they would be judged different, and the same by {' = '.join(chain)}",
                where=" and ".join(names),
                remedy="take one of these judgements back first with `newsdb judge undone NAME NAME`",
            )


def _told_apart(judged: Sequence[tuple[EntityKind, tuple[str, str]]]) -> list[uuid.UUID]:
    """The articles in which a person is told apart by one of the judgements, or no longer is."""
    articles = [name.partition(SEPARATOR)[2] for kind, names in judged if kind == "person" for name in names]
    return [uuid.UUID(article) for article in articles if article]


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
