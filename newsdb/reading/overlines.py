"""Recognise an overline that no list has, a topic, place or path of sections, by its shape above a headline's."""

import re
from collections.abc import Sequence

from newsdb.language.names import load_name_lists
from newsdb.reading.bylines import has_byline_prefix, is_author_name, read_byline
from newsdb.reading.datelines import read_dateline
from newsdb.reading.kickers import is_title_shaped, names_interview, quotes_somebody
from newsdb.reading.lines import Line

_LANGUAGE = "fr"
_LONGEST = 80
_LONGEST_TOPIC = 40
_LONGEST_PART = 30
# Day and signature may stand between the overline and the headline.
_MOST_HEADS = 2
# A headline says something: it has some words, and more of them than the line above it.
_FEWEST_WORDS = 5
_TIMES_LONGER = 1.3
_SHORTEST_PARAGRAPH = 120
_STOPS = tuple(".!?…,;:")
# "Accueil / Régions", "Coupe - 8e journée", "La Gazette du Sud — Enquête"
_SEPARATOR = re.compile(r"\s+[/|•·>–—-]\s+")
_PART = re.compile(r"(?:[«“\"]\s?)?\w[\w\s'’&°.-]*(?:[»”\"])?")
# "Filière lait", "Tribunal de Sidi Brahim": three words at most, and what joins them.
_TOPIC = re.compile(r"[A-ZÀ-Þ][\w'’-]*(?:\s(?:(?:DE|DU|DES|EN|ET|de|du|des|en|et|&)\s|[dDlL]['’])?[\w'’-]+){0,3}")
# "Un jeudi à Tiznit", "Cap sur le Sud" are headlines.
_PREPOSITION = re.compile(r"\b(?:a|au|aux|chez|contre|dans|face|par|pour|sans|sous|sur|vers)\b")
# With an article it may as well be a headline: "Le temps des comptes".
_DETERMINER = re.compile(r"(?:le|la|les|un|une|des|ce|cet|cette|ces|mon|ma|mes|son|sa|ses|notre|nos)\s|l'")
# "Nadir Hamdi, capitaine de l'équipe"
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){1,4},\s[^.:«!?,;…]+[^.:;,«!?…\s]")


def is_overline(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the line is a topic, a place or a path of sections, and the headline stands below it, above its text."""
    line = lines[at]
    below = _below_heads(text, lines, at + 1)
    if below is None or not names_topic(line) or not is_title_shaped(lines[below]):
        return False
    headline = lines[below]
    if _is_name(line.text) and not quotes_somebody(headline):
        return False
    is_longer = headline.length >= _TIMES_LONGER * line.length and len(headline.text.split()) >= _FEWEST_WORDS
    return (is_longer or quotes_somebody(headline)) and _opens_text(text, lines[below + 1])


def names_topic(line: Line) -> bool:
    """Whether the line is a few words without an article, or short ones with signs between."""
    if line.length > _LONGEST or line.text.endswith(_STOPS) or not line.text[0].isupper():
        return False
    if _TOPIC.fullmatch(line.text):
        is_phrase = _DETERMINER.match(line.folded) or _PREPOSITION.search(line.folded)
        return line.length <= _LONGEST_TOPIC and not is_phrase
    parts = _SEPARATOR.split(line.text)
    return len(parts) > 1 and all(len(part) <= _LONGEST_PART and _PART.fullmatch(part) for part in parts)


def _is_name(words: str) -> bool:
    """ "Salwa Alaoui": the headline of a portrait, whatever stands below."""
    return is_author_name(words) and load_name_lists(_LANGUAGE).is_given(words.split()[0])


def names_person(text: str, lines: Sequence[Line], at: int) -> bool:
    """Whether the line says whose words the headline below quotes: "Nadir Hamdi, capitaine de l'équipe"."""
    line = lines[at]
    is_person = line.length <= _LONGEST and _PERSON.fullmatch(line.text) is not None
    return is_person and quotes_somebody(lines[at + 1]) and _opens_text(text, lines[at + 2])


def _below_heads(text: str, lines: Sequence[Line], at: int) -> int | None:
    """The first line from here that is neither day nor signature, None without one and another below it."""
    last = min(at + _MOST_HEADS, len(lines) - 2)
    return next((i for i in range(at, last + 1) if not _is_head(text, lines[i])), None)


def _opens_text(text: str, line: Line) -> bool:
    """Whether the line may stand below a headline: day, signature, whom it asks, or a paragraph."""
    is_paragraph = line.length >= _SHORTEST_PARAGRAPH or line.text.endswith(".")
    return (
        is_paragraph
        or _is_head(text, line)
        or read_byline(text, line.start, line.end) is not None
        or names_interview(line)
    )


def _is_head(text: str, line: Line) -> bool:
    return read_dateline(text, line) is not None or has_byline_prefix(text, line.start, line.end)
