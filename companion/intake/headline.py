"""A job's title and employer from what a page puts on top: its heading, its own title and what it tells other sites."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

import msgspec

from companion.intake.gazetteer import is_city
from companion.intake.kind import is_listing_title
from companion.intake.page import Page
from companion.intake.places import read_location
from companion.intake.text import element_text, line
from companion.intake.tree import select

_TITLE_CUT = re.compile(r"\s+[|·»–—-]\s+|\s+@\s+|\s*[｜│]\s*")
_TITLE_FRAME = re.compile(
    r"^(?:job application for|application for|apply (?:now )?(?:for|to)|bewerbung als|candidature (?:à un emploi de|pour)|"
    r"career opportunities:|careers?:|jobs?:|stellenangebot:?|stellenanzeige:?)\s+",
    re.IGNORECASE,
)
_AT = re.compile(
    r"^(?P<title>.{3,150}?)\s+(?:at|bei|chez|@|hos|bij|en)\s+(?P<company>[^|]{2,80}?)(?:\s+[|–—-]\s+.*)?$",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"^[\s|–—-]*(?:(?:job |position |role )?(?:at|bei|chez|hos|bij|@|presso|hiring)|(?:bei|at) der firma)\s+(?P<company>[^|]{2,80}?)(?:\s+[|·»–—-]\s+.*)?$",
    re.IGNORECASE,
)
_TITLED = re.compile(r"(.{3,150}?)\s+(?:at|bei|chez|hos|bij)\s*$", re.IGNORECASE)
_SITE_WORDS = re.compile(
    r"[\s-]+(?:careers?(?: (?:page|site|portal))?|jobs?(?: board)?|career site|job board|karriere|stellenangebote|recruiting|recruitment)$",
    re.IGNORECASE,
)
_BEFORE_NAME = re.compile(r"^(?:careers?|jobs?|working|work|karriere) (?:at|with|bei) ", re.IGNORECASE)
_NO_TITLE = re.compile(
    r"%[A-Z][A-Z_]{4,}%|\{\{|^(?:application (?:was )?(?:submitted|received|sent)|thank(?:s| you)\b.*|success\W*|congratulations\b.*|apply(?: now| here)?|"
    r"(?:job|position) (?:details?|description|overview)|about (?:the|this) (?:job|role)|welcome\b.*|careers?|jobs?|home|menu|error\b.*|search results?|"
    r"bewerbung (?:gesendet|erfolgreich)\b.*|candidature envoyée\b.*)\W*$",
    re.IGNORECASE,
)
"""What stands in a heading and names no job."""
_LEAST_SHARED = 8
_HEADINGS = ("h1[itemprop=title]", "h1[class*=title]", "h1[class*=job]", "h1", "[itemprop=title]")
_KIND = re.compile(
    r"^(?:full|part)[ -]time$|^(?:vollzeit|teilzeit|permanent|contract|temporary|internship|remote|hybrid|on-?site|\(?[mwfdx](?:/[mwfdx*])+\)?|job(?: details?| description| ad| posting)?|jobs|careers?|vacature|vacancy|stellenangebot|stellenanzeige|stelle|offre d.emploi|oferta de empleo|vaga|lavoro|jobb|(?:now|we.re) hiring|\W*\d[\d\W]*)$",
    re.IGNORECASE,
)


class Headline(msgspec.Struct, frozen=True):
    """`sure` where the page says in words that the job is at `company` ("Cook at Larkspur")."""

    title: str = ""
    company: str = ""
    sure: bool = False


def employer_name(text: str) -> str:
    """`text` without the words sites put behind an employer's name: "Larkspur Careers", "Larkspur - Career Page"."""
    return _BEFORE_NAME.sub("", _SITE_WORDS.sub("", text.strip()))


def is_no_title(text: str) -> bool:
    """Whether a heading is a template's slot, a confirmation or a section's name instead of a job's title."""
    return bool(_NO_TITLE.search(text.strip()))


def read_headline(page: Page, known: str = "") -> Headline:
    """Title and company from "Job Application for X at Y", "X - Y", "X | Y Careers" and the heading.

    `known` is the job's title where a better reader has it already, so that it is not cut in two.
    """
    heading = known or _heading(page)
    site = employer_name(page.meta.get("og:site_name", ""))
    shown = [_TITLE_FRAME.sub("", text) for text in (page.title, page.meta.get("og:title", "")) if text]
    if not heading:
        return _unheaded(shown, site)
    beside = ""
    for text in shown:
        if heading not in text:
            first, *others = _TITLE_CUT.split(text)
            # The page's own title may be shorter than its heading.
            if len(others) == 1 and len(first) >= _LEAST_SHARED and heading.startswith(first):
                beside = beside or _beside("", others[0])
            continue
        before, _, after = text.partition(heading)
        # "Title at Heading": some sites make the employer their heading.
        if not known and (titled := _TITLED.match(before)):
            return Headline(line(titled[1]), line(heading, 200), sure=True)
        if named := _NAMED.match(after):
            return Headline(line(heading), line(employer_name(named["company"]), 200), sure=True)
        beside = beside or _beside(before, after)
    return Headline(line(heading), line(site or beside, 200))


def _heading(page: Page) -> str:
    for selector in _HEADINGS:
        for node in select(page.tree, selector)[:3]:
            text = line(element_text(node))
            if not text or is_no_title(text):
                continue
            # A heading that names a list counts only with a number in it, or where the page's own title says the same.
            if not is_listing_title(text) or text[0].isdigit() or is_listing_title(page.title or "x"):
                return text
    return ""


def _unheaded(shown: list[str], site: str) -> Headline:
    for text in shown:
        if match := _AT.match(text):
            return Headline(line(match["title"]), line(site or match["company"], 200))
        parts = _TITLE_CUT.split(text)
        if len(parts) == 2 and not parts[1].endswith((" at", " bei")):
            return Headline(line(parts[0]), line(site or parts[1], 200))
    words = next((text for text in reversed(shown) if text), "")
    return Headline(line(_TITLE_CUT.split(words)[0]), line(site, 200))


def _beside(before: str, after: str) -> str:
    """The company in what a page's title says beside the job's."""
    parts = [
        part
        for part in (part.strip(" -|–—@·,:()") for side in (before, after) for part in _TITLE_CUT.split(side))
        if len(part) > 1
    ]
    if not parts:
        return ""
    # "Title - Place | Employer Careers": the employer stands last.
    if (employer := employer_name(parts[-1])) != parts[-1]:
        return employer
    named = [part for part in parts if not _KIND.match(part) and not _is_place(part)]
    return named[0] if len(named) == 1 else ""


def _is_place(text: str) -> bool:
    places = read_location(text).places
    return bool(places) and all(is_city(place.city) or (place.country and not place.city) for place in places)
