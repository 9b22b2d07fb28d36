"""Whether a sentence under no heading speaks of what the applicant must bring, or only of the firm and its people."""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re

from companion.matching.asks.weight import REQUIRED, wished

_APPLICANT = re.compile(
    r"\b(?:you(?:['’]ll| will| must| should)? (?:(?:also|already|ideally) )?(?:have|bring|need|know|hold|possess|must|can|are (?:an? )?(?:\w+ )?(?:familiar|fluent|proficient|comfortable|experienced|able|skilled|versed|confident))|you['’]ve|you['’]re (?:\w+ )?(?:familiar|fluent|proficient|comfortable|experienced|skilled)"
    r"|you should|please have|at ease with|hear from you if|(?:job|role|post|position|this) takes|hands[- ]on with|strong in|at least|minimum|or (?:similar|higher|above)"
    r"|familiar(?:ity)? with|proficien\w+|fluen(?:t|cy)|experienced? (?:in|with|of|as|on|\w+ing)|\w+ experience\b|knowledge of|understanding of|expertise (?:in|with)|background in|command of|skilled in"
    r"|(?:we|who|is|are|['’]re) (?:now |currently |also )?(?:look(?:ing)?|seek(?:ing)?|require|need|want|ask(?:ing)?|after|hiring)|require[sd]?|prerequisite|candidates?|applicants?"
    r"|du (?:hast|bringst|kennst|kannst|beherrschst|verfügst)|sie (?:haben|bringen|verfügen|beherrschen|kennen|gehen|können|sprechen|erstellen)|\w*kenntnisse\w*|\w*erfahrung\w*|wir (?:suchen|erwarten)|mindestens|vertraut|sicher in|oder ähnlich\w*|suchen wir|umgang mit"
    r"|vous (?:\w+ )?(?:avez|maîtrisez|disposez|justifiez|connaissez|êtes|parlez)|maîtris\w+|connaissances?|faut|bonnes bases|au moins|(?:ou|et) (?:équivalent|similaires?|plus)|expérience|(?:re)?cherchons"
    r"|buscamos|experiencia|conocimientos?|dominio|manejo|tengas|conozcas|cuentas con|sepas|mínimo|al menos|[ou] (?:superior|similar(?:es)?|equivalentes?)|procuramos|experiência|conhecimentos?|domínio)\b",
    re.IGNORECASE,
)
_EMPLOYER = re.compile(
    r"\W*(?:we|our|wir|unser\w*|nous|notre|nos|nosotros|nuestr\w+|somos|nossa?s?)\b(?! (?:are |['’]re |now |currently |also )*(?:look|seek|requir|need|want|ask|expect|hir|such|erwart|(?:re)?cherch|ideal|perfect))",
    re.IGNORECASE,
)


def asks_applicant(sentence: str) -> bool:
    """Whether `sentence` says what somebody who applies has, knows or needs."""
    if _EMPLOYER.match(sentence):
        return False
    return bool(_APPLICANT.search(sentence) or REQUIRED.search(sentence) or wished(sentence))
