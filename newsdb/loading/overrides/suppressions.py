"""By which hashes a takedown knows an article, a file and a person's name; what follows of it is left to others.

A person's name is known by the SHA-256 of its words, folded and sorted, so that the record holds no name and yet every
text is searched for it: navigation, captions and metadata too, whatever extraction makes of them.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

import psycopg

from newsdb.resolution import words_key

SuppressionKind = Literal["article", "file", "person"]

# Letters that print nothing of their own may stand within a word, and part words; a zero-width space may do either.
_ZERO_WIDTH_SPACE = "\u200b"
_STRETCHES = "\u0640"
_LETTERS = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])")
# Words looked up at a time, and the most that are remembered: a record of megabytes must not need as many again.
_WORDS_A_TIME = 50_000
_MOST_SEEN = 500_000


@dataclass(frozen=True, slots=True)
class Suppressions:
    """What must not be in the database, by its hashes; names of people by the number of their words."""

    articles: frozenset[str] = frozenset()
    files: frozenset[str] = frozenset()
    people: Mapping[int, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}))

    def name_anybody(self, *printed: str) -> bool:
        """Whether a text prints a name that was taken down, in any order and spelling of its words."""
        return any(True for _ in self.named(*printed))

    def named(self, *printed: str) -> Iterator[str]:
        """The keys of the names that were taken down and that a text prints, or one of several readings of it."""
        seen: set[tuple[str, ...]] = set()
        for reading in _readings(printed) if self.people else ():
            words = words_key(reading).split()
            for first in range(0, len(words), _WORDS_A_TIME):
                for length, hashes in self.people.items():
                    new = _windows(words[first : first + _WORDS_A_TIME + length - 1], length) - seen
                    yield from hashes.intersection(map(name_hash, new))
                    if len(seen) < _MOST_SEEN:
                        seen |= new


def _readings(printed: Iterable[str]) -> Iterator[str]:
    """Each text, and where letters that cannot be seen stand in it, or capitals join words, without these."""
    for text in printed:
        yield text
        letters = set(text)
        invisible = [letter for letter in letters if unicodedata.category(letter) == "Cf" or letter in _STRETCHES]
        if invisible:
            unseen = dict.fromkeys(map(ord, invisible), "")
            yield text.translate(unseen)
            yield text.translate({**unseen, ord(_ZERO_WIDTH_SPACE): " "})
        joined = [word for word in set(_LETTERS.findall(text)) if _CAPITAL.search(word)]
        yield "\n".join(_CAPITAL.sub(" ", word) for word in joined)


def _windows(words: Sequence[str], length: int) -> set[tuple[str, ...]]:
    """Every so many words that stand together, once."""
    return set(zip(*(words[start:] for start in range(length)), strict=False))


def name_hash(words: Sequence[str]) -> str:
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


def held_now(cursor: psycopg.Cursor[tuple[object, ...]]) -> Suppressions:
    """Every takedown that holds."""
    rows = cursor.execute("SELECT kind, key, word_count, verdict FROM newsdb.suppression ORDER BY number").fetchall()
    return held(iter(rows))  # type: ignore[arg-type]
