"""Read an interview printed as running text, question and answer in one paragraph, sentence by sentence.

The best of all readings is found in one walk, as rows does for lines, with what weighing says of each sentence.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsdb.extraction.interviews.forms import Layout
from newsdb.extraction.interviews.turns import (
    TurnLine,
    is_report,
    read_turn_line,
    speaks_first_person,
    starts_with_any,
    without_label,
)
from newsdb.extraction.interviews.weighing import Weighing
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import Line, split_sentences, trim

_KINDS = frozenset({"paragraph", "standfirst"})
# "Votre plus belle erreur : l'avoir crue."
_TOPIC = re.compile(r"(?:Votre|Vos|Ton|Ta|Tes)\s[^.:!?…\n]{3,60}?\s?:\s+(?=[A-ZÀ-Þ])")
# "… Comment l'expliquez-vous ?", "… Sont-ils efficaces ?", "… Partagez-vous cette analyse ?"
_TAKES_UP = re.compile(
    r"(?:^|[\s'’])(?:en|y|le|la|les|leur|lui|l['’])\s?[^\W\d_]+ez-vous\b|\b(?:que|vous) (?:leur )?répondez\b"
    r"|^(?:(?:[Oo]ù|[Cc]omment|[Pp]ourquoi|[Qq]uand|[Qq]ue|[Qq]ui|[Ee]n|[Cc]ombien)\s)?[^\W\d_]+-(?:t-)?(?:ils?|elles?)\b"
    r"|-vous\s(?:[^\W\d_]+\s){0,3}(?:cet|cette|ces|ce)\s|\b[Qq]u['’]en\s(?!est-il\sd)"
    r"|-vous\s(?:d['’]accord|favorables?|inqui(?:et|ète)s?|prêts?)\s?\?"
    r"|^[Vv]otre (?:avis|réaction|réponse|sentiment) \?",
)
_MARKS = re.compile(r"[«“\"]")
# So many sentences ask where running text is an interview.
MIN_ASKED = 2
MIN_QUESTIONS = 3
# One report to so many questions makes a narrator.
REPORTED_SHARE = 3
# So many paragraphs open with what asks.
MIN_OPENED = 2
MAX_SENTENCES = 2000
# So many sentences may lead to the one that asks.
MAX_LEADS = 2
HEAD, ASKS, ASKS_ON, TELLS, TELLS_ON = range(5)
_NONE = (float("-inf"), 0)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence read as a turn, the line in which it stands and its place there."""

    turn: TurnLine
    line: int
    place: int
    is_topic: bool
    has_label: bool
    """Whether a label opens it, and it asks."""


@dataclass(frozen=True, slots=True)
class Running:
    """The lines cut at questions and answers, which of them ask, and whether these open paragraphs or are marked.

    Marked they are by dashes, or by labels at the first of them and at its answer.
    """

    lines: Sequence[TurnLine] = ()
    questions: Sequence[int] = ()
    opens: bool = False
    is_marked: bool = False


def read_running(text: str, lines: Sequence[Line], lexicon: Lexicon) -> Running:
    """The best reading of the lines as running text; no questions where hardly anything asks."""
    if text.count("?") < MIN_ASKED:
        return Running()
    sentences = [sentence for n, line in enumerate(lines) for sentence in _sentences(text, n, line, lexicon)]
    asked = [n for n, sentence in enumerate(sentences) if sentence.turn.asks]
    if len(asked) < MIN_ASKED or len(sentences) > MAX_SENTENCES:
        return Running()
    walk = _Walk(text, sentences, asked, lexicon)
    states = walk.states()
    cut, questions = _cut(text, lines, sentences, states, lexicon)
    opening = cut[questions[0] : questions[0] + 2] if questions else []
    is_labelled = bool(opening) and all(turn.label for turn in opening)
    is_short = len(questions) < (MIN_OPENED if walk.opens or is_labelled else MIN_QUESTIONS)
    # "« C », répond-elle.": a portrait asks too.
    told = sum(is_report(s.turn, text, lexicon) for s, state in zip(sentences, states, strict=True) if state != HEAD)
    is_short = is_short or (not walk.opens and REPORTED_SHARE * told >= len(questions))
    is_bare = len(asked) < MIN_QUESTIONS and not (walk.is_dashed or is_labelled)
    if is_short or (is_bare and _reports_in(cut[questions[0] :], text)):
        return Running()
    return Running(cut, questions, walk.opens, walk.is_dashed or is_labelled)


def _reports_in(turns: Sequence[TurnLine], text: str) -> bool:
    """Whether somebody's words stand in marks in the turns: where hardly anything asks, a narrator prints them."""
    return any(_MARKS.search(text, turn.start, turn.end) is not None for turn in turns)


def _sentences(text: str, number: int, line: Line, lexicon: Lexicon) -> list[_Sentence]:
    if line.kind not in _KINDS:
        return []
    topic = _TOPIC.match(text, line.start, line.end)
    start = topic.end() if topic else line.start
    spans = split_sentences(text, start, line.end, abbreviations=lexicon.words["abbreviation"])
    spans = ((line.start, line.start + len(topic.group().rstrip())), *spans) if topic else spans
    read = [read_turn_line(text, Line(*span, line.kind), lexicon) for span in spans]
    return [
        _Sentence(
            without_label(turn), number, place, topic is not None and not place, turn.asks and turn.label is not None
        )
        for place, turn in enumerate(read)
    ]


class _Walk:
    """The best reading of the sentences; `asked` are those that end in a question mark."""

    def __init__(self, text: str, sentences: Sequence[_Sentence], asked: Sequence[int], lexicon: Lexicon) -> None:
        turns = [sentence.turn for sentence in sentences]
        usable = range(len(turns))
        self.text = text
        self.sentences = sentences
        self.layout = Layout(turns, usable, frozenset(usable), text, lexicon)
        self.weighing = Weighing(self.layout, (), {}, asked[0])
        self.weights = lexicon.weights
        lines = {sentence.line: sentence.turn.line for sentence in reversed(sentences)}
        ends = {sentence.line: sentence.turn.line.end for sentence in sentences}
        whole = {n: read_turn_line(text, replace(line, end=ends[n]), lexicon) for n, line in lines.items()}
        # What a narrator reports prompts nobody.
        self.reported = {n for n, turn in whole.items() if is_report(turn, text, lexicon)}
        expecting = [n for n in asked if self.weighing.expects(turns[n])]
        opening = [n for n in expecting if sentences[n].place < MIN_OPENED and self._goes_on(n)]
        # "C ? D. / E ? F.": paragraphs open with what asks, and what asks within one is a part of the answer.
        self.opens = len(opening) >= MIN_OPENED and 3 * len(opening) >= 2 * len(expecting)
        self.opens = self.opens and len({sentences[n].line for n in opening}) >= MIN_OPENED

        self.is_dashed = self._are_dashed(expecting)

    def _are_dashed(self, expecting: Sequence[int]) -> bool:
        """ "-C. D ? E. -F ? G.": a dash opens most of what asks, and what answers has none."""
        has_dash = [sentence.turn.has_dash for sentence in self.sentences]
        led = sum(any(has_dash[max(0, n - MAX_LEADS) : n + 1]) for n in expecting)
        told = sum(has_dash[n] and self.sentences[n - 1].turn.asks for n in range(1, len(has_dash)))
        return led >= MIN_OPENED and 3 * led >= 2 * len(expecting) and 3 * told <= led

    def _goes_on(self, n: int) -> bool:
        return n + 1 < len(self.sentences) and self.sentences[n + 1].line == self.sentences[n].line

    def states(self) -> list[int]:
        """What each sentence does in the best reading."""
        steps: list[list[tuple[float, int]]] = []
        for n in range(len(self.sentences)):
            head, asks, again, tells, more = steps[-1] if steps else [(0.0, HEAD), _NONE, _NONE, _NONE, _NONE]
            led = max((asks[0], ASKS), (again[0], ASKS_ON))
            told = max((tells[0], TELLS), (more[0], TELLS_ON))
            # What presents the interview may end within the paragraph of the first question.
            first = (head[0] - self.weights["run_inside"] * (self.opens and self.sentences[n].place > 0), HEAD)
            opens = max(first, told)
            steps.append(
                [
                    _plus((head[0], HEAD), self._heads(n)),
                    _plus(opens, self._asks(n)),
                    _plus(led, self._asks_on(n)),
                    _plus(led, self._tells(n)),
                    _plus(told, self._tells_on(n)),
                ]
            )
        state = max((TELLS, TELLS_ON), key=lambda s: steps[-1][s][0])
        found: list[int] = []
        for step in reversed(steps):
            found.append(state)
            state = step[state][1]
        return found[::-1]

    def _heads(self, n: int) -> float:
        turn = self.sentences[n].turn
        said = speaks_first_person(turn, self.layout.lexicon) + self.weighing.expects(turn)
        return self.weighing.introduces(n) - 2.0 * said

    def _asks(self, n: int) -> float:
        """How much the sentence looks like the first of a question."""
        w, sentence = self.weights, self.sentences[n]
        weight = self.weighing.asking(n) + w["question"] + w["run_topic"] * sentence.is_topic
        if sentence.place and starts_with_any(sentence.turn, self.layout.lexicon.words["rhetorical"], self.text):
            return weight + w["run_inside"]
        if not sentence.turn.asks and starts_with_any(
            sentence.turn, self.layout.lexicon.words["continuing"], self.text
        ):
            weight += w["run_reported"]
        if self.is_dashed and sentence.place:
            return weight + (w["run_dashed"] if sentence.turn.has_dash else w["run_inside"])
        is_open = sentence.turn.asks or sentence.is_topic or self._requests(n)
        if self.opens:
            if sentence.place:
                return weight + w["run_inside"] * (not sentence.has_label)
            return weight + w["run_opens"] * is_open + w["run_reported"] * (sentence.line in self.reported)
        is_prompt = self.weighing.addresses(sentence.turn)
        weight += w["run_paragraph"] * (is_prompt and (sentence.turn.has_dash or not sentence.place))
        return weight + (0.0 if is_open else w["run_statement"] if is_prompt else w["run_impersonal"])

    def _requests(self, n: int) -> bool:
        """Whether the sentence is an order to somebody or trails off."""
        return self.weighing.requests(self.sentences[n].turn) or self.weighing.trails_off(self.sentences[n].turn)

    def _asks_on(self, n: int) -> float:
        """How much it looks like what a question goes on with, within its paragraph."""
        sentence = self.sentences[n]
        if not sentence.place or sentence.has_label:
            return float("-inf")
        if sentence.turn.asks or self.weighing.requests(sentence.turn):
            return self.weighing.asking(n) + self.weights["run_asks_on"] + self.weights["run_led"] * self._is_led(n)
        if self.sentences[n - 1].turn.asks:
            return float("-inf")
        flows = not (self.opens or self.is_dashed)
        return self.weighing.asking(n) + self.weights["question"] + self.weights["run_statement"] * flows

    def _is_led(self, n: int) -> bool:
        """ "Les prix montent. Comment l'expliquez-vous ?": it takes up the sentence before, said by nobody."""
        above = self.sentences[n - 1].turn
        if above.asks or speaks_first_person(above, self.layout.lexicon):
            return False
        if starts_with_any(above, self.layout.lexicon.words["continuing"], self.text):
            return False
        turn = self.sentences[n].turn
        return turn.asks and _TAKES_UP.search(self.text[turn.start : turn.end]) is not None

    def _tells(self, n: int) -> float:
        is_parted = self.opens and not self.sentences[n].place and not self.sentences[n - 1].turn.asks
        is_to_you = self.weighing.addresses(self.sentences[n].turn) and not self.layout.agrees_or_denies(
            self.sentences[n].turn
        )
        weight = self.weighing.telling(n) + self.weighing.echoes(n)
        return weight + self.weights["run_parted"] * is_parted + self.weights["run_to_you"] * is_to_you

    def _tells_on(self, n: int) -> float:
        return self.weighing.going_on(n)


def _cut(
    text: str, lines: Sequence[Line], sentences: Sequence[_Sentence], states: Sequence[int], lexicon: Lexicon
) -> tuple[list[TurnLine], list[int]]:
    """The lines cut where questions and answers begin."""
    starts: dict[int, list[tuple[int, bool]]] = {}
    for sentence, state in zip(sentences, states, strict=True):
        if state in (ASKS, TELLS) or not sentence.place:
            starts.setdefault(sentence.line, []).append((sentence.turn.line.start, state == ASKS))
    cut: list[TurnLine] = []
    questions: list[int] = []
    for number, line in enumerate(lines):
        opened = starts.get(number, [(line.start, False)])
        ends = [*(start for start, _ in opened[1:]), line.end]
        for (start, asks), end in zip(opened, ends, strict=True):
            if asks:
                questions.append(len(cut))
            turn = read_turn_line(text, Line(*trim(text, start, end), line.kind), lexicon)
            is_labelled = turn.asks if asks else start == line.start
            cut.append(turn if is_labelled else without_label(turn))
    return cut, questions


def _plus(best: tuple[float, int], weight: float) -> tuple[float, int]:
    return best[0] + weight, best[1]
