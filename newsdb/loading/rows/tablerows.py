"""The rows of a file by the names of their columns, for decisions to change; what they change is for others to say."""

from collections.abc import Collection, Iterable

from newsdb.loading.rows.filerows import FileRows, Row
from newsdb.loading.rows.tables import staged_columns

# What proves that a name appears in a version, and what keeps the names, entities and texts that rows refer to.
PROOFS = {
    "person": ("mention", "quote_attribution", "role_claim", "article_author"),
    "organisation": ("mention", "quote_attribution", "role_claim"),
}
KEPT_BY = (
    ("article_text", "id", (("article_version", "article_text_id"),)),
    ("person_name", "id", (("person_appearance", "person_name_id"),)),
    ("person", "id", (("person_name", "person_id"),)),
    ("organisation_name", "id", (("organisation_appearance", "organisation_name_id"),)),
    ("organisation", "id", (("organisation_name", "organisation_id"),)),
    ("outlet", "id", (("outlet_appearance", "outlet_id"),)),
    ("outlet_alias", "outlet_id", (("outlet", "id"),)),
)


def column(file: FileRows, table: str, name: str) -> list[object]:
    """One column of a file's rows."""
    place = staged_columns(table).index(name)
    return [row[place] for row in file.tables.get(table, ())]


class TableRows:
    """All rows of a file, each a dict by column; `file_rows` gives them back as they are staged."""

    def __init__(self, file: FileRows) -> None:
        self.file = file
        self.tables: dict[str, list[Row]] = {
            name: [dict(zip(staged_columns(name), row, strict=True)) for row in rows]
            for name, rows in file.tables.items()
        }

    def file_rows(self) -> FileRows:
        """The rows as they are now."""
        file = self.file
        rows = FileRows(file.name, file.sha256, file.source_file_id, file.extractor)
        for name, table in self.tables.items():
            for row in table:
                rows.add(name, row)
        return rows

    def of(self, table: str, **values: object) -> list[Row]:
        """The rows of a table that have these values."""
        return [row for row in self.tables.get(table, ()) if all(row[name] == value for name, value in values.items())]

    def add(self, table: str, row: Row) -> None:
        """Keep a row unless one with its id is there; a column that is left out is NULL."""
        if not self.of(table, id=row["id"]):
            self.tables.setdefault(table, []).append({name: row.get(name) for name in staged_columns(table)})

    def keep(self, table: str, name: str, values: Collection[object]) -> None:
        """Keep the rows of a table whose column has one of these values."""
        self.tables[table] = [row for row in self.tables.get(table, ()) if row[name] in values]

    def drop_unproved(self) -> None:
        """Leave no appearance that no fact proves, and no name, entity, outlet and text that no row refers to."""
        for entity, facts in PROOFS.items():
            name, table = f"{entity}_name_id", f"{entity}_appearance"
            proved = {(row["article_version_id"], row[name]) for fact in facts for row in self.tables.get(fact, ())}
            self.tables[table] = [
                row for row in self.tables.get(table, ()) if (row["article_version_id"], row[name]) in proved
            ]
        for table, name, references in KEPT_BY:
            self.keep(table, name, self._values(references))

    def _values(self, references: Iterable[tuple[str, str]]) -> set[object]:
        return {row[name] for table, name in references for row in self.tables.get(table, ())}
