"""Any page without data for machines: headings, labelled facts and trafilatura's main text → Draft."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.named import named_facts
from companion.intake.page import Page
from companion.intake.pay import read_pay
from companion.intake.places import read_location
from companion.intake.text import clean, element_text, line
from companion.intake.tree import select, to_html
from companion.model.posting import Pay

_TITLE_CUT = re.compile(r"\s+[|·»–—-]\s+|\s+@\s+")
_TITLE_FRAME = re.compile(
    r"^(?:job application for|application for|apply (?:now )?(?:for|to)|bewerbung als|candidature (?:à un emploi de|pour)|"
    r"careers?:|jobs?:|stellenangebot:?|stellenanzeige:?)\s+",
    re.IGNORECASE,
)
_AT = re.compile(
    r"^(?P<title>.{3,150}?)\s+(?:at|bei|chez|@|hos|bij|en)\s+(?P<company>[^|]{2,80}?)(?:\s+[|–—-]\s+.*)?$",
    re.IGNORECASE,
)
_LABELS: dict[str, re.Pattern[str]] = {
    "place": re.compile(r"^(?:(?:job |work )?locations?|standort(?:e)?|arbeitsort|einsatzort|ort|lieu|localisation|ubicación|localidad|plaats|"
                        r"standplaats|sede|luogo|localização|lokation|plats|lokalizacja|where|office)$", re.IGNORECASE),
    "company": re.compile(r"^(?:company|employer|unternehmen|firma|arbeitgeber|entreprise|empresa|bedrijf|azienda|organi[sz]ation|virksomhed)$", re.IGNORECASE),
    "employment": re.compile(r"^(?:(?:employment|job|contract|position|work|worker)[ -]?(?:type|status|time)|type of (?:employment|contract|position)|schedule|"
                             r"anstellungsart|beschäftigungsart|arbeitszeit|vertragsart|type de contrat|contrat|tipo de contrato|jornada|dienstverband|"
                             r"full[ -]time/part[ -]time|time type|commitment)$", re.IGNORECASE),
    "pay": re.compile(r"^(?:salary(?: range)?|pay(?: range| rate)?|compensation|wage|gehalt|vergütung|salaire|rémunération|salario|sueldo|stipendio|salaris)$", re.IGNORECASE),
    "posted": re.compile(r"^(?:(?:date )?posted(?: on| date)?|(?:job )?post(?:ing|ed)? date|date(?: of)? post(?:ed|ing)|publi(?:shed|cation date)(?: on)?|"
                         r"veröffentlicht(?: am)?|online seit|publié(?:e)? le|date de publication|fecha de publicación|publicado(?: el)?|geplaatst(?: op)?|opened)$", re.IGNORECASE),
    "until": re.compile(r"^(?:closing date|application deadline|deadline|apply (?:by|before)|valid through|expir(?:es|y)(?: date| on)?|closes(?: on)?|"
                        r"bewerbungsfrist|bewerben bis|date limite|fecha límite|sluitingsdatum|ansøgningsfrist)$", re.IGNORECASE),
}  # fmt: skip


_META_DATES = ("article:published_time", "og:published_time", "dateposted", "date", "dc.date", "publish_date")


_JOB_WORDS = re.compile(
    r"\b(?:responsibilit|requirement|qualification|experience|apply|salary|candidate|role|position|skills|benefits|"
    r"aufgaben|profil|anforderung|bewerb|kenntnisse|erfahrung|stelle|missions?|compétences|expérience|poste|candidat|"
    r"requisitos|experiencia|funciones|ofrecemos|vaga|experiência|functie|ervaring|wij bieden|esperienza|requisiti|"
    r"kvalifikationer|erfaring|arbetsuppgifter|ansök|wymagania|obowiązki|doświadczenie)",
    re.IGNORECASE,
)
_LEAST_WORDS = 40


def looks_like_a_job(text: str) -> bool:
    """Whether prose has the words of a job ad: enough text, and several of the things ads speak of."""
    return len(text.split()) >= _LEAST_WORDS and len({match.lower() for match in _JOB_WORDS.findall(text)}) >= 3


def of_label(label: str) -> str:
    """The fact a label such as "Arbeitsort" or "Closing date" names; empty where it names none."""
    return next((key for key, pattern in _LABELS.items() if pattern.match(label.strip())), "")


def page_draft(page: Page) -> Draft:
    """What headings, labels, the names of elements and the page's own meta data say."""
    title, company = _headline(page)
    facts = named_facts(page) | labelled(page)
    at = page.captured.captured_at
    location = read_location(facts.get("place", ""))
    pay = read_pay(facts["pay"]) if "pay" in facts else None
    published = (read_date(page.meta.get(name), at) for name in _META_DATES)
    return Draft(
        source="page",
        title=title,
        company=facts.get("company", "") or company,
        places=location.places,
        mode=location.mode,
        remote_scope=location.scope,
        employment=read_employment([facts["employment"]]) if "employment" in facts else (),
        pay=pay or _headline_pay(page, title),
        posted=read_date(facts.get("posted"), at) or next((day for day in published if day), None),
        valid_through=read_date(facts.get("until"), at),
    )


def _headline_pay(page: Page, title: str) -> Pay | None:
    """Pay on a line of its own near the title: "£36,000 - £40,000 per year"."""
    rows = page.text.splitlines()
    start = next((index for index, row in enumerate(rows) if title and row.strip() == title), None)
    if start is None:
        return None
    for row in rows[start + 1 : start + 16]:
        if len(row) <= 80 and (pay := read_pay(row)) is not None and pay.minimum != pay.maximum and pay.currency:
            return pay
    return None


def main_text(page: Page) -> str:
    """The page's main text by trafilatura, lists kept; empty where it finds none."""
    # Imported here: it takes a third of a second, and only the reading worker needs it.
    from trafilatura import extract

    found = extract(
        to_html(page.tree), include_comments=False, include_tables=True, include_formatting=False, favor_recall=True
    )
    return clean(found or "")


def labelled(page: Page) -> dict[str, str]:
    """Facts written as "Label: value", in definition lists, tables, or an element followed by its value."""
    found: dict[str, str] = {}
    for node in select(page.tree, "dt, th, b, strong, span, label, h3, h4, h5, h6, div, p, li"):
        if len(node) > 2:
            continue
        words = line(node.text_content())[:200] if len(node.text_content() or "") < 400 else ""
        if not words or len(words) > 160:
            continue
        label, _, value = words.partition(":")
        name = of_label(label)
        if not name or name in found:
            continue
        if not value.strip():
            following = node.getnext()
            value = line(node.tail) or (line(element_text(following)) if following is not None else "")
            if not value and (parent := node.getparent()) is not None:
                value = line(element_text(parent))[len(words) :].lstrip(" :")
        if 0 < len(value.strip()) <= 200:
            found[name] = value.strip()
    return found


def _headline(page: Page) -> tuple[str, str]:
    heading = page.line("h1[itemprop=title]", "h1[class*=title]", "h1[class*=job]", "h1", "[itemprop=title]")
    shown = _TITLE_FRAME.sub("", page.meta.get("og:title", "") or page.title)
    site = page.meta.get("og:site_name", "")
    title = heading or shown
    company = ""
    if match := _AT.match(shown):
        company = match["company"]
        title = heading or match["title"]
    elif heading and heading in page.title:
        rest = [part for part in _TITLE_CUT.split(page.title.replace(heading, "", 1)) if len(part.strip(" -|")) > 1]
        # "Title - Place | Employer Careers": the employer stands last.
        named = (
            re.sub(
                r"\s+(?:careers?|jobs?|career site|job board|karriere)$", "", rest[-1].strip(" -|"), flags=re.IGNORECASE
            )
            if rest
            else ""
        )
        company = named if len(rest) == 1 or (rest and named != rest[-1].strip(" -|")) else ""
    elif not heading:
        parts = _TITLE_CUT.split(shown)
        title = parts[0]
        company = parts[1] if len(parts) == 2 else ""
    return line(title), line(site or company, 200)
