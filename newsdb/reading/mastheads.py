"""Find the outlet that a plain text names outside of a dateline: beside its author, before its first words."""

import re
from collections.abc import Iterator, Sequence

from newsdb.language.outlets import find_outlet
from newsdb.reading.bylines import is_agency, is_press_name, split_signature
from newsdb.reading.lines import Block

_LONGEST = 60
# "Sahel Dépêches – Les litiges …": the name before the dash that opens the article.
_OPENING = re.compile(r"(?P<name>[^\W\d_][^-–—:.!?«»\n]{2,40}?)\s[-–—]\s")
# "TelQuel | Portrait"
_WITH_SECTION = re.compile(r"(?P<name>[^|•·\n]{2,40}?)\s*[|•·]\s*[^\W\d_][\w\s&]{2,30}")


def find_masthead(text: str, header: Sequence[Block], body: Sequence[Block]) -> str | None:
    """The outlet as printed, None where the text names none or several."""
    named = [name for block in (*header, *body) if block.kind == "byline" for name in _beside_author(text, block)]
    named += _above(header, body)
    found = list(dict.fromkeys(named))
    return found[0] if len(found) == 1 else None


def _beside_author(text: str, block: Block) -> Iterator[str]:
    """ "Salwa I. / L'Écho du Saïss", "Par Maghreb Conjoncture"; an agency only lent its despatches."""
    for start, end in split_signature(text, block.line.start, block.line.end):
        if is_press_name(text[start:end]) and not is_agency(text[start:end]):
            yield text[start:end]


def _above(header: Sequence[Block], body: Sequence[Block]) -> Iterator[str]:
    """Names before the first words of the article, and on a line with the section."""
    prose = [block.line for block in body if block.kind in ("paragraph", "standfirst")]
    for line in prose[:1]:
        opening = _OPENING.match(line.text)
        if opening and is_press_name(opening["name"].strip()):
            yield opening["name"].strip()
    for line in [*(block.line for block in header), *prose[:2]]:
        match = _WITH_SECTION.fullmatch(line.text) if line.length <= _LONGEST else None
        if match and find_outlet(match["name"]):
            yield match["name"]
