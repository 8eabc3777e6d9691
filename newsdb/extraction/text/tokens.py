"""Cut a text into words once, so that every later step looks words up by number; what words mean is elsewhere."""

import re
from bisect import bisect_left
from dataclasses import dataclass

_HYPHENS = "-‐‑"
_APOSTROPHES = "'’"
_TIES = ("'", "’", "-")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text: offsets and lower-case forms in parallel; apostrophes and hyphens part words."""

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]

    def first_from(self, offset: int) -> int:
        """The number of the first word that starts at `offset` or later."""
        return bisect_left(self.starts, offset)

    def gap(self, index: int) -> str:
        """What stands between the word and the one before it ("" before the first)."""
        return self.text[self.ends[index - 1] : self.starts[index]] if 0 < index < len(self.starts) else ""

    def compound(self, index: int) -> str:
        """The word with those that hyphens tie to it: "porte-parole"."""
        last = index
        while last + 1 < len(self.words) and self.is_joined(last + 1) and self.ends[last] + 1 == self.starts[last + 1]:
            last += 1
        return "-".join(self.words[index : last + 1])

    def is_joined(self, index: int) -> bool:
        """Whether a hyphen ties the word to the one before it (déclare-t-il), or should (déclare t'il)."""
        start, end = self.starts[index], self.ends[index]
        before = self.text[start - 1 : start]
        if before and before in _HYPHENS:
            return True
        if before and before in _APOSTROPHES:
            return self.words[index - 1] == "t"
        return self.words[index] == "t" and self.text[end : end + 1] in _TIES


def split_words(text: str) -> Tokens:
    """The words of `text`, in order."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    for match in _WORD.finditer(text):
        starts.append(match.start())
        ends.append(match.end())
        words.append(match.group().lower())
    return Tokens(text, starts, ends, words)
