"""The jobs that an e-mail links to, and the lines around each link.

Addresses in mails carry marks of who got them: of each only what names the job is kept.
"""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlencode, urlsplit

import msgspec

from companion.intake.ats.address import identify
from companion.intake.pay import read_pay
from companion.intake.text import clean, element_text, html_text, line
from companion.intake.tree import parse_fragment, select

_QUOTED = re.compile(r"^(?:> ?)+", re.MULTILINE)
_FORWARDED = re.compile(
    r"^[\s>]*-{2,}[^\n]{3,60}-{2,}[^\n]*\n|^\W*(?:from|to|cc|sent|date|subject|reply-to|von|an|gesendet|datum|betreff|de|à|envoyé|objet|para|enviado|asunto|assunto|da|a|oggetto)\s?:\*? [^\n]*(?:\n|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""The lines a mail program puts above what it forwards."""
_LINK = re.compile(r"<?(https?://[^\s<>\"')\]]+)>?")
MARK = re.compile(r" ?⟦(\d{1,4})⟧")
_MOST = 1_000
_JOB_PATH = re.compile(
    r"/(?:jobs?|careers?|positions?|vacanc(?:y|ies)|openings?|viewjob|job-listings?|stellen\w*|karriere|offres?(?:-emploi)?|emplois?|empleos?|vagas?|lediga-jobb)(?:/|--)(?!search|alerts?\b|collections?\b|recommended|saved|all\b|manage|settings)[^/?#]+|/viewjob|/rc/clk|joblisting",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"^\W*(?:(?:view|see|open|show|go to|read|apply(?: (?:now|here|for|to))?|learn more about|more about)(?: (?:the|this))?(?: (?:full|complete))?(?: (?:job|position|role|vacancy|opening|ad|posting))?(?: details)?|view & apply|easy apply|apply (?:now|online)|"
    r"(?:zum|zur) (?:job|stelle(?:nanzeige)?|anzeige)|(?:job|stelle(?:nanzeige)?) (?:ansehen|anzeigen)|jetzt (?:ansehen|bewerben)|voir (?:l.)?(?:offre|annonce|emploi)|postuler|je postule|ver (?:la )?(?:oferta|vacante|vaga|empleo)|inscribirme|candidatar-se|"
    r"bekijk (?:de )?vacature|vedi (?:l.)?(?:offerta|annuncio)|visa (?:jobbet|annonsen)|se stillingen|zobacz ofertę|応募する|詳細を見る|求人を見る)\W*$",
    re.IGNORECASE,
)
"""Words of a link that leads to one job and does not name it."""
_ALL = re.compile(
    r"\b(?:all|more|other|similar|alle|weitere|toutes|todas|todos|altre|alerts?|unsubscribe|settings|preferences|profile)\b",
    re.IGNORECASE,
)
_KEPT = frozenset("gh_jid ashby_jid jk vjk currentjobid jl joblistingid job id jobid career_job_req_id".split())
"""Parameters that name a job; the others in a mail's links say who clicked."""


class MailedJob(msgspec.Struct, frozen=True):
    """One job a mail links to: its title and the lines beside it, its address, and whether that can be shown."""

    title: str
    rows: tuple[str, ...]
    url: str
    known: bool


def marked_text(rich: str, plain: str) -> tuple[str, list[tuple[str, str]]]:
    """The mail's text with a mark at every link to a job, and the links: address and own words."""
    links: list[tuple[str, str]] = []
    tree = parse_fragment(rich) if rich else None
    if tree is None:

        def mark(match: re.Match[str]) -> str:
            if len(links) == _MOST:
                return ""
            links.append((match[1].rstrip(".,;"), ""))
            return f" ⟦{len(links) - 1}⟧"

        text = _LINK.sub(mark, _QUOTED.sub("", plain or html_text(rich)))
        return _FORWARDED.sub("", clean(text)), links
    for node in select(tree, "style, head, title"):
        node.drop_tree()
    for link in select(tree, "a[href]")[:_MOST]:
        if (address := link.get("href") or "").startswith("http"):
            links.append((address, line(link.text_content())[:200]))
            link.tail = f" ⟦{len(links) - 1}⟧{link.tail or ''}"
    text = _FORWARDED.sub("", element_text(tree))
    # Some send their words as text and a picture as the page.
    return marked_text("", plain) if 4 * len(text) < len(plain) else (text, links)


def mailed_jobs(marked: str, links: Sequence[tuple[str, str]]) -> list[MailedJob]:
    """The different jobs among the links, in their order, each with what the lines around say."""
    rows = marked.splitlines()
    named: dict[int, tuple[str, str, bool]] = {}
    said: dict[int, str] = {}
    for row in rows:
        for mark in MARK.finditer(row):
            number = int(mark[1])
            if number >= len(links):
                continue  # somebody wrote such a sign into the mail
            # In plain text the words of a link stand in front of it.
            said[number] = links[number][1] or MARK.sub("", row[: mark.start()]).strip(" :>-•")
            if (one := _named(links[number][0], said[number])) is not None:
                named[number] = one
    rows = [MARK.sub(lambda mark: mark[0] if int(mark[1]) in named else "", row) for row in rows]
    bare = [MARK.sub("", row).strip(" -–—|•>:") for row in rows]
    found: dict[str, MailedJob] = {}
    for number, row in enumerate(rows):
        for mark in MARK.finditer(row):
            words = said[int(mark[1])]
            key, address, known = named[int(mark[1])]
            title, beside_it = _around(rows, bare, number, words)
            before = found.get(key)
            if before is None or (title and not before.title):
                found[key] = MailedJob(title, beside_it, address, known)
    return list(found.values())


def _named(url: str, words: str) -> tuple[str, str, bool] | None:
    """What tells this job from others, its address, and whether that names the job; None for any other link."""
    inner = next(
        (value for _, value in parse_qsl(urlsplit(url).query) if value.startswith(("http://", "https://"))), ""
    )
    url = inner or url
    parts = urlsplit(url)
    address = identify(url)
    if _ALL.search(words):
        return None
    bare = parts._replace(query="", fragment="").geturl()
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name.lower() in _KEPT])
    shown = parts._replace(query=query, fragment="").geturl()
    if address is not None and address.job:
        told = identify(bare)
        return f"{address.ats}:{address.job}", bare if told is not None and told.job == address.job else shown, True
    if _JOB_PATH.search(parts.path):
        shown = bare if any(char.isdigit() for char in parts.path) else shown
        return shown, shown, True
    return (url, "", False) if _OPENS.match(words) else None


def _around(rows: Sequence[str], bare: Sequence[str], number: int, words: str) -> tuple[str, tuple[str, ...]]:
    """A job's title and the lines beside it: the link's words and what follows, or what stands above a bare link."""
    if words and not _OPENS.match(words):
        return words, tuple(row for row in bare[number + 1 : number + 4] if row)
    above: list[str] = []
    for index in range(number - 1, max(-1, number - 9), -1):
        if MARK.search(rows[index]) or (above and not bare[index] and _can_be_title(above[0])):
            break
        if bare[index] and len(bare[index]) <= 120:
            above.insert(0, bare[index])
    return (above[0], tuple(above[1:])) if above and _can_be_title(above[0]) else ("", ())


def _can_be_title(text: str) -> bool:
    return not text.endswith((".", ":", ",", "!", "?")) and not _OPENS.match(text) and read_pay(text) is None
