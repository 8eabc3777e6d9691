"""Quotes with their printings and speakers; the ledgers of loads and of judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

TABLES = (
    "quote",
    "quote_occurrence",
    "quote_attribution",
    "load_run",
    "load_item",
    "load_reject",
    "entity_judgement",
)


def upgrade() -> None:
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
    op.create_table(
        "load_run",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Random."),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False, comment="When it began."),
        sa.Column(
            "finished_at",
            sa.DateTime(timezone=True),
            nullable=True,
            comment="When it ended; NULL while it runs, and for ever where it was cut off.",
        ),
        sa.Column("newsdb_version", sa.Text(), nullable=False, comment="Version of newsdb."),
        sa.Column("extractor", sa.Text(), nullable=False, comment="Version of the extractor."),
        sa.Column("inserted", sa.Integer(), nullable=False, comment="Files that were new."),
        sa.Column(
            "updated", sa.Integer(), nullable=False, comment="Files read anew by another version of the extractor."
        ),
        sa.Column(
            "unchanged", sa.Integer(), nullable=False, comment="Files that were known, nothing of which was written."
        ),
        sa.Column("rejected", sa.Integer(), nullable=False, comment="Files that could not be loaded."),
        sa.CheckConstraint("finished_at >= started_at", name=op.f("load_run_finished_at_check")),
        sa.CheckConstraint("least(inserted, updated, unchanged, rejected) >= 0", name=op.f("load_run_counts_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("load_run_pkey")),
        schema="newsdb",
        comment="One run of the loader. Once finished, files in = inserted + updated + unchanged + rejected.",
    )
    op.create_table(
        "load_item",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('load_item', load_run_id, source_file_id)."),
        sa.Column("load_run_id", sa.Uuid(), nullable=False, comment="The run."),
        sa.Column("source_file_id", sa.Uuid(), nullable=False, comment="The file."),
        sa.Column("outcome", sa.Text(), nullable=False, comment="inserted or updated."),
        sa.CheckConstraint("outcome IN ('inserted', 'updated')", name=op.f("load_item_outcome_check")),
        sa.ForeignKeyConstraint(["load_run_id"], ["newsdb.load_run.id"], name=op.f("load_item_load_run_id_fkey")),
        sa.ForeignKeyConstraint(
            ["source_file_id"], ["newsdb.source_file.id"], name=op.f("load_item_source_file_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("load_item_pkey")),
        sa.UniqueConstraint("load_run_id", "source_file_id", name=op.f("load_item_load_run_id_source_file_id_key")),
        schema="newsdb",
        comment="The files that a run inserted or updated. Unchanged files are only counted, in load_run.",
    )
    op.create_index(
        op.f("load_item_source_file_id_idx"), "load_item", ["source_file_id"], unique=False, schema="newsdb"
    )
    op.create_table(
        "load_reject",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('load_reject', load_run_id, ordinal)."),
        sa.Column("load_run_id", sa.Uuid(), nullable=False, comment="The run."),
        sa.Column("ordinal", sa.Integer(), nullable=False, comment="Place among the run's rejects, from 1."),
        sa.Column("error", sa.Text(), nullable=False, comment="The kind of error: EmptyFile, WrongEncoding …"),
        sa.Column("place", sa.Text(), nullable=False, comment="The file, and the line or byte in it."),
        sa.Column("reason", sa.Text(), nullable=False, comment="What is wrong."),
        sa.Column("remedy", sa.Text(), nullable=False, comment="What to do next."),
        sa.CheckConstraint("place <> '' AND reason <> '' AND remedy <> ''", name=op.f("load_reject_sentence_check")),
        sa.ForeignKeyConstraint(["load_run_id"], ["newsdb.load_run.id"], name=op.f("load_reject_load_run_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("load_reject_pkey")),
        sa.UniqueConstraint("load_run_id", "ordinal", name=op.f("load_reject_load_run_id_ordinal_key")),
        schema="newsdb",
        comment="The files that a run refused: what, where and what to do next.",
    )
    op.create_table(
        "entity_judgement",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('entity_judgement', number)."),
        sa.Column("number", sa.Integer(), nullable=False, comment="Place in the sequence of judgements, from 1."),
        sa.Column("entity_kind", sa.Text(), nullable=False, comment="person or organisation."),
        sa.Column(
            "left_key",
            sa.Text(),
            nullable=False,
            comment="The first name, folded; name@article for a namesake who appears in that article.",
        ),
        sa.Column(
            "right_key",
            sa.Text(),
            nullable=False,
            comment="The second name, folded in the same way; after the first by code point.",
        ),
        sa.Column("verdict", sa.Text(), nullable=False, comment="same, different, or undone: as if never judged."),
        sa.Column("reason", sa.Text(), nullable=True, comment="Why, in the words of whoever decided."),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False, comment="When it was decided."),
        sa.CheckConstraint(
            "entity_kind IN ('person', 'organisation')", name=op.f("entity_judgement_entity_kind_check")
        ),
        sa.CheckConstraint(
            "id = newsdb.key_id('entity_judgement', number::text)", name=op.f("entity_judgement_id_check")
        ),
        sa.CheckConstraint("verdict IN ('same', 'different', 'undone')", name=op.f("entity_judgement_verdict_check")),
        sa.CheckConstraint(
            "left_key < right_key COLLATE \"C\" AND left_key <> ''", name=op.f("entity_judgement_keys_check")
        ),
        sa.CheckConstraint("number > 0", name=op.f("entity_judgement_number_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("entity_judgement_pkey")),
        sa.UniqueConstraint("number", name=op.f("entity_judgement_number_key")),
        schema="newsdb",
        comment="Decisions about who is who. Of several about one pair the last holds; rows are only added.",
    )
    op.create_index(
        op.f("entity_judgement_entity_kind_left_key_right_key_idx"),
        "entity_judgement",
        ["entity_kind", "left_key", "right_key"],
        unique=False,
        schema="newsdb",
    )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table, schema="newsdb")
