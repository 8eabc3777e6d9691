"""Read a signature: the authors or desks that a line names; where a signature may stand is decided by body and header.

The words come from `byline_words.csv` of the language folder, outlets and agencies from the list of outlets.
"""

import re
from collections.abc import Iterator
from functools import cache

from newsdb.document import Byline
from newsdb.language.outlets import is_outlet_name
from newsdb.language.pack import load_table
from newsdb.reading.columnists import names_columnist
from newsdb.reading.lines import fold_line

_LANGUAGE = "fr"
# What introduces a signature; the other words are looked up in French alone.
_LANGUAGES = ("fr", "ar")
_LONGEST = 120
_MOST_WORDS = 5
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,3}[^\W\d_]\.?")
_SEPARATOR = re.compile(r"\s*[/,;|()–—]\s*|(?:^|\s+|(?<=[(/,]))(?:et|&|avec|-)\s+", re.IGNORECASE)
# "cao/mba/jhd": editors of an agency, who are no authors.
_EDITORS = re.compile(r"[a-zà-ÿ]{2,4}(?:[/-][a-zà-ÿ]{2,4})+")
# "d'Alger", "l'Est"
_ELIDED = re.compile(r"[dl]['’][^\W\d_a-zà-ÿ]")
_SERVED = re.compile(r",?\spour\s(?P<name>[^\W\d_a-zà-ÿ][^,;|()/\n]{2,40})$")
_TITLE_ARTICLES = frozenset(["le", "la", "les", "l'"])
_PLACE = r"(?:\\s+(?:à|au|aux|en)\\s+[^\\W\\d_][\\w'’-]+)?"
_NAME_LETTERS = re.compile(r"(?:[^\W\d_]|['’.-])+")


def read_byline(text: str, start: int, end: int) -> tuple[Byline, ...] | None:
    """The authors named by text[start:end] if the whole of it is a signature; None if it is not.

    "Par X", "X / Outlet", "E. Y.", "X (agency)", or a full name alone. Names stay as printed, the outlet's part is
    left out; a desk or an agency is the author only where nobody else is.
    """
    if end - start > _LONGEST:
        return None
    if _EDITORS.fullmatch(text, start, end):
        return ()
    prefix = _match_prefix(text, start, end)
    if prefix and (served := served_outlet(text, start, end)) is not None:
        end = start + len(text[start : text.rindex("pour", start, served)].rstrip(" ,"))
    people: list[Byline] = []
    desks: list[Byline] = []
    names_press = False
    for part_start, part_end in split_signature(text, start, end):
        part = text[part_start:part_end]
        if is_press_name(part) and not is_outlet_name(part):
            # Which outlet it is, is read in mastheads; it is no author.
            names_press = True
        elif is_desk(part):
            desks.append(Byline(part, part_start, part_end))
        elif is_author_name(part) or (prefix and (_is_caseless_name(part) or (not people and _is_single_name(part)))):
            people.append(Byline(part, part_start, part_end))
        elif not (
            _begins_like("origin", part) or _begins_like("qualifier", part) or (prefix and people and _is_trade(part))
        ):
            return None
    # "La Marsa" alone is a town.
    is_signed = people or desks or (names_press and prefix)
    if not (is_signed or _begins_like("origin", text[start:end])):
        return None
    return tuple(people) if names_press else tuple(people or desks)


def _is_trade(part: str) -> bool:
    """ "forestier" behind "Par Larbi Ferhane, "; "@handle"."""
    words = part.split()
    return part[:1] == "@" or (len(words) <= _MOST_WORDS and fold_line(words[0]) in role_nouns())


def split_signature(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of what a signature names, without "Par" and separators."""
    prefix = _match_prefix(text, start, end)
    return list(_parts(text, prefix.end() if prefix else start, end))


def served_outlet(text: str, start: int, end: int) -> int | None:
    """Where the outlet begins in "Propos recueillis par X pour Le Phare"; None where no such words end the line."""
    match = _SERVED.search(text, start, end)
    words = text[match.start("name") : end].split() if match else []
    is_name = 0 < len(words) <= _MOST_WORDS and _is_title_word(words[-1]) and all(map(_is_title_word, words))
    return match.start("name") if match and is_name and _match_prefix(text, start, end) else None


def has_byline_prefix(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] opens like a signature: "Par …", "De notre correspondant …"."""
    return (_match_prefix(text, start, end) or _opening_origin().match(text, start, end)) is not None


def _match_prefix(text: str, start: int, end: int) -> re.Match[str] | None:
    """ "Par ", or "Le billet de " before the full name of somebody."""
    if match := _prefix("prefix").match(text, start, end):
        return match
    column = _prefix("column_prefix").match(text, start, end)
    return column if column and names_columnist(text[column.end() : end]) else None


def is_author_name(part: str) -> bool:
    """Whether the words have the shape of a full name or of initials."""
    if _INITIALS.fullmatch(part):
        return True
    words = part.split()
    if not 2 <= len(words) <= _MOST_WORDS or is_press_name(part) or _prefix("column_prefix").match(part):
        return False
    if not (words[0][0].isupper() and _begins_name(words[-1])) or fold_line(words[0].rstrip("'")) in _words("no_name"):
        return False
    return any(len(word.rstrip(".")) > 1 for word in words) and all(map(_is_name_word, words))


def is_press_name(part: str) -> bool:
    """Whether the words can only be the name of an outlet, known or not: "L'Écho du Saïss", "Oasis Économie"."""
    if is_outlet_name(part):
        return True
    folded = fold_line(part).replace("'", "' ").split()
    if not 2 <= len(folded) <= _MOST_WORDS or not all(map(_is_title_word, part.split())):
        return False
    return folded[0] in _TITLE_ARTICLES or any(word in _words("press") for word in folded)


def holds_press_word(part: str) -> bool:
    """Whether the words have the shape of an outlet's name and one of them says that it is of the press."""
    return is_press_name(part) and any(word in _words("press") for word in fold_line(part).replace("'", "' ").split())


def names_paper(part: str) -> bool:
    """Whether one of the words of an outlet's name says so, and not only the land it is of: "Nord-Ouest Info"."""
    words = [word for word in fold_line(part).replace("'", "' ").split() if word in _words("press")]
    return is_press_name(part) and any(word not in _words("land") for word in words)


def without_origin(part: str) -> str:
    """The words behind "correspondant", "envoyée spéciale" and the like, where such words open them."""
    match = _origin().match(part)
    return part[match.end() :] if match else part


def is_agency(part: str) -> bool:
    """Whether the words name a news agency, which lends its despatches to outlets."""
    return fold_line(part) in _words("agency")


def is_desk(part: str) -> bool:
    """Whether the words name an outlet, an agency or a desk."""
    return part[:1].isalnum() and (names_desk(part) or is_press_name(part))


def names_desk(part: str) -> bool:
    """Whether the words are those for a desk: "La rédaction"."""
    return fold_line(part) in _words("desk")


def are_initials(part: str) -> bool:
    """Whether the words are nothing but initials: "F. Z. T."."""
    return _INITIALS.fullmatch(part) is not None


def are_initials_of(initials: str, name: str) -> bool:
    """Whether "H. L." signs for "Halima Lounis"."""
    if not _INITIALS.fullmatch(initials):
        return False
    letters = [letter for letter in initials if letter.isalpha()]
    return letters == [word[0] for word in re.split(r"[\s-]+", name) if word[:1].isupper()]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans between the separators: a slash, comma, bracket or dash, "et" or "avec"."""
    begin = start
    for match in _SEPARATOR.finditer(text[start:end]):
        if start + match.start() > begin:
            yield begin, start + match.start()
        begin = start + match.end()
    if begin < end:
        yield begin, end


def _is_name_word(word: str) -> bool:
    if not _NAME_LETTERS.fullmatch(word) or (word.endswith(".") and len(word) > 4):
        return False
    return _begins_name(word) or fold_line(word.rstrip("'’")) in _words("particle")


def _is_title_word(word: str) -> bool:
    """Whether the word may stand in the title of a newspaper: with a capital, or a small word between capitals."""
    return word[:1].isupper() or _ELIDED.match(word) is not None or fold_line(word).rstrip("'") in _words("particle")


def _begins_name(word: str) -> bool:
    return word[0].isupper() or (word[:2] in ("d'", "d’") and word[2:3].isupper())


def _is_single_name(part: str) -> bool:
    return part[:1].isupper() and _NAME_LETTERS.fullmatch(part) is not None and fold_line(part) not in _words("no_name")


def _is_caseless_name(part: str) -> bool:
    """Whether the words may be a name in a script without capitals, where only what introduces a name tells it."""
    words = part.split()
    if not 2 <= len(words) <= _MOST_WORDS or part.lower() != part.upper():
        return False
    return all(_NAME_LETTERS.fullmatch(word) for word in words)


def _begins_like(kind: str, part: str) -> bool:
    folded = fold_line(part)
    return any(folded == words or folded.startswith(words + " ") for words in _words(kind))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold_line(words) for row_kind, words in load_table(_LANGUAGE, "byline_words") if row_kind == kind)


@cache
def role_nouns() -> frozenset[str]:
    """The nouns of titles, folded: "Le Ministre" is no newspaper."""
    return frozenset(fold_line(noun) for row in load_table(_LANGUAGE, "role_nouns") for noun in row[:2])


@cache
def _origin() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('origin')})\s+", re.IGNORECASE)


@cache
def _prefix(kind: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[-–—]\s*)?(?:{_alternatives(kind)})(?:\s*:?\s+|(?<=:))", re.IGNORECASE)


@cache
def _opening_origin() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('origin')})(?!\w)", re.IGNORECASE)


def _alternatives(kind: str) -> str:
    tables = (load_table(language, "byline_words") for language in _LANGUAGES)
    rows = (words for table in tables for row_kind, words in table if row_kind == kind)
    ordered = (re.escape(words).replace(r"\ ", r"\s+") for words in sorted(rows, key=len, reverse=True))
    # "Propos recueillis à Nador par X"
    return "|".join(re.sub(r"(?<=\w)\\s\+par$", rf"{_PLACE}\\s+par", words) for words in ordered)
