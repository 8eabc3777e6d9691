"""The words that kind and method columns may hold, as small tables with labels, so that a BI tool can show them."""

from collections.abc import Sequence

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsdb.models.base import Base


def one_of(column: str, words: Sequence[str]) -> CheckConstraint:
    """The check that a column holds a word of its vocabulary: far cheaper for each row than its foreign key.

    From PostgreSQL 18 on the key is not enforced beside it; see migration 0025.
    """
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class QuoteKind(Base):
    """What a quote is: direct, indirect, answer, fragment."""

    __tablename__ = "quote_kind"
    __table_args__ = ({"comment": "What a quote can be."},)

    code: Mapped[str] = mapped_column(primary_key=True, comment="The word used in quote.kind.")
    label: Mapped[str] = mapped_column(comment="English label.")
    label_fr: Mapped[str] = mapped_column(comment="French label.")


class SpeakerKind(Base):
    """Who speaks: person, organisation, group, described, unknown."""

    __tablename__ = "speaker_kind"
    __table_args__ = ({"comment": "What a speaker can be."},)

    code: Mapped[str] = mapped_column(primary_key=True, comment="The word used in quote_attribution.speaker_kind.")
    label: Mapped[str] = mapped_column(comment="English label.")
    label_fr: Mapped[str] = mapped_column(comment="French label.")


class AttributionMethod(Base):
    """By what evidence a speaker was found, with the confidence that goes with it."""

    __tablename__ = "attribution_method"
    __table_args__ = ({"comment": "By what evidence the speaker of a quote was found."},)

    code: Mapped[str] = mapped_column(primary_key=True, comment="The word used in quote_attribution.method.")
    label: Mapped[str] = mapped_column(comment="English label.")
    label_fr: Mapped[str] = mapped_column(comment="French label.")


class SegmentKind(Base):
    """What a part of a page is; only story parts yield facts and are searched."""

    __tablename__ = "segment_kind"
    __table_args__ = ({"comment": "What a part of a page can be."},)

    code: Mapped[str] = mapped_column(primary_key=True, comment="The word used in text_segment.kind.")
    label: Mapped[str] = mapped_column(comment="English label.")
    label_fr: Mapped[str] = mapped_column(comment="French label.")
    is_story: Mapped[bool] = mapped_column(
        comment="True for parts of the article itself; no fact is taken from the others, and search passes over them."
    )


class OrganisationKind(Base):
    """What an organisation is: company, ministry, association …"""

    __tablename__ = "organisation_kind"
    __table_args__ = ({"comment": "What an organisation can be."},)

    code: Mapped[str] = mapped_column(primary_key=True, comment="The word used in organisation.kind.")
    label: Mapped[str] = mapped_column(comment="English label.")
    label_fr: Mapped[str] = mapped_column(comment="French label.")
