"""Know who holds which title in one text, and which nouns cannot mean somebody; resolving says whom a title means."""

import re
from collections.abc import Collection, Mapping, Sequence

from newsdb.extraction.cast import CastPerson, Gender
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.language.names import fold

# "X, 49 ans, boulangère au Mans, accusée de …": so many words behind the name.
_ENDS_APPOSITION = frozenset(".;:!?«»()\n")
MAX_APPOSED_WORDS = 12
# "L'accusé principal, X": so many before it.
MAX_ANNOUNCING_WORDS = 4
# "Le jury est présidé par la cinéaste marocaine X": so many words stand between the verb and the name.
MAX_LEADING_WORDS = 6
# A nationality is looked for in so many words before so many mentions; "marocain" and "marocaine" share five letters.
MAX_TITLE_WORDS = 9
MAX_MENTIONS = 20
LAND_LETTERS = 5
_WORD = re.compile(r"\w+")
_FORMER = re.compile(r"^ex[-‑–]")


def without_former(noun: str) -> str:
    """recteur for ex-recteur: who held the title is meant by it still."""
    return _FORMER.sub("", noun)


class TitleHolders:
    """The people of one text by their titles."""

    def __init__(self, phrases: PhraseFinder, index: CastIndex) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.nouns = phrases.nouns
        self.words = phrases.words
        self.index = index
        self._holders = self._find_holders()
        self._leaders = self._find_leaders()
        self._ranked: dict[str, bool] = {}
        self._lands: dict[str, frozenset[str]] = {}

    def role_holder(self, phrase: Phrase) -> str | None:
        """The one person of the article with the role that heads the phrase ("son entraîneur"), gender agreeing."""
        if not phrase.head or not (phrase.is_definite or phrase.is_possessive):
            return None
        holder = self.only_holder(frozenset((phrase.head,)), phrase.gender)
        return None if holder is not None and self._was_once(holder, phrase) else holder

    def _was_once(self, name: str, phrase: Phrase) -> bool:
        """ "Le chauffeur du car" is no "ancien chauffeur" whom the text names only further on."""
        member = self.index.people[name]
        if member.person.mentions[0].start < phrase.start:
            return False
        titles = [role.title.lower().split() for role in member.person.roles if phrase.head in role.title.lower()]
        return bool(titles) and all(title[0] in self.words["former"] for title in titles)

    def only_holder(self, nouns: frozenset[str], gender: Gender | None, before: int | None = None) -> str | None:
        """The one person of the article, or of those named `before`, whose title a noun heads, gender agreeing."""
        holders = {name for noun in nouns for name in self._holders.get((without_former(noun), gender), ())}
        if before is not None:
            holders = {name for name in holders if self.index.people[name].person.mentions[0].start < before}
        return holders.pop() if len(holders) == 1 else None

    def leader(self, head: str, phrase: Phrase) -> str | None:
        """The one person of whom the text said before that they preside, direct or train, where no title does."""
        if phrase.is_plural or not phrase.is_definite:
            return None
        first, *others = (*self._leaders.get((head, phrase.gender), ()), (len(self.tokens.text), ""))[:2]
        holders = self._holders.get((head, phrase.gender), ())
        is_one = first[0] < phrase.start and all(start >= phrase.start for start, _ in others)
        is_held = any(self.index.people[name].person.mentions[0].start < phrase.start for name in holders)
        return first[1] if is_one and not is_held else None

    def of_land(self, phrase: Phrase, name: str | None, near: Sequence[str]) -> str | None:
        """The person whom a title with a nationality means: not whoever was given another one.

        "Le ministre marocain X a reçu son homologue espagnol, Y. Le chef de la diplomatie espagnole …" is Y.
        """
        words = self.tokens.words[self.tokens.first_from(phrase.start) : self.tokens.first_from(phrase.end)]
        lands = self._lands_in(words)
        if not lands or (name is not None and not lands.isdisjoint(self._lands_of(name))):
            return name
        fitting = {other for other in near if not lands.isdisjoint(self._lands_of(other))}
        if len(fitting) == 1:
            return fitting.pop()
        return name if name is not None and not self._lands_of(name) else None

    def _lands_in(self, words: Sequence[str]) -> frozenset[str]:
        """The nationalities among the words, by the letters that both genders share."""
        return frozenset(word[:LAND_LETTERS] for word in words if word in self.words["origin"])

    def _lands_of(self, name: str) -> frozenset[str]:
        """The nationalities that the words right before a person's name give."""
        if name not in self._lands:
            member = self.index.people.get(name)
            found = [self._lands_before(m.start) for m in member.person.mentions[:MAX_MENTIONS]] if member else []
            self._lands[name] = frozenset().union(*found)
        return self._lands[name]

    def _lands_before(self, offset: int) -> frozenset[str]:
        words = self.tokens.words
        last = self.tokens.first_from(offset)
        first = last
        while first > 0 and last - first < MAX_TITLE_WORDS:
            # "Le ministre français, X", but not "le ministre français, reçu par X".
            stops = ".;:!?«»\n" if first == last else ".,;:!?«»\n"
            if any(stop in self.tokens.gap(first) for stop in stops) or words[first - 1] in self.words["coordinator"]:
                break
            first -= 1
        # "Le CS Sfaxien" is a name.
        small = [words[at] for at in range(first, last) if self.tokens.text[self.tokens.starts[at]].islower()]
        return self._lands_in(small)

    def equivalent(self, phrase: Phrase) -> str | None:
        """ "Le chef du gouvernement" is the one whose title is "Premier ministre"."""
        first, last = self.tokens.first_from(phrase.start) + 1, self.tokens.first_from(phrase.end)
        said = tuple(fold(word) for word in self.tokens.words[first:last])
        for words, held in self.phrases.equivalents:
            if said[: len(words)] == words:
                holders = [m for m in self.index.people.values() if self._is_titled(m, held)]
                if len(holders) == 1:
                    return holders[0].person.name
        return None

    def _is_titled(self, member: CastPerson, words: frozenset[str]) -> bool:
        """ "Président de l'APC", in whatever part of the role the words stand."""
        held = (f"{role.title} {role.organisation or ''}" for role in member.person.roles)
        return any(words <= set(_WORD.findall(fold(title))) for title in held)

    def told_as(self, noun: str, gender: Gender | None) -> str | None:
        """The one person who is called by the noun in this story ("l'accusée", "l'aîné")."""
        return self.only_holder(frozenset((noun,)), gender) if noun in self.words["story_noun"] else None

    def _find_leaders(self) -> Mapping[tuple[str, Gender | None], list[tuple[int, str]]]:
        """Where the text first says of whom that they head something, by what they may be called and their gender."""
        told = [
            (mention.start, member)
            for member in self.index.people.values()
            for mention in member.person.mentions[:MAX_MENTIONS]
        ]
        leaders: dict[tuple[str, Gender | None], dict[str, int]] = {}
        for start, member in sorted(told, key=lambda entry: entry[0]):
            fitting: tuple[Gender | None, ...] = (None, "m", "f") if member.gender is None else (None, member.gender)
            for key in ((head, gender) for head in self._leading(start) for gender in fitting):
                leaders.setdefault(key, {}).setdefault(member.person.name, start)
        return {key: [(start, name) for name, start in found.items()] for key, found in leaders.items()}

    def _find_holders(self) -> Mapping[tuple[str, Gender | None], set[str]]:
        """Who holds a title that one of its first two words heads, by that word and the gender that fits."""
        holders: dict[tuple[str, Gender | None], set[str]] = {}
        for member in self.index.people.values():
            heads = {without_former(word) for role in member.person.roles for word in role.title.lower().split()[:2]}
            fitting: tuple[Gender | None, ...] = (None, "m", "f") if member.gender is None else (None, member.gender)
            heads |= self._apposed(member)
            for key in ((head, gender) for head in heads for gender in fitting):
                holders.setdefault(key, set()).add(member.person.name)
        return holders

    def _apposed(self, member: CastPerson) -> set[str]:
        """ "X, l'aîné, …", "X, 49 ans, boulangère, accusée de …": what somebody is in this story, beside the name."""
        words = self.tokens.words
        found = set()
        for mention in member.person.mentions:
            found |= self._announced(mention.start)
            first = self.tokens.first_from(mention.end)
            for place in range(first, min(first + MAX_APPOSED_WORDS, len(words))):
                if not _ENDS_APPOSITION.isdisjoint(self.tokens.gap(place)):
                    break
                if words[place] in self.words["prosecuted"] and "," in self.tokens.gap(place):
                    # "X, ancien caissier, poursuivi pour vol": "l'accusé", "le prévenu".
                    found |= self.words["accused_noun"]
                if words[place] in self.words["story_noun"]:
                    before = place - (words[place - 1] in self.words["definite_article"])
                    if "," in self.tokens.gap(before):
                        found.add(words[place])
        return found

    def _announced(self, start: int) -> set[str]:
        """ "L'accusé principal, X": what somebody is in this story, before the name."""
        last = self.tokens.first_from(start)
        if last >= len(self.tokens.words) or "," not in self.tokens.gap(last):
            return set()
        first = max(0, last - MAX_ANNOUNCING_WORDS)
        first = next((at for at in range(last - 1, first, -1) if self.phrases.breaks(at)), first)
        return {word for word in self.tokens.words[first:last] if word in self.words["story_noun"]}

    def _leading(self, start: int) -> frozenset[str]:
        """ "Le jury, présidé par la cinéaste X", "le club que dirige X", "l'équipe de X": what X may be called then."""
        words = self.tokens.words
        last = self.tokens.first_from(start)
        for place in range(last - 1, max(0, last - MAX_LEADING_WORDS), -1):
            if place + 1 < len(words) and self.phrases.breaks(place + 1):
                return frozenset()
            called = self.phrases.leading.get(words[place])
            if called is None:
                continue
            behind = words[place + 1]
            is_verb = behind in self.words["agent"] or words[place - 1] in self.words["que"]
            is_noun = behind in self.words["infinitive_link"] and place + 2 == last
            before = words[max(0, place - MAX_LEADING_WORDS) : place]
            is_meeting = is_verb and not self.words["meeting"].isdisjoint(before)
            return called if (is_verb or is_noun) and not is_meeting else frozenset()
        return frozenset()

    def _is_accused(self, name: str) -> bool:
        return any(name in self._holders.get((noun, None), ()) for noun in self.words["accused_noun"])

    def holds_office(self, name: str | None) -> bool:
        """Whether all that somebody is called is an office: "directeur", but not "médecin"."""
        member = self.index.people.get(name or "")
        heads = [role.title.lower().split()[0] for role in member.person.roles] if member is not None else []
        return bool(heads) and all(head in self.nouns and self.nouns[head].is_office for head in heads)

    def holds_another(self, name: str, head: str) -> bool:
        """Whether the noun says an office or an everyday trade, and the person is given other titles.

        "Le wali" is not the president named before, nor "l'épicière" the nurse.
        """
        member = self.index.people.get(name)
        if member is not None and head in self.words["bench_noun"]:
            # Of those who sit in court everybody is told by a title.
            held = {word for role in member.person.roles for word in role.title.lower().split()}
            return held.isdisjoint(self.words["bench_noun"] | self.words["bench_title"])
        noun = self.nouns.get(head)
        if noun is not None and noun.is_office and self._is_accused(name):
            # "Le président" is not the accused.
            return True
        if member is None or not (member.person.roles or self._has_rank(member)):
            return False
        if head in self.words["accused_noun"]:
            return any(self._is_of_court(role.title.lower().split()) for role in member.person.roles)
        is_office = noun is not None and noun.is_office and head not in self.words["loose_title"]
        return is_office or head in self.words["trade_noun"]

    def is_new_office(self, head: str, near: Collection[str]) -> bool:
        """ "Le directeur des travaux publics", after the wali: an office that nobody named near can hold."""
        noun = self.nouns.get(head)
        # "Le procureur", before anybody is named; "le libraire" may be named further on.
        is_office = noun is not None and noun.is_office and head not in self.words["loose_title"]
        return (bool(near) or is_office) and all(self.holds_another(name, head) for name in near)

    def sits_in_judgement(self, name: str) -> bool:
        """Whether somebody presides: "le magistrat" may be the prosecutor, but hardly before the president."""
        titles = [role.title.lower().split()[:1] for role in self.index.people[name].person.roles]
        return any(not self.words["bench_title"].isdisjoint(title) for title in titles)

    def _is_of_court(self, title: Sequence[str]) -> bool:
        """Whether the title says who judges or pleads: of presidents only one of nothing else presides over a court."""
        is_bench = not (self.words["bench_noun"] | self.words["pleading_noun"]).isdisjoint(title[:1])
        is_bench = is_bench or not self.words["court_spokesman"].isdisjoint(title[:1])
        return is_bench or (len(title) == 1 and title[0] in self.words["bench_title"])

    def _has_rank(self, member: CastPerson) -> bool:
        """le commandant X, Me Y: an office, or the style of a lawyer, that stands before the name."""
        name = member.person.name
        if name not in self._ranked:
            self._ranked[name] = self._stands_behind_office(member)
        return self._ranked[name]

    def _stands_behind_office(self, member: CastPerson) -> bool:
        nouns = [self.nouns.get(word) for word in self._words_before(member)]
        return any(noun is not None and noun.is_office for noun in nouns) or self._is_lawyer(member)

    def pleads(self, name: str, head: str) -> bool:
        """Whether somebody is a lawyer (Me X), and the noun says an office that is none of the bar."""
        noun, member = self.nouns.get(head), self.index.people.get(name)
        is_other = noun is not None and noun.is_office and head not in self.words["pleading_noun"]
        return is_other and head not in self.words["loose_title"] and member is not None and self._is_lawyer(member)

    def _is_lawyer(self, member: CastPerson) -> bool:
        return not self.words["lawyer_style"].isdisjoint(self._words_before(member))

    def _words_before(self, member: CastPerson) -> list[str]:
        """The words right before a person's name, each time that it is printed."""
        places = [self.tokens.first_from(mention.start) for mention in member.person.mentions[:MAX_MENTIONS]]
        return [self.tokens.words[p - 1] for p in places if p and not self.phrases.breaks(p, allow_stop=True)]
