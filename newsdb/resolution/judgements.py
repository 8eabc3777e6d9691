"""What people decided about who is who: record a judgement, and tell which of all judgements hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product
from typing import Literal, cast

import psycopg

from newsdb.database.arrays import Ids
from newsdb.models.keys import key_id

Cursor = psycopg.Cursor[tuple[object, ...]]
EntityKind = Literal["person", "organisation"]
Verdict = Literal["same", "different", "undone"]
Pair = tuple[str, str]

# Two people who decide at once must not take the same number.
LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('newsdb.judgement', 0))"
SEPARATOR = "@"


@dataclass(frozen=True, slots=True)
class Judgements:
    """The pairs of names that are judged the same or different, each pair in the order of its keys.

    A name is its key, or `key@article` for a person's name in one article.
    """

    same: frozenset[Pair] = frozenset()
    different: frozenset[Pair] = frozenset()

    def groups(self) -> Mapping[str, str]:
        """For each name that is judged the same as another, the first name of all that hang together."""
        first: dict[str, str] = {}

        def find(name: str) -> str:
            while first.setdefault(name, name) != name:
                name = first[name]
            return name

        for left, right in sorted(self.same):
            one, other = sorted((find(left), find(right)))
            first[other] = one
        return {name: find(name) for name in first}

    def contradictions(self) -> Mapping[Pair, tuple[str, ...]]:
        """Pairs that are judged different and hang together all the same, each with the shortest chain between them."""
        groups = self.groups()
        joined = [pair for pair in sorted(self.different) if groups.get(pair[0], "") == groups.get(pair[1])]
        return {pair: self._chain(*pair) for pair in joined}

    def _chain(self, start: str, end: str) -> tuple[str, ...]:
        """The names from one to the other, each judged the same as the next; of several chains the first by letter."""
        chains: dict[str, tuple[str, ...]] = {start: (start,)}
        reached = [start]
        for name in reached:
            others = {left if name == right else right for left, right in self.same if name in (left, right)}
            for other in sorted(others - chains.keys()):
                chains[other] = (*chains[name], other)
                reached.append(other)
        return chains[end]

    def apart(self) -> frozenset[Pair]:
        """The pairs that are judged different, and all that are the same as one with all that are as the other."""
        members: dict[str, set[str]] = {}
        for name, first in self.groups().items():
            members.setdefault(first, set()).add(name)
        same = {name: names for names in members.values() for name in names}
        pairs = (product(same.get(one, (one,)), same.get(other, (other,))) for one, other in self.different)
        return frozenset(pair for several in pairs for pair in several)

    def namesakes(self) -> frozenset[tuple[str, str]]:
        """(key, article) of each person who is another than the one that the key means elsewhere."""
        pairs = (right.partition(SEPARATOR) for left, right in self.different if right.startswith(left + SEPARATOR))
        return frozenset((key, article) for key, _, article in pairs)


def effective(judged: Iterable[tuple[str, str, str]]) -> Judgements:
    """What holds of (left, right, verdict) in the order in which they were judged: of each pair, the last."""
    last = {(left, right): verdict for left, right, verdict in judged}
    return Judgements(
        same=frozenset(pair for pair, verdict in last.items() if verdict == "same"),
        different=frozenset(pair for pair, verdict in last.items() if verdict == "different"),
    )


def read_judgements(cursor: Cursor, kind: EntityKind) -> Judgements:
    """What holds of all judgements in the database."""
    rows = cursor.execute(
        "SELECT left_key, right_key, verdict FROM newsdb.entity_judgement WHERE entity_kind = %s ORDER BY number",
        [kind],
    ).fetchall()
    return effective(cast("list[tuple[str, str, str]]", rows))


def record_judgement(
    cursor: Cursor,
    kind: EntityKind,
    names: tuple[str, str],
    verdict: Verdict,
    reason: str | None,
    decided_at: datetime | None = None,
) -> int:
    """Write a judgement down, with the clock's time unless another is given; returns its number."""
    left, right = sorted(names)
    cursor.execute(LOCK)
    row = cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM newsdb.entity_judgement").fetchone()
    number = int(str(row[0])) if row else 1
    cursor.execute(
        "INSERT INTO newsdb.entity_judgement"
        " (id, number, entity_kind, left_key, right_key, verdict, reason, decided_at)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, coalesce(%s, clock_timestamp()))",
        [key_id("entity_judgement", number), number, kind, left, right, verdict, reason, decided_at],
    )
    return number


def name_ids(kind: EntityKind, names: Iterable[str]) -> Ids:
    """The ids of the rows that hold these names."""
    if kind == "organisation":
        return Ids(key_id("organisation_name", name) for name in names)
    parts = (name.partition(SEPARATOR) for name in names)
    return Ids(key_id("person_name", key, disambiguator) for key, _, disambiguator in parts)
