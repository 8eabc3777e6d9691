"""Say how far the name of a body goes behind its head noun: its subject, its acronym, its number."""

from dataclasses import replace

from newsdb.extraction.bodies.body_naming import TERRITORIES
from newsdb.extraction.bodies.bodygroups import loose_shortenings, shortenings
from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, OrganisationHead, match_phrase
from newsdb.extraction.naming.sightings import Sighting, acronym_after, is_acronym
from newsdb.extraction.text.words import Line
from newsdb.language.names import compact

# Words in small letters that names hold between their capitals.
INNER = frozenset(
    ["de", "du", "des", "d'", "la", "le", "les", "l'", "et", "à", "au", "aux", "en", "pour", "sur", "contre", "dans"]
)
_OF = frozenset(["de", "du", "d'", "des"])
_ARTICLES = frozenset(["le", "la", "l'"])
_LONGEST = 14
_DASHES = frozenset(["-", "–", "—"])
_SPECIALISED = frozenset(["specialise", "specialisee"])
_STUDIES = frozenset(["recherche", "recherches", "etude", "etudes", "information", "documentation", "observatoire"])
# What a number behind the name of a town counts: "à l’université d’Alger 3 ans après".
_COUNTED = frozenset(
    ["ans", "mois", "jours", "semaines", "heures", "fois", "millions", "milliards", "kilometres", "km", "points",
     "personnes", "etudiants", "%"]
)  # fmt: skip


class BodyReach:
    """Reads on from where a head noun and its complements end."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar

    def after_subject(self, line: Line, index: int, last: int) -> int:
        """Past "sur les régions arides" in "Centre de recherche sur les régions arides"."""
        if line.fold_at(last) != "sur" or not line.capitals[index] or line.folds[last - 1] not in _STUDIES:
            return last
        noun = last + 1 + (line.fold_at(last + 1) in _ARTICLES | {"les"})
        end = self.grammar.after_noun_phrase(line, noun)
        return self.grammar.after_complements(line, end) if end > noun else last

    def after_territory(self, line: Line, last: int) -> int:
        """Past the name of the territory whose the body is: "de la région Souss-Massa"."""
        is_bare = line.folds[last - 1] in TERRITORIES and line.capital_at(last)
        return self.grammar.after_name(line, last) if is_bare and not self.grammar.is_person(line, last) else last

    def goes_wide(self, line: Line, index: int, start: int, head: OrganisationHead) -> bool:
        """A complement with "pour" or "au" belongs to the name when an acronym follows it, or it comes first."""
        if head.rule == "to":
            return True
        is_named = line.capitals[index] or any(f in self.known.founding for f in line.folds[index + 1 : start])
        if line.fold_at(start) in ("pour", "au", "aux") and is_named:
            return True
        end = self.grammar.after_complements(line, start, wide=True)
        return acronym_after(line, end) is not None

    def to_acronym(self, line: Line, index: int, last: int) -> int:
        """Further to "(ACR)" where only words that a long name may hold stand between."""
        if not line.capitals[index]:
            return last
        for end in range(last, min(last + 10, len(line) - 2)):
            if line.words[end] == "(":
                return end if acronym_after(line, end) else last
            folded = line.folds[end]
            # "Fédération de l'enseignement – Savoir (FNE-Savoir)"
            is_dash = folded in _DASHES and line.capital_at(end + 1)
            is_inner = folded in INNER or is_dash or self.grammar.is_noun(line, end)
            if not is_inner or folded in self.known.reporting_verbs or folded in self.known.naming_verbs:
                return last
        return last

    def to_bracket(self, body: Sighting) -> Sighting:
        """The body in brackets behind its acronym, up to the bracket: "l'AVS (Association des villages du Sud)"."""
        line, acronym = body.line, body.first - 2
        if acronym < 0 or line.words[body.first - 1] != "(" or not is_acronym(line.words[acronym]):
            return body
        end = next((i for i in range(body.last, min(body.first + _LONGEST, len(line))) if line.words[i] == ")"), 0)
        whole = replace(body, last=end, acronym=line.words[acronym], nature="body") if end else body
        return (
            whole if end and compact(line.words[acronym]) in (*shortenings(whole), *loose_shortenings(whole)) else body
        )

    def to_name(self, line: Line, index: int, last: int) -> int:
        """Past the proper name behind all: "Groupement d'intérêt économique Argan Souss"."""
        if line.capitals[last - 1] or not line.capital_at(last):
            return last
        if not line.capitals[index]:
            # "l'hôpital militaire d'instruction Mohammed V": houses bear the names of kings in lower case as well.
            return last + 2 if self._is_king(line, last) else last
        stops = line.folds[last].endswith("'") or line.folds[last] in self.known.civilities
        if stops or self.grammar.is_person(line, last) or match_phrase(self.known.places, line.folds, last):
            return last
        return self.grammar.after_name(line, last)

    def after_speciality(self, line: Line, index: int) -> int:
        """Past "spécialisé en neurochirurgie" behind the noun of a hospital, before its proper name."""
        if line.fold_at(index) not in _SPECIALISED or line.fold_at(index + 1) != "en":
            return index
        end = self.grammar.after_noun_phrase(line, index + 2)
        return end if line.capital_at(end) else index

    def _is_king(self, line: Line, index: int) -> bool:
        number = line.words[index + 1] if index + 1 < len(line) else ""
        return self.known.names.is_given(line.words[index]) and bool(number) and not set(number) - set("IVX")

    def after_number(self, line: Line, last: int, kind: str) -> int:
        """Past what tells apart the universities of one town: "l'université d'Alger 3", "de Tunis El Manar"."""
        if (
            kind == "university"
            and line.fold_at(last) in ("el", "al")
            and line.capital_at(last)
            and line.capital_at(last + 1)
        ):
            return last + 2
        is_number = line.fold_at(last).isdigit() and len(line.fold_at(last)) < 3 and line.capitals[last - 1]
        return last + (kind == "university" and is_number and line.fold_at(last + 1) not in _COUNTED)
