"""Add to a cast the people that the optional model finds and the rules miss; loading the model is model's.

The model is believed less than the rules: it adds names of two words or more where the rules found nothing, and takes
nothing away. On press of the Maghreb it takes places, brands and works for people, so whatever is printed like one of
these is left out, and its organisations are not used at all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from newsdb.document import Document, Segment, SegmentKind
from newsdb.extraction.cast import Cast, CastPerson
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.naming.naming_words import NamingWords, load_naming_words, match_phrase
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.people.model import LANGUAGE, find_person_spans
from newsdb.extraction.text.words import Line, read_lines
from newsdb.facts import Mention, Person
from newsdb.language.names import fold

_STORY: frozenset[SegmentKind] = frozenset(
    {"headline", "standfirst", "subheading", "paragraph", "question", "answer", "caption"}
)
_ARTICLES = ("le", "la", "l'", "les", "un", "une", "du", "au", "aux", "des")
_NOT_BEFORE_PEOPLE = frozenset([*_ARTICLES, "à", "vers", "depuis", "dans", "entre"])


def add_people(document: Document, segments: Sequence[Segment], cast: Cast) -> Cast:
    """The cast with the people that the model adds; as it was for a language that the model does not speak."""
    if document.language != LANGUAGE:
        return cast
    lines = [line for line in read_lines(document.text, segments) if line.kind in _STORY and len(line)]
    known = load_naming_words(LANGUAGE)
    judge = _Judge(known, lines, CastIndex(cast).named, tuple(_sightings(lines, known)))
    signed = {fold(author.name) for author in document.authors}
    groups = _gather(s for s in judge.seen if judge.may_be_person(s) and fold(s.surface) not in signed)
    surnames = Counter(judge.surname(group[0]) for group in groups)
    for group in groups:
        if judge.is_mostly_a_person(group[0]):
            cast = _add(cast, judge.describe(group, is_only_one=surnames[judge.surname(group[0])] == 1))
    return cast


def _add(cast: Cast, found: CastPerson) -> Cast:
    """The cast with one person more, or with more of somebody whom the rules know by another form of the name."""
    forms = [member for member in cast.people if _are_forms_of_one(member.person, found.person)]
    if len(forms) > 1:
        return cast
    joined = _join(forms[0], found) if forms else found
    others = [member for member in cast.people if member not in forms]
    people = sorted([*others, joined], key=lambda member: member.person.mentions[0].start)
    old = {member.person.name for member in forms}
    designations = (replace(d, person=joined.person.name) if d.person in old else d for d in cast.designations)
    return replace(cast, people=tuple(people), designations=tuple(designations))


def _join(known: CastPerson, found: CastPerson) -> CastPerson:
    """One person with the mentions of both and the fuller name."""
    mentions = sorted({*known.person.mentions, *found.person.mentions}, key=lambda mention: mention.start)
    fuller = max(known, found, key=lambda member: len(_folds(member.person)))
    person = replace(known.person, name=fuller.person.name, mentions=tuple(mentions))
    return replace(known, person=person, gender=known.gender or found.gender, surname=fuller.surname)


def _gather(sightings: Iterable[Sighting]) -> list[list[Sighting]]:
    """The printings of each name, the fullest first; one that could be short for several names is left out."""
    groups: list[list[Sighting]] = []
    for sighting in sorted(sightings, key=lambda s: (-len(s.folds), s.start)):
        homes = [group for group in groups if _is_short_for(sighting.folds, group[0].folds)]
        if len(homes) == 1:
            homes[0].append(sighting)
        elif not homes:
            groups.append([sighting])
    return groups


def _sightings(lines: Sequence[Line], known: NamingWords) -> Iterator[Sighting]:
    """The words that the model calls a person, without the title before them; a span that cuts a word is none."""
    texts = (line.text[line.starts[0] : line.ends[-1]] for line in lines)
    for line, spans in zip(lines, find_person_spans(texts), strict=True):
        firsts = {start: index for index, start in enumerate(line.starts)}
        lasts = {end: index + 1 for index, end in enumerate(line.ends)}
        for start, end in spans:
            first, last = firsts.get(start + line.starts[0]), lasts.get(end + line.starts[0])
            if first is not None and last is not None and (first := _after_titles(line, first, known)) < last:
                yield Sighting(line, first, last, "run")


def _after_titles(line: Line, first: int, known: NamingWords) -> int:
    """Where the name begins: behind "Mme" and "le Président"."""
    if line.folds[first] in known.civilities:
        return first + 1
    role = match_phrase(known.role_nouns, line.folds, first)
    return role[0] if role else first


@dataclass(frozen=True, slots=True)
class _Judge:
    """Decides what to believe of the names that the model has seen in one article."""

    known: NamingWords
    lines: Sequence[Line]
    taken: Sequence[Named]
    """What the rules have named."""
    seen: Sequence[Sighting]

    def may_be_person(self, sighting: Sighting) -> bool:
        """Whether nothing in the words or beside them says otherwise."""
        return (
            self._is_written_like_a_name(sighting)
            and not sighting.is_quoted
            and not self._is_taken(sighting)
            and not self._stands_like_a_thing(sighting)
        )

    def is_mostly_a_person(self, name: Sighting) -> bool:
        """Whether the model sees a person in most printings of the name."""
        seen = sum(1 for sighting in self.seen if sighting.folds == name.folds)
        return 2 * seen > len(list(self._find(name.folds)))

    def describe(self, group: Sequence[Sighting], *, is_only_one: bool) -> CastPerson:
        """The person with every printing of the full name, and of the surname if nobody else has it."""
        name = group[0]
        short = self._find(self.surname(name)) if is_only_one else ()
        found = {(s.start, s.end): s for s in (*group, *self._find(name.folds), *short)}
        mentions = [Mention(s.start, s.end, s.surface) for _, s in sorted(found.items())]
        gender = self.known.names.gender(name.words[0])
        return CastPerson(Person(name.surface, tuple(mentions)), gender, name.words[-1])

    def surname(self, name: Sighting) -> tuple[str, ...]:
        """The folded words from the first particle, else the last word."""
        inner = range(1, len(name.folds) - 1)
        first = next((index for index in inner if name.folds[index] in self.known.particles), len(name.folds) - 1)
        return name.folds[first:]

    def _is_written_like_a_name(self, sighting: Sighting) -> bool:
        words = sighting.words
        return (
            len(words) > 1
            and words[0][0].isupper()
            and words[-1][0].isupper()
            and all(len(word) > 1 and word[0].isalpha() and not _is_short_acronym(word) for word in words)
            and all(word[0].isupper() or fold(word) in self.known.particles for word in words)
        )

    def _stands_like_a_thing(self, sighting: Sighting) -> bool:
        line, known = sighting.line, self.known
        return (
            line.fold_at(sighting.first - 1) in _NOT_BEFORE_PEOPLE
            or line.capital_at(sighting.last)
            or sighting.folds[0] in known.place_openers - known.honorifics
            or self._head_before(sighting) in known.place_heads | known.thing_heads
            or any(word in known.organisation_words or word in known.thing_heads for word in sighting.folds)
            or match_phrase(known.places, sighting.folds, 0) is not None
        )

    def _head_before(self, sighting: Sighting) -> str:
        """The noun that the name would complete: "complexe" in "le complexe sportif X"."""
        line, before = sighting.line, sighting.first - 1
        return line.fold_at(before - 1) if line.fold_at(before) in self.known.adjectives else line.fold_at(before)

    def _is_taken(self, sighting: Sighting) -> bool:
        return any(other.start < sighting.end and sighting.start < other.end for other in self.taken)

    def _find(self, words: tuple[str, ...]) -> Iterator[Sighting]:
        """The printings of these words as a name of their own that nobody else has."""
        for line in self.lines:
            for first in range(len(line) - len(words) + 1):
                last = first + len(words)
                if line.folds[first:last] != words or not line.capital_at(last - 1) or line.capital_at(last):
                    continue
                sighting = Sighting(line, first, last, "run")
                if not self._follows_a_name(sighting) and not self._is_taken(sighting):
                    yield sighting

    def _follows_a_name(self, sighting: Sighting) -> bool:
        """Whether the word before belongs to it: "Indira" before "Gandhi", not "Selon" or "Mme"."""
        line, before = sighting.line, sighting.line.fold_at(sighting.first - 1)
        return line.capital_at(sighting.first - 1) and not (
            before in self.known.civilities or before in self.known.stop_capitals
        )


def _is_short_acronym(word: str) -> bool:
    return word.isupper() and len(word) < 4


def _is_short_for(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether the words end alike and the shorter name has none that the longer lacks."""
    return shorter[-1] == longer[-1] and set(shorter) <= set(longer)


def _are_forms_of_one(one: Person, other: Person) -> bool:
    return _is_short_for(_folds(one), _folds(other)) or _is_short_for(_folds(other), _folds(one))


def _folds(person: Person) -> list[str]:
    return fold(person.name).split()
