"""Read one phrase that may name a speaker: a name, a title, a pronoun, a description; phrases says where."""

from dataclasses import dataclass
from typing import Literal

from newsdb.extraction.cast import Gender
from newsdb.extraction.castindex import Named
from newsdb.extraction.phrases.government import PHRASE_STOPS, WordGovernment
from newsdb.extraction.speech_lexicon import SpeakerNoun
from newsdb.language.names import fold

PhraseKind = Literal["named", "pronoun", "description", "pair"]

# "L'un d'eux", "le Malien": one person, though no noun of the list says so.
SOMEBODY = SpeakerNoun("mf", False, "person")
# Alger, Washington: a place that speaks is its government.
GOVERNMENT = SpeakerNoun("mf", False, "group")
_ONE_OF = "un"
_FEMININE_ORIGINS = ("enne", "aine", "aise", "oise", "ole", "ande", "ine")
MAX_PHRASE_WORDS = 14
MAX_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words [start, end) that name a speaker; `named` is set for kind named, `noun` where the list knows it."""

    start: int
    end: int
    kind: PhraseKind
    named: Named | None = None
    gender: Gender | None = None
    is_plural: bool = False
    is_definite: bool = False
    is_possessive: bool = False
    noun: SpeakerNoun | None = None
    head: str = ""
    is_subject: bool = True

    @property
    def is_somebody(self) -> bool:
        """Whether the phrase may name who speaks: a name, a pronoun or a noun that is known to speak."""
        return self.kind != "description" or self.noun is not None

    @property
    def speaks(self) -> bool:
        """Whether it names somebody, and no document."""
        return self.is_somebody and (self.noun is None or self.noun.noun_class != "document")

    @property
    def noun_said(self) -> str:
        """The noun that heads it, of a title too."""
        title = self.named.designation if self.named is not None else None
        return title.head if title is not None else self.head

    @property
    def names_person(self) -> bool:
        """Whether it is the name of a person."""
        return self.named is not None and self.named.kind == "person"


class PhraseReader(WordGovernment):
    """Reads phrases of one text at given words."""

    def opens_phrase(self, index: int, *, allow_time: bool = False) -> bool:
        """Whether a name, or a determiner that tells no time, is word `index`."""
        if self.tokens.starts[index] in self.named_at:
            return True
        word = self.tokens.words[index]
        following = self.tokens.words[index + 1 : index + 2]
        if word in self.words["possessive"] and following and following[0] in self.prepositions:
            # "Même son de cloche": a noun.
            return False
        if word in self.singular_determiners or word in self.plural_determiners or word in self.pointing:
            return allow_time or not self.is_time(index + 1)
        return False

    def pronoun_at(self, index: int) -> Phrase:
        """The pronoun that is word `index`."""
        word = self.tokens.words[index]
        is_feminine = word in self.words["pronoun_feminine"]
        gender: Gender | None = "m" if word in self.words["pronoun_masculine"] else "f" if is_feminine else None
        plural = word in self.words["pronoun_plural"]
        start, end = self.tokens.starts[index], self.tokens.ends[index]
        return Phrase(start, end, "pronoun", gender=gender, is_plural=plural, head=word)

    def read_phrase(self, index: int, end: int, *, is_subject: bool = True) -> Phrase | None:
        """The phrase that opens at word `index`, within offset `end`."""
        tokens = self.tokens
        start = tokens.starts[index]
        if self._is_latter(index):
            return self._latter(index, is_subject)
        named = self.named_at.get(start)
        if named is not None and named.kind in ("person", "ambiguous"):
            return self._named(named, start, is_subject)
        last = self._phrase_end(index, end)
        presented = self.index.presented.get(start)
        if presented is not None and presented.end <= end and (is_subject or self._is_closed(presented)):
            return self._named(presented, start, is_subject)
        person = self._person_inside(index, last)
        if person is None and self._is_title(index, last):
            person = self._person_beside(last, end)
            if person is not None and not is_subject and not self._is_closed(person):
                # "Devant le maire, X a dit": the comma closes the complement, and X is the subject.
                person = None
        if person is not None:
            return self._named(person, start, is_subject)
        for place in (index, index + 1, index + 2):
            # "l'association X": a noun for a body stands before the name.
            if place < last and (place < index + 2 or self._is_body(index + 1)):
                named = self.named_at.get(tokens.starts[place])
                if named is not None:
                    return self._named(named, start, is_subject)
        return self._description(index, last, is_subject)

    def read_bare_noun(self, index: int, end: int) -> Phrase | None:
        """A description without a determiner: "selon plusieurs", "de source proche"; word `index` stands before it."""
        return self._description(index, self._phrase_end(index, end), is_subject=True)

    def _is_latter(self, index: int) -> bool:
        """celui-ci, celle-ci, ce dernier, cette dernière."""
        words = self.tokens.words
        following = words[index + 1] if index + 1 < len(words) else ""
        if words[index] in self.pointing:
            return following == "ci"
        if words[index] not in self.words["demonstrative"] or following not in self.words["latter"]:
            return False
        last = index + 2
        if last >= len(words) or self.breaks(last) or self._ends_phrase(last) or words[last] in self.words["clitic"]:
            return True
        if words[last] in self.prepositions and words[last] not in self.words["of"]:
            # "a confié ce dernier à la presse"
            return True
        # "Cette dernière estime que", where "estime" is a noun as well.
        following = words[last + 1] if last + 1 < len(words) else ""
        return words[last] in self.verbs and following in self.words["que"] | self.words["past_infinitive"]

    def _latter(self, index: int, is_subject: bool) -> Phrase:
        word = self.tokens.words[index]
        is_masculine = word in self.words["pronoun_masculine"] or word in self.words["determiner_masculine"]
        start, end = self.tokens.starts[index], self.tokens.ends[index + 1]
        gender: Gender = "m" if is_masculine else "f"
        return Phrase(start, end, "pronoun", gender=gender, head="latter", is_subject=is_subject)

    def _named(self, named: Named, start: int, is_subject: bool) -> Phrase:
        gender: Gender | None = None
        plural = False
        if named.person is not None:
            gender = named.person.gender
        elif named.designation is not None:
            gender, plural = named.designation.gender, named.designation.is_plural
        elif named.organisation is not None:
            gender = self.body_gender(named)
        return Phrase(min(start, named.start), named.end, "named", named, gender, plural, True, is_subject=is_subject)

    def _is_body(self, index: int) -> bool:
        """Whether the noun says a body, or whoever may be one ("le courtier X")."""
        noun = self.nouns.get(self.tokens.words[index])
        is_group = noun is not None and noun.noun_class == "group"
        return is_group or self.tokens.words[index] in self.words["dealer_noun"]

    def body_gender(self, named: Named) -> Gender | None:
        """The gender of a body, by the determiner before its name or the noun that heads it."""
        first = self.tokens.first_from(named.start)
        if first >= len(self.tokens.words):
            return None
        noun = self.nouns.get(self.tokens.words[first])
        before = self.tokens.words[first - 1] if first and "\n" not in self.tokens.gap(first) else ""
        body = named.organisation
        opening = fold(body.name).split()[0] if body is not None else ""
        told = self._gender(before, noun or self.nouns.get(before) or self.nouns.get(opening))
        # "L'Algérienne des eaux"
        return told or ("f" if opening.endswith(_FEMININE_ORIGINS) else None)

    def gender_of(self, determiner: str) -> Gender | None:
        """What the determiner tells alone."""
        return self._gender(determiner, None)

    def _phrase_end(self, index: int, end: int) -> int:
        """The word after the phrase: it ends at a stop, a relative pronoun, a finite verb or a word of time."""
        words = self.tokens.words
        limit = min(index + MAX_PHRASE_WORDS, len(words))
        for place in range(index + 1, limit):
            if self.tokens.starts[place] >= end or self.breaks(place) or self.tokens.words[place] in self.relatives:
                return place
            if place > index + 1 and (self._ends_phrase(place) or self._takes_object(place)):
                return place
            if place == index + 2 and self._is_people(place - 1) and words[place] in self.prepositions:
                # "a lâché le Sénégalais en zone mixte"
                return place
        return limit

    def _is_people(self, place: int) -> bool:
        """ "Sénégalais" as a noun, with its capital."""
        tokens = self.tokens
        return tokens.text[tokens.starts[place]].isupper() and tokens.words[place] in self.words["origin"]

    def _ends_phrase(self, place: int) -> bool:
        word = self.tokens.words[place]
        if word in self.words["phrase_stop"] or self._opens_gerund(place):
            return True
        if word in self.words["reflexive"]:
            # "sa mère s'est levée", but not "le premier à s'avancer"
            return self.tokens.words[place - 1] not in self.prepositions
        # A capital A may be the preposition or a letter of a name.
        is_verb = word in self.finite and word not in self.words["noun_form"]
        return is_verb and self.tokens.text[self.tokens.starts[place]].islower()

    def _takes_object(self, place: int) -> bool:
        """ "Un gardien de nuit montre la grille": what an article follows without a preposition is a verb."""
        words = self.tokens.words
        if place + 1 >= len(words) or words[place + 1] not in self.words["object_opening"] or self.breaks(place + 1):
            return False
        word = words[place]
        is_lower = all(self.tokens.text[self.tokens.starts[at]].islower() for at in (place, place + 1))
        if not is_lower or self.is_time(place + 2) or word in self.prepositions or word in self.courtesies:
            return False
        return word not in self.words["no_verb"] and word not in self.words["determiner"]

    def _opens_gerund(self, place: int) -> bool:
        """le jeune homme en riant, la dame tout en rangeant: what somebody does is no part of who it is."""
        words = self.tokens.words
        if words[place] == "tout":
            place += 1
        if words[place : place + 1] != ["en"] or place + 1 >= len(words):
            return False
        return words[place + 1].endswith("ant") and words[place + 1] not in self.nouns

    def _is_title(self, index: int, last: int) -> bool:
        """Whether the phrase is a title that a name may follow."""
        named = self.named_at.get(self.tokens.starts[index])
        if named is not None and named.designation is not None:
            return not named.designation.is_plural
        noun, head = self._head_noun(index, last)
        return noun is not None and noun.noun_class == "person" and head != "" and not noun.is_plural

    def _is_closed(self, named: Named) -> bool:
        """Whether a stop follows the name, as it does behind an apposition."""
        return self.tokens.text[named.end : named.end + 2].lstrip()[:1] in PHRASE_STOPS

    def _person_inside(self, index: int, last: int) -> Named | None:
        """The person whom the phrase names: "le colonel X", "la Marocaine X"."""
        tokens = self.tokens
        limit = tokens.ends[last - 1] if last > index else tokens.ends[index]
        for named in self.index.between(tokens.starts[index], limit):
            if named.kind == "person" and not self.is_complement(tokens.first_from(named.start)):
                return named
        return None

    def _person_beside(self, last: int, end: int) -> Named | None:
        """The person named after a comma and at most a short title: "le porte-parole, le colonel X"."""
        tokens = self.tokens
        if last >= len(tokens.words) or tokens.gap(last).strip() != ",":
            return None
        for place in range(last, min(last + MAX_TITLE_WORDS, len(tokens.words))):
            if tokens.starts[place] >= end or (place > last and self.breaks(place, allow_stop=True)):
                return None
            beside = self.named_at.get(tokens.starts[place])
            if beside is not None and beside.kind == "person":
                return beside if not self.is_complement(place) else None
            if beside is not None or tokens.words[place] in self.prepositions:
                return None
        return None

    def _description(self, index: int, last: int, is_subject: bool) -> Phrase | None:
        tokens = self.tokens
        determiner = tokens.words[index]
        if last <= index + 1 and determiner not in self.words["lone_pronoun"]:
            return None
        noun, head = self._head_noun(index, last)
        return Phrase(
            start=tokens.starts[index],
            end=tokens.ends[last - 1],
            kind="description",
            gender=None
            if head in self.words["epicene"]
            else self._gender(self._article_of(index) if head == _ONE_OF else determiner, noun)
            or (self._gender_of_origin(index + 1) if noun is SOMEBODY and not head else None),
            is_plural=determiner in self.plural_determiners,
            is_definite=determiner in self.words["definite"] and head != _ONE_OF,
            is_possessive=determiner in self.words["possessive"],
            noun=noun,
            head=head,
            is_subject=is_subject,
        )

    def _article_of(self, index: int) -> str:
        """l'une d'elles, une des accusées: the word that tells the gender"""
        return self.tokens.words[index + (self.tokens.words[index] not in self.words["introducing"])]

    def _head_noun(self, index: int, last: int) -> tuple[SpeakerNoun | None, str]:
        """The noun of a description: the first known one near its determiner."""
        words = self.tokens.words
        if words[index] in self.words["definite_article"] and words[index + 1 : index + 2] in (["un"], ["une"]):
            return (SOMEBODY, _ONE_OF) if words[index + 2 : index + 3] != ["et"] else (None, "")
        if words[index] in self.words["introducing"] and words[index + 1 : index + 2] in (["des"], ["de"], ["d"]):
            # "Un des accusés": one person, called by the noun of the others.
            return SOMEBODY, _ONE_OF
        if last == index + 2 and "+" in self.tokens.gap(index):
            # A review of the press prints the names of papers so: +Le Phare+.
            return SOMEBODY, ""
        gendered = self.words["pronoun_masculine"] | self.words["pronoun_feminine"]
        is_one = words[index] in self.pointing and words[index] in gendered
        if is_one and index + 1 < len(words) and words[index + 1] in self.relatives:
            # "Celle que ses voisins admirent"
            return SOMEBODY, ""
        for place in range(index + 1, min(last, index + 4)):
            if words[place] in self.words["young"] and place + 1 < last and words[place + 1] in self.nouns:
                # "La jeune pousse", "le jeune homme"
                continue
            for word in (self.tokens.compound(place), words[place]):
                if word in self.nouns and not self._qualifies(index, place):
                    return self.nouns[word], word
        return (SOMEBODY, "") if self._is_origin(index, last) else (None, "")

    def _qualifies(self, index: int, place: int) -> bool:
        """ "Un centre déplacé", "une chaîne religieuse": a participle or adjective behind its noun, and nobody."""
        words = self.tokens.words
        is_participle = words[place].endswith(("é", "ée", "és", "ées")) or words[place] in self.words["also_adjective"]
        noun = self.nouns.get(words[place])
        is_somebody = noun is not None and noun.noun_class in ("person", "group")
        return is_participle and is_somebody and place > index + 1 and words[place - 1] not in self.words["leading"]

    def _is_origin(self, index: int, last: int) -> bool:
        """le Malien, la Tunisienne: who came up before, by origin; marks around the words make them a name."""
        if "+" in self.tokens.gap(index):
            return False
        if self.tokens.words[index] in self.words["introducing"]:
            # "Une Ivoirienne, …": by a nationality that the list of adjectives knows.
            is_capital = last == index + 2 and self.tokens.text[self.tokens.starts[index + 1]].isupper()
            return is_capital and self.tokens.words[index + 1] in self.words["origin"]
        if self.tokens.words[index] not in self.words["definite_article"] or last != index + 2:
            return False
        return self.tokens.text[self.tokens.starts[index + 1] : self.tokens.ends[index + 1]].istitle()

    def _gender_of_origin(self, place: int) -> Gender | None:
        """l'Espagnol, l'Algérienne: the ending tells where the article does not; "l'Arabe" may be either."""
        word = self.tokens.words[place] if place < len(self.tokens.words) else ""
        if word.endswith(_FEMININE_ORIGINS):
            return "f"
        return "m" if word and not word.endswith("e") else None

    def _gender(self, determiner: str, noun: SpeakerNoun | None) -> Gender | None:
        if determiner in self.words["determiner_feminine"]:
            return "f"
        if determiner in self.words["determiner_masculine"]:
            return "m"
        if noun is None or noun.gender == "mf":
            return None
        return "m" if noun.gender == "m" else "f"
