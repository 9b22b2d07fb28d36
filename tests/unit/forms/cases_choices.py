"""Protected categories, countries, regions, calling codes and dates, by meaning."""
# ruff: noqa: E501 (a row of a table stays a line)

from collections.abc import Iterator

from companion.model.profile import (
    Basics,
    Eeo,
    Location,
    Profile,
)
from tests.unit.forms.asking import Case
from tests.unit.forms.person import experienced, person


def eeo_cases() -> Iterator[Case]:
    """Answer, decline or blank by category; declines recognised in their wordings; no default answer."""
    declines = (
        "Prefer not to say", "I don't wish to answer", "Decline to self-identify", "I do not want to answer",
        "Decline To Self Identify", "Choose not to disclose", "I prefer not to specify", "Prefer not to disclose",
        "I choose not to self-identify", "Rather not say",
    )  # fmt: skip
    for decline in declines:
        yield Case(
            name=f"decline-{decline}",
            label="Gender",
            widget="select",
            options=("Male", "Female", "Non-binary", decline),
            meaning={"key": "eeo.gender", "shape": "choice"},
            profile=person(),
            expected=(decline,),
        )
    rows: list[tuple[str, str, tuple[str, ...], str | None]] = [
        ("gender", "Female", ("Male", "Female", "Prefer not to say"), "Female"),
        ("gender", "Female", ("Man", "Woman", "Prefer not to say"), "Woman"),
        ("gender", "Male", ("Female", "Male"), "Male"),
        ("gender", "Non-binary", ("Man", "Woman", "Nonbinary"), "Nonbinary"),
        ("gender", "Non-binary", ("Man", "Woman"), None),
        ("race", "Asian", ("Asian (Not Hispanic or Latino)", "White (Not Hispanic or Latino)"), "Asian (Not Hispanic or Latino)"),
        ("race", "White", ("White/Caucasian", "Black", "Asian"), "White/Caucasian"),
        ("race", "Black", ("Black or African American", "White"), "Black or African American"),
        ("race", "Asian", ("East Asian", "South Asian", "White"), None),
        ("hispanic", "no", ("Yes, Hispanic or Latino", "No, not Hispanic or Latino"), "No, not Hispanic or Latino"),
        ("hispanic", "no", ("Hispanic or Latino", "Not Hispanic or Latino"), "Not Hispanic or Latino"),
        ("hispanic", "yes", ("Hispanic or Latino", "Not Hispanic or Latino"), "Hispanic or Latino"),
        ("veteran", "no", ("I am not a protected veteran", "I identify as one or more of the classifications of a protected veteran",
                           "I don't wish to answer"), "I am not a protected veteran"),
        ("disability", "no", ("Yes, I have a disability, or have had one in the past",
                              "No, I do not have a disability and have not had one in the past", "I do not want to answer"),
         "No, I do not have a disability and have not had one in the past"),
        ("disability", "yes", ("Yes, I have a disability, or have had one in the past",
                               "No, I do not have a disability and have not had one in the past", "I do not want to answer"),
         "Yes, I have a disability, or have had one in the past"),
    ]  # fmt: skip
    for index, (category, said, options, expected) in enumerate(rows):
        yield Case(
            name=f"eeo-{category}-{index}",
            label=category.title(),
            widget="select",
            options=options,
            meaning={"key": f"eeo.{category}", "shape": "choice"},
            profile=person(eeo={category: Eeo(choice="answer", answer=said)}),
            expected=(expected,) if expected else None,
        )
    for choice, options, expected in [
        ("blank", ("Male", "Female", "Prefer not to say"), None),
        ("decline", ("Male", "Female"), None),
        ("decline", ("Male", "Female", "Prefer not to say"), ("Prefer not to say",)),
    ]:
        yield Case(
            name=f"eeo-{choice}-{len(options)}",
            label="Gender",
            widget="select",
            options=options,
            meaning={"key": "eeo.gender", "shape": "choice"},
            profile=person(eeo={"gender": Eeo(choice=choice, answer="Female")}),
            expected=expected,
        )


def place_cases() -> Iterator[Case]:
    """Countries by name, code and calling code; "No" is not Norway."""
    rows: list[tuple[str, tuple[str, ...], str | None]] = [
        ("NO", ("Netherlands", "New Zealand", "Norway"), "Norway"),
        ("NO", ("Yes", "No"), None),
        ("IN", ("Indonesia", "India", "British Indian Ocean Territory"), "India"),
        ("US", ("United Kingdom", "United States", "United States Minor Outlying Islands"), "United States"),
        ("US", ("UK", "USA", "UAE"), "USA"),
        ("GB", ("United Kingdom (UK)", "Ukraine"), "United Kingdom (UK)"),
        ("DE", ("Germany", "Denmark"), "Germany"),
        ("DE", ("Deutschland", "Dänemark"), "Deutschland"),
        ("KR", ("Korea, Democratic People's Republic of", "Korea, Republic of"), "Korea, Republic of"),
        ("NE", ("Nigeria", "Niger"), "Niger"),
        ("CG", ("Congo, The Democratic Republic of the", "Congo"), "Congo"),
        ("IE", ("Northern Ireland", "Ireland"), "Ireland"),
        ("IN", ("IND", "USA", "GBR"), "IND"),
        ("CI", ("Côte d'Ivoire", "Costa Rica"), "Côte d'Ivoire"),
    ]
    for code, options, expected in rows:
        profile = Profile(id="p", basics=Basics(location=Location(city="X", country_code=code)))
        yield Case(
            name=f"country-{code}-{options[0]}",
            label="Country",
            widget="select",
            options=options,
            meaning={"key": "address.country", "shape": "choice"},
            profile=profile,
            expected=(expected,) if expected else None,
        )
    phones: list[tuple[str, str, tuple[str, ...], str | None]] = [
        ("+91 98765 43210", "", ("+1", "+44", "+91"), "+91"),
        ("+91 98765 43210", "", ("India (+91)", "Indonesia (+62)"), "India (+91)"),
        ("+1 415 555 0123", "US", ("Canada (+1)", "United States (+1)"), "United States (+1)"),
        ("+1 415 555 0123", "CA", ("Canada (+1)", "United States (+1)"), "Canada (+1)"),
        ("+44 20 7946 0123", "", ("Guernsey +44", "United Kingdom +44"), "United Kingdom +44"),
        ("+49 30 123456", "", ("Deutschland", "Österreich"), "Deutschland"),
        ("020 7946 0123", "", ("+44", "+1"), None),
    ]
    for number, home, options, expected in phones:
        yield Case(
            name=f"calling-{number}-{options[0]}",
            label="Country code",
            widget="select",
            options=options,
            meaning={"key": "phone.country", "shape": "choice"},
            profile=Profile(id="p", basics=Basics(phone=number, location=Location(country_code=home))),
            expected=(expected,) if expected else None,
        )
    regions: list[tuple[str, str, tuple[str, ...], str | None]] = [
        ("CA", "US", ("California", "Colorado"), "California"),
        ("California", "US", ("CA", "CO"), "CA"),
        ("Karnataka", "IN", ("Kerala", "Karnataka"), "Karnataka"),
        ("Virginia", "US", ("Virginia", "West Virginia"), "Virginia"),
        ("Bavaria", "DE", ("Bremen", "Berlin"), None),
    ]
    for said, code, options, expected in regions:
        yield Case(
            name=f"region-{said}-{options[0]}",
            label="State",
            widget="select",
            options=options,
            meaning={"key": "address.state", "shape": "choice"},
            profile=Profile(id="p", basics=Basics(location=Location(region=said, country_code=code))),
            expected=(expected,) if expected else None,
        )


def date_cases() -> Iterator[Case]:
    """A date in the page's format; a part that is not known is left."""
    formats = [
        ("DD/MM/YYYY", "07/03/2021"), ("MM/DD/YYYY", "03/07/2021"), ("YYYY-MM-DD", "2021-03-07"), ("DD.MM.YYYY", "07.03.2021"),
        ("MM/YYYY", "03/2021"), ("MMM YYYY", "Mar 2021"), ("YYYY", "2021"), ("tt.mm.jjjj", "07.03.2021"), ("mm/dd/yy", "03/07/21"),
        ("jj/mm/aaaa", "07/03/2021"), ("TT.MM.JJJJ", "07.03.2021"), ("TT.MM.JJ", "07.03.21"), ("DD-MM-JJ", "07-03-21"),
        ("GG/MM/AAAA", "07/03/2021"), ("JJ/MM/AA", "07/03/21"), ("dd-mmm-yyyy", "07-Mar-2021"), ("MMMM D, YYYY", "March 7, 2021"),
    ]  # fmt: skip
    for form, expected in formats:
        for stored in ("2021-03-07", "2021-03", "2021"):
            parts = stored.count("-") + 1
            needs = 3 if {*"dtjg"} & {*form.casefold()} else 2 if "m" in form.casefold() else 1
            yield Case(
                name=f"date-{form}-{stored}",
                label="Start date",
                field={"section": "Work experience", "placeholder": form},
                meaning={"key": "work.start", "shape": "date", "date_format": form, "entry": 0},
                profile=experienced(stored),
                expected=(expected,) if parts >= needs else None,
            )
    months = (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    )
    for options, expected in ((("Month", *months), "March"), (("MM", *(f"{n:02}" for n in range(1, 13))), "03"),
                              (tuple(m[:3] for m in months), "Mar"), (tuple(str(n) for n in range(1, 13)), "3")):  # fmt: skip
        yield Case(
            name=f"month-{expected}",
            label="Start month",
            field={"section": "Work experience"},
            widget="select",
            options=options,
            meaning={"key": "work.start", "part": "month", "entry": 0},
            profile=experienced("2021-03"),
            expected=(expected,),
        )
