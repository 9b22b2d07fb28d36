"""Personas choose from one profile and add nothing; what they choose stays chosen when the profile changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from companion.errors import NotFound
from companion.model.facts import facts
from companion.model.profile import Persona, Preferences, Profile, Project, Skill, Work
from companion.model.resume import Resume
from companion.resume import WHOLE, base_resume, shown_as, tailor, write_letter
from companion.resume.changes import changes, followed, put_back
from tests.unit.resume.people import THEN, person, posting, wanted

DATA = Persona(
    name="Data",
    label="Data engineer",
    summary="Makes sensors tell the truth.",
    hidden=frozenset({"work/1", "work/0/highlights/0", "skills/0", "interests"}),
    first=("work/0/highlights/3", "skills"),
    preferences=Preferences(titles=("Data Engineer",)),
)


def texts(resume: Resume) -> str:
    return "\n".join(line.text for section in resume.sections for entry in section.entries for line in entry.lines)


def test_a_persona_speaks_for_itself_and_shows_only_what_it_chose() -> None:
    profile = replace(person(), personas=(DATA,))
    resume = base_resume(shown_as(profile, "Data"), created_at=THEN)
    assert (resume.persona, resume.headline) == ("Data", "Data engineer")
    assert resume.sections[0].kind == "skills"
    work = next(section for section in resume.sections if section.kind == "work")
    assert [entry.subheading for entry in work.entries] == ["Werk A GmbH", "Werk C GmbH"]
    assert [line.facts for line in work.entries[0].lines] == [
        ("work/0/highlights/3",),
        ("work/0/highlights/1",),
        ("work/0/highlights/2",),
    ]
    assert "Makes sensors tell the truth." in texts(resume)
    assert not {"interests"} & {section.kind for section in resume.sections}
    carried = {path for section in resume.sections for entry in section.entries for path in entry.facts}
    assert carried <= facts(profile).keys()


def test_the_whole_profile_and_an_unknown_persona_show_everything() -> None:
    profile = replace(person(), personas=(DATA,))
    assert shown_as(profile, WHOLE) == shown_as(profile, "gone") == profile
    assert texts(base_resume(profile, created_at=THEN)) == texts(base_resume(person(), created_at=THEN))


def test_tailoring_and_letters_keep_to_the_choice() -> None:
    profile = shown_as(replace(person(jobs=4, bullets=6), personas=(DATA,)), "Data")
    resume = tailor(profile, posting(), wanted("Python"), None, pages=1, created_at=THEN)
    assert resume.persona == "Data"
    cited = {
        path for section in resume.sections for entry in section.entries for line in entry.lines for path in line.facts
    }
    assert not {path for path in cited if path.startswith("work/1/") or path == "work/0/highlights/0"}
    work = next(section for section in resume.sections if section.kind == "work")
    assert work.entries[0].lines[0].facts == ("work/0/highlights/3",), "before what the posting asks about"
    letter = write_letter(profile, posting(), wanted("Python", "PostgreSQL", "Django"), None, created_at=THEN)
    assert letter
    told = {path for paragraph in letter.paragraphs for line in paragraph for path in line.facts}
    assert told
    assert not {path for path in told if path.startswith("work/1/") or path == "work/0/highlights/0"}


def test_single_skills_are_hidden_and_put_first() -> None:
    one = Persona(name="x", hidden=frozenset({"skills/1", "skills/3/keywords/0"}), first=("skills/2",))
    skills = (Skill(name="Go"), Skill(name="PHP"), Skill(name="Rust"), Skill(name="Cloud", keywords=("AWS", "Azure")))
    profile = shown_as(Profile(id="p", skills=skills, personas=(one,)), "x")
    assert texts(base_resume(profile, created_at=THEN)).splitlines() == ["Cloud: Azure", "Rust, Go"]


def test_a_choice_follows_entries_and_lines_that_move() -> None:
    before = replace(person(), personas=(DATA,))
    first, second, third = before.work
    moved = replace(second, highlights=(*second.highlights, "Wrote it down"))
    after = followed(before, replace(before, work=(Work(name="New Ltd", position="Lead"), third, moved, first)))
    assert after.personas[0].hidden == {"work/2", "work/3/highlights/0", "skills/0", "interests"}
    assert after.personas[0].first == ("work/3/highlights/3", "skills")
    gone = followed(after, replace(after, work=after.work[:2]))
    assert gone.personas[0].hidden == {"skills/0", "interests"}


def test_a_line_that_is_reworded_stays_hidden() -> None:
    before = replace(person(), personas=(DATA,))
    lines = ("Built the pump control in C", *before.work[0].highlights[1:])
    after = followed(before, replace(before, work=(replace(before.work[0], highlights=lines), *before.work[1:])))
    assert after.personas == before.personas


def test_changes_name_what_was_added_removed_and_changed_and_each_can_be_put_back() -> None:
    earlier = person()
    later = replace(
        earlier,
        basics=replace(earlier.basics, phone="+49 431 555 0100"),
        work=(replace(earlier.work[0], position="Head of Pumps"), *earlier.work[2:]),
        projects=(*earlier.projects, Project(name="Tide clock")),
    )
    told = changes(earlier, later)
    assert [(one.before, one.after) for one in told] == [
        ("basics/phone", "basics/phone"),
        ("work/0", "work/0"),
        ("work/1", ""),
        ("", f"projects/{len(earlier.projects)}"),
    ]
    assert [(leaf.name, leaf.before, leaf.after) for leaf in told[1].leaves] == [
        ("position", "Senior Engineer", "Head of Pumps")
    ]
    present = later
    for change in told:
        present = put_back(present, earlier, later, change)
    assert present == earlier
    with pytest.raises(NotFound):
        put_back(earlier, earlier, later, told[-1])


def test_putting_one_thing_back_leaves_what_was_changed_since() -> None:
    earlier = person()
    later = replace(earlier, work=earlier.work[1:])
    since = replace(later, work=(replace(later.work[0], highlights=("New",)), *later.work[1:]))
    back = put_back(since, earlier, later, changes(earlier, later)[0])
    assert back.work == (earlier.work[0], *since.work)


lines = st.lists(st.sampled_from("xyz"), max_size=3, unique=True).map(tuple)
jobs = st.builds(Work, name=st.sampled_from("ABCDE"), highlights=lines)
entries = st.lists(jobs, max_size=4, unique_by=lambda one: one.name).map(tuple)


@given(entries, entries)
def test_every_change_can_be_put_back_alone_and_all_together(old: tuple[Work, ...], new: tuple[Work, ...]) -> None:
    earlier, later = Profile(id="p", work=old), Profile(id="p", work=new)
    present = later
    for change in changes(earlier, later):
        put_back(later, earlier, later, change)
        present = put_back(present, earlier, later, change)
    assert sorted(map(repr, present.work)) == sorted(map(repr, earlier.work))
    assert changes(earlier, earlier) == ()
