"""Answers: what a question family means for this person, by scope, with where each was used."""

from typing import Annotated, Any

import msgspec
from litestar import Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, QueryParameter
from litestar.response import Template

from companion.agents import Services
from companion.model.form import Answer
from companion.model.lesson import Lesson
from companion.web.answers import keep
from companion.web.api.requests import AnswerCall
from companion.web.form import go, put_back, read_fields, read_form
from companion.web.readings import Readings
from companion.web.template import page
from companion.web.usage import attempt_names, fact_uses

KINDS = ("text", "bool", "number", "money", "duration", "date", "choice")


class AnswerForm(AnswerCall, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """As the API's call; a form sends its buttons too."""


@get("/answers", sync_to_thread=False)
def answers(
    request: Request[Any, Any, Any],
    services: NamedDependency[Services],
    readings: NamedDependency[Readings],
    q: Annotated[str, QueryParameter(max_length=200)] = "",
    edit: Annotated[str, QueryParameter(max_length=64)] = "",
) -> Template:
    """All answers, by family."""
    store = services.store
    words = q.casefold().split()

    def fits(one: Answer) -> bool:
        text = f"{one.family} {one.subject} {one.question} {one.company}".casefold()
        return all(word in text for word in words)

    found = sorted(store.answers.where(fits), key=lambda one: (one.family, one.subject, one.scope, one.company))
    readings.answers(found)
    uses = fact_uses(store)
    used = {one.id: uses[f"answer/{one.id}"].attempts for one in found if f"answer/{one.id}" in uses}
    companies = sorted({one.company for one in store.applications.where() if one.company})
    return page(
        request,
        "answers.html",
        here="answers",
        found=found,
        q=q,
        total=store.answers.count(),
        used=used,
        lessons=sorted(store.lessons.where(), key=lambda one: one.label.casefold()),
        attempts=attempt_names(store, {each for ids in used.values() for each in ids}),
        editing=store.answers.find(edit) if edit else None,
        kinds=KINDS,
        companies=companies,
        jobs={one.posting_id: store.postings.find(one.posting_id) for one in found if one.posting_id},
    )


@post("/answers")
async def put(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Keep an answer the person wrote."""
    said = await read_form(request, AnswerForm)
    keep(services, said, typed=bool(said.family))
    return go(request, "/answers", "Kept.")


@post("/answers/{answer_id:str}/remove")
async def remove(
    answer_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Forget an answer; it can be put back."""
    known = services.store.answers.get(answer_id)
    services.store.answers.remove(answer_id)
    undo = (("answer", msgspec.json.encode(known).decode()),)
    return go(request, "/answers", "Forgotten. The question is asked again.", undo="/answers/restore", undo_fields=undo)


@post("/answers/lessons/{lesson_id:str}/remove", sync_to_thread=False)
def unlearn(
    lesson_id: FromPath[str], request: Request[Any, Any, Any], services: NamedDependency[Services]
) -> Response[Any]:
    """Forget what a question was said to mean; it can be put back."""
    known = services.store.lessons.get(lesson_id)
    services.store.lessons.remove(lesson_id)
    undo = (("lesson", msgspec.json.encode(known).decode()),)
    said = "Forgotten. These words are understood by themselves again."
    return go(request, "/answers#taught", said, undo="/answers/lessons/restore", undo_fields=undo)


@post("/answers/lessons/restore")
async def relearn(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Put a forgotten meaning back."""
    lesson = put_back(await read_fields(request), "lesson", Lesson)
    services.store.lessons.add(msgspec.structs.replace(lesson, version=0))
    return go(request, "/answers#taught", "Put back.")


@post("/answers/restore")
async def restore(request: Request[Any, Any, Any], services: NamedDependency[Services]) -> Response[Any]:
    """Put a forgotten answer back."""
    sent = await read_fields(request)
    answer = put_back(sent, "answer", Answer)
    services.store.answers.add(msgspec.structs.replace(answer, version=0))
    return go(request, "/answers", "Put back.")


answer_pages = (answers, put, remove, restore, unlearn, relearn)
