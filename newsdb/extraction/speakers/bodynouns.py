"""Know which body a common noun means: "le quotidien" the paper that came up last, "l'entreprise" the one company."""

import re
from bisect import bisect_left
from collections.abc import Sequence, Set

from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.quotes.statements import Statement
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.facts import Attribution, SpeakerKind

# So many statements back a paper may have been named that the cast does not know.
MAX_STATEMENTS = 4
_IN_MARKS = re.compile(r"[«“\"+](?=[\s\u00a0]?(?P<name>[^\W\d_][^«»“”\"+\n.!?]{1,40}?)[\s\u00a0]?[»”\"+],?\s)")
_LEAD = re.compile(
    r"(?:^|\n|[.!?…]\s|\b(?:selon|pour|d['’]après|côté|journal|quotidien|hebdomadaire|magazine),?\s)\Z", re.IGNORECASE
)
_LONGEST_LEAD = 16


class BodyNouns:
    """The newspapers and companies of one text; `spoken` grows as statements are attributed."""

    def __init__(
        self,
        text: str,
        lexicon: Lexicon,
        index: CastIndex,
        spoken: Sequence[tuple[Statement, Attribution]],
        headed: Set[str] = frozenset(),
    ) -> None:
        self.text = text
        self.words = lexicon.words
        self.spoken = spoken
        known: list[tuple[int, str, SpeakerKind]] = [
            (named.start, named.organisation.name, "organisation") for named in index.named
            if named.organisation is not None and named.organisation.kind == "media"
        ]  # fmt: skip
        names = {name for _, name, _ in known}
        companies = {
            named.organisation.name: named.start for named in reversed(index.named)
            if named.organisation is not None and named.organisation.kind in ("company", "bank")
        }  # fmt: skip
        others = {
            named.organisation.name: named.start for named in reversed(index.named)
            if named.organisation is not None and named.organisation.kind == "other"
        }  # fmt: skip
        self.headed = headed
        self.others = sorted((start, name) for name, start in others.items())
        self.companies = sorted((start, name) for name, start in companies.items())
        self.printed = sorted([*known, *(found for found in self._in_marks(text) if found[1] not in names)])

    def meant_by(self, phrase: Phrase, head: str) -> tuple[str, SpeakerKind] | None:
        """The paper or company that a definite noun without a name stands for, where one came up before it."""
        if phrase.is_plural:
            return None
        if head in self.words["company_noun"]:
            return self._called_so(phrase.start, head) or self._only_company(phrase.start)
        if head not in self.words["paper_noun"] or self._has_own_name(phrase):
            return None
        place = bisect_left(self.printed, phrase.start, key=lambda paper: paper[0]) - 1
        told = self._told_without_cast(phrase.start)
        if told is not None and (place < 0 or self.printed[place][0] < told[0]):
            return told[1], "described"
        return self.printed[place][1:] if place >= 0 else None

    def _has_own_name(self, phrase: Phrase) -> bool:
        """ "Le quotidien Al Fanal": a paper of its own, though the cast does not hold it."""
        return any(word[0].isupper() for word in self.text[phrase.start : phrase.end].split()[1:])

    def named_between(self, start: int, end: int) -> tuple[str, SpeakerKind] | None:
        """The one paper named in [start, end): « Le Phare », lui, s'amuse."""
        first = bisect_left(self.printed, start, key=lambda paper: paper[0])
        found = [paper[1:] for paper in self.printed[first : first + 2] if paper[0] < end]
        return found[0] if len(found) == 1 else None

    def _called_so(self, offset: int, head: str) -> tuple[str, SpeakerKind] | None:
        """ "Le groupe" is the one whose name holds the word: "X Group", "Groupe Y"."""
        noun = head.removesuffix("e")
        named = {name for start, name in self.companies if start < offset and noun in name.lower().split()}
        named |= {name for start, name in self.companies if start < offset and head in name.lower().split()}
        return (named.pop(), "organisation") if len(named) == 1 else None

    def _only_company(self, offset: int) -> tuple[str, SpeakerKind] | None:
        """ "L'entreprise", "le cimentier": the one company named before, or the one that the headline names."""
        headed = {name for start, name in (*self.companies, *self.others) if start < offset and name in self.headed}
        if len(headed) == 1:
            return headed.pop(), "organisation"
        # Where no company is named: "La ville a confié le centre à X. L'entreprise …"
        found = self.companies or self.others
        names = [name for start, name in found[:2] if start < offset]
        return (names[0], "organisation") if len(names) == 1 else None

    def _in_marks(self, text: str) -> list[tuple[int, str, SpeakerKind]]:
        """« Le Phare » titre, +Le Phare+ écrit: what a sentence opens with, or goes on with after "selon"."""
        found = (
            m for m in _IN_MARKS.finditer(text) if _LEAD.search(text, max(0, m.start() - _LONGEST_LEAD), m.start())
        )
        return [(m.start("name"), m["name"], "described") for m in found if self._is_name(m["name"])]

    def _is_name(self, words: str) -> bool:
        return all(word[0].isupper() or word in self.words["name_particle"] for word in words.split())

    def _told_without_cast(self, offset: int) -> tuple[int, str] | None:
        """ "+Le Phare+ écrit que …": a name that only its capitals show."""
        for _, attribution in reversed(self.spoken[-MAX_STATEMENTS:]):
            place = attribution.speaker_start
            is_name = attribution.speaker is not None and self._is_name(attribution.speaker)
            if is_name and attribution.speaker_kind in ("described", "group") and place is not None and place < offset:
                return place, attribution.speaker or ""
        return None
