"""The rows of one file, by table; what is in them is decided in `article_rows` and `fact_rows`."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, field

from newsdb.loading.rows.tables import staged_columns
from newsdb.models.keys import key_id

Row = dict[str, object]
# (name key, article id) of people who are other than those that the name means elsewhere, as people decided.
Namesakes = frozenset[tuple[str, str]]
NO_NAMESAKES: Namesakes = frozenset()

# What is on record of a file itself.
SOURCE_TABLES = ("source_file", "source_file_name", "article_source")
NAME_TABLES = ("person", "person_name", "organisation", "organisation_name")


@dataclass(slots=True)
class FileRows:
    """All rows of one file, by table, each a tuple in the order of `staged_columns`."""

    name: str
    sha256: bytes
    source_file_id: uuid.UUID
    extractor: str
    """The version of the extractor that read it, with which the file's row in the database is compared."""
    tables: dict[str, list[tuple[object, ...]]] = field(default_factory=dict)
    folder: str = field(default="", compare=False)
    """Where a load found it, for whoever is told that it is refused; no row has it."""

    @property
    def is_name_only(self) -> bool:
        """Whether these rows only say that a known file has another name."""
        return "source_file" not in self.tables

    def name_only(self) -> "FileRows":
        """These rows without all but the name."""
        names = {"source_file_name": self.tables["source_file_name"]}
        return FileRows(self.name, self.sha256, self.source_file_id, self.extractor, names)

    def source_only(self) -> "FileRows":
        """These rows without what the file says: that it was loaded, by which name, and which version it prints."""
        sources = {name: self.tables[name] for name in SOURCE_TABLES}
        return FileRows(self.name, self.sha256, self.source_file_id, self.extractor, sources)

    def without_source(self) -> "FileRows":
        """What the file says, without the rows that it is on record by."""
        return self._without(SOURCE_TABLES)

    def without_names(self) -> "FileRows":
        """These rows without those of people and organisations, which are on record with the facts that name them."""
        return self._without(NAME_TABLES)

    def _without(self, tables: Collection[str]) -> "FileRows":
        left = {name: rows for name, rows in self.tables.items() if name not in tables}
        return FileRows(self.name, self.sha256, self.source_file_id, self.extractor, left)

    def add(self, table: str, row: Row) -> None:
        """Keep one row; a column that is left out is NULL."""
        values = tuple(map(row.get, staged_columns(table)))
        self.tables.setdefault(table, []).append(values)


def renamed_file(name: str, sha256: bytes, extractor: str) -> FileRows:
    """The row that says that a file was loaded under a name."""
    file_id = source_file_id(sha256)
    rows = FileRows(name, sha256, file_id, extractor)
    row: Row = {"id": key_id("source_file_name", file_id, name), "source_file_id": file_id, "name": name}
    rows.add("source_file_name", row)
    return rows


def source_file_id(sha256: bytes) -> uuid.UUID:
    """The id of the file with that content."""
    return key_id("source_file", sha256.hex())
