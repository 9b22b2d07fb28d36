"""Words of a sentence by their canonical form: inflection undone, so that "built" and "building" are one word."""

import functools
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from nltk.stem.snowball import SnowballStemmer  # pyright: ignore[reportMissingTypeStubs]

WORD = re.compile(r"\.?[^\W\d_][\w+#]*(?:['’./&-][\w+#]+)*[+#]*", re.UNICODE)
_IRREGULAR: dict[str, str] = {}
for _line in """
build built; write wrote written; lead led; run ran; make made; teach taught; grow grew grown; keep kept; buy bought; sell sold;
hold held; give gave given; take took taken; go went gone; find found; send sent; spend spent; bring brought; drive drove driven;
choose chose chosen; begin began begun; see saw seen; win won; get got gotten; draw drew drawn; do did done; meet met; pay paid;
oversee oversaw overseen; rewrite rewrote rewritten; rebuild rebuilt; fall fell fallen; rise rose risen; speak spoke spoken;
undertake undertook undertaken; become became; come came; stand stood; understand understood; know knew known; learn learnt;
show shown; lay laid; tell told; think thought; feel felt; leave left; lose lost; fly flew flown; break broke broken; speed sped;
catch caught; deal dealt; feed fed; fight fought; forecast; overhaul; seek sought; sing sung; sleep slept; steal stole;
swim swam; wear wore worn; throw threw thrown; analyse analyze analysed analyzed analysing analyzing analysis analyses analytics analytical;
person persons people; child children; man men; woman women; criterion criteria; datum data; mouse mice; datum data;
series; query queries; company companies; optimise optimize optimised optimized optimising optimizing optimisation optimization;
organise organize organised organized organising organizing organisation_of; maintain maintained maintaining maintenance;
reduce reduced reducing reduction reductions; decide decided decision decisions; produce produced producing production;
deploy deployed deploying deployment deployments; automate automated automating automation; advise advised advising advice;
recognise recognize recognised recognized; standardise standardize standardised standardized standardising;
modernise modernize modernised modernized; summarise summarize summarised summarized; prioritise prioritize prioritised;
categorise categorize categorised categorized; minimise minimize minimised minimized; utilise utilize utilised utilized;
specialise specialize specialised specialized; visualise visualize visualised visualized visualisation visualization;
program programme programmed programs; categorisation categorization;
center centre centers centres; color colour; behavior behaviour; catalog catalogue; license licence; labor labour
""".replace("\n", " ").split(";"):
    _base, *_forms = _line.split()
    for _form in _forms:
        _IRREGULAR[_form] = _base
# Words whose stem would be that of a word with another claim.
_APART = {
    "experienced", "skilled", "engineered", "founded", "leadership", "expert", "expertise", "manager", "managers", "leader", "leaders",
    "developer", "developers", "engineer", "engineers", "designer", "designers", "architect", "architects", "director", "directors",
    "architected", "owner", "owners", "professional", "professionally", "specialist", "specialists", "programmer", "programmers",
    "consultant", "consultants", "analyst", "analysts", "researcher", "researchers", "trainer", "trainers", "teacher", "teachers",
    "mentor", "mentors", "coach", "coaches", "supervisor", "supervisors", "administrator", "administrators", "founder", "founders",
    "co-founded", "coordinator", "coordinators", "executive", "executives", "globally", "global", "scientist", "scientists",
    "author", "authors", "production", "critical", "proficient", "operator", "operators", "writer", "editor", "presenter",
    "organizer", "organiser", "contributor", "maintainer", "advisor", "adviser", "recruiter", "planner", "strategist", "inventor",
    "general", "generally", "generate", "university", "universal", "importance", "important", "awarded", "award",
    "news", "completely", "fully", "entirely", "acting", "newly", "partly", "partially", "partial", "productive", "productivity", "efficient", "effective", "effectively", "efficiently",
}  # fmt: skip
_VERB_FORMS = {
    "mentored": "mentor", "mentoring": "mentor", "coached": "coach", "coaching": "coach", "authored": "author",
    "authoring": "author", "awards": "award", "troubleshot": "troubleshoot",
}  # fmt: skip


class Token(msgspec.Struct, frozen=True):
    """A word, its canonical form, and where it stands. `name` tells a word written as a name inside a sentence."""

    text: str
    key: str
    start: int
    end: int
    name: bool = False


@functools.cache
def _stemmer() -> Any:
    return SnowballStemmer("english")


@functools.lru_cache(maxsize=50_000)
def canonical(word: str) -> str:
    """The form under which a word is compared."""
    folded = word.casefold().replace("’", "'")
    folded = re.sub(r"'s$|s'$", "s" if folded.endswith("s'") else "", folded).strip("'")
    if folded in _VERB_FORMS:
        return _VERB_FORMS[folded]
    if folded in _APART:
        return folded.removesuffix("s") if folded.endswith("s") and folded.removesuffix("s") in _APART else folded
    if folded in _IRREGULAR:
        folded = _IRREGULAR[folded]
    if "-" in folded and (first := folded.rpartition("-"))[2].isalpha():
        return f"{first[0]}-{canonical(first[2])}"
    if len(folded) <= 3 or not folded.isascii() or not folded.isalpha():
        return folded
    return str(_stemmer().stem(folded))


def tokens(text: str) -> Iterator[Token]:
    """The words of `text` in order. Numbers are not words; see `quantities`."""
    first = True
    for found in WORD.finditer(text):
        word = found[0].rstrip(".")
        if not word:
            continue
        before = text[: found.start()].rstrip()
        opens = first or before.endswith((".", "!", "?", ":", ";", "•", "\n")) or text[: found.start()].endswith("\n")
        inner = any(c.isupper() for c in word[1:]) or any(c in "+#." or c.isdigit() for c in word[1:]) or word[0] == "."
        yield Token(
            word, canonical(word), found.start(), found.start() + len(word), inner or (word[0].isupper() and not opens)
        )
        first = False


def pieces(word: str) -> list[str]:
    """`on-call` → `on`, `call`."""
    parts = [part for part in word.replace("’", "'").replace("/", "-").replace("&", "-").split("-") if part]
    return parts if len(parts) > 1 else []
