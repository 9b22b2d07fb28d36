"""The dashboard's templates: one Jinja environment that escapes everything and fails on a missing name."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Request
from litestar.plugins.jinja import JinjaTemplateEngine
from litestar.response import Template
from litestar.template import TemplateConfig

from companion.agents import Services
from companion.matching.money import bundled
from companion.web import facts, words
from companion.web.flash import Flashes
from companion.web.identity import caller
from companion.work.schedule import spoken

RAIL = (
    ("today", "/", "Today", "t"),
    ("jobs", "/jobs", "Jobs", "j"),
    ("applications", "/applications", "Applications", "a"),
    ("resumes", "/resumes", "Resumes", "r"),
    ("answers", "/answers", "Answers", "n"),
    ("profile", "/profile", "Profile", "p"),
    ("searches", "/searches", "Searches", "s"),
    ("insights", "/insights", "Insights", "i"),
    ("activity", "/activity", "Activity", "c"),
    ("privacy", "/privacy", "Privacy", "v"),
    ("settings", "/settings", "Settings", "e"),
)
"""The left rail: name, address, word, and the letter after `g` that goes there."""


def template_config(services: Services) -> TemplateConfig[JinjaTemplateEngine]:
    """The engine Litestar renders `Template` answers with."""
    return TemplateConfig(instance=JinjaTemplateEngine.from_environment(environment(services.settings.language)))


@cache
def environment(language: str) -> Environment:
    made = Environment(
        loader=PackageLoader("companion.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    by = words.Words(language)
    shared: dict[str, Any] = made.globals
    shared.update(rail=RAIL, pill=words.pill, icon=words.icon, states=words.STATES, rates=bundled)
    made.filters.update(
        when=by.when,
        clock=by.clock,
        month=by.month,
        said=by.said,
        exact=by.exact,
        money=by.money,
        number=by.number,
        places=words.places,
        place=words.place,
        human=words.human,
        family=words.family,
        system=words.system,
        amount=words.amount,
        fact=facts.spoken,
        size=words.size,
        times=spoken,
    )
    return made


def compile_templates(language: str) -> None:
    """Compile every template now: the first to open a page waits for none."""
    made = environment(language)
    for name in made.list_templates(extensions=("html",)):
        made.get_template(name)


def page(request: Request[Any, Any, Any], template: str, *, here: str = "", **context: object) -> Template:
    """A dashboard page. `here` names the rail's entry; what was said after the last action comes with it, once."""
    flashes: Flashes = request.app.state.flashes
    return Template(template, context={"here": here, "flash": flashes.take(caller(request).id), **context})
