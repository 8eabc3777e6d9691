"""What extraction hands on: the people, organisations, roles and quotes of one article, each with its span.

Every span is half-open, in code points of `Document.text`, and `text[start:end]` is the `surface` or `text` beside it.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from newsdb.document import Byline, DatePrecision, Segment, SegmentKind

QuoteKind = Literal["direct", "indirect", "answer", "fragment"]
QUOTE_KINDS: tuple[QuoteKind, ...] = get_args(QuoteKind)
SpeakerKind = Literal["person", "organisation", "group", "described", "unknown"]
SPEAKER_KINDS: tuple[SpeakerKind, ...] = get_args(SpeakerKind)

AttributionMethod = Literal[
    "name",  # the full name stands beside the cue
    "surname",  # a part of the name, which fits one person of the article
    "initials",  # "M. T. :"
    "title",  # "le ministre", held by one person of the article
    "pronoun",  # "a-t-elle relevé"
    "organisation",  # "selon le ministère de …"
    "description",  # "un citoyen du quartier"
    "interview",  # the person interviewed
    "continuation",  # the speaker of the quote before, nothing between says otherwise
    "repetition",  # the same words are attributed elsewhere in the article
    "none",
]
ATTRIBUTION_METHODS: tuple[AttributionMethod, ...] = get_args(AttributionMethod)

OrganisationKind = Literal[
    "company", "ministry", "agency", "association", "federation", "party", "union", "media", "university",
    "hospital", "court", "parliament", "army", "club", "bank", "international", "government", "other",
]  # fmt: skip
ORGANISATION_KINDS: tuple[OrganisationKind, ...] = get_args(OrganisationKind)


@dataclass(frozen=True, slots=True)
class Mention:
    """One printing of a name, without the title word before it."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True, slots=True)
class Role:
    """A title that the text gives a person; the span covers the title as printed, `organisation` is a name."""

    title: str
    organisation: str | None
    start: int
    end: int
    valid_from: date | None = None
    """Since when and until when, where the text says so, as exact as `valid_precision`."""
    valid_to: date | None = None
    valid_precision: DatePrecision | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """`name` is the fullest form in the article without titles, unique among the article's people."""

    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True, slots=True)
class Organisation:
    """`name` is the fullest form in the article, unique among its organisations; an acronym where there is no other.

    `acronym` is set when the article prints one for it ("Long Name (ACR)"), or when the name is itself one.
    """

    name: str
    acronym: str | None
    kind: OrganisationKind
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class AmbiguousMention:
    """A name that fits several people or organisations of the article: kept, and resolved to nobody."""

    start: int
    end: int
    surface: str
    reason: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One printing of a quote; `place` is the kind of the segment it stands in."""

    start: int
    end: int
    text: str
    place: SegmentKind


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who spoke, by what evidence, and how sure.

    `speaker` is the name of one of the article's people or organisations when `speaker_kind` is person or
    organisation; the description as printed for group and described; None for unknown, and then `reason` says why.
    `cue_*` is the span of the reporting words (a déclaré, selon), `speaker_*` that of the words naming the speaker.
    """

    speaker: str | None
    speaker_kind: SpeakerKind
    method: AttributionMethod
    confidence: float
    """0 to 1, a fixed value for each method; no probability."""
    cue_start: int | None = None
    cue_end: int | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one speaker. `occurrences[0]` is the main one (in the body where there is one)."""

    kind: QuoteKind
    occurrences: tuple[Occurrence, ...]
    attribution: Attribution
    question_start: int | None = None
    question_end: int | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything extracted from one Document; `segments` tile the text, with questions and answers told apart."""

    segments: tuple[Segment, ...]
    authors: tuple[Byline, ...]
    people: tuple[Person, ...]
    organisations: tuple[Organisation, ...]
    quotes: tuple[Quote, ...]
    ambiguous: tuple[AmbiguousMention, ...]
    extractor: str
    """Name and version of what extracted, for example "rules-fr 2"; "none" for a language without a pack."""
