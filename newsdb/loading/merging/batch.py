"""Load one batch of files in the caller's transaction: stage, merge, resolve, sweep."""

import uuid
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import psycopg

from newsdb.database.arrays import Ids
from newsdb.loading.merging.merge import merge_stages
from newsdb.loading.merging.reprints import link_reprints
from newsdb.loading.merging.retire import Retired, Touched, delete_files, retire_files, sweep
from newsdb.loading.merging.siblings import stage_siblings
from newsdb.loading.merging.staging import create_stages, stage_rows
from newsdb.loading.merging.versions import Told, check_told, told_by, write_alone, write_beside
from newsdb.loading.overrides.deciding import Refused, decide_files
from newsdb.loading.report import Rejection
from newsdb.loading.rows.filerows import FileRows
from newsdb.loading.rows.tables import SHARED_TABLES, staged_columns
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


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to be done with the files of a batch, by what is on record."""

    fresh: tuple[uuid.UUID, ...]
    stale: tuple[uuid.UUID, ...]
    """Known files that are written anew."""
    gone: tuple[uuid.UUID, ...]
    """Known files that are deleted."""
    told: Told

    @property
    def replaced(self) -> tuple[uuid.UUID, ...]:
        return (*self.stale, *self.gone)

    @property
    def is_retiring(self) -> bool:
        """Whether facts that are on record are taken back."""
        return bool(self.replaced or self.told.known)


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
    plan = _plan(cursor, contents, refused, anew)
    if plan.is_retiring:
        write_alone(cursor)
        # Whoever had to be waited for may have done it, or brought a file that tells a version of ours.
        plan = _plan(cursor, contents, refused, anew)
    else:
        write_beside(cursor)
    told = plan.told
    written = [contents[id_] for id_ in (*plan.fresh, *plan.stale)]
    create_stages(cursor, SHARED_TABLES)
    telling = {id(file) for file in told.files.values()}
    sources = [file if id(file) in telling else file.source_only() for file in written]
    whole = {id(file) for file in written}
    stage_rows(cursor, sources + [file.name_only() for file in files if id(file) not in whole], SHARED_TABLES)
    retired = Retired()
    if plan.is_retiring:
        told |= stage_siblings(cursor, plan.replaced, told.known)
        retired = retire_files(cursor, plan.replaced, told.known)
    merged = merge_stages(cursor, told, retired.awaiting)
    check_told(told, merged.versions, merged.files.union(plan.stale))
    touched = touched_by(told.files.values())
    if plan.is_retiring:
        left, swept = sweep(cursor)
        touched.add(left)
        touched.articles |= retired.unlinked
        for rows in (retired.rows, swept, delete_files(cursor, plan.gone)):
            merged.rows.update(rows)
    merged.rows["person"] += resolve_people(cursor, touched.people)
    # Acronyms enter as organisations of their own; those that mean another are gone again.
    merged.rows["organisation"] += resolve_organisations(cursor, touched.organisations, touched.acronyms)
    merged.rows.update(link_reprints(cursor, touched.articles))
    inserted = tuple(id_ for id_ in plan.fresh if id_ in merged.files)
    unchanged = len(files) - len(inserted) - len(plan.stale)
    return BatchResult(inserted, plan.stale, unchanged, merged.rows, tuple(r.rejection for r in refused))


def _plan(cursor: Cursor, contents: Mapping[uuid.UUID, FileRows], refused: Sequence[Refused], anew: bool) -> _Plan:
    known = known_extractors(cursor, [*contents, *(file.file_id for file in refused)])
    # What is written anew has lost by now whatever other names it may be known by.
    going = (file.file_id for file in refused if anew or not file.is_by_name)
    gone = tuple({id_: None for id_ in going if id_ in known})
    stale = tuple(id_ for id_, file in contents.items() if id_ in known and (anew or known[id_] != file.extractor))
    fresh = tuple(id_ for id_ in contents if id_ not in known)
    told = told_by(cursor, [contents[id_] for id_ in (*fresh, *stale)], (*stale, *gone))
    return _Plan(fresh, stale, gone, told)


def known_extractors(cursor: Cursor, file_ids: Sequence[uuid.UUID]) -> dict[uuid.UUID, str]:
    """For each of the files that is in the database, the version of the extractor that read it."""
    found = cursor.execute("SELECT id, extractor FROM newsdb.source_file WHERE id = ANY(%s)", [Ids(file_ids)])
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
