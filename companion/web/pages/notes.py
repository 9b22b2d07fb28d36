"""What the person notes on an application: words, the day to follow up, and the interviews that were agreed."""

from datetime import UTC, date, datetime, time
from typing import Annotated, Any

import msgspec
from litestar import Request, Response, post
from litestar.di import NamedDependency
from litestar.params import FromPath

from companion.agents import Services
from companion.errors import BadInput
from companion.model.application import Appointment
from companion.web.form import go, read_form

_INTERVIEWS = 30
_MORNING = time(9)


class Notes(msgspec.Struct, frozen=True, kw_only=True):
    notes: Annotated[str, msgspec.Meta(max_length=20_000)] = ""
    follow_up: date | None = None


class Agreed(msgspec.Struct, frozen=True, kw_only=True):
    """`at` as a date-and-time field sends it; without a zone it is this computer's time."""

    at: Annotated[str, msgspec.Meta(max_length=40)] = ""
    what: Annotated[str, msgspec.Meta(max_length=300)] = ""

    def moment(self) -> datetime:
        """Raises BadInput where it is no moment."""
        try:
            return datetime.fromisoformat(self.at).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            raise BadInput("An interview needs its day and time.", "Fill in both.", pointer="/at") from error


@post("/applications/{application_id:str}/notes")
async def notes(
    application_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Keep notes and the day to follow up."""
    form = await read_form(request, Notes)
    store = services.store
    day = form.follow_up and datetime.combine(form.follow_up, _MORNING).astimezone(UTC)
    with store.commit():
        one = store.applications.get(application_id)
        store.applications.replace(msgspec.structs.replace(one, notes=form.notes, follow_up=day))
    return go(request, f"/applications/{application_id}", "Kept.")


@post("/applications/{application_id:str}/interviews")
async def agree(
    application_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Note an interview, in the time of this computer. The same moment noted again is the same interview."""
    form = await read_form(request, Agreed)
    at = form.moment()
    store = services.store
    with store.commit():
        one = store.applications.get(application_id)
        others = tuple(each for each in one.interviews if each.at != at)
        noted = (*others, Appointment(at=at, what=form.what))
        if len(noted) > _INTERVIEWS:
            raise BadInput("These are more interviews than one application can hold.", "Remove one first.")
        ordered = tuple(sorted(noted, key=lambda each: each.at))
        store.applications.replace(msgspec.structs.replace(one, interviews=ordered))
    return go(request, f"/applications/{application_id}", "Noted. Today shows it when it comes near.")


@post("/applications/{application_id:str}/interviews/remove")
async def call_off(
    application_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Take a noted interview off."""
    form = await read_form(request, Agreed)
    at = form.moment()
    store = services.store
    with store.commit():
        one = store.applications.get(application_id)
        kept = tuple(each for each in one.interviews if each.at != at)
        store.applications.replace(msgspec.structs.replace(one, interviews=kept))
    return go(
        request,
        f"/applications/{application_id}",
        "Removed.",
        undo=f"/applications/{application_id}/interviews",
        undo_fields=(("at", at.isoformat()), ("what", form.what)),
    )


note_pages = (notes, agree, call_off)
