"""One article with its facts as `newsdb extract` prints it; the shape is part of newsdb's public face."""

from newsdb.document import Document
from newsdb.facts import Facts, Organisation, Person, Quote


def article_json(document: Document, facts: Facts) -> dict[str, object]:
    """The article as JSON values; a quote printed at several places is there once for each."""
    quotes = [entry for quote in facts.quotes for entry in _quote_json(document.text, quote)]
    return {
        "source": document.source,
        "text": document.text,
        "article": {
            "headline": document.headline,
            "outlet": document.outlet.name if document.outlet else None,
            "republisher": document.republisher.name if document.republisher else None,
            "published_on": document.published_on.isoformat() if document.published_on else None,
            "published_precision": document.published_precision,
            "authors": [author.name for author in facts.authors],
            "author_spans": [None if author.start is None else [author.start, author.end] for author in facts.authors],
            "language": document.language,
            "section": document.section,
            "subjects": list(document.subjects),
            "canonical_url": document.canonical_url,
            "outlet_as_printed": document.outlet.as_printed if document.outlet else None,
            "republisher_as_printed": document.republisher.as_printed if document.republisher else None,
            "unknown": dict(document.unknown),
        },
        "segments": [{"start": part.start, "end": part.end, "kind": part.kind} for part in facts.segments],
        "quotes": sorted(quotes, key=lambda entry: (entry["start"], entry["end"])),
        "people": [_person_json(person) for person in facts.people],
        "organisations": [_organisation_json(organisation) for organisation in facts.organisations],
    }


def _quote_json(text: str, quote: Quote) -> list[dict[str, int | str | None]]:
    said = quote.attribution
    return [
        {
            "start": occurrence.start,
            "end": occurrence.end,
            "kind": quote.kind,
            "text": occurrence.text,
            "speaker": said.speaker,
            "speaker_kind": said.speaker_kind,
            "cue": _words(text, said.cue_start, said.cue_end),
            "question": _words(text, quote.question_start, quote.question_end),
        }
        for occurrence in quote.occurrences
    ]


def _words(text: str, start: int | None, end: int | None) -> str | None:
    return None if start is None else text[start:end]


def _person_json(person: Person) -> dict[str, object]:
    roles = [{"title": role.title, "organisation": role.organisation} for role in person.roles]
    return {"name": person.name, **_mentions_json(person), "roles": roles}


def _organisation_json(organisation: Organisation) -> dict[str, object]:
    return {"name": organisation.name, "acronym": organisation.acronym, **_mentions_json(organisation)}


def _mentions_json(entity: Person | Organisation) -> dict[str, object]:
    """Each spelling once, and where all of them stand."""
    return {
        "mentions": sorted({mention.surface for mention in entity.mentions}),
        "spans": [[mention.start, mention.end] for mention in entity.mentions],
    }
