"""Adopt as labels of an interview what only the layout shows to be labels ("Q. ", "Le Phare. ", "Le maire : ")."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from newsdb.extraction.cast import Label
from newsdb.extraction.interviews.turns import (
    LONGEST_HEAD,
    MAX_LABEL_WORDS,
    TurnLine,
    fold_label,
    label_words,
    read_number,
    with_label,
    with_number,
    without_label,
)
from newsdb.extraction.speech_lexicon import Lexicon

_NAME = (
    r"(?P<name>(?:[^\W\d_]\.\s?){2,}|(?:[^\W\d_]\.\s?)+[^\W\d_](?=\.\s)"
    r"|[^\W\d_][^:?!.,;/\]\n«»“”\"]{0,48}?)"
)
# No hyphen within a word: "La porte-parole : ".
_RULE = r"\s*\.?\s*[–—]+\s*|(?:\s*\.\s*|\s+)-+\s*|-+\s+"
# Stops that also stand after the first words of any sentence, so that only their regular return makes a label.
_WEAK = re.compile(rf"\[?{_NAME}(?P<stop>{_RULE}|\s*\.\s+|\.?\s*:\s*|\s*[/)]\s*|\]\s*:?\s*)(?=\S)")
# Of these stops a colon and a dash part a label that is known as one elsewhere.
_RULED = re.compile(r"[:–—-]")
# "Un habitant : On nous parle de dix ans.", above a label known to answer
_ANYBODY = re.compile(r"Une?\s[a-zà-ÿ]")
_DASHED = re.compile(r"[–—-]")
# "K. Alami. ", "K. El Alami – "
_SHORTENED = re.compile(
    r"\[?(?P<name>(?:[A-ZÀ-Þ]\.[\s-]?)+[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2})"
    rf"(?P<stop>{_RULE}|\s*[.:]\s+|\]\s*:?\s*)(?=\S)"
)
# "Pr Karim Alami", "KARIM BEN ALAMI" on a line of its own
_PRESENTED_NAME = re.compile(
    r"(?:(?:M|Mme|Dr|Pr|Me)\.?\s)?[A-ZÀ-Þ][\w'’-]+(?:\s(?:[A-ZÀ-Þ][\w'’-]+|ben|ould|mint|el|al|de)){0,3}"
    r"\s[A-ZÀ-Þ][\w'’-]+"
)
_WORD = re.compile(r"[^\W_]+")
MIN_PAIRS = 2
MAX_HEADS = 4
MAX_TITLE_WORDS = 16
# So often two openings take turns that no question mark is needed.
MIN_RETURNS = 3
MIN_OUTLET_LENGTH = 4
_DATED = frozenset({"dateline", "byline"})
_TURN_KINDS = frozenset({"paragraph", "subheading", "standfirst"})


def adopt_labels(lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> list[TurnLine]:
    """The lines with labels that stand alone joined to the next line, and with those that return turn by turn."""
    named = _name_repeated_lines(_name_presented_lines(lines, text), text, lexicon)
    joined = _repeat_labels(_join_lone_labels(named), text)
    joined = _without_dateline(_name_outlet(joined, text), text)
    if any(a.label and b.label and a.line.kind in _TURN_KINDS for a, b in pairwise(joined)):
        return joined
    candidates = [(turn.label and (turn.label, turn.start)) or _read_weak(turn, text) for turn in joined]
    keys = [fold_label(found[0]) if found else "" for found in candidates]
    adopted = _returning(joined, keys, lexicon) | _introduced(joined, candidates, text)
    adopted |= _in_turns(keys) - label_words(lexicon, "short_answer")
    below = [place < len(keys) and keys[place] in adopted for place in range(1, len(keys) + 1)]
    return [
        with_label(turn, text, *found)
        if found and turn.label is None and (key in adopted or (is_below and _ANYBODY.match(found[0].surface)))
        else turn
        for turn, found, key, is_below in zip(joined, candidates, keys, below, strict=True)
    ]


def _without_dateline(lines: Sequence[TurnLine], text: str) -> list[TurnLine]:
    """ "Le Journal - Karim Alami revient sur …" right above "Le Journal : C ?" is dated so, and no turn."""
    labelled = [(i, turn, turn.label) for i, turn in enumerate(lines) if turn.label][:2]
    if len(labelled) < MIN_PAIRS:
        return list(lines)
    (place, dated, name), (below, asked, label) = labelled
    is_dated = asked.asks and not dated.asks and below <= place + MAX_HEADS and fold_label(name) == fold_label(label)
    if not is_dated or _DASHED.search(text, name.end, dated.start) is None:
        return list(lines)
    return [without_label(turn) if i == place else turn for i, turn in enumerate(lines)]


def adopt_numbers(lines: Sequence[TurnLine], text: str) -> list[TurnLine]:
    """ "2. La mairie dément." between "1. Qui paiera ?" and "3. Et après ?" is a question too."""
    numbers = [read_number(turn, text) for turn in lines]
    asked = [(i, number) for i, number in enumerate(numbers) if number and lines[i].asks]
    if len(asked) < MIN_PAIRS or any(a[1] >= b[1] for a, b in pairwise(asked)):
        counted = [i for i, number in enumerate(numbers) if number]
        is_row = len(counted) > MIN_PAIRS and [numbers[i] for i in counted] == list(range(1, len(counted) + 1))
        if not is_row or any(b == a + 1 for a, b in pairwise(counted)):
            return list(lines)
        # "1. C. / D. / 2. E. / F.": a count from one on with a paragraph below each.
        return [with_number(turn, text) if number else turn for turn, number in zip(lines, numbers, strict=True)]
    return [
        with_number(turn, text) if number and not turn.asks and _fits_between(i, number, asked) else turn
        for i, (turn, number) in enumerate(zip(lines, numbers, strict=True))
    ]


def _fits_between(place: int, number: int, asked: Sequence[tuple[int, int]]) -> bool:
    before = [known for at, known in asked if at < place]
    after = [known for at, known in asked if at > place]
    if not before or not after:
        return number == (before[-1] + 1 if before else after[0] - 1)
    return before[-1] < number < after[0]


def _name_presented_lines(lines: Sequence[TurnLine], text: str) -> list[TurnLine]:
    """ "Karim Alami / Géographe, Sefrou / D.", more than once below a question: the name is the label."""
    found = [i for i in range(1, len(lines) - 2) if _presents(lines, i, text)]
    names = {text[lines[i].start : lines[i].end] for i in found}
    if len(names) < MIN_PAIRS or not any(turn.asks for turn in lines[: found[0]]):
        return list(lines)
    held, titles = frozenset(found), frozenset(i + 1 for i in found)
    return [
        replace(turn, label=Label(turn.start, turn.end, text[turn.start : turn.end]), start=turn.end, words=())
        if i in held
        else turn
        for i, turn in enumerate(lines)
        if i not in titles
    ]


def _presents(lines: Sequence[TurnLine], i: int, text: str) -> bool:
    """Whether the line is a full name, the one right below it a title without a stop, and the next what they say."""
    name, title, told = lines[i : i + 3]
    if any(turn.label or turn.asks or turn.line.kind not in _TURN_KINDS for turn in (name, title)):
        return False
    is_name = _PRESENTED_NAME.fullmatch(text, name.start, name.end) is not None
    is_title = 1 <= len(title.words) <= MAX_TITLE_WORDS and text[title.start].isupper() and title.end > title.start
    is_beside = "\n\n" not in text[name.end : title.start] and text[title.end - 1] not in ".!?…:;»”"
    return is_name and is_title and is_beside and text[told.end - 1] in '.!?…»”"'


def _name_repeated_lines(lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> list[TurnLine]:
    """ "Karim A." on a line of its own before each of his answers is a label without a colon; so is "RÉPONSE"."""
    plain = label_words(lexicon, "question_label") | label_words(lexicon, "answer_label")
    printed = [text[turn.start : turn.end] for turn in lines]
    counts = Counter(words for turn, words in zip(lines, printed, strict=True) if _may_be_name(turn, words))
    names = {
        words
        for words, count in counts.items()
        if count > 1 and (" " in words or words.lower() in plain or _is_surname(words, text))
    }
    return [
        replace(turn, label=Label(turn.start, turn.end, words), start=turn.end, words=()) if words in names else turn
        for turn, words in zip(lines, printed, strict=True)
    ]


def _is_surname(word: str, text: str) -> bool:
    """ "Alami", where the text has "Karim Alami" at its head."""
    return re.search(rf"\b[A-ZÀ-Þ][\w'’-]+ {re.escape(word)}\b", text[:LONGEST_HEAD], re.IGNORECASE) is not None


def _may_be_name(turn: TurnLine, words: str) -> bool:
    is_short = turn.label is None and 1 <= len(turn.words) <= MAX_LABEL_WORDS and turn.line.kind in _TURN_KINDS
    return is_short and words[0].isupper() and words[-1].isalnum()


def _join_lone_labels(lines: Sequence[TurnLine]) -> list[TurnLine]:
    """ "Question :" on a line of its own opens the next line."""
    joined: list[TurnLine] = []
    held: TurnLine | None = None
    for turn in lines:
        if held is not None and held.label is not None and turn.label is None and turn.line.kind in _TURN_KINDS:
            line = replace(turn.line, start=held.line.start)
            joined.append(replace(turn, line=line, label=held.label))
            held = None
            continue
        if held is not None:
            joined.append(held)
        held = turn if turn.label is not None and not turn.words else None
        if held is None:
            joined.append(turn)
    return [*joined, held] if held is not None else joined


def _repeat_labels(lines: Sequence[TurnLine], text: str) -> list[TurnLine]:
    """ "La rédaction :" before a question is one before a statement too, and before a dash."""
    known = {fold_label(turn.label) for turn in lines if turn.label and turn.asks}
    return [_repeat_label(turn, text, known) for turn in lines]


def _name_outlet(lines: Sequence[TurnLine], text: str) -> list[TurnLine]:
    """ "Le Journal - Racontez-nous": the name that opens the line with the date asks, be it once."""
    heads = [text[turn.line.start : turn.line.end] for turn in lines if turn.line.kind in _DATED][:MAX_HEADS]
    named = list(lines)
    for i, turn in enumerate(lines):
        found = _read_weak(turn, text) if heads and turn.label is None and turn.line.kind in _TURN_KINDS else None
        if (
            found
            and len(found[0].surface) >= MIN_OUTLET_LENGTH
            and any(head.startswith(found[0].surface) for head in heads)
        ):
            named[i] = with_label(turn, text, *found)
    return named


def _repeat_label(turn: TurnLine, text: str, known: set[str]) -> TurnLine:
    found = _read_weak(turn, text) if turn.label is None and known else None
    if found is None or fold_label(found[0]) not in known or not _RULED.search(text, found[0].end, found[1]):
        return turn
    return with_label(turn, text, *found)


def _read_weak(turn: TurnLine, text: str) -> tuple[Label, int] | None:
    match = _SHORTENED.match(text, turn.start, turn.end)
    if match is None or not _shortens_a_name(_WORD.findall(match["name"]), text[: min(turn.start, LONGEST_HEAD)]):
        match = _WEAK.match(text, turn.start, turn.end)
    if match is None or not match["name"][0].isupper() or len(_WORD.findall(match["name"])) > MAX_LABEL_WORDS:
        return None
    name = match["name"].rstrip()
    return Label(match.start("name"), match.start("name") + len(name), name), match.end()


def _returning(lines: Sequence[TurnLine], keys: Sequence[str], lexicon: Lexicon) -> set[str]:
    """The labels of one who asks and one who answers, line after line; or of answers after unlabelled questions."""
    asking = Counter(key for turn, key in zip(lines, keys, strict=True) if turn.asks)
    telling = Counter(key for turn, key in zip(lines, keys, strict=True) if not turn.asks)
    pairs: Counter[tuple[str, str]] = Counter()
    follows: Counter[str] = Counter()
    for place in range(len(lines) - 1):
        asked, told = keys[place], keys[place + 1]
        if told and asked != told and lines[place].asks and not lines[place + 1].asks:
            follows[told] += 1
            if asked and 2 * asking[asked] > telling[asked]:
                pairs[asked, told] += 1
    adopted = {key for pair, count in pairs.items() if count >= MIN_PAIRS for key in pair} | _known(keys, lexicon)
    if not adopted:
        adopted = {key for key, count in follows.items() if count >= MIN_PAIRS and 3 * count >= 2 * telling[key]}
        adopted = {key for key in adopted if len(key) > 1 or key in label_words(lexicon, "answer_label")}
    return adopted - label_words(lexicon, "short_answer")


def _introduced(lines: Sequence[TurnLine], candidates: Sequence[tuple[Label, int] | None], text: str) -> set[str]:
    """ "Karim Alami. D.", "K. Alami. D.", "K. A. D.": names in the text above, and what they shorten to."""
    found: dict[str, str] = {}
    places: list[int] = []
    for i, candidate in enumerate(candidates):
        label = candidate[0] if candidate else None
        if label is None or lines[i].line.kind not in _TURN_KINDS:
            continue
        words = _WORD.findall(label.surface)
        initials = "".join(word[0] for word in words).lower()
        above = text[: min(label.start, LONGEST_HEAD)]
        is_printed = label.surface in above or _is_miswritten(label.surface, above)
        is_name = len(words) > 1 and (_is_miswritten(label.surface, above) or all(word[0].isupper() for word in words))
        is_told = is_printed or fold_label(label) in found.values()
        if is_name and (is_told or _shortens_a_name(words, above)):
            found[fold_label(label)] = initials
            places.append(i)
    is_asked = any(lines[i - 1].asks for i in places if i)
    is_again = len(found) == 1 and len(places) >= MIN_RETURNS
    if len(places) == 1 and is_asked:
        return _first_pair(lines, candidates, places[0])
    return set(found) if len(places) >= MIN_PAIRS and (is_asked or is_again) else set()


def _first_pair(lines: Sequence[TurnLine], candidates: Sequence[tuple[Label, int] | None], place: int) -> set[str]:
    """ "Le Phare. C ? / Karim Alami. D.", once: both are named at the first turn, who answers by the full name."""
    answer, question = candidates[place], candidates[place - 1] if lines[place - 1].asks else None
    keys = {fold_label(answer[0])} if answer is not None else set()
    if question is not None:
        asked = question[0].surface
        returns = sum(found is not None and found[0].surface == asked for found in candidates) > 1
        # "Bonjour. Pourquoi … ?", "Soyons clairs. …"
        is_outlet = not returns and (asked[1:] != asked[1:].lower())
        keys |= {fold_label(question[0])} if is_outlet else set()
    return keys


def _is_miswritten(name: str, above: str) -> bool:
    """ "Karim alami", where the text above has "Karim Alami", or "Karim Alami" where it has "KARIM ALAMI"."""
    words = name.split()
    if len(words) < 2 or not words[0][0].isupper():
        return False
    if all(word[0].isupper() for word in words):
        return name.upper() in above
    return " ".join([words[0], *(word.title() for word in words[1:])]) in above


def _in_turns(keys: Sequence[str]) -> set[str]:
    """Two openings, line after line, each again and again: nothing but an exchange is printed so."""
    common = [key for key, count in Counter(filter(None, keys)).most_common(2) if count >= MIN_RETURNS]
    places = [i for i, key in enumerate(keys) if key in common]
    if len(common) != 2 or any(keys[a] == keys[b] for a, b in pairwise(places)):
        return set()
    beside = sum(b == a + 1 for a, b in pairwise(places))
    return set(common) if 2 * beside >= len(places) - 1 else set()


def _shortens_a_name(words: Sequence[str], above: str) -> bool:
    """Whether "K. Alami" stands for a Karim Alami of the text above."""
    if len(words[0]) > 1 or len(words[-1]) == 1 or words[-1] not in above:
        return False
    surname = r"\W+".join(map(re.escape, words[1:]))
    return re.search(rf"\b{words[0]}[\w'’-]+\s(?:[\w'’.-]+\s){{0,2}}{surname}\b", above) is not None


def _known(keys: Sequence[str], lexicon: Lexicon) -> set[str]:
    """ "Q. C. / R. D.": the words for question and answer, line after line, need no question mark."""
    asks, tells = label_words(lexicon, "question_label"), label_words(lexicon, "answer_label")
    known = Counter((a, b) for a, b in pairwise(keys) if a in asks and b in tells)
    return {key for pair, count in known.items() if count >= MIN_PAIRS for key in pair}
