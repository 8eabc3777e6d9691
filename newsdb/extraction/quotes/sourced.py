"""Find the clauses that a source or a stance gives somebody (selon X, C · X est formel : C); attribution resolves X."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.phrases.sources import Source
from newsdb.extraction.quotes.appositions import MAX_APPOSITION, AppositionReader
from newsdb.extraction.quotes.clauses import ClauseReader
from newsdb.extraction.quotes.statements import Link
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import Span, trim
from newsdb.extraction.text.tokens import Tokens

_ENDS = ".,;:!?…–— \u00a0\u202f\n"
_MARKS = '«»“”"'
INSERTIONS = (",", "–", "—")
_ON_SAYS = re.compile(r"(?:l['’])?on (?:nous |y )?[^\W\d_]+(?: [^\W\d_]+)? qu(?:e |['’])", re.IGNORECASE)
# "ALGER – ", "Tunis, 6 mai (TAP) - ": where a wire opens.
_DATELINE = re.compile(
    r"(?P<place>[A-ZÀ-Þ][\w'’.]*(?:[ -][\w'’.]+){0,4}?)(?P<day>,?\s+(?:le\s+)?\d{1,2}(?:er)?\s+\w+\.?(?:\s+\d{4})?)?,?"
    r"(?P<source>\s*\([^()\n]{2,40}\))?\s*[-–—]+\s+"
)
# "Là, et selon X, C"
_AND = re.compile(r",\s+et\s*$")
_MAX_OPENING_WORDS = 6
_MAX_TRAILING_WORDS = 8
MIN_CLAUSE_WORDS = 3
MAX_RELATIVE_WORDS = 6
_RELATIVE_STOPS = frozenset(".;:!?«»")
MIN_STANCE_WORDS = 4
# "a par ailleurs soutenu que"
MAX_SAYING_WORDS = 6
# "serait", "aurait", "mettrait", "paraîtrait", but not "portrait", and not "préparait" of a verb in -rer.
_CONDITIONAL = re.compile(r"\b(?:s?au|i|\w+(?:[bdeiprv]|clu|\wtt|[iî]t))rai(?:en)?t\b")
_PARTICIPLE = re.compile(r"\w{2,}(?:é|i|u|is|it|ert)e?s?")


@cache
def _stance_pattern(stances: frozenset[str]) -> re.Pattern[str]:
    longest_first = "|".join(
        re.escape(stance).replace("'", "['’]") for stance in sorted(stances, key=len, reverse=True)
    )
    return re.compile(rf"\b(?:{longest_first})[\s\u00a0]*:\s+(?=\S)", re.IGNORECASE)


@cache
def _conviction_pattern(verbs: frozenset[str], adjectives: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\ben (?:{'|'.join(sorted(verbs))}) (?:[^\W\d_]+ )?(?:{'|'.join(sorted(adjectives))})\b")


@dataclass(frozen=True, slots=True)
class ReportedClause:
    """A reported clause as found: its words, the cue and the phrase that names who spoke."""

    start: int
    end: int
    cue: Span
    phrase: Phrase | None
    link: Link


class SourcedClauses:
    """Reads the clauses of one text that a preposition or a stance ties to somebody; cuts clauses to their words."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, phrases: PhraseFinder) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.phrases = phrases
        self.words = lexicon.words
        self.places = lexicon.places
        self.clauses = ClauseReader(tokens, lexicon, phrases)
        convictions = _conviction_pattern(self.words["etre"], self.words["conviction"]).finditer(self.text)
        self._convictions = [match.span() for match in convictions]
        self.appositions = AppositionReader(phrases, lexicon, self.clauses)

    def from_source(self, source: Source, sentence: Span) -> ReportedClause | None:
        colon = self.text.rfind(": ", sentence[0], source.start)
        start, end = (colon + 2 if colon >= 0 else self.skip_dateline(sentence[0])), sentence[1]
        cue = (source.start, source.end)
        if source.relative is not None:
            return self.clause(source.relative[1], end, cue, source.phrase)
        after = self.appositions.skip(source.phrase.end, end)
        if self._opens_sentence(source, start, after):
            if source.is_broad and after is not None and self._another_speaks(after, end):
                return None
            return self.clause(self._behind_on(after, end), end, cue, source.phrase) if after is not None else None
        if source.is_broad:
            return None
        if after is not None and self._opens_second_clause(source, start, after):
            return self.clause(after, end, cue, source.phrase)
        if (relative := self._behind_relative(source, after, end)) is not None:
            return self.clause(relative, end, cue, source.phrase)
        start = self.skip_connective(start)
        begin = self._before_adverb(source.start)
        follows_comma = _AND.sub(",", self.text[start:begin]).rstrip().endswith((*INSERTIONS, "("))
        if (
            follows_comma
            and after is not None
            and self.phrases.has_finite(after, end)
            and not self._has_word(after, "publication")
        ):
            return self.clause(start, begin if self._opens_relative(after) else end, cue, source.phrase)
        if follows_comma and after is not None and self._parts_compound(start, source.start):
            return self.clause(start, end, cue, source.phrase)
        if follows_comma and after is not None and (self._goes_on(after) or self._awaits(start, source.start, after)):
            return self.clause(start, end, cue, source.phrase)
        if not follows_comma and self._is_aside(source):
            return None
        rest = self.text[source.phrase.end : end].strip(_ENDS + ")»")
        start = self._behind_fact(start, begin)
        if follows_comma or len(rest.split()) <= _MAX_TRAILING_WORDS:
            return self.clause(start, begin, cue, source.phrase)
        return None

    def _behind_fact(self, start: int, end: int) -> int:
        """ "La somme reste secrète, mais elle dépasserait un million, selon X": only what the conditional holds off."""
        words = self.tokens.words
        held_off = _CONDITIONAL.search(self.text, start, end)
        if held_off is None:
            return start
        for place in range(self.tokens.first_from(start) + 1, self.tokens.first_from(held_off.start())):
            if words[place] in self.words["but"] and "," in self.tokens.gap(place):
                return self.tokens.ends[place]
        return start

    def _before_adverb(self, offset: int) -> int:
        """Where ", toujours selon X" begins."""
        place = self.tokens.first_from(offset) - 1
        words = self.tokens.words[max(0, place) : place + 1]
        takes_up = bool(words) and words[0] in self.words["source_opening"] - self.words["joining_clause"]
        return self.tokens.starts[place] if takes_up and "," in self.tokens.gap(place) else offset

    def _opens_second_clause(self, source: Source, start: int, after: int) -> bool:
        """ "C1 et, d'après X, C2": a coordinator joins the clause of the source to one of its own subject and verb."""
        first, behind = self.tokens.first_from(source.start), self.tokens.first_from(after)
        words = self.tokens.words
        if first == 0 or behind >= len(words) or words[first - 1] not in self.words["joining_clause"]:
            return False
        is_parted = self.phrases.has_finite(start, self.tokens.starts[first - 1])
        return is_parted and (self.phrases.opens_phrase(behind) or words[behind] in self.words["subject_pronoun"])

    def _another_speaks(self, start: int, end: int) -> bool:
        """ "Pour la défense, Me X a soutenu que C": for whom X speaks."""
        words = self.tokens.words
        phrase = self.phrases.source(self.tokens.first_from(start), end)
        if phrase is None or not phrase.names_person:
            return False
        behind = self.tokens.first_from(phrase.end)
        said = words[behind : behind + MAX_SAYING_WORDS]
        return any(word in self.phrases.verbs for word in said) and not self.words["que"].isdisjoint(said)

    def _is_aside(self, source: Source) -> bool:
        """ ", jugé selon lui trop cher", ", entaché d'après X d'une faute": of one word behind a comma alone."""
        first = self.tokens.first_from(source.start)
        word = self.tokens.words[first - 1] if first else ""
        return _PARTICIPLE.fullmatch(word) is not None and "," in self.tokens.gap(first - 1)

    def _behind_on(self, start: int, end: int) -> int:
        """ "De source judiciaire, on indique que C": where C begins."""
        match = _ON_SAYS.match(self.text, start, end)
        return match.end() if match else start

    def _goes_on(self, offset: int) -> bool:
        """ "Elle s'explique, selon X, par la pluie": a complement of the clause follows, and not of the source."""
        first = self.tokens.first_from(offset)
        opening = self.tokens.words[first : first + 2]
        goes_on = not self.words["goes_on"].isdisjoint((*opening[:1], " ".join(opening)))
        return goes_on or self._takes_up_infinitive(offset)

    def _awaits(self, start: int, source: int, after: int) -> bool:
        """ "Ce recul est dû, selon X, au prix": the words before the comma need the complement behind the source."""
        words = self.tokens.words
        before, behind = self.tokens.first_from(source) - 1, self.tokens.first_from(after)
        is_open = self.tokens.starts[before] >= start and words[before] in self.words["awaiting"]
        return (
            is_open and behind < len(words) and any(words[behind] in self.words[kind] for kind in ("preposition", "of"))
        )

    def _heavy_relative(self, first: int) -> int | None:
        """Where "lesquels touchent, selon lui, mille ouvrières" begins: a clause of its own behind its comma."""
        for place in range(first - 1, max(0, first - MAX_RELATIVE_WORDS), -1):
            if not _RELATIVE_STOPS.isdisjoint(self.tokens.gap(place + 1)):
                return None
            if self.tokens.words[place] in self.words["heavy_relative"]:
                return self.tokens.starts[place] if "," in self.tokens.gap(place) else None
        return None

    def _behind_relative(self, source: Source, after: int | None, end: int) -> int | None:
        """ "une méthode qui, selon X, C", "le procès, qui selon lui C": the source stands within a relative clause."""
        first = self.tokens.first_from(source.start)
        if (heavy := self._heavy_relative(first)) is not None:
            return heavy
        if first == 0 or self.tokens.words[first - 1] not in self.words["relative_subject"]:
            return None
        start = after if after is not None and "," in self.tokens.gap(first) else source.phrase.end
        return start if self.tokens.first_from(end) - self.tokens.first_from(start) >= MIN_CLAUSE_WORDS else None

    def _takes_up_infinitive(self, offset: int) -> bool:
        """ "Le but n'est pas, selon lui, de tout vendre"."""
        first = self.tokens.first_from(offset)
        words = self.tokens.words[first : first + 1]
        has_link = bool(words) and words[0] in self.words["infinitive_link"]
        return has_link and any(self.clauses.is_infinitive(first + step) for step in (1, 2))

    def _parts_compound(self, start: int, offset: int) -> bool:
        """ "lui avait pourtant, selon X, notifié": an auxiliary before the comma waits for its participle."""
        words = self.tokens.words[self.tokens.first_from(start) : self.tokens.first_from(offset)][-3:]
        while words and (words[-1] in self.words["intervening"] or words[-1].endswith("ment")):
            words.pop()
        return bool(words) and (words[-1] in self.words["auxiliary"] or words[-1] in self.words["etre"])

    def _opens_relative(self, offset: int) -> bool:
        """Whether what follows the source is only about it: "…, dixit X, pour qui …"."""
        first = self.tokens.first_from(offset)
        words = self.tokens.words[first : first + 2]
        return any(word in self.words["relative"] for word in words)

    def _opens_sentence(self, source: Source, start: int, after: int | None) -> bool:
        """Whether the source stands before its clause, after a connective or a short adverbial at most."""
        opening = _AND.sub(",", self.text[start : source.start]).strip(_ENDS).lower().replace("’", "'")
        if any(mark in opening for mark in _MARKS):
            return False
        if not opening or opening in self.words["connective"] or self._only_takes_up(opening):
            return True
        follows_comma = _AND.sub(",", self.text[start : source.start]).rstrip().endswith(",")
        if (
            follows_comma
            and after is not None
            and (self._parts_subject(start, after) or self._awaits(start, source.start, after))
        ):
            return False
        is_short = len(opening.split()) <= _MAX_OPENING_WORDS and not self.phrases.has_finite(start, source.start)
        return follows_comma and is_short and after is not None and not source.is_broad

    def _only_takes_up(self, opening: str) -> bool:
        """ "Toujours selon X, C", "Et toujours d'après lui, C": words that only say that more follows."""
        return self.words["source_opening"].issuperset(opening.split())

    def _parts_subject(self, start: int, after: int) -> bool:
        """ "La hausse, selon X, est due à la sécheresse": the subject stands before the source, its verb behind."""
        first, behind = self.tokens.first_from(start), self.tokens.first_from(after)
        words = self.tokens.words
        if behind >= len(words) or words[first] not in self.words["definite"] or self.phrases.is_time(first + 1):
            return False
        is_verb = self.clauses.is_finite(words[behind]) or words[behind] in self.words["negative_particle"]
        return is_verb or self._goes_on(after)

    def from_stance(self, sentence: Span) -> ReportedClause | None:
        """X est formel : C. · X n'en démord pas : C."""
        if self.text.find(":", *sentence) < 0:
            return None
        match = _stance_pattern(self.words["stance"]).search(self.text, *sentence)
        if (
            match is None
            or self.tokens.first_from(sentence[1]) - self.tokens.first_from(match.end()) < MIN_STANCE_WORDS
        ):
            return None
        if self.text[match.end()] in _MARKS or self.text[sentence[1] - 1] == "?":
            return None
        phrase = self.phrases.main_subject(sentence[0], match.start()) or self._only_person(sentence[0], match.start())
        if phrase is None or not self.may_report(phrase):
            return None
        return self.clause(match.end(), sentence[1], match.span(), phrase)

    def from_conviction(self, sentence: Span) -> ReportedClause | None:
        """X en est convaincue, C. · C, X en est certain."""
        place = bisect_left(self._convictions, sentence)
        if place == len(self._convictions) or self._convictions[place][1] > sentence[1]:
            return None
        start, end = self._convictions[place]
        behind = trim(self.text, end, sentence[1])[0]
        comma = self.text.rfind(",", sentence[0], start)
        is_leading = self.text[behind : behind + 1] in (",", ":")
        phrase = self.phrases.main_subject(sentence[0] if is_leading else comma + 1, start)
        if phrase is None or not self.may_report(phrase):
            return None
        if is_leading and self.text[trim(self.text, behind + 1, sentence[1])[0]] in _MARKS:
            return None
        clause = (behind, sentence[1]) if is_leading else (self.skip_connective(sentence[0]), max(comma, sentence[0]))
        is_clause = clause[0] < clause[1] and self.phrases.has_finite(*clause)
        return self.clause(*clause, (start, end), phrase) if is_clause else None

    def _only_person(self, start: int, end: int) -> Phrase | None:
        """Le constat de X est sans appel : C."""
        named = [n for n in self.phrases.index.between(start, end) if n.person is not None]
        if len({n.person.person.name for n in named if n.person}) != 1:
            return None
        return self.phrases.read_phrase(self.tokens.first_from(named[0].start), end)

    def clause(
        self, start: int, end: int, cue: Span, phrase: Phrase | None, link: Link = "phrase"
    ) -> ReportedClause | None:
        """The clause without the stops around it."""
        while end > start and self.text[end - 1] in _ENDS:
            end -= 1
        words = self.text[start:end]
        if words.count("(") < words.count(")"):
            end = start + words.rindex(")")
        while start < end and self.text[start] in _ENDS:
            start += 1
        return ReportedClause(start, end, cue, phrase, link) if start < end else None

    def _has_word(self, offset: int, kind: str) -> bool:
        first = self.tokens.first_from(offset)
        return first < len(self.tokens.words) and self.tokens.words[first] in self.words[kind]

    def skip_dateline(self, start: int) -> int:
        """The start of the words behind the place, day and agency that open a line."""
        if self.text[max(0, start - 1) : start].strip():
            return start
        match = _DATELINE.match(self.text, start, start + MAX_APPOSITION)
        if match is None:
            return start
        place = match["place"]
        is_place = place.title() in self.places or place in self.places or (len(place) > 1 and place.isupper())
        return match.end() if is_place or match["day"] or match["source"] else start

    def skip_connective(self, start: int) -> int:
        """The start of the clause without the word that ties its sentence to the one before."""
        start = self.skip_dateline(start)
        head = self.text[start : start + 24].lower().replace("’", "'")
        for word in sorted(self.words["tying_word"], key=len, reverse=True):
            following = head[len(word) : len(word) + 1]
            if head.startswith(word) and not following.isalnum() and following not in "'-":
                start += len(word) + (following == ",")
                break
        return trim(self.text, self._behind_topic(start), len(self.text))[0]

    def _behind_topic(self, start: int) -> int:
        """ "Quant aux retards, ils viennent, selon X, de la pluie": where what is said of the topic begins."""
        first = self.tokens.first_from(start)
        if self.tokens.words[first : first + 1] == [] or self.tokens.words[first] not in self.words["as_for"]:
            return start
        comma = self.text.find(", ", start, start + MAX_APPOSITION)
        behind = self.tokens.first_from(comma) if comma >= 0 else first
        return comma + 1 if self.tokens.words[behind] in self.words["subject_pronoun"] else start

    def may_report(self, phrase: Phrase) -> bool:
        """Whether the phrase names somebody who may report."""
        return phrase.is_somebody and phrase.head not in self.words["impersonal_pronoun"]
