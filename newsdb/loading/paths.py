"""Find the files that a load is asked for; what is in them is read elsewhere."""

import contextlib
import io
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdb.errors import InputError, UnreadablePath
from newsdb.reading.containers.record import LARGEST_RECORD
from newsdb.reading.containers.streams import buffered, read_whole

# Documentation that lies beside press files; given by its own path, even this is loaded.
DOCUMENTATION = frozenset({".md", ".rst"})
# What stands in a path for bytes that are not UTF-8, and NUL: no text of a database can hold them.
_UNPRINTABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SourcePath:
    """A file to load, and the name it is known by in the database: without its folders.

    Of a file that holds several articles, one record: its place is in the name, and its bytes are here.
    """

    path: Path
    name: str
    content: bytes | None = None


def find_files(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[SourcePath], list[InputError]]:
    """All files under the paths, each once by each of its names, in the order of their paths; and what cannot be read.

    In folders, hidden files and documentation (.md, .rst) are passed over.
    """
    found: dict[tuple[str, str], SourcePath] = {}
    errors: list[InputError] = []
    for given in paths:
        for entry in _walk(Path(given)):
            if isinstance(entry, InputError):
                errors.append(entry)
            else:
                # A link is another name of its file, and which of the two was found first must not matter.
                source = SourcePath(entry, printable(entry.name))
                found.setdefault((os.path.realpath(entry), source.name), source)
    return [found[path] for path in sorted(found)], errors


def printable(words: str) -> str:
    """The words with what no text of a database can hold replaced."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", words)


def _walk(path: Path) -> Iterator[Path | InputError]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        yield _missing(path)
        return
    except OSError as error:
        yield _unreadable(error)
        return
    if not is_folder:
        yield path
        return
    errors: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() not in DOCUMENTATION:
                yield Path(folder, name)
    yield from map(_unreadable, errors)


def _missing(path: Path) -> UnreadablePath:
    return UnreadablePath("there is no such file or folder", where=str(path), remedy="check the path")


def _unreadable(error: OSError) -> UnreadablePath:
    reason = f"the path cannot be read ({error.strerror})"
    return UnreadablePath(
        reason, where=str(error.filename), remedy="give yourself the right to read it, then load again"
    )


def read_bytes(source: SourcePath) -> bytes:
    """The content of a file or record; UnreadablePath where it cannot be read, FileTooLarge above the limit."""
    if source.content is not None:
        return source.content
    with open_file(source) as stream:
        return read_whole(stream, source.name, LARGEST_RECORD)


@contextlib.contextmanager
def open_file(source: SourcePath) -> Iterator[io.BufferedReader]:
    """The file, to be read in parts; UnreadablePath where it is none or may not be read."""
    try:
        if not stat.S_ISREG(source.path.stat().st_mode):
            remedy = "copy its content to a file first"
            raise UnreadablePath("it is not a regular file", where=source.name, remedy=remedy)
        with buffered(io.FileIO(source.path)) as stream:
            yield stream
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror})"
        remedy = "check that it is there and that you may read it, then load again"
        raise UnreadablePath(reason, where=source.name, remedy=remedy) from error
