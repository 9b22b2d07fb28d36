"""A receipt as a person reads it. The PDF is a copy for the eyes; the sealed file alone can be verified."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import rendercv_fonts
from fpdf import FPDF
from fpdf.enums import WrapMode
from fpdf.fonts import FontFace

from companion.apply.receipt import verify
from companion.errors import BadInput
from companion.model.application import Page, Receipt
from companion.model.form import Action

_FONTS = Path(rendercv_fonts.__file__).parent / "Noto Sans"
_FALLBACKS = ("NotoSansJP-Regular.ttf", "NotoSansSC-Regular.ttf", "NotoSansKR-Regular.ttf")
_STATES = {
    "submitted": "Submitted, with evidence",
    "failed": "Not received",
    "unknown": "Sent, but it is not known whether it was received",
}
_KINDS = {"server": "Server", "page": "Page", "email": "E-mail", "person": "You"}
_CLASSES = {"verified": "read back", "already": "was there", "left": "left to you"}
_LONGEST = 600
_GREY, _LINE = (95, 95, 95), (215, 212, 205)


def readable(data: bytes, pictures: Mapping[str, bytes] | None = None) -> bytes:
    """The PDF of a sealed receipt, with those of its screenshots that `pictures` has by their SHA-256 (JPEG or PNG).

    Raises BadInput when `data` is no receipt, or does not verify.
    """
    verdict = verify(data)
    if verdict.receipt is None or not verdict.valid:
        raise BadInput("This receipt does not verify.", " ".join(verdict.reasons))
    receipt = verdict.receipt
    pdf = _document(_text_of(receipt))
    _heading(pdf, receipt)
    for number, page in enumerate(receipt.pages, 1):
        _page(pdf, page, number, len(receipt.pages))
    _files(pdf, receipt)
    _evidence(pdf, receipt)
    _section(pdf, "Times")
    for name, moment in sorted(receipt.times.items(), key=lambda item: item[1]):
        _line(pdf, f"{name.replace('_', ' ')}: {moment[:19].replace('T', ' ')} UTC")
    _section(pdf, "Sealed")
    _line(pdf, f"Content approved, SHA-256: {receipt.content_hash}")
    _line(pdf, f"Questions of the form, SHA-256: {receipt.schema_hash}")
    for shot in receipt.screenshots:
        _line(pdf, f"Screenshot, SHA-256: {shot}")
    _line(pdf, ", ".join(f"{name} {number}" for name, number in sorted(receipt.versions.items())))
    _section(pdf, "How to check it")
    _line(pdf, "sincerely receipt verify FILE checks the sealed file on any computer, without a network.")
    _line(pdf, f"Sealed file, SHA-256: {verdict.sha256}")
    _line(pdf, f"Signed with the key {verdict.key} (Ed25519). The receipt before it: {receipt.previous or 'none'}")
    for shot in receipt.screenshots:
        if picture := (pictures or {}).get(shot):
            _picture(pdf, shot, picture)
    return bytes(pdf.output())


def _document(text: str) -> FPDF:
    pdf = FPDF(format="A4")
    pdf.set_margin(18)
    pdf.set_auto_page_break(True, 18)
    pdf.add_font("body", "", _FONTS / "NotoSans-Regular.ttf")
    pdf.add_font("body", "B", _FONTS / "NotoSans-Bold.ttf")
    # Only where a value needs them: each is several megabytes to read.
    if any(ord(character) > 0x2E7F for character in text):
        names: list[str] = []
        for name in _FALLBACKS:
            if (_FONTS / name).is_file():
                pdf.add_font(name, "", _FONTS / name)
                names.append(name)
        pdf.set_fallback_fonts(names, exact_match=False)
    pdf.add_page()
    return pdf


def _heading(pdf: FPDF, receipt: Receipt) -> None:
    _line(pdf, "Receipt of an application")
    pdf.set_font("body", "B", 16)
    pdf.multi_cell(0, 8, f"{receipt.posting.get('title', '')}", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("body", "", 11)
    pdf.multi_cell(0, 6, receipt.posting.get("company", ""), new_x="LMARGIN", new_y="NEXT")
    _line(pdf, receipt.posting.get("url", ""))
    pdf.ln(2)
    pdf.set_font("body", "B", 11)
    pdf.multi_cell(0, 6, _STATES.get(receipt.state, receipt.state), new_x="LMARGIN", new_y="NEXT")


def _page(pdf: FPDF, page: Page, number: int, total: int) -> None:
    _section(pdf, "What was sent" if total == 1 else f"What was sent, page {number} of {total}")
    results = {(one.frame, one.field_id): one for one in page.results}
    pdf.set_font("body", "", 8)
    bold = FontFace(emphasis="BOLD")
    pdf.set_draw_color(*_LINE)
    with pdf.table(
        col_widths=(34, 34, 32), line_height=4.6, text_align="LEFT", headings_style=bold,
        borders_layout="HORIZONTAL_LINES", padding=(0.6, 1, 0.6, 0),
    ) as table:  # fmt: skip
        table.row(("Question", "Answer", "On the page"))
        for action in page.actions:
            result = results.get((action.frame, action.field_id))
            seen = ", ".join(result.read_back) if result else ""
            status = _CLASSES.get(result.status, result.status) if result else "left to you"
            table.row((_cut(action.label or action.meaning), _cut(_answer(action)), _cut(f"{seen} ({status})".strip())))


def _files(pdf: FPDF, receipt: Receipt) -> None:
    if receipt.files:
        _section(pdf, "Files")
    for one in receipt.files:
        _line(pdf, f"{one.name}, {one.size} bytes, SHA-256 {one.sha256}")


def _evidence(pdf: FPDF, receipt: Receipt) -> None:
    _section(pdf, "Evidence")
    for item in receipt.evidence:
        against = "" if item.supports else " (against)"
        number = f" [{item.reference}]" if item.reference else ""
        _line(pdf, f"{_KINDS.get(item.kind, item.kind)}{against}: {item.seen}{number}")
    if not receipt.evidence:
        _line(pdf, "None.")


def _picture(pdf: FPDF, sha256: str, picture: bytes) -> None:
    """One screenshot a page, as large as it can be seen whole; what is no picture any more is said."""
    pdf.add_page()
    _line(pdf, f"Screenshot {sha256}")
    try:
        pdf.image(BytesIO(picture), w=pdf.epw, h=pdf.eph - 12, keep_aspect_ratio=True)
    except (OSError, ValueError):
        _line(pdf, "It cannot be shown.")


def _section(pdf: FPDF, text: str) -> None:
    pdf.ln(3)
    pdf.set_font("body", "B", 11)
    pdf.multi_cell(0, 6, text, new_x="LMARGIN", new_y="NEXT")


def _line(pdf: FPDF, text: str) -> None:
    pdf.set_font("body", "", 9)
    pdf.set_text_color(*_GREY)
    wrap = WrapMode.WORD if " " in text else WrapMode.CHAR
    pdf.multi_cell(0, 4.8, _cut(text), align="L", new_x="LMARGIN", new_y="NEXT", wrapmode=wrap)
    pdf.set_text_color(0, 0, 0)


def _answer(action: Action) -> str:
    if action.kind == "leave":
        return ""
    if action.kind == "check":
        return {"true": "ticked", "false": "not ticked"}.get("".join(action.values), "")
    return ", ".join(action.values)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"


def _text_of(receipt: Receipt) -> str:
    values = (value for page in receipt.pages for action in page.actions for value in (action.label, *action.values))
    return "".join((*receipt.posting.values(), *values, *(item.seen for item in receipt.evidence)))
