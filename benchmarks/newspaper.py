"""Make articles in the manner of the French-speaking press, each a function of its number; how they load is elsewhere.

An article knows its facts while it is written, so that rows can be had without extraction.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks import newspaper_words as words
from newsdb.document import Byline, Document, OutletName, Segment, SegmentKind
from newsdb.facts import (
    Attribution,
    Facts,
    Mention,
    Occurrence,
    Organisation,
    OrganisationKind,
    Person,
    Quote,
    QuoteKind,
    Role,
)
from newsdb.loading.rows.rows import FileRows, file_rows

Span = tuple[int, int]
FIRST_DAY = date(2010, 1, 1)
DAYS = 5800
PEOPLE, ORGANISATIONS, QUOTES = 3, 3, 6
# Files in one folder, as archives are kept.
FOLDER_FILES = 1000
EXTRACTOR = "benchmark 1"
_NOTICE = (
    "Merci d'avoir signalé!\n"
    "Cette image sera automatiquement bloquée après qu'elle soit signalée par plusieurs personnes.\n"
)
CLOSING = "Cliquez ici pour lire l'article depuis sa source."


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation of the newspaper's world."""

    name: str
    acronym: str
    kind: OrganisationKind
    article: str


class _Page:
    """A page that is being written: text, segments, and where names and quotes were printed."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.segments: list[Segment] = []
        self.segment_start = 0

    def write(self, text: str) -> Span:
        start = self.length
        self.parts.append(text)
        self.length += len(text)
        return start, self.length

    def end_segment(self, kind: SegmentKind, line_end: str = "\n") -> None:
        self.write(line_end)
        self.segments.append(Segment(self.segment_start, self.length, kind))
        self.segment_start = self.length


class _Writer:
    """The author of one article."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.random = random.Random(number)
        self.page = _Page()
        self.people = self.choose_people()
        self.bodies = self.choose_bodies()
        self.mentions: dict[str, list[Mention]] = {name: [] for name in [*self.people, *(b.name for b in self.bodies)]}
        self.roles: dict[str, Role] = {}
        self.quotes: list[Quote] = []
        self.author: Byline | None = None
        self.headline = ""
        self.outlet = self.one_of(words.OUTLETS)
        self.day = FIRST_DAY + timedelta(days=int(self.random.random() * DAYS))

    def one_of(self, choices: Sequence[str]) -> str:
        return choices[int(self.random.random() * len(choices))]

    def seldom(self, count: int) -> int:
        """A number below the count; the smaller, the more often, as people are in the news."""
        return int(count * self.random.random() ** 3)

    def choose_people(self) -> list[str]:
        """Names that share no surname, so that a surname means one of them."""
        chosen: dict[str, str] = {}
        while len(chosen) < PEOPLE:
            surname = words.SURNAMES[self.seldom(len(words.SURNAMES))]
            given = words.GIVEN_NAMES[self.seldom(len(words.GIVEN_NAMES))]
            particle = self.one_of(words.NAME_PARTICLES)
            chosen.setdefault(surname, f"{given} {particle} {surname}" if particle else f"{given} {surname}")
        return list(chosen.values())

    def choose_bodies(self) -> list[Body]:
        chosen: dict[str, Body] = {}
        while len(chosen) < ORGANISATIONS:
            head, article, kind = words.ORGANISATION_HEADS[self.seldom(len(words.ORGANISATION_HEADS))]
            complement = self.one_of(words.COMPLEMENTS)
            place = words.PLACES[self.seldom(len(words.PLACES))]
            name = f"{head} {complement} de {place}"
            initials = "".join(word.rpartition("'")[2][0] for word in name.split() if len(word) > 3)
            chosen.setdefault(name, Body(name, initials.upper(), kind, article))  # type: ignore[arg-type]
        return list(chosen.values())

    def clause(self) -> str:
        """Something that may be said or reported."""
        count = f"{int(self.random.random() * 89) + 2} {int(self.random.random() * 900) + 100}"
        what = f"{count} {self.one_of(words.UNITS)} {self.one_of(words.COMPLEMENTS_OF_THINGS)}"
        where = f"{self.one_of(words.PREPOSITIONS)} {self.one_of(words.PLACES)}"
        when = f"en {self.one_of(words.MONTHS)} {2000 + int(self.random.random() * 40)}"
        return f"{self.subject()} {self.one_of(words.VERBS)} {what} {where} {when}"

    def subject(self) -> str:
        """What a sentence or a headline is about."""
        return f"{self.one_of(words.SUBJECTS)} {self.one_of(words.COMPLEMENTS_OF_THINGS)}"

    def name(self, key: str, surface: str) -> Span:
        """Print a name."""
        start, end = self.page.write(surface)
        self.mentions[key].append(Mention(start, end, surface))
        return start, end

    def sentence(self, end: str = ". ") -> None:
        clause = self.one_of(words.CONNECTORS) + self.clause()
        self.page.write(clause[0].upper() + clause[1:] + end)

    def write_head(self) -> None:
        page = self.page
        ticker = (self.one_of(words.HEADLINES).format(subject=self.subject(), place=p)
                  for p in self.random.sample(words.PLACES, 8))  # fmt: skip
        page.write("    ".join(ticker))
        page.end_segment("navigation", "\n\n\n")
        page.write(_NOTICE)
        page.end_segment("boilerplate", "\n")
        headline = self.one_of(words.HEADLINES).format(subject=self.subject(), place=self.one_of(words.PLACES))
        # The number keeps two articles of a day apart, as the details of real headlines do.
        self.headline = f"{headline[0].upper()}{headline[1:]} (dossier {self.number})"
        page.write(self.headline)
        page.end_segment("headline")
        page.write(f"Publié dans {self.outlet} le {self.day:%d - %m - %Y}")
        page.end_segment("dateline", "\n\n")

    def write_body(self) -> None:
        self.write_lead()
        for ordinal in range(QUOTES):
            self.write_quote(ordinal)
            if ordinal % 2:
                self.write_report(self.bodies[ordinal // 2])
        self.write_outlook()
        author = self.people[-1]
        start, end = self.name(author, author)
        self.author = Byline(author, start, end)
        self.page.end_segment("byline", "\n\n")
        self.page.write(CLOSING)
        self.page.end_segment("boilerplate", "\n")

    def write_lead(self) -> None:
        self.sentence()
        self.sentence()
        self.sentence(".")
        self.page.end_segment("paragraph")

    def write_report(self, body: Body) -> None:
        """A paragraph that quotes nobody."""
        self.sentence()
        self.page.write(f"{self.subject()} de {body.article}".capitalize())
        self.name(body.name, body.acronym)
        self.page.write(f" {self.one_of(words.VERBS)} {self.subject()}. ")
        self.sentence()
        self.sentence(".")
        self.page.end_segment("paragraph")

    def write_outlook(self) -> None:
        """A last paragraph, with two organisations together."""
        first, second = self.bodies[:2]
        self.page.write(f"{self.subject()} {self.one_of(words.VERBS)} {first.article}".capitalize())
        self.name(first.name, first.acronym)
        self.page.write(f" {self.one_of(words.PREPOSITIONS)} {second.article}")
        self.name(second.name, second.acronym)
        self.page.write(". ")
        self.sentence(".")
        self.page.end_segment("paragraph")

    def write_quote(self, ordinal: int) -> None:
        """Of each person a quote with name, role and organisation, then reported speech."""
        person, body = self.people[ordinal // 2], self.bodies[ordinal // 2]
        cue = self.one_of(words.CUES)
        if ordinal % 2:
            speaker = self.name(person, person.rpartition(" ")[2])
            self.page.write(" ")
            cue_span = self.page.write(f"{cue} que")
            self.page.write(" ")
            said = self.clause()
            self.add_quote("indirect", said, self.page.write(said), person, "surname", cue_span, speaker)
        else:
            self.page.write("«")
            said = f"{self.one_of(words.OPENINGS)} {self.clause()}, et {self.clause()}"
            said_span = self.page.write(said)
            self.page.write("», ")
            cue_span = self.page.write(cue)
            self.page.write(" ")
            speaker = self.name(person, person)
            self.page.write(", ")
            self.write_role(person, body)
            self.add_quote("direct", said, said_span, person, "name", cue_span, speaker)
        self.page.write(". ")
        self.sentence(".")
        self.page.end_segment("paragraph")

    def write_role(self, person: str, body: Body) -> None:
        title = self.one_of(words.ROLES)
        start, end = self.page.write(title)
        self.roles[person] = Role(title, body.name, start, end)
        self.page.write({"l'": " de l'", "la ": " de la ", "le ": " du "}[body.article])
        self.name(body.name, body.name)
        self.page.write(f" ({body.acronym})")

    def add_quote(self, kind: QuoteKind, said: str, span: Span, person: str, method: str, cue: Span, by: Span) -> None:
        attribution = Attribution(person, "person", method, 0.9, *cue, *by)  # type: ignore[arg-type]
        self.quotes.append(Quote(kind, (Occurrence(*span, said, "paragraph"),), attribution))

    def write(self) -> tuple[Document, Facts]:
        self.write_head()
        self.write_body()
        text = "".join(self.page.parts)
        segments = tuple(self.page.segments)
        authors = (self.author,) if self.author else ()
        document = Document(
            source=file_name(self.number),
            text=text,
            segments=segments,
            headline=self.headline,
            outlet=OutletName(self.outlet, self.outlet),
            published_on=self.day,
            published_precision="day",
            authors=authors,
            language="fr",
            reader="benchmark",
        )
        people = [Person(n, tuple(self.mentions[n]), (self.roles[n],)) for n in self.people]
        bodies = [Organisation(b.name, b.acronym, b.kind, tuple(self.mentions[b.name])) for b in self.bodies]
        facts = Facts(segments, authors, tuple(people), tuple(bodies), tuple(self.quotes), (), EXTRACTOR)
        return document, facts


def write_article(number: int) -> tuple[Document, Facts]:
    """The article of that number, with 6 quotes and some 15 mentions, and its facts."""
    return _Writer(number).write()


def make_rows(numbers: Iterable[int], *, extractor: str = EXTRACTOR) -> Iterator[FileRows]:
    """The rows of these articles, each in a file of its own, without extraction."""
    for number in numbers:
        document, facts = write_article(number)
        yield file_rows(document.source, document.text.encode(), document, facts, extractor=extractor)


def file_name(number: int) -> str:
    """Name of the file of an article."""
    return f"article-{number:07}.txt"


def write_files(folder: Path, numbers: Iterable[int]) -> None:
    """Articles as files, a thousand to a folder."""
    for number in numbers:
        home = folder / f"{number // FOLDER_FILES:04}"
        home.mkdir(parents=True, exist_ok=True)
        document, _ = write_article(number)
        (home / document.source).write_text(document.text, encoding="utf-8")
