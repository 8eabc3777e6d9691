"""Read each line as a possible turn of an interview: its label, its dash, whether it asks; interviews decides."""

import re
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from newsdb.extraction.cast import Label
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import Line

_DASH = re.compile(r"#{1,6}\s+(?=\S)|(?:[-–—•◦‣*>›❯→⇒➡►▶▸➤➢■□●○◆♦▪✔✓✅❓🔹🔸🔵🔴👉🎤🗣]\ufe0f?)+\s*(?=\S)|//\s+")
# "[00:12] ", "07:45 – ": when it was said, in a transcript
_TIMED = re.compile(r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?[\])]?\s*(?:[-–—]\s*)?(?=[^\W\d_])")
_NUMBER = re.compile(r"(?P<number>\d{1,2})\s*(?:[.)°/:]|\s?[-–—])\s*(?=\S)")
_LABEL = re.compile(
    r"(?P<name>(?:\d(?=[A-Z]))?[^\W\d_][^:?!\n«»“”\"*]{0,48}?)"
    r"(?:\s?\([^()\n]{1,40}\))?(?P<stop>[*_]*\s*:[*_]*\s+|\s*:(?=[^\W\d_][^\W\d_’']|[^\W\d_][’']|$)|\s*[.]?\s+[–—]\s+)"
)
_ASKS = re.compile(r"\?[\s»”\")\]*.]*$")
# A question that is asked before the last words: "… ? On parle d'un an."
_ASKED_BEFORE = re.compile(r"\?\s+[^?!.…]{1,120}[.…]?$")
_ASKED_LAST = re.compile(r"[.!…»”\"]\s+(?:(?:Et|Mais|Alors|Or|Donc),?\s)?(?P<asked>[^.!?…»”]{4,160})\?[\s»”\")]*$")
_ASKED_FIRST = re.compile(r"(?:(?:Et|Mais|Alors|Or|Donc),?\s)?(?P<asked>[^.!?…»”]{4,160})\?\s+[^\s»”\")]")
# "Qui refuserait ?", "Qui n'aurait pas dit oui ?", "Et alors ?"
_WHO_WOULD = re.compile(r"alors\s*$|qui (?:ne |n')?(?:(?:le|la|les|l'|y|en|s'|se) ?)?\w+rai(?:t|ent)\b")
# "Parlez-nous", "Pouvez-vous", "Diriez-vous": an order to somebody, or the inversion of a question.
_SPEAKS_TO = re.compile(r"[^\W\d_]+ez-(?:nous|vous|moi|le|la|les)\b", re.IGNORECASE)
# Other marks may stand inside: "« Il a dit “non”. »"
_WHOLE_MARKS = re.compile(r"(?:«[^«»]*»|“[^“”]*”|\"[^\"]*\")\s*\.?$")
_MARKED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
# "Racontez-nous" is said by nobody who is one of us; the M of "M. Alami" and the T of an initial are no "m'" and "t'".
_WORD = re.compile(r"(?<![^\W_])(?:(?<![eE][zZ]-)|(?!(?i:nous|moi)\b))(?!(?i:[mjt])\.)[^\W_]+")
_NAME_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST_SENTENCE = re.compile(r"[^.!?…]+[.!?…]")
_QUOTED_REPORT = re.compile(r"[»”\"]\s*,\s+(?!et\b|mais\b|ou\b)[^\W\d_]")
_CAPITAL_INSIDE = re.compile(r"(?<=\s)[A-ZÀ-Þ]")
# "monjournal.com : "
_SITE = re.compile(r"^\S+\.[a-z]{2,4}$")
_COUNTED = re.compile(r"(?<=[^\W\d_])(?:n[°º])?\d+$")
# "On vous dit fatigué…"
TRAILS_OFF = re.compile(r"(?:…|\.\.\.)[\s»”\"]*$")
# A sentence ends and another begins.
SENTENCE_END = re.compile(r"[.!?…]\s+(?=[A-ZÀ-Þ«“\"])")
# Who takes part is told above the first question.
LONGEST_HEAD = 4000
# The segments that may take a turn.
TURN_KINDS = frozenset({"paragraph", "subheading", "standfirst", "question", "answer"})
MAX_LABEL_WORDS = 6
MAX_BOX_WORDS = 8
MAX_REPLY_WORDS = 12
MAX_ASKED_BEFORE_WORDS = 60


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A line, what opens it and what it does; `start` is where its words begin, after dash and label."""

    line: Line
    start: int
    end: int
    has_dash: bool
    label: Label | None
    asks: bool
    words: tuple[str, ...]
    is_quoted: bool
    """Whether the whole line stands in marks, as a pull-quote does."""


def read_turn_line(text: str, line: Line, lexicon: Lexicon) -> TurnLine:
    """The line with its dash and its label told apart from its words."""
    start = line.start
    end = start + len(text[start : line.end].rstrip("*_ "))
    if end <= start:
        end = line.end
    timed = _TIMED.match(text, start, line.end)
    start = timed.end() if timed else start
    dash = _DASH.match(text, start, line.end)
    if dash:
        start = dash.end()
    asks = _ASKS.search(text, max(start, line.end - 8), line.end) is not None
    number = _NUMBER.match(text, start, line.end) if asks else None
    if number:
        start = number.end()
    small_words = lexicon.words["name_particle"]
    label = _read_label(text, start, line.end, small_words, asks=asks)
    if label is not None:
        stop = _LABEL.match(text, start, line.end)
        start = stop.end() if stop else start
    words = tuple(_WORD.findall(text[start : line.end].lower()))
    asks = asks or _asks_before_the_end(text, start, line.end, words, lexicon)
    is_quoted = _WHOLE_MARKS.match(text, start, line.end) is not None
    return TurnLine(line, start, end, bool(dash or number), label, asks, words, is_quoted)


def _asks_before_the_end(text: str, start: int, end: int, words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether a short line asks, and says a few words more; in an answer these are those of somebody who says I."""
    if text.find("?", start, end) < 0 or len(words) > MAX_ASKED_BEFORE_WORDS:
        return False
    if not lexicon.words["first_person"].isdisjoint(words):
        return False
    return _ASKED_BEFORE.search(text, start, end) is not None and not _MARKED.search(text, start, end)


def _read_label(text: str, start: int, end: int, small_words: frozenset[str], *, asks: bool) -> Label | None:
    match = _LABEL.match(text, start, end)
    if match is None or not is_label_name(match["name"], small_words, asks=asks):
        return None
    return Label(match.start("name"), match.end("name"), match["name"])


def is_label_name(name: str, small_words: frozenset[str], *, asks: bool) -> bool:
    """Whether the words before a colon may name who takes the turn."""
    words = _NAME_WORD.findall(name)
    is_site = _SITE.search(name) is not None
    large = sum(word.lower() not in small_words for word in words)
    if not (words and large <= MAX_LABEL_WORDS and len(words) <= 2 * MAX_LABEL_WORDS) or not (
        name[0].isupper() or name[0].isdigit() or is_site
    ):
        return False
    # "Question 2 :"
    counted = [word for word in words[1:] if not word.isdigit()]
    lower = 0 if is_site else sum(not word[0].isupper() and word.lower() not in small_words for word in counted)
    # An outlet may have a lower-case word in its name (Les Nouvelles quotidien), and it is the one that asks.
    return lower <= (1 if asks else 0)


def read_number(turn: TurnLine, text: str) -> int | None:
    """The number that opens a line, as "2." or "2 -" does; None where there is none."""
    match = _NUMBER.match(text, turn.line.start, turn.line.end)
    return int(match["number"]) if match else None


def with_number(turn: TurnLine, text: str) -> TurnLine:
    """The line with the number that opens it taken for the mark of a question."""
    match = _NUMBER.match(text, turn.line.start, turn.line.end)
    if match is None:
        return turn
    words = tuple(word.lower() for word in _WORD.findall(text, match.end(), turn.line.end))
    return replace(turn, start=match.end(), has_dash=True, label=None, words=words)


def with_label(turn: TurnLine, text: str, label: Label, start: int) -> TurnLine:
    """The line with what opens it taken for a label; its words begin at `start`."""
    dropped = len(_WORD.findall(text, label.start, start))
    return replace(turn, start=start, label=label, words=turn.words[dropped:])


def without_label(turn: TurnLine) -> TurnLine:
    """The line with what looked like a label among its words."""
    return turn if turn.label is None else replace(turn, start=turn.label.start, label=None)


def fold_label(label: Label) -> str:
    """One key for the printings of a label: "F.N.H. " and "F. N. H." are one, "Question 1" and "Question 2" too."""
    return _COUNTED.sub("", "".join(character for character in label.surface.lower() if character.isalnum()))


def label_words(lexicon: Lexicon, kind: str) -> frozenset[str]:
    """The words of a kind as the keys of labels."""
    return _as_keys(lexicon.words[kind])


@cache
def _as_keys(expressions: frozenset[str]) -> frozenset[str]:
    return frozenset("".join(character for character in words if character.isalnum()) for words in expressions)


def starts_with_any(turn: TurnLine, openings: frozenset[str], text: str) -> bool:
    """Whether the words of the line open with one of the given expressions."""
    head = text[turn.start : min(turn.end, turn.start + 48)].lower().replace("’", "'").lstrip("([*_ ")
    return head.startswith(_in_a_row(openings))


@cache
def _in_a_row(openings: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(openings))


def asks_back(turn: TurnLine, text: str, lexicon: Lexicon) -> bool:
    """ "On n'a plus d'eau. Comment voulez-vous tenir ?", "Que puis-je y faire ? Rien.": what an answer asks itself."""
    if not turn.asks:
        return False
    match = _ASKED_LAST.search(text, turn.start, turn.end) or _ASKED_FIRST.match(text, turn.start, turn.end)
    asked = match["asked"].lower().replace("’", "'") if match else ""
    return asked.startswith(_in_a_row(lexicon.words["rhetorical"])) or _WHO_WOULD.match(asked) is not None


def opens_as_request(turn: TurnLine, text: str) -> bool:
    """Whether the line opens with an order or an inversion to somebody: "Parlez-nous de …", "Diriez-vous que …"."""
    return _SPEAKS_TO.match(text, turn.start, turn.end) is not None


def opens_as_reply(turn: TurnLine, text: str, lexicon: Lexicon) -> bool:
    """ "Au printemps.", "Oui, …", "Parce que …": nobody begins so who has not been asked."""
    if not turn.words or turn.words[0] in lexicon.words["answer_opening"]:
        return bool(turn.words)
    if turn.words[0] in lexicon.words["que"] and not turn.asks:
        # "Qu'ils se trompent."
        return True
    sentence = _FIRST_SENTENCE.match(text, turn.start, turn.end)
    words = _LETTERS.findall(sentence.group().lower()) if sentence else []
    return 0 < len(words) <= MAX_REPLY_WORDS and not any(map(lexicon.is_finite, words))


def opens_in_marks(turn: TurnLine, text: str) -> bool:
    """Whether the line stands in marks, or opens them for several paragraphs."""
    printed = text[turn.start : turn.end]
    if printed.startswith('"'):
        return turn.is_quoted or printed.count('"') % 2 == 1
    return turn.is_quoted or (printed.startswith(("«", "“")) and "»" not in printed and "”" not in printed)


def is_heading_like(turn: TurnLine, text: str) -> bool:
    """Whether the line is a subheading, by its kind or by being short and without a final stop."""
    if turn.line.kind == "subheading":
        return True
    return len(turn.words) <= 12 and text[turn.end - 1] not in '.!?…»”":;,' and not turn.asks and turn.label is None


def speaks_first_person(turn: TurnLine, lexicon: Lexicon) -> bool:
    """Whether somebody says I or we in the line."""
    return not lexicon.words["first_person"].isdisjoint(turn.words)


def says_i(turn: TurnLine, lexicon: Lexicon) -> bool:
    """Whether somebody says I in the line."""
    return not lexicon.words["first_person_singular"].isdisjoint(turn.words)


def presents_interview(words: str, lexicon: Lexicon) -> bool:
    """Whether the words, in lower case, announce an interview: "nous livre", not "nous livrerons"."""
    return _any_of(lexicon.words["interview_mark"]).search(words.replace("’", "'")) is not None


@cache
def _any_of(expressions: frozenset[str]) -> re.Pattern[str]:
    """A pattern of them all, by their first letters: at most places of a text it tries those of one letter."""
    by_letter = groupby(sorted(expressions), key=lambda words: words[0])
    grouped = [
        f"{re.escape(letter)}(?:{'|'.join(re.escape(words[1:]) for words in begun)})" for letter, begun in by_letter
    ]
    return re.compile(rf"(?:{'|'.join(grouped)})(?![^\W_])")


def opens_box(turn: TurnLine, text: str, lexicon: Lexicon) -> bool:
    """Whether the short line is the title of a box: "Bio express", "Qui est Karim Alami ?", not "Qui sont-ils ?"."""
    if len(turn.words) > MAX_BOX_WORDS or not starts_with_any(turn, lexicon.words["box"], text):
        return False
    return not turn.asks or _CAPITAL_INSIDE.search(text, turn.start + 1, turn.end) is not None


def says_i_outside_marks(turn: TurnLine, text: str, lexicon: Lexicon) -> bool:
    """Whether the line itself says I, and not only somebody whom it quotes."""
    return speaks_outside_marks(turn, text, lexicon.words["first_person_singular"])


def speaks_to_second_person(turn: TurnLine, lexicon: Lexicon) -> bool:
    """Whether the line addresses somebody."""
    return not lexicon.words["second_person"].isdisjoint(turn.words)


def addresses_outside_marks(turn: TurnLine, text: str, lexicon: Lexicon) -> bool:
    """Whether the line itself addresses somebody, and not only somebody whom it quotes."""
    return speaks_outside_marks(turn, text, lexicon.words["second_person"])


def speaks_outside_marks(turn: TurnLine, text: str, persons: frozenset[str]) -> bool:
    """Whether the line itself has one of the words for a person, and not only somebody whom it quotes."""
    if persons.isdisjoint(turn.words):
        return False
    words = _WORD.findall(_MARKED.sub(" ", text[turn.start : turn.end]).lower())
    return not persons.isdisjoint(words)


def is_report(turn: TurnLine, text: str, lexicon: Lexicon) -> bool:
    """Whether the line quotes somebody as a narrator does, who may say we but not I."""
    if _QUOTED_REPORT.search(text, turn.start, turn.end) is None:
        return False
    return not says_i_outside_marks(turn, text, lexicon)
