"""Which articles print one story: sketches of their bodies, links between them, and the stories that links make."""

import uuid
from decimal import Decimal

from sqlalchemy import CheckConstraint, Computed, ForeignKey, Index, Integer, Numeric, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, BIT
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsdb.models.articles import Article
from newsdb.models.base import SCHEMA, Base, Key


class StorySketch(Base):
    """What is kept of a version's body for comparing it with others."""

    __tablename__ = "story_sketch"
    __table_args__ = (
        CheckConstraint("shingle_count > 0", name="shingle_count"),
        # Every look-up would read the list of what is pending.
        Index(None, "bands", postgresql_using="gin", postgresql_with={"fastupdate": "off"}),
        {"comment": "A sketch of the body of each version that is long enough, by which reprints are found."},
    )

    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), primary_key=True, comment="The version."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    shingle_count: Mapped[int] = mapped_column(comment="How many different sequences of four words the body has.")
    signature: Mapped[list[int]] = mapped_column(
        ARRAY(Integer), comment="MinHash of these sequences: two bodies agree in as many places as they share of them."
    )
    bands: Mapped[list[int]] = mapped_column(
        ARRAY(Integer), comment="Hashes of parts of the signature; bodies that share none are not compared."
    )
    telling: Mapped[list[int]] = mapped_column(
        ARRAY(Integer), comment="Hashes of the names and figures in the body, in which items of one wording differ."
    )
    telling_map: Mapped[str] = mapped_column(
        BIT(1024),
        Computed("newsdb.telling_map(telling)", persisted=True),
        comment="Which last ten bits these hashes have: tells at once who cannot be a reprint.",
    )


class ArticleReprint(Base):
    """Two articles that print one story."""

    __tablename__ = "article_reprint"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('article_reprint', article_id::text, reprint_id::text)", name="id"),
        CheckConstraint("article_id < reprint_id", name="order"),
        CheckConstraint("similarity BETWEEN 0 AND 1", name="similarity"),
        UniqueConstraint("article_id", "reprint_id"),
        {"comment": "Pairs of articles that print one story, as their bodies tell. Neither is the original."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('article_reprint', article_id, reprint_id).")
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), comment="The one with the smaller id."
    )
    reprint_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The other.")
    similarity: Mapped[Decimal] = mapped_column(
        Numeric(3, 2), comment="How much of the shorter body the longer one holds, as estimated from the sketches."
    )


class ArticleStory(Base):
    """The story of an article that others print too."""

    __tablename__ = "article_story"
    __table_args__ = (
        {"comment": "Which story an article prints; articles without a reprint are stories of their own and not here."},
    )

    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), primary_key=True, comment="The article."
    )
    story_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"),
        index=True,
        comment="The smallest id among all articles that hang together by reprints.",
    )

    article: Mapped[Article] = relationship(foreign_keys=[article_id])
