"""The cast of a French text whose lines are paragraphs or as told; `|label|` opens an interview label."""

from newsdb.document import Byline, Document, OutletName, Segment, SegmentKind
from newsdb.extraction.cast import Cast, CastPerson, Designation, Label
from newsdb.extraction.casting import find_cast
from newsdb.facts import Organisation


def cast_of(
    *lines: str,
    outlet: str | None = None,
    authors: tuple[str, ...] = (),
    language: str = "fr",
    kind: SegmentKind = "paragraph",
) -> Cast:
    """The cast; each author is found where the text first prints the name."""
    labels: list[Label] = []
    segments: list[Segment] = []
    text = ""
    for line in lines:
        start = len(text)
        if line.startswith("|"):
            _, label, line = line.split("|", 2)
            labels.append(Label(start, start + len(label), label))
            line = label + line
        text += line + "\n"
        segments.append(Segment(start, len(text), kind))
    bylines = tuple(Byline(name, text.index(name), text.index(name) + len(name)) for name in authors)
    document = Document(
        "test.txt", text, tuple(segments), lines[0], OutletName(outlet) if outlet else None,
        authors=bylines, language=language,
    )  # fmt: skip
    return find_cast(document, document.segments, labels)


def people(cast: Cast) -> list[str]:
    """The names of the people."""
    return [member.person.name for member in cast.people]


def person(cast: Cast, name: str) -> CastPerson:
    """The one person of that name."""
    (member,) = (member for member in cast.people if member.person.name == name)
    return member


def surfaces(cast: Cast, name: str) -> list[str]:
    """How the text prints a person or an organisation, in order."""
    named = [*(member.person for member in cast.people), *cast.organisations]
    (one,) = (entity for entity in named if entity.name == name)
    return [mention.surface for mention in one.mentions]


def organisations(cast: Cast) -> list[str]:
    """The names of the organisations."""
    return [organisation.name for organisation in cast.organisations]


def organisation(cast: Cast, name: str) -> Organisation:
    """The one organisation of that name."""
    (found,) = (one for one in cast.organisations if one.name == name)
    return found


def roles(cast: Cast) -> list[tuple[str, str, str | None]]:
    """Person, title and organisation of every role."""
    return [(m.person.name, r.title, r.organisation) for m in cast.people for r in m.person.roles]


def designation(cast: Cast, surface: str) -> Designation:
    """The first definite title printed so."""
    return next(found for found in cast.designations if found.surface == surface)
