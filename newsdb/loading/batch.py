"""Load one batch of files in the caller's transaction: stage, merge, resolve, sweep."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import psycopg

from newsdb.loading.filerows import FileRows
from newsdb.loading.merge import merge_stages
from newsdb.loading.retire import Touched, has_outdated_versions, retire_files, sweep
from newsdb.loading.siblings import stage_siblings
from newsdb.loading.staging import create_stages, stage_rows
from newsdb.loading.tables import SHARED_TABLES, staged_columns
from newsdb.loading.versions import Versions
from newsdb.resolution import resolve_organisations, resolve_people

Cursor = psycopg.Cursor[tuple[object, ...]]


@dataclass(frozen=True, slots=True)
class BatchResult:
    """What became of the files of a batch, by their ids, and how many rows there are more, by table."""

    inserted: tuple[uuid.UUID, ...]
    updated: tuple[uuid.UUID, ...]
    unchanged: int
    rows: Counter[str]


def load_batch(cursor: Cursor, files: Sequence[FileRows], *, anew: bool = False) -> BatchResult:
    """Write the files that are new, write anew those that an older extractor read, leave the others alone.

    With `anew`, known files are written anew whatever read them.
    """
    # Of two names for one content the rows are the same, but for the name.
    contents: dict[uuid.UUID, FileRows] = {}
    for file in files:
        if not file.is_name_only:
            contents.setdefault(file.source_file_id, file)
    known = known_extractors(cursor, list(contents))
    stale = tuple(id_ for id_, file in contents.items() if id_ in known and (anew or known[id_] != file.extractor))
    fresh = tuple(id_ for id_ in contents if id_ not in known)
    written = [contents[id_] for id_ in (*fresh, *stale)]
    create_stages(cursor, SHARED_TABLES)
    stage_rows(cursor, written + [file.name_only() for file in files if file not in written], SHARED_TABLES)
    told = [*written, *(stage_siblings(cursor, stale) if stale else ())]
    is_retiring = bool(stale) or has_outdated_versions(cursor)
    retired = retire_files(cursor, stale) if is_retiring else ()
    merged = merge_stages(cursor, Versions(told), retired)
    touched = touched_by(written)
    if is_retiring:
        touched.add(sweep(cursor))
    merged.rows["person"] += resolve_people(cursor, touched.people)
    # Acronyms enter as organisations of their own; those that mean another are gone again.
    merged.rows["organisation"] += resolve_organisations(cursor, touched.organisations, touched.acronyms)
    inserted = tuple(id_ for id_ in fresh if id_ in merged.files)
    return BatchResult(inserted, stale, len(files) - len(inserted) - len(stale), merged.rows)


def known_extractors(cursor: Cursor, file_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """For each of the files that is in the database, the version of the extractor that read it.

    They are locked: of two loaders that would read one anew, the second finds it done.
    """
    found = cursor.execute(
        "SELECT id, extractor FROM newsdb.source_file WHERE id = ANY(%s) ORDER BY id FOR NO KEY UPDATE",
        [list(file_ids)],
    )
    return {uuid.UUID(str(file_id)): str(extractor) for file_id, extractor in found}


def touched_by(files: Sequence[FileRows]) -> Touched:
    """The people, organisations and acronyms that rows of these files name."""

    def column(table: str, name: str) -> list[object]:
        place = staged_columns(table).index(name)
        return [row[place] for file in files for row in file.tables.get(table, ())]

    printed = {str(key) for key in column("organisation_appearance", "acronym_key") if key}
    return Touched(
        people={uuid.UUID(str(id_)) for id_ in column("person", "id")},
        organisations={uuid.UUID(str(id_)) for id_ in column("organisation", "id")},
        acronyms=printed,
    )
