"""Put the corrections of one article into its rows; which corrections hold is known already."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from newsdb.language.outlets import find_outlet, fold_outlet_name
from newsdb.loading.overrides.corrections import Correction
from newsdb.loading.rows.filerows import Namesakes, Row
from newsdb.loading.rows.outlet_rows import outlet_rows
from newsdb.loading.rows.tablerows import TableRows
from newsdb.models.folding import fold_accents
from newsdb.models.keys import key_id
from newsdb.models.quotes import CORRECTED
from newsdb.resolution import acronym_key, organisation_key, person_key, words_key

DECIDED_UNKNOWN = "a correction says that it is unknown"
# How exact a role's days are is said once for both: as exact as the vaguer of them.
COARSENESS = {"year": 2, "month": 1, "day": 0}


def correct_article(
    rows: TableRows, article_id: uuid.UUID, corrections: Sequence[Correction], namesakes: Namesakes
) -> None:
    """Correct the article's own fields, and in every version of it the quotes and roles that corrections name."""
    subjects = _Corrected(rows, article_id, namesakes)
    for correction in sorted(corrections, key=_order):
        subjects.correct(correction)
    subjects.drop_double_roles()


def _order(correction: Correction) -> tuple[bool, int, str, str, str]:
    """In whatever order they were made: full names first, for a surname alone means the one person of that name.

    Authors come last: they bring nobody, and are looked for among all who are there.
    """
    words = len((correction.value or "").split())
    return correction.field == "authors", -words, correction.subject, correction.field, correction.anchor


class _Corrected:
    """The rows of one article."""

    def __init__(self, rows: TableRows, article_id: uuid.UUID, namesakes: Namesakes) -> None:
        self.rows = rows
        self.article_id = article_id
        self.namesakes = namesakes
        # Before any correction: roles are known by their holders as they were read.
        self.anchors = role_anchors(rows, article_id)
        self.moved: list[Row] = []

    def correct(self, correction: Correction) -> None:
        by_field: Mapping[tuple[str, str], Callable[[Correction], None]] = {
            ("article", "published_on"): self.correct_day,
            ("article", "outlet"): self.correct_outlet,
            ("article", "authors"): self.correct_authors,
            ("quote", "speaker"): self.correct_speaker,
            ("quote", "kind"): self.correct_kind,
            ("role", "person"): self.correct_holder,
            ("role", "organisation"): self.correct_place,
        }
        general = self.correct_text if correction.subject == "article" else self.correct_tenure
        by_field.get((correction.subject, correction.field), general)(correction)

    def correct_text(self, correction: Correction) -> None:
        """Headline, language, section and address; the first two are searched by as well."""
        for row in self.rows.of("article", id=self.article_id):
            row[correction.field] = correction.value
            if correction.field == "headline":
                row["headline_unknown_reason"] = None
        searched = {"headline": fold_accents(correction.value or ""), "language": correction.value}
        if correction.field in searched:
            for row in self.rows.of("article_version", article_id=self.article_id):
                row[correction.field] = searched[correction.field]

    def correct_day(self, correction: Correction) -> None:
        day, precision = correction.day()
        for row in self.rows.of("article", id=self.article_id):
            row.update(published_on=day, published_precision=precision)
            row["published_unknown_reason"] = None if day else DECIDED_UNKNOWN

    def correct_outlet(self, correction: Correction) -> None:
        outlet_id = self.add_outlet(correction.value) if correction.value else None
        for row in self.rows.of("article", id=self.article_id):
            row.update(outlet_id=outlet_id, outlet_unknown_reason=None if outlet_id else DECIDED_UNKNOWN)
        for version in self.versions() if outlet_id else ():
            name, name_key = correction.value, fold_outlet_name(correction.value or "")
            id_ = key_id("outlet_appearance", version, outlet_id, name_key)
            row = {"id": id_, "outlet_id": outlet_id, "name": name, "name_key": name_key}
            self.rows.add("outlet_appearance", {**self.at(version), **row})

    def add_outlet(self, printed: str) -> uuid.UUID:
        known = find_outlet(printed)
        told = outlet_rows(known.name if known else printed)
        self.rows.add("outlet", told.outlet)
        for alias in told.aliases:
            self.rows.add("outlet_alias", alias)
        return told.id

    def correct_authors(self, correction: Correction) -> None:
        kept = [row for row in self.rows.tables.get("article_author", ()) if row["article_id"] != self.article_id]
        self.rows.tables["article_author"] = kept
        for version in self.versions():
            for ordinal, name in enumerate(correction.names(), start=1):
                author: Row = {"id": key_id("article_author", version, ordinal), "ordinal": ordinal, "name": name}
                known = self.person_of(version, name)
                self.rows.add("article_author", {**self.at(version), **author, "person_name_id": known})

    def correct_speaker(self, correction: Correction) -> None:
        kind, name = correction.speaker()
        for quote in self.quotes(correction.anchor):
            version = _uuid(quote["article_version_id"])
            for row in self.rows.of("quote_attribution", quote_id=quote["id"], rank=1):
                row.update(dict.fromkeys(("cue", "cue_start", "cue_end")))
                row.update(dict.fromkeys(("speaker_words", "speaker_start", "speaker_end")))
                row.update(speaker_kind=kind, method=CORRECTED, confidence=Decimal("1.00"))
                row["person_name_id"] = self.add_person(version, name) if kind == "person" else None
                row["organisation_name_id"] = self.add_organisation(version, name) if kind == "organisation" else None
                row["description"] = name if kind in ("group", "described") else None
                row["unknown_reason"] = DECIDED_UNKNOWN if kind == "unknown" else None

    def correct_kind(self, correction: Correction) -> None:
        for quote in self.quotes(correction.anchor):
            quote["kind"] = correction.value
            if correction.value != "answer":
                quote.update(question=None, question_start=None, question_end=None)

    def quotes(self, anchor: str) -> list[Row]:
        """In each version the quotes with these words; where a capture or extractor cut them, the first nearest."""
        found = []
        for version in self.versions():
            quotes = self.rows.of("quote", article_version_id=version)
            best = max((alike(str(row["words_key"]), anchor) for row in quotes), default=0.0)
            if best == 1.0:
                found += [row for row in quotes if row["words_key"] == anchor]
            elif best >= 0.5:
                found.append(next(row for row in quotes if alike(str(row["words_key"]), anchor) == best))
        return found

    def correct_tenure(self, correction: Correction) -> None:
        day, precision = correction.day()
        other = "valid_to" if correction.field == "valid_from" else "valid_from"
        for row in self.roles(correction.anchor):
            row[correction.field] = day
            days = (row["valid_from"], row["valid_to"])
            if all(days) and days[0] > days[1]:  # type: ignore[operator]
                # What is read there, by whatever extractor, cannot be right beside what was decided.
                row[other] = None
            precisions = [p for p in (precision, row["valid_precision"] if row[other] else None) if p]
            row["valid_precision"] = max(map(str, precisions), key=COARSENESS.__getitem__, default=None)

    def correct_place(self, correction: Correction) -> None:
        for row in self.roles(correction.anchor):
            version = _uuid(row["article_version_id"])
            row["organisation_name_id"] = self.add_organisation(version, correction.value) if correction.value else None

    def correct_holder(self, correction: Correction) -> None:
        for row in self.roles(correction.anchor):
            version = _uuid(row["article_version_id"])
            holder = self.add_person(version, correction.value or "")
            id_ = key_id("role_claim", version, holder, str(row["span_start"]), str(row["span_end"]))
            row.update(id=id_, person_name_id=holder)
            self.moved.append(row)

    def drop_double_roles(self) -> None:
        """Who holds that title by the text already needs no second row; told once all have the holders they are given.

        Two that change places are no doubles.
        """
        roles = self.rows.tables.get("role_claim", [])
        kept: dict[object, Row] = {}
        for row in sorted(roles, key=lambda row: any(row is moved for moved in self.moved)):
            kept.setdefault(row["id"], row)
        if roles:
            self.rows.tables["role_claim"] = [row for row in roles if kept[row["id"]] is row]

    def roles(self, anchor: str) -> list[Row]:
        """The roles of that holder with that title."""
        return [row for known_as, row in self.anchors if known_as == anchor]

    def versions(self) -> list[uuid.UUID]:
        return [_uuid(row["id"]) for row in self.rows.of("article_version", article_id=self.article_id)]

    def at(self, version: uuid.UUID) -> Row:
        return {"article_version_id": version, "article_id": self.article_id}

    def person_of(self, version: uuid.UUID, name: str) -> uuid.UUID | None:
        """The one person of the version with that name, or with that word in the name."""
        key = person_key(name)
        keys = {row["id"]: str(row["name_key"]) for row in self.rows.tables.get("person_name", ())}
        here = [row["person_name_id"] for row in self.rows.of("person_appearance", article_version_id=version)]
        whole = [id_ for id_ in here if keys[id_] == key]
        fitting = whole or [id_ for id_ in here if " " not in key and key in keys[id_].split()]
        return _uuid(fitting[0]) if len(fitting) == 1 else None

    def add_person(self, version: uuid.UUID, name: str) -> uuid.UUID:
        known = self.person_of(version, name)
        if known is not None:
            return known
        key = person_key(name)
        is_alone = " " not in key or (key, str(self.article_id)) in self.namesakes
        person: Row = {"name": name, "name_key": key, "disambiguator": str(self.article_id) if is_alone else ""}
        person_id, name_id = (key_id(table, key, str(person["disambiguator"])) for table in ("person", "person_name"))
        self.rows.add("person", {**person, "id": person_id})
        self.rows.add("person_name", {**person, "id": name_id, "person_id": person_id, "joined_by": "name"})
        appearance: Row = {"id": key_id("person_appearance", version, name_id), "person_name_id": name_id}
        self.rows.add("person_appearance", {**self.at(version), **appearance, "name": name})
        return name_id

    def add_organisation(self, version: uuid.UUID, name: str) -> uuid.UUID:
        is_acronym = name.isupper() and " " not in name
        names = {row["id"]: row["name_key"] for row in self.rows.tables.get("organisation_name", ())}
        for row in self.rows.of("organisation_appearance", article_version_id=version):
            key = names[row["organisation_name_id"]]
            if key == organisation_key(name) or acronym_key(name) in (key, row["acronym_key"]):
                return _uuid(row["organisation_name_id"])
        key = acronym_key(name) if is_acronym else organisation_key(name)
        organisation_id, name_id = key_id("organisation", key), key_id("organisation_name", key)
        row = {"name": name, "kind": "other", "acronym": name if is_acronym else None}
        self.rows.add("organisation", {**row, "id": organisation_id, "name_key": key})
        of_name: Row = {"organisation_id": organisation_id, "is_acronym": is_acronym, "joined_by": "name"}
        self.rows.add("organisation_name", {**row, **of_name, "id": name_id, "name_key": key})
        appearance: Row = {"organisation_name_id": name_id, "acronym_key": key if is_acronym else None}
        appearance["id"] = key_id("organisation_appearance", version, name_id)
        whole = {**self.at(version), **row, **appearance, "is_acronym": is_acronym}
        self.rows.add("organisation_appearance", whole)
        return name_id


def role_anchors(rows: TableRows, article_id: uuid.UUID) -> list[tuple[str, Row]]:
    """Each role of the article, with that by which a correction knows it: its holder's name and the title, folded."""
    keys = {row["id"]: str(row["name_key"]) for row in rows.tables.get("person_name", ())}
    claims = rows.of("role_claim", article_id=article_id)
    return [(role_anchor(keys[claim["person_name_id"]], str(claim["title"])), claim) for claim in claims]


def role_anchor(holder_key: str, title: str) -> str:
    """By what a correction knows a role of this holder."""
    return f"{holder_key}|{words_key(title)}"


def alike(words: str, anchor: str) -> float:
    """1 for the same words; where the one are a part of the other, the share of it that they make; else 0."""
    shorter, longer = sorted((words, anchor), key=len)
    return len(shorter) / len(longer) if shorter and f" {shorter} " in f" {longer} " else 0.0


def _uuid(value: object) -> uuid.UUID:
    return value if isinstance(value, uuid.UUID) else uuid.UUID(str(value))
