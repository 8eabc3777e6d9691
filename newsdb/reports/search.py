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

QUERY = f"""
    SELECT a.id, a.headline, o.name AS outlet, a.published_on, found.rank, s.story,
        ts_headline(
            newsdb.search_config(a.language), newsdb.fold_accents(s.story), newsdb.search_query(a.language, :words),
            'MaxFragments=2, MaxWords=24, MinWords=12, FragmentDelimiter={BETWEEN}, StartSel={OPEN}, StopSel={CLOSE}'
        ) AS marked, newsdb.fold_accents(s.story) AS folded
    FROM (
        SELECT v.id, v.article_id, v.article_text_id, ts_rank_cd(v.search_vector, asked.query) AS rank
        FROM (VALUES {", ".join(f"('{code}', newsdb.search_query('{code}', :words))" for code in LANGUAGES)})
            AS asked (language, query)
        JOIN newsdb.article_version AS v ON v.is_current AND v.search_vector @@ asked.query
        JOIN newsdb.article AS a ON a.id = v.article_id
            AND CASE WHEN a.language IN ({", ".join(f"'{code}'" for code in LANGUAGES)}) THEN a.language ELSE 'und' END
                = asked.language
        ORDER BY rank DESC, a.published_on DESC NULLS LAST, a.id
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

    Raises WrongParameter for words that no text holds (NUL, lone surrogates) and for a limit below 0.
    """
    if UNSTORABLE.search(words):
        raise WrongParameter("no text holds such characters", where="search", remedy="search for words")
    if limit < 0:
        raise WrongParameter(f"{limit} articles cannot be shown", where="search", remedy="give a limit of 0 or more")
    with planned_anew(connection):
        rows = connection.execute(text(QUERY), {"words": words, "limit": limit})
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
