"""Call the command line, in this process or as a process of its own."""

import subprocess
import sys
from collections.abc import Callable

from typer.testing import CliRunner, Result

from newsdb.cli import app
from tests.seeds import ROOT

Call = Callable[..., Result]


def run_command(*arguments: str) -> Result:
    """The outcome of a command: exit_code, stdout, stderr."""
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


def run_process(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """The outcome of `python -m newsdb …`, as a shell would see it."""
    return subprocess.run(
        [sys.executable, "-m", "newsdb", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
