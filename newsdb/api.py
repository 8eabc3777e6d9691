"""The public face: a Database to load, to ask and to check; everything it does is done by the modules below it.

What brings the readers and the extractor is imported when it is called: that takes longer than most questions do.
"""

import contextlib
import os
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING, Any, Literal, Self, TypeVar

import psycopg
from sqlalchemy import Connection, Engine

from newsdb import loading, reports
from newsdb.config import Settings
from newsdb.database import migrations, open_database
from newsdb.database.engine import describe_url, driver_errors, libpq_url
from newsdb.database.lent import lend
from newsdb.integrity.violation import Violation
from newsdb.lazy import OptionalLibrary
from newsdb.loading.decided import Imported, Judgement, RecordedCorrection, Takedown
from newsdb.loading.report import LoadReport, Progress
from newsdb.reports import Language, Report, SearchHit
from newsdb.reports.records import (
    ArticleRecord,
    MentionRecord,
    OrganisationRecord,
    PersonRecord,
    QuoteRecord,
    RoleRecord,
)
from newsdb.reports.streams import Question, Records, read_filters

if TYPE_CHECKING:
    from sqlalchemy import orm
else:
    # A tenth of a second that few calls need.
    orm = OptionalLibrary("sqlalchemy.orm")

Record = TypeVar("Record")


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
    """A PostgreSQL database of press articles, at a URL (see `connect`) or where a program is connected already.

    `Database(engine)` works through an engine of SQLAlchemy on psycopg, on connections of its own.
    `Database(connection)` works on a connection of SQLAlchemy or psycopg 3, in the transaction that is open there: what
    a load writes is the caller's to commit or roll back. Every use but `migrate` raises WrongRevision, with the remedy,
    unless the tables are those of this newsdb.
    """

    def __init__(
        self, server: "Engine | Connection | psycopg.Connection[Any]", *, description: str | None = None
    ) -> None:
        self._is_lent = not isinstance(server, Engine)
        self.engine = server if isinstance(server, Engine) else lend(server)
        """The SQLAlchemy engine. Who passes it in may go on using it."""
        # What writes begins and ends transactions, which on a lent connection are savepoints.
        self._writing = server if isinstance(server, Engine) else lend(server, with_savepoints=True)
        self.description = description or describe_url(self.engine.url)
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
        migrations.upgrade(self._writing)

    def load(
        self,
        paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
        *,
        jobs: int | None = None,
        executor: Executor | None = None,
        dry_run: bool = False,
        file_limit: int | None = None,
        columns: Mapping[str, str] | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> LoadReport:
        """Load files and folders. A second load writes nothing; what is wrong with a file is a rejection in the report.

        `jobs` is how many processes load, each with a connection of its own (None: all cores once there is enough to
        do); they are newsdb's own, or those of any `executor`; on a lent connection this process loads alone. A dry run
        is rolled back. A file, or a record of one that holds several, of more than `file_limit` bytes (None: 16 MiB) is
        rejected. `columns` says which field a column of a table is, where its name does not:
        `{"Titre_art": "headline"}`.
        """
        several = [paths] if isinstance(paths, str | os.PathLike) else paths
        return loading.load(
            self._writing,
            several,
            jobs=1 if self._is_lent else jobs,
            executor=None if self._is_lent else executor,
            dry_run=dry_run,
            file_limit=file_limit,
            columns=columns or {},
            on_progress=on_progress,
        )

    def load_documents(
        self,
        documents: Iterable[tuple[str, str | bytes]],
        *,
        jobs: int | None = None,
        dry_run: bool = False,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> LoadReport:
        """Load what is in memory: pairs of a name and the text or bytes that a file of that name would hold.

        The same documents as files are the same data, and unchanged. Raises UnreadablePath for a name that is none.
        """
        return loading.load_documents(
            self._writing, documents, jobs=1 if self._is_lent else jobs, dry_run=dry_run, on_progress=on_progress
        )

    def articles(
        self,
        *,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
        language: str | None = None,
    ) -> Records[ArticleRecord]:
        """Articles by day; of an outlet by any of its names, from a day on, up to a day, in a language (ISO 639-1)."""
        filters = {"outlet": outlet, "since": since, "until": until, "language": language}
        return self._records(ArticleRecord, filters)

    def quotes(
        self,
        *,
        speaker: str | None = None,
        kind: Literal["direct", "indirect", "answer", "fragment"] | None = None,
        min_confidence: float | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Records[QuoteRecord]:
        """Quotes by day and place in the text. `speaker` is a person or organisation by any name, or a description."""
        filters = {
            "speaker": speaker,
            "kind": kind,
            "min_confidence": min_confidence,
            "outlet": outlet,
            "since": since,
            "until": until,
        }
        return self._records(QuoteRecord, filters)

    def people(self, *, name: str | None = None) -> Records[PersonRecord]:
        """People by name; all of them, or those that a name in any spelling means."""
        return self._records(PersonRecord, {"person": name})

    def organisations(self, *, name: str | None = None, kind: str | None = None) -> Records[OrganisationRecord]:
        """Organisations by name; all of them, or those that a name or acronym means, or of one kind."""
        filters = {"organisation": name, "kind": kind}
        return self._records(OrganisationRecord, filters)

    def roles(self, *, person: str | None = None, organisation: str | None = None) -> Records[RoleRecord]:
        """Who held which role where and when, with the sentence that proves it."""
        filters = {"person": person, "organisation": organisation}
        return self._records(RoleRecord, filters)

    def mentions(
        self,
        *,
        name: str | None = None,
        kind: Literal["person", "organisation", "unknown"] | None = None,
        outlet: str | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> Records[MentionRecord]:
        """Every printing of a name, by day and place in the text; all, or those of whom a name means."""
        filters = {"name": name, "kind": kind, "outlet": outlet, "since": since, "until": until}
        return self._records(MentionRecord, filters)

    def report(self, name: str, **parameters: object) -> Report:
        """A named report, as `newsdb report` lists them. Raises UnknownReport, WrongParameter."""
        with self._connection() as connection:
            return reports.run_report(connection, name, parameters)

    def page(self, name: str, *, language: Language = "en", **parameters: object) -> str:
        """A named report as an HTML page that stands by itself; that of "overview" has charts (newsdb[charts])."""
        if reports.find_report(name).name == reports.OVERVIEW:
            with self._connection() as connection:
                return reports.overview_page(connection, parameters, language)
        return reports.report_page(self.report(name, **parameters), language)

    def search(self, words: str, *, limit: int = 20) -> tuple[SearchHit, ...]:
        """Articles whose story holds the words, best first: "quoted phrases", or, -not; accents do not matter."""
        with self._connection() as connection:
            return reports.search(connection, words, limit=limit)

    def digest(self) -> str:
        """One hash of all data: equal for the same files, whatever the order and manner of loading."""
        from newsdb.integrity import digest

        with self._snapshot() as connection:
            return digest(connection)

    def verify(self) -> tuple[Violation, ...]:
        """Every row that breaks a promise; nothing when all is well."""
        from newsdb.integrity import verify

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
        load. Raises UnknownName where no article prints a name, WrongDecision where others that hold say the contrary
        in a chain (A is B, and B is C, but A is not C).
        """
        self._require_current()
        return loading.judge(self._writing, verdict, one, other, kind=kind, reason=reason)

    def correct(
        self,
        subject: Literal["article", "quote", "role"],
        which: str | uuid.UUID,
        field: str,
        value: str,
        *,
        reason: str,
        by: str | None = None,
    ) -> RecordedCorrection:
        """Record what a field of an article, quote or role (by its id) is instead; `unknown` where nobody knows.

        Corrections outlive every load. Raises WrongDecision where there is nothing by that id, no such field, or the
        value is none of the field (`newsdb correct --help` lists them) or names somebody who was taken down.
        """
        self._require_current()
        return loading.correct(self._writing, subject, str(which), field, value, reason=reason, by=by)

    def undo_correction(self, number: int, *, reason: str, by: str | None = None) -> RecordedCorrection:
        """Take a correction back by its number: the field is what the article says again."""
        self._require_current()
        return loading.undo_correction(self._writing, number, reason=reason, by=by)

    def suppress(
        self,
        kind: Literal["article", "file", "person"],
        key: str | uuid.UUID | os.PathLike[str],
        *,
        reason: str,
        by: str | None = None,
    ) -> Takedown:
        """Take down an article (id or address), a file (path, name, SHA-256) or all articles that name a person.

        The rows go, with corrections and judgements that name the person, and loads do not bring them back. Raises
        WrongDecision where the key is none of these.
        """
        self._require_current()
        return loading.suppress(self._writing, kind, str(key), reason=reason, by=by)

    def unsuppress(self, number: int, *, reason: str, by: str | None = None) -> Literal["article", "file", "person"]:
        """Take a takedown back by its number: what it covered can be loaded again. Returns what it was of.

        Corrections and judgements that went with it were not kept; `import_decisions` of what was exported before
        brings them back.
        """
        self._require_current()
        return loading.unsuppress(self._writing, number, reason=reason, by=by)

    def export_decisions(self) -> str:
        """All judgements, corrections and takedowns as sorted JSON lines, for a file in version control."""
        with self._snapshot() as connection:
            return loading.export_decisions(connection)

    def import_decisions(self, content: str, *, name: str = "decisions") -> Imported:
        """Take in exported decisions, all or none; a second time changes nothing. WrongDecision names a wrong line."""
        self._require_current()
        return loading.import_decisions(self._writing, content, name=name)

    def session(self) -> "orm.Session":
        """A SQLAlchemy session for the models in newsdb.models; a context manager."""
        self._require_current()
        return orm.Session(self.engine)

    @contextlib.contextmanager
    def _connection(self) -> Iterator[Connection]:
        self._require_current()
        with driver_errors(self.description), self.engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def _snapshot(self) -> Iterator[Connection]:
        """A connection that sees one state of the database, whatever a loader does meanwhile."""
        with self._connection() as connection:
            # On a lent connection that is the caller's to choose.
            yield connection if self._is_lent else connection.execution_options(isolation_level="REPEATABLE READ")

    def _require_current(self) -> None:
        """Asked once: a schema does not change under a program that uses it, save by its own `migrate`."""
        if self._is_current:
            return
        with driver_errors(self.description), self.engine.connect() as connection:
            migrations.require_current(connection)
        self._is_current = True

    def _records(self, kind: type[Record], filters: Mapping[str, object]) -> Records[Record]:
        given = read_filters(filters)
        self._require_current()
        return Records(Question(kind, given), self._connection, None if self._is_lent else self.url)
