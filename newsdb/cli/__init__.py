"""The command line: thin commands, one module a group; what they do is done below."""

# Each module adds its commands to the application when it is imported; the order is that of the help.
from newsdb.cli import loading, extraction, reporting, integrity, server  # noqa: F401, I001
from newsdb.cli.app import app

__all__ = ["app", "main"]


def main() -> None:
    """Run a command and exit."""
    app(prog_name="newsdb")
