"""Read and extract one file into rows, as a worker process does; the database is not touched here."""

from newsdb.errors import InputError
from newsdb.extraction import EXTRACTOR, extract_facts
from newsdb.loading.paths import SourcePath, read_bytes
from newsdb.loading.report import Rejection
from newsdb.loading.rows import FileRows, file_rows
from newsdb.reading import read_documents


def read_file(source: SourcePath) -> FileRows | Rejection:
    """The rows of a file, or why it is refused."""
    try:
        content = read_bytes(source)
        documents = read_documents(content, source.name)
        read = [(document, extract_facts(document)) for document in documents]
    except InputError as error:
        return reject(source.name, error)
    return file_rows(source.name, content, read, extractor=EXTRACTOR)


def reject(name: str, error: Exception) -> Rejection:
    """The rejection that an error of newsdb makes of a file."""
    if isinstance(error, InputError):
        return Rejection(name, type(error).__name__, error.where, error.what, error.remedy)
    remedy = "please report this file to newsdb's issue tracker"
    return Rejection(name, type(error).__name__, name, str(error) or repr(error), remedy)
