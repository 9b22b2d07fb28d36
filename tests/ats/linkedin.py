"""A posting with an "Easy Apply" modal of several steps; everything is sent once, at the end."""

import json
from collections.abc import Mapping

from tests.ats.clone import SITE, Clone, Question, Reply, Sent, page, shell, told

YES_NO = {"Yes": "Yes", "No": "No"}
CODES = {"Germany (+49)": "urn:49", "Sweden (+46)": "urn:46"}


class LinkedIn(Clone):
    name = "linkedin"
    entry = "/jobs/view/4000000001/"
    questions = (
        Question(label="Email", name="email", widget="select"),
        Question(label="Country", name="phoneCode", widget="select", options=CODES),
        Question(label="Phone", name="phone"),
        Question(label="Resume", name="resume", widget="file"),
        Question(label="Years of experience", name="years"),
        Question(label="Are you legally authorized", name="authorized", widget="radio", options=YES_NO),
        Question(label="Will you now or in the future require", name="sponsorship", widget="radio", options=YES_NO),
    )

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        labels = ("Absolutely", "Not yet") if self.misbehave == "options" else ("Yes", "No")
        flag = (
            f"globalThis.dropsFile = {json.dumps(self.misbehave == 'drops-file')}; const LABELS = {json.dumps(labels)};"
        )
        return page(
            shell(
                '<header><input type="search" aria-label="Search" placeholder="Search"></header>'
                '<h1>Backend Engineer</h1><button class="jobs-apply-button"'
                ' aria-label="Easy Apply to Backend Engineer at Larkspur">Easy Apply</button>',
                flag + (SITE / "clone.js").read_text() + (SITE / "linkedin.js").read_text(),
            )
        )

    def post(self, path: str, sent: Sent) -> Reply:
        return self.submitted(sent, lambda number: told({"page": self.thanks(number)}))
