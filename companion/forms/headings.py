"""What the heading over a field says of it: someone else's part of the form, another place or time, years at school.

Headings say anything ("We look forward to hearing from you"), so one speaks against a field only where every word of it
is known here ("Your manager", not "Product Manager"), where it names another place, or where the same was asked before.
"""

import re

from companion.forms.context import Context
from companion.forms.meaning import Meaning
from companion.forms.vocabulary import term
from companion.forms.words import fold, word_set

PERSONAL = ("name.", "email", "phone", "address.", "links.")
CURRENT = frozenset({"current.company", "current.title"})
WILLING = (
    *("travel", "shift", "weekend", "overtime", "onsite", "hybrid", "remote", "work.mode", "employment.type"),
    *("contract", "part_time", "hours", "commute", "relocation"),
)
"""Families about what the person would do."""
_THEIRS = (
    *("references.", "referral", "emergency.", "work.supervisor", "relatives", "conflict", "how.heard"),
    *("eeo.caring", "eeo.marital", "eeo.socioeconomic"),
)
"""Families of others, which such headings only confirm."""
_OTHERS = word_set(
    "emergency referee referees reference references referring referrer referral spouse partner husband wife parent "
    "parents guardian father mother child children dependent dependents dependant dependants kin nominee beneficiary "
    "supervisor manager recruiter agency agent friend colleague landlord doctor team family relative relatives witness "
    "guarantor interviewer driver referred recommended introduced contractor subcontractor vendor supplier umbrella "
    "payroll alternative alternate secondary roommate sibling siblings brother sister "
    "notfall notfallkontakt ehepartner ehepartnerin ehegatte eltern vater mutter kind kinder vorgesetzter vorgesetzte "
    "referenz referenzen referenzgeber agentur personalvermittlung familie angehorige burge "
    "conjoint conjointe epoux epouse pere mere enfant enfants tuteur urgence agence superieur prevenir famille garant "
    "conyuge padre madre hijo hijos tutor emergencia referencia referencias agencia jefe familiar familiares aval "
    "pai mae conjuge filho filhos responsavel chefe gestor familiares "
    "pita mata pati patni"
)
_BODIES = word_set(
    "employer employers company organisation organization school college university institution bank client property "
    "business arbeitgeber firma unternehmen hochschule universitat employeur entreprise ecole universite empresa "
    "empleador universidad escuela empregador universidade escola"
)
_BESIDE = word_set(
    "your the a an of in to for about case person persons people you are is be who whom should we call notify notified "
    "contact contacts detail details information info data next demographics preferences recruitment recruiting "
    "staffing line direct refer or and first last current present attended founded members member character academic "
    "that who which professional personal required nominated legal at job phone number email s 1 2 3 4 "
    "ihr ihre ihres ihrer der die das des vom im angaben zu zum zur kontakt daten person personen "
    "votre vos le la les l du de des a personne coordonnees informations en cas d "
    "su sus el los las del datos persona contacto caso seu sua seus dados pessoa contato da do dos"
)
_KNOWN = _OTHERS | _BODIES | _BESIDE
_JAPANESE = re.compile(r"配偶者|保護者|緊急|上司|推薦者|父親|母親|父の|母の|両親|家族|紹介者")
_ASIDE = re.compile(
    r"\b(volunteer\w*|freelance\w*|military|rental|side projects?|ehrenamt\w*|benevolat|voluntariado)\b"
)
"""What a person also does or has; a job's facts do not answer for it."""
_ELSEWHERE = re.compile(
    r"\b(preferred|desired|like to work|birth|born|passport|branch|office|store|applying|lived|"
    r"gewunscht\w*|wunsch\w*|geburt\w*|reisepass|naissance|souhaite\w*|nacimiento|desead\w*|nascimento|desejad\w*)\b"
)
_EARLIER = re.compile(
    r"\b(previous|prior|former|past|earlier|history|vorherige\w*|fruhere\w*|ehemalige\w*|precedente?s?|ancien\w*|"
    r"anterior\w*)\b|前職|以前"
)
_BEGINS = re.compile(
    r"\b(leave|absence|vacations?|holidays?|courses?|training|studies|lease|tenancy|visa|permit|passport|insurance|"
    r"urlaub\w*|kurs\w*|weiterbildung\w*|conges?|stage|cours|vacaciones|curso|ferias|permiso)\b"
)
"""What begins on a day of its own, and no job with it."""
_HELD = re.compile(r"\b(current|present|previous|recent|last|former|aktuelle\w*|derzeitige\w*|letzte\w*|actuel\w*)\b")
_OWN = word_set(
    "your my you about me personal contact applicant candidate basic general profile details detail information info "
    "data name address home permanent mailing residential primary billing shipping delivery invoice phone email "
    "ihre deine meine personliche kontakt daten angaben anschrift adresse vos votre mes mon coordonnees informations "
    "donnees datos personales contacto direccion dados pessoais contato endereco and und et y e"
)
_AT_SCHOOL = re.compile(
    r"\b(high school|(primary|elementary|secondary|middle|grammar|boarding) (school|education)|"
    r"(class|standard|std|grade) (x|xii|10|12|ten|twelve)|(x|xii|10|12)(th)?|hsc|ssc|matriculation|abitur|lycee|"
    r"bachillerato)\b"
)


_ELSE = "This part of the form is about someone else or something else."
_SAYS = (
    (_ASIDE, ("current.", "links.", "notice.", "salary.", "start.", *WILLING), _ELSE),
    (_BEGINS, ("start.",), _ELSE),
    (_ELSEWHERE, ("address.", "location."), "This part of the form is about another place than where you live."),
    (_EARLIER, ("address.", "location.", *CURRENT), "This part of the form is about an earlier time."),
    (_HELD, WILLING, "This part of the form is about how you work now or did before."),
)
"""What a heading says against which families, where it is no title of the form ("Branch Manager, Art History")."""


def beneath(context: Context, meaning: Meaning) -> str:
    """What the heading over a field says against its being the person's own; "" where nothing."""
    heading = context.section(meaning)
    if not heading or meaning.key.startswith(_THEIRS):
        return ""
    folded = fold(heading)
    if term(meaning.key).repeats and not _says(folded, _OTHERS):
        return ""
    body = meaning.key.startswith(PERSONAL) and _says(folded, _BODIES)
    if (body or _says(folded, _OTHERS) or _JAPANESE.search(heading)) and not _is_job(context, heading):
        return _ELSE
    for pattern, keys, reason in _SAYS:
        if meaning.key.startswith(keys) and pattern.search(folded) and not _is_title(context, heading):
            return reason
    return ""


def _is_job(context: Context, heading: str) -> bool:
    """Whether it is the job's own title ("Property Manager"), over a whole form with its resume."""
    if context.posting and fold(context.posting.title) == fold(heading):
        return True
    return any(
        each.key.startswith(("documents.", "consent.")) and context.section(each) == heading
        for each in context.meanings
    )


def _is_title(context: Context, heading: str) -> bool:
    """Whether the person's name, address of mail or documents stand under it as well, as under the title of a form."""
    return any(
        each.key.startswith(("name.", "email", "documents.")) and context.section(each) == heading
        for each in context.meanings
    )


def asked_again(context: Context, meaning: Meaning) -> str:
    """What to look at where the same was asked before under another heading, and this one does not say that it is the
    person's; "" elsewhere."""
    heading = context.section(meaning)
    if not heading or not meaning.key.startswith(PERSONAL) or set(fold(heading).split()) <= _OWN:
        return ""
    first = next((each for each in context.meanings if each.key == meaning.key and each.part == meaning.part), meaning)
    if first.field_id == meaning.field_id or context.section(first) == heading:
        return ""
    return f"Asked a second time, under “{heading[:60]}”: is this part yours?"


def of_a_job(context: Context, meaning: Meaning) -> bool:
    """Whether a field stands among those of a job held: under "Current position"."""
    heading = context.section(meaning)
    return bool(_HELD.search(fold(heading))) and not _is_title(context, heading)


def of_school(text: str) -> bool:
    """Whether a text is about school and no university."""
    return bool(_AT_SCHOOL.search(fold(text)))


def _says(folded: str, names: frozenset[str]) -> bool:
    words = {word if word in _KNOWN else word.removesuffix("s") for word in folded.split()}
    return bool(words & names) and words <= _KNOWN
