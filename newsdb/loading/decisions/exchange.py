"""Write all decisions to a file that can live in version control, and take them in from one.

A line is a JSON object: a judgement, a correction or a takedown, the last of its key, also where that takes it back.
Lines are sorted by their keys and hold no numbers, so that two databases with the same decisions write the same file.
"""

import json
import re
import uuid
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, cast, get_args

import psycopg
from sqlalchemy import Connection, Engine

from newsdb.errors import WrongDecision
from newsdb.loading.decided import Imported
from newsdb.loading.decisions.checking import check_reason, is_text
from newsdb.loading.decisions.finding import covered_files
from newsdb.loading.decisions.judging import bringing_up_to_date
from newsdb.loading.decisions.naming import name_anybody
from newsdb.loading.decisions.rereading import files_of
from newsdb.loading.decisions.revising import record_correction
from newsdb.loading.decisions.takedowns import record_suppression, take_down
from newsdb.loading.overrides.corrections import FIELDS, Correction, Subject, check_value
from newsdb.loading.overrides.deciding import decision_on
from newsdb.loading.overrides.suppressions import SuppressionKind, Suppressions, held, held_now
from newsdb.resolution.judgements import EntityKind, Verdict, record_judgement

Cursor = psycopg.Cursor[tuple[object, ...]]
Entry = dict[str, Any]

# What an object of each kind holds: first its key, then what is decided.
KEYS = {
    "correction": ("subject", "article", "anchor", "field"),
    "judgement": ("kind", "names"),
    "takedown": ("kind", "key", "words"),
}
DECIDED = {
    "correction": ("verdict", "value", "reason", "by", "at"),
    "judgement": ("verdict", "reason", "at"),
    "takedown": ("verdict", "reason", "by", "at"),
}
VERDICTS = {
    "correction": ("corrected", "undone"),
    "judgement": ("same", "different", "undone"),
    "takedown": ("suppressed", "undone"),
}
TAKEDOWN_KEYS = {
    "article": re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
    "file": re.compile("[0-9a-f]{64}"),
    "person": re.compile("[0-9a-f]{64}"),
}
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
    return "".join(f"{line}\n" for line in sorted(map(_line, _held(cursor))))


def import_decisions(engine: Engine, content: str, *, name: str) -> Imported:
    """Take in the decisions of an exported file, and bring up to date whatever they concern, in one transaction.

    What a file decides otherwise than the database replaces what held; what it does not mention stays. A second import
    of a file changes nothing. A takedown that holds then, of the file or the database, withholds the decisions that
    would name whom it covers. Raises WrongDecision with the line that cannot be read, or with the chain by which names
    would be the same that are judged different.
    """
    entries = [_read(line, f"{name}:{number}") for number, line in enumerate(content.splitlines(), 1) if line.strip()]
    with decision_on(engine) as cursor:
        known = {_key(entry): entry for entry in _held(cursor)}
        compared = [(entry, _compare(known.get(_key(entry)), entry)) for entry in entries]
        news = [entry for entry, outcome in compared if outcome != "unchanged"]
        takedowns = [_record_takedown(cursor, entry) for entry in news if entry["decision"] == "takedown"]
        suppressions = held_now(cursor)
        outcomes = Counter("withheld" if _is_withheld(e, suppressions) else outcome for e, outcome in compared)
        articles = _take_in(cursor, takedowns, [entry for entry in news if not _is_withheld(entry, suppressions)])
    return Imported(outcomes["added"], outcomes["changed"], outcomes["unchanged"], articles, outcomes["withheld"])


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


def _line(entry: Entry) -> str:
    return json.dumps(entry, ensure_ascii=False)


def _key(entry: Entry) -> str:
    return _line({name: entry[name] for name in ("decision", *KEYS[entry["decision"]])})


def _compare(known: Entry | None, entry: Entry) -> str:
    if known is None:
        return "added"
    # When somebody decided the same is no change.
    same = all(known[name] == entry[name] for name in DECIDED[entry["decision"]] if name != "at")
    return "unchanged" if same else "changed"


def _is_withheld(entry: Entry, suppressions: Suppressions) -> bool:
    """Whether a takedown that holds would delete this decision. Of a takedown itself the reason is kept."""
    if entry["decision"] == "takedown":
        return False
    if entry["decision"] == "judgement":
        return name_anybody(suppressions, [*entry["names"], entry["reason"]])
    words = (entry["anchor"], entry["value"], entry["reason"], entry["by"])
    return str(uuid.UUID(entry["article"])) in suppressions.articles or name_anybody(suppressions, words)


def _read(line: str, where: str) -> Entry:
    """A line as it was exported; every field is there, and of its kind."""
    try:
        entry = json.loads(line)
        kind = entry["decision"]
        fields = ("decision", *KEYS[kind], *DECIDED[kind])
        if sorted(entry) != sorted(fields) or entry["verdict"] not in VERDICTS[kind]:
            raise ValueError(line)
        if not all(is_text(value) for value in (*entry.values(), *entry.get("names", ())) if isinstance(value, str)):
            raise ValueError(line)
        datetime.fromisoformat(entry["at"])
        # A judgement needs no reason.
        if kind != "judgement" or entry["reason"] is not None:
            check_reason(entry["reason"], entry.get("by"), where=kind)
        _check(kind, entry)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise WrongDecision(
            "the line is no decision", where=where, remedy="import what `newsdb decisions export` has written"
        ) from error
    except WrongDecision as error:
        raise WrongDecision(f"{error.where}: {error.what}", where=where, remedy=error.remedy) from error
    return {name: entry[name] for name in fields}


def _check(kind: str, entry: Entry) -> None:
    """Raise for what an export never writes, and the database or a reader of decisions would stumble over."""
    {"correction": _check_correction, "judgement": _check_judgement, "takedown": _check_takedown}[kind](entry)


def _check_correction(entry: Entry) -> None:
    is_of_article = entry["subject"] == "article"
    _want(str(uuid.UUID(entry["article"])) == entry["article"])
    _want(is_text(entry["anchor"]) and is_of_article == (entry["anchor"] == ""))
    if entry["verdict"] == "corrected":
        value = "unknown" if entry["value"] is None else entry["value"]
        _want(check_value(entry["subject"], entry["field"], value) == entry["value"])
    else:
        _want(entry["value"] is None and entry["field"] in FIELDS[entry["subject"]])


def _check_judgement(entry: Entry) -> None:
    left, right = entry["names"]
    _want(is_text(left) and is_text(right) and "" < left < right and entry["kind"] in get_args(EntityKind))


def _check_takedown(entry: Entry) -> None:
    _want(TAKEDOWN_KEYS[entry["kind"]].fullmatch(entry["key"]) is not None)
    words = entry["words"]
    _want(type(words) is int and words > 1 if entry["kind"] == "person" else words is None)


def _want(holds: bool) -> None:
    if not holds:
        raise ValueError


def _take_in(cursor: Cursor, takedowns: Sequence[Entry], entries: Sequence[Entry]) -> int:
    """Record decisions beside the recorded takedowns, and bring all up to date; how many articles were taken down."""
    judged = [entry for entry in entries if entry["decision"] == "judgement"]
    pairs = [(cast(EntityKind, entry["kind"]), cast("tuple[str, str]", tuple(entry["names"]))) for entry in judged]
    with bringing_up_to_date(cursor, pairs):
        for entry, (kind, names) in zip(judged, pairs, strict=True):
            at = datetime.fromisoformat(entry["at"])
            record_judgement(cursor, kind, names, cast(Verdict, entry["verdict"]), entry["reason"], at)
        corrected = [_record_correction(cursor, e) for e in entries if e["decision"] == "correction"]
        files = {*files_of(cursor, sorted(set(corrected))), *_covered(cursor, takedowns)}
        gone = take_down(cursor, sorted(files))
    return gone.articles


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
