"""The made-up employer's web site: pages, the form, and the address that takes applications."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader
from litestar import Litestar, MediaType, Request, Response, get, post
from litestar.datastructures import State, UploadFile
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect

from companion.demo.employer.record import Record

COMPANY = "Larkspur Instruments"
JOB = "backend-engineer"
_SITE = Path(__file__).with_name("site")
_PAGES = Environment(loader=FileSystemLoader(_SITE), autoescape=True)
_STATIC = {"style.css": MediaType.CSS, "form.js": "text/javascript"}
_LIMIT = 10_000_000


def make_app(record: Record, origin: str) -> Litestar:
    """The ASGI application. `origin` is where it is served, for absolute links."""

    def page(name: str, status: int = 200, **values: object) -> Response[str]:
        text = _PAGES.get_template(name).render(company=COMPANY, job=JOB, origin=origin, **values)
        return Response(text, media_type=MediaType.HTML, status_code=status)

    @get("/")
    async def board() -> Response[str]:
        return page("board.html")

    @get("/site/{name:str}")
    async def static(name: FromPath[str]) -> Response[bytes]:
        if name not in _STATIC:
            raise NotFoundException
        return Response((_SITE / name).read_bytes(), media_type=_STATIC[name])

    @get("/jobs/{job:str}")
    async def posting(job: FromPath[str]) -> Response[str]:
        if job != JOB:
            raise NotFoundException
        return page("posting.html")

    @get("/jobs/{job:str}/apply")
    async def form(job: FromPath[str]) -> Response[str]:
        if job != JOB:
            raise NotFoundException
        return page("form.html")

    @post("/jobs/{job:str}/apply")
    async def apply(job: FromPath[str], request: Request[object, object, State]) -> Response[str] | Redirect:
        fields: list[tuple[str, str]] = []
        files: list[tuple[str, str, str, bytes]] = []
        for name, value in (await request.form()).multi_items():
            if isinstance(value, UploadFile):
                data = await value.read()
                if data:
                    files.append((name, value.filename, value.content_type, data))
            else:
                fields.append((name, str(value)))
        given = dict(fields)
        missing = [name for name in ("first_name", "last_name", "email") if not given.get(name)]
        if job != JOB or missing or not files:
            return page("form.html", 422, problem="Please complete: " + ", ".join(missing or ["resume"]))
        received = record.keep(job, fields, files)
        return Redirect(f"/applications/{received.id}/thanks", status_code=303)

    @get("/applications/{number:str}/thanks")
    async def thanks(number: FromPath[str]) -> Response[str]:
        if number not in {one.id for one in record.all()}:
            raise NotFoundException
        return page("thanks.html", number=number)

    @get("/status")
    async def status_form() -> Response[str]:
        return page("status.html")

    @post("/status")
    async def status(request: Request[object, object, State]) -> Response[str]:
        email = str((await request.form()).get("email", "")).strip().casefold()
        mine = [one for one in record.all() if email and email in (v.casefold() for v in one.values("email"))]
        return page("status.html", 200, asked=True, found=mine)

    handlers = [board, static, posting, form, apply, thanks, status_form, status]
    return Litestar(handlers, openapi_config=None, logging_config=None, request_max_body_size=_LIMIT)
