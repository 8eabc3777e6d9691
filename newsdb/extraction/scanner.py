"""Go through a line from left to right and sight everything that may be a name; what each is, is judged later."""

from newsdb.extraction.bodies.bodies import BodyReader
from newsdb.extraction.bodies.body_naming import DEFINITE
from newsdb.extraction.bodies.body_reach import INNER
from newsdb.extraction.bodies.knownbodies import KnownBodies
from newsdb.extraction.bodies.nestedbodies import houses, is_body_within, with_own_acronyms
from newsdb.extraction.bodies.placewords import PlaceReader
from newsdb.extraction.bodies.worknouns import WorkNouns, is_headline_verb
from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import KnownOrganisation, NamingWords, PhraseIndex, match_phrase
from newsdb.extraction.naming.sightings import Sighting, is_acronym, with_acronym
from newsdb.extraction.text.words import Line

_OF = frozenset(["de", "du", "d'", "des"])
# What differs from the head noun of a place ("côte", "cité") by its accents alone.
_NO_PLACES = frozenset(["côté", "cite", "cites"])
_ARTICLES = frozenset(["le", "la", "les", "l'"])
_OPENING = frozenset('«“"')
_CLOSING = frozenset('»”"')
_ADDRESSES = frozenset(
    ["m.", "mm.", "mme", "mme.", "mlle", "mlle.", "monsieur", "madame", "mademoiselle", "dr", "dr.", "pr"]
)
# "+Le Fanal+": how agencies mark the titles of newspapers.
_PLUS = frozenset("+")
_BEFORE_TERMS = _OPENING | _PLUS
# Kinds of bodies whose council is an organ of theirs; those of states and federations are bodies themselves.
_WITH_COUNCILS = frozenset(["bank", "company", "club"])
# "Sa Majesté le Roi", "Son Altesse Royale la Princesse", "Leurs Excellences": styles, which name nobody by themselves.
_STYLES = frozenset(["majeste", "majestes", "altesse", "altesses", "excellence", "excellences", "eminence", "saintete"])
_WHOSE = frozenset(["sa", "son", "leur", "leurs", "vos", "votre"])
# "sur X Karim T.", "sur sa page Facebook Lamia F."
_WRITTEN_ON = frozenset(["sur", "page", "compte", "profil", "fil"])


class Scanner:
    """Reads lines with the words of a language and the names of the outlet of one article."""

    def __init__(self, known: NamingWords, outlets: PhraseIndex[KnownOrganisation]) -> None:
        self.known = known
        self.grammar = Grammar(known)
        self.bodies = BodyReader(known, self.grammar)
        self.places = PlaceReader(known, self.grammar)
        self.works = WorkNouns(known, self.grammar)
        self.known_bodies = KnownBodies(known, self.grammar, outlets)

    def scan(self, line: Line) -> list[Sighting]:
        """The sightings of a line, in order; a body inside the name of another comes right after it."""
        found: list[Sighting] = []
        behind = 0
        for index, (folded, is_capital) in enumerate(zip(line.folds, line.capitals, strict=True)):
            if index < behind or not (is_capital or folded in self.known.openings):
                continue
            sighting = self._read(line, index)
            if sighting is not None:
                found.extend(with_own_acronyms([sighting, *self._nested(sighting)]))
                behind = sighting.last
        return found

    def _nested(self, sighting: Sighting) -> list[Sighting]:
        """Bodies inside the name of a body: "Cité des sciences de l'université Ibn Sina"."""
        if sighting.nature != "body" or sighting.known or sighting.head is None or sighting.kind == "party":
            # "Parti de l'Union populaire" holds no other body.
            return []
        inner: list[Sighting] = []
        head = match_phrase(self.known.organisation_heads, sighting.line.folds, sighting.first)
        index = max(sighting.first + 2, head[0] if head else 0)
        while index < sighting.last:
            found = self.bodies.read(sighting.line, index)
            if found and is_body_within(found, sighting) and not houses(found):
                inner.append(found)
                index = found.last
            else:
                index += 1
        return inner

    def _read(self, line: Line, index: int) -> Sighting | None:
        folded = line.folds[index]
        if quoted := self._quoted(line, index):
            return quoted
        if championship := self.places.league(line, index):
            return championship
        if self._is_namesake(line, index):
            return self._capitalised(line, index)
        known = (
            self.known_bodies.read(line, index)
            if line.capitals[index] or folded in self.known.lower_case_names
            else None
        )
        if known and not line.capitals[index] and not self._is_known_in_lower_case(known):
            known = None
        if folded in self.known.organisation_heads:
            if line.capitals[index] and (territory := self._territory(line, index)) is not None:
                return territory
            if (ruled := self.places.ruled(line, index)) is not None:
                return ruled
            body = self.bodies.read(line, index)
            if body and self._is_organ_of_known(body):
                return None
            if body and (known is None or (body.last, body.nature == "body") > (known.last, False)):
                return with_acronym(body)
        if known:
            return with_acronym(known)
        if (
            folded in self.known.place_heads
            and line.words[index].lower() not in _NO_PLACES
            and (found := self.places.complemented(line, index, "place"))
        ):
            return self.places.government(found) or found
        if (
            folded in self.known.thing_heads
            and not is_headline_verb(line, index)
            and (found := self.places.complemented(line, index, "thing"))
        ):
            return with_acronym(found)
        return self._capitalised(line, index) if line.capitals[index] else None

    def _is_organ_of_known(self, body: Sighting) -> bool:
        """ "Conseil de Bank Al-Maghrib": an organ, which newsrooms name by the body whose it is."""
        if body.head != "conseil" or body.line.fold_at(body.first + 1) not in _OF:
            return False
        whole = self.known_bodies.read(body.line, body.first)
        owner = self.known_bodies.read(body.line, body.first + 2)
        return whole is None and owner is not None and owner.last == body.last and owner.kind in _WITH_COUNCILS

    def _territory(self, line: Line, index: int) -> Sighting | None:
        """The council whose noun is that of other bodies as well: "le Département de l'Ariège"."""
        folded = line.folds[index]
        if folded not in self.known.governed:
            return None
        place = self.places.complemented(line, index, "place")
        return self.places.government(place) if place else None

    def _is_namesake(self, line: Line, index: int) -> bool:
        """Whether a given name that is a noun of bodies as well is followed by a surname: "Marine T."."""
        if line.folds[index] not in self.known.organisation_heads or not line.capital_at(index + 1):
            return False
        return (
            line.capitals[index] and self.known.names.is_given(line.words[index]) and not is_acronym(line.words[index])
        )

    def _is_known_in_lower_case(self, known: Sighting) -> bool:
        """Whether the list prints the name so, or it is long with its article: "le fonds monétaire international"."""
        if known.folds in self.known.lower_case_names[known.folds[0]]:
            return True
        is_definite = known.line.fold_at(known.first - 1) in DEFINITE
        return is_definite and len(known.words) > 2 and known.folds[0] in self.known.organisation_heads

    def _quoted(self, line: Line, index: int) -> Sighting | None:
        """A term with quotation marks of its own, as programmes and works have; known bodies stay bodies."""
        if index == 0 or not line.capitals[index] or line.words[index - 1] not in _BEFORE_TERMS:
            return None
        closing = _PLUS if line.words[index - 1] in _PLUS else _CLOSING
        end = next((i for i in range(index + 1, min(index + 8, len(line))) if line.words[i] in closing), index)
        inner = range(index + 1, end)
        if end == index or (end > index + 5 and not any(line.capitals[i] for i in inner)):
            return None
        known = self.known_bodies.read(line, index)
        if known and known.last == end:
            return known
        if self.works.stands_before(line, index - 1):
            return Sighting(line, index, end, "thing")
        if any(not self._is_inner(line, i) for i in inner) and line.folds[index] not in self.known.organisation_heads:
            return None
        return Sighting(line, index, end, "run")

    def _is_inner(self, line: Line, index: int) -> bool:
        return line.capitals[index] or line.folds[index] in INNER or line.words[index].isdigit()

    def _is_place(self, line: Line, index: int) -> bool:
        return match_phrase(self.known.places, line.folds, index) is not None

    def _capitalised(self, line: Line, index: int) -> Sighting | None:
        folded = line.folds[index]
        if folded.endswith("'") or folded in self.known.civilities or not line.words[index][0].isalnum():
            return None
        if _is_style(line, index):
            return None
        place = match_phrase(self.known.places, line.folds, index)
        if place and not self._run_goes_on(line, place[0]) and not self._is_addressed(line, index):
            return Sighting(line, index, place[0], "place")
        if self._is_common(line, index):
            return None
        end = self._before_person(line, index, self._after_particle_name(line, index))
        end = self._after_home(line, index, end)
        region = match_phrase(self.known.places, line.folds, end - 1) if end > index + 1 else None
        # "Lumex Afrique du Nord"
        end = max(end, region[0]) if region else end
        has_article = line.fold_at(index - 1) in DEFINITE or line.fold_at(index - 1) in ("(", "chez")
        if has_article and end == index + 1 and not is_acronym(line.words[index]):
            end = self._after_place(line, end)
        return with_acronym(Sighting(line, index, end, "run"))

    def _is_addressed(self, line: Line, index: int) -> bool:
        """ "M. Tlemcani", "Mme Berrechid": behind a short civility the name of a town is that of a person."""
        before = line.fold_at(index - 1)
        return before in _ADDRESSES and line.words[index - 1][0].isupper()

    def _after_home(self, line: Line, index: int, end: int) -> int:
        """Past "du Détroit" in "patronne de Confection du Détroit": a common noun with its place names a firm."""
        home = self.grammar.after_preposition(line, end)
        before = line.fold_at(index - 1)
        is_firm = end == index + 1 and (before in ("de", "d'") or before in self.known.body_contexts)
        is_firm, names = is_firm and (line.fold_at(end) == "du" or home == end + 2), self.known.names
        if not is_firm or not line.capital_at(home) or is_acronym(line.words[index]):
            return end
        is_name = names.is_given(line.words[index]) or names.is_surname(line.words[index])
        return end if is_name else self.grammar.after_name(line, home)

    def _before_person(self, line: Line, index: int, end: int) -> int:
        """Before the person who follows the body or field they belong to: "ministre des Finances Karim T."."""
        before = line.fold_at(index - 1)
        if before not in _OF and line.fold_at(index - 2) not in _OF and not self._opens_body(line, index):
            return end
        names = self.known.names
        known = self.known
        if names.is_given(line.words[index]) or line.folds[index] in known.honorifics | known.place_openers:
            # "les habitants d'Aït Yahia Karim"
            return end
        place = match_phrase(self.known.places, line.folds, index)
        # "Tanger Med" may have a given name in it.
        start = place[0] if place else index + 1
        return next((i for i in range(start, end - 1) if self.grammar.is_person(line, i)), end)

    def _opens_body(self, line: Line, index: int) -> bool:
        """Whether no person's name begins with the word: "MAP Karim T.", "Radio Safi Karim T."."""
        folded, word = line.folds[index], line.words[index]
        if folded in self.known.organisation_words or folded in self.known.organisation_heads:
            return True
        if folded in self.known.platforms and line.fold_at(index - 1) in _WRITTEN_ON:
            return True
        return is_acronym(word) and len(word) < 6 and line.capital_at(index + 1) and not line.words[index + 1].isupper()

    def _after_place(self, line: Line, index: int) -> int:
        """Past "de Doukkala" in "le Fanar de Doukkala": with an article it is no person, so the place belongs."""
        if line.fold_at(index) in ("de", "du", "d'") and line.capital_at(index + 1):
            return self.grammar.after_name(line, index + 1)
        return index

    def _run_goes_on(self, line: Line, index: int) -> bool:
        if not line.capital_at(index) or line.folds[index].endswith("'"):
            return False
        # "le maire de Safi Karim T.": the person is another name.
        return not (self.known.names.is_given(line.words[index]) and line.capital_at(index + 1))

    def _is_field(self, line: Line, index: int) -> bool:
        """ "directrice Communication de X", "pôle Énergie": a field of work right behind a post or part of a firm."""
        before = line.fold_at(index - 1)
        if before in ("et", "&") and index > 1:
            return line.folds[index - 2] in self.known.work_fields and self._is_field(line, index - 2)
        is_noun = before in self.known.role_nouns or before in self.known.organisation_heads
        is_noun = is_noun or before in self.known.role_adjectives
        return is_noun and not line.capital_at(index - 1)

    def _is_common(self, line: Line, index: int) -> bool:
        """Words that carry a capital without being a name: sentence openers, titles, peoples."""
        folded = line.folds[index]
        origin = folded.rpartition("-")[2]
        if not self.known.nationalities.isdisjoint((origin, origin.rstrip("s"), folded, folded.rstrip("s"))):
            # "Doukkali Sebti a chanté": a surname of two words, which no article opens
            is_name = self.known.names.is_surname(folded) and line.capital_at(index + 1)
            return not is_name or line.fold_at(index - 1) in _ARTICLES or folded in self.known.lands
        if folded in self.known.role_nouns and match_phrase(self.known.role_nouns, line.folds, index):
            return not (self.known.names.is_given(folded) and line.capital_at(index + 1))
        if folded in self.known.leading_adjectives and not line.capital_at(index + 1):
            return True
        if folded in self.known.work_fields and self._is_field(line, index):
            return True
        if not line.opens_sentence(index):
            return len(folded) == 1 and not line.words[index].isdigit() and not line.capital_at(index + 1)
        return folded in self.known.stop_capitals or folded in self.known.reporting_verbs

    def _after_particle_name(self, line: Line, index: int) -> int:
        """Past the run, and past "de Villepin" where nothing but given names came before."""
        end = self._before_title(line, index, self.grammar.after_run(line, index))
        if line.fold_at(end) in ("de", "d'", "du") and line.capital_at(end + 1) and self._names_club(line, index, end):
            return self.grammar.after_name(line, end + 1)
        is_given = end == index + 1 and (self.known.names.is_given(line.words[index]) or self._is_titled(line, index))
        if not is_given or line.fold_at(index - 1) in DEFINITE or line.fold_at(end) == "des":
            return end
        surname = self.grammar.after_preposition(line, end)
        if surname == end or not line.capital_at(surname) or self._is_place(line, surname):
            return end
        if line.folds[surname] in self.known.organisation_heads:
            return end
        return self.grammar.after_name(line, surname)

    def _before_title(self, line: Line, index: int, end: int) -> int:
        """Before the title in capitals behind a name: "Karim T. Directeur Général de X"; `end` where there is none."""
        names = self.known.names
        if end - index < 3 or not names.is_given(line.words[index]):
            return end
        for noun in range(index + 2, end):
            title = match_phrase(self.known.role_nouns, line.folds, noun)
            is_title = title is not None and title[1].category == "office" and not names.is_surname(line.words[noun])
            if is_title and not line.words[noun].isupper() and line.words[noun - 1] != "&":
                return noun
        return end

    def _is_titled(self, line: Line, index: int) -> bool:
        """Whether a title stands right before: "l'envoyé personnel Staffan de M."."""
        before = line.fold_at(index - 1)
        if before in self.known.civilities or before in self.known.role_adjectives:
            return True
        titles = (match_phrase(self.known.role_nouns, line.folds, i) for i in range(max(0, index - 3), index))
        return any(title is not None and title[0] == index for title in titles)

    def _names_club(self, line: Line, index: int, end: int) -> bool:
        """Whether a word of the run is one that clubs have, which go on with their town: "Club Éclair de Safi"."""
        return any(self.known.organisation_words.get(folded) == "club" for folded in line.folds[index:end])


def _is_style(line: Line, index: int) -> bool:
    """Whether the word is a style behind its possessive, that possessive, or the adjective of one."""
    if line.folds[index] in _WHOSE:
        return line.fold_at(index + 1) in _STYLES
    if line.folds[index] in ("royale", "royales", "imperiale", "serenissime"):
        index -= 1
    return line.fold_at(index) in _STYLES and line.fold_at(index - 1) in _WHOSE
