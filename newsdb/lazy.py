"""Import the public names of a package when they are first asked for; which names those are is the package's to say."""

import importlib
from collections.abc import Callable, Mapping


def importer(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """The `__getattr__` of a package whose names are in other modules: `homes` are these modules and their names."""

    def import_name(name: str) -> object:
        home = next((home for home, names in homes.items() if name in names), None)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(importlib.import_module(home), name)

    return import_name
