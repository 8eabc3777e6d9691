"""Find everything in a line that may be a name, from left to right; which sightings are people or bodies is judged later."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from newsdb.extraction.grammar import Grammar
from newsdb.extraction.naming_words import (
    KnownOrganisation,
    NamingWords,
    OrganisationHead,
    PhraseIndex,
    match_phrase,
)
from newsdb.extraction.words import Line
from newsdb.facts import OrganisationKind

Nature = Literal[
    "body",  # an organisation by its words
    "bare",  # "la Fédération": a body named in full elsewhere, or none
    "generic",  # "le ministère", "la fédération" in lower case: the same
    "place",
    "thing",  # a programme, an event, a work
    "run",  # capitalised words that nothing classes yet
]
_ACRONYM = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ0-9&]*[A-ZÀ-Þ0-9][a-z]?|(?:[A-Z]\.){2,}|[0-9][A-Z]|[A-Z]{2,}(?:-[A-Z]{2,})+")
_ROMAN = re.compile(r"[IVX]+(?:e|er|ème)?")
_DEFINITE = frozenset(["le", "la", "l'", "du", "au", "ce", "cette", "notre", "des", "aux"])
_OPENING = frozenset('«“"')
_CLOSING = frozenset('»”"')
_INNER = frozenset("de du des d' la le les l' et à au aux en pour sur contre dans".split())
_INDEFINITE = frozenset(["un", "une", "chaque", "plusieurs", "des", "quelques", "certaines", "certains", "d'", "deux"])


@dataclass(frozen=True, slots=True)
class Sighting:
    """Words [first, last) of a line that may be a name; `acronym` is what stands in brackets beside it."""

    line: Line
    first: int
    last: int
    nature: Nature
    kind: OrganisationKind | None = None
    acronym: str | None = None
    known: KnownOrganisation | None = None
    head: str | None = None
    """The folded head noun of a body, also where the name leaves it out."""

    @property
    def start(self) -> int:
        return self.line.starts[self.first]

    @property
    def end(self) -> int:
        return self.line.ends[self.last - 1]

    @property
    def surface(self) -> str:
        """The words as printed."""
        return self.line.text[self.start : self.end]

    @property
    def words(self) -> tuple[str, ...]:
        return self.line.words[self.first : self.last]

    @property
    def folds(self) -> tuple[str, ...]:
        return self.line.folds[self.first : self.last]

    @property
    def is_quoted(self) -> bool:
        """Whether quotation marks enclose exactly these words."""
        line = self.line
        return (
            self.first > 0
            and self.last < len(line)
            and line.words[self.first - 1] in '«“"'
            and line.words[self.last] in '»”"'
        )

    @property
    def is_acronym(self) -> bool:
        return self.last == self.first + 1 and is_acronym(self.line.words[self.first])


def is_acronym(word: str) -> bool:
    """Whether the word is written like an acronym, and is no Roman number."""
    return bool(_ACRONYM.fullmatch(word)) and not _ROMAN.fullmatch(word)


class Scanner:
    """Reads lines with the words of a language and the names of the outlet of one article."""

    def __init__(self, known: NamingWords, outlets: PhraseIndex[KnownOrganisation]) -> None:
        self.known = known
        self.outlets = outlets
        self.grammar = Grammar(known)

    def scan(self, line: Line) -> list[Sighting]:
        """The sightings of a line, in order; a body inside the name of another comes right after it."""
        found: list[Sighting] = []
        index = 0
        while index < len(line):
            sighting = self._read(line, index)
            if sighting is None:
                index += 1
                continue
            found.append(sighting)
            found.extend(self._nested(sighting))
            index = sighting.last
        return found

    def _nested(self, sighting: Sighting) -> list[Sighting]:
        """Bodies inside the name of a body: "Cité de l'innovation de l'université Hassan Ier"."""
        if sighting.nature != "body" or sighting.known or sighting.head is None:
            return []
        inner: list[Sighting] = []
        index = sighting.first + 2
        while index < sighting.last:
            found = self._body(sighting.line, index)
            if found and found.nature == "body" and found.last <= sighting.last and found.first > sighting.first:
                inner.append(found)
                index = found.last
            else:
                index += 1
        return inner

    def _read(self, line: Line, index: int) -> Sighting | None:
        folded = line.folds[index]
        if quoted := self._quoted(line, index):
            return quoted
        known = self._known(line, index) if line.capitals[index] else None
        if folded in self.known.organisation_heads:
            body = self._body(line, index)
            if body and (
                known is None or body.last > known.last or (body.nature == "body" and body.last == known.last)
            ):
                return self._with_acronym(body)
        if known:
            return self._with_acronym(known)
        if folded in self.known.place_heads and (found := self._complemented(line, index, "place")):
            return found
        if folded in self.known.thing_heads and (found := self._complemented(line, index, "thing")):
            return found
        return self._capitalised(line, index) if line.capitals[index] else None

    def _quoted(self, line: Line, index: int) -> Sighting | None:
        """A term in quotation marks of its own: "Startup Act", «Casa Event et Animation»; known bodies stay bodies."""
        if index == 0 or line.words[index - 1] not in _OPENING or not line.capitals[index]:
            return None
        end = next((i for i in range(index + 1, min(index + 8, len(line))) if line.words[i] in _CLOSING), index)
        inner = range(index + 1, end)
        if end > index + 5 and not any(line.capitals[i] for i in inner):
            return None
        if end == index:
            return None
        if any(not self._is_inner(line, i) for i in inner) and line.folds[index] not in self.known.organisation_heads:
            return None
        known = self._known(line, index)
        if known and known.last == end:
            return known
        return Sighting(line, index, end, "run")

    def _is_inner(self, line: Line, index: int) -> bool:
        return line.capitals[index] or line.folds[index] in _INNER or line.words[index].isdigit()

    def _known(self, line: Line, index: int) -> Sighting | None:
        match = match_phrase(self.outlets, line.folds, index) or match_phrase(
            self.known.organisations, line.folds, index
        )
        if match is None:
            return None
        end, entry = match
        if end == index + 1 and not self._stands_for_itself(line, index):
            return None
        return Sighting(line, index, end, "body", entry.kind, None, entry)

    def _stands_for_itself(self, line: Line, index: int) -> bool:
        """Whether a one-word name is not the first word of a longer one, nor a common word that opens a sentence."""
        if line.fold_at(index - 1) in _INDEFINITE or (
            line.capital_at(index + 1) and not self._is_place(line, index + 1)
        ):
            return False
        is_common = line.folds[index] in self.known.stop_capitals or not line.words[index].isupper()
        return not (is_common and line.folds[index] in self.known.stop_capitals and line.opens_sentence(index))

    def _is_place(self, line: Line, index: int) -> bool:
        return match_phrase(self.known.places, line.folds, index) is not None

    def _complemented(self, line: Line, index: int, nature: Nature) -> Sighting | None:
        """A place or thing with the proper name it governs: "rue Prince Moulay Abdallah", "plan Maroc Vert"."""
        start = self.grammar.after_adjectives(line, index + 1)
        if line.fold_at(start) in ("«", "“", '"') and line.capital_at(start + 1):
            return None
        has_capital = line.capitals[index] and not line.opens_sentence(index)
        if nature == "place" or has_capital:
            start = self.grammar.after_preposition(line, start)
        if not line.capital_at(start) or line.folds[start].endswith("'"):
            if nature == "thing" and has_capital:
                after = self.grammar.after_adjectives(line, index + 1)
                return Sighting(line, index, self.grammar.after_complements(line, after), nature)
            return None
        if match_phrase(self.known.organisation_heads, line.folds, start):
            return None
        end = self.grammar.after_run(line, start)
        while line.fold_at(end) in ("de", "du", "d'", "des") and line.capital_at(end + 1):
            end = self.grammar.after_run(line, end + 1)
        return Sighting(line, index, end, nature)

    # Bodies by their head noun

    def _body(self, line: Line, index: int) -> Sighting | None:
        if match_phrase(self.known.not_bodies, line.folds, index):
            return None
        match = match_phrase(self.known.organisation_heads, line.folds, index)
        if match is None:
            return None
        end, head = match
        after = self.grammar.after_adjectives(line, end)
        proper = self._proper_name(line, after, head)
        if proper is not None:
            return proper if head.head_class == "generic" else self._with_head(line, index, proper, head)
        if head.head_class == "generic" and (not line.capitals[index] or line.opens_sentence(index)):
            return None
        return self._complemented_body(line, index, end, head)

    def _proper_name(self, line: Line, start: int, head: OrganisationHead) -> Sighting | None:
        """The name right behind the head: "le groupe X", "l'université Hassan Ier"; quotation marks may stand around it."""
        opening = line.fold_at(start)
        first = start + 1 if opening in ("«", "“", '"') else start
        if not line.capital_at(first) or line.folds[first].endswith("'") or line.folds[first] in self.known.civilities:
            return None
        if head.head_class == "generic" and self._is_person(line, first):
            return None
        if first == start and not head.keeps_noun and self._is_place(line, first):
            return None
        if head.head_class == "institution" and head.keeps_noun and not line.capitals[start - 1] and first == start:
            return None
        end = self._after_name(line, first, is_quoted=first > start)
        if first > start and line.fold_at(end) not in ("»", "”", '"'):
            return None
        return Sighting(line, first, end, "body", head.kind, None, None, line.folds[start - 1])

    def _is_person(self, line: Line, index: int) -> bool:
        return self.known.names.is_given(line.words[index]) and line.capital_at(index + 1)

    def _after_name(self, line: Line, first: int, *, is_quoted: bool) -> int:
        end = self.grammar.after_run(line, first)
        if line.fold_at(end) == "et" and line.capital_at(end + 1) and (is_quoted or self._is_unknown(line, end + 1)):
            end = self.grammar.after_run(line, end + 1)
        while line.fold_at(end) in ("de", "du", "d'", "des") and line.capital_at(end + 1):
            end = self.grammar.after_run(line, end + 1)
        if line.fold_at(end) in ("pour", "des"):
            end = self.grammar.after_complements(line, end, wide=True)
        return end

    def _is_unknown(self, line: Line, index: int) -> bool:
        """Whether the word is no name that stands for itself, so that "X et Y" may be one name."""
        known = self._is_place(line, index) or match_phrase(self.known.organisations, line.folds, index)
        return not known and not is_acronym(line.words[index]) and not self.known.names.is_given(line.words[index])

    def _with_head(self, line: Line, index: int, proper: Sighting, head: OrganisationHead) -> Sighting:
        noun = line.folds[index]
        is_described = not all(line.capitals[i] or line.folds[i] in _INNER for i in range(proper.first, proper.last))
        if line.capitals[index] or head.keeps_noun or is_described:
            return replace(proper, first=index, head=noun)
        return replace(proper, head=noun)

    def _complemented_body(self, line: Line, index: int, end: int, head: OrganisationHead) -> Sighting | None:
        adjectives = self.grammar.after_adjectives(line, end)
        last = self.grammar.after_complements(
            line, adjectives, wide=self._goes_wide(line, index, adjectives), lists=head.kind == "ministry"
        )
        sighting = Sighting(line, index, last, "body", head.kind, None, None, line.folds[index])
        if last == end:
            is_whole = end > index + 1 and (head.head_class == "function" or line.capitals[index])
            return sighting if is_whole else self._bare(line, sighting)
        last = self._reach_acronym(line, index, last)
        sighting = replace(sighting, last=last)
        named = line.capitals[index] or self._is_named_in_lower_case(line, end, last, head)
        named = named or self._is_abbreviated(line, index, last)
        if named and not (line.folds[index - 1 : index] and line.folds[index - 1] in ("un", "une")):
            return sighting
        return self._bare(line, replace(sighting, last=end))

    def _goes_wide(self, line: Line, index: int, start: int) -> bool:
        """A complement with "pour" or "au" belongs to the name when an acronym follows it, or it comes first."""
        if line.fold_at(start) in ("pour", "au", "aux") and line.capitals[index]:
            return True
        end = self.grammar.after_complements(line, start, wide=True)
        return self._acronym_after(line, end) is not None

    def _reach_acronym(self, line: Line, index: int, last: int) -> int:
        """Further to "(ACR)" where only words that a long name may hold stand between."""
        if not line.capitals[index]:
            return last
        for end in range(last, min(last + 10, len(line) - 2)):
            if line.words[end] == "(":
                return end if self._acronym_after(line, end) else last
            folded = line.folds[end]
            is_inner = folded in _INNER or self.grammar.is_noun(line, end)
            if not is_inner or folded in self.known.reporting_verbs or folded in self.known.naming_verbs:
                return last
        return last

    def _is_abbreviated(self, line: Line, index: int, last: int) -> bool:
        """A definite noun in lower case, with an acronym in brackets that begins as it does."""
        acronym = self._acronym_after(line, last)
        return acronym is not None and acronym[0].lower() == line.folds[index][0] and self._is_definite(line, index)

    def _is_definite(self, line: Line, index: int) -> bool:
        return line.fold_at(index - 1) in _DEFINITE

    def _is_named_in_lower_case(self, line: Line, end: int, last: int, head: OrganisationHead) -> bool:
        if head.head_class == "function":
            return True
        return head.head_class == "local" and any(line.capitals[end:last])

    def _bare(self, line: Line, sighting: Sighting) -> Sighting | None:
        before = line.fold_at(sighting.first - 1)
        if before not in _DEFINITE:
            return None
        nature: Nature = "bare" if line.capitals[sighting.first] else "generic"
        return replace(sighting, nature=nature)

    # Acronyms

    def _acronym_after(self, line: Line, index: int) -> str | None:
        if line.fold_at(index) != "(" or line.fold_at(index + 2) != ")":
            return None
        word = line.words[index + 1]
        return word if word[0].isupper() and len(word) <= 12 and len(word) > 1 else None

    def _with_acronym(self, sighting: Sighting) -> Sighting:
        if sighting.nature != "body":
            return sighting
        acronym = self._acronym_after(sighting.line, sighting.last)
        if acronym is None:
            return sighting
        initials = {word[0] for word in sighting.folds if word[0].isalnum()}
        fits = is_acronym(acronym) or acronym[0].lower() in initials
        return replace(sighting, acronym=acronym) if fits else sighting

    # Capitalised words

    def _capitalised(self, line: Line, index: int) -> Sighting | None:
        folded = line.folds[index]
        if folded.endswith("'") or folded in self.known.civilities or not line.words[index][0].isalnum():
            return None
        if place := match_phrase(self.known.places, line.folds, index):
            if not self._run_goes_on(line, place[0]):
                return Sighting(line, index, place[0], "place")
        if self._is_common(line, index):
            return None
        end = self._after_particle_name(line, index)
        if end == index + 1 and line.fold_at(index - 1) in _DEFINITE and not is_acronym(line.words[index]):
            # "le Kawkab de Tensift": with an article it is no person, and the place belongs to the name.
            if line.fold_at(end) in ("de", "du", "d'") and line.capital_at(end + 1):
                end = self.grammar.after_run(line, end + 1)
        return self._with_concept(Sighting(line, index, end, "run"))

    def _run_goes_on(self, line: Line, index: int) -> bool:
        return line.capital_at(index) and not line.folds[index].endswith("'")

    def _is_common(self, line: Line, index: int) -> bool:
        """Words that carry a capital without being a name: sentence openers, titles, peoples."""
        folded = line.folds[index]
        if folded.rstrip("s") in self.known.nationalities or folded in self.known.nationalities:
            return True
        if folded in self.known.role_nouns and match_phrase(self.known.role_nouns, line.folds, index):
            return not (self.known.names.is_given(folded) and line.capital_at(index + 1))
        if not line.opens_sentence(index):
            return len(folded) == 1 and not line.words[index].isdigit() and not line.capital_at(index + 1)
        return folded in self.known.stop_capitals or folded in self.known.reporting_verbs

    def _after_particle_name(self, line: Line, index: int) -> int:
        """Past the run, and past "de Villepin" where nothing but given names came before."""
        end = self.grammar.after_run(line, index)
        if not all(self.known.names.is_given(word) for word in line.words[index:end]):
            return end
        next_word = self.grammar.after_preposition(line, end)
        if line.fold_at(index - 1) in _DEFINITE:
            return end
        if next_word > end and line.capital_at(next_word) and line.fold_at(end) != "des":
            if not match_phrase(self.known.places, line.folds, next_word) and end == index + 1:
                if line.folds[next_word] not in self.known.organisation_heads:
                    return self.grammar.after_run(line, next_word)
        return end

    def _with_concept(self, sighting: Sighting) -> Sighting:
        acronym = self._acronym_after(sighting.line, sighting.last)
        if acronym and is_acronym(acronym) and not sighting.is_acronym:
            return replace(sighting, acronym=acronym)
        return sighting
