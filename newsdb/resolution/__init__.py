"""Names to people and organisations across articles: a function of what is in the database, never of load order."""

from newsdb.resolution.keys import acronym_key, organisation_key, person_key, words_key
from newsdb.resolution.organisations import resolve_organisations
from newsdb.resolution.people import resolve_people

__all__ = [
    "acronym_key",
    "organisation_key",
    "person_key",
    "resolve_organisations",
    "resolve_people",
    "words_key",
]
