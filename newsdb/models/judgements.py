"""What people decided about who is who: recorded, never changed, and taken back by a later judgement."""

from datetime import datetime

from sqlalchemy import CheckConstraint, DateTime, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsdb.models.base import Base, Key


class EntityJudgement(Base):
    """One decision about two names."""

    __tablename__ = "entity_judgement"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('entity_judgement', number::text)", name="id"),
        CheckConstraint("number > 0", name="number"),
        CheckConstraint("entity_kind IN ('person', 'organisation')", name="entity_kind"),
        CheckConstraint("verdict IN ('same', 'different', 'undone')", name="verdict"),
        CheckConstraint("left_key < right_key COLLATE \"C\" AND left_key <> ''", name="keys"),
        UniqueConstraint("number"),
        Index(None, "entity_kind", "left_key", "right_key"),
        {"comment": "Decisions about who is who. Of several about one pair the last holds; rows are only added."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('entity_judgement', number).")
    number: Mapped[int] = mapped_column(comment="Place in the sequence of judgements, from 1.")
    entity_kind: Mapped[str] = mapped_column(comment="person or organisation.")
    left_key: Mapped[str] = mapped_column(
        comment="The first name, folded; name@article for a namesake who appears in that article."
    )
    right_key: Mapped[str] = mapped_column(
        comment="The second name, folded in the same way; after the first by code point."
    )
    verdict: Mapped[str] = mapped_column(comment="same, different, or undone: as if never judged.")
    reason: Mapped[str | None] = mapped_column(comment="Why, in the words of whoever decided.")
    decided_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="When it was decided.")
