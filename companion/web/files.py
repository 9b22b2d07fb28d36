"""Handing out a stored file: as what it is, under a safe name, and never to be run by the browser."""

import re
from urllib.parse import quote

import msgspec
from litestar import Response

_UNSAFE = re.compile(r'[\x00-\x1f\x7f"\\/:*?<>|\u202a-\u202e\u2066-\u2069]+')
_SHOWN = frozenset({"application/pdf", "image/png", "image/webp"})


class Download(msgspec.Struct, frozen=True):
    """A file on its way out. `name` may come from outside."""

    data: bytes
    name: str
    kind: str = "application/octet-stream"


def download(file: Download) -> Response[bytes]:
    """The answer that carries `file`; PDFs and screenshots open in the browser, all else is saved."""
    name = safe_name(file.name)
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    how = "inline" if file.kind in _SHOWN else "attachment"
    headers = {"content-disposition": f"{how}; filename=\"{plain}\"; filename*=UTF-8''{quote(name)}"}
    return Response(file.data, media_type=file.kind, headers=headers)


def safe_name(name: str) -> str:
    """A file name without paths, controls or direction overrides, at most 120 characters."""
    return _UNSAFE.sub("_", name).strip(". ")[:120] or "file"
