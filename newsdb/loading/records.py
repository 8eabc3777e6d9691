"""Open the files of a load: what holds several articles is cut into records, one after the other, in bounded memory."""

from collections.abc import Iterator, Mapping, Sequence

from newsdb.errors import InputError
from newsdb.loading.paths import SourcePath, file_size, open_file, printable
from newsdb.loading.rejecting import reject_source
from newsdb.loading.report import Rejection
from newsdb.reading.containers import is_container, open_records
from newsdb.reading.containers.record import NO_COLUMNS, OPENING
from newsdb.reading.containers.streams import buffered

# A guess from which only the number of processes follows.
_RECORD_BYTES = 20_000


class Records:
    """What is in files, record by record; a plain file is its own only record and is read when its turn comes."""

    def __init__(self, sources: Sequence[SourcePath], columns: Mapping[str, str] = NO_COLUMNS) -> None:
        self.sources = sources
        self.columns = columns
        self.files_done = 0
        """Files of which nothing is left to come."""

    def __iter__(self) -> Iterator[SourcePath | Rejection]:
        for number, source in enumerate(self.sources, start=1):
            try:
                for found in self._open(source):
                    if found is source:
                        # A plain file is done with its only record; how many a container holds is seen at its end.
                        self.files_done = number
                    yield found
            except Exception as error:
                # A fault of a rule or a library costs what is left of this file alone.
                self.files_done = number
                yield reject_source(source, error)
            self.files_done = number

    def expected(self) -> int:
        """About how many there are, by the sizes of the files."""
        return sum(1 + file_size(source) // _RECORD_BYTES for source in self.sources)

    def _open(self, source: SourcePath) -> Iterator[SourcePath | Rejection]:
        with open_file(source) as file:
            if not is_container(file.read(OPENING), source.name, self.columns):
                yield source
                return
            file.seek(0)
            for found in open_records(buffered(file), source.name, self.columns):
                if isinstance(found, InputError):
                    yield reject_source(source, found)
                else:
                    yield SourcePath(source.path, printable(found.name), found.content)
