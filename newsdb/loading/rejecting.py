"""Make the rejection of an error, as a load and `newsdb extract` tell it; no database is known here."""

import os.path
import traceback
from dataclasses import replace
from pathlib import Path

from newsdb.errors import InputError, NewsdbError
from newsdb.loading.paths import SourcePath, printable
from newsdb.loading.report import Rejection


def reject(name: str, error: Exception) -> Rejection:
    """The rejection that an error makes of a file, in characters that a database can hold."""
    kind = type(error).__name__
    if isinstance(error, InputError):
        parts = (name, kind, error.where, error.what, error.remedy)
    else:
        what = str(error) if isinstance(error, NewsdbError) else _fault(error)
        parts = (name, kind, name, what, "please report this file to newsdb's issue tracker")
    return Rejection(*map(printable, parts))


def reject_source(source: SourcePath, error: Exception) -> Rejection:
    """The rejection that an error makes of a file or record that was found in a folder."""
    return found_in(source, reject(source.name, error))


def found_in(source: SourcePath, rejection: Rejection) -> Rejection:
    """The rejection with the folder of its file."""
    return replace(rejection, folder=folder_of(source))


def folder_of(source: SourcePath) -> str:
    """The folder in which a file was found, as whoever asked for the load wrote it."""
    return printable(os.path.dirname(source.path))  # noqa: PTH120


def _fault(error: Exception) -> str:
    """What went wrong and in which line of the code, for the report of a fault."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    return f"reading it failed with {error!r} in {Path(place.filename).name}:{place.lineno}"
