"""Import names when they are first asked for: those of a package, as it says, and those of an optional library."""

import importlib
from collections.abc import Callable, Mapping
from typing import Any


def importer(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` of a package whose names are in other modules: `homes` are these modules and their names."""

    def import_name(name: str) -> object:
        home = next((home for home, names in homes.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(importlib.import_module(home), name)

    return import_name


class OptionalLibrary:
    """A library of an extra, for signatures that name its types: imported for the first of them; Any without it."""

    def __init__(self, library: str) -> None:
        self._library = library

    def __getattr__(self, name: str) -> object:
        try:
            return getattr(importlib.import_module(self._library), name)
        except ImportError:
            return Any
