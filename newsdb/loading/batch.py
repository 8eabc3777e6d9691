"""Load one batch of files in the caller's transaction: stage, merge, resolve, sweep."""

import uuid
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import psycopg

from newsdb.loading.deciding import decide_files
from newsdb.loading.filerows import FileRows
from newsdb.loading.merge import merge_stages
from newsdb.loading.report import Rejection
from newsdb.loading.reprints import link_reprints
from newsdb.loading.retire import Retired, Touched, delete_files, retire_files, sweep
from newsdb.loading.siblings import stage_siblings
from newsdb.loading.staging import create_stages, stage_rows
from newsdb.loading.tables import SHARED_TABLES, staged_columns
from newsdb.loading.versions import check_told, told_by
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
    told = told_by(cursor, written, replaced)
    telling = {id(file) for file in told.files.values()}
    sources = [file if id(file) in telling else file.source_only() for file in written]
    whole = {id(file) for file in written}
    stage_rows(cursor, sources + [file.name_only() for file in files if id(file) not in whole], SHARED_TABLES)
    is_retiring = bool(replaced or told.known)
    retired = Retired()
    if is_retiring:
        told |= stage_siblings(cursor, replaced, told.known)
        retired = retire_files(cursor, replaced, told.known)
    merged = merge_stages(cursor, told, retired.awaiting)
    check_told(cursor, told, merged.versions, merged.files.union(stale))
    touched = touched_by(told.files.values())
    if is_retiring:
        left, swept = sweep(cursor)
        touched.add(left)
        touched.articles |= retired.unlinked
        for rows in (retired.rows, swept, delete_files(cursor, gone)):
            merged.rows.update(rows)
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


def touched_by(files: Collection[FileRows]) -> Touched:
    """The people, organisations and acronyms that rows of these files name."""

    def column(table: str, name: str) -> set[object]:
        place = staged_columns(table).index(name)
        return {row[place] for file in files for row in file.tables.get(table, ())}

    return Touched(
        people={id_ for id_ in column("person", "id") if isinstance(id_, uuid.UUID)},
        organisations={id_ for id_ in column("organisation", "id") if isinstance(id_, uuid.UUID)},
        acronyms={str(key) for key in column("organisation_appearance", "acronym_key") if key},
        articles={id_ for id_ in column("article", "id") if isinstance(id_, uuid.UUID)},
    )
