"""What certificates of schools and universities are called, country by country: evidence that a text is a degree."""

import re

_ANYWHERE = "|".join((
    # English: initials with and without dots, school-leaving certificates, trades
    r"b\.?\s?sc?|m\.?\s?sc?|b\.?\s?a|m\.?\s?a|b\.?\s?e(?:ng)?|m\.?\s?e(?:ng)?|b\.?\s?tech|m\.?\s?tech|"
    r"b\.?\s?s|m\.?\s?s|b\.?\s?com|m\.?\s?b\.?\s?a|bba|bfa|mfa|ll\.?\s?[bm]|j\.?\s?d|m\.?\s?d|ph\.?\s?d|"
    r"d\.?\s?phil|ed\.?\s?d|"
    r"[bm]\.?(?:math|des|pharm|nurs|vsc|vetmed|mus|chem|phys|optom|dent|agr|stat)|b\.?arch|m\.arch|[bm]\.\s?ed|"
    r"m\.?\s?(?:phil|litt|res)|a\.?\s?a\.?\s?s?|ged|dipl\.?(?:-ing\.?)?",
))  # fmt: skip
"""Initials: no letter may stand before or after them."""
_CAPITALS = (
    "BUT|CAP|BEP|DEC(?!\\.? ?\\d)|DEP|DEUG|DEUST|DESS|DEA|CFC|EFZ|EBA|HBO|MBO|VWO|HAVO|VMBO|MAVO|ESO|COU|BUP|"
    "H\\.?\\s?S\\.?\\s?C\\.?|S\\.?\\s?S\\.?\\s?C\\.?|SSLC|WASSCE|SSCE|WAEC|NECO|FSLC|BECE|OND|NCE|KCSE|KCPE|VCE|SACE|WACE|QCE|NCEA|SVQ|BEPC|DAEU|GCE|BVJ|HHX|HTX|STX|FP"
)
"""Short forms that are words in small letters."""
_WORDS = "|".join((
    r"bachelor(?:'s|’s|s)?|master(?:'s|’s|s)?|doctor(?:ate|al)?|dipl[oô]me|associate(?:'s|’s)?\s+(?:degree|of)|"
    r"pgce|pgdip|pgcert|diplom\w*|high school diploma|certificate|minor|major|study abroad|exchange|"
    r"foundation degree|leaving certificate|junior certificate|matric|[ei]?pq|nvq|hnd|hnc|(?:a|as|o|t)[- ]levels?|"
    r"i?gcses?|btec|vocational qualification|apprenticeship|journey(?:man|person)|year 1[0-3]|"
    r"grade (?:9|1[0-2])(?: diploma)?|"
    r"national [345]s?|scottish highers?|standard grades?|"
    r"international baccalaureate|ib diploma|postgraduate|city (?:&|and) guilds",
    # German
    r"magister|staatsexamen|abitur|(?:fach|fachhochschul|hochschul)reife|fachabitur|matura|berufsmaturität|fachausweis|"
    r"ausbildung(?: (?:zum|zur))?|berufsausbildung|mittlere reife|(?:mittlerer |haupt|real|sekundar)schulabschluss|"
    r"meister(?:brief|prüfung|kurs|lehrgang)?|(?:meister|techniker)schule(?= (?:im|in)\b)|"
    r"fachwirt\w*|lehre(?: als)?|lehrabschluss\w*|gesellen(?:brief|prüfung)|umschulung|"
    r"facharbeiter\w*|staatlich (?:geprüft|anerkannt)\w*|promotion (?:zu[mr]|\(dr)|habilitation",
    # French
    r"licence|ma[îi]trise|mastère|doctorat|dscg|dcg|baccalaur[ée]at|bac|bts|dut|ingénieur|mention complémentaire|"
    r"titre professionnel|brevet|classes? prépa\w*|agrégation|capes|certificat d['’]aptitude",
    # Spanish
    r"licenciatura|licenciad[oa]|grado(?: (?:medio|superior))?|graduad[oa]|maestr[ií]a|m[áa]ster|doctorado|"
    r"ingenier[íi]a|bachiller(?:ato)?|ciclo formativo|diplomatura|especialización|pos(?:t)?grado|preparatoria|"
    r"(?:educación )?secundaria|formación profesional|t[ée]cnico (?:superior|em|en|medio)|tecn[óo]log[oa]|"
    r"tecnología en|título (?:profesional|universitario)",
    # Italian
    r"laurea\w*|dottorato|perito|maturità|qualifica|attestato|tirocinio|licenza media|abilitazione",
    # Portuguese
    r"bacharel\w*|mestrado|doutora(?:do|mento)|graduação em|ensino (?:médio|fundamental|secundário|superior)|"
    r"pós-graduação|especialização|curso (?:t[ée]cnico|profissional)|\d{1,2}\.?º ano",
    # Dutch
    r"doctorandus|propedeuse|kandidaats|licentiaat|graduaat",
    # Swedish, Danish, Norwegian, Finnish
    r"kandidat\w*|\w+examen|civilingenjör\w*|\w+utbildning|\w+programmet|studentereksamen|fagbrev|(?:svende|svenne)brev|mesterbrev|"
    r"professionsbachelor|bachelorgrad|mastergrad|vitnemål|fagskole|\w+tutkinto|ylioppilas\w*|maisteri|tradenomi",
    # Polish, Czech, Slovak, Hungarian, Romanian
    r"licencjat|inżynier|in[żz]\.|(?-i:[Tt]echnik(?= [a-ząćęłńóśźż]))|studia podyplomowe|maturita|"
    r"bakalář\w*|inžen[ýi]r|výuční list|"
    r"érettségi|(?:alap|mester)képzés|oklevél|szakképesítés|bacalaureat|licență|masterat",
    # Turkish, Greek, Russian, Ukrainian
    r"(?:ön ?|yüksek ?)?lisans|doktora|πτυχίο|απολυτήριο|μεταπτυχιακό|δίπλωμα|διδακτορικό|бакалавр\w*|магистр\w*|"
    r"магістр\w*|диплом\w*|аттестат|атестат|среднее (?:специальное|профессиональное)",
))  # fmt: skip
LEAVING = re.compile(
    r"(?:year 1[0-3]|grade (?:9|1[0-2])(?: diploma)?|(?:a|as|o|t)[- ]levels?|i?gcses?|standard grades?|"
    r"high school diploma|ged|h\.?s\.?c\.?|s\.?s\.?c\.?|sslc|"
    r"abitur|matura|(?:fach)?hochschulreife|mittlere reife|(?:real|haupt)schulabschluss|"
    r"baccalaur[ée]at|bachillerato|leaving certificate|ensino médio|maturità|vwo|havo|vmbo\S*|\w+programmet)\s+",
    re.IGNORECASE,
)
"""Certificates of schools, which have no field: what follows one is the school."""
DEGREE = re.compile(
    rf"(?<![\w.])(?:(?-i:{_CAPITALS})(?!\w)|(?:{_ANYWHERE})(?![\w'’])\.?)|\b(?:{_WORDS})(?!\w)", re.IGNORECASE
)
