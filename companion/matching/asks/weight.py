"""Whether a clause requires what it names or only wishes for it: one reading for skills, degrees, years and headings."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from functools import lru_cache

_NICE = re.compile(
    r"\b(?:(?:nice|good|great)[ -]to[ -]have|(?:is|are|be|as|considered) (?:also )?(?:an? )?(?:\w+ )?(?:plus|bonus|advantage|asset)"
    r"|(?:a|any|some|your) (?:big |strong |huge |definite |real |great )?(?:plus(?! size)|bonus|asset)\b|but an? (?:\w+ )?advantage|an advantage\b|an? merit|(?:bonus|extra|brownie) points?|plus points?|preferred|preferably|preference (?:will be|is|goes|given)|giv\w+ preference|ideally|desirable|desired|optional"
    r"|helpful|welcome|beneficial|advantageous|favou?rable|(?:is|are|be) (?:\w+ )?(?:valued|appreciated|favou?red)|(?:highly|well) regarded|(?:is|are|would be) (?:nice|great|ideal|useful)|(?:we would|we['’]d) (?:love|like|appreciate) it|would help|helps(?=\W*$|,? (?:but|though))"
    r"|(?:not|no|isn['’]t) (?:an? )?(?:absolute )?must|by no means|not (?:strictly |absolutely )?(?:essential|required|necessary|mandatory|needed|a requirement),? (?:but|(?:al)?though|however)|keine? (?:muss|voraussetzung|bedingung|pflicht),? (?:aber|jedoch)"
    r"|von (?:großem )?vorteil|vorteilhaft|(?:wünschens|erstrebens)wert|erwünscht|idealerweise|im idealfall|gerne?|ein (?:\w+ )?plus|pluspunkte?|kein muss|bevorzugt|hilfreich|wäre (?:schön|toll|super|ideal|prima)|schön wäre"
    r"|un (?:vrai |réel |gros |sérieux |véritable )?(?:plus|atout|avantage)|serait un|appréci(?:é\w*|er\w+|ons)|souhait(?:é\w*|able|ons)|préféré\w*|de préférence|idéalement|dans l['’]idéal|facultati\w+|(?:est|sont|sera|serait|seraient) (?:\w+ )?bienvenue?s?|valorisé\w*"
    r"|deseable\w*|valorable\w*|valora(?:rá|rán|remos|mos|ndo)|se valoran?|a valorar|preferi(?:d[oa]s?|ble\w*)|preferente\w*|de preferencia|idealmente|opcional|no excluyente|punto a favor|puntos? extra|será un plus|sumará?"
    r"|diferencia(?:l|is)|desejáve(?:l|is)|valorizad[oa]s?|valorizamos|preferencial\w*|preferível|de preferência|um plus|(?:uma|é) vantagem|vantagem(?=:)|bem[- ]vind[oa]s?|não (?:é |são )?(?:obrigatóri\w+|eliminatóri\w+))\b|[-–(:,] ?plus(?=\W*$|[).;:])",
    re.IGNORECASE,
)
_WISH_BEFORE_ALL = re.compile(
    r"\W*(?:ideally|preferably|idealerweise|im idealfall|bestenfalls|idéalement|dans l['’]idéal|de préférence|idealmente|preferiblemente|preferencialmente|de preferencia|de preferência)\b",
    re.IGNORECASE,
)
"""What opens a sentence speaks of all of it, over its commas."""
_ONLY_WISHES = re.compile(
    rf"(?:\W|\b(?:an?|is|are|would|be|but|also|only|if|possible|highly|strongly|very|big|huge)\b|{_NICE.pattern})+",
    re.IGNORECASE,
)
"""An aside without a subject of its own speaks of what stands before it: "(preferred)", not "(Dutch is a plus)"."""
REQUIRED = re.compile(
    r"(?<!not )(?<!no )(?<!nicht )(?<!pas )(?<!keine )(?<!não )\b(?:required|mandatory|must|essential|erforderlich|zwingend|voraussetzung|vorausgesetzt|obligatoire|exigée?s?|requise?s?|indispensable|imprescindible|obligatori[oa]"
    r"|imprescindível|obrigatóri[oa])\b",
    re.IGNORECASE,
)
_PARTING = re.compile(
    r"[;()]|\.\s|\bbut\b"
    r"|,\s(?=(?:ideally|preferably|idealerweise|bestenfalls|idéalement|idealmente|preferiblemente|preferencialmente|de préférence|de preferencia|de preferência)\b)|,\s(?=[^,;]*?(?:\b(?:is|are|would be|as)\s)?an? (?:\w+ )?(?:plus|bonus|asset|advantage)\b)"
    r"|,\s(?=[^,;]*?\b(?:is|are) (?:an? )?(?:absolute )?(?:must|required|mandatory|essential)\b)",
    re.IGNORECASE,
)
_AFTER_ASIDE = {"(": re.compile(r"\)"), ")": re.compile(r"[;,(]|\.\s")}
"""What ends the words after a bracket, which may speak of what stands before it: "(preferred)", "(English) a plus"."""
_EXAMPLES = re.compile(
    r"\s*(?:e\.? ?g\b|i\.? ?e\b|such as|like|for example|z\. ?B\.|par exemple|p\. ?ej|por ejemplo|por exemplo)",
    re.IGNORECASE,
)
"""A bracket of examples shares the fate of what stands before it: "further languages a plus (e.g. German)"."""


_HINTS = (
    "plus", "prefer", "nice", "good", "great", "bonus", "advantage", "asset", "merit", "point", "ideal", "desir", "option", "help", "welcome", "benefici",
    "favo", "valu", "appreciat", "regarded", "useful", "love", "like it", "must", "means", " but", "though", "however", "aber", "jedoch", "vorteil",
    "wünsch", "erstreb", "gern", "muss", "bevorzug", "hilfreich", "wäre", "atout", "avantage", "serait", "appréci", "souhait", "préfér", "idéal", "facultati",
    "bienvenu", "valor", "deseab", "opcional", "excluyente", "punto", "suma", "diferencia", "desej", "vantagem", "vind", "obrigat", "eliminat",
)  # fmt: skip
"""What every wording of a wish has in it: most sentences have none of it."""


@lru_cache(maxsize=4_096)
def wished(text: str) -> bool:
    """Whether `text` itself says that it only wishes."""
    return any(map(text.casefold().__contains__, _HINTS)) and _NICE.search(text) is not None


def wish_opens(sentence: str, start: int) -> bool:
    """Whether `sentence` opens with a wish that reaches what begins at `start`."""
    opening = _WISH_BEFORE_ALL.match(sentence, 0, start)
    return opening is not None and not re.search(r"[;.]", sentence[:start])


def wished_at(sentence: str, start: int) -> bool:
    """Whether the clause of `sentence` around `start` only wishes: "SQL and Python; Rust is a plus" wishes for Rust alone."""
    if not wished(sentence):  # what no clause of it could say either
        return False
    opened = sentence.rfind("(", 0, start)
    if opened > sentence.rfind(")", 0, start) and _EXAMPLES.match(sentence, opened + 1):
        return wished_at(sentence, opened)
    begin = 0
    for mark in _PARTING.finditer(sentence):
        if mark.start() >= start:
            if wished(sentence[begin : mark.start()]):
                return True
            aside = _AFTER_ASIDE[mark.group()].split(sentence[mark.end() :])[0] if mark.group() in _AFTER_ASIDE else ""
            return wished(aside) and _ONLY_WISHES.fullmatch(aside) is not None
        begin = mark.end()
    return wished(sentence[begin:])
