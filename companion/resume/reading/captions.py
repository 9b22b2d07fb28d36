"""What the columns of a table are headed with, and what each column of jobs or schools then tells. A row of nothing
else tells nothing of the person.
"""

import re
from collections.abc import Sequence

from companion.resume.reading.printed import field_of

_HEADS = re.compile(
    r"(?:s\.?\s?no\.?|sr\.?\s?no\.?|sl\.?\s?no\.?|#|no\.?|degree|course|class|stream|subjects?|speciali[sz]ation|"
    r"qualification|examination|exam|institut(?:e|ion)|university|board|school|college|"
    r"(?:institut(?:e|ion)|school|board|college)\s*/\s*\w+|(?:c?gpa|marks|percentage|%|grade)\s*/\s*(?:c?gpa|marks|"
    r"percentage|%|grade)|"
    r"name of (?:the )?(?:organi[sz]ation|company|employer|institut(?:e|ion)|school|college)|"
    r"year(?: of (?:passing|completion))?|passing year|percentage|marks|%|dates|duties|role|cgpa|gpa|grade|division|"
    r"from|to|period|duration|company|organi[sz]ation|employer|designation|position|job title|title|"
    r"responsibilities|location|place|zeitraum|von|bis|arbeitgeber|tätigkeit|abschluss|schule|jahr|ort|firma|"
    r"année|établissement|diplôme|entreprise|poste|période|lieu|année d['’]obtention|"
    r"año|centro|título|empresa|puesto|cargo|periodo|período|fechas|lugar|azienda|ruolo|periodo|anno|istituto|titolo|"
    r"instituição|curso|ano|período|levels?|proficiency|niveau|read|write|speak|"
    r"documents?|licen[cs]es?|certificates?|issued by|issu(?:ed|er|ing authority)|date (?:issued|of issue)|"
    r"valid (?:until|till|to)|expir(?:y|es)(?: date)?|date of expiry)",
    re.IGNORECASE,
)
_COLUMNS: dict[str, str] = {
    "until": r"to|until|till|(?:date )?(?:left|ended)|end(?:ed)?(?: date)?|sign(?:ed)?[- ]?off(?: date)?|"
    r"(?:date of )?(?:leaving|relieving|disembarkation|release|discharge)|(?:leaving|relieving) date|"
    r"bis|ende|austritt|fin|jusqu['’]?(?:au|à)?|date de (?:fin|sortie)|hasta|fecha (?:de )?(?:fin|salida|término)|"
    r"al?|fino a(?:l)?|data (?:di )?fine|data (?:de )?(?:fim|saída|término)|até|tot|einddatum|do|till och med|slut",
    "dates": r"(?:dates?|years?|months?|time|period|when)(?: (?:of \w+|served|worked|attended|employed|from|obtained|"
    r"completed))?|inclusive (?:dates?|years?|period)|"
    r"(?:passing|joining|completion|graduation|academic) (?:year|date)|year and month|session|"
    r"from|since|start(?:ed)?(?: date)?|sign(?:ed)?[- ]?on(?: date)?|joined|date of (?:joining|embarkation|engagement)|"
    r"zeitraum|zeit|dauer|jahre?|von|beginn|eintritt|seit|dates?|périodes?|années?(?: d['’]obtention)?|depuis|du|début|"
    r"fechas?|periodos?|períodos?|años?|desde|inicio|anos?|datas?|início|conclusão|ano de conclusão|"
    r"date|periodi|ann[oi]|dal?|inizio|perioden?|data|jaar|jaren|van|okres|lata|rok|od|tid|tidsperiod|år|från|fra|aika",
    "title": r"(?:official |last )?(?:job |position |work )?(?:titles?|positions?|designations?|roles?|ranks?|posts?|"
    r"occupations?|functions?|capacity|jobs?)(?: (?:held|on board|title))?|"
    r"positionen?|funktion|stelle|tätigkeit|beruf|dienstgrad|postes?(?: occupés?)?|fonctions?|emplois?|grade à bord|"
    r"puestos?|cargos?|funci[óo]n(?:es)?|função|funções|ocupación|ruolo|mansion[ei]|posizione|qualifica a bordo|"
    r"functies?|rang|stanowisk[oa]|funkcja|befattning|tjänst|roll|stilling|tehtävä|nimike",
    "employer": r"(?:names? (?:(?:and|&) address )?of )?(?:the |your )?(?:compan(?:y|ies)|employers?|"
    r"organi[sz]ations?|firms?|"
    r"hospitals?|workplace|place of work|(?:ship|vessel) ?(?:owners?|operators?|managers?)|owners?|operators?|"
    r"manning (?:agents?|agency|company)|shipping company|agency)(?:['’]s)?(?: names?)?(?:,? (?:(?:and|"
    r"&) )?(?:address|location|place|city))?|"
    r"arbeitgeber(?:in)?|firma|firmen|unternehmen|betrieb|reederei|entreprises?|employeurs?|sociétés?|armateur|"
    r"compagnie|"
    r"empresas?|empleador|compañía|naviera|empregador|aziend[ae]|datore di lavoro|ditta|società|armatore|"
    r"bedrijf|bedrijven|werkgevers?|rederij|pracodawc[ay]|firmy|arbetsgivare|företag|rederi|arbeidsgiver|arbejdsgiver|"
    r"työnantaja",
    "degree": r"(?:title of )?(?:degrees?|courses?|qualifications?|exams?|examinations?|class|standard|diplomas?|"
    r"programmes?|programs?|"
    r"awards?|level of education|education)(?: (?:name|obtained|passed|awarded|title|attended|and subjects?))?|"
    r"abschluss|abschlüsse|bildungsgang|studiengang|ausbildung|diplômes?|titres?|formations?|títulos?|titulación|"
    r"titulaciones|estudios|cursos?|formação|grau|titol[oi](?: di studio)?|diplom[ai]|cors[oi]|opleidingen?|"
    r"kierunek|tytuł|dyplom|examen|utbildning|utdanning|uddannelse|tutkinto",
    "school": r"(?:names? of )?(?:the )?(?:schools?|colleges?|institut(?:e|ion)s?|academ(?:y|ies)|training cent(?:re|"
    r"er)s?)(?: names?)?|"
    r"schulen?|hochschule|bildungseinrichtung|einrichtung|établissements?|écoles?|organismes?|"
    r"centros?(?: de estudios)?|institución|instituições|instituição|escolas?|escuelas?|istitut[oi]|scuol[ae]|enti?|"
    r"onderwijsinstelling|instelling|scholen|school|uczelni[ae]|szkoł[ay]|lärosäte|skol[ae]|skole|oppilaitos",
    "board": r"(?:names? of )?(?:the )?(?:universit(?:y|ies)|boards?|awarding body|examining body|council|"
    r"affiliation)(?: names?)?|where(?: (?:studied|trained|worked))?|"
    r"universität|universités?|universidad(?:es)?|universidades?|università|universiteit|uniwersytet|universitet",
    "area": r"speciali[sz]ations?|streams?|branch|majors?|(?:main )?subjects?|disciplines?|fields?(?: of study)?|fach|"
    r"fachrichtung|spécialité|filière|especialidad|especialidade|indirizzo|specjalność|inriktning",
    "grade": r"%(?: of marks)?|percentage(?: of marks)?|marks(?: obtained)?|c?gpa|aggregate|grades?|division|"
    r"class obtained|"
    r"scores?|results?|notes?|note|noten|nota|voto|votazione|punteggio|media|mention|ocena|resultat|betyg|cijfer",
    "place": r"(?:place|location|city|town|country|port)(?: name)?|ort|land|lieu|ville|pays|lugar|ciudad|país|luogo|"
    r"città|"
    r"local|cidade|plaats|miejsce|miasto|ort|sted|by",
    "tasks": r"(?:main |key |brief )?(?:duties|responsibilities|tasks|job description|description|activities)"
    r"(?:(?: and| &|,) \w+)?|aufgaben|tätigkeiten|missions?|tâches|tareas|funciones principales|atividades|"
    r"mansioni svolte|"
    r"attività|taken|werkzaamheden|obowiązki|arbetsuppgifter",
    "lasted": r"duration|total(?: (?:time|service|period|experience))?|length(?: of service)?|durée|duración|duração|"
    r"durata|duur",
}
"""What heads a column, by the field its cells tell. `board` is who examines, `lasted` how long it was: school and dates
where no other column tells them."""
COUNTS = re.compile(r"(?:s(?:r|l)?\.?\s?no\.?|no\.?|nr\.?|l\.?p\.?|#|№|n[°º]|lfd\.? ?nr\.?)", re.IGNORECASE)
"""What heads a column that only counts the rows."""
_JOB, _STUDY = ("title", "employer"), ("degree", "school")
_INSTEAD = {"employer": ("school", "board"), "title": ("degree",), "school": ("board",), "degree": ("area",)}
"""What else may tell a field of an entry where no column is headed with it, the likelier first."""
_WORDS = 6
"""Words of what heads a column at most."""
_DUTIES = ("funciones", "funções", "mansioni")
"""What one did, and alone on a column what one was."""
_OR = re.compile(r"\s*[/,]\s*|\s+(?:and|or|und|oder|et|ou|y|o|e|och|i|&)\s+")


def is_caption(cells: Sequence[str]) -> bool:
    """Whether the cells of a row, of which there are several, all name columns."""
    return len(cells) > 1 and all(map(_heads_column, cells))


def _heads_column(text: str) -> bool:
    return all(_HEADS.fullmatch(word) for word in re.split(r"\s+(?:and|und|et|y|e|&)\s+", text.strip(" :")))


def columns_of(heads: Sequence[str], *, whole: bool = True) -> tuple[str, ...]:
    """The field that each column of a table of jobs or of schools tells, empty for those that tell none of ours;
    nothing where `heads` are the `whole` of a table's captions and head no such table.
    """
    if any(len(head.split()) > _WORDS or re.search(r"\d|@", head) for head in heads):
        return ()
    told = [asked_by(head) for head in heads]
    paid = "employer" in told or ("title" in told and not {"degree", "school"} <= set(told))
    for field in _JOB if paid else _STUDY:
        other = next((one for one in _INSTEAD[field] if one in told), "") if field not in told else ""
        if other:
            told[told.index(other)] = field
    if whole and (not set(_JOB if paid else _STUDY) <= set(told) or 2 * sum(map(bool, told)) < len(told)):
        return ()
    if "dates" not in told and "lasted" in told:
        told[told.index("lasted")] = "dates"
    own = {"dates", "until", "place", *((*_JOB, "tasks") if paid else (*_STUDY, "area", "grade"))}
    return tuple(field if field in own and field not in told[:n] else "" for n, field in enumerate(told))


def asks_tasks(head: str) -> bool:
    """Whether what heads a column asks for what was done as well as for something else."""
    halves = _OR.split(" ".join(head.casefold().split()).strip(" :.*"))
    return any("tasks" in (_named(half), field_of(half)) or half in _DUTIES for half in halves[1:])


def asked_by(head: str) -> str:
    """The field that a label or what heads a column asks for, whole or in its first half that does; empty for none."""
    text = re.sub(r"\s*\([^()]*\)|\.$", "", " ".join(head.casefold().split()).strip(" :.*"))
    halves = [text, *_OR.split(text)]
    return next((field for half in halves for field in (_named(half), field_of(half)) if field in _COLUMNS), "")


def _named(text: str) -> str:
    return next((field for field, words in _COLUMNS.items() if re.fullmatch(words, text)), "")
