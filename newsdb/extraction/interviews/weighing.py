"""Weigh what one line says: how much it looks like a question, like the opening of an answer, like more of one.

Rows puts the weights of all lines together, and with how the lines are set.
"""

import re
from collections import Counter
from collections.abc import Collection, Mapping
from functools import cached_property

from newsdb.extraction.interviews.forms import MAX_STATEMENT_WORDS, Layout
from newsdb.extraction.interviews.styles import STOPS
from newsdb.extraction.interviews.turns import (
    SENTENCE_END,
    TRAILS_OFF,
    TurnLine,
    addresses_outside_marks,
    asks_back,
    opens_as_reply,
    opens_as_request,
    presents_interview,
    says_i,
    says_i_outside_marks,
    speaks_first_person,
    starts_with_any,
)

_CAPTION = re.compile(
    r"©|^(?:Crédits?|Photos?)\s?:|[(/]\s?(?:[Cc]rédits?|[Pp]hotos?)\s?:|\(Ph\.|[(/]\s?DR\)?$", re.MULTILINE
)
# The last sentence of a line, but for its stop.
_LAST_SENTENCE = re.compile(r"(?:^|[.!?…»]\s+)(?P<words>[^\s.!?…»][^.!?…]{3,160})[.!…]?$", re.MULTILINE)
# "Faut-il …", "Racontez-nous …", "Doit-on …", not "Dit-on" within.
_ORDERS = re.compile(
    r"(?:(?:[Ee]t|[Mm]ais|[Aa]lors|[Oo]r),?\s)?(?:[^\W\d_]+ez-(?:nous|vous|moi)|[^\W\d_]+-(?:t-)?(?:il|elle|on|ils|elles|ce))\b"
)
_JOINING = frozenset({("ou",), ("et",), ("puis",)})
LABELLED = 5.0
# Who is asked may ask back in as many words.
MIN_CERTAIN_WORDS = 4
# An answer takes up a word of its question in its first words; so many letters of it are the same.
ECHO = 4
ECHO_WORDS = 6
# Of a long word so many letters are the same, which may stand further on.
LONG_ECHO = 6
LATER_WORDS = 18
MAX_TOPIC_WORDS = 8
# Who says something and that they do stand in so many words.
REPORTING_WORDS = 10
# So many words in a row are hardly written twice.
RUN = 5
SHORT = 12
MEDIUM = 25


class Weighing:
    """The lines of one text; `certain` are known to ask, `told` to answer, the first of them at `first`."""

    def __init__(self, layout: Layout, certain: Collection[int], told: Mapping[int, str], first: int) -> None:
        self.layout = layout
        self.lines = layout.lines
        self.text = layout.text
        self.words = layout.lexicon.words
        self.certain = certain
        self.told = told
        self.first = first
        self.weights = layout.lexicon.weights
        counts = sorted(len(self.lines[i].words) for i in layout.usable)
        self.usual = counts[2 * len(counts) // 3] if counts else 0

    def asking(self, i: int) -> float:
        """How much the line looks like what prompts an answer."""
        turn, words, lexicon, w = self.lines[i], self.words, self.layout.lexicon, self.weights
        count = len(turn.words)
        weight = w["asks_request"] * opens_as_request(turn, self.text)
        if turn.asks:
            weight += w["asks_mark"] if self.expects(turn) else w["asks_back"]
        opens = starts_with_any(turn, words["question_opening"], self.text)
        weight += w["asks_opening"] * (opens and not says_i(turn, lexicon))
        is_to_you = self.addresses(turn) and not self.layout.agrees_or_denies(turn)
        weight += w["asks_to_you"] * is_to_you + w["asks_trailing"] * self.trails_off(turn)
        is_linked = turn.words[:1] in (("et",), ("mais",))
        # "Et parce que …" goes on with an answer.
        is_because = is_linked and not turn.asks and not words["answer_opening"].isdisjoint(turn.words[1:2])
        is_cue = self._reports(turn) or (is_linked and not is_because)
        weight += w["asks_cue"] * is_cue
        weight += w["asks_short"] if count <= SHORT else w["asks_medium"] if count <= MEDIUM else 0.0
        weight += w["asks_long"] * (count > MAX_STATEMENT_WORDS and not turn.asks)
        if says_i_outside_marks(turn, self.text, lexicon):
            weight += w["asks_i"]
        elif speaks_first_person(turn, lexicon):
            weight += w["asks_we_labelled"] if self.told else w["asks_we"]
        cites = turn.words[:1] == ("on",) and self._reports(turn)
        weight += w["asks_assent"] * self.layout.agrees_or_denies(turn)
        weight += w["asks_pronoun"] * (self.layout.opens_as_answer(turn) and not (cites or is_to_you))
        weight += w["asks_continuing"] * (is_because or starts_with_any(turn, words["continuing"], self.text))
        weight -= 10.0 * (not self.certain and self._presents(turn))
        weight += w["asks_quoted"] * turn.is_quoted + w["asks_below_colon"] * self._is_below_colon(i)
        weight += w["asks_in_words"] * (not turn.asks and self._asks_last(turn))
        is_terse = self._is_terse(i)
        adds = is_terse and not words["terse_cue"].isdisjoint(turn.words[1:])
        weight += w["asks_terse"] * is_terse + w["asks_cue"] * (adds and not is_cue)
        return weight + self._ending(turn, is_light=is_to_you or is_terse)

    def _reports(self, turn: TurnLine) -> bool:
        """ "Les riverains se plaignent du bruit.", "On incrimine la pluie.": what others say, in a few words."""
        if not self.words["prompt_cue"].isdisjoint(turn.words):
            return True
        lexicon = self.layout.lexicon
        return len(turn.words) <= MEDIUM and any(map(lexicon.reports, turn.words[1:REPORTING_WORDS]))

    def _asks_last(self, turn: TurnLine) -> bool:
        """ "La dette grossit. Faut-il s'en inquiéter.": the last sentence asks, and lost its mark."""
        if says_i(turn, self.layout.lexicon) or len(turn.words) > MAX_STATEMENT_WORDS:
            return False
        last = _LAST_SENTENCE.search(self.text, turn.start, turn.end)
        return last is not None and _ORDERS.match(self.text, *last.span("words")) is not None

    def _ending(self, turn: TurnLine, *, is_light: bool) -> float:
        """What the stops of a line say of it: several sentences, no stop at all, one after which more is to come."""
        w, last = self.weights, self.text[turn.end - 1]
        weight = w["asks_open_end"] * (last in ":;,")
        if turn.asks:
            return weight
        sentences = min(2, len(SENTENCE_END.findall(self.text, turn.start, turn.end)))
        weight += (w["asks_sentence_light"] if is_light else w["asks_sentence"]) * sentences
        if last in STOPS:
            return weight
        return weight + (w["asks_unstopped"] if len(turn.words) <= MEDIUM else w["asks_unstopped_long"])

    def telling(self, i: int) -> float:
        """How much the line looks like the opening of an answer."""
        turn, lexicon, w = self.lines[i], self.layout.lexicon, self.weights
        agrees, takes_up = self.layout.agrees_or_denies(turn), self.layout.opens_as_answer(turn)
        is_own = speaks_first_person(turn, lexicon)
        weight = w["tells_assent"] * agrees + w["tells_pronoun"] * takes_up + w["tells_first_person"] * is_own
        weight += w["tells_reply"] * (not takes_up and opens_as_reply(turn, self.text, lexicon))
        if self.expects(turn) and len(turn.words) <= MAX_STATEMENT_WORDS:
            is_bare = i in self.certain and len(turn.words) > MIN_CERTAIN_WORDS and not says_i(turn, lexicon)
            weight += w["tells_asks_certain"] if is_bare else w["tells_asks"]
        goes_on = starts_with_any(turn, self.words["continuing"], self.text) and not takes_up
        weight += w["tells_continuing"] * (goes_on or turn.words[:1] in _JOINING)
        if i < self.first:
            # What stands above the first question mostly presents who answers it.
            weight += w["tells_above"] * (not (is_own or agrees)) - 10.0 * self._presents(turn)
        # Where labels open the answers, what has none goes on with one.
        return weight + w["tells_to_you"] * (self.addresses(turn) and not agrees) - (LABELLED if self.told else 0.0)

    def going_on(self, i: int) -> float:
        """How much the line looks like a second paragraph."""
        turn, w = self.lines[i], self.weights
        weight = w["more_continuing"] * starts_with_any(turn, self.words["continuing"], self.text)
        weight += w["more_first_person"] * speaks_first_person(turn, self.layout.lexicon)
        weight += w["more_assent"] * self.layout.agrees_or_denies(turn)
        weight += w["more_below_colon"] * self._is_below_colon(i) + w["more_lower"] * self.text[turn.start].islower()
        return weight + w["more_asks"] * (len(turn.words) <= MAX_STATEMENT_WORDS and self.expects(turn))

    def follows(self, i: int) -> float:
        """How well the line fits as the answer to the one above: it is mostly longer, and takes up a word of it."""
        above, below, w = self.lines[i - 1].words, self.lines[i].words, self.weights
        is_whole = i in self.told or self.layout.agrees_or_denies(self.lines[i])
        weight = w["tells_longer"] if len(below) >= len(above) or is_whole else w["tells_shorter"]
        return weight + self.echoes(i)

    def echoes(self, i: int) -> float:
        """How much the line takes up of the words of the one above."""
        above, below, w = self.lines[i - 1].words, self.lines[i].words, self.weights
        stems = {word[:ECHO] for word in above if len(word) >= ECHO}
        if any(word[:ECHO] in stems for word in below[:ECHO_WORDS] if len(word) >= ECHO):
            return w["tells_echo"]
        stems = {word[:LONG_ECHO] for word in above if len(word) >= LONG_ECHO}
        later = below[ECHO_WORDS:LATER_WORDS]
        return w["tells_echo_later"] * any(word[:LONG_ECHO] in stems for word in later)

    def introduces(self, i: int) -> float:
        """How much the line looks like one of those above the first question."""
        turn = self.lines[i]
        weight = -4.0 * (i in self.certain) - 2.0 * says_i_outside_marks(turn, self.text, self.layout.lexicon)
        return weight + self.weights["head_to_you"] * self.addresses(turn)

    def _is_below_colon(self, i: int) -> bool:
        """Whether the line above ends in a colon or a semicolon: a list goes on."""
        return i > 0 and self.text[self.lines[i - 1].end - 1] in ":;" and not self.lines[i].asks

    def _is_terse(self, i: int) -> bool:
        """Whether the line ends in a stop, and is far shorter than most lines and than the one below."""
        if self.text[self.lines[i].end - 1] not in STOPS:
            return False
        count = len(self.lines[i].words)
        below = len(self.lines[i + 1].words) if i + 1 < len(self.lines) else 0
        return 5 * count <= 2 * self.usual and 2 * count <= below

    def expects(self, turn: TurnLine) -> bool:
        """Whether the line asks, and expects an answer."""
        return turn.asks and not asks_back(turn, self.text, self.layout.lexicon)

    def is_repeated(self, i: int) -> bool:
        """Whether the line holds nothing but words that stand in a row in a longer line: a pull-quote without marks."""
        words = self.lines[i].words
        if self.lines[i].asks or not RUN <= len(words) <= MAX_STATEMENT_WORDS:
            return False
        return all(self._runs[run] > 1 for run in (words[:RUN], words[-RUN:]))

    @cached_property
    def _runs(self) -> Counter[tuple[str, ...]]:
        """In how many of the lines so many words stand in a row."""
        found: Counter[tuple[str, ...]] = Counter()
        for turn in self.lines:
            found.update({turn.words[n : n + RUN] for n in range(len(turn.words) - RUN + 1)})
        return found

    def requests(self, turn: TurnLine) -> bool:
        """ "Parlez-nous de …", "Un mot sur …": an order to somebody, said by nobody who says I."""
        opens = starts_with_any(turn, self.words["question_opening"], self.text)
        return (opens or opens_as_request(turn, self.text)) and not says_i(turn, self.layout.lexicon)

    def is_topic(self, turn: TurnLine) -> bool:
        """ "Un pari risqué": a few words without a stop or a verb, said by nobody and to nobody."""
        if not 1 <= len(turn.words) <= MAX_TOPIC_WORDS or not self.text[turn.end - 1].isalnum():
            return False
        said = self.words["first_person"] | self.words["second_person"] | self.words["asking_opening"]
        return said.isdisjoint(turn.words) and not any(map(self.layout.lexicon.is_finite, turn.words))

    def is_caption(self, turn: TurnLine) -> bool:
        """ "Karim Alami au port. © Archives": below a photograph."""
        return (
            not turn.asks and len(turn.words) <= MEDIUM and _CAPTION.search(self.text, turn.start, turn.end) is not None
        )

    def trails_off(self, turn: TurnLine) -> bool:
        """ "On vous dit fatigué…" """
        return TRAILS_OFF.search(self.text, turn.start, turn.end) is not None

    def addresses(self, turn: TurnLine) -> bool:
        """Whether the line says you to somebody, and not to anybody."""
        is_generic = starts_with_any(turn, self.words["generic_you"], self.text) or (
            turn.asks and not self.expects(turn)
        )
        return not is_generic and addresses_outside_marks(turn, self.text, self.layout.lexicon)

    def _presents(self, turn: TurnLine) -> bool:
        words = self.text[turn.start : turn.end].lower().replace("’", "'")
        if any(mark in words for mark in self.words["presented_by"]):
            return True
        return presents_interview(words, self.layout.lexicon)
