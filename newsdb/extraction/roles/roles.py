"""Say what roles the people of an article hold, as printed; whose each title is stands in titlelinks."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from operator import itemgetter

from newsdb.extraction.naming.naming_words import split_words
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.roles.personplaces import PersonPlaces
from newsdb.extraction.roles.titlebodies import COMMUNE, TitleBodies
from newsdb.extraction.roles.titlelinks import HeldTitle
from newsdb.extraction.titles.tenures import read_tenure
from newsdb.extraction.titles.titles import Title
from newsdb.facts import Role

# Titles are compared by so many words.
MAX_TITLE_WORDS = 30
_FORMER = frozenset(["ex", "ancienne"])
_THE = frozenset(["des", "du", "la", "l'"])
_POSSESSIVES = frozenset(["son", "sa", "leur", "mon", "ma", "notre", "votre"])
# "directeur général adjoint" is no fuller form of "directeur général".
_LOWERING = frozenset(["adjoint", "adjointe", "delegue", "deleguee", "suppleant", "suppleante", "honoraire"])


class RoleDescriber:
    """Describes the titles held in one article."""

    def __init__(self, places: PersonPlaces, bodies: TitleBodies, language: str) -> None:
        self.places = places
        self.bodies = bodies
        self.language = language

    def describe(self, held: HeldTitle, following: Title | None) -> Role:
        """The role as printed; of coordinated titles the first takes the body of the second."""
        title = held.title
        line = title.line
        organisation = self.bodies.organisation_of(title)
        # "porte-parole du mouvement": words of the title, where they are no body of the article.
        noun = title.organisation
        is_worded = organisation is None and noun is not None and _is_of_words(noun) and not self.bodies.may_mean(noun)
        # "médecin à l'hôpital": where somebody of a trade works is no part of the title
        is_worded = is_worded and not (
            title.noun.category == "trade" and line.fold_at(title.last) in ("à", "au", "aux")
        )
        last = title.end if is_worded else title.last
        if not held.is_beside and last == title.last:
            # "Le technicien serbe n'a rien dit" tells whom a reader knows by his land; his title is the noun.
            last = title.without_land(self.places.known.lands)
        if (council := self.bodies.council_of(title)) is not None:
            organisation, last = council, title.last - len(COMMUNE)
        # "la cinéaste, écrivaine et critique X" is three.
        is_listed = (
            line.fold_at(title.first - 1) == "," and line.fold_at(title.first - 2) in self.places.known.role_nouns
        )
        if following is not None and not is_listed and _is_one_post(title, following):
            last = following.last
        start, end = line.starts[title.first], line.ends[last - 1]
        is_office = title.noun.category == "office"
        if organisation is None and following is not None and is_office and line.fold_at(title.end) == "et":
            organisation = self.bodies.organisation_of(following)
        if organisation is None and "seated" in title.noun.traits:
            organisation = self._party_behind(held)
        if organisation is None:
            organisation = self.bodies.antecedent(title)
        role = Role(line.text[start:end], organisation, start, end)
        tenure = read_tenure(self.language, line, first=title.first, end=self._behind_holder(held))
        if tenure is None:
            return role
        return replace(role, valid_from=tenure.valid_from, valid_to=tenure.valid_to, valid_precision=tenure.precision)

    def _behind_holder(self, held: HeldTitle) -> int:
        """Behind the title, and behind the holder's name where it follows at once."""
        title, line = held.title, held.title.line
        after = self.places.after_civility(line, title.end)
        if after < len(line) and line.words[after] == ",":
            after = self.places.after_civility(line, after + 1)
        if self.places.starts.get((line.number, after)) != held.person:
            return title.end
        return next((end for end in self.places.ends_of(line, held.person) if end > after), title.end)

    def _party_behind(self, held: HeldTitle) -> str | None:
        """The body in brackets behind the name: "le député Karim T. (X)"."""
        line = held.title.line
        found = (self.bodies.in_brackets(line, end) for end in self.places.ends_of(line, held.person))
        return next((name for name in found if name), None)


def _is_of_words(noun: Sighting) -> bool:
    """Whether what stands behind the title is no name: "du mouvement", "des Routes"."""
    before = noun.line.fold_at(noun.first - 1)
    is_field = noun.nature == "run" and before in _THE and len(noun.words) == 1 and not noun.is_acronym
    # "directeur général des Impôts"
    is_service = noun.nature == "bare" and before == "des" and len(noun.words) == 1
    # "directeur du Bouira Jazz Festival": a name that is no body's
    is_event = noun.nature == "run" and len(noun.words) > 1 and before in ("du", "des")
    return noun.nature == "generic" or is_field or is_service or is_event


def _is_one_post(title: Title, following: Title) -> bool:
    """ "cofondatrice et CEO", "luthier et chanteur": two of one kind, the first without a complement.

    Of two that lead a firm one is in capitals; of two trades neither has a complement or a house of its own.
    """
    is_joined = title.line.fold_at(title.last) == "et" and following.first == title.last + 1
    if not is_joined or title.last > title.first + len(title.noun.lemma.split()):
        return False
    if "leader" in title.noun.traits and "leader" in following.noun.traits:
        return any(post.line.words[post.first].isupper() for post in (title, following))
    are_trades = title.noun.category == following.noun.category == "trade"
    return are_trades and title.last == title.first + 1 and following.end == following.first + 1


def without_styles(held: Sequence[HeldTitle], places: PersonPlaces) -> list[HeldTitle]:
    """Without what only styles the name of whoever is given a title beside it.

    "Le porte-parole, le colonel X", "le professeur X, chef de service": but "le professeur X" alone is one.
    """
    openings = {(h.person, h.title.line.number, h.title.opening) for h in held}
    ends = {(h.person, h.title.line.number, h.title.end) for h in held if h.title.is_definite}
    posts = {h.person for h in held if not _is_style(h.title)}
    return [
        h
        for h in held
        if not (
            _is_style(h.title)
            and (_calls_office_holder(h, places, posts) or _has_title_beside(h, places, openings, ends))
        )
    ]


def is_role(holding: HeldTitle) -> bool:
    """Whether the title says what its holder is, and not only whom it means, or whose: "son ancien élève"."""
    title = holding.title
    is_bare = title.end - title.first == 1 + title.is_former
    is_relation = "related" in title.noun.traits and (title.is_former or title.noun.category == "trade")
    is_whose = is_relation and is_bare and title.line.fold_at(title.opening) in _POSSESSIVES
    return holding.is_told and not is_whose


def _calls_office_holder(holding: HeldTitle, places: PersonPlaces, posts: Set[int]) -> bool:
    """ "Le Professeur X a été nommé chef de service", "le professeur Y": an address, where the person has an office.

    In small letters before a full name it is what the person is.
    """
    title, line = holding.title, holding.title.line
    if "styling" not in title.noun.traits or holding.person not in posts:
        return False
    end = places.end_of_person(line, title.end)
    is_surname = title.end < len(line) and not places.known.names.is_given(line.words[title.end])
    return end is not None and (line.capitals[title.first] or is_surname)


def _is_style(title: Title) -> bool:
    is_styling = title.noun.category == "rank" or "styling" in title.noun.traits
    return is_styling and title.end == title.first + len(title.noun.lemma.split())


def _has_title_beside(
    holding: HeldTitle, places: PersonPlaces, openings: set[tuple[int, int, int]], ends: set[tuple[int, int, int]]
) -> bool:
    title, line = holding.title, holding.title.line
    name_end = places.end_of_person(line, title.end)
    if name_end is None:
        return False
    behind = (holding.person, line.number, name_end + 1) in openings and line.fold_at(name_end) == ","
    before = (holding.person, line.number, title.opening - 1) in ends and line.fold_at(title.opening - 1) == ","
    return behind or before


def merge_roles(roles: Sequence[Role], abbreviations: Mapping[str, tuple[str, ...]]) -> tuple[Role, ...]:
    """One role for each title and body, in the fullest form that is printed; sorted by place."""
    kept: list[Role] = []
    # By what a role may say that says no more: "ministre" beside "ministre de la Santé".
    said: dict[tuple[str | None, tuple[str, ...]], int] = {}
    # In the order of the text. The longer come first and none within another is kept, so of those that begin before a
    # role the last reaches furthest.
    spans: list[tuple[int, int, str]] = []
    for role in sorted(roles, key=lambda r: (-len(r.title), r.organisation is None, r.start)):
        behind = bisect_right(spans, role.start, key=itemgetter(0))
        if behind and role.end <= spans[behind - 1][1] and role.title != spans[behind - 1][2]:
            continue
        words = tuple(_spelled_out(role.title, abbreviations)[:MAX_TITLE_WORDS])
        same = said.get((role.organisation, words))
        if same is None:
            for length in range(len(words) + 1):
                if length == len(words) or words[length] not in _LOWERING:
                    said.setdefault((role.organisation, words[:length]), len(kept))
                    said.setdefault((None, words[:length]), len(kept))
            kept.append(role)
            spans.insert(behind, (role.start, role.end, role.title))
        elif kept[same].valid_precision is None:
            kept[same] = replace(
                kept[same],
                valid_from=role.valid_from, valid_to=role.valid_to, valid_precision=role.valid_precision,
            )  # fmt: skip
    return tuple(sorted(kept, key=lambda r: r.start))


def _spelled_out(title: str, abbreviations: Mapping[str, tuple[str, ...]]) -> list[str]:
    """The folded words in the masculine, abbreviations in full."""
    words = split_words(title.lower().replace("directrice", "directeur").replace("générale", "général"))
    words = tuple("ancien" if word in _FORMER else word for word in words)
    return [part for word in words for part in abbreviations.get(word, (word,))]
