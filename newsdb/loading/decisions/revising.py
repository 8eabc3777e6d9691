"""Carry out a correction: record it, or that it is taken back, and write the article anew in the same transaction."""

import uuid
from datetime import datetime

import psycopg
from sqlalchemy import Engine

from newsdb.errors import WrongDecision
from newsdb.loading.decided import RecordedCorrection
from newsdb.loading.decisions.checking import check_reason
from newsdb.loading.decisions.naming import refuse_reason, refuse_value
from newsdb.loading.decisions.rereading import files_of, read_again, read_anew
from newsdb.loading.overrides.correcting import role_anchor, role_anchors
from newsdb.loading.overrides.corrections import Correction, Subject, check_value, parse_day
from newsdb.loading.overrides.deciding import decision_on, read_decisions
from newsdb.loading.rows.tablerows import TableRows
from newsdb.models.keys import key_id
from newsdb.resolution import person_key, read_judgements

Cursor = psycopg.Cursor[tuple[object, ...]]

ANCHORS = {
    "article": "SELECT id, '', '' FROM newsdb.article WHERE id = %s",
    "quote": "SELECT article_id, words_key, '' FROM newsdb.quote WHERE id = %s",
    "role": "SELECT r.article_id, n.name_key, r.title FROM newsdb.role_claim AS r"
    " JOIN newsdb.person_name AS n ON n.id = r.person_name_id WHERE r.id = %s",
}
# The fields of a tenure, first its beginning, and for each the other.
OTHER_END = {"valid_from": "valid_to", "valid_to": "valid_from"}
# A file that prints a role, and where it prints it.
ROLE_PRINT = """
    SELECT min(n.name COLLATE "C"), f.content, r.span_start, r.span_end FROM newsdb.role_claim AS r
    JOIN newsdb.article_source AS s ON s.article_version_id = r.article_version_id
    JOIN newsdb.source_file AS f ON f.id = s.source_file_id
    JOIN newsdb.source_file_name AS n ON n.source_file_id = f.id
    WHERE r.id = %s GROUP BY f.id, r.id ORDER BY f.id LIMIT 1
"""


def correct(
    engine: Engine, subject: Subject, which: str, field: str, value: str, *, reason: str, by: str | None = None
) -> RecordedCorrection:
    """Record what a field of an article, quote or role is instead, and write its article anew.

    `which` is the id of the article, quote or role claim. Raises WrongDecision where there is none by that id, no such
    field, the value is none of the field, or it names somebody who was taken down.
    """
    checked = check_value(subject, field, value)
    where = f"{subject} {field}"
    check_reason(reason, by, where=f"{subject} {which}")
    with decision_on(engine) as cursor:
        refuse_value(cursor, where, checked)
        refuse_reason(cursor, where, reason, by)
        article_id, anchor = _find(cursor, subject, which)
        if field in OTHER_END:
            _refuse_turned_tenure(cursor, which, field, checked)
        correction = Correction(subject, article_id, anchor, field, checked)
        number = record_correction(cursor, correction, "corrected", reason, by)
        read_anew(cursor, files_of(cursor, [article_id]))
    return RecordedCorrection(number, subject, field, checked)


def undo_correction(engine: Engine, number: int, *, reason: str, by: str | None = None) -> RecordedCorrection:
    """Take a correction back: the field is what was read again. Raises WrongDecision unless that correction holds."""
    check_reason(reason, by, where=f"correction {number}")
    with decision_on(engine) as cursor:
        refuse_reason(cursor, f"correction {number}", reason, by)
        row = cursor.execute(
            "SELECT subject, article_id, anchor, field, value, verdict FROM newsdb.correction WHERE number = %s",
            [number],
        ).fetchone()
        if row is None:
            raise _wrong(number, "there is no such correction", "see `newsdb status` for those that hold")
        *key, value, verdict = row
        last = cursor.execute(
            "SELECT max(number) FROM newsdb.correction WHERE (subject, article_id, anchor, field) = (%s, %s, %s, %s)",
            key,
        ).fetchone()
        if verdict == "undone" or (last and last[0] != number):
            raise _wrong(number, "it no longer holds", "see `newsdb status` for those that do")
        subject, article_id, anchor, field = key
        undone = Correction(subject, uuid.UUID(str(article_id)), str(anchor), str(field), None)  # type: ignore[arg-type]
        recorded = record_correction(cursor, undone, "undone", reason, by)
        read_anew(cursor, files_of(cursor, [undone.article_id]))
    return RecordedCorrection(recorded, str(subject), str(field), None if value is None else str(value), True)


def record_correction(
    cursor: Cursor,
    correction: Correction,
    verdict: str,
    reason: str,
    by: str | None,
    decided_at: datetime | None = None,
) -> int:
    """Write a correction down, with the clock's time unless another is given; returns its number."""
    row = cursor.execute("SELECT coalesce(max(number), 0) + 1 FROM newsdb.correction").fetchone()
    number = int(str(row[0])) if row else 1
    cursor.execute(
        "INSERT INTO newsdb.correction (id, number, subject, article_id, anchor, field, verdict, value, reason,"
        " decided_by, decided_at) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, coalesce(%s, clock_timestamp()))",
        [
            key_id("correction", number),
            number,
            correction.subject,
            correction.article_id,
            correction.anchor,
            correction.field,
            verdict,
            correction.value,
            reason,
            by,
            decided_at,
        ],
    )
    return number


def _refuse_turned_tenure(cursor: Cursor, which: str, field: str, value: str | None) -> None:
    """Raise WrongDecision where a role would end before it begins."""
    found = cursor.execute("SELECT valid_from, valid_to FROM newsdb.role_claim WHERE id = %s", [which]).fetchone()
    tenure = dict(zip(OTHER_END, found or (), strict=True)) | {field: parse_day(value)[0] if value else None}
    begin, end = tenure.values()
    if begin and end and begin > end:  # type: ignore[operator]
        other = OTHER_END[field]
        what = f"it would end before it begins: its {other} is {tenure[other]}"
        raise WrongDecision(what, where=f"role {field}", remedy=f"correct its {other} first, be it to unknown")


def _find(cursor: Cursor, subject: Subject, which: str) -> tuple[uuid.UUID, str]:
    """The article of what is corrected, and the anchor by which it is found again."""
    try:
        found = cursor.execute(ANCHORS[subject], [uuid.UUID(which)]).fetchone()
    except (ValueError, AttributeError):
        found = None
    if found is None:
        reports = {"article": "articles", "quote": "quotes_of_person", "role": "role_timeline"}
        raise WrongDecision(
            f"there is no {subject} by that id",
            where=f"{subject} {which}",
            remedy=f"take the id from `newsdb report {reports[subject]}`",
        )
    article_id, key, title = uuid.UUID(str(found[0])), str(found[1]), str(found[2])
    if subject != "role":
        return article_id, key
    return article_id, _role_as_read(cursor, article_id, uuid.UUID(which), role_anchor(key, title))


def _role_as_read(cursor: Cursor, article_id: uuid.UUID, claim: uuid.UUID, anchor: str) -> str:
    """The anchor of a role by the holder that was read, where the one of its present holder is given."""
    key, _, title = anchor.partition("|")
    decisions = read_decisions(cursor, {article_id}).corrections.get(article_id, ())
    moved = {c.anchor: person_key(c.value or "") for c in decisions if c.field == "person"}
    possible = [a for a, holder in {anchor: key, **moved}.items() if _may_mean(holder, key) and a.endswith(f"|{title}")]
    if len(possible) == 1:
        return possible[0]
    # Several are now of one holder and title: the page says which of them it prints there.
    read = _anchors_printed(cursor, article_id, claim)
    return next((a for a in possible if a in read), anchor)


def _may_mean(given: str, key: str) -> bool:
    """Whether somebody may have been given by that name: by all of it, or by one word."""
    return given == key or (" " not in given and given in key.split())


def _anchors_printed(cursor: Cursor, article_id: uuid.UUID, claim: uuid.UUID) -> set[str]:
    """The anchors of the roles that a page gives where it gives this one, by whom it gives them to."""
    ((name, content, *span),) = cursor.execute(ROLE_PRINT, [claim]).fetchall()
    rows = TableRows(read_again(str(name), bytes(content), read_judgements(cursor, "person").namesakes()))  # type: ignore[call-overload]
    return {a for a, row in role_anchors(rows, article_id) if [row["span_start"], row["span_end"]] == span}


def _wrong(number: int, what: str, remedy: str) -> WrongDecision:
    return WrongDecision(what, where=f"correction {number}", remedy=remedy)
