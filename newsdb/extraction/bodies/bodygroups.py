"""Hold the printings of each body of an article and find the few groups that a name may belong to.

Joining is left to organisations. Comparing every body with every other costs the square of their number, so each is
found by what it is joined for.
"""

from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property

from newsdb.extraction.naming.sightings import Sighting, is_acronym
from newsdb.language.names import compact

_SMALL = frozenset(["de", "du", "des", "d'", "la", "le", "l'", "les", "et", "a", "à", "pour", "en", "au", "aux"])
# A name is found by its beginnings up to so many words.
_MAX_WORDS = 12
# A name that fits more bodies than this is nobody's, whatever else is known of them.
_MAX_NEAR = 200

Clue = tuple[str, Hashable]
"""What two names must share to be one, and of which kind that is."""


class BodyGroup:
    """The printings of one body, as far as they are known."""

    def __init__(self, printings: Iterable[Sighting]) -> None:
        self.printings: list[Sighting] = []
        self.forms: dict[tuple[tuple[str, ...], str | None], Sighting] = {}
        """One printing of each form of the name."""
        self.acronyms: set[str] = set()
        self._words: set[tuple[int, int]] = set()
        # Most bodies are never asked for the words of their printings: the set holds those of the first so many.
        self._worded = 0
        for sighting in printings:
            self._add(sighting)

    def _add(self, sighting: Sighting) -> None:
        self.forms.setdefault((sighting.words, sighting.head), sighting)
        for acronym in (sighting.acronym, sighting.known.acronym if sighting.known else None):
            if acronym:
                self.acronyms.add(compact(acronym))
        self.printings.append(sighting)

    @cached_property
    def clues(self) -> set[Clue]:
        """By what it is found where a name may be a shorter one of it."""
        given = (clue for sighting in self.forms.values() for clue in _given(sighting))
        return {*given, *(("acronym", acronym) for acronym in self.acronyms)}

    @cached_property
    def wanted(self) -> list[Sequence[Clue]]:
        """By what it finds those that it may be a shorter name of: one of these, and of that all clues."""
        return [clues for sighting in self.forms.values() for clues in _wanted(sighting)]

    def absorb(self, other: "BodyGroup") -> None:
        """The printings of the other are of the same body."""
        self.clues.update(other.clues)
        self.wanted.extend(other.wanted)
        self.printings += other.printings
        for form, sighting in other.forms.items():
            self.forms.setdefault(form, sighting)
        self.acronyms |= other.acronyms

    @property
    def length(self) -> int:
        """The number of words of its longest form."""
        return max(len(words) for words, _ in self.forms)

    def encloses(self, sighting: Sighting) -> bool:
        """Whether the sighting stands inside of a printing."""
        for one in self.printings[self._worded :]:
            self._words.update((one.line.number, index) for index in range(one.first, one.last))
        self._worded = len(self.printings)
        return (sighting.line.number, sighting.first) in self._words


class BodyIndex:
    """Groups by number, in the order in which they are added; found by those who ask, and by what these want of them.

    Of the clues those of one kind count, if one is given.
    """

    def __init__(self, asking: Iterable[BodyGroup], kind: str | None = None) -> None:
        self.groups: list[BodyGroup] = []
        self._kind = kind
        wanted = (clues for group in asking for clues in group.wanted if kind in (None, clues[0][0]))
        # Nothing else is kept: each name could be shortened in a dozen ways, and the text prints few of them.
        self._by_clue: dict[Clue, list[int]] = {clue: [] for clues in wanted for clue in clues}

    def add(self, group: BodyGroup) -> None:
        """A group more."""
        self.groups.append(group)
        self._note(group, len(self.groups) - 1)

    def join(self, number: int, group: BodyGroup) -> None:
        """The printings of another group belong to the one of this number."""
        self.groups[number].absorb(group)
        self._note(group, number)

    def near(self, group: BodyGroup) -> list[int]:
        """The groups whose body this one may be a shorter name of."""
        if not self._by_clue:
            return []
        fitting = [
            min([self._by_clue[clue] for clue in clues], key=len)
            for clues in group.wanted
            if self._kind in (None, clues[0][0])
        ]
        return sorted({number for numbers in fitting for number in numbers[:_MAX_NEAR]})

    def _note(self, group: BodyGroup, number: int) -> None:
        if not self._by_clue:
            return
        for clue in group.clues & self._by_clue.keys():
            numbers = self._by_clue[clue]
            if number not in numbers[-1:]:
                numbers.append(number)


def content_words(sighting: Sighting) -> list[str]:
    """The folded words without articles and prepositions."""
    return [folded for folded in sighting.folds if folded not in _SMALL and folded[0].isalnum()]


def hospital_name(sighting: Sighting) -> tuple[str, ...]:
    """The words behind the noun of a hospital; none where it is no hospital or is its noun alone."""
    return tuple(content_words(sighting)[1:]) if sighting.kind == "hospital" and sighting.head else ()


def shortenings(sighting: Sighting) -> tuple[str, ...]:
    """What the name may be shortened to: with its small words, without them, with the acronyms in it whole."""
    words = [folded for folded in sighting.folds if folded[0].isalnum()]
    content = content_words(sighting)
    whole = [
        word if is_acronym(printed) else word[0] for word, printed in zip(sighting.folds, sighting.words, strict=True)
    ]
    # "CSHL": Club sportif hammam-lifois
    parts = [part for word in content for part in word.split("-") if part]
    letters = ("".join(w[0] for w in some) for some in (words, content, parts))
    return *letters, "".join(whole)


def loose_shortenings(sighting: Sighting) -> tuple[str, ...]:
    """What a long name may be shortened to that passes over one of its words: ONSSA of six words."""
    letters = "".join(word[0] for word in content_words(sighting))
    if not 4 < len(letters) < _MAX_WORDS:
        return ()
    return tuple(letters[:skip] + letters[skip + 1 :] for skip in range(1, len(letters)))


def _given(sighting: Sighting) -> Iterable[Clue]:
    """By what a longer name is found."""
    for letters in (*shortenings(sighting), *loose_shortenings(sighting)):
        yield "acronym", letters
    words = content_words(sighting)
    if not words:
        return
    yield "same", _without_s(words)
    yield "words", tuple(sorted(words))
    if proper := hospital_name(sighting):
        yield "hospital", proper
    for count in range(1, min(len(words), _MAX_WORDS) + 1):
        yield "opening", tuple(words[:count])
    for word in set(words):
        yield "ends", (words[0], words[-1], word)
    for count in range(1, min(len(sighting.folds) - 1, _MAX_WORDS) + 1):
        yield "proper", sighting.folds[1 : 1 + count]


def _wanted(sighting: Sighting) -> Iterable[Sequence[Clue]]:
    """By what a shorter name finds the longer: for each way of being its part, clues that all must fit."""
    yield [("acronym", compact(sighting.surface))]
    words = content_words(sighting)
    if words:
        yield [("same", _without_s(words))]
        yield [("words", tuple(sorted(words)))]
        yield [("opening", tuple(words[:_MAX_WORDS]))]
        yield [("ends", (words[0], words[-1], word)) for word in words]
        if proper := hospital_name(sighting):
            yield [("hospital", proper)]
    yield [("proper", sighting.folds[:_MAX_WORDS])]


def _without_s(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.rstrip("s") for word in words)
