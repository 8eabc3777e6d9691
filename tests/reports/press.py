"""Make small articles of one's own wording and write them into a database, with just the facts that a test needs."""

from dataclasses import dataclass
from datetime import date

import psycopg
from sqlalchemy import Engine

from newsdb.document import Document, OutletName, Segment
from newsdb.facts import Attribution, Facts, Mention, Occurrence, Person, Quote, Role
from newsdb.loading.merging.batch import load_batch
from newsdb.loading.rows.rows import FileRows, file_rows

EXTRACTOR = "factory 1"


@dataclass(frozen=True)
class Story:
    """A headline and paragraphs; the person of the story, a title in its words, and words that they are quoted with."""

    headline: str
    paragraphs: tuple[str, ...]
    day: date | None
    person: str
    title: str | None = None
    words: str | None = None
    held_until: date | None = None

    @property
    def text(self) -> str:
        return "\n".join((self.headline, *self.paragraphs))


def write_stories(engine: Engine, *stories: Story) -> None:
    """Load the stories as a load of as many files would."""
    files = [story_rows(f"{number}.txt", story) for number, story in enumerate(stories)]
    connection = engine.raw_connection()
    try:
        driver = connection.driver_connection
        assert isinstance(driver, psycopg.Connection)
        load_batch(driver.cursor(), files)
        connection.commit()
    finally:
        connection.close()


def story_rows(name: str, story: Story) -> FileRows:
    document = Document(
        source=name,
        text=story.text,
        segments=tile(story),
        headline=story.headline,
        outlet=OutletName("La Gazette d'essai", "La Gazette d'essai"),
        published_on=story.day,
        published_precision="day" if story.day else None,
        language="fr",
        reader="factory",
        unknown={} if story.day else {"published_on": "the text has no dateline"},
    )
    return file_rows(name, story.text.encode(), document, facts_of(story, document), extractor=EXTRACTOR)


def tile(story: Story) -> tuple[Segment, ...]:
    segments, start = [], 0
    for line in story.text.splitlines(keepends=True):
        segments.append(Segment(start, start + len(line), "paragraph" if start else "headline"))
        start += len(line)
    return tuple(segments)


def facts_of(story: Story, document: Document) -> Facts:
    person = Person(story.person, mentions_of(story), roles_of(story))
    return Facts(document.segments, (), (person,), (), quotes_of(story), (), EXTRACTOR)


def mentions_of(story: Story) -> tuple[Mention, ...]:
    start = story.text.index(story.person)
    return (Mention(start, start + len(story.person), story.person),)


def roles_of(story: Story) -> tuple[Role, ...]:
    if story.title is None:
        return ()
    start = story.text.index(story.title)
    precision = "day" if story.held_until else None
    end = start + len(story.title)
    return (Role(story.title, None, start, end, valid_to=story.held_until, valid_precision=precision),)


def quotes_of(story: Story) -> tuple[Quote, ...]:
    if story.words is None:
        return ()
    start = story.text.index(story.words)
    occurrence = Occurrence(start, start + len(story.words), story.words, "paragraph")
    return (Quote("direct", (occurrence,), Attribution(story.person, "person", "name", 0.9)),)
