"""Trap questions as pages word them, for one made-up person: what a truthful answer may be, from the wording alone.

`None` must be left. Several expectations are several truthful answers. Leaving is always allowed; being wrong never is.
"""
# ruff: noqa: E501 (a row of a table stays a line)

from collections.abc import Iterator

from tests.unit.forms.asking import Case
from tests.unit.forms.person import everyone, traveller
from tests.unit.forms.traps_fourth import FOURTH, FOURTH_OF_SECOND
from tests.unit.forms.traps_more import MORE, MORE_OF_SECOND, SECOND
from tests.unit.forms.traps_third import THIRD, THIRD_OF_SECOND

Row = tuple[str, str, tuple[str, ...], tuple[str, ...] | None]
YN = ("Yes", "No")
RIGHT_TO_WORK: tuple[Row, ...] = (
    # The person may work in India without sponsorship, not in the US (needs it now and later), is an Indian citizen; the job is in the US.
    ("Are you legally authorized to work in the United States?", "radio", YN, ("No",)),
    ("Are you legally authorised to work in India?", "radio", YN, ("Yes",)),
    ("Are you NOT authorized to work in the United States?", "radio", YN, ("Yes",)),
    ("Are you able to work in the US without sponsorship?", "radio", YN, ("No",)),
    ("Can you work in India without requiring visa sponsorship now or in the future?", "radio", YN, ("Yes",)),
    (
        "Will you now or in the future require sponsorship for employment visa status (e.g., H-1B)?",
        "radio",
        YN,
        ("Yes",),
    ),
    ("Will you require visa sponsorship to work in India?", "radio", YN, ("No",)),
    ("Do you have unrestricted work authorization in Canada?", "radio", YN, None),
    ("Do you have the right to work in the United Kingdom or the EU?", "radio", YN, None),
    ("Are you a citizen or permanent resident of the United States?", "radio", YN, None),
    ("Are you a U.S. citizen?", "radio", YN, ("No",)),
    ("Do you hold a valid US passport?", "radio", YN, None),
    ("Do you require sponsorship to work in your current country of residence?", "radio", YN, ("No",)),
    ("We do not sponsor visas. Do you understand this?", "radio", YN, None),
    ("Are you authorized to work in the US, or will you need sponsorship?", "radio", YN, None),
    ("Has your permission to work in India expired?", "radio", YN, None),
    ("Are you ineligible to work in India?", "radio", YN, ("No",)),
    ("Are you currently on an H-1B visa?", "radio", YN, None),
    ("Has your visa ever been refused?", "radio", YN, None),
    ("Which visa do you hold?", "text", (), None),
    ("Is your spouse authorized to work in India?", "radio", YN, None),
    ("Have you ever sponsored an event?", "radio", YN, None),
    ("Do you have experience with immigration law?", "radio", YN, None),
    ("Haben Sie eine Arbeitserlaubnis für die USA?", "radio", ("Ja", "Nein"), ("Nein",)),
    ("Benötigen Sie jetzt oder in Zukunft ein Visum-Sponsoring für die USA?", "radio", ("Ja", "Nein"), ("Ja",)),
    ("Êtes-vous autorisé à travailler en Inde ?", "radio", ("Oui", "Non"), ("Oui",)),
    ("¿Tienes permiso de trabajo en Estados Unidos?", "radio", ("Sí", "No"), ("No",)),
)
NOTICE: tuple[Row, ...] = (
    # 60 days.
    ("Notice period [months]", "number", (), ("2",)),
    ("Notice period (in days)", "number", (), ("60",)),
    ("Notice period in weeks", "number", (), ("9",)),
    (
        "What is your notice period in your current company?",
        "select",
        ("15 days", "1 month", "2 months", "3 months"),
        ("2 months",),
    ),
    (
        "How soon can you join?",
        "select",
        ("Immediately", "Within 30 days", "Within 60 days", "Within 90 days"),
        ("Within 60 days", "Within 90 days"),
    ),
    ("Can you join immediately?", "radio", YN, ("No",)),
    ("Are you currently serving your notice period?", "radio", YN, None),
    ("Is your notice period negotiable?", "radio", YN, None),
    ("Is your notice period more than 30 days?", "radio", YN, ("Yes",)),
    ("Kündigungsfrist in Monaten", "number", (), ("2",)),
    ("Notice period", "number", (), None),
    ("Last working day", "date", (), ("2027-01-21",)),
)
PAY: tuple[Row, ...] = (
    # Expects 1,800,000 INR a year, earns 1,400,000 INR a year.
    ("Expected CTC (in LPA)", "number", (), ("18",)),
    ("Current CTC in Lacs per annum", "number", (), ("14",)),
    ("Expected monthly salary in INR", "number", (), ("150000",)),
    ("Expected annual salary in USD", "number", (), None),
    ("Salary", "number", (), None),
    ("What was your salary in your first job?", "text", (), None),
    ("Current salary (GBP)", "number", (), None),
    ("Is your expected CTC below 15 LPA?", "radio", YN, ("No",)),
    ("Expected CTC", "select", ("5-10 LPA", "10-15 LPA", "15-20 LPA", "20-25 LPA"), ("15-20 LPA",)),
    ("How much do you expect your team to spend?", "text", (), None),
    ("Salary expected in thousands of INR per month", "number", (), ("150",)),
    ("What is your desired annual salary?", "number", (), None),
    ("Desired salary", "select", ("1,000,000 - 1,500,000", "1,500,000 - 2,000,000"), None),
    ("Expected hike in percent", "number", (), None),
    ("Do you have experience with payroll and compensation?", "radio", YN, None),
    ("Budget you managed (USD)", "number", (), None),
)
EXPERIENCE: tuple[Row, ...] = (
    # In work since 2015-01 (11 years and 11 months), Python since 2019-03 (7 years and 9 months); knows SQL from the skills only.
    ("How many years of work experience do you have in total?", "number", (), ("11",)),
    ("How many years of experience do you have with Python?", "select", ("0-1", "2-4", "5-7", "8-10", "10+"), ("5-7",)),
    ("How many years of experience do you have with Java?", "number", (), None),
    ("How many months of Python experience do you have?", "number", (), ("93",)),
    ("How many years of SQL experience do you have?", "number", (), None),
    ("Do you have 5+ years of Python experience?", "radio", YN, ("Yes",)),
    ("Do you have 10+ years of Python experience?", "radio", YN, None),
    ("Do you have less than 3 years of experience?", "radio", YN, ("No",)),
    ("Do you have less than 3 years of Python experience?", "radio", YN, ("No",)),
    ("Have you used Python in the last 12 months?", "radio", YN, None),
    ("Do you have experience with Kubernetes?", "radio", YN, None),
    ("Do you have experience with Python?", "radio", YN, ("Yes",)),
    ("Do you lack experience with Python?", "radio", YN, ("No",)),
    ("Have you never used Python?", "radio", YN, ("No",)),
    ("Do you have experience with SQL and Spark?", "radio", YN, None),
    ("How many years have you managed people?", "number", (), None),
    ("How many years of experience do you have in the healthcare industry?", "number", (), None),
    ("How old is your oldest Python project (years)?", "number", (), None),
    ("How many people did you lead?", "number", (), None),
    ("Rate your Python from 1 to 10", "number", (), None),
    ("In which year did you graduate?", "number", (), ("2014",)),
    ("Do you have a Master's degree?", "radio", YN, ("No",)),
    ("Do you have a Bachelor's degree or higher?", "radio", YN, ("Yes",)),
    ("Do you have a PhD in Physics?", "radio", YN, ("No",)),
    ("Are you currently enrolled in a university?", "radio", YN, ("No",)),
)
PEOPLE: tuple[Row, ...] = (
    ("Have you ever been employed by us or are you currently employed by us?", "radio", YN, None),
    ("Are you currently employed?", "radio", YN, ("Yes",)),
    ("Have you ever been convicted of a crime?", "radio", YN, None),
    ("Do you have relatives who work for us?", "radio", YN, None),
    ("Are you at least 18 years of age?", "radio", YN, None),
    ("Have you been dismissed from a job?", "radio", YN, None),
    ("Are you subject to a non-compete agreement?", "radio", YN, None),
    ("Are you willing to undergo a background check?", "radio", YN, None),
    ("Did you use AI to write this application?", "radio", YN, None),
    ("Do you have a disability?", "radio", ("Yes", "No", "Prefer not to say"), ("Prefer not to say",)),
    ("Do you have a disability?", "radio", YN, None),
    ("Gender", "select", ("Male", "Female"), ("Female",)),
    ("Are you a protected veteran?", "radio", YN, None),
    ("Mother's maiden name", "text", (), None),
    ("Name of your manager", "text", (), None),
    ("Emergency contact name", "text", (), None),
    ("Referrer's email", "text", (), None),
    ("Country of birth", "select", ("India", "United States"), None),
    ("Which country are you a citizen of?", "select", ("India", "United States"), ("India",)),
    ("Country you would like to work in", "select", ("India", "United States"), None),
    ("Do you live in India?", "radio", YN, ("Yes",)),
    ("Are you willing to relocate to the United States?", "radio", YN, ("Yes",)),
    ("Are you willing to relocate to Germany?", "radio", YN, None),
    ("Are you unwilling to relocate to the United States?", "radio", YN, ("No",)),
    ("Do you have a valid driving licence?", "radio", YN, ("Yes",)),
    ("Is your driving licence suspended?", "radio", YN, None),
    ("Social Security Number", "text", (), None),
    ("Date of birth", "date", (), None),
)


def traps() -> Iterator[tuple[Case, tuple[str, ...] | None]]:
    """Each question as a case, and the answers that would be truthful (None: only leaving is)."""
    first = (*RIGHT_TO_WORK, *NOTICE, *PAY, *EXPERIENCE, *PEOPLE, *MORE, *THIRD, *FOURTH)
    for profile, rows in (
        (everyone(), first),
        (traveller(), (*SECOND, *MORE_OF_SECOND, *THIRD_OF_SECOND, *FOURTH_OF_SECOND)),
    ):
        for label, widget, options, truthful in rows:
            yield (
                Case(
                    name=label[:60],
                    label=label,
                    widget=widget,
                    options=options,
                    profile=profile,
                    expected=truthful,
                    country="US",
                ),
                truthful,
            )
