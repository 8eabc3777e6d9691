"""Find the files that a load is asked for, and get their bytes; what is in them is read elsewhere."""

import contextlib
import errno
import io
import os
import re
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdb.errors import FileTooLarge, InputError, UnreadablePath
from newsdb.reading.containers.record import LARGEST_RECORD

# Documentation that lies beside press files; given by its own path, even this is loaded.
DOCUMENTATION = frozenset({".md", ".rst"})
# A hundred times the longest pages of the press; extraction needs up to a hundred times a file's size in memory.
FILE_LIMIT = LARGEST_RECORD
# What stands in a path for bytes that are not UTF-8, and NUL: no text of a database can hold them.
_UNPRINTABLE = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SourcePath:
    """A file to load, and the name it is known by in the database: without its folders.

    Of a file that holds several articles, one record: its place is in the name, and its bytes are here.
    """

    path: str | Path
    """As text where there may be very many."""
    name: str
    content: bytes | None = None
    working_folder: str = ""
    """From where a path that is not absolute leads to the file; empty for the folder in which this process works."""

    @property
    def whole_path(self) -> str:
        """The path as any process opens it."""
        return os.path.join(self.working_folder, self.path)  # noqa: PTH118


def find_files(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[SourcePath], list[InputError]]:
    """All files under the paths, each once by each of its names, in the order of their paths; and what cannot be read.

    In folders, hidden files and documentation (.md, .rst) are passed over. Links are followed, and each folder is gone
    through once, by whichever way it is reached.
    """
    found: dict[str, SourcePath] = {}
    errors: list[InputError] = []
    walked: set[str] = set()
    # An empty one would be the current folder.
    for given in dict.fromkeys(Path(path) if os.fspath(path) else None for path in paths):
        if given is None:
            remedy = "leave it out, or write . for the current folder"
            errors.append(UnreadablePath("a path is empty", where='""', remedy=remedy))
            continue
        for entry in _walk(given, walked):
            if isinstance(entry, InputError):
                errors.append(entry)
            else:
                # A link is another name of its file, and which of the two was found first must not matter.
                found.setdefault(_identity(entry), entry)
    return [found[identity] for identity in sorted(found)], errors


def _identity(source: SourcePath) -> str:
    """What two ways to one file have in common, with the name where a link gives it another."""
    path = os.path.realpath(source.path)
    # The text itself where it is the same, for one of them is kept for every file of an archive.
    if path == source.path:
        return str(source.path)
    return path if os.path.basename(path) == source.name else f"{path}\0{source.name}"  # noqa: PTH119


def printable(words: str) -> str:
    """The words with what no text of a database can hold replaced."""
    return _UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", words)


def _walk(path: Path, walked: set[str]) -> Iterator[SourcePath | InputError]:
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        yield _missing(path)
        return
    except OSError as error:
        yield _unreadable(error)
        return
    if not is_folder:
        yield SourcePath(str(path), printable(path.name))
        return
    errors: list[OSError] = []
    for folder, folders, names in os.walk(path, onerror=errors.append, followlinks=True):
        # A link may lead back to where it stands; and files have the same names by every way to their folder.
        real = os.path.realpath(folder)
        if real in walked:
            folders.clear()
            continue
        walked.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() not in DOCUMENTATION:
                yield SourcePath(os.path.join(folder, name), printable(name))  # noqa: PTH118
    for closed in errors:
        # It stands in the way of every walk that leads to it, and is told once.
        real = os.path.realpath(closed.filename)
        if real not in walked:
            walked.add(real)
            yield _unreadable(closed)


def _missing(path: Path) -> UnreadablePath:
    return UnreadablePath("there is no such file or folder", where=str(path), remedy="check the path")


def _unreadable(error: OSError) -> UnreadablePath:
    reason = f"the path cannot be read ({error.strerror})"
    remedy = "give yourself the right to read it, then load again"
    if error.errno == errno.ENAMETOOLONG:
        remedy = "go to a folder below and load from there by a shorter path"
    return UnreadablePath(reason, where=str(error.filename), remedy=remedy)


def file_size(source: SourcePath) -> int:
    """Bytes of a record, or of a file as the file system tells them; 0 where it does not."""
    if source.content is not None:
        return len(source.content)
    try:
        return os.stat(source.whole_path).st_size  # noqa: PTH116
    except OSError:
        return 0


def read_bytes(source: SourcePath, limit: int = FILE_LIMIT) -> bytes:
    """The content of a file or record; UnreadablePath where it cannot be read, FileTooLarge above the limit."""
    if source.content is not None:
        _refuse_large(source, len(source.content), limit)
        return source.content
    with open_file(source) as file:
        _refuse_large(source, os.fstat(file.fileno()).st_size, limit)
        return file.readall()


@contextlib.contextmanager
def open_file(source: SourcePath) -> Iterator[io.FileIO]:
    """The file, to be read in parts; UnreadablePath where it is none or may not be read."""
    try:
        if not stat.S_ISREG(Path(source.whole_path).stat().st_mode):
            remedy = "copy its content to a file first"
            raise UnreadablePath("it is not a regular file", where=source.name, remedy=remedy)
        with io.FileIO(source.whole_path) as file:
            yield file
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror})"
        remedy = "check that it is there and that you may read it, then load again"
        raise UnreadablePath(reason, where=source.name, remedy=remedy) from error


def _refuse_large(source: SourcePath, size: int, limit: int) -> None:
    if size > limit:
        raise FileTooLarge(
            f"the file has {size:,} bytes, and {limit:,} is the most that is read",
            where=source.name,
            remedy="split it into its articles, or raise the limit with --max-file-bytes",
        )
