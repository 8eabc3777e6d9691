"""Tell which organisation a title is held in; whose the title is stands in titlelinks."""

from collections.abc import Callable, Mapping, Sequence

from newsdb.extraction.bodies.organisations import Body
from newsdb.extraction.naming.naming_words import split_words
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.titles import Title
from newsdb.language.names import compact

_POSSESSIVES = frozenset(["son", "sa", "leur"])
# Kinds whose bodies go by many nouns: "le groupe", "l'entreprise", "la compagnie".
_CALLED_BY_KIND = frozenset(["company", "hospital", "union", "club", "party", "bank"])
# Nouns by which bodies of other kinds are called.
_CALLED_ALSO: Mapping[str, tuple[str, ...]] = {
    "centrale": ("union", "federation", "association"), "syndicat": ("union", "federation"),
    "institution": ("bank", "university"), "cabinet": ("company",), "structure": ("association", "company"),
}  # fmt: skip
_PORTFOLIO_OPENERS = frozenset(["de", "d'", "du", "des"])
_WITHOUT_TRADES = frozenset(["federation", "ministry", "parliament", "government", "court", "media", "international"])
_OF_THE = frozenset(["des", "les", "chargee", "charge", "aupres"])
_TOLD_TO = frozenset(["avec", "à", "au", "pour"])
_WARD_HEADS = frozenset(["chef", "chef de service", "medecin-chef"])
COMMUNE = ("de", "la", "commune")
_MINISTRY = "Ministère"
_MINISTRY_STEMS = frozenset(["ministe", "ministr", "delegue"])
# No government has so many; a text with more of them is a list of names.
MAX_MINISTRIES = 100


class TitleBodies:
    """Knows which words of one article are bodies."""

    def __init__(self, bodies: Sequence[Body]) -> None:
        self._by_head = _grouped(bodies, lambda body: body.head)
        self._by_kind = _grouped(bodies, lambda body: body.kind)
        self._ministries = [(compact(b.name), _stems(b.name), b.name) for b in self._by_kind.get("ministry", [])]
        self._named_ministries: dict[str, str | None] = {}
        self._by_end = {(s.line.number, s.last): body for body in reversed(bodies) for s in body.printings}
        self._body_of = {id(s): body for body in bodies for s in body.printings}
        # Lines that name a body and nothing else, above who is appointed there.
        self._alone = {s.line.number: body for body in bodies for s in body.printings if _fills_line(s)}
        self._by_place = {(s.line.number, s.first): body for body in bodies for s in body.printings}

    def organisation_of(self, title: Title) -> str | None:
        """The name of the body that the title is held in."""
        if title.organisation is not None:
            body = self._body_of.get(id(title.organisation)) or self._body_at(title.organisation)
            body = body or self._body_meant(title.organisation)
            return body.name if body else None
        if title.portfolio is not None:
            return self._ministry(title)
        return None

    def antecedent(self, title: Title) -> str | None:
        """The body nearest before "dont le directeur général" or "son président"."""
        line = title.line
        body = self._body_before_comma(title) or self._body_above(title) or self._hospital_of(title)
        if body is not None:
            return body.name
        is_possessed = line.fold_at(title.opening) in _POSSESSIVES and "personal" not in title.noun.traits
        if line.fold_at(title.opening - 1) != "dont" and not is_possessed:
            return None
        for index in range(title.opening - 2, -1, -1):
            if (body := self._by_place.get((line.number, index))) is not None:
                # "son attaquant" is no player of the league that was named last.
                is_other = title.noun.category == "trade" and body.kind in _WITHOUT_TRADES
                if _is_told_to(body, line, index):
                    continue
                return None if is_other else body.name
            if line.words[index] in ".!?" and not is_possessed:
                return None
        return None

    def council_of(self, title: Title) -> str | None:
        """The one commune of the article, where "de la commune" ends the title."""
        communes = self._by_head.get(COMMUNE[-1], ())
        is_told = title.end == title.last and title.line.folds[title.first : title.last][-len(COMMUNE) :] == COMMUNE
        return communes[0].name if is_told and len(communes) == 1 else None

    def may_mean(self, noun: Sighting) -> bool:
        """Whether "du club" may stand for a body that the article names, though which one is open."""
        return noun.nature == "generic" and bool(self._bodies_called(noun))

    def _bodies_called(self, noun: Sighting) -> Sequence[Body]:
        """The bodies that go by the noun: by their own, by another of theirs, or by their kind."""
        by_kind = self._by_kind.get(noun.kind, []) if noun.kind in _CALLED_BY_KIND else []
        also = [body for kind in _CALLED_ALSO.get(noun.head or "", ()) for body in self._by_kind.get(kind, [])]
        return self._by_head.get(noun.head, also or by_kind)

    def _body_meant(self, noun: Sighting) -> Body | None:
        """The one body that "du syndicat", "de l'hôpital" or "du groupe" can mean in the article."""
        if noun.nature != "generic":
            return None
        meant = self._bodies_called(noun)
        if noun.last > noun.first + 1:
            # "du tribunal criminel", where the article names one "Tribunal criminel de …"
            meant = [body for body in meant if compact(body.name).startswith(compact(noun.surface))]
        return meant[0] if len(meant) == 1 else None

    def _body_at(self, sighting: Sighting) -> Body | None:
        return self._by_place.get((sighting.line.number, sighting.first))

    def _ministry(self, title: Title) -> str | None:
        """The ministry of the portfolio: as the article names it, else named after the portfolio as printed."""
        first, last = title.portfolio or (0, 0)
        line = title.line
        printed = line.text[line.starts[first] : line.ends[last - 1]]
        name = f"{_MINISTRY} {printed}"
        # "le ministre français de l'Intérieur" is of "le ministère français de l'Intérieur".
        land = line.text[line.starts[title.first + 1] : line.starts[first]].strip() if first > title.first + 1 else ""
        if land and (told := self._printed_ministry(f"{_MINISTRY} {land} {printed}")) is not None:
            return told
        if name not in self._named_ministries:
            self._named_ministries[name] = self._printed_ministry(name)
        # "secrétaire d'État à la Pêche" names no ministry by itself.
        return self._named_ministries[name] or (name if line.folds[first] in _PORTFOLIO_OPENERS else None)

    def _printed_ministry(self, name: str) -> str | None:
        """The ministry of the article that this is another name of."""
        mine, stems = compact(name), _stems(name)
        for theirs, other_stems, printed in self._ministries[:MAX_MINISTRIES]:
            if other_stems <= _MINISTRY_STEMS:
                # "ministère délégué" names none
                continue
            if mine.startswith(theirs) or theirs.startswith(mine) or stems == other_stems:
                return printed
        return None

    def _body_before_comma(self, title: Title) -> Body | None:
        """The body of "Du côté de l'Office (ONX), la directrice générale, Y"."""
        line, comma = title.line, title.opening - 1
        if line.fold_at(comma) != "," or not title.is_definite or title.noun.category != "office":
            return None
        last = comma - 3 if line.fold_at(comma - 1) == ")" else comma
        body = self._by_end.get((line.number, last))
        first = (
            next((s.first for s in body.printings if (s.line.number, s.last) == (line.number, last)), 0) if body else 0
        )
        return None if body is None or _is_told_to(body, line, first) else body

    def _hospital_of(self, title: Title) -> Body | None:
        """The one hospital of the article, where "cheffe du service de pédiatrie" names none."""
        hospitals = self._by_kind.get("hospital", ())
        is_ward = title.noun.lemma in _WARD_HEADS and "service" in title.line.folds[title.first : title.last]
        return hospitals[0] if is_ward and len(hospitals) == 1 else None

    def _body_above(self, title: Title) -> Body | None:
        """The body on the line above "Directeur général : X"."""
        is_listed = title.opening == 0 and title.line.fold_at(title.end) == ":"
        return self._alone.get(title.line.number - 1) if is_listed else None

    def in_brackets(self, line: Line, index: int) -> str | None:
        """The body in brackets behind a name: "le député Karim T. (X)"."""
        body = self._by_place.get((line.number, index + 1))
        return body.name if body is not None and line.fold_at(index) == "(" else None


def _is_told_to(body: Body, line: Line, index: int) -> bool:
    """ "Dans cet entretien avec X, sa présidente revient …": the medium that asks is not whose president she is."""
    return body.kind == "media" and line.fold_at(index - 1) in _TOLD_TO


def _fills_line(printing: Sighting) -> bool:
    return printing.first - printing.aside <= 1 and len(printing.line) - printing.last <= 1


def _grouped(bodies: Sequence[Body], key: Callable[[Body], str | None]) -> Mapping[str | None, Sequence[Body]]:
    groups: dict[str | None, list[Body]] = {}
    for body in bodies:
        groups.setdefault(key(body), []).append(body)
    return groups


def _stems(name: str) -> frozenset[str]:
    """The beginnings of the content words: "réforme administrative" and "réforme de l'administration" are one."""
    return frozenset(word[:7] for word in split_words(name.replace("'", " ").replace("’", " ")) if len(word) > 3)


def same_portfolio(one: Title, other: Title) -> bool:
    """Whether the portfolios of two ministers' titles begin alike."""
    return bool(_portfolio_words(one)[:1]) and _portfolio_words(one)[:1] == _portfolio_words(other)[:1]


def _portfolio_words(title: Title) -> list[str]:
    first, last = title.portfolio or (0, 0)
    return [f for f in title.line.folds[first:last] if len(f) > 2 and f not in _OF_THE]
