"""Load texts that are in memory: each is a file for as long as the load takes, and every promise of files holds."""

import errno
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Engine

from newsdb.errors import UnreadablePath
from newsdb.loading.report import LoadReport
from newsdb.loading.run import OnProgress, load

NAMELESS = frozenset({"", ".", ".."})
# How file systems refuse a name: by its length, its letters or its bytes.
WRONG_NAMES = frozenset({errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ})


def load_documents(
    engine: Engine,
    documents: Iterable[tuple[str, str | bytes]],
    *,
    jobs: int | None = None,
    dry_run: bool = False,
    on_progress: OnProgress | None = None,
) -> LoadReport:
    """Load pairs of a name and what a file of that name would hold, text or bytes; a load of the file does the same.

    The iterable is read through before anything is written. Raises UnreadablePath for a name that no file can have, and
    where there is no room for temporary files.
    """
    try:
        temporary = tempfile.TemporaryDirectory(prefix="newsdb_")
    except OSError as error:
        raise _no_room(error) from error
    with temporary as folder:
        paths = list(_write_files(Path(folder), documents))
        report = load(engine, paths, jobs=jobs, dry_run=dry_run, on_progress=on_progress)
    # The folders are gone, and were nobody's.
    return replace(report, rejections=tuple(replace(rejection, folder="") for rejection in report.rejections))


def _write_files(folder: Path, documents: Iterable[tuple[str, str | bytes]]) -> Iterator[Path]:
    """A folder for each, for two documents may have one name; numbered, so that their order is that of the load."""
    for number, (name, content) in enumerate(documents):
        path = folder / f"{number:012d}" / _file_name(name)
        # Half of a surrogate pair goes through here to be refused with its place, as in a file.
        data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
        try:
            path.parent.mkdir()
            path.write_bytes(data)
        except ValueError as error:
            raise _no_name(name) from error
        except OSError as error:
            raise (_no_name(name) if error.errno in WRONG_NAMES else _no_room(error)) from error
        yield path


def _file_name(name: str) -> str:
    """Without folders, as files are known by; a URL keeps its last part."""
    last = name.rstrip("/").rpartition("/")[2]
    if last in NAMELESS:
        raise _no_name(name)
    return last


def _no_name(name: str) -> UnreadablePath:
    return UnreadablePath(
        "no file can have this name", where=repr(name), remedy="name the document as a file, in at most 255 bytes"
    )


def _no_room(error: OSError) -> UnreadablePath:
    what = f"the documents cannot be put into a temporary folder ({error.strerror})"
    remedy = "free some space, or name another folder in TMPDIR; nothing was loaded"
    return UnreadablePath(what, where=str(error.filename or "TMPDIR"), remedy=remedy)
