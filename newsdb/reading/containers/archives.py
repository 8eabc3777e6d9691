"""Cut ZIP archives, WACZ crawls and tars into their members; nothing is ever written to a disk."""

import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterator
from io import SEEK_END, BufferedReader, BytesIO
from pathlib import PurePosixPath
from typing import cast

from newsdb.errors import InputError, MalformedFile, TruncatedFile, UnknownFormat, UnsafeFile
from newsdb.reading.containers.record import Found, Opener, Place
from newsdb.reading.containers.streams import Budget, Inflated, buffered, read_whole
from newsdb.reading.containers.zip_members import open_member

# As in folders: documentation that lies beside press files.
DOCUMENTATION = frozenset({".md", ".rst"})
ENCRYPTED = 0x1
TAR_MAGIC = (257, b"ustar")
# What only office documents and books have.
_OFFICE_MEMBERS = frozenset({"[Content_Types].xml", "mimetype"})
_WACZ_MEMBERS = frozenset({"datapackage.json"})
# A place before the first byte, in memory or in a file, one beyond any file; a name that is not in its encoding.
_LEADS_NOWHERE = (ValueError, OSError, OverflowError)


def is_zip(opening: bytes) -> bool:
    """A member, or the end of an archive that has none."""
    return opening.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_tar(opening: bytes) -> bool:
    at, magic = TAR_MAGIC
    return opening[at : at + len(magic)] == magic


def cut_zip(stream: BufferedReader, place: Place, open_inner: Opener) -> Iterator[Found]:
    """The records of the members, in the order of the archive; of a WACZ, those of its crawls."""
    seekable = stream if stream.seekable() else BytesIO(read_whole(stream, place.name))
    try:
        archive = zipfile.ZipFile(seekable)
    except NotImplementedError as error:
        raise _packed_otherwise(error, place.name) from error
    except (zipfile.BadZipFile, *_LEADS_NOWHERE) as error:
        raise TruncatedFile(
            f"no list of members at the end of the ZIP archive ({error}), so it may be cut",
            where=place.name,
            remedy="fetch it again",
        ) from error
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        names = {member.filename for member in members}
        if names & _OFFICE_MEMBERS:
            raise UnknownFormat("an office document or a book", where=place.name, remedy="save its text as plain text")
        is_wacz = names >= _WACZ_MEMBERS
        budget = Budget(place.name, seekable.seek(0, SEEK_END))
        for member in members:
            if is_wacz and not member.filename.startswith("archive/"):
                continue
            yield from _member(archive, member, place, open_inner, budget)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: Place, open_inner: Opener, budget: Budget
) -> Iterator[Found]:
    inner = _inner_place(place, member.filename)
    if isinstance(inner, InputError):
        yield inner
    elif inner and member.flag_bits & ENCRYPTED:
        yield UnsafeFile("it is encrypted", where=inner.name, remedy="unpack it with its password, then load it")
    elif inner:
        try:
            source = open_member(archive, member)
        except NotImplementedError as error:
            yield _packed_otherwise(error, inner.name)
        except (zipfile.BadZipFile, lzma.LZMAError, EOFError, *_LEADS_NOWHERE) as error:
            yield MalformedFile(
                f"the member of the archive is damaged ({error})", where=inner.name, remedy="fetch the archive again"
            )
        else:
            yield from open_inner(buffered(Inflated(source, inner.name, budget)), inner)


def _packed_otherwise(error: NotImplementedError, name: str) -> UnknownFormat:
    """For what zipfile knows of and does not unpack: it is no damage, and fetching it again gives the same."""
    return UnknownFormat(
        f"it is packed in a way that is not read ({error})",
        where=name,
        remedy="unpack the archive, then load its files",
    )


def cut_tar(stream: BufferedReader, place: Place, open_inner: Opener) -> Iterator[Found]:
    """The records of the regular files, in the order of the tar."""
    blocks = _Blocks(stream)
    try:
        with tarfile.open(fileobj=blocks, mode="r|") as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isreg() else None
                if content is None:
                    continue
                inner = _inner_place(place, member.name)
                if isinstance(inner, InputError):
                    yield inner
                elif inner:
                    member_stream = Inflated(cast(BufferedReader, content), inner.name, Budget(inner.name, member.size))
                    yield from open_inner(buffered(member_stream), inner)
    except (tarfile.TarError, ValueError, OverflowError) as error:
        raise TruncatedFile(
            f"the tar ends early or is damaged ({error}); what came before was read",
            where=place.name,
            remedy="fetch it again",
        ) from error

    if not blocks.last.endswith(b"\0" * tarfile.BLOCKSIZE):
        raise TruncatedFile("the tar has no end; what came before was read", where=place.name, remedy="fetch it again")


class _Blocks(io.RawIOBase):
    """The blocks of a tar, of which the last is known: a tar that is cut between two members looks like a whole one."""

    def __init__(self, stream: BufferedReader) -> None:
        self.stream = stream
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        data = self.stream.read(size)
        self.last = data or self.last
        return data


def _inner_place(place: Place, member: str) -> Place | InputError | None:
    """The place of a member; None for what is passed over in folders too, an error for a path that leaves."""
    path = PurePosixPath(member.replace("\\", "/") or "no name")
    name = f"{place.name}!/{'/'.join(part for part in path.parts if part != '/')}"
    if path.is_absolute() or ".." in path.parts or path.parts[0].endswith(":"):
        return UnsafeFile("the path of the member leads out of the archive", where=name, remedy="leave it out")
    is_hidden = any(part.startswith((".", "__MACOSX")) for part in path.parts)
    return None if is_hidden or path.suffix.lower() in DOCUMENTATION else place.inside(name)
