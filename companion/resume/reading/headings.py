"""Which line is a section's title, and of which kind: known words first, then the look that titles of this file
share.
"""

import functools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence

import msgspec

from companion.resume.reading.dates import has_date
from companion.resume.reading.lines import TextLine
from companion.resume.reading.vocabulary import TITLE

KNOWN: dict[str, str] = {
    "summary": "summary|profile|about|about me|objective|career objective|professional summary|executive summary|"
    "career summary|professional profile|personal statement|personal profile|career profile|highlights|"
    "summary of qualifications|profile summary|introduction|bio|overview|who i am|"
    "profil|über mich|kurzprofil|zusammenfassung|à propos|profil professionnel|objectif|résumé de carrière|perfil|"
    "sobre mí|resumen|perfil profesional|objetivo|profilo|sommario|profiel|samenvatting|over mij|resumo|sobre mim",
    "work": "work|jobs|job history|experience|work experience|professional experience|employment|"
    "employment history|work history|"
    "career history|relevant experience|professional background|experience and employment|industry experience|"
    "professional history|career|positions|positions held|internships|internship experience|internship|"
    "additional experience|other experience|selected experience|research experience|teaching experience|"
    "military service|military experience|entrepreneurial experience|leadership experience|career experience|"
    "berufserfahrung|beruflicher werdegang|werdegang|praktische erfahrung|praktika|berufspraxis|erfahrung|"
    "expérience|expériences|expérience professionnelle|expériences professionnelles|parcours professionnel|parcours|"
    "stages|"
    "experiencia|experiencia laboral|experiencia profesional|trayectoria profesional|esperienza|"
    "esperienza lavorativa|esperienze professionali|esperienza professionale|werkervaring|ervaring|loopbaan|"
    "experiência|experiência profissional|research|practical experience|roles",
    "volunteer": "volunteer|volunteering|volunteer experience|volunteer work|community service|community involvement|"
    "volunteer activities|ehrenamt|ehrenamtliches engagement|engagement|bénévolat|voluntariado|volontariato|"
    "vrijwilligerswerk|on campus involvement|campus involvement|leadership and activities|extracurricular activities|"
    "extracurriculars|activities|leadership|leadership activities|student activities|involvement|"
    "activities and leadership|community|extracurricular|clubs|organizations|affiliations",
    "education": "education|qualification|academic qualification|educational qualification|educational qualifications|"
    "education qualification|academic details|education details|academic profile|academic background|"
    "education and training|educational background|academics|studies|academic history|academic qualifications|"
    "qualifications|schooling|school|schools|degrees|ausbildung|berufsausbildung|diplômes|"
    "bildung|studium|schulbildung|akademischer werdegang|"
    "bildungsweg|aus- und weiterbildung|formation|formations|études|formación|formación académica|educación|"
    "estudios|istruzione|formazione|istruzione e formazione|opleiding|opleidingen|educação|formação|"
    "formação acadêmica|degree|education and qualifications",
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
    "technologies used|programs|skills and expertise|technical knowledge",
    "certificates": "certifications|certificates|licenses and certifications|licenses|certification|courses|"
    "professional certifications|certifications and licenses|training|training and certifications|"
    "professional development|courses and certifications|credentials|licensure|continuing education|zertifikate|"
    "zertifizierungen|weiterbildung|weiterbildungen|fortbildungen|certificats|certificaciones|cursos|certificazioni|"
    "corsi|certificaten|cursussen|certificações|licenses and certificates|certifications and training",
    "languages": "languages|language skills|spoken languages|language|sprachen|sprachkenntnisse|langues|idiomas|"
    "lingue|talen|línguas|language proficiency",
    "publications": "publications|selected publications|papers|research publications|patents|"
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
    "interests",
    "references": "references|referees|referenzen|références|referencias|referenze|referenties|recommendations",
    "contact": "contact|contact information|contact details|contact me|personal details|personal information|"
    "personal data|personal info|kontakt|kontaktdaten|persönliche daten|angaben zur person|coordonnées|"
    "informations personnelles|contacto|datos personales|contatti|dati personali|gegevens|"
    "persoonlijke gegevens|contato|details|links|find me online|social|social links|websites",
    "courses": "coursework|relevant coursework|selected coursework|key courses|relevant courses",
    "other": "strengths|focus areas|welcome|additional information|miscellaneous|other|misc|additional|"
    "sonstiges|divers|varia|memberships|professional memberships|professional affiliations|availability|"
    "sonstige kenntnisse|key strengths|my life philosophy|day of my life|most proud of|philosophy",
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
        "work": "experience posts appointments roles tätigkeiten employer employers jobs career worked "
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
        "volunteer": "volunteer ehrenamt bénévolat voluntariado",
        "contact": "kontakt contacto contactos coordonnées",
        "references": "references referees",
    }.items()
    for word in words.split()
}  # fmt: skip
"""Words that tell what a title of several words is about, wherever they stand in it."""
_SURE = frozenset(
    "skills|technical skills|key skills|education|experience|work experience|professional experience|"
    "employment history|languages|contact|certifications|projects|publications|references|interests|hobbies|kenntnisse|"
    "berufserfahrung|"
    "ausbildung|sprachen|kontakt|compétences|formation|expérience professionnelle|langues|experiencia laboral|"
    "experiencia profesional|formación académica|habilidades|competencias|idiomas|contacto".split("|")
)
"""Titles that alone on a line are nothing else, however they look."""
_EDGES = " :•·|—–-_*#=.►▪■◆●"


@functools.cache
def _known() -> dict[str, str]:
    return {words: kind for kind, names in KNOWN.items() for words in names.split("|")}


@functools.lru_cache(maxsize=5_000)
def kind_of(text: str) -> str:
    """The kind of section a title names, or empty. Case, colons, ampersands and decoration do not matter."""
    return _known().get(_folded(text), "")


@functools.lru_cache(maxsize=5_000)
def kind_like(text: str) -> str:
    """The kind of a title of a few words that ends as titles end, such as "Computer Engineering Experience"."""
    words = _folded(text).split()
    if not 1 <= len(words) <= 5 or any(c.isdigit() for c in text) or text.rstrip().endswith((".", ",")):
        return ""
    if any(word.startswith(("certif", "licens")) or word == "licences" for word in words):
        return "certificates"
    if "volunteer" in words:
        return "volunteer"
    return _LAST_WORDS.get(words[-1], "")


@functools.lru_cache(maxsize=5_000)
def kind_about(text: str) -> str:
    """The kind of a title by any word of it that tells, such as "Languages I speak"; empty for what names a job."""
    if (kind := kind_like(text)) or len(text.split()) > 5 or any(c.isdigit() for c in text) or TITLE.search(text):
        return kind
    return next((_WORDS[word] for word in reversed(_folded(text).split()) if word in _WORDS), "")


def _folded(text: str) -> str:
    text = unicodedata.normalize("NFKC", text).strip()
    # Icons before a title come out as characters of private use.
    text = "".join(c for c in text if unicodedata.category(c) not in ("Co", "Cf", "Cc", "So"))
    text = re.sub(r"\s*[&+/]\s*", " and ", text.strip(_EDGES)).casefold()
    return re.sub(r"\s+", " ", text.strip(_EDGES))


class Heading(msgspec.Struct, frozen=True, kw_only=True):
    at: int
    kind: str
    title: str


_Look = tuple[float, bool, bool]


def find_headings(lines: Sequence[TextLine]) -> list[Heading]:
    """The section titles among `lines`, in order. Kind `other` is a title we have no section for."""
    body = _body_size(lines)
    sure = [n for n, line in enumerate(lines) if kind_of(line.plain) and _stands_out(line, body)]
    plain = [n for n, line in enumerate(lines) if kind_of(line.plain) and not line.bullet]
    looks = Counter(_look(lines[n]) for n in (sure or plain))
    if not looks:
        return _by_look(lines, body)
    apart = _own_looks(lines, {look for look in looks if look[0] or look[1] or look[2]}, body)
    usual = {look for look, count in looks.items() if count >= max(1, 0.3 * max(looks.values()))}
    out: list[Heading] = []
    for n, line in enumerate(lines):
        if line.bullet or len(line.plain) > 60 or len(line.parts) > 1:
            continue
        kind = kind_of(line.plain)
        like = kind_about(line.plain)
        look = _look(line)
        flat = body == 0
        if kind and (
            look in usual or _folded(line.plain) in _SURE or (not sure and (flat or look[1:] != (False, False)))
        ):
            out.append(Heading(at=n, kind=kind, title=line.plain))
        elif like and look in usual and _stands_out(line, body) and (sure or line.caps):
            out.append(Heading(at=n, kind=like, title=line.plain))
        elif (
            sure
            and n > 1
            and (look in apart or (look in usual and _is_title(line, body, lines, n, {lines[m].size for m in sure})))
        ):
            out.append(Heading(at=n, kind="other", title=line.plain))
    return out


def _own_looks(lines: Sequence[TextLine], looks: Collection[_Look], body: float) -> set[_Look]:
    """Those of `looks` that stand out and that no line has which is anything but a title."""
    others = {_look(line) for line in lines if line.bullet or not _reads_as_title(line)}
    return {look for look in looks if body and look not in others and (look[0] > 1.05 * body or look[2])}


def _reads_as_title(line: TextLine) -> bool:
    text = line.plain
    return len(text.split()) <= 5 and len(line.parts) == 1 and not any(c.isdigit() or c in "@|,•·" for c in text)


def _by_look(lines: Sequence[TextLine], body: float) -> list[Heading]:
    """The titles of a resume that uses none of the words we know: short lines set apart, of one look that recurs."""
    largest = max((line.size for line in lines), default=0)
    smallest = 1.05 * body or 11.5  # lines of text without looks have no size; what Markdown sets apart has
    found = [
        (n, line)
        for n, line in enumerate(lines)
        if smallest <= line.size < 0.97 * largest and (line.bold or line.caps or line.size >= 1.15 * smallest)
        and (line.gap >= 0.4 or not line.x1 or line.size >= 1.15 * smallest) and not line.bullet
        and _reads_as_title(line)
    ]  # fmt: skip
    looks = Counter(_look(line) for _, line in found)
    often = max((look for look, count in looks.items() if count > 1), default=None)  # the largest: titles hold entries
    return [
        Heading(at=n, kind=kind_about(line.plain) or "other", title=line.plain)
        for n, line in found
        if _look(line) == often
    ]


def _is_title(line: TextLine, body: float, lines: Sequence[TextLine], n: int, sizes: Collection[float]) -> bool:
    """Whether a line of unknown words but a title's look is a title: short, apart, and unlike a name or an entry.

    `sizes` are those of the titles whose words are known.
    """
    words = line.plain.split()
    like_them = line.bold and line.size >= 1.05 * body and line.size in sizes
    big = line.size >= 1.12 * body or (line.caps and line.bold) or like_them
    following = lines[n + 1] if n + 1 < len(lines) else None
    if not body and (kind_of(lines[n - 1].plain) or (following and following.gap < 1 and has_date(following.text))):
        return False  # in plain text, capitals head entries as well
    apart = line.gap >= 0.4 or n == 0
    return (
        len(words) <= 5
        and big
        and apart
        and n > 1
        and not any(c.isdigit() or c in "@|,•·" for c in line.plain)
        and following is not None
        and _look(following) != _look(line)
    )


def _stands_out(line: TextLine, body: float) -> bool:
    if line.bullet:
        return False
    if body == 0:
        return line.caps or line.text.rstrip().endswith(":") or line.gap >= 1
    return line.bold or line.caps or line.size >= 1.08 * body


def _look(line: TextLine) -> _Look:
    return (round(line.size), line.bold, line.caps)


def _body_size(lines: Sequence[TextLine]) -> float:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 0
