"""Fill what rows repeat of others of their version, so that reports need not join: day, outlet, counts, nearest role.

It is told by one article alone, so nothing that is loaded later changes it. Corrections change rows first and have it
filled again.
"""

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from newsdb.loading.filerows import Row

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
