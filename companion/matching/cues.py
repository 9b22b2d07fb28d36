"""The cues that requirements are read by: headings, negation, years, degrees, clearance, sponsorship, languages.

Patterns only, in the order they are used; English first, the commonest German ones beside it.
"""

import re

NICE_HEADING = re.compile(
    r"\b(nice[ -]to[ -]ha|bonus|preferred|desir(ed|able)|plus(es)?\b|good to have|optional"
    r"|wünschenswert|von vorteil)",
    re.IGNORECASE,
)
MUST_HEADING = re.compile(
    r"\b(requirements?|qualifications?|must[ -]have|you (have|bring)|what you|who you are|your profile|skills"
    r"|anforderungen|dein profil|ihr profil|about you|minimum|basic)\b",
    re.IGNORECASE,
)
OTHER_HEADING = re.compile(
    r"\b(benefits?|perks|what we offer|we offer|about (us|the company)|who we are|our (company|mission|values|team)"
    r"|equal opportunity|wir bieten|how to apply|compensation)\b",
    re.IGNORECASE,
)
NICE = re.compile(
    r"\b(nice[ -]to[ -]have|(is|are|would be|as) an? (big |strong |huge )?(plus|bonus|advantage)|bonus points?"
    r"|preferred|preferably|ideally|desirable|optional|von vorteil|wünschenswert)\b",
    re.IGNORECASE,
)
NEGATION = re.compile(
    r"\b(no|not|without|don'?t|doesn'?t|isn'?t|never|kein(e|en|er)?|nicht)\b[^.;,()]{0,40}$|\bnot an? $",
    re.IGNORECASE,
)
NEGATION_AFTER = re.compile(
    r"^[^.;,()]{0,40}\b((is|are)( \w+)? ?(not|n't)|isn'?t|aren'?t|not) (strictly )?"
    r"(required|needed|necessary|mandatory|a must)\b|^[^.;,()]{0,20}\bnot required",
    re.IGNORECASE,
)
YEARS = re.compile(
    r"(?P<low>\d{1,2}(?:\.5)?)\s*(?:\+|plus)?\s*(?:(?:-|–|—|to|bis)\s*(?P<high>\d{1,2})\s*\+?\s*)?"
    r"(?:or more |\(\w+\) )?(?:years?|yrs?|jahre?n?|ans|años)\b(?!\s*(?:old|ago|of age))",
    re.IGNORECASE,
)
EXPERIENCE = re.compile(
    r"experien|erfahrung|background|expertise|working|track record|expérience|experiencia|hands[ -]on", re.IGNORECASE
)
DEGREE = re.compile(
    r"\b(?P<phd>ph\.?d|doctora(?:te|l))"
    r"|\b(?P<master>master'?s?(?= degree|\b[^a-z]*(?:in|of|degree))|m\.?sc\b|mba\b|msc\b)"
    r"|\b(?P<bachelor>bachelor'?s?|b\.?sc\b|b\.?a\.? degree|b\.?tech|b\.?e\.? degree|undergraduate degree"
    r"|university degree|college degree|(?:\b4|four)[- ]year degree)",
    re.IGNORECASE,
)
CLEARANCE = re.compile(
    r"\b(security clearance|ts/sci|top secret|secret clearance|public trust|(active|sc|dv) clearance)\b", re.IGNORECASE
)
SPONSOR = re.compile(r"\bsponsor(ship|ed|s|ing)?\b", re.IGNORECASE)
SPONSOR_NO = re.compile(r"\b(no|not|unable|cannot|can't|won't|without|don't|doesn't|nor)\b", re.IGNORECASE)
AUTHORIZED = re.compile(
    r"\b(authori[sz]ed to work|right to work|eligib(le|ility) to work|work authori[sz]ation"
    r"|legally (able|entitled) to work)\b",
    re.IGNORECASE,
)
_LANGUAGES = (
    "English German French Spanish Italian Dutch Portuguese Polish Swedish Danish Norwegian Finnish Czech Russian "
    "Ukrainian Turkish Arabic Hebrew Hindi Mandarin Cantonese Chinese Japanese Korean Greek Romanian Hungarian"
)
LANGUAGE = re.compile(rf"\b(?P<name>{'|'.join(_LANGUAGES.split())})\b", re.IGNORECASE)
LANGUAGE_CUE = re.compile(
    r"fluen|native|proficien|speak|spoken|written|languages?\b|\b[ABC][12]\b|business[- ]level"
    r"|verhandlungssicher|kenntnisse",
    re.IGNORECASE,
)
CEFR = re.compile(r"\b[ABC][12]\b")
LANGUAGE_LEVEL = re.compile(r"\b(native|fluent|business[- ]level|conversational|basic)\b", re.IGNORECASE)
TRAVEL = re.compile(r"(\d{1,3})\s*%[^.]{0,40}\btravel\b|\btravel\b[^.]{0,40}?(\d{1,3})\s*%", re.IGNORECASE)
EQUIVALENT = re.compile(r"or equivalent|or similar|equivalent (practical )?experience", re.IGNORECASE)
