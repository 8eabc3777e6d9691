"""Carry out a takedown: record it, and delete whatever it covers in the same transaction.

A takedown of a person withholds every article that prints the name, as a whole. A text is evidence and is never
changed, so a name cannot be cut out of it: the spans of all facts, the hash of the text and the bytes of the file would
be those of a text that nobody printed. Facts without their article would be facts without proof.
"""

import contextlib
import hashlib
import re
import uuid
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import LiteralString

import psycopg
from sqlalchemy import Engine

from newsdb.database.arrays import sort_ids
from newsdb.errors import WrongDecision
from newsdb.loading.decided import Takedown
from newsdb.loading.decisions.checking import check_choice, check_reason
from newsdb.loading.decisions.finding import covered_files, telling_names, telling_rejects
from newsdb.loading.decisions.judging import bringing_up_to_date
from newsdb.loading.decisions.naming import refuse_reason, telling_corrections, telling_judgements
from newsdb.loading.decisions.rereading import files_of, read_anew
from newsdb.loading.ledger import WITHHELD
from newsdb.loading.overrides.deciding import decision_on
from newsdb.loading.overrides.suppressions import SuppressionKind, held, held_now, person_suppression
from newsdb.loading.paths import SourcePath
from newsdb.loading.records import Records
from newsdb.models.keys import key_id
from newsdb.resolution import person_key

Cursor = psycopg.Cursor[tuple[object, ...]]
Key = tuple[str, int | None]
SHA256 = re.compile("[0-9a-f]{64}")

# What stands behind the name of a file in that of a record; a file may be called a#b.txt and be none of file a.
RECORD = r"^(#(line|item|row|record at) [0-9]|!/)"

# The name under which a file was loaded goes alone where the file has another.
FORGET_NAMES = """
    DELETE FROM newsdb.source_file_name AS n
    WHERE n.id = ANY(%(telling)s) AND EXISTS (
        SELECT FROM newsdb.source_file_name AS o
        WHERE o.source_file_id = n.source_file_id AND o.id <> ALL(%(telling)s))
"""
# The ledger counts what was refused, so its rows stay.
FORGET_WORDS = """
    UPDATE newsdb.load_reject SET place = %s, reason = %s, remedy = %s WHERE id = ANY(%s)
"""


@dataclass(frozen=True, slots=True)
class Gone:
    """How much went."""

    articles: int
    files: int
    decisions: int


def suppress(engine: Engine, kind: SuppressionKind, key: str, *, reason: str, by: str | None = None) -> Takedown:
    """Delete an article, a file, or every article that prints a person's name, and keep loads from bringing it back.

    `key` is the id or the address of an article; the path, name or SHA-256 of a file or record, where the path
    or name of a file that holds several stands for all its records; a person's name. Corrections and judgements that
    name the person go too. Raises WrongDecision where it is none of these, or where the reason names the person.
    """
    check_choice(kind, _KEYS, where="takedown")
    check_reason(reason, by, where=f"{kind} {key}")
    with decision_on(engine) as cursor:
        keys = _KEYS[kind](cursor, key)
        numbers = tuple(record_suppression(cursor, kind, one, "suppressed", reason, by) for one in keys)
        refuse_reason(cursor, f"takedown by {kind}", reason, by)
        files = covered_files(cursor, held((kind, key, words, "suppressed") for key, words in keys))
        gone = take_down(cursor, files)
    return Takedown(numbers, kind, gone.articles, gone.files, gone.decisions)


def unsuppress(engine: Engine, number: int, *, reason: str, by: str | None = None) -> SuppressionKind:
    """Take a takedown back: what it covered can be loaded again. Raises WrongDecision unless that takedown holds.

    Decisions that went with it were not kept, for they held what was taken down: importing a file of decisions that was
    exported before brings them back.
    """
    check_reason(reason, by, where=f"takedown {number}")
    with decision_on(engine) as cursor:
        row = cursor.execute(
            "SELECT kind, key, word_count, verdict, number = (SELECT max(number) FROM newsdb.suppression AS l"
            " WHERE (l.kind, l.key) = (s.kind, s.key)) FROM newsdb.suppression AS s WHERE number = %s",
            [number],
        ).fetchone()
        if row is None or row[3] == "undone" or not row[4]:
            what = "there is no such takedown" if row is None else "it no longer holds"
            raise WrongDecision(what, where=f"takedown {number}", remedy="see `newsdb status` for those that hold")
        kind: SuppressionKind = row[0]  # type: ignore[assignment]
        key = (str(row[1]), None if row[2] is None else int(str(row[2])))
        record_suppression(cursor, kind, key, "undone", reason, by)
        refuse_reason(cursor, f"takedown {number}", reason, by)
    return kind


def record_suppression(
    cursor: Cursor,
    kind: SuppressionKind,
    key: Key,
    verdict: str,
    reason: str,
    by: str | None,
    decided_at: datetime | None = None,
) -> int:
    """Write a takedown down, with the clock's time unless another is given; returns its number."""
    row = cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM newsdb.suppression").fetchone()
    number = int(str(row[0])) if row else 1
    cursor.execute(
        "INSERT INTO newsdb.suppression (id, number, kind, key, word_count, verdict, reason, decided_by, decided_at)"
        " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, coalesce(%s, clock_timestamp()))",
        [key_id("suppression", number), number, kind, *key, verdict, reason, by, decided_at],
    )
    return number


def _article_keys(cursor: Cursor, typed: str) -> list[Key]:
    if "://" in typed:
        # By a correction, an article may have another address than the one that makes its id.
        found = cursor.execute("SELECT id::text FROM newsdb.article WHERE canonical_url = %s", [typed]).fetchall()
        ids = {str(key_id("article", f"url|{typed}")), *(str(id_) for (id_,) in found)}
        return [(id_, None) for id_ in sorted(ids)]
    try:
        return [(str(uuid.UUID(typed)), None)]
    except ValueError as error:
        remedy = "give its id, as `newsdb report articles --format json` prints it, or its own address"
        raise WrongDecision("this is no article", where=f"article {typed}", remedy=remedy) from error


def _file_keys(cursor: Cursor, typed: str) -> list[Key]:
    if SHA256.fullmatch(typed):
        return [(typed, None)]
    path = Path(typed)
    hashes = _hashes_in(cursor, path) if path.is_file() else _hashes_named(cursor, typed)
    return [(sha256, None) for sha256 in sorted(hashes)]


def _hashes_in(cursor: Cursor, path: Path) -> set[str]:
    """The hash of a file, or of each record of one that holds several: as a load would cut it."""
    hashes = set()
    for record in Records([SourcePath(path, path.name)]):
        if isinstance(record, SourcePath):
            content = path.read_bytes() if record.content is None else record.content
            hashes.add(hashlib.sha256(content).hexdigest())
    known = {sha256 for _, sha256 in _files_named(cursor, path.name)}
    # With --map, a load makes other records of a table; and a file may have changed since it was loaded.
    if not hashes or (known and not known & hashes):
        what = "none of it is in the database, which has something else of this name" if known else "it has no records"
        remedy = "give a SHA-256, the name of each record (table.csv#line 2), or, from another folder, the name alone"
        raise WrongDecision(what, where=f"file {path}", remedy=remedy)
    return hashes


def _hashes_named(cursor: Cursor, name: str) -> set[str]:
    """The hash of the file of that name, or of all records of one that holds several."""
    found = _files_named(cursor, name)
    names = {known_as for known_as, _ in found}
    if not found or len(names) < len(found) or (name in names and len(names) > 1):
        what = "several files have this name" if found else "there is no such file, here or in the database"
        raise WrongDecision(what, where=f"file {name}", remedy="give its path or its SHA-256")
    return {sha256 for _, sha256 in found}


def _files_named(cursor: Cursor, name: str) -> list[tuple[str, str]]:
    """Names and hashes of the files of that name in the database, and of the records that were cut from such files."""
    found = cursor.execute(
        "SELECT n.name, encode(f.sha256, 'hex') FROM newsdb.source_file AS f"
        " JOIN newsdb.source_file_name AS n ON n.source_file_id = f.id WHERE n.name = %(name)s"
        " OR starts_with(n.name, %(name)s) AND substr(n.name, char_length(%(name)s) + 1) ~ %(record)s",
        {"name": name, "record": RECORD},
    )
    return [(str(known_as), str(sha256)) for known_as, sha256 in found]


def _person_keys(cursor: Cursor, typed: str) -> list[Key]:
    """The name as typed, and every name of whomever it means now."""
    found = cursor.execute(
        "SELECT DISTINCT other.name_key FROM newsdb.person_name AS n"
        " JOIN newsdb.person_name AS other ON other.person_id = n.person_id WHERE n.name_key = %s",
        [person_key(typed)],
    ).fetchall()
    names = sorted({person_key(typed), *(str(name) for (name,) in found)})
    keys = sorted({person_suppression(name) for name in names if " " in name})
    if " " not in names[names.index(person_key(typed))]:
        remedy = "give the full name, or take the articles down one by one"
        raise WrongDecision("a name of one word means too many people", where=f"person {typed}", remedy=remedy)
    return list(keys)


_KEYS = {"article": _article_keys, "file": _file_keys, "person": _person_keys}


def take_down(cursor: Cursor, files: Sequence[uuid.UUID]) -> Gone:
    """Delete what must no longer be in these files, and decisions about it.

    Decisions that name whom a takedown covers go first, so that what they had changed is read anew without them; the
    corrections of articles that were taken down go last.
    """
    suppressions = held_now(cursor)
    corrections = telling_corrections(cursor, suppressions)
    judgements = telling_judgements(cursor, suppressions)
    with bringing_up_to_date(cursor, list(judgements.values())):
        decisions = _forget(cursor, "correction", corrections) + _forget(cursor, "entity_judgement", judgements)
        cursor.execute(FORGET_NAMES, {"telling": list(telling_names(cursor, suppressions))})
        concerned = sorted({*files, *files_of(cursor, sorted(set(corrections.values())))})
        before = set(_articles(cursor, concerned))
        read_anew(cursor, concerned)
    gone = before - set(_existing(cursor, before))
    left = cursor.execute("SELECT id FROM newsdb.source_file WHERE id = ANY(%s)", [concerned]).fetchall()
    decisions += _forget(cursor, "correction", {*gone, *map(uuid.UUID, suppressions.articles)}, by="article_id")
    cursor.execute(FORGET_WORDS, [*WITHHELD, list(telling_rejects(cursor, suppressions))])
    return Gone(len(gone), len(concerned) - len(left), decisions)


def _forget(cursor: Cursor, table: LiteralString, ids: Collection[uuid.UUID], *, by: LiteralString = "id") -> int:
    """Delete decisions; returns how many."""
    with _forgetting(cursor):
        cursor.execute(f"DELETE FROM newsdb.{table} WHERE {by} = ANY(%s)", [sorted(ids)])
        return cursor.rowcount


@contextlib.contextmanager
def _forgetting(cursor: Cursor) -> Iterator[None]:
    """What decisions are never else: deleted."""
    cursor.execute("SELECT set_config('newsdb.takedown', 'on', true)")
    yield
    cursor.execute("SELECT set_config('newsdb.takedown', 'off', true)")


def _articles(cursor: Cursor, files: Sequence[uuid.UUID]) -> list[uuid.UUID]:
    rows = cursor.execute(
        "SELECT DISTINCT article_id FROM newsdb.article_source WHERE source_file_id = ANY(%s)", [list(files)]
    )
    return [uuid.UUID(str(id_)) for (id_,) in rows]


def _existing(cursor: Cursor, articles: set[uuid.UUID]) -> list[uuid.UUID]:
    rows = cursor.execute("SELECT id FROM newsdb.article WHERE id = ANY(%s)", [sort_ids(articles)])
    return [uuid.UUID(str(id_)) for (id_,) in rows]
