"""The words around reported speech of one language, ready to be looked up; the words themselves are data files."""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from newsdb.language.pack import load_table, load_words

VerbForm = Literal["singular", "plural", "past", "gerund", "infinitive"]
NounClass = Literal["person", "group", "source", "document"]

# Endings which hardly any common noun of the press shares.
_FINITE_ENDINGS = (
    "aient", "ait", "eront", "iront", "dront", "tront", "vront", "era", "ira", "dra", "tra", "vra", "rra", "èrent",
    "irent", "urent", "erons", "irons", "erez", "irez",
)  # fmt: skip
MIN_VERB_LENGTH = 4


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a reporting verb and the frames of the verb (see the head of reporting_verbs.csv)."""

    lemma: str
    frames: str
    form: VerbForm


@dataclass(frozen=True, slots=True)
class SpeakerNoun:
    """A noun that names a speaker without a name; `gender` is m, f or mf, `is_plural` its number."""

    gender: str
    is_plural: bool
    noun_class: NounClass
    is_office: bool = False
    """Whether one person holds it in a body or a territory, so that it fits nobody who holds another."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Verb forms, speaker nouns and small word classes, all in lower case with straight apostrophes."""

    verbs: dict[str, tuple[Verb, ...]]
    nouns: dict[str, SpeakerNoun]
    words: dict[str, frozenset[str]]
    places: frozenset[str]
    """Places as printed: right before a reporting verb they stand for a government (Alger estime que …)."""
    finite: frozenset[str]
    """Words that are finite verbs: the common ones and every such form of a reporting verb."""
    synonyms: dict[str, frozenset[str]]
    """Nouns of titles that stand for others: "le conseil" is the lawyer, "l'édile" the mayor."""
    equivalents: tuple[tuple[tuple[str, ...], frozenset[str]], ...]
    """Folded words of titles that stand for others as a whole ("chef du gouvernement"), and words of those others."""
    leading: dict[str, frozenset[str]]
    """Verbs and nouns that say who heads something (présidé par X, l'équipe de X), and what such people are called."""
    body_synonyms: dict[str, frozenset[str]]
    """The kinds of bodies that a noun may mean: "la centrale" is a union."""
    weights: dict[str, float]
    """What the look of a line says of its place in an interview, by name."""

    def reports(self, word: str) -> bool:
        """Whether a word may be a reporting verb in the third person."""
        return any(verb.form in ("singular", "plural") for verb in self.verbs.get(word, ()))

    def is_finite(self, word: str) -> bool:
        """Whether a word is a finite verb, by the list or by an ending of a third person."""
        if word in self.finite or (len(word) > MIN_VERB_LENGTH and word.endswith(_FINITE_ENDINGS)):
            return True
        is_third = word.endswith(("it", "ît")) or (word.endswith("ent") and not word.endswith("ment"))
        return len(word) > MIN_VERB_LENGTH and is_third and word not in self.words["not_finite"]


@cache
def load_lexicon(language: str) -> Lexicon:
    """The lexicon of a language that has a folder of data."""
    verbs = _verbs(language)
    words = _words(language)
    conjugated = {word for word, forms in verbs.items() if any(v.form in ("singular", "plural") for v in forms)}
    return Lexicon(
        verbs=verbs,
        nouns=_nouns(language),
        words=words,
        places=frozenset(load_words(language, "places")),
        finite=words["finite"] | conjugated,
        synonyms={noun: frozenset(titles.split()) for noun, titles in load_table(language, "title_synonyms")},
        equivalents=tuple(
            (tuple(words.split()), frozenset(held.split())) for words, held in load_table(language, "title_equivalents")
        ),
        leading={form: frozenset(nouns.split()) for form, nouns in load_table(language, "leading_verbs")},
        body_synonyms={noun: frozenset(kinds.split()) for noun, kinds in load_table(language, "body_synonyms")},
        weights={name: float(weight) for name, weight in load_table(language, "interview_weights")},
    )


def _verbs(language: str) -> dict[str, tuple[Verb, ...]]:
    found: dict[str, list[Verb]] = {}
    for lemma, frames, singular, plural, past, gerund in load_table(language, "reporting_verbs"):
        forms: tuple[tuple[VerbForm, str], ...] = (
            ("singular", singular), ("plural", plural), ("past", past), ("gerund", gerund), ("infinitive", lemma),
        )  # fmt: skip
        for form, cell in forms:
            for word in cell.split():
                found.setdefault(word, []).append(Verb(lemma, frames, form))
    return {word: tuple(verbs) for word, verbs in found.items()}


def _nouns(language: str) -> dict[str, SpeakerNoun]:
    classes: dict[str, NounClass] = {"person": "person", "group": "group", "source": "source", "document": "document"}
    nouns = {
        form: SpeakerNoun(gender, number == "p", classes[noun_class])
        for form, gender, number, noun_class in load_table(language, "speaker_nouns")
    }
    for masculine, feminine, role_class in load_table(language, "role_nouns"):
        gender_of = (
            {masculine.lower(): "m", feminine.lower(): "f"} if masculine != feminine else {masculine.lower(): "mf"}
        )
        for form, gender in gender_of.items():
            noun_class: NounClass = "group" if role_class == "group" else "person"
            known = nouns.get(form, SpeakerNoun(gender, False, noun_class))
            nouns[form] = replace(known, is_office=role_class == "office")
            nouns.setdefault(f"{form}s", SpeakerNoun(gender, True, "group"))
    return nouns


def _words(language: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, word in load_table(language, "speech_words"):
        found.setdefault(kind, set()).add(word)
    found["origin"] = {word for name in ("nationalities", "townspeople") for word in load_words(language, name)}
    found["leading"] |= set(load_words(language, "leading_adjectives"))
    return {kind: frozenset(words) for kind, words in found.items()}
