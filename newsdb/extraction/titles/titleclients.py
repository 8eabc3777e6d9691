"""Step past for whom a title is held, where no body is named: a client, a side of a match, "une fédération de …"."""

from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, RoleNoun, match_phrase
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.text.words import Line

_SIDES = frozenset(["visiteurs", "visiteuses", "locaux", "locales", "visites", "hotes", "receveurs"])
# Where a body works: of these a title tells more than of the body itself.
_WORKS = frozenset(["site", "usine", "unite", "magasin", "chantier", "atelier", "depot"])
_SITES = _WORKS | {"agence", "centre"}
# "directeur artistique de la manifestation": what the article is about, and named elsewhere.
_REFERRING = frozenset(["manifestation", "evenement", "plateforme"])
_PRODUCTS = frozenset(["plateforme", "plate-forme", "application", "logiciel", "portail", "outil", "solution"])
# "de l'association organisatrice": which one is told elsewhere.
_MEANT = frozenset(["organisateur", "organisatrice", "concerne", "concernee"])


class TitleClients:
    """The steps; each returns `index` where nothing of the kind follows."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar

    def after_one_of_many(self, line: Line, noun: RoleNoun, index: int) -> int:
        """Past "d'une fédération de pêcheurs" in an office: a body that is not named is told in the title."""
        start = index + 2
        is_some = line.fold_at(index) == "d'" and line.fold_at(index + 1) in ("un", "une")
        if not is_some or noun.category != "office" or line.capital_at(start) or not self.grammar.is_noun(line, start):
            return index
        return self.grammar.after_complements(line, self.grammar.after_noun_phrase(line, start), begun=True)

    def after_client(self, line: Line, noun: RoleNoun, index: int, start: int) -> int:
        """Past "du joueur" in "l'agent du joueur, Y": for whom somebody of a trade works is no part of the title.

        Nor are "des visiteurs" and "des locaux", the sides of a match.
        """
        if noun.category == "trade" and line.folds[index] == "des" and line.fold_at(start) in _SIDES:
            return start + 1
        if noun.category != "trade" or line.folds[index] == "des" or (start == index + 1 and line.folds[index] != "du"):
            return index
        match = match_phrase(self.known.role_nouns, line.folds, start)
        if match is None or line.capitals[start] or match[1].is_plural or match[1].category not in ("trade", "kin"):
            return index
        return self.grammar.after_adjectives(line, match[0])

    def after_team(self, line: Line, noun: RoleNoun, index: int) -> int:
        """Past "des Casablancais" or "des Aigles de Carthage", where a comma follows."""
        end = index + 1
        if noun.category != "trade" or line.fold_at(index) != "des" or not line.capital_at(end):
            return index
        while line.capital_at(end) or (line.fold_at(end) in ("et", "de", "du") and line.capital_at(end + 1)):
            end += 1
        return end if line.fold_at(end) == "," else index

    def is_product(self, noun: RoleNoun, thing: Sighting) -> bool:
        """Whether somebody has founded what bears the name of a product: "fondateur de la plateforme X"."""
        return "founding" in noun.traits and thing.folds[0] in _PRODUCTS and not thing.line.capitals[thing.first]

    def is_meant(self, part: Sighting) -> bool:
        """Whether "organisatrice" behind a body in lower case says that another sentence names it."""
        return part.line.fold_at(part.last) in _MEANT

    def after_site(self, line: Line, start: int) -> int:
        """Past "usine" in "directeur de l'usine X": part of the title, where the body of that name has others."""
        return start + 1 if line.folds[start] in _WORKS and not line.capitals[start] else start

    def after_bare_body(self, line: Line, index: int, start: int) -> int:
        """Past "établissement" in "directeur adjoint de l'établissement": which one is told elsewhere."""
        if start == index + 1 and line.folds[index] not in ("du", "des", "au"):
            # "chef d'atelier"
            return start
        if line.folds[start] in _REFERRING and not line.capital_at(start + 1):
            return start + 1
        match = match_phrase(self.known.organisation_heads, line.folds, start)
        if match is None or match[1].head_class != "generic" or line.capitals[start] or line.folds[start] in _SITES:
            return start
        after = self.grammar.after_adjectives(line, match[0])
        if line.fold_at(after) in ("de", "d'") and line.capital_at(after + 1):
            # "PDG du groupe de Safi"
            place = match_phrase(self.known.places, line.folds, after + 1)
            return place[0] if place and not line.capital_at(place[0]) else start
        is_bare = after == match[0] and self.grammar.after_complement(line, after) == after
        return after if is_bare and not line.capital_at(after) else start
