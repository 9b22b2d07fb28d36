"""Rendering a task's template: its system part, its user part, and the version that both have."""

import re
from functools import cache
from typing import Any

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from companion.prompts.fence import fenced, plain

_VERSION = re.compile(r"\{#-?\s*version (\d+)\b")


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """What goes to the model. `version` is the template's: an answer can be traced to the wording that asked for it."""

    task: str
    version: int
    system: str
    text: str


def prompt(task: str, /, **values: object) -> Prompt:
    """The prompt of `task` (a template's name). A value the template does not get is an error, not an empty place."""
    template, version = _template(task)
    blocks = {name: "".join(block(template.new_context(dict(values)))) for name, block in template.blocks.items()}
    return Prompt(task=task, version=version, system=blocks["system"].strip(), text=blocks["text"].strip())


def tasks() -> tuple[str, ...]:
    """Every task there is a template of."""
    return tuple(sorted(name.removesuffix(".j2") for name in _environment().list_templates()))


@cache
def _template(task: str) -> tuple[Template, int]:
    environment = _environment()
    assert environment.loader is not None
    source, _, _ = environment.loader.get_source(environment, f"{task}.j2")
    stated = _VERSION.match(source)
    assert stated is not None, f"{task} states no version"
    return environment.get_template(f"{task}.j2"), int(stated[1])


@cache
def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("companion.prompts"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        autoescape=False,  # noqa: S701 (a prompt is no HTML; strangers' text goes through the filter `fenced`)
    )
    filters: dict[str, Any] = made.filters
    filters.update(fenced=fenced, plain=plain)
    return made
