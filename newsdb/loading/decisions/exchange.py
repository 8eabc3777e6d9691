"""Write all decisions to a file that can live in version control, and take them in from one.

A line is a JSON object: a judgement, a correction or a takedown, the last of its key, also where that takes it back.
Lines are sorted by their keys and hold no numbers, so that two databases with the same decisions write the same file.
How a line is read is in `lines`.
"""

import uuid
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import cast

import psycopg
from sqlalchemy import Connection, Engine

from newsdb.loading.decided import Imported
from newsdb.loading.decisions.finding import covered_files
from newsdb.loading.decisions.judging import bringing_up_to_date
from newsdb.loading.decisions.lines import DECIDED, KEYS, Entry, decide_alike, key_of, line_of, read_entries
from newsdb.loading.decisions.naming import name_anybody
from newsdb.loading.decisions.rereading import files_of, read_anew
from newsdb.loading.decisions.revising import record_correction
from newsdb.loading.decisions.takedowns import record_suppression, take_down
from newsdb.loading.overrides.corrections import Correction, Subject
from newsdb.loading.overrides.deciding import decision_on
from newsdb.loading.overrides.suppressions import SuppressionKind, Suppressions, held, held_now
from newsdb.resolution.judgements import EntityKind, Verdict, record_judgement

Cursor = psycopg.Cursor[tuple[object, ...]]

# The last decision of each key, with the fields of its line.
QUERIES = {
    "correction": """
        SELECT DISTINCT ON (subject, article_id, anchor, field) subject, article_id::text, anchor, field, verdict,
            value, reason, decided_by, decided_at
        FROM newsdb.correction ORDER BY subject, article_id, anchor, field, number DESC""",
    "judgement": """
        SELECT DISTINCT ON (entity_kind, left_key, right_key) entity_kind, ARRAY[left_key, right_key], verdict, reason,
            decided_at
        FROM newsdb.entity_judgement ORDER BY entity_kind, left_key, right_key, number DESC""",
    "takedown": """
        SELECT DISTINCT ON (kind, key) kind, key, word_count, verdict, reason, decided_by, decided_at
        FROM newsdb.suppression ORDER BY kind, key, number DESC""",
}


def export_decisions(connection: Connection) -> str:
    """All decisions, a line each."""
    cursor: Cursor = connection.connection.cursor()  # type: ignore[assignment]
    return "".join(f"{line}\n" for line in sorted(map(line_of, _held(cursor))))


def import_decisions(engine: Engine, content: str, *, name: str) -> Imported:
    """Take in the decisions of an exported file, and bring up to date whatever they concern, in one transaction.

    What a file decides otherwise than the database replaces what held; what it does not mention stays. A second import
    of a file changes nothing. What goes with a takedown of the file and is decided in it comes back, and counts as it
    compared before. A takedown that holds then, of the file or the database, withholds the decisions that
    would name whom it covers. Raises WrongDecision with the line that cannot be read, or with the chain by which names
    would be the same that are judged different.
    """
    entries = read_entries(content, name)
    with decision_on(engine) as cursor:
        known = _by_key(cursor)
        compared = [(entry, _compare(known, entry)) for entry in entries]
        news = [entry for entry, outcome in compared if outcome != "unchanged" and entry["decision"] == "takedown"]
        takedowns = [_record_takedown(cursor, entry) for entry in news]
        suppressions = held_now(cursor)
        outcomes = Counter("withheld" if _is_withheld(e, suppressions) else outcome for e, outcome in compared)
        gone = take_down(cursor, _covered(cursor, takedowns))
        # Corrections have gone with articles whose files these takedowns cover. The file decides both, and means the
        # same wherever it is imported, be the articles there by then or not.
        left = _by_key(cursor)
        _take_in(cursor, [e for e in entries if _compare(left, e) != "unchanged" and not _is_withheld(e, suppressions)])
    return Imported(outcomes["added"], outcomes["changed"], outcomes["unchanged"], gone.articles, outcomes["withheld"])


def _held(cursor: Cursor) -> list[Entry]:
    """The last decision of each key."""
    entries = []
    for kind, query in QUERIES.items():
        fields = (*KEYS[kind], *DECIDED[kind])
        for row in cursor.execute(query).fetchall():
            entry: Entry = {"decision": kind, **dict(zip(fields, row, strict=True))}
            entry["at"] = entry["at"].astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
            entries.append(entry)
    return entries


def _by_key(cursor: Cursor) -> Mapping[str, Entry]:
    return {key_of(entry): entry for entry in _held(cursor)}


def _compare(known: Mapping[str, Entry], entry: Entry) -> str:
    so_far = known.get(key_of(entry))
    if so_far is None:
        return "added"
    return "unchanged" if decide_alike(so_far, entry) else "changed"


def _is_withheld(entry: Entry, suppressions: Suppressions) -> bool:
    """Whether a takedown that holds would delete this decision. Of a takedown itself the reason is kept."""
    if entry["decision"] == "takedown":
        return False
    if entry["decision"] == "judgement":
        return name_anybody(suppressions, [*entry["names"], entry["reason"]])
    words = (entry["anchor"], entry["value"], entry["reason"], entry["by"])
    return entry["article"] in suppressions.articles or name_anybody(suppressions, words)


def _take_in(cursor: Cursor, entries: Sequence[Entry]) -> None:
    """Record judgements and corrections, and bring up to date what they concern."""
    judged = [entry for entry in entries if entry["decision"] == "judgement"]
    pairs = [(cast(EntityKind, entry["kind"]), cast("tuple[str, str]", tuple(entry["names"]))) for entry in judged]
    with bringing_up_to_date(cursor, pairs):
        for entry, (kind, names) in zip(judged, pairs, strict=True):
            at = datetime.fromisoformat(entry["at"])
            record_judgement(cursor, kind, names, cast(Verdict, entry["verdict"]), entry["reason"], at)
        corrected = [_record_correction(cursor, e) for e in entries if e["decision"] == "correction"]
        read_anew(cursor, files_of(cursor, sorted(set(corrected))))


def _record_correction(cursor: Cursor, entry: Entry) -> uuid.UUID:
    article = uuid.UUID(entry["article"])
    correction = Correction(cast(Subject, entry["subject"]), article, entry["anchor"], entry["field"], entry["value"])
    at = datetime.fromisoformat(entry["at"])
    record_correction(cursor, correction, entry["verdict"], entry["reason"], entry["by"], at)
    return article


def _record_takedown(cursor: Cursor, entry: Entry) -> Entry:
    kind, key = cast(SuppressionKind, entry["kind"]), (entry["key"], entry["words"])
    at = datetime.fromisoformat(entry["at"])
    record_suppression(cursor, kind, key, entry["verdict"], entry["reason"], entry["by"], at)
    return entry


def _covered(cursor: Cursor, takedowns: Iterable[Entry]) -> list[uuid.UUID]:
    return covered_files(cursor, held((e["kind"], e["key"], e["words"], e["verdict"]) for e in takedowns))
