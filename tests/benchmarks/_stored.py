"""A data folder filled with made-up postings, for measurements that need one of a given size."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from companion.model.match import Evidence, Match, Part
from companion.model.posting import Pay, Place, Posting, Requirement, Requirements, Sighting
from companion.settings import Settings
from companion.store import Store

_TEXT = """
oven flour ledger harbour lantern orchard copper saddle violet granite meadow anchor willow kettle timber marble
candle thistle pepper canvas barley cotton walnut silver ribbon saffron garnet juniper maple cedar
"""
_WORDS = tuple(_TEXT.split())
_START = datetime(2026, 1, 1, tzinfo=UTC)


def postings(count: int) -> Iterator[Posting]:
    """`count` postings of about 1 kB each (as JSON), all different, always the same."""
    chance = random.Random(7)
    for number in range(count):
        company = f"{chance.choice(_WORDS)} {chance.choice(_WORDS)} {number % 4_000}"
        url = f"https://jobs.example.com/{company.replace(' ', '-')}/{number}"
        at = _START + timedelta(minutes=number)
        yield Posting(
            id=f"{number:032x}",
            canonical_key=f"example:{number}",
            url=url,
            apply_url=f"{url}/apply",
            title=f"{chance.choice(_WORDS)} {chance.choice(_WORDS)} keeper".title(),
            company=company.title(),
            places=(Place(text="Bremen, Germany", city="Bremen", country="DE"),),
            mode=chance.choice(("onsite", "hybrid", "remote")),
            employment=("full_time",),
            pay=Pay(minimum=chance.randrange(30, 90) * 1_000, currency="EUR", period="year", text="from the page"),
            posted=at.date(),
            language="en",
            ats="example",
            ats_job=str(number),
            excerpt=" ".join(chance.choices(_WORDS, k=40)),
            sources={"title": "json-ld", "company": "json-ld", "pay": "text", "mode": "text"},
            seen=(Sighting(url=url, portal="example", at=at),),
            captured_at=at,
        )


def description(number: int) -> str:
    """A description of about 4 kB."""
    return " ".join(random.Random(number).choices(_WORDS, k=600))


def requirements(posting: Posting) -> Requirements:
    chance = random.Random(posting.id)
    return Requirements(
        id=posting.id,
        requirements=tuple(
            Requirement(kind="skill", name=chance.choice(_WORDS), sentence=" ".join(chance.choices(_WORDS, k=15)))
            for _ in range(15)
        ),
        phrases=tuple(" ".join(chance.choices(_WORDS, k=2)) for _ in range(20)),
        words=600,
        reader=1,
    )


def match(posting: Posting) -> Match:
    chance = random.Random(posting.id)
    return Match(
        id=posting.id,
        profile_id="me",
        profile_version=1,
        score=chance.randrange(101),
        parts=tuple(
            Part(name=name, weight=20, share=0.5, reason=" ".join(chance.choices(_WORDS, k=8)))
            for name in ("skills", "title", "experience", "education", "preferences")
        ),
        matched=tuple(Evidence(name=chance.choice(_WORDS), facts=(f"skills/{n}/name",)) for n in range(8)),
        missing=tuple(chance.choices(_WORDS, k=6)),
    )


def fill(folder: Path, count: int, *, whole: bool = True) -> Settings:
    """A new data folder with `count` postings; `whole` adds description, requirements and match of each."""
    settings = Settings(data=folder, keys="file")
    with Store.open(settings) as store, store.bulk():
        for number, posting in enumerate(postings(count)):
            if whole:
                sha = store.blobs.put(description(number).encode())
                store.requirements.add(requirements(posting))
                store.matches.add(match(posting))
                posting = replace(posting, description=sha)
            store.postings.add(posting)
    return settings
