"""Find the words that report speech (a déclaré, explique-t-elle, en ajoutant); attribution says whose it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from newsdb.extraction.speech_lexicon import Lexicon, Verb
from newsdb.extraction.text.tokens import Tokens

CueForm = Literal["finite", "gerund", "infinitive"]

_MAX_ADVERBS = 8
_MAX_INSERTION = 16
_MAX_SHARED = 40
_MAX_NARRATIVE = 10


@dataclass(frozen=True, slots=True)
class Cue:
    """Reporting words [start, end), as words [first, last); `subject_limit` is the first word after the subject.

    `pronoun` is the inverted one (a-t-il), None where there is none. `is_plural` is None where the form does not tell.
    """

    start: int
    end: int
    first: int
    last: int
    lemma: str
    frames: str
    form: CueForm
    is_plural: bool | None
    pronoun: str | None
    is_negated: bool = False
    is_reflexive: bool = False


def find_cues(tokens: Tokens, lexicon: Lexicon) -> tuple[Cue, ...]:
    """Every place where a form of a reporting verb reports, in order."""
    finder = _CueFinder(tokens, lexicon)
    cues = []
    verbs = lexicon.verbs
    for index, word in enumerate(tokens.words):
        if word in verbs:
            cue = finder.read(index, verbs[word])
            if cue is not None:
                cues.append(cue)
    return tuple(cues)


class _CueFinder:
    def __init__(self, tokens: Tokens, lexicon: Lexicon) -> None:
        self.tokens = tokens
        words = lexicon.words
        self.auxiliaries = words["auxiliary"]
        self.plural_auxiliaries = frozenset(word for word in self.auxiliaries if word.endswith("nt"))
        self.shared_auxiliaries = words["shared_auxiliary"]
        self.etre = words["etre"]
        self.intervening = words["intervening"]
        self.clitics = words["clitic"]
        self.reflexives = words["reflexive"]
        self.pronouns = words["inverted_pronoun"]
        self.negations = words["negation"]
        self.negative_particles = words["negative_particle"]
        self.determiners = words["determiner"]
        self.latter = words["latter"]
        self.reported_openings = words["que"] | words["past_infinitive"]
        self.reported_links = words["que"] | words["infinitive_link"]
        self.nouns = lexicon.nouns
        self.subjects = words["subject_pronoun"]
        self.demonstratives = words["demonstrative"]
        self.definite_articles = words["definite_article"]
        self.noun_forms = words["noun_form"]
        self.coordinators = words["coordinator"]
        self.governors = words["governor"]
        self.infinitive_links = words["infinitive_link"]
        self.reporting_links = words["reporting_link"]
        self.impersonal_verbs = words["impersonal_verb"]
        self.likening = words["likening"]
        self.evidence = words["evidence_verb"]
        self.predicates = words["etre"] | words["before_predicate"]
        self.gerund_links = words["gerund_link"] | words["reflexive"]
        self.faire = words["faire"]
        self.faire_infinitives = words["faire_infinitive"]

    def read(self, index: int, verbs: Sequence[Verb]) -> Cue | None:
        forms = {verb.form: verb for verb in verbs}
        if "past" in forms:
            cue = self._compound(index, forms["past"])
            if cue is not None:
                return cue
        for form in ("singular", "plural"):
            if form in forms:
                return self._present(index, forms[form], is_plural=form == "plural")
        if "gerund" in forms:
            return self._gerund(index, forms["gerund"])
        if "infinitive" in forms:
            return self._infinitive(index, forms["infinitive"])
        return None

    def _compound(self, index: int, verb: Verb) -> Cue | None:
        words = self.tokens.words
        place = index - 1
        pronoun = None
        negated = False
        skipped = 0
        while place >= 0 and words[place] not in self.auxiliaries and skipped <= _MAX_ADVERBS:
            word = words[place]
            if word in self.pronouns and self.tokens.is_joined(place):
                pronoun = word
            elif word in self.negations:
                negated = True
            elif not self._may_intervene(place):
                break
            place -= 1
            skipped += 1
        if place < 0 or words[place] not in self.auxiliaries or self._is_of_two_lines(place, index):
            place = self._auxiliary_before_insertion(index)
            if place < 0:
                place = self._shared_auxiliary(index)
                if place >= 0:
                    return self._cue(
                        verb,
                        index,
                        index,
                        form="finite",
                        is_plural=words[place] in self.plural_auxiliaries,
                        pronoun=None,
                    )
            if place < 0:
                return None
        auxiliary = words[place]
        first, reflexive, more_negated = self._clitics(place)
        if self._is_passive(place, reflexive):
            return None
        return self._cue(
            verb, first, index, form="finite", is_plural=auxiliary in self.plural_auxiliaries,
            pronoun=pronoun, is_negated=negated or more_negated, is_reflexive=reflexive,
        )  # fmt: skip

    def _is_of_two_lines(self, first: int, last: int) -> bool:
        return "\n" in self.tokens.text[self.tokens.ends[first] : self.tokens.starts[last]]

    def _may_intervene(self, place: int) -> bool:
        """Whether the word may stand between an auxiliary and its participle."""
        word = self.tokens.words[place]
        return word in self.intervening or word.endswith("ment") or (word == "t" and self.tokens.is_joined(place))

    def _auxiliary_before_insertion(self, index: int) -> int:
        """avait, lors d'une réunion, déclaré: the auxiliary stands before a comma, the participle after the next."""
        gap = self.tokens.gap(index)
        if "," not in gap or "\n" in gap:
            return -1
        for place in range(index - 2, max(-1, index - _MAX_INSERTION), -1):
            gap = self.tokens.gap(place + 1)
            if any(stop in gap for stop in '.;:!?«»"\n'):
                return -1
            if "," in gap and self.tokens.words[place] in self.auxiliaries:
                return place
        return -1

    def _shared_auxiliary(self, index: int) -> int:
        """a critiqué le projet et recommandé: the second participle shares the auxiliary of the first."""
        words = self.tokens.words
        if index < 2:
            return -1
        listed = "," in self.tokens.gap(index) and words[index + 1 : index + 2] in (["que"], ["qu"])
        if not listed and (words[index - 1] not in self.coordinators or self._broken(index)):
            return -1
        for place in range(index - 2, max(-1, index - _MAX_SHARED), -1):
            if any(stop in self.tokens.gap(place + 1) for stop in ".;:!?\n"):
                return -1
            if words[place] in self.shared_auxiliaries:
                return place
        return -1

    def _is_passive(self, place: int, reflexive: bool) -> bool:
        words = self.tokens.words
        if words[place] in self.etre:
            return not reflexive
        return not self.etre.isdisjoint(words[place + 1 : place + 4])

    def _present(self, index: int, verb: Verb, *, is_plural: bool) -> Cue | None:
        words = self.tokens.words
        first, reflexive, negated = self._clitics(index)
        pronoun = self._inverted_pronoun(index)
        if words[index] in self.noun_forms and pronoun is None and not self._stands_as_verb(index, first):
            return None
        if "q" not in verb.frames and first == index and self._is_apposed_noun(index):
            return None
        if pronoun is None and (self._is_impersonal(index) or self._is_evidence(index, verb)):
            return None
        if pronoun is None and first == index and self._opens_sentence(index):
            # "Réplique immédiate de X : « … »": no sentence opens with a bare verb.
            return None
        last = index
        if pronoun is not None:
            last = index + (2 if words[index + 1] == "t" else 1)
        negated = negated or not self.negations.isdisjoint(words[index + 1 : index + 3])
        return self._cue(
            verb, first, last, form="finite", is_plural=is_plural, pronoun=pronoun, is_negated=negated,
            is_reflexive=reflexive,
        )  # fmt: skip

    def _is_apposed_noun(self, index: int) -> bool:
        """ "Elle dirige le port, poste qu'elle aimait": no verb, for it takes no clause."""
        return "," in self.tokens.gap(index) and not self.reported_links.isdisjoint(
            self.tokens.words[index + 1 : index + 2]
        )

    def _is_impersonal(self, index: int) -> bool:
        """ "Il convient de signaler que": the author's own words."""
        words = self.tokens.words
        is_bare = words[index - 1 : index] == ["il"] and words[index] in self.impersonal_verbs
        return is_bare and not self.infinitive_links.isdisjoint(words[index + 1 : index + 2])

    def _is_evidence(self, index: int, verb: Verb) -> bool:
        """ "Comme en témoignent les faits", ", en atteste la hausse": things show it, and nobody says it."""
        words = self.tokens.words
        if verb.lemma not in self.evidence or index < 2 or words[index - 1] not in self.gerund_links:
            return False
        return words[index - 2] in self.likening or "," in self.tokens.gap(index - 1)

    def _opens_sentence(self, index: int) -> bool:
        if not self.tokens.text[self.tokens.starts[index]].isupper():
            return False
        return index == 0 or any(stop in self.tokens.gap(index) for stop in '.!?…\n«»“”"')

    def _stands_as_verb(self, index: int, first: int) -> bool:
        """A form that is also a noun is a verb unless a determiner or an adjective's place is right before it."""
        previous = self.tokens.words[index - 1] if index else ""
        if index > 1 and self.tokens.words[index - 2] in self.likening and previous in self.definite_articles:
            # "comme le dit X"
            return True
        if first < index and previous not in self.definite_articles and previous not in self.determiners:
            return True
        if previous in self.latter and not self.reported_openings.isdisjoint(self.tokens.words[index + 1 : index + 2]):
            # "Cette dernière estime que", but not "la dernière estime".
            return self.tokens.words[index - 2] in self.demonstratives
        if previous == "leur" and self._asks_them(index):
            # "Le magistrat leur demande de"
            return True
        if previous == "les" and not self.tokens.words[index].endswith(("s", "x")):
            # "X les invite à": no noun is singular behind it.
            return True
        touching = not self.tokens.gap(index).strip(" \u00a0\n'’")
        return not (touching and previous in self.determiners)

    def _asks_them(self, index: int) -> bool:
        """Whether a subject stands before "leur" and what is reported behind the verb: no noun has both."""
        words = self.tokens.words
        if index < 2 or self._broken(index - 1) or not self.reported_links.issuperset(words[index + 1 : index + 2]):
            return False
        is_name = self.tokens.text[self.tokens.starts[index - 2]].isupper()
        return is_name or words[index - 2] in self.nouns or words[index - 2] in self.subjects

    def _inverted_pronoun(self, index: int) -> str | None:
        words = self.tokens.words
        place = index + 1
        if place < len(words) and words[place] == "t" and self.tokens.is_joined(place):
            place += 1
        if place < len(words) and words[place] in self.pronouns and self.tokens.is_joined(place):
            return words[place]
        return None

    def _gerund(self, index: int, verb: Verb) -> Cue | None:
        first = index
        if index and self.tokens.words[index - 1] in self.predicates and not self._broken(index):
            # "s'est voulu rassurant", "se montre menaçant": an adjective
            return None
        while first > 0 and self.tokens.words[first - 1] in self.gerund_links and not self._broken(first):
            first -= 1
        return self._cue(verb, first, index, form="gerund", is_plural=None, pronoun=None)

    def _infinitive(self, index: int, verb: Verb) -> Cue | None:
        """tient à préciser, avant d'ajouter, a fait remarquer: an infinitive reports where something governs it."""
        words = self.tokens.words
        place = index - 1
        while place >= 0 and words[place] in self.reporting_links and not self._broken(place + 1):
            place -= 1
        while place >= 0 and words[place] not in self.governors and self._may_part(place) and index - place < 5:
            place -= 1
        if place < 0 or words[place] not in self.governors or self._broken(place + 1):
            return self._narrative_infinitive(index, verb)
        if words[place] in self.faire and words[index] not in self.faire_infinitives:
            return None
        first, is_plural = self._governing_group(place)
        inverted = [words[i] for i in range(first, index) if words[i] in self.pronouns and self.tokens.is_joined(i)]
        pronoun = inverted[0] if inverted else None
        return self._cue(verb, first, index, form="infinitive", is_plural=is_plural, pronoun=pronoun)

    def _may_qualify(self, place: int) -> bool:
        word = self.tokens.words[place]
        return word in self.intervening or word in self.negations

    def _may_part(self, place: int) -> bool:
        """Whether the word may stand between a governor and its infinitive (fait-il également savoir)."""
        word = self.tokens.words[place]
        is_inverted = (word in self.pronouns or word == "t") and self.tokens.is_joined(place)
        return is_inverted or self._may_qualify(place)

    def _narrative_infinitive(self, index: int, verb: Verb) -> Cue | None:
        """Et le ministre d'ajouter que …: "de" and an infinitive stand for a finite verb after "et"."""
        words = self.tokens.words
        if index < 2 or words[index - 1] not in self.infinitive_links or self._broken(index):
            return None
        for place in range(index - 2, max(-1, index - _MAX_NARRATIVE), -1):
            if words[place] in self.coordinators:
                if not self.tokens.text[self.tokens.starts[place]].isupper():
                    return None
                return self._cue(verb, index - 1, index, form="finite", is_plural=None, pronoun=None)
            if self._broken(place + 1):
                return None
        return None

    def _governing_group(self, place: int) -> tuple[int, bool | None]:
        """The first word of "a également tenu" or "nous a fait", and its number where an auxiliary tells it."""
        words = self.tokens.words
        before = place - 1
        while (
            before >= 0
            and (self._may_qualify(before) or self.tokens.is_joined(before))
            and not self._broken(before + 1)
        ):
            before -= 1
        if before >= 0 and words[before] in self.auxiliaries and not self._broken(before + 1):
            return self._clitics(before)[0], words[before] in self.plural_auxiliaries
        return self._clitics(place)[0], None

    def _clitics(self, place: int) -> tuple[int, bool, bool]:
        """The first of the unstressed pronouns before the verb, whether one is reflexive, whether one negates."""
        words = self.tokens.words
        first = place
        reflexive = negated = False
        while first > 0 and words[first - 1] in self.clitics and not self._broken(first):
            first -= 1
            reflexive = reflexive or words[first] in self.reflexives
            negated = negated or words[first] in self.negative_particles
        return first, reflexive, negated

    def _broken(self, index: int) -> bool:
        return any(stop in self.tokens.gap(index) for stop in ',.;:!?«»"“”()\n')

    def _cue(self, verb: Verb, first: int, index: int, *, form: CueForm, is_plural: bool | None,
             pronoun: str | None, is_negated: bool = False, is_reflexive: bool = False) -> Cue:  # fmt: skip
        tokens = self.tokens
        return Cue(
            start=tokens.starts[first], end=tokens.ends[index], first=first, last=index + 1, lemma=verb.lemma,
            frames=verb.frames, form=form, is_plural=is_plural, pronoun=pronoun, is_negated=is_negated,
            is_reflexive=is_reflexive,
        )  # fmt: skip
