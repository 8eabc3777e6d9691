"""Find the words that name a speaker beside a cue: its subject, a source; attribution says whom they mean."""

from dataclasses import replace

from newsdb.extraction.castindex import Named
from newsdb.extraction.phrases.cues import Cue
from newsdb.extraction.phrases.nounphrases import GOVERNMENT, SOMEBODY, Phrase
from newsdb.extraction.phrases.subjects import SubjectReader

MAX_SEARCH_WORDS = 40
# "au porte-parole de la ville qui": so many words stand between "au" and "qui".
MAX_ANTECEDENT_WORDS = 8
COMMAS_AROUND = 2
MAX_LONE_WORDS = 3
# "selon un communiqué de la direction régionale de l'agriculture, qui": so many words stand before "qui".
MAX_SOURCE_WORDS = 18
# "lance, en refermant la porte de chez elle, une voisine": so many words more may stand before the second comma.
MAX_CIRCUMSTANCE_WORDS = 8


class PhraseFinder(SubjectReader):
    """Looks for phrases around cues of one text."""

    def after_cue(self, cue: Cue, end: int) -> Phrase | None:
        """The subject that follows a cue: ", explique jeudi à la presse le directeur de l'usine"."""
        if cue.pronoun is None:
            found = self.first_phrase(cue.last, end) or self.unlisted_name(cue.last, end)
            if found is not None and not found.names_person and "," in self.tokens.text[cue.end : found.start]:
                # "a lancé Me X, provoquant une réaction": a surname that the cast does not hold alone.
                found = self._surname(cue.last, end) or found
            return self._paired(found, end) if found is not None and cue.is_plural else found
        words = self.tokens.words
        return self.pronoun_at(next(i for i in range(cue.last - 1, cue.first - 1, -1) if words[i] == cue.pronoun))

    def first_phrase(self, first: int, end: int) -> Phrase | None:
        """The first phrase from word `first` that is no complement, before offset `end`."""
        tokens = self.tokens
        reach = 0
        for index in range(first, min(first + MAX_SEARCH_WORDS, len(tokens.words))):
            if tokens.starts[index] < reach:
                continue
            if tokens.starts[index] >= end or tokens.words[index] in self.relatives:
                return None
            stops = ';:?!«»“”"\n' if index > first else '«»“”"'
            if any(stop in tokens.gap(index) for stop in stops):
                return None
            presented = self.index.presented.get(tokens.starts[index])
            if presented is not None and self.is_complement(index):
                # "a demandé au ministre, X, la députée": to whom it is said.
                reach = presented.end
            elif self.opens_phrase(index) and not self.is_complement(index):
                phrase = self.read_phrase(index, end)
                if phrase is not None:
                    return phrase if phrase.is_somebody else self._behind_circumstance(first, phrase, end) or phrase
        return None

    def _behind_circumstance(self, first: int, inserted: Phrase, end: int) -> Phrase | None:
        """ "raconte, une couverture sur les épaules, X": the subject stands behind the second comma."""
        tokens = self.tokens
        if "," not in tokens.text[tokens.ends[first - 1] : inserted.start]:
            return None
        start = tokens.first_from(inserted.end)
        for place in range(start, min(start + MAX_CIRCUMSTANCE_WORDS, len(tokens.words))):
            gap = tokens.gap(place)
            if tokens.starts[place] >= end or any(stop in gap for stop in ';:?!«»“”"\n'):
                return None
            if "," in gap:
                phrase = self.read_phrase(place, end) if self.opens_phrase(place) else None
                return phrase if phrase is not None and phrase.is_somebody else None
        return None

    def _paired(self, phrase: Phrase, end: int) -> Phrase:
        """ "déplorent X et Y": the verb is plural, and another name is joined to the first."""
        place = self.tokens.first_from(phrase.end)
        if place + 1 >= len(self.tokens.words) or self.tokens.words[place] not in self.words["coordinator"]:
            return phrase
        if phrase.is_plural or not self.opens_phrase(place + 1) or self.tokens.starts[place + 1] >= end:
            return phrase
        second = self.read_phrase(place + 1, end)
        return phrase if second is None else Phrase(phrase.start, second.end, "pair", is_plural=True)

    def unlisted_name(self, first: int, end: int) -> Phrase | None:
        """A printed name that the cast does not hold in this form: the one person whose name has all its words."""
        last = first
        while last < min(first + 4, len(self.tokens.words)) and self.tokens.starts[last] < end:
            is_name = self.tokens.text[self.tokens.starts[last]].isupper()
            if not is_name or (last > first and self.breaks(last)):
                break
            last += 1
        words = set(self.tokens.words[first:last])
        if not words or any(stop in self.tokens.gap(first) for stop in ';:?!«»“”"\n'):
            return None
        start, stop = self.tokens.starts[first], self.tokens.ends[last - 1]
        fitting = [p for name, p in self.index.people.items() if words <= set(name.lower().replace("-", " ").split())]
        if len(fitting) == 1:
            named = Named(start, stop, "person", person=fitting[0])
            return Phrase(start, stop, "named", named, fitting[0].gender, is_definite=True)
        return Phrase(start, stop, "description", noun=SOMEBODY)

    def _surname(self, first: int, end: int) -> Phrase | None:
        """The person whose name a word of courtesy and capitals right at word `first` print in part."""
        words = self.tokens.words
        first += first < len(words) and words[first] in self.courtesies
        name = self.unlisted_name(first, end)
        return name if name is not None and name.names_person else None

    def opening_subject(self, cue: Cue) -> tuple[Phrase | None, bool]:
        """The subject of "Et X de conclure" and "Et à X de conclure", and whether "Et d'ajouter" stands without one."""
        words = self.tokens.words
        if cue.form != "finite" or words[cue.first] not in self.words["infinitive_link"]:
            return None, False
        place = cue.first - 1
        while place >= 0 and words[place] not in self.words["coordinator"] and cue.first - place < MAX_SEARCH_WORDS:
            place -= 1
        found = self.phrases(place + 1, cue.first)
        named = [phrase for phrase in found if phrase.names_person]
        return next(iter(named or found), None), not found

    def before_cue(self, cue: Cue, start: int) -> Phrase | None:
        """The subject that stands before a cue, from offset `start` on: "Le ministre, qui recevait X, a déclaré"."""
        first, last = self.tokens.first_from(start), cue.first
        if last <= first:
            return self._stressed_subject(cue, first)
        word = self.tokens.words[last - 1]
        is_tied = "," not in self.tokens.gap(last)
        if is_tied and (word in self.subject_persons or word in self.words["impersonal_pronoun"]):
            return self.pronoun_at(last - 1)
        if word in self.words["que"]:
            # "un débat, que résume X": the subject of a relative clause may follow its verb.
            return self.first_phrase(cue.last, self.tokens.ends[min(cue.last + 6, len(self.tokens.words) - 1)])
        if word in self.relatives:
            found = self.phrases(first, last - 1)
            named = self.presented_before(found, last - 1) or self._source_before(first, last - 1)
            named = named or self._person_before(found, last - 1)
            named = named or self._described_before(first, last - 1)
            return named or self.last_subject(found, cue) or self._antecedent(found, last - 1)
        last = self.before_relative(first, last)
        subject = self.last_subject(self.phrases(first, last), cue)
        if subject is not None and (subject.is_somebody or "+" not in self.tokens.gap(cue.first)):
            return subject
        return self._metonym(first, last) or self._printed_name(first, last) or self._lone_subject(first, last)

    def _lone_subject(self, first: int, last: int) -> Phrase | None:
        """Tous deux assurent que …, d'autres jugent que …: several who are told by a pronoun alone."""
        words = self.tokens.words[first:last]
        if len(words) > MAX_LONE_WORDS or self.words["lone_subject"].isdisjoint((words[0], words[-1])):
            return None
        start, end = self.tokens.starts[first], self.tokens.ends[last - 1]
        return Phrase(start, end, "description", is_plural=True, noun=SOMEBODY)

    def _stressed_subject(self, cue: Cue, first: int) -> Phrase | None:
        """ "Lui assure que …": what stands before the verb like an object opens the sentence as its subject."""
        is_opening = first == cue.first and self.tokens.text[self.tokens.starts[first]].isupper()
        is_stressed = self.tokens.words[first] in self.words["stressed_pronoun"]
        return self.pronoun_at(first) if is_opening and is_stressed else None

    def _source_before(self, first: int, last: int) -> Phrase | None:
        """ "C, selon un rapport de la Banque, qui estime que": the source whose words end right before ", qui"."""
        words = self.tokens.words
        for place in range(last - 1, max(first, last - MAX_SOURCE_WORDS) - 1, -1):
            if self.breaks(place + 1) and place + 1 < last:
                return None
            if words[place] in self.words["source_word"] and (words[place] != "après" or words[place - 1] == "d"):
                phrase = self.source(place + 1, self.tokens.ends[last - 1])
                is_whole = phrase is not None and phrase.end == self.tokens.ends[last - 1]
                return phrase if is_whole else None
        return None

    def _antecedent(self, found: list[Phrase], last: int) -> Phrase | None:
        """The name right before ", lequel", whatever governs it."""
        if not found or found[-1].kind != "named":
            return None
        return found[-1] if self.tokens.first_from(found[-1].end) == last else None

    def _person_before(self, found: list[Phrase], last: int) -> Phrase | None:
        """ "dit Y à X, qui répond", "a reçu X, qui a promis": the person right before; but not "le père de X, qui"."""
        nearest = self._antecedent(found, last)
        if nearest is None or not nearest.names_person:
            return None
        return None if self.is_owner_at(nearest.start) else nearest

    def _described_before(self, first: int, last: int) -> Phrase | None:
        """ "X s'en prend au porte-parole du syndicat qui avait affirmé": the one right before "qui", behind "au"."""
        if self.breaks(last) or self.tokens.words[last] not in self.words["relative_subject"]:
            return None
        for place in range(last - 1, max(first, last - MAX_ANTECEDENT_WORDS) - 1, -1):
            if self.breaks(place + 1):
                return None
            if self.tokens.words[place] not in self.words["recipient"]:
                continue
            noun = self.nouns.get(self.tokens.compound(place + 1)) or self.nouns.get(self.tokens.words[place + 1])
            if noun is None or noun.noun_class not in ("person", "group"):
                return None
            phrase = self.read_bare_noun(place, self.tokens.ends[last - 1])
            is_whole = phrase is not None and phrase.end == self.tokens.ends[last - 1]
            return replace(phrase, start=self.tokens.starts[place + 1]) if phrase is not None and is_whole else None
        return None

    def presented_before(self, found: list[Phrase], last: int) -> Phrase | None:
        """par X, maire de Y, qui …: the name, whatever governs it, with a title between commas behind it"""
        named = next((p for p in reversed(found) if p.names_person), None)
        return named if named is not None and self._is_apposition(named.end, last) else None

    def _is_apposition(self, start: int, last: int) -> bool:
        """Whether what stands between `start` and word `last` is parted by commas and holds no verb."""
        between = self.tokens.text[start : self.tokens.starts[last]].strip()
        words = self.tokens.words[self.tokens.first_from(start) : last]
        is_parted = between.startswith(",") and between.endswith(",") and between.count(",") == COMMAS_AROUND
        return is_parted and self.finite.isdisjoint(words)

    def _metonym(self, first: int, last: int) -> Phrase | None:
        """Alger, Washington: a place that opens the sentence stands for its government."""
        tokens = self.tokens
        is_parted = last > first + 1 and "," in tokens.gap(first + 1) and "," in tokens.gap(last)
        if (last != first + 1 and not is_parted) or tokens.text[
            tokens.starts[first] : tokens.ends[first]
        ] not in self.places:
            return None
        return Phrase(tokens.starts[first], tokens.ends[first], "description", noun=GOVERNMENT)

    def _printed_name(self, first: int, last: int) -> Phrase | None:
        """ "+Al Marsad+ souligne que": a name that the cast does not hold, in the marks of a review of the press."""
        tokens = self.tokens
        if last >= len(tokens.words) or "+" not in tokens.gap(last):
            return None
        opening = last - 1
        while opening > first and "+" not in tokens.gap(opening):
            opening -= 1
        return Phrase(tokens.starts[opening], tokens.ends[last - 1], "description", noun=SOMEBODY)

    def place_subject(self, start: int, end: int) -> Phrase | None:
        """ "À la mairie, on promet que", "Chez X, on parle de": the body where "on" speaks, named first."""
        first, last = self.tokens.first_from(start), self.tokens.first_from(end)
        if first >= last or self.tokens.words[first] not in self.words["speaking_place"]:
            return None
        if first + 1 < last and (government := self._metonym(first + 1, first + 2)) is not None:
            # "À Alger, on estime que": its government.
            return government
        for place in range(first, min(first + 6, last)):
            is_designated = place > first or self.tokens.starts[place] in self.named_at
            if is_designated and self.opens_phrase(place):
                phrase = self.read_phrase(place, end)
                return phrase if phrase is not None and self._is_body_like(phrase) else None
        # "précise-t-on au palais du Bardo"
        phrase = self.read_bare_noun(first, end) if self.tokens.words[first] in self.words["recipient"] else None
        is_body = phrase is not None and phrase.noun is not None and phrase.noun.noun_class == "group"
        return replace(phrase, start=self.tokens.starts[first + 1]) if phrase is not None and is_body else None

    def _is_body_like(self, phrase: Phrase) -> bool:
        if phrase.named is not None:
            return phrase.named.organisation is not None or phrase.named.designation is not None
        return phrase.noun is not None and (phrase.is_plural or phrase.noun.noun_class == "group")

    def source(self, first: int, end: int) -> Phrase | None:
        """The phrase after "selon" and its like: a stressed pronoun, a name, a title, a description."""
        tokens = self.tokens
        if first >= len(tokens.words) or tokens.starts[first] >= end:
            return None
        if tokens.words[first] in self.words["stressed_pronoun"]:
            return self.pronoun_at(first)
        for index in range(first, min(first + 4, len(tokens.words))):
            if tokens.starts[index] >= end or (index > first and self.breaks(index, allow_stop=True)):
                return None
            if self.opens_phrase(index, allow_time=True):
                return self.read_phrase(index, end)
            if index == first and tokens.words[index - 1] in self.words["contraction"] and self.presents(index, end):
                # "De l'aveu du directeur, X, …"
                return self.read_phrase(index - 1, end)
            if tokens.words[index] in self.nouns or tokens.words[index] in self.words["infinitive_link"]:
                return self.read_bare_noun(max(index - 1, first - 1), end)
            if tokens.words[index] not in self.courtesies:
                return None
        return None

    def presents(self, index: int, end: int) -> bool:
        """Whether the title that opens at word `index` has a name beside it."""
        phrase = self.read_phrase(index - 1, end)
        return phrase is not None and phrase.names_person

    def is_afterthought(self, cue: Cue) -> bool:
        """« … », avant d'ajouter: what follows such a cue is reported, not what stands before it."""
        return cue.form == "infinitive" and self.tokens.words[cue.first] in self.words["afterthought"]

    def is_coordinated_at(self, cue: Cue) -> bool:
        """avant d'ajouter que …, et de rappeler que …: the cue itself opens with "et"."""
        return self.tokens.words[cue.first] in self.words["coordinator"]

    def is_in_relative(self, cue: Cue) -> bool:
        """Whether "qui" stands right before the cue (des riverains qui ne le savaient pas)."""
        return cue.first > 0 and self.tokens.words[cue.first - 1] in self.relatives

    def is_listed(self, cue: Cue) -> bool:
        """Whether the cue is a participle in a row that shares one auxiliary (avait rappelé que …, ajouté que …)."""
        words = self.tokens.words
        if cue.form != "finite" or cue.pronoun is not None or cue.last - cue.first != 1 or cue.last >= len(words):
            return False
        forms = {verb.form for verb in self.verbs[words[cue.first]]}
        if "past" not in forms or "," not in self.tokens.gap(cue.first) or words[cue.last] not in self.words["que"]:
            return False
        before = words[max(0, cue.first - MAX_SEARCH_WORDS) : cue.first]
        return "singular" not in forms or not self.words["shared_auxiliary"].isdisjoint(before)

    def is_coordinated(self, cue: Cue) -> bool:
        """Whether the cue shares the subject of a verb before it (et a ajouté)."""
        if cue.first > 0 and self.tokens.words[cue.first - 1] in self.words["coordinator"]:
            return True
        return self.is_listed(cue)
