"""Articles, their versions, the files that print them, their authors and the segments of their text."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsdb.document import SEGMENT_KINDS
from newsdb.models.base import SCHEMA, Base, Key
from newsdb.models.entities import PersonName
from newsdb.models.outlets import Outlet
from newsdb.models.sources import ArticleText
from newsdb.models.vocabularies import one_of


class Article(Base):
    """One article of one outlet; its attributes are those of its current version."""

    __tablename__ = "article"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('article', natural_key)", name="id"),
        CheckConstraint("headline <> ''", name="headline"),
        CheckConstraint("(headline IS NULL) = (headline_unknown_reason IS NOT NULL)", name="headline_or_reason"),
        CheckConstraint("(outlet_id IS NULL) = (outlet_unknown_reason IS NOT NULL)", name="outlet_or_reason"),
        CheckConstraint("(published_on IS NULL) = (published_unknown_reason IS NOT NULL)", name="published_or_reason"),
        CheckConstraint("(published_on IS NULL) = (published_precision IS NULL)", name="published_precision"),
        CheckConstraint("published_precision IN ('day', 'month', 'year')", name="precision"),
        CheckConstraint("quotes >= 0", name="quotes"),
        UniqueConstraint("natural_key"),
        Index(None, "published_on"),
        # With what outlets and months are counted by, so that the articles themselves need not be looked at.
        Index("article_counted_idx", "outlet_id", "published_on", postgresql_include=["published_precision", "quotes"]),
        Index("article_latest_idx", text("published_on DESC NULLS LAST"), "id"),
        Index("article_headline_idx", text("newsdb.fold_name(headline)"), postgresql_using="hash"),
        {"comment": "One article. What is unknown is NULL, with the reason beside it."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('article', natural_key).")
    natural_key: Mapped[str] = mapped_column(
        comment="What makes it this article: its address; else outlet, day, headline and, where that is short, the"
        " first words of the body; else the hash of its words."
    )
    headline: Mapped[str | None] = mapped_column(comment="Headline as printed.")
    headline_unknown_reason: Mapped[str | None] = mapped_column(comment="Why there is no headline.")
    outlet_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.outlet.id"),
        comment="The outlet that published it first; NULL where the page does not say.",
    )
    outlet_unknown_reason: Mapped[str | None] = mapped_column(comment="Why the outlet is unknown.")
    republisher_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.outlet.id"), index=True, comment="The aggregator whose page was read, if any."
    )
    published_on: Mapped[date | None] = mapped_column(
        comment="Day of publication as printed, in the outlet's own time; the first of the month or year without one."
    )
    published_precision: Mapped[str | None] = mapped_column(comment="day, month or year: how exact published_on is.")
    published_unknown_reason: Mapped[str | None] = mapped_column(comment="Why the day is unknown.")
    language: Mapped[str] = mapped_column(comment="ISO 639-1 code of the language, und where it could not be told.")
    section: Mapped[str | None] = mapped_column(comment="Section of the outlet as printed (Economie, Sport).")
    canonical_url: Mapped[str | None] = mapped_column(comment="The article's own address, where the page gives it.")
    quotes: Mapped[int] = mapped_column(comment="How many quotes its current version holds.")

    outlet: Mapped[Outlet | None] = relationship(foreign_keys=[outlet_id])
    republisher: Mapped[Outlet | None] = relationship(foreign_keys=[republisher_id])


class ArticleVersion(Base):
    """One text of an article, and what read it; all facts hang on a version."""

    __tablename__ = "article_version"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('article_version', article_id::text, article_text_id::text)", name="id"),
        UniqueConstraint("article_id", "article_text_id"),
        Index("article_version_one_current_key", "article_id", unique=True, postgresql_where=text("is_current")),
        Index("article_version_old_idx", "id", postgresql_where=text("NOT is_current")),
        Index(None, "search_vector", postgresql_using="gin"),
        {"comment": "One text of an article. Two captures that differ are two versions; facts hang on them."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('article_version', article_id, article_text_id).")
    article_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.article.id"), comment="The article.")
    article_text_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_text.id"), index=True, comment="The text its spans count."
    )
    is_current: Mapped[bool] = mapped_column(
        comment="True for the version that reports show: the longest story, and of equals the one with the smallest id."
    )
    story_length: Mapped[int] = mapped_column(
        comment="Characters of the story parts, by which the current version is chosen."
    )
    extractor: Mapped[str] = mapped_column(
        comment="Name and version of what extracted its facts; none for a language without rules."
    )
    search_vector: Mapped[str] = mapped_column(
        TSVECTOR, comment="Headline (weight A) and story (weight B) for full-text search."
    )

    article: Mapped[Article] = relationship()
    article_text: Mapped[ArticleText] = relationship()


class ArticleSource(Base):
    """Which version a file, or a record of one, prints."""

    __tablename__ = "article_source"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('article_source', source_file_id::text)", name="id"),
        UniqueConstraint("source_file_id"),
        {"comment": "Which version of an article a file or record prints."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('article_source', source_file_id).")
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), index=True, comment="The version it prints."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    source_file_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.source_file.id"), comment="The file.")


class ArticleAuthor(Base):
    """A signature: a person, initials or a desk."""

    __tablename__ = "article_author"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('article_author', article_version_id::text, ordinal::text)", name="id"),
        CheckConstraint("ordinal > 0", name="ordinal"),
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint(
            "(span_start IS NULL) = (span_end IS NULL) AND span_start >= 0 AND span_start < span_end",
            name="span",
        ),
        UniqueConstraint("article_version_id", "ordinal"),
        {"comment": "Who signed an article, as printed: a person, initials or a desk."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('article_author', article_version_id, ordinal).")
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), comment="The version that is signed."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    ordinal: Mapped[int] = mapped_column(comment="Place among the signatures, from 1.")
    name: Mapped[str] = mapped_column(comment="The signature as printed, without the outlet beside it.")
    person_name_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.person_name.id"), index=True, comment="The person, where a full name signs."
    )
    span_start: Mapped[int | None] = mapped_column(
        comment="Offset of its first character in the text; NULL where only metadata name it."
    )
    span_end: Mapped[int | None] = mapped_column(comment="Offset after its last character.")

    person_name: Mapped[PersonName | None] = relationship()


class OutletAppearance(Base):
    """A name by which the page of a version calls an outlet."""

    __tablename__ = "outlet_appearance"
    __table_args__ = (
        CheckConstraint(
            "id = newsdb.key_id('outlet_appearance', article_version_id::text, outlet_id::text, name_key)", name="id"
        ),
        CheckConstraint("name <> '' AND name_key <> ''", name="name"),
        {"comment": "By which names the page of a version calls its outlet and its republisher."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('outlet_appearance', article_version_id, outlet_id, name_key).")
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), index=True, comment="The version."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    outlet_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.outlet.id"), index=True, comment="The outlet or aggregator."
    )
    name: Mapped[str] = mapped_column(comment="The name as the page prints it, or as a correction gives it.")
    name_key: Mapped[str] = mapped_column(comment="The name folded: lower case, no accents, no punctuation.")


class TextSegment(Base):
    """A part of a version's text; the segments of a version tile it."""

    __tablename__ = "text_segment"
    __table_args__ = (
        CheckConstraint("span_start >= 0 AND span_start < span_end", name="span"),
        one_of("kind", SEGMENT_KINDS),
        {"comment": "The parts of a text (headline, paragraph, navigation …). They cover every character once."},
    )

    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"),
        primary_key=True,
        comment="The version whose text it is a part of.",
    )
    span_start: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, comment="Offset of its first character."
    )
    span_end: Mapped[int] = mapped_column(comment="Offset after its last character.")
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    kind: Mapped[str] = mapped_column(ForeignKey(f"{SCHEMA}.segment_kind.code"), index=True, comment="What it is.")
