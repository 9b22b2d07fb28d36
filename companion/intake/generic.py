"""Any page without data for machines: headings, labelled facts and trafilatura's main text → Draft."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re
from copy import deepcopy
from itertools import islice
from urllib.parse import urljoin

from companion.intake.dates import read_date
from companion.intake.draft import Draft
from companion.intake.employment import read_employment
from companion.intake.gazetteer import is_city
from companion.intake.named import named_facts
from companion.intake.page import Page
from companion.intake.pay import read_pay
from companion.intake.places import Location, read_location
from companion.intake.text import clean, element_text, line
from companion.intake.tree import Element, select, to_html
from companion.model.posting import Pay, Place, WorkMode

_TITLE_CUT = re.compile(r"\s+[|·»–—-]\s+|\s+@\s+")
_TITLE_FRAME = re.compile(
    r"^(?:job application for|application for|apply (?:now )?(?:for|to)|bewerbung als|candidature (?:à un emploi de|pour)|"
    r"career opportunities:|careers?:|jobs?:|stellenangebot:?|stellenanzeige:?)\s+",
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


_OUTSIDE = frozenset({"nav", "form", "footer", "select"})
_NO_VALUE = re.compile(r"^\W*$|\[\[|\{\{|%[A-Z_]+%|_{3,}|(?:^|\s)[-•] .*\s[-•] ")
"""Menus, unfilled templates and blanks."""
_ABOUT_JOBS = re.compile(
    r"\btemplates?\b|\bform\b|\bformular\w*|\bbewerb(?:en|ung(?:s\w*|en)?|er)\b|lettre de motivation|candidature spontanée[ ,:]|\bcover letters?\b|\bhow to\b|"
    r"\btips\b|\bwie (?:läuft|schreib|bewirb)|\?|\bemail templates|\bratgeber|\bguide\b|\bstrategies\b|\bsubmit your\b|"
    r"^(?:job |employment )?application(?: form| center)?$|^apply(?: now)?$|^careers?$|^welcome\b|^jobs?$|^form\b",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"^(?:current )?(?:job )?(?:openings|vacancies|opportunities|positions|offene stellen|stellenangebote)\b|\bopen(?:ings| positions| roles| jobs)\b(?: at)?|^(?:top|all|latest|search)\b.*\bjobs\b|"
    r"^jobs (?:at|in)\b|\b\d[\d,]* (?:\w+ )?jobs\b|\bjob (?:search|openings|listings)\b|^join (?:us|our team)$|offres d.emploi|posizioni aperte|\bjobs & \w+ jobs\b",
    re.IGNORECASE,
)
_AD_HEADINGS = re.compile(
    r"^\W*(?:(?:key |main |your |job |core |essential )?(?:responsibilities|duties|tasks|requirements|qualifications|skills(?: and experience)?|profile)|what you(?:.ll| will) (?:do|bring|need)|"
    r"what we(?:.re looking for| offer| expect)|who you are|about (?:the|this) (?:role|job|position)|about you|job description|the role|your role|you have|we offer|benefits|perks|nice to have|"
    r"(?:deine |ihre )?aufgaben|(?:dein |ihr )?profil|(?:das )?(?:bieten wir|erwartet dich|bringst du mit|bringen sie mit)|wir bieten|anforderungen|stellenbeschreibung|qualifikationen?|"
    r"(?:vos |les |tes )?missions?|(?:votre |le |ton )?profil(?: recherché)?|description du poste|compétences|avantages|funciones|requisitos(?: m[ií]nimos)?|responsabilidades|ofrecemos|qu[eé] ofrecemos|"
    r"se ofrece|descripci[oó]n(?: del puesto)?|perfil|competencias|requisits|funcions|s.ofereix|responsabilità|requisiti|offriamo|functieomschrijving|wat ga je doen|wie ben jij|wij bieden|"
    r"arbetsuppgifter|kvalifikationer|vi erbjuder|arbeidsoppgaver|kvalifikasjoner|vi tilbyr|opgaver|obowiązki|wymagania|oferujemy|atividades|requisitos e qualificações|benefícios)\b.{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
_APPLY = re.compile(
    r"^(?:apply(?: now| here| for this (?:job|position|role)| on (?:the )?(?:company|employer)(?:'s)? (?:web)?site| online| today)?|quick apply|start (?:your )?application|"
    r"(?:jetzt |hier |online )?bewerben|zur bewerbung|postuler(?: maintenant| en ligne)?|je postule|inscribirme|aplicar|solicitar|candidatar(?:-se|se)?|solliciteer(?: nu| direct)?|"
    r"candidati(?: ora)?|ansök(?: nu| här)?|søk(?: her| på stillingen)?|ansøg|aplikuj)\W*$",
    re.IGNORECASE,
)
_FACT_MARKS = re.compile(r"\s*[·•|]\s*")
_META_DATES = ("article:published_time", "og:published_time", "dateposted", "date", "dc.date", "publish_date")


_JOB_WORDS = re.compile(
    r"\b(?:responsibilit|requirement|qualification|experience|apply|salary|candidate|role|position|skills|benefits|"
    r"aufgaben|profil|anforderung|bewerb|kenntnisse|erfahrung|stelle|missions?|compétences|expérience|poste|candidat|"
    r"requisitos|experiencia|funciones|ofrecemos|vaga|experiência|functie|ervaring|wij bieden|esperienza|requisiti|"
    r"kvalifikationer|erfaring|arbetsuppgifter|ansök|wymagania|obowiązki|doświadczenie)",
    re.IGNORECASE,
)
_LEAST_WORDS = 40
_MOST_NODES = 15_000
_PRIVACY = re.compile(
    r"personal (?:data|information)|privacy|personenbezogen|datenschutz|données personnelles|datos personales|persoonsgegevens",
    re.IGNORECASE,
)
_NOTICE_WORDS = 6
_FIELDS = 4


def looks_like_a_job(text: str) -> bool:
    """Whether prose has the words of a job ad: enough text, and several of the things ads speak of."""
    return len(text.split()) >= _LEAST_WORDS and len({match.lower() for match in _JOB_WORDS.findall(text)}) >= 3


def is_ad_heading(text: str) -> bool:
    """Whether a line is a heading within an ad, such as "Requirements" or "Wir bieten"."""
    return bool(_AD_HEADINGS.match(text))


def is_listing_title(title: str) -> bool:
    """Whether a heading names many jobs, such as "Current openings" or "Top jobs in Leeds"."""
    return bool(_LISTING.search(title))


def is_about_one_job(text: str, draft: Draft) -> bool:
    """Whether a page without any data is the ad of one job, and not a page about jobs, applying or many openings.

    Evidence is counted: headings that only ads have, and facts that only ads state. An advice page has the words of an
    ad, but neither of them.
    """
    if not looks_like_a_job(text) or is_listing_title(draft.title):
        return False
    headings = min(len({match.lower() for match in _AD_HEADINGS.findall(text)}), 3)
    stated = sum(
        (bool(draft.places), bool(draft.employment), bool(draft.pay), bool(draft.posted or draft.valid_through))
    )
    return headings + stated - (3 if _ABOUT_JOBS.search(draft.title) else 0) >= 2


def of_label(label: str) -> str:
    """The fact a label such as "Arbeitsort" or "Closing date" names; empty where it names none."""
    return next((key for key, pattern in _LABELS.items() if pattern.match(label.strip())), "")


def page_draft(page: Page) -> Draft:
    """What headings, labels, the names of elements and the page's own meta data say."""
    title, company = _headline(page)
    facts = named_facts(page) | labelled(page)
    at = page.captured.captured_at
    location = read_location(facts["place"]) if "place" in facts else _headline_place(page, title)
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
        apply_url=_apply_link(page),
    )


def _apply_link(page: Page) -> str:
    """Where the page's own "Apply" leads, if it is a link to another page."""
    for link in select(page.tree, "a[href]"):
        words = line(link.text_content())[:60]
        if _APPLY.match(words) and not (link.get("href") or "").startswith(("#", "javascript:", "mailto:")):
            target = urljoin(page.url, link.get("href") or "")
            return target if target.startswith("http") and target.split("#")[0] != page.url.split("#")[0] else ""
    return ""


def _headline_place(page: Page, title: str) -> Location:
    """The place in the short line around the title: "Engineering · Leeds · Hybrid". Only places the gazetteer knows."""
    rows = page.text.splitlines()
    start = next((index for index, row in enumerate(rows) if title and row.strip() == title), None)
    if start is None:
        return Location()
    places: dict[Place, None] = {}
    mode: WorkMode | None = None
    for row in rows[max(0, start - 4) : start + 8]:
        parts = [part.strip() for part in _FACT_MARKS.split(row)] if len(row) <= 120 and row.strip() != title else []
        for part in parts:
            read = read_location(part) if 0 < len(part) <= 60 else Location()
            mode = mode or read.mode
            known = (place for place in read.places if place.country and (is_city(place.city) or not place.city))
            places |= dict.fromkeys(known if len(parts) > 1 or part.count(",") in (1, 2) else ())
        if places:
            break
    return Location(places=tuple(places), mode=mode)


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
    notice = len(_PRIVACY.findall(text)) >= _NOTICE_WORDS and len(_AD_HEADINGS.findall(text)) < 2
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
        if asks and parent is not None and not _AD_HEADINGS.search(element_text(node)):
            parent.remove(node)
    return copied


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
        if not name or name in found or any(ancestor.tag in _OUTSIDE for ancestor in node.iterancestors()):
            continue
        if not value.strip():
            following = node.getnext()
            value = line(node.tail) or (line(element_text(following)) if following is not None else "")
            if not value and (parent := node.getparent()) is not None:
                value = line(element_text(parent))[len(words) :].lstrip(" :")
        if 0 < len(value.strip()) <= 200 and not _NO_VALUE.search(value):
            found[name] = value.strip()
    return found


def _headline(page: Page) -> tuple[str, str]:
    """Title and company from the heading and the page's own titles: "Job Application for X at Y", "X - Y", "X | Y Careers"."""
    heading = page.line("h1[itemprop=title]", "h1[class*=title]", "h1[class*=job]", "h1", "[itemprop=title]")
    heading = "" if heading and is_listing_title(heading) and not is_listing_title(page.title or "x") else heading
    site = page.meta.get("og:site_name", "")
    for shown in (_TITLE_FRAME.sub("", page.title), _TITLE_FRAME.sub("", page.meta.get("og:title", ""))):
        if heading and heading in shown:
            # "Title at Heading": some sites make the employer their heading.
            if titled := re.match(
                r"(.{3,150}?)\s+(?:at|bei|chez|hos|bij)\s*$", shown.partition(heading)[0], re.IGNORECASE
            ):
                return line(titled[1]), line(heading, 200)
            company = _beside(shown.replace(heading, "", 1))
        elif not heading and (match := _AT.match(shown)):
            return line(match["title"]), line(site or match["company"], 200)
        elif not heading and len(parts := _TITLE_CUT.split(shown)) == 2 and not parts[1].endswith((" at", " bei")):
            return line(parts[0]), line(site or parts[1], 200)
        else:
            company = ""
        if company:
            return line(heading), line(site or company, 200)
    return line(heading or _TITLE_CUT.split(page.meta.get("og:title", "") or page.title)[0]), line(site, 200)


def _beside(rest: str) -> str:
    """The company in what a page's title says beside the job's."""
    words = rest.strip(" -|–—@·,")
    if named := re.match(r"(?:at|bei|chez|hos|bij)\s+(.{2,80})$", words, re.IGNORECASE):
        return named[1]
    parts = [part.strip(" -|–—@·,") for part in _TITLE_CUT.split(rest) if len(part.strip(" -|–—@·,")) > 1]
    if not parts:
        return ""
    # "Title - Place | Employer Careers": the employer stands last.
    named_last = re.sub(r"\s+(?:careers?|jobs?|career site|job board|karriere)$", "", parts[-1], flags=re.IGNORECASE)
    return named_last if len(parts) == 1 or named_last != parts[-1] else ""
