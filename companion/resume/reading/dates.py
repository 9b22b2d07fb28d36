"""Dates as resumes write them: months in the languages of `labels`, ranges, "present", seasons; as JSON Resume's
partial dates.
"""

import functools
import re
import unicodedata

import msgspec
from babel.dates import get_month_names

from companion.resume.labels import LABELS

_PRESENT = (
    r"date|present|current(?:ly)?|now|today|ongoing|continuing|"
    r"(?:to|(?:un)?till?)\s+(?:date|now|present|today)|heute|aktuell|laufend|derzeit|jetzt|"
    r"gegenwärtig|gegenwart|zur\s?zeit|aujourd['’]hui|présent|actuel(?:lement)?|en\s+cours|maintenant|(?:à\s+)?ce\s+jour|"
    r"(?:(?:en\s+)?la\s+)?actual(?:idad|mente)?|en\s+curso|la\s+fecha|hoy|vigente|(?:até\s+)?(?:ao?\s+)?presente|"
    r"atual(?:mente)?|hoje|em\s+curso|(?:até\s+)?o\s+momento|(?:até\s+)?(?:à|a)\s+data|oggi|ad\s+oggi|"
    r"attual(?:e|mente)|in\s+corso|heden|nu|huidig|obecnie|nuvarande|dato|d\.\s?d\.?|dd\.?|dags dato|"
    r"pågående|i\s?dag|nåværende|nuværende|nykyään|edelleen|jatkuu|nadal|do\s+(?:dziś|teraz)|(?:až\s+)?dosud|doposud|"
    r"současnost|súčasnosť|doteraz|jelenleg|folyamatban|(?:în\s+)?prezent|în\s+curs|halen|devam\s+ediyor|günümüz|"
    r"(?:по\s+)?(?:настоящее|наст\.)\s+время|н\.\s?в\.|(?:по\s+)?теперішній\s+час|дотепер|досега|до момента|σήμερα|"
    + "|".join(re.escape(one.present) for one in LABELS.values())
)
_PART = (
    r"spring|summers?|fall|autumn|winters?|seasons?|früh(?:jahr|ling)|sommer|herbst|(?:winter|sommer)?saison(?:en|s)?|"
    r"(?:winter|sommer)semester|ws|ss|q[1-4]|printemps|étés?|automnes?|hivers?|primaveras?|veranos?|otoños?|inviernos?|"
    r"temporadas?|verão|verões|outonos?|invernos?|estat[ei]|autunn[oi]|invern[oi]|stagion[ei]|zomers?|herfst|seizoen(?:en)?|"
    r"sommar|somrar|höst|vinter|vintrar|høst|efterår|forår|säsong(?:er)?|sesong(?:er)?|sæson(?:er)?|wiosna|lato|jesień|"
    r"zima|sezony?|kesä|talvi|syksy|kevät|kausi|léto|podzim|jaro|nyár|tél|vară|iarnă|yaz|kış"
)
_SEASON = rf"(?:{_PART})(?:\s+(?:d['’]\s?|de\s+|di\s+)?(?:{_PART}|estiv[ae]|estival|invernal[ei]?|alta))?"
"""Parts of a year, in one word or as "stagione estiva"."""

_YEARS = (
    r"years?|yrs?|jahren?|jahre?|ans?|años?|anos?|ann[io]|jaar|jaren|år|rok[iy]?|lata?|let|ani|yıl|г(?:од|ода)|лет|"
    r"р(?:ік|оки|оків)|év|vuo(?:si|tta)|έτ(?:ος|η)|χρόνια"
)
_MONTHS = (
    r"months?|mos?|monate?n?|mois|mes(?:es|e|i)?|maand(?:en)?|måned(?:er)?|månad(?:er)?|miesi(?:ąc|ące|ęcy)|"
    r"měsíc[eů]?|mesiac(?:e|ov)?|lun[ăi]|ay|месяц(?:а|ев)?|місяц(?:ь|і|ів)|hónap|kuukau(?:si|tta)|μήν(?:ας|ες)"
)
LASTED = re.compile(
    rf"\(?(?<!\w)(?:(?:\d+|an?|eine?|une?|uno?|uma?|een)\s+(?:{_YEARS}|{_MONTHS})(?:\s+\d+\s+(?:{_MONTHS}))?"
    r"|less than a year|weniger als ein jahr|moins d['’]un an|menos de (?:un año|um ano)|meno di un anno|"
    r"minder dan een jaar|\d{1,2}\s?年(?:\s?\d{1,2}\s?[かヶ个個]月)?|\d{1,2}\s?[かヶ个個]月)(?!\w)\)?"
    r"(?=\s*$|\s*[|·•\t])",
    re.IGNORECASE,
)
"""How long it was, as LinkedIn writes after the dates; the dates say it better."""
_MORE = ("bg",)
"""Languages that our own documents are not set in."""
_SHORT = (3, 4)
"""Letters that names of months are cut to."""
_BRIEF, _LATEST = 2, "2049"
"""Figures of a year cut short, and the last year that is one of a resume."""
FATE = re.compile(
    r"\s*\(((?:[^\s()]+ ){0,2}(?:acquired|acquisition|bought|taken over|merged|renamed|rebranded|sold to|dissolved|"
    r"(?:now|later|since|currently|then) (?:part of|known|called|owned|trading|(?-i:[A-Z]))|"
    r"(?:übernommen|fusioniert|rachetée?|adquirid[ao]|comprad[ao]|acquisit[ao]|overgenomen)\b|"
    r"formerly|previously known|fka|f/k/a|ehemals|früher|anciennement|antes|già|voorheen|"
    r"(?:end )?client:|kunde:|cliente?:|on behalf of|on assignment|assigned to|seconded to|"
    r"placed at|(?:via|through)(?= (?-i:[A-Z])))"
    r"(?![^\W\d_])[^()]*)\)",
    re.IGNORECASE,
)
"""What is told in brackets of an employer: what became of it or was before, or for whom one worked through it."""


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """A date or range found in a text. `end` is empty with `present`; `at` are the characters it takes."""

    start: str = ""
    end: str = ""
    present: bool = False
    ranged: bool = False
    since: bool = False
    """Whether it says no more than since when."""
    season: bool = False
    """Whether it is of a part of its year, or of its years, and of no more."""
    at: tuple[int, int] = (0, 0)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text.casefold())  # folding parts some Greek letters from their accents


@functools.cache
def _months() -> dict[str, int]:
    names: dict[str, int] = {}
    for language in (*LABELS, *_MORE):
        for width in ("wide", "abbreviated"):
            for context in ("format", "stand-alone"):
                known: dict[int, str] = get_month_names(width, context=context, locale=language)  # pyright: ignore[reportAssignmentType]
                for number, name in known.items():
                    names[_folded(name).rstrip(".")] = int(number)
    short: dict[str, set[int]] = {}
    for name, number in names.items():  # every way to cut one short that means no other month
        for letters in _SHORT:
            short.setdefault(name[:letters], set()).add(number)
    names = {cut: min(numbers) for cut, numbers in short.items() if len(numbers) == 1 and cut.isalpha()} | names
    return names | {"sept": 9, "juni": 6, "juli": 7, "märz": 3, "maerz": 3, "mrz": 3, "jänner": 1, "okt": 10, "dez": 12}


@functools.cache
def _range() -> re.Pattern[str]:
    names = "|".join(sorted((re.escape(name) for name in _months()), key=len, reverse=True))
    year = r"(?:19[5-9]\d|20[0-4]\d)"
    date = (
        rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s+)?(?:{names})\b\.?,?\s*(?:de\s+|[-–/]\s?)?(?:\d{{1,2}}(?:st|nd|rd|th)?,\s*)?(?:{year}(?:\s[гр]\.)?|['’]\d{{2}})"
        rf"|\d{{1,2}}-(?:0?[1-9]|1[0-2])-{year}|(?:\d{{1,2}}[./])?(?:0?[1-9]|1[0-2])\s?[./]\s?{year}|{year}\s?[-./]\s?(?:0[1-9]|1[0-2])(?:[-./]\d{{2}})?(?!\d)"
        rf"|{year}\s?[年년]\s?(?:1[0-2]|[1-9])\s?[月월]|{year}(?:\.\s|[-/]|\s)(?:{names})\b(?!\.?\s*{year})\.?"
        rf"|(?:{_SEASON})\s+(?:of\s+)?{year}(?:/\d{{2,4}})?|{year})"
    )
    bare = rf"(?:{names})\b\.?"
    short = r"(?:0?[1-9]|1[0-2])/\d{2}(?![\d/.])"
    some = rf"{year}(?:[/–-](?:{year}|\d{{2}})(?!\d))?"
    also = r"\s*(?:,|&|\+|(?<=\s)(?:and|und|et|y|e|en|och|og|i|a|ja|és|și)(?=\s))\s*"
    season = rf"(?:{_SEASON})\s+{some}(?:{also}(?:(?:{_SEASON})\s+)?{some}){{0,9}}"
    dash = r"\s*(?:\.{2,3}|-|–|—|−|‐|‑|~|→|➔|➝|to|until|till|through|bis|à|au|hasta|fino\s+a|al?|ao|tot|até|til|do)\s*"
    season += rf"|{year}/(?:{year}|\d{{2}})(?:{dash}{year}/(?:{year}|\d{{2}}))?"
    season += rf"|{year}(?:\s?–\s?\d{{2}}|-(?:1[3-9]|[2-4]\d))(?![\d/.–-])"  # a hyphen may be before a month
    return re.compile(
        rf"(?<![\w$€£#.,/-])(?P<from>since|seit|depuis|desde|from|ab)?\s*"
        rf"(?:(?:(?:de|du|da|dal|del|von|vom|van|od|fra|från)\s+)?(?P<start>{date}|{bare}(?={dash}{date})|{short}(?={dash}(?:{short}|{_PRESENT}))){dash}(?P<end>{date}|{short}|{_PRESENT})(?!\w)|(?P<season>{season})(?![\w%]|[,.]\d)|(?P<one>{date})(?![\w%]|[,.]\d)"
        rf"(?P<open>{dash.replace('*', '*', 1)}(?=$|[\t)|·,]))?)",
        re.IGNORECASE,
    )


_NOW = re.compile(rf"\(?(?:{_PRESENT})\)?[.,]?", re.IGNORECASE)


def names_months(text: str) -> bool:
    """Whether a text is made of names of months and words for today only: what is left of a range of dates."""
    words = re.findall(r"[^\W\d_]+", text)
    return bool(words) and all(_folded(word) in _months() or _NOW.fullmatch(word) for word in words)


def is_end(text: str) -> bool:
    """Whether `text` is nothing but a date or a word for today: what a range may end with."""
    text = text.strip(" –—-")
    return bool(_NOW.fullmatch(text)) or bool((found := spans(text)) and not without(text, found).strip(" ()"))


def spans(text: str) -> list[Span]:
    """Every date and range of `text`, in order."""
    return list(_spans(text))


@functools.lru_cache(maxsize=5_000)
def _spans(text: str) -> tuple[Span, ...]:
    out: list[Span] = []
    fates = [aside.span() for aside in FATE.finditer(text)] if "(" in text else []
    for found in _range().finditer(text):
        at = found.span()
        if any(start < at[0] < stop for start, stop in fates):
            continue  # the year of an employer, not of an entry
        if found["season"] and not found["from"] and (span := _season(found["season"], at)) is not None:
            out.append(span)
            continue
        if found["season"] or found["one"]:
            date = partial(found["season"] or found["one"])
            if date:
                since = bool(found["from"]) or bool(found["open"])
                out.append(Span(start=date, present=since, ranged=since, since=since, at=at))
            continue
        present = bool(re.fullmatch(_PRESENT, found["end"], re.IGNORECASE))
        end = "" if present else partial(found["end"])
        start = partial(found["start"])
        if not start and end:
            start = partial(f"{found['start']} {end[:4]}")
        if start and (present or end):
            out.append(Span(start=start, end=end, present=present, ranged=True, at=at))
    return tuple(out)


def _season(text: str, at: tuple[int, int]) -> Span | None:
    """From the first to the last year of the seasons that `text` tells, such as "Winter 2018/19 and 2019/20"; None for
    what may be a month, and two years of which the first is not the earlier one.
    """
    years = re.findall(r"(\d{4})(?:\s?[/–-]\s?(\d{2,4}))?", text)
    ends = [f"{int(first[:2]) + (second < first[2:])}{second}"[-4:] if second else first for first, second in years]
    month = text[0].isdigit() and text[4] == "/" and len(years[0][1]) == _BRIEF
    if month and (1 <= int(years[0][1]) <= 12 or int(ends[0]) != int(years[0][0]) + 1):
        return None
    if any(not first <= end <= _LATEST for end, (first, _) in zip(ends, years, strict=True)):
        return None
    start, end = years[0][0], max(ends)
    return Span(start=start, end=end if end > start else "", ranged=end > start, season=True, at=at)


def partial(text: str) -> str:
    """`Sept. 2023` → `2023-09`; a season or quarter gives its year; empty where there is no year."""
    folded = _folded(text).strip()
    numbers = [int(n) for n in re.findall(r"\d+", folded)]
    year = next((n for n in numbers if 1950 <= n <= 2049), 0)
    if not year and (short := re.search(r"['’](\d{2})", folded)):
        year = 2000 + int(short[1]) if int(short[1]) < 50 else 1900 + int(short[1])
    if not year and (brief := re.fullmatch(r"(\d{1,2})/(\d{2})", folded)):
        return f"{(2000 if int(brief[2]) < 50 else 1900) + int(brief[2])}-{int(brief[1]):02d}"
    if not year:
        return ""
    for word in re.findall(r"[^\W\d_]+", folded):
        if (month := _months().get(word)) is not None:
            return f"{year}-{month:02d}"
    if re.search(_SEASON, folded):
        return str(year)
    if day_first := re.fullmatch(r"(?:\d{1,2}[./-])?(\d{1,2})\s?[./-]\s?\d{4}", folded):
        return f"{year}-{int(day_first[1]):02d}"
    if year_first := re.fullmatch(r"\d{4}\s?[-./]\s?(\d{2})(?:[-./]\d{2})?", folded):
        return f"{year}-{int(year_first[1]):02d}"
    if numbered := re.fullmatch(r"\d{4}\s?[年년]\s?(\d{1,2})\s?[月월]", folded):
        return f"{year}-{int(numbered[1]):02d}"
    return str(year)


@functools.lru_cache(maxsize=5_000)
def has_date(text: str) -> bool:
    return bool(spans(text))


def without(text: str, found: list[Span]) -> str:
    """`text` with the dates cut out; what stood on both sides stays apart (by a tab)."""
    for span in reversed(found):
        text = text[: span.at[0]] + "\t" + text[span.at[1] :]
    text = re.sub(r"[(\[]\s*\t\s*[)\]]", "\t", text)
    return re.sub(r"\s*\t\s*", "\t", text).strip("\t ,|·•–—-:;")
