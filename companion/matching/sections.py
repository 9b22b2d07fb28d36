"""A description as sentences, each with the section it stands in: what is a must, what is wished, what only advertises."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

_NICE_HEADING = re.compile(
    r"\b(?:nice[ -]to[ -]ha|bonus|preferred|desir(?:ed|able)|plus(?:es)?\b|good to have|optional|even better|extra credit"
    r"|wünschenswert|von vorteil|les plus|se valorará|valorable)",
    re.IGNORECASE,
)
_MUST_HEADING = re.compile(
    r"\b(?:requirements?|required|qualifications?|must[ -]haves?|you(?:['’]ll)? (?:have|bring|need)|what you|who you are|looking for"
    r"|your (?:profile|background|experience)|skills|about you|minimum|basic|essential|experience|education|credentials"
    r"|anforderungen|dein profil|ihr profil|qualifikation\w*|das bringst du|profil recherché|votre profil|vos compétences"
    r"|requisitos|formación|perfil)\b|^you:?$",
    re.IGNORECASE,
)
_BOTH = re.compile(r"(?:and|&|/) (?:preferred|desired|optional)|requirements? (?:and|&)", re.IGNORECASE)
_ITEM = re.compile(
    r"\b(?:experience|knowledge|education|background|skills?|degree|diploma|understanding|expertise|proficien\w+|familiar\w*|abilit\w+|certifi\w+|exposure"
    r"|erfahrung\w*|\w*kenntnisse|ausbildung|abschluss|expérience|connaissances?|formation|diplôme|experiencia|conocimientos?|formación|título)"
    r" (?:with|in|of|as|using|on|to|from|mit|als|von|zu|im|en|dans|avec|de|des|comme|con|como)\b[^:]*$|\d\+|\d (?:years?|yrs?|ans|años|jahre)\b",
    re.IGNORECASE,
)
_SAID_OF = re.compile(
    r"^(?P<what>\S.*?) \(?(?:preferred|desired|desirable|optional|helpful|welcome|required|mandatory|essential|(?:an? )?(?:plus|bonus)|von vorteil|wünschenswert"
    r"|erforderlich|souhaitée?|appréciée?|exigée?|un plus|deseable|valorable|imprescindible)\)?$",
    re.IGNORECASE,
)
_HEADING_WORDS = re.compile(
    r"(?:(?:technical|additional|other|your|further|strongly|highly|also|not|but|what is|considered|and|or|&|/|skills?|experience|qualifications?|education"
    r"|requirements?|knowledge|das|wäre\w*|les|compétences|formation|formación|conocimientos)\W*)+",
    re.IGNORECASE,
)
_STATEMENT = re.compile(r"\b(?:is|are|would be|as an?)\b|[;,]", re.IGNORECASE)
_OTHER_HEADING = re.compile(
    r"^(?:the |our |company |employee |key |your )*(?:benefits?|perks|what we offer|we offer|why (?:join|work|us)|about (?:us|the company"
    r"|the team)|who we are|company overview|overview of|our (?:company|mission|values|team|story)|equal (?:employment )?opportunity|eeo"
    r"|wir bieten|das bieten wir|unser angebot|how to apply|compensation|pay range|avantages|ce que nous offrons|ofrecemos|qué ofrecemos)\b"
    r"|^(?:benefits?|perks)\b|\b(?:benefits|perks)(?: package)?:?$",
    re.IGNORECASE,
)
_NICE = re.compile(
    r"\b(?:nice[ -]to[ -]have|(?:is|are|would be|as|considered) (?:an? )?(?:big |strong |huge |definite |real )?(?:plus|bonus|advantage|asset)"
    r"|an? (?:big |strong |huge |definite )?(?:plus|bonus|asset)\b|bonus points?|preferred|preferably|ideally|desirable|desired|optional"
    r"|helpful|welcome|beneficial|advantageous|(?:is|are|would be) (?:nice|great|ideal|useful)|(?:we would|we['’]d) (?:love|like|appreciate) it|would help|not a must|by no means|von vorteil|wünschenswert|idealerweise|gerne|un (?:vrai |réel |gros |sérieux )?(?:plus|atout)|serait un"
    r"|apprécié\w*|souhait(?:é\w*|able)|préféré\w*|de préférence|idéalement|deseable|valorable|valora(?:rá|remos|mos|ndo)|se valoran?|a valorar|preferi(?:d[oa]s?|ble\w*)|preferente\w*|de preferencia)\b|[-–(:] ?plus\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:required|mandatory|must|essential|erforderlich|zwingend|obligatoire|exigé\w*|imprescindible)\b",
    re.IGNORECASE,
)
_PARTING = re.compile(
    r"[;()]|\.\s|\bbut\b|,\s(?=[^,;]*?(?:\b(?:is|are|would be|as)\s)?an? (?:\w+ )?(?:plus|bonus|asset|advantage)\b)"
    r"|,\s(?=[^,;]*?\b(?:is|are) (?:an? )?(?:absolute )?(?:must|required|mandatory|essential)\b)",
    re.IGNORECASE,
)
_ASIDE = 25
"""Letters of an aside that speaks of what stands before it: "(preferred)", "(nice to have)"."""
_BULLET = " \t•·*-–▪●○◦‣»✓✔→"
_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!e\.g\.)(?<!i\.e\.)(?<!mind\.)(?<!min\.)(?<!z\.B\.)\s+(?=[A-ZÄÖÜÉÁ¿])")
_INLINE = re.compile(r"(?<![\d])\s[-•·*▪●–]\s+(?=[A-Z0-9])")
"""Marks of a list that was written into one line."""
_LONGEST = 1_000


class Sentence(msgspec.Struct, frozen=True):
    """One sentence or list item, and its section: `must` is False where that only wishes, `asks` True where it asks.

    `relevant` is False in sections that speak of the employer (benefits, about us): there rights count, skills do not.
    """

    text: str
    must: bool
    asks: bool
    relevant: bool

    @property
    def wishes(self) -> bool:
        """Whether its section only wishes and the sentence does not say otherwise."""
        return not self.must and not _REQUIRED.search(self.text)


def sentences(description: str) -> Iterator[Sentence]:
    """The sentences of `description`; runs of spaces part lines too, as text taken from a page's blocks often has them."""
    must, asks, relevant = True, False, True
    for raw in re.split(r"\n|\r|[ \t\u00a0]{3,}|[ \t\u00a0]{2}(?=[^a-zäöü])", description):
        line = raw.strip(_BULLET)
        if not line:
            continue
        if _is_heading(raw, line):
            if _OTHER_HEADING.search(line):
                must, asks, relevant = True, False, False
                continue
            if _NICE_HEADING.search(line) and not _BOTH.search(line) and not _STATEMENT.search(line):
                must, asks, relevant = False, True, True
            elif _MUST_HEADING.search(line):
                must, asks, relevant = True, True, True
        for text in _parts(line):
            yield Sentence(text[:_LONGEST], must, asks, relevant)


def _parts(line: str) -> Iterator[str]:
    items = _INLINE.split(line) if len(_INLINE.findall(line)) > 1 else [line]
    for item in items:
        yield from _END.split(item)


@lru_cache(maxsize=4_096)
def wished(text: str) -> bool:
    """Whether `text` itself says that it only wishes."""
    return bool(_NICE.search(text))


def wished_at(sentence: str, start: int) -> bool:
    """Whether the clause of `sentence` around `start` only wishes: "SQL and Python; Rust is a plus" wishes for Rust alone."""
    if not wished(sentence):  # what no clause of it could say either
        return False
    begin = 0
    for mark in _PARTING.finditer(sentence):
        if mark.start() >= start:
            aside = sentence[mark.end() :].split(")")[0] if mark.group() == "(" else ""
            return wished(sentence[begin : mark.start()]) or (len(aside) <= _ASIDE and wished(aside))
        begin = mark.end()
    return wished(sentence[begin:])


def _is_heading(raw: str, line: str) -> bool:
    """Short, no list item and no sentence: a heading by its looks."""
    return (
        len(line) <= 60
        and len(line.split()) <= 8
        and not line.endswith((".", ",", ";"))
        and not raw.lstrip().startswith(tuple("•·*-–▪●○◦‣"))
        and not _is_item(line)
    )


def _is_item(line: str) -> bool:
    """A line of a list that lost its mark names what it asks: "Experience with Kafka", "Master's degree preferred"."""
    said = _SAID_OF.match(line)
    return bool(_ITEM.search(line)) or (said is not None and not _HEADING_WORDS.fullmatch(said["what"]))
