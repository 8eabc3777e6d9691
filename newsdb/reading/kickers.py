"""Recognise the lines that a page prints above its headline: outlet, rubric, whom it asks; header reads those below."""

import re
from collections.abc import Sequence
from functools import cache

from newsdb.language.outlets import find_outlet
from newsdb.language.pack import load_table, load_words
from newsdb.reading.bylines import has_byline_prefix, is_press_name, names_paper, read_byline, role_nouns
from newsdb.reading.datelines import read_dateline
from newsdb.reading.furniture import may_be_title, names_rubric, read_sections
from newsdb.reading.imprints import is_body, is_title
from newsdb.reading.lines import Line, fold_line

_LANGUAGE = "fr"
_LONGEST_HEADLINE = 300
# A line that ends a sentence and is longer than this is the text itself.
_LONGEST_SENTENCE = 120
_LONGEST_KICKER = 160
_LONGEST_BARE_HEADLINE = 110
_LONGEST_SERIES = 30
# A day and a signature may stand between a section and the headline.
_MOST_HEADS = 2
# Whom the interview is with is said by the first words, or by those behind a name of the series.
_LATEST_ANNOUNCEMENT = 24
_QUOTED_HEADLINE = re.compile(r"[«“\"][^?]+[»”\"]\.?|(?P<head>[^:«“\"]{2,80}?)\s?:\s*[«“\"].*")
# "TelQuel | Portrait"
_WITH_SECTION = re.compile(r"(?P<name>[^|•·\n]{2,40}?)\s*[|•·]\s*[^\W\d_][\w\s&]{2,30}")
_RUBRIC_AND_NAME = re.compile(
    r"(?P<first>[^|•·–—\n]{2,40}?)\s+[–—-]\s+(?P<last>[^|•·–—\n]{2,40}?)(?:\s[nN][°º]\s?\d{1,6})?"
)
_GUEST = re.compile(
    r"L['’](?:invitée?|entretien|interview)\s(?P<of>de\s|du\s|d['’])(?P<name>[^\W\d_a-zà-ÿ][^:.!?]{1,40})"
)
# A colon before this one belongs to the announcement, "Invité : X"; behind it the line goes on to say what was said.
_FIRST_COLON = 12
# "Entretien avec le ministre : ce qu'il faut retenir" is a headline itself.
_GOES_ON = re.compile(r":\s*(?![A-ZÀ-Þ][\w'’-]+\s+[A-ZÀ-Þ])\S")
_NAME_AND_ROLE = re.compile(
    r"(?:(?:Pr|Dr|Me|M|Mme)\.?\s)?[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){1,4},\s[a-zà-ÿ][^.:«!?]+[^.:;,«!?…\s]"
)
_DETERMINER = re.compile(r"(?:le|la|les|un|une|des|ce|cette|ces|comment|pourquoi|quand)\s+|l'\s?|d'ici\s")
_WORD = re.compile(r"[\w-]+")


def may_be_headline(line: Line) -> bool:
    """Whether the line is no paragraph: not too long for a headline, and no long sentence with its stop."""
    is_sentence = line.text.endswith(".") and not line.text.endswith("...")
    return line.length <= _LONGEST_HEADLINE and not (is_sentence and line.length > _LONGEST_SENTENCE)


def is_masthead(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the line is the name of the outlet, with a headline below: a common word only beside a dateline."""
    line = lines[at]
    if line.length > _LONGEST_KICKER:
        return False
    if names_outlet_and_section(line):
        return may_be_headline(lines[at + 1])
    # "L'ANALYSE POLITIQUE" has the shape of an unknown outlet's name.
    if not (find_outlet(line.text) or (is_press_name(line.text) and not names_rubric(line))):
        return False
    below = _first_below_dateline(text, lines, at)
    if below is None or not may_be_headline(below):
        return False
    if below is not lines[at + 1] or names_paper(line.text):
        return True
    return find_outlet(line.text) is not None and line.folded not in _common_words()


def names_outlet_and_section(line: Line) -> str | None:
    """The outlet of "TelQuel | Portrait", None for any other line."""
    match = _WITH_SECTION.fullmatch(line.text)
    is_name = match is not None and (find_outlet(match["name"]) or names_paper(match["name"]))
    return match["name"] if match and is_name else _beside_rubric(line)


def _beside_rubric(line: Line) -> str | None:
    """The outlet of "Le Phare — ENQUÊTE", "Dossier — Le Phare n° 12", "L'invité du Phare"."""
    match = _RUBRIC_AND_NAME.fullmatch(line.text) if line.length <= _LONGEST_BARE_HEADLINE else None
    for name, rubric in ((match["first"], match["last"]), (match["last"], match["first"])) if match else ():
        is_name = find_outlet(name) or (is_title(name) and not is_body(name))
        if is_name and names_rubric(Line(0, len(rubric), rubric, after_blank=False)):
            return name
    guest = _GUEST.fullmatch(line.text)
    name = f"Le {guest['name']}" if guest and guest["of"] == "du " else guest["name"] if guest else ""
    return name if find_outlet(name) else None


def _first_below_dateline(text: str, lines: Sequence[Line], at: int) -> Line | None:
    return next((line for line in lines[at + 1 :] if read_dateline(text, line) is None), None)


def is_signature(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the line says who wrote what the headline below it names: "Par X", "Le billet de X"."""
    line = lines[at]
    is_byline = has_byline_prefix(text, line.start, line.end) and read_byline(text, line.start, line.end) is not None
    return is_byline and may_be_headline(lines[at + 1]) and len(lines) > at + 2


def names_sections(text: str, lines: Sequence[Line], at: int) -> list[str] | None:
    """The sections or the rubric that the line names, None unless a headline stands below it.

    What may be a headline itself, "Le dialogue politique", is none above one that is signed or dated.
    """
    named = read_sections(lines[at])
    if named is None or not may_be_headline(lines[at + 1]):
        return None
    if not names_rubric(lines[at]):
        return named if _first_of_article(text, lines, at) else None
    if may_be_title(lines[at]):
        is_above = is_title_shaped(lines[at + 1]) and not _is_dated_or_signed(text, lines[at + 1])
        return named if is_above and _is_dated_or_signed(text, lines[at + 2]) else None
    first = _first_of_article(text, lines, at)
    return named if first and is_title_shaped(first) else None


def _first_of_article(text: str, lines: Sequence[Line], at: int) -> Line | None:
    """The first line below that is neither date nor signature, None where that can be no headline of a text below."""
    below = [line for line in lines[at + 1 : at + 2 + _MOST_HEADS] if not _is_dated_or_signed(text, line)]
    first = below[0] if below else None
    if first is None or first is lines[-1]:
        return None
    return first if first is lines[at + 1] or is_title_shaped(first) else None


def is_title_shaped(line: Line) -> bool:
    """Whether the line is no standfirst: no sentence with its stop, unless it is somebody's in marks."""
    is_sentence = line.text.endswith(".") and not line.text.endswith("...")
    return may_be_headline(line) and (not is_sentence or quotes_somebody(line))


def quotes_somebody(line: Line) -> bool:
    """Whether the line has the shape of a headline of somebody's words: « C », X : « C »."""
    return _QUOTED_HEADLINE.fullmatch(line.text) is not None


def is_series(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the line is the name of a series in capitals, above a headline that is signed or dated."""
    line, below = lines[at], lines[at + 1 : at + 3]
    is_short = line.length <= _LONGEST_SERIES and line.text.isupper() and line.text[-1].isalpha()
    if not is_short or len(below) < 2 or below[0].text.isupper() or not may_be_headline(below[0]):
        return False
    return _is_dated_or_signed(text, below[1]) and not _is_dated_or_signed(text, below[0])


def _is_dated_or_signed(text: str, line: Line) -> bool:
    return read_dateline(text, line) is not None or has_byline_prefix(text, line.start, line.end)


def announces_interview(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the line only says whom the interview is with, and the headline stands below it.

    "Entretien avec X, directeur de Y / « C »"; "Trois questions à X / président de Y" has its headline above.
    """
    return at + 2 < len(lines) and names_interview(lines[at]) and _heads(text, lines[at + 1], lines[at + 2])


def names_interview(line: Line) -> bool:
    """Whether the line says whom an interview is with, and nothing of what was said."""
    match = _announcement().search(line.folded) if line.length <= _LONGEST_KICKER else None
    is_early = match is not None and match.start() <= _LATEST_ANNOUNCEMENT
    return is_early and _GOES_ON.search(line.text, _FIRST_COLON) is None


def presents_somebody(text: str, lines: Sequence[Line], at: int) -> bool:
    """ "Karim Alami, ingénieur", below the rubric of an interview and above its headline, which is signed or dated."""
    line = lines[at]
    if at + 2 >= len(lines) or line.length > _LONGEST_BARE_HEADLINE:
        return False
    if _NAME_AND_ROLE.fullmatch(line.text) or (line.text.isupper() and "," in line.text):
        # Above words in marks alone, which can only be the person's.
        quoted = _QUOTED_HEADLINE.fullmatch(lines[at + 1].text)
        if quoted and quoted["head"] is None:
            return True
    if at == 0:
        return False
    is_asked = any(word in lines[at - 1].folded for word in ("entretien", "interview", "questions", "invite"))
    is_role = _NAME_AND_ROLE.fullmatch(line.text) is not None
    return is_asked and is_role and may_be_headline(lines[at + 1]) and _is_dated_or_signed(text, lines[at + 2])


def _heads(text: str, line: Line, following: Line) -> bool:
    """Whether the line below an announcement has the shape of a headline rather than of a question or a role."""
    if line.length > _LONGEST_HEADLINE or read_dateline(text, line):
        return False
    if quoted := _QUOTED_HEADLINE.fullmatch(line.text):
        return not is_press_name(quoted["head"] or "")
    if line.text.endswith("?"):
        return _is_dated_or_signed(text, following)
    if line.length > _LONGEST_BARE_HEADLINE or line.text.endswith((".", "…", ",", ";")):
        return False
    opening = _DETERMINER.match(line.folded)
    word = _WORD.match(line.folded, opening.end()) if opening else None
    return word is not None and word.group() not in role_nouns()


@cache
def _announcement() -> re.Pattern[str]:
    rows = [fold_line(words) for kind, words in load_table(_LANGUAGE, "page_lines") if kind == "announcement"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, rows))})(?!\w)")


@cache
def _common_words() -> frozenset[str]:
    return frozenset(fold_line(name) for name in load_words(_LANGUAGE, "common_outlet_names"))
