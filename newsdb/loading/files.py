"""Read and extract one file or record into rows, as a worker process does; the database is not touched here."""

from dataclasses import replace

from newsdb.errors import InputError, ModelError
from newsdb.extraction import EXTRACTOR, extract_facts
from newsdb.loading.paths import FILE_LIMIT, SourcePath, read_bytes
from newsdb.loading.rejecting import folder_of, found_in, reject, reject_source
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
    return found_in(source, read) if isinstance(read, Rejection) else replace(read, folder=folder_of(source))


def reject_rows(rows: FileRows, place: str, error: Exception) -> Rejection:
    """The rejection of a file that was read, by whatever may be said of its name, with its folder where it has one."""
    return replace(reject(place, error), folder=rows.folder)


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
