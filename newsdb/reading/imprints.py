"""Find the outlet that an article prints with its first or last words, or says that it has spoken to.

"(Rivages Infos) – Les puits …", "Le Phare, 3 mai 2024. Les puits …", "… avant l'été. (MAP)", "répond
aux questions du Phare".
Lines of their own are read in header and body, and the labels of interviews in mastheads.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsdb.language.dates import read_date
from newsdb.language.names import fold
from newsdb.language.outlets import is_outlet_name
from newsdb.language.pack import load_words
from newsdb.reading.bylines import is_agency, is_press_name, names_desk, role_nouns
from newsdb.reading.lines import Block, fold_line

_LANGUAGE = "fr"
_PLACES = ("places", "regions", "towns")
_NAME = r"[^\W\d_a-zà-ÿ][^-–—:.,!?«»\"“”()|\n]{1,40}?"
# "(Rivages Infos) – Les puits", and "(Rivages Infos)" alone.
_BRACKETED = re.compile(rf"\((?P<name>{_NAME})\)\s?(?:[-–—:]\s|$)")
# "Le Phare, 3 mai 2024. Les puits", "Le Phare, 3/5/2024 – Les puits"
_DATED = re.compile(rf"(?P<name>{_NAME}),\s(?P<date>[^.,;:()]{{6,28}}?\d{{4}})(?:\.|\s?[-–—:])\s")
# "Kapitalis. Les puits"
_ALONE = re.compile(rf"(?P<name>{_NAME})\.\s(?=[A-ZÀ-Þ«“])")
_LAST = re.compile(rf"[.!?…»”\"]\s\((?P<name>{_NAME})\)\.?$")
_LONGEST_END = 50
# "Safi 2 – Berkane 1 (Le Phare, 4 mai 2024)"
_DATED_LAST = re.compile(rf"\((?P<name>{_NAME}),\s[^(),]{{6,28}}\d{{4}}\)\.?$")
# "Salma Alami à Médias24 : « … »", a headline
_TOLD_TO = re.compile(rf"\s(?:à|au)\s(?P<name>{_NAME})\s?:\s?[«“\"]")
# What newsrooms say of themselves alone: "Contactée par Médias24, …", "une note consultée par Médias24".
_REACHED = re.compile(
    r"\b(?:[Cc]ontacté|[Jj]oint|[Ss]ollicité|[Cc]onsulté|[Rr]encontré)e?s?\s(?:au téléphone\s)?par\s"
    r"(?P<name>(?:L[ae]s?\s|L['’])?[^\W\d_a-zà-ÿ][\w'’-]*(?:\s[^\W\d_a-zà-ÿ][\w'’-]*){0,2})"
)
_MOST_PROSE = 20_000
# How an interview says whom it was given to. A name that no list knows must have its article here.
_ASKED = re.compile(
    r"(?:(?:répond\w*|prêtée?s?)\s(?:\w+\s)?(?:aux|à\s(?:quelques|nos))\squestions\s(?P<of>de\s|du\s|d['’])"
    r"|entretien\s(?:exclusif\s)?(?:qu['’](?:il|elle)\sa\s)?(?:accordé|livré)e?\s(?P<to>à\s|au\s)"
    r"|(?:accordé|accorde|livre|reçu|reçoit|confie|expose|explique|détaille|décrypte|dévoile|revient|raconte)\s(?:à\s|pour\s)?"
    r"|rencontrée?\spar\s)"
    r"[«“\"]?\s?(?P<name>(?:L[ae]s?\s|L['’])?[^\W\d_a-zà-ÿ][\w'’-]*(?:\s(?:d[eu]s?\s|d['’]|[lL]['’]|la\s)?[^\W\d_a-zà-ÿ][\w'’-]*){0,3})"
)
_SMALL_WORD = re.compile(r"\s[a-zà-ÿ]+")
_ARTICLES = ("le ", "la ", "les ", "l'")
_RECORDED = re.compile(r"recueilli|entretien|interview|questions pos|débat", re.IGNORECASE)
_LONGEST_INTRODUCTION = 4
_MOST_CHARACTERS = 2000
_LEAST_QUESTIONS = 2
_PROSE = frozenset({"paragraph", "standfirst", "subheading"})


def find_imprints(header: Sequence[Block], body: Sequence[Block]) -> Iterator[str]:
    """The outlets as printed; nothing where only a common word or a place stands there."""
    prose = [block.line.text for block in body if block.kind in _PROSE]
    for line in [*(block.line.text for block in header if block.kind == "standfirst"), *prose[:1]]:
        yield from _opening(line)
    if prose and (last := _LAST.search(prose[-1], max(0, len(prose[-1]) - _LONGEST_END))) and is_title(last["name"]):
        yield last["name"]
    for line in [*(block.line.text for block in header), *prose[:1]]:
        if (dated := _DATED_LAST.search(line, max(0, len(line) - 2 * _LONGEST_END))) and is_title(dated["name"]):
            yield dated["name"]


def find_told(headline: str | None) -> Iterator[str]:
    """The known outlet that the headline says somebody has spoken to."""
    match = _TOLD_TO.search(headline or "")
    if match and is_outlet_name(match["name"]):
        yield match["name"]


def find_reaching(body: Sequence[Block]) -> Iterator[str]:
    """The known outlets, agencies aside, that the article says to have reached people or seen papers."""
    prose = "\n".join(block.line.text for block in body if block.kind in _PROSE)[:_MOST_PROSE]
    for match in _REACHED.finditer(prose):
        if is_outlet_name(match["name"]) and not is_agency(match["name"]):
            yield match["name"]


def find_interviewers(body: Sequence[Block]) -> Iterator[str]:
    """The outlets that the introduction of an interview says to ask."""
    prose = [block.line.text for block in body if block.kind in _PROSE]
    introduction = "\n".join(prose[:_LONGEST_INTRODUCTION])[:_MOST_CHARACTERS]
    recorded = any(block.kind == "byline" and _RECORDED.search(block.line.text) for block in body)
    is_interview = recorded or sum(line.endswith("?") for line in prose) >= _LEAST_QUESTIONS
    for match in _ASKED.finditer(introduction):
        if not is_interview and match["of"] is None:
            continue
        name = _to_its_end(match, introduction)
        if (match["of"] or match["to"] or "").strip() in ("du", "au"):
            name = f"Le {name}"
        folded = fold_line(name)
        if is_outlet_name(name) or (folded.startswith(_ARTICLES) and is_title(name)):
            yield name


def _to_its_end(match: re.Match[str], introduction: str) -> str:
    """The name, with the word in small letters that is a part of it: "La Vie éco"."""
    word = _SMALL_WORD.match(introduction, match.end())
    longer = match["name"] + word.group() if word else match["name"]
    return longer if is_outlet_name(longer) else match["name"]


def is_title(name: str) -> bool:
    """Whether the words can only be the name of an outlet: no place, no desk and nobody's title."""
    if is_outlet_name(name):
        return True
    words = re.findall(r"[\w-]+", fold_line(name))
    is_common = names_desk(name) or fold(name) in _places() or not role_nouns().isdisjoint(words)
    return is_press_name(name) and not is_common


def _opening(line: str) -> Iterator[str]:
    if (match := _BRACKETED.match(line) or _DATED.match(line)) and is_title(match["name"]):
        date = match.groupdict().get("date")
        if date is None or read_date(date).day:
            yield match["name"]
    elif (match := _ALONE.match(line)) and is_outlet_name(match["name"]) and not _is_common(match["name"]):
        yield match["name"]


def _is_common(name: str) -> bool:
    return fold(name) in _common_names()


@cache
def _common_names() -> frozenset[str]:
    return frozenset(fold(name) for name in load_words(_LANGUAGE, "common_outlet_names"))


@cache
def _places() -> frozenset[str]:
    return frozenset(fold(place) for name in _PLACES for place in load_words(_LANGUAGE, name))
