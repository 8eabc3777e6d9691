"""Read the bodies that a head noun names ("ministère de la Santé", "le groupe X"); other names are the scanner's."""

import re
from dataclasses import replace

from newsdb.extraction.bodies.body_naming import DEFINITE, BodyNaming
from newsdb.extraction.bodies.body_reach import INNER, BodyReach
from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, OrganisationHead, match_phrase
from newsdb.extraction.naming.sightings import Nature, Sighting, is_acronym
from newsdb.extraction.text.words import Line

_OF = frozenset(["de", "du", "d'", "des"])
# "l'ONG Terre d'avenir": such bodies often bear a phrase for a name.
_CAUSES = frozenset(
    ["ong", "association", "collectif", "mouvement", "fondation", "troupe", "orchestre", "syndicat", "federation"]
)
# "Semer au Nord", "Sœurs du plateau": names that are phrases begin with a French word.
_WHERE = frozenset(["du", "des", "au", "aux", "en"])
_FRENCH = re.compile(r"\w+(?:[esx]|er|ir|ion|eur|oir|[ae]nt|eil|in)")
_INFINITIVE = re.compile(r"\w+(?:er|ir|re)")
_TOLD = frozenset(["d'", "de", "sans", "contre", "pour"])
_OURS = frozenset(["nos", "notre", "mon", "ma", "mes", "vos", "votre"])
_AT = frozenset(["à", "au", "aux", "chez"])
_ARTICLES = frozenset(["le", "la", "l'"])
_CHARGED = frozenset(["charge", "chargee"])
_NEAR = 10
_COMMON_NOUNS = frozenset(["credit", "secours", "assurance", "transport", "transports", "fonds", "mission"])
_PLURAL_VERBS = frozenset(["sont", "ont", "etaient", "avaient", "seront", "auront", "vont", "doivent", "peuvent"])
_NEAR_VERB = 6
_LONGEST_ACRONYM = 5
_WITH = frozenset(["avec", "chez", "par"])
# "association X des irrigants"
_MEMBERED = frozenset(["association", "union", "federation"])
# "la police « Sérénité »" of an insurer, "la garde « Atlas »": what is marked behind these nouns is no name of theirs.
_NEVER_MARKED = frozenset(["agency", "army", "court", "government", "ministry", "parliament"])
_OPENING = frozenset('«“"')


class BodyReader:
    """Reads a line from a head noun on."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar
        self.naming = BodyNaming(known, grammar)
        self.reach = BodyReach(known, grammar)

    def read(self, line: Line, index: int) -> Sighting | None:
        """The body whose head noun stands at the index; nature bare or generic where only the noun names it."""
        if described := match_phrase(self.known.not_bodies, line.folds, index):
            return self._chamber_of_court(line, index, described[0])
        match = match_phrase(self.known.organisation_heads, line.folds, index)
        if match is None:
            return None
        end, head = match
        if head.kind == "party" and self._is_participle(line, end):
            return None
        if group := self._group_in_parliament(line, index, end):
            return group
        after = self.naming.before_capitals(line, index, end, self.grammar.after_adjectives(line, end))
        after = self.reach.after_speciality(line, after)
        proper = self._proper_name(line, after, head)
        if proper is None and (head.head_class == "generic" or head.rule in ("aside", "drop")):
            proper = self._proper_behind_trade(line, after, head)
        if proper is None and head.kind == "club" and after > end and line.fold_at(after) in ("de", "d'"):
            # "le club saoudien d'Al-Nakhil": of another land, by the name of its town or its own
            proper = self._proper_name(line, after + 1, head)
        if proper is not None and head.head_class == "venue" and not self.naming.is_house(line, index):
            return None
        if proper is not None:
            # "Groupe X" with a capital is the name itself; "ONG" is always written so.
            # No common noun opens a sentence without an article: "Radio Safi publie …".
            is_told = head.kind == "media" or not line.opens_sentence(index)
            is_name = line.capitals[index] and is_told and not is_acronym(line.words[index])
            return (
                proper
                if head.head_class == "generic" and head.rule != "aside" and not is_name
                else self._with_head(line, index, proper, head)
            )
        if is_acronym(line.words[index]) and not self._has_complement(line, end):
            # "les médecins du CHU"
            noun = Sighting(line, index, end, "body", head.kind, None, None, line.folds[index])
            return self._bare(line, noun) if head.kind == "hospital" else None
        is_place = head.head_class == "place" and line.capital_at(after)
        if is_place or (head.head_class == "venue" and not self.naming.is_house(line, index)):
            return None
        is_common = not line.capitals[index] or line.opens_sentence(index)
        if head.head_class == "generic" and is_common:
            last = self.grammar.after_complements(line, after)
            is_told = any(
                f in self.known.founding and f not in self.known.nationalities for f in line.folds[index + 1 : after]
            )
            if last == after or not is_told or not self.naming.is_of_a_land(line, index, after, last):
                return None
        body = self._complemented_body(line, index, end, head)
        return body and self.reach.to_bracket(self._at_court(line, body))

    def _is_participle(self, line: Line, end: int) -> bool:
        """ "Parti de Kairouan, il …": whoever left a place."""
        return line.fold_at(end) in ("de", "d'") and line.capital_at(end + 1) and self._is_place(line, end + 1)

    def _chamber_of_court(self, line: Line, index: int, end: int) -> Sighting | None:
        """ "chambre sociale près la cour d'appel de Gafsa": of a chamber without its court nothing is named."""
        court = self._at_court(line, Sighting(line, index, end, "body", "court", None, None, line.folds[index]))
        return court if court.last > end else None

    def _at_court(self, line: Line, body: Sighting) -> Sighting:
        """The body with the court beside which it sits: "parquet général près le tribunal de Sfax"."""
        if body.kind != "court" or line.fold_at(body.last) != "pres":
            return body
        court = (
            self.grammar.after_preposition(line, body.last + 1) if line.fold_at(body.last + 1) in _OF else body.last + 1
        )
        court += line.fold_at(court) in _ARTICLES
        beside = self.read(line, court) if court < len(line) else None
        return replace(body, last=beside.last) if beside and beside.kind == "court" else body

    def _group_in_parliament(self, line: Line, index: int, end: int) -> Sighting | None:
        """ "Groupe libéral au Sénat": the members of one party in a house of parliament."""
        if line.folds[index] != "groupe":
            return None
        if line.fold_at(index - 1) == "du" and line.fold_at(index - 2) == "," and self._sits(line, index):
            # "la sénatrice X, du groupe de la Gauche unie"
            last = self.grammar.after_complements(line, end)
            capital = any(line.capitals[end:last])
            return Sighting(line, index, last, "body", "parliament", None, None, "groupe") if capital else None
        after = self.grammar.after_adjectives(line, end)
        after = (
            self.grammar.after_run(line, after)
            if line.capital_at(after)
            else self.grammar.after_complements(line, after)
        )
        if after == end or line.fold_at(after) not in _AT:
            return None
        house = after + 1 + (line.fold_at(after + 1) in _ARTICLES)
        found = self.read(line, house) if house < len(line) else None
        if found is None or found.kind != "parliament":
            return None
        return Sighting(line, index, found.last, "body", "parliament", None, None, line.folds[index])

    def _sits(self, line: Line, index: int) -> bool:
        """Whether the words before the index name somebody who sits in a house of parliament."""
        return not self.known.seated.isdisjoint(line.folds[max(0, index - _NEAR) : index])

    def _has_complement(self, line: Line, end: int) -> bool:
        return self.grammar.after_complement(line, end) > end

    def _proper_name(self, line: Line, start: int, head: OrganisationHead) -> Sighting | None:
        """The name right behind the head, in quotation marks or not: "le groupe X", "l'université Ibn Sina"."""
        opening = line.fold_at(start)
        first = start + 1 if opening in _OPENING else start
        if not line.capital_at(first) or line.folds[first] in self.known.civilities:
            return None
        if line.folds[first].endswith("'") and not (line.words[first][0] == "L" and line.capital_at(first + 1)):
            # "la compagnie L'Arche Bleue"
            return None
        if head.head_class == "generic" and (
            self.naming.names_holder(line, start, first) or self._is_heading(line.words[start - 1])
        ):
            return None
        if (
            line.fold_at(start - 2) in ("de", "d'")
            and line.folds[start - 1] in self.known.organisation_heads
            and self.grammar.is_person(line, first)
            and not line.capitals[start - 1]
        ):
            # "l'inspecteur d'académie Karim T."
            return None
        if (
            first == start
            and not (head.keeps_noun or head.is_told_of_places)
            and self.naming.is_only_place(line, first)
        ):
            return None
        if head.head_class in ("institution", "portfolio") and head.keeps_noun and not line.capitals[start - 1]:
            return None
        if head.head_class == "house" and (
            self.naming.is_only_place(line, first) or self.naming.is_undetermined(line, start)
        ):
            return None
        if first > start and head.kind in _NEVER_MARKED:
            return None
        if first > start:
            end = self.naming.before_closing(line, first)
        else:
            known = match_phrase(self.known.organisations, line.folds, first)
            end = self._after_name(
                line,
                first,
                is_company=head.head_class == "generic" or head.kind == "bank",
                is_media=head.kind == "media",
                has_members=head.kind in _MEMBERED,
            )
            end = max(end, known[0]) if known else end
        is_particle = end == first + 1 and (line.folds[first] in INNER or line.words[first].endswith("."))
        if (
            end == first
            or is_particle
            or (head.head_class == "place" and not self._is_described_school(line, start, end))
        ):
            return None
        return Sighting(line, first, end, "body", head.kind, None, None, line.folds[start - 1])

    def _proper_behind_trade(self, line: Line, after: int, head: OrganisationHead) -> Sighting | None:
        """The name behind what the body makes: "le producteur d'œufs X"."""
        end = self.grammar.after_complement(line, after)
        if line.fold_at(after) in _OF and after + 2 < len(line) and is_acronym(line.words[after + 1]):
            # "l'entreprise de BTP X"
            return self._proper_name(line, after + 2, head)
        if end == after or any(line.capitals[after:end]) or self.grammar.is_person(line, end):
            return None
        return self._proper_name(line, end, head)

    def _is_described_school(self, line: Line, start: int, end: int) -> bool:
        """ "École Hassania des travaux publics": what is taught there tells it from the name of a place."""
        return line.capitals[start - 1] and any(
            not line.capitals[i] and line.folds[i] not in INNER for i in range(start, end)
        )

    def _after_name(self, line: Line, first: int, *, is_company: bool, is_media: bool, has_members: bool) -> int:
        # "invité de Radio Safi Karim T.", but "l'hôpital Mohamed Lamine D."
        end = self.grammar.after_name(line, first) if is_media else self.grammar.after_run(line, first)
        if line.fold_at(end) == "et" and line.capital_at(end + 1) and self._is_unknown(line, end + 1):
            further = self.grammar.after_name(line, end + 1)
            # "le groupe X et Y sont cités": two of them
            end = end if line.fold_at(further) in _PLURAL_VERBS else further
        known = match_phrase(self.known.organisations, line.folds, first)
        is_known = known is not None and known[0] == end and known[1].kind == "company"
        while line.fold_at(end) in _OF and line.capital_at(end + 1) and not is_known:
            if is_company and self.naming.is_site(line, first, end):
                break
            end = self.grammar.after_name(line, end + 1)
        is_short = end == first + 1 + (line.folds[first] in _ARTICLES | {"les"})
        if is_short and line.fold_at(first - 1) in _CAUSES and known is None:
            end = self.grammar.after_adjectives(line, end)
            is_house = line.fold_at(end + 1) in _ARTICLES and line.capital_at(end + 2)
            is_deed = line.fold_at(end) == "à" and _INFINITIVE.fullmatch(line.folds[end - 1]) and not is_house
            if line.fold_at(end) == "à" and line.capital_at(end + 1) and self._is_place(line, end + 1):
                # "l'association Espoir à Tiznit"
                return end
            is_where = line.fold_at(end) in _WHERE and _FRENCH.fullmatch(line.folds[end - 1])
            if line.fold_at(end) in _OURS:
                # "le collectif Gardons nos puits"
                return self.grammar.after_noun_phrase(line, end + 1)
            if line.fold_at(end) in _TOLD or is_deed or is_where:
                if line.capital_at(end + 1):
                    return self.grammar.after_name(line, end + 1)
                return self.grammar.after_complement(line, end, wide=True)
        is_cause = line.fold_at(first - 1) in _CAUSES or line.fold_at(first - 1) == "groupe"
        if is_cause and line.fold_at(end) == "pour" and line.capital_at(end + 1):
            # "le groupe Agir pour Safi" of a council, "l'association Un Toit pour Demain"
            return self.grammar.after_name(line, end + 1)
        is_told = has_members or line.capital_at(end + 1) or line.fold_at(end + 1) in self.known.contexts["taught"]
        if (
            line.fold_at(end) == "des"
            and not is_told
            and not _WITH.isdisjoint(line.folds[max(0, first - _NEAR_VERB) : first])
        ):
            return end  # "teste avec l'institut Ibn Sina des capteurs"
        if line.fold_at(end) in ("pour", "des") and not is_company:
            end = self.grammar.after_complements(line, end, wide=True)
        return end

    def _is_unknown(self, line: Line, index: int) -> bool:
        """Whether the word is no name that stands for itself, so that "X et Y" may be one name."""
        if self._is_place(line, index) or match_phrase(self.known.organisations, line.folds, index):
            return False
        if line.folds[index] in self.known.organisation_heads or is_acronym(line.words[index]):
            return False
        return not self.known.names.is_given(line.words[index])

    def _with_head(self, line: Line, index: int, proper: Sighting, head: OrganisationHead) -> Sighting:
        noun = line.folds[index]
        if line.words[proper.first - 1] in _OPENING:
            return replace(proper, head=noun)
        is_described = self._is_described(line, proper)
        if line.capitals[index] or head.rule != "drop" or is_described:
            # "la coopérative Tighanimine" is never called by the village alone.
            is_whole = line.capitals[index] or is_described or self.naming.is_only_place(line, proper.first)
            is_aside = head.rule == "aside" and not is_whole
            return replace(proper, first=index, head=noun, aside=proper.first - index if is_aside else 0)
        return replace(proper, head=noun)

    def _is_described(self, line: Line, proper: Sighting) -> bool:
        """ "X pour la lagune" tells what the association X is for; "Reins de vie", "Rives vivantes" are whole names."""
        small = [i for i in range(proper.first, proper.last) if not line.capitals[i]]
        if not small or all(line.folds[i] in INNER or line.folds[i] in self.known.name_joiners for i in small):
            return False
        opening = proper.first + 1 + (line.folds[proper.first] in _ARTICLES | {"les"})
        is_phrase = line.fold_at(proper.first - 1) in _CAUSES and small[0] == opening
        if is_phrase and small[0] == proper.first + 1 and _FRENCH.fullmatch(line.folds[proper.first]):
            return line.folds[small[0]] == "pour"
        return not (is_phrase and line.folds[small[0]] not in ("pour", "des", "du"))

    def _complemented_body(self, line: Line, index: int, end: int, head: OrganisationHead) -> Sighting | None:
        adjectives = self.grammar.after_adjectives(line, end)
        last = self.grammar.after_complements(
            line,
            adjectives,
            wide=self.reach.goes_wide(line, index, adjectives, head),
            lists=head.kind == "ministry",
            # "Agence urbaine et de sauvegarde de Safi"
            begun=end > index + 2 or (line.capitals[index] and adjectives > end and line.fold_at(adjectives) == "et"),
        )
        last = self.reach.after_subject(line, index, self.reach.after_territory(line, last))
        if head.kind == "ministry" and line.fold_at(last) in _CHARGED:
            # "secrétariat d'État chargé de la Pêche"
            last = self.grammar.after_complements(line, last + 1, lists=True)
        sighting = Sighting(line, index, last, "body", head.kind, None, None, line.folds[index])
        if last == end:
            if line.fold_at(index - 1) in ("un", "une"):
                return None
            is_title = line.capitals[index] and not line.opens_sentence(index)
            is_whole = end > index + 1 and (head.head_class == "function" or is_title)
            return sighting if is_whole else self._bare(line, sighting)
        last = self.reach.to_acronym(line, index, last)
        # "au ministère de la Santé Alami Karim": no ministry bears a proper name
        last = last if head.kind == "ministry" else self.reach.to_name(line, index, last)
        last = self.reach.after_number(line, last, head.kind)
        sighting = Sighting(line, index, last, "body", head.kind, None, None, line.folds[index])
        is_title = line.capitals[index] and head.head_class != "portfolio" and not self._opens_heading(line, index, end)
        named = is_title or self.naming.is_named(line, index, end, last, head)
        if named and line.fold_at(index - 1) not in ("un", "une"):
            return sighting
        return self._bare(line, replace(sighting, last=end))

    def _opens_heading(self, line: Line, index: int, end: int) -> bool:
        """ "Crédit aux PME : …": what a headline is about, with a noun that is a common one as well."""
        is_aimed = line.fold_at(end) in _AT | {"pour"}
        return is_aimed and line.opens_sentence(index) and line.folds[index] in _COMMON_NOUNS

    def _bare(self, line: Line, sighting: Sighting) -> Sighting | None:
        before = line.fold_at(sighting.first - 1)
        if before not in DEFINITE:
            return None
        nature: Nature = "bare" if line.capitals[sighting.first] else "generic"
        return replace(sighting, nature=nature)

    def _is_heading(self, noun: str) -> bool:
        """ "LA FORMATION EN QUESTION": among capitals a common noun tells of no name."""
        return noun.isupper() and len(noun) > _LONGEST_ACRONYM

    def _is_place(self, line: Line, index: int) -> bool:
        return match_phrase(self.known.places, line.folds, index) is not None
