"""Hold the printings of each body of an article and find the few groups that a name may belong to.

Joining is left to organisations. Comparing every body with every other costs the square of their number, so each is
found by what it is joined for.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import Literal

from newsdb.extraction.naming.sightings import Sighting, is_acronym
from newsdb.language.names import compact

_SMALL = frozenset(["de", "du", "des", "d'", "la", "le", "l'", "les", "et", "a", "à", "pour", "en", "au", "aux"])
# A name is found by its beginnings up to so many words.
_MAX_WORDS = 12
# A name that fits more bodies than this is nobody's, whatever else is known of them.
_MAX_NEAR = 200

Clue = tuple[str, ...]
"""What two names must share to be one, behind the way in which they may be."""
Way = Literal["acronym", "part", "hospital"]


class BodyGroup:
    """The printings of one body, as far as they are known."""

    __slots__ = ("_worded", "_words", "acronyms", "forms", "printings")

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

    def absorb(self, other: "BodyGroup") -> None:
        """The printings of the other are of the same body."""
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
    """Groups by number, in the order in which they are added; found by those who ask, in one way of being one body."""

    def __init__(self, asking: Iterable[BodyGroup], way: Way) -> None:
        self.groups: list[BodyGroup] = []
        self._given = _GIVEN[way]
        self._wanted = {id(group): tuple(_WANTED[way](group)) for group in asking}
        # Nothing else is kept: each name could be shortened in a dozen ways, and the text prints few of them.
        self._by_clue: dict[Clue, list[int]] = {
            clue: [] for wanted in self._wanted.values() for clues in wanted for clue in clues
        }
        self._kinds = {clue[0] for clue in self._by_clue}

    def add(self, group: BodyGroup) -> None:
        """A group more."""
        self.groups.append(group)
        self._note(group, len(self.groups) - 1)

    def join(self, number: int, group: BodyGroup) -> None:
        """The printings of another group belong to the one of this number."""
        self.groups[number].absorb(group)
        self._note(group, number)

    def near(self, group: BodyGroup) -> list[int]:
        """The groups whose body this one may be a shorter name of; none where it is not one of those that ask."""
        fitting: set[int] = set()
        for clues in self._wanted.get(id(group), ()):
            fitting.update(min([self._by_clue[clue] for clue in clues], key=len)[:_MAX_NEAR])
        return sorted(fitting)

    def _note(self, group: BodyGroup, number: int) -> None:
        if not self._kinds:
            return
        for clue in self._given(group, self._kinds):
            numbers = self._by_clue.get(clue)
            if numbers is not None and number not in numbers[-1:]:
                numbers.append(number)


def name_words(group: BodyGroup) -> set[str]:
    """Every word of its names, without the s of a plural."""
    return {folded.rstrip("s") for sighting in group.forms.values() for folded in sighting.folds}


def possible_parts(groups: Sequence[BodyGroup]) -> Iterable[BodyGroup]:
    """The groups that may be a shorter name of another: some other has each of their words."""
    counts = Counter(word for group in groups for word in name_words(group))
    for group in groups:
        if all(counts[word.rstrip("s")] > 1 for word in content_words(group.printings[0])):
            yield group


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


def _initials_given(group: BodyGroup, _: Set[str]) -> Iterable[Clue]:
    """Acronyms by which the body is found."""
    for sighting in group.forms.values():
        for letters in (*shortenings(sighting), *loose_shortenings(sighting)):
            yield "acronym", letters
    for acronym in group.acronyms:
        yield "acronym", acronym


def _initials_wanted(group: BodyGroup) -> Iterable[Sequence[Clue]]:
    """An acronym is one word."""
    if any(len(words) == 1 for words, _ in group.forms):
        for sighting in group.forms.values():
            yield [("acronym", compact(sighting.surface))]


def _hospital_given(group: BodyGroup, _: Set[str]) -> Iterable[Clue]:
    return (("hospital", *proper) for sighting in group.forms.values() if (proper := hospital_name(sighting)))


def _hospital_wanted(group: BodyGroup) -> Iterable[Sequence[Clue]]:
    proper = hospital_name(group.printings[0])
    return [[("hospital", *proper)]] if proper else ()


def _parts_given(group: BodyGroup, kinds: Set[str]) -> Iterable[Clue]:
    """By what a longer name is found; of the kinds that anybody asks for."""
    for sighting in group.forms.values():
        words = content_words(sighting)
        if words:
            yield "same", *_without_s(words)
            if "words" in kinds:
                yield "words", *sorted(words)
            for count in range(1, min(len(words), _MAX_WORDS) + 1):
                yield "opening", *words[:count]
        if len(words) > 2:
            for word in ("", *words[1:-1]):
                yield "ends", words[0], words[-1], word
        if sighting.head is not None and "proper" in kinds:
            folds = sighting.folds
            for count in range(1, min(len(folds) - 1, _MAX_WORDS) + 1):
                yield "proper", *folds[1 : 1 + count]


def _parts_wanted(group: BodyGroup) -> Iterable[Sequence[Clue]]:
    """By what a shorter name finds the longer: for each way of being its part, clues that all must fit."""
    sighting = group.printings[0]
    words = content_words(sighting)
    if words:
        yield [("same", *_without_s(words))]
        yield [("opening", *words[:_MAX_WORDS])]
        if sighting.kind == "ministry":
            yield [("words", *sorted(words))]
    if len(words) > 1:
        yield [("ends", words[0], words[-1], word) for word in (words[1:-1] or ("",))]
    # With a noun of its own too: "Banque du Rif" in "Groupe Banque du Rif".
    yield [("proper", *sighting.folds[:_MAX_WORDS])]


def _without_s(words: Sequence[str]) -> list[str]:
    return [word.rstrip("s") for word in words]


_GIVEN: Mapping[Way, Callable[[BodyGroup, Set[str]], Iterable[Clue]]] = {
    "acronym": _initials_given,
    "part": _parts_given,
    "hospital": _hospital_given,
}
_WANTED: Mapping[Way, Callable[[BodyGroup], Iterable[Sequence[Clue]]]] = {
    "acronym": _initials_wanted,
    "part": _parts_wanted,
    "hospital": _hospital_wanted,
}
