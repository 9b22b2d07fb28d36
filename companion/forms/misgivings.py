"""Reasons to leave a question whose words say more than its meaning holds: someone else's facts, a hidden negation, a
window of time, "less than". Leaving one too many costs an empty field; an inverted answer costs an application."""

import re

import msgspec

from companion.forms.context import Context
from companion.forms.familiar import narrows, strange
from companion.forms.headings import CURRENT, PERSONAL, WILLING, beneath
from companion.forms.meaning import BY_PERSON, SAID_NOW, Meaning
from companion.forms.value import Value
from companion.forms.vocabulary import term
from companion.forms.words import fold
from companion.model.form import Answer

_OTHERS = re.compile(
    r"\b(your|ihre?|dein\w*|votre|tu|su|seu|sua) (spouse|husband|wife|partner|children|child|dependents?|dependants?|"
    r"parents?|mother|father|siblings?|family|friend|colleagues?|team|company|employer|manager|clients?|ehe\w+|"
    r"kinder|conjoint\w*|"
    r"conyuge|hijos|conjuge|filhos)\b"
)
_NEGATED_NOUN = re.compile(r"\bno (?!longer|matter|later|more|less|fewer|if|please|and|or|is|are)\w+")
_ENGLISH = re.compile(r"\b(you|your|are|do|does|have|is|the|will|any|there)\b")
"""In Portuguese "no" is "in the"."""
_NEGATIVE = re.compile(
    r"\b(lack|lacks|lacking|unwilling|refuse|refuses|ineligible|unauthori[sz]ed|prohibit\w*|prevent\w*|barred|"
    r"incapable|oppose[ds]?|object to|fail(ed)? to|restricted from|forbidden|disallowed|exempt|decline to|avoid|"
    r"non(?! (compete\w*|solicit\w*|disclosure|binary))|against|opposed|reluctant|hesitant|averse|unprepared|zero|"
    r"hinder\w*|(any|no) (legal |other )?(restrictions?|limitations?|obstacles?|impediments?|reasons?|issues?|"
    r"problems?|barriers?)|"
    r"other than|outside|except|excluding|rather than|instead of)\b"
)
_TURNED = re.compile(r"\b(false that|untrue|incorrect|not (true|correct|the case)|disagree|deny)\b")
_CONDITION = re.compile(
    r"^(if|in case|wenn|falls|sofern|caso) (?!(you (are |were |get )?|we )?(hired?|selected|offer(ed)?|successful)\b|"
    r"(applicable|available|any|possible|relevant)\b|"
    r"you have (a |an |any )?\w* ?(profile|portfolio|website|page|link)\b)"
)
"""But for conditions that are met, or that every application is made on."""
_ENDED = re.compile(
    r"\b(expired|suspended|revoked|refused|denied|rejected|cancell?ed|withdrawn|terminated|overstayed|lapsed|invalid)\b"
)
_BELOW = re.compile(
    r"\b(less|fewer|under|below|at most|no more than|not more than|maximum|up to|weniger|moins|menos|unter|hochstens)\b"
)
_WINDOW = re.compile(
    r"\b(in|within|during|over) (the )?(last|past|previous|letzten|derniers?|ultimos?)\b|\bsince \d{4}\b|"
    r"\brecent(ly)?\b|\b(before|after|until|prior to|as of|ago)\b"
)
_BETWEEN = re.compile(r"\bbetween\b|\d ?([–-]|to|and|bis|a|à) ?\d")
_FOR_YEARS = re.compile(
    r"\b(\d+|one|two|three|four|five|six|ten|how many|how long|several)\b.{0,20}\b(years?|months?|long)\b|\bsince\b"
)
_WITHOUT = re.compile(r"\b(without|with no|ohne|sans|sin|sem|senza|bina)\b")
_COMPONENT = re.compile(
    r"\b(variable|bonus|commission|in ?hand|take ?home|net|netto|nets?|neto|liquido|stock|equity|esops?|allowances?|"
    r"hike|increment|percent(age)?|ote|on target|target earnings|incentives?)\b"
)
_OWN_FIXED = re.compile(r"\b(fixed|base|basic|fixe|fijo|grundgehalt|fixum)\b")
_EARLIER_PAY = re.compile(
    r"\b(ago|previous|prior|first|earlier|before|starting|initial|joined|former|entry|past|vorherige\w*|anterior)\b"
)
_WAS_SPONSORED = re.compile(
    r"^(?!.*\b(will|would|now|future)\b).*\bever\b|"
    r"\b(previously|in the past|formerly|past|before|transfer\w*|visit\w*|travel\w*|interview\w*|tourist|attend)\b|"
    r"^(have|were|did|has|hattest|wurden|avez vous (deja|ete|eu)) "
)
_WILL_OBTAIN = re.compile(
    r"\b(willing|able|intend\w*|plan\w*|eligible|going|ready|prepared|hope|expect\w*) to "
    r"(obtain|acquire|get|gain|apply|seek|become|secure|receive)\b|\b(applying|applied|apply) for\b|\bprocess of\b"
)
_RIGHT_OF_A_KIND = re.compile(
    r"\b(limited|temporar\w*|permanent\w*|depend\w*|tied|subject to|condition\w*|travel\w*|visit\w*|stud(y|ied)|lived|"
    r"stay(ed)?|befristet\w*|limitee?|proof|prove|document\w*|copy|evidence)\b"
)
_BEFORE_NOW = re.compile(r"\b(previous|former|prior|before|earlier|vorherige\w*|letzte\w*|precedente?|anterior)\b")
_NOW_OR_BEFORE = re.compile(
    r"\b(current\w*|present|aktuelle\w*|actuel\w*|actual|atual)( employer)? (or|and|und|ou|o|e) "
)
_BEGAN = re.compile(
    r"\b(did you|started|began|joined)\b|\b(current|present|last|previous) (job|role|position|employ\w*)\b"
)
_OTHER_SCRIPT = re.compile(
    r"\b(kanji|kana|katakana|hiragana|furigana|chinese|arabic|cyrillic|devanagari|hangul|native script|local script|"
    r"local language|native language)\b|漢字|カナ|かな|ふりがな"
)
_HELP_MOVING = re.compile(
    r"\b(assistance|support|package|reimburse\w*|allowance|costs?|expenses?|paid|help|bonus|unterstutzung|aide|ayuda|"
    r"ajuda|umzugskosten)\b"
)
_OTHER_LICENCE = re.compile(
    r"\b(commercial|cdl|hgv|lgv|truck|lorry|motor ?cycle|motorbike|forklift|crane|bus|heavy|pilot|boat|fork lift|"
    r"class [a-z0-9]+|category (?!b\b)[a-z0-9]+|klasse (?!b\b)[a-z0-9]+|permis (?!b\b)[a-z]\b|"
    r"international|clean|full uk|points?|restricted)\b"
)
_OTHER_PERSON = re.compile(
    r"\b(emergency|referees?|references?|referrers?|supervisors?|managers?|recruiters?|spouses?|partners?|parents?|"
    r"fathers?|mothers?|guardians?|next of kin|kin|beneficiary|nominee|doctor|physician|landlord|"
    r"notfall\w*|vorgesetzt\w*|urgence|"
    r"emergencia|jefe|chefe|responsable|colleague|witness|hr contact|agency)\b|勤務先の|会社の"
)
_OF_A_BODY = re.compile(
    r"\b(employer|company|university|school|college|organi[sz]ation|institution|bank|arbeitgeber|firma|empresa|"
    r"entreprise)s? (e ?mail|phone|telephone|address|website|url|fax|contact|telefon\w*|adresse)\b|"
    r"\b(e ?mail|phone|telephone|address|website|url|fax|number|telefon\w*|adresse)\b.{0,16} "
    r"(of|for|at|von|des|der|de|du|da|do) (\w+ ){0,2}"
    r"(employer|company|university|school|college|organi[sz]ation|institution|bank|arbeitgeber\w*|firma|empresa|entreprise)\b"
)
_MORE_THAN_A_NAME = re.compile(
    r"\b(address|phone|telephone|e ?mail|website|url|industry|sector|size|revenue|contact|city|country|adresse|"
    r"telefon)\b"
)
_WAS = re.compile(r"^(were|was|had|did) |\b(before|until|since|in) (19|20)\d\d\b|\b(previously|formerly|in the past)\b")
_LATEST = re.compile(r"\b(latest|no later|at the latest|spatestens|plus tard|mas tardar|mais tardar)\b")
_BORN_THERE = re.compile(r"\b(home ?town|native|birth|birth ?place|born|geburtsort|naissance|nacimiento|nascimento)\b")
_OF_ELSEWHERE = re.compile(
    r"^(?!.*\b(residen\w+|reside|residing|live|living|home|located|based|domicile|address|mailing|dwelling|are|current)\b)"
    r"(your |the |name of )?(country|city|town|state|province|region|county|"
    r"postal code|post ?code|zip( code)?|pin ?code) "
    r"(of|for|where|in which|from|that|you|at)\b"
)
_POSSESSIVE = re.compile(r"\b(?!applicant|candidate|employee|user|sign|driver|today)\w+['’]s\b", re.IGNORECASE)
_ABOUT_ME = frozenset(
    f"eeo.{name}" for name in "gender transgender orientation race hispanic veteran military disability age".split()
)
_NOT_OF_MINE = re.compile(
    r"\b(emergency|contact|child\w*|son|daughter|spouse|partner|room ?mates?|colleagues?|managers?|teams?|family|"
    r"familie|users?|clients?|customers?|patients?|prefer|preference|preferred|care for|caring for|support(ing)?|"
    r"experience|train\w*|parking|offender|inclusion|inclusive|diverse)\b"
)
"""A protected category of others, or work that has to do with it."""
_WORKING_DAYS = re.compile(
    r"\b(working|business|work) days\b|\b(werktag|arbeitstag)\w*|\bjours ouvr\w+|\bdias (habiles|uteis)\b"
)
_ANOTHER = re.compile(
    r"\b(alternat\w+|secondary|second|backup|office|work|business|company|zweite\w*|alternativ\w*|geschaftlich\w*|"
    r"autre|secondaire|bureau|alternativ[oa]|otro|segund[oa]|outr[oa]|oficina)\b"
)
"""A second number or address is not the one that the profile holds."""
_SINCE = re.compile(r"\b(years?|months?|how long) (since|ago)\b")
_FROM_OTHERS = re.compile(
    r"\b(team members?|from your|from candidates?|do we|should we|must we|we give|employer gives?)\b"
)
_BOTH = re.compile(r"\b(and|,) ?(if (so|yes)|when|since when|what|which|how)\b")
_ASKS_YES = re.compile(r"^(are|is|do|does|did|have|has|will|would|can|could|were|was|sind|haben|avez|etes|tiene|tem) ")
_AS_IT_IS = re.compile(
    r"\b(current|present|previous|last|existing) (job|role|position|work\w*|employ\w*|contract)\b|"
    r"\b(do|are) you (currently|presently|already|now|ever)\b(?!.{0,20}\b(able|willing|open|available)\b)|"
    r"^(have|had|did|were|was) you\b|\b(ever|used to|worked)\b|"
    r"\b(derzeit\w*|aktuell\w*|bisher\w*|momentan|actuel\w*|actualmente|atualmente)\b|^(hast|haben|avez|ha|has) "
)
_NEEDS = re.compile(
    r"\bdo you (require|need|mind|prefer|want|insist)\b|\bmust haves?\b|\b(mind|object\w*|only|essential|deal ?breaker|"
    r"condition|important|preferably)\b"
)
_RIGHTS = ("work.authorization", "sponsorship.", "visa.", "citizenship")
_EXPERIENCE = ("experience.", "years.")


def misgiving(context: Context, meaning: Meaning, value: Value) -> str:
    """Why `value` should not answer this question after all; "" where nothing speaks against it."""
    if _answered_so(context, meaning, value):
        return ""
    if doubt := _doubt(context, meaning, value):
        return doubt
    if meaning.rule in (BY_PERSON, SAID_NOW):
        return ""  # the person said what these very words ask
    word = strange(context, meaning, value)
    return f"The question says more than we can be sure of: “{word}”." if word else ""


def narrower(context: Context, meaning: Meaning, answer: Answer, value: Value) -> bool:
    """Whether `answer` was given to other words that ask less, or more, than those of `meaning`."""
    if not answer.question or fold(answer.question) == fold(context.question(meaning)):
        return False
    told = msgspec.structs.replace(meaning, question=answer.question, field_id="", polarity="negative")
    return bool(_doubt(context, told, value)) or narrows(context, meaning, answer)


def _answered_so(context: Context, meaning: Meaning, value: Value) -> bool:
    """Whether the person gave the value as the answer to these very words."""
    asked = fold(context.question(meaning))
    return any(f"answer/{each.id}" == value.fact and fold(each.question) == asked for each in context.answers)


def _doubt(context: Context, meaning: Meaning, value: Value) -> str:
    question = fold(context.question(meaning))
    party = term(meaning.key).repeats or meaning.key.startswith(("current.", "notice.", "how."))
    if doubt := beneath(context, meaning):
        return doubt
    if _CONDITION.search(question):
        return "The question is put on a condition."
    if not party and _OTHERS.search(question):
        return "The question is about someone else or another party."
    if meaning.key.startswith(_EXPERIENCE) and _WINDOW.search(question):
        return "The question is about a span of time that your profile does not settle."
    if meaning.key.startswith(WILLING) and _AS_IT_IS.search(question):
        return "The question is about how you work now or did before."
    if value.kind == "bool" and meaning.key.startswith(WILLING) and _NEEDS.search(question):
        return "The question is about what you need, not about what you would do."
    if meaning.key.startswith(_RIGHTS) and _FOR_YEARS.search(question):
        return "The question asks how long, and your facts do not say."
    if meaning.key.startswith("salary.") and value.kind == "money" and _COMPONENT.search(question):
        return "The question asks for a part of the pay that your figure does not tell apart."
    if meaning.key == "salary.current" and _OWN_FIXED.search(question):
        return "The question asks for a part of the pay that your figure does not tell apart."
    if meaning.key == "salary.current" and _EARLIER_PAY.search(question):
        return "The question is about the pay of an earlier job."
    if meaning.key.startswith(PERSONAL) and (_OTHER_PERSON.search(question) or _OF_A_BODY.search(question)):
        return "The question is about someone else or another party."
    if meaning.key.startswith(PERSONAL) and _POSSESSIVE.search(context.question(meaning)):
        return "The question is about someone else or another party."
    if meaning.key in _ABOUT_ME and _NOT_OF_MINE.search(question):
        return "The question is about someone else or another party."
    if value.kind == "duration" and _WORKING_DAYS.search(question):
        return "The question counts working days, and your notice counts all."
    if meaning.key.startswith(("notice.", "start.")) and _FROM_OTHERS.search(question):
        return "The question is about someone else or another party."
    if meaning.key.startswith("address.") and _BORN_THERE.search(question):
        return "The question is about where you come from."
    if meaning.key in {"phone", "email"} and _ANOTHER.search(question):
        return "The question asks for another one than your profile holds."
    if meaning.key.startswith(("address.", "location.current")) and _OF_ELSEWHERE.search(question):
        return "The question is about another place than where you live."
    if value.kind == "date" and _SINCE.search(question):
        return "The question asks how long ago."
    if meaning.key in CURRENT and _BEFORE_NOW.search(question) and not _NOW_OR_BEFORE.search(question):
        return "The question is about an earlier job."
    if meaning.key in CURRENT and _MORE_THAN_A_NAME.search(question):
        return "The question asks for more than a name."
    if meaning.key == "start.earliest" and _LATEST.search(question):
        return "The question asks for the latest day."
    if meaning.key == "start.earliest" and _BEGAN.search(question):
        return "The question is about the start of another job."
    if meaning.key.startswith("name.") and _OTHER_SCRIPT.search(question) and value.text.isascii():
        return "The form asks for your name in another script."
    if value.kind != "bool" and _BOTH.search(question) and _ASKS_YES.search(question):
        return "The question asks two things at once."
    if value.kind != "bool":
        return ""
    if meaning.key.startswith("sponsorship.") and _WAS_SPONSORED.search(question):
        return "The question is about the past, or about a visa you would bring."
    if meaning.key == "work.authorization" and _WILL_OBTAIN.search(question):
        return "The question is about what you would do, not about what is."
    if meaning.key == "work.authorization" and (_RIGHT_OF_A_KIND.search(question) or _WAS.search(question)):
        return "The question asks more of your right to work than whether you have it."
    if meaning.key == "relocation" and _HELP_MOVING.search(question):
        return "The question is about help with the move."
    if meaning.key == "licence.driving" and _OTHER_LICENCE.search(question):
        return "The question asks for a licence of a certain kind."
    if meaning.key == "work.authorization" and meaning.polarity == "negative" and _WITHOUT.search(question):
        return "“Without” may turn the question or only narrow it."
    if meaning.threshold is not None and _BETWEEN.search(context.question(meaning).casefold()):
        return "The question names a range."
    if _TURNED.search(question):
        return "The question turns a statement round."
    denied = _NEGATIVE.search(question) or (_ENGLISH.search(question) and _NEGATED_NOUN.search(question))
    if meaning.polarity == "positive" and denied:
        return "The question is put in the negative."
    if _ENDED.search(question):
        return "The question is about something that ended or was refused."
    if meaning.threshold is not None and meaning.key != "age.minimum" and _BELOW.search(question):
        return "The question asks for less than an amount."
    return ""
