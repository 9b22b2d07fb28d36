"""The three templates as plain measures (points): restrained, one column, nothing an ATS stumbles over."""

import functools
from typing import Literal

import msgspec

from companion.model.resume import Paper, Template

POINTS_PER_MM = 72 / 25.4
PAPERS: dict[Paper, tuple[float, float]] = {"a4": (595.28, 841.89), "letter": (612.0, 792.0)}

_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())
"""Where people print on Letter (CLDR, measurement data); everywhere else it is A4."""

Colour = tuple[int, int, int]
INK: Colour = (26, 26, 30)
QUIET: Colour = (92, 94, 102)


def paper_of(country: str) -> Paper:
    """The paper of a country (ISO 3166-1 alpha-2)."""
    return "letter" if country.upper() in _LETTER else "a4"


class Style(msgspec.Struct, frozen=True, kw_only=True):
    """Measures of one template. Sizes and spaces in points; `leading` as a multiple of the size."""

    family: str
    size: float
    leading: float
    name: float
    headline: float
    heading: float
    margin: float
    top: float
    accent: Colour
    rule: Colour | None
    heading_caps: bool
    centred: bool
    section_space: float
    entry_space: float
    line_space: float
    indent: float = 11
    bullet: str = "•"
    headings: Literal["bold", "regular"] = "bold"


STYLES: dict[Template, Style] = {
    "classic": Style(
        family="garamond",
        size=11,
        leading=1.24,
        name=23,
        headline=12.5,
        heading=12.5,
        margin=62,
        top=54,
        accent=INK,
        rule=(150, 150, 156),
        heading_caps=False,
        centred=True,
        section_space=13,
        entry_space=8,
        line_space=1.6,
    ),
    "compact": Style(
        family="roboto",
        size=9.2,
        leading=1.28,
        name=17,
        headline=10.4,
        heading=10.4,
        margin=48,
        top=42,
        accent=(20, 60, 110),
        rule=(188, 196, 208),
        heading_caps=False,
        centred=False,
        section_space=9,
        entry_space=5.5,
        line_space=1.0,
        indent=9,
    ),
    "modern": Style(
        family="source",
        size=10.2,
        leading=1.32,
        name=25,
        headline=12.5,
        heading=12,
        margin=58,
        top=52,
        accent=(13, 92, 99),
        rule=None,
        heading_caps=False,
        centred=False,
        section_space=14,
        entry_space=8,
        line_space=1.6,
    ),
}

_SMALLEST = 9.0
"""Points below which print gets hard to read (ATS and career guides say 10 to 12, and never under 9)."""


@functools.lru_cache(maxsize=32)
def style_of(template: Template, density: float = 1.0) -> Style:
    """The measures of a template at a density. Spaces shrink twice as much as type."""
    style = STYLES[template]
    if density >= 1:
        return style
    size = max(style.size * density, min(style.size, _SMALLEST))
    share, space = size / style.size, density * density
    return msgspec.structs.replace(
        style,
        size=size,
        name=style.name * share,
        headline=style.headline * share,
        heading=style.heading * share,
        leading=style.leading * (0.5 + 0.5 * density),
        top=style.top * density,
        margin=style.margin * density,
        section_space=style.section_space * space,
        entry_space=style.entry_space * space,
        line_space=style.line_space * space,
    )
