"""Judge whether a head noun names one body in lower case, or a house that acts; bodies reads how far it goes."""

from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, OrganisationHead, match_phrase
from newsdb.extraction.naming.sightings import acronym_after, is_acronym
from newsdb.extraction.text.words import Line

TERRITORIES = frozenset(
    ["wilaya", "ville", "commune", "region", "province", "prefecture", "localite", "daira", "gouvernorat", "pays"]
)
DEFINITE = frozenset(["le", "la", "l'", "du", "au", "ce", "cette", "notre", "des", "aux"])
# Nouns of what is national or international without being one body: "bureau régional", "réseau national".
_COMMON = frozenset(["bureau", "reseau", "communaute", "organisation", "equipe", "groupe"])
# Bodies told by their field: "la commission des finances".
_COMMITTEES = frozenset(["commission"])
# Parts of a ministry that a place tells apart: "la direction de la santé d'Oran".
_SERVICES = frozenset(["direction", "delegation", "inspection"])
# What many bodies have: "le comité central du Parti X", and those whose own name begins so.
_ORGANS = frozenset(
    ["comite", "conseil", "bureau", "commission", "section", "assemblee", "congres", "instance", "cellule"]
)
_OF_OR_AT = frozenset(["de", "du", "d'", "des", "à", "au", "aux"])
_CLOSING = frozenset('»”"')
_ORDERS = frozenset(["ordre"])
_FOUNDINGS = frozenset(["fondation"])
_BESIDE = frozenset(["pres", "autour", "face", "loin", "scene", "salle", "planches", "esplanade", "parvis"])
_WHERE = frozenset(["à", "au", "dans", "vers", "devant"])
_SITES = frozenset(["usine", "societe", "entreprise"])
_OWNED = frozenset(["un", "une", "son", "sa", "leur", "votre"])


class BodyNaming:
    """Judges one head noun of a line with what belongs to it."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar

    def is_named(self, line: Line, index: int, end: int, last: int, head: OrganisationHead) -> bool:
        """Whether the noun [index, end) in lower case names a body with its complements up to `last`."""
        if self._is_named_in_lower_case(line, end, last, head) or self._is_abbreviated(line, index, last):
            return True
        adjectives = self.grammar.after_adjectives(line, end)
        return head.kind not in ("party", "club") and self.is_of_a_land(line, index, adjectives, last)

    def is_house(self, line: Line, index: int) -> bool:
        """Whether a theatre or an opera is named as a house that acts, and not as the place where something happens."""
        is_beside = line.fold_at(index - 1) == "du" and line.fold_at(index - 2) in _BESIDE
        is_where = line.fold_at(index - 1) in _WHERE or line.fold_at(index - 2) in _WHERE
        return line.capitals[index] and not (is_beside or is_where)

    def before_capitals(self, line: Line, index: int, end: int, after: int) -> int:
        """Before the adjectives with a capital behind a noun in small letters: "le collectif Jeunes Avocats"."""
        while after > end and not line.capitals[index] and line.capitals[after - 1] and line.capital_at(after):
            if line.folds[after - 1] in self.known.nationalities:
                break
            after -= 1
        return after

    def is_undetermined(self, line: Line, start: int) -> bool:
        """ "vus ensemble Salima et Karim": no article stands before the word in small letters."""
        noun = next((i for i in (start - 1, start - 2) if line.fold_at(i) in self.known.organisation_heads), start - 1)
        return not line.capitals[noun] and line.fold_at(noun - 1) not in DEFINITE | _OWNED

    def is_site(self, line: Line, first: int, end: int) -> bool:
        """ "l'usine Yazami de Sfax" stands there; of "Transports du Rif", "Sel & Marais de Safi" it is a part."""
        if not self._is_place(line, end + 1) or line.fold_at(first - 1) not in _SITES:
            return False
        is_phrase = "&" in line.words[first:end] or line.folds[end - 1] in self.known.work_fields
        return not (is_phrase or line.folds[end] in ("du", "des"))

    def is_of_a_land(self, line: Line, index: int, adjectives: int, last: int) -> bool:
        """ "l'ordre national des vétérinaires", "le comité olympique algérien": there is one such body in the land."""
        told = [i for i in range(index + 1, adjectives) if line.folds[i] in self.known.founding]
        if not told or not self._is_definite(line, index) or line.folds[index] in _COMMON:
            return False
        if last > adjectives:
            return not self._is_of_body(line, index, adjectives, last)
        return adjectives > index + 2 and line.folds[adjectives - 1] in self.known.nationalities

    def _is_of_body(self, line: Line, index: int, start: int, last: int) -> bool:
        """ "du groupe", "du parti": what is national or general here belongs to a body that is not named.

        So it does in "le conseil national du Syndicat X": an organ of the body that is named behind.
        """
        noun = self.grammar.after_preposition(line, start)
        if line.folds[index] in _ORGANS and line.capital_at(noun) and line.folds[noun] not in _ORDERS:
            is_named = line.folds[noun] in self.known.organisation_heads
            return is_named or is_acronym(line.words[noun])
        head = match_phrase(self.known.organisation_heads, line.folds, noun)
        return head is not None and head[0] == last and not line.capitals[noun] and not line.folds[noun].endswith("s")

    def _is_abbreviated(self, line: Line, index: int, last: int) -> bool:
        """A definite noun in lower case, with an acronym in brackets that begins as it does."""
        acronym = acronym_after(line, last)
        return acronym is not None and acronym[0].lower() == line.folds[index][0] and self._is_definite(line, index)

    def _is_definite(self, line: Line, index: int) -> bool:
        return line.fold_at(index - 1) in DEFINITE

    def _is_named_in_lower_case(self, line: Line, end: int, last: int, head: OrganisationHead) -> bool:
        if head.head_class == "function":
            return True
        if self._is_act(line, end):
            return False
        if head.head_class == "portfolio":
            noun = self.grammar.after_preposition(line, self.grammar.after_adjectives(line, end))
            return line.capital_at(noun) and line.folds[noun] in self.known.portfolios
        has_capital = any(line.capitals[end:last])
        if line.folds[end - 1] == "chambre":
            # "la chambre des notaires de Safi", but "la chambre de Karim"
            return line.fold_at(end) == "des" and has_capital
        if line.folds[end - 1] == "cour":
            # "la cour d'Alger", but not the yard of a school
            return line.capital_at(end + 1) and self._is_place(line, end + 1)
        if line.folds[end - 1] in _SERVICES and (has_capital or line.folds[last - 1] in TERRITORIES):
            noun = self.grammar.after_preposition(line, self.grammar.after_adjectives(line, end))
            return line.fold_at(noun) in self.known.portfolios
        if line.folds[end - 1] in _COMMITTEES:
            return self._is_of_field(line, end) and not self._is_in_house(line, end, last)
        return head.head_class == "local" and has_capital

    def _is_act(self, line: Line, end: int) -> bool:
        """ "la fondation du Parti X", "sur ordre de la Chambre": what is done to a body, or by it."""
        if line.folds[end - 1] in _ORDERS and not self._is_definite(line, end - 1):
            return True
        noun = self.grammar.after_preposition(line, end)
        is_body = noun > end and match_phrase(self.known.organisation_heads, line.folds, noun) is not None
        return line.folds[end - 1] in _FOUNDINGS and is_body

    def _is_of_field(self, line: Line, end: int) -> bool:
        """ "la commission des finances", "de la santé": a standing committee goes by one field with its article."""
        start = self.grammar.after_adjectives(line, end)
        noun = self.grammar.after_preposition(line, start)
        has_article = noun > start + 1 or line.fold_at(start) in ("du", "des")
        return has_article and line.fold_at(noun) in self.known.committee_fields

    def _is_in_house(self, line: Line, end: int, last: int) -> bool:
        """ "la commission des lois de l'Assemblée", "à la Chambre": a part of the body that is named with it."""
        for opening in range(end + 2, last + 1):
            noun = self.grammar.after_preposition(line, opening, _OF_OR_AT)
            if noun == opening or noun >= len(line) or line.fold_at(opening - 1) in ("et", ","):
                continue
            head = match_phrase(self.known.organisation_heads, line.folds, noun)
            is_field = line.folds[noun] in self.known.committee_fields
            if is_acronym(line.words[noun]) or (head is not None and not is_field):
                return True
        return False

    def _is_place(self, line: Line, index: int) -> bool:
        return match_phrase(self.known.places, line.folds, index) is not None

    def is_only_place(self, line: Line, index: int) -> bool:
        """Whether nothing goes on behind the place: no "Atlas Construction", no "Terre d'avenir"."""
        place = match_phrase(self.known.places, line.folds, index)
        if place is None:
            return False
        goes_on = line.capital_at(place[0]) and not self.grammar.is_person(line, place[0])
        return not goes_on and line.fold_at(place[0]) not in ("d'", "&")

    def before_closing(self, line: Line, first: int) -> int:
        """The closing mark of a short quoted name, `first` where it is far off."""
        return next((i for i in range(first + 1, min(first + 8, len(line))) if line.words[i] in _CLOSING), first)

    def names_holder(self, line: Line, start: int, first: int) -> bool:
        """Whether the name is that of a person, where the noun before it is a person's as well: "le producteur X"."""
        nouns = range(max(0, start - 4), start)
        found = [i for i in nouns if match_phrase(self.known.role_nouns, line.folds, i)]
        if not found:
            return False
        names = self.known.names
        if "&" in line.words[first : first + 4] or line.fold_at(start - 2) == "chez":
            # "auditeur chez Cabinet Karim T. & Associés"
            return False
        if names.is_given(line.words[first]) and line.capital_at(first + 1):
            return True
        # "gérant de la société Zahra": the noun of the body alone is nobody's title.
        is_parted = any(line.folds[i] in _OF_OR_AT | {"chez"} for i in range(found[-1], start))
        return not is_parted and not line.capital_at(first + 1) and names.is_surname(line.words[first])
