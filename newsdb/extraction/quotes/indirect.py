"""Find clauses that report speech without marks (a déclaré que C, selon X, C); attribution says who spoke."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsdb.extraction.phrases.cues import Cue
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.phrases.sources import SourceFinder
from newsdb.extraction.quotes.rivals import in_order
from newsdb.extraction.quotes.sourced import INSERTIONS, MIN_CLAUSE_WORDS, ReportedClause, SourcedClauses
from newsdb.extraction.quotes.statements import Link, Passage, Statement, cues_between
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import Span
from newsdb.extraction.text.tokens import Tokens

_ANNOUNCED = re.compile(r"\bc['’]est\s+(?:[^\W\d_]+\s+){0,3}ce\s+qu['’](?=\w)", re.IGNORECASE)
# "Faut-il vendre ? leur a demandé X": the incise may follow the stop of a question.
_ASKED = ("?", "!")
_BRACKETED = re.compile(r"\([^()]*\)")
_COMMAS = ", \u00a0"
_MAX_SUBJECT_DISTANCE = 12
# After a long quote the subject of what follows stands anew.
LONG_QUOTE = 40


class IndirectFinder:
    """Finds the indirect speech of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, phrases: PhraseFinder, sources: SourceFinder) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.phrases = phrases
        self.sources = sources
        self.words = lexicon.words
        self.verbs = lexicon.verbs
        self.sourced = SourcedClauses(tokens, lexicon, phrases)
        self.clauses = self.sourced.clauses

    def find(self, passage: Passage) -> list[Statement]:
        """The reported clauses of a passage in order; one inside another is the reported speaker's own business."""
        found: list[Statement] = []
        for sentence in passage.sentences:
            kept: list[ReportedClause] = []
            for clause in self._candidates(passage, sentence):
                overlaps = any(clause.start < other.end and other.start < clause.end for other in kept)
                if not overlaps and self._is_reported(clause, passage):
                    kept.append(clause)
            found.extend(
                Statement("indirect", c.start, c.end, passage.line.kind, sentence, c.link, c.cue, c.phrase)
                for c in sorted(kept, key=lambda c: c.start)
            )
        found.extend(self._announced(passage, found))
        return found

    def _announced(self, passage: Passage, found: Sequence[Statement]) -> Iterator[Statement]:
        """C. C'est ce qu'a annoncé X. · C, c'est du moins ce qu'affirme X."""
        for number, sentence in enumerate(passage.sentences if passage.cues else ()):
            match = _ANNOUNCED.search(self.text, *sentence)
            if match is None:
                continue
            opens = not self.text[sentence[0] : match.start()].strip()
            words = passage.sentences[number - 1] if opens and number else (sentence[0], match.start())
            cue = next(iter(cues_between(passage.cues, match.end() - 1, sentence[1])), None)
            phrase = self.phrases.first_phrase(cue.last, sentence[1]) if cue is not None else None
            if cue is None or phrase is None or not phrase.is_somebody or passage.is_mostly_marked(*words):
                continue
            clause = self.sourced.clause(*words, (cue.start, cue.end), phrase)
            is_taken = clause is None or any(s.start < clause.end and clause.start < s.end for s in found)
            if clause is not None and not is_taken and self.phrases.has_finite(clause.start, clause.end):
                yield Statement(
                    "indirect", clause.start, clause.end, passage.line.kind, words, "phrase", clause.cue, phrase
                )

    def _candidates(self, passage: Passage, sentence: Span) -> list[ReportedClause]:
        """Every possible clause of the sentence: one that holds the cue of another before that, else by their cues."""
        cues = [cue for cue in cues_between(passage.cues, *sentence) if not passage.is_marked(cue.start)]
        sources = [s for s in self.sources.between(*sentence) if not passage.is_marked(s.start)]
        sourced = (self.sourced.from_source(source, sentence) for source in sources)
        # "X a reconnu, selon la radio, s'être trompé": what the source parts from its verb is no clause.
        ends = {cue.end for cue in cues if cue.form == "finite" and cue.pronoun is None}
        parted = (c for c in sourced if c and (c.end not in ends or c.cue[0] < c.start))
        clauses = [self._before_quote(clause, passage) for clause in parted]
        named = {clause.cue for clause in clauses if clause is not None}
        told = [self._from_cue(cue, cues, passage, sentence) for cue in cues]
        clauses += [part for clause in told if clause is not None for part in self._parts(clause, passage)]
        clauses += [self.sourced.from_stance(sentence), self.sourced.from_conviction(sentence)]
        return in_order(self.text, [clause for clause in clauses if clause is not None], named)

    def _before_quote(self, clause: ReportedClause | None, passage: Passage) -> ReportedClause | None:
        """ "Pour X, le reste est simple : « … »": the clause ends with its colon."""
        if clause is None:
            return None
        for marked in passage.marked_between(clause.start + 1, clause.end):
            before = self.text[clause.start : marked.outer_start].rstrip()
            if before.endswith(":"):
                return replace(clause, end=clause.start + len(before[:-1].rstrip()))
        return clause

    def _parts(self, clause: ReportedClause, passage: Passage) -> list[ReportedClause]:
        """Each clause of "X a dit que A et que B"."""
        spans = self.clauses.split_at_que(clause.start, clause.end, passage)
        return [replace(clause, start=start, end=end) for start, end in spans]

    def _is_reported(self, clause: ReportedClause, passage: Passage) -> bool:
        if self.text[clause.start] == "(" and self.text[clause.end - 1] == ")":
            # "« … » (on en a assez), lâche un riverain": a translation
            return False
        # "qu'elle revient" says as much as a longer clause; two other words are hardly one.
        first, last = self.tokens.first_from(clause.start), self.tokens.first_from(clause.end)
        is_personal = first < last and self.tokens.words[first] in self.words["subject_pronoun"]
        # "nie avoir menti"
        is_past = first < last and self.tokens.words[first] in self.words["past_infinitive"]
        if last - first < MIN_CLAUSE_WORDS - (is_personal or is_past):
            return False
        return not (passage.is_mostly_marked(clause.start, clause.end) or self._is_quote_with_incise(clause, passage))

    def _is_quote_with_incise(self, clause: ReportedClause, passage: Passage) -> bool:
        """ "« … », a promis X, relève le quotidien": what X is quoted with, and no clause of its own."""
        opening = next(iter(passage.marked_between(clause.start, clause.end)), None)
        if opening is None or self.text[clause.start : opening.outer_start].strip():
            return False
        behind, last = self.tokens.first_from(opening.outer_end), self.tokens.first_from(clause.end)
        if not _BRACKETED.sub("", self.text[opening.outer_end : clause.end]).strip():
            # "« … » (une traduction), lâche un riverain"
            return True
        if "," in self.tokens.gap(behind) and self.tokens.words[behind].endswith("ant") and behind < last:
            # "que « … », mettant en garde contre …"
            return True
        told = cues_between(passage.cues, opening.outer_end, clause.end)
        return "," in self.tokens.gap(behind) and any(cue.first == behind for cue in told)

    def _count(self, start: int, end: int) -> int:
        return self.tokens.first_from(end) - self.tokens.first_from(start)

    # --- a déclaré que C · appelle à C · C, a indiqué X

    def _from_cue(self, cue: Cue, cues: Sequence[Cue], passage: Passage, sentence: Span) -> ReportedClause | None:
        incise = self._from_incise(cue, cues, passage, sentence)
        if incise is not None:
            return incise
        if cue.form == "gerund" and not self._opens_gerund(cue, sentence[0]):
            return None
        if cue.form == "gerund" and cue.frames == "i" and not any(other.form == "finite" for other in cues):
            # "en encourageant les jeunes à": done, not said, where nobody speaks in the sentence.
            return None
        start = self.clauses.start_after(cue, sentence[1], passage)
        if start is None:
            return None
        phrase, link = self._subject(cue, cues, passage, sentence)
        if (phrase is None and link == "phrase") or (phrase is not None and not self._may_say(phrase, cue)):
            return None
        end = self._before_source(start, self.clauses.end_of(start, cue, cues, sentence[1], passage))
        if self._stands_before_subject(cue, phrase, sentence, end):
            phrase, link = self._subject_behind(phrase, end, sentence[1]) or phrase, "phrase"
        if self.text[cue.end : start].strip().startswith(":") and self.text[start:end].rstrip().endswith("?"):
            # What is asked after a colon is the author's own question.
            return None
        return self.sourced.clause(start, end, (cue.start, cue.end), phrase, link)

    def _may_say(self, phrase: Phrase, cue: Cue) -> bool:
        """Whether the phrase may report; of a noun that no list knows only what nothing but people do tells."""
        if self.sourced.may_report(phrase):
            return True
        is_told = phrase.noun is None and phrase.kind == "description" and not phrase.is_possessive
        return is_told and cue.lemma in self.words["human_verb"]

    def _before_source(self, start: int, end: int) -> int:
        """ "X a soutenu que C, d'après les conclusions de Y": the source of X is no part of what he said."""
        for source in self.sources.between(start, end)[-1:]:
            rest = _BRACKETED.sub("", self.text[source.phrase.end : end]).strip(_COMMAS + ".")
            follows_comma = self.text[start : source.start].rstrip().endswith(",")
            is_tail = follows_comma and source.relative is None and not source.is_broad and not rest
            if is_tail and self.phrases.has_finite(start, source.start):
                return source.start
        return end

    def _stands_before_subject(self, cue: Cue, phrase: Phrase | None, sentence: Span, end: int) -> bool:
        """Tout en assurant que C, X … · S'il admet que C, X …: the name comes only after the clause."""
        if end >= sentence[1]:
            return False
        if cue.form == "gerund" and phrase is None:
            return self.tokens.first_from(sentence[0]) == cue.first
        first = self.tokens.first_from(sentence[0])
        is_pronoun = phrase is not None and phrase.kind == "pronoun" and cue.pronoun is None
        # "Il admet que C, …" tells who speaks already.
        is_subordinate = is_pronoun and self.tokens.words[first] not in self.words["subject_person"]
        return is_subordinate and first + 2 >= cue.first

    def _subject_behind(self, phrase: Phrase | None, start: int, end: int) -> Phrase | None:
        found = self.phrases.main_subject(start, end)
        if found is None or phrase is None:
            return found
        return found if found.kind == "named" and found.gender in (None, phrase.gender) else None

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
        opening, is_resumed = self.phrases.opening_subject(cue)
        if opening is not None or is_resumed:
            return opening, "phrase" if opening else "resumed"
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
        """Le club fait-il savoir que …: the pronoun only repeats the subject that touches the verb."""
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
        for marked in passage.marked_ending(start, cue.start):
            if marked.end - marked.start > LONG_QUOTE:
                start = marked.outer_end
        return max(start, *(self.text.rfind(stop, start, cue.start) + 1 for stop in (";", ": ")))

    def _from_incise(self, cue: Cue, cues: Sequence[Cue], passage: Passage, sentence: Span) -> ReportedClause | None:
        """C, a indiqué X. · C, a-t-il ajouté. · C1, assure-t-elle, C2."""
        if not self._is_incise(cue, sentence[0]):
            return None
        phrase = self._incise_subject(cue, sentence[1])
        start = self.sourced.skip_connective(self._subject_start(cue, passage, sentence))
        if phrase is None or self.tokens.first_from(start) >= cue.first:
            return None
        is_impersonal = cue.pronoun in self.words["impersonal_pronoun"]
        goes_on = self._goes_on(phrase.end if cue.pronoun is None or is_impersonal else cue.end, sentence[1])
        if cue.pronoun is None and not goes_on and self._lacks_main_verb(start, cue.start):
            return None
        is_asked = self.text[start : cue.start].rstrip().endswith(_ASKED)
        if cue.pronoun is None and not is_asked and not self._has_finite_unmarked(start, cue.start, passage):
            if not goes_on or phrase.kind != "named":
                return None
            return self.sourced.clause(start, sentence[1], (cue.start, cue.end), phrase)
        if passage.is_mostly_marked(start, cue.start):
            return None
        end = cue.start
        if not (goes_on or is_asked or is_impersonal or self.clauses.says_something(start, end)):
            return None
        if cue.pronoun is not None and (self._count(start, cue.start) < MIN_CLAUSE_WORDS or goes_on):
            end = self.clauses.end_of(cue.end, cue, cues, sentence[1], passage)
        return self.sourced.clause(start, end, (cue.start, cue.end), phrase)

    def _lacks_main_verb(self, start: int, end: int) -> bool:
        """ "X, qui l'exposa en 1974, évoque un ami": a subject and its relative clause, whose verb the cue is."""
        first = self.tokens.first_from(start)
        subject = self.phrases.read_phrase(first, end) if self.phrases.opens_phrase(first) else None
        if subject is None:
            return False
        place = self.tokens.first_from(subject.end)
        if self.tokens.words[place] not in self.words["relative"] or "," not in self.tokens.gap(place):
            return False
        return "," not in self.text[self.tokens.starts[place] : end].rstrip(_COMMAS)

    def _has_finite_unmarked(self, start: int, end: int, passage: Passage) -> bool:
        """Whether a finite verb stands in [start, end) outside of marks; "« … »" alone counts with what it holds."""
        for marked in passage.marked_between(start, end):
            if self.text[start : marked.outer_start].strip():
                if self.phrases.has_finite(start, marked.outer_start):
                    return True
                start = marked.outer_end
        return self.phrases.has_finite(start, end)

    def _is_incise(self, cue: Cue, start: int) -> bool:
        if cue.form == "gerund" or self.phrases.is_afterthought(cue) or cue.is_negated or "s" not in cue.frames:
            return False
        if not self.text[start : cue.start].rstrip(" \u00a0\u202f").endswith((*INSERTIONS, *_ASKED)):
            return False
        if "v" in cue.frames and cue.pronoun is None and self._is_small_infinitive(cue.last):
            # "Un cadre, qui préfère taire son nom, dit comprendre la colère"
            return False
        takes_infinitive = "i" in cue.frames and cue.pronoun is None
        return not (takes_infinitive and self._is_linked_infinitive(cue.last))

    def _is_linked_infinitive(self, place: int) -> bool:
        """ "de reporter", but not "d'emblée" or "à la salle"."""
        words = self.tokens.words
        if place >= len(words) or words[place] not in self.words["infinitive_link"]:
            return False
        verb = place + 1
        while (
            verb < len(words)
            and words[verb] in self.words["before_infinitive"]
            and not self.clauses.is_infinitive(verb)
        ):
            verb += 1
        return self.clauses.is_infinitive(verb)

    def _is_small_infinitive(self, place: int) -> bool:
        """ "comprendre", but not "Omar" or "Hajer"."""
        is_inside = place < len(self.tokens.words) and self.tokens.text[self.tokens.starts[place]].islower()
        return is_inside and self.clauses.is_infinitive(place)

    def _incise_subject(self, cue: Cue, end: int) -> Phrase | None:
        if cue.pronoun in self.words["impersonal_pronoun"]:
            return self.sources.asked(cue.last, end) or self.phrases.place_subject(cue.end, end)
        if cue.lemma in self.words["learning_verb"]:
            return self.sources.asked(cue.last, end)
        phrase = self.phrases.after_cue(cue, end)
        if phrase is None or not self.sourced.may_report(phrase):
            return None
        if cue.is_plural is False and phrase.is_plural:
            # "Il pleuvait lorsque le juge, X, a proclamé les résultats": an object
            return None
        return phrase if self.tokens.first_from(phrase.start) - cue.last < _MAX_SUBJECT_DISTANCE else None

    def _goes_on(self, start: int, end: int) -> bool:
        """Whether the reported clause is taken up after its incise."""
        first = self.tokens.first_from(start)
        if not self.text[start:end].lstrip().startswith(",") or first >= self.tokens.first_from(end):
            return False
        word = self.tokens.words[first]
        if word in self.words["no_resumption"] or any(verb.form == "gerund" for verb in self.verbs.get(word, ())):
            return False
        return word in self.words["resumption"] or (not word.endswith("ant") and self.phrases.has_finite(start, end))
