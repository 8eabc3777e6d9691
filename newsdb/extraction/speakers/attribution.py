"""Decide who spoke each statement of an article, from the phrase beside it and from who spoke or was named before."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsdb.extraction.attributions import attribution_of, carried, unknown
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import SOMEBODY, Phrase
from newsdb.extraction.phrases.personalpronouns import PersonalPronouns
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Passage, Statement
from newsdb.extraction.speakers.events import agrees
from newsdb.extraction.speakers.laternames import LaterNames
from newsdb.extraction.speakers.memory import Memory
from newsdb.extraction.speakers.ownsentences import OwnSentences
from newsdb.extraction.speakers.resolving import PhraseResolver
from newsdb.extraction.speakers.uncued import TOPIC_REACH, Uncued
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.facts import Attribution

# "Son père": the determiner and the noun.
MIN_KIN_WORDS = 2
_NAMES = ("person", "designation")


class Attributor:
    """Attributes the statements of one text, which must come in text order."""

    def __init__(self, phrases: PhraseFinder, lexicon: Lexicon, index: CastIndex, passages: Sequence[Passage]) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.index = index
        self.words = lexicon.words
        self.memory = Memory(phrases, index, passages)
        self.resolver = PhraseResolver(phrases, lexicon, index, self.memory)
        self.spoken = self.resolver.spoken
        self.later = LaterNames(phrases, index, self.memory, self.resolver)
        self.own_sentences = OwnSentences(phrases, index, self.memory, self.resolver)
        self.pronouns = PersonalPronouns(phrases)
        self.uncued = Uncued(phrases, index, self.memory, self.resolver, self.pronouns)

    def attribute(self, statement: Statement) -> Attribution:
        """Who spoke the statement; remembered for those that follow."""
        found = self._attribute(statement)
        if statement.cue is not None:
            found = replace(found, cue_start=statement.cue[0], cue_end=statement.cue[1])
        self.spoken.append((statement, found))
        self.memory.remember(statement, found)
        return found

    def _attribute(self, statement: Statement) -> Attribution:
        if statement.link == "resumed" and self.spoken:
            return carried(self.spoken[-1][1])
        if statement.phrase is not None:
            found = self._resolved(statement.phrase, statement)
            found = self.own_sentences.speaker(statement, statement.phrase, found) or found
            found = self._not_named_in_own_words(statement, statement.phrase, found)
            if self._is_relay(statement):
                spoken = self.uncued.speaker(statement)
                return spoken if spoken.speaker_kind == "person" else found
            same = self._owner_of_kin(statement, found) or self._goes_on(statement, found)
            if same is not None:
                return same
            found = self._who_says_i(statement, found)
            if found.speaker is None and statement.phrase.kind == "pronoun":
                return self.later.subject(statement, statement.phrase) or found
            if found.speaker_kind == "described":
                return self._writer(statement, statement.phrase) or self.later.holder(statement) or found
            return found
        if statement.link == "chain":
            return self._chained(statement)
        if statement.link == "colon":
            return self._introduced(statement)
        return self.uncued.speaker(statement)

    def _resolved(self, phrase: Phrase, statement: Statement) -> Attribution:
        """Whom the phrase means, by the gender that the clause tells; another's, where nobody of that is meant."""
        told = self._with_gender(phrase, statement)
        found = self.resolver.resolve(told, statement.start)
        if told is phrase or found.speaker_kind == "person":
            return found
        other = self.resolver.resolve(phrase, statement.start)
        return other if other.speaker_kind == "person" else found

    def _with_gender(self, phrase: Phrase, statement: Statement) -> Phrase:
        """ "L'artiste assure qu'elle reviendra": what a title leaves open, the clause tells."""
        first = self.tokens.first_from(statement.start)
        opens = statement.kind == "indirect" and first < len(self.tokens.words)
        is_open = phrase.gender is None and not phrase.is_plural and phrase.kind in ("named", "description")
        if not (opens and is_open) or self.tokens.words[first] not in self.words["subject_person"]:
            return phrase
        return replace(phrase, gender=self.phrases.pronoun_at(first).gender)

    def _not_named_in_own_words(self, statement: Statement, phrase: Phrase, found: Attribution) -> Attribution:
        """« X est sous contrat », a-t-il dit: who calls X by his name is the other man who came up, and not X."""
        if phrase.kind != "pronoun" or statement.kind != "direct" or found.speaker_kind != "person":
            return found
        named = {n.person.person.name for n in self.index.between(statement.start, statement.end) if n.person}
        if found.speaker not in named:
            return found
        near = {e.speaker for e in self.memory.recent_people(statement.start) if agrees(e, phrase.gender)} - named
        last = self.spoken[-1][1].speaker if self.spoken else None
        other = last if last in near else next(iter(near)) if len(near) == 1 else None
        return replace(found, speaker=other) if other else unknown("the pronoun means somebody whom the quote names")

    def _who_says_i(self, statement: Statement, found: Attribution) -> Attribution:
        """ "Selon le procès-verbal, … « Je n'ai rien fait », a-t-il crié": no document says I, and hardly a body."""
        phrase = statement.phrase
        if phrase is None or phrase.kind != "pronoun" or phrase.is_plural or found.speaker_kind == "person":
            return found
        words = self._words_between(statement.start, statement.end)
        is_document = found.speaker_kind == "described" and self._is_document(found)
        is_body = found.speaker_kind in ("group", "organisation")
        if self.words["first_person_singular"].isdisjoint(words) or not (is_document or is_body):
            return found
        near = {e.speaker for e in self.memory.recent_people(phrase.start, TOPIC_REACH) if agrees(e, phrase.gender)}
        if len(near) == 1:
            return replace(found, speaker=near.pop(), speaker_kind="person")
        people = (other for _, other in reversed(self.spoken) if other.speaker_kind in ("person", "described"))
        other = next((other for other in people if not self._is_document(other)), None)
        return carried(other) if other is not None and is_document else unknown("a body or a document says no I")

    def _is_document(self, found: Attribution) -> bool:
        """Whether the noun of the words that name the speaker is that of a document."""
        said = (found.speaker or "").lower().replace("’", " ").replace("'", " ").split()
        nouns = (self.phrases.nouns.get(word) for word in said[:3])
        noun = next((noun for noun in nouns if noun is not None), None)
        return noun is not None and noun.noun_class == "document"

    def _is_relay(self, statement: Statement) -> bool:
        """« … », rapporte l'agence: it passes on the words of the person who was named before."""
        named = statement.phrase.named if statement.phrase is not None else None
        if statement.kind == "indirect" or statement.cue is None or named is None or named.organisation is None:
            return False
        return not self.words["relay"].isdisjoint(self._words_between(*statement.cue))

    def _goes_on(self, statement: Statement, found: Attribution) -> Attribution | None:
        """ "X l'a dit. « … », a poursuivi la présidente de Y": who goes on is who spoke before, under another title."""
        phrase = statement.phrase
        if phrase is None or statement.cue is None or found.speaker_kind not in ("described", "unknown"):
            return None
        if phrase.kind == "pronoun" or not self.spoken or not phrase.is_definite or phrase.is_plural:
            return None
        lemmas = {v.lemma for word in self._words_between(*statement.cue) for v in self.phrases.verbs.get(word, ())}
        before, spoken = self.spoken[-1]
        member = self.index.people.get(spoken.speaker or "")
        if member is None or lemmas.isdisjoint(self.words["going_on_verb"]) or member.gender is None:
            return None
        others = {n.person for n in self.uncued.people_between(before.end, statement.end)} - {member}
        near = self.memory.count_between(before.end, statement.start) <= 1
        is_same = near and not others and phrase.gender in (None, member.gender)
        if not is_same:
            return None
        told = attribution_of(member.person.name, "person", "title")
        return replace(told, speaker_start=found.speaker_start, speaker_end=found.speaker_end)

    def _owner_of_kin(self, statement: Statement, found: Attribution) -> Attribution | None:
        """ "Son père ne se lève plus. « Je suis le médecin de mon père », dit-il": who says "my" is not the father."""
        phrase = statement.phrase
        said = (found.speaker or "").lower().replace(",", " ").split()
        if phrase is None or phrase.kind != "pronoun" or found.speaker_kind != "described" or len(said) < MIN_KIN_WORDS:
            return None
        spoken = self._words_between(statement.start, statement.end)
        mine = any(w in self.words["possessive_first"] and n == said[1] for w, n in pairwise(spoken))
        if said[0] not in self.words["possessive"] or not mine:
            return None
        near = {e.speaker for e in self.memory.recent_people(phrase.start, TOPIC_REACH) if agrees(e, phrase.gender)}
        return attribution_of(near.pop(), "person", "pronoun") if len(near) == 1 else None

    def _writer(self, statement: Statement, phrase: Phrase) -> Attribution | None:
        """X « se réserve le droit de », selon un communiqué: the document is that of the subject."""
        if statement.is_opening or phrase.noun is None or phrase.noun.noun_class != "document" or phrase.is_definite:
            return None
        subject = self.phrases.main_subject(statement.sentence[0], statement.start)
        is_named = subject is not None and subject.named is not None
        return self.resolver.resolve(subject) if subject is not None and is_named else None

    def _chained(self, statement: Statement) -> Attribution:
        """What else is reported in the sentence has the same speaker."""
        if self.spoken and self.spoken[-1][0].sentence == statement.sentence:
            return carried(self.spoken[-1][1])
        subjects = self.phrases.subjects_between(statement.sentence[0], statement.start)
        if not subjects and (main := self.phrases.main_subject(statement.sentence[0], statement.start)) is not None:
            # "Le texte regrette la lenteur du bureau, évoquant « … »"
            subjects = [main]
        if subjects:
            return self.resolver.resolve(subjects[0])
        return self._paper(statement.sentence[0], statement.start) or self.uncued.speaker(statement)

    def _paper(self, start: int, end: int) -> Attribution | None:
        """« Le Phare », enfin, s'amuse : « … »: a name that only its marks show."""
        named = self.resolver.body_nouns.named_between(start, end)
        return attribution_of(*named, "organisation") if named is not None else None

    def _introduced(self, statement: Statement) -> Attribution:
        """X est formel : « … »: the subject of the sentence, else whoever else it names."""
        start = statement.sentence[0]
        for other, told in self.spoken[-2:]:
            if other.sentence == statement.sentence and other.end < statement.start:
                start = other.end
                if told.speaker is not None and not self.phrases.has_finite(start, statement.start):
                    # "X se dit « las » en écoutant un élu : « … »"
                    return carried(told)
        subjects = self.phrases.subjects_between(start, statement.start)
        if (read := self._read_in_document(start, statement.start)) is not None:
            return read
        people = [p for p in subjects if p.named is not None and p.named.kind in _NAMES]
        if people and self._is_subordinate(people[0], subjects[-1]):
            people = []
            subjects = subjects[-1:]
        if len(people) > 1 and self._are_joined(people[0], people[1]):
            return self.resolver.resolve(Phrase(people[0].start, people[1].end, "pair", is_plural=True))
        pronoun = self.pronouns.between(start, statement.start)
        others = self._named_besides(start, statement.start, has_subject=bool(subjects))
        for phrase in (*people[:1], *([pronoun] if pronoun else []), *subjects[:1], *others):
            return self.resolver.resolve(phrase)
        lone = {
            n.person.person.name for n in self.uncued.people_between(start, statement.start) if n.person is not None
        }
        if len(lone) == 1:
            return attribution_of(lone.pop(), "person", "continuation")
        if (owner := self._owner_of_words(start)) is not None:
            return owner
        if not self.words["reply"].isdisjoint(self._words_between(start, statement.start)):
            return self._replying(start)
        return self.uncued.speaker(statement)

    def _read_in_document(self, start: int, end: int) -> Attribution | None:
        """ "Dans un communiqué du ministère, relayé par X, on peut lire : « … »": whose document it is."""
        if self.words["impersonal_pronoun"].isdisjoint(self._words_between(start, end)):
            return None
        papers = [p for p in self.phrases.phrases_between(start, end) if p.noun and p.noun.noun_class == "document"]
        return self.resolver.authors.author(papers[0]) if papers else None

    def _named_besides(self, start: int, end: int, *, has_subject: bool) -> list[Phrase]:
        """Who else may say what a colon introduces: a person, a document that is the subject, whoever is told last."""
        found = [p for p in self.phrases.phrases_between(start, end) if p.is_somebody]
        # "Pour revenir au match contre la Colombie, il précise : « … »"
        others = [p for p in found if p.speaks and (p.is_subject or p.noun is not SOMEBODY)]
        others = [p for p in others if not self.phrases.is_in_brackets(start, p.start)]
        if self.phrases.has_finite(start, end):
            # "Des pompiers sont sur le site de l'accident : « … »"
            others = [p for p in others if p.named is not None or p.noun is None or p.noun.noun_class != "group"]
        # "Au terme du conseil, un communiqué a été publié : « … »"
        papers = [p for p in found if p.is_subject and not p.speaks and not has_subject]
        return [*(p for p in others if p.names_person), *papers, *others[-1:]]

    def _is_subordinate(self, name: Phrase, last: Phrase) -> bool:
        """ "Quand on l'interroge sur X, le coach botte en touche : « … »": the name stands before the main clause."""
        is_title = last.named is not None and last.named.kind == "designation"
        if last.start <= name.end or not (is_title or (last.noun is not None and last.noun.noun_class == "person")):
            return False
        start = self.memory.sentence_start(name.start)
        before = self._words_between(start, name.named.start if name.named is not None else name.start)
        opens = not self.words["subordinator"].isdisjoint(before) or not self.words["que"].isdisjoint(before)
        return opens and self.text[name.end : last.start].rstrip().endswith(",")

    def _owner_of_words(self, start: int) -> Attribution | None:
        """ "Sa réponse tient en une phrase : « … »": whoever came up last."""
        first = self.tokens.first_from(start)
        if self.tokens.words[first : first + 1] == [] or self.tokens.words[first] not in self.words["own_words"]:
            return None
        found = self.memory.candidates(start, None)
        return attribution_of(found[0].speaker, found[0].kind, "pronoun") if len(found) == 1 else None

    def _are_joined(self, one: Phrase, other: Phrase) -> bool:
        """Karim A. et Leïla M. sont formels."""
        return self.text[one.end : other.start].strip() in self.words["joining_word"]

    def _replying(self, offset: int) -> Attribution:
        """ "Réponse : « … »": not whoever spoke last, but the one other person of the exchange."""
        last = self.spoken[-1] if self.spoken else None
        others = {event.speaker: event for event in self.memory.recent_people(offset)}
        if last is not None and last[1].speaker is not None:
            others.pop(last[1].speaker, None)
            if len(others) == 1:
                return attribution_of(next(iter(others)), "person", "continuation")
        return unknown("a reply whose speaker is not named")

    def _words_between(self, start: int, end: int) -> list[str]:
        return self.tokens.words[self.tokens.first_from(start) : self.tokens.first_from(end)]
