"""Find the outlet that an article says to have asked whom it quotes: "répond aux questions du Phare".

The words are those of `interviewer_words.csv`; a name that no list knows must have its article, or be nobody's.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsdb.language.names import load_name_lists
from newsdb.language.outlets import is_outlet_name
from newsdb.language.pack import load_table
from newsdb.reading.bylines import is_agency, names_desk, role_nouns
from newsdb.reading.imprints import is_body, is_place, is_title
from newsdb.reading.lines import Block, fold_line

_LANGUAGE = "fr"
_CAPITAL = r"[^\W\d_a-zà-ÿ][\w'’-]*"
_ARTICLE = r"(?:L[ae]s?\s|L['’])?"
_NAME = rf"(?P<name>{_ARTICLE}{_CAPITAL}(?:\s(?:d[eu]s?\s(?:la\s|l['’])?|d['’]|[lL]['’]|la\s)?{_CAPITAL}){{0,3}})"
_OF = r"(?P<of>de\s|du\s|d['’])"
_SMALL_WORD = re.compile(r"\s[a-zà-ÿ]+")
_ARTICLES = ("le ", "la ", "les ", "l'")
_LONGEST_INTRODUCTION = 4
_MOST_CHARACTERS = 2000
_MOST_PROSE = 20_000
_LEAST_QUESTIONS = 2
_PROSE = frozenset({"paragraph", "standfirst", "subheading"})


def find_told(headline: str | None) -> Iterator[str]:
    """The known outlet that the headline says somebody has spoken to."""
    match = _told_in_headline().search(headline or "")
    name = (match["name"] or match["last"]) if match else None
    if name and is_outlet_name(name):
        yield name


def find_reaching(body: Sequence[Block]) -> Iterator[str]:
    """The known outlets, agencies aside, that the article says to have reached people or seen papers."""
    prose = "\n".join(block.line.text for block in body if block.kind in _PROSE)[:_MOST_PROSE]
    for match in _reached().finditer(prose):
        if is_outlet_name(match["name"]) and not is_agency(match["name"]):
            yield match["name"]


def find_interviewers(header: Sequence[Block], body: Sequence[Block]) -> Iterator[str]:
    """The outlets that the introduction of an interview says to ask."""
    prose = [block.line.text for block in (*header, *body) if block.kind in _PROSE]
    introduction = "\n".join(prose[:_LONGEST_INTRODUCTION])[:_MOST_CHARACTERS]
    recorded = any(block.kind == "byline" and _recorded().search(block.line.text) for block in body)
    is_interview = recorded or sum(line.endswith("?") for line in prose) >= _LEAST_QUESTIONS
    yield from _asked(introduction, is_interview=is_interview)
    if is_interview:
        yield from _asking(introduction)
    for match in _readers().finditer(introduction):
        name = _with_article(match["name"], match["of"])
        # Books have readers too.
        if is_outlet_name(name) or (is_interview and is_title(name)):
            yield name


def _asked(introduction: str, *, is_interview: bool) -> Iterator[str]:
    """ "a répondu aux questions du Phare", and in an interview "l'entretien accordé au Phare"."""
    for match in _answering().finditer(introduction):
        if not (is_interview or match["of"]):
            continue
        name = _with_article(_to_its_end(match, introduction), match["of"] or match["at"])
        is_titled = fold_line(name).startswith(_ARTICLES) and is_title(name) and not is_body(name)
        if is_outlet_name(name) or is_titled or (is_interview and match["of"] and _is_nobody(name)):
            yield name


def _asking(introduction: str) -> Iterator[str]:
    """ "Le Phare a réuni deux économistes": the newsroom is the subject."""
    for match in _subjects().finditer(introduction):
        name = match["name"] + (match["small"] or "")
        is_unknown = not match["small"] and not is_body(name) and (is_title(name) or _is_nobody(name))
        if is_outlet_name(name) or is_unknown:
            yield name


def _with_article(name: str, before: str | None) -> str:
    """The name with the article that has run together with the word before it: "du Phare"."""
    return f"Le {name}" if (before or "").strip() in ("du", "au") else name


def _to_its_end(match: re.Match[str], introduction: str) -> str:
    """The name, with the word in small letters that is a part of it: "La Vie éco"."""
    word = _SMALL_WORD.match(introduction, match.end())
    longer = match["name"] + word.group() if word else match["name"]
    return longer if is_outlet_name(longer) else match["name"]


def _is_nobody(name: str) -> bool:
    """Whether the words are no person, no town, no post and no organisation that is known for something else."""
    names = load_name_lists(_LANGUAGE)
    words = re.findall(r"[\w'’-]+", name)
    is_somebody = any(names.is_given(word) or names.is_surname(word) for word in words)
    is_common = (
        names_desk(name) or is_place(name) or is_body(name) or not role_nouns().isdisjoint(map(fold_line, words))
    )
    return not (is_somebody or is_common) and all(word[0].isupper() for word in words)


@cache
def _told_in_headline() -> re.Pattern[str]:
    name = r"[^\W\d_a-zà-ÿ][^-–—:.,!?«»\"“”()|\n]{1,40}?"
    # "Salma Alami à Médias24 : « … »", "le patron se confie à Médias24"
    quoted = rf"\s(?:à|au)\s(?P<name>{name})\s?:\s?[«“\"]"
    return re.compile(rf"{quoted}|\s(?:{_any('confided')})\s(?:tout\s)?(?:à|au)\s(?P<last>{name})$")


@cache
def _reached() -> re.Pattern[str]:
    name = rf"(?P<name>{_ARTICLE}{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})"
    return re.compile(rf"\b(?i:{_any('reached')})e?s?\s(?:au téléphone\s)?par\s{name}")


@cache
def _answering() -> re.Pattern[str]:
    questions = rf"(?:{_any('answers')})\s(?:\w+\s)?(?:aux|à\s(?:quelques|nos))\squestions\s{_OF}"
    return re.compile(rf"\b(?:{questions}|(?:{_any('told')})\s(?:à\s|pour\s|(?P<at>au\s))?)[«“\"]?\s?{_NAME}")


@cache
def _subjects() -> re.Pattern[str]:
    deeds = rf"(?:l['’]|les\s|l['’]y\s)?(?:a|ont)\s(?:{_any('asked')})e?s?"
    return re.compile(rf"(?:^|(?<=[.!?»…]\s)|(?<=\n)){_NAME}(?P<small>\s[a-zà-ÿ]+)??\s(?:{deeds}|{_any('presents')})\b")


@cache
def _readers() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('readers')})\s{_OF}{_NAME}")


@cache
def _recorded() -> re.Pattern[str]:
    return re.compile(_any("recorded"), re.IGNORECASE)


def _any(kind: str) -> str:
    rows = load_table(_LANGUAGE, "interviewer_words")
    words = sorted((words for row_kind, words in rows if row_kind == kind), key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s").replace("'", "['’]") for phrase in words)
