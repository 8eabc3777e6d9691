"""Fill what rows repeat of others of their article, so that reports need not join: day, outlet, counts, nearest role.

It is told by one article alone, so no other changes it. Corrections change rows first and have it filled again. Day and
outlet are those of the article, which are those of its current version: where captures differ in them, all rows of the
article follow the one that is current.
"""

import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import LiteralString

import psycopg

from newsdb.database.arrays import sort_ids
from newsdb.loading.rows.filerows import Row

Cursor = psycopg.Cursor[tuple[object, ...]]

# Columns that may be told by another capture than the one whose facts the rows are.
OF_ARTICLE: Mapping[str, frozenset[str]] = {
    "person_appearance": frozenset(("as_of", "outlet_id")),
    "organisation_appearance": frozenset(("as_of", "outlet_id")),
    "role_claim": frozenset(("as_of",)),
    "quote_attribution": frozenset(("as_of", "role_claim_id")),
}

FOLLOW: tuple[LiteralString, ...] = (
    """
    UPDATE newsdb.person_appearance AS e SET as_of = a.published_on, outlet_id = a.outlet_id FROM newsdb.article AS a
    WHERE a.id = ANY(%(articles)s) AND e.article_id = a.id
        AND (e.as_of, e.outlet_id) IS DISTINCT FROM (a.published_on, a.outlet_id)
    """,
    """
    UPDATE newsdb.organisation_appearance AS e SET as_of = a.published_on, outlet_id = a.outlet_id
    FROM newsdb.article AS a
    WHERE a.id = ANY(%(articles)s) AND e.article_id = a.id
        AND (e.as_of, e.outlet_id) IS DISTINCT FROM (a.published_on, a.outlet_id)
    """,
    """
    UPDATE newsdb.role_claim AS r SET as_of = a.published_on FROM newsdb.article AS a
    WHERE a.id = ANY(%(articles)s) AND r.article_id = a.id AND r.as_of IS DISTINCT FROM a.published_on
    """,
    # Which roles are over depends on the day.
    """
    UPDATE newsdb.quote_attribution AS s SET as_of = told.as_of, role_claim_id = told.role_claim_id
    FROM (
        SELECT s.id, a.published_on AS as_of, (
            SELECT r.id FROM newsdb.role_claim AS r
            WHERE r.article_version_id = s.article_version_id AND r.person_name_id = s.person_name_id
                AND (r.valid_to IS NULL OR a.published_on IS NULL OR r.valid_to >= a.published_on)
            ORDER BY abs(r.span_start - w.span_start), r.organisation_name_id IS NULL, r.span_start, r.id
            LIMIT 1
        ) AS role_claim_id
        FROM newsdb.quote_attribution AS s
        JOIN newsdb.article AS a ON a.id = s.article_id
        LEFT JOIN newsdb.quote_occurrence AS w ON w.quote_id = s.quote_id AND w.ordinal = 1
        WHERE s.article_id = ANY(%(articles)s)
    ) AS told
    WHERE s.id = told.id AND (s.as_of, s.role_claim_id) IS DISTINCT FROM (told.as_of, told.role_claim_id)
    """,
)

NAMES = {"person_appearance": "person_name_id", "organisation_appearance": "organisation_name_id"}


def fill_repeated(tables: Mapping[str, Sequence[Row]], day: date | None, outlet_id: uuid.UUID | None) -> None:
    """Complete the appearances, roles and attributions of an article of this day and outlet, in place."""
    chosen = [row for row in tables.get("quote_attribution", ()) if row["rank"] == 1]
    for table, name in NAMES.items():
        mentions = Counter((row["article_version_id"], row.get(name)) for row in tables.get("mention", ()))
        quotes = Counter((row["article_version_id"], row.get(name)) for row in chosen)
        for row in tables.get(table, ()):
            key = (row["article_version_id"], row[name])
            row.update(as_of=day, outlet_id=outlet_id, mentions=mentions[key], quotes=quotes[key])
    for row in tables.get("role_claim", ()):
        row["as_of"] = day
    _fill_roles(tables, day)


def follow_articles(cursor: Cursor, articles: Collection[uuid.UUID]) -> None:
    """Give the rows of these articles the day and outlet of their article, whichever capture told them."""
    if articles:
        for statement in FOLLOW:
            cursor.execute(statement, {"articles": sort_ids(articles)})


def _fill_roles(tables: Mapping[str, Sequence[Row]], day: date | None) -> None:
    """The role of each speaker: of those that the article gives them for its day, the one nearest to the words."""
    claims: dict[object, list[Row]] = {}
    for claim in tables.get("role_claim", ()):
        if not _is_over(claim, day):
            claims.setdefault((claim["article_version_id"], claim["person_name_id"]), []).append(claim)
    starts = {row["quote_id"]: row["span_start"] for row in tables.get("quote_occurrence", ()) if row["ordinal"] == 1}
    for row in tables.get("quote_attribution", ()):
        held = claims.get((row["article_version_id"], row["person_name_id"]), ()) if row["person_name_id"] else ()
        row["as_of"] = day
        row["role_claim_id"] = _nearest(held, starts[row["quote_id"]]) if held else None


def _is_over(claim: Row, day: date | None) -> bool:
    end = claim.get("valid_to")
    return isinstance(end, date) and day is not None and end < day


def _nearest(claims: Sequence[Row], start: object) -> object:
    def order(claim: Row) -> tuple[int, bool, int, bytes]:
        place = int(str(claim["span_start"]))
        return abs(place - int(str(start))), claim["organisation_name_id"] is None, place, _key(claim["id"])

    return min(claims, key=order)["id"]


def _key(id_: object) -> bytes:
    """In the order in which PostgreSQL compares ids."""
    return uuid.UUID(str(id_)).bytes
