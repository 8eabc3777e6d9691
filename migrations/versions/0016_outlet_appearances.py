"""By which name each version calls its outlets, so that names and aliases go with the last page that prints them."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

NATURAL_KEY = (
    "What makes it this article: its address; else outlet, day, headline and, where that is short, the first words of"
    " the body; else the hash of its words."
)
OLD_NATURAL_KEY = "What makes it this article: its address; else outlet, day and headline; else the hash of its words."


def upgrade() -> None:
    op.create_table(
        "outlet_appearance",
        sa.Column(
            "id",
            sa.Uuid(),
            nullable=False,
            comment="Hash of ('outlet_appearance', article_version_id, outlet_id, name_key).",
        ),
        sa.Column("article_version_id", sa.Uuid(), nullable=False, comment="The version."),
        sa.Column("article_id", sa.Uuid(), nullable=False, comment="The article."),
        sa.Column("outlet_id", sa.Uuid(), nullable=False, comment="The outlet or aggregator."),
        sa.Column(
            "name", sa.Text(), nullable=False, comment="The name as the page prints it, or as a correction gives it."
        ),
        sa.Column(
            "name_key", sa.Text(), nullable=False, comment="The name folded: lower case, no accents, no punctuation."
        ),
        sa.CheckConstraint(
            "id = newsdb.key_id('outlet_appearance', article_version_id::text, outlet_id::text, name_key)",
            name=op.f("outlet_appearance_id_check"),
        ),
        sa.CheckConstraint("name <> '' AND name_key <> ''", name=op.f("outlet_appearance_name_check")),
        sa.ForeignKeyConstraint(["article_id"], ["newsdb.article.id"], name=op.f("outlet_appearance_article_id_fkey")),
        sa.ForeignKeyConstraint(
            ["article_version_id"],
            ["newsdb.article_version.id"],
            name=op.f("outlet_appearance_article_version_id_fkey"),
        ),
        sa.ForeignKeyConstraint(["outlet_id"], ["newsdb.outlet.id"], name=op.f("outlet_appearance_outlet_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("outlet_appearance_pkey")),
        schema="newsdb",
        comment="By which names the page of a version calls its outlet and its republisher.",
    )
    for column in ("article_id", "article_version_id", "outlet_id"):
        op.create_index(op.f(f"outlet_appearance_{column}_idx"), "outlet_appearance", [column], schema="newsdb")
    op.execute(f"COMMENT ON COLUMN newsdb.article.natural_key IS '{NATURAL_KEY}'")


def downgrade() -> None:
    op.execute(f"COMMENT ON COLUMN newsdb.article.natural_key IS '{OLD_NATURAL_KEY}'")
    op.drop_table("outlet_appearance", schema="newsdb")
