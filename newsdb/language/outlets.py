"""Know the press: outlets with their other names, countries and kinds; reading and extraction ask here.

The list is `outlets.csv`; a name that is not in it is an outlet as printed, never a guess.
"""

import csv
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

OutletKind = Literal["publisher", "aggregator"]


@dataclass(frozen=True, slots=True)
class Outlet:
    """A known outlet. `country` is an ISO 3166 code, "" for pan-African; homonyms abroad have theirs in the name."""

    name: str
    aliases: tuple[str, ...]
    country: str
    kind: OutletKind
    website: str


def find_outlet(printed: str, countries: Collection[str] | None = None) -> Outlet | None:
    """The one known outlet of that name or alias, in one of the countries if given; None where none or several fit."""
    fitting = [
        outlet
        for outlet in _outlets_by_key().get(fold_outlet_name(printed), ())
        if countries is None or outlet.country in countries
    ]
    return fitting[0] if len(fitting) == 1 else None


def find_outlet_of_host(host: str) -> Outlet | None:
    """The known outlet whose website has that host, "www." aside."""
    return _outlets_by_host().get(host.lower().removeprefix("www."))


def find_bearer(printed: str) -> Outlet | None:
    """The outlet that the list itself calls so, in any spelling; a homonym that is listed has its country in its name.

    Rows of outlets are keyed by their folded names, so this one is whom a name means where nothing else is known.
    """
    return _outlets_by_name_key().get(fold_outlet_name(printed))


def name_homonym(bearer: Outlet, apart: str) -> str:
    """The name of an outlet that is not the listed one of its name, with what tells it apart: "L'Économiste (x.bj)"."""
    return f"{bearer.name} ({apart})"


def is_outlet_name(printed: str) -> bool:
    """Whether any known outlet is printed so."""
    return fold_outlet_name(printed) in _outlets_by_key()


def fold_outlet_name(printed: str) -> str:
    """Letters and digits in lower case without accents: the key under which spellings of one name meet."""
    decomposed = unicodedata.normalize("NFKD", printed).casefold()
    return "".join(filter(str.isalnum, decomposed))


@cache
def known_outlets() -> tuple[Outlet, ...]:
    """Every outlet of the list, in its order."""
    text = files(__package__).joinpath("outlets.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(_outlet(row) for row in rows)


def _outlet(row: dict[str, str]) -> Outlet:
    aliases = tuple(alias.strip() for alias in row["aliases"].split("|") if alias.strip())
    return Outlet(row["name"], aliases, row["country"], cast(OutletKind, row["kind"]), row["website"])


@cache
def _outlets_by_host() -> dict[str, Outlet]:
    return {outlet.website.lower().removeprefix("www."): outlet for outlet in known_outlets() if outlet.website}


@cache
def _outlets_by_name_key() -> dict[str, Outlet]:
    return {fold_outlet_name(outlet.name): outlet for outlet in known_outlets()}


@cache
def _outlets_by_key() -> dict[str, tuple[Outlet, ...]]:
    by_key: dict[str, dict[str, Outlet]] = {}
    for outlet in known_outlets():
        for name in (outlet.name, *outlet.aliases):
            by_key.setdefault(fold_outlet_name(name), {})[outlet.name] = outlet
    return {key: tuple(fitting.values()) for key, fitting in by_key.items()}
