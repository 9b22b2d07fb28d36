"""React in a tab panel: yes and no are two buttons, the file is uploaded when chosen, the form is sent as JSON."""
# ruff: noqa: E501 - markup

import json
from collections.abc import Mapping

from tests.ats.clone import SITE, Clone, Question, Reply, Sent, page, shell, told

YES_NO = {"Yes": "true", "No": "false"}


class Ashby(Clone):
    name = "ashby"
    entry = "/larkspur/9b1e/application"
    questions = (
        Question(label="Full name", name="values._systemfield_name"),
        Question(label="Email", name="values._systemfield_email", widget="email"),
        Question(label="Phone", name="values.phone", widget="tel"),
        Question(label="Resume", name="file", widget="file"),
        Question(label="City", name="values.city", required=False),
        Question(label="Are you legally authorized", name="values.authorized", widget="buttons", options=YES_NO),
        Question(
            label="Will you now or in the future require", name="values.sponsorship", widget="buttons", options=YES_NO
        ),
        Question(label="Notice period", name="values.notice", widget="radio"),
        Question(label="Upload", name="handle"),
    )

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        return page(shell("challenge") if "challenge" in path else self._form())

    def post(self, path: str, sent: Sent) -> Reply:
        if path == "/api/upload":
            self.saved.append(sent)
            return told({"handle": "file-1"})
        if path == "/api/graphql":  # asked while loading, as the real one does
            return told({"data": {"posting": "Backend Engineer"}})
        return self.submitted(
            sent, lambda number: told({"data": {"applicationId": number}, "page": self.thanks(number)})
        )

    def _form(self) -> str:
        def entry(path: str, title: str, inner: str) -> str:
            return (
                f'<div class="_fieldEntry_17tft_29 ashby-application-form-field-entry" data-field-path="{path}">'
                f'<label class="ashby-application-form-question-title _required_17tft_92" for="{path}">{title}</label>{inner}</div>'
            )

        def yes_no(path: str) -> str:
            labels = ("Absolutely", "Not yet") if self.misbehave == "options" else ("Yes", "No")
            buttons = "".join(
                f'<button type="button" class="_option_y2cw4_33" data-value="{v}">{text}</button>'
                for text, v in zip(labels, ("true", "false"), strict=True)
            )
            return f'<div class="_yesno_hkyf8_143" data-name="{path}">{buttons}<input type="checkbox" tabindex="-1" style="display:none"></div>'

        radios = "".join(
            f'<div><input type="radio" id="n{i}" name="notice" value="{text}"><label for="n{i}">{text}</label></div>'
            for i, text in enumerate(("1 month", "2 months", "3 months"))
        )
        posed = (
            '<div class="cf-turnstile"><iframe title="Widget containing a Cloudflare security challenge" width="300" height="65" src="/cdn-cgi/challenge-platform/x"></iframe></div>'
            if self.misbehave == "challenge"
            else ""
        )
        text = f"""<h1>Backend Engineer</h1><div role="tabpanel">{posed}<div id="form">
          {entry("_systemfield_name", "Full name", '<input id="_systemfield_name" type="text" required>')}
          {entry("_systemfield_email", "Email", '<input id="_systemfield_email" type="email" required>')}
          {entry("phone", "Phone", '<input id="phone" type="tel" required>')}
          {entry("_systemfield_resume", "Resume", '<div class="_container"><button type="button" onclick="this.nextElementSibling.click()">Upload File</button><input id="_systemfield_resume" type="file" style="display:none"><span class="shown"></span></div>')}
          {entry("city", "City", '<input id="city" type="text">').replace(" _required_17tft_92", "")}
          {entry("authorized", "Are you legally authorized to work in Sweden?", yes_no("authorized"))}
          {entry("sponsorship", "Will you now or in the future require sponsorship?", yes_no("sponsorship"))}
          <fieldset class="ashby-application-form-field-entry" data-field-path="notice"><legend class="ashby-application-form-question-title _required_17tft_92">Notice period</legend>{radios}</fieldset>
          <button class="ashby-application-form-submit-button">Submit Application</button></div></div>"""
        head = "<style>._required_17tft_92::after{content:'*'} ._active{background:#ccd}</style>"
        flag = f"globalThis.dropsFile = {json.dumps(self.misbehave == 'drops-file')};"
        return shell(text, flag + (SITE / "clone.js").read_text() + (SITE / "ashby.js").read_text(), head)
