"""Defaults < config file < environment, and a mistake is named."""

from pathlib import Path

import pytest

from companion.errors import BadInput
from companion.settings import Settings, load


def test_the_environment_outranks_the_file_and_the_file_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text('port = 5000\nollama = "http://127.0.0.1:11434"\n')
    settings = load({"SINCERELY_DATA": str(tmp_path), "SINCERELY_PORT": "6000"})
    assert (settings.port, settings.ollama, settings.language) == (6000, "http://127.0.0.1:11434", "en")
    assert settings.data == tmp_path


def test_the_command_lines_folder_outranks_the_environment(tmp_path: Path) -> None:
    assert load({"SINCERELY_DATA": "/elsewhere"}, data=tmp_path).data == tmp_path


@pytest.mark.parametrize(("text", "named"), [("port = 'many'", "port"), ("colour = 1", "colour"), ("port = ", "TOML")])
def test_a_mistake_is_named(tmp_path: Path, text: str, named: str) -> None:
    (tmp_path / "config.toml").write_text(text)
    with pytest.raises(BadInput) as caught:
        load({}, data=tmp_path)
    assert named in caught.value.message


def test_folders_and_numbers_come_from_text(tmp_path: Path) -> None:
    settings = load({"SINCERELY_BACKUPS": "~/stick", "SINCERELY_BACKUP_HOURS": "0"}, data=tmp_path)
    assert (settings.backups, settings.backup_hours) == (Path.home() / "stick", 0)
    assert load({}, data=tmp_path).backups is None


def test_defaults_need_nothing() -> None:
    assert Settings().port == 41730
