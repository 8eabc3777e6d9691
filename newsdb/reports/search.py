"""Search the stories in full text, and show where the words stand in the very characters of the text."""

import re
import uuid
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text

from newsdb.errors import WrongParameter
from newsdb.reports.planning import planned_anew

# Characters that ts_headline puts around words and between fragments, and that no press text holds.
OPEN, CLOSE, BETWEEN = "\x01", "\x02", "\x03"
# The configurations of newsdb.search_config, the last for all other languages; the index is asked once in each of them,
# and what it finds is kept of the articles in that language.
LANGUAGES = ("fr", "en", "es", "ar", "und")

LISTED = ", ".join(f"'{code}'" for code in LANGUAGES)
ASKED = f"""
    WITH asked AS MATERIALIZED (
        SELECT language, newsdb.search_query(language, :words) AS query
        FROM (VALUES {", ".join(f"('{code}')" for code in LANGUAGES)}) AS listed (language)
    )
"""
OF_LANGUAGE = f"CASE WHEN a.language IN ({LISTED}) THEN a.language ELSE 'und' END = asked.language"

# A search vector is read and ranked for each article that is found, 14 µs each. In a large archive, words that many of
# the latest articles hold are in too many for that, and their ranks tell little: of those the latest are ranked.
LARGE, SAMPLE, MANY, LATEST = 20_000, 1_000, 10, 200
IS_LARGE = "SELECT count(*) > :large FROM (SELECT FROM newsdb.article LIMIT :large + 1) AS counted"
# The offsets keep the planner from anything but one article after the other.
HOLDING = f"""
    FROM newsdb.article AS a
    CROSS JOIN LATERAL (SELECT query FROM asked WHERE {OF_LANGUAGE} OFFSET 0) AS asked
    CROSS JOIN LATERAL (
        SELECT v.id, v.article_id, v.article_text_id, v.search_vector FROM newsdb.article_version AS v
        WHERE v.article_id = a.id AND v.is_current AND v.search_vector @@ asked.query
        OFFSET 0
    ) AS v
"""
HELD = f"""{ASKED}
    SELECT count(*) {HOLDING}
    WHERE a.id = ANY (ARRAY(
        SELECT id FROM newsdb.article ORDER BY published_on DESC NULLS LAST, id LIMIT :sample))
"""
RANKED = (
    "SELECT v.id, v.article_id, v.article_text_id, ts_rank_cd(v.search_vector, asked.query) AS rank, a.published_on"
)
OF_ALL = f"""
        {RANKED}
        FROM asked
        JOIN newsdb.article_version AS v ON v.is_current AND v.search_vector @@ asked.query
        JOIN newsdb.article AS a ON a.id = v.article_id AND {OF_LANGUAGE}
"""
OF_LATEST = f"""
        {RANKED} {HOLDING}
        ORDER BY a.published_on DESC NULLS LAST, a.id
        LIMIT greatest(:latest, :limit)
"""
QUERY = f"""{ASKED}
    SELECT a.id, a.headline, o.name AS outlet, a.published_on, found.rank, s.story,
        ts_headline(
            newsdb.search_config(a.language), newsdb.fold_accents(s.story), newsdb.search_query(a.language, :words),
            'MaxFragments=2, MaxWords=24, MinWords=12, FragmentDelimiter={BETWEEN}, StartSel={OPEN}, StopSel={CLOSE}'
        ) AS marked, newsdb.fold_accents(s.story) AS folded
    FROM (
        SELECT * FROM (%s) AS held
        ORDER BY rank DESC, published_on DESC NULLS LAST, article_id
        LIMIT :limit
    ) AS found
    JOIN newsdb.article AS a ON a.id = found.article_id
    JOIN newsdb.article_text AS t ON t.id = found.article_text_id
    LEFT JOIN newsdb.outlet AS o ON o.id = a.outlet_id
    CROSS JOIN LATERAL (
        SELECT string_agg(substr(t.body, p.span_start + 1, p.span_end - p.span_start), E'\\n' ORDER BY p.span_start)
            AS story
        FROM newsdb.text_segment AS p
        JOIN newsdb.segment_kind AS k ON k.code = p.kind AND k.is_story
        WHERE p.article_version_id = found.id
    ) AS s
    ORDER BY found.rank DESC, a.published_on DESC NULLS LAST, a.id
"""

# NUL, and halves of surrogate pairs, which are no characters: no text in the database has them.
UNSTORABLE = re.compile("[\\0\\ud800-\\udfff]")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a story, with the half-open spans in it of the words that were searched for."""

    text: str
    highlights: tuple[tuple[int, int], ...]

    def marked(self, before: str, after: str) -> str:
        """The text with the words between these marks."""
        pieces, place = [], 0
        for start, end in self.highlights:
            pieces += [self.text[place:start], before, self.text[start:end], after]
            place = end
        return "".join([*pieces, self.text[place:]])


@dataclass(frozen=True, slots=True)
class SearchHit:
    """An article that was found; a higher rank is a better match, and no more than that."""

    article_id: uuid.UUID
    headline: str | None
    outlet: str | None
    published_on: date | None
    rank: float
    fragments: tuple[Fragment, ...]


def search(connection: Connection, words: str, *, limit: int = 20) -> tuple[SearchHit, ...]:
    """The articles whose story holds the words, best first: "quoted phrases", or, -not; accents do not matter.

    In an archive of more than 20,000 articles, of words that one in a hundred of the latest holds, the latest 200 are
    ranked.
    Raises WrongParameter for words that no text holds (NUL, lone surrogates) and for a limit below 0.
    """
    if UNSTORABLE.search(words):
        raise WrongParameter("no text holds such characters", where="search", remedy="search for words")
    if limit < 0:
        raise WrongParameter(f"{limit} articles cannot be shown", where="search", remedy="give a limit of 0 or more")
    with planned_anew(connection):
        ranked = OF_LATEST if _is_everywhere(connection, words) else OF_ALL
        given = {"words": words, "limit": limit} | ({"latest": LATEST} if ranked is OF_LATEST else {})
        rows = connection.execute(text(QUERY % ranked), given)
    return tuple(
        SearchHit(
            row.id,
            row.headline,
            row.outlet,
            row.published_on,
            float(row.rank),
            restore_fragments(row.marked, row.folded, row.story),
        )
        for row in rows
    )


def _is_everywhere(connection: Connection, words: str) -> bool:
    """Whether the words are in too many articles to rank them all."""
    if not connection.execute(text(IS_LARGE), {"large": LARGE}).scalar_one():
        return False
    held = connection.execute(text(HELD), {"words": words, "sample": SAMPLE}).scalar_one()
    return int(held) >= MANY


def restore_fragments(marked: str, folded: str, story: str) -> tuple[Fragment, ...]:
    """The fragments in the characters of the story; `folded` is the story folded, one character for one."""
    return tuple(_restore(fragment, folded, story) for fragment in marked.split(BETWEEN) if fragment.strip())


def _restore(marked: str, folded: str, story: str) -> Fragment:
    bare = marked.replace(OPEN, "").replace(CLOSE, "")
    start = folded.find(bare)
    # Not found where ts_headline left out what it took for a tag: then the folded words have to do.
    words = story[start : start + len(bare)] if start >= 0 else bare
    text, highlights, place = "", [], 0
    # Between the marks lie by turns words that were not searched for and words that were.
    for number, piece in enumerate(re.split(f"[{OPEN}{CLOSE}]", marked)):
        shown = re.sub(r"\s+", " ", words[place : place + len(piece)])
        if number % 2:
            highlights.append((len(text), len(text) + len(shown)))
        text += shown
        place += len(piece)
    return Fragment(text, tuple(highlights))
