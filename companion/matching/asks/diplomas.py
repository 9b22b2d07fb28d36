"""What degrees are called, from the doctorate down, in English, German, French and Spanish.

Vocational certificates below a two-year diploma (Ausbildung, CAP, grado medio) are trades, not rungs of a ladder of degrees.
"""
# ruff: noqa: E501  (tables and patterns read better unbroken)

import re


def _after(*words: str) -> str:
    """A pattern that holds just after one of `words`, and takes in none of them: whoever reads them decides what they deny."""
    return "(?:" + "|".join(rf"(?<=\b{word} )" for word in words) + ")"


_PHD = (
    r"ph\.? ?d\.?s?\b|\bpharm\.? ?d\b|\bdvm\b|(?-i:\bDNP\b|\bEd\.?D\b|\bPsy\.?D\b)|\bdoctora(?:te|l)s?\b|juris doctor|\bj\.?d\.?(?= degree|\s*\(|,| from|\s+and\b)|\b(?:law|medical) degree"
    r"|\bm\.?d\.?(?= degree|/ph| ?/ ?d\.?o| or d\.?o)",
    r"promotion (?:in\b|ist\b|wird\b|wäre\b|von vorteil|wünschenswert|erwünscht|oder)|promovier\w*|doktor(?:titel|grad)",
    r"doctorat\b|\bdocteure? en\b|\bthèse (?:en|de|d['’])",
    r"\bdoctorad[oa]\b|\bdoctor(?:/a|a)? en\b",
    r"\bdoutora(?:do|mento)\b",
)
_MASTER = (
    r"master['’]?s?(?=['’]? (?:degree|or\b|of (?-i:[A-Z])|level|in (?-i:[A-Za-z])|\d|or ph)|\s*/|['’]s\b|,? (?:and|or) ph)"
    r"|(?<![\w.])m\.?s\.?c?\.?(?=\s+(?:degree|or ph|/)|/ph|\s+in (?-i:[A-Z]))|(?<![\w.])m\.sc\.?|\bmsc\b|\bmba\b|(?<!, )(?-i:\bM[SA](?= in [a-z]{4}))|(?-i:\bMS[NW]\b|\bM(?:FA|PH|Ed)(?= (?:degree|in)\b))|\bm\.?tech\b|\bm\.eng|\bmeng\b"
    r"|\b(?:graduate|advanced|postgraduate) degree|post-?graduate\b(?= (?:is )?(?:preferred|degree))|nurse practitioner degree"
    r"|post-?graduate (?:degree|diploma|qualification)",
    r"diplom-?(?:ingenieur|informatik)\w*|\bdiplom (?:oder|in|als)\b|\bmaster-?(?:abschluss|studi\w+|grad)",
    r"bac ?\+ ?[5-8]|\bmaster (?:[12]|en|de|des|du|spécialisé|universitaire|recherche|professionnel)\b|\b(?:un|le|ou|niveau) master\b|\bmaster (?=ou\b)|\bDESS\b|\bDSCG\b|\bingénieure? de formation|\bformation (?:d['’])?ingénieure?s?\b|\bm[12]\b(?= (?:en|in)\b)|\bmast[eè]re\b"
    r"|écoles? d['’]ingénieurs?|(?:diplôme|formation|titre) d['’]ingénieure?|\bingénieure? diplômée?|\bdiplômée? d['’]une (?:grande )?école",
    r"\bm[áa]ster (?:en|universitario|oficial|de)\b|\bmáster\b|\bmaestría\b|\bmag[íi]ster\b|\bpost?grados?\b",
    r"\bmestrado\b|\bpós-?graduação\b",
)
_BACHELOR = (
    r"bachelor['’]?s?\b|bachelors['’]?|baccalaureate degree|(?<![\w.])b\.?s\.?c?\.?(?=\s+(?:degree|or\b|\(hons)|/m|\s+in (?-i:[A-Z]))"
    r"|(?<![\w.])b\.sc\.?|\bbsc\b|(?<!, )(?-i:\bB[SA](?= in [a-z]{4}))|(?<![\w.])b\.?a\.?(?=\s*(?:degree|/|or [bm]\.?a| in (?-i:[A-Z])| or higher))|(?<![\w.])b\.s\.|(?<![\w.])b\.a\."
    r"|\bb\.?tech\b|\bb\.?e\.? degree|\bbeng\b|\bb\.eng|(?-i:\bBS[NW]\b|\bBFA\b|\bLL\.?B\b)|\bbca\b|\bbba\b|\b(?:completed )?undergraduate (?:degree|diploma|studies|qualification)|(?:4|four)[- ]years? (?:\w+ ){0,2}?(?:degree|/)"
    r"|\brecent(?:ly)? graduated? (?:in|of|from)\b",
    r"(?:abgeschlossenes|erfolgreich abgeschlossenes) (?!master|diplom)(?:\w+-?)?(?:hochschul)?studium|\b(?:hochschul|universitäts|fh|uni|studien|bachelor)-?(?:abschl[uü]ss|studium)\w*|\b[a-zäöü]+(?:isches|liches) studium\b|studium (?:der|im bereich|mit schwerpunkt|in)\b"
    rf"|{_after('ein', 'kein', 'ohne', 'akademisches')}studium\b|\bstudium\b(?= (?:ist|wird|wäre|oder|von vorteil))|\b(?:studien|akademische\w*) ?abschl[uü]ss\w*",
    r"bac ?\+ ?[34]|\blicence (?:pro\b|universitaire|(?-i:[A-Z]{3,}))|\bDCG\b|\blicence\b(?= (?:en|in|professionnelle|ou|\(|de (?:langues?|lettres|droit|gestion|biologie|mathématiques|physique|chimie|histoire|sociologie|psychologie|philosophie|géographie|sciences?|communication)\b|d['’](?:histoire|économie|anglais|informatique)))|(?<=niveau )licence\b|diplôm[ée]e?s? d['’][ée]tat|(?-i:\bBUT (?:en\b|[A-Z][a-zé]))"
    r"|\bdiplômes? universitaires?\b(?! de technologie)|\bdiplôme (?:de )?(?:premier|1er) cycle|(?<!d['’]un )\bbaccalauréat (?:en|ès)\b|(?<=universitaire ou )baccalauréat",
    r"\blicenciatura|\blicenciad[oa](?!(?<=\b(?:el|la|al) licenciad[oa]) (?-i:[A-ZÁÉÍÓÚÑ]))|\bgrado (?:en|universitario)|\b(?:titulación|estudios|formación)(?: \w+){0,2}: grado\b(?! (?:medio|superior))|\btítulo (?:de (?:grado|ingenier)|profesional|universitario)\w*"
    r"|\btitulad[oa]s?\b|\btitulación (?:superior\b|en (?=(?-i:[A-ZÁÉ]))(?!formación))|\b(?:titulación|formación|estudios|carrera)s? (?:superior(?:es)? )?universitari[oa]s?|\bcarrera (?:profesional )?(?:finalizada|terminada|concluida|completa)"
    r"|\bingenier[íi]a(?: en)? (?=(?-i:[A-ZÁÉ]))|(?:^|[:;,/]\s?|\bo )ingenier[íi]a\b(?= \w)|\b(?:título|titulación|titulad[oa]|estudios|formación|carrera)(?: \w+){0,2} (?:en|de) (?:\w+ )?ingenier[íi]a\b"
    r"|\b(?:graduad|diplomad|egresad)[oa]s?(?:/a)? (?:en|de)\b|\bdiplomatura\b",
    r"\b(?:ensino|formação|nível|curso|diploma) superior\b|\bsuperior completo\b|(?<!pós-)(?<!pós)\bgraduação\b|\bbacharel(?:ado)?\b|\bgraduad[oa] em\b|\bformad[oa] em\b|\bformação (?:acadêmica|académica|universitária)\b",
)
_ASSOCIATE = (
    r"associate['’]?s?(?: of \w+)?(?: degree|['’]s)|(?:2|two)[- ]year (?:\w+ )?degree|\bHND\b|foundation degree|\bcollege diploma|(?-i:Technical Level)\b|\btechnical level (?:in|education|studies|degree)|\b(?-i:AAS|AS|AA|A\.A\.S\.) (?:degree|in)\b",
    r"bac ?\+ ?2|(?-i:\bBTSA?\b)|\bDUT\b|\bDEUG\b|brevet de technicien supérieur|diplôme universitaire de technologie|diplôme d['’]études collégiales|\bDEC (?:en|technique)\b"
    r"|(?:2|deux) an(?:née)?s d['’]études supérieures",
    r"\btécnic[oa](?:/a)? (?:superior|universitari[oa])|\bgrado superior|\bfp ?(?:2|ii|superior)\b|\bciclo (?:formativo|superior)\b(?! (?:de )?grado medio)|\bCFGS\b|\btecnólog[oa]\b|\btecnicatura\b|\btsu\b(?= en)",
    r"\btecnólogo\b|\b(?:curso|ensino|formação|nível) (?:médio )?técnic[oa]\b",
)
_HIGHSCHOOL = (
    r"high[- ]?school (?:diploma|degree|graduate|education|or|equivalen)\w*|high[- ]?school$|(?-i:\bA[- ]?[Ll]evels?\b)|\bhs diploma|\bged\b|secondary (?:school|education) (?:diploma|certificate)?",
    r"\b(?:fach)?abitur\b|hochschulreife|haupt?schulabschluss|realschulabschluss|mittlere[rn]? reife|schulabschluss",
    r"(?:niveau|le|du|titulaire d['’]un) bac\b(?! ?\+)|\bbac\b(?= à| minimum| pro| général| techno| (?-i:ES|S|L|ST[A-Z0-9]+)\b)|\bbaccalauréat\b(?! (?:en|ès))|diplôme d['’]études secondaires",
    r"\bbachiller(?:ato)?\b|\bpreparatoria\b|\bsecundaria (?:completa|terminada|concluida|obligatoria)|estudios (?:mínimos )?(?:de )?secundari[oa]s?|graduado escolar|(?-i:\bESO\b)|enseñanza media",
    r"\bensino (?:médio|secundário)\b(?! técnico)|\b(?:2º|segundo) grau\b|\b12º ano\b",
)
_PLAIN = (
    r"\b(?:university|college|academic|technical|engineering|business|nursing|cs|stem|science|accounting|finance|qualifying|computer science"
    r"|relevant|related|teaching|school|honou?rs|accredited|recogni[sz]ed)(?: or (?:\w+ ){1,2}?| level \w+ )? ?degree|\bdegree (?:in|from|or equivalent|level|qualification|educated|holder)"
    r"|\bdegrees?\b(?=(?: in (?:\w+ ){1,3})?(?: is| are)?(?: not)? (?:\w+ )?(?:required|needed|necessary|preferred|mandatory|desir\w+))|\bhold(?:s|ing)? a degree\b|\ba degree\b(?= or\b|,)"
    rf"|{_after('a', 'an', 'any', 'no', 'without', 'hold', 'have', 'need', 'require')}(?:(?!\d|high|certain|large|great|some)\w+ )?degree\b(?! of\b)|^degrees?\b(?! of\b)"
    r"|\bformal degree|\b(?:college|university) graduate|\bdegree[- ](?:educated|qualified)|\b(?:2[:.][12]|first[- ]class|upper second)(?: honou?rs)? degree|\bgraduates? in (?:any|an?|relevant|(?-i:[A-Z]))|\bthird[- ]level (?:degree|qualification)"
)
"""A degree without its rung: the first one of a university."""
DEGREE = re.compile(
    "|".join(
        f"(?P<{level}>{'|'.join(names)})"
        for level, names in (
            ("phd", _PHD),
            ("master", _MASTER),
            ("bachelor", _BACHELOR),
            ("associate", _ASSOCIATE),
            ("highschool", _HIGHSCHOOL),
            ("plain", (_PLAIN,)),
        )
    ),
    re.IGNORECASE,
)
"""The group that matched is the rung (see `education.LADDER`)."""
_LONG = (
    "degree", "bach", "a-level", "a level", "mast", "máster", "pharm", "maestr", "magis", "magís", "doct", "doktor", "promotion", "promovier", "juris", "gradua", "school",
    "dipl", "hochschul", "universi", "studi", "estudios", "licen", "grado", "titul", "títul", "carrera", "egresad", "ingenier", "ingénieur",
    "écol", "abschl", "abitur", "reife", "baccal", "brevet", "thèse", "études", "associate", "technical level", "third", "ciclo", "cfgs",
    "técnic", "tecn", "preparatoria", "doutor", "mestrad", "pós", "ensino", "superior", "formação", "formad", "bacharel", "grau", "12º", "secund", "enseñanza", "fh-", "uni-",
)  # fmt: skip
_SHORT = re.compile(
    r"\b(?:ph\.? ?ds?|dvm|m\.?(?:d|sc?|ba|eng|tech|[12])|b\.?(?:sc?|a|eng|tech|ca|ba)|j\.?d|ged|hnd|d(?:ut|ec|eug|ess|s?cg)|bac|btsa?|fp|tsu)\b"
)
_CAPITALS = re.compile(r"\b(?:DNP|Ed\.?D|Psy\.?D|[BM](?:S[NW]|FA|PH|Ed)|LL\.?B|A\.?A\.?S?|AS|BUT|ESO)\b")


def may_name_one(sentence: str) -> bool:
    """Whether `sentence` has what every name above has in it: most sentences have none of it."""
    low = sentence.casefold()
    return any(map(low.__contains__, _LONG)) or bool(_SHORT.search(low) or _CAPITALS.search(sentence))
