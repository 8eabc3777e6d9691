"""Cut the files of a load into the batches that are read, written and committed together."""

from collections.abc import Iterator, Sequence

from newsdb.loading.paths import SourcePath, file_size

# A batch and its rows are what a process holds in memory: some ten times the bytes of the files.
BATCH_BYTES = 4 * 1024 * 1024
# Enough of them for each process that none is left idle for long at the end, and none so small that its fixed cost
# (some hundred statements) counts.
BATCHES_A_PROCESS = 4
FEWEST_FILES = 50


def cut_batches(sources: Sequence[SourcePath], most_files: int, processes: int) -> Iterator[Sequence[SourcePath]]:
    """The files in their order, in batches bounded by count and by bytes; a larger file is a batch of its own."""
    fair = -(-len(sources) // (processes * BATCHES_A_PROCESS))
    count = min(most_files, max(fair, FEWEST_FILES)) if processes > 1 else most_files
    first = size = 0
    for place, source in enumerate(sources):
        own = file_size(source)
        if place > first and (place - first == count or size + own > BATCH_BYTES):
            yield sources[first:place]
            first, size = place, 0
        size += own
    if first < len(sources):
        yield sources[first:]
