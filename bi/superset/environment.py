"""The virtual environment of Superset, apart from newsdb's own: it needs SQLAlchemy 1.4, where newsdb needs 2.

`export PATH="$(python -m bi.superset.environment):$PATH"` makes it, unless it is there, and puts its programs first.
"""

import hashlib
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from platformdirs import user_cache_path

REQUIREMENTS = Path(__file__).with_name("requirements.txt")
FIRST, LAST = (3, 11), (3, 12)


def environment_folder() -> Path:
    """One for each content of requirements.txt and each Python, in the user's cache, so that checkouts share it."""
    made_of = REQUIREMENTS.read_bytes() + sys.version.encode()
    return user_cache_path("newsdb") / f"superset-{hashlib.sha256(made_of).hexdigest()[:12]}"


def make_environment() -> Path:
    """The folder with the programs of Superset. The first call takes minutes and 850 MB of disk."""
    if not FIRST <= sys.version_info[:2] <= LAST:
        raise SystemExit(f"Superset {pinned_version()} wants Python 3.11 or 3.12: run this with one of them")
    folder = environment_folder()
    programs = folder / "bin"
    # Written last, so that an installation that was cut off is begun anew.
    finished = folder / "finished"
    if not finished.exists():
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        pip = [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        # What pip says belongs to the person who waits, not to what is printed for the shell.
        subprocess.run([*pip, "--requirement", REQUIREMENTS], check=True, stdout=sys.stderr)
        finished.touch()
    return programs


def pinned_version() -> str:
    """Of Superset itself, as requirements.txt has it."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return next(line.partition("==")[2] for line in lines if line.startswith("apache_superset=="))


if __name__ == "__main__":
    print(make_environment())
