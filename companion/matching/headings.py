"""What a heading opens: a list of musts, of wishes, of tasks, or what only advertises."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re

import msgspec

from companion.matching.asks.weight import REQUIRED, wished

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
    r"|your (?:day|impact|mission|work|role|tasks)|in this (?:role|job|position)|the job|our stack|(?:tech(?:nology|nical)? )?stack|how we work|was (?:dich|sie) erwartet|tu trabajo|ton quotidien|votre quotidien|missions?|responsabilités|responsabilidades|funciones|atividades|atribuições|the role|about the (?:role|job|position)|stellenbeschreibung)\b",
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
    r"|(?:nos|vos|tes) avantages|ce qu['’]on (?:vous |t['’])offre|deine vorteile|ihre vorteile|unsere vorteile|life at|what['’]?s in it|what (?:you|we) (?:will )?(?:get|give)|you(?:['’]ll| will) get|we give|we have(?=\W*$)|(?:package|offer)(?=\W*$)|qui sommes[- ]nous|à propos|l['’]entreprise|ofrecemos|(?:qué|te) ofrecemos|beneficios|sobre nosotros|quiénes somos|benefícios|(?:o que )?oferecemos|sobre (?:nós|a empresa)|quem somos)\b"
    r"|^(?:benefits?|perks)\b|\b(?:benefits|perks)(?: package)?:?$",
    re.IGNORECASE,
)

_WISH_LEADS = re.compile(
    r"\b(?:handy|useful|good to know|secondary|over the moon|even better|if you also (?:have|bring|know)|could[- ]haves?|might have|(?:might|may|could) also (?:have|bring|know)|advantage\w*|(?:an|considered) assets?|extras?|pluses|we['’]?d? (?:would )?(?:also )?(?:love(?! to (?:hear|meet|talk|chat))|like|prefer|be (?:\w+ )?(?:glad|delighted|thrilled|happy))|we prefer|prefer\w*"
    r"|don['’]t insist|not (?:strictly )?(?:required|essential|needed|necessary|mandatory|a must)|(?:kann|könnte|kür)$|außerdem|toll|kein muss|schön|freu(?:t|en)|zusätzlich|obendrein|pluspunkt\w*|wünsch\w*|nicht nötig"
    r"|se valora\w*|valoramos|nos gustaría|deseables?|suma(?:n|rá)?|destaca\w*|shine|smile|thrill\w*|icing|cherry|on top|appréci\w*|souhait\w*|(?:petits )?plus|atouts?|bienvenu\w*|ser[íi]a|diferencia\w*|desejáve\w+)\b",
    re.IGNORECASE,
)
_ORNAMENT = re.compile(r"^[\W\d_]+")
"""Pictures and numbers before a heading."""
_OTHER_LEADS = re.compile(
    r"\b(?:benefits|perks|time off|employees (?:receive|enjoy|get)|care ?about|our (?:offer|culture|values|stance|customers?|clients|partners|investors|agents|platform)|core values|interview\w*|(?:hiring|recruit\w+|application) process|in the news|earnings|schedule|disclosures|the (?:office|team)"
    r"|(?:should ?n['’]?o?t|should not|not) (?:apply|be (?:for|right for) you)|unlikely|learn (?:more|how)|proud of|take care of|therefore,? we offer)\b|^(?:why|warum|pourquoi|por qué|about) (?!you\b)|^why you (?!are\b)",
    re.IGNORECASE,
)
_TASK_LEADS = re.compile(
    r"\b(?:responsibilit\w+|day[- ]to[- ]day|daily business|(?:you|and) will(?: also)?\W*$|you['’‘]ll(?: also)?\W*$|(?:when|if|once) you join|(?:first|your) (?:\w+ )?(?:\d+ )?(?:days|weeks|months|year|priorities)|outcomes|success (?:metrics|looks)|make an impact|contribute to|you will do|working on)\b\W*|\byou(?: will|['’‘]ll)\W*$",
    re.IGNORECASE,
)
_MUST_LEADS = re.compile(
    r"\b(?:profil|profile|is this you|successful (?:in|if|at)|thrive|(?:good|great|perfect|right|exceptional) fit|traits|(?:hear from|meet|talk to) you|should (?:apply|join)|brauchst|we (?:\w+ )?(?:ask|require|need|expect|want|seek|look)\w*|(?:you|candidates?|applicants?|person|someone|colleague|who)(?: we \w+)? (?:\w+ )?(?:are|is|has|have|bring|must|should|can|know|want|need|with)|you bring|your \w+|counting on|requisites?|competenc(?:y|ies)|ideal|(?:it|this|the job) takes|essentials|non[- ]negotiables?|deal[- ]?breakers?|registrations?|licen[cs]es?"
    r"|muss|müssen|erwarten|mitbring\w*|bringst|bringen|suchen|wünschen|voraussetzung\w*|pflicht|können|solltest|sollten|(?:dein|ihr)e? (?!vorteil)\w+|kompetenz\w*|kommt es \w+ an|vous (?:\w+ )?(?:disposez|avez|êtes|maîtrisez|justifiez|savez)|(?:ton|tes|votre|vos) (?!avantages)\w+|faut|exigé\w*|attendons|recherchons|excluyentes?|requerimientos|conocimientos|(?:tu|seu|sua) (?!trabajo|día|dia)\w+|buscamos|pedimos|necesit(?:as|amos)|exigimos|tienes|precisas|procuramos|esperamos)\b",
    re.IGNORECASE,
)
"""What a line with a list under it says of that list: "We'd love, but don't insist on", "We ask for"."""


class Section(msgspec.Struct, frozen=True):
    """What stands under a heading: `must` is False where it is only wished, `asks` True where it is asked of the person.

    `relevant` is False where the employer speaks of itself; `work` True where it says what the person will do.
    """

    must: bool = True
    asks: bool = False
    relevant: bool = True
    work: bool = False


PLAIN = Section()
"""Under no heading, or after the end of a list."""
_OTHER, _WISHES, _TASKS, _MUSTS = (
    Section(relevant=False),
    Section(must=False, asks=True),
    Section(work=True),
    Section(asks=True),
)


def opens(line: str, *, leads: bool) -> Section | None:
    """The section that `line` opens; None where it is no heading or says nothing of what follows.

    `leads` says that the items of a list follow: then more wordings are headings, a whole sentence among them.
    """
    if not _is_heading(line, leads=leads):
        return None
    line = _ORNAMENT.sub("", line)
    if _OTHER_HEADING.search(line) or (leads and _OTHER_LEADS.search(line)):
        return _OTHER
    if _BOTH.search(line):
        return _MUSTS
    if leads and (wished(line) or _WISH_LEADS.search(line)):
        return _WISHES
    if _NICE_HEADING.search(line) and (_WISH_OPENS.search(line) or not _STATEMENT.search(line)):
        return _WISHES
    if _TASK_HEADING.search(line) or (leads and _TASK_LEADS.search(line)):
        return _TASKS
    if _MUST_HEADING.search(line) or (leads and (REQUIRED.search(line) or _MUST_LEADS.search(line))):
        return _MUSTS
    return None


def _is_heading(line: str, *, leads: bool) -> bool:
    """Short and no sentence: a heading by its looks."""
    most, words = (100, 14) if leads else (60, 8)
    return (
        len(line) <= most
        and len(line.split()) <= words
        and not line.removesuffix("...").endswith((".", ",", ";"))
        and (leads or not _is_item(line))
    )


def _is_item(line: str) -> bool:
    """A line of a list that lost its mark names what it asks: "Experience with Kafka", "Master's degree preferred"."""
    said = _SAID_OF.match(line)
    return bool(_ITEM.search(line)) or (said is not None and not _HEADING_WORDS.fullmatch(said["what"]))
