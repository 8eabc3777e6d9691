"""Cut the files and records of a load into the batches that are read, written and committed together."""

from collections.abc import Iterator
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


def cut_batches(records: Records, most: int, processes: int) -> Iterator[Batch]:
    """The records in their order, in batches bounded by count and by bytes; a larger one is a batch of its own.

    They are opened as they are asked for, so that no more of them are in memory than are waited for.
    """
    fair = -(-records.expected() // (processes * BATCHES_A_PROCESS))
    count = min(most, max(fair, FEWEST_FILES)) if processes > 1 else most
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


def _batch(found: list[SourcePath | Rejection], files: int) -> Batch:
    sources = tuple(one for one in found if isinstance(one, SourcePath))
    rejections = tuple(one for one in found if isinstance(one, Rejection))
    return Batch(sources, rejections, files)
