"""Decide whom a phrase beside reported words means: a name, a title, a pronoun, a description."""

from bisect import bisect_left
from dataclasses import replace

from newsdb.extraction.attributions import attribution_of, unknown
from newsdb.extraction.cast import Designation
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Statement
from newsdb.extraction.speakers.authorship import DocumentAuthors
from newsdb.extraction.speakers.baretitles import BareTitles
from newsdb.extraction.speakers.bodynouns import BodyNouns
from newsdb.extraction.speakers.events import agrees
from newsdb.extraction.speakers.memory import Memory
from newsdb.extraction.speakers.pairs import Pairs
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.facts import Attribution
from newsdb.language.names import fold

# "La ligue a annoncé, par la bouche de": so many words stand between the body and who speaks for it.
MAX_VOICE_WORDS = 14
MAX_VOICE_LENGTH = 120
_VOICE_STOPS = frozenset(".;:!?«“\n")
# "Une femme de 24 ans, qui n'a donné que son prénom, X": so many words stand before the name.
MAX_NAMING_WORDS = 14
# "Son association" is that of who came up within so many sentences.
HOLDER_REACH = 3
# Behind every letter: what begins with a word sorts before the word and this.
LAST_LETTER = "\uffff"


class PhraseResolver:
    """Resolves the phrases of one text; `spoken` grows as statements are attributed in text order."""

    def __init__(self, phrases: PhraseFinder, lexicon: Lexicon, index: CastIndex, memory: Memory) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.index = index
        self.lexicon = lexicon
        self.memory = memory
        self.spoken: list[tuple[Statement, Attribution]] = []
        self.titles = BareTitles(phrases, lexicon, index, memory)
        self.pairs = Pairs(phrases, index, memory)
        headed = {n.organisation.name for n in index.named if n.organisation and memory.is_in_headline(n.start)}
        self.body_nouns = BodyNouns(self.text, lexicon, index, self.spoken, headed)
        printed = {n.organisation.name: n.start for n in reversed(index.named) if n.organisation is not None}
        self.first_printed = sorted((fold(name), name, start) for name, start in printed.items())
        self.authors = DocumentAuthors(phrases, lexicon, index, memory, self.spoken, self.resolve)

    def resolve(self, phrase: Phrase, before: int | None = None) -> Attribution:
        """Whom the phrase means; a pronoun stands for nobody who comes up only at `before` or later."""
        if phrase.kind == "pronoun":
            found = self._resolve_pronoun(phrase, phrase.start if before is None else min(before, phrase.start))
        elif phrase.kind == "pair":
            found = attribution_of(self._words(phrase), "group", "description")
        elif phrase.named is not None:
            found = self._resolve_named(phrase, phrase.named)
        else:
            found = self._resolve_description(phrase)
        found = self._of_its_land(phrase, found)
        if found.speaker_kind in ("organisation", "group") and (voice := self._voice_of(phrase)) is not None:
            return voice
        return replace(found, speaker_start=phrase.start, speaker_end=phrase.end)

    def _of_its_land(self, phrase: Phrase, found: Attribution) -> Attribution:
        """ "La diplomate espagnole" is not the Moroccan minister who spoke last."""
        is_told = found.method == "title" and found.speaker_kind == "person"
        if not (is_told or self._is_open_title(phrase, found)):
            return found
        near = [e.speaker for e in self.memory.recent_people(phrase.start) if agrees(e, phrase.gender)]
        meant = self.memory.holders.of_land(phrase, found.speaker if is_told else None, near)
        if meant is None:
            return attribution_of(self._words(phrase), "described", "description") if is_told else found
        return found if meant == found.speaker else attribution_of(meant, "person", "title")

    def _is_open_title(self, phrase: Phrase, found: Attribution) -> bool:
        """Whether a definite title of one person is nobody's so far."""
        title = phrase.named.designation if phrase.named is not None else None
        is_title = title is not None and not title.is_plural and title.gender is not None
        return is_title and found.speaker_kind in ("described", "unknown")

    def _voice_of(self, phrase: Phrase) -> Attribution | None:
        """La ligue annonce, par la bouche de X, que: the person through whom a body speaks."""
        words = self.tokens.words
        first = self.tokens.first_from(phrase.end)
        for place in range(first + 2, min(first + MAX_VOICE_WORDS, len(words) - 1)):
            if not _VOICE_STOPS.isdisjoint(self.tokens.gap(place)):
                return None
            if words[place] not in self.lexicon.words["voice"] or words[place - 2] not in self.lexicon.words["agent"]:
                continue
            opening = place + 1 if words[place + 1] == "du" else place + 2
            speaker = self.phrases.source(opening, self.tokens.ends[place] + MAX_VOICE_LENGTH)
            told = self.resolve(speaker) if speaker is not None else None
            return told if told is not None and told.speaker_kind == "person" else None
        return None

    def _resolve_named(self, phrase: Phrase, named: Named) -> Attribution:
        if named.person is not None:
            name = named.person.person.name
            surface = self.text[named.start : named.end]
            return attribution_of(name, "person", "name" if " " in surface or surface == name else "surname")
        if named.organisation is not None:
            return attribution_of(named.organisation.name, "organisation", "organisation")
        if named.designation is not None:
            return self._resolve_designation(phrase, named.designation)
        return unknown(named.ambiguous.reason if named.ambiguous else "a name that fits nobody")

    def _resolve_designation(self, phrase: Phrase, title: Designation) -> Attribution:
        if (holder := self.memory.holders.equivalent(phrase)) is not None:
            return attribution_of(holder, "person", "title")
        is_named = title.person is not None and not self._is_named_later(phrase, title)
        is_named = is_named and not self.memory.appointments.is_successor(phrase, title.person or "")
        if is_named and title.person is not None and not self.memory.holders.pleads(title.person, title.head):
            return attribution_of(title.person, "person", "title")
        if (firm := self._firm_before(phrase, title.head)) is not None:
            return attribution_of(firm, "organisation", "title")
        if (meant := self.body_nouns.meant_by(phrase, title.head)) is not None:
            return attribution_of(*meant, "title")
        if title.organisation is not None:
            return attribution_of(title.organisation, "organisation", "organisation")
        if (body := self._only_body_before(phrase, title)) is not None:
            return attribution_of(body, "organisation", "organisation")
        if (body := self._body_called(phrase, title.head)) is not None:
            return attribution_of(body, "organisation", "title")
        noun = self.lexicon.nouns.get(title.head)
        is_person = noun.noun_class == "person" if noun else title.gender is not None
        if title.is_plural or not is_person:
            return attribution_of(self.memory.introductions.said(phrase), "group", "description")
        holder = self.memory.holder_by_synonym(replace(phrase, head=title.head))
        holder = holder or self.memory.holders.leader(title.head, phrase)
        if holder is not None:
            return attribution_of(holder, "person", "title")
        known = self.titles.anaphor(phrase, title.head)
        is_shared = title.reason is not None and not title.reason.startswith("nobody")
        if known is not None and (not is_shared or known.speaker in (title.reason or "")):
            return attribution_of(known.speaker, known.kind, "title")
        if is_shared:
            return unknown(f"{title.surface}: {title.reason}")
        return attribution_of(self.memory.introductions.said(phrase), "described", "description")

    def _firm_before(self, phrase: Phrase, head: str) -> str | None:
        """ "La société", where a firm is the subject just before."""
        is_firm = head in self.lexicon.words["company_noun"] and not phrase.is_plural
        return self.memory.firm_just_before(phrase.start) if is_firm else None

    def _is_named_later(self, phrase: Phrase, title: Designation) -> bool:
        """ "La responsable" is no president whom the text names only further on; "le maire" may be the mayor."""
        member = self.index.people.get(title.person or "")
        if member is None or member.person.mentions[0].start < phrase.start:
            return False
        spoke = [e for e in self.memory.recent_people(phrase.start) if e.rank > 2 and agrees(e, phrase.gender)]
        if spoke and not self.index.people[spoke[-1].speaker].person.roles:
            # "« … », a dit X. « … », a poursuivi le président", and another president only further on.
            return True
        held = (fold(role.title).split() for role in member.person.roles)
        return all(fold(title.head) not in words or words[0] in self.lexicon.words["former"] for words in held)

    def _only_body_before(self, phrase: Phrase, title: Designation) -> str | None:
        """ "Le ministère", where the article names another only further on."""
        if title.gender is not None or title.reason is None or title.reason.startswith("nobody"):
            return None
        head = fold(title.head)
        first, last = (bisect_left(self.first_printed, (bound,)) for bound in (head, head + LAST_LETTER))
        named = [name for _, name, start in self.first_printed[first:last] if start < phrase.start]
        return named[0] if len(named) == 1 else None

    def _body_called(self, phrase: Phrase, head: str) -> str | None:
        """ "L'institution", "la centrale syndicale": the body of such a kind that came up last."""
        if phrase.is_plural or not head:
            return None
        if phrase.is_possessive:
            if head in self.lexicon.words["organ_noun"]:
                return self.memory.subject_body(phrase.start)
            return self._body_of_holder(phrase) if head in self.lexicon.words["own_body"] else None
        if not phrase.is_definite or self._is_told_apart(phrase):
            return None
        if (named := self.memory.body_named_with(head, phrase.start)) is not None:
            return named
        kinds = self.lexicon.body_synonyms.get(head)
        return self.memory.body_of_kind(phrase.start, kinds) if kinds is not None else None

    def _body_of_holder(self, phrase: Phrase) -> str | None:
        """ "X, coordinatrice de Y, … . Son association …": the one body that whoever came up last holds a title in."""
        people = self.memory.recent_people(phrase.start, HOLDER_REACH)
        member = self.index.people.get(people[-1].speaker) if people else None
        bodies = {role.organisation for role in member.person.roles if role.organisation} if member else set()
        return bodies.pop() if len(bodies) == 1 else None

    def _is_told_apart(self, phrase: Phrase) -> bool:
        """ "L'organisation de défense des droits" says what it is, "le syndicat des enseignants" which one."""
        words = self.tokens.words
        first, last = self.tokens.first_from(phrase.start), self.tokens.first_from(phrase.end)
        if any(self.text[self.tokens.starts[at]].isupper() for at in range(first + 2, last)) and not (
            phrase.head in self.lexicon.words["seated_noun"] and self._is_place(first + 3, last)
        ):
            # "Le syndicat agricole SYNAGRI": a name of its own.
            return True
        place = next((i for i in range(first + 1, last) if words[i] in self.lexicon.words["preposition"]), None)
        if place is None:
            return False
        if words[place] in self.lexicon.words["circumstance_preposition"]:
            # "l'organisation sur sa page", "le syndicat dans une note"
            return False
        if phrase.head in self.lexicon.words["seated_noun"] and self._is_place(place + 1, last):
            # "L'institution de Washington": where it sits tells no other one apart.
            return False
        is_name = place + 1 < last and self.text[self.tokens.starts[place + 1]].isupper()
        return words[place] not in ("de", "d") or is_name or words[place + 1] in self.lexicon.words["determiner"]

    def _is_place(self, first: int, last: int) -> bool:
        """Whether the words [first, last) are the name of a place."""
        return first < last and self.text[self.tokens.starts[first] : self.tokens.ends[last - 1]] in self.lexicon.places

    def _resolve_description(self, phrase: Phrase) -> Attribution:
        noun = phrase.noun
        if self.text[phrase.start - 1 : phrase.start] == "+":
            # +Le Phare+: a name that the cast does not hold.
            return attribution_of(self._words(phrase), "described", "description")
        if (member := self.pairs.member(phrase)) is not None:
            return member
        if phrase.is_definite and (firm := self._firm_before(phrase, phrase.head)) is not None:
            return attribution_of(firm, "organisation", "title")
        if phrase.is_definite and (meant := self.body_nouns.meant_by(phrase, phrase.head)) is not None:
            return attribution_of(*meant, "title")
        if (body := self._body_called(phrase, phrase.head)) is not None:
            return attribution_of(body, "organisation", "title")
        if self._points_by_clause(phrase):
            known = self.titles.anaphor(phrase, "")
            return attribution_of(known.speaker, known.kind, "title") if known else unknown("described by a clause")
        if (owner := self._owner_pointed_at(phrase) or self._body_of_organ(phrase)) is not None:
            return owner
        if noun is not None and noun.noun_class in ("document", "source"):
            author = self.authors.author(phrase)
            if author is not None:
                return author
        if noun is not None and noun.noun_class == "person" and not phrase.is_plural:
            if (peer := self.memory.counterparts.peer(phrase)) is not None:
                return attribution_of(peer.speaker, "person", "title")
            holder = self.memory.holders.equivalent(phrase) if phrase.is_definite else None
            holder = holder or self.memory.holders.role_holder(phrase)
            holder = holder or (self.memory.holder_by_synonym(phrase) if phrase.is_definite else None)
            holder = holder or self.memory.holders.leader(phrase.head, phrase)
            if holder is not None:
                return attribution_of(holder, "person", "title")
            if (called := self._first_name_behind(phrase)) is not None:
                return attribution_of(called, "person", "name")
            known = self.titles.host(phrase) or (
                self.titles.anaphor(phrase, phrase.head) if phrase.is_definite else None
            )
            if known is not None:
                return attribution_of(known.speaker, known.kind, "title")
        if phrase.is_definite and not phrase.is_plural and (holder := self.memory.holder_by_synonym(phrase)):
            return attribution_of(holder, "person", "title")
        plural = phrase.is_plural or (noun is not None and (noun.is_plural or noun.noun_class == "group"))
        if plural:
            return attribution_of(self._words(phrase), "group", "description")
        return attribution_of(self.memory.introductions.first_words(phrase), "described", "description")

    def _owner_pointed_at(self, phrase: Phrase) -> Attribution | None:
        """ "Des rapports ? Celui de la Cour des comptes relève que": the body whose it is."""
        words = self.tokens.words
        first = self.tokens.first_from(phrase.start)
        points = words[first] in self.lexicon.words["pointing_pronoun"] and not phrase.is_plural
        if not points or words[first + 1 : first + 2] == [] or words[first + 1] not in self.lexicon.words["of"]:
            return None
        named = [n for n in self.index.between(phrase.start, phrase.end) if n.organisation is not None]
        return self._resolve_named(phrase, named[0]) if named else None

    def _body_of_organ(self, phrase: Phrase) -> Attribution | None:
        """ "Le bureau local de la centrale X": the body speaks by its organ."""
        if phrase.head not in self.lexicon.words["organ_noun"] or not phrase.is_definite:
            return None
        named = [n for n in self.index.between(phrase.start, phrase.end) if n.organisation is not None]
        return self._resolve_named(phrase, named[0]) if named and self.phrases.is_owner_at(named[0].start) else None

    def _first_name_behind(self, phrase: Phrase) -> str | None:
        """ "Une Ivoirienne, qui n'a donné que son prénom, X", "un homme prénommé X": the name behind."""
        words = self.tokens.words
        first = self.tokens.first_from(phrase.start)
        for place in range(first, min(first + MAX_NAMING_WORDS, len(words) - 1)):
            if place > first and any(stop in self.tokens.gap(place) for stop in ".;:!?«»()\n"):
                return None
            if words[place] in self.lexicon.words["first_name"]:
                named = self.index.between(self.tokens.starts[place + 1], self.tokens.ends[place + 1])
                return next((n.person.person.name for n in named if n.person is not None), None)
        return None

    def _points_by_clause(self, phrase: Phrase) -> bool:
        """celui qui …, celle dont …"""
        first = self.tokens.first_from(phrase.start)
        words = self.tokens.words
        return (
            words[first] in self.lexicon.words["pointing_pronoun"]
            and not phrase.is_plural
            and (first + 1 < len(words) and words[first + 1] in self.lexicon.words["relative"])
        )

    def _resolve_pronoun(self, phrase: Phrase, offset: int) -> Attribution:
        if phrase.head in self.lexicon.words["impersonal_pronoun"]:
            read = self.authors.read_in(phrase) or self.authors.read_there(phrase)
            return read or self.authors.spoken_at(phrase) or unknown("an impersonal pronoun")
        if phrase.is_plural:
            found = [self.memory.latest_plural(offset)]
        elif self._is_of_two(phrase):
            return unknown("the pronoun means one of two who are told together")
        elif phrase.head == "latter":
            found = [self.memory.latest(offset, phrase.gender)]
        elif (writer := self.authors.writer(phrase)) is not None:
            return writer
        else:
            is_inverted = self.tokens.is_joined(self.tokens.first_from(phrase.start))
            found = list(self.memory.candidates(offset, phrase.gender, bodies=not is_inverted))
        events = [event for event in found if event is not None]
        if not events:
            return unknown("nobody before the pronoun agrees with it")
        if len(events) > 1:
            return unknown("the pronoun could mean several: " + ", ".join(event.speaker for event in events))
        said = events[0].speaker.lower().replace("’", "'")
        if events[0].kind == "described" and said in self.lexicon.words["one_of_two"]:
            return unknown(f"the pronoun means {events[0].speaker}, who is not told")
        return attribution_of(events[0].speaker, events[0].kind, "pronoun")

    def _is_of_two(self, phrase: Phrase) -> bool:
        """ "L'une et l'autre plaident. « … », confiait-elle"."""
        sentence = self.memory.sentence_before(self.memory.sentence_start(phrase.start))
        first = self.tokens.first_from(sentence[0]) if sentence is not None else len(self.tokens.words)
        opening = self.tokens.words[first : first + 5]
        return " ".join(opening) in self.lexicon.words["both"]

    def _words(self, phrase: Phrase) -> str:
        return " ".join(self.text[phrase.start : phrase.end].split())
