"""Recognise the fixed lines that a page prints around its article: sections, buttons, credits, pointers elsewhere.

The lines come from `page_lines.csv` of the language folder; what follows from them is decided in header and body.
"""

import re
from functools import cache
from typing import Literal, cast

from newsdb.language.pack import load_table
from newsdb.reading.lines import Line, fold_line

Furniture = Literal["share", "caption", "tail", "weak_tail", "see_also", "pointer"]

_LANGUAGE = "fr"
# The lines of the page are those of its site, whatever the language of an article.
_LANGUAGES = ("fr", "ar", "en", "es")
_OTHER_KINDS = ("section", "rubric", "rubric_qualifier", "rubric_topic", "announcement", "paywall")
_LONGEST = 120
_ARTICLE = r"(?:l[ea]s?|une?|nos|notre|votre|du)\s|l'"
_UNE = ("une", "a la une", "la une", "accueil")
# "EconomieUne": a capital inside a word shows where two links met; one name known is enough then.
_RUN_TOGETHER = re.compile(r"(?:[^\W\d_a-zà-ÿ][a-zà-ÿ'’-]+){2,5}")
_JOINT = re.compile(r"(?<=[a-zà-ÿ])(?=[^\W\d_a-zà-ÿ])")
# In capitals nothing shows the joint but the name that links to the front page.
_MET = re.compile(rf"{_JOINT.pattern}|(?<=[^\W\d_a-zà-ÿ]{{3}})(?=UNE$)")


def recognise_furniture(line: Line) -> Furniture | None:
    """What fixed line of a page this is, None for the article's own.

    share: a button, a counter or an appeal of the site; caption: the credit of a picture; tail: from here on the page
    belongs to other articles; weak_tail: so it does unless the article goes on below; see_also: announces pointers to
    other articles; pointer: is one itself ("Lire aussi : …").
    """
    head, colon, rest = line.folded.partition(":")
    if colon and rest.strip() and _fixed_lines().get(_bare(head)) == "see_also":
        return "pointer"
    if line.length > _LONGEST:
        return None
    found = _fixed_lines().get(line.folded) or _fixed_lines().get(_bare(line.folded))
    if found:
        return found
    match = _beginning().match(line.folded)
    return cast(Furniture, match.lastgroup) if match else None


def read_sections(line: Line) -> list[str] | None:
    """The section names that make up the whole line, as printed; "Une" and the home page are left out.

    Names may be run together, as when a page's links are copied: "EconomieUne". None where the line is no such line.
    """
    if line.length > _LONGEST:
        return None
    if _RUN_TOGETHER.fullmatch(line.text):
        parts = _JOINT.split(line.text)
        known = any(_section_name().fullmatch(fold_line(part)) for part in parts)
        return [part for part in parts if fold_line(part) not in _UNE] if known else None
    found = _separate_sections(line.text)
    # "Faits diversUne", "FOOTBALLUNE"
    return _separate_sections(_MET.sub(" ", line.text)) if found is None else found


def _separate_sections(printed: str) -> list[str] | None:
    folded = fold_line(printed)
    # A letter that folds into none or several would shift what is printed against what is compared.
    if len(folded) != len(printed) or not _sections().fullmatch(folded):
        return None
    found = [match.span() for match in _section_name().finditer(folded)]
    return [printed[start:end] for start, end in found if folded[start:end] not in _UNE]


def names_rubric(line: Line) -> bool:
    """Whether the line is one kind of article rather than a section of the paper: "L'interview du lundi"."""
    return line.length <= _LONGEST and _rubric().fullmatch(line.folded) is not None


def may_be_title(line: Line) -> bool:
    """Whether the line, which names a rubric, may as well be a headline: "Le dialogue politique", "Un débat inédit"."""
    return _title().fullmatch(line.folded) is not None and not line.text.isupper()


def _bare(folded: str) -> str:
    return folded.strip(" :.!-–—|>»*•[]()#")


@cache
def _fixed_lines() -> dict[str, Furniture]:
    whole = [(kind, text) for kind, text in _rows() if kind not in _OTHER_KINDS and not kind.endswith("_start")]
    # The first language that has a line says what it is.
    return {fold_line(text): cast(Furniture, kind) for kind, text in reversed(whole)}


def _rows() -> list[tuple[str, str]]:
    return [(kind, text) for language in _LANGUAGES for kind, text in load_table(language, "page_lines")]


@cache
def _beginning() -> re.Pattern[str]:
    groups: dict[str, list[str]] = {}
    for kind, text in _rows():
        if kind.endswith("_start"):
            groups.setdefault(kind.removesuffix("_start"), []).append(re.escape(fold_line(text)))
    return re.compile("|".join(f"(?P<{kind}>{'|'.join(texts)})" for kind, texts in groups.items()))


@cache
def _section_name() -> re.Pattern[str]:
    """One name. It is never given up once found: names that fit in several ways would cost a power of their number."""
    return re.compile(rf"(?>{_rubric().pattern}|(?:{_alternatives('section')})s?(?!\w))")


@cache
def _rubric() -> re.Pattern[str]:
    follows = f"{_alternatives('rubric_qualifier')}|(?:{_alternatives('rubric_topic')})s?"
    return re.compile(rf"(?:{_ARTICLE})?{_rubric_noun()}(?:\s(?:{follows})(?!\w))*+")


@cache
def _title() -> re.Pattern[str]:
    """A rubric that reads as a phrase: with "un", or with an article and the topic it is about."""
    topic = rf"\s(?:{_alternatives('rubric_topic')})s?(?!\w)"
    return re.compile(rf"une?\s{_rubric_noun()}\s.*|(?:{_ARTICLE}){_rubric_noun()}.*{topic}.*")


def _rubric_noun() -> str:
    return rf"(?:grande?s?\s)?(?:{_alternatives('rubric')})s?(?!\w)"


def _alternatives(wanted: str) -> str:
    names = [fold_line(text) for kind, text in load_table(_LANGUAGE, "page_lines") if kind == wanted]
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))


@cache
def _sections() -> re.Pattern[str]:
    name = _section_name().pattern
    return re.compile(rf"{name}(?:(?:\s?[/|>,»·•&.:-]\s?|\s){name})*+")
