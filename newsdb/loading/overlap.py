"""Load batches in this process, each read while the one before is written."""

import uuid
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

from newsdb.loading.plan import Batch
from newsdb.loading.writer import Loaded, Outcome, ReadBatch, Writer


def load_overlapping(writer: Writer, run_id: uuid.UUID, batches: Iterable[Batch]) -> Iterator[Loaded]:
    """What became of each batch, in their order; two of them are in memory.

    To write is mostly to wait for the server: a thread does it, on a connection of its own, while this one looks for
    the next batch, which may be far behind what is known, and reads it.
    """
    with ThreadPoolExecutor(1, "newsdb_write") as thread:
        writing: tuple[Batch, Future[Outcome]] | None = None
        for batch in batches:
            read = writer.read(batch.sources)
            if writing is not None:
                yield _loaded(writing[0], writing[1].result())
            writing = batch, thread.submit(_write_beside, writer, run_id, read)
        if writing is not None:
            yield _loaded(writing[0], writing[1].result())


def load_in_turn(writer: Writer, run_id: uuid.UUID, batches: Iterable[Batch]) -> Iterator[Loaded]:
    """The same on the one connection that there is, whose transaction nobody else may see."""
    for batch in batches:
        yield _loaded(batch, writer.load(run_id, batch.sources))


def _write_beside(writer: Writer, run_id: uuid.UUID, read: ReadBatch) -> Outcome:
    with writer.beside() as other:
        return other.write(run_id, read)


def _loaded(batch: Batch, outcome: Outcome) -> Loaded:
    return Loaded(batch.files, len(batch.sources), outcome)
