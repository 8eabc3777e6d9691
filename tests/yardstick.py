"""Limits of processor time that a slow machine does not break, and slower code does.

Where processors share a core and neighbours their caches, the same work takes three times as long as some minutes ago.
Of the ways to allow for that, reading ordinary text beside the hostile one would forgive code that is slow with both,
and more tries would wait for a minute that may not come. So a fixed piece of plain Python, of the kind that reading and
extraction do and with nothing of newsdb in it, is timed right before and after a second try, and the limit grows by
how much slower that was than the reference. It never shrinks.
"""

import re
from collections import Counter
from collections.abc import Callable
from time import process_time
from typing import TypeVar

Result = TypeVar("Result")

SECONDS_PER_MEGABYTE = 5
# For what a file costs beside its length.
START = 0.2
# For each record in it: a row or an item costs as much however short it is.
START_OF_RECORD = 0.001

# Seconds of the yardstick: the fastest of twelve on two processors of a rented machine, 2026-11-23 at 09:06. On faster
# days the limits stay as they are.
REFERENCE = 0.13


def run_within(seconds: float, work: Callable[[], Result], *, name: str = "it") -> Result:
    """What the work returns; an assertion fails where both of two tries take more than these processor seconds."""
    result, spent = time_of(work)
    allowed = seconds
    if spent >= allowed:
        before = slowness()
        result, spent = time_of(work)
        allowed = seconds * max(1, before, slowness())
    assert spent < allowed, f"{name} takes {spent:.2f} s of the processor; {allowed:.2f} s are allowed on it now"
    return result


def seconds_for(data: bytes, *, records: int = 0) -> float:
    """What is promised for so many bytes, whatever they are, in so many records."""
    return START + records * START_OF_RECORD + SECONDS_PER_MEGABYTE * len(data) / 1_000_000


def slowness() -> float:
    """How many times the reference the yardstick takes now."""
    return time_of(measure_machine)[1] / REFERENCE


def time_of(work: Callable[[], Result]) -> tuple[Result, float]:
    started = process_time()
    result = work()
    return result, process_time() - started


def measure_machine() -> int:
    """Find words by an expression, count, sort and cut them out of the text: more than a processor keeps at hand."""
    text = " ".join(f"Karim{n % 977} a dit : « Le marché {n * 7919 % 9973} ouvre », hier." for n in range(6_000))
    words = [(match.start(), match.group()) for match in re.finditer(r"[^\W\d_]+\d*|[«»,.:]", text)]
    names = Counter(word for _, word in words if word[0].isupper())
    by_word = sorted(words, key=lambda word: (word[1], word[0]))
    return len(names) + len({text[start - 1 : start + len(word) + 1] for start, word in by_word})
