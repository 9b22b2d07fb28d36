"""What makes a job the same job: its ATS id, else company, title and place made comparable."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import hashlib
import re
from functools import lru_cache

from companion.intake.gazetteer import fold
from companion.model.posting import Posting

_LEGAL = re.compile(
    r"\b(?:inc|incorporated|llc|l\.l\.c|ltd|limited|gmbh|mbh|ag|se|s\.?a\.?|s\.?a\.?s|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|ab|a/s|as|"
    r"plc|corp|corporation|co|company|kg|kgaa|ug|e\.?v|pty|pvt|private|llp|lp|sp\.? z o\.?o|sarl|group|holdings?)\b\.?",
    re.IGNORECASE,
)
_GENDER = re.compile(
    r"[\(\[]\s*(?:all genders?|gn|[mwfdxihot](?:\s*[/|,*]\s*[mwfdxihot]){1,3}|(?:m/w/d|w/m/d|f/m/x)[^)\]]{0,20}|h/f|f/h)\s*[\)\]]|"
    r"\b[mwfdx]/[mwfdx](?:/[mwfdx])?\b",
    re.IGNORECASE,
)
_REMEMBERED = 65_536
"""Keys kept: stored postings are compared with one another again and again."""
_PUNCTUATION = re.compile(r"[^\w+#]+")


@lru_cache(maxsize=_REMEMBERED)
def company_key(company: str) -> str:
    """A company's name without legal form, accents, spaces and punctuation: `Müller & Co. GmbH` → `muller`."""
    plain = fold(company.split("(")[0] or company)
    short = _PUNCTUATION.sub("", _LEGAL.sub(" ", plain))
    return short or _PUNCTUATION.sub("", plain)


def without_genders(title: str) -> str:
    """`title` without "(m/w/d)" and its like, which ads add for the law's sake."""
    return " ".join(_GENDER.sub(" ", title).split())


@lru_cache(maxsize=_REMEMBERED)
def title_key(title: str) -> str:
    """A title as comparable words, without "(m/f/d)" and punctuation; level and team words stay."""
    return " ".join(_PUNCTUATION.sub(" ", fold(without_genders(title))).split())


def place_key(posting: Posting) -> str:
    """The sorted places of a posting; `remote` in front where it is."""
    places = sorted({f"{fold(place.city)}@{place.country}" for place in posting.places if place.city or place.country})
    return ("remote:" if posting.mode == "remote" else "") + ",".join(places)


# Identifiers of places where jobs are shown name the showing, not the job: another portal has another number.
_SHOWN = frozenset({"linkedin", "indeed", "naukri", "glassdoor", "ziprecruiter", "stepstone"})


def canonical_key(
    *, ats: str = "", ats_company: str = "", ats_job: str = "", company: str = "", title: str = "", place: str = ""
) -> str:
    """The name of a job: `ashby:<job id>` or `greenhouse:<board>:<id>` where an ATS numbers it, else a hash of its content.

    Ids that are unique across an ATS (UUIDs, Greenhouse, SmartRecruiters, Workable) need no board in the key, because embeds hide it.
    """
    if ats and ats_job and ats not in _SHOWN:
        job = ats_job.lower()
        unique = ats in ("greenhouse", "smartrecruiters", "workable", "ashby", "lever", "rippling", "pinpoint")
        return f"{ats}:{job}" if unique or not ats_company else f"{ats}:{ats_company.lower()}:{job}"
    content = "|".join((company_key(company), title_key(title), place))
    return "job:" + hashlib.sha256(content.encode()).hexdigest()[:32]
