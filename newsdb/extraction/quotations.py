"""Decide which marked words are quotes and find the cue beside them; attribution says who spoke."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsdb.extraction.cues import Cue
from newsdb.extraction.marks import MarkedSpan
from newsdb.extraction.nounphrases import Phrase
from newsdb.extraction.phrases import PhraseFinder
from newsdb.extraction.sentences import Span
from newsdb.extraction.sources import find_source
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.statements import Link, Passage, Statement, cues_between
from newsdb.extraction.tokens import Tokens
from newsdb.facts import QuoteKind

_ONLY_STOPS = re.compile(r"[\s,.;:!?…–—-]*$")
_SIGNED = re.compile(r"\s*[,.]?\s*(?:\(|[:–—-]\s+|,\s+)(?=[^\W\d_])")
# A verb right after the closing mark and a comma: an auxiliary, a reflexive, an inversion.
_VERB_AHEAD = re.compile(
    r"[\s\u00a0]*,\s+(?P<verb>"
    r"(?:s['’]|se |lui |nous |leur |l['’]|y |en )*(?:a|ont|avait|avaient|est|sont|était|étaient)\b"
    r"|(?:s['’]|se )\w+|\w+(?=-(?:t-)?(?:ils?|elles?|on)\b))"
)
# Any other word with the ending of a verb in the third person; its subject must follow at once.
_VERB_LIKE = re.compile(r"[\s\u00a0]*,\s+(?P<verb>[a-zà-ÿœ]{2,}(?:e|it|a|ent|aient|èrent|nd|nt))\s+(?=\S)")
_BY = re.compile(r"[\s\u00a0]+(?P<by>par)\s+")
_SAYING = re.compile(r"\s*,?\s+(?:comme|ainsi que) (?:on |l['’]on |le veut |dit l)", re.IGNORECASE)
_COLON = re.compile(r":\s*$")
_QUE = re.compile(r"\bqu(?:e|['’])\s*$", re.IGNORECASE)
_NO_VERBS = ("preposition", "singular_determiner", "plural_determiner", "relative", "coordinator", "connective")
_HEADINGS = frozenset({"headline", "subheading", "standfirst", "caption"})
MIN_DIRECT_WORDS = 3
# "met en garde X", "fait mine de s'étonner X": so many words at most stand before a name.
MAX_VERB_WORDS = 5
MIN_PHRASE_WORDS = 5
MIN_UNINTRODUCED_WORDS = 8
MAX_NAME_WORDS = 9
MAX_SIGNATURE = 160


@dataclass(frozen=True, slots=True)
class _Place:
    """Marked words in their passage: what of the sentence stands before them, and where what follows them ends."""

    passage: Passage
    marked: MarkedSpan
    before: Span
    after_end: int


@dataclass(frozen=True, slots=True)
class _Setting:
    """What stands around marked words: the cue, the phrase beside it, how they are tied."""

    link: Link
    cue: Span | None = None
    phrase: Phrase | None = None
    is_beside: bool = False
    """Whether the cue leads straight to the words or follows them."""


class QuotationFinder:
    """Finds the direct quotes and fragments of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, phrases: PhraseFinder) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.phrases = phrases
        self.words = lexicon.words
        self.clause_words = lexicon.finite | lexicon.words["subject_pronoun"]
        self.is_finite = lexicon.is_finite

    def find(self, passage: Passage) -> list[Statement]:
        """The quotes of a passage in order."""
        found = []
        previous_end = passage.line.start
        next_starts = [*(span.outer_start for span in passage.marked[1:]), passage.line.end]
        for marked, next_start in zip(passage.marked, next_starts, strict=False):
            sentence = passage.sentence_at(marked.outer_start)
            before = (max(sentence[0], previous_end), marked.outer_start)
            after_end = min(max(sentence[1], marked.outer_end), next_start)
            statement = self._read(_Place(passage, marked, before, after_end), sentence)
            previous_end = marked.outer_end
            if statement is not None:
                found.append(statement)
        return found

    def _read(self, place: _Place, sentence: Span) -> Statement | None:
        marked = place.marked
        setting = self._setting(place)
        kind = self._kind(place, setting)
        if kind is None:
            return None
        return Statement(
            kind=kind,
            start=marked.start,
            end=marked.end if marked.is_closed else self._cut_incise(place, setting),
            place=place.passage.line.kind,
            sentence=sentence,
            link=setting.link,
            cue=setting.cue,
            phrase=setting.phrase,
            is_opening=not self._has_words(sentence[0], marked.outer_start),
        )

    # --- what stands around

    def _setting(self, place: _Place) -> _Setting:
        return self._after(place) or self._inside(place) or self._ahead(place) or _Setting("none")

    def _after(self, place: _Place) -> _Setting | None:
        """« … », a déclaré X · « … », a coupé X · « … », selon X · « … » (X)."""
        end = place.marked.outer_end
        for cue in cues_between(place.passage.cues, end, place.after_end)[:1]:
            if cue.form != "gerund" and not self.phrases.is_afterthought(cue) and self._is_bridge(place, cue):
                phrase = self.phrases.after_cue(cue, place.after_end)
                return _Setting("phrase" if phrase else "chain", (cue.start, cue.end), phrase, True)
        unknown = self._unknown_verb(place)
        if unknown is not None:
            return unknown
        source = find_source(self.phrases, end, place.after_end)
        if source is not None and _ONLY_STOPS.match(self.text, end, source.start):
            return _Setting("phrase", (source.start, source.end), source.phrase, True)
        return self._agent(place) or self._signature(place)

    def _agent(self, place: _Place) -> _Setting | None:
        """Un projet qualifié de « … » par X."""
        match = _BY.match(self.text, place.marked.outer_end, place.after_end)
        if match is None or _COLON.search(self.text, *place.before):
            return None
        first = self.tokens.first_from(match.end())
        phrase = self.phrases.source(first, place.after_end)
        if phrase is None or not phrase.is_somebody or self.tokens.first_from(phrase.start) > first + 1:
            return None
        return _Setting("phrase", match.span("by"), phrase)

    def _is_bridge(self, place: _Place, cue: Cue) -> bool:
        """Whether the cue follows the closing mark at once, or over "comme l'a dit"."""
        marked = place.marked
        first = self.tokens.first_from(marked.outer_end)
        if not self.words["bridge"].issuperset(self.tokens.words[first : cue.first]):
            return False
        if first < cue.first:
            return True
        gap = self.text[marked.outer_end : cue.start]
        if not _ONLY_STOPS.match(gap):
            return False
        ended = bool(gap.strip()) or self.text[marked.end - 1] in ",.!?…" or cue.pronoun is not None
        return ended or not self._has_words(*place.before)

    def _unknown_verb(self, place: _Place) -> _Setting | None:
        """« … », a coupé X: right after the marks any verb reports when its subject follows."""
        match = _VERB_AHEAD.match(self.text, place.marked.outer_end, place.after_end)
        if match is None:
            return self._verb_like(place)
        first = self.tokens.first_from(match.start("verb"))
        for index in range(first, min(first + 5, len(self.tokens.words))):
            if self.tokens.words[index] in self.words["inverted_pronoun"] and self.tokens.is_joined(index):
                return _Setting("phrase", match.span("verb"), self.phrases.pronoun_at(index), True)
        phrase = self.phrases.first_phrase(first + 1, place.after_end)
        if phrase is None or self.tokens.first_from(phrase.start) - first > MIN_UNINTRODUCED_WORDS:
            return None
        return _Setting("phrase", match.span("verb"), phrase, True)

    def _verb_like(self, place: _Place) -> _Setting | None:
        """« … », maugrée Karim Alami: a word like a verb, and right after it somebody."""
        match = _VERB_LIKE.match(self.text, place.marked.outer_end, place.after_end)
        if match is None:
            return None
        first = self.tokens.first_from(match.start("verb"))
        word = self.tokens.words[first]
        if word in self.phrases.nouns or any(word in self.words[kind] for kind in _NO_VERBS):
            return None
        phrase = self.phrases.first_phrase(first + 1, place.after_end)
        if phrase is None or not phrase.is_somebody:
            return None
        if self.tokens.first_from(phrase.start) - first > (1 if phrase.kind != "named" else MAX_VERB_WORDS):
            return None
        return _Setting("phrase", match.span("verb"), phrase, True)

    def _signature(self, place: _Place) -> _Setting | None:
        """« … » : X, Title on a line of its own, « … » (X) anywhere."""
        marked, line = place.marked, place.passage.line
        match = _SIGNED.match(self.text, marked.outer_end, place.after_end)
        if match is None:
            return None
        is_own_line = marked.outer_start == line.start and line.end - marked.outer_end <= MAX_SIGNATURE
        if "(" not in match.group() and not is_own_line:
            return None
        first = self.tokens.first_from(match.end())
        phrase = self.phrases.source(first, place.after_end)
        if phrase is None or phrase.kind != "named" or self.tokens.first_from(phrase.start) > first + 1:
            return None
        return _Setting("phrase", None, phrase, True)

    def _inside(self, place: _Place) -> _Setting | None:
        """« …, confie X. … »: an incise between the marks, its verb before its subject."""
        marked = place.marked
        for cue in cues_between(place.passage.cues, marked.start, marked.end):
            if cue.form != "finite" or "s" not in cue.frames or not self._stands_after_comma(cue):
                continue
            phrase = self.phrases.after_cue(cue, marked.end)
            is_personal = cue.pronoun is not None and cue.pronoun not in self.words["impersonal_pronoun"]
            if phrase is not None and (is_personal or self._closes_incise(phrase, marked)):
                return _Setting("phrase", (cue.start, cue.end), phrase, True)
        return None

    def _closes_incise(self, phrase: Phrase, marked: MarkedSpan) -> bool:
        """A named incise ends at a stop, and gives what no speaker gives of himself: a name or a title."""
        rest = self.text[phrase.end : marked.end].lstrip()
        return (not rest or rest[0] in ",.;:!?–—") and phrase.kind == "named"

    def _stands_after_comma(self, cue: Cue) -> bool:
        before = self.text[max(0, cue.start - 3) : cue.start].rstrip()
        return before.endswith((",", "!", "?", "…", "–", "—", "-"))

    def _ahead(self, place: _Place) -> _Setting | None:
        """X a déclaré : « … » · soulignant que « … » · Selon X, « … » · X est formel : « … »."""
        start, end = place.before
        text = self.text[start:end]
        colon = _COLON.search(text) is not None
        cues = [cue for cue in cues_between(place.passage.cues, start, end) if cue.end <= end]
        source = find_source(self.phrases, start, end)
        if cues and not (source is not None and source.start <= cues[-1].start < source.end):
            cue = cues[-1]
            beside = colon or bool(_QUE.search(text)) or self.tokens.first_from(end) - cue.last <= 1
            phrase, link = self._subject_of(cue, place)
            return _Setting(link, (cue.start, cue.end), phrase, beside)
        if source is not None:
            return _Setting("phrase", (source.start, source.end), source.phrase, True)
        return _Setting("colon", None, None, True) if colon else None

    def _subject_of(self, cue: Cue, place: _Place) -> tuple[Phrase | None, Link]:
        start, end = place.before
        if cue.pronoun is not None:
            return self.phrases.after_cue(cue, cue.end + 1), "phrase"
        sentence = place.passage.sentence_at(cue.start)
        if cue.form != "finite" or self.phrases.is_coordinated(cue):
            if any(other.form == "finite" for other in cues_between(place.passage.cues, sentence[0], cue.start)):
                return None, "chain"
            return self.phrases.main_subject(sentence[0], cue.start), "chain"
        phrase = self.phrases.before_cue(cue, max(sentence[0], start))
        if phrase is None and start == sentence[0]:
            # "Comme l'a rappelé le ministre, « … »"
            phrase = self.phrases.first_phrase(cue.last, end)
            phrase = phrase if phrase is not None and phrase.is_somebody else None
        return phrase, "phrase" if phrase else "chain"

    def _has_words(self, start: int, end: int) -> bool:
        """Whether anything but a connective stands in [start, end)."""
        text = self.text[start:end].replace("’", "'").strip(" \u00a0,:;.…–—-\n").lower()
        return bool(text) and text not in self.words["connective"]

    def _cut_incise(self, place: _Place, setting: _Setting) -> int:
        """The words of an unclosed quote end where the incise that closes it begins."""
        marked = place.marked
        if setting.cue is None or not marked.start < setting.cue[0] < marked.end:
            return marked.end
        if place.passage.sentence_at(setting.cue[0])[1] < marked.end:
            return marked.end
        cut = self.text[marked.start : setting.cue[0]].rstrip()
        return marked.start + len(cut.removesuffix(","))

    # --- quote or not

    def _kind(self, place: _Place, setting: _Setting) -> QuoteKind | None:
        """Direct speech, a fragment of it, or None for a term, a name, a slogan or a saying."""
        marked = place.marked
        first, last = self.tokens.first_from(marked.start), self.tokens.first_from(marked.end)
        words = self.tokens.words[first:last]
        if not words or _SAYING.match(self.text, marked.outer_end):
            return None
        is_clause = not self.clause_words.isdisjoint(words) or any(self.is_finite(word) for word in words)
        if self._is_announced_name(first, place, setting, is_clause=is_clause):
            return None
        if self._looks_like_name(place, setting, is_clause=is_clause):
            return None
        introduced = setting.link != "none"
        if len(words) < MIN_DIRECT_WORDS:
            return "fragment" if introduced else None
        opens = not self._has_words(place.passage.sentence_at(marked.outer_start)[0], marked.outer_start)
        if is_clause:
            if introduced or opens or len(words) >= MIN_UNINTRODUCED_WORDS or self._is_predicate(place, words):
                return "direct"
            return "fragment" if place.passage.line.kind not in _HEADINGS else None
        stands_alone = opens and not self._has_words(marked.outer_end, place.after_end)
        if stands_alone or self._is_speech_phrase(place, setting, len(words), opens=opens):
            return "direct"
        return "fragment" if introduced and setting.link != "colon" else None

    def _is_predicate(self, place: _Place, words: Sequence[str]) -> bool:
        """Le club « ne commente pas les rêves des autres »: the words go on from a subject that speaks."""
        if len(words) <= MIN_DIRECT_WORDS or self.text[place.marked.start].isupper():
            return False
        if words[0] not in self.words["negative_particle"] and not self.is_finite(words[0]):
            return False
        return self.phrases.main_subject(*place.before) is not None

    def _is_speech_phrase(self, place: _Place, setting: _Setting, count: int, *, opens: bool) -> bool:
        """Whether words without a verb are long enough, or so introduced, that they are speech and no colour."""
        if setting.link == "colon":
            return self.text[place.marked.start].isupper() or count >= MIN_UNINTRODUCED_WORDS
        if setting.link == "none" and count > MIN_PHRASE_WORDS and self._holds_determiner(place.marked):
            sentence = place.passage.sentence_at(place.marked.outer_start)
            subject = self.phrases.main_subject(sentence[0], place.marked.outer_start)
            return subject is not None and (subject.noun is None or subject.noun.noun_class != "document")
        return count >= MIN_UNINTRODUCED_WORDS or (setting.is_beside and (opens or count >= MIN_PHRASE_WORDS))

    def _holds_determiner(self, marked: MarkedSpan) -> bool:
        """« le symptôme d'un mal »: a term is printed without its determiner, words of a speaker often with it."""
        word = self.tokens.words[self.tokens.first_from(marked.start)]
        is_determiner = word in self.words["singular_determiner"] or word in self.words["plural_determiner"]
        return is_determiner and self.text[marked.start].islower()

    def _looks_like_name(self, place: _Place, setting: _Setting, *, is_clause: bool) -> bool:
        """Whether the words are capitalised like a name or a title within the author's sentence."""
        marked = place.marked
        first, last = self.tokens.first_from(marked.start), self.tokens.first_from(marked.end)
        count = last - first
        if is_clause and (count > MIN_PHRASE_WORDS + 1 or setting.link != "none"):
            return False
        if not self.text[marked.start].isupper() or setting.link == "colon" or not self._has_words(*place.before):
            return False
        capitals = sum(self.text[start].isupper() for start in self.tokens.starts[first + 1 : last])
        return capitals >= 1 and count <= MAX_NAME_WORDS and capitals * 4 >= count - 1

    def _is_announced_name(self, first: int, place: _Place, setting: _Setting, *, is_clause: bool) -> bool:
        """Whether a word like "intitulé", "programme" or "slogan" announces the words."""
        start, end = place.before
        for index in range(first - 1, max(-1, first - 4), -1):
            if self.tokens.starts[index] < start:
                return False
            is_next = index == first - 1
            gap = self.text[self.tokens.ends[index] : end if is_next else self.tokens.starts[index + 1]]
            if any(stop in gap for stop in ",.;!?()»") or (":" in gap and is_clause):
                # "X ne mâche pas ses mots : « … »": what follows a colon and says something is no name.
                return False
            word = self.tokens.words[index]
            is_cue = setting.cue is not None and setting.cue[0] <= self.tokens.starts[index] < setting.cue[1]
            if word in self.words["strong_name_cue"] and not (is_cue and word in self.words["said_of"]):
                return is_next or ":" not in gap
            if word in self.words["name_cue"] and self.text[place.marked.start].isupper():
                return is_next or ":" not in gap
            if is_cue:
                return is_next and index > 0 and self.tokens.words[index - 1] in self.words["slogan_bearer"]
            if not is_next and word in self.words["preposition"]:
                return False
        return False
