"""A description as sentences, each with the section it stands in: what is a must, what is wished, what only advertises."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from collections.abc import Iterator

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
    r"|helpful|welcome|would be (?:nice|great|ideal|useful)|not a must|von vorteil|wünschenswert|idealerweise|gerne|un plus|serait un|apprécié\w*|souhaité\w*|idéalement"
    r"|deseable|valorable|se valora\w*|a valorar)\b|[-–(:] ?plus\b",
    re.IGNORECASE,
)
_REQUIRED = re.compile(
    r"\b(?:required|mandatory|must|essential|erforderlich|zwingend|obligatoire|exigé\w*|imprescindible)\b",
    re.IGNORECASE,
)
_PARTING = re.compile(
    r"[;()]|\.\s|\bbut\b|,\s(?=[^,;]*?(?:\b(?:is|are|would be|as)\s)?an? (?:\w+ )?(?:plus|bonus|asset|advantage)\b)",
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


def wished(text: str) -> bool:
    """Whether `text` itself says that it only wishes."""
    return bool(_NICE.search(text))


def wished_at(sentence: str, start: int) -> bool:
    """Whether the clause of `sentence` around `start` only wishes: "SQL and Python; Rust is a plus" wishes for Rust alone."""
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
    )
