"""Resumes as plain text, in every way that people come to have them."""

import pytest

from companion.resume import read_resume
from companion.resume.reading.encodings import decoded

TEXT = """Callum Rigby
callum.rigby@example.com | +44 7700 900455 | Hull, UK

EXPERIENCE
==========

Dock Supervisor, Harbour Cold Store
March 2019 - Present
- Ran a crew of 14 on nights, trained the new drivers and kept the rota for all
  three docks of the port
- Cut errors by 12%

Forklift Operator, Pennine Pallets
June 2014 - February 2019
- Moved 300 pallets a shift

EDUCATION
=========

BTEC Level 3 Logistics, Hull College, 2012 - 2014

SKILLS
======

Forklift, SAP, Excel
"""
BESIDE = (
    TEXT.replace("Cold Store\nMarch", "Cold Store{}March").replace("Pallets\nJune", "Pallets{}June")
)  # fmt: skip


def boxed(text: str) -> str:
    for title in ("EXPERIENCE", "EDUCATION", "SKILLS"):
        rule = "+" + "-" * (len(title) + 2) + "+"
        text = text.replace(f"{title}\n{'=' * len(title)}", f"{rule}\n| {title} |\n{rule}")
    return text


def decorated(text: str) -> str:
    return text.replace("EXPERIENCE\n==========", "*** EXPERIENCE ***").replace("SKILLS\n======", "~~~ Skills ~~~")


def quoted(text: str, mark: str) -> str:
    return "Hi,\n\nOn 3 Mar 2026, Callum wrote:\n" + "\n".join(f"{mark}{line}".rstrip() for line in text.splitlines())


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.replace("\n", "\r\n").encode(), TEXT.replace("\n", "\r").encode(),
        TEXT.encode("utf-16"), TEXT.encode("utf-16-le"), TEXT.encode("utf-16-be"),
        TEXT.replace(" - ", " – ").replace("- Cut", "• Cut").encode("cp1252"), quoted(TEXT, "> ").encode(),
        quoted(TEXT, ">>").encode(), BESIDE.format("\t\t", "\t").encode(),
        BESIDE.format(" ...... ", " ........ ").encode(),
        boxed(TEXT).encode(), decorated(TEXT).encode(), TEXT.replace("\n", "\n     ").encode(),
        TEXT.replace("EDUCATION\n", "\fEDUCATION\n").encode(),
    ],
    ids=["plain", "mark", "CRLF", "CR", "UTF-16", "UTF-16 little", "UTF-16 big", "cp1252", "quoted", "quoted twice",
         "tabs", "leaders", "boxed", "decorated", "indented", "form feed"],
)  # fmt: skip
def test_a_text_is_read_whatever_it_came_through(data: bytes) -> None:
    profile = read_resume(data, "cv.txt")
    assert (profile.basics.name, profile.basics.phone) == ("Callum Rigby", "+44 7700 900455")
    assert [(work.position, work.name, work.start_date, work.end_date) for work in profile.work] == [
        ("Dock Supervisor", "Harbour Cold Store", "2019-03", ""),
        ("Forklift Operator", "Pennine Pallets", "2014-06", "2019-02"),
    ]
    long = "Ran a crew of 14 on nights, trained the new drivers and kept the rota for all three docks of the port"
    assert profile.work[0].highlights == (long, "Cut errors by 12%")
    assert [(school.institution, school.end_date) for school in profile.education] == [("Hull College", "2014")]
    assert [skill.name for skill in profile.skills] == ["Forklift", "SAP", "Excel"]
    assert profile.unplaced == ()


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("José Müller – naïve café “x” • 5 £, 20 m², 1ª clase, Nº 5, ±5 %, § 5", "cp1252"),
        ("SÃO PAULO, Conceição, MÜLLER GMBH, Straße, ŠKODA", "cp1252"),
        ("Þórður Jónsson, smiður", "cp1252"),
        ("Příliš žluťoučký kůň, vedoucí týmu", "cp1250"),
        ("Łucja Żądło, księgowa, pięć lat doświadczenia", "cp1250"),
        ("Łucja Żądło, księgowa, pięć lat doświadczenia", "iso8859_2"),
        ("Tükörfúrógép, főbb feladatok, Győr", "cp1250"),
        ("Şoför, İstanbul, ağır iş, çocuk", "cp1254"),
        ("Сергей Иванов, инженер ПО, г. Москва, SQL", "cp1251"),
        ("Владимир Петров, техник", "koi8_r"),
        ("Σταύρος Παππάς, μηχανικός", "cp1253"),
        ("山田はなこ、東京のエンジニア", "shift_jis"),
        ("김철수 서울 개발자", "euc_kr"),
        ("张伟 软件工程师 北京", "gb18030"),
    ],
)
def test_the_encoding_of_a_text_is_told_by_its_words(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("open_end", ["d.d.", "dd.", "dags dato", "nå"])
def test_open_ends_of_the_north(open_end: str) -> None:
    text = "Jonas Bakken\njonas.bakken@example.no\n\nArbeidserfaring\n\n"
    text += f"2020 - {open_end}     Tømrer, Nordlys Bygg AS, Tromsø\n"
    text += "2016 - 2020     Lærling, Fjellhus AS, Balsfjord\n\nFerdigheter\nStillasbygging, HMS\n"
    jobs = read_resume(text.encode(), "cv.txt").work
    assert [(one.position, one.name, one.start_date, one.end_date) for one in jobs] == [
        ("Tømrer", "Nordlys Bygg AS", "2020", ""),
        ("Lærling", "Fjellhus AS", "2016", "2020"),
    ]


@pytest.mark.parametrize(
    ("told", "schools"),
    [
        (  # a school that no word tells, on a line of its own degree
            (
                "Técnico em Mecânica - SENAI Betim - concluído em 12/2014",
                "Ensino Médio completo - E.M. Zica - 2004",
            ),
            [("Técnico em Mecânica", "SENAI Betim", "2014-12"), ("Ensino Médio completo", "E.M. Zica", "2004")],
        ),
        (
            ("BSc Boats - University of Alta - 2014", "A-levels - St Olave's - 2010"),
            [("BSc Boats", "University of Alta", "2014"), ("A-levels", "St Olave's", "2010")],
        ),
        (  # what is told of a degree below it
            ("BSc Boats - University of Alta - 2014", "Prize for the best model - June 2013"),
            [("BSc Boats", "University of Alta", "2014")],
        ),
    ],
)
def test_bullets_that_name_degree_school_and_year(told: tuple[str, ...], schools: list[tuple[str, str, str]]) -> None:
    text = "Tirva Lantos\ntirva.lantos@example.com\n\nEDUCATION\n\n" + "".join(f"- {line}\n" for line in told)
    found = read_resume(text.encode(), "cv.txt").education
    assert [(f"{one.study_type} {one.area}".strip(), one.institution, one.end_date) for one in found] == schools
