"""An account, then steps that are saved one by one: listbox buttons, a block to repeat, a review, JSON throughout."""
# ruff: noqa: E501 - markup

import json
from collections.abc import Mapping

from tests.ats.clone import SITE, Clone, Question, Reply, Sent, page, shell, told

COUNTRIES = {"Denmark": "c-dk", "Germany": "c-de", "Norway": "c-no", "Sweden": "c-se"}
YES_NO = {"Yes": "yes", "No": "no"}


class Workday(Clone):
    """`signed_in` is a person's own tab; without it the first page asks for an account.

    `steps` may be saved before the session is over: the page then moves to the sign-in page, whatever was asked.
    """

    name = "workday"
    entry = "/en-US/larkspur/job/Malmoe/Backend-Engineer_R-7/apply/applyManually"
    questions = (
        Question(label="First name", name="firstName"),
        Question(label="Last name", name="lastName"),
        Question(label="Country", name="country", widget="listbox", options=COUNTRIES),
        Question(label="Phone", name="phoneNumber"),
        Question(label="Job title", name="jobTitle"),
        Question(label="Employer", name="companyName"),
        Question(label="Resume", name="file", widget="file"),
        Question(label="Are you legally authorized", name="q1", widget="listbox", options=YES_NO),
        Question(label="Will you now or in the future require", name="q2", widget="listbox", options=YES_NO),
    )

    def __init__(self, misbehave: str = "", *, signed_in: bool = True, steps: int | None = None) -> None:
        super().__init__(misbehave)
        self.signed_in = signed_in
        self.steps = steps

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        return page(self._form() if self.signed_in and not path.endswith("/login") else _SIGN_IN)

    def post(self, path: str, sent: Sent) -> Reply:
        if self.steps is not None and path in ("/api/step", "/api/submit"):
            if self.steps == 0:
                return told({"error": "HTTP_401"}, 401)
            self.steps -= 1
        if path == "/api/submit":
            return self.submitted(sent, lambda number: told({"page": self.thanks(number)}))
        if path.startswith("/api/"):
            self.saved.append(sent)
            return told({"saved": True})
        return Reply(status=404)

    def _form(self) -> str:
        labels = {"Absolutely": "yes", "Not yet": "no"} if self.misbehave == "options" else YES_NO
        steps = (
            ("applyFlowMyInfoPage", "My Information",
             _listbox("country", "Country", COUNTRIES) + _text("legalName--firstName", "firstName", "First Name")
             + _text("legalName--lastName", "lastName", "Last Name") + _text("phoneNumber", "phoneNumber", "Phone Number")),
            ("applyFlowMyExpPage", "My Experience",
             '<div role="group" aria-labelledby="Work-Experience-section"><h4 id="Work-Experience-section">Work Experience</h4>'
             '<div class="panels"></div><button type="button" data-automation-id="add-button">Add</button></div>'
             '<div data-automation-id="formField-resume"><label for="wd-resume">Resume/CV<abbr title="required">*</abbr></label>'
             '<div data-automation-id="file-upload-drop-zone"><input id="wd-resume" type="file" data-automation-id="file-upload-input-ref">'
             '<span class="shown"></span></div></div>'),
            ("applyFlowPrimaryQuestionsPage", "Application Questions",
             _listbox("q1", "Are you legally authorized to work in Sweden?", labels)
             + _listbox("q2", "Will you now or in the future require sponsorship?", labels)),
            ("applyFlowReviewPage", "Review", "<p>Please look at what you entered.</p>"),
        )  # fmt: skip
        pages = "".join(
            f'<div data-automation-id="{mark}" data-step="{number}" {"" if number == 0 else "hidden"}><h2>{title}</h2>{inner}'
            f'<button type="button" data-automation-id="pageFooterNextButton">{"Submit" if number == 3 else "Save and Continue"}</button></div>'
            for number, (mark, title, inner) in enumerate(steps)
        )
        trap = '<div style="opacity:0;position:absolute;left:-999px"><label>Enter website. This input is for robots only<input data-automation-id="beecatcher" name="website" tabindex="-1"></label></div>'
        flag = f"globalThis.dropsFile = {json.dumps(self.misbehave == 'drops-file')};"
        return shell(
            f'<h1>Backend Engineer</h1><div id="form">{trap}{pages}</div>',
            flag + (SITE / "clone.js").read_text() + (SITE / "workday.js").read_text(),
        )


def _text(automation: str, name: str, label: str) -> str:
    return (
        f'<div data-automation-id="formField-{automation}"><label for="wd-{name}">{label}<abbr title="required">*</abbr></label>'
        f'<input id="wd-{name}" data-name="{name}" type="text" aria-required="true"></div>'
    )


def _listbox(name: str, label: str, options: Mapping[str, str]) -> str:
    return (
        f'<div data-automation-id="formField-{name}"><label for="wd-{name}">{label}<abbr title="required">*</abbr></label>'
        f'<button id="wd-{name}" type="button" aria-haspopup="listbox" aria-expanded="false" aria-label="{label} Select One Required" '
        f"data-name=\"{name}\" data-options='{json.dumps(options)}'>Select One</button></div>"
    )


_SIGN_IN = shell(
    '<h1>Backend Engineer</h1><div data-automation-id="signInContent"><h2>Sign In</h2><form onsubmit="return false">'
    '<label for="e">Email Address</label><input id="e" type="text" data-automation-id="email">'
    '<label for="p">Password</label><input id="p" type="password" data-automation-id="password">'
    '<button data-automation-id="signInSubmitButton" type="submit">Sign In</button></form>'
    '<button data-automation-id="createAccountLink">Create Account</button></div>'
)
