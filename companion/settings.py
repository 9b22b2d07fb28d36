"""Typed settings: defaults < config file (`config.toml` in the data folder) < environment (`SINCERELY_…`).

Values only: nothing here opens a file but the config file itself. Secrets never live here; they are in the vault.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec
import platformdirs

from companion.errors import BadInput


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the companion can be told. Each name is also an environment variable, `SINCERELY_` in front."""

    data: Path = Path(platformdirs.user_data_dir("sincerely"))
    """Folder of everything stored (mode 0700)."""
    port: int = 41730
    """First port of the companion; the nine after it are tried when it is taken."""
    keys: str = "auto"
    """Where the data key is kept: `auto` (keyring, else key file), `keyring`, `passphrase`, or `file`."""
    browser: str = ""
    """Path of the Chromium to drive; empty to look for one."""
    ollama: str = ""
    """Address of an Ollama server, such as http://127.0.0.1:11434; empty for none."""
    ollama_model: str = ""
    ollama_embedding: str = ""
    broker: str = ""
    """Redis address for background work; empty for the embedded queue."""
    language: str = "en"
    backups: Path | None = None
    """Folder of backups; none for the one beside the data folder."""
    backup_hours: float = 24.0
    """Hours between backups the companion makes by itself; 0 for none."""


def load(environment: Mapping[str, str] = os.environ, *, data: Path | None = None) -> Settings:
    """Settings from defaults, the config file of the data folder, and `environment`, in rising precedence.

    `data` overrides the folder (the command line's `--data`). Raises BadInput that names the setting at fault.
    """
    values: dict[str, object] = {}
    folder = data or Path(environment.get("SINCERELY_DATA") or Settings().data)
    file = folder / "config.toml"
    if file.is_file():
        try:
            values.update(tomllib.loads(file.read_text(encoding="utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise BadInput(f"config.toml is not valid TOML: {error}", "Correct the line it names.") from error
    for name in Settings.__struct_fields__:
        if (text := environment.get(f"SINCERELY_{name.upper()}")) is not None:
            values[name] = text
    values["data"] = str(folder)
    try:
        return msgspec.convert(values, Settings, strict=False, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise BadInput(f"A setting is not valid: {error}", "See `sincerely doctor` for every setting.") from error


def _path(kind: type, value: object) -> object:
    if kind is Path:
        return Path(str(value)).expanduser()
    raise NotImplementedError
