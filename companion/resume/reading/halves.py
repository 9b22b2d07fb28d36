"""One line that holds a title and an employer, parted where the two read best."""

import re
from collections.abc import Callable, Iterator, Sequence

from companion.resume.reading.departments import is_part, is_unit
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.vocabulary import COMPANY, SCHOOL, SENIORITY, TITLE, WEAK, is_town, title_score
from companion.resume.reading.workplaces import WORKPLACE

_COLON = r":\s+"
_STOP = (
    r"(?<=[^\W\d_]{4})(?<!\b(?i:prof|dept|asst|univ|inst|tech|engr|resp|gest|abtl))(?<!\b(?i:assoc))(?<!\b(?i:stellv))"
    r"\.\s+(?=[^\W_a-z])"
)
"""A full stop between two texts: behind a word, and not one cut short."""
_COMMA = r"(?<!-),\s+"
"""A comma between two texts: behind a hyphen it lists halves of words ("Sanitär-, Heizungs- und Klimatechnik")."""
_SENTENCES = re.compile(rf"^([^\t]+{_STOP}[^\t]*[^\W\d_]{{3}}(?<!\b(?i:inc|ltd|llc|spa|srl)))\.$")
"""Texts parted by full stops, the last of which ends in one as well and as no form of company does."""
_SLASH = r"\s+/\s+"
_LONG = 300
"""Characters beyond which a line heads nothing."""
_TELLING = 0.3
"""How well two texts read as title and employer, at least, where a comma or a stop parts them."""
_PLACED = re.compile(rf"({_STOP}[^\t]*){_STOP}((?:[^\W\d_a-z][\w'’-]+ ?){{1,3}})$")
"""A second full stop, before what may be a place."""
_SEPARATORS = (
    r"\t",
    r"\s+\|\s*|\s*\|\s+",
    r"\s+[·•⋅]\s+",
    r"\s+—\s+",
    r"\s+–\s+",
    r"\s+-{1,2}\s+",
    r"\s+@\s+|\s+(?i:at|bei|bij|hos|chez|presso)\s+",
    _SLASH,
    _COLON,
    _STOP,
    _COMMA,
    r"\s+\((?=[^()]+\)$)",
)
_TIME = (
    r"(?:full|part)[- ]?time|permanent|contract\w*|temporary|seasonal|remote|vollzeit|teilzeit|befristet|"
    r"festanstellung|temps (?:plein|partiel)|cdi|cdd|tiempo completo|media jornada|temporal"
)
HOW = re.compile(rf"{_TIME}|intern(?:ship)?|apprenticeship|stage|alternance|\d.*", re.IGNORECASE)
"""What stands in brackets and is no employer: how one works there."""

_TIME_ASIDE = re.compile(rf"\s*\((?:{_TIME})\b[^()]*\)$", re.IGNORECASE)
"""How one worked, in brackets at the end of a text."""


Fit = Callable[[str, str], float]
"""How well two texts read as what an entry names first and where it was: title and employer, degree and school."""


def shared(units: Sequence[str]) -> Sequence[str]:
    """The marks that every one of several lines has: of a section whose lines are all written in one way."""
    alike = len(units) > 1 and max(map(len, units)) <= _LONG
    return [mark for mark in _SEPARATORS if all(re.search(mark, unit) for unit in units)] if alike else []


def halves(unit: str, fit: Fit, *, lone: bool = False, marks: Sequence[str] = ()) -> Iterator[tuple[str, str]]:
    """The best way to part a line that holds title and employer; a `lone` one even where no word tells how. One of the
    `marks` that are shared with the lines beside it parts it rather than one that it has alone.
    """
    if len(unit) > _LONG:
        return
    ways = ((mark, way) for mark in _SEPARATORS if (way := _parted(unit, mark, fit, lone=lone)))
    first = next(ways, None)
    if first is None:
        return
    mark, best = first
    if mark not in (_SEPARATORS[0], *marks):
        for other, way in ways:
            more = _best(way, fit) - _best(best, fit)
            telling = bool(re.search(mark, way[1])) or _names_place(way[1])  # and not perhaps a town nobody knows
            if other in marks and (more > 0 or (more == 0 and telling)):
                best = way
    yield best


def _titled(text: str) -> bool:
    """Whether a text begins with a title and goes on behind a comma: the second of two that are held at once."""
    title, comma, _ = text.partition(",")
    return bool(comma and TITLE.search(title))


def _best(way: tuple[str, str], fit: Fit) -> float:
    return max(fit(way[0], way[1]), fit(way[1], way[0]))


def _parted(unit: str, separator: str, fit: Fit, *, lone: bool) -> tuple[str, str] | None:
    """The best way to part a line at one kind of mark."""
    cuts = re.finditer(separator, unit)
    ways = [(unit[: cut.start()].strip(), unit[cut.end() :].strip()) for cut in cuts]
    ways = [
        (a, b) for a, b in ways if a and b and not re.fullmatch(r"(?:inc|llc|ltd|co|corp|gmbh)\.?", b, re.IGNORECASE)
    ]
    if separator == _SEPARATORS[-1]:
        ways = [(a, b.rstrip(")")) for a, b in ways if lone and not HOW.fullmatch(b)]
    if separator == _SLASH:
        ways = [(a, b) for a, b in ways if not (TITLE.search(a) and _titled(b))]
    if separator == _COLON:
        ways = [way for way in ways if _best(way, fit) > _TELLING and _names_place(way[1].partition(",")[0])]
    if separator in (_STOP, _COMMA):
        telling = [way for way in ways if _best(way, fit) > _TELLING]
        ways = telling or [(a, b) for a, b in ways[:1] if lone and len(a.split()) <= 5 and len(b.split()) <= 7]
    return max(ways, key=lambda way: _best(way, fit) - 0.01 * ways.index(way)) if ways else None


def unstopped(text: str) -> str:
    """What heads an entry without the marks of a sentence: no stop at its end, commas for semicolons and before a place
    with a stop of its own.
    """
    if len(text) > _LONG:
        return text
    return _PLACED.sub(r"\1, \2", _SENTENCES.sub(r"\1", re.sub(r"\s*;\s+", ", ", text)))


def _names_place(text: str) -> bool:
    return any(words.search(text) for words in (COMPANY, SCHOOL, WORKPLACE))


SELF = re.compile(
    r"freelance\w*|self[- ]employed|selbst(?:st)?ändig|freiberuflich\w*|ind[ée]pendant[e]?|à mon compte|autónom[oa]|"
    r"por cuenta propia|autônom[oa]|libero professionista|indipendente|"
    r"lavorat(?:ore|rice) autonom[oa]|in proprio|zzp(?:'er)?|zelfstandig\w*|"
    r"egen företagare|frilans",
    re.IGNORECASE,
)
"""What stands for an employer where there is none."""


_FIELD = 0.3
"""What it costs a school that its name begins with something else, which is rather a field of study."""


def work_fit(title: str, company: str) -> float:
    """How well the two read as a title and an employer."""
    title, company = (_TIME_ASIDE.sub("", text) for text in (title, company))
    company_score = 1.0 if COMPANY.search(company) else 0.0
    company_score += WEAK if WORKPLACE.search(company) and not (company_score or TITLE.search(company)) else 0.0
    partners = re.search(r"([^\W\d_]+) & ([^\W\d_a-z][^\W\d_]*)", company)
    company_score += 0.8 if partners and not any(TITLE.fullmatch(word) for word in partners.groups()) else 0.0
    own = SELF.match(company) is not None
    company_score += WEAK if own and not SELF.fullmatch(title) else 0.0
    company_score -= 1.5 if TITLE.search(company) and not COMPANY.search(company) and not own else 0.0
    company_score -= WEAK if is_part(company) or is_town(company) or is_unit(company.partition(", ")[0]) else 0.0
    company_score -= 0.7 if SENIORITY.search(company) else 0.0
    company_score -= 1.0 if len(company.split()) > 9 else 0.0
    return (0.0 if SELF.fullmatch(title) else title_score(title)) + company_score


def school_fit(degree: str, school: str) -> float:
    """How well the two read as a degree and a school."""
    taught, place = bool(DEGREE.search(degree)), bool(SCHOOL.search(school))
    score = (2.0 if taught else 0.0) + (0.5 if DEGREE.match(degree) else 0.0) + (1.5 if place else 0.0)
    score -= 1.0 if SCHOOL.search(degree) and not taught else 0.0
    score -= _FIELD if place and ", " in school and not SCHOOL.search(school.partition(", ")[0]) else 0.0
    score -= 1.5 if DEGREE.search(school) and not place else 0.0
    return score - (1.0 if len(school.split()) > 9 else 0.0)
