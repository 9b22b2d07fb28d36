"""The words that title sections of resumes, in seven languages and in all that ours are set in: which kind of section
a text names, if any.
"""

import functools
import re
import unicodedata

from companion.resume.labels import LABELS
from companion.resume.reading.abroad import ABROAD
from companion.resume.reading.councils import COUNCILS
from companion.resume.reading.printed import SECTIONS
from companion.resume.reading.vocabulary import TITLE

KNOWN: dict[str, str] = {
    "summary": "summary|profile|about|about me|objective|career objective|professional summary|executive summary|"
    "career summary|professional profile|personal statement|personal profile|career profile|highlights|"
    "summary of qualifications|profile summary|introduction|bio|overview|who i am|"
    "profil|über mich|kurzprofil|zusammenfassung|à propos|profil professionnel|objectif|résumé de carrière|perfil|"
    "sobre mí|resumen|perfil profesional|objetivo|profilo|sommario|profiel|samenvatting|over mij|resumo|sobre mim|"
    "persönliches profil|profil personnel|profilo professionale|perfil personal|presentación|"
    "présentation|apresentação|presentazione|persoonlijk profiel",
    "work": "work|jobs|job history|experience|work experience|professional experience|employment|"
    "employment history|employment record|work history|work record|service record|"
    "career history|relevant experience|professional background|experience and employment|industry experience|"
    "professional history|career|positions|appointments|academic appointments|professional appointments|"
    "posts held|academic positions|academic employment|"
    "employment and appointments|positions held|internships|internship experience|internship|"
    "additional experience|other experience|selected experience|research experience|teaching experience|"
    "sea service|sea experience|seagoing service|sea time|sailing experience|record of sea service|"
    "military service|military experience|entrepreneurial experience|leadership experience|career experience|"
    "arbeit|travail|trabajo|lavoro|werk|praca|arbete|arbeid|berufserfahrung|beruflicher werdegang|werdegang|"
    "praktische erfahrung|praktika|berufspraxis|erfahrung|"
    "expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel|parcours|"
    "stages|"
    "experiencia|experiencia laboral|experiencia profesional|trayectoria profesional|esperienza|"
    "esperienza lavorativa|esperienze professionali|esperienza professionale|werkervaring|ervaring|loopbaan|"
    "experiência|experiência profissional|research|practical experience|roles|"
    "beroepservaring|berufliche laufbahn|berufliche erfahrung|berufserfahrungen|"
    "expérience de travail|esperienze di lavoro|percurso profissional|historial laboral",
    "volunteer": "volunteer|volunteering|voluntary work|voluntary experience|charity work|"
    "volunteer experience|volunteer work|community service|community involvement|"
    "volunteer activities|ehrenamt|ehrenamtliches engagement|engagement|bénévolat|voluntariado|volontariato|"
    "vrijwilligerswerk|on campus involvement|campus involvement|leadership and activities|extracurricular activities|"
    "extra-curricular|extra-curricular activities|extra curricular activities|extra-curriculars|"
    "extracurriculars|activities|leadership|leadership activities|student activities|involvement|"
    "activities and leadership|community|extracurricular|clubs|organizations|affiliations|"
    "ehrenamtliche tätigkeit|actividades de voluntariado|attività di volontariato|"
    "engagement associatif",
    "education": "education|qualification|academic qualification|educational qualification|educational qualifications|"
    "education qualification|academic details|education details|academic profile|academic background|"
    "education and training|educational background|institutions|educational institutions|colleges|"
    "academics|studies|academic history|academic qualifications|"
    "professional qualifications|professional qualification|qualifications|educational attainment|academic attainment|"
    "schooling|school|schools|degrees|ausbildung|berufsausbildung|diplômes|"
    "bildung|studium|schulbildung|akademischer werdegang|"
    "bildungsweg|aus- und weiterbildung|formation|formations|études|formación|formación académica|educación|"
    "estudios|istruzione|formazione|istruzione e formazione|opleiding|opleidingen|educação|formação|"
    "formação acadêmica|degree|education and qualifications|"
    "schulische ausbildung|schulausbildung|akademische ausbildung|parcours académique|"
    "parcours scolaire|formation académique|habilitações literárias|percurso académico|"
    "formação académica|estudios realizados|titoli di studio|kwalificaties|opleiding en training",
    "projects": "projects|personal projects|side projects|selected projects|academic projects|key projects|"
    "open source|open source projects|project experience|projekte|eigene projekte|projets|projets personnels|"
    "proyectos|progetti|projecten|projetos|portfolio|relevant projects|notable projects|technical projects|"
    "course projects|software projects|open source contributions",
    "skills": "skills|technical skills|key skills|core skills|top skills|skills and tools|technologies|tech stack|"
    "technical stack|competencies|core competencies|technical competencies|expertise|areas of expertise|"
    "skills and technologies|tools|tools and technologies|skills summary|computer skills|it skills|software|"
    "programming|programming languages|programming skills|technical proficiencies|technical expertise|"
    "professional skills|personal skills|digital skills|job-related skills|hard skills|soft skills|"
    "skills and abilities|core stack|proficiencies|abilities|additional skills|relevant skills|"
    "skill highlights|specialties|kenntnisse|fähigkeiten|kompetenzen|edv-kenntnisse|it-kenntnisse|"
    "fachkenntnisse|technische kenntnisse|compétences|principales compétences|aptitudes principales|"
    "top-kenntnisse|compétences techniques|compétences clés|habilidades|competencias|aptitudes|conocimientos|"
    "competenze|competenze tecniche|capacità|vaardigheden|competenties|competências|stack|toolbox|"
    "technologies used|programs|skills and expertise|technical knowledge|"
    "aptidões|competências técnicas|conhecimentos|conocimientos informáticos|conocimientos técnicos|"
    "compétences informatiques|conoscenze informatiche|competenze digitali|computervaardigheden|"
    "it-vaardigheden|besondere kenntnisse|capacità e competenze",
    "certificates": "seminars|trainings|seminars and trainings|trainings and seminars|seminars and workshops|"
    "workshops|workshops and seminars|trainings and workshops|tickets|tickets and cards|registrations|"
    "certifications|certificates|licenses and certifications|licenses|certification|courses|"
    "professional certifications|certifications and licenses|training|training and certifications|"
    "professional development|courses and certifications|credentials|licensure|continuing education|zertifikate|"
    "zertifizierungen|weiterbildung|weiterbildungen|fortbildungen|certificats|certificaciones|cursos|certificazioni|"
    "corsi|certificaten|cursussen|certificações|licenses and certificates|certifications and training|"
    "cursos complementares|cursos complementarios|cursos extracurriculares|cursos realizados|"
    "cursos de aperfeiçoamento|formación complementaria|formation continue|formação complementar|corsi di formazione|"
    "bijscholing",
    "languages": "languages|language skills|spoken languages|languages known|known languages|"
    "language|sprachen|sprachkenntnisse|langues|idiomas|"
    "lingue|talen|línguas|language proficiency|"
    "competenze linguistiche|talenkennis|compétences linguistiques|conhecimentos linguísticos|"
    "fremdsprachen|conocimientos de idiomas",
    "publications": "conference presentations|publications|selected publications|papers|research publications|patents|"
    "patents and publications|publications and patents|conference papers|articles|veröffentlichungen|publikationen|"
    "publicaciones|pubblicazioni|publicaties|publicações|books|journal articles|"
    "talks|invited talks|presentations|talks and presentations|publications and talks|conferences",
    "awards": "awards|honors|honours|honors and awards|awards and honors|awards and honours|achievements|"
    "awards and achievements|selected honors|accomplishments|key achievements|scholarships|prizes|recognition|"
    "honors and achievements|fellowships|awards and recognition|distinctions|auszeichnungen|preise|stipendien|"
    "prix|premios|logros|premi|riconoscimenti|prijzen|prêmios|awards and scholarships|grants|academic achievements|"
    "achievements and awards|selected achievements|awards and certifications",
    "interests": "interests|hobbies|hobbies and interests|interests and hobbies|personal interests|passions|"
    "interessen|hobbys|centres d'intérêt|loisirs|intereses|aficiones|interessi|hobby|interesses|activities and "
    "interests|"
    "interessegebieden|hobby's|tempo libero|freizeit|passatempos|hobbies und interessen",
    "references": "references|referees|referenzen|références|referencias|referenze|referenties|recommendations",
    "contact": "contact|contact information|contact details|contact me|personal details|personal information|"
    "personal data|personal info|personal particulars|particulars|bio-data|biodata|bio data|personal bio-data|"
    "kontakt|kontaktdaten|persönliche daten|angaben zur person|coordonnées|"
    "informations personnelles|contacto|datos personales|contatti|dati personali|gegevens|"
    "persoonlijke gegevens|contato|details|links|find me online|social|social links|websites|"
    "datos de contacto|informazioni personali|contactgegevens|informações pessoais|dados pessoais|"
    "persönliche angaben|contactos|recapiti|location|address|anschrift|adresse|dirección|indirizzo|endereço",
    "courses": "coursework|relevant coursework|selected coursework|key courses|relevant courses",
    "other": "informações adicionais|informações complementares|outras informações|dados adicionais|otros datos|"
    "datos adicionales|otra información|datos de interés|autres informations|altre informazioni|"
    "informazioni aggiuntive|overige informatie|overige gegevens|"
    "service|professional service|academic service|university service|teaching|courses taught|supervision|"
    "students supervised|outreach|committees|"
    "strengths|focus areas|welcome|additional information|miscellaneous|other|misc|additional|"
    "sonstiges|divers|varia|memberships|professional memberships|professional affiliations|availability|"
    "sonstige kenntnisse|career break|career breaks|sabbatical|elternzeit|kindererziehung|pause carrière|"
    "pausa profesional|key strengths|my life philosophy|day of my life|most proud of|philosophy",
}
_LAST_WORDS: dict[str, str] = {
    "experience": "work", "employment": "work", "history": "work", "internships": "work", "projects": "projects",
    "skills": "skills", "technologies": "skills", "tools": "skills", "education": "education",
    "certifications": "certificates", "certificates": "certificates", "licenses": "certificates",
    "awards": "awards", "honors": "awards", "achievements": "awards", "publications": "publications",
    "patents": "publications", "talks": "publications", "languages": "languages", "interests": "interests",
    "involvement": "volunteer", "activities": "volunteer", "leadership": "volunteer", "volunteering": "volunteer",
    "training": "certificates", "summary": "summary", "profile": "summary", "coursework": "courses",
    "competencies": "skills", "expertise": "skills", "kenntnisse": "skills", "erfahrung": "work",
    "projekte": "projects", "compétences": "skills", "competencias": "skills", "aptitudes": "skills",
    "habilidades": "skills", "fähigkeiten": "skills", "langues": "languages", "idiomas": "languages",
    "sprachkenntnisse": "languages", "berufserfahrung": "work", "expériences": "work", "formations": "education",
    "qualifications": "summary", "software": "skills", "programs": "skills",
}  # fmt: skip
_WORDS: dict[str, str] = {
    word: kind
    for kind, words in {
        "work": "employment experience posts appointments roles tätigkeiten employer employers jobs career worked "
        "working trayectoria percurso parcours werdegang "
        "laufbahn emploi emplois empleo empleos carrera carreira carrière beruf travail trabajo trabalho experiencia "
        "experiência esperienza esperienze praktika stages",
        "education": "education studies schooling learned studied studium études estudios estudos "
        "escolaridade formación formação formazione ausbildung diplômes degrees bildung",
        "skills": "techniques methods toolkit toolbox strengths savoir-faire conocimientos conhecimentos können "
        "stärken fertigkeiten "
        "outils herramientas ferramentas know-how tools skills expertise",
        "languages": "languages sprachen idiomas línguas lingue",
        "summary": "about",
        "publications": "papers publikationen publicaciones publicações",
        "certificates": "zertifikate certificaciones certificações fortbildungen weiterbildung",
        "interests": "hobbies freizeit loisirs",
        "contact": "kontakt contacto contactos coordonnées",
        "references": "references referees",
    }.items()
    for word in words.split()
}
"""Words that tell what a title of several words is about, wherever they stand in it."""
_UNPAID = re.compile(
    r"volunt|volont|ehrenamt|freiwillig|frivillig|vrijwillig|bénévol|wolontar|dobrovoln|dobrovoľn|önkéntes|vapaaehto|"
    r"gönüllü|волонт|доброво[лљ]|εθελοντ"
)
"""How words begin that say of work, in whatever form and language, that nobody was paid for it."""
_FIRST = ("work", "education")
"""Kinds that a title of two kinds is of, if it names them."""
SURE = frozenset(
    "skills|technical skills|key skills|education|experience|work experience|professional experience|"
    "employment history|languages|contact|certifications|projects|publications|references|interests|hobbies|kenntnisse|"
    "berufserfahrung|"
    "ausbildung|sprachen|kontakt|compétences|formation|expérience professionnelle|langues|experiencia laboral|"
    "experiencia profesional|formación académica|habilidades|competencias|idiomas|contacto".split("|")
)
"""Titles that alone on a line are nothing else, however they look."""
_NUMBER = re.compile(r"^(?:\d{1,2}|[IVX]{1,4}|[A-H])(?:[.)]|\.\d)\s+(?=\w)")
"""What counts the sections of a form."""
_WHICH = re.compile(
    r"\s?\((?:latest|most recent|newest|last|past|since|letzten?|dernières|últimos|ultimi|"
    r"reverse|in reverse|chronological|selected|selection|a selection|of \d+|"
    r"cont(?:inued|\.)?|"
    r"auswahl|aktuellste|neueste|fortsetzung|sélection|extraits?|suite|selección|seleção|selezione|urval|utvalg|"
    r"utvalgte|wybór)"
    r"[^()]*\)$",
    re.IGNORECASE,
)
"""What a title adds in brackets of the order or the choice of what stands below."""
_ASKED = re.compile(r"(?<=\w) (?:(?:attended|obtained|acquired|held)(?= and | with |$)|(?:with|and) dates?$)")
"""What forms add to a title: "schools attended with dates"."""
_EDGES = " :•·|—–-_*#=.►▪■◆●"


@functools.cache
def _known() -> dict[str, str]:
    ours = {folded(words): kind for one in LABELS.values() for kind, words in one.headings.items()}
    councils, abroad, printed, here = (
        {folded(words): kind for kind, names in told.items() for words in names.split("|")}
        for told in (COUNCILS, ABROAD, SECTIONS, KNOWN)
    )
    return councils | abroad | printed | ours | here


@functools.lru_cache(maxsize=5_000)
def kind_of(text: str) -> str:
    """The kind of section a title names, or empty. Case, colons, ampersands and decoration do not matter."""
    whole = folded(text)
    if (kind := _known().get(whole, "")) or " and " not in whole:
        return kind
    kinds = [_known().get(part, "") for part in whole.split(" and ")]
    return "" if not all(kinds) else next((kind for kind in _FIRST if kind in kinds), kinds[0])


@functools.lru_cache(maxsize=5_000)
def kind_like(text: str) -> str:
    """The kind of a title of a few words that ends as titles end, such as "Computer Engineering Experience"."""
    words = folded(text).split()
    if not 1 <= len(words) <= 5 or any(c.isdigit() for c in text) or text.rstrip().endswith((".", ",")):
        return ""
    if any(word.startswith(("certif", "licens")) or word == "licences" for word in words):
        return "certificates"
    unpaid = [bool(_UNPAID.match(word)) for word in words]
    if "volunteer" in words or (any(unpaid) and (unpaid[0] or "and" not in words) and not TITLE.search(text)):
        return "volunteer"
    ends = (_known().get(" ".join(words[n:]), "") for n in range(1, len(words) - 1))
    return next(filter(None, ends), "") or _LAST_WORDS.get(words[-1], "")


@functools.lru_cache(maxsize=5_000)
def kind_about(text: str) -> str:
    """The kind of a title by any word of it that tells, such as "Languages I speak"; empty for what names a job."""
    if (kind := kind_like(text)) or len(text.split()) > 5 or any(c.isdigit() for c in text) or TITLE.search(text):
        return kind
    return next((_WORDS[word] for word in reversed(folded(text).split()) if word in _WORDS), "")


def without_choice(title: str) -> str:
    """A title without what it adds in brackets of the order or the choice of what stands below."""
    return _WHICH.sub("", title)


def folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).strip()
    text = without_choice(_NUMBER.sub("", text))
    # Icons before a title come out as characters of private use.
    text = "".join(c for c in text if unicodedata.category(c) not in ("Co", "Cf", "Cc", "So"))
    text = re.sub(r"\s*[&+/]\s*|,?\s+(?:und|et|y|e|en)\s+", " and ", text.strip(_EDGES)).casefold()
    text = text.replace("i̇", "i").replace("ı", "i")  # capitals of Turkish
    text = _ASKED.sub("", text)
    return re.sub(r"\s+", " ", text.strip(_EDGES))
