"""Tell the organisations of an article from its sightings and join their names; heads are read in bodies."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from newsdb.extraction.naming_words import NamingWords
from newsdb.extraction.sightings import Sighting, is_acronym
from newsdb.extraction.titles import Title
from newsdb.facts import OrganisationKind
from newsdb.language.names import compact, fold

_AUXILIARIES = frozenset(["a", "ont", "avait", "avaient", "est", "etait", "aurait", "va"])
_TOWARDS = frozenset(["à", "en", "vers", "depuis"])
_INDEFINITE = frozenset(["un", "une", "des", "plusieurs", "deux", "trois"])
Same = Callable[[list[Sighting], list[Sighting]], bool]
_THE = frozenset(["la", "le", "l'"])
_SMALL = frozenset(["de", "du", "des", "d'", "la", "le", "l'", "les", "et", "a", "à", "pour", "en", "au", "aux"])


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation of the article with all its printings; `head` is the folded head noun where it has one."""

    name: str
    acronym: str | None
    kind: OrganisationKind
    head: str | None
    printings: tuple[Sighting, ...]


class OrganisationFinder:
    """Judges the runs of one article that are no people, and joins the names of one body."""

    def __init__(self, known: NamingWords) -> None:
        self.known = known
        self._verbs = known.naming_verbs | known.reporting_verbs

    # Which sightings are organisations

    def find(self, sightings: Sequence[Sighting], runs: Sequence[Sighting], titles: Sequence[Title]) -> list[Sighting]:
        """The bodies among the sightings, and those of the `runs` that something shows to be bodies."""
        bodies = [s for s in sightings if s.nature == "body" and fold(s.surface) not in self.known.not_organisations]
        portfolios = {word for s in bodies if s.kind == "ministry" for word in s.folds}
        concepts = self._concepts(sightings, bodies)
        open_runs = [
            s for s in runs if (len(s.words) > 1 or s.folds[0] not in portfolios) and s.surface not in concepts
        ]
        sure = self._sure(open_runs, bodies, titles)
        names = {s.folds for s in sure}
        places = self._places(runs)
        for run in sorted(open_runs, key=lambda s: s.start):
            if run.folds not in names | places and self._follows_body(run, [*bodies, *sure]):
                sure.append(run)
                names.add(run.folds)
        return bodies + [self._with_kind(s) for s in open_runs if s.folds in names]

    def _sure(self, runs: Sequence[Sighting], bodies: Sequence[Sighting], titles: Sequence[Title]) -> list[Sighting]:
        """The runs that their own words or their company show to be bodies."""
        defined = {s.acronym for s in bodies if s.acronym}
        held = {id(t.organisation) for t in titles if t.organisation and t.noun.category == "office"}
        places = self._places(runs)
        return [s for s in runs if s.surface in defined or self._is_body(s, held, places)]

    def _places(self, runs: Sequence[Sighting]) -> set[tuple[str, ...]]:
        return {s.folds for s in runs if s.line.fold_at(s.first - 1) in _TOWARDS}

    def _concepts(self, sightings: Sequence[Sighting], bodies: Sequence[Sighting]) -> set[str]:
        """Acronyms that stand for a programme or for words that name no body."""
        things = {s.acronym for s in sightings if s.acronym and s.nature == "thing"}
        return (things - {s.acronym for s in bodies}) | self._bracketed_concepts(sightings)

    def _bracketed_concepts(self, sightings: Sequence[Sighting]) -> set[str]:
        """Acronyms in brackets behind words that name no body: "intelligence artificielle (IA)"."""
        named = {s.acronym for s in sightings if s.acronym}
        return {
            s.surface
            for s in sightings
            if s.nature == "run"
            and s.line.fold_at(s.first - 1) == "("
            and s.line.fold_at(s.last) == ")"
            and s.surface not in named
            and s.first > 1
            and not s.line.capital_at(s.first - 2)
            and s.is_acronym
        }

    def _is_body(self, run: Sighting, held: set[int], places: set[tuple[str, ...]]) -> bool:
        folded = " ".join(run.folds)
        if (
            folded in self.known.not_organisations
            or (run.is_quoted and not self._is_named_in_quotes(run))
            or run.line.fold_at(run.first - 1) in _INDEFINITE
        ):
            return False
        if run.is_acronym:
            return self._is_acronym_of_body(run)
        if run.folds in places:
            return False
        if run.is_quoted or run.acronym or id(run) in held or self._has_marking_word(run):
            return True
        return self._has_company(run) or self._acts(run)

    def _is_acronym_of_body(self, run: Sighting) -> bool:
        """An acronym is a body unless it stands in a text of capitals, or counts something."""
        line = run.line
        before = line.fold_at(run.first - 1)
        if before.isdigit() or any(character.isdigit() for character in run.words[0]):
            return False
        in_capitals = sum(w.isupper() and len(w) > 2 for w in line.words) > max(4, len(line) // 3)
        return not in_capitals and len(run.words[0].replace(".", "")) > 1

    def _has_marking_word(self, run: Sighting) -> bool:
        if len(run.words) < 2:
            return False
        known = run.folds[0] in self.known.organisations or run.folds[0] in self.known.organisation_heads
        return known or any(folded in self.known.organisation_words for folded in run.folds)

    def _is_named_in_quotes(self, run: Sighting) -> bool:
        """In apposition to a body's noun or acronym: "la société de développement local (SDL), «X»"."""
        line, comma = run.line, run.first - 2
        if line.fold_at(comma) != ",":
            return False
        nouns = range(max(0, comma - 12), comma)
        return any(
            (line.folds[i] in self.known.organisation_heads or is_acronym(line.words[i])) and line.folds[i - 1] in _THE
            for i in nouns
        )

    def _has_company(self, run: Sighting) -> bool:
        """Words beside the run that only go with a body: "chez X", "X, une organisation …"."""
        line, before = run.line, run.line.fold_at(run.first - 1)
        if before in ("chez",) or (before in ("de", "d'", "du") and line.fold_at(run.first - 2) in ("filiale", "chez")):
            return True
        if line.fold_at(run.last) != ",":
            return False
        noun = (
            run.last + 2 if line.fold_at(run.last + 1) in ("un", "une", "le", "la", "l'", "premier") else run.last + 1
        )
        return line.fold_at(noun) in self.known.organisation_heads and not line.capital_at(noun)

    def _acts(self, run: Sighting) -> bool:
        """The subject of a verb that companies have: "X a lancé", "X emploie"; a lone sentence opener is too little."""
        line, index = run.line, run.last
        if line.fold_at(run.first - 1) in ("selon", "par") and not line.opens_sentence(run.first):
            return line.fold_at(run.first - 1) == "selon"
        if line.opens_sentence(run.first) and len(run.words) == 1:
            return False
        if line.fold_at(index) in _AUXILIARIES:
            return line.fold_at(index + 1) in self._verbs
        return line.fold_at(index) in self._verbs and line.words[index].islower()

    def _follows_body(self, run: Sighting, bodies: Sequence[Sighting]) -> bool:
        """Coordinated with a body: "X, Y et Z", "X ainsi que Y", "Y et la Z"."""
        line = run.line
        if line.fold_at(run.last) == "et" and any(b.line is line and 1 <= b.first - run.last <= 2 for b in bodies):
            return True
        if line.fold_at(run.first - 1) not in ("et", ",", "que", "ou", "&"):
            return False
        reach = run.first - (3 if line.fold_at(run.first - 1) == "que" else 1)
        return any(b.line is line and reach - 1 <= b.last <= reach for b in bodies)

    def _with_kind(self, run: Sighting) -> Sighting:
        kinds = (self.known.organisation_words.get(folded) for folded in run.folds)
        return replace(run, kind=next((k for k in kinds if k), run.kind))

    # Which names are one body

    def join(self, bodies: Sequence[Sighting], loose: Iterable[Sighting]) -> list[Body]:
        """The organisations; `loose` sightings count where they repeat a part of exactly one name."""
        groups = self._by_name(bodies)
        groups = self._merge(groups, _share_acronym)
        groups = self._merge(groups, self._is_short_form)
        for sighting in loose:
            homes = [g for g in groups if self._repeats(sighting, g)]
            if len(homes) == 1:
                homes[0].append(sighting)
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
        longest = max(named, key=lambda s: (not s.is_acronym, len(s.words), -s.start))
        name = self._canonical(longest, named)
        kind = next((s.kind for s in named if s.kind and s.kind != "other"), None) or "other"
        head = next((s.head for s in named if s.head), None)
        return Body(name, acronym, kind, head, printings)

    def _canonical(self, longest: Sighting, named: Sequence[Sighting]) -> str:
        """The longest name; without its head noun where the rest stands alone elsewhere."""
        surface = " ".join(longest.surface.split())
        rest = surface.partition(" ")[2]
        alone = next((s for s in named if compact(s.surface) == compact(rest)), None)
        if alone and longest.head and fold(surface).startswith(longest.head):
            return alone.surface
        if longest.head and fold(surface).startswith(longest.head):
            return surface[:1].upper() + surface[1:]
        return surface


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
