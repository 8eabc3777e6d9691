"""The ledger of loads: what each run took in, changed and refused. Only these hold clocks; no digest covers them."""

import uuid
from datetime import datetime

from sqlalchemy import CheckConstraint, DateTime, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from newsdb.models.base import SCHEMA, Base, Key


class LoadRun(Base):
    """One call of the loader."""

    __tablename__ = "load_run"
    __table_args__ = (
        CheckConstraint("least(inserted, updated, unchanged, rejected) >= 0", name="counts"),
        CheckConstraint("finished_at >= started_at", name="finished_at"),
        {"comment": "One run of the loader. Once finished, files in = inserted + updated + unchanged + rejected."},
    )

    id: Mapped[Key] = mapped_column(comment="Random.")
    started_at: Mapped[datetime] = mapped_column(DateTime(timezone=True), comment="When it began.")
    finished_at: Mapped[datetime | None] = mapped_column(
        DateTime(timezone=True),
        comment="When it ended; NULL while it runs, and for ever where it was cut off.",
    )
    newsdb_version: Mapped[str] = mapped_column(comment="Version of newsdb.")
    extractor: Mapped[str] = mapped_column(comment="Version of the extractor.")
    inserted: Mapped[int] = mapped_column(comment="Files that were new.")
    updated: Mapped[int] = mapped_column(comment="Files read anew by another version of the extractor.")
    unchanged: Mapped[int] = mapped_column(comment="Files that were known, nothing of which was written.")
    rejected: Mapped[int] = mapped_column(comment="Files that could not be loaded.")


class LoadItem(Base):
    """A file that a run inserted or updated."""

    __tablename__ = "load_item"
    __table_args__ = (
        CheckConstraint("outcome IN ('inserted', 'updated')", name="outcome"),
        UniqueConstraint("load_run_id", "source_file_id"),
        {"comment": "The files that a run inserted or updated. Unchanged files are only counted, in load_run."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('load_item', load_run_id, source_file_id).")
    load_run_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.load_run.id"), comment="The run.")
    # No reference: the ledger says what a run did, also where a takedown has deleted the file since.
    source_file_id: Mapped[uuid.UUID] = mapped_column(
        index=True, comment="The file, by its id; a takedown may have deleted it since."
    )
    outcome: Mapped[str] = mapped_column(comment="inserted or updated.")


class LoadReject(Base):
    """A file that a run refused."""

    __tablename__ = "load_reject"
    __table_args__ = (
        CheckConstraint("place <> '' AND reason <> '' AND remedy <> ''", name="sentence"),
        UniqueConstraint("load_run_id", "ordinal"),
        {"comment": "The files that a run refused: what, where and what to do next."},
    )

    id: Mapped[Key] = mapped_column(comment="Hash of ('load_reject', load_run_id, ordinal).")
    load_run_id: Mapped[uuid.UUID] = mapped_column(ForeignKey(f"{SCHEMA}.load_run.id"), comment="The run.")
    ordinal: Mapped[int] = mapped_column(comment="Place among the run's rejects, from 1.")
    error: Mapped[str] = mapped_column(comment="The kind of error: EmptyFile, WrongEncoding …")
    place: Mapped[str] = mapped_column(comment="The file, and the line or byte in it.")
    reason: Mapped[str] = mapped_column(comment="What is wrong.")
    remedy: Mapped[str] = mapped_column(comment="What to do next.")
