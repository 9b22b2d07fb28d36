"""Addresses of e-mail and of pages in a resume: the person's profiles on networks, and their own page."""

import re
from collections.abc import Iterable, Sequence

from companion.model.profile import Link
from companion.resume.reading.lines import TextLine

EMAIL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]+\s?@\s?[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}", re.UNICODE)
WHOLE_EMAIL = re.compile(EMAIL.pattern.replace(r"\s?", ""))
"""One without a space beside its sign, which may be an icon before the address."""
URL = re.compile(
    r"(?:https?://|www\.)[^\s|,;<>()]+|(?<![\w@.])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|me|de|fr|es|it|nl|co|uk|ch|at|eu|"
    r"app|ai|in|info|page|tech|site|xyz|edu|design|online|blog|us|ca|se|no|dk|fi|pl|cz|pt|be|lu|hr|ro|rs|tr|gr|hu)"
    r"(?:/[^\s|,;<>()]*)?(?![\w@])",
    re.IGNORECASE,
)
NETWORKS = {
    "linkedin": "LinkedIn", "github": "GitHub", "gitlab": "GitLab", "xing": "XING", "twitter": "Twitter", "x": "X",
    "stackoverflow": "Stack Overflow", "medium": "Medium", "behance": "Behance", "dribbble": "Dribbble",
    "kaggle": "Kaggle", "facebook": "Facebook", "youtube": "YouTube", "instagram": "Instagram", "orcid": "ORCID",
    "researchgate": "ResearchGate", "bitbucket": "Bitbucket", "leetcode": "LeetCode", "hackerrank": "HackerRank",
    "mastodon": "Mastodon", "quora": "Quora", "scholar": "Google Scholar",
}  # fmt: skip
SHORT = re.compile(r"(?<![\w./])/?in/([\w%-]{3,})(?![\w/])")
"""A profile of LinkedIn without the name of the network, beside its icon or label."""
_BROKEN = re.compile(r"([\w%-]+)\s*(?:\([^()]*\))?")
"""The rest of an address that a narrow column broke."""


def links_of(
    lines: Sequence[TextLine], header: frozenset[int], links: Iterable[str], email: str
) -> tuple[tuple[Link, ...], str]:
    """Network profiles and the person's own page. Addresses of link annotations win over their printed short forms."""
    written = [found[0] for n in sorted(header) for found in URL.finditer(EMAIL.sub(" ", whole(lines, n)))]
    written += [f"linkedin.com/in/{found[1]}" for n in sorted(header) for found in SHORT.finditer(lines[n].text)]
    profiles: dict[str, Link] = {}
    url = ""
    for address in [*written, *links]:
        if address.casefold().startswith(("mailto:", "tel:")) or "@" in address:
            continue
        full = address.rstrip(".,;)") if "://" in address else f"https://{address.rstrip('.,;)')}"
        host = re.sub(r"^https?://(?:www\.|m\.|[a-z]{2}\.)?", "", full, flags=re.IGNORECASE)
        site = host.split("/")[0].split(".")
        network = (
            next((NETWORKS[part] for part in site[:-1] if part.casefold() in NETWORKS), "") if len(site) > 1 else ""
        )
        path = host.partition("/")[2].strip("/")
        if network and path:
            username = path.split("/")[-1].split("?")[0].lstrip("@")
            deeper = network in ("GitHub", "GitLab", "YouTube") and "/" in path and network in profiles
            if network not in profiles and not deeper:
                profiles[network] = Link(network=network, username=username, url=full)
        elif not network and not url and address in written and "." in host:
            local = email.rpartition("@")[2]
            if host.rstrip("/") != local or address.startswith(("http", "www")):
                url = full
    return tuple(profiles.values()), url


def whole(lines: Sequence[TextLine], n: int) -> str:
    """A line's text with the rest of the profile's address that ends it in a hyphen or slash and goes on below."""
    text, below = lines[n].text, lines[n + 1] if n + 1 < len(lines) else None
    broken = below is not None and below.stream == lines[n].stream and re.search(r"\.\w+/\S*[-/]$", text)
    rest = _BROKEN.fullmatch(below.text) if broken and below else None
    return text + rest[1] if rest else text
