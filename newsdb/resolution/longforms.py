"""Join the long forms of one acronym that say the same in more or fewer words; what judgements say is left to them.

"Fédération des X (FX)" and "Fédération marocaine des X (FX)" are one; beside "Fédération tunisienne des X (FX)" the
first could be either, and stays alone. Two with words of their own are two.
"""

import uuid
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from typing import LiteralString

import psycopg

from newsdb.database.arrays import Ids, sort_ids
from newsdb.resolution.judgements import Judgements

Cursor = psycopg.Cursor[tuple[object, ...]]
Forms = Mapping[str, set[str]]
"""The keys of the names that are printed with each acronym."""

# A form says nothing by one word; with so many of the longer one's words it says the same.
MIN_WORDS = 2
MIN_SHARE = 0.5
# "télécom" stands for "télécommunication": so many letters of a word tell which it is.
MIN_LETTERS = 6

# From one name to the next in an index, so that it does not matter in how many articles each is printed.
FORMS: LiteralString = """
    WITH RECURSIVE printed (acronym_key, id) AS (
        SELECT wanted.acronym_key, first.id FROM unnest(%(acronyms)s::text[]) AS wanted (acronym_key)
        CROSS JOIN LATERAL (
            SELECT a.organisation_name_id AS id FROM newsdb.organisation_appearance AS a
            WHERE a.acronym_key = wanted.acronym_key AND NOT a.is_acronym ORDER BY 1 LIMIT 1
        ) AS first
        UNION ALL
        SELECT printed.acronym_key, next.id FROM printed CROSS JOIN LATERAL (
            SELECT a.organisation_name_id AS id FROM newsdb.organisation_appearance AS a
            WHERE a.acronym_key = printed.acronym_key AND NOT a.is_acronym AND a.organisation_name_id > printed.id
            ORDER BY 1 LIMIT 1
        ) AS next
    )
    SELECT printed.acronym_key, n.name_key, n.id FROM printed JOIN newsdb.organisation_name AS n ON n.id = printed.id
"""
ALL_FORMS: LiteralString = """
    SELECT DISTINCT a.acronym_key, n.name_key, n.id FROM newsdb.organisation_appearance AS a
    JOIN newsdb.organisation_name AS n ON n.id = a.organisation_name_id
    WHERE a.acronym_key IS NOT NULL AND NOT a.is_acronym
"""
# From one acronym of each name to the next, for the same reason.
ACRONYMS: LiteralString = """
    WITH RECURSIVE printed (name_id, acronym, is_acronym, acronym_key) AS (
        SELECT wanted.id, first.* FROM unnest(%(names)s::uuid[]) AS wanted (id)
        CROSS JOIN LATERAL (
            SELECT a.acronym, a.is_acronym, a.acronym_key FROM newsdb.organisation_appearance AS a
            WHERE a.organisation_name_id = wanted.id AND a.acronym IS NOT NULL ORDER BY 1, 2 LIMIT 1
        ) AS first
        UNION ALL
        SELECT printed.name_id, next.* FROM printed CROSS JOIN LATERAL (
            SELECT a.acronym, a.is_acronym, a.acronym_key FROM newsdb.organisation_appearance AS a
            WHERE a.organisation_name_id = printed.name_id AND a.acronym IS NOT NULL
                AND (a.acronym, a.is_acronym) > (printed.acronym, printed.is_acronym)
            ORDER BY 1, 2 LIMIT 1
        ) AS next
    )
    SELECT DISTINCT acronym_key FROM printed WHERE NOT is_acronym
"""
NAMES: LiteralString = """
    SELECT n.id, n.name_key, n.is_acronym FROM newsdb.organisation_name AS n
    WHERE n.organisation_id = ANY(%(organisations)s) OR n.id = ANY(%(names)s)
"""


def read_forms(
    cursor: Cursor, organisations: Collection[uuid.UUID], acronyms: Collection[str], names: Collection[uuid.UUID]
) -> Forms:
    """The forms of all acronyms that these organisations, acronyms and names hang together with."""
    concerned = cursor.execute(NAMES, {"organisations": sort_ids(organisations), "names": sort_ids(names)}).fetchall()
    todo = {*acronyms, *(str(key) for _, key, is_acronym in concerned if is_acronym)}
    todo |= _acronyms_of(cursor, Ids(id_ for id_, _, _ in concerned if isinstance(id_, uuid.UUID)))
    forms: dict[str, set[str]] = {}
    seen: set[uuid.UUID] = set()
    while todo:
        forms.update((acronym, set()) for acronym in todo)
        found = cursor.execute(FORMS, {"acronyms": sorted(todo)}).fetchall()
        for acronym, key, _ in found:
            forms[str(acronym)].add(str(key))
        new = {id_ for _, _, id_ in found if isinstance(id_, uuid.UUID)} - seen
        seen |= new
        todo = _acronyms_of(cursor, sort_ids(new)) - forms.keys()
    return forms


def read_all_forms(cursor: Cursor) -> Forms:
    """The forms of every acronym."""
    forms: dict[str, set[str]] = {}
    for acronym, key, _ in cursor.execute(ALL_FORMS).fetchall():
        forms.setdefault(str(acronym), set()).add(str(key))
    return forms


def _acronyms_of(cursor: Cursor, names: Ids) -> set[str]:
    return {str(key) for (key,) in cursor.execute(ACRONYMS, {"names": names}).fetchall()} if names else set()


def join_forms(forms: Forms, judgements: Judgements) -> Judgements:
    """The judgements, and for each form that one fuller form of its acronyms says all of, that they are the same."""
    told = {name for pair in judgements.apart() for name in pair}
    same = set(judgements.same)
    fuller: dict[str, set[str]] = {}
    for keys in forms.values():
        # Whoever is judged to be another than some form is no more joined to any by words.
        for key in keys - told if len(keys) > 1 else ():
            fuller.setdefault(key, set()).update(_fullest(key, keys))
    for key, found in fuller.items():
        if len(found) == 1 and found.isdisjoint(told):
            one, other = sorted((key, *found))
            same.add((one, other))
    return Judgements(frozenset(same), judgements.different)


def _fullest(key: str, keys: Iterable[str]) -> set[str]:
    """The forms that say all of this one and more, without those that another of them says all of."""
    holders = [other for other in keys if _size(other) > _size(key) and says_all(other, key)]
    return {
        holder
        for holder in holders
        if not any(_size(other) > _size(holder) and says_all(other, holder) for other in holders)
    }


def _size(key: str) -> tuple[int, int, str]:
    """By which of two forms one is the fuller."""
    return len(_words(key)), len(key), key


@lru_cache(maxsize=16_384)
def _words(key: str) -> tuple[str, ...]:
    """The words of a form, which is compared with every other of its acronyms."""
    return tuple(key.split())


def says_all(longer: str, shorter: str) -> bool:
    """Whether the words of one form stand in the other in their order, the first first, and make most of it."""
    words, piece = _words(longer), _words(shorter)
    if len(piece) < MIN_WORDS or len(piece) < MIN_SHARE * len(words) or not _is_same(words[0], piece[0]):
        return False
    rest = iter(words)
    return all(any(_is_same(word, other) for other in rest) for word in piece)


def _is_same(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= MIN_LETTERS and long.startswith(short))
