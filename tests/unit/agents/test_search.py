"""What the search agent says around a posting: signs that nobody is being hired now."""

from datetime import date, timedelta
from pathlib import Path

import msgspec

from companion.intake import Reading
from companion.intake.fingerprint import fingerprint
from companion.model.document import new_id, now
from companion.model.posting import Posting
from tests.fakes.companion import made_companion

LONG = "You will run our Python services, report to the head of platform and join a team of 6. " * 12


def _reading(job: str, posted: date, text: str = LONG) -> Reading:
    url = f"https://boards.greenhouse.io/fjordline/jobs/{job}"
    posting = Posting(
        id=new_id(), canonical_key=f"greenhouse:fjordline:{job}", url=url, title="Platform Engineer",
        company="Fjordline", ats="greenhouse", ats_company="fjordline", ats_job=job, posted=posted, captured_at=now(),
        fingerprint=fingerprint(text),
    )  # fmt: skip
    return Reading(posting=posting, description=text)


def test_a_job_put_up_again_and_again_carries_a_sign(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        today = now().date()
        for number, age in enumerate((50, 30, 2)):
            last = services.search.keep(_reading(str(100 + number), today - timedelta(days=age)))
        view = services.search.view(last.id)
        assert len(view.duplicates) == 2
        assert view.signs == ("It was put up 2 times before.",)


def test_the_same_job_on_other_boards_at_the_same_time_is_no_repost(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        today = now().date()
        first = services.search.keep(_reading("1", today))
        for number, ats in enumerate(("lever", "ashby")):
            other = _reading(str(10 + number), today - timedelta(days=9))
            posting = msgspec.structs.replace(other.posting, ats=ats, canonical_key=f"{ats}:fjordline:{number}")
            services.search.keep(msgspec.structs.replace(other, posting=posting))
        assert services.search.view(first.id).signs == ()


def test_a_job_seen_again_as_it_was_changes_nothing(tmp_path: Path) -> None:
    with made_companion(tmp_path / "data") as services:
        today = now().date()
        first = services.search.keep(_reading("1", today))
        changes: list[str] = []
        services.store.listen(lambda events: changes.extend(event.kind for event in events))
        again = services.search.keep(_reading("1", today))
        assert (again, changes) == (first, [])
        longer = services.search.keep(_reading("1", today, LONG + " You need 4 years of Rust."))
        assert longer.id == first.id
        assert "requirements" in changes
        assert "Rust" in {one.name for one in services.store.requirements.get(first.id).requirements}
