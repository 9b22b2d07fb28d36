"""Exports and imports: JSON Resume without loss, RenderCV, DOCX, Markdown and text with every string of the version."""

import io
import json
import zipfile
from pathlib import Path
from typing import Any

import docx
import jsonschema
import msgspec
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.demo.sample import sample_profile
from companion.errors import Unreadable
from companion.model.profile import Basics
from companion.resume import (
    base_resume,
    from_json_resume,
    from_rendercv,
    to_docx,
    to_json_resume,
    to_markdown,
    to_rendercv,
    to_text,
)
from companion.resume.ats import strings
from tests.unit.resume.people import THEN, person

CORPUS = Path(__file__).parents[4] / "shared" / "corpora" / "resumes"
corpora = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpora is not here")

ODD: dict[str, Any] = {
    "$schema": "https://example.com/schema.json",
    "basics": {
        "name": "Ada",
        "x-pronunciation": "AY-da",
        "email": None,
        "summary": "",
        "location": {"planet": "Earth"},
    },
    "work": [{"name": "Werk", "endDate": "Present", "highlights": [], "tags": ["a", {"b": 1}]}],
    "education": [{"institution": "HS", "courses": ["A", "B"], "score": 4}],
    "skills": [{"name": "SQL", "level": "", "keywords": None}],
    "references": [],
    "x-theme": {"colour": "blue"},
    "meta": {"version": "v1.0.0", "theme": "flat"},
}


def test_json_resume_comes_back_as_it_went_in_with_what_we_do_not_know() -> None:
    assert to_json_resume(from_json_resume(ODD)) == ODD


def test_a_field_filled_in_later_wins_over_what_was_kept() -> None:
    import msgspec

    profile = from_json_resume({"basics": {"name": "Ada", "email": None}})
    basics = msgspec.structs.replace(profile.basics, email="ada@example.com")
    assert to_json_resume(msgspec.structs.replace(profile, basics=basics))["basics"]["email"] == "ada@example.com"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(["basics", "work", "skills", "languages", "meta", "odd"]), json_values))
def test_any_document_comes_back_as_it_went_in(document: dict[str, Any]) -> None:
    assert to_json_resume(from_json_resume(document)) == document


@corpora
@pytest.mark.corpora
def test_the_official_samples_come_back_and_our_export_is_valid() -> None:
    folder = CORPUS / "jsonresume_schema"
    schema = json.loads((folder / "schema.json").read_text(encoding="utf-8"))
    documents = [json.loads((folder / "sample.resume.json").read_text(encoding="utf-8"))]
    for file in (folder / "test").rglob("*.json"):
        documents += [one for one in json.loads(file.read_text(encoding="utf-8")).values() if isinstance(one, dict)]
    assert len(documents) > 30
    for document in documents:
        assert to_json_resume(from_json_resume(document)) == document
    for profile in (sample_profile(), person()):
        jsonschema.validate(to_json_resume(profile), schema)


@corpora
@pytest.mark.corpora
def test_rendercv_files_of_others_are_read() -> None:
    files = list((CORPUS / "rendercv_examples").rglob("*CV.yaml"))
    assert files
    for file in files:
        profile = from_rendercv(file.read_bytes())
        assert profile.basics.name
        assert profile.basics.email
        assert all(work.name and work.position and work.start_date for work in profile.work)


def test_a_national_number_goes_where_rendercv_takes_it() -> None:
    profile = msgspec.structs.replace(person(), basics=Basics(name="Bob", phone="(312) 555-0186"))
    document = yaml.safe_load(to_rendercv(profile))["cv"]
    assert ("phone" in document, document["sections"]["contact"]) == (False, ["(312) 555-0186"])
    assert from_rendercv(to_rendercv(profile).encode()).basics.phone == "(312) 555-0186"


def test_rendercv_round_trip() -> None:
    profile = person()
    read = from_rendercv(to_rendercv(profile).encode())
    assert read.work == profile.work
    assert read.projects == profile.projects
    assert read.skills == profile.skills
    assert read.languages == profile.languages


def test_yaml_that_is_no_resume() -> None:
    with pytest.raises(Unreadable):
        from_rendercv(b"a: 1")
    with pytest.raises(Unreadable):
        from_rendercv(b"!!python/object/apply:os.system ['true']")


@pytest.mark.parametrize("template", ["classic", "compact", "modern"])
def test_every_export_says_every_string_of_the_version(template: str) -> None:
    resume = base_resume(person(), template=template, created_at=THEN)
    data = to_docx(resume)
    document: Any = docx.Document(io.BytesIO(data))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        links = archive.read("word/_rels/document.xml.rels").decode()
    written = "\n".join(p.text for p in document.paragraphs)
    for text in strings(resume):
        assert text in written, text
        assert text.casefold() in to_text(resume).replace("https://", "").casefold(), text
        plain = to_markdown(resume).replace("\\", "").replace("https://", "").casefold()
        assert text.casefold() in plain, text
    assert "mailto:joerg.angstroem@example.com" in links
    assert [p.style.name for p in document.paragraphs if p.text == "Experience"] == ["Heading 1"]


def test_markdown_does_not_take_a_persons_words_for_marks() -> None:
    from companion.model.profile import Profile, Work

    profile = Profile(id="p", work=(Work(name="# Werk", highlights=("Used *args and [x](javascript:alert(1))",)),))
    text = to_markdown(base_resume(profile, created_at=THEN))
    assert "\\*args" in text
    assert "[x](" not in text
