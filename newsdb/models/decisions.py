"""What people decided about facts and about what must not be kept: recorded, and taken back by a later row."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, DateTime, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsdb.models.base import Base, Key


class Correction(Base):
    """One decision about one field of an article, a quote or a role."""

    __tablename__ = "correction"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('correction', number::text)", name="id"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("subject IN ('article', 'quote', 'role')", name="subject"),
        CheckConstraint("(subject = 'article') = (anchor = '')", name="anchor"),
        CheckConstraint("verdict IN ('corrected', 'undone')", name="verdict"),
        CheckConstraint("value IS NULL OR verdict = 'corrected'", name="value"),
        CheckConstraint("reason <> ''", name="reason"),
        UniqueConstraint("number"),
        Index(None, "article_id"),
        {
            "comment": "Corrections of what was read. Of several about one field the last holds; rows are only added,"
            " and go with a takedown that covers them."
        },
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('correction', number).")
    number: Mapped[int] = mapped_column(comment="Place in the sequence of corrections.")
    subject: Mapped[str] = mapped_column(comment="article, quote or role: what is corrected.")
    # No reference: a correction stays while its article is gone, and waits for one that is not there yet.
    article_id: Mapped[uuid.UUID] = mapped_column(comment="The article, by the key that its own words give it.")
    anchor: Mapped[str] = mapped_column(
        comment="The quote by its words, folded; the role by its holder and title; empty for the article itself."
    )
    field: Mapped[str] = mapped_column(comment="Which field: published_on, outlet, speaker …")
    verdict: Mapped[str] = mapped_column(comment="corrected, or undone: as if never corrected.")
    value: Mapped[str | None] = mapped_column(comment="What it is instead; NULL for what is unknown.")
    reason: Mapped[str] = mapped_column(comment="Why, in the words of whoever decided.")
    decided_by: Mapped[str | None] = mapped_column(comment="Who decided.")
    decided_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="When it was decided.")


class Suppression(Base):
    """One takedown, by a key that tells nothing of what was taken down."""

    __tablename__ = "suppression"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('suppression', number::text)", name="id"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("kind IN ('article', 'file', 'person')", name="kind"),
        CheckConstraint(
            "CASE kind WHEN 'article' THEN key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'"
            " ELSE key ~ '^[0-9a-f]{64}$' END",
            name="key",
        ),
        CheckConstraint(
            "(kind = 'person') = (word_count IS NOT NULL) AND coalesce(word_count, 2) > 1", name="word_count"
        ),
        CheckConstraint("verdict IN ('suppressed', 'undone')", name="verdict"),
        CheckConstraint("reason <> ''", name="reason"),
        UniqueConstraint("number"),
        Index(None, "kind", "key"),
        {
            "comment": "Takedowns: what the loader must not bring back. Of several about one key the last holds; rows"
            " are only added. A key is a hash and tells nothing of what was taken down."
        },
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('suppression', number).")
    number: Mapped[int] = mapped_column(comment="Place in the sequence of takedowns.")
    kind: Mapped[str] = mapped_column(comment="article, file or person: what was taken down.")
    key: Mapped[str] = mapped_column(
        comment="Id of the article; SHA-256 of the file; SHA-256 of the words of the name, folded and sorted."
    )
    word_count: Mapped[int | None] = mapped_column(
        comment="Of how many words the name of a person is, so that it is recognised in a text by its hash."
    )
    verdict: Mapped[str] = mapped_column(comment="suppressed, or undone: it may be loaded again.")
    reason: Mapped[str] = mapped_column(comment="Why, in the words of whoever decided; name nobody here.")
    decided_by: Mapped[str | None] = mapped_column(comment="Who decided.")
    decided_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="When it was decided.")
