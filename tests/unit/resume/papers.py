"""Resumes of made-up people in the layouts that defeat parsers, drawn here: sidebars, rails, tables, LinkedIn's
export.
"""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from fpdf import FPDF

Cell = tuple[float, float, str, float, str]
"""x, y (mm), text, size (points), style ("B" or "")."""


def drawn(pages: Sequence[Sequence[Cell]], *, title: str = "") -> bytes:
    """A PDF with texts at the given places, in the order given."""
    pdf = FPDF(unit="mm", format="A4")
    pdf.set_auto_page_break(False)
    if title:
        pdf.set_title(title)
    for page in pages:
        pdf.add_page()
        for x, y, text, size, style in page:
            pdf.set_font("Helvetica", style, size)
            pdf.text(x, y, text)
    return bytes(pdf.output())


def sidebar() -> bytes:
    """A narrow column on the left with contact and skills, the name over the wide one, drawn column by column."""
    left: list[Cell] = [
        (12, 30, "CONTACT", 11, "B"), (12, 37, "ida.bergqvist@example.com", 8.5, ""), (12, 42, "+46 8 555 012 34",
        8.5, ""),
        (12, 47, "Uppsala, Sweden", 8.5, ""), (12, 60, "SKILLS", 11, "B"), (12, 67, "Welding", 8.5, ""), (12, 72,
        "AutoCAD", 8.5, ""),
        (12, 77, "PLC programming", 8.5, ""), (12, 82, "Python", 8.5, ""), (12, 95, "LANGUAGES", 11, "B"),
        (12, 102, "Swedish (native)", 8.5, ""), (12, 107, "English (C1)", 8.5, ""),
    ]  # fmt: skip
    right: list[Cell] = [
        (75, 22, "Ida Bergqvist", 26, "B"), (75, 30, "Automation Technician", 13, ""), (75, 42, "EXPERIENCE", 11, "B"),
        (75, 49, "Automation Technician", 10, "B"), (75, 54, "Mälarpumpar AB", 10, ""), (75, 59,
        "March 2019 - Present", 9, ""),
        (78, 65, "- Commissioned 40 pumping stations in three counties", 9.5, ""),
        (78, 70, "- Wrote the PLC code for the alarm system that the", 9.5, ""), (80, 75, "operators use at night",
        9.5, ""),
        (75, 84, "Service Technician", 10, "B"), (75, 89, "Norrhiss AB", 10, ""), (75, 94,
        "August 2014 - February 2019", 9, ""),
        (78, 100, "- Serviced 120 lifts a year", 9.5, ""), (75, 112, "EDUCATION", 11, "B"),
        (75, 119, "Higher Vocational Diploma in Automation", 10, "B"), (75, 124, "Yrkeshögskolan Uppland", 10, ""),
        (75, 129, "2012 - 2014", 9, ""),
    ]  # fmt: skip
    return drawn([[*left, *right]])


def right_aligned_dates() -> bytes:
    """One column, employer left and dates flush right on the same line."""
    rows: list[Cell] = [
        (20, 22, "Tomás Ferreira", 22, "B"), (20, 30, "tomas.ferreira@example.com  |  (212) 555-0186  |  Newark, NJ",
        9.5, ""),
        (20, 42, "Work Experience", 13, "B"),
        (20, 50, "Harbor Freight Lines Inc.", 10.5, "B"), (160, 50, "Jan 2020 - Present", 10, ""),
        (20, 55, "Dispatcher", 10.5, ""), (160, 55, "Newark, NJ", 10, ""),
        (23, 61, "\x95 Planned routes for 35 trucks a day", 10, ""),
        (20, 71, "City Parcel LLC", 10.5, "B"), (160, 71, "05/2016 - 12/2019", 10, ""),
        (20, 76, "Warehouse Associate", 10.5, ""), (160, 76, "Queens, NY", 10, ""),
        (23, 82, "\x95 Picked and packed 200 orders per shift", 10, ""),
        (20, 94, "Education", 13, "B"), (20, 102, "Essex County College", 10.5, "B"), (160, 102, "2014 - 2016", 10, ""),
        (20, 107, "A.A.S. in Logistics", 10.5, ""), (20, 119, "Skills", 13, "B"),
        (20, 127, "Systems: SAP TM, Excel", 10, ""), (20, 132, "Licences: Forklift, CDL Class B", 10, ""),
    ]  # fmt: skip
    return drawn([rows])


def linkedin() -> bytes:
    """The shape of LinkedIn's "Save to PDF": a sidebar, one employer with two roles, durations in brackets, page
    numbers.
    """
    first: list[Cell] = [
        (8, 22, "Contact", 13, ""), (8, 30, "noor.haddad@example.com", 8, ""), (8, 35,
        "www.linkedin.com/in/noor-haddad-example", 7, ""),
        (8, 39, "(LinkedIn)", 8, ""), (8, 52, "Top Skills", 13, ""), (8, 60, "Bookkeeping", 8.5, ""), (8, 66,
        "DATEV", 8.5, ""),
        (8, 72, "Payroll", 8.5, ""), (8, 86, "Languages", 13, ""), (8, 94, "Arabic (Native or Bilingual)", 8.5, ""),
        (8, 100, "German (Full Professional)", 8.5, ""),
        (78, 24, "Noor Haddad", 26, ""), (78, 33, "Accountant at Musterbau GmbH", 12, ""),
        (78, 40, "Leipzig, Saxony, Germany", 12, ""),
        (78, 54, "Experience", 16, ""), (78, 64, "Musterbau GmbH", 12, ""), (78, 70, "4 years 2 months", 10.5, ""),
        (78, 78, "Accountant", 11.5, ""), (78, 84, "January 2022 - Present (2 years 1 month)", 10.5, ""),
        (78, 92, "Junior Accountant", 11.5, ""), (78, 98, "December 2019 - December 2021 (2 years 1 month)", 10.5, ""),
        (78, 104, "Leipzig, Germany", 10.5, ""), (78, 116, "Kanzlei Beispiel", 12, ""), (78, 122, "Working Student",
        11.5, ""),
        (78, 128, "April 2017 - November 2019 (2 years 8 months)", 10.5, ""), (95, 288, "Page 1 of 2", 9, ""),
    ]  # fmt: skip
    second: list[Cell] = [
        (78, 24, "Education", 16, ""), (78, 34, "Hochschule Musterstadt", 12, ""),
        (78, 40, "Bachelor of Arts - BA, Accounting \xb7 (2016 - 2019)", 10.5, ""), (95, 288, "Page 2 of 2", 9, ""),
    ]  # fmt: skip
    return drawn([first, second])


def rail() -> bytes:
    """Section titles and dates in a rail beside what they name."""
    rows: list[Cell] = [
        (20, 20, "Veronika Novak", 20, "B"),
        (20, 28, "veronika@example.com | +420 555 123 456", 9.5, ""),
        (20, 42, "Experience", 11, "B"), (65, 42, "Nurse, Nemocnice Vzor", 10.5, "B"), (160, 42, "2018 - 2023", 10, ""),
        (65, 48, "\x95 Looked after 14 patients per shift", 10, ""),
        (65, 57, "Care Assistant, Domov Javor", 10.5, "B"), (160, 57, "2015 - 2018", 10, ""),
        (65, 63, "\x95 Helped 22 residents through the day", 10, ""),
        (20, 77, "Education", 11, "B"), (65, 77, "BSc Nursing, Univerzita Vzor", 10.5, ""), (160, 77, "2012 - 2015",
        10, ""),
        (20, 90, "Skills", 11, "B"), (65, 90, "Wound care, Triage, Czech, English", 10.5, ""),
    ]  # fmt: skip
    return drawn([rows])


def spaced() -> bytes:
    """A design that spaces its letters out, in the name and in section titles of two words; town after a dash."""
    pdf = FPDF(unit="mm", format="A4")
    pdf.add_page()
    pdf.set_font("Helvetica", "", 22)
    pdf.set_char_spacing(7)
    pdf.text(20, 22, "ILSE VAN DORN")
    pdf.set_font("Helvetica", "B", 11)
    pdf.set_char_spacing(4)
    for y, text in ((42, "EXPERIENCIA LABORAL"), (92, "FORMACIÓN ACADÉMICA")):
        pdf.text(20, y, text)
    pdf.set_char_spacing(0)
    pdf.set_font("Helvetica", "", 10)
    for y, text in (
        (30, "ilse.vandorn@example.com | +34 600 555 019"),
        (50, "Molino Viejo - Valencia"), (55, "Arquitecta"), (60, "03/2019 - actualidad"),
        (70, "Estudio Roble - Elche"), (75, "Delineante"), (80, "09/2014 - 02/2019"),
        (100, "Grado en Arquitectura"), (105, "Universidad de Ejemplo"), (110, "2010 - 2014"),
        (118, "Técnico Superior en Delineación"), (123, "Instituto Muestra"), (128, "2008 - 2010"),
    ):  # fmt: skip
        pdf.text(20, y, text)
    return bytes(pdf.output())


def form() -> bytes:
    """Labels in a rail set flush right, as in Europass: the person's too, and titles of sections."""
    rows: list[Cell] = [
        (20, 20, "Name", 10, ""), (70, 20, "Runa Eide", 10, "B"), (20, 26, "E-mail", 10, ""), (70, 26,
        "runa.eide@example.com", 10, ""),
        (30, 40, "WORK EXPERIENCE", 10, ""), (25, 48, "02/2018 - Present", 10, ""), (70, 48, "Electrician", 10, "B"),
        (70, 53, "Fjord Works, Bergen, Norway", 10, ""), (78, 59, "Wired three schools", 10, ""),
        (25, 69, "09/2014 - 01/2018", 10, ""), (70, 69, "Apprentice", 10, "B"), (70, 74, "Havn Electric, Oslo, Norway",
        10, ""), (78, 80, "Pulled cable", 10, ""),
        (28, 92, "PERSONAL SKILLS", 10, ""), (70, 92, "Welding, AutoCAD, eplan", 10, ""),
    ]  # fmt: skip
    return drawn([rows])


def grid() -> bytes:
    """A table of three columns whose cells run over several lines, dates among them."""
    rows: list[Cell] = [
        (20, 20, "Lene Harmstorf", 20, "B"), (20, 28, "Leipzig | +49 171 5550123 | lene@example.com", 9, ""),
        (20, 42, "Berufserfahrung", 13, "B"),
        (22, 50, "04/2019 -", 10, ""), (55, 50, "Musterholz GmbH,", 10, "B"), (110, 50, "Buchhalterin", 10, ""),
        (22, 55, "heute", 10, ""), (55, 55, "Leipzig", 10, ""), (110, 55, "- Abschluss für drei", 10, ""),
        (110, 60, "Gesellschaften", 10, ""),
        (22, 68, "08/2012 -", 10, ""), (55, 68, "Kanzlei Beispiel,", 10, "B"), (110, 68, "Fachangestellte", 10, ""),
        (22, 73, "03/2019", 10, ""), (55, 73, "Halle", 10, ""), (110, 73, "- Lohn für 40 Mandanten", 10, ""),
        (20, 86, "Kenntnisse", 13, "B"), (22, 94, "DATEV, Excel", 10, ""),
    ]  # fmt: skip
    return drawn([rows])


def narrow() -> bytes:
    """A sidebar so narrow that degree and school break; dates over two lines in a rail; bullets that are no text."""
    left: list[Cell] = [
        (10, 30, "Contact", 11, "B"), (10, 36, "504-555-0177", 9, ""), (10, 46, "New Orleans, LA", 9, ""),
        (10, 41, "hal.delacroix@example.com", 9, ""), (10, 58, "Education", 11, "B"),
        (10, 64, "Associate of Applied", 9, "B"), (10, 68, "Science, Electrical", 9, "B"),
        (10, 72, "Technology", 9, "B"),
        (10, 76, "Southern Bayou Community", 9, ""), (10, 80, "College", 9, ""), (10, 84, "2006 - 2008", 9, ""),
    ]  # fmt: skip
    right: list[Cell] = [
        (75, 20, "Hal", 24, ""), (75, 29, "Delacroix", 24, ""), (75, 42, "Experience", 13, "B"),
        (75, 50, "March 2016", 10, ""), (105, 50, "Master Electrician", 10, "B"),
        (75, 55, "Present", 10, ""), (105, 55, "Delta Wiring Co., Metairie, LA", 10, ""),
        (110, 61, "Wires restaurants and shops", 10, ""), (110, 66, "Pulls permits", 10, ""),
        (75, 76, "May 2010", 10, ""), (105, 76, "Journeyman Electrician", 10, "B"),
        (75, 81, "Feb 2016", 10, ""), (105, 81, "Gulf Contractors, Kenner, LA", 10, ""),
        (110, 87, "Installed conduit in three hospitals", 10, ""),
    ]  # fmt: skip
    return drawn([[*left, *right]])


BIODATA = """RESUME
Sunita Verghese
Mobile: +91 98400 12345
Email: sunita.verghese@example.com

Professional Experience:

Organization : Example Infotech Pvt. Ltd., Chennai
Designation : Senior Engineer
Duration : June 2019 to Till date
o Developed billing screens in Java
o Mentored two juniors

Organization : Muster Solutions, Coimbatore
Designation : Engineer
Duration : July 2016 to May 2019
o Built reports

Academic Qualification:

B.E. Computer Science, Example Engineering College, 2012-2016
"""
"""Labels before values, bullets written as the letter o."""


def boxed_docx() -> bytes:
    """Name and contact in a text box of the page's header, as templates of Word have it."""
    text = p("Iris Tamm", bold=True, size=24) + p("iris.tamm@example.com  +372 5555 0101") + p("Tartu, Estonia")
    box = f"<w:drawing><w:txbxContent>{text}</w:txbxContent></w:drawing>"
    old = f"<w:pict><w:txbxContent>{text}</w:txbxContent></w:pict>"
    header = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{old}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    row = "<w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr>"
    dates = "<w:p><w:r><w:t>Mar 2018 –</w:t><w:br/><w:t>Present</w:t></w:r></w:p>"
    body = p("Experience", bold=True, size=14) + "<w:tbl>" + row.format(
        dates,
        p("Head Chef", bold=True) + p("The Copper Kettle, Boulder, CO") + p("Runs a kitchen of nine", listed=True),
    ) + "</w:tbl>" + p("Skills", bold=True, size=14) + p("Butchery | Menus")  # fmt: skip
    return docx(body, header=header)


def docx(body: str, *, header: str = "", footer: str = "") -> bytes:
    """A DOCX with the given WordprocessingML inside the body."""
    namespaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {namespaces}><w:body>{body}</w:body></w:document>")
        if header:
            archive.writestr("word/header1.xml", f"<w:hdr {namespaces}>{header}</w:hdr>")
        if footer:
            archive.writestr("word/footer1.xml", f"<w:ftr {namespaces}>{footer}</w:ftr>")
    return out.getvalue()


def p(text: str, *, bold: bool = False, size: int = 11, listed: bool = False) -> str:
    """A paragraph of WordprocessingML."""
    marks = f'<w:rPr>{"<w:b/>" if bold else ""}<w:sz w:val="{size * 2}"/></w:rPr>'
    numbering = "<w:pPr><w:numPr/></w:pPr>" if listed else ""
    return f"<w:p>{numbering}<w:r>{marks}<w:t>{escape(text)}</w:t></w:r></w:p>"


def table_docx() -> bytes:
    """A two-column template that is a table, with the contact in the header."""
    left = "".join(p(text) for text in ("Skills", "Photography", "Lightroom", "Premiere Pro"))
    left = left.replace(p("Skills"), p("SKILLS", bold=True, size=13))
    right = (
        p("EXPERIENCE", bold=True, size=13)
        + p("Photographer", bold=True) + p("Studio Nordlys") + p("June 2017 – Present")
        + p("Photographed 60 weddings", listed=True)
        + p("EDUCATION", bold=True, size=13) + p("Diploma in Photography") + p("Bergen School of Arts, 2015 – 2017")
    )  # fmt: skip
    cell = "<w:tc>{}</w:tc>"
    table = f"<w:tbl><w:tr>{cell.format(left)}{cell.format(right)}</w:tr></w:tbl>"
    header = p("Astrid Nilsen", bold=True, size=24) + p("astrid.nilsen@example.com | +47 555 12 345 | Bergen, Norway")
    return docx(table, header=header)
