"""Every error that newsdb raises; each keeps its facts as attributes and writes its own sentence.

NewsdbError
├── InputError            a file or record that cannot be loaded: what, where, what next
│   ├── EmptyFile
│   ├── NotText           NUL bytes or binary content
│   ├── WrongEncoding     bytes that are not valid in the encoding
│   ├── TruncatedFile
│   ├── MalformedFile     breaks the rules of its own format
│   ├── FileTooLarge      more bytes than newsdb reads at once, or many more than were compressed
│   ├── UnsafeFile        reaches out of itself: entities, paths that leave an archive, archives in archives
│   ├── UnknownFormat     text in a format that newsdb does not read
│   ├── NoArticle         readable, but holds no article
│   ├── UnreadablePage    markup of a size or depth that no page of an article has
│   ├── UnreadablePath    no such file, no permission
│   └── Suppressed        a takedown keeps it out
├── DatabaseError         the database cannot be used as asked
│   ├── NoServer          no server could be started or reached
│   ├── WrongRevision     the schema is at another revision than this newsdb
│   └── PromiseBroken     the database refused a row: evidence or a constraint
├── UnknownName           a name that is judged and that no article prints
├── WrongDecision         a correction or takedown of what is not there, or with a value that its field cannot have
├── UnknownArticle        no article, or several, by that id, file name or headline
├── UnknownReport
├── WrongParameter        an argument is none, or a report needs a parameter, does not take it, or cannot read its value
├── MissingExtra          a library of an optional extra is not installed
├── GoldError             a gold file that cannot be scored
└── ModelError            the optional model is missing, or is another than the one named
"""


class NewsdbError(Exception):
    """What went wrong, where, and what to do next, in one sentence each."""

    def __init__(self, what: str, *, where: str, remedy: str) -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.where}: {self.what}; {self.remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        # Keyword-only arguments do not survive the default pickling, and workers send errors home.
        return (_rebuild, (type(self), self.what, self.where, self.remedy))


def _rebuild(kind: type[NewsdbError], what: str, where: str, remedy: str) -> NewsdbError:
    return kind(what, where=where, remedy=remedy)


class InputError(NewsdbError):
    """A file or record that cannot be loaded; the others are. `where` is `name` or `name:line` or `name@byte`."""


class EmptyFile(InputError):
    """Nothing but white space."""


class NotText(InputError):
    """NUL bytes or binary content where text was expected."""


class WrongEncoding(InputError):
    """Bytes that are not valid in the encoding."""


class TruncatedFile(InputError):
    """The file ends before its format says it may."""


class MalformedFile(InputError):
    """What the file says it is and what it holds do not agree."""


class FileTooLarge(InputError):
    """More bytes than newsdb reads at once, or many more than were compressed."""


class UnsafeFile(InputError):
    """A file that reaches out of itself or into itself, as attacks do and articles never need."""


class UnknownFormat(InputError):
    """Text in a format that newsdb does not read."""


class NoArticle(InputError):
    """The file can be read, but holds no article."""


class UnreadablePage(InputError):
    """Markup of a size or depth that no page of an article has; to read it would take time without bound."""


class UnreadablePath(InputError):
    """A path that does not exist or may not be read."""


class Suppressed(InputError):
    """A file that holds nothing but what was taken down."""


class DatabaseError(NewsdbError):
    """The database cannot be used as asked."""


class NoServer(DatabaseError):
    """No server could be started or reached."""


class WrongRevision(DatabaseError):
    """The schema is at another revision than this newsdb needs."""


class PromiseBroken(DatabaseError):
    """The database refused a row."""


class UnknownName(NewsdbError):
    """A name that no article prints."""


class WrongDecision(NewsdbError):
    """A decision about what is not there, or that cannot be read."""


class UnknownArticle(NewsdbError):
    """No article, or several, are meant."""


class UnknownReport(NewsdbError):
    """No report has that name."""


class WrongParameter(NewsdbError):
    """An argument is none, or a report needs a parameter, does not take it, or cannot read its value."""


class MissingExtra(NewsdbError):
    """A library that only an optional extra brings is not installed."""


class GoldError(NewsdbError):
    """A gold file that cannot be scored."""


class ModelError(NewsdbError):
    """The optional model is not installed, or is not the one that the extractor's name stands for."""
