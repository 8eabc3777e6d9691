"""Records of files that hold several articles: their names say their place, and teasers are parts of texts."""

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

NEW = {
    "TABLE newsdb.source_file": "A file, or a record of one, that was loaded, byte for byte. Two names for one content are one.",
    "COLUMN newsdb.source_file.content": "The bytes as they were in the file; of a container those of one record, unpacked.",
    "COLUMN newsdb.source_file_name.name": "File name without folders, and the place of the record: a.zip!/b/c.xml#item 3.",
}
OLD = {
    "TABLE newsdb.source_file": "One file that was loaded, byte for byte. Two names with the same bytes are one file.",
    "COLUMN newsdb.source_file.content": "The bytes as they were in the file.",
    "COLUMN newsdb.source_file_name.name": "File name without folders.",
}


def upgrade() -> None:
    check_names("name <> '' AND name !~ '^[^!#]*/'")
    comment(NEW)
    op.execute(
        "INSERT INTO newsdb.segment_kind (code, label, label_fr, is_story)"
        " VALUES ('teaser', 'Teaser of an article that is elsewhere', 'Accroche', true)"
    )


def downgrade() -> None:
    op.execute("UPDATE newsdb.text_segment SET kind = 'paragraph' WHERE kind = 'teaser'")
    op.execute("UPDATE newsdb.quote_occurrence SET place = 'paragraph' WHERE place = 'teaser'")
    op.execute("DELETE FROM newsdb.segment_kind WHERE code = 'teaser'")
    comment(OLD)
    # Names with a place stay: the older rule is for new rows.
    check_names("name <> '' AND name !~ '/'", is_valid=False)


def check_names(rule: str, *, is_valid: bool = True) -> None:
    op.execute("ALTER TABLE newsdb.source_file_name DROP CONSTRAINT source_file_name_name_check")
    later = "" if is_valid else " NOT VALID"
    op.execute(f"ALTER TABLE newsdb.source_file_name ADD CONSTRAINT source_file_name_name_check CHECK ({rule}){later}")


def comment(comments: dict[str, str]) -> None:
    for what, words in comments.items():
        op.execute(f"COMMENT ON {what} IS '{words}'")
