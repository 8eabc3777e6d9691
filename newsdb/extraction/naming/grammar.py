"""How names and titles go on after their head: adjectives, complements, runs; what they name is decided elsewhere."""

import re

from newsdb.extraction.naming.naming_words import NamingWords, match_phrase
from newsdb.extraction.naming.sightings import is_acronym
from newsdb.extraction.text.words import Line

_ADJECTIVE = re.compile(
    r"\w{2,}(?:a(?:l|le|les|ux)|iques?|ai(?:n|ne|ns|nes|se|ses|s)|ie(?:n|nne|ns|nnes)|oi(?:s|se|ses)|i(?:f|ve|fs|ves|ers?|eres?)|een(?:ne)?s?"
    r"|aires?|oires?|ines?|icoles?|trices?|el|elle|els|elles|ables?|ibles?|eux|euses?|ieure?s?)"
)
# "est-elle": a verb and its subject.
_INVERTED = re.compile(r"\w+-(?:t-)?(?:ils?|elles?|on)")
_BOUNDS = frozenset(["", ",", ".", ";", ":", "(", ")", "»", "et", "a", "ont", "est", "sont"])
_ORDINAL = re.compile(r"\d{1,3}(?:e|er|re|ere|eme|nd|nde)")
_AGENTS = re.compile(r"\w{3,}(?:teurs|deurs|neurs|leurs|seurs|eures|euses|trices)")
_SPEECH = frozenset(["que", "qu'", ":", "dans", "«"])
_ARTICLES = frozenset(["la", "l'", "le", "les"])
_ALL_ARTICLES = frozenset(["le", "la", "les", "un", "une", "des", "ce", "cette", "ces"])
_PATRONYMS = frozenset(["ould", "mint", "ben", "bent", "ibn"])
_OF = frozenset(["de", "d'", "du", "des"])
_FOR = frozenset(["pour", "contre", "sans"])
# "X et Associés": the end of the name of a house.
_PARTNERS = frozenset(["associes", "fils", "freres", "cie", "compagnie", "partenaires"])
_AND = frozenset(["et", "&", "/"])
_NUMBERS = frozenset(["deux", "trois", "quatre", "cinq", "sept", "mille", "cent"])
_TO = frozenset(["au", "aux", "à"])
# "lutte contre la fraude", "appui aux jeunes", "Marocains résidant à l'étranger": nouns that need what stands behind.
_AIMED = frozenset(["lutte", "appui", "aide", "soutien", "acces", "assistance", "protection", "prevention"])
_LIVING = frozenset(["residant", "residents", "etablis", "vivant"])
# "personnes en situation de handicap"
_IN_STATE = ("en", "situation", "de")
_AT_WHAT = frozenset(["contre", "à", "au", "aux"])
# "de la santé", "pour l'emploi", "au Plan"
_WIDE = _OF | _FOR | _TO


class Grammar:
    """The steps from one word of a line to the end of what belongs to it; each returns `index` where nothing does."""

    def __init__(self, known: NamingWords) -> None:
        self.known = known

    def is_adjective(self, line: Line, index: int) -> bool:
        """Whether the word may be an adjective that belongs to the noun before it."""
        folded = line.fold_at(index)
        if not folded or folded in self.known.not_adjectives or folded in self.known.name_enders:
            return False
        if folded in self.known.adjectives:
            # "l'Observatoire des finances publiques écrit que …"
            return folded not in self.known.reporting_verbs or line.fold_at(index + 1) not in _SPEECH
        if self._is_participle(line, index):
            return True
        # A capital makes a name of any ending: "le groupe Akdital".
        if line.capitals[index] or folded in self.known.reporting_verbs:
            return False
        # Hyphens from the line ends of the printed page stay in the middle of words.
        if folded.startswith("anti"):
            return True
        return bool(_ADJECTIVE.fullmatch(folded.replace("-", ""))) and not _INVERTED.fullmatch(folded)

    def _is_participle(self, line: Line, index: int) -> bool:
        """ "technologies avancées,": behind a plural, with nothing that says by whom or where."""
        is_plural = line.folds[index].endswith("ees") and line.fold_at(index - 1).endswith("s")
        return is_plural and (
            line.fold_at(index + 1) in _BOUNDS or line.fold_at(index + 1) in self.known.reporting_verbs
        )

    def after_adjectives(self, line: Line, index: int) -> int:
        """Past "nationale", "économique et social", "économique, social et environnemental"."""
        if not self.is_adjective(line, index):
            return index
        # "anti cancer"
        index += 1 + (line.folds[index] == "anti" and self.is_noun(line, index + 1))
        while self.is_adjective(line, index):
            index += 1
        if line.fold_at(index) == "," and self.is_adjective(line, index + 1) and line.fold_at(index + 2) in ("et", ","):
            index = self.after_adjectives(line, index + 1)
        if line.fold_at(index) == "et" and self.is_adjective(line, index + 1):
            index += 2
        return index

    def after_fields(self, line: Line, index: int) -> int:
        """Past "Marketing et Communication": fields of work without "de", behind a post or the part of a firm."""
        match = match_phrase(self.known.work_fields, line.folds, index) if index < len(line) else None
        if match is None:
            return index
        end = match[0]
        after = self.after_fields(line, end + 1) if line.fold_at(end) in _AND else end
        return after if after > end + 1 else end

    def after_preposition(self, line: Line, index: int, prepositions: frozenset[str] = _OF) -> int:
        """Past "de", "de la", "des", "pour l'"."""
        if line.fold_at(index) not in prepositions:
            return index
        return index + 2 if line.fold_at(index + 1) in _ARTICLES and not line.capital_at(index + 1) else index + 1

    def is_noun(self, line: Line, index: int) -> bool:
        """Whether a complement may begin with the word."""
        word = line.fold_at(index)
        if not word[:1].isalpha() or len(word) < 2 or word.endswith("'"):
            return False
        # "Fondation des Deux Rives"
        is_counted = line.capital_at(index) and line.capital_at(index + 1) and word in _NUMBERS
        # "la commune d'Aït Ourir": no form of "avoir"
        is_place = line.capital_at(index) and word in self.known.place_openers
        return is_counted or is_place or word not in self.known.name_enders

    def after_noun_phrase(self, line: Line, index: int) -> int:
        """Past "santé publique", "Fès-Meknès", "mise en valeur agricole", "lutte contre la fraude"."""
        if index >= len(line):
            return index
        place = match_phrase(self.known.places, line.folds, index)
        if place and (line.capitals[index] or place[0] > index + 1):
            # "La Marsa" begins as an adverb does.
            return place[0]
        if _ORDINAL.fullmatch(line.folds[index]) and self.is_noun(line, index + 1):
            # "la 4e région militaire"
            return self.after_noun_phrase(line, index + 1)
        if not self.is_noun(line, index):
            return index
        end = self.after_run(line, index) if self._is_proper(line, index) else self._after_lower_noun(line, index)
        if (
            line.fold_at(end) == "en"
            and self.is_noun(line, end + 1)
            and line.fold_at(index) in ("mise", "prise", "sortie", "ressources")
        ):
            end += 2
        end = self.after_adjectives(line, end)
        if self._is_agent_noun(line, end):
            end = self.after_adjectives(line, end + 1)
        if line.fold_at(index) in _AIMED and line.fold_at(end) in _AT_WHAT:
            return self.after_complement(line, end, wide=True)
        if line.fold_at(index) == "relations" and line.fold_at(end) == "avec":
            return self._after_partner(
                line, self.after_noun_phrase(line, end + 1 + (line.fold_at(end + 1) in _ARTICLES))
            )
        if line.folds[end : end + 3] == _IN_STATE and self.is_noun(line, end + 3):
            return end + 4
        if line.fold_at(end) in _LIVING:
            return self.after_complement(line, end + 1, wide=True)
        return end

    def _after_partner(self, line: Line, index: int) -> int:
        """Past "et la société civile" in "relations avec le Parlement et la société civile"."""
        is_second = line.fold_at(index) == "et" and line.fold_at(index + 1) in _ARTICLES
        is_second = is_second and line.fold_at(index + 2) not in self.known.role_nouns
        return self.after_noun_phrase(line, index + 2) if is_second else index

    def _is_agent_noun(self, line: Line, index: int) -> bool:
        """Whether a second noun for the same people stands behind a plural: "grossistes répartiteurs"."""
        folded, before, nouns = line.fold_at(index), line.folds[index - 1], self.known.role_nouns
        if line.capital_at(index) or not before.endswith("s"):
            return False
        # "médecins dentistes"
        is_trade = folded.endswith("s") and folded in nouns and before in nouns
        is_agent = bool(_AGENTS.fullmatch(folded)) and folded not in self.known.reporting_verbs
        return is_trade or (is_agent and folded not in self.known.name_enders)

    def _after_lower_noun(self, line: Line, index: int) -> int:
        """Past the noun, and past the name it governs where it is a body's: "l'université Ibn Sina de Safi"."""
        if line.folds[index] in self.known.leading_adjectives and self.is_noun(line, index + 1):
            return index + 2
        if line.folds[index] not in self.known.organisation_heads:
            return index + 1
        after = self.after_adjectives(line, index + 1)
        if not line.capital_at(after) or not self._is_proper(line, after):
            return index + 1
        end = self.after_run(line, after)
        if line.fold_at(end) in _OF and line.capital_at(end + 1):
            end = self.after_run(line, end + 1)
        return end

    def _is_proper(self, line: Line, index: int) -> bool:
        if not line.capitals[index]:
            return False
        if line.folds[index] in self.known.place_openers:
            return True
        # "de la Santé Karim Alami": a person that follows is no part of the complement.
        return not (line.capital_at(index + 1) and self.known.names.is_given(line.words[index + 1]))

    def after_complement(self, line: Line, index: int, *, wide: bool = False) -> int:
        """Past one "de la santé publique", with `wide` also "pour l'emploi", "au Plan", "au Maroc"."""
        prepositions = _WIDE if wide else _OF
        noun = self.after_preposition(line, index, prepositions)
        if noun == index or self.is_person(line, noun):
            return index
        if line.folds[index] in _TO and self._is_whereabouts(line, noun):
            return index
        if line.fold_at(noun) in self.known.reporting_infinitives:
            # "et le ministre d'ajouter que …"
            return index
        end = self.after_noun_phrase(line, noun)
        return end if end > noun else index

    def _is_whereabouts(self, line: Line, index: int) -> bool:
        """ "à Rabat" says where something happens, unless an acronym shows that the name goes on: "au Maroc (X)"."""
        place = match_phrase(self.known.places, line.folds, index) if line.capital_at(index) else None
        return place is not None and line.fold_at(place[0]) != "("

    def is_person(self, line: Line, index: int) -> bool:
        """Whether a given name with another name behind it stands at the index: "des tisserands de Louisa H."."""
        if not (line.capital_at(index) and line.capital_at(index + 1)):
            return False
        # "Jemal Ould T.": the particle tells that a given name stands before it.
        is_given = line.folds[index + 1] in _PATRONYMS or self.known.names.is_given(line.folds[index])
        return (
            is_given
            and line.folds[index] not in self.known.place_openers
            and line.folds[index] not in self.known.honorifics
            and match_phrase(self.known.places, line.folds, index) is None
        )

    def after_complements(
        self, line: Line, index: int, *, wide: bool = False, lists: bool = False, begun: bool = False
    ) -> int:
        """Past all complements; with `lists` a comma before "de" goes on without waiting for an "et".

        `begun` says that a complement stands before already: "chambre de commerce" and then ", d'industrie".
        """
        start = index - begun
        while True:
            if index > start and self._is_object(line, index):
                return index
            end = self.after_complement(line, index, wide=wide)
            if end == index and index > start:
                end = self._after_coordination(line, index, wide=wide, lists=lists)
                if end == index and wide:
                    end = self._after_second_aim(line, index)
            if end == index:
                return index
            index = end

    def _is_object(self, line: Line, index: int) -> bool:
        """ "signe avec l'université de Safi des accords": behind a proper name "des" tells what the verb is about."""
        is_behind_name = line.fold_at(index) == "des" and line.capitals[index - 1] and not line.capital_at(index + 1)
        return is_behind_name and match_phrase(self.known.places, line.folds, index - 1) is not None

    def _after_coordination(self, line: Line, index: int, *, wide: bool, lists: bool) -> int:
        joint = line.fold_at(index)
        if joint not in ("et", ","):
            return index
        noun = self.after_preposition(line, index + 1, _OF | _TO if wide else _OF)
        if noun == index + 1:
            return self._after_bare_plural(line, index) if joint == "et" else index
        if noun >= len(line) or self.is_person(line, noun):
            return index
        has_article = noun > index + 2 or line.folds[index + 1] == "du"
        if has_article and (self._names_body(line, noun) or (joint == "et" and self._is_short(line, noun))):
            return index
        end = self.after_noun_phrase(line, noun)
        if end == noun:
            return index
        if joint == "," and not lists and not self._list_goes_on(line, end):
            return index
        if joint == "," and not lists and line.capitals[index - 1] and not line.capitals[noun]:
            # "Selon la sûreté de wilaya de Médéa, des bidons et des sacs …": behind a name something new begins.
            return index
        return end

    def _is_short(self, line: Line, index: int) -> bool:
        """ "l'Agence du bois et du CRX": an acronym with its article is a body of its own."""
        return is_acronym(line.words[index]) and line.fold_at(index) not in self.known.not_organisations

    def _names_body(self, line: Line, index: int) -> bool:
        """Whether a body of its own begins at the index, and no mere field of work ("formation")."""
        match = match_phrase(self.known.organisation_heads, line.folds, index)
        if match is None or match[1].head_class == "generic":
            return False
        after = match[0]
        goes_on = line.capital_at(after) or self.is_adjective(line, after) or line.fold_at(after) in _OF
        return line.capitals[index] or goes_on

    def _after_second_aim(self, line: Line, index: int) -> int:
        """Past "et le développement" in "pour la promotion et le développement du Nord"."""
        noun = index + 2
        if line.fold_at(index) != "et" or line.fold_at(index + 1) not in _ARTICLES or noun >= len(line):
            return index
        folded = line.folds[noun]
        is_other = line.capitals[noun] or folded in self.known.organisation_heads or folded in self.known.role_nouns
        if is_other and line.fold_at(noun + 1) != "(":
            return index
        return self.after_noun_phrase(line, noun)

    def _list_goes_on(self, line: Line, index: int) -> bool:
        return line.fold_at(index) in ("et", ",") and line.fold_at(index + 1) in _OF

    def _after_bare_plural(self, line: Line, index: int) -> int:
        """Past the second noun of "des eaux et forêts"."""
        before, noun = line.fold_at(index - 1), line.fold_at(index + 1)
        if not (before.endswith(("s", "x")) and noun.endswith(("s", "x")) and self.is_noun(line, index + 1)):
            return index
        return self.after_adjectives(line, index + 2)

    def after_run(self, line: Line, index: int) -> int:
        """Past a run of capitalised words with the particles and numbers inside it."""
        end = index + 1
        while end < len(line):
            if self._begins_anew(line, end):
                break
            if line.capitals[end] and not line.folds[end].endswith("'") and not self._is_address(line, end):
                end += 1
            elif (after := self._after_joints(line, end)) > end:
                end = after + 1
            elif self._has_partners(line, end):
                return end + 2
            elif line.words[end][0].isdigit() and len(line.words[end]) <= 4 and line.words[end].isalnum():
                return end + 1
            else:
                break
        return end

    def _has_partners(self, line: Line, index: int) -> bool:
        return line.folds[index] == "et" and line.capital_at(index + 1) and line.folds[index + 1] in _PARTNERS

    def _begins_anew(self, line: Line, index: int) -> bool:
        """Whether an article in capitals stands behind a letter with its stop, as in "Q. Une rue est …"."""
        opens = line.folds[index] in _ALL_ARTICLES or line.folds[index] in self.known.stop_capitals
        return opens and line.words[index - 1].endswith(".") and line.capitals[index]

    def _after_joints(self, line: Line, index: int) -> int:
        """The capital behind "von", "van den" or "de la" inside a name, `index` where none stands there."""
        for end in range(index, min(index + 2, len(line))):
            if not self._joins(line, end) and not (end > index and line.folds[end] in _ARTICLES):
                return index
            if line.capital_at(end + 1):
                return end + 1
        return index

    def after_name(self, line: Line, index: int) -> int:
        """Past a run, but not into the person who follows it: "l'Espérance de Tala Lotfi B."."""
        end = self.after_run(line, index)
        return next((i for i in range(index + 1, end - 1) if self.is_person(line, i)), end)

    def _is_address(self, line: Line, index: int) -> bool:
        """Whether the word is a short civility, which no name contains as a surname may be Maréchal."""
        folded = line.folds[index]
        if line.words[index] == "M." and not line.capital_at(index + 1):
            # "Tarek M., en fuite"
            return False
        return folded in self.known.civilities and len(folded) < 5 and folded not in self.known.honorifics

    def _joins(self, line: Line, index: int) -> bool:
        folded = line.folds[index]
        if folded == "l'" and line.capitals[index]:
            # "Karim L'Abid"
            return self.known.names.is_given(line.words[index - 1])
        return folded in self.known.particles or folded in self.known.name_joiners
