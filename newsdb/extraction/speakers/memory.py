"""Find whom a pronoun or a bare title means among all who came up before it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from newsdb.extraction.cast import Designation, Gender
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Passage
from newsdb.extraction.speakers.bodymemory import BODY_REACH
from newsdb.extraction.speakers.events import Event, agrees
from newsdb.extraction.speakers.openings import PRONOUNS
from newsdb.extraction.speakers.peoplememory import PeopleMemory
from newsdb.extraction.speakers.sentenceplaces import REACH
from newsdb.extraction.text.sentences import Span

# Within so many sentences another person of the gender makes a title doubtful.
RIVAL_REACH = 2
# So many sentences before one with only a group for its subject a person is looked for.
PERSON_REACH = 2


class Memory(PeopleMemory):
    """Who has come up in one text, sentence by sentence."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex, passages: Sequence[Passage]) -> None:
        super().__init__(phrases, index, passages)
        self._described: dict[Span, Event | None] = {}

    def candidates(
        self, offset: int, gender: Gender | None, *, reach: int = REACH, noun: str = "", bodies: bool = False
    ) -> list[Event]:
        """Who came up last before `offset` and agrees: one where that is clear, several where it is not.

        With `noun` only people, and those described by that noun, are meant. With `bodies` also the body that is the
        subject of the sentence just before ("Le collectif marchera. Il exige …").
        """
        if bodies and (body := self._body_just_before(offset, gender)) is not None:
            return [body]
        for start, end in self._recent_sentences(offset)[:reach]:
            events = self._agreeing(start, min(end, offset), gender, noun)
            if not events:
                continue
            best = max(event.rank for event in events)
            is_minor = best == 1 or (best == 2 and all(e.kind == "group" for e in events if e.rank == best))
            if is_minor and (speaker := self._last_speaker(offset, gender, noun)) is not None:
                return [speaker]
            top = [event for event in events if event.rank == best]
            teller = self.openings.pronoun_before(start, top[0].offset, gender) if best == 1 and reach > 1 else None
            if teller is not None and (meant := self.candidates(teller, gender, reach=reach - 1, noun=noun)):
                # "Il succède à X. « … », a-t-il dit": not X.
                return meant
            if not bodies and not noun and best == 3 and self._are_bodies(top):
                # "Le syndicat dénonce … . « … », écrit-il", where another body spoke before.
                later = self._body_just_before(offset, gender)
                top = [later] if later is not None and later.offset > top[-1].offset else top
            if not bodies and not noun and self._are_bodies(top):
                # "Le public se lève. « … », lance-t-il": a body hardly does, where a person came up.
                people = [e for e in self.recent_people(start, PERSON_REACH) if agrees(e, gender) and e.rank > 1]
                if best == 3:
                    # "La présidente … . La fédération réclame … . « … », a-t-elle lancé": within one paragraph.
                    people = [e for e in people if "\n" not in self.tokens.text[e.offset : offset]]
                top = people[-1:] or top
            # "Le conseil a nommé X. « … », a-t-il dit": where both came up, who says "il" is the person.
            top = [event for event in top if event.kind != "group"] or top
            known = [event for event in top if event.gender is not None] or top
            return list({event.speaker: event for event in (known[-1:] if best == 3 else known)}.values())
        return [] if noun else self._last_body(offset, gender)

    def _are_bodies(self, events: Sequence[Event]) -> bool:
        """Whether all are groups that act, or bodies that speak."""
        return all(e.kind == ("organisation" if e.rank == 3 else "group") for e in events)

    def _body_just_before(self, offset: int, gender: Gender | None, reach: int = REACH) -> Event | None:
        """The body that opens the sentence before, in the same paragraph, where no person is named in it."""
        sentence = self.sentence_before(offset)
        if sentence is None or "\n" in self.tokens.text[sentence[1] : offset]:
            return None
        first = self.tokens.first_from(sentence[0])
        if self.tokens.words[first : first + 1] == [PRONOUNS.get(gender, "")]:
            # "Le collectif a porté plainte. Il demande un audit. Il dénonce …"
            is_end = reach == 0 or self._events.between(*sentence)
            return None if is_end else self._body_just_before(sentence[0], gender, reach - 1)
        opens = first < len(self.tokens.words) and self.phrases.opens_phrase(first)
        if not opens or self._events.between(sentence[0], offset):
            return None
        phrase = self.phrases.read_phrase(first, sentence[1])
        if phrase is None or phrase.named is None or phrase.named.body is None:
            return None
        told = phrase.gender or self.phrases.gender_of(self.tokens.words[first])
        event = Event(phrase.start, 2, phrase.named.body, "organisation", told)
        return event if told is not None and agrees(event, gender) else None

    def latest(self, offset: int, gender: Gender | None) -> Event | None:
        """Whoever came up last and agrees ("celui-ci"), or the body that the sentence before named after them."""
        person = self._named_last(offset, gender) or self._events.latest(offset, gender)
        if (described := self._described_last(offset, gender, person)) is not None:
            return described
        recent = self._recent_sentences(offset)[:BODY_REACH]
        start = max(recent[-1][0] if recent else 0, person.offset if person is not None else 0)
        if (owner := self._body_closing(offset, gender)) is not None and owner.offset >= start:
            return owner
        # "X, président de l'union. Ce dernier …" is the person.
        bodies = [e for e in self._bodies.between(start, offset) if agrees(e, gender) and (e.rank > 1 or not person)]
        return bodies[-1] if bodies else person

    def _named_last(self, offset: int, gender: Gender | None) -> Event | None:
        """ "Il accuse X d'avoir menti. Ce dernier …": whom the sentence before names last, and not who spoke there."""
        sentence = self.sentence_before(self.sentence_start(offset))
        named = self._events.between(*sentence) if sentence is not None else []
        named = [e for e in named if e.rank < 3 and e.kind == "person" and agrees(e, gender) and not e.is_plural]
        return max(named, key=lambda event: event.offset, default=None)

    def _body_closing(self, offset: int, gender: Gender | None) -> Event | None:
        """ "… un rapport de la Cour des comptes. Celle-ci …": the body with which the sentence before ends."""
        sentence = self.sentence_before(offset)
        if sentence is None or gender is None or any(agrees(e, gender) for e in self._events.between(*sentence)):
            return None
        named = [n for n in self.index.between(*sentence) if n.body is not None]
        is_last = bool(named) and not self.tokens.text[named[-1].end : sentence[1]].strip(" .)\u00a0»")
        event = self._body_event(named[-1]) if is_last and self._is_body(named[-1]) else None
        return event if event is not None and event.gender == gender else None

    def _described_last(self, offset: int, gender: Gender | None, person: Event | None) -> Event | None:
        """ "Il se tourne vers l'accusé. Ce dernier …": whom the sentence before describes last, behind every name."""
        sentence = self.sentence_before(offset)
        if sentence is None or gender is None:
            return None
        for phrase in reversed(self.phrases.phrases_between(*sentence)):
            noun = phrase.noun
            if noun is None or phrase.kind != "description" or self.is_marked(phrase.start):
                continue
            is_person = noun.noun_class == "person" and not phrase.is_plural and not noun.is_plural
            is_person = is_person and not self.openings.is_beside_name(phrase)
            if is_person and phrase.gender == gender and (person is None or person.offset < phrase.start):
                return self._read_described(phrase)
        return None

    def latest_plural(self, offset: int) -> Event | None:
        """The several people who came up last ("ils")."""
        return self._events.latest(offset, "plural")

    def holder_by_synonym(self, phrase: Phrase) -> str | None:
        """The one person whose title the head of the phrase says in another word, with no rival named near."""
        nouns = self.phrases.synonyms.get(phrase.head)
        # Whom the text names only further on, a title does not mean.
        holder = self.holders.only_holder(nouns, phrase.gender, phrase.start) if nouns else None
        near = [e.speaker for e in self.recent_people(phrase.start, RIVAL_REACH) if agrees(e, phrase.gender)]
        noun = self.phrases.nouns.get(phrase.head)
        if (
            near
            and near[-1] != holder
            and noun is not None
            and not noun.is_office
            and self.holders.holds_office(holder)
        ):
            # "L'hôtelier" may be a director, but not while somebody else was named last.
            return None
        return holder if not near or near[-1] == holder or self._is_titled(near[-1]) else None

    def _is_titled(self, name: str) -> bool:
        """Whether somebody is given a title: a synonym of another's title then means the other."""
        return name in self.index.people and bool(self.index.people[name].person.roles)

    def _agreeing(self, start: int, end: int, gender: Gender | None, noun: str) -> list[Event]:
        described = self._described_subject((start, end))
        return [
            event
            for event in [*self._events.between(start, end), *([described] if described else [])]
            if start <= event.offset < end and agrees(event, gender) and not event.is_plural
            and (not noun or event.kind == "person" or event.noun == noun)
        ]  # fmt: skip

    def _last_speaker(self, offset: int, gender: Gender | None, noun: str) -> Event | None:
        """Who spoke last within reach: a name in passing does not replace them."""
        start = self._recent_sentences(offset)[-1][0]
        events = [e for e in self._events.between(start, offset) if e.rank == 3 and not e.is_plural]
        events = [e for e in events if agrees(e, gender) and (not noun or e.kind == "person" or e.noun == noun)]
        return max(events, key=lambda event: event.offset) if events else None

    def _described_subject(self, sentence: Span) -> Event | None:
        """ "Une cliente se montre plus confiante": somebody without a name as the subject of a sentence."""
        if sentence not in self._described:
            # While its subject is read, a sentence has none.
            self._described[sentence] = None
            self._described[sentence] = self._read_described_subject(*sentence)
        return self._described[sentence]

    def _read_described_subject(self, start: int, end: int) -> Event | None:
        phrase = self.openings.subject(start, end)
        if phrase is None:
            return None
        if phrase.head == "latter" and phrase.kind == "pronoun":
            latest = self.latest(phrase.start, phrase.gender)
            return replace(latest, offset=phrase.start, rank=2) if latest is not None else None
        return self._read_described(phrase)

    def _read_described(self, phrase: Phrase) -> Event | None:
        if phrase.noun_said in self.phrases.words["concerned_noun"] and self.recent_people(phrase.start):
            # "L'intéressée" is somebody told of before, and nobody new.
            return self.counterparts.concerned(phrase) or self._known_subject(phrase, phrase.noun_said)
        if phrase.named is not None and phrase.named.designation is not None:
            return self._titled(phrase, phrase.named.designation)
        if phrase.noun is None or phrase.is_plural or phrase.noun.is_plural:
            return None
        if phrase.noun.noun_class == "group" and phrase.is_definite:
            if (body := self.body_named_with(phrase.head, phrase.start)) is not None:
                return Event(phrase.start, 2, body, "organisation", phrase.gender)
            return Event(phrase.start, 2, self.introductions.said(phrase), "group", phrase.gender, noun=phrase.head)
        if phrase.noun.noun_class == "source" and not phrase.is_definite:
            # "Une source proche du dossier confirme. D'après elle, …"
            return self._introduced(phrase)
        if phrase.noun.noun_class != "person":
            return None
        if (other := self.counterparts.peer(phrase) or self.appointments.newcomer(phrase)) is not None:
            return other
        holder = self.holders.role_holder(phrase)
        if holder is not None:
            return Event(phrase.start, 2, holder, "person", phrase.gender)
        if phrase.is_possessive or not phrase.is_definite:
            return self._introduced(phrase)
        is_new = not self._points_back(phrase)
        known = (
            None if is_new and self.introductions.is_told_by_look(phrase) else self._known_subject(phrase, phrase.head)
        )
        return self._introduced(phrase) if known is None and is_new else known

    def _titled(self, phrase: Phrase, title: Designation) -> Event | None:
        """ "La magistrate": somebody known; "son avocat" and a title that nobody can hold: somebody new."""
        if title.person is not None or title.organisation is not None or title.is_plural:
            return None
        opening = self.tokens.words[self.tokens.first_from(phrase.start)]
        if (holder := self.holders.told_as(title.head, phrase.gender)) is not None:
            return Event(phrase.start, 2, holder, "person", phrase.gender)
        if opening not in self.phrases.words["possessive"]:
            if (holder := self.holder_by_synonym(replace(phrase, head=title.head))) is not None:
                return Event(phrase.start, 2, holder, "person", phrase.gender)
            known = self.appointments.newcomer(phrase) or self._known_subject(phrase, title.head)
            is_nobody = title.reason is None or title.reason.startswith("nobody")
            near = {e.speaker for e in self.recent_people(phrase.start) if agrees(e, phrase.gender)}
            is_new = self.holders.is_new_office(title.head, near) or self.introductions.is_told_by_owner(phrase)
            if known is not None or not (is_nobody and is_new):
                return known
        return Event(phrase.start, 2, title.surface, "described", phrase.gender, noun=title.head)

    def _points_back(self, phrase: Phrase) -> bool:
        """ "Cet homme" is somebody who came up before, where anybody did."""
        opening = self.tokens.words[self.tokens.first_from(phrase.start)]
        if opening not in self.phrases.words["demonstrative"]:
            return False
        return self._events.has_before(phrase.start)

    def _introduced(self, phrase: Phrase) -> Event:
        """Somebody new, called by the words of the phrase."""
        return Event(
            phrase.start, 2, self.introductions.first_words(phrase), "described", phrase.gender, noun=phrase.head
        )

    def _known_subject(self, phrase: Phrase, head: str) -> Event | None:
        """ "La magistrate se lève": the one person of the gender who came up before, now as a subject.

        Not where somebody without a name came up since, or the noun is a trade and the person holds another title.
        """
        recent, others = self.recent_people(phrase.start, 2 * REACH), self.named_behind(phrase.end)
        people = {e.speaker: e for e in recent if agrees(e, phrase.gender) and e.speaker not in others}
        if len(people) != 1:
            return None
        (known,) = people.values()
        if phrase.gender is None or known.gender != phrase.gender:
            return None
        if self.holders.holds_another(known.speaker, head) or self.stranger_since(known, phrase.start, phrase.gender):
            return None
        return Event(phrase.start, 2, known.speaker, "person", phrase.gender)

    def stranger_since(self, known: Event, offset: int, gender: Gender | None) -> Event | None:
        """Whoever came up without a name, and agrees, after the event and in the last sentences before `offset`."""
        recent = self._recent_sentences(offset)
        start = max(known.offset, recent[-1][0] if recent else 0)
        told = takewhile(lambda event: event.offset > start, reversed(self._strangers))
        subjects = [e for sentence in recent if sentence[1] > start and (e := self._described_subject(sentence))]
        found = [
            e for e in (*told, *subjects)
            if e.kind == "described" and start < e.offset < offset and agrees(e, gender) and not e.is_plural
        ]  # fmt: skip
        return max(found, key=lambda event: event.offset, default=None)

    def stranger_called(self, noun: str, phrase: Phrase) -> Event | None:
        """ "Un voisin a tout vu. X est arrivé. « … », raconte le voisin": whom that noun introduced."""
        recent = self._recent_sentences(phrase.start)
        found = [event for sentence in recent if (event := self._described_subject(sentence)) is not None]
        nouns = {noun, *self.phrases.synonyms.get(noun, ())}
        called = [e for e in found if e.kind == "described" and e.noun in nouns and e.offset < phrase.start]
        # "Le juge … « … », a demandé le magistrat": by another word.
        opening = {e.speaker.lower().split()[0] for e in called if e.noun == noun} - self.phrases.words["introducing"]
        return called[0] if called and not opening and agrees(called[0], phrase.gender) else None
