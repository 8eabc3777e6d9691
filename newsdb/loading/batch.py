"""Load one batch of files in the caller's transaction: stage, merge, resolve, sweep."""

import uuid
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import psycopg

from newsdb.loading.deciding import decide_files
from newsdb.loading.filerows import FileRows
from newsdb.loading.merge import merge_stages
from newsdb.loading.report import Rejection
from newsdb.loading.reprints import link_reprints
from newsdb.loading.retire import Retired, Touched, delete_files, has_outdated_versions, retire_files, sweep
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
    refused: tuple[Rejection, ...] = ()
    """What a takedown keeps out."""


def load_batch(cursor: Cursor, files: Sequence[FileRows], *, anew: bool = False) -> BatchResult:
    """Write the files that are new, write anew those that an older extractor read, leave the others alone.

    With `anew`, known files are written anew whatever read them.
    """
    files, refused = decide_files(cursor, files)
    # Of two names for one content the rows are the same, but for the name.
    contents: dict[uuid.UUID, FileRows] = {}
    for file in files:
        if not file.is_name_only:
            contents.setdefault(file.source_file_id, file)
    known = known_extractors(cursor, [*contents, *(id_ for id_, _ in refused)])
    gone = tuple({id_: None for id_, _ in refused if id_ in known})
    stale = tuple(id_ for id_, file in contents.items() if id_ in known and (anew or known[id_] != file.extractor))
    fresh = tuple(id_ for id_ in contents if id_ not in known)
    written = [contents[id_] for id_ in (*fresh, *stale)]
    replaced = (*stale, *gone)
    create_stages(cursor, SHARED_TABLES)
    stage_rows(cursor, written + [file.name_only() for file in files if file not in written], SHARED_TABLES)
    told = [*written, *(stage_siblings(cursor, replaced) if replaced else ())]
    is_retiring = bool(replaced) or has_outdated_versions(cursor)
    retired = retire_files(cursor, replaced) if is_retiring else Retired()
    merged = merge_stages(cursor, Versions(told), retired.awaiting)
    touched = touched_by(written)
    if is_retiring:
        touched.add(sweep(cursor))
        touched.articles |= retired.unlinked
        delete_files(cursor, gone)
    merged.rows["person"] += resolve_people(cursor, touched.people)
    # Acronyms enter as organisations of their own; those that mean another are gone again.
    merged.rows["organisation"] += resolve_organisations(cursor, touched.organisations, touched.acronyms)
    merged.rows.update(link_reprints(cursor, touched.articles))
    inserted = tuple(id_ for id_ in fresh if id_ in merged.files)
    unchanged = len(files) - len(inserted) - len(stale)
    return BatchResult(inserted, stale, unchanged, merged.rows, tuple(rejection for _, rejection in refused))


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
        articles={uuid.UUID(str(id_)) for id_ in column("article", "id")},
    )
