"""Read titles ("ancien ministre de la Santé", "directrice générale de X"); whose they are is told in roles."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from newsdb.extraction.cast import Gender
from newsdb.extraction.grammar import Grammar
from newsdb.extraction.naming_words import NamingWords, RoleNoun, match_phrase
from newsdb.extraction.sightings import Sighting
from newsdb.extraction.words import Line

_OF = frozenset(["de", "d'", "du", "des"])
_AT = frozenset(["à", "au", "aux", "chez"])
_IN = frozenset(["à", "au", "aux", "en", "pour"])
_CHARGED = frozenset(["aupres", "charge", "chargee", "charges", "chargees"])
_ARTICLES: Mapping[str, Gender | None] = {
    "le": "m", "la": "f", "l'": None, "ce": "m", "cet": "m", "cette": "f", "notre": None, "votre": None,
    "les": None, "ces": None,
    "son": None, "sa": None, "leur": None, "mon": None, "ma": None, "du": "m", "au": "m", "aux": None, "des": None,
}  # fmt: skip
_INDEFINITE: Mapping[str, Gender | None] = {"un": "m", "une": "f"}
_STATES = frozenset(
    ["marge", "zone", "visite", "conference", "presence", "deplacement", "compagnie", "cours", "direct", "tete"]
)


@dataclass(frozen=True, slots=True)
class Title:
    """Words [first, last) are the title as printed, [first, end) it and its body, [opening, end) with the article."""

    line: Line
    opening: int
    first: int
    last: int
    end: int
    noun: RoleNoun
    gender: Gender | None
    is_definite: bool
    organisation: Sighting | None
    portfolio: tuple[int, int] | None
    """The words after "ministre", where the ministry is told by them."""

    @property
    def head(self) -> str:
        """The head noun as printed, in lower case."""
        words = self.line.words[self.first : self.last]
        lemma_length = len(self.noun.lemma.split())
        start = next(
            (i for i in range(self.first, self.last) if self.line.folds[i][:4] == self.noun.lemma[:4]), self.first
        )
        return " ".join(self.line.words[start : start + lemma_length] or words).lower()


class TitleReader:
    """Reads the titles of a line whose sightings are known by their first word."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar

    def read(self, line: Line, sightings: list[Sighting]) -> list[Title]:
        """The titles of the line, in order."""
        at = {sighting.first: sighting for sighting in reversed(sightings)}
        covered = {
            index
            for sighting in sightings
            if sighting.nature != "generic"
            for index in range(sighting.first, sighting.last)
        }
        titles: list[Title] = []
        index = 0
        while index < len(line):
            title = None
            if line.folds[index] in self.known.role_nouns and index not in covered:
                title = self._title(line, index, at)
            if title is None:
                index += 1
                continue
            titles.append(title)
            index = max(title.end, index + 1)
        return titles

    def _title(self, line: Line, index: int, at: Mapping[int, Sighting]) -> Title | None:
        match = match_phrase(self.known.role_nouns, line.folds, index)
        if match is None or match[1].category == "kin" or self._is_verb(line, index):
            return None
        if line.words[index].lower()[1:] not in self.known.role_tails and not line.words[index].isupper():
            return None
        end, noun = match
        if "minister" in noun.traits:
            return self._minister(line, index, end, noun, at)
        last, after = self._after_adjectives(line, end)
        last, after = self._after_land(line, last, after)
        last, after = self._after_interim(line, last, after)
        last, after, organisation = self._complements(line, noun, last, after, at)
        last, after = self._after_interim(line, last, after) if organisation is None else (last, after)
        is_ranked = line.fold_at(index - 1) in self.known.role_prefixes
        last, after = self._after_post(line, noun, last, after)
        if "bound" in noun.traits and after == end and not is_ranked:
            return None
        return self._finish(line, index, last, after, noun, organisation, None)

    def _is_verb(self, line: Line, index: int) -> bool:
        """ ", juge X": the noun is a verb where nothing determines it."""
        if line.folds[index] not in self.known.reporting_verbs or line.capitals[index]:
            return False
        before = line.fold_at(index - 1)
        if before == "," and line.fold_at(index + 1) in ("de", "d'") and not line.capital_at(index + 2):
            # "Mabrouka, marchande de dattes"
            return False
        return before not in _ARTICLES and before not in _INDEFINITE and before not in self.known.role_prefixes

    def _after_adjectives(self, line: Line, index: int) -> tuple[int, int]:
        """Past "générale adjointe"; a nationality is passed over, and kept only where more of the title follows."""
        last = index
        while index < len(line):
            if line.folds[index] in self.known.role_adjectives and line.folds[index] not in self.known.nationalities:
                index += 1
                last = index
            elif line.folds[index] in self.known.nationalities and not line.capitals[index]:
                index += 1
            elif self.grammar.is_adjective(line, index) and not line.capitals[index]:
                index += 1
                last = index
            else:
                break
        return last, index

    def _after_land(self, line: Line, last: int, index: int) -> tuple[int, int]:
        """Past the land that stands right behind: "directrice générale Afrique"."""
        if last != index or not line.capital_at(index):
            return last, index
        place = match_phrase(self.known.places, line.folds, index)
        if place is None or line.capital_at(place[0]):
            return last, index
        return place[0], place[0]

    def _after_interim(self, line: Line, last: int, index: int) -> tuple[int, int]:
        """Past "par intérim"."""
        is_interim = last == index and line.fold_at(index) == "par" and line.fold_at(index + 1) == "interim"
        return (index + 2, index + 2) if is_interim else (last, index)

    def _complements(
        self, line: Line, noun: RoleNoun, last: int, index: int, at: Mapping[int, Sighting]
    ) -> tuple[int, int, Sighting | None]:
        """Past the complements: the end of the title, the end with its body, and the body."""
        while True:
            start = self._after_preposition(line, noun, index)
            if start == index or start >= len(line):
                return last, index, None
            sighting = at.get(start) or self._named_behind(line, start, at)
            if sighting is None and noun.category == "office" and (end := self._after_bare_body(line, start)) > start:
                return last, end, None
            if sighting is None:
                end = self._after_words(line, noun, index, start, at)
                _, end = self._after_land(line, end, end)
                if end == start or (line.capitals[start] and not self.grammar.is_noun(line, start)):
                    return last, index, None
            elif self._is_body(sighting, noun):
                after = _after_acronym(line, sighting)
                task = self._after_task(line, after)
                # "vice-présidente de X chargée des écoles"
                return (task if task > after else last), task, sighting
            elif sighting.nature == "generic":
                return last, self._after_task(line, self.grammar.after_complements(line, sighting.last)), sighting
            elif sighting.nature == "place" and noun.category == "trade":
                # "un exportateur de Gabès, Karim T.": the place is no part of the title, and nothing parts them.
                return last, sighting.last, None
            elif self._is_person_name(sighting) or noun.category == "trade" or line.folds[index] in _AT:
                return last, index, None
            else:
                end = sighting.last
            last = index = end

    def _after_bare_body(self, line: Line, start: int) -> int:
        """Past "établissement" in "directrice générale de l'établissement": which one is told elsewhere."""
        match = match_phrase(self.known.organisation_heads, line.folds, start)
        if match is None or match[1].head_class != "generic" or line.capitals[start]:
            return start
        after = self.grammar.after_adjectives(line, match[0])
        is_bare = after == match[0] and self.grammar.after_complement(line, after) == after
        return after if is_bare and not line.capital_at(after) else start

    def _after_task(self, line: Line, index: int) -> int:
        """Past "chargé des régions" in "membre du bureau chargé des régions"."""
        if line.fold_at(index) not in _CHARGED or line.fold_at(index + 1) not in _OF:
            return index
        return self.grammar.after_complements(line, index + 1)

    def _after_post(self, line: Line, noun: RoleNoun, last: int, end: int) -> tuple[int, int]:
        """Past "en Algérie" in "ambassadeur de France en Algérie"; with a body before it is no part of the title."""
        start = self.grammar.after_preposition(line, end, _IN)
        if "posted" not in noun.traits or start == end or not line.capital_at(start):
            return last, end
        place = match_phrase(self.known.places, line.folds, start)
        if place is None:
            return last, end
        return (place[0] if last == end else last), place[0]

    def _named_behind(self, line: Line, start: int, at: Mapping[int, Sighting]) -> Sighting | None:
        """The body whose noun stands at `start` and is no part of its name: "la coopérative X"."""
        if line.folds[start] not in self.known.organisation_heads:
            return None
        after = self.grammar.after_adjectives(line, start + 1)
        after += line.fold_at(after) in ("«", "“", '"')
        sighting = at.get(after)
        return sighting if sighting and sighting.nature == "body" and sighting.head is not None else None

    def _after_words(self, line: Line, noun: RoleNoun, index: int, start: int, at: Mapping[int, Sighting]) -> int:
        if line.folds[index] in _AT and "towards" in noun.traits and not line.capitals[start]:
            return self.grammar.after_noun_phrase(line, start)
        if line.folds[index] == "à" or (noun.category != "trade" and line.folds[index] in ("au", "aux", "chez")):
            return start
        is_engaged = "engaged" in noun.traits
        if noun.category == "trade" and not is_engaged and line.folds[index] != "en" and start > index + 1:
            # "médecin de l'équipe": the trade is what newsrooms cite; "professeur de droit" is another matter.
            return start
        end = self.grammar.after_noun_phrase(line, start)
        # The noun phrase must not run into a name of its own.
        return next((i for i in range(start + 1, end) if i in at), end)

    def _is_body(self, sighting: Sighting, noun: RoleNoun) -> bool:
        if sighting.nature in ("body", "bare"):
            return True
        if sighting.is_acronym:
            return True
        return sighting.nature == "run" and "territorial" not in noun.traits and not self._is_person_name(sighting)

    def _is_person_name(self, sighting: Sighting) -> bool:
        words = sighting.words
        if len(words) < 2 or sighting.nature != "run" or not self.known.names.is_given(words[0]):
            return False
        return self.known.organisation_words.keys().isdisjoint(sighting.folds)

    def _after_preposition(self, line: Line, noun: RoleNoun, index: int) -> int:
        folded = line.fold_at(index)
        if folded in _OF:
            return self.grammar.after_preposition(line, index)
        if folded in _AT and not line.capitals[index]:
            return self.grammar.after_preposition(line, index, _AT)
        if folded == "en" and noun.category == "trade" and line.fold_at(index + 1) not in _STATES:
            return index + 1
        if folded == "pres":
            # "procureur du Roi près le tribunal de Safi"
            return self.grammar.after_preposition(line, index + 1) + (line.fold_at(index + 1) in ("le", "la", "l'"))
        if folded in _CHARGED and line.fold_at(index + 1) in _OF:
            return self.grammar.after_preposition(line, index + 1)
        return index

    # Ministers

    def _minister(self, line: Line, index: int, end: int, noun: RoleNoun, at: Mapping[int, Sighting]) -> Title:
        """A minister's title holds the whole portfolio, commas and all."""
        last, after = self._after_adjectives(line, end)
        portfolio: tuple[int, int] | None = None
        organisation: Sighting | None = None
        while True:
            start = self._after_preposition(line, noun, after)
            if start == after or start >= len(line) or (line.folds[after] in _AT and not line.capitals[start]):
                break
            sighting = at.get(start)
            if sighting and sighting.nature == "body":
                last = after = sighting.last
                organisation = sighting
                continue
            is_aside = line.folds[after] == "aupres"
            words = after if line.folds[after] in _OF | _AT else after + 1
            if line.folds[after] in _AT:
                stop = self.grammar.after_complements(line, self.grammar.after_noun_phrase(line, start), lists=True)
            else:
                stop = self.grammar.after_complements(line, words, lists=True)
            stop = self._before_person(start, stop, at)
            if stop <= start:
                break
            portfolio = portfolio if is_aside else (words, stop)
            last = after = stop
        return self._finish(line, index, last, after, noun, organisation, portfolio)

    def _before_person(self, start: int, stop: int, at: Mapping[int, Sighting]) -> int:
        for index in range(start, stop):
            sighting = at.get(index)
            if sighting and self._is_person_name(sighting):
                return index
        return stop

    # Openings

    def _finish(
        self,
        line: Line,
        index: int,
        last: int,
        end: int,
        noun: RoleNoun,
        organisation: Sighting | None,
        portfolio: tuple[int, int] | None,
    ) -> Title:
        first = before = index
        while line.fold_at(before - 1) in self.known.role_prefixes:
            before -= 1
            if self.known.role_prefixes[line.folds[before]]:
                first = before
        article = line.fold_at(before - 1)
        is_one_of = article == "des" and line.fold_at(before - 2) in _INDEFINITE and line.fold_at(end) == ","
        if is_one_of:
            # "l'un des avocats de la défense, X"
            article, noun = line.folds[before - 2], replace(noun, is_plural=False)
            before -= 1 + (line.fold_at(before - 3) == "l'")
        is_definite = article in _ARTICLES or is_one_of
        told = _ARTICLES.get(article) or _INDEFINITE.get(article)
        gender = noun.gender or told or self._adjective_gender(line, index, last)
        opening = before - 1 if is_definite or article in _INDEFINITE else before
        return Title(line, opening, first, last, end, noun, gender, is_definite, organisation, portfolio)

    def _adjective_gender(self, line: Line, index: int, last: int) -> Gender | None:
        """The gender that "déléguée", "chargée", "générale" or "régional" tells."""
        for folded, word in zip(line.folds[index + 1 : last], line.words[index + 1 : last], strict=True):
            if word.lower().endswith("ée") or folded.endswith(("ale", "ive", "trice", "iere")):
                return "f"
            if word.lower().endswith("é") or folded.endswith(("ral", "nal", "teur")):
                return "m"
        return None


def _after_acronym(line: Line, sighting: Sighting) -> int:
    """Past "(ACR)" behind the body."""
    return sighting.last + 3 if sighting.acronym and line.fold_at(sighting.last) == "(" else sighting.last
