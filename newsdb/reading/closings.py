"""Read what the last line of a text says of its outlet and day: "Le Phare, 3 mai 2024", "© Le Phare", "Le Phare"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from newsdb.language.dates import find_dates
from newsdb.language.outlets import is_outlet_name
from newsdb.language.pack import load_table
from newsdb.reading.bylines import holds_press_word
from newsdb.reading.datelines import Dateline, read_dateline
from newsdb.reading.imprints import is_body, is_title
from newsdb.reading.lines import Line, fold_line

_LANGUAGE = "fr"
_LONGEST = 80
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?P<name>[^\W\d_][^©.|\n]{1,40}?)\s*(?:\d{4})?\s*(?:[.|–—-].*)?", re.I
)
_PHOTO = ("photo", "crédit", "dr", "d.r")


def read_closing(text: str, lines: Sequence[Line]) -> Dateline | None:
    """The dateline that the last line is; none where it names no outlet, for a day alone may be that of anything."""
    last = lines[-1]
    closing = read_dateline(text, last) if len(lines) > 1 and last.length <= _LONGEST else None
    return closing if closing and closing.outlet and not closing.authors else None


def find_signed_off(lines: Sequence[Line]) -> Iterator[str]:
    """The outlet that the last line names: behind the sign of its rights, before its day, or by its name alone."""
    last = lines[-1]
    if len(lines) < 2 or last.length > _LONGEST:
        return
    match = _COPYRIGHT.fullmatch(last.text) or _of_day().fullmatch(last.text)
    name = match["name"].strip() if match else last.text
    is_known = is_outlet_name(name) or holds_press_word(name)
    has_article = fold_line(name).startswith(("le ", "la ", "les ", "l'"))
    is_titled = match is not None and has_article and is_title(name) and not is_body(name)
    if (is_known or is_titled) and not fold_line(name).startswith(_PHOTO) and not list(find_dates(name)):
        yield name


@cache
def _of_day() -> re.Pattern[str]:
    """ "Le Phare, édition du 15 février", "Le Phare, mardi 7 novembre": a day without its year."""
    weekdays = "|".join(word for kind, word, _ in load_table(_LANGUAGE, "calendar") if kind == "weekday")
    day = rf"(?:édition\sdu|(?:édition\sdu\s)?(?:{weekdays}))\s\d{{1,2}}(?:er)?\s[^\W\d_]+(?:\s\d{{4}})?\.?"
    return re.compile(rf"(?P<name>[^\W\d_a-zà-ÿ][^,.:;!?«»\n]{{1,40}}),\s{day}")
