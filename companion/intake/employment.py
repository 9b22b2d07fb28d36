"""Kind of employment from schema.org codes, an ATS's enumeration or a label in words. Unknown words give nothing."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re
from collections.abc import Iterable

from companion.model.posting import Employment

_RULES: tuple[tuple[Employment, str], ...] = (
    ("internship", r"\b(?:intern(?:ship)?s?|trainee(?:ship)?|praktik(?:um|ant(?:in)?)|werkstudent(?:in)?|stage|stagiaire|"
     r"pr[aá]cticas|est[aá]gio|tirocinio|co-?op|working student)\b|インターン|实习|인턴|стажир|इंटर्न"),
    ("apprenticeship", r"\b(?:apprentice(?:ship)?|ausbildung|alternance|apprentissage|l[äa]rling)\b"),
    ("volunteer", r"\b(?:volunteer(?:ing)?|ehrenamt(?:lich)?|b[ée]n[ée]vol(?:e|at)|voluntari(?:o|ado)|pro bono)\b"),
    ("part_time", r"\b(?:part[\s_-]?time|teilzeit|temps partiel|media jornada|tiempo parcial|tempo parziale|meio per[ií]odo|"
     r"deltid|parttime|osa-aikainen|niepe[łl]ny etat|yarı zamanlı)\b|アルバイト|パート|兼职|파트타임|아르바이트|частичн|अंशकालिक"),
    ("full_time", r"\b(?:full[\s_-]?time|vollzeit|temps plein|tiempo completo|jornada completa|tempo pieno|"
     r"tempo integral|heltid|fulltime|voltijds|kokoaikainen|pe[łl]ny etat|permanent|unbefristet|cdi|tam zamanlı|pln[ýy] úvazek)\b|正社員|全职|全職|정규직|полная|повна|पूर्णकालिक|पूर्ण ?समय"),
    ("temporary", r"\b(?:temp(?:orary|or[aä]r|oraire)?|fixed[\s_-]?term|befristet(?:e[rsn]?)?|seasonal|saison\w*|cdd|int[ée]rim|"
     r"per[\s_-]?diem|casual|tidsbegr[äa]nsad|temporal|limited)\b|派遣社員|有期雇用"),
    ("contract", r"\b(?:contract(?:or|ing)?|freelanc(?:e|er|ing)|self[\s_-]?employed|freiberuf\w*|b2b|aut[oó]nomo|"
     r"consultant agreement|c2c|1099|contrato)\b|契約社員|業務委託|合同工|계약직"),
)  # fmt: skip
_COMPILED: tuple[tuple[Employment, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _RULES
)
_NOT_CONTRACT = re.compile(
    r"\b(?:permanent|full[\s_-]?time|part[\s_-]?time|indefinite)\s+contract|contract type", re.IGNORECASE
)
_CODES: dict[str, Employment] = {
    "fulltime": "full_time", "parttime": "part_time", "contractor": "contract", "contract": "contract",
    "temporary": "temporary", "intern": "internship", "internship": "internship", "volunteer": "volunteer",
    "perdiem": "temporary", "apprenticeship": "apprenticeship", "f": "full_time", "p": "part_time", "c": "contract",
    "t": "temporary", "i": "internship", "v": "volunteer",
}  # fmt: skip


def read_employment(labels: Iterable[str]) -> tuple[Employment, ...]:
    """Every kind that the short `labels` name, in the order found. Prose does not belong here: it mentions contracts."""
    found: dict[Employment, None] = {}
    for label in labels:
        code = re.sub(r"[\s_-]", "", label.rsplit("/", 1)[-1]).lower()
        if code in _CODES:
            found[_CODES[code]] = None
            continue
        words = _NOT_CONTRACT.sub(lambda match: match[0].split()[0], label.replace("_", " "))
        for kind, pattern in _COMPILED:
            if pattern.search(words):
                found[kind] = None
    return tuple(found)
