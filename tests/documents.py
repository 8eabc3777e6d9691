"""Run the blocks of a page from top to bottom and put beside each what it printed; as a program, rewrite a page.

`python -m tests.documents docs/tutorial.md` writes into the page what the code prints now, on an empty database.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from newsdb.config import Settings
from newsdb.database import embedded
from newsdb.database.binaries import find_binaries
from tests.seeds import ROOT

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def environment_of_a_reader(database_url: str) -> dict[str, str]:
    """Of somebody who follows a page: newsdb and psql on the path."""
    programs = (str(Path(sys.executable).parent), str(find_binaries(Settings.from_environment({})).folder))
    path = os.pathsep.join((*programs, os.environ["PATH"]))
    return {**os.environ, "NEWSDB_URL": database_url, "PATH": path, "PGCONNECT_TIMEOUT": "10", "LC_ALL": "C.UTF-8"}


def run_page(page: str, environment: dict[str, str], folder: Path) -> str:
    """The page with what its blocks print in a folder: a console block by itself, a Python block in the text below."""
    printed = ""

    def run(block: re.Match[str]) -> str:
        nonlocal printed
        language, body = block[1], block[2]
        if language == "shell":
            call(["bash", "-ec", body], environment, folder)
        elif language == "python":
            printed = call([sys.executable, "-c", body], environment, folder)
        elif language == "text":
            return f"```text\n{printed}\n```"
        elif language == "console":
            command = first_command(body.removeprefix("$ "))
            return f"```console\n$ {command}\n{call(['bash', '-c', command], environment, folder)}\n```"
        return block[0]

    return BLOCK.sub(run, page)


def first_command(body: str) -> str:
    """The lines up to the one on which every quotation mark is closed."""
    lines = body.split("\n")
    end = next(end for end in range(1, len(lines) + 1) if "\n".join(lines[:end]).count('"') % 2 == 0)
    return "\n".join(lines[:end])


def call(command: list[str], environment: dict[str, str], folder: Path) -> str:
    done = subprocess.run(command, env=environment, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stderr}"
    return "\n".join(line.rstrip() for line in done.stdout.rstrip().split("\n"))


def rewrite(path: Path) -> None:
    """Write into the page what its blocks print on a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "seeds").symlink_to(ROOT / "seeds")
        settings = Settings(home=Path(folder) / "home")
        try:
            environment = environment_of_a_reader(embedded.start(settings).url)
            path.write_text(run_page(path.read_text(encoding="utf-8"), environment, Path(folder)), encoding="utf-8")
        finally:
            embedded.stop(settings)


if __name__ == "__main__":
    rewrite(Path(sys.argv[1]))
