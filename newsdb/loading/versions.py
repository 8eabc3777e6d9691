"""Which file of a batch tells the facts of which version of an article; whether a version is new is for the merge."""

import uuid
from collections.abc import Collection, Sequence

from newsdb.loading.filerows import FileRows
from newsdb.loading.tables import staged_columns


class Versions:
    """The versions that these files print, each told by the file with the smallest id of those that print it."""

    def __init__(self, files: Sequence[FileRows]) -> None:
        self.files = sorted(files, key=lambda file: file.source_file_id)
        place = staged_columns("article_version").index("id")
        self.of_file: list[set[uuid.UUID]] = []
        told: set[uuid.UUID] = set()
        for file in self.files:
            printed = {row[place] for row in file.tables.get("article_version", ())}
            self.of_file.append({version for version in printed if isinstance(version, uuid.UUID)} - told)
            told |= self.of_file[-1]

    def rows_of(self, table: str, versions: Collection[uuid.UUID]) -> list[tuple[object, ...]]:
        """The rows of a table of facts that hang on those of the versions that are given."""
        place = staged_columns(table).index("article_version_id")
        found: list[tuple[object, ...]] = []
        for file, told in zip(self.files, self.of_file, strict=True):
            wanted = told.intersection(versions)
            if wanted:
                found += [row for row in file.tables.get(table, ()) if row[place] in wanted]
        return found
