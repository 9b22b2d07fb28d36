"""No `<form>` and no input in the document: every control is in an open shadow root of its own element."""

import json
from collections.abc import Mapping

from tests.ats.clone import SITE, Clone, Question, Reply, Sent, page, shell, told

YES_NO = {"Yes": "1", "No": "0"}


class SmartRecruiters(Clone):
    name = "smartrecruiters"
    entry = "/oneclick-ui/company/Larkspur/publication/77"
    questions = (
        Question(label="First name", name="firstName"),
        Question(label="Last name", name="lastName"),
        Question(label="Email", name="email"),
        Question(label="Phone", name="phone"),
        Question(label="City", name="city", required=False),
        Question(label="LinkedIn", name="linkedin", required=False),
        Question(label="Resume", name="resume", widget="file"),
        Question(label="Are you legally authorized", name="authorized", widget="select", options=YES_NO),
        Question(label="Will you now or in the future require", name="sponsorship", widget="select", options=YES_NO),
        Question(label="I agree", name="consent", widget="checkbox", options={"true": "true"}),
    )

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        yes_no = {"Absolutely": "1", "Not yet": "0"} if self.misbehave == "options" else YES_NO
        script = (
            f"globalThis.dropsFile = {json.dumps(self.misbehave == 'drops-file')}; const YES_NO = {json.dumps(yes_no)};"
        )
        return page(
            shell(
                "<h1>Backend Engineer</h1><oc-oneclick-form></oc-oneclick-form>",
                script + (SITE / "clone.js").read_text() + (SITE / "smartrecruiters.js").read_text(),
            )
        )

    def post(self, path: str, sent: Sent) -> Reply:
        return self.submitted(sent, lambda number: told({"applicationId": number, "page": self.thanks(number)}))
