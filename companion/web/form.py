"""Reading a dashboard form into a typed struct, and going on to the next page afterwards."""

import re
from typing import Annotated, Any, TypeVar, get_args, get_origin
from urllib.parse import urlsplit

import msgspec
from litestar import Request, Response
from litestar.datastructures import UploadFile
from litestar.response import Redirect

from companion.errors import BadInput
from companion.web.flash import Flash, Flashes
from companion.web.identity import caller

T = TypeVar("T", bound=msgspec.Struct)
Amount = Annotated[float, msgspec.Meta(ge=0, le=1e12)]
"""A number a person writes: an endless one would not come back from the store."""


async def read_form(request: Request[Any, Any, Any], kind: type[T]) -> T:
    """The sent form as `kind`: a field of tuple type takes every value of its name, an empty value is its default.

    Raises BadInput with a pointer to the field at fault. Names the form does not know are ignored (submit buttons).
    """
    sent = await request.form()
    values: dict[str, object] = {}
    for field in msgspec.structs.fields(kind):
        given = [value for value in sent.getall(field.encode_name, []) if isinstance(value, str)]
        if get_origin(field.type) is tuple:
            values[field.encode_name] = [value for value in given if value.strip()]
        elif given and given[-1].strip():
            text = given[-1].strip()
            values[field.encode_name] = as_number(text) if _is_number(field.type) else text
    try:
        return msgspec.convert(values, kind, strict=False)
    except msgspec.ValidationError as error:
        said, _, path = str(error).partition(" - at `$.")
        name = path.rstrip("`")
        if "`float" in said:
            said = f"{name.replace('_', ' ').capitalize()} is not written as a number from 0 up"
        raise BadInput(f"{said}.", "Correct it and send the form again.", pointer=f"/{name}") from error


def as_number(text: str) -> str:
    """An amount as people write it (`80,000`, `80.000,50`, `80 000`, `80k`) as a number with a point; else as it is."""
    bare = re.sub(r"(?<=\d)[\s'’](?=\d)", "", text)
    thousand, bare = (1_000, bare[:-1].strip()) if bare[-1:] in "kK" else (1, bare)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", bare):
        bare = bare.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+", bare):
        bare = bare.replace(".", "").replace(",", ".")
    if thousand == 1 or not re.fullmatch(r"\d+(?:\.\d+)?", bare):
        return text if thousand > 1 else bare
    return str(float(bare) * thousand)


def _is_number(declared: object) -> bool:
    return declared is float or any(_is_number(part) for part in get_args(declared))


async def read_fields(request: Request[Any, Any, Any]) -> dict[str, str]:
    """The sent form as text by name; the last value of a name counts."""
    sent = await request.form()
    return {name: value for name, value in sent.multi_items() if isinstance(value, str)}


def put_back(sent: dict[str, str], name: str, kind: type[T]) -> T:
    """What a removed document was, as its undo button carries it. Raises BadInput where it was tampered with."""
    try:
        return msgspec.json.decode(sent.get(name, ""), type=kind)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise BadInput("This cannot be put back.", "Write it anew.") from error


async def read_upload(request: Request[Any, Any, Any], name: str = "file") -> tuple[bytes, str]:
    """The bytes and the name of an uploaded file. Raises BadInput where none was chosen."""
    sent = await request.form()
    upload = sent.get(name)
    if not isinstance(upload, UploadFile) or not upload.filename:
        raise BadInput("No file was chosen.", "Choose a file and send it again.")
    return await upload.read(), upload.filename


def go(request: Request[Any, Any, Any], path: str, said: str = "", **flash: Any) -> Response[Any]:
    """On to `path` after an action (303), saying `said` there."""
    if said:
        flashes: Flashes = request.app.state.flashes
        flashes.say(caller(request).id, Flash(text=said, **flash))
    return Redirect(path, status_code=303)


def back(request: Request[Any, Any, Any], fallback: str) -> str:
    """The path of the own page the form was on, else `fallback`; never another site."""
    came = urlsplit(request.headers.get("referer", ""))
    own = request.headers.get("host", "")
    if came.netloc != own or not came.path.startswith("/") or came.path.startswith("//"):
        return fallback
    return came.path + (f"?{came.query}" if came.query else "")
