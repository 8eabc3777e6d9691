"""Tell how prominent a person is where the text names them: as a subject, as who comes next, or in passing."""

from newsdb.extraction.castindex import Named
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.speakers.events import Rank
from newsdb.extraction.speakers.sentenceplaces import SentencePlaces
from newsdb.extraction.text.sentences import Span

# Between the article of a title and the name: "son ancien premier adjoint X".
MAX_TITLE_WORDS = 5
# "du député X", "au nouveau ministre X"
MAX_CONTRACTED_WORDS = 3
# "Du côté de chez X", "Quant au patron de Y": so many words at most stand before whom the sentence is about.
MAX_TOPIC_WORDS = 4


# "Le pêcheur s'appelle X": the name is that of the subject.
_CALLED = frozenset(["appelle", "appelait", "nomme", "nommait", "prénomme", "prénommait"])


class Prominence:
    """How prominent the people named in one text are."""

    def __init__(self, phrases: PhraseFinder, places: SentencePlaces) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.words = phrases.words
        self.index = phrases.index
        self.places = places
        # A sentence is asked for once by each name in it.
        self._people: dict[Span, frozenset[str]] = {}
        self._main_verbs: dict[Span, bool] = {}

    def rank(self, named: Named) -> Rank:
        """2 for a subject, and for whoever else the sentence presents; 1 for anybody else."""
        phrases = self.phrases
        is_minor = phrases.is_complement_at(named.start) or phrases.is_object_at(named.start)
        is_minor = is_minor or self._is_late_title(named) or self._is_bare_object(named)
        return 1 if is_minor and not self._is_presented(named) else 2

    def _is_late_title(self, named: Named) -> bool:
        """ "X retrouve au club son premier entraîneur, Y", "à la question du député Y": a title behind other words."""
        words = self.tokens.words
        if self._has_contracted_title(self.tokens.first_from(named.start)):
            return True
        first = self._title_before(self.tokens.first_from(named.start))
        if first is None or first == 0 or self.phrases.breaks(first):
            return False
        before = words[first - 1]
        if before in self.words["broad_source"]:
            return True
        opens_clause = any(before in self.words[kind] for kind in ("que", "coordinator", "relative", "subordinator"))
        opens_clause = opens_clause or any(
            before in self.words[kind] for kind in ("adverb", "connective", "time", "of")
        )
        return not (opens_clause or before in self.words["etre"] or self._reports(first - 1))

    def _has_contracted_title(self, place: int) -> bool:
        """Whether "du" or "au" and one or two words with a noun for a person touch word `place`."""
        words = self.tokens.words
        for first in range(place - 2, max(-1, place - 2 - MAX_CONTRACTED_WORDS), -1):
            if self.tokens.gap(first + 2).strip(" \u00a0-"):
                return False
            if words[first] in self.words["contraction"]:
                nouns = [self.phrases.nouns.get(word) for word in words[first + 1 : place]]
                return any(noun is not None and noun.noun_class == "person" for noun in nouns)
        return False

    def _is_bare_object(self, named: Named) -> bool:
        """ "L'écrivain cite X": a name right behind a verb that tells of no speech, and has its subject before it."""
        place = self.tokens.first_from(named.start) - 1
        words = self.tokens.words
        if place < 2 or self.phrases.breaks(place + 1) or self.phrases.breaks(place) or self._reports(place):
            return False
        if words[place] not in self.phrases.finite or self._is_auxiliary(words[place]) or words[place] in _CALLED:
            return False
        return self.phrases.relatives.isdisjoint(words[place - 2 : place])

    def _is_auxiliary(self, word: str) -> bool:
        return word in self.words["etre"] or word in self.words["auxiliary"]

    def _reports(self, place: int) -> bool:
        """ "explique le maire, X", but not "a remercié le maire, X"."""
        verbs = self.phrases.verbs.get(self.tokens.words[place], ())
        return bool(verbs) and not any(verb.lemma in self.words["addressing_verb"] for verb in verbs)

    def _title_before(self, place: int) -> int | None:
        """The article of the title with a known noun that stands before a name, perhaps over a comma."""
        words = self.tokens.words
        if place >= len(words):
            return None
        head = False
        for first in range(place - 1, max(-1, place - 1 - MAX_TITLE_WORDS), -1):
            gap = self.tokens.gap(first + 1).strip(" \u00a0")
            if gap and not (gap == "," and first + 1 == place) and gap not in ("-", "."):
                return None
            if words[first] in self.phrases.singular_determiners:
                return first if head else None
            head = head or words[first] in self.phrases.nouns
            if words[first] in self.phrases.prepositions or words[first] in self.phrases.verbs:
                return None
        return None

    def _is_presented(self, named: Named) -> bool:
        """Quant à X, il … · Même constat chez X. · Un avis partagé par X. · La parole est donnée à X."""
        sentence = self.places.sentence_at(named.start)
        if sentence is None:
            return False
        if self._opens_as_topic(named, sentence) or self._is_appointed(named, sentence):
            return True
        return self._is_alone(named, sentence) and (
            not self._has_main_verb(sentence) or self._follows_presenting_word(named, sentence)
        )

    def _is_appointed(self, named: Named, sentence: Span) -> bool:
        """ "Le conseil a nommé X directeur", "ils ont porté à leur tête X": whom it is about, where nobody does it."""
        words = self.tokens.words
        place = self.tokens.first_from(named.start) - 1
        while place > 0 and words[place] in self.words["courtesy"]:
            place -= 1
        if place > 2 and words[place] in self.words["lead"]:
            place -= 3
        if place < 2 or words[place] not in self.words["appointed"] or self.phrases.breaks(place + 1):
            return False
        has_auxiliary = not self.words["auxiliary"].isdisjoint(words[max(0, place - 2) : place])
        people = [n for n in self.index.between(sentence[0], named.start) if _whom(n) is not None]
        first = self.tokens.first_from(sentence[0])
        return has_auxiliary and not people and self.words["subject_person"].isdisjoint(words[first:place])

    def _opens_as_topic(self, named: Named, sentence: Span) -> bool:
        first, last = self.tokens.first_from(sentence[0]), self.tokens.first_from(named.start)
        if last - first > MAX_TOPIC_WORDS + 2 or "," in self.tokens.text[sentence[0] : named.start]:
            return False
        opening = self.tokens.words[first : min(last, first + 2)]
        return not self.words["topic"].isdisjoint((*opening[:1], " ".join(opening)))

    def _is_alone(self, named: Named, sentence: Span) -> bool:
        """Whether no other person is named in the sentence, nor meant by a pronoun before the name."""
        others = self._people_in(sentence) - {_whom(named)}
        first, last = self.tokens.first_from(sentence[0]), self.tokens.first_from(named.start)
        return not others and self.words["subject_person"].isdisjoint(self.tokens.words[first:last])

    def _people_in(self, sentence: Span) -> frozenset[str]:
        """By name, those who are named in it or meant by a title."""
        if sentence not in self._people:
            people = map(_whom, self.index.between(*sentence))
            self._people[sentence] = frozenset(name for name in people if name is not None)
        return self._people[sentence]

    def _has_main_verb(self, sentence: Span) -> bool:
        """Whether a finite verb stands before the first relative clause of the sentence."""
        if sentence not in self._main_verbs:
            self._main_verbs[sentence] = self._finds_main_verb(sentence)
        return self._main_verbs[sentence]

    def _finds_main_verb(self, sentence: Span) -> bool:
        first, last = self.tokens.first_from(sentence[0]), self.tokens.first_from(sentence[1])
        relatives = (place for place in range(first, last) if self.tokens.words[place] in self.phrases.relatives)
        place = next(relatives, None)
        return self.phrases.has_finite(sentence[0], sentence[1] if place is None else self.tokens.starts[place])

    def _follows_presenting_word(self, named: Named, sentence: Span) -> bool:
        first, last = self.tokens.first_from(sentence[0]), self.tokens.first_from(named.start)
        words = self.tokens.words
        # "58 voix contre 41" are votes.
        return any(words[at] in self.words["presenting"] and not words[at - 1].isdigit() for at in range(first, last))


def _whom(named: Named) -> str | None:
    """The name of the person who is named, or meant by a title."""
    if named.designation is not None:
        return named.designation.person
    return named.person.person.name if named.person is not None else None
