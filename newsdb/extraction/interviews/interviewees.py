"""Decide who answers in an interview: whoever the label names, else the one person whom its head presents."""

import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from newsdb.document import Document, Segment
from newsdb.extraction.attributions import CONFIDENCE
from newsdb.extraction.cast import Label
from newsdb.extraction.castindex import CastIndex, Named
from newsdb.extraction.interviews.interviews import Interview, Turn
from newsdb.extraction.speech_lexicon import load_lexicon
from newsdb.facts import Attribution, AttributionMethod, Occurrence, Quote
from newsdb.language.names import fold

# "un entretien accordé à X": to whom it is given asks.
_NOT_GIVEN = r"(?:(?!\b(?:accord|donn|octroy))[^.,!?\n:«–—-])"
_INTERVIEWED = re.compile(
    rf"(?:(?:entretien|interview|rencontre|échange|questions?|parole)\b{_NOT_GIVEN}{{0,30}}\b(?:avec|à|de|d['’])[\s.…:]*"
    r"|\b(?:rencontré|interrogé|interviewé|questionné|reçu|joint|sollicité)e?)\s*(?:M\.|Mme|Dr|Pr)?\s*$",
    re.IGNORECASE,
)
# Who asks, writes or reports is not who answers.
_REPORTER = re.compile(
    r"(?:envoyée?s?\s+spéciale?s?|correspondante?s?|journaliste|reporter|con(?:frère|sœur|soeur)|rédact(?:eur|rice)"
    r"|(?:recueillie?s?|réalisée?s?|menée?s?|conduite?s?|interrogée?s?|préparée?s?|animée?s?)\s+par|(?:^|\n)\W*par"
    r"|(?:^|[\n(])\W*(?:photos?|crédits?|illustrations?|dessins?))"
    r"(?:\s+(?:à|au|aux|en|de|du|à la|à l['’]|d['’])\s*[\w'’-]+){0,2}[\s:,©]*$",
    re.IGNORECASE,
)
# "X, maire de Sefrou : « C »" in a headline.
_QUOTED = re.compile(r"[^:\n«“\"]{0,80}:\s*[«“\"]")
# "Questions à X", "Entretien avec X" as the line that announces what follows.
_ANNOUNCES = re.compile(
    rf"^[\W\d_]*(?:[^\W\d_]+\s){{0,3}}(?:entretien|interview|rencontre|échange|questions?|parole)\b{_NOT_GIVEN}{{0,20}}?"
    r"\s(?:avec|à|au|de|d['’])(?:$|[\s.…:]+(?P<rest>.*)$)",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(r"(?:(?:M|Mme|Dr|Pr|Me)\.?\s+)?[A-ZÀ-Þ][\w'’-]+\s+[A-ZÀ-Þ][\w'’-]+")
LONGEST_ABOVE = 600
LINES_ABOVE = 5
_SENTENCE = re.compile(r"[^.!?\n]{0,200}")
_GOVERNED = re.compile(r"\b(?:de|d['’]|du|à|au|avec|par|face à|contre|chez|pour|sur|sans)\s*(?:M\.|Mme|Dr|Pr)?\s*$")
# "du wali, X", "par la préfète de la Marne, X"
_GOVERNED_TITLE = re.compile(
    r"\b(?:(?:de|du|à|au|avec|par|contre|chez|pour|sur|sans|selon)\s+|d['’])(?:(?:le|la|son|sa|leur|notre)\s+|l['’])?"
    r"(?P<head>[a-zà-ÿ-]{3,})(?:\s[^.,;:!?«»\n]{0,60})?,?\s*(?:M\.|Mme|Dr|Pr)?\s*$"
)
LONGEST_TITLE = 90
# "NADIA FERHAT, géographe", "Nadia Ferhat, géographe : « C »" on a line of its own
_PRESENTED_ALONE = re.compile(
    r"\W*(?:(?:M|Mme|Dr|Pr|Me)\.?\s)?[A-ZÀ-Þ][^,.;:!?«»\n]{3,40}[,(]\s?[^.;:!?«»\n]{3,100}"
    r"(?:\s?:\s*[«“\"][^»”\"\n]*[»”\"])?"
)
_WORDS_ALONE = re.compile(r"[«“\"][^»”\"]*[»”\"]?\.?")
_COURTESY = re.compile(r"\b(?:M\.|Mme|Mlle|Dr|Pr|Me|[Mm]onsieur|[Mm]adame|[Dd]octeur|[Pp]rofesseur|[Mm]aître)\s*$")
_NAME_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset({"m", "mm", "mme", "dr", "pr", "me", "monsieur", "madame"})
# "« C », prévient X": the report above an interview quotes others.
_QUOTED_ABOVE = re.compile(r"[»”\"]\s*,?\s+(?:a\s+)?[a-zà-ÿ'’-]+\s+(?:M\.|Mme|Dr|Pr)?\s*$")
ADDRESSED = 4
HEADED = 4
QUOTED = 2


def answer_quotes(document: Document, interview: Interview, index: CastIndex) -> list[Quote]:
    """Every answer as a quote with its question."""
    presented = _presented_at_turns(document, interview, index)
    return [
        _quote(document.text, turn, _speaker(turn.label, name, index))
        for turn, name in zip(interview.turns, presented, strict=True)
    ]


def find_interviewee(document: Document, interview: Interview, index: CastIndex) -> str | None:
    """The one person interviewed, or None where there is no interview or several people answer."""
    labelled = {name for turn in interview.turns if turn.label and (name := _labelled_person(turn.label, index))}
    answering: set[str | None] = {*labelled} or set(_presented_at_turns(document, interview, index))
    return answering.pop() if len(answering) == 1 else None


def _presented_at_turns(document: Document, interview: Interview, index: CastIndex) -> list[str | None]:
    """For each turn who was presented last: in the head, or on a line of their own between two turns."""
    if not interview.turns:
        return []
    labelled = {name for turn in interview.turns if turn.label and (name := _labelled_person(turn.label, index))}
    if len(labelled) > 1:
        return [None] * len(interview.turns)
    presented = labelled.pop() if labelled else _presented_person(document, interview, index)
    found = [presented]
    authors = {author.name for author in document.authors}
    for before, turn in pairwise(interview.turns):
        between = document.text[before.answer_end : turn.question_start].split("\n")
        named = [name for line in between if (name := _titled_person(line.strip(), index, authors))]
        presented = named[-1] if named else presented
        found.append(presented)
    return found


def _presented_person(document: Document, interview: Interview, index: CastIndex) -> str | None:
    """Whom the lines before the first question are about, or a question addresses by name; no author."""
    announced = _announced_person(document, interview.turns[0].question_start, index)
    if announced is not None:
        return announced or None
    start = min(s.start for s in document.segments if s.kind not in ("navigation", "related", "boilerplate"))
    authors = {author.name for author in document.authors}
    head = index.between(start, interview.turns[0].question_start)
    reporters = {n.person.person.name for n in head if n.person is not None and _is_reporter(document.text, n)}
    counts: Counter[str] = Counter()
    people = [named for named in head if named.person is not None]
    limits = [*(named.start for named in people[1:]), interview.turns[0].question_start]
    for named, limit in zip(people, limits, strict=False):
        if named.person is not None and named.person.person.name not in authors | reporters:
            counts[named.person.person.name] += _weight(document, named, limit)
    for turn in interview.turns:
        for named in index.between(turn.question_start, turn.question_end):
            if named.person is not None and _is_addressed(document.text, named, turn):
                counts[named.person.person.name] += ADDRESSED
    if not counts:
        return _person_at_end(document, interview.turns[-1].answer_end, index, authors)
    (best, count), *others = counts.most_common(2)
    return None if others and others[0][1] == count else best


def _person_at_end(document: Document, end: int, index: CastIndex, authors: Set[str]) -> str | None:
    """ "Karim Alami est géographe.", below the last answer, where the head names nobody; no reporter stands so."""
    text = document.text
    below = [
        named for named in index.between(end, len(text))
        if named.person is not None and not text[text.rfind("\n", 0, named.start) + 1 : named.start].strip()
        and text[named.end : named.end + 1] == " "
    ]  # fmt: skip
    names = {named.person.person.name for named in below if named.person is not None} - authors
    return names.pop() if len(names) == 1 else None


def _announced_person(document: Document, first: int, index: CastIndex) -> str | None:
    """Whom a line above the first question announces; "" where it names somebody whom the cast does not know.

    "TROIS QUESTIONS À KARIM ALAMI, économiste", "Karim Alami, économiste" right above a box within a report.
    """
    authors = {author.name for author in document.authors}
    lines = document.text[max(0, first - LONGEST_ABOVE) : first].rstrip(' \n-–—•*«“"').split("\n")
    above = [line.strip() for line in reversed(lines) if line.strip()][:LINES_ABOVE]
    # "Karim Alami, économiste" / "« C »": the words of whom the line presents may stand between.
    beside = [line for line in above if not _WORDS_ALONE.fullmatch(line)]
    if beside and (titled := _titled_person(beside[0], index, authors)):
        return titled
    for number, line in enumerate(above):
        match = _ANNOUNCES.search(line)
        if match is None:
            continue
        # "3 QUESTIONS À" may stand on a line of its own above the name.
        told = fold(match["rest"] or (above[number - 1] if number else ""))
        named = [name for name in index.people if name not in authors and fold(name) in told]
        if len(named) == 1:
            return named[0]
        if not named and match["rest"] and _FULL_NAME.match(match["rest"]):
            return ""
    return None


def _titled_person(line: str, index: CastIndex, authors: Set[str]) -> str | None:
    """ "Karim Alami, économiste": whose name opens the line, with nothing but a title behind; no reporter signs so."""
    if _PRESENTED_ALONE.fullmatch(line) is None or _REPORTER.search(line):
        return None
    opening = fold(line.lstrip("-–—•*« "))
    named = [
        name
        for name in index.people
        if name not in authors and opening.startswith((f"{fold(name)},", f"{fold(name)} ("))
    ]
    return named[0] if len(named) == 1 else None


def _stands_alone(text: str, named: Named) -> bool:
    before = text[text.rfind("\n", 0, named.start) + 1 : named.start]
    return not before.strip() and text[named.end : named.end + 1] in ("", "\n")


def _answers_soon(text: str, named: Named, limit: int, language: str) -> bool:
    """ "X, directeur de Y, répond à nos questions": the rest of the sentence presents the interview."""
    rest = _SENTENCE.match(text, named.end, max(named.end, limit))
    words = rest.group().lower().replace("’", "'") if rest else ""
    return any(mark in words for mark in load_lexicon(language).words["presented_by"])


def _is_reporter(text: str, named: Named) -> bool:
    """ "De notre envoyée spéciale X", "Propos recueillis par X"."""
    return _REPORTER.search(text, max(0, named.start - 60), named.start) is not None


def _weight(document: Document, named: Named, limit: int) -> int:
    """How much one printing presents the person: in the headline, with a role, a subject, after "entretien avec".

    `limit` is where the next person is named.
    """
    text, person = document.text, named.person
    is_governed = _is_governed(document, named)
    if _in_headline(document, named):
        quotes = _QUOTED.match(text, named.end, max(named.end, limit)) is not None
        announced = _INTERVIEWED.search(text, max(0, named.start - 60), named.start) is not None
        if is_governed and not announced:
            # "Le plan de X", "Une digue contre l'avis de X": what is presented is not the person.
            return 1
        return HEADED + QUOTED * quotes + ADDRESSED * announced
    if _QUOTED_ABOVE.search(text, max(0, named.start - 40), named.start):
        return 0
    weight = 2 if person is not None and person.person.roles else 1
    if _stands_alone(text, named):
        # A bare name on a line signs.
        return weight - 1
    if _answers_soon(text, named, limit, document.language):
        weight += 2
    if _INTERVIEWED.search(text, max(0, named.start - 60), named.start):
        return weight + 2
    if _PRESENTED_ALONE.fullmatch(text, text.rfind("\n", 0, named.start) + 1, _end_of_line(text, named.end)):
        return weight + QUOTED
    return weight - 1 if is_governed else weight + 1


def _end_of_line(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _is_governed(document: Document, named: Named) -> bool:
    """ "préfacé par X", "à la demande du wali, X": the sentence is about somebody else."""
    text = document.text
    if _GOVERNED.search(text, max(0, named.start - 16), named.start):
        return True
    title = _GOVERNED_TITLE.search(text, max(0, named.start - LONGEST_TITLE), named.start)
    return title is not None and title["head"].lower() in load_lexicon(document.language).nouns


def _is_addressed(text: str, named: Named, turn: Turn) -> bool:
    """ "M. Alami, quand …" and "… , Karim Alami ?": the name of the one who is asked stands apart."""
    before = _COURTESY.sub("", text[turn.question_start : named.start])
    opens = not before.strip() and text[named.end : named.end + 1] == ","
    return opens or (before.rstrip().endswith(",") and text[named.end : named.end + 3].strip() == "?")


def _in_headline(document: Document, named: Named) -> bool:
    return any(s.kind == "headline" and s.start <= named.start < s.end for s in document.segments)


def _labelled_person(label: Label, index: CastIndex) -> str | None:
    for named in index.between(label.start, label.end):
        if named.end > label.end:
            # "R. Nous partons": a name that runs over the label is none.
            continue
        if named.person is not None:
            return _shortened_person(label, index) or named.person.person.name
        if named.designation is not None and named.designation.person is not None:
            return named.designation.person
    return _shortened_person(label, index)


def _shortened_person(label: Label, index: CastIndex) -> str | None:
    """ "K. Alami-Bennis", "A. Bennis": the one person whose name holds every word of the label, or begins with it."""
    words = [word for word in _NAME_WORD.findall(fold(label.surface)) if word not in _TITLES]
    if not words:
        return None
    fitting = [name for name in index.people if _shortens(words, _NAME_WORD.findall(fold(name)))]
    fullest = max(fitting, key=lambda name: (len(name), name), default=None)
    if fullest is None:
        return None
    full = _NAME_WORD.findall(fold(fullest))
    return fullest if all(_shortens(_NAME_WORD.findall(fold(name)), full) for name in fitting) else None


def _shortens(words: Sequence[str], name: Sequence[str]) -> bool:
    if len(words) == len(name) and all(full.startswith(word) for word, full in zip(words, name, strict=True)):
        return True
    is_whole = all(word in name if len(word) > 1 else any(full.startswith(word) for full in name) for word in words)
    return is_whole and any(len(word) > 1 for word in words)


def _speaker(label: Label | None, presented: str | None, index: CastIndex) -> Attribution:
    if label is not None:
        name = _labelled_person(label, index)
        if name is not None:
            method: AttributionMethod = "initials" if _is_initials(label.surface) else "interview"
            return Attribution(
                name,
                "person",
                method,
                CONFIDENCE[method],
                speaker_start=label.start,
                speaker_end=label.end,
            )
    if presented is None:
        return Attribution(
            None, "unknown", "none", CONFIDENCE["none"], reason="nobody is presented as the one interviewed"
        )
    return Attribution(presented, "person", "interview", CONFIDENCE["interview"])


def _is_initials(surface: str) -> bool:
    letters = [word for word in surface.replace("-", ".").replace(" ", ".").split(".") if word]
    return all(len(word) == 1 for word in letters)


def _quote(text: str, turn: Turn, attribution: Attribution) -> Quote:
    words = text[turn.answer_start : turn.answer_end]
    occurrence = Occurrence(turn.answer_start, turn.answer_end, words, "answer")
    return Quote("answer", (occurrence,), attribution, turn.question_start, turn.question_end)


def speaks_for_interviewee(document: Document, quotes: Sequence[Quote], interviewee: str | None) -> tuple[Quote, ...]:
    """Headline and pull-quotes of an interview are the interviewee's where nothing else names their speaker.

    "Karim Alami, professeur à l'université de Sefrou : « C »": nor does the body where they work.
    """
    if interviewee is None:
        return tuple(quotes)
    found = Attribution(interviewee, "person", "interview", CONFIDENCE["interview"])
    heads = [s for s in document.segments if s.kind == "headline" and interviewee in document.text[s.start : s.end]]
    return tuple(replace(quote, attribution=found) if _is_open(quote, heads) else quote for quote in quotes)


def _is_open(quote: Quote, heads: Sequence[Segment]) -> bool:
    """Whether nobody is known to say it, or but a body in a headline with the name of who is interviewed."""
    if quote.kind != "direct":
        return False
    is_headed = any(head.start <= quote.occurrences[0].start < head.end for head in heads)
    return quote.attribution.speaker is None or (is_headed and quote.attribution.speaker_kind == "organisation")
