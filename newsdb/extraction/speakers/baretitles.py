"""Decide whom a definite title without a name points back to ("le technicien", "l'accusée", "notre hôtesse")."""

from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.speakers.events import Event
from newsdb.extraction.speakers.memory import RIVAL_REACH, Memory
from newsdb.extraction.speakers.sentenceplaces import REACH
from newsdb.extraction.speech_lexicon import Lexicon

# A title with a complement ("le maire de X") may present somebody new: it points back no farther than this.
SHORT_REACH = 2


# "héros du jour"
MIN_DATED_WORDS = 2


class BareTitles:
    """The titles of one text that name nobody themselves."""

    def __init__(self, phrases: PhraseFinder, lexicon: Lexicon, index: CastIndex, memory: Memory) -> None:
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.index = index
        self.lexicon = lexicon
        self.memory = memory

    def anaphor(self, phrase: Phrase, head: str) -> Event | None:
        """Whom a definite title without a name means: the one person who came up last and whose gender agrees.

        A title with a name beside it that the cast does not know points to nobody.
        """
        rest = self.text[phrase.end : phrase.end + 4].lstrip(" \u00a0")
        if rest.startswith(",") and rest[1:].strip()[:1].isupper():
            return None
        if (
            head in self.lexicon.words["concerned_noun"]
            and (concerned := self.memory.counterparts.concerned(phrase)) is not None
        ):
            return concerned
        if (newcomer := self.memory.appointments.newcomer(phrase)) is not None:
            return newcomer
        points_far = self._is_bare(phrase) or self._has_word(phrase, "former")
        if points_far and head and (called := self.memory.stranger_called(head, phrase)) is not None:
            return called
        found = self.memory.candidates(
            phrase.start, phrase.gender, reach=REACH if points_far else SHORT_REACH, noun=head
        )  # fmt: skip
        if len(found) == 1 and self._opens_by(found[0], phrase):
            return self._stranger(phrase, head)
        if len(found) != 1:
            return self._stranger(phrase, head) or (self._only_one_told_of(phrase, head) if not found else None)
        # "Le premier magistrat de la ville" is its mayor.
        is_new_title = self._has_word(phrase, "just_left") or self._has_word(phrase, "ordinal_first")
        is_new_title = is_new_title or self._points_back(phrase) or self._adds_origin(phrase, head, found[0].speaker)
        if self.memory.appointments.is_successor(phrase, found[0].speaker):
            return None
        if self.memory.holders.holds_another(found[0].speaker, head) and not is_new_title:
            return self._stranger(phrase, head) or self._in_court(phrase, head)
        stranger = self.memory.stranger_since(found[0], phrase.start, phrase.gender)
        if stranger is not None and self._is_other_office(stranger, head):
            stranger = None
        if stranger is not None and found[0].kind == "person":
            return stranger if self._may_mean(phrase, head, stranger) else None
        is_sure = found[0].rank == 3 or found[0].noun == head or not self._has_rival(phrase, found[0])
        return found[0] if is_sure else None

    def _adds_origin(self, phrase: Phrase, head: str, name: str) -> bool:
        """ "Le ministre du Tourisme, X, …. « … », a dit le ministre tunisien": his own title, and where he is from."""
        words = self.tokens.words[self.tokens.first_from(phrase.start) + 1 : self.tokens.first_from(phrase.end)]
        member = self.index.people.get(name)
        held = {word for role in member.person.roles for word in role.title.lower().split()[:1]} if member else set()
        return head in held and set(words) - {head} <= self.lexicon.words["origin"]

    def _opens_by(self, event: Event, phrase: Phrase) -> bool:
        """ "Interrogé par X, le ministre a dit que": whom the opening of the sentence names is not its subject."""
        start = self.memory.sentence_start(phrase.start)
        is_near = event.kind == "person" and start <= event.offset < phrase.start
        is_parted = self.text[start : phrase.start].rstrip().endswith(",")
        phrases = self.memory.phrases
        is_minor = event.rank == 1 or phrases.is_complement_at(event.offset)
        is_minor = is_minor or (event.offset > start and not phrases.has_finite(start, phrase.start))
        return is_near and is_parted and is_minor and not self.memory.is_marked(phrase.start)

    def _in_court(self, phrase: Phrase, head: str) -> Event | None:
        """ "L'accusée", where a judge spoke last, "la magistrate" after the accused: the one other woman near."""
        if head not in self.lexicon.words["accused_noun"] | self.lexicon.words["bench_noun"]:
            return None
        near = {e.speaker: e for e in self.memory.recent_people(phrase.start)}
        near = {name: e for name, e in near.items() if phrase.gender is not None and e.gender == phrase.gender}
        holders = self.memory.holders
        is_judge = head in self.lexicon.words["bench_noun"]
        fits = [n for n in near if (holders.sits_in_judgement(n) if is_judge else not holders.holds_another(n, head))]
        return near[fits[0]] if len(fits) == 1 else None

    def _is_other_office(self, stranger: Event, head: str) -> bool:
        """ "Le juge" leaves open who "le prévenu" is."""
        noun = self.lexicon.nouns.get(stranger.noun)
        opening = stranger.speaker.lower().split()[0]
        is_office = noun is not None and noun.is_office and opening not in self.lexicon.words["introducing"]
        return is_office and stranger.noun != head and head in self.lexicon.words["accused_noun"]

    def _stranger(self, phrase: Phrase, head: str) -> Event | None:
        """ "L'accusé", "notre interlocutrice": whoever was introduced without a name."""
        nobody = Event(-1, 1, "", "described", None)
        stranger = self.memory.stranger_since(nobody, phrase.start, phrase.gender)
        return stranger if stranger is not None and self._may_mean(phrase, head, stranger) else None

    def host(self, phrase: Phrase) -> Event | None:
        """ "Notre hôtesse", "notre interlocuteur": in a portrait the one person whom the headline names."""
        opening = self.tokens.words[self.tokens.first_from(phrase.start)]
        if opening not in self.lexicon.words["own_determiner"] or phrase.head not in self.lexicon.words["host_noun"]:
            return None
        named = [p for p in self.index.people.values() if self.memory.heads(p.person)]
        if len(named) != 1 or named[0].gender not in (phrase.gender, None):
            return None
        return Event(phrase.start, 2, named[0].person.name, "person", phrase.gender)

    def _only_one_told_of(self, phrase: Phrase, head: str) -> Event | None:
        """ "La jeune femme", far behind her name: the one woman named before."""
        if phrase.gender is None or head not in self.lexicon.words["pointing_title"] or not self._is_bare(phrase):
            return None
        named = [p for p in self.index.people.values() if self.memory.first_told(p.person) < phrase.start]
        told = [p for p in named if p.gender in (phrase.gender, None)]
        if len(told) != 1 or told[0].gender is None:
            return None
        member = told[0].person
        return Event(self.memory.first_told(member), 2, member.name, "person", phrase.gender)

    def _may_mean(self, phrase: Phrase, head: str, stranger: Event) -> bool:
        """Whether a title points back to somebody without a name."""
        if head == stranger.noun:
            return True
        opening = stranger.speaker.lower().replace("’", " ").replace("'", " ").split()[0]
        if self._points_back(phrase) and stranger.offset >= self._paragraph(phrase.start):
            # "Son voisin a tout arraché. « … », souffle ce sexagénaire."
            return True
        is_introduced = opening in self.lexicon.words["introducing"] | self.lexicon.words["demonstrative"] | {"l"}
        return is_introduced and head in self.lexicon.words["pointing_title"]

    def _paragraph(self, offset: int) -> int:
        return self.text.rfind("\n", 0, offset) + 1

    def _has_rival(self, phrase: Phrase, event: Event) -> bool:
        """Whether somebody else of the gender came up near, so that a title without a holder could be either."""
        others = self.memory.recent_people(phrase.start, RIVAL_REACH)
        paragraph = self.text.rfind("\n", 0, phrase.start)
        if event.offset > paragraph:
            # Whom the paragraph is about, nobody of the one before makes doubtful.
            others = [other for other in others if other.offset > paragraph]
        return any(
            other.speaker != event.speaker and (phrase.gender is None or other.gender == phrase.gender)
            for other in others
        )

    def _has_word(self, phrase: Phrase, kind: str) -> bool:
        words = self.tokens.words[self.tokens.first_from(phrase.start) : self.tokens.first_from(phrase.end)]
        return not self.lexicon.words[kind].isdisjoint(words)

    def _is_bare(self, phrase: Phrase) -> bool:
        """Whether a title has no complement: "le technicien", not "le maire de X"; "ce" points back in any case."""
        first, last = self.tokens.first_from(phrase.start), self.tokens.first_from(phrase.end)
        if self._points_back(phrase):
            return True
        words = self.tokens.words[first + 1 : last]
        if len(words) > MIN_DATED_WORDS and words[-2] == "du" and words[-1] in self.lexicon.words["of_the_day"]:
            # "Le héros du jour"
            words = words[:-2]
        return self.lexicon.words["preposition"].isdisjoint(words)

    def _points_back(self, phrase: Phrase) -> bool:
        """ "Ce maire d'une commune du Sud": whoever came up last, of whom it says something new."""
        opening = self.tokens.words[self.tokens.first_from(phrase.start)]
        return opening in self.lexicon.words["demonstrative"]
