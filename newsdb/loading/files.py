"""Read and extract one file or record into rows, as a worker process does; the database is not touched here."""

import os.path
import traceback
from dataclasses import replace
from pathlib import Path

from newsdb.errors import InputError, ModelError, NewsdbError
from newsdb.extraction import EXTRACTOR, extract_facts
from newsdb.loading.paths import FILE_LIMIT, SourcePath, printable, read_bytes
from newsdb.loading.report import Rejection
from newsdb.loading.rows.filerows import NO_NAMESAKES, FileRows, Namesakes
from newsdb.loading.rows.rows import file_rows
from newsdb.reading import read_record


def read_file(
    source: SourcePath, namesakes: Namesakes = NO_NAMESAKES, *, limit: int = FILE_LIMIT
) -> FileRows | Rejection:
    """The rows of a file, or why it is refused."""
    try:
        content = read_bytes(source, limit)
    except InputError as error:
        return reject_source(source, error)
    read = read_content(source.name, content, namesakes)
    return found_in(source, read) if isinstance(read, Rejection) else read


def read_content(name: str, content: bytes, namesakes: Namesakes = NO_NAMESAKES) -> FileRows | Rejection:
    """The rows of the content of a file, or why it is refused; a fault of a rule costs this file alone."""
    try:
        document = read_record(content, name)
        return file_rows(name, content, document, extract_facts(document), extractor=EXTRACTOR, namesakes=namesakes)
    except ModelError:
        # Nothing is wrong with the file.
        raise
    except Exception as error:
        return reject(name, error)


def reject_source(source: SourcePath, error: Exception) -> Rejection:
    """The rejection that an error makes of a file or record that was found in a folder."""
    return found_in(source, reject(source.name, error))


def found_in(source: SourcePath, rejection: Rejection) -> Rejection:
    """The rejection with the folder of its file."""
    return replace(rejection, folder=printable(os.path.dirname(source.path)))  # noqa: PTH120


def reject(name: str, error: Exception) -> Rejection:
    """The rejection that an error makes of a file, in characters that a database can hold."""
    kind = type(error).__name__
    if isinstance(error, InputError):
        parts = (name, kind, error.where, error.what, error.remedy)
    else:
        what = str(error) if isinstance(error, NewsdbError) else _fault(error)
        parts = (name, kind, name, what, "please report this file to newsdb's issue tracker")
    return Rejection(*map(printable, parts))


def _fault(error: Exception) -> str:
    """What went wrong and in which line of the code, for the report of a fault."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"reading it failed with {error!r} in {Path(place.filename).name}:{place.lineno}"
