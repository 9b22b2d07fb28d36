"""A description as sentences, each with the section it stands in: what is a must, what is wished, what only advertises."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re
from collections.abc import Iterator
from functools import lru_cache

import msgspec

_NICE_HEADING = re.compile(
    r"\b(?:nice[ -]to[ -]ha|bonus|preferred|desir(?:ed|able)|^(?:the |les )?plus(?:es)?\b|plus(?:es)?(?=\W*$)|a plus\b|(?:good|great) to have|optional|even better|extra credit|stand out|sets? you apart|great if|extras?$|ideally|helps$|helpful|not essential"
    r"|wünschenswert|von vorteil|pluspunkte?|idealerweise|das wäre|(?:les|des) (?:plus|atouts)|souhaité|apprécié|(?:se )?valorar(?:á|án|emos)|valorable|deseable|opcional"
    r"|diferenciais|diferencial|desejáve(?:l|is)|valorizamos)",
    re.IGNORECASE,
)
_MUST_HEADING = re.compile(
    r"\b(?:requirements?|required|qualifications?|must[ -]haves?|you(?:['’]ll)? (?:have|bring|need)|what you|who you are|looking for"
    r"|your (?:profile|background|experience)|skills|about you|minimum|basic|essential|experience|education|credentials"
    r"|anforderungen|dein profil|ihr profil|qualifikation\w*|das bringst du|das bringen sie|profil recherché|votre profil|vos compétences|compétences requises|prérequis"
    r"|requisitos|formación|formação|perfil|conhecimentos|qualificações|o que (?:buscamos|esperamos|procuramos)|você (?:tem|precisa))\b|^you:?$",
    re.IGNORECASE,
)
_TASK_HEADING = re.compile(
    r"^(?:your |the |key |main |deine |ihre |vos |tus |suas )*(?:responsibilities|duties|tasks|mission|day[- ]to[- ]day|what you(?:['’]ll| will) do|aufgaben(?:gebiet)?|das erwartet (?:dich|sie)"
    r"|missions?|responsabilités|responsabilidades|funciones|atividades|atribuições|the role|about the (?:role|job|position)|stellenbeschreibung)\b",
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
_WISH_OPENS = re.compile(
    r"\b(?:great|nice|ideal|good|a plus|a bonus|helpful|love it) (?:if|when) you\b[^.,;]{0,20}$|\b(?:toll|schön|super|ideal),? wenn (?:du|sie)\b[^.;]{0,20}$",
    re.IGNORECASE,
)
"""A wish that goes on in the list under it: "It would be great if you had:"."""
_STATEMENT = re.compile(r"\b(?:is|are|would be|as an?)\b|[;,]", re.IGNORECASE)
_OTHER_HEADING = re.compile(
    r"^(?:the |our |company |employee |key |your )*(?:benefits?|perks|what we offer|we offer|why (?:join|work|us)|about (?:us|the company"
    r"|the team)|who we are|company overview|overview of|our (?:company|mission|values|team|story)|equal (?:employment )?opportunity|eeo"
    r"|(?:was )?wir bieten|das bieten wir|unser angebot|über uns|wer wir sind|warum wir|how to apply|compensation|pay range|avantages|ce que nous (?:offrons|proposons)|nous offrons"
    r"|qui sommes[- ]nous|à propos|l['’]entreprise|ofrecemos|(?:qué|te) ofrecemos|beneficios|sobre nosotros|quiénes somos|benefícios|(?:o que )?oferecemos|sobre (?:nós|a empresa)|quem somos)\b"
    r"|^(?:benefits?|perks)\b|\b(?:benefits|perks)(?: package)?:?$",
    re.IGNORECASE,
)
_NICE = re.compile(
    r"\b(?:(?:nice|good|great)[ -]to[ -]have|(?:is|are|be|as|considered) (?:also )?(?:an? )?(?:\w+ )?(?:plus|bonus|advantage|asset)"
    r"|(?:a|any|some|your) (?:big |strong |huge |definite |real |great )?(?:plus(?! size)|bonus|asset)\b|but an? (?:\w+ )?advantage|an advantage\b|an? merit|(?:bonus|extra|brownie) points?|plus points?|preferred|preferably|preference (?:will be|is|goes|given)|giv\w+ preference|ideally|desirable|desired|optional"
    r"|helpful|welcome|beneficial|advantageous|favou?rable|(?:is|are|be) (?:\w+ )?(?:valued|appreciated|favou?red)|(?:highly|well) regarded|(?:is|are|would be) (?:nice|great|ideal|useful)|(?:we would|we['’]d) (?:love|like|appreciate) it|would help|helps(?=\W*$|,? (?:but|though))"
    r"|(?:not|no|isn['’]t) (?:an? )?(?:absolute )?must|by no means|not (?:strictly |absolutely )?(?:essential|required|necessary|mandatory|needed|a requirement),? (?:but|(?:al)?though|however)|keine? (?:muss|voraussetzung|bedingung|pflicht),? (?:aber|jedoch)"
    r"|von (?:großem )?vorteil|vorteilhaft|(?:wünschens|erstrebens)wert|erwünscht|idealerweise|im idealfall|gerne?|ein (?:\w+ )?plus|pluspunkte?|kein muss|bevorzugt|hilfreich|wäre (?:schön|toll|super|ideal|prima)|schön wäre"
    r"|un (?:vrai |réel |gros |sérieux |véritable )?(?:plus|atout|avantage)|serait un|appréci(?:é\w*|er\w+|ons)|souhait(?:é\w*|able|ons)|préféré\w*|de préférence|idéalement|dans l['’]idéal|facultati\w+|(?:est|sont|sera|serait|seraient) (?:\w+ )?bienvenue?s?|valorisé\w*"
    r"|deseable\w*|valorable\w*|valora(?:rá|rán|remos|mos|ndo)|se valoran?|a valorar|preferi(?:d[oa]s?|ble\w*)|preferente\w*|de preferencia|idealmente|opcional|no excluyente|punto a favor|puntos? extra|será un plus|sumará?"
    r"|diferencia(?:l|is)|desejáve(?:l|is)|valorizad[oa]s?|valorizamos|preferencial\w*|preferível|de preferência|um plus|(?:uma|é) vantagem|vantagem(?=:)|bem[- ]vind[oa]s?|não (?:é |são )?(?:obrigatóri\w+|eliminatóri\w+))\b|[-–(:,] ?plus\b",
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
_REQUIRED = re.compile(
    r"(?<!not )(?<!no )(?<!nicht )(?<!pas )(?<!keine )(?<!não )\b(?:required|mandatory|must|essential|erforderlich|zwingend|voraussetzung|vorausgesetzt|obligatoire|exigée?s?|requise?s?|indispensable|imprescindible|obligatori[oa]"
    r"|imprescindível|obrigatóri[oa])\b",
    re.IGNORECASE,
)
_PARTING = re.compile(
    r"[;()]|\.\s|\bbut\b|,\s(?=[^,;]*?(?:\b(?:is|are|would be|as)\s)?an? (?:\w+ )?(?:plus|bonus|asset|advantage)\b)"
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
_BULLET = " \t•·*-–▪●○◦‣»✓✔→"
# What these begin with is one class of characters, so that the search leaps from space to space.
_END = re.compile(
    r"\s(?<=[.!?]\s)(?<!\b[A-Z]\.\s)(?<!e\.g\.\s)(?<!i\.e\.\s)(?<!mind\.\s)(?<!min\.\s)(?<!z\.B\.\s)\s*(?=[A-ZÄÖÜÉÁ¿])"
)
_LINE = re.compile(r"[\n\r \t\u00a0](?:(?<=[\n\r])|[ \t\u00a0](?:[ \t\u00a0]+|(?=[^a-zäöü])))")
"""Runs of spaces part lines too, as text taken from a page's blocks often has them."""
_INLINE = re.compile(r"\s(?<!\d\s)[-•·*▪●–]\s+(?=[A-Z0-9])")
"""Marks of a list that was written into one line."""
_BARE = 3
"""Words of a heading that says nothing but what follows."""
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
    """The sentences of `description`, in order."""
    must, asks, relevant = True, False, True
    for raw in _LINE.split(description):
        line = raw.strip(_BULLET)
        if not line:
            continue
        if _is_heading(raw, line):
            if _OTHER_HEADING.search(line):
                must, asks, relevant = True, False, False
                if len(line.split()) > _BARE:  # "We offer visa sponsorship" says something itself
                    yield Sentence(line, must, asks, relevant)
                continue
            if (
                _NICE_HEADING.search(line)
                and not _BOTH.search(line)
                and (_WISH_OPENS.search(line) or not _STATEMENT.search(line))
            ):
                must, asks, relevant = False, True, True
            elif _TASK_HEADING.search(line):
                must, asks, relevant = True, False, True
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
