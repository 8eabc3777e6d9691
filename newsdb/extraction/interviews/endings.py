"""Find where the last answer of an interview ends: at a signature, a box or the words of the one who reports."""

import re
from collections.abc import Sequence, Set
from itertools import pairwise

from newsdb.extraction.interviews.scenes import last_spoken, paints_scene
from newsdb.extraction.interviews.turns import (
    LONGEST_HEAD,
    TURN_KINDS,
    TurnLine,
    is_heading_like,
    is_report,
    opens_box,
    opens_in_marks,
    says_i_outside_marks,
    speaks_first_person,
    starts_with_any,
)
from newsdb.extraction.speech_lexicon import Lexicon

_INITIALS = re.compile(r"\(?(?:[^\W\d_]\.\s?){2,4}(?:/\s?\w+)?\)?$")
_NAME = r"[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+){1,3}"
# "ENTRETIEN. Karim Alami, maire : « C »", "Pr Karim Alami (Sefrou) : « C »".
_HEADED = re.compile(rf"(?:^|[.:|]\s+|\b(?:avec|à|Pr|Dr|Me)[.…]*\s+)(?P<name>{_NAME})(?=\s*[,:(])")

_SURNAME_AND_VERB = re.compile(
    r"(?:(?:M|Mme|Mlle|Dr|Pr|Me)\.? )?(?P<name>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?),? (?:(?:lui|elle), "
    r"|(?:a|avait|est|s['’]est|n['’]a|estime|précise|ajoute|assure|indique|affirme|conclut|rappelle|souligne|annonce"
    r"|explique|promet)\b)"
)
# "Interrogé à ce propos, le maire …", "Contactée par nos soins, la commune …": no answer begins so but in "…, j'ai …".
_ASKED = re.compile(
    r"(?P<asked>[^\W\d_]+)\b[^.!?«»,]{0,120}(?:,[^.!?«»,]{0,80})?,\s+(?!(?:je|nous|on|moi)\b|j['’]|l['’]on\b)"
)
# "Karim Alami, fondateur de X, juge que …"; "… la chercheuse tenait à préciser : « … »".
_OTHER = re.compile(
    rf"(?:{_NAME},\s[a-zà-ÿ][^.!?:«»]{{3,90}},\s(?:a|ont|est|sont|avait|[a-zà-ÿ]{{3,}}(?:e|it|d|nt))\s)"
    r"|\b(?:[Ll][ea]\s|[Ll]['’])(?P<noun>[a-zà-ÿ-]{3,})\b(?=[^.!?«»:]{1,80}:\s*[«“\"])"
)
# "Karim Alami reprendra son poste", at the head of a paragraph.
_FULL_NAME = re.compile(rf"(?P<name>{_NAME})(?= [a-zà-ÿ])")
# "Karim Alami est géographe à Sefrou.", below the last answer
_INTRODUCED = re.compile(
    rf"(?P<name>{_NAME}) (?:est|dirige|préside|enseigne|travaille|vit|exerce|anime|tient"
    r"|a (?:publié|fondé|dirigé|créé))\b"
)
# So many who answer one question one after the other.
MIN_PANEL = 3


def find_end(lines: Sequence[TurnLine], question: int, text: str, lexicon: Lexicon) -> int:
    """The line after the last answer: a signature, a box or the narrative after a subheading ends the interview."""
    names = _answering_names(lines, text)
    surnames = {name.split()[-1] for name in names}
    in_marks = _first_outside_marks(lines, question + 1, text)
    spoken = last_spoken(lines, lexicon)
    behind = _behind_panel(lines, question + 1)
    head = text[: min(lines[question].line.start, LONGEST_HEAD)] if question >= 0 else ""
    for i in range(question + 1, len(lines)):
        turn = lines[i]
        if turn.line.kind not in TURN_KINDS or starts_with_any(turn, lexicon.words["recorded"], text):
            return i
        if i == question + 1:
            continue
        if i == behind and not speaks_first_person(turn, lexicon):
            return i
        if i == in_marks:
            return i
        if i > spoken and paints_scene(turn, text, lexicon):
            return i
        if is_heading_like(turn, text) and _is_narrative(turn, lines[i + 1 :], text, lexicon):
            return i
        if opens_box(turn, text, lexicon):
            return i
        if _INITIALS.match(text, turn.start, turn.end) or _is_told_by_another(turn, names, text, lexicon):
            return i
        if _introduces_at_end(lines[i:], text, lexicon):
            return i
        if _is_told_of(turn, head, surnames, text, lexicon) or _is_of_others(lines[i:], text, lexicon):
            return i
        if is_report(turn, text, lexicon):
            return _first_impersonal(lines, question + 2, i, lexicon)
    return len(lines)


def _behind_panel(lines: Sequence[TurnLine], first: int) -> int:
    """The line below the last of several labelled answers to one question, most of one paragraph; -1 elsewhere."""
    told = [i for i in range(first, len(lines)) if lines[i].label]
    single = sum(b == a + 1 for a, b in pairwise(told))
    is_panel = bool(told) and told[0] == first and 3 * single >= 2 * (len(told) - 1)
    return told[-1] + 1 if is_panel and len(told) >= MIN_PANEL else -1


def _first_outside_marks(lines: Sequence[TurnLine], first: int, text: str) -> int:
    """Where the answer at `first` stands in marks, the first line that does not, and -1 elsewhere."""
    if first >= len(lines) or not lines[first].is_quoted:
        return -1
    is_open = False
    for i in range(first, len(lines)):
        if not (is_open or opens_in_marks(lines[i], text)):
            return i
        if is_open or not lines[i].is_quoted:
            is_open = text[lines[i].end - 1] not in '»”"'
    return -1


def _first_impersonal(lines: Sequence[TurnLine], first: int, last: int, lexicon: Lexicon) -> int:
    """Where the narrative that reports speech at `last` begins: after the last paragraph that says I or we."""
    while last > first and not speaks_first_person(lines[last - 1], lexicon):
        last -= 1
    return last


def _is_narrative(heading: TurnLine, lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> bool:
    """What follows a subheading is no answer in a box, where nobody says I or we, or where speech is reported."""
    if starts_with_any(heading, lexicon.words["box"], text):
        return True
    body = [turn for turn in lines if turn.line.kind in TURN_KINDS]
    if any(is_report(turn, text, lexicon) for turn in body):
        return True
    return not any(speaks_first_person(turn, lexicon) for turn in body)


def _answering_names(lines: Sequence[TurnLine], text: str) -> set[str]:
    """The full names under which the one who answers is printed: in the headline and in labels."""
    labels = {turn.label.surface for turn in lines if turn.label and not turn.asks and " " in turn.label.surface}
    heads = [turn.line for turn in lines if turn.line.kind == "headline"]
    return labels | {match["name"] for line in heads for match in _HEADED.finditer(text, line.start, line.end)}


def _is_told_of(turn: TurnLine, head: str, surnames: Set[str], text: str, lexicon: Lexicon) -> bool:
    """ "Alami a par ailleurs annoncé que …": the surname of somebody whom the head names in full, and what they did.

    "Karim Alami dirige le port.", below answers of "M. Alami :", is such a line too.
    """
    if turn.label is not None or speaks_first_person(turn, lexicon):
        return False
    full = _FULL_NAME.match(text, turn.start, turn.end)
    if full is not None and (full["name"] in head or full["name"].split()[-1] in surnames):
        return True
    match = _SURNAME_AND_VERB.match(text, turn.start, turn.end)
    if match is None:
        return False
    return re.search(rf"[A-ZÀ-Þ][\w'’-]+ (?:[\w'’-]+ )?{re.escape(match['name'])}\b", head) is not None


def _is_told_by_another(turn: TurnLine, names: set[str], text: str, lexicon: Lexicon) -> bool:
    """ "Contacté par nos soins, le maire dément.", "Karim Alami publie …": nobody tells their own story so."""
    asked = _ASKED.match(text, turn.start, turn.end)
    if asked is not None and asked["asked"].lower() in lexicon.words["asked_elsewhere"]:
        return True
    is_named = any(name in text[turn.start : turn.end] for name in names)
    return is_named and turn.label is None and not speaks_first_person(turn, lexicon)


def _introduces_at_end(lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> bool:
    """ "Karim Alami est géographe à Sefrou.", where nothing above names him and nobody says I or we from here on."""
    match = _INTRODUCED.match(text, lines[0].start, lines[0].end)
    if match is None or lines[0].label is not None or match["name"].split()[-1] in text[: lines[0].start]:
        return False
    return not any(speaks_first_person(turn, lexicon) for turn in lines)


def _is_of_others(lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> bool:
    """Whether the first of the lines tells what somebody presented in it says, and nobody says I or we from it on."""
    first = lines[0]
    told = [match["noun"] for match in _OTHER.finditer(text, first.start, first.end)]
    if first.label is not None or not any(noun is None or noun in lexicon.nouns for noun in told):
        return False
    return not any(says_i_outside_marks(turn, text, lexicon) for turn in lines)
