"""Read the settings from the environment, the only module that does; what they lead to is decided in `database`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

_OFF = frozenset({"", "0", "false", "no", "off"})


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the data live: a PostgreSQL server by URL, or the folder of the embedded one; and what extraction uses."""

    home: Path
    """The folder that newsdb keeps for this user."""
    url: str | None = None
    """A PostgreSQL URL; when given, no other server is ever used in its place."""
    binaries: Path | None = None
    """The bin folder of the PostgreSQL to run as the embedded server, instead of the ones that are looked for."""
    uses_spacy: bool = False
    """Whether extraction adds the people that the optional model finds; read once, when extraction is imported."""
    reader_password: str | None = field(default=None, repr=False)
    """The password that `newsdb grant reader` sets, for scripts that know it beforehand."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> "Settings":
        """Settings from NEWSDB_URL, NEWSDB_HOME, NEWSDB_BINARIES, NEWSDB_SPACY and NEWSDB_READER_PASSWORD.

        An empty variable counts as unset; NEWSDB_SPACY is off when it is 0, false, no or off.
        """
        variables = os.environ if environment is None else environment
        home = variables.get("NEWSDB_HOME")
        binaries = variables.get("NEWSDB_BINARIES")
        return cls(
            home=_absolute(home) if home else platformdirs.user_data_path("newsdb"),
            url=variables.get("NEWSDB_URL") or None,
            binaries=_absolute(binaries) if binaries else None,
            uses_spacy=variables.get("NEWSDB_SPACY", "").lower() not in _OFF,
            reader_password=variables.get("NEWSDB_READER_PASSWORD") or None,
        )


def _absolute(folder: str) -> Path:
    return Path(folder).expanduser().absolute()
