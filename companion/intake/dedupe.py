"""Which postings are the same job: by ids first, then by company, title, place and text. Near-linear in their number.

Rules, in order: (1) one ATS id, wherever it is seen, is one job. (2) Two ids of one ATS and employer are two jobs, but
for a repost: same title, place and text, put up two weeks apart or more. (3) Without an id on one side: same employer, same words in
the title, a place in common, and texts that do not contradict. (4) Near-copies of a text find each other under other
spellings of the employer. "(Senior) Engineer, Payments" and "…, Platform" differ in the title's words and stay two jobs.
"""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

import msgspec
from rapidfuzz import fuzz

from companion.intake.ats.address import identify
from companion.intake.fingerprint import chunks, similarity
from companion.intake.gazetteer import fold
from companion.intake.identity import company_key, title_key
from companion.model.posting import Posting

_FILLER = frozenset("the a an of for and in at to remote hybrid onsite fully full part time m f d w x".split())
_COMPOUNDS = re.compile(
    r"\b(front|back|full|co|e|on|off|after|pre|post|multi|cyber|data|work|life|health|web) (end|stack|op|commerce|site|sales|security|base|day|care|master)\b"
)
"""Written in one word, in two or with a hyphen: the same title."""
_SAME_WORD = {"internship": "intern", "interns": "intern", "sr": "senior", "snr": "senior", "jr": "junior", "mgr": "manager", "eng": "engineer", "dev": "developer",
              "admin": "administrator", "asst": "assistant", "assoc": "associate", "vp": "vicepresident"}  # fmt: skip
"""Spellings of one word in titles."""
_GENERIC = re.compile(
    r"(?<=\w)[ .,-]+(?:technolog(?:y|ies)|industries|labs?|software|systems?|solutions|international|global|worldwide|hq|io|com|ai|tech|team|careers|jobs|usa?|uk|emea)\W*$",
    re.IGNORECASE,
)
"""What one board adds to an employer's name and another leaves out."""
_REPOST_DAYS = 14
_SAME_TEXT = 0.7
_OTHER_TEXT = 0.25
_BAND = 4
_CROWD = 40
_CITY_NAMES = {"nyc": "new york", "new york city": "new york", "new york metro": "new york", "sf": "san francisco", "la": "los angeles",
               "san francisco bay area": "san francisco", "bay area": "san francisco", "bengaluru": "bangalore", "gurugram": "gurgaon", "munchen": "munich",
               "koln": "cologne", "wien": "vienna", "zurich": "zurich", "lisboa": "lisbon", "warszawa": "warsaw", "praha": "prague",
               "milano": "milan", "roma": "rome", "kobenhavn": "copenhagen", "goteborg": "gothenburg", "new delhi": "delhi", "delhi ncr": "delhi",
               "muenchen": "munich", "koeln": "cologne", "duesseldorf": "dusseldorf", "nurnberg": "nuremberg", "hanover": "hannover", "frankfurt am main": "frankfurt",
               "den haag": "the hague", "'s-gravenhage": "the hague", "den bosch": "'s-hertogenbosch", "geneve": "geneva", "genf": "geneva", "basle": "basel", "luzern": "lucerne",
               "bruxelles": "brussels", "brussel": "brussels", "antwerpen": "antwerp", "gent": "ghent", "brugge": "bruges", "sevilla": "seville", "oporto": "porto",
               "torino": "turin", "napoli": "naples", "firenze": "florence", "venezia": "venice", "genova": "genoa", "padova": "padua", "bucuresti": "bucharest",
               "cracow": "krakow", "kiev": "kyiv", "bombay": "mumbai", "calcutta": "kolkata", "madras": "chennai", "mysuru": "mysore", "mangaluru": "mangalore", "cochin": "kochi",
               "trivandrum": "thiruvananthapuram", "ciudad de mexico": "mexico city", "cdmx": "mexico city", "washington dc": "washington", "washington d.c.": "washington",
               "manhattan": "new york", "palma de mallorca": "palma", "st petersburg": "saint petersburg", "beograd": "belgrade", "helsingfors": "helsinki"}  # fmt: skip


class _Entry(msgspec.Struct, frozen=True):
    id: str
    ids: frozenset[tuple[str, str]]
    keys: tuple[str, ...]
    company: str
    title: str
    places: frozenset[str]
    countries: frozenset[str]
    text: str
    posted: date | None


class _Group:
    """Postings found the same so far, with what may not contradict."""

    def __init__(self, entry: _Entry) -> None:
        self.members = [entry]
        self.ids = dict(entry.ids)

    def contradicts(self, entry: _Entry) -> bool:
        """Whether an id of `entry` is another job's than this group's, and not a repost of it."""
        other_id = any(ats in self.ids and self.ids[ats] != job for ats, job in entry.ids)
        if other_id:
            return not any(_repost(entry, member) for member in self.members[:8])
        alike = [close for member in self.members[:8] if (close := similarity(entry.text, member.text)) is not None]
        return bool(alike) and max(alike) < _OTHER_TEXT

    def join(self, other: "_Group") -> None:
        self.members += other.members
        self.ids |= other.ids


def group(postings: Sequence[Posting]) -> list[tuple[str, ...]]:
    """The ids of `postings` in groups of one job each, in order of first appearance."""
    entries = [_entry(posting) for posting in postings]
    groups: dict[str, _Group] = {}

    def unite(one: str, two: str) -> None:
        into, other = groups[one], groups[two]
        if into is not other:
            if len(into.members) < len(other.members):
                into, other = other, into
            into.join(other)
            for member in other.members:
                groups[member.id] = into

    known: dict[str, str] = {}
    for entry in entries:
        groups[entry.id] = _Group(entry)
        for key in entry.keys:
            if key in known:
                unite(known[key], entry.id)
            else:
                known[key] = entry.id
    for one, two in _content_pairs(entries):
        if (
            groups[one.id] is not groups[two.id]
            and not groups[one.id].contradicts(two)
            and not groups[two.id].contradicts(one)
        ):
            unite(one.id, two.id)
    ordered: dict[int, list[str]] = defaultdict(list)
    for entry in entries:
        ordered[id(groups[entry.id])].append(entry.id)
    return [tuple(members) for members in ordered.values()]


def same_job(posting: Posting, others: Sequence[Posting]) -> tuple[Posting, ...]:
    """Those of `others` that are the same job as `posting`, in their order."""
    own = [one for one in others if one.id != posting.id]
    found = next(members for members in group([posting, *own]) if posting.id in members)
    return tuple(one for one in own if one.id in found)


def keys(posting: Posting) -> tuple[str, ...]:
    """Every name by which this job is known for certain: ATS ids from its fields and addresses, and its plain address."""
    return _entry(posting).keys


def _entry(posting: Posting) -> _Entry:
    ids: set[tuple[str, str]] = set()
    if posting.ats and posting.ats_job:
        ids.add((posting.ats, posting.ats_job.lower()))
    for url in (posting.url, posting.apply_url):
        if url and (found := identify(url)) is not None and found.job:
            ids.add((found.ats, found.job.lower()))
    names = tuple(f"{ats}:{job}" for ats, job in sorted(ids)) or ((_plain(posting.url),) if posting.url else ())
    cities = frozenset(
        _CITY_NAMES.get(name, name) for place in posting.places if (name := fold(place.city or place.region))
    )
    return _Entry(
        id=posting.id,
        ids=frozenset(ids),
        keys=names,
        company=company_key(_GENERIC.sub("", _GENERIC.sub("", posting.company))),
        title=_title(posting.title, cities),
        places=cities,
        countries=frozenset(place.country for place in posting.places if place.country),
        text=posting.fingerprint,
        posted=posting.posted,
    )


def _title(title: str, cities: frozenset[str]) -> str:
    """The words that tell jobs of one employer apart: sorted, without fillers and the towns that the place says anyway."""
    words = _COMPOUNDS.sub(r"\1\2", title_key(title)).split()
    told = {_SAME_WORD.get(word, word) for word in words} - _FILLER
    return " ".join(sorted(told - {part for city in cities for part in city.split()} or told))


def _plain(url: str) -> str:
    """An address without what tracking adds to it."""
    return (
        re.sub(r"^https?://(?:www\.)?|[?#](?:utm_|ref|src|source|gh_src|trk|fbclid|gclid).*$|#.*$", "", url)
        .rstrip("/")
        .lower()
    )


def _content_pairs(entries: Sequence[_Entry]) -> Iterator[tuple[_Entry, _Entry]]:
    """Pairs worth uniting by content; each posting meets few others, however many there are."""
    blocks: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        if entry.company and entry.title:
            blocks[entry.company, entry.title].append(entry)
    for block in blocks.values():
        by_place: dict[str, list[_Entry]] = defaultdict(list)
        for entry in block:
            for place in _place_keys(entry):
                yield from ((other, entry) for other in by_place[place][:_CROWD] if _places_agree(other, entry))
                by_place[place].append(entry)
    bands: dict[tuple[int, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        parts = chunks(entry.text)
        for band in range(0, len(parts), _BAND):
            near = bands[band, "".join(parts[band : band + _BAND])]
            for other in near[:_CROWD]:
                if other.title == entry.title and _places_agree(other, entry) and _same_company(other, entry):
                    close = similarity(other.text, entry.text)
                    if close is not None and close >= _SAME_TEXT:
                        yield other, entry
            near.append(entry)


def _place_keys(entry: _Entry) -> tuple[str, ...]:
    return tuple(sorted(entry.places)) or tuple(sorted(entry.countries)) or ("",)


def _places_agree(one: _Entry, two: _Entry) -> bool:
    if one.places and two.places:
        return bool(one.places & two.places)
    if one.countries and two.countries and not (one.places or two.places):
        return bool(one.countries & two.countries)
    return not (one.places or two.places or one.countries or two.countries) or bool(one.countries & two.countries)


def _same_company(one: _Entry, two: _Entry) -> bool:
    if not one.company or not two.company:
        return False
    return (
        one.company.startswith(two.company)
        or two.company.startswith(one.company)
        or fuzz.ratio(one.company, two.company) >= 88
    )


def _repost(one: _Entry, two: _Entry) -> bool:
    if one.posted is None or two.posted is None or abs((one.posted - two.posted).days) < _REPOST_DAYS:
        return False
    close = similarity(one.text, two.text)
    return one.title == two.title and one.places == two.places and close is not None and close >= 0.9
