"""Weigh how much a paragraph of an interview is the reporter's: what it tells of who answers, or of others.

Nobody says "M. Alami a indiqué que …" of themselves. Endings and interviews cut the answers before such paragraphs.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsdb.extraction.interviews.titled import CAPITAL, NAME, full_names, titled_names
from newsdb.extraction.interviews.turns import (
    LONGEST_HEAD,
    TURN_KINDS,
    TurnLine,
    is_report,
    says_i_outside_marks,
    speaks_first_person,
    speaks_outside_marks,
)
from newsdb.extraction.speech_lexicon import Lexicon

_TITLE = r"(?:M|Mme|Mlle|Dr|Pr|Me)\.? "
_WORD = re.compile(r"[^\W\d_]+")
# "ENTRETIEN. Karim Alami, maire : « C »", "Pr Karim Alami (Sefrou) : « C »".
_HEADED = re.compile(rf"(?:^|[.:|]\s+|\b(?:avec|à|Pr|Dr|Me)[.…]*\s+)(?P<name>{NAME})(?=\s*[,:(])")
_VERB = (
    r"(?:,? (?:lui|elle), |,? (?:a|avait|est|s['’]est|n['’]a|estime|précise|ajoute|assure|indique|affirme|conclut"
    r"|rappelle|souligne|annonce|explique|promet)\b)"
)
# "Interrogé à ce propos, le maire …", "Contactée par nos soins, la commune …": no answer begins so but in "…, j'ai …".
_ASKED = re.compile(
    r"(?P<asked>[^\W\d_]+)\b[^.!?«»,]{0,120}(?:,[^.!?«»,]{0,80})?,\s+(?!(?:je|nous|on|moi)\b|j['’]|l['’]on\b)"
)
# "Karim Alami, fondateur de X, juge que …"; "… la chercheuse tenait à préciser : « … »".
_OTHER = re.compile(
    rf"(?:{NAME},\s[a-zà-ÿ][^.!?:«»]{{3,90}},\s(?:a|ont|est|sont|avait|[a-zà-ÿ]{{3,}}(?:e|it|d|nt))\s)"
    r"|\b(?:[Ll][ea]\s|[Ll]['’])(?P<noun>[a-zà-ÿ-]{3,})\b(?=[^.!?«»:]{1,80}:\s*[«“\"])"
)
# "Karim Alami est géographe à Sefrou.", below the last answer
_INTRODUCED = re.compile(
    rf"(?P<name>{NAME}) (?:est|dirige|préside|enseigne|travaille|vit|exerce|anime|tient"
    r"|a (?:publié|fondé|dirigé|créé))\b"
)
# "« C », confie une mère", ", souligne-t-il": behind the words, who said them.
_TAIL = re.compile(
    r",\s+(?:[^\W\d_]+-(?:t-)?(?:il|elle)\b"
    rf"|(?:a\s)?(?P<verb>[^\W\d_]+)(?:\s[^\W\d_]+)?\s(?:une?|l[ea]|s(?:on|a)|notre|M\.|Mme|{CAPITAL})\b)"
)
# "À la fin de l'entretien, …"
_MEETING = re.compile(
    r"\b(?:fin|cours|terme|issue|début|marge|durant|pendant|après|lors) (?:de |d['’])?(?:l['’]|notre |cet |cette |la )?"
    r"(?:entretien|interview|rencontre|entrevue|échange|discussion)\b"
)
# "Selon la protection civile, …"
_SOURCE = re.compile(r"(?:Selon|D['’]après) (?:l[ea]s? |l['’]|une? |M\.|Mme|[A-ZÀ-Þ])")
# "notre interlocutrice"
_HOST = re.compile(r"\b[Nn]otre (?P<noun>[a-zà-ÿ]+)")
# "a indiqué", "avaient précisé"
_PAST = frozenset({"a", "ont", "avait", "avaient"})
OPENING_WORDS = 18
CLAUSE_WORDS = 5
# So much makes a paragraph the reporter's: below the last answer, and between two turns.
LEAST_AT_END = 2.5
LEAST_BETWEEN = 3.0


@dataclass(frozen=True)
class Narrator:
    """What a reporter tells in one text; the first turn begins at `first`."""

    text: str
    lines: Sequence[TurnLine]
    first: int
    lexicon: Lexicon

    def closes(self, i: int) -> bool:
        """Whether the line below the last answer is the reporter's."""
        return self.weigh(i) >= LEAST_AT_END or self._turns_to_others(i)

    def interrupts(self, i: int) -> bool:
        """Whether the line between two turns is; where another is more than enough, it needs less."""
        elsewhere = any(n != i for n in self._told)
        return self.weigh(i) + self.lexicon.weights["narrates_again"] * elsewhere >= LEAST_BETWEEN

    @cached_property
    def _told(self) -> list[int]:
        return [i for i in range(self.first + 1, len(self.lines)) if self.weigh(i) >= LEAST_BETWEEN]

    def weigh(self, i: int) -> float:
        """How much the line is the reporter's, and nobody's who says I or you."""
        turn, w, text = self.lines[i], self.lexicon.weights, self.text
        is_turn = turn.label is not None or turn.has_dash or turn.asks or turn.is_quoted
        if is_turn or turn.line.kind not in TURN_KINDS or says_i_outside_marks(turn, text, self.lexicon):
            return 0.0
        if self._says("second_person", turn):
            return 0.0
        weight = w["narrates_named"] * self._names(turn) + w["narrates_we"] * self._says("first_person", turn)
        weight += w["narrates_meeting"] * (_MEETING.search(text, turn.start, turn.end) is not None)
        weight += w["narrates_source"] * (_SOURCE.match(text, turn.start, turn.end) is not None)
        weight += w["narrates_asked"] * self._asks_elsewhere(turn)
        weight += w["narrates_marks"] * is_report(turn, text, self.lexicon) + w["narrates_tail"] * self._has_tail(turn)
        return weight + self._reports(turn)

    def _says(self, persons: str, turn: TurnLine) -> bool:
        return speaks_outside_marks(turn, self.text, self.lexicon.words[persons])

    def _asks_elsewhere(self, turn: TurnLine) -> bool:
        asked = _ASKED.match(self.text, turn.start, turn.end)
        return asked is not None and asked["asked"].lower() in self.lexicon.words["asked_elsewhere"]

    def _has_tail(self, turn: TurnLine) -> bool:
        """Whether who says it stands behind some words."""
        return any(
            match["verb"] is None or self.lexicon.reports(match["verb"])
            for match in _TAIL.finditer(self.text, turn.start, turn.end)
        )

    # --- who says that …

    def _reports(self, turn: TurnLine) -> float:
        """ "Le responsable souligne que …", "Le ministère a indiqué que …": who says in the first words that …"""
        words = [word.lower() for word in _WORD.findall(self.text, turn.start, turn.end)[:OPENING_WORDS]]
        que = self.lexicon.words["que"]
        for n, word in enumerate(words):
            if word in que:
                break
            said = [verb for verb in self.lexicon.verbs.get(word, ()) if "q" in verb.frames or "i" in verb.frames]
            is_past = n > 0 and words[n - 1] in _PAST and any(verb.form == "past" for verb in said)
            is_told = is_past or any(verb.form in ("singular", "plural") for verb in said)
            if is_told and not que.isdisjoint(words[n + 1 : n + 1 + CLAUSE_WORDS]):
                return self._weigh_subject(words[:n], is_past=is_past)
        return 0.0

    def _weigh_subject(self, subject: Sequence[str], *, is_past: bool) -> float:
        """How much who says it is somebody of whom a reporter tells; who answers counts more than others."""
        noun = next((word for word in subject if word in self.lexicon.nouns), None)
        if noun is None:
            return 0.0
        w, words = self.lexicon.weights, self.lexicon.words
        is_known = noun in self._head_words or noun in words["pointing_title"] or noun in words["host_noun"]
        return w["narrates_cue"] + w["narrates_past"] * is_past + w["narrates_known"] * is_known

    # --- whom it names

    def _names(self, turn: TurnLine) -> bool:
        """ "Selon M. Alami, …", "Alami a annoncé …", "Karim Alami dirige …": who is named above, and no I."""
        text = self.text
        if self._known is not None and self._known.search(text, turn.start, turn.end):
            return True
        if any(
            match["noun"] in self.lexicon.words["host_noun"] for match in _HOST.finditer(text, turn.start, turn.end)
        ):
            return True
        return self._opening is not None and self._opening.match(text, turn.start, turn.end) is not None

    @cached_property
    def _head(self) -> str:
        return self.text[: min(self.lines[self.first].line.start, LONGEST_HEAD)]

    @cached_property
    def _head_words(self) -> frozenset[str]:
        return frozenset(map(str.lower, _WORD.findall(self._head)))

    @cached_property
    def _labels(self) -> set[str]:
        """The full names of the labels of those who answer."""
        return {turn.label.surface for turn in self.lines if turn.label and not turn.asks and " " in turn.label.surface}

    @cached_property
    def _printed(self) -> set[str]:
        """Whatever the head prints as a name is printed, and the labels."""
        return full_names(self._head, 0, len(self._head)) | self._labels

    @cached_property
    def _known(self) -> re.Pattern[str] | None:
        """Anywhere in a line, the names of people, and the surnames of all behind a title."""
        heads = [turn.line for turn in self.lines if turn.line.kind == "headline"]
        people = {match["name"] for line in heads for match in _HEADED.finditer(self.text, line.start, line.end)}
        people |= set(titled_names(self._head, 0, len(self._head), self.lexicon))
        surnames = _any_of({name.split()[-1] for name in self._printed})
        full = "".join(f"|{re.escape(name)}" for name in sorted(people | self._labels))
        return re.compile(rf"\b(?:{_TITLE}(?:\w+ )?(?:{surnames}){full})\b") if self._printed else None

    @cached_property
    def _opening(self) -> re.Pattern[str] | None:
        """At the opening of a line, a surname and what its bearer does, or a full name and more."""
        surnames = _any_of({name.split()[-1] for name in self._printed})
        full = _any_of(self._printed)
        labelled = "".join(rf"|{CAPITAL} {re.escape(name.split()[-1])}(?= [a-zà-ÿ])" for name in sorted(self._labels))
        pattern = rf"(?:[^.!?:;«»\n]{{3,60}}, )?(?:{CAPITAL} )?(?:{surnames}){_VERB}|(?:{full})(?= [a-zà-ÿ]){labelled}"
        return re.compile(pattern) if self._printed else None

    # --- what is told of others from here on

    def _turns_to_others(self, i: int) -> bool:
        """Whether the line presents somebody new, or tells what they say, and nobody says I from it on."""
        turn, text = self.lines[i], self.text
        if turn.label is not None:
            return False
        told = [match["noun"] for match in _OTHER.finditer(text, turn.start, turn.end)]
        if any(noun is None or noun in self.lexicon.nouns for noun in told):
            return i > self._last_i
        match = _INTRODUCED.match(text, turn.start, turn.end)
        return match is not None and match["name"].split()[-1] not in text[: turn.start] and i > self._last_we

    @cached_property
    def _last_i(self) -> int:
        """The last line that says I."""
        said = (i for i, turn in enumerate(self.lines) if says_i_outside_marks(turn, self.text, self.lexicon))
        return max(said, default=-1)

    @cached_property
    def _last_we(self) -> int:
        """The last line that says I or we."""
        return max((i for i, turn in enumerate(self.lines) if speaks_first_person(turn, self.lexicon)), default=-1)


def _any_of(names: set[str]) -> str:
    return "|".join(map(re.escape, sorted(names)))
