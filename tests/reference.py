"""companion/REFERENCE.md, written from the code itself: settings, commands, MCP and error codes.

`python -m tests.reference` writes it anew; `tests/unit/test_reference.py` fails while it says less than the code does.
"""

import argparse
import asyncio
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from mcp import Client

from companion import cli, errors
from companion.agents.mcp.server import mcp_server
from companion.settings import Settings, table
from tests.fakes.companion import made_companion

FILE = Path(cli.__file__).with_name("REFERENCE.md")
_OPENING = """# Reference

Everything that can be set, called and met, written from the code (`python -m tests.reference`).
What the extension and the companion say to each other is in [web/PROTOCOL.md](web/PROTOCOL.md).
"""


def written() -> str:
    """The whole page."""
    parts = [_OPENING, _settings(), _commands(), asyncio.run(_mcp()), _errors()]
    return "\n".join(parts)


def _settings() -> str:
    rows = [
        f"| `{one.name}` | {one.text} | {_default(one.name)} | `{one.environment}` |"
        for one in table(Settings(), {}, {})
    ]
    order = (
        "In rising precedence: default, `config.toml` in the data folder, environment, the Settings page of the "
        "dashboard (not for `data`, `port` and `keys`). Secrets are no settings: they are in the vault."
    )
    return _section("Settings", order, ("setting", "what it means", "default", "environment"), rows)


def _default(name: str) -> str:
    value = getattr(Settings(), name)
    return "the system's own" if name == "data" else f"`{value}`" if value not in ("", None) else "none"


def _commands() -> str:
    rows = [f"| `{words}` | {text} |" for words, text in _walk(cli._parser(), "sincerely")]
    return _section(
        "Commands", "`--data FOLDER` before the command names another data folder.", ("command", "does"), rows
    )


def _walk(parser: argparse.ArgumentParser, words: str) -> Iterator[tuple[str, str]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {one.dest: one.help or "" for one in action._choices_actions}
            for name, below in action.choices.items():
                deeper = list(_walk(below, f"{words} {name}"))
                if deeper:
                    yield from deeper
                    continue
                yield f"{words} {name}{_own(below)}", helps.get(name, "")


def _own(parser: argparse.ArgumentParser) -> str:
    given = [one for one in parser._actions if not isinstance(one, argparse._HelpAction)]
    named = [one.option_strings[-1] if one.option_strings else str(one.metavar or one.dest).upper() for one in given]
    return "".join(f" [{name}]" if name.startswith("-") else f" {name}" for name in named)


async def _mcp() -> str:
    with tempfile.TemporaryDirectory() as folder, made_companion(Path(folder) / "data") as services:
        async with Client(mcp_server(services)) as client:
            tools = [f"| `{one.name}` | tool | {one.description} |" for one in (await client.list_tools()).tools]
            found = (await client.list_resources()).resources
            resources = [f"| `{one.uri}` | resource | {one.description} |" for one in found]
            templates = (await client.list_resource_templates()).resource_templates
            resources += [f"| `{one.uri_template}` | resource | {one.description} |" for one in templates]
            prompts = [
                f"| `{one.name}` | prompt | {one.description} |" for one in (await client.list_prompts()).prompts
            ]
        await services.fetcher.aclose()
    what = (
        "On stdio by `sincerely mcp`; on `/mcp` of the companion's address with a token (Settings › Pairing). "
        "Nothing here submits: `request_submission` asks the person. Text of job ads comes marked as untrusted."
    )
    return _section("MCP", what, ("name", "kind", "what it does"), [*tools, *resources, *prompts])


def _errors() -> str:
    drawn = dict(re.findall(r"(\w+) +(\S.*?) {2,}\d{3}$", errors.__doc__ or "", re.MULTILINE))
    drawn["SincerelyError"] = "a mistake of ours"
    rows = [
        f"| `{kind.code}` | {kind.status} | {kind.title} | {drawn.get(kind.__name__, '')} |"
        for kind in _kinds(errors.SincerelyError)
        if kind.__module__ == errors.__name__
    ]
    what = "The same codes in the API (RFC 9457 problem details), the extension, the command line and MCP."
    return _section("Errors", what, ("code", "status", "what a person reads first", "when"), rows)


def _kinds(kind: type[errors.SincerelyError]) -> Iterator[type[errors.SincerelyError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


def _section(title: str, text: str, head: tuple[str, ...], rows: list[str]) -> str:
    lines = [f"## {title}", text, "", f"| {' | '.join(head)} |", f"|{' --- |' * len(head)}", *rows, ""]
    return "\n".join(lines)


if __name__ == "__main__":
    FILE.write_text(written(), encoding="utf-8")
