"""Decide which name found is a name of the gold, and which span found goes with which span of the gold."""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache

from newsdb.evaluation.gold import GoldEntity, Span
from newsdb.language.pack import load_words


# Each name of an article is compared with each of its gold.
@lru_cache(maxsize=16384)
def fold_name(name: str) -> str:
    """Words in lower case without accents, with single spaces for hyphens, apostrophes and other punctuation."""
    decomposed = unicodedata.normalize("NFKD", name).casefold()
    bare = (letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join("".join(letter if letter.isalnum() else " " for letter in bare).split())


def fold_person(name: str) -> str:
    """The folded name without the titles before it."""
    words = fold_name(name).split()
    while len(words) > 1 and words[0] in _courtesy_titles():
        words = words[1:]
    return " ".join(words)


def intersection_over_union(one: Span, other: Span) -> float:
    """0 for spans that do not touch, 1 for equal ones."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def match_spans(gold: Sequence[Span], found: Sequence[Span], least: float) -> dict[int, int]:
    """Index in `gold` → index in `found`, one to one, the best overlaps first; none overlaps less than `least`."""
    overlaps = sorted(
        (-intersection_over_union(wanted, got), gold_at, found_at)
        for gold_at, wanted in enumerate(gold)
        for found_at, got in enumerate(found)
        if intersection_over_union(wanted, got) >= least
    )
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, gold_at, found_at in overlaps:
        if gold_at not in matched and found_at not in taken:
            matched[gold_at] = found_at
            taken.add(found_at)
    return matched


def match_entities(gold: Sequence[GoldEntity], found: Sequence[tuple[str, Sequence[str]]]) -> dict[int, int]:
    """Index in `gold` → index in `found` (name and surface forms), one to one: first by name, then by a shared form."""
    matched: dict[int, int] = {}
    names = [fold_person(name) for name, _ in found]
    for gold_at, entity in enumerate(gold):
        free = (at for at, name in enumerate(names) if at not in matched.values() and name == fold_person(entity.name))
        if (at := next(free, None)) is not None:
            matched[gold_at] = at
    forms = [{fold_person(form) for form in (name, *surfaces)} for name, surfaces in found]
    shared = sorted(
        (-len(forms[found_at] & entity_forms(entity)), gold_at, found_at)
        for gold_at, entity in enumerate(gold)
        for found_at in range(len(found))
    )
    for overlap, gold_at, found_at in shared:
        if overlap and gold_at not in matched and found_at not in matched.values():
            matched[gold_at] = found_at
    return matched


def entity_forms(entity: GoldEntity) -> set[str]:
    """The folded name and surface forms of an entity."""
    return {fold_person(form) for form in (entity.name, *entity.mentions)}


@cache
def _courtesy_titles() -> frozenset[str]:
    return frozenset(fold_name(word) for word in load_words("fr", "courtesy_titles"))
