"""One article with what was found in it, place by place: its passages, and quotes, names and roles upon them."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from typing import Any, Literal

from sqlalchemy import Connection, text

from newsdb.errors import UnknownArticle
from newsdb.reports.pages import Language

FactKind = Literal["quote", "person", "organisation", "role"]

# By id or the beginning of one, by file name, and by words of the headline; the surest way that finds any decides, and
# the next, which reads all articles, is not gone then.
FIND = """
    WITH by_id AS MATERIALIZED (
        SELECT id FROM newsdb.article
        WHERE id = CASE WHEN lower(:words) ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
            THEN CAST(lower(:words) AS uuid) END
    ), by_file AS MATERIALIZED (
        SELECT s.article_id FROM newsdb.source_file_name AS n
        JOIN newsdb.article_source AS s ON s.source_file_id = n.source_file_id
        WHERE n.name = :words AND NOT EXISTS (SELECT FROM by_id)
    ), by_beginning AS MATERIALIZED (
        SELECT id FROM newsdb.article
        WHERE length(:words) >= 4 AND starts_with(id::text, lower(:words))
            AND NOT EXISTS (SELECT FROM by_id) AND NOT EXISTS (SELECT FROM by_file)
    ), by_headline AS (
        SELECT id FROM newsdb.article
        WHERE newsdb.fold_name(:words) <> ''
            AND strpos(' ' || newsdb.fold_name(headline) || ' ', ' ' || newsdb.fold_name(:words) || ' ') > 0
            AND NOT EXISTS (SELECT FROM by_id) AND NOT EXISTS (SELECT FROM by_file)
            AND NOT EXISTS (SELECT FROM by_beginning)
    )
    SELECT DISTINCT found.way, a.id, a.headline, a.published_on
    FROM (
        SELECT 1 AS way, id FROM by_id
        UNION ALL
        SELECT 2, article_id FROM by_file
        UNION ALL
        SELECT 3, id FROM by_beginning
        UNION ALL
        SELECT 4, id FROM by_headline
    ) AS found
    -- The offset keeps the planner, which expects a third of all ids to begin so, from reading all articles.
    CROSS JOIN LATERAL (SELECT * FROM newsdb.article WHERE id = found.id OFFSET 0) AS a
    ORDER BY found.way, a.published_on, a.headline, a.id
"""
ARTICLE = """
    SELECT v.id AS version_id, t.body, r.headline, r.outlet, r.republisher, r.published_on, r.authors, r.language,
        r.canonical_url
    FROM report.article AS r
    JOIN newsdb.article_version AS v ON v.article_id = r.article_id AND v.is_current
    JOIN newsdb.article_text AS t ON t.id = v.article_text_id
    WHERE r.article_id = :article
"""
SEGMENTS = """
    SELECT s.span_start, s.span_end, s.kind, k.is_story,
        CASE :language WHEN 'fr' THEN k.label_fr ELSE k.label END AS label
    FROM newsdb.text_segment AS s JOIN newsdb.segment_kind AS k ON k.code = s.kind
    WHERE s.article_version_id = :version ORDER BY s.span_start
"""
QUOTES = """
    SELECT w.span_start, w.span_end, q.quote_id AS id, q.speaker, q.title, q.role_organisation, q.cue, q.confidence,
        q.unknown_reason, q.question,
        CASE :language WHEN 'fr' THEN k.label_fr ELSE k.label END AS kind,
        CASE :language WHEN 'fr' THEN m.label_fr ELSE m.label END AS method
    FROM report.quote AS q
    JOIN newsdb.quote_occurrence AS w ON w.quote_id = q.quote_id
    JOIN newsdb.quote_kind AS k ON k.code = q.kind
    LEFT JOIN newsdb.attribution_method AS m ON m.code = q.method
    WHERE q.article_id = :article ORDER BY w.span_start, w.span_end DESC, q.quote_id
"""
NAMES = """
    SELECT span_start, span_end, coalesce(person_id, organisation_id) AS id, kind, name
    FROM report.mention WHERE article_id = :article AND kind <> 'unknown' ORDER BY span_start, span_end DESC
"""
ROLES = """
    SELECT c.span_start, c.span_end, c.id, c.title, p.name AS person, o.name AS organisation
    FROM newsdb.role_claim AS c
    JOIN newsdb.person_name AS pn ON pn.id = c.person_name_id
    JOIN newsdb.person AS p ON p.id = pn.person_id
    LEFT JOIN newsdb.organisation_name AS n ON n.id = c.organisation_name_id
    LEFT JOIN newsdb.organisation AS o ON o.id = n.organisation_id
    WHERE c.article_version_id = :version ORDER BY c.span_start, c.span_end DESC, c.id
"""


@dataclass(frozen=True, slots=True)
class Fact:
    """What was found: `details` are pairs of a label's key and a value; `number` counts the facts of the article."""

    number: int
    kind: FactKind
    name: str | None
    details: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A half-open span of the text, and the fact that stands there."""

    start: int
    end: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters on which the same facts stand: a quote, or None, and the names and roles."""

    text: str
    quote: Fact | None
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces one after another in the same quote, or in none."""

    quote: Fact | None
    pieces: tuple[Piece, ...]

    @property
    def fact(self) -> Fact | None:
        """What a reader who follows the run is shown: the quote, else the name or role that stands there."""
        return self.quote or next((fact for piece in self.pieces for fact in piece.facts), None)


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment of the text, in runs; nothing is read where `is_story` is false."""

    kind: str
    label: str
    is_story: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with all that was found in it."""

    article_id: uuid.UUID
    headline: str
    outlet: str | None
    republisher: str | None
    published_on: date | None
    authors: str | None
    language: str
    passages: tuple[Passage, ...]
    facts: tuple[Fact, ...]


def find_article(connection: Connection, words: str) -> uuid.UUID:
    """The article of that id, beginning of an id, file name or headline. UnknownArticle for none or several."""
    found = connection.execute(text(FIND), {"words": words}).all()
    best = [row for row in found if row.way == found[0].way]
    if len(best) == 1:
        article_id: uuid.UUID = best[0].id
        return article_id
    if not best:
        raise UnknownArticle(
            "there is no such article", where=words, remedy="give its id, file name or words of its headline"
        )
    several = "; ".join(f"{row.id} {row.published_on or ''} {row.headline}" for row in best[:5])
    raise UnknownArticle(f"{len(best)} articles fit", where=words, remedy=f"choose by id: {several}")


def annotate_article(connection: Connection, words: str, language: Language = "en") -> AnnotatedArticle:
    """The article that the words mean, with its facts in place."""
    article_id = find_article(connection, words)
    row = connection.execute(text(ARTICLE), {"article": article_id}).one()
    given = {"article": article_id, "version": row.version_id, "language": language}
    places = _places(connection, given)
    segments = connection.execute(text(SEGMENTS), given).all()
    passages = tuple(
        Passage(
            segment.kind, segment.label, segment.is_story, _runs(row.body, segment.span_start, segment.span_end, places)
        )
        for segment in segments
    )
    facts = {place.fact.number: place.fact for place in places}
    return AnnotatedArticle(
        article_id,
        row.headline,
        row.outlet,
        row.republisher,
        row.published_on,
        row.authors,
        row.language,
        passages,
        tuple(facts[number] for number in sorted(facts)),
    )


def _places(connection: Connection, given: dict[str, object]) -> list[Place]:
    """Every fact where it stands. A quote printed twice and a person named often are one fact with several places."""
    facts: dict[object, Fact] = {}
    places = []
    for kind, query in (("quote", QUOTES), ("role", ROLES), ("name", NAMES)):
        for row in connection.execute(text(query), given):
            fact = facts.get(row.id) or _fact(len(facts) + 1, kind, row)
            facts[row.id] = fact
            places.append(Place(row.span_start, row.span_end, fact))
    return places


def _fact(number: int, kind: str, row: Any) -> Fact:
    if kind == "quote":
        names = ("kind", "title", "role_organisation", "method", "confidence", "cue", "question", "unknown_reason")
        return Fact(number, "quote", row.speaker, _details(row, names))
    if kind == "role":
        return Fact(number, "role", row.title, _details(row, ("person", "organisation")))
    return Fact(number, row.kind, row.name, ())


def _details(row: Any, names: Sequence[str]) -> tuple[tuple[str, object], ...]:
    values = ((name, getattr(row, name)) for name in names)
    return tuple(("reason" if name == "unknown_reason" else name, value) for name, value in values if value is not None)


def _runs(body: str, start: int, end: int, places: Sequence[Place]) -> tuple[Run, ...]:
    """The characters of a segment, cut wherever a fact begins or ends."""
    here = [place for place in places if place.start < end and place.end > start]
    cuts = sorted({start, end, *(cut for place in here for cut in (place.start, place.end) if start < cut < end)})
    pieces = [_piece(body, one, other, here) for one, other in pairwise(cuts)]
    # Outside of quotes each piece is a run of its own, so that each name can be followed.
    groups = groupby(enumerate(pieces), key=lambda at: (at[1].quote, at[1].quote is None and at[0]))
    return tuple(Run(quote, tuple(piece for _, piece in group)) for (quote, _), group in groups)


def _piece(body: str, start: int, end: int, places: Sequence[Place]) -> Piece:
    facts = [place.fact for place in places if place.start <= start and place.end >= end]
    quotes = [fact for fact in facts if fact.kind == "quote"]
    return Piece(body[start:end], quotes[0] if quotes else None, tuple(fact for fact in facts if fact.kind != "quote"))
