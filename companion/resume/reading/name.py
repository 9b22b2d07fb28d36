"""The name of the person: size, position, looks and agreement with the e-mail address decide together."""

import itertools
import re
import unicodedata
from collections.abc import Sequence

from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.lines import TextLine, joined
from companion.resume.reading.printed import field_of
from companion.resume.reading.titles import kind_of
from companion.resume.reading.vocabulary import TITLE, country_code, is_place, is_town

SPLIT = re.compile(r"\s*[\t|•·⋄◇◆♦⬥❖∙⚬*]\s*|\s{3,}|\s+[–—~]\s+|\s+/\s+|\s*;\s*")
LABEL = re.compile(
    r"^(?:e-?mail(?: id| address)?|courriel|correo(?: electrónico)?|mail(?: id)?|"
    r"(?:phone|mobile?|contact)(?: no| number)?|"
    r"t[eé]l(?:efon|ephone|éfono)?|mobil|cell|"
    r"address|adresse|adress|adres|dirección|indirizzo|endereço|morada|location|wohnort|ciudad|ville|stadt|city|"
    r"residence|website|web|"
    r"linkedin|github|portfolio|name|nombre|nom|nome|t|m|e|p|a|w)\s*[.:]\s*(?::\s*)?",
    re.IGNORECASE,
)
_NOT_NAMES = re.compile(
    r"\b(?:resume|résumé|curr[ií]culum|v[ií]tae|hoja de vida|"
    r"życiorys|meritförteckning|ansioluettelo|životopis|önéletrajz|özgeçmiş|βιογραφικό|резюме|tabellarischer|"
    r"cv|lebenslauf|page|profile|summary|contact|confidential|updated|university|"
    r"college|school|street|road|avenue|inc|llc|gmbh|ltd|phone|email|references|about|skills|experience|education)\b",
    re.IGNORECASE,
)
_NAME_LABEL = re.compile(
    r"(?:full |first |vor- und )?(?:name|nachname|nom|nombre|nome|naam|namn|navn|nimi|név|nume|"
    r"jméno|imię|nazwisko|фио|имя|ім['’]я)"
    r"(?: (?:and|i|a|és|și|och|og|ja) \w+)?:?|"
    r"personal (?:information|details|data)|persönliche (?:daten|angaben)|datos personales|dados pessoais|"
    r"informations? personnelles?|informazioni personali|persoonlijke (?:informatie|gegevens)|informação pessoal|"
    r"información personal|informacje osobiste|dane osobowe|informa[tțţ]ii personale|personuppgifter|osobní údaje",
    re.IGNORECASE,
)
_HALVES = {
    "given": re.compile(
        r"(?:first|given|christian) ?names?(?:\(s\))?|forenames?|vornamen?|prénoms?|nombres?(?: de pila)?|"
        r"nomes? próprios?|"
        r"primeiro nome|nome|voorna(?:am|men)|imi(?:ę|ona)|förnamn|fornavne?|etunimet?|jméno|meno|prenume|имя|ім['’]я",
        re.IGNORECASE,
    ),
    "middle": re.compile(r"middle (?:names?|initial)|zweiter vorname|tweede naam|drugie imię", re.IGNORECASE),
    "family": re.compile(
        r"(?:last|family|sur) ?names?|nachname|familienname|zuname|noms?(?: de famille)?|apellidos?|cognome|apelidos?|"
        r"sobrenome|achternaam|familienaam|nazwisko|efternamn|etternavn|efternavn|sukunimi|příjmení|priezvisko|nume|"
        r"фамилия|"
        r"прізвище|name|naam|namn|navn",
        re.IGNORECASE,
    ),
}
"""What a form asks for the halves of a name with; a word for the whole of it in one language is a half in another."""
_PARTICLES = frozenset("van von der den de la le du da di dos del ter ten zu al el bin ibn y e af av st".split())
_SUFFIX = re.compile(
    r",?\s+(?:ph\.?d|m\.?d|mba|m\.?sc|b\.?sc|cpa|pmp|esq|jr|sr|ii|iii|iv|rn|pe|cfa|dds)\.?$", re.IGNORECASE
)


_CALLED = re.compile(r"\s*(?:\([^)]*\)|[\"“„«][^\"“”„«»]{1,20}[\"”“»])\s*")
"""What one is called besides, or anything else in brackets: Raymond “Ray” Stone."""
_GIVEN = re.compile(r"[^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,2}")
"""What may stand behind a surname and a comma."""
_LARGER = 1.3
"""How many times larger than the text both lines of a name are that look different."""
_BADGE = re.compile(r"(?:[^\W\d_][\W_]*){2,4}")
"""A few letters, as a badge beside the name has them."""
_HALF = 2
"""Words of each half of a name on two lines at most."""
_LABELLED = 0.95
"""How sure a name is that stands beside the label that asks for it."""


def find_name(
    lines: Sequence[TextLine], header: frozenset[int], email: str, hints: Sequence[str]
) -> tuple[str, float, frozenset[int]]:
    """The name, how sure, and its lines. Size, position and agreement with the e-mail address decide together."""
    if (halves := _in_halves(lines, header)) is not None:
        return halves
    for n in sorted(header):
        parts = lines[n].parts
        if len(parts) > 1 and field_of(parts[0]) == "name" and _may_be_name(name := _given_first(parts[1], email)):
            return _cased(name), _LABELLED, frozenset({n})
    biggest = max((line.size for line in lines if line.page == 0), default=0)
    sizes = sorted(line.size for line in lines)
    body = sizes[len(sizes) // 2] if sizes else 0
    found: list[tuple[float, str, frozenset[int]]] = []
    position = 0
    for n, line in enumerate(lines):
        if line.page > 0 or (n not in header and line.size < 1.3 * body):
            continue
        position += 1
        for text, taken in _name_texts(lines, n, email, body):
            tidy = _tidy_name(text)
            if not _may_be_name(tidy):
                continue
            score = 0.0
            if biggest and body and line.size > 1.1 * body:
                score += 3.0 * (line.size - body) / max(biggest - body, 1)
            score += max(0.0, 1.5 - 0.25 * (position - 1)) if n in header else 0.0
            score += 0.4 if line.bold or line.caps else 0.0
            score += 2.5 * _agrees(tidy, email)
            score += 1.0 if any(_same(tidy, hint) for hint in hints) else 0.0
            score += 0.5 if 2 <= len(tidy.split()) <= 4 else -0.8
            score -= 1.5 if TITLE.search(tidy) else 0.0
            score -= 2.0 if is_place(tidy) else 0.0
            found.append((score, tidy, taken))
    badges = [one for one in found if _BADGE.fullmatch(one[1]) and any(_initials(one[1], name) for _, name, _ in found)]
    none = (-9.0, "", frozenset[int]())
    score, name, at = max((one for one in found if one not in badges), key=lambda one: one[0], default=none)
    at = at.union(*(taken for _, letters, taken in badges if _initials(letters, name)))
    if name and len(name.split()) == 1 and score < 2.5:
        score -= 1
    return _cased(name), max(0.0, min(1.0, 0.35 + score / 6)), at


def _initials(letters: str, name: str) -> bool:
    """Whether letters are those that the words of a name begin with: each of them, or the first and the last."""
    firsts = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name) if word.casefold() not in _PARTICLES).upper()
    return letters != name and re.sub(r"[\W_]", "", letters) in (firsts, firsts[:1] + firsts[-1:])


def _in_halves(lines: Sequence[TextLine], header: frozenset[int]) -> tuple[str, float, frozenset[int]] | None:
    """The name of a form that asks for given and family name under labels of their own, wherever these stand."""
    told: dict[str, tuple[str, int]] = {}
    for n in sorted(header):
        texts = [piece.strip() for part in lines[n].parts for piece in part.split(":", 1) if piece.strip()]
        for label, value in itertools.pairwise(texts):
            half = next((half for half, words in _HALVES.items() if words.fullmatch(label.strip(" *"))), "")
            if half and _may_be_name(value):
                told.setdefault(half, (_tidy_name(value), n))
    if not {"given", "family"} <= told.keys():
        return None
    used = [told[half] for half in ("given", "middle", "family") if half in told]
    return " ".join(_cased(text) for text, _ in used), _LABELLED, frozenset(n for _, n in used)


def _is_half(text: str) -> bool:
    return len(text.split()) <= _HALF and not is_town(text)


def _name_texts(lines: Sequence[TextLine], n: int, email: str, body: float) -> list[tuple[str, frozenset[int]]]:
    """What of a line could be the name: the line, its first part, and it with the next line set alike below it."""
    line = lines[n]
    out = [(line.plain, frozenset({n}))]
    parts = [part for part in SPLIT.split(line.text) if part.strip()]
    if len(line.parts) > 1 and (_NAME_LABEL.fullmatch(line.parts[0]) or kind_of(line.parts[0])):
        return [(line.parts[1], frozenset({n}))]
    if len(set(parts)) == 1 < len(parts):
        return [(parts[0], frozenset({n}))]  # the name twice is no longer name
    if any(map(is_town, parts[1:])):
        out = []
    if len(parts) > 1:
        out += [(part, frozenset[int]()) for part in parts[:2]]
    comma = line.plain.split(",")
    if len(comma) > 1:
        out.append((comma[0], frozenset()))
    if len(line.parts) > 1 and _is_half(line.parts[0]) and _is_half(line.parts[1]):
        out.append((" ".join(line.parts[:2]), frozenset[int]()))  # set in two kinds of type
    if n + 1 < len(lines):
        below = lines[n + 1]
        alike = abs(below.size - line.size) <= 0.08 * max(line.size, 1) and line.size > 0
        again = line.plain.casefold() == below.plain.casefold()
        larger = min(line.size, below.size) > _LARGER * body > 0 and not is_town(below.plain)
        short = max(len(line.plain.split()), len(below.plain.split())) <= _HALF
        beside = below.stream == line.stream and not again
        if beside and short and (alike or larger or _agrees(below.plain, email) > 0):
            both = joined(line.plain, below.plain), frozenset({n, n + 1})
            out = [both] if line.plain.endswith("-") else [*out, both]
        elif beside and _is_half(line.parts[0]) and _is_half(below.parts[0]) and _agrees(below.parts[0], email) > 0:
            out.append((joined(line.parts[0], below.parts[0]), frozenset()))  # something else stands beside them
    if ":" in line.plain and line.plain.casefold().startswith("name"):
        out.append((line.plain.partition(":")[2], frozenset({n})))
    return out


def _cased(name: str) -> str:
    """A name without the capitals of a form: all of it, or the surname."""
    if name.isupper() and name.isascii():
        return name.title()
    words = name.split()
    loud = [word for word in words if len(word) > 2 and word.isupper() and not re.fullmatch("[IVX]+", word)]
    quiet = [word for word in words if not word.isupper()]
    return " ".join(word.title() if word in loud else word for word in words) if loud and quiet else name


def _given_first(name: str, email: str) -> str:
    """A name of a form, which may ask for the surname first, in the order of the e-mail address if that tells."""
    words = name.replace(",", " ").split()
    if len(words) < 2:
        return name
    first, last = _ascii(words[0]), _ascii(words[-1])
    local = _ascii(email.partition("@")[0])
    turned = local.startswith(last) and local.endswith(first)
    surname_loud = words[0].isupper() and len(words[0]) > 2 and not words[-1].isupper()
    return " ".join([*words[1:], words[0]]) if turned or surname_loud else name


def _tidy_name(text: str) -> str:
    text = _CALLED.sub(" ", LABEL.sub("", text)).strip(" ,|·•-–—")
    text = re.sub(rf"^(?:{_NAME_LABEL.pattern})\s+(?=\S)", "", text, flags=re.IGNORECASE)
    text = re.sub(
        r"^(?:resume|résumé|cv|lebenslauf|curriculum vitae)(?:\s+(?:of|von|de))?\s*[:–-]?\s+",
        "",
        text,
        flags=re.IGNORECASE,
    )
    text = re.sub(r"(?<=\S\s)(\S+?)(?:,\s*[A-Z][A-Z.]{1,6})+$", r"\1", text)
    while (shorter := _SUFFIX.sub("", text)) != text:
        text = shorter.strip(" ,")
    text = re.sub(
        r"^(?:(?:dr|prof|mr|mrs|ms)\s+(?=\w+\s)|(?:dr|prof|mr|mrs|ms|mx|sr|sra|ing|mag|dipl\.-ing|m|mme|mlle|dott|"
        r"dra|rev)\.\s*|(?:herr|frau|señora?|doctor|professor)\s+"
        r"|(?:med|rer|nat|phil|jur|h\. ?c)\.\s*)+(?=\w)",
        "",
        text,
        flags=re.IGNORECASE,
    )
    surname, comma, given = text.strip().partition(", ")
    if comma and _GIVEN.fullmatch(given) and len(surname.split()) == 1 and not (is_town(given) or TITLE.search(given)):
        return f"{given} {surname}"
    return text.strip()


def _may_be_name(text: str) -> bool:
    words = text.split()
    if not words or len(words) > 6 or not 2 <= len(text) <= 60:
        return False
    if any(c.isdigit() or c in "@/|:;•+&()[]<>!?%#*=" for c in text) or kind_of(text) or _NOT_NAMES.search(text):
        return False
    if not all(c.isalpha() or c in " .'’-‐‑·`,\u200c\u200d" or unicodedata.category(c).startswith("M") for c in text):
        return False
    if DEGREE.fullmatch(text.strip(".")) or country_code(text):
        return False
    return all(word[:1].isupper() or not word[:1].islower() or word.casefold() in _PARTICLES for word in words)


def _agrees(name: str, email: str) -> float:
    """How much of the name the e-mail address's own part repeats (0–1)."""
    local = _ascii(email.partition("@")[0])
    words = [w for w in re.findall(r"[^\W\d_]+", _ascii(name)) if len(w) > 1]
    if not local or not words:
        return 0.0
    hit = sum(1.0 for word in words if len(word) > 2 and word in local)
    letters = sum(
        0.3 for word in words if word not in local and any(p.startswith(word[0]) for p in re.split(r"\W|_", local))
    )
    return min(1.0, (hit + (letters if hit else 0)) / max(1, min(2, len(words))))


def _same(name: str, hint: str) -> bool:
    words = set(re.findall(r"[^\W\d_]+", _ascii(name)))
    return len(words) >= 2 and words <= set(re.findall(r"[^\W\d_]+", _ascii(hint)))


def _ascii(text: str) -> str:
    text = text.translate(str.maketrans({"ł": "l", "Ł": "l", "ø": "o", "ß": "s", "đ": "d", "ı": "i", "æ": "a"}))
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
