"""Link titles to the people they stand beside; titles that stand alone are for anaphora and designations."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from newsdb.extraction.naming_words import NamingWords, split_words
from newsdb.extraction.organisations import Body
from newsdb.extraction.people import Identity
from newsdb.extraction.sightings import Sighting
from newsdb.extraction.tenures import find_appointment, read_tenure
from newsdb.extraction.titles import Title
from newsdb.facts import Role
from newsdb.language.names import compact

_COPULAS = frozenset(["est", "etait", "devient", "reste", "nomme", "nommee", "elu", "elue", "designe", "designee"])
_SINCE = frozenset(["depuis", "en"])
# "depuis le 3 mars 2019,"
_LONGEST_DATE = 7
_JOINTS = frozenset(["et", "devenu", "devenue"])
_PLACING = frozenset(["à", "de", "d'", "en", "au"])
_POSSESSIVES = frozenset(["son", "sa", "leur"])
_OF_THE = frozenset(["des", "les", "chargee", "charge", "aupres"])
# Kinds whose bodies go by many nouns: "le groupe", "l'entreprise", "la compagnie".
_CALLED_BY_KIND = frozenset(["company", "hospital", "union", "club", "party", "bank"])
_PORTFOLIO_OPENERS = frozenset(["de", "d'", "du", "des"])
_MINISTRY = "Ministère"
# No government has so many; a text with more of them is a list of names.
MAX_MINISTRIES = 100
# Titles are compared by so many words.
MAX_TITLE_WORDS = 30


@dataclass(frozen=True, slots=True)
class HeldTitle:
    """A title with its holder, an index into the people of the article."""

    title: Title
    person: int


class RoleFinder:
    """Knows where the people of one article stand and which words are bodies."""

    def __init__(self, known: NamingWords, people: Sequence[Identity], bodies: Sequence[Body], language: str) -> None:
        self.known = known
        self.language = language
        self.bodies = bodies
        self._genders = [person.gender for person in people]
        self._starts: dict[tuple[int, int], int] = {}
        self._ends: dict[tuple[int, int], int] = {}
        for number, person in enumerate(people):
            for printing in person.printings:
                self._starts[printing.line.number, printing.first] = number
                self._ends[printing.line.number, printing.last] = number
        self._titles_by_end: dict[tuple[int, int], Title] = {}
        self._ends_of: dict[tuple[int, int], list[int]] = {}
        for (line, end), number in self._ends.items():
            self._ends_of.setdefault((line, number), []).append(end)
        self._by_head = _grouped(bodies, lambda body: body.head)
        self._by_kind = _grouped(bodies, lambda body: body.kind)
        self._ministries = [(compact(b.name), _stems(b.name), b.name) for b in self._by_kind.get("ministry", [])]
        self._named_ministries: dict[str, str | None] = {}
        self._by_end = {(s.line.number, s.last): body for body in reversed(bodies) for s in body.printings}
        self._body_of = {id(s): body for body in bodies for s in body.printings}
        self._by_place = {(s.line.number, s.first): body for body in bodies for s in body.printings}

    # Who holds which title

    def link(self, titles: Sequence[Title]) -> list[HeldTitle]:
        """Every title that stands beside a person, in order."""
        held: list[HeldTitle] = []
        self._titles_by_end = {(title.line.number, title.end): title for title in titles}
        for index, title in enumerate(titles):
            holder = None if title.noun.is_plural else self._holder(title)
            if holder is None and held:
                holder = self._shared_holder(title, held[-1])
            if holder is None and held:
                holder = self._predicate_holder(title, held[-1])
            if holder is not None:
                held.append(HeldTitle(title, holder))
                held[-1:-1] = self._coordinated_before(titles, index, holder)
        return held

    def _holder(self, title: Title) -> int | None:
        line, number = title.line, title.line.number
        after = self._after_civility(title, title.end)
        if (person := self._starts.get((number, after))) is not None:
            return person
        before = self._of_gender(title, self._person_before(title))
        if before is None and title.opening == title.first and self._goes_on(title):
            # "X coordinateur du collectif Y"
            before = self._ends.get((number, title.first))
        if before is not None:
            return before
        comma = self._comma_behind(title)
        opening = title.opening - (line.fold_at(title.opening - 1) in _COPULAS)
        # "Élue maire de Safi en 2021, X …"
        opens = title.is_definite or opening == 0 or line.opens_sentence(opening) or self._goes_with_opening(title)
        if comma is not None and opens:
            return self._starts.get((number, self._after_civility(title, comma + 1)))
        return None

    def _goes_with_opening(self, title: Title) -> bool:
        """ "Ancien recteur et militant associatif, X …": coordinated with a title that opens the sentence."""
        line, joint = title.line, title.opening - 1
        first = self._titles_by_end.get((line.number, joint))
        return line.fold_at(joint) == "et" and first is not None and line.opens_sentence(first.opening)

    def _of_gender(self, title: Title, person: int | None) -> int | None:
        """The person, unless a man stands before the title of a woman: women hold titles in the masculine as well."""
        is_other = person is not None and title.noun.gender == "f" and self._genders[person] == "m"
        return None if is_other else person

    def _goes_on(self, title: Title) -> bool:
        """Whether the title of an office says of what."""
        return title.noun.category == "office" and title.end > title.first + len(title.noun.lemma.split())

    def _comma_behind(self, title: Title) -> int | None:
        """The comma behind the title, and behind "depuis 2019" or "en mars 2021"."""
        line, index = title.line, title.end
        if line.fold_at(index) in _SINCE:
            stop = min(index + _LONGEST_DATE, len(line))
            index = next((i for i in range(index + 1, stop) if line.words[i] == ","), index)
            if not any(word.isdigit() for word in line.words[title.end : index]):
                return None
        return index if line.fold_at(index) == "," else None

    def _after_civility(self, title: Title, index: int) -> int:
        line = title.line
        if line.fold_at(index) in ("le", "la", "l'") and line.fold_at(index + 1) in self.known.civilities:
            return index + 2
        is_addressed = line.fold_at(index) in self.known.civilities
        is_honoured = line.fold_at(index) in self.known.honorifics and not line.capital_at(index)
        return index + 1 if is_addressed or is_honoured else index

    def _person_before(self, title: Title) -> int | None:
        line, mark = title.line, title.opening - 1
        if title.opening > 0 and line.words[mark] in (",", "("):
            return self._ends.get((line.number, self._before_age(title, mark)))
        if line.fold_at(mark) == "." and title.end >= len(line) - 1:
            # Headline style: "Name. Directrice générale de X"
            return self._ends.get((line.number, mark))
        return self._subject_of_copula(title, mark)

    def _before_age(self, title: Title, mark: int) -> int:
        """Before ", 58 ans" that stands between the name and the title."""
        line = title.line
        is_age = line.fold_at(mark - 1) == "ans" and line.fold_at(mark - 3) in (",", "(")
        return mark - 3 if is_age else mark

    def _subject_of_copula(self, title: Title, mark: int) -> int | None:
        line = title.line
        appointment = find_appointment(self.language, line, title.opening)
        if appointment is not None:
            mark = appointment
            if line.fold_at(mark - 1) == ",":
                return self._ends.get((line.number, mark - 1))
        elif line.fold_at(mark) not in _COPULAS:
            return None
        start = mark - 1 if line.fold_at(mark - 1) in ("a", "est", "ete") else mark
        start = start - 1 if line.fold_at(start - 1) in ("a", "est") else start
        person = self._ends.get((line.number, start))
        return person if person is not None else self._ends.get((line.number, mark))

    def _shared_holder(self, title: Title, last: HeldTitle) -> int | None:
        """ "vice-président de X et président de Y": the second title is the same person's."""
        line = title.line
        joint = title.first - 1
        joined = last.title.line is line and line.fold_at(joint) in ("et", "puis", ",", "devenu", "devenue")
        between = range(last.title.end, joint)
        # "potier à Safi et président de X"
        near = len(between) < 5 and all(line.capitals[i] or line.folds[i] in _PLACING for i in between)
        return last.person if joined and near and not title.noun.is_plural else None

    def _predicate_holder(self, title: Title, last: HeldTitle) -> int | None:
        """ "X, ancien directeur de Y, est le nouveau président": the first title tells whom the second means."""
        line, comma = title.line, title.opening - 2
        is_said = line.fold_at(comma + 1) in _COPULAS and line.fold_at(comma) == ","
        described = last.title.line is line and last.title.end == comma
        return last.person if is_said and described and not title.noun.is_plural else None

    def _coordinated_before(self, titles: Sequence[Title], index: int, holder: int) -> list[HeldTitle]:
        """ "Capitaine et double buteur, X": the first title is the same person's."""
        if index == 0:
            return []
        title, first = titles[index], titles[index - 1]
        joined = first.line is title.line and first.end == title.first - 1 and title.line.fold_at(first.end) in _JOINTS
        if not joined or self._holder(first) is not None or first.noun.is_plural:
            return []
        return [HeldTitle(first, holder)]

    # What the title says

    def describe(self, held: HeldTitle, following: Title | None) -> Role:
        """The role as printed; of coordinated titles the first takes the body of the second."""
        title = held.title
        line = title.line
        organisation = self.organisation_of(title)
        # "porte-parole du mouvement": words of the title, where they are no body of the article.
        noun = title.organisation
        is_worded = organisation is None and noun is not None and noun.nature == "generic"
        start, end = line.starts[title.first], line.ends[(title.end if is_worded else title.last) - 1]
        is_office = title.noun.category == "office"
        if organisation is None and following is not None and is_office and line.fold_at(title.end) == "et":
            organisation = self.organisation_of(following)
        if organisation is None and "seated" in title.noun.traits:
            organisation = self._party_behind(held)
        if organisation is None:
            organisation = self._antecedent(title)
        role = Role(line.text[start:end], organisation, start, end)
        tenure = read_tenure(self.language, line, first=title.first, end=self._behind_holder(held))
        if tenure is None:
            return role
        return replace(role, valid_from=tenure.valid_from, valid_to=tenure.valid_to, valid_precision=tenure.precision)

    def _behind_holder(self, held: HeldTitle) -> int:
        """Behind the title, and behind the holder's name where it follows at once."""
        title = held.title
        after = self._after_civility(title, title.end)
        if after < len(title.line) and title.line.words[after] == ",":
            after = self._after_civility(title, after + 1)
        ends = self._ends_of.get((title.line.number, held.person), [])
        return next(
            (end for end in ends if self._starts.get((title.line.number, after)) == held.person and end > after),
            title.end,
        )

    def organisation_of(self, title: Title) -> str | None:
        """The name of the body that the title is held in."""
        if title.organisation is not None:
            body = self._body_of.get(id(title.organisation)) or self._body_at(title.organisation)
            body = body or self._body_meant(title.organisation)
            return body.name if body else None
        if title.portfolio is not None:
            return self._ministry(title)
        return None

    def _body_meant(self, noun: Sighting) -> Body | None:
        """The one body that "du syndicat", "de l'hôpital" or "du groupe" can mean in the article."""
        if noun.nature != "generic":
            return None
        is_bare = noun.last == noun.first + 1
        by_kind = self._by_kind.get(noun.kind, []) if noun.kind in _CALLED_BY_KIND else []
        meant = self._by_head.get(noun.head, by_kind)
        return meant[0] if is_bare and len(meant) == 1 else None

    def _body_at(self, sighting: Sighting) -> Body | None:
        return self._by_place.get((sighting.line.number, sighting.first))

    def _ministry(self, title: Title) -> str | None:
        """The ministry of the portfolio: as the article names it, else named after the portfolio as printed."""
        first, last = title.portfolio or (0, 0)
        line = title.line
        printed = line.text[line.starts[first] : line.ends[last - 1]]
        name = f"{_MINISTRY} {printed}"
        if name not in self._named_ministries:
            self._named_ministries[name] = self._printed_ministry(name)
        # "secrétaire d'État à la Pêche" names no ministry by itself.
        return self._named_ministries[name] or (name if line.folds[first] in _PORTFOLIO_OPENERS else None)

    def _printed_ministry(self, name: str) -> str | None:
        """The ministry of the article that this is another name of."""
        mine, stems = compact(name), _stems(name)
        for theirs, other_stems, printed in self._ministries[:MAX_MINISTRIES]:
            if mine.startswith(theirs) or theirs.startswith(mine) or stems == other_stems:
                return printed
        return None

    def _party_behind(self, held: HeldTitle) -> str | None:
        """The body in brackets behind the name: "le député Karim T. (X)"."""
        number = held.title.line.number
        for end in self._ends_of.get((number, held.person), []):
            if (body := self._by_place.get((number, end + 1))) is not None:
                return body.name if held.title.line.fold_at(end) == "(" else None
        return None

    def _body_before_comma(self, title: Title) -> Body | None:
        """The body of "Du côté de l'Office (ONX), la directrice générale, Y"."""
        line, comma = title.line, title.opening - 1
        if line.fold_at(comma) != "," or not title.is_definite or title.noun.category != "office":
            return None
        last = comma - 3 if line.fold_at(comma - 1) == ")" else comma
        return self._by_end.get((line.number, last))

    def _antecedent(self, title: Title) -> str | None:
        """The body nearest before "dont le directeur général" or "son président"."""
        line = title.line
        body = self._body_before_comma(title)
        if body is not None:
            return body.name
        is_possessed = line.fold_at(title.opening) in _POSSESSIVES
        if line.fold_at(title.opening - 1) != "dont" and not is_possessed:
            return None
        for index in range(title.opening - 2, -1, -1):
            if (body := self._by_place.get((line.number, index))) is not None:
                return body.name
            if line.words[index] in ".!?" and not is_possessed:
                return None
        return None


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


def merge_roles(roles: Sequence[Role], abbreviations: Mapping[str, tuple[str, ...]]) -> tuple[Role, ...]:
    """One role for each title and body, in the fullest form that is printed; sorted by place."""
    kept: list[Role] = []
    # By what a role may say that says no more: "ministre" beside "ministre de la Santé".
    said: dict[tuple[str | None, tuple[str, ...]], int] = {}
    for role in sorted(roles, key=lambda r: (-len(r.title), r.organisation is None, r.start)):
        words = tuple(_spelled_out(role.title, abbreviations)[:MAX_TITLE_WORDS])
        same = said.get((role.organisation, words))
        if same is None:
            for length in range(len(words) + 1):
                said.setdefault((role.organisation, words[:length]), len(kept))
                said.setdefault((None, words[:length]), len(kept))
            kept.append(role)
        elif kept[same].valid_precision is None:
            kept[same] = replace(
                kept[same],
                valid_from=role.valid_from, valid_to=role.valid_to, valid_precision=role.valid_precision,
            )  # fmt: skip
    return tuple(sorted(kept, key=lambda r: r.start))


def _spelled_out(title: str, abbreviations: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The folded words in the masculine, abbreviations in full."""
    words = split_words(title.replace("directrice", "directeur").replace("générale", "général"))
    return [part for word in words for part in abbreviations.get(word, (word,))]
