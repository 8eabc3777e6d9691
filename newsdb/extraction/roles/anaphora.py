"""Give a title that stands alone to the one person it can only mean; titles beside a name are linked in titlelinks."""

from collections.abc import Sequence, Set

from newsdb.extraction.cast import Gender
from newsdb.extraction.naming.naming_words import NamingWords
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.people.people import Identity
from newsdb.extraction.roles.titlelinks import HeldTitle
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.titleleads import TitleLeads, is_in_marks
from newsdb.extraction.titles.titles import Title

_ARTICLES = frozenset(["le", "la", "l'", "ce", "cet", "cette"])
_OF = frozenset(["de", "d'", "du"])
# "L'ancien ministre au gouvernement d'union nationale, Y": what stands between a title and its holder begins so.
_BEFORE_FIELDS = frozenset(["de", "d'", "du", "des", "au", "aux", "à", "en", "dans", "sous", "chez", "pour"])
_OPENING = frozenset('«“"')
_THE = frozenset(["le", "la", "l'"])
_THAT = frozenset(["que", "qu'"])
_THESE = frozenset(["ce", "cet", "cette"])
_POSSESSIVES = frozenset(["son", "sa"])
_INDEFINITE = frozenset(["un", "une"])
_NEAR_NAME = 8
# Below a headline a title of who speaks in it is looked for in so many lines, signature and date among them.
_LINES_BELOW = 4
_LOOSE = frozenset(["figure", "vague"])
_CIRCUMSTANCES = frozenset(["a", "à", "en", "depuis", "avec", "pour", "dans", "malgre", "apres"])
_ENDERS = frozenset(".!?…")
_SINCE = frozenset(["depuis", "en"])
_LONGEST_DATE = 6


def adopt_titles(
    titles: Sequence[Title],
    held: Sequence[HeldTitle],
    people: Sequence[Identity],
    known: NamingWords,
    leads: TitleLeads,
    first_turn: int | None = None,
) -> list[HeldTitle]:
    """Titles without a holder that follow the naming of exactly one person who has none.

    "Ivana M. négocie seule. L'importatrice italienne vient chaque automne." Above the first turn of an interview, in
    the line with the number `first_turn`, the one person named so far is meant by every title.
    """
    adopter = _Adopter(people, known)
    taken = {h.person for h in held}
    titles_of: dict[int, list[Title]] = {}
    for holding in held:
        titles_of.setdefault(holding.person, []).append(holding.title)
    nouns: dict[str, set[Gender | None]] = {}
    for holding in held:
        nouns.setdefault(holding.title.noun.lemma, set()).add(people[holding.person].gender or holding.title.gender)
    said = {_said(h.title) for h in held}
    beside = {id(h.title) for h in held}
    adopted: list[HeldTitle] = []
    fronted: Title | None = None
    openings = {
        (t.line.number, leads.before_lead(t.line, t.opening)): t
        for t in titles
        if t.opening == t.first and not t.noun.is_plural
    }
    # "Un gardien … . « … », dit le gardien": somebody else than who was named.
    introduced: set[str] = set()
    for title in titles:
        if title.line.fold_at(title.opening) in _INDEFINITE:
            introduced.add(title.noun.lemma)
        follows = fronted is not None and fronted.line is title.line and _comma_behind(fronted) + 1 == title.opening
        fronted = None
        genders = nouns.get(title.noun.lemma, set())
        # "L'avocat", where an "avocate" was named: another holder.
        is_noun_taken = bool(genders) and (title.gender is None or not genders.isdisjoint((title.gender, None)))
        is_taken = is_noun_taken and (len(_said(title)) == 1 or _said(title) in said)
        if id(title) in beside or is_taken:
            continue
        is_above = first_turn is not None and title.line.number < first_turn
        stands_alone = follows or adopter.stands_alone(title)
        if is_above and (
            stands_alone or adopter.opens_with_possessive(title) or adopter.stands_behind_circumstance(title)
        ):
            interviewee = adopter.only_person_before(title)
            if interviewee is not None:
                is_told = not (_is_figure(title, known.lands) or _only_calls(title, titles_of.get(interviewee, [])))
                adopted.append(HeldTitle(title, interviewee, is_beside=False, is_told=is_told))
                joined = openings.get((title.line.number, title.end + 1))
                if joined is not None and title.line.fold_at(title.end) in ("et", ","):
                    # "la comédienne et fondatrice de X", "Son entraîneur, ancien défenseur de Y, …"
                    adopted.append(HeldTitle(joined, interviewee))
                fronted = title if adopter.is_fronted(title) else None
                continue
        if not stands_alone:
            continue
        person = adopter.person_before(title)
        if person is None and title.noun.lemma not in introduced:
            person = adopter.person_of_line_before(title)
            person = adopter.person_heading(title) if person is None else person
        if person is not None and (person not in taken or follows or _adds(title, titles_of.get(person, []))):
            is_told = not _only_calls(title, titles_of.get(person, []))
            adopted.append(HeldTitle(title, person, is_beside=False, is_told=is_told))
            if (apposed := openings.get((title.line.number, title.end + 1))) and title.line.fold_at(title.end) == ",":
                # "L'urologue, ex-directeur d'une clinique à Béja, …", "La romancière, nommée en mars directrice de X"
                adopted.append(HeldTitle(apposed, person))
            taken.add(person)
            nouns.setdefault(title.noun.lemma, set()).add(people[person].gender or title.gender)
            said.add(_said(title))
            fronted = title if adopter.is_fronted(title) else None
    return adopted


def first_turn(lines: Sequence[Line]) -> int | None:
    """The number of the first line that is a question or an answer."""
    return next((line.number for line in lines if line.kind in ("question", "answer")), None)


def _comma_behind(title: Title) -> int:
    """The comma behind the title, over "depuis janvier" as well."""
    line = title.line
    if line.fold_at(title.end) not in _SINCE:
        return title.end
    stop = min(title.end + _LONGEST_DATE, len(line))
    return next((index for index in range(title.end, stop) if line.words[index] == ","), title.end)


def _adds(title: Title, others: Sequence[Title]) -> bool:
    """Whether a title tells more of who has others: "l'ancien épicier", "la musicologue" of a president."""
    if title.is_schooling:
        return False
    if title.is_former:
        return title.line.fold_at(title.opening) in _THESE or title.line.fold_at(title.opening - 1) in _ENDERS | {
            "",
            ",",
        }
    is_told = title.noun.traits.isdisjoint(_LOOSE) and title.noun.category == "trade"
    return is_told and all(other.noun.category == "office" or "vague" in other.noun.traits for other in others)


def _only_calls(title: Title, others: Sequence[Title]) -> bool:
    """Whether a bare trade with its article calls who has a title already: "Le banquier sourit"."""
    is_the = title.line.fold_at(title.opening) in _THE and title.opening < title.first
    is_bare = title.end == title.first + len(title.noun.lemma.split())
    return bool(others) and is_the and is_bare and title.noun.category == "trade"


def _said(title: Title) -> tuple[str, ...]:
    """The words of a title, by which another holder of the same noun is told."""
    return title.line.folds[title.first : title.last]


def _is_figure(title: Title, lands: Set[str]) -> bool:
    """ "Le patron", "l'expert": how somebody figures in the story, but not "le patron de X", "l'expert en énergie"."""
    is_told = title.noun.category == "trade" and title.without_land(lands) > title.first + 1
    is_bare = title.organisation is None or title.organisation.nature == "generic"
    return "figure" in title.noun.traits and is_bare and not is_told


class _Adopter:
    def __init__(self, people: Sequence[Identity], known: NamingWords) -> None:
        self.people = people
        self.known = known
        self._named: dict[int, list[tuple[int, int]]] = {}
        # Whoever speaks in the headline: "X : « … »".
        self._heading: dict[int, int] = {}
        for number, person in enumerate(people):
            for printing in person.printings:
                if printing.line.kind == "byline":
                    # Whoever signs is nobody of the story.
                    continue
                self._named.setdefault(printing.line.number, []).append((printing.first, number))
                if printing.line.kind == "headline" and _stands_before_colon(printing):
                    self._heading[printing.line.number] = number

    def stands_alone(self, title: Title) -> bool:
        """A subject with its article at the start of a sentence or right behind a reporting verb."""
        line = title.line
        if title.noun.is_plural or _is_figure(title, self.known.lands) or self._is_of_person(title):
            return False
        if line.capital_at(title.end) or self._has_name_behind(title):
            # "Le député Xyz a voté": somebody or something whose name is not read
            return False
        if line.fold_at(title.opening - 1) in _OPENING:
            return False
        if self.is_fronted(title):
            return True
        if line.fold_at(title.opening) not in _ARTICLES:
            return False
        before = line.fold_at(title.opening - 1)
        if line.folds[title.opening] in _THESE and (title.is_former or self._follows_circumstance(title)):
            return True
        if line.folds[title.opening] in _THESE and title.noun.category == "trade" and before in _THAT:
            # "C'est là que cette biologiste a eu l'idée"
            return True
        if title.is_former and title.organisation is not None and self._follows_circumstance(title):
            # "Après un doctorat à Gand, l'ex-chercheuse de l'Institut X rentre"
            return True
        if before == ",":
            return self._follows_opening_words(title)
        is_source = before == "pour" or line.follows_source_word(title.opening)
        return line.opens_sentence(title.opening) or before in self.known.reporting_verbs or is_source

    def _has_name_behind(self, title: Title) -> bool:
        """ "L'économiste de l'éducation Y": the holder's name stands behind words that are not read as the title's."""
        line = title.line
        named = {first for first, _ in self._named.get(line.number, ())}
        if line.fold_at(title.end) not in _BEFORE_FIELDS:
            return False
        for index in range(title.end + 1, min(title.end + _NEAR_NAME, len(line))):
            if index in named or (line.words[index] == "," and index + 1 in named):
                return True
            if line.capitals[index] or line.folds[index] in self.known.reporting_verbs or line.words[index] in ",.:":
                return False
        return False

    def stands_behind_circumstance(self, title: Title) -> bool:
        """ "Dans cet entretien, l'expert en énergie soutient …", "Formée à Brest, …, la biologiste dirige …"."""
        line = title.line
        is_subject = line.fold_at(title.opening) in _THE and line.fold_at(title.opening - 1) == ","
        is_trade = (
            title.noun.category == "trade" and not title.noun.is_plural and not _is_figure(title, self.known.lands)
        )
        is_listed = line.fold_at(title.end) == "et" and line.fold_at(title.end + 1) in _THE
        return is_subject and is_trade and not is_listed and not self._is_of_person(title)

    def _follows_opening_words(self, title: Title) -> bool:
        """ "Sollicité hier soir, le coach …": a participle and what goes with it opens the sentence."""
        line = title.line
        for index in range(title.opening - 2, max(-1, title.opening - 9), -1):
            if line.words[index] in ",.:;»":
                return False
            if line.opens_sentence(index):
                # "Interrogé par X, le ministre …" is somebody else.
                names_other = any(index < first < title.opening for first, _ in self._named.get(line.number, ()))
                return line.words[index].endswith(("é", "ée", "t", "te")) and not names_other
        return False

    def _follows_circumstance(self, title: Title) -> bool:
        """ "A 38 ans, cette potière …": a few words with a preposition open the sentence."""
        line = title.line
        start = next(
            (i for i in range(title.opening - 2, max(-1, title.opening - 12), -1) if line.opens_sentence(i)), None
        )
        return start is not None and line.fold_at(title.opening - 1) == "," and line.folds[start] in _CIRCUMSTANCES

    def _is_of_person(self, title: Title) -> bool:
        """ "l'ancien adjoint de Luc B.": what somebody is to another person."""
        line = title.line
        name = title.end + 1
        return line.fold_at(title.end) in _OF and any(first == name for first, _ in self._named.get(line.number, ()))

    def is_fronted(self, title: Title) -> bool:
        """ "Professeur à l'université X, l'économiste …": a title without article that opens a sentence."""
        line = title.line
        opens = title.opening == title.first and line.capitals[title.first] and line.opens_sentence(title.first)
        return opens and line.fold_at(_comma_behind(title)) == "," and title.end > title.first

    def person_before(self, title: Title) -> int | None:
        """The one person named before in the line, or in this sentence and the one before it.

        An office is somebody else's as soon as a sentence without the name parts the two.
        """
        near = self._two_sentences_back(title)
        is_near = title.noun.category == "office" and not title.is_former
        for start in (near,) if is_near else (0, near):
            named = self._named_between(title, start)
            if len(named) == 1:
                (person,) = named
                return person if self._agrees(title, person) else None
            if not named and title.is_former and title.opening == 0:
                return self._named_in_line_before(title)
        return None

    def person_of_line_before(self, title: Title) -> int | None:
        """ "« … », raconte la bachelière" at the head of a paragraph: the one person of the paragraph before."""
        is_told = title.line.fold_at(title.opening - 1) in self.known.reporting_verbs
        if not is_told or title.noun.category != "trade" or self._named_between(title, 0):
            return None
        return self._named_in_line_before(title)

    def person_heading(self, title: Title) -> int | None:
        """ "X : « … »", and the first words below are "Le coach de Y": whom alone the article names so far."""
        number = title.line.number
        heading = next((line for line in self._heading if line < number <= line + _LINES_BELOW), None)
        if heading is None or not title.line.opens_sentence(title.opening):
            return None
        person = self.only_person_before(title)
        return person if person == self._heading[heading] else None

    def opens_with_possessive(self, title: Title) -> bool:
        """ "Son gérant nous a reçus." """
        line = title.line
        is_possessive = line.fold_at(title.opening) in _POSSESSIVES and not title.noun.is_plural
        return is_possessive and line.opens_sentence(title.opening)

    def only_person_before(self, title: Title) -> int | None:
        """The one person of all lines up to the title."""
        number = title.line.number
        named = {n for line in self._named if line < number for _, n in self._named[line]}
        named |= self._named_between(title, 0)
        (person,) = named if len(named) == 1 else (None,)
        return person if person is not None and self._agrees(title, person) else None

    def _named_in_line_before(self, title: Title) -> int | None:
        """ "Cette ancienne institutrice connaît …" at the head of a paragraph: the one person of the one before."""
        named = {number for _, number in self._named.get(title.line.number - 1, ())}
        (person,) = named if len(named) == 1 else (None,)
        return person if person is not None and self._agrees(title, person) else None

    def _named_between(self, title: Title, start: int) -> set[int]:
        named = self._named.get(title.line.number, ())
        line = title.line
        return {n for first, n in named if start <= first < title.opening and not is_in_marks(line, first)}

    def _has_rank(self, person: int) -> bool:
        """Whether a title with a name behind it calls the person: le commandant X, le docteur Y."""
        return any(
            printing.line.fold_at(printing.first - 1) in self.known.role_nouns
            for printing in self.people[person].printings
        )

    def _two_sentences_back(self, title: Title) -> int:
        ends = [i for i in range(title.opening) if title.line.words[i] in _ENDERS]
        return ends[-2] + 1 if len(ends) > 1 else 0

    def _agrees(self, title: Title, person: int) -> bool:
        gender = self.people[person].gender
        if title.noun.category == "office" and self._has_rank(person):
            # "Le gouverneur" is not the colonel named before.
            return False
        return title.gender is None or gender in (None, title.gender)


def _stands_before_colon(name: Sighting) -> bool:
    """Whether a colon stands behind the name, or behind the brackets behind it."""
    line, index = name.line, name.last
    if line.fold_at(index) == "(":
        index = next(
            (i + 1 for i in range(index, min(index + _NEAR_NAME + 2, len(line))) if line.words[i] == ")"), index
        )
    return line.fold_at(index) == ":"
