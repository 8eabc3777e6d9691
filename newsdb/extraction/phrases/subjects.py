"""Find the phrases of a sentence that may be subjects of speech, and which of them a cue has; phrases says where."""

from bisect import bisect_right

from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.cues import Cue
from newsdb.extraction.phrases.nounphrases import MAX_TITLE_WORDS, Phrase, PhraseReader
from newsdb.extraction.phrases.phrasebounds import MAX_PHRASE_WORDS
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.tokens import Tokens

# Of so many places what was read is kept: a quote asks from few, and one after another.
MAX_READINGS = 64


class _Reading:
    """The phrases from one word on as far as no later word changes them.

    Each quote of a sentence asks for those that stand before it, so a line of quotes cost its length for each of them.
    """

    def __init__(self, first: int) -> None:
        self.openings: list[int] = []
        self.phrases: list[Phrase | None] = []
        # How many words must be given for the phrase and those before it to be as they are; it never falls.
        self.settled: list[int] = []
        self.read_to = first

    def keep(self, opening: int, phrase: Phrase | None, asked: int, given: int) -> bool:
        """Keep what opens at a word if the words up to `given` hold all that it asks, and say so."""
        settled = max(asked, self.settled[-1] if self.settled else 0)
        if settled > given:
            return False
        self.openings.append(opening)
        self.phrases.append(phrase)
        self.settled.append(settled)
        return True


class SubjectReader(PhraseReader):
    """Reads the subjects of the sentences of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, index: CastIndex) -> None:
        super().__init__(tokens, lexicon, index)
        self.subject_persons = self.words["subject_person"]
        self.contractions = self.words["contraction"]
        self.readings: dict[int, _Reading] = {}

    def phrases(self, first: int, last: int) -> list[Phrase]:
        """The phrases that start in words [first, last), complements marked as no subject."""
        reading = self._reading_from(first)
        known = bisect_right(reading.settled, last)
        found = [phrase for phrase in reading.phrases[:known] if phrase is not None]
        index = reading.openings[known] if known < len(reading.openings) else reading.read_to
        while index < last:
            following = index + 1
            is_new = index == reading.read_to
            if self._opens(index):
                phrase = self._phrase_of(first, last, index, found)
                if phrase is not None:
                    found.append(phrase)
                    following = max(following, self.tokens.first_from(phrase.end))
                is_new = is_new and reading.keep(index, phrase, self._words_asked(index, phrase), last)
            if is_new:
                reading.read_to = following
            index = following
        return found

    def _reading_from(self, first: int) -> "_Reading":
        """What is known of the phrases from word `first` on."""
        if first not in self.readings:
            if len(self.readings) == MAX_READINGS:
                self.readings.clear()
            self.readings[first] = _Reading(first)
        return self.readings[first]

    def _opens(self, index: int) -> bool:
        held = self.tokens.words[index] in self.contractions and self.tokens.starts[index] in self.index.presented
        return held or self.opens_phrase(index)

    def _words_asked(self, index: int, phrase: Phrase | None) -> int:
        """How far words must be given for the phrase at word `index` to be what it is however many more are."""
        held = self.index.presented.get(self.tokens.starts[index])
        presented = 0 if held is None else self.tokens.first_from(held.end) + 1
        if phrase is None or phrase.kind != "description":
            # Of a name it is not known where reading stopped.
            return max(index + MAX_PHRASE_WORDS + MAX_TITLE_WORDS, presented)
        behind = self.tokens.first_from(phrase.end)
        is_closed = self.breaks(behind) and self.tokens.gap(behind).strip() != ","
        return max(behind if is_closed else behind + MAX_TITLE_WORDS, presented)

    def _phrase_of(self, first: int, last: int, index: int, found: list[Phrase]) -> Phrase | None:
        """The phrase that opens at word `index` of [first, last), behind those `found`."""
        start, end = self.tokens.starts[index], self.tokens.ends[last - 1]
        held = self.index.presented.get(start)
        if held is not None and self.tokens.words[index] in self.contractions and held.end <= end:
            # "les propos du ministre français X"
            return self._named(held, start, is_subject=False)
        if not self.opens_phrase(index):
            return None
        is_subject = not self.is_complement(index) and not self._is_within_relative(index, found)
        is_subject = is_subject and not self.is_in_brackets(self.tokens.starts[first], start)
        is_subject = is_subject and not self._is_behind_infinitive(index)
        return self.read_phrase(index, end, is_subject=is_subject)

    def _is_within_relative(self, index: int, found: list[Phrase]) -> bool:
        """ "Celle que les pêcheurs admirent assure que": the subject of the words that tell who speaks."""
        if not found or index == 0 or self.tokens.words[index - 1] not in self.words["que"]:
            return False
        before = found[-1]
        is_next = self.tokens.first_from(before.end) == index - 1 and not self.tokens.gap(index - 1).strip()
        opening = self.tokens.first_from(before.start)
        is_cleft = opening > 0 and self.tokens.words[opening - 1] in self.words["etre"]
        return is_next and before.is_somebody and not is_cleft

    def _is_behind_infinitive(self, index: int) -> bool:
        """ "a tenu à rassurer les marins", but not "a tenu à préciser le maire": an object."""
        if index == 0 or self.breaks(index) or not self.is_infinitive(index - 1):
            return False
        lemmas = {verb.lemma for verb in self.verbs.get(self.tokens.words[index - 1], ())}
        return not lemmas or not lemmas.isdisjoint(self.words["addressing_verb"])

    def is_in_brackets(self, start: int, end: int) -> bool:
        """ "Le débat s'enlise (cf. Le Phare du 3 mars)": what brackets hold is said beside the sentence."""
        opened = self.tokens.text.rfind("(", start, end)
        return opened >= 0 and self.tokens.text.find(")", opened, end) < 0

    def phrases_between(self, start: int, end: int) -> list[Phrase]:
        """Every phrase of [start, end)."""
        return self.phrases(self.tokens.first_from(start), self.tokens.first_from(end))

    def subjects_between(self, start: int, end: int) -> list[Phrase]:
        """The phrases of [start, end) that may be subjects of speech."""
        return [phrase for phrase in self.phrases_between(start, end) if phrase.is_subject and phrase.speaks]

    def main_subject(self, start: int, end: int) -> Phrase | None:
        """The first subject in [start, end): the one that verbs further on share."""
        first, last = self.tokens.first_from(start), self.tokens.first_from(end)
        subject = next((p for p in self.phrases(first, last) if p.is_subject and p.is_somebody), None)
        limit = self.tokens.first_from(subject.start) if subject is not None else last
        for place in range(first, limit):
            if self.tokens.words[place] in self.subject_persons:
                return self.pronoun_at(place)
        return (self._pronoun_behind(first, subject, last) or subject) if subject is not None else None

    def _pronoun_behind(self, first: int, phrase: Phrase, last: int) -> Phrase | None:
        """ "Devenu une star du port, il est salué et affirme": what opens the sentence is said of "il"."""
        start = self.tokens.first_from(phrase.end)
        if phrase.names_person or phrase.start == self.tokens.starts[first]:
            return None
        for place in range(start, last):
            is_pronoun = self.tokens.words[place] in self.subject_persons and not self.tokens.is_joined(place)
            if is_pronoun and "," in self.tokens.gap(place):
                is_said = self.has_finite(self.tokens.starts[first], self.tokens.starts[place])
                return None if is_said else self.pronoun_at(place)
        return None

    def last_subject(self, phrases: list[Phrase], cue: Cue) -> Phrase | None:
        subjects = [p for p in phrases if p.is_subject]
        subjects = [p for p in subjects if p.is_somebody] or subjects
        if len(subjects) < 2:
            return subjects[0] if subjects else None
        subjects = self._agreeing_subjects(subjects[: self._with_relative(subjects, cue)], cue)
        if len(subjects) < 2:
            return subjects[0]
        before, chosen = subjects[-2:]
        between = self.tokens.text[before.end : chosen.start].strip()
        if cue.is_plural and self._are_joined(before, chosen):
            return Phrase(before.start, chosen.end, "pair", is_plural=True)
        # "Karim Alami, le patron de l'usine, a déclaré": the second stands beside the first.
        if between == "," and before.names_person and chosen.kind != "named":
            return before
        return chosen

    def _with_relative(self, subjects: list[Phrase], cue: Cue) -> int:
        """ "Les élus qui soutiennent le maire assurent": how many stand before what "qui" opens up to the cue."""
        for number, subject in enumerate(subjects[:-1], 1):
            place = self.tokens.first_from(subject.end)
            if self.tokens.words[place] in self.words["relative_subject"] and not self.breaks(place):
                return number if "," not in self.tokens.text[subject.end : cue.start] else len(subjects)
        return len(subjects)

    def _agreeing_subjects(self, subjects: list[Phrase], cue: Cue) -> list[Phrase]:
        """Those up to the last one of the number of the verb; all where none is."""
        if cue.is_plural is None or (cue.is_plural and len(subjects) > 1 and self._are_joined(*subjects[-2:])):
            return subjects
        for number in range(len(subjects), 0, -1):
            subject = subjects[number - 1]
            is_body = subject.named is not None and subject.named.organisation is not None
            if is_body or subject.is_plural == cue.is_plural:
                return subjects[:number]
        return subjects

    def _are_joined(self, one: Phrase, other: Phrase) -> bool:
        return self.tokens.text[one.end : other.start].strip() in self.words["coordinator"]

    def before_relative(self, first: int, last: int) -> int:
        """The end of the subject where a relative clause between commas stands before the cue."""
        if "," not in self.tokens.gap(last):
            return last
        for index in range(last - 1, first, -1):
            if self.tokens.words[index] not in self.relatives:
                continue
            opening = index - 1 if self.tokens.words[index - 1] in self.prepositions else index
            if opening > first and "," in self.tokens.gap(opening):
                return last if self._holds_subject_only_behind(first, opening, last) else opening
        return last

    def _holds_subject_only_behind(self, first: int, opening: int, last: int) -> bool:
        """ "Sur le chantier, où il s'est rendu, le directeur, X, a indiqué": who speaks stands behind the clause."""
        if any(p.is_subject and p.is_somebody for p in self.phrases(first, opening)):
            return False
        behind = [p for p in self.phrases(opening, last) if p.names_person and p.is_subject]
        is_parted = bool(behind) and "," in self.tokens.gap(self.tokens.first_from(behind[-1].start))
        return is_parted and self.tokens.first_from(behind[-1].end) == last
