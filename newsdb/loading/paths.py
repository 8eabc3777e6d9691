"""Find the files that a load is asked for; what is in them is read elsewhere."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from newsdb.errors import InputError, UnreadablePath

# Documentation that lies beside press files; given by its own path, even this is loaded.
DOCUMENTATION = frozenset({".md", ".rst"})


@dataclass(frozen=True, slots=True)
class SourcePath:
    """A file to load, and the name it is known by in the database: without its folders."""

    path: Path
    name: str


def find_files(paths: Iterable[str | os.PathLike[str]]) -> tuple[list[SourcePath], list[InputError]]:
    """All files under the paths, each once, in the order of their paths; and what cannot be read.

    In folders, hidden files and documentation (.md, .rst) are passed over.
    """
    found: dict[Path, SourcePath] = {}
    errors: list[InputError] = []
    for given in paths:
        for entry in _walk(Path(given)):
            if isinstance(entry, InputError):
                errors.append(entry)
            else:
                found.setdefault(entry.resolve(), SourcePath(entry, printable_name(entry)))
    return [found[path] for path in sorted(found)], errors


def printable_name(path: Path) -> str:
    """The name of a file, with the bytes that are not UTF-8 replaced, since no database text can hold them."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _walk(path: Path) -> Iterator[Path | InputError]:
    if not path.is_dir():
        yield path if path.exists() else _missing(path)
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
    reason = f"the folder cannot be read ({error.strerror})"
    return UnreadablePath(
        reason, where=str(error.filename), remedy="give yourself the right to read it, then load again"
    )


def read_bytes(source: SourcePath) -> bytes:
    """The content of a file; UnreadablePath where it is none or may not be read."""
    if not source.path.is_file():
        raise UnreadablePath("it is not a regular file", where=source.name, remedy="copy its content to a file first")
    try:
        return source.path.read_bytes()
    except OSError as error:
        reason = f"the file cannot be read ({error.strerror})"
        raise UnreadablePath(
            reason, where=source.name, remedy="give yourself the right to read it, then load again"
        ) from error
