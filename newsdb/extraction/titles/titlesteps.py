"""Step from the head noun of a title to the end of what belongs to it; what the title is, is read in titles."""

from collections.abc import Iterator, Mapping

from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, RoleNoun, match_phrase
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.ledbodies import is_led_firm
from newsdb.extraction.titles.titleadjectives import TitleAdjectives
from newsdb.extraction.titles.titleasides import STATES
from newsdb.extraction.titles.titleclients import TitleClients

OF = frozenset(["de", "d'", "du", "des"])
AT = frozenset(["à", "au", "aux", "chez"])
_AND = frozenset(["et", "&", "/"])
_IN = frozenset(["à", "au", "aux", "en", "pour"])
_CHARGED = frozenset(["aupres", "charge", "chargee", "charges", "chargees"])
_THE = frozenset(["le", "la", "l'", "les"])
# No complement is one of these alone.
_LEADING = frozenset(["dernier", "derniere", "prochain", "prochaine", "nouveau", "nouvelle", "premier", "premiere"])
_BEFORE_POSTS = frozenset([",", "(", "–", "—", "-"])
_BEHIND_POSTS = frozenset([",", ")", ".", ";", ":", ""])
_REGIONS = frozenset(["region", "zone"])
# What stands behind the complement of an office and lowers or raises it.
_RANKS = frozenset(
    ["adjoint", "adjointe", "delegue", "deleguee", "suppleant", "suppleante", "interimaire", "honoraire", "associe",
     "associee", "senior", "junior", "principal", "principale"]
)  # fmt: skip
_MOST_COMPLEMENTS = 3
_LONGEST_WORK = 10
# "du 3 000 mètres steeple", "des moins de 57 kg"
_CONTESTS = frozenset(
    ["-", "–", "+", "moins", "plus", "de", "m", "metres", "km", "kilometres", "kg", "kilos", "ans", "haies", "steeple"]
)  # fmt: skip
# What makes a title of another standing: "par intérim", "à la retraite".
_STANDINGS = (
    ("par", "interim"), ("faisant", "fonction"), ("à", "la", "retraite"), ("a", "la", "retraite"), ("en", "retraite"),
)  # fmt: skip
_SOVEREIGNS = (("sa", "majeste", "le", "roi"), ("sm", "le", "roi"), ("s.m.", "le", "roi"), ("sa", "majeste"), ("sm",))
_CALLINGS = (
    ("de", "metier"), ("de", "profession"), ("de", "son", "etat"), ("de", "son", "metier"), ("de", "carriere"),
    ("de", "pere", "en", "fils"), ("de", "mere", "en", "fille"), ("de", "longue", "date"), ("de", "renom"),
    ("de", "renommee", "mondiale"), ("de", "talent"), ("de", "toujours"),
)  # fmt: skip


class TitleSteps:
    """The steps; each returns where it began if nothing belongs to the title."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar
        self.adjectives = TitleAdjectives(known, grammar)
        self.clients = TitleClients(known, grammar)

    def after_fields(self, line: Line, index: int) -> int:
        """Past "Communication" in "directrice Communication", and past "et RSE" in "directrice Marketing et RSE"."""
        begun = line.fold_at(index) in _AND and line.fold_at(index - 1) in self.known.work_fields
        end = self.grammar.after_fields(line, index + begun)
        return end if end > index + begun else index

    def after_rank(self, line: Line, noun: RoleNoun, last: int, index: int) -> tuple[int, int]:
        """Past "adjointe" in "directrice de projet adjointe", behind the complement of an office."""
        if last != index or noun.category != "office":
            return last, index
        while line.fold_at(index) in _RANKS and not line.capital_at(index):
            index += 1
        return index, index

    def after_calling(self, line: Line, index: int) -> int:
        """Past "de métier" or "de son état", which say that a title is somebody's trade and are no part of it."""
        return next((index + len(c) for c in _CALLINGS if line.folds[index : index + len(c)] == c), index)

    def after_sovereign(self, line: Line, noun: RoleNoun, start: int) -> int:
        """Past "Sa Majesté le Roi" in "ambassadeur de Sa Majesté le Roi au Canada"."""
        if "posted" not in noun.traits:
            return start
        return next((start + len(s) for s in _SOVEREIGNS if line.folds[start : start + len(s)] == s), start)

    def after_contest(self, line: Line, noun: RoleNoun, last: int, index: int) -> tuple[int, int]:
        """Past "du 800 mètres" or "des -57 kg" that a champion has won."""
        if "contest" not in noun.traits or last != index or line.fold_at(index) not in OF:
            return last, index
        end = index + 1
        while line.fold_at(end) in _CONTESTS or line.fold_at(end).isdigit():
            end += 1
        return (end, end) if any(folded.isdigit() for folded in line.folds[index:end]) else (last, index)

    def party_behind(self, line: Line, noun: RoleNoun, index: int, at: Mapping[int, Sighting]) -> Sighting | None:
        """The party between the title and its holder: "le député RCD Karim T.", "la maire Ennahdha, Lamia F."."""
        party = at.get(index) if noun.category == "office" and not noun.is_plural else None
        if party is None or not (party.is_acronym or party.kind in ("party", "union")):
            return None
        behind = at.get(party.last + (line.fold_at(party.last) == ","))
        return party if behind is not None and self.is_person_name(behind) else None

    def firm_behind(self, line: Line, index: int, after: int, at: Mapping[int, Sighting]) -> Sighting | None:
        """The firm that stands behind a post without "de": "X, PDG Nitrex Capital," or "(DG Nitrex)"."""
        firm = at.get(after)
        is_apposed = line.fold_at(index - 1) in _BEFORE_POSTS and line.words[after - 1].isupper()
        if firm is None or not is_apposed or line.fold_at(firm.last) not in _BEHIND_POSTS:
            return None
        is_firm = firm.nature == "body" or (firm.nature == "run" and not self.is_person_name(firm))
        return firm if is_firm else None

    def is_charged(self, line: Line, index: int) -> bool:
        """Whether "chargée de" or "en charge de" stands at the index."""
        index += line.fold_at(index) == "en" and line.fold_at(index + 1) == "charge"
        return line.fold_at(index) in _CHARGED and line.fold_at(index + 1) in OF

    def after_work(self, line: Line, noun: RoleNoun, index: int) -> int:
        """Past "« X »" in "réalisateur de « X »"."""
        if "maker" not in noun.traits or line.fold_at(index) not in ("«", "“", '"'):
            return index
        stop = min(index + _LONGEST_WORK, len(line))
        return next((i + 1 for i in range(index + 1, stop) if line.words[i] in '»”"'), index)

    def after_second_field(self, line: Line, noun: RoleNoun, start: int, end: int, at: Mapping[int, Sighting]) -> int:
        """Past "et de la population" in "directeur de la santé et de la population": an office has several fields."""
        while noun.category == "office" and end > start and not line.capitals[start]:
            field = self.grammar.after_preposition(line, end + 1) if line.fold_at(end) in ("et", ",") else end
            if field <= end + 1 or not self._is_field_word(line, field, at):
                return end
            after = self.grammar.after_noun_phrase(line, field)
            goes_on = line.fold_at(after) == "et" and line.fold_at(after + 1) in OF
            if after == field or (line.folds[end] == "," and not goes_on):
                return end
            start, end = field, after
        return end

    def _is_field_word(self, line: Line, index: int, at: Mapping[int, Sighting]) -> bool:
        """Whether a field of work may begin at the index: no name, no people and no body."""
        if index >= len(line) or line.capitals[index]:
            return False
        folded, sighting = line.folds[index], at.get(index)
        if folded in self.known.portfolios:
            # "des mines", "des eaux" would be a body elsewhere.
            return sighting is None or sighting.nature == "generic"
        is_taken = folded in self.known.role_nouns or folded in self.known.organisation_heads
        return sighting is None and not is_taken

    def stops(self, line: Line, noun: RoleNoun, index: int, at: Mapping[int, Sighting]) -> Iterator[int]:
        """The ends of "commission", "commission des lois" and so on, behind each of which a body may follow."""
        yield index
        for _ in range(_MOST_COMPLEMENTS):
            start = self.after_preposition(line, noun, index)
            if start == index or start >= len(line) or start in at or line.capitals[start]:
                return
            end = self.grammar.after_noun_phrase(line, start)
            end = next((i for i in range(start + 1, end) if i in at), end)
            end = self.after_second_field(line, noun, start, end, at)
            if end == start:
                return
            yield end
            index = end

    def after_land(self, line: Line, last: int, index: int) -> tuple[int, int]:
        """Past the land that stands right behind: "directrice générale Afrique"."""
        if last != index or not line.capital_at(index):
            return last, index
        place = match_phrase(self.known.places, line.folds, index)
        if place is None or line.capital_at(place[0]):
            return last, index
        return place[0], place[0]

    def after_standing(self, line: Line, last: int, index: int) -> tuple[int, int]:
        """Past "par intérim" or "à la retraite"."""
        for phrase in _STANDINGS:
            if last == index and line.folds[index : index + len(phrase)] == phrase:
                return index + len(phrase), index + len(phrase)
        return last, index

    def is_field(self, sighting: Sighting) -> bool:
        """Whether one capitalised word may be a field of work: "des Routes", "du Budget", "de Cardiologie"."""
        is_told = _has_article(sighting) or sighting.folds[0] in self.known.work_fields
        return sighting.nature == "run" and len(sighting.words) == 1 and not sighting.is_acronym and is_told

    def after_region(self, line: Line, noun: RoleNoun, last: int, index: int) -> tuple[int, int]:
        """Past "pour la région" or "pour l'Afrique du Nord" that an office is held for."""
        if noun.category != "office" or line.fold_at(index) != "pour" or last != index:
            return last, index
        start = index + 1 + (line.fold_at(index + 1) in _THE)
        if line.fold_at(start) in _REGIONS and start > index + 1:
            end = start + 1
            end = self.after_land(line, end, end)[0]
            return end, end
        place = match_phrase(self.known.places, line.folds, start) if line.capital_at(start) else None
        return (place[0], place[0]) if place else (last, index)

    def after_second_place(self, line: Line, index: int, at: Mapping[int, Sighting]) -> int:
        """Past "et de Kairouan" behind "des tribunaux de Siliana"."""
        second = at.get(index + 2) if line.fold_at(index) == "et" and line.fold_at(index + 1) in OF else None
        return second.last if second is not None and second.nature == "place" else index

    def after_part(self, line: Line, part: Sighting) -> int:
        """Past the part of a body with its adjectives or its land: "bureau Maghreb", "Médecine interne"."""
        field = max(part.last, self.grammar.after_fields(line, part.first))
        after = self.grammar.after_fields(line, self.grammar.after_adjectives(line, field))
        return self.after_land(line, after, after)[0]

    def after_task(self, line: Line, index: int) -> int:
        """Past "chargée des jeunes" in "vice-présidente chargée des jeunes"."""
        if not self.is_charged(line, index):
            return index
        return self.grammar.after_complements(line, index + 1)

    def after_post(self, line: Line, noun: RoleNoun, last: int, end: int) -> tuple[int, int]:
        """Past "en Algérie" in "ambassadeur de France en Algérie"; with a body before it is no part of the title."""
        start = self.grammar.after_preposition(line, end, _IN)
        if "posted" not in noun.traits or start == end or not line.capital_at(start):
            return last, end
        place = match_phrase(self.known.places, line.folds, start)
        if place is None:
            return last, end
        return (place[0] if last == end else last), place[0]

    def named_right_behind(self, index: int, at: Mapping[int, Sighting]) -> Sighting | None:
        """The name at the index that no person bears: "Les Dunes" in "fondateur de la librairie Les Dunes"."""
        run = at.get(index)
        return run if run is not None and run.nature == "run" and not self.is_person_name(run) else None

    def named_behind(self, line: Line, noun: RoleNoun, start: int, at: Mapping[int, Sighting]) -> Sighting | None:
        """The body whose noun stands at `start` and is no part of its name: "la coopérative X"."""
        is_made = (
            "founding" in noun.traits and not line.capitals[start] and line.folds[start] not in self.known.role_nouns
        )
        if is_made and (named := self.named_right_behind(start + 1, at)) is not None:
            # "fondatrice de la marque X"
            return named
        match = match_phrase(self.known.organisation_heads, line.folds, start)
        if match is None and line.folds[start] not in self.known.organisation_heads:
            return None
        after = self.grammar.after_adjectives(line, match[0] if match else start + 1)
        after += line.fold_at(after) in ("«", "“", '"')
        sighting = at.get(after)
        return sighting if sighting and sighting.nature == "body" and sighting.head is not None else None

    def after_words(self, line: Line, noun: RoleNoun, index: int, start: int, at: Mapping[int, Sighting]) -> int:
        if line.folds[index] in AT and "towards" in noun.traits and not line.capitals[start]:
            return self.grammar.after_noun_phrase(line, start)
        if line.folds[index] in AT:
            # "chirurgien au cours de", "défenseur au micro de", "professeure au lycée"
            return start
        is_engaged = "engaged" in noun.traits
        is_field = line.fold_at(start) in self.known.portfolios and "learned" in noun.traits
        if (
            noun.category == "trade"
            and not is_engaged
            and line.folds[index] != "en"
            and start > index + 1
            and not is_field
        ):
            # "médecin de l'équipe": the trade is what newsrooms cite; "professeur de droit" is another matter.
            return start
        if noun.category == "trade" and line.folds[index] == "des" and line.capitals[start]:
            # "l'entraîneur des Casablancais": the team by its people
            return start
        if line.folds[start] in self.known.civilities:
            # "chef de cabinet de M. X"
            return start
        end = self.grammar.after_noun_phrase(line, start)
        if not line.capitals[start]:
            end = self.grammar.after_fields(line, end)
        # The noun phrase must not run into a name of its own.
        end = next((i for i in range(start + 1, end) if i in at), end)
        while end > start + 1 and line.folds[end - 1] in OF | AT | _THE:
            # "la protection au", "l'aide aux"
            end -= 1
        # "rapporteur du dernier [rapport de X]"
        return start if end == start + 1 and line.folds[start] in _LEADING else end

    def is_body(self, sighting: Sighting, noun: RoleNoun) -> bool:
        if sighting.nature in ("body", "bare"):
            return True
        if sighting.is_acronym:
            return True
        return sighting.nature == "run" and "territorial" not in noun.traits and not self.is_person_name(sighting)

    def is_learned_of(self, line: Line, noun: RoleNoun, index: int, start: int) -> bool:
        """ "spécialiste du Moyen-Orient", "historien de l'Algérie": a land that somebody knows about."""
        has_article = line.folds[index] == "du" or start > index + 1
        return (
            "learned" in noun.traits and has_article and match_phrase(self.known.places, line.folds, start) is not None
        )

    def is_charge(self, line: Line, index: int, noun: RoleNoun) -> bool:
        """Whether "formation" behind "responsable de la" is what somebody looks after, and no party."""
        is_field = line.folds[index] in self.known.portfolios and line.folds[index] in self.known.organisation_heads
        return is_field and not line.capitals[index] and ("bound" in noun.traits or noun.lemma == "directeur")

    def is_led(self, sighting: Sighting, noun: RoleNoun, at: Mapping[int, Sighting]) -> bool:
        """Whether a run that could be a person is what the next one leads: "le PDG de Nadir El B., Karim T."."""
        if is_led_firm(sighting, noun, self.known):
            return True
        behind = at.get(sighting.last + 1)
        is_followed = behind is not None and self.is_person_name(behind) and sighting.line.fold_at(sighting.last) == ","
        return is_followed and "leader" in noun.traits and sighting.nature == "run" and sighting.first > 1

    def is_person_name(self, sighting: Sighting) -> bool:
        words = sighting.words
        if len(words) < 2 or sighting.nature != "run" or not self.known.names.is_given(words[0]):
            return False
        return self.known.organisation_words.keys().isdisjoint(sighting.folds)

    def after_preposition(self, line: Line, noun: RoleNoun, index: int) -> int:
        folded = line.fold_at(index)
        if folded in OF:
            return self.grammar.after_preposition(line, index)
        if folded == "au" and line.fold_at(index + 1) == "sein":
            return self.grammar.after_preposition(line, index + 2)
        if folded in AT and not line.capitals[index]:
            return self.grammar.after_preposition(line, index, AT)
        if folded == "en" and line.fold_at(index + 1) == "charge" and line.fold_at(index + 2) in OF:
            return self.grammar.after_preposition(line, index + 2)
        if folded == "en" and noun.category == "trade" and not _tells_how(line, index + 1):
            return index + 1
        if folded == "pres":
            # "procureur du Roi près le tribunal de Safi"
            return self.grammar.after_preposition(line, index + 1) + (line.fold_at(index + 1) in ("le", "la", "l'"))
        if folded in _CHARGED and line.fold_at(index + 1) in OF:
            return self.grammar.after_preposition(line, index + 1)
        return index


def _tells_how(line: Line, index: int) -> bool:
    """Whether "colère" or "riant" behind "en" says in what state or by which act somebody speaks."""
    return line.fold_at(index) in STATES or line.fold_at(index).endswith("ant")


def _has_article(sighting: Sighting) -> bool:
    return sighting.line.fold_at(sighting.first - 1) in ("du", "des", "la", "l'")
