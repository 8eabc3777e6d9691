"""Quotes: the words, the places where they are printed, and who is said to have spoken them."""

import uuid
from datetime import date
from decimal import Decimal

from sqlalchemy import CheckConstraint, ForeignKey, Index, Numeric, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsdb.document import SEGMENT_KINDS
from newsdb.facts import ATTRIBUTION_METHODS, QUOTE_KINDS, SPEAKER_KINDS
from newsdb.models.articles import Article
from newsdb.models.base import SCHEMA, Base, Key
from newsdb.models.entities import OrganisationName, PersonName, RoleClaim
from newsdb.models.vocabularies import one_of

# The method of a speaker whom somebody has decided on.
CORRECTED = "corrected"


class Quote(Base):
    """Words that an article reports of one speaker."""

    __tablename__ = "quote"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('quote', article_version_id::text, ordinal::text)", name="id"),
        CheckConstraint("ordinal > 0", name="ordinal"),
        CheckConstraint("words <> ''", name="words"),
        CheckConstraint("num_nonnulls(question, question_start, question_end) IN (0, 3)", name="question"),
        CheckConstraint("question_start >= 0 AND question_start < question_end", name="question_span"),
        CheckConstraint("question IS NULL OR kind = 'answer'", name="question_of_answer"),
        one_of("kind", QUOTE_KINDS),
        UniqueConstraint("article_version_id", "ordinal"),
        Index(None, "words_key", postgresql_using="hash"),
        {"comment": "Words that an article reports of one speaker. Printed twice in it, they are one quote."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('quote', article_version_id, ordinal).")
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), comment="The version that prints it."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    ordinal: Mapped[int] = mapped_column(comment="Place among the quotes of the version, from 1.")
    kind: Mapped[str] = mapped_column(
        ForeignKey(f"{SCHEMA}.quote_kind.code"), index=True, comment="direct, indirect, answer or fragment."
    )
    words: Mapped[str] = mapped_column(comment="The words as printed at their main place.")
    words_key: Mapped[str] = mapped_column(
        comment="The words folded, equal where the same words are printed elsewhere."
    )
    question: Mapped[str | None] = mapped_column(comment="For an answer of an interview, the question as printed.")
    question_start: Mapped[int | None] = mapped_column(comment="Offset of the question's first character.")
    question_end: Mapped[int | None] = mapped_column(comment="Offset after the question's last character.")

    article: Mapped[Article] = relationship()


class QuoteOccurrence(Base):
    """One printing of a quote."""

    __tablename__ = "quote_occurrence"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('quote_occurrence', quote_id::text, ordinal::text)", name="id"),
        one_of("place", SEGMENT_KINDS),
        CheckConstraint("ordinal > 0", name="ordinal"),
        CheckConstraint("span_start >= 0 AND span_start < span_end", name="span"),
        UniqueConstraint("quote_id", "ordinal"),
        {"comment": "Each place where a quote is printed, with the very characters; the first is the main one."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('quote_occurrence', quote_id, ordinal).")
    quote_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.quote.id"), comment="The quote.")
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), index=True, comment="The version in whose text it stands."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    ordinal: Mapped[int] = mapped_column(comment="1 for the main place, then the others in the order of the text.")
    place: Mapped[str] = mapped_column(
        ForeignKey(f"{SCHEMA}.segment_kind.code"),
        index=True,
        comment="The part of the page it stands in: headline, paragraph …",
    )
    span_start: Mapped[int] = mapped_column(comment="Offset of its first character.")
    span_end: Mapped[int] = mapped_column(comment="Offset after its last character.")
    words: Mapped[str] = mapped_column(comment="The characters of the span.")

    quote: Mapped[Quote] = relationship()


class QuoteAttribution(Base):
    """Who is said to have spoken a quote, by what evidence and how surely."""

    __tablename__ = "quote_attribution"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('quote_attribution', quote_id::text, rank::text)", name="id"),
        CheckConstraint("rank > 0", name="rank"),
        CheckConstraint("confidence BETWEEN 0 AND 1", name="confidence"),
        CheckConstraint("(person_name_id IS NOT NULL) = (speaker_kind = 'person')", name="person"),
        CheckConstraint("(organisation_name_id IS NOT NULL) = (speaker_kind = 'organisation')", name="organisation"),
        CheckConstraint("(description IS NOT NULL) = (speaker_kind IN ('group', 'described'))", name="description"),
        CheckConstraint("(unknown_reason IS NOT NULL) = (speaker_kind = 'unknown')", name="unknown_reason"),
        CheckConstraint("num_nonnulls(cue, cue_start, cue_end) IN (0, 3)", name="cue"),
        CheckConstraint("cue_start >= 0 AND cue_start < cue_end", name="cue_span"),
        CheckConstraint("num_nonnulls(speaker_words, speaker_start, speaker_end) IN (0, 3)", name="speaker"),
        CheckConstraint("speaker_start >= 0 AND speaker_start < speaker_end", name="speaker_span"),
        CheckConstraint("role_claim_id IS NULL OR person_name_id IS NOT NULL", name="role"),
        one_of("speaker_kind", SPEAKER_KINDS),
        one_of("method", (*ATTRIBUTION_METHODS, CORRECTED)),
        UniqueConstraint("quote_id", "rank"),
        Index("quote_attribution_latest_idx", text("as_of DESC NULLS LAST"), "article_id"),
        Index(None, "person_name_id", "as_of"),
        Index(None, "organisation_name_id", "as_of"),
        # Whose role is looked for in earlier articles.
        Index(
            "quote_attribution_unpresented_idx",
            "person_name_id",
            "as_of",
            postgresql_where=text("role_claim_id IS NULL AND person_name_id IS NOT NULL"),
        ),
        {"comment": "Who is said to have spoken a quote, with the evidence. Rank 1 is the reading that reports show."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('quote_attribution', quote_id, rank).")
    quote_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.quote.id"), comment="The quote.")
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"),
        index=True,
        comment="The version in whose text the evidence stands.",
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    rank: Mapped[int] = mapped_column(comment="1 for the reading chosen.")
    speaker_kind: Mapped[str] = mapped_column(
        ForeignKey(f"{SCHEMA}.speaker_kind.code"),
        index=True,
        comment="person, organisation, group, described or unknown.",
    )
    person_name_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.person_name.id"), comment="The speaker, where a person is named."
    )
    organisation_name_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.organisation_name.id"), comment="The speaker, where an organisation is named."
    )
    as_of: Mapped[date | None] = mapped_column(comment="Day of the article; NULL where that is unknown.")
    role_claim_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.role_claim.id"),
        index=True,
        comment="The role in which the article presents the speaker, of several the nearest to the words.",
    )
    description: Mapped[str | None] = mapped_column(
        comment="The speaker as printed, where nobody is named: un citoyen du quartier."
    )
    unknown_reason: Mapped[str | None] = mapped_column(comment="Why the speaker is unknown.")
    method: Mapped[str] = mapped_column(
        ForeignKey(f"{SCHEMA}.attribution_method.code"),
        index=True,
        comment="By what evidence the speaker was found.",
    )
    confidence: Mapped[Decimal] = mapped_column(
        Numeric(3, 2), comment="0 to 1, fixed for each method; for asking for the sure ones."
    )
    cue: Mapped[str | None] = mapped_column(comment="The reporting words as printed: a déclaré, selon.")
    cue_start: Mapped[int | None] = mapped_column(comment="Offset of the cue's first character.")
    cue_end: Mapped[int | None] = mapped_column(comment="Offset after the cue's last character.")
    speaker_words: Mapped[str | None] = mapped_column(
        comment="The words that name the speaker as printed: le ministre."
    )
    speaker_start: Mapped[int | None] = mapped_column(comment="Offset of the speaker's first character.")
    speaker_end: Mapped[int | None] = mapped_column(comment="Offset after the speaker's last character.")

    quote: Mapped[Quote] = relationship()
    person_name: Mapped[PersonName | None] = relationship()
    organisation_name: Mapped[OrganisationName | None] = relationship()
    role_claim: Mapped[RoleClaim | None] = relationship()
