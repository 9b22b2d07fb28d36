from datetime import UTC, datetime

import msgspec
import pytest

from companion.apply import Aftermath, Answer, judge, observe
from companion.apply.wording import no_application, reference, thanks, trouble

AT = datetime(2026, 3, 1, tzinfo=UTC)
HOME = {"example.com"}
URL = "https://jobs.example.com/apply"
THANKS = "Thank you for applying! We have received your application. Application ID: AX-204"


def after(text: str = "", *, url: str = URL, errors: tuple[str, ...] = (), **more: object) -> Aftermath:
    return Aftermath(url=url, title="", text=text, errors=errors, wrote=True, **more)


def answered(status: int, body: str = "", kind: str = "application/json", **more: object) -> Answer:
    return Answer(method="POST", url=URL, status=status, content_type=kind, body=body, **more)


MESSAGE = {"errors": ("Please try again",), "form_still_there": True}
TOOK = answered(200, '{"next": "/x"}', telling=True)


CASES = {
    "a confirmation page": (after(THANKS), "submitted"),
    "an application id from the server": (
        after(answers=(answered(200, '{"data": {"applicationId": "7"}}'),)),
        "submitted",
    ),
    "a known success payload": (after(answers=(answered(200, '{"success": true}'),)), "submitted"),
    "a confirmation on a stranger's host": (after(THANKS, url="https://example.net/thanks"), "unknown"),
    "a thank-you with an error banner": (after(THANKS, errors=("Could not be saved",)), "unknown"),
    "a thank-you with a server error": (after(THANKS, answers=(answered(500),)), "unknown"),
    "the form with its message": (after(errors=("Email is not valid",), form_still_there=True), "failed"),
    "a message where the form is gone": (after(errors=("Something happened",)), "unknown"),
    "a message after a lost answer": (after(errors=("Please try again",), form_still_there=True, lost=True), "unknown"),
    "a message while an answer is out": (
        after(errors=("Please wait",), form_still_there=True, unanswered=True),
        "unknown",
    ),
    "a refusal of the server": (after(answers=(answered(422),)), "failed"),
    "an ended session": (after(answers=(answered(401),)), "failed"),
    "an ended session at its sign-in page": (after("Sign in", sign_in=True, answers=(answered(401),)), "failed"),
    "a sign-in page without an answer": (after("Please sign in to go on", sign_in=True), "unknown"),
    "an account offered beside a thank-you": (after(f"{THANKS} Choose a password", sign_in=True), "submitted"),
    "a page that says that the session is over": (after("Your session has expired."), "unknown"),
    "a conflict, which may mean it is there": (after(answers=(answered(409),)), "unknown"),
    "a broken server": (after(answers=(answered(503),)), "unknown"),
    "errors in a 200": (after(answers=(answered(200, '{"errors": ["closed"]}'),)), "failed"),
    "silence": (after("Please wait"), "unknown"),
    "an answer that says nothing": (after(answers=(answered(200, "{}"),)), "unknown"),
    "a message though the server took it": (after(answers=(TOOK,), **MESSAGE), "unknown"),
    "a message after a beacon": (after(answers=(answered(204, telling=False),), **MESSAGE), "failed"),
    "a message on the page that came back": (
        after(answers=(answered(200, "", "text/html", telling=True, page=True),), **MESSAGE),
        "failed",
    ),
    "a refusal after an upload": (
        after(answers=(msgspec.structs.replace(TOOK, url=URL + "/upload"), answered(422)), **MESSAGE),
        "failed",
    ),
    "taken once, refused the second time": (after(answers=(TOOK, answered(422)), **MESSAGE), "unknown"),
    "a sign-in page": (after("Sign in", url="https://jobs.example.com/login"), "unknown"),
    "words of success with a reused lost beacon": (after(THANKS, lost=True), "submitted"),
}


@pytest.mark.parametrize(("aftermath", "state"), CASES.values(), ids=CASES)
def test_what_was_seen_adds_up(aftermath: Aftermath, state: str) -> None:
    assert judge(observe(aftermath, AT, HOME))[0] == state


def test_nothing_sent_is_a_failure_whatever_the_page_says() -> None:
    assert judge((), nothing_sent=True)[0] == "failed"
    assert judge(observe(after(THANKS), AT, HOME), nothing_sent=True)[0] == "unknown"


def test_no_evidence_holds_what_was_typed_into_an_address() -> None:
    items = observe(after(THANKS, url=URL + "?email=tove@example.com#x"), AT, HOME)
    assert all("tove" not in item.url for item in items)


@pytest.mark.parametrize(
    "text",
    [
        "Thanks for your interest in Acme. Your application has been submitted.",
        "Your application was successfully sent",
        "We've received your application",
        "Application submitted",
        "You have applied to this job. You have successfully applied",
        "Your application for Senior Principal Backend Engineer (Python, all genders) was received.",
        "Vielen Dank für deine Bewerbung!",
        "Ihre Bewerbung ist bei uns eingegangen.",
        "Merci pour votre candidature",
        "Votre candidature a bien été envoyée",
        "Gracias por tu solicitud",
        "Bedankt voor je sollicitatie",
    ],
)
def test_words_of_confirmation(text: str) -> None:
    assert thanks(text)


@pytest.mark.parametrize(
    "text",
    [
        "Once your application has been received, we will write to you.",
        "Your application could not be submitted.",
        "Your application was not sent",
        "Before your application is complete, please sign",
        "If you have applied before, sign in",
        "Apply for this job",
        "Application deadline: 3 May. Submit your documents.",
        "When we have received your application you get an e-mail",
        "Sobald deine Bewerbung eingegangen ist, melden wir uns",
        "Your application hasn’t been submitted yet",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    assert thanks(text) == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Application ID: APP-1001", "APP-1001"),
        ("Your reference number is 88213", "88213"),
        ("Reference: #AX204", "AX204"),
        ("Application status page", ""),
        ("Confirmation: pending", ""),
    ],
)
def test_the_number_of_an_application(text: str, number: str) -> None:
    assert reference(text) == number


def test_words_of_trouble_and_of_absence() -> None:
    assert trouble("Oh no. Something went wrong, please try again.")
    assert not trouble("Nothing went wrong.")
    assert no_application("No application was found for this address.")
    assert not no_application("Your application was received.")
