"""LinkedIn's data export as people have it: whole or in part, with notes above the headers, from any spreadsheet; and
zips that mean harm.
"""

import io
import zipfile
from collections.abc import Mapping

import msgspec
import pytest

from companion.errors import BadInput, TooLarge
from companion.model.profile import Profile
from companion.resume import read_resume

PROFILE = (
    "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
    "Twitter Handles,Websites,Instant Messengers\n"
    'Noor,Haddád,,,Mar 3,Accountant,"Numbers,\nand people",Accounting,04103,"Leipzig, Germany",[noorh],'
    '"[PERSONAL:https://noor.example.com,BLOG:https://blog.example.com]",\n'
)
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Musterbau GmbH,Buchhalterin,"• Did the books  • Paid 400 people",Leipzig,Jan 2022,\n'
    "Kanzlei Vorbild,Praktikantin,,,2018,2020\n"
)
NOTES = 'Notes:\n"When exporting your data, you may notice that some of it is missing."\n\n'
FILES: dict[str, str] = {
    "Profile.csv": PROFILE,
    "Positions.csv": POSITIONS,
    "Email Addresses.csv": "Email Address,Confirmed,Primary\nold@example.com,Yes,No\nnoor@example.com,Yes,Yes\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,+49 341 5550 100,Mobile\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    'HS Musterstadt,2016,2019,,"Bachelor of Arts - BA, Accounting",Choir\n',
    "Skills.csv": "Name\nDATEV\nDATEV\n\nExcel\n",
    "Languages.csv": "Name,Proficiency\nArabic,Native or bilingual proficiency\nGerman,FULL_PROFESSIONAL\n",
    "Certifications.csv": "Name,Url,Authority,Started On\nBilanzbuchhalterin,https://x.example.com,IHK,Mar 2021\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nLedger,Built it,,Feb 2020,Mar 2020\n",
    "Honors.csv": "Title,Description,Issued On\nPrize,For books,Jun 2019\n",
    "Publications.csv": 'Name,Published On,Description,Publisher,Url\nPaper,"Jun 5, 2018",About,Press,\n',
    "Patents.csv": "Title,Number,Description,Url,Issued On\nAbacus,US1,,,Jan 2020\n",
    "Volunteering.csv": "Company Name,Role,Cause,Started On,Finished On,Description\nTafel,Helper,,Jan 2019,,Sorted\n",
    "Courses.csv": "Name,Number\nTax law,101\n",
    "messages.csv": "CONTENT\nprivate words\n",
}


def export(files: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def read(files: Mapping[str, str | bytes]) -> Profile:
    profile = read_resume(export(files), "export.zip")
    return msgspec.convert(msgspec.to_builtins(profile), Profile)  # it keeps to the limits of what is stored


def jobs(profile: Profile) -> list[tuple[str, str, str, str]]:
    return [(work.position, work.name, work.start_date, work.end_date) for work in profile.work]


JOBS = [
    ("Buchhalterin", "Musterbau GmbH", "2022-01", ""),
    ("Praktikantin", "Kanzlei Vorbild", "2018", "2020"),
]


def test_a_whole_export() -> None:
    profile = read(FILES)
    basics = profile.basics
    assert (basics.name, basics.email, basics.phone) == ("Noor Haddád", "noor@example.com", "+49 341 5550 100")
    assert (basics.location.city, basics.location.country_code) == ("Leipzig", "DE")
    assert [basics.url, *(link.url for link in basics.profiles)] == [
        "https://noor.example.com",
        "https://blog.example.com",
        "https://twitter.com/noorh",
    ]
    assert jobs(profile) == JOBS
    assert profile.work[0].highlights == ("Did the books", "Paid 400 people")
    (school,) = profile.education
    assert (school.study_type, school.area, school.highlights) == ("Bachelor of Arts", "Accounting", ("Choir",))
    assert [skill.name for skill in profile.skills] == ["DATEV", "Excel"]
    assert [one.fluency for one in profile.languages] == ["Native or bilingual proficiency", "Full professional"]
    assert [(one.name, one.release_date) for one in profile.publications] == [
        ("Paper", "2018-06"),
        ("Abacus", "2020-01"),
    ]
    assert (profile.certificates[0].issuer, profile.awards[0].date) == ("IHK", "2019-06")
    assert (profile.projects[0].name, profile.volunteer[0].position) == ("Ledger", "Helper")
    assert profile.unplaced == ("Birth Date: Mar 3", "Industry: Accounting", "Course: Tax law, 101")
    assert "private" not in str(msgspec.to_builtins(profile))


@pytest.mark.parametrize(
    "files",
    [
        {f"Basic_LinkedIn/{name}": "\ufeff" + text.replace("\n", "\r\n") for name, text in FILES.items()},
        {name: NOTES + text for name, text in FILES.items()},
        {name: text.encode("utf-16") for name, text in FILES.items()},
        {name: text.encode("cp1252") for name, text in FILES.items()},
        {f"export\\{name}": text for name, text in FILES.items()},
        {**{f"Jobs/{n}.csv": "x" for n in range(10_100)}, **FILES},
        {"Positions.csv": POSITIONS, "Skills.csv": "Name\nDATEV\n"},
        {"Profile.csv": PROFILE, "Positions.csv": POSITIONS + ",,,,,\n", "Education.csv": "", "Skills.csv": "\n"},
        {"../../etc/Profile.csv": PROFILE, "/abs/Positions.csv": POSITIONS, "Profile.csv/": ""},
    ],
    ids=["folder and CRLF", "notes", "UTF-16", "cp1252", "backslashes", "many", "a part", "empty files", "paths"],
)  # fmt: skip
def test_an_export_as_people_have_it(files: dict[str, str | bytes]) -> None:
    assert jobs(read(files)) == JOBS


def test_rows_too_long_or_too_short_are_kept_within_limits() -> None:
    rows = f"{'K' * 900},Clerk\nA,B,C,D,Jan 2020,Feb 2020,more,and more\n"
    profile = read({"Profile.csv": PROFILE, "Positions.csv": POSITIONS + rows})
    assert [len(work.name) for work in profile.work[2:]] == [500, 1]


@pytest.mark.parametrize(
    "files",
    [
        {"Profile.csv": PROFILE, "Skills.csv": "Name\n" + "A\n" * 6_000_000},
        {"Profile.csv": PROFILE, "Positions.csv": POSITIONS.replace("Did", "x" * 400_000)},
    ],
    ids=["bomb", "a text without end"],
)
def test_an_export_far_too_large_is_refused(files: dict[str, str]) -> None:
    with pytest.raises(TooLarge) as caught:
        read(files)
    assert caught.value.hint


def test_an_export_with_nothing_in_it_is_refused() -> None:
    with pytest.raises(BadInput):
        read({"Profile.csv": "First Name,Last Name\n", "Positions.csv": ""})
