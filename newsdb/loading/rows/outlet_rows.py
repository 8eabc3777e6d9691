"""The rows of one outlet and of its other names, which follow from the list and its name and from no file beside."""

import uuid
from dataclasses import dataclass

from newsdb.language.outlets import find_bearer, fold_outlet_name
from newsdb.loading.rows.filerows import Row
from newsdb.models.keys import key_id


@dataclass(frozen=True, slots=True)
class OutletRows:
    """The row of an outlet, and those of its aliases."""

    id: uuid.UUID
    outlet: Row
    aliases: tuple[Row, ...]


def outlet_rows(name: str, printed: str | None = None) -> OutletRows:
    """Of the listed outlet that bears the name in any spelling, what the list says; else the name alone.

    Kind, country and website are a function of the key: files that spell one name differently cannot disagree on them.
    """
    name_key = fold_outlet_name(name)
    outlet_id = key_id("outlet", name_key)
    listed = find_bearer(name)
    outlet: Row = {
        "id": outlet_id,
        "name": listed.name if listed else name,
        "name_key": name_key,
        "kind": listed.kind if listed else "publisher",
        "country": listed.country or None if listed else None,
        "website": listed.website or None if listed else None,
    }
    # One alias in two spellings is two rows here; the merge takes the better.
    aliases = (*(listed.aliases if listed else ()), *([printed] if printed else ()))
    rows = (_alias_row(outlet_id, alias) for alias in aliases if fold_outlet_name(alias) != name_key)
    return OutletRows(outlet_id, outlet, tuple(rows))


def _alias_row(outlet_id: uuid.UUID, alias: str) -> Row:
    alias_key = fold_outlet_name(alias)
    id_ = key_id("outlet_alias", outlet_id, alias_key)
    return {"id": id_, "outlet_id": outlet_id, "alias": alias, "alias_key": alias_key}
