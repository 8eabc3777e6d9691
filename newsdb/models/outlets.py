"""Outlets: who publishes and who republishes, and the other names they go by."""

import uuid

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsdb.models.base import SCHEMA, Base, Key


class Outlet(Base):
    """A newspaper, site, agency or channel."""

    __tablename__ = "outlet"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('outlet', name_key)", name="id"),
        CheckConstraint("kind IN ('publisher', 'aggregator')", name="kind"),
        CheckConstraint("name <> '' AND name_key <> ''", name="name"),
        UniqueConstraint("name_key"),
        {"comment": "A newspaper, site, agency or channel that publishes articles, or an aggregator that republishes."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('outlet', name_key).")
    name: Mapped[str] = mapped_column(
        comment="Name as the outlet writes it; as printed where the list does not know it."
    )
    name_key: Mapped[str] = mapped_column(comment="The name folded: lower case, no accents, no punctuation.")
    kind: Mapped[str] = mapped_column(comment="publisher or aggregator.")
    country: Mapped[str | None] = mapped_column(comment="ISO 3166-1 alpha-2 code, where known.")
    website: Mapped[str | None] = mapped_column(comment="Address of its site, where known.")


class OutletAlias(Base):
    """Another name of an outlet."""

    __tablename__ = "outlet_alias"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('outlet_alias', outlet_id::text, alias_key)", name="id"),
        CheckConstraint("alias <> '' AND alias_key <> ''", name="alias"),
        UniqueConstraint("outlet_id", "alias_key"),
        {"comment": "The names an outlet goes by. Homonyms in two countries may share one."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('outlet_alias', outlet_id, alias_key).")
    outlet_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.outlet.id"), comment="The outlet it means.")
    alias: Mapped[str] = mapped_column(comment="The name, in one of its spellings.")
    alias_key: Mapped[str] = mapped_column(comment="The name folded: lower case, no accents, no punctuation.")
