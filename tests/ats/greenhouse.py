"""The new React form (lists that open on mousedown only, values held by state) and the old one embedded in a frame."""
# ruff: noqa: E501 - markup

import json
from collections.abc import Mapping

from tests.ats.clone import SITE, Clone, Question, Reply, Sent, moved, page, shell, told

YES_NO = {"Yes": "1", "No": "0"}
COUNTRIES = {"Denmark": "45", "Germany": "49", "Norway": "47", "Sweden": "46"}


class Greenhouse(Clone):
    name = "greenhouse"
    entry = "/larkspur/jobs/4011"
    questions = (
        Question(label="First name", name="first_name"),
        Question(label="Last name", name="last_name"),
        Question(label="Email", name="email", widget="email"),
        Question(label="Phone", name="phone", widget="tel"),
        Question(label="Country", name="country", widget="combobox", options=COUNTRIES),
        Question(label="Resume", name="resume", widget="file"),
        Question(label="LinkedIn", name="question_701", required=False),
        Question(label="Are you legally authorized", name="question_702", widget="combobox", options=YES_NO),
        Question(label="Will you now or in the future require", name="question_703", widget="combobox", options=YES_NO),
    )

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        return page(shell("reCAPTCHA") if path.startswith("/recaptcha") else self._form())

    def post(self, path: str, sent: Sent) -> Reply:
        return self.submitted(sent, lambda number: told({"page": self.thanks(number)}))

    def _form(self) -> str:
        yes_no = {"Absolutely": "1", "Not yet": "0"} if self.misbehave == "options" else YES_NO
        posed = (
            '<div class="g-recaptcha"><iframe title="recaptcha challenge expires in two minutes" width="400" height="580" src="/recaptcha/api2/bframe"></iframe></div>'
            if self.misbehave == "challenge"
            else ""
        )
        badge = '<div class="grecaptcha-badge" style="position:fixed;right:0;bottom:0;width:256px;height:60px"><iframe title="reCAPTCHA" width="256" height="60" src="/recaptcha/api2/anchor?size=invisible"></iframe></div>'
        text = f"""
          <h1>Backend Engineer</h1>{posed}
          <form id="application-form" onsubmit="return false">
          {_input("First Name", "first_name", True)}{_input("Last Name", "last_name", True)}
          {_input("Email", "email", True)}{_input("Phone", "phone", True, "tel")}
          {_select("Country", "country", COUNTRIES)}
          <div class="file-upload" role="group" aria-labelledby="upload-label-resume"><div id="upload-label-resume" class="label">Resume/CV<span class="required">*</span></div>
            <div class="button-container"><button type="button" class="btn btn--pill" onclick="document.getElementById('resume').click()">Attach</button>
            <label class="visually-hidden" for="resume">Attach</label><input id="resume" class="visually-hidden" type="file" accept=".pdf,.doc,.docx"></div><p class="file-name"></p></div>
          {_input("LinkedIn Profile", "question_701", False)}
          {_select("Are you legally authorized to work in Sweden?", "question_702", yes_no)}
          {_select("Will you now or in the future require sponsorship?", "question_703", yes_no)}
          <button type="submit" class="btn">Submit application</button></form>{badge}"""
        script = (SITE / "clone.js").read_text() + (SITE / "greenhouse.js").read_text()
        head = "<style>.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip:rect(0 0 0 0)}.select__menu{border:1px solid}</style>"
        return shell(text, f"globalThis.dropsFile = {json.dumps(self.misbehave == 'drops-file')};" + script, head)


def _input(label: str, name: str, required: bool, kind: str = "text") -> str:
    star = '<span class="required">*</span>' if required else ""
    return (
        f'<div class="text-input-wrapper"><label for="{name}" class="label">{label}{star}</label>'
        f'<input id="{name}" class="input" type="{kind}" aria-required="{str(required).lower()}" maxlength="255"></div>'
    )


def _select(label: str, name: str, options: Mapping[str, str]) -> str:
    return (
        f'<div class="select" data-name="{name}" data-options=\'{json.dumps(options)}\'>'
        f'<label id="{name}-label" for="{name}" class="label">{label}<span class="required">*</span></label>'
        '<div class="select-shell"><div class="select__control"><div class="select__value-container">'
        '<div class="select__placeholder">Select...</div>'
        f'<input id="{name}" class="select__input" role="combobox" aria-autocomplete="list" aria-expanded="false" '
        f'aria-haspopup="true" aria-required="true" aria-labelledby="{name}-label" autocomplete="off" type="text"></div>'
        '<button type="button" aria-label="Toggle flyout" tabindex="-1">v</button></div></div></div>'
    )


class GreenhouseEmbed(Clone):
    """The employer's page: the form lives in a frame of another site, `inner`."""

    name = "greenhouse-embed"
    entry = "/careers/backend-engineer?gh_jid=4012"
    questions = (
        Question(label="First name", name="job_application[first_name]"),
        Question(label="Last name", name="job_application[last_name]"),
        Question(label="Email", name="job_application[email]", widget="email"),
        Question(label="Phone", name="job_application[phone]", widget="tel"),
        Question(label="Resume", name="job_application[resume]", widget="file"),
        Question(
            label="Are you legally authorized",
            name="job_application[answers_attributes][0][boolean_value]",
            widget="select",
            options=YES_NO,
        ),
        Question(
            label="Why", name="job_application[answers_attributes][1][text_value]", widget="textarea", required=False
        ),
    )

    def __init__(self, misbehave: str = "") -> None:
        super().__init__(misbehave)
        self.inner = _Frame(self)

    def __enter__(self) -> "GreenhouseEmbed":
        self.inner.__enter__()
        super().__enter__()
        return self

    def __exit__(self, *why: object) -> None:
        super().__exit__(None, None, None)
        self.inner.__exit__(None, None, None)

    @property
    def partners(self) -> frozenset[str]:
        return frozenset({self.inner.origin.removeprefix("http://")})

    @property
    def allowed(self) -> set[str]:
        return {self.origin, self.inner.origin}

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        source = f"{self.inner.origin}/embed/job_app?for=larkspur&amp;token=4012"
        return page(
            shell(
                '<form role="search"><input type="search" name="q" aria-label="Search this site"></form>'
                "<h1>Backend Engineer</h1><p>We build gauges.</p>"
                f'<iframe id="grnhse_iframe" title="Greenhouse Job Board" width="900" height="1200" src="{source}"></iframe>'
            )
        )

    def post(self, path: str, sent: Sent) -> Reply:
        return Reply(status=404)


class _Frame(Clone):
    def __init__(self, outer: GreenhouseEmbed) -> None:
        super().__init__()
        self._outer = outer

    def disturbed(self, reply: Reply) -> Reply:
        self.misbehave = self._outer.misbehave
        return super().disturbed(reply)

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        return page(self._outer.thanks("APP-1001") if path.endswith("/confirmation") else self._form())

    def post(self, path: str, sent: Sent) -> Reply:
        if self._outer.misbehave == "invalid":
            return page(self._form("Email: this address is not accepted"))
        return self._outer.submitted(sent, lambda _: moved("/embed/job_app/confirmation"))

    def _form(self, problem: str = "") -> str:
        error = f'<div id="flash_error" class="error" role="alert">{problem}</div>' if problem else ""
        names = [question.name for question in self._outer.questions]
        yes, no = ("Absolutely", "Not yet") if self._outer.misbehave == "options" else ("Yes", "No")
        text = f"""{error}
          <form id="application_form" method="post" action="/embed/job_app" enctype="multipart/form-data">
          <div class="field"><label>First Name <span class="asterisk">*</span> <input type="text" name="{names[0]}" required></label></div>
          <div class="field"><label>Last Name <span class="asterisk">*</span> <input type="text" name="{names[1]}" required></label></div>
          <div class="field"><label>Email <span class="asterisk">*</span> <input type="text" name="{names[2]}" required></label></div>
          <div class="field"><label>Phone <span class="asterisk">*</span> <input type="text" name="{names[3]}" required></label></div>
          <div class="field"><label for="s3_upload_for_resume">Resume/CV <span class="asterisk">*</span></label>
            <input id="s3_upload_for_resume" type="file" name="{names[4]}" required></div>
          <div class="field"><label>Are you legally authorized to work in Sweden? <span class="asterisk">*</span>
            <select name="{names[5]}" required><option value="">--</option><option value="1">{yes}</option><option value="0">{no}</option></select></label></div>
          <div class="field"><label>Why do you want this job? <textarea name="{names[6]}"></textarea></label></div>
          <input type="submit" id="submit_app" value="Submit Application"></form>"""
        return shell(text)
