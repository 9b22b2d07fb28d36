"""Words that tell titles from employers, schools from degrees, and places from both. Evidence, never proof."""

import functools
import re

from babel import Locale

from companion.matching.distance import country_of
from companion.resume.labels import LABELS
from companion.resume.reading.diplomas import DEGREE
from companion.resume.reading.occupations import OCCUPATIONS
from companion.resume.reading.workplaces import DOER, WORKPLACE

TITLE = re.compile(
    r"\b(?:engineer(?:ing manager)?|developer|programmer|manager|director|analyst|architect|designer|consultant|"
    r"intern(?:ship)?|assistant|associate|lead(?:er)?|head|officer|specialist|coordinator|administrator|scientist|"
    r"researcher|teacher|tutor|professor|lecturer|instructor|nurse|physician|technician|supervisor|accountant|"
    r"clerk|representative|executive|president|founder|co-?founder|partner|owner|ceo|cto|cfo|coo|cio|cpo|vp|"
    r"editor|writer|journalist|author|producer|strategist|planner|recruiter|buyer|cashier|server|barista|waiter|"
    r"waitress|chef|cook|driver|operator|mechanic|electrician|trainer|coach|counsel(?:or|lor)?|lawyer|attorney|"
    r"paralegal|secretary|receptionist|agent|advisor|adviser|auditor|controller|bookkeeper|volunteer|member|fellow|"
    r"freelance(?:r)?|contractor|apprentice|trainee|student|docent|ambassador|organi[sz]er|captain|chair(?:man|woman)?|"
    r"treasurer|mentor|contributor|maintainer|tester|qa|sre|devops|full[- ]stack|postdoc\w*|fellowship|"
    r"superintendent|foreman|guard|pharmacist|therapist|dentist|veterinarian|surveyor|estimator|scrum master|"
    r"self[- ]employed|facilitator|leadership|"
    r"(?:software|system|daten|projekt|produkt|team|abteilungs|vertriebs|bau|web|front|back)?(?:entwickler|ingenieur|"
    r"leiter|berater|architekt)(?:in)?|mitarbeiter(?:in)?|werkstudent(?:in)?|praktikant(?:in)?|kauf(?:mann|frau)|"
    r"fachkraft|\w*angestellter?|sachbearbeiter(?:in)?|referent(?:in)?|assistent(?:in)?|"
    r"ingénieur(?:e)?|développeur|développeuse|chef(?:fe)? de projet|responsable|directeur|directrice|stagiaire|"
    r"chargée? de|consultante?|ingeniero|ingeniera|desarrollador(?:a)?|gerente|jefe|becario|analista|ingegnere|"
    r"commis|porter|housekeeper|cleaner|carer|care worker|caregiver|picker|packer|welder|plumber|carpenter|midwife|"
    r"dispatcher|merchandiser|stocker|bartender|concierge|butcher|baker|tailor|hairdresser|stylist|pilot|"
    r"steward(?:ess)?|paramedic|"
    r"firefighter|librarian|translator|interpreter|photographer|illustrator|animator|economist|statistician|biologist|"
    r"chemist|physicist|mathematician|geologist|actuary|underwriter|banker|inspector|labou?rer|machinist|gardener|"
    r"copywriter|registrar|dean|optometrist|radiographer|phlebotomist|hygienist|aide|nanny|babysitter|sergeant|"
    r"(?:elektr|mechatr|inform|mechan|techn)(?:on)?iker(?:in)?|\w*(?:pfleger|meister|arbeiter|lehrer|verkäufer|"
    r"schlosser|händler|fahrer|buchhalter|mechaniker|techniker|ärzt|arzt|koch|köch|bäcker|maurer)(?:in)?|"
    r"infirmi(?:er|ère)|enseignante?|professeure?|vendeu(?:r|se)|serveu(?:r|se)|cuisini(?:er|ère)|comptable|avocate?|"
    r"technicien(?:ne)?|conseill(?:er|ère)|gestionnaire|adjointe?|assistante?|apprentie?|caissi(?:er|ère)|"
    r"cociner[oa]|camarer[oa]|profesora?|maestr[oa]|enfermer[oa]|médic[oa]|contable|abogad[oa]|vendedora?|conductora?|"
    r"técnic[oa]|directora?|coordinadora?|administrativ[oa]|auxiliar|ayudante|encargad[oa]|dependient[ae]|"
    r"arquitect[oa]|"
    r"arquitet[oa]|professora?|enfermeir[oa]|advogad[oa]|motorista|cozinheir[oa]|coordenadora?|gestora?|assistente|"
    r"estagiári[oa]|impiegat[oa]|cuoc[oa]|camerier[ae]|infermier[ae]|insegnante|commess[oa]|avvocat[oa]|operai[oa]|"
    r"magazziniere|medewerker|verpleegkundige|leraar|lerares|verkoper|adviseur|kierowni(?:k|czka)|specjalista|"
    r"analityk|nauczyciel(?:ka)?|"
    r"sviluppatore|responsabile|tirocinante|ontwikkelaar|beheerder|stagiair|engenheir[oa]|desenvolvedora?|estagiári[oa])s?\b",
    re.IGNORECASE,
)
SENIORITY = re.compile(r"\b(?:senior|junior|sr|jr|principal|staff|chief|lead|head|vice)\b", re.IGNORECASE)
COMPANY = re.compile(
    r"\b(?:inc|llc|llp|ltd|limited|corp(?:oration)?|co|company|gmbh|ag|kg|ohg|ug|se|s\.?a\.?|s\.?a\.?s|sarl|s\.?r\.?l|"
    r"s\.?p\.?a|b\.?v|n\.?v|oy|ab|a/s|aps|plc|pty|pvt|group|holdings?|labs?|laborator(?:y|ies)|studios?|technologies|"
    r"technology|systems?|solutions|software|services|consulting|partners|associates|agency|bank|capital|ventures|"
    r"university|college|institute|school|hospital|clinic|museum|library|ministry|department|foundation|association|"
    r"society|center|centre|council|authority|industries|international|global|networks?|media|press|airlines|"
    r"logistics|analytics|robotics|retail|research|academy|church|restaurante?|hotel|hostel|hospice|"
    r"pharmacy|bakery|brewery|caf[eé]|stores?|supermarkets?|contractors|electric|infotech|insurance|"
    r"\w*büro|und partner|et associés|y asociados|"
    r"airport|schools|trust|union|kanzlei|praxis|apotheke|bäckerei|krankenhaus|gruppe|bureau|atelier|"
    r"cabinet|clinique|hôpital|groupe|mairie|grupo|ayuntamiento|taller|clínica|city of|state of|"
    r"oficina|carpint[ae]r[ií]a|padaria|panader[ií]a|farm[aá]cia|loja|tienda|m[oó]veis|muebles|peluquer[ií]a|officina|"
    r"falegnameria|ristorante|trattoria|pizzeria|panificio|negozio|boulangerie|menuiserie|pharmacie|épicerie|"
    r"brasserie|auberge|crêperie|boutique|magasin|garage|werkstatt|schreinerei|tischlerei|metzgerei|autohaus|"
    r"spedition|bakkerij|slagerij|winkel|workshop|bistro|inn|pub|"
    r"comune|gemeente|gemeinde|landkreis|landratsamt|kommune|municipio|municipality|municipalité|prefeitura|"
    r"câmara municipal|ajuntament|diputación|county|borough|"
    r"government|army|navy|air force|universität|hochschule|klinik|stadt|verein|stiftung|werke|bibliothek|"
    r"université|école|universidad|università|universiteit|universidade)\b\.?",
    re.IGNORECASE,
)
SCHOOL = re.compile(
    r"\b(?:\w*univer[sz](?!al?e?\b|e\b)\w+|secondary(?! (?:education|school))|sixth form|coláiste|"
    r"uniwersytet\w*|yliopisto|egyetem|\w*h[öø][gj]skol\w*|ülikool|coll[eè]ge|in?stitut\w*|"
    r"facult\w+|acad[eé]mi[ae]|accademia|col[eé]gi\w+|kolleg|"
    r"(?:handels|handwerks|wirtschafts)kammer|ihk|iut|cfa|afpa|greta|senai|senac|etec|fatec|cefet|enaip|roc|ies|"
    r"centre de formation|centro de formación|"
    r"school|academy|polytechnic\w*|hochschule|fachhochschule|\w*gymnasi\w+|école|"
    r"ecole|lycée|lycee|faculty|faculdade|escuela|colegio|instituto|politecnico|politécnic\w+|liceo|hogeschool|uni|"
    r"conservator\w+|seminary|bootcamp|akademie|escola|htl|\w*lyceum|licej|scuola|berufsschule|realschule|"
    r"(?!(?:meister|techniker)schule (?:im|in)\b)\w*schule|"
    r"\w+skola(?:n)?|\w*skole(?:n)?|\w*koulu|opisto|szkoł[ay]|technikum|politechnika|liceum|zespół szkół|"
    r"univerzita|fakulta|[šs]kola|gymnázi\w+|főiskola|\w*iskola|gimnázium|liceul|colegiul|üniversitesi|lisesi|"
    r"πανεπιστήμιο|λύκειο|университет|институт|училище|колледж|лицей|школа|університет|інститут|коледж|ліцей|iit|mit|eth|epfl|ucla|caltech|"
    r"tu|cuny|suny|insead|hec|cbse|icse|(?:state|central) board|board of(?: \w+){0,3} education)\b",
    re.IGNORECASE,
)
SCORE = re.compile(
    r"(?:\b(?:(?:overall|cum(?:ulative)?\.?|major|final)?\s*(?:c?gpa|grade|note|abschlussnote|average|score|cgpa|"
    r"mention|percentage))(?!\s+(?:9|1[0-2])(?:\s+diploma|\s*$))"
    r"\s*(?:of|:|-|–)?\s*|(?<=\t)(?=\d\d?(?:[.,]\d+)?\s*%\s*(?:\t|$)))(\d[\d.,]*(?:\s*(?:/|out of)\s*\d[\d.,]*)?\s*%?)",
    re.IGNORECASE,
)
FLUENCY = re.compile(
    r"\b(?:native|mother tongue|bilingual|fluent(?:ly)?|proficien\w+|advanced|intermediate|basic|beginner|"
    r"conversational|"
    r"professional(?: working)?(?: proficiency)?|full professional|limited working|elementary|working|business|"
    r"muttersprach\w+|fließend|verhandlungssicher|grundkenntnisse|gut\w*|sehr gut\w*|courant|langue maternelle|"
    r"intermédiaire|notions|nativo|fluido|avanzado|intermedio|básico|madrelingua|fluente|[ABC][12](?:\.\d)?\+?)\b",
    re.IGNORECASE,
)
MODE = re.compile(
    r"^\(?(?:fully\s+)?(?:remote|hybrid|on-?site|homeoffice|home office|télétravail|teletrabajo)\)?$", re.IGNORECASE
)
_NO_TOWNS = frozenset(
    "mobile sales reading baker progress mission independence nice orange split bath enterprise commerce media man of "
    "bar most service union delta metro deal ware sandwich battle sport design support online march may august central "
    "marketing corporate research data police present home office remote male single none normal".split()
)
"""Towns whose names are likelier something else on a resume."""
_STATES = (
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA "
    "RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NL PE NSW VIC QLD WA SA TAS ACT UK USA US UAE"
).split()
ESTADOS = "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO".split()
"""States of Brazil, told apart from degrees by the town before them."""
_COUNTIES = (
    "bedfordshire|berkshire|buckinghamshire|cambridgeshire|cheshire|cornwall|county durham|cumbria|derbyshire|devon|"
    "dorset|east sussex|east yorkshire|essex|gloucestershire|greater london|greater manchester|hampshire|herefordshire|"
    "hertfordshire|isle of wight|kent|lancashire|leicestershire|lincolnshire|merseyside|middlesex|norfolk|"
    "north yorkshire|northamptonshire|northumberland|nottinghamshire|oxfordshire|rutland|shropshire|somerset|"
    "south yorkshire|staffordshire|suffolk|surrey|sussex|tyne and wear|warwickshire|west midlands|west sussex|"
    "west yorkshire|wiltshire|worcestershire|yorkshire|aberdeenshire|argyll|ayrshire|dumfries and galloway|fife|"
    "lanarkshire|perthshire|renfrewshire|scottish borders|stirlingshire|carmarthenshire|ceredigion|denbighshire|"
    "flintshire|glamorgan|gwent|gwynedd|monmouthshire|pembrokeshire|powys|south glamorgan|"
    "county antrim|county armagh|county down|county fermanagh|county tyrone"
)
"""Counties of the United Kingdom that stand behind their towns."""
_STATE_NAMES = frozenset(
    (
        "québec|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho|"
        "illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|"
        "missouri|montana|nebraska|nevada|ohio|oklahoma|oregon|pennsylvania|tennessee|texas|utah|vermont|virginia|"
        "washington|wisconsin|wyoming|ontario|quebec|alberta|manitoba|bavaria|bayern|hessen|sachsen|england|scotland|"
        "wales|catalonia|lombardy|maharashtra|karnataka|telangana|gujarat|kerala|punjab|haryana|new hampshire|"
        "new jersey|new mexico|new york|north carolina|north dakota|rhode island|south carolina|south dakota|"
        "west virginia|british columbia|nova scotia|tamil nadu|uttar pradesh|west bengal|new south wales|"
        "northern ireland|baden-württemberg|nordrhein-westfalen|saxony|hesse|lower saxony|brandenburg|thuringia|"
        "île-de-france|andalusia|gauteng|kwazulu-natal|mpumalanga|limpopo|western cape|eastern cape|northern cape|"
        "free state|sindh|khyber pakhtunkhwa|balochistan|metro manila|" + _COUNTIES
    ).split("|")
) | {
    f"{name} state"
    for name in (
        "abia|adamawa|akwa ibom|anambra|bauchi|bayelsa|benue|borno|cross river|delta|ebonyi|edo|ekiti|enugu|gombe|imo|"
        "jigawa|kaduna|kano|katsina|kebbi|kogi|kwara|lagos|nasarawa|niger|ogun|ondo|osun|oyo|plateau|rivers|sokoto|taraba|"
        "yobe|zamfara"
    ).split("|")
}


@functools.cache
def _countries() -> dict[str, str]:
    """Country names and common short forms in the languages of `labels` → ISO 3166-1 alpha-2."""
    out: dict[str, str] = {}
    for language in reversed(LABELS):  # the first of them, English, has the last word
        territories: dict[str, str] = Locale(language).territories  # pyright: ignore[reportAssignmentType]
        for code, name in territories.items():
            if len(code) == 2 and code.isalpha():
                out[name.casefold()] = code
    short = {
        "usa": "US", "u.s.a.": "US", "us": "US", "u.s.": "US", "uk": "GB", "u.k.": "GB", "england": "GB",
        "scotland": "GB",
        "wales": "GB", "uae": "AE", "turkey": "TR", "czech republic": "CZ", "south korea": "KR", "s.korea": "KR",
        "korea": "KR", "russia": "RU", "hong kong": "HK", "taiwan": "TW", "vietnam": "VN", "iran": "IR",
        "holland": "NL",
    }  # fmt: skip
    return {**out, **short}


def country_code(text: str) -> str:
    """ISO code of a country's name, or empty."""
    return _countries().get(text.casefold().strip(" ."), "")


_AND = re.compile(r"\s(?:and|und|et|y|e|en|i|och|og|&|/)\s")


@functools.lru_cache(maxsize=5_000)
def is_place(text: str) -> bool:
    """Whether `text` reads as a place: "City, ST", "City, Country", a country, or remote."""
    text = text.strip(" ,.()")
    if not text or len(text) > 60 or any(c.isdigit() or c in "@|:(" for c in text):
        return False
    if MODE.match(text) or country_code(text):
        return True
    if len(several := _AND.split(text)) > 1 and all(map(is_place, several)):
        return True
    if "&" in text:
        return False
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) == 1 and (state := re.match(r"(.+?)\s+([A-Z]{2,3})$", text)) and state[2] in _STATES:
        return (len(state[2]) == 3 and len(text.split()) <= 3) or is_town(state[1])
    if not 2 <= len(pieces) <= 3 or not all(piece and len(piece.split()) <= 4 for piece in pieces):
        return False
    if not pieces[0][:1].isupper() or COMPANY.search(pieces[0]) or TITLE.search(pieces[0]) or _works(pieces[0]) >= 2:
        return False
    if len(pieces) == 3 and pieces[2] in _STATES and (" " in pieces[0] or not is_region(pieces[1])):
        return False  # "Prairie Hardware, Peoria, IL" is an employer and its place
    if pieces[-1] in ESTADOS and not (DEGREE.search(pieces[-1]) and not is_town(pieces[0])):
        return True
    return is_region(pieces[-1])


@functools.lru_cache(maxsize=5_000)
def is_town(text: str) -> bool:
    """Whether `text` is the name of a town and of nothing a resume is likelier to mean."""
    text = text.strip(" ,.")
    if not text[:1].isupper() or len(text.split()) > 4 or any(c.isdigit() or c in "@|&:" for c in text):
        return False
    if text.casefold() in _NO_TOWNS or DEGREE.fullmatch(text):
        return False
    return bool(country_of(text)) and not TITLE.search(text) and not COMPANY.search(text) and not SCHOOL.search(text)


def is_region(text: str) -> bool:
    """Whether `text` names a country, a state, or carries a state's letters."""
    text = text.strip(" .")
    return text in _STATES or text.casefold() in _STATE_NAMES or bool(country_code(text)) or bool(MODE.match(text))


_SUFFIX = re.compile(
    r"(?:eir[oa]|ista|dor|ólog[oa]|olog[oa]|ologue|olog(?:e|in)|iste|euse|trice|tore|ier[ea]|aio|ière|ienne|kundige|"
    r"ist(?:in)?|erin|eut(?:in)?|agog(?:e|in)|helfer|wart|kraft|frau|mann|mestre)$",
    re.IGNORECASE,
)
"""How words for what people do end in seven languages; a weak sign, for some names end so as well."""
WEAK = 0.6
"""What a word for a place where people work says for an employer, and against a title."""
_LEARNING = re.compile(
    r"\b(?:aprendiz|apprendista|apprenti|lehrling|leerling|azubi|auszubildende[rn]?)\b", re.IGNORECASE
)


def _works(text: str) -> float:
    """How much the words of `text` are those for people who do something, where no word of TITLE is among them."""
    nouns = re.split(r",|\s(?:of|for|in|at|de|del|di|da|für|van|-|–)\s", text)[0].casefold().split()
    if not nouns:
        return 0.0
    if nouns[-1] in OCCUPATIONS or _LEARNING.search(text):
        return 2.0
    ends = (nouns[0], nouns[-1])
    return 0.5 if any(_SUFFIX.search(word) or DOER.search(word) for word in ends) else 0.0


def title_score(text: str) -> float:
    """How much `text` looks like a job title (about -2 to 3)."""
    words = text.split()
    score = 0.0 if TITLE.search(text) else _works(text)
    if TITLE.search(text):
        score += 2.0
        if TITLE.search(words[-1]) or TITLE.search(words[0]):
            score += 0.5
    if SENIORITY.search(text):
        score += 0.7
    if COMPANY.search(text):
        score -= 1.2
    elif WORKPLACE.search(text) and not TITLE.search(text):
        score -= WEAK
    if len(words) > 8:
        score -= 1.0
    return score


_READ_WELL = ("en", "de", "fr", "es", "it", "nl", "pt")


@functools.cache
def _language_names() -> frozenset[str]:
    names: set[str] = set()
    for language in LABELS:
        spoken: dict[str, str] = Locale(language).languages  # pyright: ignore[reportAssignmentType]
        letters = 3 if language in _READ_WELL else 2  # names of small languages are words of other ones
        names |= {name.casefold().replace("i̇", "i") for code, name in spoken.items() if len(code) <= letters}
    return frozenset(names | {"mandarin", "cantonese", "farsi"})


def names_language(text: str) -> bool:
    """Whether `text` names a language people speak, such as "Fluent in Spanish" or "German (native)"."""
    folded = text.casefold().replace("i̇", "i")  # the Turkish capital
    return any(word in _language_names() for word in re.findall(r"[^\W\d_]{3,}", folded))
