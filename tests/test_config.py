"""Settings come from the environment, once."""

from pathlib import Path

import platformdirs
import pytest

from newsdb.config import Settings


def test_nothing_set_means_the_user_s_data_folder_and_no_url() -> None:
    expected = Settings(home=platformdirs.user_data_path("newsdb"), url=None, binaries=None)
    assert Settings.from_environment({}) == expected
    assert Settings.from_environment({"NEWSDB_URL": "", "NEWSDB_HOME": "", "NEWSDB_BINARIES": ""}) == expected


def test_variables_are_taken_over(tmp_path: Path) -> None:
    settings = Settings.from_environment(
        {"NEWSDB_URL": "postgresql:///press", "NEWSDB_HOME": str(tmp_path), "NEWSDB_BINARIES": "/usr/bin"}
    )
    assert settings == Settings(home=tmp_path, url="postgresql:///press", binaries=Path("/usr/bin"))


def test_a_home_that_is_written_short_is_made_whole(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", "/home/reader")
    assert Settings.from_environment({"NEWSDB_HOME": "here"}).home == tmp_path / "here"
    assert Settings.from_environment({"NEWSDB_HOME": "~/press"}).home == Path("/home/reader/press")


@pytest.mark.parametrize(("value", "is_on"), [("1", True), ("yes", True), ("", False), ("0", False), ("False", False)])
def test_the_optional_model_is_off_unless_asked_for(value: str, is_on: bool) -> None:
    assert Settings.from_environment({"NEWSDB_SPACY": value}).uses_spacy is is_on
    assert not Settings.from_environment({}).uses_spacy
