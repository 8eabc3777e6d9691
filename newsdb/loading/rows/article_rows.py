"""The rows of one article, its outlets, its text and its version, with the ids that its facts hang on."""

import hashlib
import uuid
from dataclasses import fields

from newsdb.document import IGNORED_SEGMENT_KINDS, Document, OutletName
from newsdb.facts import Facts
from newsdb.language.outlets import fold_outlet_name
from newsdb.loading.rows.filerows import FileRows, Row
from newsdb.loading.rows.identity import natural_key_of
from newsdb.loading.rows.outlet_rows import outlet_rows
from newsdb.loading.rows.sketches import sketch_body
from newsdb.models.folding import fold_accents
from newsdb.models.keys import key_id


def story_of(document: Document, facts: Facts) -> str:
    """The parts of the text that are the article, a line each."""
    parts = (document.text[s.start : s.end].strip() for s in facts.segments if s.kind not in IGNORED_SEGMENT_KINDS)
    return "\n".join(part for part in parts if part)


class ArticleRows:
    """The rows of one article but for its facts, and the ids that they share."""

    def __init__(self, rows: FileRows, document: Document, facts: Facts) -> None:
        self.rows = rows
        self.document = document
        self.facts = facts
        self.story = story_of(document, facts)
        text_sha256 = hashlib.sha256(document.text.encode()).digest()
        self.text_sha256 = text_sha256
        self.text_id = key_id("article_text", text_sha256.hex())
        self.natural_key = natural_key_of(document, facts.segments, self.story)
        self.article_id = key_id("article", self.natural_key)
        self.version_id = key_id("article_version", self.article_id, self.text_id)
        self.outlet_appearance_ids: set[uuid.UUID] = set()
        self.outlet_id: uuid.UUID | None = None

    def add(self, table: str, row: Row) -> None:
        """Keep a row that hangs on the version."""
        self.rows.add(table, {"article_version_id": self.version_id, "article_id": self.article_id, **row})

    def add_article(self) -> None:
        document = self.document
        self.outlet_id = self.add_outlet(document.outlet)
        self.rows.add(
            "article",
            {
                "id": self.article_id,
                "natural_key": self.natural_key,
                "headline": document.headline,
                "headline_unknown_reason": None if document.headline else document.unknown["headline"],
                "outlet_id": self.outlet_id,
                "outlet_unknown_reason": None if document.outlet else document.unknown["outlet"],
                "republisher_id": self.add_outlet(document.republisher),
                "published_on": document.published_on,
                "published_precision": document.published_precision,
                "published_unknown_reason": None if document.published_on else document.unknown["published_on"],
                "language": document.language,
                "section": document.section,
                "canonical_url": document.canonical_url,
                "quotes": len(self.facts.quotes),
                "version_id": self.version_id,
            },
        )

    def add_outlet(self, outlet: OutletName | None) -> uuid.UUID | None:
        if outlet is None:
            return None
        told = outlet_rows(outlet.name, outlet.as_printed)
        self.add_outlet_appearance(told.id, outlet.as_printed or outlet.name)
        self.rows.add("outlet", told.outlet)
        for alias in told.aliases:
            self.rows.add("outlet_alias", alias)
        return told.id

    def add_outlet_appearance(self, outlet_id: uuid.UUID, printed: str) -> None:
        """By which name the page calls it; once, where it is both the outlet and the republisher."""
        printed_key = fold_outlet_name(printed)
        appearance_id = key_id("outlet_appearance", self.version_id, outlet_id, printed_key)
        if appearance_id not in self.outlet_appearance_ids:
            self.outlet_appearance_ids.add(appearance_id)
            row: Row = {"id": appearance_id, "outlet_id": outlet_id, "name": printed, "name_key": printed_key}
            self.add("outlet_appearance", row)

    def add_version(self) -> None:
        document = self.document
        self.rows.add(
            "article_text",
            {
                "id": self.text_id,
                "sha256": self.text_sha256,
                "body": document.text,
                "char_count": len(document.text),
            },
        )
        self.add(
            "article_version",
            {
                "id": self.version_id,
                "article_text_id": self.text_id,
                "story_length": len(self.story),
                "extractor": self.facts.extractor,
                "language": document.language,
                "headline": fold_accents(document.headline or ""),
                "story": fold_accents(self.story),
            },
        )
        for segment in self.facts.segments:
            self.add("text_segment", {"span_start": segment.start, "span_end": segment.end, "kind": segment.kind})
        sketch = sketch_body(document.text, self.facts.segments)
        if sketch:
            # Not asdict, which copies each of its numbers: a tenth of making the rows of an article.
            self.add("story_sketch", {part.name: getattr(sketch, part.name) for part in fields(sketch)})

    def add_source(self) -> None:
        """The file that prints it, or the record that was cut from one."""
        self.add(
            "article_source",
            {
                "id": key_id("article_source", self.rows.source_file_id),
                "source_file_id": self.rows.source_file_id,
            },
        )
