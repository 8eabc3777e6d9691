"""Judge which capitalised words name organisations, by themselves or by their company; whose they are is elsewhere."""

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from newsdb.extraction.bodies.bodydeeds import Deeds
from newsdb.extraction.bodies.commonwords import common_words, find_concepts, name_tails
from newsdb.extraction.bodies.leaders import find_led
from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, match_phrase
from newsdb.extraction.naming.neighbours import Neighbours
from newsdb.extraction.naming.sightings import Sighting, acronym_after, is_acronym
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.titles import Title
from newsdb.language.names import fold

_TOWARDS = frozenset(["à", "en", "vers", "depuis"])
_INDEFINITE = frozenset(["un", "une", "des", "plusieurs", "deux", "trois"])
_ARTICLES = frozenset(["la", "le", "l'", "les"])
_THE = frozenset(["la", "le", "l'"])
_WHOSE = frozenset(["sa", "son", "leur", "notre", "ma", "mon", "cette", "ce", "cet"])
# "X, spécialisée dans la logistique"
_SPECIALISED = frozenset(["specialise", "specialisee", "active", "leader"])
# What clubs are called before the name of their town.
_CLUB_ACRONYMS = frozenset(
    ["AS", "ASO", "CA", "CR", "CRB", "CS", "ES", "FC", "FUS", "HUSA", "JS", "JSK", "JSM", "MC", "MO", "NA", "NC", "OC",
     "RC", "SC", "ST", "US", "USM", "WA", "WAC"]
)  # fmt: skip
_PAUSES = frozenset([",", ".", "", ";", "(", ")"])
_CALLED = frozenset(["baptise", "baptisee", "denomme", "denommee", "nomme", "nommee", "appele", "appelee"])
_CONTRACTED = {"du": "de", "d'": "de", "des": "de", "au": "à", "aux": "à"}
_INNER_CAPITAL = re.compile(
    r"(?!Ma?c[A-Z]|[DL][eaiou][A-Z]|O['’])[^\Wa-zà-ÿ]*+[a-zà-ÿ][^\WA-Z]*+[A-Z]\w*|\d{1,2}[A-Z][a-z]{2,}"
)

Name = tuple[str, ...]
"""The folded words of a run."""


class BodyEvidence:
    """What the sightings of one article tell of each other."""

    def __init__(
        self, known: NamingWords, sightings: Sequence[Sighting], runs: Sequence[Sighting], titles: Sequence[Title]
    ) -> None:
        self.known = known
        self.grammar = Grammar(known)
        headings = {id(s) for s in sightings if _heads_review(s)}
        is_review = len(headings) > 1
        self.bodies = [
            s
            for s in sightings
            if s.nature == "body"
            and (fold(s.surface) not in known.not_organisations or (is_review and id(s) in headings))
        ]
        called = {s.folds[0] for s in runs if len(s.words) == 1 and s.line.fold_at(s.first - 1) in _THE}
        self.bodies = [self._with_word_in_brackets(s, called) for s in self.bodies]
        self.runs = runs
        self._held = {id(t.organisation) for t in titles if t.organisation and t.noun.category == "office"}
        self._defined = {s.acronym for s in self.bodies if s.acronym}
        self._headed = {s.head for s in self.bodies if s.head and len(s.words) > 1 and is_acronym(s.words[0])}
        self._concepts = find_concepts(sightings, self.bodies) | self._reasons(runs)
        self._places = {s.folds for s in runs if s.line.fold_at(s.first - 1) in _TOWARDS}
        self._things = name_tails(s for s in sightings if s.nature in ("thing", "place"))
        self._no_bodies = self._things | {s.folds for s in runs if s.is_quoted}
        self._common = common_words(sightings)
        self._deeds = Deeds(known, self._common)
        self._led = {id(run) for run in find_led(runs, titles, self._deeds)}
        self._in_capitals: dict[int, bool] = {}

    def find(self) -> list[Sighting]:
        """All bodies of the article: every printing of a name that one printing shows to be a body."""
        # "l'Intérieur", "la Défense": words of a ministry, or the one side of a trial.
        portfolios = {word for s in self.bodies if s.kind == "ministry" for word in s.folds} | self.known.portfolios
        runs = [
            s
            for s in self.runs
            if (len(s.words) > 1 or s.folds[0] not in portfolios) and s.surface not in self._concepts
        ]
        sure = [s for s in runs if s.surface in self._defined or self._is_body(s)]
        names = {s.folds for s in sure}
        beside = Neighbours([*self.bodies, *sure])
        for run in sorted(runs, key=lambda s: s.start):
            if run.folds not in names and run.folds not in self._places and self._follows_body(run, beside):
                beside.add(run)
                names.add(run.folds)
        return self.bodies + [self._with_kind(s) for s in runs if s.folds in names]

    def _with_word_in_brackets(self, body: Sighting, called: Set[str]) -> Sighting:
        """ "la Fédération du bois (Tazbi)": an acronym printed like a name, where the text speaks of "la Tazbi"."""
        word = acronym_after(body.line, body.last) if body.acronym is None else None
        if word is None or fold(word) not in called or self._is_common_name(fold(word)):
            return body
        return replace(body, acronym=word)

    def _is_common_name(self, word: str) -> bool:
        """Whether the word in brackets is one of the language, a place or a given name."""
        known = self.known
        is_word = word in known.portfolios or word in known.not_organisations or word in known.name_enders
        is_word = is_word or word in known.stop_capitals or word in known.organisation_heads
        return is_word or known.names.is_given(word) or match_phrase(known.places, (word,), 0) is not None

    def _reasons(self, runs: Sequence[Sighting]) -> set[str]:
        """Acronyms of what is carried out or applied: "au titre du X", "dans le cadre de la Y"."""
        return {
            s.surface
            for s in runs
            if s.is_acronym and s.surface not in self._defined and self._context(s) in self.known.thing_contexts
        }

    def _is_body(self, run: Sighting) -> bool:
        folded = " ".join(run.folds)
        if (
            folded in self.known.not_organisations
            or len(folded.rstrip(".")) < 2
            or self._is_event(run)
            or (run.is_quoted and not self._is_named_in_quotes(run))
            or run.line.fold_at(run.first - 1) in _INDEFINITE
            or self._is_product(run)
        ):
            return False
        if id(run) in self._led:
            return True
        if _is_numbered(run):
            return run.surface in self._defined
        if run.is_acronym:
            # "l'APC" stands for "l'APC de Safi" of the same text.
            is_noun = run.folds[0] in self._headed and run.surface not in self._defined
            return not is_noun and self._is_acronym_of_body(run)
        if self._is_heading(run.line) or match_phrase(self.known.not_bodies, run.folds, 0):
            # "le Conseil d'Administration"
            return False
        if run.is_quoted or run.acronym or id(run) in self._held or self._is_marked(run):
            return True
        if run.folds in self._places:
            return self._context(run).endswith(" à") and self._context(run) in self.known.body_contexts
        return self._has_company(run) or (run.folds not in self._no_bodies and self._deeds.acts(run))

    # Evidence in the words themselves

    def _is_event(self, run: Sighting) -> bool:
        """ "Safi Jazz Festival", "Startup Weekend Rabat": by the last word of the name, or the one before its town."""
        tails = self.known.contexts["thing_tail"]
        if len(run.words) > 2 and match_phrase(self.known.places, run.folds, len(run.folds) - 1):
            return run.folds[-2] in tails
        return len(run.words) > 1 and run.folds[-1] in tails

    def _is_acronym_of_body(self, run: Sighting) -> bool:
        """An acronym is a body unless it stands in a text of capitals, or counts something."""
        line = run.line
        before = line.fold_at(run.first - 1)
        is_counted = any(character.isdigit() for character in run.words[0]) and id(run) not in self._held
        if before.isdigit() or is_counted:
            return False
        if len(run.words[0]) > 5 and not self._has_acronym_company(run):
            # A heading or a surname in capitals.
            return False
        return not self._is_in_capitals(line) and len(run.words[0].replace(".", "")) > 1

    def _is_in_capitals(self, line: Line) -> bool:
        if line.number not in self._in_capitals:
            count = sum(word.isupper() and len(word) > 2 for word in line.words)
            self._in_capitals[line.number] = count > max(4, len(line) // 3)
        return self._in_capitals[line.number]

    def _has_acronym_company(self, run: Sighting) -> bool:
        return (
            run.line.fold_at(run.first - 1) in _THE | _CONTRACTED.keys()
            or self._has_company(run)
            or self._deeds.acts(run)
        )

    def _is_heading(self, line: Line) -> bool:
        """Whether the line is in capitals throughout: "LA RECETTE DU JOUR"."""
        return all(word.isupper() for word in line.words if word[0].isalpha())

    def _is_marked(self, run: Sighting) -> bool:
        """Whether a word of the run only stands in names of bodies, or is written as theirs are."""
        if "&" in run.words:
            return True
        if any(_INNER_CAPITAL.fullmatch(word) and not word.isupper() for word in run.words):
            return True
        is_year = any(word.isdigit() and len(word) == 4 for word in run.words)
        if run.folds in self._things or is_year or self._context(run) in self.known.thing_contexts:
            return False
        if len(run.words) < 2:
            is_club = self.known.organisation_words.get(run.folds[0]) == "club"
            return is_club and run.line.fold_at(run.first - 1) in ("le", "la", "l'", "du", "au")
        first = run.words[0]
        if is_acronym(first) and len(first) < 6 and not run.words[1].isupper():
            return first in _CLUB_ACRONYMS or fold(first) not in self.known.not_organisations
        if not self.known.thing_heads.isdisjoint(run.folds):
            return False
        heads, names = self.known.organisation_heads, self.known.organisations
        return bool(match_phrase(names, run.folds, 0) or match_phrase(heads, run.folds, 0)) or any(
            folded in self.known.organisation_words for folded in run.folds
        )

    def _is_product(self, run: Sighting) -> bool:
        """ "la Renault Clio": companies take no article, what they make does."""
        maker = match_phrase(self.known.organisations, run.folds, 0)
        if maker is None or maker[1].kind != "company" or maker[0] == len(run.words):
            return False
        is_worded = not self.known.organisation_words.keys().isdisjoint(run.folds[maker[0] :])
        return run.line.fold_at(run.first - 1) in _THE | _INDEFINITE | _CONTRACTED.keys() and not is_worded

    # Evidence beside the words

    def _is_named_in_quotes(self, run: Sighting) -> bool:
        """In apposition to a body's noun or acronym: "la société de développement local (SDL), «X»"."""
        line, comma = run.line, run.first - 2
        if line.fold_at(comma) in _THE and len(run.words) > 1 and run.folds[-1] in self.known.organisation_words:
            # "la « South Bay University »"
            return True
        if line.fold_at(comma) != ",":
            return False
        nouns = range(max(0, comma - 12), comma)
        return any(
            (line.folds[i] in self.known.organisation_heads or is_acronym(line.words[i])) and line.folds[i - 1] in _THE
            for i in nouns
        )

    def _has_company(self, run: Sighting) -> bool:
        """Words beside the run that go with bodies: "chez X", "les salariés de la X", "X, une organisation …"."""
        if (
            self._is_house(run)
            or self._stands_in_context(run)
            or self._is_described(run)
            or self._is_called_by_nation(run)
            or self._is_apposed(run)
        ):
            return True
        return self._is_party_of_member(run)

    def _is_house(self, run: Sighting) -> bool:
        """ "la librairie X", "l'atelier X": the noun of a firm stands right before."""
        line, noun = run.line, run.first - 1
        if line.fold_at(noun - 1) not in _THE | _CONTRACTED.keys() or line.capital_at(noun):
            return False
        head = match_phrase(self.known.organisation_heads, line.folds, noun)
        return head is not None and head[1].kind == "company" and head[1].head_class in ("institution", "house")

    def _stands_in_context(self, run: Sighting) -> bool:
        if run.line.fold_at(run.first - 1) in ("les", "des", "aux"):
            return False
        context = self._context(run)
        return context in self.known.body_contexts or context.rpartition(" ")[2] in self.known.body_contexts

    def _context(self, run: Sighting) -> str:
        """The two words before the run without its article: "filiale de", "face à"."""
        line, index = run.line, run.first - 1
        if line.fold_at(index) in _ARTICLES:
            index -= 1
        word, noun = line.fold_at(index), index - 1
        # "filiale marocaine de X"
        noun -= line.fold_at(noun) in self.known.nationalities
        return f"{line.fold_at(noun)} {_CONTRACTED.get(word, word)}"

    def _is_described(self, run: Sighting) -> bool:
        """ "X, filiale de Y", "X, le premier groupe privé", "sa start-up, baptisée X"."""
        line = run.line
        if line.fold_at(run.first - 1) in _CALLED:
            before = range(max(0, run.first - 7), run.first - 1)
            return any(match_phrase(self.known.organisation_heads, line.folds, i) for i in before)
        if line.fold_at(run.last) != ",":
            return False
        noun = run.last + 1
        if line.fold_at(noun) in _SPECIALISED and line.fold_at(noun + 1) == "dans":
            return True
        while line.fold_at(noun) in ("un", "une", "le", "la", "l'", "premier", "premiere", "leader", "deuxieme"):
            noun += 1
        return line.fold_at(noun) in self.known.organisation_heads and not line.capital_at(noun)

    def _is_apposed(self, run: Sighting) -> bool:
        """ "la société de gestion, X": the noun of a firm with its complement, a comma and the name."""
        line, comma = run.line, run.first - 1
        if line.fold_at(comma) != "," or line.fold_at(run.last) not in _PAUSES:
            return False
        for noun in range(comma - 1, max(0, comma - 6), -1):
            if line.words[noun] in ",.;:" or line.capitals[noun]:
                return False
            head = match_phrase(self.known.organisation_heads, line.folds, noun)
            if head is not None and head[1].head_class == "generic":
                is_told = line.fold_at(noun - 1) in _THE | _WHOSE
                return is_told and self.grammar.after_complements(line, head[0]) == comma
        return False

    def _is_party_of_member(self, run: Sighting) -> bool:
        """In brackets behind a member of parliament: "le député Karim T. (X)"."""
        line = run.line
        if line.fold_at(run.first - 1) != "(" or line.fold_at(run.last) not in (")", ","):
            return False
        before = range(max(0, run.first - 6), run.first - 1)
        if any(line.folds[i] in self.known.seated for i in before):
            return True
        # "dont Salma B. (Green Watt)", "Salma B. (Watto) : « … »"
        names = [line.words[i] for i in range(max(0, run.first - 4), run.first - 1) if line.capitals[i]]
        is_full = len(names) > 1 and line.capitals[run.first - 2] and any(map(self.known.names.is_given, names))
        return (len(run.words) > 1 or line.fold_at(run.last + 1) == ":") and is_full

    def _is_called_by_nation(self, run: Sighting) -> bool:
        """ "l'allemand X", "le français X": people carry their nationality with a capital or behind their title."""
        line, before = run.line, run.line.fold_at(run.first - 1)
        is_nation = before in self.known.nationalities and not line.capitals[run.first - 1]
        return is_nation and line.fold_at(run.first - 2) in _THE

    def _follows_body(self, run: Sighting, bodies: Neighbours) -> bool:
        """Coordinated with a body: "X, Y et Z", "X ainsi que Y", "Y et la Z"."""
        line = run.line
        if run.is_quoted or " ".join(run.folds) in self.known.not_organisations:
            return False
        if line.fold_at(run.last) == "et" and bodies.begin_at(line, run.last + 1, run.last + 2):
            return True
        before = run.first - (2 if line.fold_at(run.first - 1) in _THE else 1)
        # "de l'Eniem et de Cotitex"
        before -= line.fold_at(before) in ("de", "d'", "du") and line.fold_at(before - 1) == "et"
        if line.fold_at(before) not in ("et", ",", "que", "ou", "&"):
            return False
        reach = before - (2 if line.fold_at(before) == "que" else 0)
        return bodies.end_at(line, reach - 1, reach)

    def _with_kind(self, run: Sighting) -> Sighting:
        if len(run.words) > 1 and run.words[0] in _CLUB_ACRONYMS:
            return replace(run, kind="club")
        kinds = (self.known.organisation_words.get(folded) for folded in run.folds)
        return replace(run, kind=next((k for k in kinds if k), run.kind))


def _is_numbered(run: Sighting) -> bool:
    """ "CW 152", "RN 5": a road; what bodies have numbers, as schools do, are written out."""
    return len(run.words) == 2 and is_acronym(run.words[0]) and len(run.words[0]) < 4 and run.words[1].isdigit()


def _heads_review(sighting: Sighting) -> bool:
    """ "Libération :" alone on its line: the paper of a part of a press review, and no common word."""
    line = sighting.line
    return sighting.kind == "media" and sighting.first == 0 and line.fold_at(sighting.last) == ":" and len(line) < 8
