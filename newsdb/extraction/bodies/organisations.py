"""Join the names of one organisation; which words name organisations is judged in body_evidence."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from newsdb.extraction.bodies.bodygroups import (
    GROUP,
    BodyGroup,
    BodyIndex,
    Way,
    content_words,
    hospital_name,
    loose_shortenings,
    name_words,
    possible_parts,
    shortenings,
)
from newsdb.extraction.naming.sightings import Sighting
from newsdb.facts import OrganisationKind
from newsdb.language.names import compact, fold

Same = Callable[[BodyGroup, BodyGroup], bool]
_THE = frozenset(["le", "la", "l'", "les"])
# "l'Assemblée", "le Mouloudia": where nothing longer is printed the noun with its capital is the name.
_NAMED_BY_NOUN: frozenset[OrganisationKind] = frozenset(["parliament", "club"])
_NAMING_NOUNS = frozenset(["federation", "ligue", "confederation"])


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation of the article with all its printings; `head` is the folded head noun where it has one."""

    name: str
    acronym: str | None
    kind: OrganisationKind
    head: str | None
    printings: tuple[Sighting, ...]


class BodyJoiner:
    """Joins the names of one body."""

    def join(self, bodies: Sequence[Sighting], loose: Iterable[Sighting]) -> list[Body]:
        """The organisations; `loose` sightings count where they repeat a part of exactly one name."""
        groups = self._merge(self._by_name(bodies), _share_acronym, "acronym")
        groups = self._merge(groups, self._is_short_form, "part")
        groups = self._merge(groups, _is_same_hospital, "hospital")
        named = {word for group in groups for word in name_words(group)}
        # A run of which no body has a word repeats no part of a name.
        ones = [
            BodyGroup([sighting])
            for sighting in loose
            if sighting.nature != "run" or all(word.rstrip("s") in named for word in content_words(sighting))
        ]
        index = BodyIndex(ones, "part")
        by_head: dict[str | None, list[int]] = {}
        for number, group in enumerate(groups):
            index.add(group)
            for head in {form.head for form in group.forms.values() if form.nature == "body"}:
                by_head.setdefault(head, []).append(number)
        alone: list[Sighting] = []
        for one in ones:
            sighting = one.printings[0]
            is_noun = sighting.nature in ("bare", "generic")
            homes = by_head.get(sighting.head, []) if is_noun else self._homes(one, index, self._is_short_form)
            if len(homes) == 1:
                index.join(homes[0], one)
            elif not homes and sighting.nature == "bare" and _is_named_by_noun(sighting):
                alone.append(replace(sighting, nature="body"))
        found = [self._describe(group.printings) for group in [*index.groups, *self._by_name(alone)]]
        return sorted(found, key=lambda body: body.printings[0].start)

    def _by_name(self, bodies: Sequence[Sighting]) -> list[BodyGroup]:
        groups: dict[str, list[Sighting]] = {}
        for sighting in sorted(bodies, key=lambda s: s.start):
            key = sighting.known.name if sighting.known else sighting.surface
            groups.setdefault(compact(key), []).append(sighting)
        return [BodyGroup(printings) for printings in groups.values()]

    def _merge(self, groups: Sequence[BodyGroup], same: Same, way: Way) -> list[BodyGroup]:
        """Join each group with the one group that it is the same as; several such leave it alone.

        Only groups are compared that have a clue in common, of that way.
        """
        merged = BodyIndex(possible_parts(groups) if way == "part" else groups, way)
        for group in sorted(groups, key=lambda g: -g.length):
            homes = self._homes(group, merged, same)
            if len(homes) == 1:
                merged.join(homes[0], group)
            else:
                merged.add(group)
        return merged.groups

    def _homes(self, group: BodyGroup, index: BodyIndex, same: Same) -> list[int]:
        """The groups that this one is the same as: two at most, for with two it is already nobody's."""
        return list(islice((n for n in index.near(group) if same(group, index.groups[n])), 2))

    def _is_short_form(self, short: BodyGroup, long: BodyGroup) -> bool:
        """Whether one name stands, as whole words, in the other: "Soltana", "Office des semences"."""
        first, other = short.printings[0], long.printings[0]
        if first.known and other.known:
            return False
        piece = content_words(first)
        if not piece or (first.is_acronym and len(other.words) > 3 and other.head != first.folds[0]):
            return False
        if any(long.encloses(sighting) for sighting in short.printings):
            return False
        forms = long.forms.values()
        if first.kind == "ministry" and any(sorted(piece) == sorted(content_words(form)) for form in forms):
            # "le ministère tunisien de l'Intérieur", "le ministère de l'Intérieur tunisien"
            return True
        return any(self._begins(piece, content_words(s), first) or _is_proper_part(first, s) for s in forms)

    def _begins(self, piece: list[str], whole: list[str], short: Sighting) -> bool:
        if len(piece) >= len(whole):
            return len(piece) == len(whole) and all(
                a.rstrip("s") == b.rstrip("s") for a, b in zip(piece, whole, strict=True)
            )
        if len(piece) > 1 and piece[0] == whole[0] and piece[-1] == whole[-1] and set(piece) <= set(whole):
            # "tribunal de Safi" for "tribunal de première instance de Safi"
            return True
        if whole[: len(piece)] == piece:
            return len(piece) > 1 or (not self._is_headed(short) and not self._may_be_common(short))
        return False

    def _is_headed(self, short: Sighting) -> bool:
        """Whether the noun of the body is a word of its name; "la start-up X" is called X."""
        return short.head is not None and (short.first == 0 or short.line.folds[short.first] == short.head)

    def _may_be_common(self, short: Sighting) -> bool:
        """Whether the word opens a sentence; behind an article its capital is that of a name."""
        line = short.line
        return line.opens_sentence(short.first) and line.fold_at(short.first - 1) not in _THE

    def _describe(self, group: Sequence[Sighting]) -> Body:
        printings = tuple(sorted(group, key=lambda s: s.start))
        named = [s for s in printings if s.nature not in ("bare", "generic")]
        acronym = _acronym_of(named)
        if len(named) == 1:
            name = self._canonical(named[0], named)
            return Body(name, acronym, named[0].kind or "other", named[0].head, printings)
        spellings = [compact(s.surface) for s in named]
        printed = Counter(spellings)
        # Of two spellings the more frequent is the name.
        ranks = [
            (not s.is_acronym, len(s.words), printed[spelling], -s.start)
            for s, spelling in zip(named, spellings, strict=True)
        ]
        longest = named[ranks.index(max(ranks))]
        name = self._canonical(longest, named)
        kind = next((s.kind for s in named if s.kind and s.kind != "other"), None) or "other"
        head = next((s.head for s in named if s.head), None)
        return Body(name, acronym, kind, head, printings)

    def _canonical(self, longest: Sighting, named: Sequence[Sighting]) -> str:
        """The longest name; without its head noun where the rest stands alone elsewhere."""
        surface = " ".join(longest.surface.split())
        rest = surface.partition(" ")[2]
        if all(s.aside for s in named if len(s.words) == len(longest.words)):
            return longest.line.text[longest.line.starts[longest.first + longest.aside] : longest.end]
        # A name that is printed once stands alone nowhere else.
        spelling = compact(rest) if len(named) > 1 else ""
        alone = next((s for s in named if spelling and compact(s.surface) == spelling), None)
        if alone and longest.head and fold(surface).startswith(longest.head):
            return alone.surface
        if longest.head and fold(surface).startswith(longest.head):
            return surface[:1].upper() + surface[1:]
        return surface


def _is_named_by_noun(noun: Sighting) -> bool:
    return noun.kind in _NAMED_BY_NOUN or noun.head in _NAMING_NOUNS


def _is_same_hospital(short: BodyGroup, long: BodyGroup) -> bool:
    """ "EPH Youcef-D." and "hôpital Youcef-D.": a hospital goes by several nouns and one proper name."""
    proper = hospital_name(short.printings[0])
    return bool(proper) and proper == hospital_name(long.printings[0])


def _is_proper_part(short: Sighting, long: Sighting) -> bool:
    """The proper name right behind a head noun: "Nakhil" in "Association Nakhil pour l'oasis"."""
    if long.head is None or long.folds[1 : 1 + len(short.folds)] != short.folds:
        return False
    is_whole = long.head == GROUP and len(long.folds) == len(short.folds) + 1
    return is_whole or short.head is None or short.folds[0] != short.head


def _acronym_of(named: Sequence[Sighting]) -> str | None:
    told = [s.acronym for s in named if s.acronym]
    if told:
        return told[0] if len(told) == 1 else Counter(told).most_common(1)[0][0]
    # "l'APC" is short for "l'APC de Safi", and for that of any other town.
    heads = {s.head for s in named}
    printed = next((s.surface for s in named if s.is_acronym and s.folds[0] not in heads), None)
    return printed.replace(".", "") if printed else None


def _share_acronym(short: BodyGroup, long: BodyGroup) -> bool:
    forms = short.forms.values()
    if any(compact(form.surface) in long.acronyms for form in forms if len(form.words) == 1):
        return True
    if long.acronyms or not any(form.is_acronym for form in forms):
        return False
    wanted = compact(short.printings[0].surface)
    is_club = any(form.kind == "club" for form in long.forms.values())
    # "le WB": clubs alone go by two letters
    if (len(wanted) > 2 or is_club) and any(wanted in shortenings(form) for form in long.forms.values()):
        return True
    return len(wanted) > 3 and any(wanted in loose_shortenings(form) for form in long.forms.values())
