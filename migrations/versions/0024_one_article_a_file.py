"""A file, or a record cut from one, holds one article: which place it has in a file that held more is in its name.

The number was 1 in every row. Ids are made anew in one rewriting of the table, which leaves no dead rows.

After a way down below 0015 and up again the tables of 0015 and 0016 are empty though files count as read. Where one of
them is empty, the next load reads all files anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

REKEY = "ALTER TABLE newsdb.article_source ALTER COLUMN id TYPE uuid USING newsdb.key_id({})"

READ_ANEW = """
    UPDATE newsdb.{} SET extractor = extractor || ' before 0024'
    WHERE NOT EXISTS (SELECT FROM newsdb.outlet_appearance) OR NOT EXISTS (SELECT FROM newsdb.story_sketch)
"""


def upgrade() -> None:
    op.drop_constraint(op.f("article_source_id_check"), "article_source", schema="newsdb")
    op.drop_constraint(op.f("article_source_source_file_id_record_number_key"), "article_source", schema="newsdb")
    op.drop_column("article_source", "record_number", schema="newsdb")
    op.execute(REKEY.format("'article_source', source_file_id::text"))
    op.create_check_constraint(
        op.f("article_source_id_check"),
        "article_source",
        "id = newsdb.key_id('article_source', source_file_id::text)",
        schema="newsdb",
    )
    op.create_unique_constraint(
        op.f("article_source_source_file_id_key"), "article_source", ["source_file_id"], schema="newsdb"
    )
    op.execute("COMMENT ON TABLE newsdb.article_source IS 'Which version of an article a file or record prints.'")
    op.execute("COMMENT ON COLUMN newsdb.article_source.id IS 'Hash of (''article_source'', source_file_id).'")
    for table in ("source_file", "article_version"):
        op.execute(READ_ANEW.format(table))


def downgrade() -> None:
    op.drop_constraint(op.f("article_source_id_check"), "article_source", schema="newsdb")
    op.drop_constraint(op.f("article_source_source_file_id_key"), "article_source", schema="newsdb")
    op.add_column(
        "article_source",
        sa.Column(
            "record_number",
            sa.Integer(),
            server_default="1",
            nullable=False,
            comment="Place of the article in the file, from 1.",
        ),
        schema="newsdb",
    )
    op.alter_column("article_source", "record_number", server_default=None, schema="newsdb")
    op.execute(REKEY.format("'article_source', source_file_id::text, record_number::text"))
    op.create_check_constraint(
        op.f("article_source_id_check"),
        "article_source",
        "id = newsdb.key_id('article_source', source_file_id::text, record_number::text)",
        schema="newsdb",
    )
    op.create_check_constraint(
        op.f("article_source_record_number_check"), "article_source", "record_number > 0", schema="newsdb"
    )
    op.create_unique_constraint(
        op.f("article_source_source_file_id_record_number_key"),
        "article_source",
        ["source_file_id", "record_number"],
        schema="newsdb",
    )
    op.execute(
        "COMMENT ON TABLE newsdb.article_source IS"
        " 'Which file, and which record in it, a version of an article was read from.'"
    )
    op.execute(
        "COMMENT ON COLUMN newsdb.article_source.id IS 'Hash of (''article_source'', source_file_id, record_number).'"
    )
