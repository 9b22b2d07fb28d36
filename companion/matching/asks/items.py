"""What a short item of a list asks for in the ad's own words, where no vocabulary knows it: "Court report writing"."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re

from companion.intake.gazetteer import country, is_city
from companion.matching.vocabulary import Mention

_ONE = (
    r"(?:an?|the|some|any|strong|solid|good|excellent|very|proven|sound|secure|basic|advanced|previous|prior|practical|working|hands-on|in-depth|deep|demonstrated|extensive|broad|relevant|recent|professional|confident|exceptional|outstanding|superior|existing|successful|current|active|valid|recogni[sz]ed"
    r"|gute|sehr|fundierte|erste|mehrjährige|einschlägige|solide|gültiger?|bonnes?|solides?|une?|la|le|les|premi[eè]re|buen[oa]s?|sólid[oa]s?|amplia|boa|sólida)"
)
_WHAT = (
    r"(?:experience|knowledge|understanding|command|grasp|expertise|background|familiarity|proficiency|proficient|skills?|confidence|confident|competence|record|exposure|experienced|skilled|trained|training|qualified"
    r"|erfahrung(?:en)?|kenntnisse|kenntnis|umgang|praxis|sicherer umgang|expérience|connaissances?|maîtrise|pratique|formation|gestes|experiencia|conocimientos?|dominio|manejo|formación|experiência|conhecimentos?|domínio)"
)
_OF = r"(?:of|in|with|on|to|using|at|doing|mit|von|im|bei|der|des|dem|den|zu|du|de|en|à|aux?|dans|con|sobre|com|em)"
_YEARS = r"(?:at least|min(?:imum|destens|\.)?(?: of)?|over|more than|au moins|mínimo|al menos)?\s*[\d,.+–-]*\+?\s*(?:\w+ )?(?:years?|yrs|jahre?n?|ans|années|años?|anos|months|monate|mois|meses)\b['’]?\+?(?: or more| o más| ou plus)?"
_LEAD = re.compile(
    rf"(?:{_YEARS}\s*(?:d['’]|of )?)?(?:{_ONE}\s+)*(?:(?:\w+[ -])?{_WHAT}\s+(?:(?:{_OF}|d['’]|l['’])\s*\b)+(?:the )?|(?:\w+[ -])?{_WHAT}\s+(?=\w+ing\b)|(?:{_OF}\s+)+(?:the |der |dem |la |an? )?|(?=\S))",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\w\s*(?::|\s[–—-])\s")
"""An item with a label of its own says its thing at length after it: "Duration: six months"."""
_REST = re.compile(r"\s*(?:[,;.(]|\b(?:so that|including|such as|preferably|ideally|e\.g)\b).*$", re.IGNORECASE)
_TASK = re.compile(
    r"(?:act|align|analy[sz]e|assist|attend|become|build|bring|collaborate|commit|conduct|contribute|coordinate|create|cultivate|define|deliver|demonstrate|develop|direct|drive|embrace|engag(?:e|ing)|ensure|establish|evaluate|excel (?=in|at)|execute|expand|facilitate|foster|generate|guide|handle|help|identify|implement|improve|influence|inspire|integrate|investigate"
    r"|join|keep|launch|lead|learn|leverage|live|maintain|make|manage|mentor|monitor|move|negotiate|obsess|operate|optimi[sz]e|oversee|own|participate|partner (?=with|closely)|perform|plan (?=and)|prepare|prioriti[sz]e|provide|pursue|qualify|receive|recommend|represent|resolve|respond|seek|serve|set|shape|solve|stay|streamline|take|thrive|translate|treat|troubleshoot|understand|write|work|(?:most )?\w+ly"
    r"|\w+ (?=(?:the|all|any|our|their)\b)|[\wé]+[ei]r (?=(?:les?|la|des?|du|aux?)\b)|nice to have|access to|availab\w+|(?:located|based|living|offices?|resid(?:ent|ing)|wohnhaft|basée?|résidant|ubicad[oa]|residente) (?:in|at|near|within|à|en)|(?:comfort|interest|desire|commitment|hunger|appetite|eye|excitement|interesse|lust|intérêt|envie|interés|success|fit-for|areas?|former))\b",
    re.IGNORECASE,
)
"""What one will do is no name of what one knows."""
_DOING = re.compile(
    r"(?:has|have|experience|background|erfahrung|expérience|experiencia|(?:\w+ed )?success|track record|less|more|technologies|\w+ly \w+ing)\b|.* (?:and|or|und|of|with|for|in)$|(?:align|assist|build|collaborat|contribut|coordinat|creat|defin|deliver|demonstrat|design|develop|driv|ensur|establish|evaluat|execut|expand|facilitat|foster|help|identify|implement|improv|influenc|lead|maintain|manag|meet|mentor|operat|optimi[sz]|overse|own|participat|perform|prepar|provid|represent|resolv|respond|set|shap|ship|stay|support|tak|translat|turn|us|work)(?:s|es|ing)\b(?! [a-z]*(?:regulation|system|service|room|licen[cs]e)s?$)",
    re.IGNORECASE,
)
"""Nor is what anybody does at work ("delivering results"), nor half a clause."""
_OFFERED = re.compile(
    r"\b(?:perks?|benefits?|insurance|paid|pay|unlimited|time off|holidays?|leave|lunch\w*|snacks?|equity|bonus\w*|vacation|stipend|401|pension|gym|dates?|duration|location|contract|culture|ownership|career|growth|obsession|opportunit\w+|stock|options?|wellness|commuter|medical|dental|vision|401k|duties|mentioned|compensation|subsid\w+|pto|policy|competenc(?:y|ies)|qualifications|(?:education|skills) (?:&|and) \w+|urlaub|mutuelle|vacaciones|seguro)\b",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s+(?:experience|erfahrung|expérience|experiencia)\b.*$|\s+(?:knowledge|skills?|kenntnisse)$", re.IGNORECASE
)
_IS = r"(?:\b(?:is|are|would be|ist|sind|wären?|est|sont|serait|es|son|sería)\s+)?"
_WEIGHED = re.compile(
    rf"\W+(?:{_IS}(?:(?:highly|strongly|also|very|really|not)\s+)?(?:preferred|required|desir(?:able|ed)|essential|mandatory|necessary|needed|helpful|welcome|beneficial|advantageous|ideal|optional|a must"
    rf"|(?:an?|ein|un) (?:\w+ )?(?:plus|bonus|asset|advantage|atout|vorteil)|plus|von vorteil|vorteilhaft|wünschenswert|erwünscht|erforderlich|notwendig|nötig|zwingend|voraussetzung|souhaitée?s?|appréciée?s?|exigée?s?|requise?s?"
    rf"|obligatoires?|indispensables?|deseables?|valorables?|imprescindibles?|necesari[oa]s?|desejáve(?:l|is)|obrigatóri[oa]s?|or (?:equivalent|similar|comparable)|oder (?:vergleichbar|ähnlich|gleichwertig)\w*|ou équivalente?|o (?:equivalente|similar)))\W*$",
    re.IGNORECASE,
)
"""What an item says of the weight of its name, after it: "Photovoltaik von Vorteil"."""
_ROLE = re.compile(
    r"\b(?:roles?|position|founders?)\b|^(?:as|als|en tant que|comme|como)\s|^(?:an?|eine?|une?|der|die|das)\s",
    re.IGNORECASE,
)
"""Who one was is told by the title, and is no skill: "2 years as a chef", "a Product Manager"."""
_SAYS = re.compile(
    r"\b(?:you|your|we|our|us|i|are|is|be|been|will|can|who|that|which|they|them|their|able|ability|willing\w*|want|love|enjoy|like|apply|comfortable|ready|please|plus|not|no|without|day|days|week|hours?|shifts?|salary|age"
    r"|du \w+st|sie|wir|dein\w*|ihr\w*|uns\w*|bist|sind|ist|kannst|können|nicht|kein\w*|bereit\w*|lust|tage?|woche|vous|nous|votre|vos|êtes|est|avez|capable|pas|jours?|tú|usted|nosotros|eres|es|son|capa[cz]\w*|días?|você|sua?)\b",
    re.IGNORECASE,
)
"""A clause says something of somebody; a name of a craft does not."""
_SOFT = re.compile(
    r"flexib|motiv|communicat|collaborat|\bteam|player|attitude|enthusias|passion|reliab|punctual|organi[sz]|detail|initiative|curio|humou?r|\bself|energ|positiv|friendl|proactiv|independen|adapt|problem|interpersonal|creativ|leadership|time management|ethic|resilien|empath|patien|driven|mindset|eager|thinking|analytical|multi-?task|pressure|environment|judge?ment|acumen|standards|ambiguity|\bsense of|desire|mind-?set|minded|ambition|instinct|presentation skills|professionalism|integrity|honest|trust|stamina|english|spirit|quick|listening|learner"
    r"|zuverläss|freude|spaß|kommuni|selbst|engagement|belastbar|sorgfalt|leidenschaft|verantwort|eigeninitiative|struktur|denken|hands-on|lernbereit|auftreten|arbeitsweise|rigueur|rigoureu|autonom|esprit|\bsens d|dynam|aisance|polyvalen|discrétion|curieu|relationnel|écoute|disponib|ganas|trabajo en equipo|responsab|actitud|comunica|puntual|dispon|vontade|iniciativ|capacidade|\bgusto\b|\bgoût\b",
    re.IGNORECASE,
)
"""Traits that every ad praises and nobody lists."""
_EMPTY = re.compile(
    rf"(?:{_ONE}|{_WHAT}|{_OF}|relevant|similar|related|technical|soft|full-time|work|roles?|position|field|\W)*",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Za-zÀ-ɏ]{3}|[A-Z]{2}")
_ASIDE = re.compile(r"(?<=\w)\s(?:with|at|for|from|by|on|mit|bei|für|avec|pour|con|para)\s.*$", re.IGNORECASE)
"""What an item says beside its name, given up where it makes it long: "with the Board"."""
_MOST, _LONGEST = 6, 60


def own_wording(item: str) -> tuple[Mention, ...]:
    """The one thing `item` asks for, as it words it; none for whole sentences, long items and traits of character."""
    whole = _REST.sub("", item)
    text = _WEIGHED.sub("", whole)
    if item.rstrip().endswith((":", "!")) or "www." in item or "http" in item or country(text) or is_city(text):
        return ()
    if _LABEL.search(item) or _TASK.match(text) or any(one.search(text) for one in (_SAYS, _SOFT, _OFFERED)):
        return ()
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    name = _TAIL.sub("", text[start:]).rstrip()
    if _MOST < len(name.split()) <= _MOST + 3:
        name = _ASIDE.sub("", name)
    if (
        _EMPTY.fullmatch(name)
        or _ROLE.search(name)
        or _DOING.match(name)
        or (len(whole) < len(item.rstrip(".")) and " " not in name)
    ):
        return ()
    if len(name) > _LONGEST or len(name.split()) > _MOST or not _LETTERS.search(name):
        return ()
    return (Mention(name, start, start + len(name)),)
