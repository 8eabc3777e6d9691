"""Find the few names of an article that a name may be a form of; whether it is one, people decides.

Comparing every name with every other costs the square of their number: a list of 10,000 people took minutes.
"""

import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from newsdb.language.names import compact, name_key

INITIALS = re.compile(r"[^\W\d_]\.(?:-?[^\W\d_]\.)*")
Key = TypeVar("Key", bound=Hashable)
# A longer run of capitalised words is found by its last word, not as the beginning of another.
_MAX_WORDS = 12
_MIN_BEGINNING = 4
# Shorter surnames that one letter parts are those of two people.
_MIN_SPELT = 7
# People of one given name whose surnames begin alike: with more of them the text is a list.
_MAX_BESIDE = 20

Name = Sequence[str]
"""The folded words of a name, hyphens kept."""


class FormIndex:
    """Full names by number, in the order in which they are added, to find those that another is a form of."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[int]] = {}
        self._by_opening: dict[tuple[str, ...], list[int]] = {}
        self._by_words: dict[tuple[str, str], list[int]] = {}
        self._count = 0

    def add(self, name: Name) -> None:
        """The next number is this name's."""
        number = self._count
        self._count += 1
        _put(self._by_key, [name_key(" ".join(name))], number)
        _put(self._by_opening, (tuple(name[:count]) for count in range(2, min(len(name), _MAX_WORDS) + 1)), number)
        lasts = {name[-1], name[-1].split("-")[0]}
        _put(self._by_words, ((last, token) for last in lasts for word in name for token in _tokens(word)), number)

    def forms(self, name: Name) -> list[int]:
        """Names that this may be a form of: of the same key, that begin with it, or with its last word and another."""
        found = {*self._by_key.get(name_key(" ".join(name)), ()), *self._by_opening.get(tuple(name), ())}
        if len(name) > 1:
            found.update(_rarest(self._by_words, ((name[-1], _tokens(word)[-1]) for word in name[:-1])))
        return sorted(found)


class PartIndex:
    """Names by number, to find those that a part of a name or its initials may stand for."""

    def __init__(self, names: Iterable[Name]) -> None:
        self._by_part: dict[str, list[int]] = {}
        self._by_initials: dict[str, list[int]] = {}
        self._by_beginning: dict[str, list[int]] = {}
        for number, name in enumerate(names):
            parts = name_parts(name)
            _put(self._by_part, parts, number)
            _put(self._by_initials, ["".join(part[0] for part in parts if part)], number)
            first = parts[0] if parts else ""
            _put(self._by_beginning, (first[:length] for length in range(_MIN_BEGINNING, len(first) - 1)), number)

    def holders(self, name: Name) -> Sequence[int]:
        """Names that may hold this one whole: those with the rarest of its parts."""
        return _rarest(self._by_part, name_parts(name))

    def beginning(self, word: str) -> Sequence[int]:
        """Names whose first word is longer by two letters or more and begins with this one."""
        return self._by_beginning.get(word, [])

    def with_initials(self, surface: str) -> Sequence[int]:
        """Names that begin, part by part, with the letters."""
        return self._by_initials.get(compact(surface), [])


class SpellingIndex:
    """Names by number, to find the one that another is a slip of: a letter more, less or other in a long last word."""

    def __init__(self, names: Iterable[Name] = ()) -> None:
        self._beside: dict[tuple[str, ...], list[tuple[int, str]]] = {}
        for number, name in enumerate(names):
            self.add(name, number)

    def add(self, name: Name, number: int) -> None:
        """One more name."""
        if len(name[-1]) >= _MIN_SPELT:
            self._beside.setdefault((*name[:-1], name[-1][0]), []).append((number, name[-1]))

    def near(self, name: Name) -> int | None:
        """The number of the one name that may be meant; with several it is nobody's, nor in a long list of people."""
        beside = self._beside.get((*name[:-1], name[-1][0]), []) if len(name[-1]) >= _MIN_SPELT else []
        if len(beside) > _MAX_BESIDE:
            return None
        found = [number for number, last in beside if _differs_by_a_letter(name[-1], last)]
        return found[0] if len(found) == 1 else None


def _differs_by_a_letter(one: str, other: str) -> bool:
    """Whether one letter more, less or other makes one word the other."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return shorter[same + (len(shorter) == len(longer)) :] == longer[same + 1 :]


def name_parts(name: Name) -> list[str]:
    """The words of a name, those that hyphens join apart."""
    return [part for word in name for part in word.split("-")]


def _tokens(word: str) -> tuple[str, ...]:
    """What a word is found by: its initial, and where it is more than one, itself."""
    initial = f"{word[0]}."
    return (initial,) if INITIALS.fullmatch(word) else (initial, word)


def _put(index: dict[Key, list[int]], keys: Iterable[Key], number: int) -> None:
    for key in set(keys):
        index.setdefault(key, []).append(number)


def _rarest(index: Mapping[Key, Sequence[int]], keys: Iterable[Key]) -> Sequence[int]:
    return min((index.get(key, ()) for key in keys), key=len)
