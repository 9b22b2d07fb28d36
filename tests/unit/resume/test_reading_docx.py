"""What Word, LibreOffice and templates put into a DOCX beside the words that one sees."""

import io
import zipfile

import msgspec
import pytest

from companion.model.profile import Profile
from companion.resume import read_resume
from tests.unit.resume.papers import docx, p

NAME = p("Callum Rigby", bold=True, size=24) + p("callum.rigby@example.com | +44 7700 900455 | Hull, UK")
WORK = p("EXPERIENCE", bold=True)
REST = (
    p("EDUCATION", bold=True) + p("BTEC Level 3 Logistics, Hull College, 2012 - 2014")
    + p("SKILLS", bold=True) + p("Forklift, SAP, Excel")
)  # fmt: skip
JOB = p("Dock Supervisor, Harbour Cold Store, March 2019 - Present")


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(runs)}</w:p>"


def sign(code: str) -> str:
    return f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'


def control(content: str, *, placeholder: bool = False) -> str:
    mark = "<w:showingPlcHdr/>" if placeholder else ""
    return f"<w:sdt><w:sdtPr>{mark}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def read(body: str, **parts: str) -> Profile:
    data = docx(body)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, text in parts.items():
            new.writestr(f"word/{name}.xml", text)
    return read_resume(out.getvalue(), "cv.docx")


def said(profile: Profile) -> str:
    return str(msgspec.to_builtins(profile))


def test_what_was_taken_out_or_is_hidden_or_asked_for_is_not_read_and_what_was_put_in_is() -> None:
    told = paragraph(
        run("Ran a crew of 14"),
        '<w:del w:id="1" w:author="x"><w:r><w:delText>of DELETED</w:delText></w:r></w:del>',
        '<w:moveFrom w:id="2" w:author="x">' + run(" MOVED") + "</w:moveFrom>",
        '<w:ins w:id="3" w:author="x">' + run(" on nights") + "</w:ins>",
        run(" HIDDEN", "<w:vanish/>"),
        '<w:r><w:instrText> PAGE \\* MERGEFORMAT </w:instrText></w:r>',
    )  # fmt: skip
    asked = control(p("Click or tap here to enter text."), placeholder=True)
    profile = read(NAME + asked + WORK + JOB + told + control(REST))
    assert "Ran a crew of 14 on nights" in said(profile)
    assert profile.education[0].institution == "Hull College"
    for word in ("DELETED", "MOVED", "HIDDEN", "MERGEFORMAT", "Click or tap"):
        assert word not in said(profile)


def test_signs_of_icon_fonts_part_what_they_stand_between_and_mark_bullets() -> None:
    contact = paragraph(
        sign("F02A"),
        run("callum.rigby@example.com"),
        sign("F028"),
        run("+44 7700 900455"),
        sign("F0FE"),
        run("Hull, UK"),
    )
    bullets = "".join(paragraph(sign("F0A7"), run(text)) for text in ("Ran a crew of 14", "Trained drivers"))
    profile = read(p("Callum Rigby", bold=True, size=24) + contact + WORK + JOB + bullets + REST)
    basics = profile.basics
    assert (basics.email, basics.phone, basics.location.city) == ("callum.rigby@example.com", "+44 7700 900455", "Hull")
    assert profile.work[0].highlights == ("Ran a crew of 14", "Trained drivers")


def test_a_table_within_a_table_is_read_once() -> None:
    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"

    jobs = table(
        (p("March 2019 - Present"), p("Dock Supervisor, Harbour Cold Store")),
        (p("June 2014 - February 2019"), p("Forklift Operator, Pennine Pallets")),
    )
    profile = read(NAME + table((WORK + jobs + p(""),)) + REST)
    assert [(work.position, work.name, work.start_date) for work in profile.work] == [
        ("Dock Supervisor", "Harbour Cold Store", "2019-03"),
        ("Forklift Operator", "Pennine Pallets", "2014-06"),
    ]


STYLES = (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='20'/></w:rPr></w:rPrDefault></w:docDefaults>"
    "<w:style w:type='paragraph' w:styleId='Rubrik' w:customStyle='1'><w:name w:val='Rubrik'/>"
    "<w:rPr><w:b/><w:sz w:val='30'/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Unterrubrik'><w:basedOn w:val='Rubrik'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Stelle'><w:basedOn w:val='Kreis'/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:type='paragraph' w:styleId='Kreis'><w:basedOn w:val='Stelle'/></w:style>"
    "<w:style w:type='paragraph' w:styleId='Aufzhlung'><w:name w:val='List Bullet'/></w:style></w:styles>"
)


def test_the_looks_that_only_styles_tell() -> None:
    jobs = "".join(
        paragraph(run(title), style="Stelle") + p(f"{employer}, {dates}") + paragraph(run(did), style="Aufzhlung")
        for title, employer, dates, did in (
            ("Dock Supervisor", "Harbour Cold Store", "March 2019 - Present", "Ran a crew of 14 on nights"),
            ("Forklift Operator", "Pennine Pallets", "June 2014 - February 2019", "Moved 300 pallets a shift"),
        )
    )
    titles = ("Where I have worked", "What I learned and where", "What I am good at")
    work, school, skills = (
        paragraph(run(text), style=style)
        for text, style in zip(titles, ("Rubrik", "Unterrubrik", "Rubrik"), strict=True)
    )
    body = (
        NAME + work + jobs + school + p("BTEC Level 3 Logistics, Hull College, 2012 - 2014") + skills + p("SAP, Excel")
    )
    profile = read(body, styles=STYLES)
    assert [(one.position, one.name, one.highlights) for one in profile.work] == [
        ("Dock Supervisor", "Harbour Cold Store", ("Ran a crew of 14 on nights",)),
        ("Forklift Operator", "Pennine Pallets", ("Moved 300 pallets a shift",)),
    ]
    assert profile.education[0].institution == "Hull College"


@pytest.mark.parametrize("kind", ["strict", "renamed"])
def test_what_other_kinds_of_word_write(kind: str) -> None:
    data = docx(NAME + WORK + JOB + REST)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if kind == "strict":
                text = text.replace(
                    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
                )
            renamed = name.replace("document.xml", "document2.xml") if kind == "renamed" else name
            new.writestr(renamed, text)
    assert read_resume(out.getvalue(), "cv.docx").work[0].position == "Dock Supervisor"


@pytest.mark.parametrize(
    ("title", "more", "employer"),
    [
        ("Paralegal", ", Residential Conveyancing", "Goodacre & Finch Solicitors, Bath"),
        ("Staff Nurse", ", Paediatrics", "Tarn Hospital, Kendal"),
        ("Surveyor", ", Quays and Bridges", "Hafenbau Nord GmbH, Kiel"),
    ],
)
def test_a_title_goes_on_behind_a_comma_in_another_type(title: str, more: str, employer: str) -> None:
    both = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{title}</w:t></w:r><w:r><w:t>{more}</w:t></w:r></w:p>"
    rows = [
        (years, p("Clerk of the yard", bold=True) + p("Marlowe Penhaligon, Bristol") + p("Filed deeds", listed=True))
        for years in ("2024 – 2026", "2022 – 2024")
    ]
    rows.append(("2019 – 2022", both + p(employer) + p("Wrote 60 letters a week", listed=True)))
    body = p("Ines Vardøhus", bold=True, size=20) + p("ines.vardohus@example.com") + p("Employment", bold=True)
    body += "<w:tbl>" + "".join(
        f"<w:tr><w:tc>{p(years)}</w:tc><w:tc>{cell}</w:tc></w:tr>" for years, cell in rows
    ) + "</w:tbl>"  # fmt: skip
    job = read_resume(docx(body), "cv.docx").work[2]
    assert (job.position, job.name) == (title + more, employer.rpartition(", ")[0])


def test_how_one_worked_in_brackets_names_no_employer() -> None:
    body = p("Ines Vardøhus", bold=True, size=20) + p("ines.vardohus@example.com") + p("Employment", bold=True)
    body += p("2017 – 2019\tBookseller (part-time, university holidays)") + p("Quarto Books, Exeter")
    (job,) = read_resume(docx(body), "cv.docx").work
    assert (job.position, job.name) == ("Bookseller (part-time, university holidays)", "Quarto Books")


def test_an_employer_with_the_years_there_above_the_titles_held_is_no_entry() -> None:
    body = p("Ines Vardøhus", bold=True, size=20) + p("ines.vardohus@example.com") + p("EXPERIENCE", bold=True)
    body += p("GREAT LAKES BOTTLING, INC., Toledo, OH\t2015 – Present", bold=True)
    body += p("Maintenance Supervisor (2019 – Present)", bold=True) + p("Lead 12 technicians", listed=True)
    body += p("Maintenance Technician (2015 – 2019)", bold=True) + p("Kept the line at 96% uptime", listed=True)
    body += p("BUCKEYE FOODS, Lima, OH\t2009 – 2015", bold=True) + p("Industrial Mechanic", bold=True)
    body += p("Rebuilt pumps", listed=True)
    jobs = read_resume(docx(body), "cv.docx").work
    assert [(one.position, one.name, one.start_date, one.end_date) for one in jobs] == [
        ("Maintenance Supervisor", "GREAT LAKES BOTTLING, INC.", "2019", ""),
        ("Maintenance Technician", "GREAT LAKES BOTTLING, INC.", "2015", "2019"),
        ("Industrial Mechanic", "BUCKEYE FOODS", "2009", "2015"),
    ]


@pytest.mark.parametrize("title", ["EDUCATION & CERTIFICATIONS", "Education and Licenses"])
def test_certificates_at_the_end_of_a_section_that_names_them_as_well(title: str) -> None:
    body = p("Ines Vardøhus", bold=True, size=20) + p("ines.vardohus@example.com") + p("SKILLS", bold=True)
    body += p("Pumps, Ammonia") + p(title, bold=True)
    body += p("A.A.S., Industrial Maintenance, Owens Community College, Perrysburg, OH, 2009")
    body += p("EPA 608 Universal, 2012") + p("OSHA 30, 2018")
    profile = read_resume(docx(body), "cv.docx")
    assert [one.institution for one in profile.education] == ["Owens Community College"]
    assert [(one.name, one.date) for one in profile.certificates] == [
        ("EPA 608 Universal", "2012"),
        ("OSHA 30", "2018"),
    ]


def test_data_of_the_person_under_a_title_that_may_be_of_a_summary() -> None:
    body = p("Ines Vardøhus", bold=True, size=20) + p("ines.vardohus@example.com") + p("SKILLS", bold=True)
    body += p("Pumps, Ammonia") + p("PERSONAL PROFILE", bold=True)
    body += (
        p("Date of Birth: 11-06-1998") + p("Father's Name: Olav") + p("Address: H.No 4, Balanagar, Hyderabad - 500042")
    )
    basics = read_resume(docx(body), "cv.docx").basics
    assert (basics.summary, basics.location and basics.location.city) == ("", "Hyderabad")


def test_columns_set_with_the_space_bar_are_columns() -> None:
    skills = p("SKILLS", bold=True) + paragraph(run("Reach truck          Goods in        Stock control"))
    skills += paragraph(run("Voice picking     RF scanners     Team leading"))
    profile = read(NAME + WORK + JOB + skills)
    assert [skill.name for skill in profile.skills] == [
        "Reach truck", "Goods in", "Stock control", "Voice picking", "RF scanners", "Team leading"
    ]  # fmt: skip
