"""Who and how to reach them: name, e-mail, phone, links and headline, from looks and position as well as wording."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from companion.model.profile import Link
from companion.resume.reading.address import CODE, find_address, find_place, unlabelled
from companion.resume.reading.lines import TextLine, without_icons
from companion.resume.reading.links import EMAIL, NETWORKS, SHORT, URL, WHOLE_EMAIL, links_of, whole
from companion.resume.reading.name import SPLIT, find_name
from companion.resume.reading.phones import PHONE, find_phone
from companion.resume.reading.printed import field_of
from companion.resume.reading.vocabulary import is_place, is_town, title_score

_KIND = re.compile(
    r"\((?:mobile?|home|work|office|mobil|privat|arbeit|portable|domicile|travail|móvil|casa|trabajo|cellulare|ufficio|"
    r"celular|telemóvel|trabalho|mobiel|thuis|werk|linkedin|personal|company|blog|other|portfolio)\)",
    re.IGNORECASE,
)
"""What forms print in brackets after a number or an address."""
_LONGEST, _DIGITS = 90, 2
"""Letters and digits of a headline at most."""


class Contact(msgspec.Struct, frozen=True, kw_only=True):
    name: str = ""
    sure: float = 0
    email: str = ""
    phone: str = ""
    place: str = ""
    street: str = ""
    postal: str = ""
    url: str = ""
    label: str = ""
    profiles: tuple[Link, ...] = ()
    used: frozenset[int] = frozenset()
    """Positions of the lines that were read completely."""


def read_contact(
    lines: Sequence[TextLine], header: frozenset[int], links: Iterable[str] = (), hints: Sequence[str] = ()
) -> Contact:
    """Contact of the whole document. `header` are the lines outside sections of content; `hints` the file's own
    author.
    """
    used: set[int] = set()
    everywhere = list(range(len(lines)))
    ordered = sorted(everywhere, key=lambda n: n not in header)
    email = _email(lines, ordered, links)
    beside = [n for n in everywhere if EMAIL.search(lines[n].text)]
    phone = next(filter(None, (find_phone(lines, at) for at in (sorted(header), beside, everywhere[:12]))), "")
    name, sure, at = find_name(lines, header, email, hints)
    profiles, url = links_of(lines, header, links, email)
    ends = {n + 1 for n in header if whole(lines, n) != lines[n].text}
    place = find_place(lines, frozenset(n for n in header if not _is_personal(lines[n])), at)
    street, postal = find_address(lines, header)
    label = _label(lines, header, at, name)
    shown = {link.username.casefold() for link in profiles}
    for n in header:
        text = CODE.sub("", lines[n].plain)
        if (
            n in at
            or n in ends
            or (text and not _rest(text, (email, phone, place, label, name, street, postal), shown))
        ):
            used.add(n)
    return Contact(
        name=name, sure=sure, email=email, phone=phone, place=place, url=url, label=label, street=street,
        postal=postal, profiles=profiles,
        used=frozenset(used),
    )  # fmt: skip


def _rest(text: str, known: Iterable[str], names: Iterable[str] = ()) -> str:
    """What a header line says beyond what was understood."""
    for value in known:
        if value:
            text = re.sub(re.escape(value), " ", text, flags=re.IGNORECASE)
    text = SHORT.sub(" ", URL.sub(" ", without_icons(text))) if not EMAIL.search(text) else text
    pieces = [unlabelled(piece.strip(" ,")) for piece in SPLIT.split(text)]
    said = (*NETWORKS, *names)
    left = " ".join(p for p in pieces if p and not (p.casefold().strip("()") in said or _KIND.fullmatch(p)))
    return re.sub(r"[\W_]+", "", left)


def _email(lines: Sequence[TextLine], order: Iterable[int], links: Iterable[str]) -> str:
    mailed = [found[0] for link in links if link.casefold().startswith("mailto:") and (found := EMAIL.search(link[7:]))]
    for n in order:
        text = _unbroken(lines, n)
        if found := WHOLE_EMAIL.search(text) or EMAIL.search(text):
            shown = found[0].replace(" ", "").strip(".'`")
            return next((one for one in mailed if one.casefold().endswith(shown.casefold())), shown)
    return mailed[0] if mailed else ""


def _unbroken(lines: Sequence[TextLine], n: int) -> str:
    """A line's text with the rest of the address that a narrow column broke over it and a neighbour."""
    text = lines[n].text
    above, below = (lines[m] if 0 <= m < len(lines) else None for m in (n - 1, n + 1))
    if below and re.search(r"@[\w.-]*$", text) and not EMAIL.search(text) and below.stream == lines[n].stream:
        return text.rstrip() + below.text.strip()
    found = EMAIL.match(text)
    if found and above and above.stream == lines[n].stream and re.fullmatch(r"[\w.+-]+[._-]", above.text):
        return above.text + text
    return text


def _is_personal(line: TextLine) -> bool:
    """Whether a line tells of the person what is no way to reach them, such as whose child they are."""
    return field_of(re.split(r"\s*[:\t]", line.text, maxsplit=1)[0]) == "personal"


def _label(lines: Sequence[TextLine], header: frozenset[int], name_at: frozenset[int], name: str) -> str:
    """The headline under the name, such as "Backend Engineer"."""
    if not name_at:
        return ""
    last = max(name_at)
    for n in range(last + 1, min(last + 3, len(lines))):
        line = lines[n]
        if n not in header or line.stream != lines[last].stream:
            continue
        if _is_headline(line.plain):
            return line.plain.strip(" |·•")
        first, *others = (piece.strip() for piece in SPLIT.split(line.text))
        if any(EMAIL.search(text) or PHONE.search(text) or is_town(text.partition(",")[0]) for text in others):
            return first if _is_headline(first) else ""
    return ""


def _is_headline(text: str) -> bool:
    """Whether a text names what somebody is, and not how to reach them."""
    reached = EMAIL.search(text) or URL.search(text) or sum(c.isdigit() for c in text) > _DIGITS
    return (
        3 <= len(text) <= _LONGEST
        and not (reached or is_place(text) or text.endswith("."))
        and title_score(text) >= 0.5
    )
