"""Turn the documents and facts of one file into rows; which of them are new is for the merge to find out."""

import hashlib
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from newsdb.document import IGNORED_SEGMENT_KINDS, Document, OutletName
from newsdb.facts import Attribution, Facts, Mention, Organisation, OrganisationKind, Person, Quote, Role
from newsdb.language.outlets import fold_outlet_name, known_outlets
from newsdb.loading.tables import staged_columns
from newsdb.models.folding import fold_accents
from newsdb.models.keys import key_id
from newsdb.resolution import acronym_key, organisation_key, person_key, words_key

Row = dict[str, object]
# (name key, article id) of people who are other than those that the name means elsewhere, as people decided.
Namesakes = frozenset[tuple[str, str]]
NO_NAMESAKES: Namesakes = frozenset()


@dataclass(slots=True)
class FileRows:
    """All rows of one file, by table, each a tuple in the order of `staged_columns`."""

    name: str
    sha256: bytes
    source_file_id: uuid.UUID
    extractor: str
    """The version of the extractor that read it, with which the file's row in the database is compared."""
    tables: dict[str, list[tuple[object, ...]]] = field(default_factory=dict)

    @property
    def is_name_only(self) -> bool:
        """Whether these rows only say that a known file has another name."""
        return "source_file" not in self.tables

    def name_only(self) -> "FileRows":
        """These rows without all but the name."""
        names = {"source_file_name": self.tables["source_file_name"]}
        return FileRows(self.name, self.sha256, self.source_file_id, self.extractor, names)

    def add(self, table: str, row: Row) -> None:
        """Keep one row; a column that is left out is NULL."""
        values = tuple(row.get(column) for column in staged_columns(table))
        self.tables.setdefault(table, []).append(values)


def file_rows(
    name: str,
    content: bytes,
    read: Sequence[tuple[Document, Facts]],
    *,
    extractor: str,
    namesakes: Namesakes = NO_NAMESAKES,
) -> FileRows:
    """The rows of a file that holds these articles."""
    rows = renamed_file(name, hashlib.sha256(content).digest(), extractor)
    rows.add(
        "source_file",
        {
            "id": rows.source_file_id,
            "sha256": rows.sha256,
            "content": content,
            "byte_count": len(content),
            "reader": read[0][0].reader,
            "extractor": extractor,
        },
    )
    for number, (document, facts) in enumerate(read, start=1):
        _ArticleRows(rows, document, facts, namesakes).add_all(number)
    return rows


def renamed_file(name: str, sha256: bytes, extractor: str) -> FileRows:
    """The row that says that a file was loaded under a name."""
    file_id = source_file_id(sha256)
    rows = FileRows(name, sha256, file_id, extractor)
    row: Row = {"id": key_id("source_file_name", file_id, name), "source_file_id": file_id, "name": name}
    rows.add("source_file_name", row)
    return rows


def source_file_id(sha256: bytes) -> uuid.UUID:
    """The id of the file with that content."""
    return key_id("source_file", sha256.hex())


def story_of(document: Document, facts: Facts) -> str:
    """The parts of the text that are the article, a line each."""
    parts = (document.text[s.start : s.end].strip() for s in facts.segments if s.kind not in IGNORED_SEGMENT_KINDS)
    return "\n".join(part for part in parts if part)


def natural_key_of(document: Document, story: str) -> str:
    """What makes it this article: its address; else outlet, day and headline; else its words alone.

    A headline without outlet and day is no key: "Éditorial" stands over a new article every week.
    """
    if document.canonical_url:
        return f"url|{document.canonical_url}"
    if document.headline and document.outlet and document.published_on and document.published_precision == "day":
        outlet = fold_outlet_name(document.outlet.name)
        return f"print|{outlet}|{document.published_on.isoformat()}|{words_key(document.headline)}"
    return f"text|{hashlib.sha256(story.encode()).hexdigest()}"


class _ArticleRows:
    """The rows of one article, with the ids that they share."""

    def __init__(self, rows: FileRows, document: Document, facts: Facts, namesakes: Namesakes) -> None:
        self.rows = rows
        self.document = document
        self.facts = facts
        self.namesakes = namesakes
        self.story = story_of(document, facts)
        text_sha256 = hashlib.sha256(document.text.encode()).digest()
        self.text_sha256 = text_sha256
        self.text_id = key_id("article_text", text_sha256.hex())
        self.natural_key = natural_key_of(document, self.story)
        self.article_id = key_id("article", self.natural_key)
        self.version_id = key_id("article_version", self.article_id, self.text_id)
        self.person_name_ids: dict[str, uuid.UUID] = {}
        self.organisation_name_ids: dict[str, uuid.UUID] = {}

    def add(self, table: str, row: Row) -> None:
        """Keep a row that hangs on the version."""
        self.rows.add(table, {"article_version_id": self.version_id, "article_id": self.article_id, **row})

    def add_all(self, record_number: int) -> None:
        self.add_article()
        self.add_version(record_number)
        for person in self.facts.people:
            self.add_person(person)
        for organisation in self.facts.organisations:
            self.add_organisation(organisation)
        for ambiguous in self.facts.ambiguous:
            mention = Mention(ambiguous.start, ambiguous.end, ambiguous.surface)
            self.add_mention(mention, {"unresolved_reason": ambiguous.reason})
        self.add_authors()
        for person in self.facts.people:
            for role in person.roles:
                self.add_role(person, role)
        for ordinal, quote in enumerate(self.facts.quotes, start=1):
            self.add_quote(ordinal, quote)

    def add_article(self) -> None:
        document = self.document
        self.rows.add(
            "article",
            {
                "id": self.article_id,
                "natural_key": self.natural_key,
                "headline": document.headline,
                "headline_unknown_reason": None if document.headline else document.unknown["headline"],
                "outlet_id": self.add_outlet(document.outlet),
                "outlet_unknown_reason": None if document.outlet else document.unknown["outlet"],
                "republisher_id": self.add_outlet(document.republisher),
                "published_on": document.published_on,
                "published_precision": document.published_precision,
                "published_unknown_reason": None if document.published_on else document.unknown["published_on"],
                "language": document.language,
                "section": document.section,
                "canonical_url": document.canonical_url,
                "version_id": self.version_id,
            },
        )

    def add_outlet(self, outlet: OutletName | None) -> uuid.UUID | None:
        if outlet is None:
            return None
        name_key = fold_outlet_name(outlet.name)
        outlet_id = key_id("outlet", name_key)
        known = next((known for known in known_outlets() if known.name == outlet.name), None)
        self.rows.add(
            "outlet",
            {
                "id": outlet_id,
                "name": outlet.name,
                "name_key": name_key,
                "kind": known.kind if known else "publisher",
                "country": known.country or None if known else None,
                "website": known.website or None if known else None,
            },
        )
        aliases = [*(known.aliases if known else ()), *([outlet.as_printed] if outlet.as_printed else ())]
        for alias in aliases:
            alias_key = fold_outlet_name(alias)
            if alias_key != name_key:
                alias_id = key_id("outlet_alias", outlet_id, alias_key)
                row: Row = {"id": alias_id, "outlet_id": outlet_id, "alias": alias, "alias_key": alias_key}
                self.rows.add("outlet_alias", row)
        return outlet_id

    def add_version(self, record_number: int) -> None:
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
        self.add(
            "article_source",
            {
                "id": key_id("article_source", self.rows.source_file_id, record_number),
                "source_file_id": self.rows.source_file_id,
                "record_number": record_number,
            },
        )
        for segment in self.facts.segments:
            self.add("text_segment", {"span_start": segment.start, "span_end": segment.end, "kind": segment.kind})

    def add_person(self, person: Person) -> None:
        name_key = person_key(person.name)
        # A name of one word never crosses articles: two articles' "Alaoui" are not one person.
        is_alone = " " not in name_key or (name_key, str(self.article_id)) in self.namesakes
        disambiguator = str(self.article_id) if is_alone else ""
        person_id = key_id("person", name_key, disambiguator)
        name_id = key_id("person_name", name_key, disambiguator)
        row: Row = {"id": person_id, "name": person.name, "name_key": name_key, "disambiguator": disambiguator}
        self.rows.add("person", row)
        self.rows.add("person_name", {**row, "id": name_id, "person_id": person_id, "joined_by": "name"})
        appearance_id = key_id("person_appearance", self.version_id, name_id)
        self.add("person_appearance", {"id": appearance_id, "person_name_id": name_id, "name": person.name})
        self.person_name_ids[person.name] = name_id
        for mention in person.mentions:
            self.add_mention(mention, {"person_name_id": name_id})

    def add_organisation(self, organisation: Organisation) -> uuid.UUID:
        acronym, name = organisation.acronym, organisation.name
        is_acronym = acronym is not None and acronym_key(acronym) == acronym_key(name)
        name_key = acronym_key(name) if is_acronym else organisation_key(name)
        organisation_id = key_id("organisation", name_key)
        name_id = key_id("organisation_name", name_key)
        row: Row = {"name": name, "kind": organisation.kind, "acronym": acronym}
        self.rows.add("organisation", {"id": organisation_id, "name_key": name_key, **row})
        of_name: Row = {"name_key": name_key, "is_acronym": is_acronym, "joined_by": "name"}
        self.rows.add("organisation_name", {"id": name_id, "organisation_id": organisation_id, **row, **of_name})
        self.add(
            "organisation_appearance",
            {
                "id": key_id("organisation_appearance", self.version_id, name_id),
                "organisation_name_id": name_id,
                "acronym_key": None if acronym is None else acronym_key(acronym),
                "is_acronym": is_acronym,
                **row,
            },
        )
        self.organisation_name_ids[name] = name_id
        for mention in organisation.mentions:
            self.add_mention(mention, {"organisation_name_id": name_id})
        return name_id

    def add_mention(self, mention: Mention, meaning: Row) -> None:
        span: Row = {"span_start": mention.start, "span_end": mention.end, "surface": mention.surface}
        self.add("mention", {"id": key_id("mention", self.version_id, mention.start, mention.end), **span, **meaning})

    def add_authors(self) -> None:
        for ordinal, author in enumerate(self.facts.authors, start=1):
            self.add(
                "article_author",
                {
                    "id": key_id("article_author", self.version_id, ordinal),
                    "ordinal": ordinal,
                    "name": author.name,
                    "person_name_id": self.person_name_ids.get(author.name),
                    "span_start": author.start,
                    "span_end": author.end,
                },
            )

    def add_role(self, person: Person, role: Role) -> None:
        name_id = self.person_name_ids[person.name]
        self.add(
            "role_claim",
            {
                "id": key_id("role_claim", self.version_id, name_id, role.start, role.end),
                "person_name_id": name_id,
                "title": role.title,
                "organisation_name_id": self.role_organisation(role),
                "as_of": self.document.published_on,
                "valid_from": role.valid_from,
                "valid_to": role.valid_to,
                "valid_precision": role.valid_precision,
                "span_start": role.start,
                "span_end": role.end,
            },
        )

    def role_organisation(self, role: Role) -> uuid.UUID | None:
        """The organisation of a role; a ministry may be named by its minister's title alone."""
        if role.organisation is None:
            return None
        known = self.organisation_name_ids.get(role.organisation)
        if known is not None:
            return known
        kind: OrganisationKind = "ministry" if role.organisation.casefold().startswith("ministère") else "other"
        return self.add_organisation(Organisation(role.organisation, None, kind, ()))

    def add_quote(self, ordinal: int, quote: Quote) -> None:
        quote_id = key_id("quote", self.version_id, ordinal)
        question = None
        if quote.question_start is not None:
            question = self.document.text[quote.question_start : quote.question_end]
        self.add(
            "quote",
            {
                "id": quote_id,
                "ordinal": ordinal,
                "kind": quote.kind,
                "words": quote.occurrences[0].text,
                "words_key": words_key(quote.occurrences[0].text),
                "question": question,
                "question_start": quote.question_start,
                "question_end": quote.question_end,
            },
        )
        for place, occurrence in enumerate(quote.occurrences, start=1):
            self.add(
                "quote_occurrence",
                {
                    "id": key_id("quote_occurrence", quote_id, place),
                    "quote_id": quote_id,
                    "ordinal": place,
                    "place": occurrence.place,
                    "span_start": occurrence.start,
                    "span_end": occurrence.end,
                    "words": occurrence.text,
                },
            )
        self.add("quote_attribution", self.attribution_row(quote_id, quote.attribution))

    def attribution_row(self, quote_id: uuid.UUID, attribution: Attribution) -> Row:
        speaker = attribution.speaker or ""
        kind = attribution.speaker_kind
        return {
            "id": key_id("quote_attribution", quote_id, 1),
            "quote_id": quote_id,
            "rank": 1,
            "speaker_kind": kind,
            "person_name_id": self.person_name_ids[speaker] if kind == "person" else None,
            "organisation_name_id": self.organisation_name_ids[speaker] if kind == "organisation" else None,
            "description": speaker if kind in ("group", "described") else None,
            "unknown_reason": (attribution.reason or "no speaker is named near it") if kind == "unknown" else None,
            "method": attribution.method,
            "confidence": Decimal(str(round(attribution.confidence, 2))),
            "cue": self.words_at(attribution.cue_start, attribution.cue_end),
            "cue_start": attribution.cue_start,
            "cue_end": attribution.cue_end,
            "speaker_words": self.words_at(attribution.speaker_start, attribution.speaker_end),
            "speaker_start": attribution.speaker_start,
            "speaker_end": attribution.speaker_end,
        }

    def words_at(self, start: int | None, end: int | None) -> str | None:
        return None if start is None else self.document.text[start:end]
