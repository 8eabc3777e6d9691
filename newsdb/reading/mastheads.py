"""Find the outlet that a plain text names outside of a dateline: beside its author, before its first words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from newsdb.language.outlets import find_outlet, fold_outlet_name
from newsdb.reading.bylines import (
    holds_press_word,
    is_agency,
    is_press_name,
    names_desk,
    role_nouns,
    served_outlet,
    split_signature,
    without_origin,
)
from newsdb.reading.imprints import find_imprints
from newsdb.reading.interviewers import find_interviewers, find_reaching, find_told
from newsdb.reading.kickers import names_outlet_and_section
from newsdb.reading.lines import Block, fold_line

_LONGEST = 60
# "Rivages Infos – Les puits …": the name before the dash that opens the article.
_OPENING = re.compile(r"(?P<name>[^\W\d_][^-–—:.!?«»\n]{2,40}?)\s[-–—]\s")

# "**- Le Courrier du Rif : Qui paiera ?**": a label and a question behind it.
_ASKING = re.compile(
    r"(?:^|(?<=[.?!…»”]\s))[\s*_#>•–—-]*(?P<name>(?:\d(?=[A-Z]))?[^\W\d_][^:?!;\n«»“”\"*]{1,40}?)"
    r"[\s.*_]*(?::|\s[–—-])[\s*_]*[^\W_][^\n?]*\?"
)
# An interview shows soon who asks; each label is looked for in the whole text.
_MOST_LABELS = 30
_PROSE = frozenset({"paragraph", "standfirst", "subheading"})


def find_mastheads(
    text: str, headline: str | None, above: Sequence[Block], header: Sequence[Block], body: Sequence[Block]
) -> list[str]:
    """The outlets as printed, each once, where the surest place names any; `above` and `header` frame the headline.

    Which of several is meant nobody can tell from here.
    """
    titles = [block.line for block in (*above, *header) if block.kind == "dateline"]
    own = [names_outlet_and_section(line) or line.text for line in titles]
    head = [*above, *header]
    signed = [name for block in (*head, *body) if block.kind == "byline" for name in _beside_author(text, block)]
    return (
        _one_each(name for name in own if _is_name(name))
        or _one_each([*signed, *_above(head, body)])
        or _one_each(_asking(body))
        or _one_each(find_interviewers(head, body))
        or _one_each(find_imprints(header, body))
        or _one_each(find_told(headline))
        or _one_each(find_reaching(body))
    )


def _is_name(words: str) -> bool:
    return find_outlet(words) is not None or is_press_name(words)


def _asking(body: Sequence[Block]) -> Iterator[str]:
    """The labels of an outlet before the questions of an interview: "Le Courrier du Rif : Qui paiera ?"."""
    prose = (block.line.text for block in body if block.kind in _PROSE)
    # Behind the last question of a line, each label would be followed to its end in vain.
    asked = (label["name"] for line in prose for label in _ASKING.finditer(line, 0, line.rfind("?") + 1))
    names = list(islice(asked, _MOST_LABELS))
    printed = Counter(names)
    for name in names:
        # "X répond pour Le Phare"
        is_told = printed[name] > 1 or sum(block.line.text.count(name) for block in body) > printed[name]
        is_title = is_told and is_press_name(name) and not names_desk(name) and not _is_role(name)
        if find_outlet(name) or holds_press_word(name) or is_title:
            yield name


def _is_role(name: str) -> bool:
    """ "Le Ministre", "La Journaliste": an article and a title."""
    return any(word in role_nouns() for word in re.findall(r"[\w-]+", fold_line(name)))


def _one_each(names: Iterable[str]) -> list[str]:
    """The names, one for each outlet that is known: "L'Économiste" and "L'Economiste" are one."""
    keys: dict[str, str] = {}
    for name in names:
        known = find_outlet(name)
        keys.setdefault(known.name if known else fold_outlet_name(name), name)
    return list(keys.values())


def _beside_author(text: str, block: Block) -> Iterator[str]:
    """ "Salwa I. / L'Écho du Saïss", "Par Oasis Économie"; an agency only lent its despatches."""
    served = served_outlet(text, block.line.start, block.line.end)
    if served is not None:
        yield text[served : block.line.end]
    for start, end in split_signature(text, block.line.start, block.line.end):
        name = without_origin(text[start:end])
        if is_press_name(name) and not is_agency(name):
            yield name


def _above(header: Sequence[Block], body: Sequence[Block]) -> Iterator[str]:
    """Names before the first words of the article, and on a line with the section."""
    prose = [block.line for block in body if block.kind in ("paragraph", "standfirst")]
    for line in prose[:1]:
        opening = _OPENING.match(line.text)
        if opening and is_press_name(opening["name"].strip()):
            yield opening["name"].strip()
    for line in [*(block.line for block in header), *prose[:2]]:
        name = names_outlet_and_section(line) if line.length <= _LONGEST else None
        if name:
            yield name
