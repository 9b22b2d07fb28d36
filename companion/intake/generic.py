"""Any page without data for machines: headings, labelled facts and trafilatura's main text → Draft."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re
from copy import deepcopy
from itertools import islice
from urllib.parse import urljoin

import msgspec

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.gazetteer import is_city
from companion.intake.headline import read_headline
from companion.intake.kind import count_ad_headings
from companion.intake.labels import labelled
from companion.intake.named import named_facts
from companion.intake.page import Page
from companion.intake.pay import read_pay
from companion.intake.places import Location, read_location
from companion.intake.text import clean, element_text, line
from companion.intake.tree import Element, select, to_html
from companion.model.posting import Employment, Pay, Place, WorkMode

_APPLY = re.compile(
    r"^(?:apply(?: now| here| for this (?:job|position|role)| on (?:the )?(?:company|employer)(?:'s)? (?:web)?site| online| today)?|quick apply|start (?:your )?application|"
    r"(?:jetzt |hier |online )?bewerben|zur bewerbung|postuler(?: maintenant| en ligne)?|je postule|inscribirme|aplicar|solicitar|candidatar(?:-se|se)?|solliciteer(?: nu| direct)?|"
    r"candidati(?: ora)?|ansök(?: nu| här)?|søk(?: her| på stillingen)?|ansøg|aplikuj)\W*$",
    re.IGNORECASE,
)
_POSTED = re.compile(
    r"^\W*(?:(?:re)?posted|published|advertised|listed|veröffentlicht|online seit|(?:offre )?(?:publiée?|postée?)|publicad[oa]|pubblicat[oa]|geplaatst|publicerad|udgivet|publisert|opublikowano|掲載|发布于)\b(?! by\b)",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"^\W*(?:(?:please )?apply (?:by|before|no later than)|closing date|applications? (?:close|due|deadline)|closes|deadline|bewirb dich bis|bewerbung bis|bewerbungs(?:frist|schluss)|candidature avant le|"
    r"ansök senast|sista ansökningsdag|ansøgningsfrist|søknadsfrist|solliciteer (?:voor|uiterlijk)|inscrições até)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:posted by|offered by|by|bei|chez)\s*:?\s+", re.IGNORECASE)
_NO_EMPLOYER = re.compile(
    r"\b(?:\d+ (?:days?|hours?|minutes?) ago|active \d|reviews?|view all|see all|followers?|log ?in|sign in|stars?)\b|^\S{1,4} company$|[?!]$",
    re.IGNORECASE,
)
_FACT_MARKS = re.compile(r"\s*[·•|]\s*")
_TOWN_COUNTY = re.compile(r"^[^\W\d][\w'’. -]{2,40}, [^\W\d][\w'’. -]{1,40}$")
_META_DATES = ("article:published_time", "og:published_time", "dateposted", "date", "dc.date", "publish_date")


_MOST_NODES = 15_000
_PRIVACY = re.compile(
    r"personal (?:data|information)|privacy|personenbezogen|datenschutz|données personnelles|datos personales|persoonsgegevens",
    re.IGNORECASE,
)
_NOTICE_WORDS = 6
_FIELDS = 4


def page_draft(page: Page, known: str = "") -> Draft:
    """What headings, labels, the names of elements and the page's own meta data say.

    `known` is the job's title where a better reader has it already.
    """
    headline = read_headline(page, known)
    title = headline.title
    facts = named_facts(page) | labelled(page)
    at = page.captured.captured_at
    chips = _chips(page, title)
    location = read_location(facts["place"]) if "place" in facts else chips.location
    pay = read_pay(facts["pay"]) if "pay" in facts else None
    published = (read_date(text, at) for text in (_row(page, _POSTED), *(page.meta.get(name) for name in _META_DATES)))
    employer = _employer(facts.get("company", ""))
    return Draft(
        source="page",
        title=title,
        company=headline.company if headline.sure else employer or headline.company,
        places=location.places,
        mode=location.mode or (read_location(facts["mode"]).mode if "mode" in facts else None),
        remote_scope=location.scope,
        employment=read_employment([facts["employment"]]) if "employment" in facts else chips.employment,
        pay=pay or chips.pay,
        posted=read_date(facts.get("posted"), at) or next((day for day in published if day), None),
        valid_through=read_date(facts.get("until"), at) or read_date(_row(page, _UNTIL), at),
        apply_url=_apply_link(page),
    )


def _row(page: Page, says: re.Pattern[str]) -> str:
    """The short line that begins with such words, without a colon: "Posted 19 days ago", "Apply by 5 December 2026"."""
    return next((row for row in page.text.splitlines()[:400] if len(row) <= 60 and says.match(row)), "")


def _employer(text: str) -> str:
    """What an element named after the employer says, where that can be a name."""
    name = _BY.sub("", text).strip()
    return "" if _NO_EMPLOYER.search(name) or len(name.split()) > 12 else line(name, 200)


def _apply_link(page: Page) -> str:
    """Where the page's own "Apply" leads, if it is a link to another page."""
    for link in select(page.tree, "a[href]"):
        words = line(link.text_content())[:60]
        if _APPLY.match(words) and not (link.get("href") or "").startswith(("#", "javascript:", "mailto:")):
            target = urljoin(page.url, link.get("href") or "")
            return target if target.startswith("http") and target.split("#")[0] != page.url.split("#")[0] else ""
    return ""


class _Chips(msgspec.Struct, frozen=True):
    """What the short lines around a title say: "Selby, North Yorkshire · Full time · £31,500"."""

    location: Location = Location()
    employment: tuple[Employment, ...] = ()
    pay: Pay | None = None


def _chips(page: Page, title: str) -> _Chips:
    rows = page.text.splitlines()
    start = next((index for index, row in enumerate(rows) if title and row.strip() == title), None)
    if start is None:
        return _Chips()
    near = [row for row in rows[max(0, start - 4) : start + 8] if len(row) <= 120 and row.strip() != title]
    lines = [[part for part in (part.strip(" -") for part in _FACT_MARKS.split(row)) if part] for row in near]
    pay = next((pay for row in rows[start + 1 : start + 16] if len(row) <= 80 and (pay := _stated(row))), None)
    places: dict[Place, None] = {}
    mode: WorkMode | None = None
    employment: tuple[Employment, ...] = ()
    for parts in lines:
        # A word alone may be a menu's.
        kinds = read_employment(part for part in parts if len(part) <= 24) if len(parts) > 1 else ()
        amount = next(
            (found for part in parts if len(parts) > 1 and (found := read_pay(part)) and found.currency), None
        )
        employment, pay = employment or kinds, pay or amount
        located = any(read_location(part).mode for part in parts) if len(parts) > 1 else False
        for part in parts if not places else ():
            read = read_location(part) if len(part) <= 60 else Location()
            mode = mode or read.mode
            known = [place for place in read.places if place.country and (is_city(place.city) or not place.city)]
            # In a row of facts "Town, County" is a place, whether the table knows it or not.
            sure = len(parts) > 1 and bool(kinds or amount or located) and bool(_TOWN_COUNTY.match(part))
            if len(parts) > 1 or part.count(",") in (1, 2):
                places |= dict.fromkeys(read.places if sure else known)
    return _Chips(Location(places=tuple(places), mode=mode), employment, pay)


def _stated(row: str) -> Pay | None:
    """Pay on a line of its own: "£36,000 - £40,000 per year"."""
    pay = read_pay(row)
    return pay if pay is not None and pay.minimum != pay.maximum and pay.currency else None


def main_text(page: Page) -> str:
    """The page's main text by trafilatura, lists kept; empty where it finds none."""
    # Its cost grows with the square of the paragraphs: 20,000 take a second, 40,000 three.
    if sum(1 for _ in islice(page.tree.iter(), _MOST_NODES + 1)) > _MOST_NODES:
        return page.text
    # Imported here: it takes a third of a second, and only the reading worker needs it.
    from trafilatura import extract

    found = extract(
        to_html(_without_forms(page.tree)),
        include_comments=False,
        include_tables=True,
        include_formatting=False,
        favor_recall=True,
    )
    text = clean(found or "")
    # On a bare application form the longest text is its privacy notice, and that is no ad.
    notice = len(_PRIVACY.findall(text)) >= _NOTICE_WORDS and count_ad_headings(text) < 2
    return "" if notice else text


def _without_forms(tree: Element) -> Element:
    """A copy of `tree` without application forms and lists of choices: what they ask is not what the ad says.

    Some sites wrap the whole page in one form; a form with an ad's headings in it stays.
    """
    forms = [form for form in select(tree, "form") if len(select(form, "input, select, textarea")) >= _FIELDS]
    choices = select(tree, "[role=listbox], datalist, [class^=iti__]")
    if not forms and not choices:
        return tree
    copied = deepcopy(tree)
    for node in select(copied, "form, [role=listbox], datalist, [class^=iti__]"):
        asks = node.tag != "form" or len(select(node, "input, select, textarea")) >= _FIELDS
        parent = node.getparent()
        if asks and parent is not None and not count_ad_headings(element_text(node)):
            parent.remove(node)
    return copied
