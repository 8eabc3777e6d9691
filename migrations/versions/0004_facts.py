"""Mentions, roles, and quotes with their printings and speakers."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    "mention",
    "role_claim",
    "quote",
    "quote_occurrence",
    "quote_attribution",
)


def upgrade() -> None:
    op.create_table(
        "mention",
        sa.Column(
            "id", sa.Uuid(), nullable=False, comment="Hash of ('mention', article_version_id, span_start, span_end)."
        ),
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version in whose text it stands."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("span_start", sa.Integer(), nullable=False, comment="Offset of its first character."),
        sa.Column("span_end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column("surface", sa.Text(), nullable=False, comment="The characters of the span."),
        sa.Column("person_name_id", sa.Uuid(), nullable=True, comment="The person named, if a person is."),
        sa.Column("organisation_name_id", sa.Uuid(), nullable=True, comment="The organisation named, if one is."),
        sa.Column("unresolved_reason", sa.Text(), nullable=True, comment="Why it names nobody: it fits several."),
        sa.CheckConstraint(
            "id = newsdb.key_id('mention', article_version_id::text, span_start::text, span_end::text)",
            name=op.f("mention_id_check"),
        ),
        sa.CheckConstraint(
            "num_nonnulls(person_name_id, organisation_name_id, unresolved_reason) = 1",
            name=op.f("mention_one_meaning_check"),
        ),
        sa.CheckConstraint("span_start >= 0 AND span_start < span_end", name=op.f("mention_span_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("mention_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["newsdb.article_version.id"], name=op.f("mention_article_version_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_name_id"], ["newsdb.organisation_name.id"], name=op.f("mention_organisation_name_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["person_name_id"], ["newsdb.person_name.id"], name=op.f("mention_person_name_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("mention_pkey")),
        schema="newsdb",
        comment="One place where a person or an organisation is named, with the very characters.",
    )
    op.create_index(op.f("mention_article_id_idx"), "mention", ["article_id"], unique=False, schema="newsdb")
    op.create_index(
        op.f("mention_article_version_id_idx"), "mention", ["article_version_id"], unique=False, schema="newsdb"
    )
    op.create_index(
        op.f("mention_organisation_name_id_article_id_idx"),
        "mention",
        ["organisation_name_id", "article_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(
        op.f("mention_person_name_id_article_id_idx"),
        "mention",
        ["person_name_id", "article_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_table(
        "role_claim",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Hash of ('role_claim', article_version_id, person_name_id, span_start, span_end).",
        ),
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version in whose text it stands."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("person_name_id", sa.Uuid(), nullable=False, comment="Who holds the title."),
        sa.Column("title", sa.Text(), nullable=False, comment="The title as printed, the characters of the span."),
        sa.Column("organisation_name_id", sa.Uuid(), nullable=True, comment="Where, if the text says so."),
        sa.Column("as_of", sa.Date(), nullable=True, comment="Day of the article; NULL where that is unknown."),
        sa.Column("valid_from", sa.Date(), nullable=True, comment="Since when, where the text says so."),
        sa.Column("valid_to", sa.Date(), nullable=True, comment="Until when, where the text says so."),
        sa.Column(
            "valid_precision",
            sa.Text(),
            nullable=True,
            comment="day, month or year: how exact valid_from and valid_to are.",
        ),
        sa.Column("span_start", sa.Integer(), nullable=False, comment="Offset of the title's first character."),
        sa.Column("span_end", sa.Integer(), nullable=False, comment="Offset after the title's last character."),
        sa.CheckConstraint(
            "id = newsdb.key_id('role_claim', article_version_id::text, person_name_id::text, span_start::text, span_end::text)",
            name=op.f("role_claim_id_check"),
        ),
        sa.CheckConstraint("title <> ''", name=op.f("role_claim_title_check")),
        sa.CheckConstraint("valid_precision IN ('day', 'month', 'year')", name=op.f("role_claim_precision_check")),
        sa.CheckConstraint(
            "(valid_precision IS NULL) = (valid_from IS NULL AND valid_to IS NULL)",
            name=op.f("role_claim_validity_precision_check"),
        ),
        sa.CheckConstraint("span_start >= 0 AND span_start < span_end", name=op.f("role_claim_span_check")),
        sa.CheckConstraint("valid_from <= valid_to", name=op.f("role_claim_validity_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("role_claim_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["newsdb.article_version.id"], name=op.f("role_claim_article_version_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_name_id"], ["newsdb.organisation_name.id"], name=op.f("role_claim_organisation_name_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["person_name_id"], ["newsdb.person_name.id"], name=op.f("role_claim_person_name_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("role_claim_pkey")),
        schema="newsdb",
        comment="What an article says a person is: a title, and where, on the day of the article.",
    )
    op.create_index(op.f("role_claim_article_id_idx"), "role_claim", ["article_id"], unique=False, schema="newsdb")
    op.create_index(
        op.f("role_claim_article_version_id_idx"), "role_claim", ["article_version_id"], unique=False, schema="newsdb"
    )
    op.create_index(
        op.f("role_claim_organisation_name_id_as_of_idx"),
        "role_claim",
        ["organisation_name_id", "as_of"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(
        op.f("role_claim_person_name_id_as_of_idx"),
        "role_claim",
        ["person_name_id", "as_of"],
        unique=False,
        schema="newsdb",
    )
    op.create_table(
        "quote",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('quote', article_version_id, ordinal)."),
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version that prints it."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the quotes of the version, from 1."),
        sa.Column("kind", sa.Text(), nullable=False, comment="direct, indirect, answer or fragment."),
        sa.Column("words", sa.Text(), nullable=False, comment="The words as printed at their main place."),
        sa.Column(
            "words_key",
            sa.Text(),
            nullable=False,
            comment="The words folded, equal where the same words are printed elsewhere.",
        ),
        sa.Column(
            "question", sa.Text(), nullable=True, comment="For an answer of an interview, the question as printed."
        ),
        sa.Column("question_start", sa.Integer(), nullable=True, comment="Offset of the question's first character."),
        sa.Column("question_end", sa.Integer(), nullable=True, comment="Offset after the question's last character."),
        sa.CheckConstraint(
            "id = newsdb.key_id('quote', article_version_id::text, ordinal::text)", name=op.f("quote_id_check")
        ),
        sa.CheckConstraint("question IS NULL OR kind = 'answer'", name=op.f("quote_question_of_answer_check")),
        sa.CheckConstraint("words <> ''", name=op.f("quote_words_check")),
        sa.CheckConstraint(
            "num_nonnulls(question, question_start, question_end) IN (0, 3)", name=op.f("quote_question_check")
        ),
        sa.CheckConstraint("ordinal > 0", name=op.f("quote_ordinal_check")),
        sa.CheckConstraint(
            "question_start >= 0 AND question_start < question_end", name=op.f("quote_question_span_check")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("quote_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["newsdb.article_version.id"], name=op.f("quote_article_version_id_fkey")
        ),
        sa.ForeignKeyConstraint(["kind"], ["newsdb.quote_kind.code"], name=op.f("quote_kind_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("quote_pkey")),
        sa.UniqueConstraint("article_version_id", "ordinal", name=op.f("quote_article_version_id_ordinal_key")),
        schema="newsdb",
        comment="Words that an article reports of one speaker. Printed twice in it, they are one quote.",
    )
    op.create_index(op.f("quote_article_id_idx"), "quote", ["article_id"], unique=False, schema="newsdb")
    op.create_index(op.f("quote_kind_idx"), "quote", ["kind"], unique=False, schema="newsdb")
    op.create_index(
        op.f("quote_words_key_idx"), "quote", ["words_key"], unique=False, schema="newsdb", postgresql_using="hash"
    )
    op.create_table(
        "quote_occurrence",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('quote_occurrence', quote_id, ordinal)."),
        sa.Column("quote_id", sa.Uuid(), nullable=False, comment="The quote."),
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version in whose text it stands."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column(
            "ordinal",
            sa.Integer(),
            nullable=False,
            comment="1 for the main place, then the others in the order of the text.",
        ),
        sa.Column(
            "place", sa.Text(), nullable=False, comment="The part of the page it stands in: headline, paragraph …"
        ),
        sa.Column("span_start", sa.Integer(), nullable=False, comment="Offset of its first character."),
        sa.Column("span_end", sa.Integer(), nullable=False, comment="Offset after its last character."),
        sa.Column("words", sa.Text(), nullable=False, comment="The characters of the span."),
        sa.CheckConstraint(
            "id = newsdb.key_id('quote_occurrence', quote_id::text, ordinal::text)",
            name=op.f("quote_occurrence_id_check"),
        ),
        sa.CheckConstraint("ordinal > 0", name=op.f("quote_occurrence_ordinal_check")),
        sa.CheckConstraint("span_start >= 0 AND span_start < span_end", name=op.f("quote_occurrence_span_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("quote_occurrence_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"], ["newsdb.article_version.id"], name=op.f("quote_occurrence_article_version_id_fkey")
        ),
        sa.ForeignKeyConstraint(["place"], ["newsdb.segment_kind.code"], name=op.f("quote_occurrence_place_fkey")),
        sa.ForeignKeyConstraint(["quote_id"], ["newsdb.quote.id"], name=op.f("quote_occurrence_quote_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("quote_occurrence_pkey")),
        sa.UniqueConstraint("quote_id", "ordinal", name=op.f("quote_occurrence_quote_id_ordinal_key")),
        schema="newsdb",
        comment="Each place where a quote is printed, with the very characters; the first is the main one.",
    )
    op.create_index(
        op.f("quote_occurrence_article_id_idx"), "quote_occurrence", ["article_id"], unique=False, schema="newsdb"
    )
    op.create_index(
        op.f("quote_occurrence_article_version_id_idx"),
        "quote_occurrence",
        ["article_version_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(op.f("quote_occurrence_place_idx"), "quote_occurrence", ["place"], unique=False, schema="newsdb")
    op.create_table(
        "quote_attribution",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('quote_attribution', quote_id, rank)."),
        sa.Column("quote_id", sa.Uuid(), nullable=False, comment="The quote."),
        sa.Column(
            "article_version_id", sa.Uuid(), nullable=False, comment="The version in whose text the evidence stands."
        ),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("rank", sa.Integer(), nullable=False, comment="1 for the reading chosen."),
        sa.Column(
            "speaker_kind", sa.Text(), nullable=False, comment="person, organisation, group, described or unknown."
        ),
        sa.Column("person_name_id", sa.Uuid(), nullable=True, comment="The speaker, where a person is named."),
        sa.Column(
            "organisation_name_id", sa.Uuid(), nullable=True, comment="The speaker, where an organisation is named."
        ),
        sa.Column(
            "description",
            sa.Text(),
            nullable=True,
            comment="The speaker as printed, where nobody is named: un citoyen du quartier.",
        ),
        sa.Column("unknown_reason", sa.Text(), nullable=True, comment="Why the speaker is unknown."),
        sa.Column("method", sa.Text(), nullable=False, comment="By what evidence the speaker was found."),
        sa.Column(
            "confidence",
            sa.Numeric(precision=3, scale=2),
            nullable=False,
            comment="0 to 1, fixed for each method; for asking for the sure ones.",
        ),
        sa.Column("cue", sa.Text(), nullable=True, comment="The reporting words as printed: a déclaré, selon."),
        sa.Column("cue_start", sa.Integer(), nullable=True, comment="Offset of the cue's first character."),
        sa.Column("cue_end", sa.Integer(), nullable=True, comment="Offset after the cue's last character."),
        sa.Column(
            "speaker_words",
            sa.Text(),
            nullable=True,
            comment="The words that name the speaker as printed: le ministre.",
        ),
        sa.Column("speaker_start", sa.Integer(), nullable=True, comment="Offset of the speaker's first character."),
        sa.Column("speaker_end", sa.Integer(), nullable=True, comment="Offset after the speaker's last character."),
        sa.CheckConstraint(
            "(description IS NOT NULL) = (speaker_kind IN ('group', 'described'))",
            name=op.f("quote_attribution_description_check"),
        ),
        sa.CheckConstraint(
            "(organisation_name_id IS NOT NULL) = (speaker_kind = 'organisation')",
            name=op.f("quote_attribution_organisation_check"),
        ),
        sa.CheckConstraint(
            "(person_name_id IS NOT NULL) = (speaker_kind = 'person')", name=op.f("quote_attribution_person_check")
        ),
        sa.CheckConstraint(
            "(unknown_reason IS NOT NULL) = (speaker_kind = 'unknown')",
            name=op.f("quote_attribution_unknown_reason_check"),
        ),
        sa.CheckConstraint(
            "id = newsdb.key_id('quote_attribution', quote_id::text, rank::text)",
            name=op.f("quote_attribution_id_check"),
        ),
        sa.CheckConstraint("confidence BETWEEN 0 AND 1", name=op.f("quote_attribution_confidence_check")),
        sa.CheckConstraint("cue_start >= 0 AND cue_start < cue_end", name=op.f("quote_attribution_cue_span_check")),
        sa.CheckConstraint("num_nonnulls(cue, cue_start, cue_end) IN (0, 3)", name=op.f("quote_attribution_cue_check")),
        sa.CheckConstraint(
            "num_nonnulls(speaker_words, speaker_start, speaker_end) IN (0, 3)",
            name=op.f("quote_attribution_speaker_check"),
        ),
        sa.CheckConstraint("rank > 0", name=op.f("quote_attribution_rank_check")),
        sa.CheckConstraint(
            "speaker_start >= 0 AND speaker_start < speaker_end", name=op.f("quote_attribution_speaker_span_check")
        ),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("quote_attribution_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"],
            ["newsdb.article_version.id"],
            name=op.f("quote_attribution_article_version_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["method"], ["newsdb.attribution_method.code"], name=op.f("quote_attribution_method_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_name_id"],
            ["newsdb.organisation_name.id"],
            name=op.f("quote_attribution_organisation_name_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["person_name_id"], ["newsdb.person_name.id"], name=op.f("quote_attribution_person_name_id_fkey")
        ),
        sa.ForeignKeyConstraint(["quote_id"], ["newsdb.quote.id"], name=op.f("quote_attribution_quote_id_fkey")),
        sa.ForeignKeyConstraint(
            ["speaker_kind"], ["newsdb.speaker_kind.code"], name=op.f("quote_attribution_speaker_kind_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("quote_attribution_pkey")),
        sa.UniqueConstraint("quote_id", "rank", name=op.f("quote_attribution_quote_id_rank_key")),
        schema="newsdb",
        comment="Who is said to have spoken a quote, with the evidence. Rank 1 is the reading that reports show.",
    )
    op.create_index(
        op.f("quote_attribution_article_id_idx"), "quote_attribution", ["article_id"], unique=False, schema="newsdb"
    )
    op.create_index(
        op.f("quote_attribution_article_version_id_idx"),
        "quote_attribution",
        ["article_version_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(
        op.f("quote_attribution_method_idx"), "quote_attribution", ["method"], unique=False, schema="newsdb"
    )
    op.create_index(
        op.f("quote_attribution_organisation_name_id_idx"),
        "quote_attribution",
        ["organisation_name_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(
        op.f("quote_attribution_person_name_id_idx"),
        "quote_attribution",
        ["person_name_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(
        op.f("quote_attribution_speaker_kind_idx"), "quote_attribution", ["speaker_kind"], unique=False, schema="newsdb"
    )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table, schema="newsdb")
