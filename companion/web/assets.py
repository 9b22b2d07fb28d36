"""The dashboard's own style, scripts and icons, read once from the package: no folder is served."""

from functools import cache
from importlib.metadata import version
from importlib.resources import files

from litestar import Response, get
from litestar.params import FromPath

from companion.errors import NotFound

_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml", "png": "image/png"}
_PLOTLY = "plotly.js"
PLOTLY = f"/static/{_PLOTLY}?{version('plotly')}"
"""Its address names its version, so that a browser keeps it, and what it compiled of it, for good."""


@get("/static/{name:str}", sync_to_thread=False)
def asset(name: FromPath[str]) -> Response[bytes]:
    """One file of the dashboard. Plotly's comes from the installed package."""
    kind = _KINDS.get(name.rpartition(".")[2])
    body = _read().get(name) if name != _PLOTLY else _plotly()
    if body is None or kind is None:
        raise NotFound("There is nothing at this address.")
    kept = "private, max-age=31536000, immutable" if name == _PLOTLY else "private, max-age=60"
    return Response(body, media_type=kind, headers={"cache-control": kept})


@cache
def _read() -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in files("companion.web").joinpath("static").iterdir() if one.is_file()}


@cache
def _plotly() -> bytes:
    return files("plotly").joinpath("package_data", "plotly.min.js").read_bytes()
