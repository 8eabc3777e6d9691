"""Where articles come from: the files as they were, and the immutable texts read from them."""

import uuid

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsdb.models.base import SCHEMA, Base, Key


class SourceFile(Base):
    """The bytes of one file, or of one record of a file that holds several, whatever its name."""

    __tablename__ = "source_file"
    __table_args__ = (
        CheckConstraint("sha256 = sha256(content)", name="sha256"),
        CheckConstraint("byte_count = octet_length(content)", name="byte_count"),
        CheckConstraint("id = newsdb.key_id('source_file', encode(sha256, 'hex'))", name="id"),
        UniqueConstraint("sha256"),
        {"comment": "A file, or a record of one, that was loaded, byte for byte. Two names for one content are one."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('source_file', sha256 in hex).")
    sha256: Mapped[bytes] = mapped_column(LargeBinary, comment="SHA-256 of the content.")
    content: Mapped[bytes] = mapped_column(
        LargeBinary, comment="The bytes as they were in the file; of a container those of one record, unpacked."
    )
    byte_count: Mapped[int] = mapped_column(comment="Length of the content in bytes.")
    reader: Mapped[str] = mapped_column(comment="The format it was read as.")
    extractor: Mapped[str] = mapped_column(
        comment="Version of the extractor that read it; another version reads it anew."
    )


class SourceFileName(Base):
    """A name under which a file was loaded."""

    __tablename__ = "source_file_name"
    __table_args__ = (
        CheckConstraint("id = newsdb.key_id('source_file_name', source_file_id::text, name)", name="id"),
        CheckConstraint("name <> '' AND name !~ '^[^!#]*/'", name="name"),
        UniqueConstraint("source_file_id", "name"),
        {"comment": "The names under which a file was loaded, without their folders, which differ between machines."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('source_file_name', source_file_id, name).")
    source_file_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.source_file.id"), comment="The file.")
    name: Mapped[str] = mapped_column(
        comment="File name without folders, and the place of the record: a.zip!/b/c.xml#item 3."
    )


class ArticleText(Base):
    """A text that never changes: every span of every fact counts its code points."""

    __tablename__ = "article_text"
    __table_args__ = (
        CheckConstraint("sha256 = sha256(convert_to(body, 'UTF8'))", name="sha256"),
        CheckConstraint("char_count = char_length(body) AND char_count > 0", name="char_count"),
        # Latin letters and punctuation need not be looked up; see migration 0026.
        CheckConstraint(r"body !~ '[^\u0001-\u02ff\u2002-\u20cf]' OR body IS NFC NORMALIZED", name="nfc"),
        CheckConstraint("strpos(body, E'\\r') = 0", name="line_ends"),
        CheckConstraint("id = newsdb.key_id('article_text', encode(sha256, 'hex'))", name="id"),
        UniqueConstraint("sha256"),
        {"comment": "The text of a page as read: Unicode NFC, line ends as \\n. Never updated; spans count in it."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('article_text', sha256 in hex).")
    sha256: Mapped[bytes] = mapped_column(LargeBinary, comment="SHA-256 of the text in UTF-8.")
    body: Mapped[str] = mapped_column(comment="The whole text, with navigation and other parts that are not the story.")
    char_count: Mapped[int] = mapped_column(comment="Length in characters (Unicode code points).")
