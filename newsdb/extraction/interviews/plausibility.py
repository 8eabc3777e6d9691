"""Weigh whether the questions found make an interview: how it is announced, who is presented, who says you and I."""

import re
from collections.abc import Sequence
from functools import cache, cached_property
from itertools import pairwise

from newsdb.extraction.interviews.titled import titled_names
from newsdb.extraction.interviews.turns import (
    LONGEST_HEAD,
    TurnLine,
    addresses_outside_marks,
    fold_label,
    is_report,
    label_words,
    opens_as_reply,
    opens_in_marks,
    presents_interview,
    says_i_outside_marks,
    speaks_first_person,
    speaks_outside_marks,
    speaks_to_second_person,
    starts_with_any,
)
from newsdb.extraction.speech_lexicon import Lexicon

_HEADLINE_QUOTE = re.compile(r"[^\W\d_][^:«“\"]{2,80}:\s*[«“\"]|^\s*[«“\"]|[«“\"][^»”\"]+[»”\"]\s*[,:(]")
# "Karim Alami : ma feuille de route", "Karim Alami : nous manquons d'eau"
_HEADLINE_IN_OWN_WORDS = re.compile(r"^[^:]{4,80}\s?:\s.*?\b(?:je|j['’]|nous|mon|ma|mes|notre|nos)\b", re.IGNORECASE)
# So many questions under "X : « … »" need no I or we in the answers, as long as no narrator quotes anybody.
MIN_HEADED = 3
# So many questions with one line each behind them, below an announcement.
MIN_EVEN = 5
LONGEST_RUBRIC = 80
LINES_AT_TOP = 4
# So many turns of so few words, in the middle of them all, are quick questions and answers.
MIN_QUICK = 5
MAX_QUICK_WORDS = 12


# Each answer stands in marks.
IN_MARKS = 3
# An announcement of the person alone, and a text that speaks to its readers.
PRESENTED = 2
FOR_READERS = 4
# The page opens on a question, and on its answer.
UNTITLED = 3
MIN_CHOICES = 2
_CHOICE = re.compile(r"\W*[aA]\s?[).]\s?[^\n]{1,200}\n\W*[bB]\s?[).]\s?\S")
_NAME = r"[A-ZÀ-Þ][\w'’-]+(?:\s(?:[A-ZÀ-Þ][\w'’-]+|(?:de|ben|ould|mint|el|al|bent|bint)(?=\s))){1,4}"
_FULL_NAME = re.compile(_NAME)
# "Karim Alami, géographe à Sefrou" on a line of its own
_NAME_AND_TITLE = re.compile(rf"(?:(?:M|Mme|Dr|Pr|Me)\.?\s)?{_NAME},\s[a-zà-ÿ][^.!?…:«»]*[^.!?…:«»]")


class Plausibility:
    """Scores sets of questions among the lines of one text."""

    def __init__(self, lines: Sequence[TurnLine], text: str, lexicon: Lexicon) -> None:
        self.lines = lines
        self.text = text
        self.lexicon = lexicon
        self.words = lexicon.words

    def score(self, questions: Sequence[int]) -> int:
        """How much the lines look like an interview: marks in words, you in the questions, I and we in the answers."""
        bounds = [*questions, len(self.lines)]
        blocks = [self.lines[a + 1 : b] for a, b in pairwise(bounds) if b > a + 1]
        if not blocks:
            return 0
        addressed = sum(speaks_to_second_person(self.lines[i], self.lexicon) for i in questions)
        personal = sum(self._is_personal(block) for block in blocks)
        reported = sum(self._is_reported(block) for block in blocks[:-1] or blocks)
        is_headed = self.has_headline_quote()
        is_announced = self.has_interview_mark(questions[0])
        takes_up = 2 * sum(opens_as_reply(block[0], self.text, self.lexicon) for block in blocks) >= len(blocks)
        # "Point de vue" stands above the words of an author, and of an expert who is asked.
        is_asked = addressed > 0 and takes_up and self._titles_alone(questions[0])
        is_column = not (is_announced or is_asked) and self._is_column()
        score = 3 * is_announced + is_headed - 3 * is_column + UNTITLED * (questions[0] == 0 and addressed > 0)
        score += is_announced and takes_up
        if not (is_announced or is_headed or is_column):
            if self.presents_somebody(questions[0]):
                score += PRESENTED + takes_up
            elif 2 * addressed >= len(questions) > 1 and not reported and self._titles_somebody(questions[0]):
                score += takes_up + 1
        score += 2 * (is_headed and len(blocks) >= MIN_HEADED and not reported)
        score += is_announced and len(questions) >= MIN_EVEN and all(b == a + 2 for a, b in pairwise(questions))
        score += (addressed > 0) + (5 * addressed >= 2 * len(questions)) + (len(blocks) >= 3)
        # "Que proposez-vous ? / Je propose …", from end to end.
        is_spoken = 3 * addressed >= 2 * len(questions) and personal == len(blocks) >= MIN_HEADED
        score += is_spoken and not (reported or is_column)
        score += 3 * self._is_quickfire(questions, blocks)
        score += IN_MARKS * (len(blocks) >= 3 and all(opens_in_marks(block[0], self.text) for block in blocks))
        score -= FOR_READERS * (self._is_guide or self._is_for_readers(questions, blocks))
        return score + 2 * (2 * personal >= len(blocks)) - 3 * (3 * reported >= len(blocks))

    def presents_somebody(self, first: int) -> bool:
        """ "Karim Alami, maire de Sefrou" as the headline, or "Karim Alami, maire, détaille son plan." above."""
        above = [turn.line for turn in self.lines[max(0, first - LINES_AT_TOP) : first] if turn.line.kind != "byline"]
        if self._titles_alone(first):
            return True
        head = " ".join(self.text[line.start : line.end] for line in above)
        words = head.lower().replace("’", "'")
        presenting = _presenting(self.words["presented_by"] | self.words["profiled"])
        return _FULL_NAME.search(head) is not None and presenting.search(words) is not None

    def _titles_alone(self, first: int) -> bool:
        """Whether a line above is nothing but a name and a title."""
        above = [turn.line for turn in self.lines[max(0, first - LINES_AT_TOP) : first] if turn.line.kind != "byline"]
        return any(_NAME_AND_TITLE.fullmatch(self.text, line.start, line.end) for line in above)

    def _titles_somebody(self, first: int) -> bool:
        """ "Le maire de Sefrou, Karim Alami, reçoit." above, and not before a court: a name and a title in one line."""
        above = [turn.line for turn in self.lines[max(0, first - LINES_AT_TOP) : first] if turn.line.kind != "byline"]
        head = " ".join(self.text[line.start : line.end] for line in above).lower().replace("’", "'")
        if _any_of(self.words["hearing"]).search(head) is not None:
            return False
        named = (next(titled_names(self.text, line.start, line.end, self.lexicon), None) for line in above)
        return any(name is not None for name in named)

    def _is_for_readers(self, questions: Sequence[int], blocks: Sequence[Sequence[TurnLine]]) -> bool:
        """ "Où dois-je m'adresser ? / Vous devez vous présenter …": what explains a step says you to its readers."""
        asks_i = sum(says_i_outside_marks(self.lines[i], self.text, self.lexicon) for i in questions)
        to_you = sum(
            any(addresses_outside_marks(turn, self.text, self.lexicon) for turn in block)
            and not any(map(self._says_first_person, block))
            for block in blocks
        )
        return asks_i > 1 or 3 * (asks_i + to_you) >= 2 * len(blocks)

    def offers_choices(self, questions: Sequence[int]) -> bool:
        """ "Quel âge a le port ? / a) 12 ans / b) 16 ans": whether a quiz is printed."""
        below = [self.lines[i + 1].line.start for i in questions]
        return sum(_CHOICE.match(self.text, start) is not None for start in below) >= MIN_CHOICES

    @cached_property
    def _is_guide(self) -> bool:
        """ "La réforme en cinq questions", "Vos questions, nos réponses": a line at the top says so."""
        top = " ".join(self.text[turn.line.start : turn.line.end] for turn in self.lines[:LINES_AT_TOP])
        return _any_of(self.words["guide"]).search(top.lower().replace("’", "'")) is not None

    @cached_property
    def is_press_review(self) -> bool:
        """ "Revue de presse du vendredi": what stands below the names of papers are items, and no answers."""
        top = " ".join(self.text[turn.line.start : turn.line.end] for turn in self.lines[:LINES_AT_TOP])
        return _any_of(self.words["press_review"]).search(top.lower().replace("’", "'")) is not None

    def prints_others(self, questions: Sequence[int], *, is_named: bool) -> bool:
        """Whether a page prints the words of characters, a quiz or a review under labels, and no interview.

        `is_named` says whether one of those who answer is named above.
        """
        asked = [self.lines[i] for i in questions]
        if self.has_interview_mark(questions[0]):
            return False
        if self._is_guide and not is_named:
            return True
        first = asked[0].line.start
        above = self.text[max(0, first - LONGEST_HEAD) : first].lower().replace("’", "'")
        if _any_of(self.words["session"]).search(above) is not None:
            # A chamber where members ask and a minister answers, under labels too.
            return True
        known = frozenset(questions)
        told = [
            fold_label(turn.label)
            for i, turn in enumerate(self.lines)
            if turn.label and i > questions[0] and i not in known
        ]
        if not any(turn.asks for turn in asked) and len(told) > MIN_HEADED and len(set(told)) == len(told):
            return True
        if is_named or not label_words(self.lexicon, "answer_label").isdisjoint(told):
            return False
        return _any_of(self.words["staged"]).search(above) is not None

    def _says_first_person(self, turn: TurnLine) -> bool:
        """Whether the line says I or we itself, or is all in marks and says so in them."""
        if turn.is_quoted:
            return speaks_first_person(turn, self.lexicon)
        return speaks_outside_marks(turn, self.text, self.lexicon.words["first_person"])

    def _is_quickfire(self, questions: Sequence[int], blocks: Sequence[Sequence[TurnLine]]) -> bool:
        """ "Votre premier salaire ? / Maigre.": one short line after the other; what explains a law is longer."""
        asked = sorted(len(self.lines[i].words) for i in questions)
        told = sorted(sum(len(turn.words) for turn in block) for block in blocks)
        is_short = asked[len(asked) // 2] <= MAX_QUICK_WORDS and told[len(told) // 2] <= MAX_QUICK_WORDS
        # A quiz is about the world.
        of_you = sum(speaks_to_second_person(self.lines[i], self.lexicon) for i in questions)
        return len(blocks) >= MIN_QUICK and is_short and of_you + sum(map(self._is_personal, blocks)) > 1

    def _is_personal(self, block: Sequence[TurnLine]) -> bool:
        return any(map(self._says_first_person, block))

    def _is_reported(self, block: Sequence[TurnLine]) -> bool:
        """Whether a line quotes somebody and nobody says I or we in it outside of the marks."""
        return any(is_report(turn, self.text, self.lexicon) for turn in block)

    def has_interview_mark(self, first: int) -> bool:
        lines, text = self.lines, self.text
        # "Rencontre." opens a line, or stands behind a sentence.
        head = "".join(f". {text[turn.line.start : turn.line.end]}" for turn in lines[max(0, first - 6) : first])
        if first <= 6 and lines[0].line.start <= LONGEST_RUBRIC:
            # "L'INTERVIEW DE LA SEMAINE" above the headline is none of the article's own lines.
            head = text[: lines[0].line.start] + head
        return self._is_recorded or presents_interview(head.lower(), self.lexicon)

    @cached_property
    def _is_recorded(self) -> bool:
        return any(starts_with_any(turn, self.words["recorded"], self.text) for turn in self.lines)

    def _is_column(self) -> bool:
        """ "Billet d'humeur", "La chronique de Karim Alami": a line at the top says that its author speaks."""
        first = self.lines[0].line.start
        # A rubric above the headline is none of the article's own lines.
        rubric = self.text[:first].split("\n") if first <= LONGEST_RUBRIC else []
        top = [*rubric, *(self.text[turn.line.start : turn.line.end] for turn in self.lines[:LINES_AT_TOP])]
        opening = tuple(self.words["column"])
        return any(line.strip().lower().replace("’", "'").startswith(opening) for line in top)

    def has_headline_quote(self) -> bool:
        """ "Karim Alami : « Le pont nous survivra »"."""
        heads = [self.text[t.line.start : t.line.end] for t in self.lines if t.line.kind == "headline"]
        if any(_HEADLINE_QUOTE.search(head) or _HEADLINE_IN_OWN_WORDS.search(head) for head in heads):
            return True
        # Below a rubric or a path ("Accueil / Région") that was taken for the headline.
        return any(turn.label is not None and turn.is_quoted for turn in self.lines[:LINES_AT_TOP])


@cache
def _presenting(expressions: frozenset[str]) -> re.Pattern[str]:
    """The expressions as whole words, but for "explique que", which reports."""
    return re.compile(_any_of(expressions).pattern + r"(?! qu[e'])")


@cache
def _any_of(expressions: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(words) for words in sorted(expressions))})(?![^\W_])")
