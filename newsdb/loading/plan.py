"""Cut the files and records of a load into the batches that are read, written and committed together."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from newsdb.loading.paths import SourcePath, file_size
from newsdb.loading.records import Records
from newsdb.loading.report import Rejection

# A batch and its rows are what a process holds in memory: some ten times the bytes of the files.
BATCH_BYTES = 4 * 1024 * 1024
# Enough of them for each process that none is left idle for long at the end, and none so small that its fixed cost
# (some hundred statements) counts.
BATCHES_A_PROCESS = 4
FEWEST_FILES = 50


@dataclass(frozen=True, slots=True)
class Batch:
    """Files and records to be loaded together, and what was refused among them before it could be loaded."""

    sources: tuple[SourcePath, ...]
    rejections: tuple[Rejection, ...]
    files: int
    """Files of the load that end in this batch: of a file that holds several articles, not every batch has one."""
    unchanged: int = 0
    """Records that were passed over."""


Unknown = Callable[[Sequence[SourcePath]], Sequence[SourcePath]]
"""Tells which of the files and records are to be read."""


def cut_batches(records: Records, most: int, processes: int, unknown: Unknown) -> Iterator[Batch]:
    """The records to be read in their order, in batches bounded by count and by bytes; a larger one is its own batch.

    They are opened as they are asked for, so that no more of them are in memory than are waited for. What need not be
    read, or was refused, is told in batches without sources, as soon as it is known.
    """
    fair = -(-records.expected() // (processes * BATCHES_A_PROCESS))
    count = min(most, max(fair, FEWEST_FILES)) if processes > 1 else most
    return _pass_over(_cut(records, count), unknown, count)


def _cut(records: Records, count: int) -> Iterator[Batch]:
    batch: list[SourcePath | Rejection] = []
    size = done = told = 0
    for found in records:
        own = file_size(found) if isinstance(found, SourcePath) else 0
        if batch and (len(batch) == count or size + own > BATCH_BYTES):
            yield _batch(batch, done - told)
            batch, size, told = [], 0, done
        batch.append(found)
        size += own
        done = records.files_done
    if batch:
        yield _batch(batch, records.files_done - told)


def _pass_over(batches: Iterable[Batch], unknown: Unknown, count: int) -> Iterator[Batch]:
    """What is left of several batches is put together, for each that is written has its fixed cost."""
    left: list[SourcePath] = []
    size = files = 0
    is_open = False
    for batch in batches:
        found = unknown(batch.sources)
        # A file of several records is done with the last one that is read, which may be waiting while the file ends.
        done = _plain(batch.sources) - _plain(found) if found else batch.files - min(is_open, batch.files)
        is_open = any(source.content is not None for source in found[-1:]) or (is_open and done == batch.files)
        if batch.rejections or len(found) < len(batch.sources):
            yield Batch((), batch.rejections, done, len(batch.sources) - len(found))
        own = sum(map(file_size, found))
        if left and found and (len(left) + len(found) > count or size + own > BATCH_BYTES):
            yield Batch(tuple(left), (), files)
            left, size, files = [], 0, 0
        left += found
        size += own
        files += batch.files - done
    if left:
        yield Batch(tuple(left), (), files)


def _plain(sources: Sequence[SourcePath]) -> int:
    return sum(source.content is None for source in sources)


def _batch(found: list[SourcePath | Rejection], files: int) -> Batch:
    sources = tuple(one for one in found if isinstance(one, SourcePath))
    rejections = tuple(one for one in found if isinstance(one, Rejection))
    return Batch(sources, rejections, files)
