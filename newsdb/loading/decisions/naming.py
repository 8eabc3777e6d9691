"""Which decisions name somebody who was taken down: new ones are refused here, takedowns delete the others.

A name stands in what a decision decides, in its reason or in who decided. Nothing that holds it is kept, so such a
decision never holds, whether it came before the takedown or after.
"""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import LiteralString, cast

import psycopg

from newsdb.errors import WrongDecision
from newsdb.loading.overrides.suppressions import Suppressions, held_now
from newsdb.resolution.judgements import EntityKind

Cursor = psycopg.Cursor[tuple[object, ...]]

# Of each: its id, what it is about, its key, and its words.
CORRECTIONS: LiteralString = """
    SELECT id, article_id, ARRAY[subject, article_id::text, anchor, field], ARRAY[anchor, value, reason, decided_by]
    FROM newsdb.correction ORDER BY number
"""
JUDGEMENTS: LiteralString = """
    SELECT id, entity_kind, ARRAY[left_key, right_key], ARRAY[left_key, right_key, reason]
    FROM newsdb.entity_judgement ORDER BY number
"""
NUMBERS = """
    SELECT max(number) FROM newsdb.suppression WHERE kind = 'person' AND key = ANY(%s) GROUP BY key ORDER BY 1
"""


def refuse_value(cursor: Cursor, where: str, value: str | None) -> None:
    """Raise WrongDecision where a value would bring a name back that was taken down."""
    hashes = sorted(set(held_now(cursor).named(value or "")))
    if hashes:
        numbers = " and ".join(f"`newsdb unsuppress {number}`" for (number,) in cursor.execute(NUMBERS, [hashes]))
        remedy = f"take the takedown back first with {numbers}, or name nobody whom it covers"
        raise WrongDecision("the value names somebody who was taken down", where=where, remedy=remedy)


def refuse_reason(cursor: Cursor, where: str, reason: str | None, by: str | None = None) -> None:
    """Raise WrongDecision where the reason of a decision, or who decided, is a name that was taken down."""
    suppressions = held_now(cursor)
    for part, words in (("reason", reason), ("name of who decided", by)):
        if suppressions.name_anybody(words or ""):
            what = f"the {part} names somebody who was taken down"
            raise WrongDecision(what, where=where, remedy="it would be kept: name nobody in it")


def name_anybody(suppressions: Suppressions, words: Iterable[str | None]) -> bool:
    """Whether one of these words of a decision names somebody who was taken down."""
    return any(suppressions.name_anybody(part) for part in words if part)


def telling_corrections(cursor: Cursor, suppressions: Suppressions) -> Mapping[uuid.UUID, uuid.UUID]:
    """The corrections that name somebody, and the article of each."""
    return {id_: uuid.UUID(str(article)) for id_, article, _ in _telling(cursor, suppressions, CORRECTIONS)}


def telling_judgements(
    cursor: Cursor, suppressions: Suppressions
) -> Mapping[uuid.UUID, tuple[EntityKind, tuple[str, str]]]:
    """The judgements that name somebody, and the kind and the names of each."""
    found = _telling(cursor, suppressions, JUDGEMENTS)
    return {id_: (cast(EntityKind, kind), cast("tuple[str, str]", names)) for id_, kind, names in found}


def _telling(
    cursor: Cursor, suppressions: Suppressions, query: LiteralString
) -> Iterator[tuple[uuid.UUID, object, tuple[str, ...]]]:
    """Rows that name somebody, and all of a key of which the last does: those before it do not come to hold again."""
    found = cast("list[tuple[uuid.UUID, object, list[str], list[str | None]]]", cursor.execute(query).fetchall())
    rows = [(id_, about, tuple(key), name_anybody(suppressions, words)) for id_, about, key, words in found]
    last = {key: is_telling for _, _, key, is_telling in rows}
    return ((id_, about, key) for id_, about, key, is_telling in rows if is_telling or last[key])
