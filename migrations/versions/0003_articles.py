"""Articles with their versions, the files that print them, authors and segments."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLES = (
    "article",
    "article_version",
    "article_source",
    "article_author",
    "text_segment",
)


def upgrade() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('article', natural_key)."),
        sa.Column(
            "natural_key",
            sa.Text(),
            nullable=False,
            comment="What makes it this article: its address; else outlet, day and headline; else the hash of its words.",
        ),
        sa.Column("headline", sa.Text(), nullable=False, comment="Headline as printed."),
        sa.Column(
            "outlet_id",
            sa.Uuid(),
            nullable=True,
            comment="The outlet that published it first; NULL where the page does not say.",
        ),
        sa.Column("outlet_unknown_reason", sa.Text(), nullable=True, comment="Why the outlet is unknown."),
        sa.Column("republisher_id", sa.Uuid(), nullable=True, comment="The aggregator whose page was read, if any."),
        sa.Column(
            "published_on",
            sa.Date(),
            nullable=True,
            comment="Day of publication as printed, in the outlet's own time; the first of the month or year without one.",
        ),
        sa.Column(
            "published_precision", sa.Text(), nullable=True, comment="day, month or year: how exact published_on is."
        ),
        sa.Column("published_unknown_reason", sa.Text(), nullable=True, comment="Why the day is unknown."),
        sa.Column(
            "language",
            sa.Text(),
            nullable=False,
            comment="ISO 639-1 code of the language, und where it could not be told.",
        ),
        sa.Column("section", sa.Text(), nullable=True, comment="Section of the outlet as printed (Economie, Sport)."),
        sa.Column(
            "canonical_url", sa.Text(), nullable=True, comment="The article's own address, where the page gives it."
        ),
        sa.CheckConstraint("headline <> ''", name=op.f("article_headline_check")),
        sa.CheckConstraint("id = newsdb.key_id('article', natural_key)", name=op.f("article_id_check")),
        sa.CheckConstraint("published_precision IN ('day', 'month', 'year')", name=op.f("article_precision_check")),
        sa.CheckConstraint(
            "(outlet_id IS NULL) = (outlet_unknown_reason IS NOT NULL)", name=op.f("article_outlet_or_reason_check")
        ),
        sa.CheckConstraint(
            "(published_on IS NULL) = (published_precision IS NULL)", name=op.f("article_published_precision_check")
        ),
        sa.CheckConstraint(
            "(published_on IS NULL) = (published_unknown_reason IS NOT NULL)",
            name=op.f("article_published_or_reason_check"),
        ),
        sa.ForeignKeyConstraint(["outlet_id"], ["newsdb.outlet.id"], name=op.f("article_outlet_id_fkey")),
        sa.ForeignKeyConstraint(["republisher_id"], ["newsdb.outlet.id"], name=op.f("article_republisher_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("article_pkey")),
        sa.UniqueConstraint("natural_key", name=op.f("article_natural_key_key")),
        schema="newsdb",
        comment="One article. What is unknown is NULL, with the reason beside it.",
    )
    op.create_index(
        op.f("article_outlet_id_published_on_idx"),
        "article",
        ["outlet_id", "published_on"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(op.f("article_published_on_idx"), "article", ["published_on"], unique=False, schema="newsdb")
    op.create_index(op.f("article_republisher_id_idx"), "article", ["republisher_id"], unique=False, schema="newsdb")
    op.create_table(
        "article_version",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('article_version', article_id, article_text_id)."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("article_text_id", sa.Uuid(), nullable=False, comment="The text its spans count."),
        sa.Column(
            "is_current",
            sa.Boolean(),
            nullable=False,
            comment="True for the version that reports show: the longest story, and of equals the one with the smallest id.",
        ),
        sa.Column(
            "story_length",
            sa.Integer(),
            nullable=False,
            comment="Characters of the story parts, by which the current version is chosen.",
        ),
        sa.Column(
            "extractor",
            sa.Text(),
            nullable=False,
            comment="Name and version of what extracted its facts; none for a language without rules.",
        ),
        sa.Column(
            "search_vector",
            postgresql.TSVECTOR(),
            nullable=False,
            comment="Headline (weight A) and story (weight B) for full-text search.",
        ),
        sa.CheckConstraint(
            "id = newsdb.key_id('article_version', article_id::text, article_text_id::text)",
            name=op.f("article_version_id_check"),
        ),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("article_version_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_text_id"], ["newsdb.article_text.id"], name=op.f("article_version_article_text_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("article_version_pkey")),
        sa.UniqueConstraint(
            "article_id", "article_text_id", name=op.f("article_version_article_id_article_text_id_key")
        ),
        schema="newsdb",
        comment="One text of an article. Two captures that differ are two versions; facts hang on them.",
    )
    op.create_index(
        op.f("article_version_article_text_id_idx"),
        "article_version",
        ["article_text_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(
        "article_version_one_current_key",
        "article_version",
        ["article_id"],
        unique=True,
        schema="newsdb",
        postgresql_where=sa.text("is_current"),
    )
    op.create_index(
        op.f("article_version_search_vector_idx"),
        "article_version",
        ["search_vector"],
        unique=False,
        schema="newsdb",
        postgresql_using="gin",
    )
    op.create_table(
        "article_source",
        sa.Column(
            "id", sa.Uuid(), nullable=False, comment="Hash of ('article_source', source_file_id, record_number)."
        ),
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version it prints."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("source_file_id", sa.Uuid(), nullable=False, comment="The file."),
        sa.Column("record_number", sa.Integer(), nullable=False, comment="Place of the article in the file, from 1."),
        sa.CheckConstraint(
            "id = newsdb.key_id('article_source', source_file_id::text, record_number::text)",
            name=op.f("article_source_id_check"),
        ),
        sa.CheckConstraint("record_number > 0", name=op.f("article_source_record_number_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("article_source_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["newsdb.article_version.id"], name=op.f("article_source_article_version_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["source_file_id"], ["newsdb.source_file.id"], name=op.f("article_source_source_file_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("article_source_pkey")),
        sa.UniqueConstraint(
            "source_file_id", "record_number", name=op.f("article_source_source_file_id_record_number_key")
        ),
        schema="newsdb",
        comment="Which file, and which record in it, a version of an article was read from.",
    )
    op.create_index(
        op.f("article_source_article_id_idx"), "article_source", ["article_id"], unique=False, schema="newsdb"
    )
    op.create_index(
        op.f("article_source_article_version_id_idx"),
        "article_source",
        ["article_version_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_table(
        "article_author",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('article_author', article_version_id, ordinal)."),
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version that is signed."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the signatures, from 1."),
        sa.Column("name", sa.Text(), nullable=False, comment="The signature as printed, without the outlet beside it."),
        sa.Column("person_name_id", sa.Uuid(), nullable=True, comment="The person, where a full name signs."),
        sa.Column(
            "span_start",
            sa.Integer(),
            nullable=True,
            comment="Offset of its first character in the text; NULL where only metadata name it.",
        ),
        sa.Column("span_end", sa.Integer(), nullable=True, comment="Offset after its last character."),
        sa.CheckConstraint(
            "id = newsdb.key_id('article_author', article_version_id::text, ordinal::text)",
            name=op.f("article_author_id_check"),
        ),
        sa.CheckConstraint("name <> ''", name=op.f("article_author_name_check")),
        sa.CheckConstraint(
            "(span_start IS NULL) = (span_end IS NULL) AND span_start >= 0 AND span_start < span_end",
            name=op.f("article_author_span_check"),
        ),
        sa.CheckConstraint("ordinal > 0", name=op.f("article_author_ordinal_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("article_author_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["newsdb.article_version.id"], name=op.f("article_author_article_version_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["person_name_id"], ["newsdb.person_name.id"], name=op.f("article_author_person_name_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("article_author_pkey")),
        sa.UniqueConstraint(
            "article_version_id", "ordinal", name=op.f("article_author_article_version_id_ordinal_key")
        ),
        schema="newsdb",
        comment="Who signed an article, as printed: a person, initials or a desk.",
    )
    op.create_index(
        op.f("article_author_article_id_idx"), "article_author", ["article_id"], unique=False, schema="newsdb"
    )
    op.create_index(
        op.f("article_author_person_name_id_idx"), "article_author", ["person_name_id"], unique=False, schema="newsdb"
    )
    op.create_table(
        "text_segment",
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version whose text it is a part of."),
        sa.Column(
            "span_start", sa.Integer(), autoincrement=False, nullable=False, comment="Offset of its first character."
        ),
        sa.Column("span_end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("kind", sa.Text(), nullable=False, comment="What it is."),
        sa.CheckConstraint("span_start >= 0 AND span_start < span_end", name=op.f("text_segment_span_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("text_segment_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["newsdb.article_version.id"], name=op.f("text_segment_article_version_id_fkey")
        ),
        sa.ForeignKeyConstraint(["kind"], ["newsdb.segment_kind.code"], name=op.f("text_segment_kind_fkey")),
        sa.PrimaryKeyConstraint("article_version_id", "span_start", name=op.f("text_segment_pkey")),
        schema="newsdb",
        comment="The parts of a text (headline, paragraph, navigation …). They cover every character once.",
    )
    op.create_index(op.f("text_segment_article_id_idx"), "text_segment", ["article_id"], unique=False, schema="newsdb")
    op.create_index(op.f("text_segment_kind_idx"), "text_segment", ["kind"], unique=False, schema="newsdb")


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table, schema="newsdb")
