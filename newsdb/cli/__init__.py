"""The command line: thin commands, one module a group; what they do is done below."""

# Each module adds its commands to the application when it is imported; the order is that of the help.
from newsdb.cli import (  # noqa: F401, I001
    loading,
    extraction,
    reporting,
    showing,
    entities,
    decisions,
    integrity,
    granting,
    server,
    reference,
)
from newsdb.cli.app import app, write_utf_8

__all__ = ["app", "main"]


def main() -> None:
    """Run a command and exit."""
    write_utf_8()
    app(prog_name="newsdb")
