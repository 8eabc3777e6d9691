"""The cast of one article: who and what its text names, and by which titles; finding them is elsewhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from newsdb.facts import AmbiguousMention, Organisation, Person

Gender = Literal["m", "f"]
# So many names are enough of a reason: one that named all the people of a long list, for each of its titles, would
# grow with the square of the list.
MAX_NAMED = 10


def could_be(names: Iterable[str], count: int) -> str:
    """The reason why a mention that fits so many is nobody's; no more of the names are taken than are said."""
    others = f" and {count - MAX_NAMED} others" if count > MAX_NAMED else ""
    return f"could be {', '.join(islice(names, MAX_NAMED))}{others}"


@dataclass(frozen=True, slots=True)
class Label:
    """The speaker label that opens a turn of an interview, without its colon: "F.N.H.", "M. T.", "Question"."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class CastPerson:
    """A person with what attribution needs to know: the gender, where given name, title or role tell it."""

    person: Person
    gender: Gender | None
    surname: str | None


@dataclass(frozen=True, slots=True)
class Designation:
    """A definite title that stands for a person without naming them: "le ministre", "la directrice générale de X".

    `person` is the name of its one holder in the article, None where nobody or several could be meant;
    then `reason` says which. `head` is the lower-case head noun ("ministre", "directrice").
    `organisation` is the name of the one organisation meant where the noun stands for one ("le ministère",
    "la fédération"); `person` is None then.
    """

    start: int
    end: int
    surface: str
    head: str
    gender: Gender | None
    is_plural: bool
    person: str | None
    reason: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Presentation:
    """A title with the name behind it, "le ministre de l'Énergie et des Mines, X": where it opens, where X stands."""

    start: int
    name_start: int
    person: str


@dataclass(frozen=True, slots=True)
class Cast:
    """Everyone and everything named, each tuple sorted by first mention."""

    people: tuple[CastPerson, ...]
    organisations: tuple[Organisation, ...]
    designations: tuple[Designation, ...]
    ambiguous: tuple[AmbiguousMention, ...]
    presentations: tuple[Presentation, ...] = ()
