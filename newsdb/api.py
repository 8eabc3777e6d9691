"""The public face: a Database to load, to ask and to check; everything it does is done by the modules below it."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from datetime import date
from types import TracebackType
from typing import Literal, Self, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session

from newsdb import loading, reports
from newsdb.config import Settings
from newsdb.database import migrations, open_database
from newsdb.database.engine import describe_url, driver_errors, libpq_url
from newsdb.integrity import Violation, digest, verify
from newsdb.loading import FILE_LIMIT, Judgement, LoadReport, Progress
from newsdb.reports import Report, SearchHit
from newsdb.reports.records import (
    ArticleRecord,
    OrganisationRecord,
    PersonRecord,
    QuoteRecord,
    RoleRecord,
    stream_records,
)

Row = TypeVar("Row")


def connect(url: str | None = None) -> "Database":
    """A Database at a URL; without one at NEWSDB_URL, else on the embedded server, which is started if need be.

        with newsdb.connect() as database:
            database.migrate()
            database.load(["seeds/"])
            for quote in database.quotes(speaker="Bensouda"):
                print(quote.words)

    Raises NoServer where none answers. The tables are not touched before they are used.
    """
    opened = open_database(url, Settings.from_environment())
    return Database(opened.engine, description=opened.describe())


class Database:
    """A PostgreSQL database of press articles. Also made of any SQLAlchemy engine on psycopg: `Database(engine)`.

    Every use but `migrate` raises WrongRevision, with the remedy, unless the tables are those of this newsdb.
    """

    def __init__(self, engine: Engine, *, description: str | None = None) -> None:
        self.engine = engine
        """The SQLAlchemy engine. Who passes it in may go on using it."""
        self.description = description or describe_url(engine.url)
        """Which server this is, fit to be shown: without a password."""
        self._is_current = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<newsdb.Database {self.description}>"

    @property
    def url(self) -> str:
        """A URL for psql and BI tools; it holds the password."""
        return libpq_url(self.engine.url)

    def close(self) -> None:
        """Give the connections back. An embedded server goes on running."""
        self.engine.dispose()

    def migrate(self) -> None:
        """Bring the tables and views to the revision of this newsdb."""
        migrations.upgrade(self.engine)

    def load(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        *,
        jobs: int | None = None,
        executor: Executor | None = None,
        dry_run: bool = False,
        file_limit: int = FILE_LIMIT,
        columns: Mapping[str, str] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> LoadReport:
        """Load files and folders. A second load writes nothing; what is wrong with a file is a rejection in the report.

        `jobs` is how many processes load, each with a connection of its own (None: all cores once there is enough to
        do); they are newsdb's own, or those of any `executor`. A dry run is rolled back. A file, or a record of one
        that holds several, of more than `file_limit` bytes is rejected. `columns` says which field a column of a
        table is, where its name does not: `{"Titre_art": "headline"}`.
        """
        several = [paths] if isinstance(paths, str | os.PathLike) else paths
        return loading.load(
            self.engine,
            several,
            jobs=jobs,
            executor=executor,
            dry_run=dry_run,
            file_limit=file_limit,
            columns=columns or {},
            on_progress=on_progress,
        )

    def articles(
        self,
        *,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        language: str | None = None,
    ) -> Iterator[ArticleRecord]:
        """Articles by day; of an outlet by any of its names, from a day on, up to a day, in a language (ISO 639-1)."""
        filters = {"outlet": outlet, "since": since, "until": until, "language": language}
        self._require_current()
        return self._translated(stream_records(self.engine, ArticleRecord, filters))

    def quotes(
        self,
        *,
        speaker: str | None = None,
        kind: Literal["direct", "indirect", "answer", "fragment"] | None = None,
        min_confidence: float | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Iterator[QuoteRecord]:
        """Quotes by day and place in the text. `speaker` is a person or organisation by any name, or a description."""
        filters = {
            "speaker": speaker,
            "kind": kind,
            "min_confidence": min_confidence,
            "outlet": outlet,
            "since": since,
            "until": until,
        }
        self._require_current()
        return self._translated(stream_records(self.engine, QuoteRecord, filters))

    def people(self, *, name: str | None = None) -> Iterator[PersonRecord]:
        """People by name; all of them, or those that a name in any spelling means."""
        self._require_current()
        return self._translated(stream_records(self.engine, PersonRecord, {"person": name}))

    def organisations(self, *, name: str | None = None, kind: str | None = None) -> Iterator[OrganisationRecord]:
        """Organisations by name; all of them, or those that a name or acronym means, or of one kind."""
        filters = {"organisation": name, "kind": kind}
        self._require_current()
        return self._translated(stream_records(self.engine, OrganisationRecord, filters))

    def roles(self, *, person: str | None = None, organisation: str | None = None) -> Iterator[RoleRecord]:
        """Who held which role where and when, with the sentence that proves it."""
        filters = {"person": person, "organisation": organisation}
        self._require_current()
        return self._translated(stream_records(self.engine, RoleRecord, filters))

    def report(self, name: str, **parameters: object) -> Report:
        """A named report, as `newsdb report` lists them. Raises UnknownReport, WrongParameter."""
        with self._connection() as connection:
            return reports.run_report(connection, name, parameters)

    def search(self, words: str, *, limit: int = 20) -> tuple[SearchHit, ...]:
        """Articles whose story holds the words, best first: "quoted phrases", or, -not; accents do not matter."""
        with self._connection() as connection:
            return reports.search(connection, words, limit=limit)

    def digest(self) -> str:
        """One hash of all data: equal for the same files, whatever the order and manner of loading."""
        with self._snapshot() as connection:
            return digest(connection)

    def verify(self) -> tuple[Violation, ...]:
        """Every row that breaks a promise; nothing when all is well."""
        with self._snapshot() as connection:
            return verify(connection)

    def judge(
        self,
        verdict: Literal["same", "different", "undone"],
        one: str,
        other: str,
        *,
        kind: Literal["person", "organisation"] | None = None,
        reason: str | None = None,
    ) -> Judgement:
        """Record that two names are the same person or organisation, or are not; "undone" takes it back.

        `name@article-id` is a person's name in one article, for telling namesakes apart. Judgements outlive every
        load. Raises UnknownName where no article prints a name.
        """
        self._require_current()
        return loading.judge(self.engine, verdict, one, other, kind=kind, reason=reason)

    def session(self) -> Session:
        """A SQLAlchemy session for the models in newsdb.models; a context manager."""
        self._require_current()
        return Session(self.engine)

    @contextlib.contextmanager
    def _connection(self) -> Iterator[Connection]:
        self._require_current()
        with driver_errors(self.description), self.engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        """A connection that sees one state of the database, whatever a loader does meanwhile."""
        with self._connection() as connection:
            yield connection.execution_options(isolation_level="REPEATABLE READ")

    def _require_current(self) -> None:
        """Asked once: a schema does not change under a program that uses it, save by its own `migrate`."""
        if self._is_current:
            return
        with driver_errors(self.description), self.engine.connect() as connection:
            migrations.require_current(connection)
        self._is_current = True

    def _translated(self, records: Iterator[Row]) -> Iterator[Row]:
        with driver_errors(self.description):
            yield from records
