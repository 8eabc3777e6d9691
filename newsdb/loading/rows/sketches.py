"""Sketch the body of a story so that reprints of it can be found and told from lookalikes; the database compares.

A sketch has three parts: a MinHash signature of the body's shingles (how much two bodies share), bands of it (who is
worth comparing at all), and hashes of the telling words: names and figures, in which items of the same wording differ.
"""

import re
import zlib
from dataclasses import dataclass
from functools import lru_cache

from rensa import RMinHash

from newsdb.document import Segment
from newsdb.resolution import words_key

SHINGLE_WORDS = 4
# Fewer words than these, and phrases that everybody prints make up too much of them.
FEWEST_SHINGLES = 20
BANDS, ROWS = 42, 3
SEED = 1
# What reprints change at will is left out: headline, standfirst, signature, captions.
BODY_KINDS = frozenset({"paragraph", "question", "answer"})
_WORD = re.compile(r"[^\W_]+(?:[.,’'-][^\W_]+)*")
_BEFORE_SENTENCE = frozenset('.!?…:«»"“”(–—-')


@dataclass(frozen=True, slots=True)
class Sketch:
    """What is kept of a body for comparing it; numbers as PostgreSQL's integer takes them."""

    shingle_count: int
    signature: tuple[int, ...]
    bands: tuple[int, ...]
    telling: tuple[int, ...]


def sketch_body(text: str, segments: tuple[Segment, ...]) -> Sketch | None:
    """The sketch of a story's body; None where it is too short to tell."""
    body = "\n".join(text[part.start : part.end] for part in segments if part.kind in BODY_KINDS)
    words = words_key(body).split()
    shingles = {" ".join(words[at : at + SHINGLE_WORDS]) for at in range(len(words) - SHINGLE_WORDS + 1)}
    if len(shingles) < FEWEST_SHINGLES:
        return None
    hashed = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    hashed.update(sorted(shingles))
    signature = tuple(value - 2**31 for value in hashed.digest())
    bands = tuple(_hash(f"{at}:{list(signature[at : at + ROWS])}") for at in range(0, BANDS * ROWS, ROWS))
    return Sketch(len(shingles), signature, bands, tuple(sorted({_hash(word) for word in telling_words(body)})))


def telling_words(body: str) -> set[str]:
    """Figures, and words with a capital that do not open a sentence."""
    found = set()
    for line in body.splitlines():
        for match in _WORD.finditer(line):
            word = match.group()
            if word.islower() and word.isalpha():
                # Most words: neither.
                continue
            before = line[max(0, match.start() - 4) : match.start()].rstrip()
            opens = not before or before[-1] in _BEFORE_SENTENCE
            if (word[0].isupper() and not opens) or any(map(str.isdigit, word)):
                found.add(word)
    return set(map(_key_of_word, found))


@lru_cache(maxsize=16_384)
def _key_of_word(word: str) -> str:
    """Kept, for the same names stand in many articles."""
    return words_key(word)


def _hash(words: str) -> int:
    return zlib.crc32(words.encode()) - 2**31
