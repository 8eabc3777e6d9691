"""The words of a language that name people and bodies, folded and indexed; how they are used is left to each step."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Generic, Literal, NamedTuple, TypeVar, cast

from newsdb.extraction.cast import Gender
from newsdb.extraction.text.words import split_phrase
from newsdb.facts import OrganisationKind
from newsdb.language.names import NameLists, fold, load_name_lists
from newsdb.language.outlets import known_outlets
from newsdb.language.pack import load_table, load_words

HeadClass = Literal["function", "local", "institution", "generic", "portfolio", "place", "venue", "house"]
NounRule = Literal["keep", "drop", "aside", "to"]
Entry = TypeVar("Entry")
Phrase = tuple[str, ...]
"""The folded words of an entry."""


class Phrases(NamedTuple, Generic[Entry]):
    """The phrases that begin with one word, and how many words they have; both the longest first."""

    lengths: tuple[int, ...]
    entries: Mapping[Phrase, Entry]


PhraseIndex = Mapping[str, Phrases[Entry]]
"""The folded first word of phrases, and the phrases that begin with it."""


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A head noun of titles; `lemma` is the folded masculine, `category` as in role_nouns.csv."""

    lemma: str
    gender: Gender | None
    is_plural: bool
    category: str
    traits: frozenset[str]
    """What role_traits.csv says of the noun."""


@dataclass(frozen=True, slots=True)
class OrganisationHead:
    """A head noun of organisations, as organisation_heads.csv describes it."""

    kind: OrganisationKind
    head_class: HeadClass
    rule: NounRule

    @property
    def keeps_noun(self) -> bool:
        """Whether the noun belongs to the name even where a proper name follows it."""
        return self.rule in ("keep", "to")

    @property
    def is_told_of_places(self) -> bool:
        """Whether the noun names a body before the bare name of a village: "la coopérative Tighanimine"."""
        return self.head_class == "local" and self.rule == "aside"


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An entry of the list of well-known organisations."""

    name: str
    kind: OrganisationKind
    acronym: str | None
    short_forms: frozenset[str] = frozenset()
    """Its names of one word of at most four letters, which are known by their capitals alone: EST, Unef."""


@dataclass(frozen=True, slots=True)
class NamingWords:
    """Everything the cast is found by."""

    names: NameLists
    civilities: Mapping[str, Gender | None]
    role_nouns: PhraseIndex[RoleNoun]
    title_abbreviations: Mapping[str, tuple[str, ...]]
    """Folded abbreviations and the folded words that they stand for."""
    role_tails: frozenset[str]
    """First words of role nouns, accents kept and first letter left out: "retraité" is one, "retraite" is not."""
    role_adjectives: frozenset[str]
    role_prefixes: Mapping[str, bool]
    """Words before the head noun of a title, and whether the title keeps them."""
    nationalities: frozenset[str]
    """Adjectives of lands, regions and towns."""
    lands: frozenset[str]
    """Those of states and peoples alone."""
    organisation_heads: PhraseIndex[OrganisationHead]
    body_contexts: frozenset[str]
    """A verb or preposition alone, or a word with its preposition, that stands before the names of bodies."""
    press_contexts: frozenset[str]
    """A word with its preposition, or a preposition, that stands before the titles of newspapers and stations."""
    press_nouns: frozenset[str]
    """Nouns that titles of newspapers begin with."""
    press_reviews: PhraseIndex[str]
    """How the head of an article says that it goes through the newspapers: "revue de presse"."""
    press_acts: frozenset[str]
    seated: frozenset[str]
    """The folded nouns of those who sit for a party, in all their forms."""
    thing_contexts: frozenset[str]
    """A word with its preposition that stands before the names of programmes, rules and measures."""
    lower_case_names: Mapping[str, frozenset[Phrase]]
    """By first word, the folded names of known bodies that are also printed without a capital."""
    organisation_words: Mapping[str, OrganisationKind]
    organisations: PhraseIndex[KnownOrganisation]
    portfolios: frozenset[str]
    committee_fields: frozenset[str]
    """What the committees of parliaments and councils are for, the fields of government among them."""
    founding: frozenset[str]
    """Adjectives of bodies of which a land has one: "national", "supérieur", "marocain"."""
    not_organisations: frozenset[str]
    places: PhraseIndex[str]
    place_heads: frozenset[str]
    governed: frozenset[str]
    """Nouns of the territories that a council governs under their name: "région", "commune"."""
    thing_heads: frozenset[str]
    particles: frozenset[str]
    name_joiners: frozenset[str]
    honorifics: frozenset[str]
    place_openers: frozenset[str]
    platforms: frozenset[str]
    """Networks on which somebody writes: "a écrit sur X Karim T."."""
    stop_capitals: frozenset[str]
    name_enders: frozenset[str]
    adjectives: frozenset[str]
    not_adjectives: frozenset[str]
    leading_adjectives: frozenset[str]
    work_fields: PhraseIndex[str]
    reporting_verbs: frozenset[str]
    reporting_infinitives: frozenset[str]
    naming_verbs: frozenset[str]
    not_bodies: PhraseIndex[str]
    contexts: Mapping[str, frozenset[str]]
    """The folded words of naming_contexts.csv by their kind."""
    openings: frozenset[str]
    """The words with which something is sighted without a capital."""


@cache
def load_naming_words(language: str) -> NamingWords:
    """The naming words of a language folder."""
    heads = _organisation_heads(language)
    lower_case_names = _lower_case_names(language)
    place_heads, thing_heads = _folded(language, "place_heads"), _folded(language, "thing_heads")
    openers = _by_kind(language, "name_openers")
    lands = _folded(language, "nationalities")
    nationalities = lands | _folded(language, "townspeople")
    return NamingWords(
        names=load_name_lists(language),
        civilities=MappingProxyType(
            {fold(form): _gender(gender) for form, gender in load_table(language, "civilities")}
        ),
        role_nouns=_role_nouns(language),
        title_abbreviations=MappingProxyType(
            {fold(short): split_words(full) for short, full in load_table(language, "title_abbreviations")}
        ),
        role_tails=_role_tails(language),
        role_adjectives=_folded(language, "role_adjectives"),
        role_prefixes=MappingProxyType(
            {fold(word): rule == "keep" for word, rule in load_table(language, "role_prefixes")}
        ),
        nationalities=nationalities,
        lands=lands,
        organisation_heads=heads,
        body_contexts=_phrases(language, "body_contexts"),
        press_contexts=_phrases(language, "press_contexts"),
        press_nouns=_folded(language, "press_nouns"),
        press_reviews=index_phrases((phrase, phrase) for phrase in load_words(language, "press_reviews")),
        press_acts=_folded(language, "press_acts"),
        seated=_seated(language),
        thing_contexts=_phrases(language, "thing_contexts"),
        lower_case_names=lower_case_names,
        organisation_words=MappingProxyType(
            {fold(word): cast(OrganisationKind, kind) for word, kind in load_table(language, "organisation_words")}
        ),
        organisations=_organisations(language),
        portfolios=_folded(language, "portfolios"),
        committee_fields=_folded(language, "portfolios") | _folded(language, "committee_fields"),
        founding=_folded(language, "founding_adjectives") | nationalities,
        not_organisations=_folded(language, "not_organisations"),
        places=index_phrases(
            (place, place) for name in ("places", "regions", "towns") for place in load_words(language, name)
        ),
        place_heads=place_heads,
        governed=_folded(language, "governed_territories"),
        thing_heads=thing_heads,
        particles=_folded(language, "particles"),
        name_joiners=_folded(language, "name_joiners"),
        honorifics=openers["honorific"],
        place_openers=openers["place"],
        platforms=openers["platform"],
        stop_capitals=_folded(language, "stop_capitals"),
        name_enders=_folded(language, "name_enders"),
        adjectives=_folded(language, "adjectives") | nationalities,
        not_adjectives=_folded(language, "not_adjectives"),
        leading_adjectives=_folded(language, "leading_adjectives"),
        work_fields=index_phrases((field, field) for field in load_words(language, "work_fields")),
        reporting_verbs=_reporting_verbs(language),
        reporting_infinitives=frozenset(fold(row[0]) for row in load_table(language, "reporting_verbs")),
        naming_verbs=_folded(language, "naming_verbs"),
        not_bodies=index_phrases((phrase, phrase) for phrase in load_words(language, "not_bodies")),
        contexts=_by_kind(language, "naming_contexts"),
        openings=place_heads | thing_heads | heads.keys() | lower_case_names.keys(),
    )


def index_phrases(pairs: Iterable[tuple[str, Entry]]) -> PhraseIndex[Entry]:
    """Phrases by their first word; of two that fold to one the first."""
    index: dict[str, dict[Phrase, Entry]] = {}
    for phrase, entry in pairs:
        if words := split_phrase(phrase):
            index.setdefault(words[0], {}).setdefault(words, entry)
    return MappingProxyType({word: _longest_first(entries) for word, entries in index.items()})


def _longest_first(entries: Mapping[Phrase, Entry]) -> Phrases[Entry]:
    ordered = sorted(entries, key=len, reverse=True)
    return Phrases(tuple(dict.fromkeys(map(len, ordered))), {words: entries[words] for words in ordered})


def match_phrase(index: PhraseIndex[Entry], folds: Phrase, start: int) -> tuple[int, Entry] | None:
    """The end and the entry of the longest phrase that stands at `start`, where there is a word."""
    phrases = index.get(folds[start]) if start < len(folds) else None
    if phrases is None:
        return None
    for length in phrases.lengths:
        words = folds[start : start + length]
        entry = phrases.entries.get(words)
        if entry is not None:
            # At the end of a line there may be fewer words than were asked for.
            return start + len(words), entry
    return None


def _folded(language: str, name: str) -> frozenset[str]:
    return frozenset(fold(word) for word in load_words(language, name))


def _phrases(language: str, name: str) -> frozenset[str]:
    return frozenset(" ".join(split_phrase(phrase)) for phrase in load_words(language, name))


def _by_kind(language: str, name: str) -> Mapping[str, frozenset[str]]:
    rows = load_table(language, name)
    return MappingProxyType({kind: frozenset(fold(w) for of, w in rows if of == kind) for kind, _ in rows})


def split_words(title: str) -> tuple[str, ...]:
    """The folded words of a title, the parts of hyphenated ones apart."""
    return tuple(fold(title).replace("-", " ").split())


def _traits(language: str) -> Mapping[str, frozenset[str]]:
    rows = load_table(language, "role_traits")
    lemmas = {fold(lemma) for _, lemma in rows}
    return {lemma: frozenset(trait for trait, of in rows if fold(of) == lemma) for lemma in lemmas}


def _seated(language: str) -> frozenset[str]:
    nouns = _role_nouns(language)
    return frozenset(
        word for word, begun in nouns.items() for noun in begun.entries.values() if "seated" in noun.traits
    )


def _gender(cell: str) -> Gender | None:
    return cast(Gender, cell) if cell in ("m", "f") else None


def _plural(noun: str) -> str:
    first, _, rest = noun.partition(" ")
    if first.endswith(("s", "x", "z")):
        return noun
    if first.endswith("al"):
        return f"{first[:-2]}aux {rest}".strip()
    return f"{first}{'x' if first.endswith('eau') else 's'} {rest}".strip()


def _role_nouns(language: str) -> PhraseIndex[RoleNoun]:
    pairs: dict[str, RoleNoun] = {}
    traits = _traits(language)
    for masculine, feminine, category in load_table(language, "role_nouns"):
        lemma = fold(masculine)
        forms: tuple[tuple[str, Gender | None], ...] = ((masculine, "m"), (feminine, "f"))
        for form, gender in forms:
            told = None if masculine == feminine else gender
            pairs.setdefault(form, RoleNoun(lemma, told, False, category, traits.get(lemma, frozenset())))
            pairs.setdefault(_plural(form), RoleNoun(lemma, told, True, category, traits.get(lemma, frozenset())))
    return index_phrases(pairs.items())


def _role_tails(language: str) -> frozenset[str]:
    forms = [form for row in load_table(language, "role_nouns") for form in row[:2]]
    words = [word for form in forms for word in (form.split()[0], _plural(form).split()[0])]
    tails = {word.lower()[1:].replace("’", "'") for word in words}
    # The spelling of 1990: "entraineur", "maitresse".
    return frozenset(tails | {tail.replace("î", "i").replace("û", "u") for tail in tails})


def _organisation_heads(language: str) -> PhraseIndex[OrganisationHead]:
    return index_phrases(
        (noun, OrganisationHead(cast(OrganisationKind, kind), cast(HeadClass, head_class), cast(NounRule, rule)))
        for noun, kind, head_class, rule in load_table(language, "organisation_heads")
    )


def _organisations(language: str) -> PhraseIndex[KnownOrganisation]:
    pairs: dict[str, KnownOrganisation] = {}
    common = _folded(language, "common_outlet_names")
    for outlet in known_outlets():
        forms = [form for form in (outlet.name, *outlet.aliases) if fold(form) not in common]
        known = KnownOrganisation(outlet.name, "media", None, frozenset(form for form in forms if len(form) < 5))
        pairs.update((form, known) for form in forms if "(" not in form)
    for name, kind, acronym, others in load_table(language, "organisations"):
        forms = [form for form in (name, acronym, *others.split("|")) if form]
        short = frozenset(form for form in forms if len(form) < 5)
        known = KnownOrganisation(name, cast(OrganisationKind, kind), acronym or None, short)
        for form in forms:
            pairs.setdefault(form, known)
    return index_phrases(pairs.items())


def _lower_case_names(language: str) -> Mapping[str, frozenset[Phrase]]:
    """By first word, the names that the list prints in lower case; of long names the first word alone."""
    heads = _organisation_heads(language)
    names: dict[str, set[Phrase]] = {}
    for name, _, _, others in load_table(language, "organisations"):
        for form in (name, *others.split("|")):
            words = split_phrase(form) if form else ()
            if form[:1].islower() and words:
                names.setdefault(words[0], set()).add(words)
            elif len(words) > 2 and words[0] in heads:
                names.setdefault(words[0], set())
    return MappingProxyType({first: frozenset(phrases) for first, phrases in names.items()})


def _reporting_verbs(language: str) -> frozenset[str]:
    return frozenset(
        fold(form)
        for _, _, *cells in load_table(language, "reporting_verbs")
        for cell in cells
        for form in cell.split()
    )
