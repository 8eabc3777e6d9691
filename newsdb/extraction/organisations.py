"""Join the names of one organisation; which words name organisations is judged in body_evidence."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from newsdb.extraction.sightings import Sighting, is_acronym
from newsdb.facts import OrganisationKind
from newsdb.language.names import compact, fold

Same = Callable[[list[Sighting], list[Sighting]], bool]
# "l'Assemblée", "le Mouloudia": where nothing longer is printed the noun with its capital is the name.
_NAMED_BY_NOUN: frozenset[OrganisationKind] = frozenset(["parliament", "club"])
_SMALL = frozenset(["de", "du", "des", "d'", "la", "le", "l'", "les", "et", "a", "à", "pour", "en", "au", "aux"])


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
        groups = self._by_name(bodies)
        groups = self._merge(groups, _share_acronym)
        groups = self._merge(groups, self._is_short_form)
        groups = self._merge(groups, _is_same_hospital)
        alone: list[Sighting] = []
        for sighting in loose:
            homes = [g for g in groups if self._repeats(sighting, g)]
            if len(homes) == 1:
                homes[0].append(sighting)
            elif not homes and sighting.nature == "bare" and sighting.kind in _NAMED_BY_NOUN:
                alone.append(replace(sighting, nature="body"))
        groups += self._by_name(alone)
        found = [self._describe(group) for group in groups]
        return sorted(found, key=lambda body: body.printings[0].start)

    def _by_name(self, bodies: Sequence[Sighting]) -> list[list[Sighting]]:
        groups: dict[str, list[Sighting]] = {}
        for sighting in sorted(bodies, key=lambda s: s.start):
            key = sighting.known.name if sighting.known else sighting.surface
            groups.setdefault(compact(key), []).append(sighting)
        return list(groups.values())

    def _merge(self, groups: list[list[Sighting]], same: Same) -> list[list[Sighting]]:
        """Join each group with the one group that it is the same as; several such leave it alone."""
        groups = sorted(groups, key=lambda g: -max(len(s.words) for s in g))
        merged: list[list[Sighting]] = []
        for group in groups:
            homes = [home for home in merged if same(group, home)]
            if len(homes) == 1:
                homes[0].extend(group)
            else:
                merged.append(group)
        return merged

    def _is_short_form(self, short: list[Sighting], long: list[Sighting]) -> bool:
        """Whether one name stands, as whole words, in the other: "Soltana", "Office des semences"."""
        if short[0].known and long[0].known:
            return False
        piece = _content(short[0])
        if not piece or (short[0].is_acronym and len(long[0].words) > 3):
            return False
        nested = any(s.line is t.line and t.first <= s.first < t.last for s in short for t in long)
        if nested:
            return False
        return any(self._begins(piece, _content(s), short[0]) or _is_proper_part(short[0], s) for s in long)

    def _begins(self, piece: list[str], whole: list[str], short: Sighting) -> bool:
        if len(piece) >= len(whole):
            return len(piece) == len(whole) and all(
                a.rstrip("s") == b.rstrip("s") for a, b in zip(piece, whole, strict=True)
            )
        if len(piece) > 1 and piece[0] == whole[0] and piece[-1] == whole[-1] and set(piece) <= set(whole):
            # "tribunal de Safi" for "tribunal de première instance de Safi"
            return True
        if whole[: len(piece)] == piece:
            return len(piece) > 1 or (short.head is None and not short.line.opens_sentence(short.first))
        return False

    def _repeats(self, sighting: Sighting, group: Sequence[Sighting]) -> bool:
        if sighting.nature in ("bare", "generic"):
            heads = {s.head for s in group if s.nature == "body"}
            return sighting.head in heads
        return self._is_short_form([sighting], list(group))

    def _describe(self, group: list[Sighting]) -> Body:
        printings = tuple(sorted(group, key=lambda s: s.start))
        named = [s for s in printings if s.nature not in ("bare", "generic")]
        acronym = _acronym_of(named)
        printed = Counter(compact(s.surface) for s in named)
        # Of two spellings the more frequent is the name.
        longest = max(named, key=lambda s: (not s.is_acronym, len(s.words), printed[compact(s.surface)], -s.start))
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
        alone = next((s for s in named if compact(s.surface) == compact(rest)), None)
        if alone and longest.head and fold(surface).startswith(longest.head):
            return alone.surface
        if longest.head and fold(surface).startswith(longest.head):
            return surface[:1].upper() + surface[1:]
        return surface


def _is_same_hospital(short: list[Sighting], long: list[Sighting]) -> bool:
    """ "EPH Youcef-D." and "hôpital Youcef-D.": a hospital goes by several nouns and one proper name."""
    one, other = short[0], long[0]
    if not (one.kind == other.kind == "hospital" and one.head and other.head):
        return False
    return len(_content(one)) > 1 and _content(one)[1:] == _content(other)[1:]


def _is_proper_part(short: Sighting, long: Sighting) -> bool:
    """The proper name right behind a head noun: "Nakhil" in "Association Nakhil pour l'oasis"."""
    return short.head is None and long.head is not None and long.folds[1 : 1 + len(short.folds)] == short.folds


def _content(sighting: Sighting) -> list[str]:
    return [folded for folded in sighting.folds if folded not in _SMALL and folded[0].isalnum()]


def _acronym_of(named: Sequence[Sighting]) -> str | None:
    told = Counter(s.acronym for s in named if s.acronym)
    if told:
        return told.most_common(1)[0][0]
    printed = next((s.surface for s in named if s.is_acronym), None)
    return printed.replace(".", "") if printed else None


def _share_acronym(short: list[Sighting], long: list[Sighting]) -> bool:
    acronyms = {fold(s.acronym) for s in long if s.acronym} | {
        fold(s.known.acronym) for s in long if s.known and s.known.acronym
    }
    printed = {compact(s.surface) for s in short if len(s.words) == 1}
    if any(compact(a) in printed for a in acronyms):
        return True
    if not any(s.is_acronym for s in short) or acronyms:
        return False
    wanted = compact(short[0].surface)
    return len(wanted) > 2 and any(wanted in _initials(s) for s in long)


def _initials(sighting: Sighting) -> tuple[str, ...]:
    """What the name may be shortened to: with its small words, without them, with the acronyms in it whole."""
    words = [fold for fold in sighting.folds if fold[0].isalnum()]
    content = _content(sighting)
    whole = [
        word if is_acronym(printed) else word[0] for word, printed in zip(sighting.folds, sighting.words, strict=True)
    ]
    return "".join(w[0] for w in words), "".join(w[0] for w in content), "".join(whole)
