"""Typed settings: defaults < config file (`config.toml` in the data folder) < environment (`SINCERELY_…`) < dashboard.

Values only: nothing here opens a file but the config file itself. Secrets never live here; they are in the vault.
"""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints
from urllib.parse import urlsplit

import msgspec
import platformdirs
from msgspec import Meta

from companion.errors import BadInput

Source = Literal["default", "file", "environment", "dashboard"]

_FIXED = frozenset({"data", "port", "keys"})
"""Needed before the store is open, so the dashboard cannot set them."""


class Settings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the companion can be told. Each name is also an environment variable, `SINCERELY_` in front."""

    data: Annotated[Path, Meta(description="Folder of everything stored (mode 0700).")] = Path(
        platformdirs.user_data_dir("sincerely")
    )
    port: Annotated[
        int,
        Meta(ge=0, le=65_535, description="First port of the companion; the nine after it are tried when it is taken."),
    ] = 41730
    keys: Annotated[
        Literal["auto", "keyring", "passphrase", "file"],
        Meta(description="Who keeps the data key: `auto` (keyring, else key file), `keyring`, `passphrase` or `file`."),
    ] = "auto"
    browser: Annotated[str, Meta(description="Path of the Chromium to drive; empty to look for one.")] = ""
    ollama: Annotated[
        str, Meta(description="Address of an Ollama server, such as http://127.0.0.1:11434; empty for none.")
    ] = ""
    ollama_model: Annotated[str, Meta(description="The model that rewords and drafts, as `ollama list` names it.")] = ""
    ollama_embedding: Annotated[str, Meta(description="The model for embeddings; empty for the same one.")] = ""
    ollama_context: Annotated[
        int,
        Meta(ge=1_024, le=262_144, description="Tokens the model reads at once (`num_ctx`); more takes more memory."),
    ] = 8_192
    broker: Annotated[
        str,
        Meta(description="Redis for background work, such as redis://127.0.0.1:6379/0; empty for the embedded queue."),
    ] = ""
    robots: Annotated[
        Literal["keep", "ask"],
        Meta(description="What robots.txt forbids: `keep` to it, or `ask` all the same the sites you name yourself."),
    ] = "keep"
    language: Annotated[str, Meta(description="How dates and numbers are written: `en`, `en_GB`, `de`, …")] = "en"
    backups: Annotated[Path | None, Meta(description="Folder of backups; none for the one beside the data.")] = None
    backup_hours: Annotated[
        float, Meta(ge=0, description="Hours between backups the companion makes by itself; 0 for none.")
    ] = 24.0


class Told(msgspec.Struct, frozen=True, kw_only=True):
    """One setting as people see it. `value` holds no password; `changeable` ones may be set in the dashboard."""

    name: str
    value: str
    source: Source
    text: str
    environment: str
    changeable: bool


def load(environment: Mapping[str, str] = os.environ, *, data: Path | None = None) -> Settings:
    """Settings from defaults, the config file of the data folder, and `environment`, in rising precedence.

    `data` overrides the folder (the command line's `--data`). Raises BadInput that names the setting at fault.
    """
    folder = data or Path(environment.get("SINCERELY_DATA") or Settings().data)
    return _made({**_file(folder), **_environment(environment), "data": str(folder)})


def overruled(settings: Settings, dashboard: Mapping[str, str]) -> Settings:
    """`settings` with what the person set in the dashboard. Raises BadInput that names the setting at fault."""
    if not dashboard:
        return settings
    known = {name: value for name, value in dashboard.items() if name in changeable()}
    return _made({**{name: getattr(settings, name) for name in Settings.__struct_fields__}, **known})


def changeable() -> tuple[str, ...]:
    """The settings the dashboard may set."""
    return tuple(name for name in Settings.__struct_fields__ if name not in _FIXED)


def table(
    settings: Settings, dashboard: Mapping[str, str], environment: Mapping[str, str] = os.environ
) -> tuple[Told, ...]:
    """Every setting with its value and where that came from."""
    file, around = _file(settings.data), _environment(environment)
    texts = descriptions()

    def source(name: str) -> Source:
        if name in dashboard and name not in _FIXED:
            return "dashboard"
        return "environment" if name in around else "file" if name in file else "default"

    return tuple(
        Told(
            name=name,
            value=_shown(getattr(settings, name)),
            source=source(name),
            text=texts[name],
            environment=f"SINCERELY_{name.upper()}",
            changeable=name not in _FIXED,
        )
        for name in Settings.__struct_fields__
    )


def descriptions() -> dict[str, str]:
    """Setting → what it means."""
    hints = get_type_hints(Settings, include_extras=True)
    return {name: str(hints[name].__metadata__[0].description) for name in Settings.__struct_fields__}


def _file(folder: Path) -> dict[str, object]:
    file = folder / "config.toml"
    if not file.is_file():
        return {}
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"config.toml is not valid TOML: {error}", "Correct the line it names.") from error


def _environment(environment: Mapping[str, str]) -> dict[str, str]:
    names = {f"SINCERELY_{name.upper()}": name for name in Settings.__struct_fields__}
    return {name: environment[key] for key, name in names.items() if key in environment}


def _made(values: Mapping[str, object]) -> Settings:
    try:
        return msgspec.convert(dict(values), Settings, strict=False, dec_hook=_path)
    except msgspec.ValidationError as error:
        raise BadInput(f"A setting is not valid: {error}", "See `sincerely doctor` for every setting.") from error


def _path(kind: type, value: object) -> Any:
    if kind is Path:
        return Path(str(value)).expanduser()
    raise NotImplementedError


def _shown(value: object) -> str:
    """A value without the password that an address may carry."""
    text = "" if value is None else str(value)
    parts = urlsplit(text) if "://" in text else None
    if parts is None or parts.password is None:
        return text
    return parts._replace(netloc=f"{parts.username or ''}:…@{parts.netloc.rpartition('@')[2]}").geturl()
