"""Turn a Document into Facts: interview first, then the cast, then who said what; each step is a module of its own."""

import contextlib
import gc
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from newsdb.config import Settings
from newsdb.document import IGNORED_SEGMENT_KINDS, Document, Segment
from newsdb.extraction.cast import Cast
from newsdb.extraction.castindex import CastIndex
from newsdb.extraction.casting import find_cast
from newsdb.extraction.interviews.interviewees import answer_quotes, find_interviewee, speaks_for_interviewee
from newsdb.extraction.interviews.interviews import Interview, find_interview
from newsdb.extraction.people.model import LANGUAGE, MODEL, MODEL_VERSION, require_model
from newsdb.extraction.people.model_people import add_people
from newsdb.extraction.phrases.cues import find_cues
from newsdb.extraction.phrases.phrases import PhraseFinder
from newsdb.extraction.phrases.sources import SourceFinder
from newsdb.extraction.quotes.headlines import HeadlineReader, speakers_of
from newsdb.extraction.quotes.indirect import IndirectFinder
from newsdb.extraction.quotes.quotations import QuotationFinder
from newsdb.extraction.quotes.statements import Passage, Statement, cues_between
from newsdb.extraction.speakers.attribution import Attributor
from newsdb.extraction.speakers.pullquotes import link_repetitions
from newsdb.extraction.speakers.rejoinders import answer_own_questions
from newsdb.extraction.speech_lexicon import Lexicon, load_lexicon
from newsdb.extraction.text.marks import MarkedSpan, find_marked_spans, with_plain_marks
from newsdb.extraction.text.sentences import Line, split_lines, split_sentences
from newsdb.extraction.text.tokens import Tokens, split_words
from newsdb.facts import Facts, Occurrence, Quote
from newsdb.language.pack import has_language

# Rises with every change of reading or extraction that changes a fact: the loader then reads all files anew.
VERSION = 11
_WITH_MODEL = f"+{MODEL} {MODEL_VERSION}"
# The data is a function of the files and of the extractor, so the whole process goes by one: loads and their workers,
# which inherit the environment, whatever reads a file again, and the name that the database records. An argument
# handed down from a --model option would have to pass through each of these, and one that forgot it would write
# facts of the rules under the name of the model.
USES_MODEL = Settings.from_environment().uses_spacy
EXTRACTOR = f"rules {VERSION}{_WITH_MODEL if USES_MODEL else ''}"
_TURNS = frozenset({"question", "answer"})


def require_extractor() -> None:
    """Raise ModelError now, before any file is read, if the model is asked for and cannot be used."""
    if USES_MODEL:
        require_model()


def extract_facts(document: Document) -> Facts:
    """Everything that the document says of people, organisations and who said what.

    By the rules, and where NEWSDB_SPACY is set with the people that the model adds; raises ModelError if it cannot be
    used. A language without a pack gives its segments and no facts, with "none" as extractor.
    """
    return extract_facts_with_model(document) if USES_MODEL else extract_facts_by_rules(document)


def extract_facts_by_rules(document: Document) -> Facts:
    """By the rules alone, whatever the setting."""
    with _no_collector():
        return _extract(document, with_model=False)


def extract_facts_with_model(document: Document) -> Facts:
    """With the people that the model adds, whatever the setting. Raises ModelError."""
    with _no_collector():
        return _extract(document, with_model=document.language == LANGUAGE)


@contextlib.contextmanager
def _no_collector() -> Iterator[None]:
    """Keep Python's collector of cycles out, of which extraction makes next to none.

    It looks through all that is found so far again and again: 40 % of the time of a text with thousands of names.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _extract(document: Document, *, with_model: bool) -> Facts:
    if not has_language(document.language):
        return Facts(document.segments, document.authors, (), (), (), (), "none")
    interview = find_interview(document)
    cast = find_cast(document, interview.segments, interview.labels)
    name = f"rules-{document.language} {VERSION}"
    if with_model:
        cast = add_people(document, interview.segments, cast)
        name += _WITH_MODEL
    return Facts(
        segments=interview.segments,
        authors=document.authors,
        people=tuple(member.person for member in cast.people),
        organisations=cast.organisations,
        quotes=find_quotes(document, interview, cast),
        ambiguous=cast.ambiguous,
        extractor=name,
    )


def find_quotes(document: Document, interview: Interview, cast: Cast) -> tuple[Quote, ...]:
    """Answers, direct quotes, fragments and indirect speech, in text order of their main printing."""
    index = CastIndex(cast)
    statements = _report(document, interview.segments, index)
    answers = answer_quotes(document, interview, index)
    interviewee = find_interviewee(document, interview, index)
    ignored = [segment for segment in document.segments if segment.kind in IGNORED_SEGMENT_KINDS]
    quotes = link_repetitions([quote for quote in [*answers, *statements] if not _touches(quote, ignored)])
    quotes = speaks_for_interviewee(document, answer_own_questions(document.text, quotes), interviewee)
    return tuple(sorted(quotes, key=lambda quote: (quote.occurrences[0].start, quote.occurrences[0].end)))


def _touches(quote: Quote, ignored: Sequence[Segment]) -> bool:
    """Whether a part of it is navigation or the like: marks may open before such a segment and close behind it.

    An answer goes on behind "Lire aussi", and is none where it begins or ends there.
    """
    for printed in quote.occurrences:
        place = bisect_right(ignored, printed.start, key=lambda segment: segment.end)
        if place == len(ignored) or ignored[place].start >= printed.end:
            continue
        last = ignored[bisect_left(ignored, printed.end, key=lambda segment: segment.start) - 1]
        if quote.kind != "answer" or ignored[place].start <= printed.start or last.end >= printed.end:
            return True
    return False


def _report(document: Document, segments: Sequence[Segment], index: CastIndex) -> list[Quote]:
    """The quotes outside of questions and answers."""
    lexicon = load_lexicon(document.language)
    lines = [line for line in split_lines(document.text, segments) if line.kind not in _TURNS]
    tokens = split_words(with_plain_marks(document.text))
    phrases = PhraseFinder(tokens, lexicon, index)
    passages = list(_passages(tokens, lexicon, lines))
    attributor = Attributor(phrases, lexicon, index, passages)
    sources = SourceFinder(phrases)
    quotations = QuotationFinder(tokens, lexicon, phrases, sources)
    indirect = IndirectFinder(tokens, lexicon, phrases, sources)
    headlines = HeadlineReader(phrases, lexicon)
    quotes = []
    headed = []
    for passage in passages:
        found = [*quotations.find(passage), *indirect.find(passage)]
        for statement in sorted(found, key=lambda statement: (statement.start, statement.end)):
            quotes.append(_quote(document.text, statement, attributor))
        if not found:
            headed += [_quote(document.text, statement, attributor) for statement in headlines.find(passage)]
    # "X : C" may tell of X; who speaks below it speaks in it too.
    return [*quotes, *(quote for quote in headed if quote.attribution.speaker in speakers_of(quotes))]


def _passages(tokens: Tokens, lexicon: Lexicon, lines: Sequence[Line]) -> Iterator[Passage]:
    text = tokens.text
    marked = find_marked_spans(text, lines)
    lines = _join_lines(lines, marked)
    cues = find_cues(tokens, lexicon)
    starts = [span.outer_start for span in marked]
    for line in lines:
        inside = marked[bisect_left(starts, line.start) : bisect_left(starts, line.end)]
        shields = [(span.outer_start, span.outer_end) for span in inside]
        sentences = split_sentences(
            text,
            line.start,
            line.end,
            shields=shields,
            abbreviations=lexicon.words["abbreviation"],
            number_abbreviations=lexicon.words["abbreviation_before_number"],
            openings=lexicon.words["subject_pronoun"] | lexicon.words["definite_article"],
        )
        yield Passage(line, sentences, inside, tuple(cues_between(cues, line.start, line.end)))


def _join_lines(lines: Sequence[Line], marked: Sequence[MarkedSpan]) -> list[Line]:
    """Lines over which a quote runs on become one, so that the cue after its last word is found beside it."""
    joined: list[Line] = []
    spans = iter(marked)
    span = next(spans, None)
    for line in lines:
        while span is not None and span.outer_end <= line.start:
            span = next(spans, None)
        if joined and span is not None and span.outer_start < joined[-1].end and line.start < span.outer_end:
            joined[-1] = Line(joined[-1].start, line.end, joined[-1].kind)
        else:
            joined.append(line)
    return joined


def _quote(text: str, statement: Statement, attributor: Attributor) -> Quote:
    occurrence = Occurrence(statement.start, statement.end, text[statement.start : statement.end], statement.place)
    return Quote(statement.kind, (occurrence,), attributor.attribute(statement))
