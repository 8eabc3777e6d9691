"""Who appears in which article, where each name is printed, and which titles people hold."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

TABLES = (
    "person_appearance",
    "organisation_appearance",
    "mention",
    "role_claim",
)


def upgrade() -> None:
    op.create_table(
        "person_appearance",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Hash of ('person_appearance', article_version_id, person_name_id).",
        ),
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version in whose text they appear."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("person_name_id", sa.Uuid(), nullable=False, comment="The person."),
        sa.Column("name", sa.Text(), nullable=False, comment="The fullest name in this article, without titles."),
        sa.CheckConstraint(
            "id = newsdb.key_id('person_appearance', article_version_id::text, person_name_id::text)",
            name=op.f("person_appearance_id_check"),
        ),
        sa.CheckConstraint("name <> ''", name=op.f("person_appearance_name_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("person_appearance_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"],
            ["newsdb.article_version.id"],
            name=op.f("person_appearance_article_version_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["person_name_id"], ["newsdb.person_name.id"], name=op.f("person_appearance_person_name_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("person_appearance_pkey")),
        sa.UniqueConstraint(
            "article_version_id", "person_name_id", name=op.f("person_appearance_article_version_id_person_name_id_key")
        ),
        schema="newsdb",
        comment="Who appears in which article, by the fullest name that the article gives.",
    )
    op.create_index(
        op.f("person_appearance_article_id_idx"), "person_appearance", ["article_id"], unique=False, schema="newsdb"
    )
    op.create_index(
        op.f("person_appearance_person_name_id_article_id_idx"),
        "person_appearance",
        ["person_name_id", "article_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_table(
        "organisation_appearance",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Hash of ('organisation_appearance', article_version_id, organisation_name_id).",
        ),
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version in whose text it appears."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("organisation_name_id", sa.Uuid(), nullable=False, comment="The organisation."),
        sa.Column("name", sa.Text(), nullable=False, comment="The fullest name in this article."),
        sa.Column("kind", sa.Text(), nullable=False, comment="What it is, as this article tells."),
        sa.Column(
            "acronym", sa.Text(), nullable=True, comment="The acronym that this article prints for it: Long Name (ACR)."
        ),
        sa.Column("acronym_key", sa.Text(), nullable=True, comment="The acronym folded: lower case, no full stops."),
        sa.Column(
            "is_acronym",
            sa.Boolean(),
            nullable=False,
            comment="True where this article prints the acronym alone and spells it out nowhere.",
        ),
        sa.CheckConstraint(
            "id = newsdb.key_id('organisation_appearance', article_version_id::text, organisation_name_id::text)",
            name=op.f("organisation_appearance_id_check"),
        ),
        sa.CheckConstraint("name <> ''", name=op.f("organisation_appearance_name_check")),
        sa.CheckConstraint(
            "num_nonnulls(acronym, acronym_key) IN (0, 2) AND acronym_key <> ''",
            name=op.f("organisation_appearance_acronym_check"),
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["newsdb.article.id"], name=op.f("organisation_appearance_article_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["article_version_id"],
            ["newsdb.article_version.id"],
            name=op.f("organisation_appearance_article_version_id_fkey"),
        ),
        sa.ForeignKeyConstraint(
            ["kind"], ["newsdb.organisation_kind.code"], name=op.f("organisation_appearance_kind_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_name_id"],
            ["newsdb.organisation_name.id"],
            name=op.f("organisation_appearance_organisation_name_id_fkey"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("organisation_appearance_pkey")),
        sa.UniqueConstraint(
            "article_version_id", "organisation_name_id", name="organisation_appearance_version_name_key"
        ),
        schema="newsdb",
        comment="Which organisation appears in which article, by the fullest name that the article gives.",
    )
    op.create_index(
        op.f("organisation_appearance_acronym_key_idx"),
        "organisation_appearance",
        ["acronym_key"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(
        op.f("organisation_appearance_article_id_idx"),
        "organisation_appearance",
        ["article_id"],
        unique=False,
        schema="newsdb",
    )
    op.create_index(
        op.f("organisation_appearance_kind_idx"), "organisation_appearance", ["kind"], unique=False, schema="newsdb"
    )
    op.create_index(
        op.f("organisation_appearance_organisation_name_id_article_id_idx"),
        "organisation_appearance",
        ["organisation_name_id", "article_id"],
        unique=False,
        schema="newsdb",
    )
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


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table, schema="newsdb")
