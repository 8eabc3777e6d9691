"""Read the lines of a file of decisions, each field as an export writes it; taking them in is left to `exchange`.

People and merges edit such files. What the database would refuse without telling the line is refused here, and what
would be recorded without effect, as far as the form of a line tells.
"""

import json
import re
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, get_args

from newsdb.errors import WrongDecision
from newsdb.loading.decisions.checking import check_reason, is_text
from newsdb.loading.overrides.corrections import FIELDS, UNKNOWN, check_value
from newsdb.resolution import acronym_key, is_organisation_key, organisation_key, person_key, words_key
from newsdb.resolution.judgements import SEPARATOR, EntityKind

Entry = dict[str, Any]

# What an object of each kind holds: first its key, then what is decided.
KEYS = {
    "correction": ("subject", "article", "anchor", "field"),
    "judgement": ("kind", "names"),
    "takedown": ("kind", "key"),
}
DECIDED = {
    "correction": ("verdict", "value", "reason", "by", "at"),
    "judgement": ("verdict", "reason", "at"),
    "takedown": ("words", "verdict", "reason", "by", "at"),
}
VERDICTS = {
    "correction": ("corrected", "undone"),
    "judgement": ("same", "different", "undone"),
    "takedown": ("suppressed", "undone"),
}
# What version control leaves in a file that two people have edited.
MARKS_OF_A_MERGE = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
SHA256 = re.compile("[0-9a-f]{64}")
MOST_WORDS = 2**31


def line_of(entry: Entry) -> str:
    """A decision as a line, without its end."""
    return json.dumps(entry, ensure_ascii=False)


def key_of(entry: Entry) -> str:
    """What a decision is about; of several with one key the last holds."""
    return line_of({name: entry[name] for name in ("decision", *KEYS[entry["decision"]])})


def decide_alike(one: Entry, other: Entry) -> bool:
    """Whether two entries of one key say the same; when somebody decided it makes no difference."""
    return all(one[name] == other[name] for name in DECIDED[one["decision"]] if name != "at")


def read_entries(content: str, name: str) -> list[Entry]:
    """The decisions of a file, each key once. Raises WrongDecision with the line that is none.

    Two lines that decide one thing differently are refused: which of them holds is for people to say.
    """
    entries: dict[str, tuple[int, Entry]] = {}
    # Only a line feed ends a line: a reason may hold what ends lines elsewhere.
    for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        entry = _read(line, f"{name}:{number}")
        first, known = entries.setdefault(key_of(entry), (number, entry))
        if not decide_alike(known, entry):
            remedy = "keep the one that holds and delete the other"
            raise WrongDecision(f"line {first} decides the same otherwise", where=f"{name}:{number}", remedy=remedy)
    return [entry for _, entry in entries.values()]


def _read(line: str, where: str) -> Entry:
    """A line as it was exported; every field is there, and of its kind."""
    if line.startswith(MARKS_OF_A_MERGE):
        remedy = "choose between the lines that it parts, and delete the marks"
        raise WrongDecision("a merge has left its mark here", where=where, remedy=remedy)
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _no_decision("the line is no JSON", where) from error
    try:
        return _checked(entry)
    except ValueError as error:
        raise _no_decision(str(error), where) from error
    except WrongDecision as error:
        raise WrongDecision(f"{error.where}: {error.what}", where=where, remedy=error.remedy) from error


def _no_decision(what: str, where: str) -> WrongDecision:
    return WrongDecision(what, where=where, remedy="import what `newsdb decisions export` has written")


def _checked(entry: object) -> Entry:
    kind = entry.get("decision") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(kind, str) or kind not in KEYS:
        raise ValueError("the line is no decision")
    fields = ("decision", *KEYS[kind], *DECIDED[kind])
    if sorted(entry) != sorted(fields):
        raise ValueError(f"a {kind} has the fields {', '.join(fields)}")
    for name, value in entry.items():
        if isinstance(value, str) and not is_text(value):
            raise ValueError(f"its {name} is no text that a database can hold")
    _require(entry["verdict"] in VERDICTS[kind], f"its verdict is none of {', '.join(VERDICTS[kind])}")
    _require(_is_instant(entry["at"]), "its at is no time with a zone (2024-05-01T09:00:00Z)")
    # A judgement needs no reason.
    if kind != "judgement" or entry["reason"] is not None:
        check_reason(entry["reason"], entry.get("by"), where=kind)
    CHECKS[kind](entry)
    return {name: entry[name] for name in fields}


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise ValueError(what)


def _is_instant(given: object) -> bool:
    try:
        moment = datetime.fromisoformat(given) if isinstance(given, str) else None
        return moment is not None and moment.tzinfo is not None and moment.astimezone(UTC) is not None
    except (ValueError, OverflowError):
        return False


def _is_id(given: object) -> bool:
    """Whether it is an id as the database writes it: another writing of it would be another key."""
    try:
        return isinstance(given, str) and str(uuid.UUID(given)) == given
    except ValueError:
        return False


def _check_correction(entry: Entry) -> None:
    subject, field, value = entry["subject"], entry["field"], entry["value"]
    _require(isinstance(subject, str) and subject in FIELDS, f"its subject is none of {', '.join(FIELDS)}")
    _require(_is_id(entry["article"]), "its article is no id in lower case")
    _require(isinstance(field, str) and field in FIELDS[subject], f"its field is none of {', '.join(FIELDS[subject])}")
    is_anchored = isinstance(entry["anchor"], str) and bool(entry["anchor"]) == (subject != "article")
    _require(is_anchored, "its anchor is the words of a quote, the holder and title of a role, or empty for an article")
    words = entry["anchor"].split("|") if subject == "role" else [entry["anchor"]]
    _require(len(words) == (2 if subject == "role" else 1), "its anchor is no holder|title")
    folded = "|".join(map(words_key, words))
    _require(entry["anchor"] == folded, f"its anchor is not folded; write {folded!r}")
    if entry["verdict"] == "undone":
        _require(value is None, "what is undone has no value")
        return
    checked = check_value(subject, field, UNKNOWN if value is None else value)
    _require(checked == value, f"its value would be recorded as {json.dumps(checked, ensure_ascii=False)}; write that")


def _check_judgement(entry: Entry) -> None:
    names = entry["names"]
    _require(entry["kind"] in get_args(EntityKind), f"its kind is none of {', '.join(get_args(EntityKind))}")
    are_two = isinstance(names, list) and len(names) == 2 and all(map(is_text, names))
    _require(are_two and names[0] < names[1], "its names are not two, sorted")
    for name in names:
        words, separator, article = name.partition(SEPARATOR)
        # A name that is not folded would be recorded and never found.
        is_folded = words == person_key(words) if entry["kind"] == "person" else is_organisation_key(words)
        _require(bool(words) and is_folded, f"the name {name!r} is not folded; {_folding(entry['kind'], words)}")
        is_in_one_article = entry["kind"] == "person" and _is_id(article)
        _require(not separator or is_in_one_article, f"behind {SEPARATOR} of {name!r} stands no id of an article")


def _folding(kind: EntityKind, words: str) -> str:
    """What to write instead of a name that is not folded."""
    if kind == "person":
        return f"write {person_key(words)!r}"
    return f"write {organisation_key(words)!r}, or {acronym_key(words)!r} if it is an acronym"


def _check_takedown(entry: Entry) -> None:
    kind, key, words = entry["kind"], entry["key"], entry["words"]
    _require(kind in ("article", "file", "person"), "its kind is none of article, file, person")
    if kind == "article":
        _require(_is_id(key), "its key is no id in lower case")
    else:
        _require(isinstance(key, str) and bool(SHA256.fullmatch(key)), "its key is no SHA-256 in lower case")
    # True is a number to Python.
    is_counted = type(words) is int and 1 < words < MOST_WORDS if kind == "person" else words is None
    _require(is_counted, "its words are not the number of words of a person's name, and null for others")


CHECKS: dict[str, Callable[[Entry], None]] = {
    "correction": _check_correction,
    "judgement": _check_judgement,
    "takedown": _check_takedown,
}
