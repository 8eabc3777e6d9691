"""Vocabularies, files and texts, outlets, and the names of people and organisations."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    "attribution_method",
    "organisation_kind",
    "quote_kind",
    "segment_kind",
    "speaker_kind",
    "source_file",
    "source_file_name",
    "article_text",
    "outlet",
    "outlet_alias",
    "person",
    "person_name",
    "organisation",
    "organisation_name",
)


def upgrade() -> None:
    op.create_table(
        "attribution_method",
        sa.Column("code", sa.Text(), nullable=False, comment="The word used in quote_attribution.method."),
        sa.Column("label", sa.Text(), nullable=False, comment="English label."),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="French label."),
        sa.PrimaryKeyConstraint("code", name=op.f("attribution_method_pkey")),
        schema="newsdb",
        comment="By what evidence the speaker of a quote was found.",
    )
    op.create_table(
        "organisation_kind",
        sa.Column("code", sa.Text(), nullable=False, comment="The word used in organisation.kind."),
        sa.Column("label", sa.Text(), nullable=False, comment="English label."),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="French label."),
        sa.PrimaryKeyConstraint("code", name=op.f("organisation_kind_pkey")),
        schema="newsdb",
        comment="What an organisation can be.",
    )
    op.create_table(
        "quote_kind",
        sa.Column("code", sa.Text(), nullable=False, comment="The word used in quote.kind."),
        sa.Column("label", sa.Text(), nullable=False, comment="English label."),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="French label."),
        sa.PrimaryKeyConstraint("code", name=op.f("quote_kind_pkey")),
        schema="newsdb",
        comment="What a quote can be.",
    )
    op.create_table(
        "segment_kind",
        sa.Column("code", sa.Text(), nullable=False, comment="The word used in text_segment.kind."),
        sa.Column("label", sa.Text(), nullable=False, comment="English label."),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="French label."),
        sa.Column(
            "is_story",
            sa.Boolean(),
            nullable=False,
            comment="True for parts of the article itself; no fact is taken from the others, and search passes over them.",
        ),
        sa.PrimaryKeyConstraint("code", name=op.f("segment_kind_pkey")),
        schema="newsdb",
        comment="What a part of a page can be.",
    )
    op.create_table(
        "speaker_kind",
        sa.Column("code", sa.Text(), nullable=False, comment="The word used in quote_attribution.speaker_kind."),
        sa.Column("label", sa.Text(), nullable=False, comment="English label."),
        sa.Column("label_fr", sa.Text(), nullable=False, comment="French label."),
        sa.PrimaryKeyConstraint("code", name=op.f("speaker_kind_pkey")),
        schema="newsdb",
        comment="What a speaker can be.",
    )
    op.create_table(
        "source_file",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('source_file', sha256 in hex)."),
        sa.Column("sha256", sa.LargeBinary(), nullable=False, comment="SHA-256 of the content."),
        sa.Column("content", sa.LargeBinary(), nullable=False, comment="The bytes as they were in the file."),
        sa.Column("byte_count", sa.Integer(), nullable=False, comment="Length of the content in bytes."),
        sa.Column("reader", sa.Text(), nullable=False, comment="The format it was read as."),
        sa.Column(
            "extractor",
            sa.Text(),
            nullable=False,
            comment="Version of the extractor that read it; another version reads it anew.",
        ),
        sa.CheckConstraint(
            "id = newsdb.key_id('source_file', encode(sha256, 'hex'))", name=op.f("source_file_id_check")
        ),
        sa.CheckConstraint("byte_count = octet_length(content)", name=op.f("source_file_byte_count_check")),
        sa.CheckConstraint("sha256 = sha256(content)", name=op.f("source_file_sha256_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("source_file_pkey")),
        sa.UniqueConstraint("sha256", name=op.f("source_file_sha256_key")),
        schema="newsdb",
        comment="One file that was loaded, byte for byte. Two names with the same bytes are one file.",
    )
    op.create_table(
        "source_file_name",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('source_file_name', source_file_id, name)."),
        sa.Column("source_file_id", sa.Uuid(), nullable=False, comment="The file."),
        sa.Column("name", sa.Text(), nullable=False, comment="File name without folders."),
        sa.CheckConstraint(
            "id = newsdb.key_id('source_file_name', source_file_id::text, name)", name=op.f("source_file_name_id_check")
        ),
        sa.CheckConstraint("name <> '' AND name !~ '/'", name=op.f("source_file_name_name_check")),
        sa.ForeignKeyConstraint(
            ["source_file_id"], ["newsdb.source_file.id"], name=op.f("source_file_name_source_file_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("source_file_name_pkey")),
        sa.UniqueConstraint("source_file_id", "name", name=op.f("source_file_name_source_file_id_name_key")),
        schema="newsdb",
        comment="The names under which a file was loaded, without their folders, which differ between machines.",
    )
    op.create_table(
        "article_text",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('article_text', sha256 in hex)."),
        sa.Column("sha256", sa.LargeBinary(), nullable=False, comment="SHA-256 of the text in UTF-8."),
        sa.Column(
            "body",
            sa.Text(),
            nullable=False,
            comment="The whole text, with navigation and other parts that are not the story.",
        ),
        sa.Column("char_count", sa.Integer(), nullable=False, comment="Length in characters (Unicode code points)."),
        sa.CheckConstraint(
            "id = newsdb.key_id('article_text', encode(sha256, 'hex'))", name=op.f("article_text_id_check")
        ),
        sa.CheckConstraint("sha256 = sha256(convert_to(body, 'UTF8'))", name=op.f("article_text_sha256_check")),
        sa.CheckConstraint("strpos(body, E'\\r') = 0", name=op.f("article_text_line_ends_check")),
        sa.CheckConstraint("body IS NFC NORMALIZED", name=op.f("article_text_nfc_check")),
        sa.CheckConstraint(
            "char_count = char_length(body) AND char_count > 0", name=op.f("article_text_char_count_check")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("article_text_pkey")),
        sa.UniqueConstraint("sha256", name=op.f("article_text_sha256_key")),
        schema="newsdb",
        comment="The text of a page as read: Unicode NFC, line ends as \\n. Never updated; spans count in it.",
    )
    op.create_table(
        "outlet",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('outlet', name_key)."),
        sa.Column(
            "name",
            sa.Text(),
            nullable=False,
            comment="Name as the outlet writes it; as printed where the list does not know it.",
        ),
        sa.Column(
            "name_key", sa.Text(), nullable=False, comment="The name folded: lower case, no accents, no punctuation."
        ),
        sa.Column("kind", sa.Text(), nullable=False, comment="publisher or aggregator."),
        sa.Column("country", sa.Text(), nullable=True, comment="ISO 3166-1 alpha-2 code, where known."),
        sa.Column("website", sa.Text(), nullable=True, comment="Address of its site, where known."),
        sa.CheckConstraint("id = newsdb.key_id('outlet', name_key)", name=op.f("outlet_id_check")),
        sa.CheckConstraint("kind IN ('publisher', 'aggregator')", name=op.f("outlet_kind_check")),
        sa.CheckConstraint("name <> '' AND name_key <> ''", name=op.f("outlet_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("outlet_pkey")),
        sa.UniqueConstraint("name_key", name=op.f("outlet_name_key_key")),
        schema="newsdb",
        comment="A newspaper, site, agency or channel that publishes articles, or an aggregator that republishes.",
    )
    op.create_table(
        "outlet_alias",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('outlet_alias', outlet_id, alias_key)."),
        sa.Column("outlet_id", sa.Uuid(), nullable=False, comment="The outlet it means."),
        sa.Column("alias", sa.Text(), nullable=False, comment="The name, in one of its spellings."),
        sa.Column(
            "alias_key", sa.Text(), nullable=False, comment="The name folded: lower case, no accents, no punctuation."
        ),
        sa.CheckConstraint("alias <> '' AND alias_key <> ''", name=op.f("outlet_alias_alias_check")),
        sa.CheckConstraint(
            "id = newsdb.key_id('outlet_alias', outlet_id::text, alias_key)", name=op.f("outlet_alias_id_check")
        ),
        sa.ForeignKeyConstraint(["outlet_id"], ["newsdb.outlet.id"], name=op.f("outlet_alias_outlet_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("outlet_alias_pkey")),
        sa.UniqueConstraint("outlet_id", "alias_key", name=op.f("outlet_alias_outlet_id_alias_key_key")),
        schema="newsdb",
        comment="The names an outlet goes by. Homonyms in two countries may share one.",
    )
    op.create_table(
        "person",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('person', name_key, disambiguator)."),
        sa.Column("name", sa.Text(), nullable=False, comment="Fullest spelling printed, without titles."),
        sa.Column(
            "name_key", sa.Text(), nullable=False, comment="The name folded, as names are compared across articles."
        ),
        sa.Column(
            "disambiguator",
            sa.Text(),
            nullable=False,
            comment="Empty, or what keeps namesakes apart: the article's id for names of one word.",
        ),
        sa.CheckConstraint("id = newsdb.key_id('person', name_key, disambiguator)", name=op.f("person_id_check")),
        sa.CheckConstraint("name <> '' AND name_key <> ''", name=op.f("person_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("person_pkey")),
        sa.UniqueConstraint("name_key", "disambiguator", name=op.f("person_name_key_disambiguator_key")),
        schema="newsdb",
        comment="A person named in at least one article.",
    )
    op.create_table(
        "person_name",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('person_name', name_key, disambiguator)."),
        sa.Column("person_id", sa.Uuid(), nullable=False, comment="Whom it means."),
        sa.Column("name", sa.Text(), nullable=False, comment="Fullest spelling printed of this name."),
        sa.Column(
            "name_key", sa.Text(), nullable=False, comment="The name folded, as names are compared across articles."
        ),
        sa.Column(
            "disambiguator", sa.Text(), nullable=False, comment="Empty, or the article's id for a name of one word."
        ),
        sa.Column(
            "joined_by",
            sa.Text(),
            nullable=False,
            comment="name: the person bears this name. judgement: somebody decided that the name means this person.",
        ),
        sa.CheckConstraint(
            "id = newsdb.key_id('person_name', name_key, disambiguator)", name=op.f("person_name_id_check")
        ),
        sa.CheckConstraint("joined_by IN ('name', 'judgement')", name=op.f("person_name_joined_by_check")),
        sa.CheckConstraint("name <> '' AND name_key <> ''", name=op.f("person_name_name_check")),
        sa.ForeignKeyConstraint(["person_id"], ["newsdb.person.id"], name=op.f("person_name_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("person_name_pkey")),
        sa.UniqueConstraint("name_key", "disambiguator", name=op.f("person_name_name_key_disambiguator_key")),
        schema="newsdb",
        comment="A name of a person. Facts point here, so that one row undoes a wrong merge.",
    )
    op.create_index(op.f("person_name_person_id_idx"), "person_name", ["person_id"], unique=False, schema="newsdb")
    op.create_table(
        "organisation",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('organisation', name_key)."),
        sa.Column(
            "name",
            sa.Text(),
            nullable=False,
            comment="Fullest spelling printed; an acronym where no article spells it out.",
        ),
        sa.Column(
            "name_key",
            sa.Text(),
            nullable=False,
            comment="The name folded to its content words, as names are compared across articles.",
        ),
        sa.Column("acronym", sa.Text(), nullable=True, comment="Its acronym, where one is printed."),
        sa.Column("kind", sa.Text(), nullable=False, comment="What it is, as its name tells."),
        sa.CheckConstraint("id = newsdb.key_id('organisation', name_key)", name=op.f("organisation_id_check")),
        sa.CheckConstraint("name <> '' AND name_key <> ''", name=op.f("organisation_name_check")),
        sa.ForeignKeyConstraint(["kind"], ["newsdb.organisation_kind.code"], name=op.f("organisation_kind_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("organisation_pkey")),
        sa.UniqueConstraint("name_key", name=op.f("organisation_name_key_key")),
        schema="newsdb",
        comment="An organisation named in at least one article.",
    )
    op.create_index(op.f("organisation_kind_idx"), "organisation", ["kind"], unique=False, schema="newsdb")
    op.create_table(
        "organisation_name",
        sa.Column("id", sa.Uuid(), nullable=False, comment="Hash of ('organisation_name', name_key)."),
        sa.Column("organisation_id", sa.Uuid(), nullable=False, comment="Which organisation it means."),
        sa.Column("name", sa.Text(), nullable=False, comment="Fullest spelling printed of this name."),
        sa.Column("name_key", sa.Text(), nullable=False, comment="The name folded to its content words."),
        sa.Column("kind", sa.Text(), nullable=False, comment="What it is, as this name tells."),
        sa.Column(
            "is_acronym",
            sa.Boolean(),
            nullable=False,
            comment="True where the name is an acronym and its article spells it out nowhere.",
        ),
        sa.Column(
            "joined_by",
            sa.Text(),
            nullable=False,
            comment="name: it bears this name. acronym: a single long form has it. judgement: somebody decided so.",
        ),
        sa.CheckConstraint(
            "id = newsdb.key_id('organisation_name', name_key)", name=op.f("organisation_name_id_check")
        ),
        sa.CheckConstraint(
            "joined_by IN ('name', 'acronym', 'judgement')", name=op.f("organisation_name_joined_by_check")
        ),
        sa.CheckConstraint("name <> '' AND name_key <> ''", name=op.f("organisation_name_name_check")),
        sa.ForeignKeyConstraint(["kind"], ["newsdb.organisation_kind.code"], name=op.f("organisation_name_kind_fkey")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["newsdb.organisation.id"], name=op.f("organisation_name_organisation_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("organisation_name_pkey")),
        sa.UniqueConstraint("name_key", name=op.f("organisation_name_name_key_key")),
        schema="newsdb",
        comment="A name of an organisation. Facts point here, so that one row undoes a wrong merge.",
    )
    op.create_index(op.f("organisation_name_kind_idx"), "organisation_name", ["kind"], unique=False, schema="newsdb")
    op.create_index(
        op.f("organisation_name_organisation_id_idx"),
        "organisation_name",
        ["organisation_id"],
        unique=False,
        schema="newsdb",
    )


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table, schema="newsdb")
