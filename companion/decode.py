"""Bytes to text: the charset a server or page declares, where Python knows it, else UTF-8."""

import codecs
import re

_IN_TYPE = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_IN_PAGE = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def decode(body: bytes, content_type: str = "") -> str:
    """`body` as text: byte-order mark, then `content_type`, then the page's own meta, then UTF-8. Never fails."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body.decode(name, "replace")
    declared = _IN_TYPE.search(content_type)
    name = declared[1] if declared else ""
    if not name and (inside := _IN_PAGE.search(body[:4096])):
        name = inside[1].decode("ascii", "ignore")
    # Browsers read these labels as their Windows supersets (WHATWG Encoding Standard).
    name = {"iso-8859-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(name.lower(), name)
    try:
        return body.decode(name or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return body.decode("utf-8", "replace")
