"""What a page without data for machines is: the ad of one job, a list of many, or a page about jobs and applying."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

from companion.intake.draft import Draft
from companion.intake.text import count_words

_ABOUT_JOBS = re.compile(
    r"\btemplates?\b|\bform\b|\bformular\w*|\bbewerb(?:en|ung(?:s\w*|en)?|er)\b|lettre de motivation|candidature spontanée[ ,:]|\bcover letters?\b|\bhow to\b|"
    r"^how (?:we|to|do|does|i|our)\b|^why (?:we|you|work|join)\b|\bblog\b|\bnewsletter\b|\bpress release\b|\btips\b|\bwie (?:läuft|schreib|bewirb)|\?|\bemail templates|\bratgeber|\bguide\b|\bstrategies\b|\bsubmit your\b|"
    r"^(?:job |employment )?application(?: form| center)?$|^apply(?: now)?$|^careers?$|^welcome\b|^jobs?$|^form\b",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"^(?:current )?(?:job )?(?:openings|vacancies|opportunities|positions|offene stellen|stellenangebote)\b|\bopen(?:ings| positions| roles| jobs)\b(?: at)?|^(?:top|all|latest|search)\b.*\bjobs\b|"
    r"^(?:careers?|jobs|karriere|carrières?|empleos?|lavora|work(?:ing)?|life) (?:at|with|bei|chez|con|en|in|@)\b|\bjobs in \w|\b(?:jobs|vacancies|openings)$|\bjob vacancies\b|\b\d[\d,.]* (?:\w+ )?(?:jobs|vacancies|results|open positions)\b|\bjob (?:search|openings|listings)\b|"
    r"^(?:come )?(?:join|work (?:at|with|for)) (?:us|our team)\W*$|offres d.emploi|posizioni aperte|\bjobs & \w+ jobs\b|\bjobsuche\b|\b(?:alle|unsere|offene) (?:jobs|stellen\w*)\b|^stellenangebote\b|"
    r"\bofertas de (?:empleo|trabajo)\b|\boportunidades de (?:emprego|empleo)\b|\bvagas (?:em|na|no|abertas|disponíveis)\b|^(?:nuestras |ver )?vacantes\b|\bvacatures\b|\blediga (?:jobb|tjänster)\b|\bledige stillinger\b",
    re.IGNORECASE,
)
_AD_HEADINGS = re.compile(
    r"^\W*(?:(?:key |main |your |job |core |essential )?(?:responsibilities|duties|tasks|requirements|qualifications|accountabilities|skills(?: and experience)?|profile)|(?:essential|desirable|selection) (?:criteria|skills)|person specification|(?:minimum|basic|preferred|desired|required) (?:qualifications|requirements|skills|experience)|must[- ]haves?|who we (?:want|need|look for|are looking for)|what (?:the (?:job|role) involves|(?:we|you).ll expect)|your (?:day|mission|tasks|impact)|day to day|in this role|(?:job|role|position) (?:overview|summary|purpose)|main duties|the (?:job|position)|what you(?:.ll| will) (?:do|bring|need)|"
    r"what we(?:.re looking for| offer| expect)|who you are|about (?:the|this) (?:role|job|position)|about you|job description|the role|your role|you have|we offer|benefits|perks|nice to have|"
    r"(?:deine |ihre )?aufgaben|(?:dein |ihr )?profil|(?:das )?(?:bieten wir|erwartet dich|bringst du mit|bringen sie mit)|wir bieten|anforderungen|stellenbeschreibung|qualifikationen?|"
    r"(?:vos |les |tes )?missions?|(?:votre |le |ton )?profil(?: recherché)?|description du poste|compétences|avantages|funciones|requisitos(?: m[ií]nimos)?|responsabilidades|ofrecemos|qu[eé] ofrecemos|"
    r"se ofrece|descripci[oó]n(?: (?:del puesto|de la oferta|de la vacante))?|objetivos? (?:de|del) (?:la posici[oó]n|puesto)|(?:principales )?tareas|qu[eé] (?:har[aá]s|buscamos)|perfil|competencias|requisits|funcions|descripció(?: de l.oferta)?|s.ofereix|oferim|"
    r"(?:tes |vos )?responsabilités|ce que nous (?:offrons|proposons)|nous offrons|(?:das )?wir (?:suchen|bieten)|das solltest du mitbringen|deine (?:rolle|mission)|(?:il )?profilo(?: ricercato)?|cosa (?:farai|offriamo)|mansioni|"
    r"(?:jouw |je )?taken|jouw (?:rol|profiel)|functie-?eisen|wat (?:bieden wij|breng je mee|vragen we)|o que (?:você fará|esperamos|oferecemos)|sobre a vaga|om (?:rollen|tjänsten|stillingen|jobbet)|din profil|responsabilità|requisiti|offriamo|functieomschrijving|wat ga je doen|wie ben jij|wij bieden|"
    r"arbetsuppgifter|kvalifikationer|vi erbjuder|arbeidsoppgaver|kvalifikasjoner|vi tilbyr|opgaver|obowiązki|wymagania|oferujemy|zakres obowiązków|atividades|requisitos e qualificações|benefícios|"
    r"nápl[ňn] práce|požadujeme|požadavky|nabízíme|responsabilități|cerințe|beneficii|oferim|feladatok|elvárások|amit kínálunk|tehtävät|edellytämme|tarjoamme|iş tanımı|(?:aranan )?nitelikler|görev (?:tanımı|ve sorumluluklar)|"
    r"обязанности|требования|условия|мы предлагаем|чем предстоит заниматься|обов.язки|вимоги|ми пропонуємо)\b.{0,40}$"
    r"|^\W*(?:仕事内容|業務内容|職務内容|応募(?:資格|条件)|必須|歓迎|求める人物像|待遇|福利厚生|募集要項|勤務条件|対象となる方|岗位(?:职责|要求)|工作(?:职责|内容)|职位(?:描述|要求|职责)|任职(?:要求|资格)|我们提供|福利待遇|주요 ?업무|담당 ?업무|자격 ?요건|우대 ?사항|복리 ?후생|혜택|जिम्मेदारिय|ज़िम्मेदारिय|योग्यता|आवश्यकताए|नौकरी का विवरण|कार्य विवरण).{0,40}$",
    re.IGNORECASE | re.MULTILINE,
)
_OPEN_LIST = re.compile(
    r"^\W*(?:(?:our |all )?(?:open|current|available|latest) (?:roles|positions|jobs|vacancies|openings|opportunities)|job openings|unsere (?:offenen )?stellen|offene (?:stellen|positionen)|"
    r"postes? (?:ouverts|à pourvoir)|vacantes(?: abiertas)?|posizioni aperte|(?:onze |openstaande )?vacatures)\W*\n+(?:\W*\S.{0,120}\n+){3,}",
    re.IGNORECASE | re.MULTILINE,
)
"""A list of several jobs; at the end of an ad it is of the others."""
_JOB_WORDS = re.compile(
    r"\b(?:responsibilit|requirement|qualification|experience|apply|salary|candidate|role|position|skills|benefits|"
    r"aufgaben|profil|anforderung|bewerb|kenntnisse|erfahrung|stelle|missions?|compétences|expérience|poste|candidat|"
    r"requisitos|experiencia|funciones|ofrecemos|vacante|puesto|contrato|jornada|candidat|contracte|requisits|experiència|vaga|experiência|functie|ervaring|wij bieden|esperienza|requisiti|"
    r"kvalifikationer|erfaring|arbetsuppgifter|ansök|wymagania|obowiązki|doświadczenie|požadujeme|zkušenost|tecrübe|deneyim|başvur|cerințe|experiență|tapasztalat|kokemus|hakemus|опыт|требования|обязанности|вакансия|зарплата|досвід)"
    r"|(応募|募集|経験|給与|勤務|資格|スキル|经验|职位|薪资|简历|应聘|경력|지원|모집|급여|채용|अनुभव|आवेदन|वेतन|नौकरी|योग्यता)",
    re.IGNORECASE,
)
_LEAST_WORDS = 40


def looks_like_a_job(text: str) -> bool:
    """Whether prose has the words of a job ad: enough text, and several of the things ads speak of."""
    if count_words(text) < _LEAST_WORDS:
        return False
    return len({match[0].lower() for match in _JOB_WORDS.finditer(text)}) >= 3 or count_ad_headings(text) >= 2


def is_ad_heading(text: str) -> bool:
    """Whether a line is a heading within an ad, such as "Requirements" or "Wir bieten"."""
    return bool(_AD_HEADINGS.match(text))


def count_ad_headings(text: str) -> int:
    """How many different headings in `text` are those of an ad."""
    return len({match.lower() for match in _AD_HEADINGS.findall(text)})


def is_listing_title(title: str) -> bool:
    """Whether a heading names many jobs, such as "Current openings" or "Top jobs in Leeds"."""
    return bool(_LISTING.search(title))


def is_about_one_job(text: str, draft: Draft) -> bool:
    """Whether a page without any data is the ad of one job, and not a page about jobs, applying or many openings.

    Evidence is counted: headings that only ads have, and facts that only ads state. An advice page has the words of an
    ad, but neither of them.
    """
    if not looks_like_a_job(text) or is_listing_title(draft.title):
        return False
    headings = min(count_ad_headings(text), 3)
    stated = sum(
        (bool(draft.places), bool(draft.employment), bool(draft.pay), bool(draft.posted or draft.valid_through))
    )
    listed = _OPEN_LIST.search(text)
    against = (3 if _ABOUT_JOBS.search(draft.title) else 0) + (3 if listed and 2 * listed.start() < len(text) else 0)
    return headings + stated - against >= 2
