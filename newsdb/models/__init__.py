"""The tables of newsdb as SQLAlchemy models, for people who write SQLAlchemy; the loader writes them with COPY."""

from newsdb.models.articles import Article, ArticleAuthor, ArticleSource, ArticleVersion, OutletAppearance, TextSegment
from newsdb.models.base import SCHEMA, Base
from newsdb.models.decisions import Correction, Suppression
from newsdb.models.entities import (
    Mention,
    Organisation,
    OrganisationAppearance,
    OrganisationName,
    Person,
    PersonAppearance,
    PersonName,
    RoleClaim,
)
from newsdb.models.folding import fold_accents
from newsdb.models.judgements import EntityJudgement
from newsdb.models.keys import key_id
from newsdb.models.loads import LoadItem, LoadReject, LoadRun
from newsdb.models.outlets import Outlet, OutletAlias
from newsdb.models.quotes import Quote, QuoteAttribution, QuoteOccurrence
from newsdb.models.reprints import ArticleReprint, ArticleStory, StorySketch
from newsdb.models.sources import ArticleText, SourceFile, SourceFileName
from newsdb.models.vocabularies import (
    AttributionMethod,
    OrganisationKind,
    QuoteKind,
    SegmentKind,
    SpeakerKind,
)

__all__ = [
    "SCHEMA",
    "Article",
    "ArticleAuthor",
    "ArticleReprint",
    "ArticleSource",
    "ArticleStory",
    "ArticleText",
    "ArticleVersion",
    "AttributionMethod",
    "Base",
    "Correction",
    "EntityJudgement",
    "LoadItem",
    "LoadReject",
    "LoadRun",
    "Mention",
    "Organisation",
    "OrganisationAppearance",
    "OrganisationKind",
    "OrganisationName",
    "Outlet",
    "OutletAlias",
    "OutletAppearance",
    "Person",
    "PersonAppearance",
    "PersonName",
    "Quote",
    "QuoteAttribution",
    "QuoteKind",
    "QuoteOccurrence",
    "RoleClaim",
    "SegmentKind",
    "SourceFile",
    "SourceFileName",
    "SpeakerKind",
    "StorySketch",
    "Suppression",
    "TextSegment",
    "fold_accents",
    "key_id",
]
