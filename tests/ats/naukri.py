"""A chatbot in a drawer: one question at a time, an editable box or chips, "Save" is no button, each answer is sent."""

from collections.abc import Mapping

from tests.ats.clone import SITE, Clone, Question, Reply, Sent, page, shell, told

YES_NO = {"Yes": "Yes", "No": "No"}


class Naukri(Clone):
    name = "naukri"
    entry = "/job-listings-backend-engineer-larkspur-2201"
    questions = (
        Question(label="Years of experience", name="years"),
        Question(label="Are you legally authorized", name="authorized", widget="chips", options=YES_NO),
        Question(label="Notice period", name="notice"),
    )

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        return page(
            shell(
                "<h1>Backend Engineer</h1><button id='apply-button'>Apply</button>",
                (SITE / "clone.js").read_text() + (SITE / "naukri.js").read_text(),
            )
        )

    def post(self, path: str, sent: Sent) -> Reply:
        if path == "/chatbot/last":
            return self.submitted(sent, lambda number: told({"page": self.thanks(number)}))
        self.saved.append(sent)
        return told({"saved": True})
