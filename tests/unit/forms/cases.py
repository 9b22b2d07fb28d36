"""Questions with traps of unit, polarity, country and time frame, and the one truthful answer to each.

Generated ones take their expectation from a truth table or plain arithmetic in the test, never from the tested code.
"""

from tests.unit.forms.asking import Case
from tests.unit.forms.cases_amounts import notice_cases, pay_cases
from tests.unit.forms.cases_choices import date_cases, eeo_cases, place_cases
from tests.unit.forms.cases_experience import degree_cases, years_cases
from tests.unit.forms.cases_right_to_work import authorization_cases, claim_cases, country_cases

_MAKERS = (
    authorization_cases,
    claim_cases,
    country_cases,
    notice_cases,
    pay_cases,
    years_cases,
    degree_cases,
    eeo_cases,
    place_cases,
    date_cases,
)


def all_cases() -> list[Case]:
    """Every case of the table."""
    return [case for maker in _MAKERS for case in maker()]
