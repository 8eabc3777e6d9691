"""Print how long questions take, beside their goals: `python -m benchmarks.questions --database press`.

Each question is asked with keys drawn from the database, frequent ones and rare ones by turns: once to warm it, then
once for the clock, which runs until the last row is in Python.
"""

import argparse
import math
import os
import platform
import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from psycopg.errors import QueryCanceled
from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import OperationalError

from benchmarks.databases import fresh_database
from newsdb.reports import NamedReport, find_report, list_reports, run_report, search
from newsdb.reports.annotated import annotate_article

BY_KEY, WHOLE = 100, 300
# Of each kind of key the half with most rows behind it is drawn from so many, and the rest from all others.
FREQUENT = 20
# Rows of a report that has no limit of its own.
ROWS = 100
# Texts whose words are counted.
SAMPLE = 300
# A word of a question; shorter ones are mostly no words to search for.
SHORTEST_WORD = 5

NAMES = """
    SELECT e.name FROM newsdb.{0} AS e JOIN newsdb.{0}_name AS n ON n.{0}_id = e.id
    JOIN newsdb.mention AS m ON m.{0}_name_id = n.id GROUP BY e.id, e.name ORDER BY count(*) DESC, e.id
"""
OUTLETS = """
    SELECT o.name FROM newsdb.outlet AS o JOIN newsdb.article AS a ON a.outlet_id = o.id
    GROUP BY o.id, o.name ORDER BY count(*) DESC, o.id
"""
MONTHS = """
    SELECT date_trunc('month', published_on::timestamp)::date AS month FROM newsdb.article
    WHERE published_on IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1
"""
ARTICLES = "SELECT id::text FROM newsdb.article ORDER BY id LIMIT 1000"
STORIES = f"""
    SELECT substr(t.body, v.span_start + 1, v.span_end - v.span_start) FROM (
        SELECT s.span_start, s.span_end, w.article_text_id FROM newsdb.text_segment AS s
        JOIN newsdb.article_version AS w ON w.id = s.article_version_id AND w.is_current
        WHERE s.kind = 'paragraph' LIMIT {SAMPLE}
    ) AS v JOIN newsdb.article_text AS t ON t.id = v.article_text_id
"""

Parameters = Mapping[str, object]
Ask = Callable[[Connection], int]
"""Asks, and returns how many rows, articles or facts the answer has."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, each time with other keys; goal in milliseconds."""

    name: str
    goal: int
    asked: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """How long it took, in milliseconds."""

    question: Question
    median: float
    late: float
    """The 95th percentile."""
    asked: int = 0
    """With how many keys it was asked in the time that it had."""
    rows: float = 0
    """The median."""

    @property
    def is_met(self) -> bool:
        return self.late < self.question.goal


class Keys:
    """What may be asked for: so many of each kind, frequent and rare ones by turns, always the same of one database."""

    def __init__(self, connection: Connection, count: int) -> None:
        self._count = count
        self.of: dict[str, list[Parameters]] = {
            "person": [{"person": name} for name in self._draw(connection, NAMES.format("person"))],
            "organisation": [{"organisation": name} for name in self._draw(connection, NAMES.format("organisation"))],
            "outlet": [{"outlet": name} for name in self._draw(connection, OUTLETS)],
            "month": [_month(day) for day in self._draw(connection, MONTHS)],
            "article": [{"article": article} for article in self._draw(connection, ARTICLES)],
        }
        self.words = self._count_words(connection)
        # A generator has no rare words but in names.
        self.rare = sorted({str(key["person"]) for key in self.of["person"][1::2]})

    def searches(self, size: int, is_frequent: bool) -> list[str]:
        """So many words at a time; rare ones are the last of a name, so that two of them stand together somewhere."""
        chance = random.Random(size)
        if not is_frequent:
            return [" ".join(chance.choice(self.rare).split()[-size:]) for _ in range(self._count)]
        pool = self.words[:FREQUENT]
        return [" ".join(chance.sample(pool, min(size, len(pool)))) for _ in range(self._count)]

    def _draw(self, connection: Connection, statement: str) -> list[object]:
        ordered = list(connection.execute(text(statement)).scalars())
        return interleave(ordered[:FREQUENT], ordered[FREQUENT:], self._count)

    def _count_words(self, connection: Connection) -> list[str]:
        """The words of some stories, those of most stories first."""
        counted: dict[str, int] = {}
        for story in connection.execute(text(STORIES)).scalars():
            for word in {word for word in story.split() if word.isalpha() and len(word) >= SHORTEST_WORD}:
                counted[word] = counted.get(word, 0) + 1
        return sorted(counted, key=lambda word: (-counted[word], word))


def interleave(frequent: Sequence[object], rare: Sequence[object], count: int) -> list[object]:
    """So many keys of both by turns; keys come again where there are not enough."""
    chance = random.Random(0)
    pools = [chance.sample(pool, len(pool)) for pool in (frequent, rare) if pool]
    return [pools[at % len(pools)][at // len(pools) % len(pools[at % len(pools)])] for at in range(count) if pools]


def questions(keys: Keys, count: int) -> Iterator[Question]:
    """All that is asked."""
    for report in list_reports():
        yield from _of_report(report, keys, count)
    yield Question(
        "unknown, column speaker", WHOLE, tuple(_ask_report("unknown", {"column": "speaker"}) for _ in range(count))
    )
    articles = tuple(_ask_article(str(key["article"])) for key in keys.of["article"])
    yield Question("show, by article", BY_KEY, articles)
    for size, name in ((1, "one word"), (2, "two words")):
        for is_frequent, how in ((True, "frequent"), (False, "rare")):
            asked = tuple(_ask_search(words) for words in keys.searches(size, is_frequent))
            yield Question(f"search, {name}, {how}", BY_KEY, asked)


def _of_report(report: NamedReport, keys: Keys, count: int) -> Iterator[Question]:
    names = {parameter.name for parameter in report.parameters}
    needed = {parameter.name for parameter in report.parameters if parameter.is_required}
    if not needed:
        yield Question(f"{report.name}, whole", WHOLE, tuple(_ask_report(report.name, {}) for _ in range(count)))
    for kind, values in keys.of.items():
        taken = {"since", "until"} if kind == "month" else {kind}
        if values and taken <= names and needed <= taken:
            asked = tuple(_ask_report(report.name, value) for value in values)
            yield Question(f"{report.name}, by {kind}", BY_KEY, asked)


def _ask_report(name: str, parameters: Parameters) -> Ask:
    """Where all rows come unless told otherwise, the first of them: an export is no question."""
    optional = {parameter.name for parameter in find_report(name).parameters if parameter.default is None}
    asked = {**({"limit": ROWS} if "limit" in optional else {}), **parameters}
    return lambda connection: len(run_report(connection, name, asked).rows)


def _ask_search(words: str) -> Ask:
    return lambda connection: len(search(connection, words))


def _ask_article(article: str) -> Ask:
    return lambda connection: len(annotate_article(connection, article).facts)


def _month(first: object) -> Parameters:
    assert isinstance(first, date)
    after = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return {"since": first, "until": date.fromordinal(after.toordinal() - 1)}


def ask(engine: Engine, question: Question, patience: int) -> Answer:
    """Each time twice, of which the second counts, in transactions of their own as newsdb asks; so many seconds each.

    A question that is not answered in that time is not asked again.
    """
    try:
        for _ in _timed(engine, question.asked, patience):
            pass
        taken = list(_timed(engine, question.asked, patience))
    except OperationalError as error:
        if not isinstance(error.orig, QueryCanceled):
            raise
        return Answer(question, math.inf, math.inf)
    milliseconds, rows = zip(*taken, strict=True)
    late = percentile(milliseconds, 0.95)
    return Answer(question, statistics.median(milliseconds), late, len(taken), statistics.median(rows))


def _timed(engine: Engine, asked: Sequence[Ask], patience: int) -> Iterator[tuple[float, int]]:
    """Milliseconds and rows of each, until all have had these seconds together."""
    begun = time.perf_counter()
    for one in asked:
        with engine.connect() as connection:
            connection.exec_driver_sql(f"SET LOCAL statement_timeout = '{patience}s'")
            started = time.perf_counter()
            rows = one(connection)
            yield 1000 * (time.perf_counter() - started), rows
        if time.perf_counter() - begun > patience:
            return


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -int(-share * len(ordered) // 1) - 1))]


def render(answers: Sequence[Answer]) -> str:
    """A Markdown table."""
    rows = [
        f"| {answer.question.name} | {answer.asked} | {answer.rows:g} | {_figure(answer.median)} |"
        f" {_figure(answer.late)} | < {answer.question.goal} | {'yes' if answer.is_met else '**no**'} |"
        for answer in answers
    ]
    head = "| question | asked | rows | median, ms | 95th percentile, ms | goal | met |"
    return "\n".join([head, "|---|---|---|---|---|---|---|", *rows])


def _figure(milliseconds: float) -> str:
    return "no answer" if math.isinf(milliseconds) else f"{milliseconds:,.1f}"


def describe(engine: Engine) -> str:
    """The day, the machine and how much there is."""
    counts = ", ".join(f"(SELECT count(*) FROM newsdb.{table})" for table in ("article", "quote", "mention", "person"))
    with engine.connect() as connection:
        article, quote, mention, person = connection.execute(text(f"SELECT {counts}")).one()
        server, buffers, size = connection.execute(
            text(
                "SELECT current_setting('server_version'), current_setting('shared_buffers'),"
                " pg_size_pretty(pg_database_size(current_database()))"
            )
        ).one()
    return (
        f"{date.today():%Y-%m-%d}, {os.cpu_count()} cores ({platform.machine()}) with a load of"
        f" {os.getloadavg()[0]:.0f}, Python {platform.python_version()}, PostgreSQL {server} with shared_buffers"
        f" {buffers}: {article:,} articles, {quote:,} quotes, {mention:,} mentions, {person:,} people, {size}\n"
    )


def main(arguments: Sequence[str] | None = None) -> None:
    options = _parse(arguments)
    with fresh_database(options.url, keep=options.database) as engine:
        with engine.connect() as connection:
            keys = Keys(connection, options.times)
        chosen = [one for one in questions(keys, options.times) if one.name.startswith(options.only)]
        print(describe(engine))
        print(render([ask(engine, one, options.patience) for one in chosen]))


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.questions", description=__doc__)
    parser.add_argument("--database", required=True, help="one that benchmarks.fill has made, or any other of newsdb")
    parser.add_argument("--url", help="the server; what newsdb would use if left out")
    parser.add_argument("--times", type=int, default=20, help="how often each is asked")
    parser.add_argument("--patience", type=int, default=10, help="seconds after which an answer is not waited for")
    parser.add_argument("--only", default="", help="only questions whose name begins so")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    main()
