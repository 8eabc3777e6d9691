"""Find the cast of an article: its people, organisations, roles and titles; each has its own module, here they meet."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from newsdb.document import Document, Segment
from newsdb.extraction.bodies.body_evidence import BodyEvidence
from newsdb.extraction.bodies.organisations import Body, BodyJoiner
from newsdb.extraction.cast import Cast, CastPerson, Gender, Label, Presentation, could_be
from newsdb.extraction.labels import LabelReader, ResolvedLabels, find_outlets, find_signatures, shortened_labels
from newsdb.extraction.naming.naming_words import NamingWords, load_naming_words
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.people.people import Doubt, Identity, PeopleJoiner
from newsdb.extraction.people.person_evidence import NamedPerson, PersonEvidence
from newsdb.extraction.roles.anaphora import adopt_titles, first_turn
from newsdb.extraction.roles.boxes import adopt_boxed
from newsdb.extraction.roles.designations import DesignationFinder, designate_bodies
from newsdb.extraction.roles.fulltitles import adopt_full_title
from newsdb.extraction.roles.personplaces import PersonPlaces
from newsdb.extraction.roles.roles import RoleDescriber, is_role, merge_roles, without_styles
from newsdb.extraction.roles.titlebodies import TitleBodies
from newsdb.extraction.roles.titlelinks import HeldTitle, TitleLinker
from newsdb.extraction.scanner import Scanner
from newsdb.extraction.text.words import Line, read_lines
from newsdb.extraction.titles.titles import Title, TitleReader
from newsdb.facts import AmbiguousMention, Mention, Organisation, Person, Role
from newsdb.language.pack import has_language

_BEFORE_SUBJECTS = frozenset([",", "selon", "pour", "que", "qu'"])
# "Benslimane (MAP) – …" opens as a town does.
_BEHIND_PLACES = frozenset(["(", "–", "—", "-", ":", "et"])
_INITIALS = re.compile(r"(?:[^\W\d_]\.[-\s]?)+")


def find_cast(document: Document, segments: Sequence[Segment], labels: Sequence[Label]) -> Cast:
    """The cast of the article; empty for a language without a folder of data."""
    if not has_language(document.language):
        return Cast((), (), (), ())
    known = load_naming_words(document.language)
    lines = list(read_lines(document.text, segments))
    scene = _read_scene(document, lines, labels, known)
    people, ambiguous = _find_people(document, scene, known)
    bodies = _find_bodies(scene, people, ambiguous, known)
    resolved = LabelReader(document, people, bodies, known).resolve(labels)
    return _compose(scene, people, bodies, ambiguous, resolved, known, document.language)


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the lines of one article show before anything is judged."""

    lines: Sequence[Line]
    sightings: Sequence[Sighting]
    titles: Sequence[Title]


def _read_scene(document: Document, lines: Sequence[Line], labels: Sequence[Label], known: NamingWords) -> _Scene:
    scanner = Scanner(known, find_outlets(document, lines, known))
    reader = TitleReader(known, scanner.grammar)
    labelled = sorted((label.start, label.end) for label in labels)
    shortened = shortened_labels(labels, document.text)
    sightings: list[Sighting] = []
    titles: list[Title] = []
    for line in lines:
        found = scanner.scan(line)
        if line.kind == "dateline":
            sightings.extend(s for s in found if _is_source(s))
            continue
        read = reader.read(line, found)
        titles.extend(read)
        portfolios = {index for title in read if title.portfolio for index in range(*title.portfolio)}
        sightings.extend(
            # Words of a minister's title are no name of their own: "le ministre de l'Intérieur".
            s
            for s in found
            if s.start not in shortened
            and not (_is_initials_in(s, labelled) or (_is_worded(s) and s.first in portfolios))
        )
    return _Scene(lines, sightings, titles)


def _is_worded(sighting: Sighting) -> bool:
    """Whether the sighting may be words of a portfolio: "Intérieur", "Relations avec le Parlement", "Transports"."""
    return sighting.nature == "run" or sighting.kind in ("parliament", "company")


def _is_source(sighting: Sighting) -> bool:
    """Whether a dateline names the media that it comes from: "MAP - Rabat", but not "Publié dans X"."""
    before = sighting.line.fold_at(sighting.first - 1)
    return sighting.known is not None and sighting.known.kind == "media" and before not in ("dans", "sur")


def _is_initials_in(sighting: Sighting, labels: Sequence[tuple[int, int]]) -> bool:
    """Whether these are the initials of a label, which are resolved on their own."""
    if sighting.nature != "run" or "." not in sighting.surface:
        return False
    is_name = not _INITIALS.fullmatch(sighting.surface)
    # "F. Goetz :" is a name like any other; of "R. : Nous …" the run would take in the first word of the answer.
    place = bisect_right(labels, sighting.start, key=lambda label: label[0]) - 1
    return place >= 0 and sighting.start < labels[place][1] and not (is_name and sighting.end <= labels[place][1])


def _find_people(document: Document, scene: _Scene, known: NamingWords) -> tuple[list[Identity], list[Doubt]]:
    signatures = find_signatures(document, scene.lines, known)
    signed = {(s.line.number, s.first) for s in signatures}
    sightings = [s for s in scene.sightings if (s.line.number, s.first) not in signed]
    named = PersonEvidence(known).find(sightings, scene.titles)
    taken = {id(n.sighting) for n in named}
    others = [s for s in sightings if s.nature == "run" and id(s) not in taken and not s.is_acronym]
    surnames = {n.key[-1] for n in named if n.is_full}
    others += [s for s in sightings if s.nature == "place" and _is_surname(s, surnames, known)]
    return PeopleJoiner(known).join([*named, *(NamedPerson(s, None, True) for s in signatures)], others)


def _is_surname(place: Sighting, surnames: Set[str], known: NamingWords) -> bool:
    """Whether the name of a town is the surname of somebody of the article, printed as of who acts."""
    line, before = place.line, place.line.fold_at(place.first - 1)
    if len(place.words) > 1 or place.folds[0] not in surnames or line.kind in ("dateline", "headline"):
        return False
    acts = line.opens_sentence(place.first) or before in known.reporting_verbs or before in _BEFORE_SUBJECTS
    behind = line.fold_at(place.last)
    goes_on = behind == "," or behind in known.reporting_verbs or behind in known.name_enders
    return acts and (goes_on or before in known.reporting_verbs) and behind not in _BEHIND_PLACES


def _find_bodies(
    scene: _Scene, people: Sequence[Identity], ambiguous: Sequence[Doubt], known: NamingWords
) -> list[Body]:
    taken = {s.start for p in people for s in p.printings} | {doubt.sighting.start for doubt in ambiguous}
    runs = [s for s in scene.sightings if s.nature == "run" and s.start not in taken]
    sightings = [s for s in scene.sightings if s.start not in taken]
    bodies = BodyEvidence(known, sightings, runs, scene.titles).find()
    used = {s.start for s in bodies}
    loose = [s for s in runs if s.start not in used] + [s for s in scene.sightings if s.nature == "bare"]
    return BodyJoiner().join(bodies, loose)


def _compose(
    scene: _Scene,
    people: Sequence[Identity],
    bodies: Sequence[Body],
    ambiguous: Sequence[Doubt],
    resolved: ResolvedLabels,
    known: NamingWords,
    language: str,
) -> Cast:
    places, title_bodies = PersonPlaces(known, people), TitleBodies(bodies)
    linker = TitleLinker(places, language)
    beside = linker.link(scene.titles)
    held = beside + adopt_full_title(scene.titles, beside, people, known)
    held += adopt_boxed(scene.lines, scene.titles, held, people, language)
    held += adopt_titles(scene.titles, held, people, known, linker.leads, first_turn(scene.lines))
    genders = _genders(people, held)
    designations = DesignationFinder(people, genders, title_bodies, known).resolve(
        scene.titles, beside, held, linker.fronts.meant
    )
    designations += designate_bodies([s for s in scene.sightings if s.nature == "generic"], bodies)
    opened = _by_opening(held)
    describer = RoleDescriber(places, title_bodies, language)
    roles: dict[int, list[Role]] = {number: [] for number in range(len(people))}
    for holding in filter(is_role, without_styles(held, places)):
        title = holding.title
        following = opened.get((holding.person, title.line.number, title.end + 1))
        roles[holding.person].append(describer.describe(holding, following))
    cast_people = [
        CastPerson(_person(person, roles[n], resolved.people.get(n, ()), known), genders.get(n), person.surname)
        for n, person in enumerate(people)
    ]
    unresolved = [_as_ambiguous(s, people) for s in ambiguous] + list(resolved.ambiguous)
    return Cast(
        tuple(sorted(cast_people, key=lambda p: p.person.mentions[0].start)),
        tuple(_organisations(bodies, resolved)),
        tuple(sorted(designations, key=lambda d: d.start)),
        tuple(sorted(unresolved, key=lambda a: a.start)),
        tuple(_presentations(beside, people, places)),
    )


def _presentations(
    beside: Sequence[HeldTitle], people: Sequence[Identity], places: PersonPlaces
) -> Iterator[Presentation]:
    """The titles whose holder's name stands behind them."""
    for holding in beside:
        title, line = holding.title, holding.title.line
        behind = places.name_behind(line, title.end, holding.person)
        is_apposed = places.ends.get((line.number, title.opening - 1)) == holding.person
        if behind is not None and not is_apposed and not title.noun.is_plural:
            yield Presentation(line.starts[title.opening], line.starts[behind], people[holding.person].name)


def _by_opening(held: Sequence[HeldTitle]) -> Mapping[tuple[int, int, int], Title]:
    """The titles by person, line and first word: one that opens right behind another is coordinated with it."""
    return {(h.person, h.title.line.number, h.title.first): h.title for h in reversed(held)}


def _genders(people: Sequence[Identity], held: Sequence[HeldTitle]) -> Mapping[int, Gender | None]:
    genders: dict[int, Gender | None] = {n: person.gender for n, person in enumerate(people)}
    for holding in held:
        genders[holding.person] = genders[holding.person] or holding.title.gender
    return genders


def _person(identity: Identity, roles: Sequence[Role], labels: Sequence[Mention], known: NamingWords) -> Person:
    mentions = [Mention(s.start, s.end, s.surface) for s in identity.printings] + list(labels)
    return Person(
        identity.name, tuple(sorted(mentions, key=lambda m: m.start)), merge_roles(roles, known.title_abbreviations)
    )


def _organisations(bodies: Sequence[Body], resolved: ResolvedLabels) -> list[Organisation]:
    found = [_organisation(body, resolved.bodies.get(body.name, ())) for body in bodies]
    names = {body.name for body in bodies}
    for name, mentions in resolved.bodies.items():
        if name not in names:
            found.append(Organisation(name, None, "media", tuple(mentions)))
    return sorted(found, key=lambda o: o.mentions[0].start)


def _organisation(body: Body, labels: Sequence[Mention]) -> Organisation:
    mentions = [Mention(s.start, s.end, s.surface) for s in body.printings] + list(labels)
    return Organisation(body.name, body.acronym, body.kind, tuple(sorted(mentions, key=lambda m: m.start)))


def _as_ambiguous(doubt: Doubt, people: Sequence[Identity]) -> AmbiguousMention:
    sighting = doubt.sighting
    reason = could_be((people[number].name for number in doubt.fits), len(doubt.fits))
    return AmbiguousMention(sighting.start, sighting.end, sighting.surface, reason)
