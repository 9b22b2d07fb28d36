"""The catalogue says of all postings what asking each of them would say, after any change."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.agents.catalogue import Catalogue
from companion.model.document import now
from companion.model.posting import Posting
from companion.settings import Settings
from companion.store import Store

SITES = ("https://boards.greenhouse.io/mill/jobs/1", "https://jobs.example.com/a", "https://jobs.example.com/a/b?x=1")
FORMS = ("", "https://jobs.example.com/a/apply", "https://forms.example.org/9#top")

postings = st.builds(
    Posting,
    id=st.sampled_from("abcdef"),
    canonical_key=st.sampled_from("kl"),
    url=st.sampled_from(SITES),
    apply_url=st.sampled_from(FORMS),
    title=st.sampled_from(("Night Baker", "Night baker (m/f/d)", "Miller")),
    company=st.just("Mill"),
    ats=st.sampled_from(("greenhouse", "lever")),
    ats_job=st.sampled_from(("", "1", "2")),
    captured_at=st.just(now()),
    dismissed=st.booleans(),
)
changes = st.lists(st.one_of(postings, st.sampled_from("abcdef")), max_size=12)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes)
def test_it_follows_every_change(tmp_path: Path, done: list[Posting | str]) -> None:
    with Store.open(Settings(data=tmp_path, keys="file")) as store:
        catalogue = Catalogue(store)
        for step in done:
            if isinstance(step, str):
                if store.postings.find(step):
                    store.postings.remove(step)
            elif known := store.postings.find(step.id):
                store.postings.replace(msgspec.structs.replace(step, version=known.version))
            else:
                store.postings.add(step)
            fresh = Catalogue(store)
            assert sorted(catalogue.lines(), key=str) == sorted(fresh.lines(), key=str)
            for one in store.postings.where():
                assert {other.id for other in catalogue.alike(one)} == {other.id for other in fresh.alike(one)}
        for one in store.postings.where():
            store.postings.remove(one.id)
        assert catalogue.lines() == ()


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://boards.greenhouse.io/mill/jobs/1?gh_src=x", "numbered"),
        ("https://jobs.example.com/a/apply?step=2", "with a form"),
        ("https://jobs.example.com/b/apply/now", "above"),
        ("https://jobs.example.com/bc", ""),
        ("https://jobs.example.com/", ""),
        ("", ""),
    ],
)
def test_an_address_finds_the_job_it_is_about(tmp_path: Path, url: str, found: str) -> None:
    with Store.open(Settings(data=tmp_path, keys="file")) as store:
        for name, page, form, ats, number in (
            ("numbered", "https://mill.example.com/jobs?gh_jid=1", "", "greenhouse", "1"),
            ("elsewhere", "https://jobs.lever.co/mill/1", "", "lever", "1"),
            ("with a form", "https://jobs.example.com/a", "https://jobs.example.com/a/apply", "", ""),
            ("above", "https://jobs.example.com/b", "", "", ""),
            ("everything", "", "", "", ""),
        ):
            store.postings.add(
                Posting(
                    id=name, canonical_key=name, url=page, apply_url=form, title=name, company="Mill", ats=ats,
                    ats_job=number, captured_at=now(),
                )
            )  # fmt: skip
        one = Catalogue(store).at(url)
        assert (one.id if one else "") == found
