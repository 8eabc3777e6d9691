"""By which hashes a takedown knows an article, a file and a person's name; what follows of it is left to others.

A person's name is known by the SHA-256 of its words, folded and sorted, so that the record holds no name and yet every
text is searched for it: navigation, captions and metadata too, whatever extraction makes of them.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from newsdb.resolution import words_key

SuppressionKind = Literal["article", "file", "person"]


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What must not be in the database, by its hashes; names of people by the number of their words."""

    articles: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    people: Mapping[int, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def name_anybody(self, printed: str) -> bool:
        """Whether a text prints a name that was taken down, in any order and spelling of its words."""
        return any(self.named(printed))

    def named(self, printed: str) -> Iterator[str]:
        """The keys of the names that were taken down and that a text prints, as often as it does."""
        words = words_key(printed).split() if self.people else []
        for length, hashes in self.people.items():
            found = (name_hash(words[start : start + length]) for start in range(len(words) - length + 1))
            yield from (key for key in found if key in hashes)


def name_hash(words: list[str]) -> str:
    """The key of a name by its folded words; their order makes no difference."""
    return hashlib.sha256(" ".join(sorted(words)).encode()).hexdigest()


def person_suppression(name: str) -> tuple[str, int]:
    """The key of a person's name, and the number of its words."""
    words = words_key(name).split()
    return name_hash(words), len(words)


def held(recorded: Iterator[tuple[str, str, int | None, str]]) -> Suppressions:
    """What holds of (kind, key, number of words, verdict) in the order of their recording: of each key, the last."""
    last = {(kind, key): (words, verdict) for kind, key, words, verdict in recorded}
    keys = [(kind, key, words) for (kind, key), (words, verdict) in last.items() if verdict == "suppressed"]
    people: dict[int, set[str]] = {}
    for kind, key, words in keys:
        if kind == "person":
            people.setdefault(words or 0, set()).add(key)
    return Suppressions(
        articles=frozenset(key for kind, key, _ in keys if kind == "article"),
        files=frozenset(key for kind, key, _ in keys if kind == "file"),
        people=MappingProxyType({length: frozenset(hashes) for length, hashes in people.items()}),
    )
