"""DOCX → lines, from the zip and its XML: body, tables, text boxes, headers, contact in footers. No macros or pictures.

python-docx's paragraphs lose what stands in tables; here every paragraph is taken in document order.
"""

import io
import itertools
import re
import zipfile
from collections.abc import Iterator
from typing import Any, cast

import msgspec
from lxml import etree as _etree  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType]

from companion.errors import TooLarge, Unreadable
from companion.resume.reading.captions import asks_tasks, columns_of
from companion.resume.reading.dates import has_date
from companion.resume.reading.lines import CHANGES, TextLine, clean, is_bulleted, told_apart
from companion.resume.reading.links import EMAIL
from companion.resume.reading.phones import PHONE
from companion.resume.reading.styles import Look, is_listed, is_on, styles_of
from companion.resume.reading.titles import kind_of

etree = cast("Any", _etree)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""What Word's strict kind of DOCX calls the same."""
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MOST_BYTES = 20_000_000
"""Unpacked size of one part: a resume has some 100 kB, a bomb gigabytes."""
_LONG = 5
"""Paragraphs of a cell that is a column of the page."""
_NAME = 7
"""Words of a name that a cell breaks over several paragraphs, at most."""
_MOST_LINES = 5_000
_UNREAD = (f"{_W}del", f"{_W}moveFrom", f"{_W}delText", f"{_W}instrText")
"""What a tracked change took away, and what a field says to Word."""
Styles = dict[str, Look]


def read_docx(data: bytes) -> tuple[list[TextLine], list[str]]:
    """Lines and link targets of a DOCX. Raises Unreadable or TooLarge."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            body = next((name for name in names if re.fullmatch(r"word/document\d*\.xml", name)), "")
            if not body:
                raise Unreadable("This file is not a Word document.", "Save it as DOCX or PDF and try again.")
            margins = sorted(name for name in names if re.fullmatch(r"word/(?:head|foot)er\d*\.xml", name))
            lines: list[TextLine] = []
            links: list[str] = []
            styles = styles_of(_part(archive, "word/styles.xml")) if "word/styles.xml" in names else {"": Look()}
            for name in (*reversed(margins), body):
                found = list(_lines(_part(archive, name), styles))
                if "footer" not in name or any(EMAIL.search(line.text) or PHONE.search(line.text) for line in found):
                    lines.extend(found)
                if len(lines) > _MOST_LINES:
                    raise TooLarge("This document is far longer than a resume.", "Choose the resume itself.")
                rels = f"word/_rels/{name.removeprefix('word/')}.rels"
                links += _links(_part(archive, rels)) if rels in names else []
    except zipfile.BadZipFile as error:
        raise Unreadable("This DOCX file is damaged.", "Save it again in Word, or as PDF.") from error
    except (RuntimeError, NotImplementedError) as error:
        raise Unreadable("This document is protected by a password.", "Save a copy without it.") from error
    if sum(len(line.text) for line in lines) < 20:
        raise Unreadable("This document holds no text.", "A picture of a resume cannot be read here.")
    return lines, links


def _part(archive: zipfile.ZipFile, name: str) -> Any:
    info = archive.getinfo(name)
    if info.file_size > _MOST_BYTES:
        raise TooLarge("This document unpacks to far more than a resume.", "Choose the resume itself.")
    with archive.open(info) as file:
        data = file.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise TooLarge("This document unpacks to far more than a resume.", "Choose the resume itself.")
    # No entities, no network: an XML file may name both.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data.replace(_STRICT, _W[1:-1].encode()), parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable("This DOCX file is damaged.", "Save it again in Word, or as PDF.") from error


def _links(root: Any) -> list[str]:
    return [str(rel.get("Target")) for rel in root if str(rel.get("Type", "")).endswith("/hyperlink")]


def _lines(root: Any, styles: Styles) -> Iterator[TextLine]:
    etree.strip_elements(root, *_UNREAD, with_tail=False)
    for run in [mark.getparent().getparent() for mark in root.iter(f"{_W}vanish") if is_on(mark)]:
        if run.tag == f"{_W}r" and run.getparent() is not None:
            run.getparent().remove(run)
    for shown in list(root.iter(f"{_W}showingPlcHdr")):  # what a template asks to be replaced
        content = shown.getparent().getparent().find(f"{_W}sdtContent")
        if is_on(shown) and content is not None:
            content.clear()
    gap = 1.0
    columns = _columns(root, styles)
    streams: dict[Any, int] = {None: 0}
    for block, heads in _blocks(root):
        if block.tag == f"{_W}p":
            told = False
            cell = next(block.iterancestors(f"{_W}tc"), None)
            stream = streams.setdefault(cell if cell in columns else None, len(streams))
            for line in _paragraph(block, gap, styles):
                told = True
                yield msgspec.structs.replace(line, stream=stream, heads=heads) if stream or heads else line
            gap = 0.3 if told else 1.2
        else:
            yield from _row(block, styles)
            gap = 0.3


def _blocks(root: Any) -> Iterator[tuple[Any, tuple[str, ...]]]:
    """Paragraphs, and rows of tables whose cells are one paragraph each; other cells give their paragraphs in turn.
    Each with what heads the column that it stands in below a row.
    """
    for node in root:
        if node.tag == f"{_MC}Fallback":
            continue
        if node.tag == f"{_W}p":
            yield node, ()
            for box in node.iter(f"{_W}txbxContent"):
                if not any(parent.tag in (f"{_MC}Fallback", f"{_W}txbxContent") for parent in _inside(box, node)):
                    yield from _blocks(box)
        elif node.tag == f"{_W}tr":
            cells = [list(cell.iter(f"{_W}p")) for cell in _cells(node)]
            if heads := _captions(node):
                yield node, ()
                cells = zip(heads, _cells(node), strict=True)
                yield from [(p, (head,)) for head, cell in cells for p in _below(cell, head)]
                continue
            long = [cell for cell in cells if not _one_line(cell)]
            if len(cells) > 1 and not long:
                yield node, ()
            elif (
                len(cells) > 1
                and len(long) == 1
                and any(has_date(_text(p)) for cell in cells if cell is not long[0] for p in cell)
            ):
                yield node, ()  # beside its dates stands an entry of several lines
                yield from [(p, ()) for p in long[0] if _text(p).strip()][1:]
            else:
                for cell in _cells(node):
                    yield from _blocks(cell)
        elif len(node):
            yield from _blocks(node)


def _cells(row: Any) -> list[Any]:
    """The cells of a row, without those of tables within them."""
    return [cell for cell in row.iter(f"{_W}tc") if next(cell.iterancestors(f"{_W}tr")) is row]


def _captions(row: Any) -> tuple[str, ...]:
    """What heads the columns of the table of jobs or schools that a row is of; nothing in any other."""
    table = row.getparent()
    first = next((one for one in table.iterchildren(f"{_W}tr") if len(_cells(one)) > 1), row)
    heads = tuple(_said(cell) for cell in _cells(first))
    return heads if all(heads) and len(_cells(row)) == len(heads) and columns_of(heads) else ()


def _said(cell: Any, head: str = "") -> str:
    """The text of a cell below `head` in one line; that of the cell it goes on with where it is merged with the one
    above.
    """
    merged = cell.find(f"{_W}tcPr/{_W}vMerge")
    if merged is not None and merged.get(f"{_W}val") != "restart":
        row = cell.getparent()
        above = next(row.itersiblings(f"{_W}tr", preceding=True), None)
        cells = _cells(above) if above is not None else []
        at = _cells(row).index(cell)
        return _said(cells[at], head) if at < len(cells) else ""
    below = _below(cell, head)
    return clean(" ".join(" ".join(_text(p).split()) for p in cell.iter(f"{_W}p") if p not in below)).strip()


def _below(cell: Any, head: str) -> list[Any]:
    """The paragraphs below the first one of a cell that are no rest of a name broken over several."""
    told = [p for p in cell.iter(f"{_W}p") if _text(p).strip()]
    listed = any(is_listed(p) or is_bulleted(_text(p)) for p in told)
    tells = asks_tasks(head) or any(re.search(r"\d|, ", _text(p)) for p in told[1:])
    return told[1:] if listed or tells or sum(len(_text(p).split()) for p in told) > _NAME else []


def _columns(root: Any, styles: Styles) -> set[Any]:
    """The table cells that are columns of the page: long beside others that are."""
    out: set[Any] = set()
    for row in root.iter(f"{_W}tr"):
        cells = row.findall(f"{_W}tc")
        long = [one for one in cells if sum(bool(_text(p).strip()) for p in one.iter(f"{_W}p")) >= _LONG]
        if len(long) > 1 and not _is_list(row.getparent(), long, styles):
            out.update(long)
    return out


def _is_list(table: Any, cells: list[Any], styles: Styles) -> bool:
    """Whether the long cells of a table are a list set side by side, which goes on with the section it stands in:
    bullets and nothing else, or right below a section's title and without one of their own.
    """
    told = [p for cell in cells for p in cell.iter(f"{_W}p") if _text(p).strip()]
    plain = [p for p in told if not (is_listed(p) or _style(p, styles).listed or is_bulleted(_text(p)))]
    above = next((p for p in table.itersiblings(f"{_W}p", preceding=True) if _text(p).strip()), None)
    titled = above is not None and bool(kind_of(clean(_text(above))))
    return not plain or (titled and not any(kind_of(clean(_text(p))) for p in plain))


def _one_line(cell: list[Any]) -> bool:
    return len([text for p in cell if (text := _text(p).strip())]) <= 1 and not any(
        "\n" in _text(p).strip() for p in cell
    )


def _row(row: Any, styles: Styles) -> Iterator[TextLine]:
    if captions := _captions(row):
        told = [(head, text) for head, cell in zip(captions, _cells(row), strict=True) if (text := _said(cell, head))]
        heads, texts = tuple(head for head, _ in told), [text for _, text in told]
        if texts and texts != list(heads):
            yield TextLine(text="\t".join(texts), size=_look(row, styles)[0], gap=0.3, heads=heads)
        return
    cells = [[p for p in cell.iter(f"{_W}p") if _text(p).strip()] for cell in _cells(row)]
    firsts = [cell[0] for cell in cells if cell]
    if firsts:
        told = [_text(p).strip().split("\n") for p in firsts]
        size, bold = _look(max(cells, key=len)[0], styles)
        yield TextLine(text=clean("\t".join(lines[0] for lines in told)), size=size, bold=bold, gap=0.3)
        for line in (line for lines in told for line in lines[1:] if line.strip()):
            yield TextLine(text=clean(line).strip(), size=size, gap=0.3, bullet=is_bulleted(line))


_APART = re.compile(r"(?<=[^\s:]) {3,}(?=\S)")
"""Columns set with the space bar."""


def _paragraph(node: Any, gap: float, styles: Styles) -> Iterator[TextLine]:
    size, bold = _look(node, styles)
    style = _style(node, styles)
    listed = (is_listed(node) or style.listed) and not style.title
    if style.title:
        bold, size = True, max(size, 13.0)
    for number, piece in enumerate(_text(node).split("\n")):
        text = clean(_APART.sub("\t", piece))
        if text.strip():
            bullet = listed or is_bulleted(text)
            yield TextLine(text=text.strip(), size=size, bold=bold, bullet=bullet, gap=gap if number == 0 else 0.3)


def _text(node: Any) -> str:
    out: list[str] = []
    looks: list[tuple[str, int]] = []
    """How each text is set, and where in `out` it begins."""
    for child in node.iter():
        if any(parent.tag in (f"{_W}txbxContent", f"{_MC}Fallback") for parent in _inside(child, node)):
            continue
        if child.tag == f"{_W}t":
            if (child.text or "").strip():
                looks.append((_type(child.getparent()), len(out)))
            out.append(child.text or "")
        elif child.tag in (f"{_W}tab", f"{_W}ptab") and child.getparent().tag == f"{_W}r":
            out.append("\t")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            out.append("\n")
        elif child.tag == f"{_W}noBreakHyphen":
            out.append("-")
        elif child.tag == f"{_W}sym":  # a bullet or an icon of a font of signs
            code = str(child.get(f"{_W}char", ""))
            out.append(chr(0xF000 | int(code, 16) & 0xFFF) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) else "")
    stop = out.index("\t") if "\t" in out else len(out)
    cuts = [b[1] for a, b in itertools.pairwise(looks) if a[0] != b[0] and b[1] < stop]
    if 1 <= len(cuts) <= CHANGES:
        texts = ("".join(out[a:b]) for a, b in itertools.pairwise([0, *cuts, stop]))
        return told_apart(*texts) + "".join(out[stop:])
    return "".join(out)


def _type(run: Any) -> str:
    """Which of bold and italic a run is set in."""
    marks = [run.find(f"{_W}rPr/{_W}{name}") for name in "bi"]
    return "".join(name for name, mark in zip("bi", marks, strict=True) if is_on(mark))


def _inside(child: Any, node: Any) -> Iterator[Any]:
    for parent in child.iterancestors():
        if parent is node:
            return
        yield parent


def _style(node: Any, styles: Styles) -> Look:
    named = node.find(f"{_W}pPr/{_W}pStyle")
    return styles.get(str(named.get(f"{_W}val", "")) if named is not None else "", styles[""])


def _look(node: Any, styles: Styles) -> tuple[float, bool]:
    """Size in points (11 where the file does not say) and whether the paragraph is bold."""
    style = _style(node, styles)
    sizes: list[float] = []
    bold = letters = 0
    for run in node.iter(f"{_W}r"):
        text = "".join(t.text or "" for t in run.iter(f"{_W}t"))
        size = run.find(f"{_W}rPr/{_W}sz")
        named = run.find(f"{_W}rPr/{_W}rStyle")
        own = styles.get(str(named.get(f"{_W}val", "")), Look()) if named is not None else Look()
        if text.strip():
            letters += len(text)
            told = str(size.get(f"{_W}val", "")) if size is not None else ""
            sizes.append(float(told) / 2 if told.replace(".", "", 1).isdigit() else own.size or style.size)
            mark = run.find(f"{_W}rPr/{_W}b")
            if is_on(mark) if mark is not None else own.bold or style.bold:
                bold += len(text)
    return max(sizes, default=0) or style.size or 11.0, bold > 0.6 * letters > 0
