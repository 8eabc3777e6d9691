"""Join the mentions of each person of an article; which words name people is judged in person_evidence."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from newsdb.extraction.cast import Gender
from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.people.nameindex import INITIALS, FormIndex, PartIndex, SpellingIndex, name_parts
from newsdb.extraction.people.person_evidence import INITIALS_ALONE, NamedPerson
from newsdb.language.names import compact, fold, name_key

# "Khadijetou Mint Ahmed": behind these stands the father's name.
_FILIATION: Mapping[str, Gender] = {"mint": "f", "bent": "f", "bint": "f", "ould": "m", "ibn": "m"}
# How names of women end that no list holds.
_FEMININE_ENDINGS = ("a", "ah", "atou")
# Among more people of one name a civility tells nobody.
MAX_TOLD_BY_GENDER = 20
# "Seif", "Abdel": shorter words begin too many names.
MIN_SHORT_NAME = 4
# A surname alone is a slip of another only where it is long.
MIN_LONE_SLIP = 8


@dataclass(frozen=True, slots=True)
class Identity:
    """A person of the article: all printings, the fullest name and its folded words."""

    name: str
    words: tuple[str, ...]
    surname: str
    gender: Gender | None
    printings: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A printing that fits several people, by their numbers."""

    sighting: Sighting
    fits: tuple[int, ...]


class PeopleJoiner:
    """Joins the printings of one article's people."""

    def __init__(self, known: NamingWords) -> None:
        self.known = known

    def join(self, named: Sequence[NamedPerson], others: Iterable[Sighting]) -> tuple[list[Identity], list[Doubt]]:
        """The people with all their printings, and the printings that fit several of them.

        `others` are runs that prove nothing by themselves and count where they fit somebody.
        """
        identities = self._gather([n for n in named if n.is_full])
        unplaced, ambiguous = self._place([n for n in named if not n.is_full], identities)
        identities.extend(self._gather(unplaced))
        loose = [NamedPerson(s, None, False) for s in others] if identities else []
        _, doubts = self._place(loose, identities)
        return [self._identify(group) for group in identities], [*ambiguous, *doubts]

    def _place(
        self, loose: Sequence[NamedPerson], identities: Sequence[list[NamedPerson]]
    ) -> tuple[list[NamedPerson], list[Doubt]]:
        """Add each printing to the one person whom it fits; the others, and those that fit several."""
        unplaced: list[NamedPerson] = []
        ambiguous: list[Doubt] = []
        index = PartIndex(group[0].key for group in identities)
        spellings = SpellingIndex(group[0].key[-1:] for group in identities)
        found: dict[tuple[str, tuple[str, ...]], tuple[int, ...]] = {}
        for person in loose:
            form = person.sighting.surface, person.key
            if form not in found:
                found[form] = self._fitting(person, identities, index)
            fits = self._of_gender(person.gender, found[form], identities)
            fits = fits or self._misspelt(person, identities, spellings)
            if len(fits) == 1:
                identities[fits[0]].append(person)
            elif fits:
                ambiguous.append(Doubt(person.sighting, fits))
            else:
                unplaced.append(person)
        return unplaced, ambiguous

    def _gather(self, named: Sequence[NamedPerson]) -> list[list[NamedPerson]]:
        """Groups of printings of one name, a shorter form with the longer one that holds it."""
        groups: list[list[NamedPerson]] = []
        index = FormIndex()
        spellings = SpellingIndex()
        for person in sorted(named, key=lambda n: (-len(n.key), _abbreviations(n.key), n.sighting.start)):
            home = [groups[n] for n in index.forms(person.key) if _is_form_of(person.key, groups[n][0].key)]
            if not home and len(person.key) > 1 and (near := spellings.near(person.key)) is not None:
                home = [groups[near]] if self._is_slip(person, groups[near]) else []
            home = _printed_before(person, home)
            if len(home) > 1:
                # Who fits several is of the one that is called so itself: one name is one person.
                name = compact(" ".join(person.key))
                home = [group for group in home if compact(" ".join(group[0].key)) == name][:1]
            if home:
                home[0].append(person)
            else:
                spellings.add(person.key, len(groups))
                groups.append([person])
                index.add(person.key)
        return groups

    def _fitting(
        self, person: NamedPerson, groups: Sequence[Sequence[NamedPerson]], index: PartIndex
    ) -> tuple[int, ...]:
        """The people whom the words of a printing fit, whatever their gender."""
        if INITIALS_ALONE.fullmatch(person.sighting.surface):
            return tuple(index.with_initials(person.sighting.surface))
        fits = [n for n in index.holders(person.key) if _contains(groups[n][0].key, person.key)]
        if not fits:
            return self._by_short_name(person, groups, index)
        by_surname = [n for n in fits if _ends_with(groups[n][0].key, person.key)]
        return tuple(by_surname or fits)

    def _by_short_name(
        self, person: NamedPerson, groups: Sequence[Sequence[NamedPerson]], index: PartIndex
    ) -> tuple[int, ...]:
        """The people whose given name begins with the one word of the printing: "Seif" for Seifeddine."""
        short, names = person.key[0], self.known.names
        if len(person.key) > 1 or len(short) < MIN_SHORT_NAME or not names.is_given(short):
            return ()
        found = (n for n in index.beginning(short) if names.gender(groups[n][0].key[0]) == names.gender(short))
        return tuple(n for n in found if names.gender(short) is not None and len(groups[n][0].key) > 1)

    def _is_slip(self, person: NamedPerson, group: Sequence[NamedPerson]) -> bool:
        """Whether a full name can only be a slip of the other: not two known surnames, nor both in one line."""
        names = self.known.names
        are_known = names.is_surname(person.key[-1]) and names.is_surname(group[0].key[-1])
        return not are_known and all(n.sighting.line is not person.sighting.line for n in group)

    def _misspelt(
        self, person: NamedPerson, groups: Sequence[Sequence[NamedPerson]], spellings: SpellingIndex
    ) -> tuple[int, ...]:
        """The one person of whose surname the one word of the printing is a slip."""
        word = person.key[0]
        if len(person.key) > 1 or len(word) < MIN_LONE_SLIP:
            return ()
        if self.known.names.is_given(word) or self.known.names.is_surname(word):
            return ()
        near = spellings.near(person.key)
        if near is None or (person.gender and self._gender(groups[near]) not in (person.gender, None)):
            return ()
        return (near,)

    def _of_gender(
        self, gender: Gender | None, fits: tuple[int, ...], groups: Sequence[Sequence[NamedPerson]]
    ) -> tuple[int, ...]:
        if gender is None or not 1 < len(fits) <= MAX_TOLD_BY_GENDER:
            return fits
        return tuple(n for n in fits if self._gender(groups[n]) in (gender, None))

    def _identify(self, group: Sequence[NamedPerson]) -> Identity:
        fullest = max(len(n.key) for n in group)
        forms = Counter(n.sighting.surface for n in group if len(n.key) == fullest)
        # Labels print "N. Ferhat" or "NADIA FERHAT" at each turn and the name once.
        keys = {n.sighting.surface: n.key for n in group}
        name = max(forms, key=lambda form: (-_abbreviations(keys[form]), not form.isupper(), forms[form]))
        printings = tuple(sorted((n.sighting for n in group), key=lambda s: s.start))
        words = next(n.key for n in group if n.sighting.surface == name)
        return Identity(name, words, _surname(name.split(), self.known.particles), self._gender(group), printings)

    def _gender(self, group: Sequence[NamedPerson]) -> Gender | None:
        told = Counter(n.gender for n in group if n.gender)
        if told:
            return told.most_common(1)[0][0]
        longest = max(group, key=lambda n: len(n.key)).sighting.words
        is_open = len(longest) > 2 and self.known.names.gender(longest[0]) is None and _may_be_hers(longest[0])
        if is_open and _FILIATION.keys().isdisjoint(map(fold, longest)):
            # "Kadyata Malik Ba": what stands behind her name is her father's.
            return None
        given = (_FILIATION.get(fold(w)) or self.known.names.gender(w) for w in longest[:-1] or longest)
        return next((gender for gender in given if gender), None)


def _printed_before(person: NamedPerson, home: list[list[NamedPerson]]) -> list[list[NamedPerson]]:
    """Of a family whose names all end so, whom the text has named before: "Kacem T." for "Ali Kacem T."."""
    named = [group for group in home if group[0].sighting.start < person.sighting.start]
    return named if len(named) == 1 else home


def _contains(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    """Whether the shorter name stands as it is within the longer one."""
    whole, piece = name_parts(longer), name_parts(shorter)
    return any(whole[i : i + len(piece)] == piece for i in range(len(whole) - len(piece) + 1))


def _ends_with(longer: Sequence[str], shorter: Sequence[str]) -> bool:
    whole, piece = name_parts(longer), name_parts(shorter)
    return whole[-len(piece) :] == piece


def _abbreviations(key: Sequence[str]) -> int:
    """How many words of the name are initials; the name with the fewest is the fullest."""
    return sum(bool(INITIALS.fullmatch(word)) for word in key)


def _is_form_of(shorter: Sequence[str], longer: Sequence[str]) -> bool:
    """Whether two full names are forms of one: the same last word and no word that the longer lacks, or one key."""
    if name_key(" ".join(shorter)) == name_key(" ".join(longer)):
        return True
    if len(shorter) < 2 or not all(_fits_word(word, longer) for word in shorter[:-1]):
        return False
    # "Lamia B." for "Lamia B.-R."; "Awa Sira" for "Awa Sira Ndao", as the names of one article go
    return shorter[-1] in (longer[-1], longer[-1].split("-")[0]) or tuple(shorter) == tuple(longer[: len(shorter)])


def _fits_word(word: str, longer: Sequence[str]) -> bool:
    if word in longer:
        return True
    return bool(INITIALS.fullmatch(word)) and any(other.startswith(word[0]) for other in longer)


def _surname(words: Sequence[str], particles: Container[str]) -> str:
    """The name without given names: from the first particle, the capitals, or the last word."""
    for index in range(1, len(words)):
        if fold(words[index]) in particles and index < len(words) - 1:
            return " ".join(words[index:])
        if words[index].isupper() and len(words[index]) > 2 and not words[0].isupper():
            return " ".join(words[index:])
    return words[-1]


def _may_be_hers(given: str) -> bool:
    """Whether a given name that no list holds ends as those of women do."""
    return fold(given).endswith(_FEMININE_ENDINGS)
