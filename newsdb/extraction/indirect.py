"""Find clauses that report speech without marks (a déclaré que C, selon X, C); attribution says who spoke."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsdb.extraction.clauses import ClauseReader
from newsdb.extraction.cues import Cue
from newsdb.extraction.nounphrases import Phrase
from newsdb.extraction.phrases import PhraseFinder
from newsdb.extraction.sentences import Span, trim
from newsdb.extraction.sources import Source, find_sources
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.statements import Link, Passage, Statement, cues_between
from newsdb.extraction.tokens import Tokens

_ENDS = ".,;:!?…–— \u00a0\u202f\n"
_MARKS = '«»“”"'
_INSERTIONS = (",", "–", "—")
_MAX_SUBJECT_DISTANCE = 12
_MAX_OPENING_WORDS = 6
_MAX_TRAILING_WORDS = 8
_MAX_APPOSITION = 160
MIN_CLAUSE_WORDS = 3
# "a appris l'Agence … auprès de X"
MAX_ASKER_WORDS = 8
# After a long quote the subject of what follows stands anew.
LONG_QUOTE = 40


@dataclass(frozen=True, slots=True)
class _Clause:
    """A reported clause as found: its words, the cue and the phrase that names who spoke."""

    start: int
    end: int
    cue: Span
    phrase: Phrase | None
    link: Link


class IndirectFinder:
    """Finds the indirect speech of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, phrases: PhraseFinder) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.phrases = phrases
        self.words = lexicon.words
        self.verbs = lexicon.verbs
        self.clauses = ClauseReader(tokens, lexicon, phrases)

    def find(self, passage: Passage) -> list[Statement]:
        """The reported clauses of a passage in order; one inside another is the reported speaker's own business."""
        found: list[Statement] = []
        for sentence in passage.sentences:
            kept: list[_Clause] = []
            for clause in self._candidates(passage, sentence):
                overlaps = any(clause.start < other.end and other.start < clause.end for other in kept)
                if not overlaps and self._is_reported(clause, passage):
                    kept.append(clause)
            found.extend(
                Statement("indirect", c.start, c.end, passage.line.kind, sentence, c.link, c.cue, c.phrase)
                for c in sorted(kept, key=lambda c: c.start)
            )
        return found

    def _candidates(self, passage: Passage, sentence: Span) -> list[_Clause]:
        """Every possible clause of the sentence, that whose cue stands first before the others."""
        cues = [cue for cue in cues_between(passage.cues, *sentence) if not passage.is_marked(cue.start)]
        sources = [s for s in find_sources(self.phrases, *sentence) if not passage.is_marked(s.start)]
        clauses = [self._from_source(source, sentence) for source in sources]
        clauses += [self._from_cue(cue, cues, passage, sentence) for cue in cues]
        return sorted((clause for clause in clauses if clause is not None), key=lambda clause: clause.cue)

    def _is_reported(self, clause: _Clause, passage: Passage) -> bool:
        if self._count(clause.start, clause.end) < MIN_CLAUSE_WORDS:
            return False
        return not passage.is_mostly_marked(clause.start, clause.end)

    def _count(self, start: int, end: int) -> int:
        return self.tokens.first_from(end) - self.tokens.first_from(start)

    # --- selon X, C · C, selon X

    def _from_source(self, source: Source, sentence: Span) -> _Clause | None:
        colon = self.text.rfind(": ", sentence[0], source.start)
        start, end = (colon + 2 if colon >= 0 else sentence[0]), sentence[1]
        cue = (source.start, source.end)
        after = self._skip_apposition(source.phrase.end, end)
        if self._opens_sentence(source, start, after):
            return self._clause(after, end, cue, source.phrase) if after is not None else None
        if source.is_broad:
            return None
        start = self._skip_connective(start)
        follows_comma = self.text[start : source.start].rstrip().endswith((*_INSERTIONS, "("))
        if (
            follows_comma
            and after is not None
            and self.clauses.has_finite(after, end)
            and not self._has_word(after, "publication")
        ):
            return self._clause(start, source.start if self._opens_relative(after) else end, cue, source.phrase)
        rest = self.text[source.phrase.end : end].strip(_ENDS + ")»")
        if follows_comma or len(rest.split()) <= _MAX_TRAILING_WORDS:
            return self._clause(start, source.start, cue, source.phrase)
        return None

    def _opens_relative(self, offset: int) -> bool:
        """Whether what follows the source is only about it: "…, dixit X, pour qui …"."""
        first = self.tokens.first_from(offset)
        words = self.tokens.words[first : first + 2]
        return any(word in self.words["relative"] for word in words)

    def _opens_sentence(self, source: Source, start: int, after: int | None) -> bool:
        """Whether the source stands before its clause, after a connective or a short adverbial at most."""
        opening = self.text[start : source.start].strip(_ENDS).lower().replace("’", "'")
        if any(mark in opening for mark in _MARKS):
            return False
        if not opening or opening in self.words["connective"]:
            return True
        follows_comma = self.text[start : source.start].rstrip().endswith(",")
        is_short = len(opening.split()) <= _MAX_OPENING_WORDS and not self.clauses.has_finite(start, source.start)
        return follows_comma and is_short and after is not None and not source.is_broad

    def _skip_apposition(self, start: int, end: int) -> int | None:
        """Where the clause begins after "Selon X, président de Y,"; None where no comma parts it from its source."""
        comma = self._next_comma(start, end)
        if comma is None:
            return None
        if self._is_apposition(start, comma):
            first = self.tokens.first_from(comma)
            second = self._next_comma(self.tokens.ends[first], end)
            if second is not None and second - comma < _MAX_APPOSITION:
                comma = second
        return trim(self.text, comma, end)[0]

    def _is_apposition(self, start: int, comma: int) -> bool:
        """Whether what follows the comma is still about the source: its office, its publication."""
        words = self.tokens.words
        first = self.tokens.first_from(comma)
        if first + 1 >= len(words):
            return False
        if words[first] in self.words["publication"]:
            return True
        has_article = words[first] in self.words["definite_article"]
        noun = self.phrases.nouns.get(words[first + 1] if has_article else words[first])
        if noun is None or noun.noun_class != "person" or (has_article and start + 2 < comma):
            return False
        return self.words["finite"].isdisjoint(words[first : first + 3])

    def _next_comma(self, start: int, end: int) -> int | None:
        """After the next comma that is no decimal one."""
        limit = min(end, start + _MAX_APPOSITION + 20)
        place = self.text.find(",", start, limit)
        while place >= 0 and self.text[place + 1 : place + 2].isdigit():
            place = self.text.find(",", place + 1, limit)
        return None if place < 0 else place + 1

    # --- a déclaré que C · appelle à C · C, a indiqué X

    def _from_cue(self, cue: Cue, cues: Sequence[Cue], passage: Passage, sentence: Span) -> _Clause | None:
        incise = self._from_incise(cue, cues, passage, sentence)
        if incise is not None:
            return incise
        if cue.form == "gerund" and not self._opens_gerund(cue, sentence[0]):
            return None
        start = self.clauses.start_after(cue, sentence[1], passage)
        if start is None:
            return None
        phrase, link = self._subject(cue, cues, passage, sentence)
        if (phrase is None and link == "phrase") or (phrase is not None and not self._may_report(phrase)):
            return None
        end = self.clauses.end_of(start, cue, cues, sentence[1], passage)
        if self.text[cue.end : start].strip().startswith(":") and self.text[start:end].rstrip().endswith("?"):
            # What is asked after a colon is the author's own question.
            return None
        return self._clause(start, end, (cue.start, cue.end), phrase, link)

    def _opens_gerund(self, cue: Cue, start: int) -> bool:
        """ ", soulignant que" and "en soulignant que" report; "la vision appelant à" only describes."""
        before = self.text[start : cue.start].rstrip()
        return (
            not before
            or before.endswith((",", "»", "”", '"'))
            or self.tokens.words[cue.first] in self.words["gerund_link"]
        )

    def _subject(self, cue: Cue, cues: Sequence[Cue], passage: Passage, sentence: Span) -> tuple[Phrase | None, Link]:
        if cue.pronoun is not None:
            return self._doubled_subject(cue, sentence) or self.phrases.after_cue(cue, sentence[1]), "phrase"
        start = self._subject_start(cue, passage, sentence)
        if self._follows_impersonal(cue):
            return self.phrases.place_subject(sentence[0], cue.start), "phrase"
        if cue.form == "finite" and not self.phrases.is_coordinated(cue):
            return self.phrases.before_cue(cue, start), "phrase"
        if any(other.start < cue.start and other.form == "finite" for other in cues):
            return None, "chain"
        phrase = self.phrases.main_subject(start, cue.start)
        return phrase, "phrase" if phrase else "chain"

    def _doubled_subject(self, cue: Cue, sentence: Span) -> Phrase | None:
        """Son entourage fait-il savoir que …: the pronoun only repeats the subject that touches the verb."""
        for phrase in self.phrases.phrases(self.tokens.first_from(sentence[0]), cue.first)[-1:]:
            if phrase.is_subject and phrase.is_somebody and not self.text[phrase.end : cue.start].strip():
                return phrase
        return None

    def _follows_impersonal(self, cue: Cue) -> bool:
        word = self.tokens.words[cue.first - 1] if cue.first else ""
        return word in self.words["impersonal_pronoun"] and "," not in self.tokens.gap(cue.first)

    def _subject_start(self, cue: Cue, passage: Passage, sentence: Span) -> int:
        """The subject stands after the last long quote, colon or semicolon before the cue."""
        start = sentence[0]
        for marked in passage.marked:
            if start < marked.outer_end <= cue.start and marked.end - marked.start > LONG_QUOTE:
                start = marked.outer_end
        return max(start, *(self.text.rfind(stop, start, cue.start) + 1 for stop in (";", ": ")))

    def _may_report(self, phrase: Phrase) -> bool:
        return phrase.is_somebody and phrase.head not in self.words["impersonal_pronoun"]

    def _from_incise(self, cue: Cue, cues: Sequence[Cue], passage: Passage, sentence: Span) -> _Clause | None:
        """C, a indiqué X. · C, a-t-il ajouté. · C1, assure-t-elle, C2."""
        if not self._is_incise(cue, sentence[0]):
            return None
        phrase = self._incise_subject(cue, sentence[1])
        start = self._skip_connective(self._subject_start(cue, passage, sentence))
        if phrase is None or self.tokens.first_from(start) >= cue.first:
            return None
        goes_on = self._goes_on(phrase.end if cue.pronoun is None else cue.end, sentence[1])
        if cue.pronoun is None and not self.clauses.has_finite(start, cue.start):
            if not goes_on or phrase.kind != "named":
                return None
            return self._clause(start, sentence[1], (cue.start, cue.end), phrase)
        if passage.is_mostly_marked(start, cue.start):
            return None
        end = cue.start
        if cue.pronoun is not None and (self._count(start, cue.start) < MIN_CLAUSE_WORDS or goes_on):
            end = self.clauses.end_of(cue.end, cue, cues, sentence[1], passage)
        return self._clause(start, end, (cue.start, cue.end), phrase)

    def _is_incise(self, cue: Cue, start: int) -> bool:
        if cue.form == "gerund" or self.phrases.is_afterthought(cue) or cue.is_negated or "s" not in cue.frames:
            return False
        if not self.text[start : cue.start].rstrip().endswith(_INSERTIONS):
            return False
        following = self.tokens.words[cue.last : cue.last + 1]
        takes_infinitive = "i" in cue.frames and cue.pronoun is None
        return not (takes_infinitive and following and following[0] in self.words["infinitive_link"])

    def _incise_subject(self, cue: Cue, end: int) -> Phrase | None:
        if cue.pronoun in self.words["impersonal_pronoun"]:
            return self._asked_body(cue, end)
        if cue.lemma in self.words["learning_verb"]:
            return self._asked_body(cue, end)
        phrase = self.phrases.after_cue(cue, end)
        if phrase is None or not self._may_report(phrase):
            return None
        return phrase if self.tokens.first_from(phrase.start) - cue.last < _MAX_SUBJECT_DISTANCE else None

    def _asked_body(self, cue: Cue, end: int) -> Phrase | None:
        """a-t-on appris auprès de X, apprend-on de source hospitalière."""
        words = self.tokens.words
        for place in range(cue.last, min(cue.last + MAX_ASKER_WORDS, len(words) - 1)):
            if words[place] in self.words["asked_body"]:
                has_link = words[place + 1] in self.words["infinitive_link"]
                return self.phrases.source(place + (2 if has_link else 1), end)
            if words[place] in self.words["infinitive_link"] and words[place + 1] in self.words["source_noun"]:
                return self.phrases.source(place + 1, end)
        return None

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether the reported clause is taken up after its incise."""
        first = self.tokens.first_from(start)
        if not self.text[start:end].lstrip().startswith(",") or first >= self.tokens.first_from(end):
            return False
        word = self.tokens.words[first]
        if word in self.words["no_resumption"] or any(verb.form == "gerund" for verb in self.verbs.get(word, ())):
            return False
        return word in self.words["resumption"] or (not word.endswith("ant") and self.clauses.has_finite(start, end))

    # --- shared

    def _clause(self, start: int, end: int, cue: Span, phrase: Phrase | None, link: Link = "phrase") -> _Clause | None:
        """The clause without the stops around it."""
        while end > start and self.text[end - 1] in _ENDS:
            end -= 1
        words = self.text[start:end]
        if words.count("(") < words.count(")"):
            end = start + words.rindex(")")
        while start < end and self.text[start] in _ENDS:
            start += 1
        return _Clause(start, end, cue, phrase, link) if start < end else None

    def _has_word(self, offset: int, kind: str) -> bool:
        first = self.tokens.first_from(offset)
        return first < len(self.tokens.words) and self.tokens.words[first] in self.words[kind]

    def _skip_connective(self, start: int) -> int:
        """The start of the clause without the word that ties its sentence to the one before."""
        head = self.text[start : start + 24].lower().replace("’", "'")
        for word in sorted(self.words["tying_word"], key=len, reverse=True):
            following = head[len(word) : len(word) + 1]
            if head.startswith(word) and not following.isalnum() and following not in "'-":
                start += len(word) + (following == ",")
                break
        return trim(self.text, start, len(self.text))[0]
