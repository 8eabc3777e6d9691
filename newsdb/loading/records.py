"""Open the files of a load: what holds several articles is cut into records, one after the other, in bounded memory."""

from collections.abc import Iterator, Mapping, Sequence

from newsdb.errors import InputError
from newsdb.loading.files import reject
from newsdb.loading.paths import SourcePath, open_file, printable
from newsdb.loading.report import Rejection
from newsdb.reading.containers import is_container, open_records
from newsdb.reading.containers.record import NO_COLUMNS, OPENING

# Held in memory at once, besides the one record that passes the limit.
BATCH_BYTES = 64 * 1024 * 1024
# A guess from which only the number of processes follows.
_RECORD_BYTES = 20_000


class Records:
    """What is in files, as batches of records; a plain file is its own only record and is read when its turn comes."""

    def __init__(self, sources: Sequence[SourcePath], columns: Mapping[str, str] = NO_COLUMNS) -> None:
        self.sources = sources
        self.columns = columns
        self.files_done = 0
        """Files of which nothing is left to come."""

    def __iter__(self) -> Iterator[SourcePath | Rejection]:
        for number, source in enumerate(self.sources, start=1):
            try:
                for found in self._open(source):
                    # A plain file is done with its only record; how many a container holds is seen at its end.
                    self.files_done = number if found is source else number - 1
                    yield found
            except InputError as error:
                self.files_done = number
                yield reject(source.name, error)

    def batches(self, most: int) -> Iterator[list[SourcePath | Rejection]]:
        """Records that are loaded together: at most so many, and fewer of large ones."""
        batch: list[SourcePath | Rejection] = []
        size = 0
        for found in self:
            batch.append(found)
            size += len(found.content or b"") if isinstance(found, SourcePath) else 0
            if len(batch) >= most or size >= BATCH_BYTES:
                yield batch
                batch, size = [], 0
        if batch:
            yield batch

    def expected(self) -> int:
        """About how many there are, by the sizes of the files."""
        return sum(1 + _size(source) // _RECORD_BYTES for source in self.sources)

    def _open(self, source: SourcePath) -> Iterator[SourcePath | Rejection]:
        with open_file(source) as stream:
            if not is_container(stream.peek(OPENING)[:OPENING], source.name, self.columns):
                yield source
                return
            for found in open_records(stream, source.name, self.columns):
                if isinstance(found, InputError):
                    yield reject(source.name, found)
                else:
                    yield SourcePath(source.path, printable(found.name), found.content)


def _size(source: SourcePath) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
