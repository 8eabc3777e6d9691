"""Look up who is named where: every mention, title and ambiguous name of the cast by its place in the text."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Literal

from newsdb.extraction.cast import Cast, CastPerson, Designation
from newsdb.facts import AmbiguousMention, Organisation

NamedKind = Literal["person", "organisation", "designation", "ambiguous"]
_ORDER: dict[NamedKind, int] = {"person": 0, "ambiguous": 1, "organisation": 2, "designation": 3}


@dataclass(frozen=True, slots=True)
class Named:
    """One place where the cast is named; exactly the field that `kind` names is set."""

    start: int
    end: int
    kind: NamedKind
    person: CastPerson | None = None
    organisation: Organisation | None = None
    designation: Designation | None = None
    ambiguous: AmbiguousMention | None = None

    @property
    def body(self) -> str | None:
        """The name of the organisation that it names, by its name or its noun."""
        if self.organisation is not None:
            return self.organisation.name
        return self.designation.organisation if self.designation is not None else None


class CastIndex:
    """The places of a cast in text order; at one start persons come before organisations and titles."""

    def __init__(self, cast: Cast) -> None:
        named = [
            Named(m.start, m.end, "person", person=p) for p in cast.people for m in p.person.mentions
        ]  # fmt: skip
        named += [
            Named(m.start, m.end, "organisation", organisation=o) for o in cast.organisations for m in o.mentions
        ]  # fmt: skip
        named += [Named(d.start, d.end, "designation", designation=d) for d in cast.designations]
        named += [Named(a.start, a.end, "ambiguous", ambiguous=a) for a in cast.ambiguous]
        self.named = sorted(named, key=lambda n: (n.start, _ORDER[n.kind], -n.end))
        self._starts = [n.start for n in self.named]
        self.people = {p.person.name: p for p in cast.people}
        at = {n.start: n for n in self.named if n.kind == "person"}
        # The names that titles stand before, by where the titles open.
        self.presented = {p.start: at[p.name_start] for p in cast.presentations if p.name_start in at}

    def between(self, start: int, end: int) -> list[Named]:
        """Everything named that starts in [start, end)."""
        return self.named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, end: int, start: int) -> list[Named]:
        """Everything named in [start, end), the nearest to `end` first."""
        return self.named[bisect_left(self._starts, start) : bisect_right(self._starts, end - 1)][::-1]
