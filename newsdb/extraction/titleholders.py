"""Know who holds which title in one text, and which nouns cannot mean somebody; resolving says whom a title means."""

import re
from collections.abc import Mapping

from newsdb.extraction.cast import CastPerson, Gender
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.nounphrases import Phrase
from newsdb.extraction.phrases import PhraseFinder

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
        self._ranked: dict[str, bool] = {}

    def role_holder(self, phrase: Phrase) -> str | None:
        """The one person of the article with the role that heads the phrase ("son entraîneur"), gender agreeing."""
        if not phrase.head or not (phrase.is_definite or phrase.is_possessive):
            return None
        return self.only_holder(frozenset((phrase.head,)), phrase.gender)

    def only_holder(self, nouns: frozenset[str], gender: Gender | None, before: int | None = None) -> str | None:
        """The one person of the article, or of those named `before`, whose title a noun heads, gender agreeing."""
        holders = {name for noun in nouns for name in self._holders.get((without_former(noun), gender), ())}
        if before is not None:
            holders = {name for name in holders if self.index.people[name].person.mentions[0].start < before}
        return holders.pop() if len(holders) == 1 else None

    def _find_holders(self) -> Mapping[tuple[str, Gender | None], set[str]]:
        """Who holds a title that one of its first two words heads, by that word and the gender that fits."""
        holders: dict[tuple[str, Gender | None], set[str]] = {}
        for member in self.index.people.values():
            heads = {without_former(word) for role in member.person.roles for word in role.title.lower().split()[:2]}
            fitting: tuple[Gender | None, ...] = (None, "m", "f") if member.gender is None else (None, member.gender)
            for key in ((head, gender) for head in heads for gender in fitting):
                holders.setdefault(key, set()).add(member.person.name)
        return holders

    def holds_another(self, name: str, head: str) -> bool:
        """Whether the noun says an office or an everyday trade, and the person is given other titles.

        "Le wali" is not the president named before, nor "l'épicière" the nurse.
        """
        member = self.index.people.get(name)
        if member is not None and head in self.words["bench_noun"]:
            # Of those who sit in court everybody is told by a title.
            held = {word for role in member.person.roles for word in role.title.lower().split()}
            return held.isdisjoint(self.words["bench_noun"] | self.words["bench_title"])
        if member is None or not (member.person.roles or self._has_rank(member)):
            return False
        noun = self.nouns.get(head)
        is_office = noun is not None and noun.is_office and head not in self.words["loose_title"]
        return is_office or head in self.words["trade_noun"]

    def _has_rank(self, member: CastPerson) -> bool:
        """le commandant X: an office that stands before the name."""
        name = member.person.name
        if name not in self._ranked:
            self._ranked[name] = self._stands_behind_office(member)
        return self._ranked[name]

    def _stands_behind_office(self, member: CastPerson) -> bool:
        places = [self.tokens.first_from(mention.start) for mention in member.person.mentions]
        before = [self.nouns.get(self.tokens.words[p - 1]) for p in places if p and not self.phrases.breaks(p)]
        return any(noun is not None and noun.is_office for noun in before)
