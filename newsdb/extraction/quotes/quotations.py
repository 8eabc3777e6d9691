"""Find the quotes among the marked words and the cue beside each; attribution says who spoke."""

import re
from dataclasses import replace

from newsdb.extraction.phrases.cues import Cue
from newsdb.extraction.phrases.nounphrases import Phrase
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.phrases.sources import Source, SourceFinder
from newsdb.extraction.quotes.headlines import bracketed_speaker
from newsdb.extraction.quotes.quotekinds import HEADINGS, Place, QuoteJudge, Setting
from newsdb.extraction.quotes.statements import Link, Passage, Statement, cues_between
from newsdb.extraction.speech_lexicon import Lexicon
from newsdb.extraction.text.marks import MarkedSpan
from newsdb.extraction.text.sentences import Span
from newsdb.extraction.text.tokens import Tokens

_ONLY_STOPS = re.compile(r"[\s,.;:!?…–—-]*$")
_SIGNED = re.compile(r"\s*[,.]?\s*(?:\(|[:–—-]\s+|,\s+)(?=[^\W\d_])")
# A verb right after the closing mark and a comma: an auxiliary, a reflexive, an inversion.
_VERB_AHEAD = re.compile(
    r"[\s\u00a0]*,\s+(?P<verb>"
    r"(?:s['’]|se |lui |nous |leur |l['’]|y |en )*(?:a|ont|avait|avaient|est|sont|était|étaient)\b"
    r"|(?:s['’]|se )\w+|\w+(?=-(?:t-)?(?:ils?|elles?|on)\b))"
)
# Any other word with the ending of a verb in the third person; its subject must follow at once.
_VERB_LIKE = re.compile(r"[\s\u00a0]*,\s+(?P<verb>[a-zà-ÿœ]{2,}(?:e|t|a|d))\s+(?=\S)")
# ", a bougonné ", ", s'est étranglée ": no speech goes on so without a subject.
_PERFECT = re.compile(
    r",[\s\u00a0]+(?P<verb>(?:a|ont|avait|(?:s['’]|se )(?:est|sont|était))\s+[a-zà-ÿœ]+(?:é|i|u|is|it|ée|ie|és))\s+"
)
_BY = re.compile(r"[\s\u00a0]+(?P<by>par)\s+")
# "« … » (on en a assez), lâche un riverain"
_ASIDE = re.compile(r"[ \u00a0]?\([^()«»“”\n]{3,160}\)(?=,[ \u00a0]\w)")
# "a été qualifié par lui de «", "est décrite par le maire comme «".
_QUALIFIED = re.compile(
    r"\w(?:é|ée|és|ées|it|ite|ites)\s+(?P<by>par)\s+(?P<who>[^,.;:«»]{2,60}?)\s+(?:de|d['’]|comme)\s*$"
)
_COLON = re.compile(r":\s*$")
_QUE = re.compile(r"\bqu(?:e|['’])\s*$", re.IGNORECASE)
_NO_VERBS = ("preposition", "singular_determiner", "plural_determiner", "relative", "coordinator", "connective")
# "met en garde X", "fait mine de s'étonner X": so many words at most stand before a name.
MAX_VERB_WORDS = 5
MAX_SIGNATURE = 160
MAX_SUBJECT_DISTANCE = 8
# Fewer marked words before a verb are a name: « Le Matin » a nommé X.
MIN_SAID_WORDS = 5

# "raconte X en souriant,", "insiste X la main sur le cœur,", "confie X jeudi,": how, where or when, up to the stop.
_CIRCUMSTANCE = re.compile(
    r"(?:en\s+\w+ant\b|(?:la|le|les|l['’])\s?(?:main|mains|doigt|regard|œil|yeux|voix|sourire|visage|air|ton|front|poing|tête|larme|larmes|gorge)"
    r"|(?:d['’]une?|avec|sans|dans|devant|depuis|sur|au|aux|à|en|chez|lors|après|avant|auprès|face|hier|ce|cette"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b)[^,.;:!?«»\n]{0,80}[,.;–—]"
)


class QuotationFinder:
    """Finds the direct quotes and fragments of one text."""

    def __init__(self, tokens: Tokens, lexicon: Lexicon, phrases: PhraseFinder, sources: SourceFinder) -> None:
        self.tokens = tokens
        self.text = tokens.text
        self.phrases = phrases
        self.sources = sources
        self.words = lexicon.words
        self.judge = QuoteJudge(tokens, lexicon, phrases)

    def find(self, passage: Passage) -> list[Statement]:
        """The quotes of a passage in order."""
        found = []
        previous_end = passage.line.start
        next_starts = [*(span.outer_start for span in passage.marked[1:]), passage.line.end]
        for number, (marked, next_start) in enumerate(zip(passage.marked, next_starts, strict=False)):
            sentence = passage.sentence_at(marked.outer_start)
            before = (max(sentence[0], previous_end), marked.outer_start)
            after_end = min(max(sentence[1], marked.outer_end), next_start)
            if (translated := self._translation(passage, number)) is not None:
                after_end = passage.sentence_at(translated.outer_end)[1]
                statement = self._read(Place(passage, translated, before, after_end), sentence)
            else:
                statement = self._read(Place(passage, marked, before, after_end), sentence)
            previous_end = marked.outer_end
            if statement is not None:
                found.append(statement)
        return found

    def _translation(self, passage: Passage, number: int) -> MarkedSpan | None:
        """ "« No pasarán » (« ils ne passeront pas »), a crié X": both quotes, each as far as the closing bracket."""
        if (aside := _ASIDE.match(self.text, passage.marked[number].outer_end, passage.line.end)) is not None:
            # "« … » (on en a assez), lâche un riverain": brackets with nobody's name
            is_named = bool(self.phrases.index.between(*aside.span()))
            return None if is_named else replace(passage.marked[number], outer_end=aside.end())
        first = number if self.text.endswith("(", 0, passage.marked[number].outer_start) else number + 1
        if not 0 < first < len(passage.marked):
            return None
        original, translated = passage.marked[first - 1], passage.marked[first]
        is_bracketed = self.text[original.outer_end : translated.outer_start].strip() == "("
        if not is_bracketed or not self.text.startswith(")", translated.outer_end):
            return None
        return replace(passage.marked[number], outer_end=translated.outer_end + 1)

    def _read(self, place: Place, sentence: Span) -> Statement | None:
        marked = place.marked
        setting = self._setting(place)
        kind = self.judge.judge(place, setting)
        end = marked.end if marked.is_closed else self._cut_incise(place, setting)
        if kind is None or end <= marked.start:
            return None
        return Statement(
            kind=kind,
            start=marked.start,
            end=end,
            place=place.passage.line.kind,
            sentence=sentence,
            link=setting.link,
            cue=setting.cue,
            phrase=setting.phrase,
            is_opening=not self.judge.has_words(sentence[0], marked.outer_start),
        )

    # --- what stands around

    def _setting(self, place: Place) -> Setting:
        after = self._after(place)
        if after is not None and after.phrase is not None and after.phrase.kind == "pronoun":
            # « …, raconte X. … », ajoute-t-elle: who it is stands between the marks.
            inside = self._inside(place)
            after = inside if inside is not None and inside.phrase and inside.phrase.kind == "named" else after
        told = after or self._inside(place) or self._ahead(place)
        return told or self._inside(place, is_described=True) or Setting("none")

    def _after(self, place: Place) -> Setting | None:
        """« … », a déclaré X · « … », a coupé X · « … », selon X · « … » (X)."""
        end = place.marked.outer_end
        if place.after_end <= end:
            return None
        for cue in cues_between(place.passage.cues, end, place.after_end)[:1]:
            if cue.form != "gerund" and not self.phrases.is_afterthought(cue) and self._is_bridge(place, cue):
                phrase = self.phrases.after_cue(cue, place.after_end)
                return Setting("phrase" if phrase else "chain", (cue.start, cue.end), phrase, True)
        unknown = self._unknown_verb(place)
        if unknown is not None:
            return unknown
        source = self.sources.first_between(end, place.after_end)
        if source is not None and _ONLY_STOPS.match(self.text, end, source.start):
            return Setting("phrase", (source.start, source.end), source.phrase, True)
        return self._agent(place) or self._signature(place)

    def _agent(self, place: Place) -> Setting | None:
        """Un projet qualifié de « … » par X."""
        match = _BY.match(self.text, place.marked.outer_end, place.after_end)
        if match is None or _COLON.search(self.text, *place.before):
            return None
        first = self.tokens.first_from(match.end())
        phrase = self.phrases.source(first, place.after_end)
        if phrase is None or not phrase.is_somebody or self.tokens.first_from(phrase.start) > first + 1:
            return None
        return Setting("phrase", match.span("by"), phrase)

    def _qualified(self, place: Place) -> Setting | None:
        """Le projet a été qualifié par X de « … »."""
        match = _QUALIFIED.search(self.text, *place.before)
        phrase = self.phrases.source(self.tokens.first_from(match.end("by")), match.end("who")) if match else None
        if match is None or phrase is None or not phrase.is_somebody:
            return None
        return Setting("phrase", match.span("by"), phrase, True)

    def _is_bridge(self, place: Place, cue: Cue) -> bool:
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
        return ended or not self.judge.has_words(*place.before) or self._names_at_once(place, cue)

    def _names_at_once(self, place: Place, cue: Cue) -> bool:
        """L'accord « ouvre la voie à d'autres » a déclaré X: the comma is forgotten, the name follows the verb."""
        first, last = self.tokens.first_from(place.marked.start), self.tokens.first_from(place.marked.end)
        phrase = self.phrases.after_cue(cue, place.after_end)
        is_named = phrase is not None and phrase.names_person and self.tokens.first_from(phrase.start) == cue.last
        return is_named and last - first >= MIN_SAID_WORDS

    def _unknown_verb(self, place: Place) -> Setting | None:
        """« … », a coupé X: right after the marks any verb reports when its subject follows."""
        match = _VERB_AHEAD.match(self.text, place.marked.outer_end, place.after_end)
        if match is None:
            return self._verb_like(place)
        first = self.tokens.first_from(match.start("verb"))
        for index in range(first, min(first + 5, len(self.tokens.words))):
            if self.tokens.words[index] in self.words["inverted_pronoun"] and self.tokens.is_joined(index):
                return Setting("phrase", match.span("verb"), self.phrases.pronoun_at(index), True)
        phrase = self.phrases.first_phrase(first + 1, place.after_end)
        if phrase is None or self.tokens.first_from(phrase.start) - first > MAX_SUBJECT_DISTANCE:
            return None
        return Setting("phrase", match.span("verb"), phrase, True)

    def _verb_like(self, place: Place) -> Setting | None:
        """« … », maugrée Karim Alami: a word like a verb, and right after it somebody."""
        match = _VERB_LIKE.match(self.text, place.marked.outer_end, place.after_end)
        if match is None:
            return None
        first = self.tokens.first_from(match.start("verb"))
        word = self.tokens.words[first]
        if word in self.phrases.nouns or any(word in self.words[kind] for kind in _NO_VERBS):
            return None
        phrase = self.phrases.first_phrase(first + 1, place.after_end)
        phrase = phrase or self.phrases.unlisted_name(first + 1, place.after_end)
        if phrase is None or not phrase.is_somebody:
            return None
        if self.tokens.first_from(phrase.start) - first > (1 if phrase.kind != "named" else MAX_VERB_WORDS):
            return None
        return Setting("phrase", match.span("verb"), phrase, True)

    def _signature(self, place: Place) -> Setting | None:
        """« … » : X, Title on a line of its own, « … » (X) anywhere."""
        marked, line = place.marked, place.passage.line
        match = _SIGNED.match(self.text, marked.outer_end, place.after_end)
        if match is None:
            return None
        is_own_line = marked.outer_start == line.start and line.end - marked.outer_end <= MAX_SIGNATURE
        if "(" not in match.group() and not is_own_line:
            return None
        first = self.tokens.first_from(match.end())
        if line.kind in HEADINGS and "(" in match.group() and (close := self.text.find(")", match.end())) > 0:
            signer = bracketed_speaker(self.phrases, match.end(), close)
            return Setting("phrase", None, signer, True) if signer is not None else None
        phrase = self.phrases.source(first, place.after_end)
        if phrase is None or phrase.kind != "named" or self.tokens.first_from(phrase.start) > first + 1:
            return None
        return Setting("phrase", None, phrase, True)

    def _inside(self, place: Place, *, is_described: bool = False) -> Setting | None:
        """« …, confie X. … »: an incise between the marks, its verb before its subject, who may be described only."""
        marked = place.marked
        for cue in cues_between(place.passage.cues, marked.start, marked.end):
            if cue.form != "finite" or "s" not in cue.frames or not self._stands_after_comma(cue):
                continue
            phrase = self.phrases.after_cue(cue, marked.end)
            is_personal = cue.pronoun is not None and cue.pronoun not in self.words["impersonal_pronoun"]
            if phrase is None or not (is_personal or self._closes_incise(phrase, marked)):
                continue
            if is_personal or phrase.kind == "named" or (is_described and self._is_person_at(phrase, cue.last)):
                return Setting("phrase", (cue.start, cue.end), phrase, True)
        return self._inside_by_any_verb(marked)

    def _inside_by_any_verb(self, marked: MarkedSpan) -> Setting | None:
        """« …, a bougonné X. … »: an auxiliary and a participle that no list holds, right before a name."""
        for match in _PERFECT.finditer(self.text, marked.start, marked.end):
            first = self.tokens.first_from(match.end("verb"))
            phrase = self.phrases.first_phrase(first, marked.end)
            if phrase is None or phrase.kind != "named" or self.tokens.first_from(phrase.start) != first:
                continue
            if self._closes_incise(phrase, marked):
                return Setting("phrase", match.span("verb"), phrase, True)
        return None

    def _closes_incise(self, phrase: Phrase, marked: MarkedSpan) -> bool:
        """An incise ends at a stop."""
        rest = self.text[phrase.end : marked.end].lstrip()
        return not rest or rest[0] in ",.;:!?–—" or _CIRCUMSTANCE.match(rest) is not None

    def _is_person_at(self, phrase: Phrase, place: int) -> bool:
        """Whether somebody without a name stands right behind the verb: "un voisin", "la patronne", "des élus"."""
        is_person = phrase.noun is not None and phrase.noun.noun_class in ("person", "group")
        return is_person and self.tokens.first_from(phrase.start) == place

    def _stands_after_comma(self, cue: Cue) -> bool:
        before = self.text[max(0, cue.start - 3) : cue.start].rstrip()
        return before.endswith((",", "!", "?", "…", "–", "—", "-"))

    def _ahead(self, place: Place) -> Setting | None:
        """X a déclaré : « … » · soulignant que « … » · Selon X, « … » · X est formel : « … »."""
        start, end = place.before
        if start >= end:
            return None
        text = self.text[start:end]
        if (qualified := self._qualified(place)) is not None:
            return qualified
        colon = _COLON.search(text) is not None
        cues = [cue for cue in cues_between(place.passage.cues, start, end) if cue.end <= end]
        if not (colon and cues and cues[-1].last == self.tokens.first_from(end)):
            # "X, qui répond : « … »", but not "X, qui avait dit non, s'emporte : « … »".
            cues = [cue for cue in cues if not self.phrases.is_in_relative(cue)] or cues
        source = self.sources.first_between(start, end)
        if source is not None and source.relative is not None and self.tokens.first_from(end) == self._behind(source):
            # "cite un ancien cadre, pour lequel « … »"
            return Setting("phrase", (source.start, source.end), source.phrase, True)
        if cues and not (source is not None and source.start <= cues[-1].start < source.end):
            cue = cues[-1]
            beside = colon or bool(_QUE.search(text)) or self.tokens.first_from(end) - cue.last <= 1
            phrase, link = self._subject_of(cue, place)
            return Setting(link, (cue.start, cue.end), phrase, beside)
        if source is not None:
            return Setting("phrase", (source.start, source.end), source.phrase, True)
        return Setting("colon", None, None, True) if colon else None

    def _behind(self, source: Source) -> int:
        """The word behind a source or its relative pronoun."""
        return self.tokens.first_from(source.relative[1] if source.relative is not None else source.end)

    def _subject_of(self, cue: Cue, place: Place) -> tuple[Phrase | None, Link]:
        start, end = place.before
        if cue.pronoun is not None:
            return self.phrases.after_cue(cue, cue.end + 1), "phrase"
        opening, is_resumed = self.phrases.opening_subject(cue)
        if opening is not None or is_resumed:
            return opening, "phrase" if opening else "resumed"
        sentence = place.passage.sentence_at(cue.start)
        if cue.form != "finite" or self.phrases.is_coordinated(cue):
            if any(other.form == "finite" for other in cues_between(place.passage.cues, sentence[0], cue.start)):
                return None, "chain"
            return self.phrases.main_subject(sentence[0], cue.start), "chain"
        is_likened = cue.first > 0 and self.tokens.words[cue.first - 1] in self.words["likening"]
        phrase = None if is_likened else self.phrases.before_cue(cue, max(sentence[0], start))
        if phrase is None and (is_likened or start == sentence[0]):
            # "Comme l'a rappelé le ministre, « … »", "Tout monte, comme l'a constaté X : « … »"
            phrase = self.phrases.first_phrase(cue.last, end)
            phrase = phrase if phrase is not None and phrase.is_somebody else None
        return phrase, "phrase" if phrase else "chain"

    def _cut_incise(self, place: Place, setting: Setting) -> int:
        """The words of an unclosed quote end where the incise that closes it begins."""
        marked = place.marked
        if setting.cue is None or not marked.start < setting.cue[0] < marked.end:
            return marked.end
        if place.passage.sentence_at(setting.cue[0])[1] < marked.end:
            return marked.end
        cut = self.text[marked.start : setting.cue[0]].rstrip()
        return marked.start + len(cut.removesuffix(","))
