"""Names to people and organisations across articles: a function of what is in the database, never of load order."""

from newsdb.resolution.judgements import Judgements, read_judgements
from newsdb.resolution.keys import (
    acronym_key,
    content_words,
    is_organisation_key,
    organisation_key,
    person_key,
    words_key,
)
from newsdb.resolution.organisations import misresolved_organisations, resolve_organisations
from newsdb.resolution.people import misresolved_people, resolve_people

__all__ = [
    "Judgements",
    "acronym_key",
    "content_words",
    "is_organisation_key",
    "misresolved_organisations",
    "misresolved_people",
    "organisation_key",
    "person_key",
    "read_judgements",
    "resolve_organisations",
    "resolve_people",
    "words_key",
]
