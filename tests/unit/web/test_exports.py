"""What was written goes out in every format, set as the person likes, and the finished PDF is read back for them."""

import asyncio
import io
import json
import re

import docx
import msgspec
import pytest
import yaml

from companion.model.profile import Basics, Profile, Work
from companion.model.resume import Look
from companion.resume import base_resume, render
from companion.resume.typeset.templates import PAPERS
from tests.unit.web.conftest import OWN, Visitor


def said(data: bytes, kind: str) -> str:
    """The words of a file, in its order."""
    if kind == "docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)
    return data.decode().replace("\\", "")


@pytest.mark.parametrize("kind", ["docx", "md", "txt"])
def test_versions_letters_and_the_profile_go_out_whole(seeded: Visitor, kind: str) -> None:
    store = seeded.services.store
    resume = next(one for one in store.resumes.where() if one.posting_id)
    letter = store.letters.where()[0]
    answer = seeded.http.get(f"/exports/resumes/{resume.id}/{kind}")
    assert resume.file_name.replace(".pdf", f".{kind}").split("-")[0] in answer.headers["content-disposition"]
    lines = [line.text for section in resume.sections for entry in section.entries for line in entry.lines]
    assert [line for line in lines if line not in said(answer.content, kind)] == []
    profile = said(seeded.http.get(f"/exports/profile/{kind}").content, kind)
    own = seeded.services.search.profile()
    assert own
    assert [text for work in own.work for text in work.highlights if text not in profile] == []
    written = seeded.http.get(f"/exports/letters/{letter.id}/{kind}")
    assert written.status_code == (404 if kind == "md" else 200)
    if kind != "md":
        assert letter.paragraphs[1][-1].text in said(written.content, kind)


def test_the_profile_goes_out_as_a_pdf_and_for_other_programs(seeded: Visitor) -> None:
    answer = seeded.http.get("/exports/profile/pdf")
    assert answer.content.startswith(b"%PDF")
    own = seeded.services.search.profile()
    assert own
    assert yaml.safe_load(seeded.http.get("/exports/profile/yaml").content)["cv"]["name"] == own.basics.name
    assert json.loads(seeded.http.get("/profile/resume.json").content)["basics"]["name"] == own.basics.name
    page = seeded.http.get("/profile").text
    for path in ("/exports/profile/pdf", "/exports/profile/docx", "/exports/profile/yaml", "/profile/resume.json"):
        assert f'href="{path}"' in page


def test_the_file_a_profile_was_read_from_is_there_to_compare(visitor: Visitor) -> None:
    visitor.sign_in()
    assert visitor.http.get("/exports/source").status_code == 404
    profile = Profile(id="p", basics=Basics(name="Ana Muster"), work=(Work(name="A", position="B", start_date="2020"),))
    pdf = render(base_resume(profile))
    sent = visitor.http.post("/welcome/import", files={"file": ("cv.pdf", pdf)}, headers=OWN, follow_redirects=False)
    assert sent.status_code == 303
    answer = visitor.http.get("/exports/source")
    assert (answer.content, answer.headers["content-type"]) == (pdf, "application/pdf")
    assert answer.headers["content-disposition"].startswith("inline")
    for page in ("/welcome?step=profile", "/profile"):
        assert 'href="/exports/source"' in visitor.http.get(page).text


def test_a_version_is_seen_as_it_is_printed(seeded: Visitor) -> None:
    resume = next(one for one in seeded.services.store.resumes.where() if one.posting_id)
    addresses = re.findall(r'<img src="([^"]+)"', seeded.http.get(f"/resumes/{resume.id}").text)
    assert len(addresses) == resume.pages
    for address in addresses:
        answer = seeded.http.get(address)
        assert (answer.headers["content-type"], answer.content[8:12]) == ("image/webp", b"WEBP")
    assert seeded.http.get(f"/resumes/{resume.id}/pages/{resume.pages}").status_code == 404
    assert seeded.http.get("/resumes/none/pages/0").status_code == 404
    assert "The PDF cannot show" not in seeded.http.get(f"/resumes/{resume.id}").text
    seeded.services.store.resumes.replace(msgspec.structs.replace(resume, headline="مهندس"))
    assert "The PDF cannot show 5 of your characters" in seeded.http.get(f"/resumes/{resume.id}").text


def test_a_person_sees_what_a_machine_reads(seeded: Visitor) -> None:
    resume = next(one for one in seeded.services.store.resumes.where() if one.posting_id)
    assert f'href="/resumes/{resume.id}/ats"' in seeded.http.get(f"/resumes/{resume.id}").text
    page = seeded.http.get(f"/resumes/{resume.id}/ats").text
    assert "came out whole and in order" in page
    assert "This version does not say it." in page
    assert resume.contact[0].text in page


def test_a_version_is_set_otherwise_and_the_next_ones_are_set_like_it(seeded: Visitor) -> None:
    services, store = seeded.services, seeded.services.store
    resume = next(one for one in store.resumes.where() if one.posting_id)
    profile = services.search.profile()
    assert profile
    assert services.resumes.look(profile) == Look()
    assert seeded.send(f"/resumes/{resume.id}/look", {"template": "gothic"}).status_code == 400
    sent = seeded.send(f"/resumes/{resume.id}/look", {"template": "modern", "paper": "letter", "pages": "1"})
    assert sent.status_code == 303
    asked = next(one for one in store.runs.where() if one.kind == "tailor" and "look" in one.arguments)
    assert asked.arguments["look"] == {"template": "modern", "paper": "letter", "pages": 1}
    made = asyncio.run(
        services.resumes.tailor(resume.posting_id, look=Look(template="modern", paper="letter", pages=1))
    )
    assert (made.template, made.paper, made.pages) == ("modern", "letter", 1)
    width, height = PAPERS["letter"]
    assert f"[0 0 {width:.2f} {height:.2f}]".encode() in store.blobs.get(made.pdf)
    assert services.resumes.look(profile) == Look(template="modern", paper="letter")
    letter = asyncio.run(services.resumes.write_letter(resume.posting_id))
    assert letter is None or (letter.template, letter.paper) == ("modern", "letter")
