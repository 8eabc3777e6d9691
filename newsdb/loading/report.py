"""What a load did: the value that comes back to whoever asked for it."""

import os.path
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file or record that was refused, as a sentence in parts: where, what is wrong, what to do next."""

    name: str
    """File name without folders."""
    error: str
    """Class name in newsdb.errors."""
    place: str
    reason: str
    remedy: str
    folder: str = ""
    """Where the load found the file; empty where the place says it, and where it did not come from a folder."""

    @property
    def where(self) -> str:
        """The place with its folder: files of one name may lie in many."""
        return os.path.join(self.folder, self.place)  # noqa: PTH118


@dataclass(frozen=True, slots=True)
class LoadReport:
    """Every file that went in is counted once, and of a file that holds several articles every record.

    files = inserted + updated + unchanged + rejected
    """

    inserted: int = 0
    updated: int = 0
    """Known files that another version of the extractor read anew."""
    unchanged: int = 0
    rejections: tuple[Rejection, ...] = ()
    rows: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    """Rows added, by data table; tables without any are left out."""
    is_dry_run: bool = False
    seconds: float = 0.0

    @property
    def rejected(self) -> int:
        return len(self.rejections)

    @property
    def files(self) -> int:
        return self.inserted + self.updated + self.unchanged + self.rejected


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a load is: files done of files found, and records done in them."""

    done: int
    total: int
    records: int = 0
