"""The content is in a frame of the same site; pages come from the server one after another, each saved when sent."""

from collections.abc import Mapping

from tests.ats.clone import Clone, Question, Reply, Sent, moved, page, shell

COUNTRIES = {"Denmark": "DK", "Germany": "DE", "Norway": "NO", "Sweden": "SE"}
YES_NO = {"Yes": "Y", "No": "N"}


class Icims(Clone):
    name = "icims"
    entry = "/jobs/1204/backend-engineer/candidate"
    questions = (
        Question(label="First name", name="CandProfileFields.FirstName"),
        Question(label="Last name", name="CandProfileFields.LastName"),
        Question(label="Email", name="CandProfileFields.Email"),
        Question(label="Phone", name="CandProfileFields.Phone"),
        Question(label="Country", name="CandProfileFields.Country", widget="select", options=COUNTRIES),
        Question(label="Resume", name="PortalProfileFields.Resume_File", widget="file"),
        Question(label="Are you legally authorized", name="rcf3001", widget="select", options=YES_NO),
        Question(label="Will you now or in the future require", name="rcf3002", widget="select", options=YES_NO),
    )

    def get(self, path: str, query: Mapping[str, str]) -> Reply:
        if path == self.entry:
            return page(
                shell(
                    '<div class="iCIMS_MainWrapper"><iframe id="icims_content_iframe" title="Application" width="900" '
                    'height="1100" src="/icims2/step/1"></iframe></div>'
                )
            )
        if path.startswith("/icims2/step/"):
            return page(self._step(int(path.rpartition("/")[2])))
        return page(self.thanks("APP-1001")) if path == "/icims2/done" else Reply(status=404)

    def post(self, path: str, sent: Sent) -> Reply:
        if path == "/icims2/step/1":
            self.saved.append(sent)
            return moved("/icims2/step/2")
        return self.submitted(sent, lambda _: moved("/icims2/done"))

    def invalid(self) -> Reply:
        return page(self._step(2, "Email: this address is not accepted"))

    def _step(self, number: int, problem: str = "") -> str:
        error = f'<div class="iCIMS_ErrorMsg error" role="alert">{problem}</div>' if problem else ""
        labels = {"Absolutely": "Y", "Not yet": "N"} if self.misbehave == "options" else YES_NO
        if number == 1:
            inner = (
                _text("First Name", "CandProfileFields.FirstName", "icims_f_firstName")
                + _text("Last Name", "CandProfileFields.LastName", "icims_f_lastName")
                + _text("Email", "CandProfileFields.Email", "icims_f_email")
                + _text("Phone", "CandProfileFields.Phone", "icims_f_phone")
                + _choice("Country", "CandProfileFields.Country", COUNTRIES)
            )
        else:
            inner = (
                '<div class="iCIMS_TableRow"><label for="r">Resume<span class="iCIMS_Required">*</span></label>'
                '<input id="r" type="file" name="PortalProfileFields.Resume_File" required></div>'
                + _choice("Are you legally authorized to work in Sweden?", "rcf3001", labels)
                + _choice("Will you now or in the future require sponsorship?", "rcf3002", labels)
            )
        button = "Next" if number == 1 else "Submit Profile"
        return shell(
            f'{error}<form method="post" action="/icims2/step/{number}" enctype="multipart/form-data">{inner}'
            f'<input type="submit" class="iCIMS_PrimaryButton" value="{button}"></form>'
        )


def _text(label: str, name: str, identity: str) -> str:
    return (
        f'<div class="iCIMS_TableRow"><label for="{identity}">{label}<span class="iCIMS_Required">*</span></label>'
        f'<input id="{identity}" name="{name}" type="text" required></div>'
    )


def _choice(label: str, name: str, options: Mapping[str, str]) -> str:
    rows = "".join(f'<option value="{value}">{text}</option>' for text, value in options.items())
    return (
        f'<div class="iCIMS_TableRow"><label for="{name}">{label}<span class="iCIMS_Required">*</span></label>'
        f'<select id="{name}" name="{name}" required>'
        f'<option value="">— Make a Selection —</option>{rows}</select></div>'
    )
