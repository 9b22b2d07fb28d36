"""The reading beside its file: looked through, corrected in place, and what found no place put where it belongs."""

import re

from msgspec.structs import replace

from companion.model.profile import Basics, Profile, Work
from companion.resume import base_resume, render
from tests.unit.web.conftest import OWN, Visitor

TEXT = (
    b"Ana Muster\nana@example.com\n\nEXPERIENCE\n\nEngineer, Werk GmbH\n2019 - 2021\n- Kept pumps alive\n\n"
    b"MY COLLECTION\n\nSeventeen brass sextants\n"
)


def profile(visitor: Visitor) -> Profile:
    found = visitor.services.search.profile()
    assert found
    return found


def imported(visitor: Visitor, data: bytes, name: str) -> str:
    """The page that follows the import of a file."""
    visitor.sign_in()
    sent = visitor.http.post("/welcome/import", files={"file": (name, data)}, headers=OWN, follow_redirects=False)
    return visitor.http.get(sent.headers["location"]).text


def test_a_pdf_stands_beside_its_reading_with_the_lines_of_every_fact(visitor: Visitor) -> None:
    own = Profile(
        id="p",
        basics=Basics(name="Ana Muster", email="ana@example.com"),
        work=(Work(name="Werk GmbH", position="Engineer", start_date="2020"),),
    )
    page = imported(visitor, render(base_resume(own)), "cv.pdf")
    address = re.search(r'<img src="(/profile/source/0\?[0-9a-f]{12})"', page)
    assert address
    picture = visitor.http.get(address[1])
    assert (picture.headers["content-type"], picture.content[8:12]) == ("image/webp", b"WEBP")
    assert picture.headers["cache-control"] == "no-store"
    marked = " ".join(re.findall(r'<rect [^>]*data-for="([^"]*)"', page)).split()
    assert {"basics/name", "basics/email", "work/0/name", "work/0/position", "work/0/startDate"} <= set(marked)
    assert set(re.findall(r'data-fact="(work/0/[^"]*)"', page)) >= {
        "work/0/name",
        "work/0/position",
        "work/0/startDate",
    }
    for path in ("/profile/review", "/profile/work/0", "/profile/basics"):
        assert address[1] in visitor.http.get(path).text
    assert visitor.http.get("/profile/source/1").status_code == 404
    assert visitor.http.get("/profile/source/-1").status_code == 404


def test_what_found_no_place_is_put_with_one_press(visitor: Visitor) -> None:
    page = imported(visitor, TEXT, "cv.txt")
    line = profile(visitor).unplaced.index("Seventeen brass sextants")
    row = page[page.index('data-fact="unplaced/') :]
    assert '<option value="work/0" selected>Engineer, Werk GmbH</option>' in row
    form = {"version": profile(visitor).version, "then": "welcome", "to": "interests"}
    sent = visitor.send(f"/profile/unplaced/{line}", form)
    assert sent.headers["location"] == "/welcome?step=profile#unplaced"
    assert [one.name for one in profile(visitor).interests] == ["Seventeen brass sextants"]
    assert "Seventeen brass sextants" not in profile(visitor).unplaced
    undone = visitor.undo(visitor.http.get("/welcome?step=profile").text)
    assert undone.headers["location"] == "/welcome?step=profile"
    assert profile(visitor).unplaced[line] == "Seventeen brass sextants"
    assert profile(visitor).interests == ()
    form["version"] = profile(visitor).version
    assert visitor.send(f"/profile/unplaced/{line}", form).status_code == 303
    assert visitor.send(f"/profile/unplaced/{line}", form).status_code == 409
    fresh = form | {"version": profile(visitor).version}
    assert visitor.send("/profile/unplaced/9", fresh).status_code == 400
    for _ in profile(visitor).unplaced:
        visitor.send("/profile/unplaced/0", {"version": profile(visitor).version, "out": "true", "then": "review"})
    assert profile(visitor).unplaced == ()
    assert "Found no place" not in visitor.http.get("/profile/review").text


def test_an_entry_is_corrected_where_it_stands_and_leads_back(seeded: Visitor) -> None:
    page = seeded.http.get("/profile/review").text
    doubted = re.search(r'<details id="work-1" class="entry" data-fact="work/1" open>', page)
    assert doubted, "what is to be checked stands open"
    assert 'class="unsure" data-for="work/1' in page, "and is marked in the file"
    form = {"version": profile(seeded).version, "name": "Sedge", "then": "review"}
    assert seeded.send("/profile/work/1", form).headers["location"] == "/profile/review#work"
    assert profile(seeded).work[1].name == "Sedge"
    assert profile(seeded).doubts == ()
    assert "check this" not in seeded.http.get("/profile/review").text
    removed = seeded.send("/profile/work/1/remove", {"version": profile(seeded).version, "then": "review"})
    assert removed.headers["location"] == "/profile/review#work"
    assert seeded.undo(seeded.http.get("/profile/review").text).headers["location"] == "/profile/review#work"
    assert len(profile(seeded).work) == 2
    elsewhere = {"version": profile(seeded).version, "then": "https://evil.example/"}
    assert seeded.send("/profile/work/1", elsewhere).headers["location"] == "/profile#work"


def test_without_a_file_that_can_be_shown_the_reading_is_there_all_the_same(seeded: Visitor) -> None:
    services, store = seeded.services, seeded.services.store
    broken = store.blobs.put(b"%PDF-1.7 that is none")
    gone, none = "cannot be shown here", "There is no file behind this profile."
    for source, said in ((broken, gone), ("0" * 64, gone), ("", none)):
        services.profiles.keep(replace(profile(seeded), meta={"source": source}))
        for path in ("/profile/review", "/welcome?step=profile", "/profile/work/0"):
            page = seeded.http.get(path)
            assert page.status_code == 200
            assert "<img" not in page.text
            assert "Heron Logistics" in page.text
        assert said in seeded.http.get("/profile/review").text
        assert seeded.http.get("/profile/source/0").status_code == 404


def test_from_a_file_that_cannot_be_read_it_goes_back_to_choose_another(visitor: Visitor) -> None:
    visitor.sign_in()
    for came, button in ((OWN["origin"] + "/welcome", 'href="/welcome">Back'), ("https://evil.example/", "")):
        sent = visitor.http.post(
            "/welcome/import", files={"file": ("a.pdf", b"%PDF-1.4 none")}, headers={**OWN, "referer": came}
        )
        assert sent.status_code == 422
        assert button in sent.text
        assert "evil" not in sent.text
