"""Read titles ("ancien ministre de la Santé", "directrice générale de X"); whose they are is told in titlelinks."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from newsdb.extraction.cast import Gender
from newsdb.extraction.naming.grammar import Grammar
from newsdb.extraction.naming.naming_words import NamingWords, RoleNoun, match_phrase
from newsdb.extraction.naming.sightings import Sighting
from newsdb.extraction.text.words import Line
from newsdb.extraction.titles.titleasides import after_acronym, is_award
from newsdb.extraction.titles.titlenouns import ARTICLES, INDEFINITE, TitleNouns
from newsdb.extraction.titles.titlesteps import AT, OF, TitleSteps

_FORMER = frozenset(["ancien", "ancienne", "ex-"])
_POSSESSIVES = frozenset(["son", "sa", "leur", "mon", "ma", "notre", "votre"])
_RANKS = frozenset(["premier", "premiere", "deuxieme", "troisieme", "second", "seconde"])
_ENDS = frozenset([",", ".", ";", ")", ""])
_WITHIN = frozenset(["dans", "hors"])
_HOW_MUCH = frozenset(["tres", "tout", "toute", "plus", "si", "fort", "trop"])


@dataclass(frozen=True, slots=True)
class Title:
    """Words [first, last) are the title as printed, [first, end) it and its body, [opening, end) with the article."""

    line: Line
    opening: int
    first: int
    last: int
    end: int
    noun: RoleNoun
    gender: Gender | None
    is_definite: bool
    organisation: Sighting | None
    portfolio: tuple[int, int] | None
    """The words after "ministre", where the ministry is told by them."""

    def without_land(self, lands: Set[str]) -> int:
        """Where the title ends without the land of its holder: "le technicien [serbe]"."""
        last = self.last
        while last > self.first + 1 and self.line.folds[last - 1].rpartition("-")[2] in lands:
            last -= 1
        return last

    @property
    def is_schooling(self) -> bool:
        """ "Ingénieure de formation": what somebody has learnt, which says no post at the head of a sentence."""
        return "formation" in (self.line.fold_at(self.last - 1), self.line.fold_at(self.end + 1))

    @property
    def is_former(self) -> bool:
        """Whether the title is that of a former holder: "l'ancienne directrice", "cet ex-recteur"."""
        return self.line.folds[self.first] in _FORMER

    @property
    def head(self) -> str:
        """The head noun as printed, in lower case."""
        words = self.line.words[self.first : self.last]
        lemma_length = len(self.noun.lemma.split())
        start = next(
            (i for i in range(self.first, self.last) if self.line.folds[i][:4] == self.noun.lemma[:4]), self.first
        )
        return " ".join(self.line.words[start : start + lemma_length] or words).lower()


class TitleReader:
    """Reads the titles of a line whose sightings are known by their first word."""

    def __init__(self, known: NamingWords, grammar: Grammar) -> None:
        self.known = known
        self.grammar = grammar
        self.steps = TitleSteps(known, grammar)
        self.nouns = TitleNouns(known)

    def read(self, line: Line, sightings: list[Sighting]) -> list[Title]:
        """The titles of the line, in order."""
        at = {sighting.first: sighting for sighting in reversed(sightings)}
        covered = {
            index
            for sighting in sightings
            if sighting.nature != "generic"
            for index in range(sighting.first, sighting.last)
        }
        titles: list[Title] = []
        behind = 0
        for index, folded in enumerate(line.folds):
            if index < behind or folded not in self.known.role_nouns or index in covered:
                continue
            title = self._title(line, index, at)
            if title is not None:
                titles.append(title)
                behind = title.end
        return titles

    def _title(self, line: Line, index: int, at: Mapping[int, Sighting]) -> Title | None:
        match = match_phrase(self.known.role_nouns, line.folds, index)
        if match is None or match[1].category == "kin" or self.nouns.is_verb(line, index):
            return None
        if is_award(line, match[0]):
            return None
        if line.fold_at(index) == "cadre" and line.fold_at(index - 1) == "le" and line.fold_at(index - 2) in _WITHIN:
            # "dans le cadre du cycle X"
            return None
        if line.words[index].lower()[1:] not in self.known.role_tails and not line.words[index].isupper():
            return None
        end, noun = match
        if noun.category == "trade" and self.nouns.tells_a_body(line, index):
            return None
        if noun.lemma == "elu" and self.nouns.is_participle(line, index):
            return None
        if "minister" in noun.traits:
            return self._minister(line, index, end, noun, at)
        last, after = self.steps.adjectives.after(line, noun, end)
        last, after = self.steps.after_land(line, last, after)
        last, after = self.steps.after_standing(line, last, after)
        if last == after and (fields := self.steps.after_fields(line, after)) > after:
            last = after = fields
        last, after = self.steps.after_post(line, noun, last, after)
        party = self.steps.party_behind(line, noun, after, at)
        last, after, organisation = (
            (last, party.last, party) if party else self._complements(line, noun, last, after, at)
        )
        last, after = self.steps.after_standing(line, last, after) if organisation is None else (last, after)
        is_ranked = line.fold_at(index - 1) in self.known.role_prefixes
        last, after = self.steps.after_post(line, noun, last, after)
        if organisation is None and last == after and (firm := self.steps.firm_behind(line, index, after, at)):
            after, organisation = firm.last, firm
        is_owned = "owned" in noun.traits and line.fold_at(index - 1) in _POSSESSIVES
        is_bare = after == end and not is_ranked and not is_owned
        if "bound" in noun.traits and is_bare and not self._is_coordinated(line, index, end):
            return None
        return self._finish(line, index, last, after, noun, organisation, None)

    def _is_coordinated(self, line: Line, index: int, end: int) -> bool:
        """ "son associé et directeur technique": the second title carries the first, which says little alone."""
        noun = end + 1
        is_noun = (
            line.fold_at(end) == "et" and line.fold_at(noun) in self.known.role_nouns and not line.capital_at(noun)
        )
        return is_noun and line.fold_at(index - 1) in _POSSESSIVES

    def _complements(
        self, line: Line, noun: RoleNoun, last: int, index: int, at: Mapping[int, Sighting]
    ) -> tuple[int, int, Sighting | None]:
        """Past the complements: the end of the title, the end with its body, and the body."""
        is_trade = noun.category == "trade" and "territorial" not in noun.traits
        while True:
            last, index = self.steps.after_rank(line, noun, last, index)
            last, index = self.steps.after_region(line, noun, last, index)
            last, index = self.steps.after_contest(line, noun, last, index)
            if (some := self.steps.clients.after_one_of_many(line, noun, index)) > index:
                return some, some, None
            start = self.steps.after_preposition(line, noun, index)
            if start == index or start >= len(line):
                return last, index, None
            if (calling := self.steps.after_calling(line, index)) > index:
                return last, calling, None
            if (sovereign := self.steps.after_sovereign(line, noun, start)) > start:
                return sovereign, sovereign, None
            if (work := self.steps.after_work(line, noun, start)) > start:
                return work, work, None
            if (team := self.steps.clients.after_team(line, noun, index)) > index:
                # "l'entraîneur des Vert et Blanc, Y": its people stand for the team.
                return last, team, None
            if (client := self.steps.clients.after_client(line, noun, index, start)) > index:
                return last, client, None
            if (leader := self._leader(line, noun, start, at)) is not None:
                return leader.last, leader.end, leader.organisation
            sighting = at.get(start) or self.steps.named_behind(line, noun, start, at)
            is_charge = self.steps.is_charge(line, start, noun)
            sighting = None if is_charge and sighting is not None and sighting.nature == "generic" else sighting
            if (
                sighting is None
                and noun.category == "office"
                and not (is_charge or self.steps.is_charged(line, index))
                and (end := self.steps.clients.after_bare_body(line, index, start)) > start
            ):
                return last, end, None
            if sighting is None:
                end = self.steps.after_words(line, noun, index, start, at)
                _, end = self.steps.after_land(line, end, end)
                end = self.steps.after_second_field(line, noun, start, end, at)
                if end == start or (line.capitals[start] and not self.grammar.is_noun(line, start)):
                    return last, index, None
            elif self.steps.is_body(sighting, noun) or self.steps.is_led(sighting, noun, at):
                if self.steps.is_field(sighting):
                    return self._part_of_body(line, noun, last, sighting, at)
                after = after_acronym(line, sighting)
                if start not in at and (site := self.steps.clients.after_site(line, start)) > start:
                    # "directeur de l'usine X"
                    return site, after, sighting
                task = self.steps.after_task(line, after)
                # "vice-présidente de X chargée des écoles"
                return (task if task > after else last), task, sighting
            elif sighting.nature == "generic":
                told, after, body = self._part_of_body(line, noun, last, sighting, at)
                # "médecin à l'hôpital", "doyenne de la faculté des lettres": where somebody works is no part of it.
                is_house = (noun.category == "trade" and line.folds[index] in AT) or sighting.head == "faculte"
                return (last if is_house else told), after, body
            elif sighting.nature == "thing" and self.steps.clients.is_product(noun, sighting):
                return last, sighting.last, None
            elif sighting.nature == "place" and self.steps.is_learned_of(line, noun, index, start):
                end = sighting.last
            elif sighting.nature == "place" and is_trade:
                # "un exportateur de Gabès, Karim T.": the place is no part of the title, and nothing parts them.
                return last, sighting.last, None
            elif "towards" in noun.traits and line.folds[index] in AT and sighting.nature == "thing":
                # "le haut-commissaire au Plan"
                return sighting.last, sighting.last, None
            elif self.steps.is_person_name(sighting) or is_trade or line.folds[index] in AT:
                return last, index, None
            else:
                end = self.steps.after_second_place(line, sighting.last, at)
            last = index = end

    def _leader(self, line: Line, noun: RoleNoun, start: int, at: Mapping[int, Sighting]) -> Title | None:
        """The title of whom the holder works for: "conseiller du ministre de la Santé", "chef de cabinet du wali"."""
        while line.fold_at(start) in self.known.role_prefixes:
            start += 1
        is_noun = line.fold_at(start) in self.known.role_nouns and not line.capital_at(start)
        if not is_noun or (noun.category != "office" and "engaged" not in noun.traits):
            return None
        title = self._title(line, start, at)
        if title is None or title.noun.is_plural or title.noun.category != "office":
            return None
        return None if line.capital_at(title.end) else title

    def _part_of_body(
        self, line: Line, noun: RoleNoun, last: int, part: Sighting, at: Mapping[int, Sighting]
    ) -> tuple[int, int, Sighting | None]:
        """Past "bureau local du Syndicat X", "Routes au ministère X": they belong to the title where a body follows."""
        if self.steps.clients.is_meant(part):
            # "conseiller de l'association organisatrice"
            return last, part.last + 1, None
        after = self.steps.after_part(line, part)
        named = self.steps.named_right_behind(after, at) if part.nature == "generic" and after == part.last else None
        if named is not None:
            return last, named.last, named
        for further in self.steps.stops(line, noun, after, at):
            body = at.get(self.steps.after_preposition(line, noun, further))
            if body is not None and (body.nature == "body" or body.is_acronym or self._is_firm(body, further)):
                # "président du club du Raja": one and the same
                return (last if part.kind == "club" else further), after_acronym(line, body), body
        is_field = self.steps.is_field(part)
        end = self.grammar.after_complements(line, after, begun=is_field)
        if is_field and end == after:
            # "directrice des Études, de la coopération et de la modernisation"
            listed = self.grammar.after_complements(line, after, begun=True, lists=True)
            end = listed if "et" in line.folds[after:listed] else end
        end = self.steps.after_task(line, end)
        end = max((s.last for i in range(after, end) if (s := at.get(i)) and s.nature == "place"), default=end)
        is_told = part.folds[0] in self.known.work_fields and is_field
        is_told = is_told or any(not self.steps.adjectives.is_of_land(line, index) for index in range(part.last, end))
        # "directeur de l'école hôtelière" is not of the one bank of the article.
        return (end, end, None) if is_told else (last, end, part)

    def _is_firm(self, run: Sighting, index: int) -> bool:
        """ "pôle Énergie de X": behind a field of work X is a body, whatever its name."""
        is_behind = run.line.folds[index - 1] in self.known.work_fields and run.nature == "run"
        return is_behind and not self.steps.is_person_name(run)

    # Ministers

    def _minister(self, line: Line, index: int, end: int, noun: RoleNoun, at: Mapping[int, Sighting]) -> Title:
        """A minister's title holds the whole portfolio, commas and all."""
        last, after = self.steps.adjectives.after(line, noun, end)
        portfolio: tuple[int, int] | None = None
        organisation: Sighting | None = None
        while True:
            start = self.steps.after_preposition(line, noun, after)
            if start == after or start >= len(line) or (line.folds[after] in AT and not line.capitals[start]):
                break
            sighting = at.get(start)
            if sighting and sighting.nature == "body":
                last = after = sighting.last
                organisation = sighting
                continue
            is_aside = line.folds[after] == "aupres"
            # "en charge de la Pêche", "chargée de la Pêche"
            words = after if line.folds[after] in OF | AT else after + 1 + (line.folds[after] == "en")
            if line.folds[after] in AT:
                stop = self.grammar.after_complements(line, self.grammar.after_noun_phrase(line, start), lists=True)
            else:
                stop = self.grammar.after_complements(line, words, lists=True)
            stop = self._before_person(start, stop, at)
            if stop <= start:
                break
            portfolio = portfolio if is_aside else (words, stop)
            last = after = stop
            if is_aside and line.fold_at(after) == "," and self.steps.is_charged(line, after + 1):
                # "ministre délégué auprès du Chef du gouvernement, chargé de l'Investissement"
                after += 1
        return self._finish(line, index, last, after, noun, organisation, portfolio)

    def _before_person(self, start: int, stop: int, at: Mapping[int, Sighting]) -> int:
        for index in range(start, stop):
            sighting = at.get(index)
            if sighting and self.steps.is_person_name(sighting):
                return index
        return stop

    # Openings

    def _finish(
        self,
        line: Line,
        index: int,
        last: int,
        end: int,
        noun: RoleNoun,
        organisation: Sighting | None,
        portfolio: tuple[int, int] | None,
    ) -> Title:
        first = before = index
        while line.fold_at(before - 1) in self.known.role_prefixes:
            before -= 1
            if self.known.role_prefixes[line.folds[before]]:
                first = before
        if line.fold_at(before - 2) in _HOW_MUCH and line.fold_at(before - 3) in ARTICLES:
            # "le très discret président de X"
            before -= 2
        article = line.fold_at(before - 1)
        is_one_of = article == "des" and line.fold_at(before - 2) in INDEFINITE and line.fold_at(end) in _ENDS
        if is_one_of:
            # "l'une des fondatrices du club, X"
            article, noun = line.folds[before - 2], replace(noun, is_plural=False)
            before -= 1 + (line.fold_at(before - 3) == "l'")
        if article in _POSSESSIVES and line.folds[first] in _RANKS and noun.category == "trade":
            # "son premier entraîneur", but "le premier vice-président"
            first = index
        is_definite = article in ARTICLES or is_one_of
        told = ARTICLES.get(article) or INDEFINITE.get(article)
        # "cette ancienne chef d'atelier"
        gender = told or noun.gender or self._adjective_gender(line, index, last)
        opening = before - 1 if is_definite or article in INDEFINITE else before
        return Title(line, opening, first, last, end, noun, gender, is_definite, organisation, portfolio)

    def _adjective_gender(self, line: Line, index: int, last: int) -> Gender | None:
        """The gender that "déléguée", "chargée", "générale" or "régional" tells."""
        for folded, word in zip(line.folds[index + 1 : last], line.words[index + 1 : last], strict=True):
            if word.lower().endswith("ée") or folded.endswith(("ale", "ive", "trice", "iere")):
                return "f"
            if word.lower().endswith("é") or folded.endswith(("ral", "nal", "teur")):
                return "m"
        return None
