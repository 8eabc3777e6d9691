"""Ask whether a run stands beside something that is already known for a name; what that proves is told elsewhere."""

from collections.abc import Iterable

from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.text.words import Line


class Neighbours:
    """Where sightings begin and end."""

    def __init__(self, sightings: Iterable[Sighting]) -> None:
        self._firsts: set[tuple[int, int]] = set()
        self._lasts: set[tuple[int, int]] = set()
        for sighting in sightings:
            self.add(sighting)

    def add(self, sighting: Sighting) -> None:
        """One more."""
        self._firsts.add((sighting.line.number, sighting.first))
        self._lasts.add((sighting.line.number, sighting.last))

    def begin_at(self, line: Line, *places: int) -> bool:
        """Whether one begins at one of the words."""
        return any((line.number, place) in self._firsts for place in places)

    def end_at(self, line: Line, *places: int) -> bool:
        """Whether one ends before one of the words."""
        return any((line.number, place) in self._lasts for place in places)
