"""The rows of what one article says: who appears in it, where names are printed, roles and quotes."""

import uuid
from decimal import Decimal

from newsdb.facts import Attribution, Facts, Mention, Organisation, OrganisationKind, Person, Quote, Role
from newsdb.loading.rows.article_rows import ArticleRows
from newsdb.loading.rows.filerows import Namesakes, Row
from newsdb.loading.rows.repeated import fill_repeated
from newsdb.models.keys import key_id
from newsdb.resolution import acronym_key, organisation_key, person_key, words_key


class FactRows:
    """The facts of one article as rows, which name people and organisations by ids that they share."""

    def __init__(self, article: ArticleRows, namesakes: Namesakes) -> None:
        self.article = article
        self.namesakes = namesakes
        self.tables: dict[str, list[Row]] = {}
        self.person_name_ids: dict[str, uuid.UUID] = {}
        self.organisation_name_ids: dict[str, uuid.UUID] = {}

    def add_all(self, facts: Facts) -> None:
        for person in facts.people:
            self.add_person(person)
        for organisation in facts.organisations:
            self.add_organisation(organisation)
        for ambiguous in facts.ambiguous:
            mention = Mention(ambiguous.start, ambiguous.end, ambiguous.surface)
            self.add_mention(mention, {"unresolved_reason": ambiguous.reason})
        self.add_authors(facts)
        for person in facts.people:
            for role in person.roles:
                self.add_role(person, role)
        for ordinal, quote in enumerate(facts.quotes, start=1):
            self.add_quote(ordinal, quote)
        fill_repeated(self.tables, self.article.document.published_on, self.article.outlet_id)
        for table, rows in self.tables.items():
            for row in rows:
                self.article.add(table, row)

    def add(self, table: str, row: Row) -> None:
        """Keep a row of the version until all are there."""
        self.tables.setdefault(table, []).append({"article_version_id": self.article.version_id, **row})

    def add_person(self, person: Person) -> None:
        name_key = person_key(person.name)
        # A name of one word never crosses articles: two articles' "Alaoui" are not one person.
        is_alone = " " not in name_key or (name_key, str(self.article.article_id)) in self.namesakes
        disambiguator = str(self.article.article_id) if is_alone else ""
        person_id = key_id("person", name_key, disambiguator)
        name_id = key_id("person_name", name_key, disambiguator)
        row: Row = {"id": person_id, "name": person.name, "name_key": name_key, "disambiguator": disambiguator}
        self.article.rows.add("person", row)
        self.article.rows.add("person_name", {**row, "id": name_id, "person_id": person_id, "joined_by": "name"})
        appearance_id = key_id("person_appearance", self.article.version_id, name_id)
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
        self.article.rows.add("organisation", {"id": organisation_id, "name_key": name_key, **row})
        of_name: Row = {"name_key": name_key, "is_acronym": is_acronym, "joined_by": "name"}
        self.article.rows.add(
            "organisation_name", {"id": name_id, "organisation_id": organisation_id, **row, **of_name}
        )
        self.add(
            "organisation_appearance",
            {
                "id": key_id("organisation_appearance", self.article.version_id, name_id),
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
        self.add(
            "mention", {"id": key_id("mention", self.article.version_id, mention.start, mention.end), **span, **meaning}
        )

    def add_authors(self, facts: Facts) -> None:
        for ordinal, author in enumerate(facts.authors, start=1):
            self.add(
                "article_author",
                {
                    "id": key_id("article_author", self.article.version_id, ordinal),
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
                "id": key_id("role_claim", self.article.version_id, name_id, role.start, role.end),
                "person_name_id": name_id,
                "title": role.title,
                "organisation_name_id": self.role_organisation(role),
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
        quote_id = key_id("quote", self.article.version_id, ordinal)
        question = None
        if quote.question_start is not None:
            question = self.article.document.text[quote.question_start : quote.question_end]
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
        return None if start is None else self.article.document.text[start:end]
