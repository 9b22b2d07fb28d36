"""Remote, hybrid or on-site from a posting's own statements. "Remote" as a word proves nothing: remote teams, remote
sensing and "remote work stipend" are on most pages; only what is said of this job counts, and the strongest place wins:
location, then title, then hash tags, then sentences of the description."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re

import msgspec

from companion.intake.places import read_location
from companion.model.posting import WorkMode


class Mode(msgspec.Struct, frozen=True):
    """The mode, the limit of remote work if stated, and the words that say so."""

    mode: WorkMode | None = None
    scope: str = ""
    evidence: str = ""


_TITLE_REMOTE = re.compile(
    r"(?:[\(\[|,\-–—/·@]\s*|^)(?:100% |fully |full )?remote(?:ly)?\b(?! sens| control| access| support| monitor| desktop| patient| pilot| operat)"
    r"|\bremote(?:\s*[\)\]|,\-–—/·]|$)|\bwork from home\b|\bwfh\b|\bhome[- ]based\b|\btelework|\bhomeoffice\b",
    re.IGNORECASE,
)
_TITLE_HYBRID = re.compile(r"\bhybrid\b(?! cloud| app| vehicle| car\b| mobile| work(?:ing)? model)", re.IGNORECASE)
_TAGS: tuple[tuple[WorkMode, re.Pattern[str]], ...] = (
    ("hybrid", re.compile(r"#LI-Hybrid\b", re.IGNORECASE)),
    ("remote", re.compile(r"#LI-Remote\b", re.IGNORECASE)),
    ("onsite", re.compile(r"#LI-On-?site\b", re.IGNORECASE)),
)
_LABEL = re.compile(
    r"^\W*(?:(?:job |work(?:ing|place)?[ -]?)?(?:location|arrangement|model|mode|type|style|setting|place|policy|environment|schedule)(?: type)?|remote(?: work)?|"
    r"where|location and (?:travel|schedule)|arbeitsort|arbeitsmodell|lieu|télétravail|ubicación|modalidad)\W*[:–-]\s*(?P<value>.{2,140})$",
    re.IGNORECASE | re.MULTILINE,
)
_ALONE = re.compile(
    r"^[\s•*-]*(?:100% |fully )?remote(?: work| position| role| job)?[\s.!]*$", re.IGNORECASE | re.MULTILINE
)
"""A line or list item that says nothing else."""
_JOB = r"(?:this|the|our) (?:is an? )?(?:\w+[- ]){0,3}?(?:role|position|job|opportunity|opening|internship|contract)"
_REMOTE_SAID = re.compile(
    rf"{_JOB}(?: \([^)]*\))? (?:is|will be|can be|may be|offers?|allows?)(?: a| an| currently| performed| based| done| completely| open to)*(?: 100%| fully| full| primarily| completely| entirely)?[- ]*"
    r"(?:remote(?:ly)?|work[- ]from[- ]home|home[- ]based|virtual)\b"
    r"|\b(?:this is|is) an? (?:100% |fully |full[- ]time,? |permanent |completely |entirely |u\.?s\.?[- ]based |us |part[- ]time,? )*(?:remote|work[- ]from[- ]home|home[- ]based|virtual)[ ,-]+(?:\w+[- ]){0,3}?(?:role|position|job|opportunity|internship|contract)"
    r"|\bfully remote (?:working|work|role|position|job|team member|opportunity|company|startup|environment)\b|\b100% remote\b|\bremote[- ]first\b(?! (?:mindset|attitude|tools?|companies|startups))"
    r"|^\W*(?:fully|100 ?%|completely) remote\b(?! (?:access|control|monitor|support|desktop))|\bfully[- ](?:remote|distributed) (?:and|&|,|\+|team|first|workforce|culture)"
    r"|\b(?:we(?: are|.re)|we (?:operate|work)(?: primarily| mostly)? as|as|you.ll join|join) an? (?:\w+[ ,]+){0,3}?remote (?:team|company|organi[sz]ation|workforce|startup)\b"
    r"|\b(?:you(?:.ll| will)|based in [^.\n]{2,40} and|candidate will|incumbent will) (?:be )?(?:work|operate|perform\w*)(?:ing)?(?: \w+){0,3} remotely\b(?! (?:abroad|with|manage|monitor|access|control)|[^.\n]{0,30}\b(?:up to|days|weeks)\b)"
    r"|\bwork from anywhere\b(?![^.\n]{0,60}\b(?:weeks?|months?|days|a year|per year|abroad|policy|program))"
    r"|\bwork (?:fully |100% |completely |entirely )?(?:remotely|from home|from anywhere)(?: from anywhere| full[- ]time| in the (?:us|uk|united states)| within)?\b(?=[^.\n]{0,60}(?:full[- ]time|permanent|anywhere|100%|always|every day))"
    r"|\bremote (?:position|role|job|opportunity)\b(?=[^.\n]{0,40}(?:based|within|anywhere|in the|open to|from|[.!\n]|$))"
    r"|\b(?:candidates?|you|applicants?) (?:can|may|will) (?:work|be based|be located|live|sit) (?:remotely |fully remote )?(?:from )?anywhere\b"
    r"|\b(?:position|role|job) (?:is )?(?:open to|available to|eligible for) (?:remote|fully remote)"
    r"|\bvollständig remote\b|\b100 ?% (?:remote|homeoffice|home office|télétravail|remoto)|\bfull remote\b|\btélétravail (?:complet|total|à 100)|\btotalmente remoto\b|\bcompletamente remoto\b|\bteletrabajo (?:100|total)",
    re.IGNORECASE | re.MULTILINE,
)
_HYBRID_SAID = re.compile(
    r"\bhybrid (?:role|position|job|work(?:ing)?|schedule|model|setup|set-up|arrangement|environment|policy|opportunity|format|office|team)\b|\b(?:role|position|job|work|office|schedule)(?: \w+){0,3} (?:is|are)(?: an?)? hybrid\b"
    r"|\b(?:one|two|three|four|1|2|3|4|\d ?[-–] ?\d) (?:\+ )?(?:days?|times)(?: (?:per|a|each|every) week| weekly| a week|/week)?(?: \w+){0,4} (?:in|at|from|on)[ -](?:the |our |an? )?(?:\w+ ){0,2}(?:office|site|hq|headquarters)\b"
    r"|\b[1-4] ?\+? ?(?:(?:-|–|to) ?\d)? ?days?(?:/| (?:p/w|per|a|each) ?)(?:week|wk)?,?(?: \w+){0,2} (?:in|at|from)[ -](?:the |our )?(?:\w+ ){0,2}(?:office|hq|hub)\b|\bhybrid collaboration\b|\bhybrid,? (?:with )?\d\+? days"
    r"|\b(?:in|at|from|on)[ -](?:the |our )?(?:\w+ )?(?:office|site)\b[^.\n]{0,40}\b(?:one|two|three|four|1|2|3|4|\d ?[-–] ?\d)(?:\+)? (?:days?|times)(?: \w+){0,2} (?:per|a|each|every) week"
    r"|\b(?:arbeitest|arbeiten|arbeit) (?:\w+ ){0,2}hybrid\b|\b[1-4] (?:tage|tagen)(?: (?:pro|die|in der) woche)? (?:im büro|vor ort|home-?office|mobil\w*)|\btélétravail\W{0,4}\d ?(?:à \d )?jours|\b\d días (?:de teletrabajo|en (?:la )?oficina|presencial\w*)|\bhybride werken\b"
    r"|\bhybrides? (?:arbeiten|arbeitsmodell|arbeitsweise)|\bmodelo híbrido|\bmodèle hybride|\btravail hybride|\btélétravail (?:partiel|\d jours)|\b\d jours? de télétravail|\bmodalidad híbrida|\btrabajo híbrido",
    re.IGNORECASE,
)
_ONSITE_SAID = re.compile(
    rf"{_JOB} (?:is|will be|requires?|must be)(?: \w+){{0,3}} (?:100% )?(?:on[- ]?site|in[- ]office|in[- ]person|onsite)\b|\b(?:fully|100%|full[- ]time) (?:on[- ]?site|in[- ]office|in[- ]person)\b"
    r"|\b(?:on[- ]?site|in[- ]person|in[- ]office) (?:role|position|job|opportunity)\b|\b(?:5|five) days (?:a|per|each) week(?: \w+){0,3} (?:in|at|on|from)[- ](?:the |our )?(?:\w+ )?(?:office|site)|\b(?:on-?site|in[- ](?:the )?office|in person),? (?:for )?(?:5|five) days|\bvor ort in unser\w*|\bposte (?:basé )?sur site\b|\b100 ?% presencial\b"
    r"|\b(?:not|no) (?:a )?remote (?:role|position|work|job|option)|\b(?:is|are) not (?:a |fully )?remote\b|\bremote work is not\b|\bnot (?:eligible|available|open) (?:for|to) remote",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"remot|home|hybrid|híbrid|ibrid|office|[- ]site|onsite|person\b|virtual|anywhere|distributed|presencial|vor ort|büro|oficina|télétravail|teletrabajo|\bhq\b|\bhub\b|headquarters",
    re.IGNORECASE,
)
"""In every line that any of the patterns above can match: most lines of an ad need not be looked at by them."""
_NEGATED = re.compile(
    r"\b(?:not|no|isn.t|cannot|can.t|unable|never|without|option(?:ally)?|exception|may request|up to|occasional(?:ly)?|sometimes|if you prefer)\b[^.\n]{0,30}$",
    re.IGNORECASE,
)
_ALSO_OTHERS = re.compile(
    r"\b(?:majority of|most of|many|some|other) (?:our |the )?(?:roles|positions|jobs|employees|teams?)\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(
    r"(?:remote(?:ly)?|work from (?:home|anywhere)|based|located|reside|residing|live|eligible)\b[^.\n;]{0,25}?\b(?:in|within|from|across|anywhere in|to)\s+(?:the )?"
    r"(?P<where>(?:[A-Z][\w.&'-]*|EU|US|UK|the|of|and|or|,)(?:[ ,]+(?:[A-Z][\w.&'-]*|of|and|or|the)){0,6})"
)


def find_mode(title: str, location: str, description: str) -> Mode:
    """How and where the work is done, as the posting states it; all empty where it does not."""
    read = read_location(location) if location else None
    if read is not None and read.mode is not None:
        return Mode(read.mode, read.scope or _scope(description, read.mode), location[:200])
    if hit := _TITLE_HYBRID.search(title):
        return Mode("hybrid", "", hit[0])
    if hit := _TITLE_REMOTE.search(title):
        return Mode(
            "remote", read_location(title[hit.start() :]).scope[:100] or _scope(description, "remote"), hit[0].strip()
        )
    for mode, pattern in _TAGS:
        if hit := pattern.search(description):
            return Mode(mode, _scope(description, mode), hit[0])
    for label in _LABEL.finditer(description):
        value = label["value"]
        if (found := read_location(value).mode) is not None and len(value.split()) <= 20:
            return Mode(found, _scope(description, found), label[0].strip()[:200])
    if hit := _ALONE.search(description):
        return Mode("remote", _scope(description, "remote"), hit[0].strip())
    hits: list[tuple[int, WorkMode, str]] = []
    said: tuple[tuple[WorkMode, re.Pattern[str]], ...] = (
        ("hybrid", _HYBRID_SAID),
        ("onsite", _ONSITE_SAID),
        ("remote", _REMOTE_SAID),
    )
    told = "\n".join(row for row in description.splitlines() if _ABOUT_IT.search(row))
    for mode, pattern in said:
        for hit in pattern.finditer(told):
            before = told[max(0, hit.start() - 80) : hit.start()].rsplit("\n", 1)[-1]
            if mode != "onsite" and (_NEGATED.search(before) or _ALSO_OTHERS.search(before + hit[0])):
                continue
            hits.append((hit.start(), mode, hit[0]))
            break
    if not hits:
        return Mode()
    # A page that says both "hybrid" and "remote" of a job means hybrid; "on-site" beside "remote" is left to order.
    named = {mode for _, mode, _ in hits}
    _, mode, words = min(hits) if named != {"hybrid", "remote"} else next(hit for hit in hits if hit[1] == "hybrid")
    return Mode(mode, _scope(description, mode), " ".join(words.split())[:200])


def _scope(description: str, mode: WorkMode) -> str:
    """Where a remote worker may be: the place behind "remote within …", as written."""
    if mode != "remote":
        return ""
    for match in _SCOPE.finditer(description):
        where = re.sub(r"(?:[\s,]+(?:and|or|of|the))+$", "", match["where"]).strip(" ,.")
        if read_location(where).places or where in ("EU", "Europe", "EMEA", "LATAM", "North America", "APAC"):
            return where[:200]
    return ""
