"""Cut paragraphs in which an interview is printed as running text into its turns; questions decides what they are."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from newsdb.extraction.interviews.forms import Layout
from newsdb.extraction.interviews.turns import (
    TRAILS_OFF,
    TURN_KINDS,
    TurnLine,
    is_label_name,
    opens_as_request,
    read_turn_line,
    says_i,
    speaks_first_person,
    speaks_to_second_person,
    starts_with_any,
)
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import Line, split_sentences, trim

# A stop within a label is that of an initial.
_LABEL = re.compile(
    r"(?:^|(?<=[.?!…»”\"]\s)|(?<=\s)(?=[-–—]\s))(?:[-–—]\s+)?"
    r"(?P<name>[A-ZÀ-Þ0-9](?:[^:.…?!\n«»“”\"]|(?<=\b[A-ZÀ-Þ])\.){0,48}?)\s*[.]?\s?:\s+(?=[\w(])",
    re.MULTILINE,
)
_DASH = re.compile(r"(?:^|(?<=[.?!…»”\"]\s))[-–—]\s+(?=[A-ZÀ-Þ«“\"])", re.MULTILINE)
_ASKS = re.compile(r"\?[\s»”\")]*$")
_WORD = re.compile(r"[^\W_]+")
_KINDS = frozenset({"paragraph", "standfirst"})
MIN_DASHES = 3
# So many questions in one paragraph may be all those of an interview.
MIN_IN_ONE = 3
# So many paragraphs open with their question, so that others may open with a prompt.
MIN_OPENED = 2
MAX_PROMPT_WORDS = 30
# So many words are left for what opens a paragraph with its question, so that an answer stands behind it.
MIN_ANSWER_LENGTH = 8


def split_turns(text: str, lines: Sequence[Line], lexicon: Lexicon) -> tuple[Line, ...]:
    """The lines, those that hold several turns cut into one line each."""
    if "?" not in text:
        # No turns without a question.
        return tuple(lines)
    cut: list[Line] = []
    asking = _asking_labels(text, lines, lexicon)
    bounded = [_bounds(text, line, asking, lexicon) if line.kind in _KINDS else [] for line in lines]
    opened = sum(len(bounds) == 2 for bounds in bounded)
    for line, bounds in zip(lines, bounded, strict=True):
        if opened >= MIN_OPENED and not bounds and line.kind in _KINDS:
            bounds = _behind_prompt(text, line, lexicon)
        if len(bounds) < 2:
            cut.append(line)
            continue
        spans = (trim(text, start, end) for start, end in pairwise([*bounds, line.end]))
        cut.extend(Line(start, end, line.kind) for start, end in spans if start < end)
    return tuple(cut)


def _labels(text: str, line: Line, lexicon: Lexicon) -> list[re.Match[str]]:
    small = lexicon.words["name_particle"]
    return [m for m in _LABEL.finditer(text, line.start, line.end) if is_label_name(m["name"], small, asks=True)]


def _asking_labels(text: str, lines: Sequence[Line], lexicon: Lexicon) -> Counter[str]:
    """The labels that open a question on a line that holds its answer too, and how often."""
    asking: Counter[str] = Counter()
    for line in lines:
        found = _labels(text, line, lexicon) if line.kind in _KINDS and _has_question(text, line) else []
        asking.update(a["name"] for a, b in pairwise(found) if _ASKS.search(text[a.end() : b.start()]))
    return asking


def _bounds(text: str, line: Line, asking: Counter[str], lexicon: Lexicon) -> list[int]:
    """Where the turns of one line begin, none where it is one; `asking` are the labels that ask in the text."""
    if not asking and not _has_question(text, line):
        return []
    labels = _labels(text, line, lexicon)
    if len(labels) > 1:
        return _at_labels(text, line, labels, asking, lexicon)
    if not _has_question(text, line):
        return []
    return _at_dashes(text, line) or _in_one_paragraph(text, line, lexicon) or _behind_question(text, line, lexicon)


def _at_labels(
    text: str, line: Line, labels: Sequence[re.Match[str]], asking: Counter[str], lexicon: Lexicon
) -> list[int]:
    """ "Le Journal : C ? Karim A. : D.": at the labels; behind the only two, at the questions that have none."""
    starts = [match.start() for match in labels]
    asked = [match["name"] in asking for match in labels]
    is_lone = sum(asking.values()) == 1
    counts = Counter(match["name"] for match in labels)
    is_known = any(count > 1 for count in counts.values()) or any(len(re.split(r"[\s.]", n)) > 1 for n in counts)
    if len(counts) < 2 or not is_known or not any(a and not b for a, b in pairwise(asked)):
        return []
    if len(starts) == 2 and is_lone:
        starts += _at_questions(text, starts[-1], line.end, lexicon)
    return sorted({line.start, *starts})


def _in_one_paragraph(text: str, line: Line, lexicon: Lexicon) -> list[int]:
    """ "C ? D. E. F ? G.": at the questions, with what they say before they ask, and behind them."""
    sentences = split_sentences(text, line.start, line.end, abbreviations=lexicon.words["abbreviation"])
    asked = [_asks(text, sentence) for sentence in sentences]
    if sum(asked) < MIN_IN_ONE or True not in asked[:2]:
        return []
    opens = [
        n for n, asks in enumerate(asked)
        if (asks and not (n and (asked[n - 1] or _leads_to(text, sentences[n - 1], lexicon))))
        or (n + 1 < len(asked) and asked[n + 1] and not asks and _leads_to(text, sentences[n], lexicon))
        or (n and asked[n - 1] and not asks)
    ]  # fmt: skip
    return sorted({line.start, *(sentences[n][0] for n in opens)})


def _leads_to(text: str, sentence: tuple[int, int], lexicon: Lexicon) -> bool:
    """ "Vos confrères sont accusés de tricher." before "Vous confirmez ?": it speaks to somebody, and nobody says I."""
    words = _WORD.findall(text[sentence[0] : sentence[1]].lower())
    is_to_you = not lexicon.words["second_person"].isdisjoint(words)
    return is_to_you and lexicon.words["first_person"].isdisjoint(words)


def _at_questions(text: str, start: int, end: int, lexicon: Lexicon) -> list[int]:
    """The questions in the answer to the first, with what they say before they ask, and what follows each."""
    sentences = split_sentences(text, start, end, abbreviations=lexicon.words["abbreviation"])
    found: list[int] = []
    for number, (before, sentence) in enumerate(pairwise(sentences)):
        if _asks(text, sentence) != _asks(text, before):
            leads = _asks(text, sentence) and number and _leads_to(text, before, lexicon)
            found.append(before[0] if leads else sentence[0])
    return found


def add_quickfire(
    lines: Sequence[TurnLine], questions: Sequence[int], text: str, lexicon: Lexicon
) -> tuple[list[TurnLine], list[int]]:
    """The lines and questions with those of short questions behind dashes that close the interview.

    They stand on a line each, "- C ? / - D.", or all on one: "- C ? - D. - E ? - F."
    """
    last = questions[-1]
    cut = list(lines[: last + 1])
    for turn in lines[last + 1 :]:
        bounds = _at_dashes(text, turn.line) if turn.line.kind in _KINDS else []
        spans = [trim(text, a, b) for a, b in pairwise([*bounds, turn.line.end])]
        pieces = [Line(a, b, turn.line.kind) for a, b in spans if a < b]
        cut.extend([read_turn_line(text, piece, lexicon) for piece in pieces] if len(pieces) > 1 else [turn])
    usable = [i for i, turn in enumerate(cut) if turn.line.kind in TURN_KINDS]
    found = [i for i in Layout(cut, usable, frozenset(usable), text, lexicon).alternating(last + 2) if i + 1 < len(cut)]
    return (cut, [*questions, *found]) if found else (list(lines), list(questions))


def _at_dashes(text: str, line: Line) -> list[int]:
    """ "– C ? – D. – E ? – F." """
    starts = [match.start() for match in _DASH.finditer(text, line.start, line.end)]
    asked = [bool(_ASKS.search(text[a:b].rstrip())) for a, b in pairwise([*starts, line.end])]
    takes_turns = any(a and not b for a, b in pairwise(asked))
    return sorted({line.start, *starts}) if len(starts) >= MIN_DASHES and takes_turns else []


def _behind_question(text: str, line: Line, lexicon: Lexicon) -> list[int]:
    """ "C ? D. E.": behind the question that opens the line."""
    sentences = split_sentences(text, line.start, line.end, abbreviations=lexicon.words["abbreviation"])
    for before, sentence in pairwise(sentences):
        if _asks(text, sentence):
            continue
        asks = _asks(text, before) and line.end - sentence[0] >= MIN_ANSWER_LENGTH
        return [line.start, sentence[0]] if asks else []
    return []


def _behind_prompt(text: str, line: Line, lexicon: Lexicon) -> list[int]:
    """ "Parlez-nous de C. D.", "Vous vendez le port… D.": behind what opens the line where other lines open so."""
    dash = _DASH.search(text, line.start + 1, line.end)
    sentences = split_sentences(text, line.start, line.end, abbreviations=lexicon.words["abbreviation"])
    if dash is None and len(sentences) < 2:
        return []
    prompt, told = ((line.start, dash.start()), (dash.start(), line.end)) if dash else sentences[:2]
    turn = read_turn_line(text, Line(*prompt, line.kind), lexicon)
    answer = read_turn_line(text, Line(*told, line.kind), lexicon)
    if not turn.words or says_i(turn, lexicon) or len(turn.words) > MAX_PROMPT_WORDS:
        return []
    is_prompt = dash is not None or TRAILS_OFF.search(text, *prompt) or opens_as_request(turn, text)
    is_prompt = is_prompt or starts_with_any(turn, lexicon.words["question_opening"], text)
    takes_up = speaks_first_person(answer, lexicon) or starts_with_any(answer, lexicon.words["assent"], text)
    is_to_you = speaks_to_second_person(turn, lexicon) and not speaks_first_person(turn, lexicon)
    is_to_you = is_to_you and not starts_with_any(turn, lexicon.words["generic_you"], text)
    return [line.start, told[0]] if is_prompt or (is_to_you and takes_up) else []


def _has_question(text: str, line: Line) -> bool:
    return text.find("?", line.start, line.end) >= 0


def _asks(text: str, sentence: tuple[int, int]) -> bool:
    return _ASKS.search(text, max(sentence[0], sentence[1] - 6), sentence[1]) is not None
