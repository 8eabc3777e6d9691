"""Decide whose words a document or a source holds ("le communiqué", "y lit-on", "la même source")."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from newsdb.extraction.attributions import attribution_of, carried
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.quotes.statements import Statement
from newsdb.extraction.speakers.events import Event
from newsdb.extraction.speakers.memory import Memory
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.sentences import Span
from newsdb.facts import Attribution

# "La même source" is one of the last so many that spoke.
MAX_SOURCES_BACK = 3
MAX_ISSUER_WORDS = 16
MAX_OWNER_WORDS = 12
# "assure-t-on au ministère": so far behind the pronoun the place may reach.
MAX_PLACE = 120
# "y lit-on" means a document named in one of so many sentences before.
REACH_OF_DOCUMENT = 3
# "Le texte" is the document that so many sentences before present.
REACH_OF_PUBLISHER = 2
# More statements than these sentences hold.
MAX_STATEMENTS_BACK = 20


class DocumentAuthors:
    """The authors of the documents of one text; `spoken` grows as statements are attributed in text order."""

    def __init__(
        self,
        phrases: PhraseFinder,
        lexicon: Lexicon,
        index: CastIndex,
        memory: Memory,
        spoken: Sequence[tuple[Statement, Attribution]],
        resolve: Callable[[Phrase], Attribution],
    ) -> None:
        self.phrases = phrases
        self.tokens = phrases.tokens
        self.text = phrases.tokens.text
        self.index = index
        self.lexicon = lexicon
        self.memory = memory
        self.spoken = spoken
        self.resolve = resolve

    def author(self, phrase: Phrase) -> Attribution | None:
        """Whose document or source it is: "un communiqué de la Banque", "ses calculs", "le texte", "la même source"."""
        is_same = "même" in self.text[phrase.start : phrase.end].lower()
        is_source = phrase.noun is not None and phrase.noun.noun_class == "source"
        if is_source and not (phrase.is_definite or is_same):
            # "Une source au sein du ministère" is somebody of it, who does not speak for it.
            return None
        of_words = phrase.head in self.lexicon.words["word_of"]
        if of_words and (teller := self._teller(phrase)) is not None:
            return teller
        for named in self.index.between(phrase.start, phrase.end + 1):
            if self._is_passed_on_by(named.start):
                return None
            if self._is_handed_to(named.start):
                continue
            if named.organisation is not None:
                return attribution_of(named.organisation.name, "organisation", "organisation")
            if named.person is not None and self.phrases.is_owner_at(named.start):
                return self.resolve(replace(phrase, kind="named", named=named))
            if of_words and (named.person is not None or named.designation is not None):
                return self.resolve(replace(phrase, kind="named", named=named))
            if named.designation is not None and named.start > phrase.start:
                body = self.resolve(replace(phrase, kind="named", named=named))
                if body.speaker_kind == "organisation":
                    return body
        if phrase.is_possessive:
            return self._owner(phrase)
        if (unnamed := self._unnamed_body(phrase)) is not None:
            return unnamed
        if (pointed := self._pointed_source(phrase)) is not None:
            return pointed
        # "Une source médicale contactée par l'agence": who cites a source is not the source.
        related = (None if is_source else self._issuer(phrase)) or self._owner_by_relative(phrase)
        if related is not None:
            return related
        if phrase.is_definite and (publisher := self._publisher(phrase)) is not None:
            return publisher
        kinds = ("organisation", "described", "group") if is_same or is_source else ("organisation",)
        if is_same and (subject := self._body_of_paragraph(phrase)) is not None:
            return subject
        if phrase.is_definite and not is_same and (writer := self._writing_body(phrase)) is not None:
            return writer
        if phrase.is_definite or is_same:
            for _, attribution in reversed(self.spoken[-MAX_SOURCES_BACK:]):
                if attribution.speaker_kind in kinds:
                    return carried(attribution)
            if is_same and is_source and self.spoken and self.spoken[-1][1].speaker_kind == "person":
                # "Selon X, C. Toujours selon la même source, …"
                return carried(self.spoken[-1][1])
        return None

    def _is_passed_on_by(self, offset: int) -> bool:
        """ "Une note consultée par Le Phare": who reads it did not write it."""
        words = self.tokens.words
        place = self.tokens.first_from(offset) - 1
        place -= place > 0 and words[place] in self.lexicon.words["definite_article"]
        is_agent = place > 0 and words[place] in self.lexicon.words["agent"]
        return is_agent and words[place - 1] in self.lexicon.words["passed_on"]

    def _is_handed_to(self, offset: int) -> bool:
        """ "Le communiqué transmis à X", "une note remise mardi au ministère": who gets it did not write it."""
        words = self.tokens.words
        place = self.tokens.first_from(offset) - 1
        place -= place > 0 and words[place] in self.lexicon.words["definite_article"]
        is_recipient = place > 1 and words[place] in self.lexicon.words["to"]
        return is_recipient and not self.lexicon.words["handed"].isdisjoint(words[place - 2 : place])

    def _teller(self, phrase: Phrase) -> Attribution | None:
        """ "Le récit d'une voisine": the one whose words they are, without a name."""
        words = self.tokens.words
        last = self.tokens.first_from(phrase.end)
        for place in range(self.tokens.first_from(phrase.start) + 1, last - 1):
            if words[place] in self.lexicon.words["of"]:
                opening = place if words[place] == "du" else place + 1
                teller = self.phrases.read_phrase(opening, phrase.end)
                is_person = teller is not None and teller.noun is not None and teller.noun.noun_class == "person"
                return self.resolve(teller) if teller is not None and is_person else None
        return None

    def _writing_body(self, phrase: Phrase) -> Attribution | None:
        """ "Le collectif a écrit au préfet. La lettre dénonce …": the subject of the sentence before, beside it."""
        start = self.memory.sentence_start(phrase.start)
        paragraph = self.text.rfind("\n", 0, start)
        sentence = self.memory.sentence_before(start)
        is_opening = self.tokens.first_from(start) == self.tokens.first_from(phrase.start)
        if sentence is None or sentence[0] < paragraph or not is_opening or phrase.is_plural:
            return None
        body = self.memory.subject_body(phrase.start)
        return attribution_of(body, "organisation", "organisation") if body is not None else None

    def _body_of_paragraph(self, phrase: Phrase) -> Attribution | None:
        """ "L'office a publié X. C, ajoute la même source": the subject just before, where nobody spoke."""
        paragraph = self.text.rfind("\n", 0, phrase.start)
        sentence = self.memory.sentence_before(self.memory.sentence_start(phrase.start))
        if sentence is None or sentence[0] < paragraph or any(s.start > paragraph for s, _ in self.spoken[-1:]):
            return None
        found = [self.resolve(p) for p in self.phrases.subjects_between(*sentence) if p.kind == "named"]
        return next((a for a in found if a.speaker_kind == "organisation"), None)

    def _unnamed_body(self, phrase: Phrase) -> Attribution | None:
        """ "La dernière note du service des eaux": a body that the cast does not hold, and no other."""
        words = self.tokens.words
        for place in range(self.tokens.first_from(phrase.start) + 1, self.tokens.first_from(phrase.end)):
            if words[place] not in self.lexicon.words["of"]:
                continue
            opening = place if words[place] == "du" else place + 1
            body = self.phrases.read_phrase(opening, phrase.end) if opening < len(words) else None
            if body is not None and body.noun is not None and body.noun.noun_class == "group" and body.is_definite:
                if (told := self.resolve(body)).speaker_kind == "organisation":
                    # "Les chiffres de l'entreprise"
                    return told
                text = " ".join(self.text[self.tokens.starts[place + 1] : phrase.end].split())
                return attribution_of(text, "group", "description")
            return None
        return None

    def _publisher(self, phrase: Phrase) -> Attribution | None:
        """ "Le ministère a publié un communiqué. Le texte précise que": whose document the sentences before name."""
        for sentence in self.memory.sentences_before(phrase.start, REACH_OF_PUBLISHER):
            phrases = self.phrases.phrases_between(*sentence)
            documents = [p for p in phrases if p.noun and p.noun.noun_class == "document" and not p.is_definite]
            is_shown = bool(documents) and self._points_at(phrase)
            told = not is_shown and any(
                sentence[0] <= s.start < sentence[1] for s, _ in self.spoken[-MAX_STATEMENTS_BACK:]
            )
            if not documents or told:
                continue
            found = [self.author(documents[0]), *(self.resolve(p) for p in self.phrases.subjects_between(*sentence))]
            return next((a for a in found if a is not None and a.speaker_kind in ("organisation", "group")), None)
        return None

    def _points_at(self, phrase: Phrase) -> bool:
        """ "Ce document", "cette note": whatever was said of it."""
        return self.tokens.words[self.tokens.first_from(phrase.start)] in self.lexicon.words["demonstrative"]

    def _issuer(self, phrase: Phrase) -> Attribution | None:
        """la note rendue publique mardi par le syndicat: the body after "par" in the same clause."""
        words = self.tokens.words
        first = self.tokens.first_from(phrase.start) + 1
        for place in range(first, min(first + MAX_ISSUER_WORDS, len(words) - 1)):
            if any(stop in self.tokens.gap(place) for stop in ".;:!?«»\n"):
                return None
            if words[place] not in self.lexicon.words["agent"]:
                continue
            if words[place - 1] in self.lexicon.words["passed_on"]:
                return None
            issuer = self.phrases.source(place + 1, self.tokens.ends[place] + 120)
            if issuer is None or issuer.named is None:
                return None
            found = self.resolve(issuer)
            return found if found.speaker_kind in ("organisation", "person") else None
        return None

    def _owner_by_relative(self, phrase: Phrase) -> Attribution | None:
        """la Banque, dont le dernier rapport évoque …: the body that stands before "dont"."""
        place = self.tokens.first_from(phrase.start) - 1
        if place < 1 or self.tokens.words[place] not in self.lexicon.words["relative_owner"]:
            return None
        before = self.index.before(self.tokens.starts[place], self.tokens.starts[max(0, place - MAX_OWNER_WORDS)])
        for named in before:
            if named.person is not None:
                return attribution_of(named.person.person.name, "person", "name")
            if named.organisation is not None:
                return attribution_of(named.organisation.name, "organisation", "organisation")
        return None

    def _owner(self, phrase: Phrase) -> Attribution | None:
        sentence = self.memory.sentence_before(phrase.start)
        subjects = [p for p in self.phrases.subjects_between(*sentence) if p.kind == "named"] if sentence else []
        return self.resolve(subjects[0]) if subjects else self._last_told(phrase)

    def _last_told(self, phrase: Phrase) -> Attribution | None:
        """« … », se défend-il. Selon ses calculs, …: who spoke in the sentence before, else the one who came up."""
        sentence = self.memory.sentence_before(phrase.start)
        spoken = [a for s, a in self.spoken[-1:] if sentence is not None and s.end > sentence[0]]
        if spoken and spoken[0].speaker is not None:
            return carried(spoken[0])
        found = self.memory.candidates(phrase.start, None, bodies=True) if sentence is not None else []
        return attribution_of(found[0].speaker, found[0].kind, "pronoun") if len(found) == 1 else None

    def read_in(self, phrase: Phrase) -> Attribution | None:
        """ "peut-on lire dans le communiqué de X": where something is read, its author speaks."""
        first = self.tokens.first_from(phrase.end)
        for index in range(first, min(first + 4, len(self.tokens.words))):
            if self.tokens.words[index] not in self.lexicon.words["reading_place"]:
                continue
            read = self.phrases.source(index + 1, self.tokens.ends[index] + 200)
            if read is not None and read.noun is not None and read.noun.noun_class == "document":
                return self.author(read)
        return None

    def spoken_at(self, phrase: Phrase) -> Attribution | None:
        """ "assure-t-on au ministère", "dit-on chez X", "réplique-t-on à sa direction": the body where "on" speaks."""
        end = min(len(self.text), phrase.end + MAX_PLACE)
        place = self.phrases.place_subject(phrase.end, end)
        found = self.resolve(place) if place is not None else None
        return found if found is not None and found.speaker_kind in ("organisation", "group") else None

    def read_there(self, phrase: Phrase) -> Attribution | None:
        """ "y lit-on", "On y lit aussi que": what was named before as a document, so its author speaks."""
        first = self.tokens.first_from(phrase.start)
        if "y" not in self.tokens.words[max(0, first - 3) : first + 4]:
            return None
        for sentence in self.memory.sentences_before(phrase.start, REACH_OF_DOCUMENT):
            documents = [
                p for p in self.phrases.phrases_between(*sentence) if p.noun and p.noun.noun_class == "document"
            ]
            for document in documents:
                author = self.author(document)
                if author is not None:
                    return author
            if documents and (body := self._acting_body(sentence)) is not None:
                return body
        return None

    def _acting_body(self, sentence: Span) -> Attribution | None:
        """ "Dans une lettre que nous avons lue, le club explique": the body that is the subject."""
        subjects = [p for p in self.phrases.subjects_between(*sentence) if not self._is_in_relative(p)]
        found = [self.resolve(phrase) for phrase in subjects]
        return next((a for a in found if a.speaker_kind == "organisation"), None)

    def _is_in_relative(self, phrase: Phrase) -> bool:
        place = self.tokens.first_from(phrase.start)
        return place > 0 and self.tokens.words[place - 1] in self.lexicon.words["relative"]

    def _pointed_source(self, phrase: Phrase) -> Attribution | None:
        """ "Cette source", "notre source": whoever the sentences just before brought up without a name."""
        opening = self.tokens.words[self.tokens.first_from(phrase.start)]
        if (
            phrase.noun is None
            or phrase.noun.noun_class != "source"
            or opening not in self.lexicon.words["demonstrative"]
        ):
            return None
        recent = self.memory.sentences_before(phrase.start, REACH_OF_PUBLISHER)
        nobody = Event(recent[-1][0] - 1 if recent else -1, 1, "", "described", None)
        stranger = self.memory.stranger_since(nobody, phrase.start, None)
        return attribution_of(stranger.speaker, stranger.kind, "title") if stranger else None

    def writer(self, phrase: Phrase) -> Attribution | None:
        """ "Dans son avis, il relève que": the body whose document the sentence names before the pronoun."""
        start = self.memory.sentence_start(phrase.start)
        for document in self.phrases.phrases_between(start, phrase.start):
            if document.is_possessive and document.noun is not None and document.noun.noun_class == "document":
                owner = self._owner(document)
                return owner if owner is not None and owner.speaker_kind == "organisation" else None
        return None
