"""People and organisations: the names that articles print, and whom each name means."""

import uuid
from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from newsdb.facts import ORGANISATION_KINDS
from newsdb.models.base import SCHEMA, Base, Key
from newsdb.models.vocabularies import one_of

# What reports count is in the index, so that they need not look at the rows.
COUNTED = ("article_version_id", "outlet_id", "mentions", "quotes")


class Person(Base):
    """A human named in the press."""

    __tablename__ = "person"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('person', name_key, disambiguator)", name="id"),
        CheckConstraint("name <> '' AND name_key <> ''", name="name"),
        UniqueConstraint("name_key", "disambiguator"),
        Index("person_words_idx", text("newsdb.name_words(name)"), postgresql_using="gin"),
        {"comment": "A person named in at least one article."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('person', name_key, disambiguator).")
    name: Mapped[str] = mapped_column(comment="Fullest spelling printed, without titles.")
    name_key: Mapped[str] = mapped_column(comment="The name folded, as names are compared across articles.")
    disambiguator: Mapped[str] = mapped_column(
        comment="Empty, or what keeps namesakes apart: the article's id for names of one word."
    )


class PersonName(Base):
    """A name of a person; facts refer to names, and each name says whom it means."""

    __tablename__ = "person_name"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('person_name', name_key, disambiguator)", name="id"),
        CheckConstraint("name <> '' AND name_key <> ''", name="name"),
        CheckConstraint("joined_by IN ('name', 'judgement')", name="joined_by"),
        UniqueConstraint("name_key", "disambiguator"),
        Index("person_name_words_idx", text("newsdb.name_words(name)"), postgresql_using="gin"),
        {"comment": "A name of a person. Facts point here, so that one row undoes a wrong merge."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('person_name', name_key, disambiguator).")
    person_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.person.id"), index=True, comment="Whom it means."
    )
    name: Mapped[str] = mapped_column(comment="Fullest spelling printed of this name.")
    name_key: Mapped[str] = mapped_column(comment="The name folded, as names are compared across articles.")
    disambiguator: Mapped[str] = mapped_column(comment="Empty, or the article's id for a name of one word.")
    joined_by: Mapped[str] = mapped_column(
        comment="name: the person bears this name. judgement: somebody decided that the name means this person."
    )

    person: Mapped[Person] = relationship()


class Organisation(Base):
    """A named body that can act."""

    __tablename__ = "organisation"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('organisation', name_key)", name="id"),
        CheckConstraint("name <> '' AND name_key <> ''", name="name"),
        one_of("kind", ORGANISATION_KINDS),
        UniqueConstraint("name_key"),
        Index(None, "name"),
        Index("organisation_words_idx", text("newsdb.name_words(name)"), postgresql_using="gin"),
        Index(
            "organisation_acronym_words_idx",
            text("newsdb.name_words(replace(acronym, '.', ''))"),
            postgresql_using="gin",
        ),
        {"comment": "An organisation named in at least one article."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('organisation', name_key).")
    name: Mapped[str] = mapped_column(comment="Fullest spelling printed; an acronym where no article spells it out.")
    name_key: Mapped[str] = mapped_column(
        comment="The name folded to its content words, as names are compared across articles."
    )
    acronym: Mapped[str | None] = mapped_column(comment="Its acronym, where one is printed.")
    kind: Mapped[str] = mapped_column(
        ForeignKey(f"{SCHEMA}.organisation_kind.code"), index=True, comment="What it is, as its name tells."
    )


class OrganisationName(Base):
    """A name of an organisation; facts refer to names, and each name says which organisation it means."""

    __tablename__ = "organisation_name"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('organisation_name', name_key)", name="id"),
        CheckConstraint("name <> '' AND name_key <> ''", name="name"),
        CheckConstraint("joined_by IN ('name', 'acronym', 'judgement')", name="joined_by"),
        one_of("kind", ORGANISATION_KINDS),
        UniqueConstraint("name_key"),
        Index("organisation_name_words_idx", text("newsdb.name_words(name)"), postgresql_using="gin"),
        {"comment": "A name of an organisation. Facts point here, so that one row undoes a wrong merge."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('organisation_name', name_key).")
    organisation_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.organisation.id"), index=True, comment="Which organisation it means."
    )
    name: Mapped[str] = mapped_column(comment="Fullest spelling printed of this name.")
    name_key: Mapped[str] = mapped_column(comment="The name folded to its content words.")
    kind: Mapped[str] = mapped_column(
        ForeignKey(f"{SCHEMA}.organisation_kind.code"), index=True, comment="What it is, as this name tells."
    )
    is_acronym: Mapped[bool] = mapped_column(
        comment="True where the name is an acronym and its article spells it out nowhere."
    )
    joined_by: Mapped[str] = mapped_column(
        comment="name: it bears this name. acronym: a single long form has it. judgement: somebody decided so."
    )

    organisation: Mapped[Organisation] = relationship()


class Counted:
    """What is counted of a name in an article, with the article's day and outlet."""

    as_of: Mapped[date | None] = mapped_column(comment="Day of the article; NULL where that is unknown.")
    outlet_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.outlet.id"), index=True, comment="Outlet of the article; NULL where that is unknown."
    )
    mentions: Mapped[int] = mapped_column(comment="How many times the article prints the name.")
    quotes: Mapped[int] = mapped_column(comment="How many quotes of the article are by who is named.")


class PersonAppearance(Counted, Base):
    """A person appears in an article."""

    __tablename__ = "person_appearance"
    __table_args__ = (
        CheckConstraint(
            "id = newsdb.key_id('person_appearance', article_version_id::text, person_name_id::text)", name="id"
        ),
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("mentions >= 0 AND quotes >= 0", name="counts"),
        UniqueConstraint("article_version_id", "person_name_id"),
        Index("person_appearance_counted_idx", "person_name_id", "as_of", postgresql_include=["article_id", *COUNTED]),
        Index(None, "as_of", postgresql_include=["person_name_id", "article_id", *COUNTED]),
        {"comment": "Who appears in which article, by the fullest name that the article gives, and how often."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('person_appearance', article_version_id, person_name_id).")
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), comment="The version in whose text they appear."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    person_name_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.person_name.id"), comment="The person.")
    name: Mapped[str] = mapped_column(comment="The fullest name in this article, without titles.")


class OrganisationAppearance(Counted, Base):
    """An organisation appears in an article."""

    __tablename__ = "organisation_appearance"
    __table_args__ = (
        CheckConstraint(
            "id = newsdb.key_id('organisation_appearance', article_version_id::text, organisation_name_id::text)",
            name="id",
        ),
        CheckConstraint("name <> ''", name="name"),
        CheckConstraint("num_nonnulls(acronym, acronym_key) IN (0, 2) AND acronym_key <> ''", name="acronym"),
        one_of("kind", ORGANISATION_KINDS),
        CheckConstraint("mentions >= 0 AND quotes >= 0", name="counts"),
        # Named by hand: the convention would pass the 63 bytes that PostgreSQL keeps of a name.
        UniqueConstraint("article_version_id", "organisation_name_id", name="organisation_appearance_version_name_key"),
        Index(
            "organisation_appearance_counted_idx",
            "organisation_name_id",
            "as_of",
            postgresql_include=["article_id", *COUNTED],
        ),
        Index(None, "as_of", postgresql_include=["organisation_name_id", "article_id", *COUNTED]),
        Index(
            "organisation_appearance_acronym_idx",
            "organisation_name_id",
            "acronym",
            "is_acronym",
            postgresql_where=text("acronym IS NOT NULL"),
        ),
        Index(
            "organisation_appearance_spelt_acronym_idx",
            "acronym_key",
            "organisation_name_id",
            postgresql_where=text("NOT is_acronym"),
        ),
        Index(None, "acronym_key"),
        {
            "comment": "Which organisation appears in which article, by the fullest name that the article gives,"
            " and how often."
        },
    )

    id: Mapped[Key] = mapped_column(
        comment="Hash of ('organisation_appearance', article_version_id, organisation_name_id)."
    )
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), comment="The version in whose text it appears."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    organisation_name_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.organisation_name.id"), comment="The organisation."
    )
    name: Mapped[str] = mapped_column(comment="The fullest name in this article.")
    kind: Mapped[str] = mapped_column(
        ForeignKey(f"{SCHEMA}.organisation_kind.code"), index=True, comment="What it is, as this article tells."
    )
    acronym: Mapped[str | None] = mapped_column(comment="The acronym that this article prints for it: Long Name (ACR).")
    acronym_key: Mapped[str | None] = mapped_column(comment="The acronym folded: lower case, no full stops.")
    is_acronym: Mapped[bool] = mapped_column(
        comment="True where this article prints the acronym alone and spells it out nowhere."
    )


class Mention(Base):
    """One printing of a name."""

    __tablename__ = "mention"
    __table_args__ = (
        CheckConstraint(
            "id = newsdb.key_id('mention', article_version_id::text, span_start::text, span_end::text)",
            name="id",
        ),
        CheckConstraint("span_start >= 0 AND span_start < span_end", name="span"),
        CheckConstraint(
            "num_nonnulls(person_name_id, organisation_name_id, unresolved_reason) = 1", name="one_meaning"
        ),
        Index(None, "person_name_id", "article_id"),
        Index(None, "organisation_name_id", "article_id"),
        Index("mention_unresolved_idx", "article_id", postgresql_where=text("unresolved_reason IS NOT NULL")),
        {"comment": "One place where a person or an organisation is named, with the very characters."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('mention', article_version_id, span_start, span_end).")
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), index=True, comment="The version in whose text it stands."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    span_start: Mapped[int] = mapped_column(comment="Offset of its first character.")
    span_end: Mapped[int] = mapped_column(comment="Offset after its last character.")
    surface: Mapped[str] = mapped_column(comment="The characters of the span.")
    person_name_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.person_name.id"), comment="The person named, if a person is."
    )
    organisation_name_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.organisation_name.id"), comment="The organisation named, if one is."
    )
    unresolved_reason: Mapped[str | None] = mapped_column(comment="Why it names nobody: it fits several.")

    person_name: Mapped[PersonName | None] = relationship()
    organisation_name: Mapped[OrganisationName | None] = relationship()


class RoleClaim(Base):
    """An article says that a person holds a title."""

    __tablename__ = "role_claim"
    __table_args__ = (
        CheckConstraint(
            "id = newsdb.key_id('role_claim', article_version_id::text, person_name_id::text,"
            " span_start::text, span_end::text)",
            name="id",
        ),
        CheckConstraint("span_start >= 0 AND span_start < span_end", name="span"),
        CheckConstraint("title <> ''", name="title"),
        CheckConstraint("valid_from <= valid_to", name="validity"),
        CheckConstraint(
            "(valid_precision IS NULL) = (valid_from IS NULL AND valid_to IS NULL)", name="validity_precision"
        ),
        CheckConstraint("valid_precision IN ('day', 'month', 'year')", name="precision"),
        Index(None, "person_name_id", "as_of"),
        Index(None, "organisation_name_id", "as_of"),
        {"comment": "What an article says a person is: a title, and where, on the day of the article."},
    )

    id: Mapped[Key] = mapped_column(
        comment="Hash of ('role_claim', article_version_id, person_name_id, span_start, span_end)."
    )
    article_version_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article_version.id"), index=True, comment="The version in whose text it stands."
    )
    article_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.article.id"), index=True, comment="The article."
    )
    person_name_id: Mapped[uuid.UUID] = mapped_column(
        ForeignKey(f"{SCHEMA}.person_name.id"), comment="Who holds the title."
    )
    title: Mapped[str] = mapped_column(comment="The title as printed, the characters of the span.")
    organisation_name_id: Mapped[uuid.UUID | None] = mapped_column(
        ForeignKey(f"{SCHEMA}.organisation_name.id"), comment="Where, if the text says so."
    )
    as_of: Mapped[date | None] = mapped_column(comment="Day of the article; NULL where that is unknown.")
    valid_from: Mapped[date | None] = mapped_column(comment="Since when, where the text says so.")
    valid_to: Mapped[date | None] = mapped_column(comment="Until when, where the text says so.")
    valid_precision: Mapped[str | None] = mapped_column(
        comment="day, month or year: how exact valid_from and valid_to are."
    )
    span_start: Mapped[int] = mapped_column(comment="Offset of the title's first character.")
    span_end: Mapped[int] = mapped_column(comment="Offset after the title's last character.")

    person_name: Mapped[PersonName] = relationship()
    organisation_name: Mapped[OrganisationName | None] = relationship()
