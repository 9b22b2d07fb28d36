"""What forms print themselves: titles and labels of Europass CVs (2002, 2005, 2013, 2020) and of LinkedIn's PDF, in
the languages that people fill them in. Words alone; what they tell is read elsewhere.
"""

import functools
import re
import unicodedata

SECTIONS: dict[str, str] = {
    "summary": "extracto|riepilogo|podsumowanie|sammanfattning|sammendrag|rezumat|özet|общие сведения|shrnutí|zhrnutie|"
    "yhteenveto|összefoglalás|σύνοψη|résumé|resumé|o mnie|despre mine|om mig|om meg|rólam|o mně|acerca de mí|"
    "dichiarazione personale|persönliche erklärung|déclaration personnelle|declaración personal|概要|개요|요약",
    "work": "erfarenhet|arbetslivserfarenhet|erfaring|erhvervserfaring|experiență|experienţa profesională|"
    "experiența profesională|deneyim|doświadczenie|zkušenosti|pracovní zkušenosti|pracovná prax|pracovné skúsenosti|"
    "delovne izkušnje|radno iskustvo|професионален опит|трудов стаж|darba pieredze|darbo patirtis|töökogemus|kokemus|"
    "työkokemus|επαγγελματική πείρα|επαγγελματική εμπειρία|munkatapasztalat|experiencia profesional|職歴|工作经历|경력",
    "education": "schul- und berufsbildung|allgemeine und berufliche bildung|éducation et formation|"
    "educación y formación|educação e formação|formação académica e profissional|formação acadêmica e profissional|"
    "onderwijs en opleiding|edukacja i szkolenia|wykształcenie i odbyte szkolenia|wykształcenie i kwalifikacje|"
    "educație și formare|educaţie şi formare|educație și formare profesională|educaţie şi formare profesională|studii|"
    "uddannelse og kurser|utdanning og kurs|utbildning och kurser|oktatás és képzés|tanulmányok|vzdělání|"
    "vzdělání, odborná příprava a školení|vzdělání a odborná příprava|vzdelanie a príprava|"
    "εκπαίδευση και κατάρτιση|koulutus|koulutus ja opinnot|izobraževanje in usposabljanje|"
    "obrazovanje i osposobljavanje|образование и обучение|haridus|izglītība|išsilavinimas|eğitim ve öğretim",
    "skills": "personlig kompetens|personlige færdigheder og kompetencer|personlige ferdigheter og kompetanse|"
    "henkilökohtaiset taidot ja pätevyydet|лични умения и компетенции|osobné zručnosti a kompetencie|"
    "osobne vještine i kompetencije|"
    "topkompetencer|viktigaste kompetenser|viktigste ferdigheter|toppkompetanse|competențe principale|"
    "aptitudini principale|en önemli yetenekler|основные навыки|belangrijkste vaardigheden|principais competências|"
    "competenze principali|najważniejsze umiejętności|hlavní dovednosti|hlavné zručnosti|tärkeimmät taidot|"
    "legfontosabb készségek|personal skills and competences|persönliche fähigkeiten|"
    "persönliche fähigkeiten und kompetenzen|aptitudes et compétences personnelles|compétences personnelles|"
    "capacidades y competencias personales|competencias personales|capacità e competenze personali|"
    "competenze personali|aptidões e competências pessoais|competências pessoais|persoonlijke vaardigheden|"
    "persoonlijke vaardigheden en competenties|umiejętności i kompetencje osobiste|umiejętności osobiste|"
    "aptitudini şi competenţe personale|aptitudini și competențe personale|competenţe personale|"
    "competențe personale|personliga färdigheter|personlige færdigheder|személyes készségek|egyéni készségek|"
    "egyéni készségek és kompetenciák|osobní dovednosti|schopnosti, znalosti a dovednosti|ατομικές δεξιότητες|"
    "ατομικές δεξιότητες και ικανότητες|digitale kompetenzen|digitale kompetenz|compétences numériques|"
    "competencias digitales|competência digital|competenza digitale|competências digitais|competențe digitale|"
    "competenţe digitale|umiejętności cyfrowe|digitale vaardigheden|digitala kompetenser|digitale færdigheder|"
    "digitális készségek|digitální dovednosti|ψηφιακές δεξιότητες|digitaidot|"
    "umiejętności i kompetencje|skills and competences|"
    "fähigkeiten und kompetenzen|aptitudes et compétences|capacidades y competencias|aptidões e competências|"
    "vaardigheden en competenties|aptitudini şi competenţe|aptitudini și competențe|competenţe|competențe|"
    "kompetencje|δεξιότητες|készségek és kompetenciák",
    "languages": "competencias lingüísticas|competências linguísticas|competențe lingvistice|znajomość języków|"
    "taalvaardigheden|språkkunskaper|sprogkundskaber|nyelvi készségek|γλωσσικές δεξιότητες|jazykové znalosti|"
    "jazykové dovednosti|kielitaito|dil becerileri|programming and spoken languages",
    "contact": "лична информация|osobné údaje|osobni podaci|osobné informácie|osobne informacije|"
    "contactar|information personnelle|información personal|informação pessoal|persoonlijke informatie|"
    "dane osobowe|informacje osobiste|informații personale|informaţii personale|personuppgifter|"
    "personlig information|personlige oplysninger|személyi adatok|személyes adatok|προσωπικές πληροφορίες|"
    "προσωπικά στοιχεία|osobní údaje|osobné údaje|iletişim|iletişim bilgileri|способы связаться|контактная информация|"
    "контакты|yhteystiedot|henkilötiedot|kapcsolat|elérhetőség|επικοινωνία|contact opnemen|連絡先|联系方式|연락처",
    "certificates": "certificeringer|sertifiseringer|certificări|sertifikalar|licencje i certyfikaty|"
    "driving licence|führerschein|führerscheine|permis de conduire|permiso de conducir|permiso de conducción|"
    "patente di guida|patente|patente o patenti|carta de condução|rijbewijs|prawo jazdy|permis de conducere|körkort|"
    "kørekort|førerkort|vezetői engedély|řidičský průkaz|άδεια οδήγησης|ajokortti",
    "awards": "honors-awards|auszeichnungen und preise|prix et distinctions|distinctions et récompenses|"
    "premios y distinciones|riconoscimenti e premi|prémios e distinções|nagrody i wyróżnienia|honours-awards",
    "volunteer": "freiwilligentätigkeit|freiwilligentätigkeiten|wolontariat|frivilligt arbete|frivilligarbejde",
    "other": "job applied for|preferred job|desired employment|desired employment / occupational field|annexes|"
    "gewünschte beschäftigung|emploi recherché|empleo deseado|occupazione desiderata|emprego pretendido|"
    "anlagen|allegati|anexos|ulteriori informazioni|zusätzliche angaben|zusätzliche informationen|"
    "information complémentaire|informations complémentaires|información adicional|informação adicional|"
    "aanvullende informatie|informacje dodatkowe|dodatkowe informacje|informaţii suplimentare|"
    "informații suplimentare|networks and memberships|conferences and seminars",
}
"""Titles of sections by kind, as `titles.KNOWN` has those of other resumes."""

_TAUGHT = (
    r"educat|train|teaching|bildung|enseign|estudio|formaci|formation|istruz|formaz|istitut|ensino|formaç|onderwijs|"
    r"opleid|edukac|szkol|kształc|învăţ|învăț|formare|oktat|képz|vzděl|vzdel|utbild|uddann|utdann|εκπα|κατάρτ|обуч|"
    r"образов|koulut|oppilait|izobraž|obrazov|school|schul|szko[lł]|škol|skol|[sș]coal|uczelni|universi|школ|σχολ"
)
_NAMED = (
    r"name|nom|nombre|nome|naam|nazwa|numele|denumirea|név|jméno|název|názov|namn|navn|naziv|ime|όνομα|επωνυμία|име|"
    r"наименование|nimi|organi[sz]ation"
)
_PERSON = (
    r"(?:full |first |last |family |given )?names?|surnames?|nachname|vorname|familienname|noms?(?: de famille)?|"
    r"prénoms?|apellidos?|nombres?|nome|cognome|apelidos?|nomes? próprios?|achternaam|voornaam|naam|nazwisko|imię|"
    r"nume|prenume|efternamn|förnamn|namn|efternavn|fornavn|navn|vezetéknév|utónév|név|příjmení|jméno|priezvisko|meno|"
    r"επώνυμο|όνομα|ονοματεπώνυμο|etternavn|prezime|ime|sukunimi|etunimi|nimi|фамилия|имя|име"
)
HINTS = re.compile(
    r"acquisite nel corso della vita.*|vivere e lavorare con altre persone.*|ad es\. coordinamento e amministrazione.*|"
    r"con computer, attrezzature specifiche.*|musica, scrittura, disegno.*|competenze non precedentemente indicate\.?|"
    r"acquired in the course of life and career.*|living and working with other people.*|"
    r"coordination and administration of people.*|with computers, specific kinds of equipment.*|"
    r"music, writing, design.*|competences not mentioned above\.?",
    re.IGNORECASE,
)
"""What the form of 2002 says below its labels to whoever fills it in."""
FIELDS: dict[str, str] = {
    "school": rf"(?:{_NAMED})\b.*(?:{_TAUGHT}).*|oktatást.*intézmény.*|utbildningsanordnar.*|oppilaitoksen nimi.*|"
    r"institution(?: name)?|"
    r"school|university|college|hochschule|universität|établissement|école|université|centro de estudios|universidad|"
    r"istituto|scuola|università|instituição(?: de ensino)?|universidade|opleidingsinstituut|uczelnia|szkoła",
    "employer": r"(?:.*\s)?(?:employer|(?:des )?arbeitgebers?|(?:de )?l['’ ]?employeur|employeur|"
    r"(?:empresa o )?empleador|datore di lavoro|"
    r"empregador|(?:van de )?werkgever|pracodawc[ay]|angajator(?:ul)?(?:ui)?|munkáltató|zaměstnavatele?|"
    r"zamestnávateľa?|arbetsgivare(?:ns)?|arbejdsgiver(?:s|ens)?|arbeidsgiver(?:s|ens)?|työnantaja(?:n)?|εργοδότη|"
    r"работодател(?:я|ь)?|delodajalca?|poslodavca?)(?:\s.{1,30})?|company(?: name)?|organi[sz]ation(?: name)?|firma|"
    r"entreprise|azienda|bedrijf",
    "tasks": r"(?:description of )?(?:duties|tasks)(?: performed)?|(?:duties|responsibilities)(?:,| and| &) .*|"
    r"(?:main|principal|key) (?:activit|responsib|dut|task).*|"
    r"(?:(?:activities|duties|roles?)(?: (?:and|&) |/))?(?:job |work |key |major )*responsibilit(?:y|ies)(?: areas)?|"
    r"(?:job|work|role) (?:profile|role|descriptions?|done)|nature of (?:work|job|duties)|key result areas|kras?|"
    r"wichtigste tätigkeiten.*|(?:principales )?activités et responsabilités|funciones y responsabilidades.*|"
    r"(?:principales )?actividades y responsabilidades.*|principali (?:attività|mansioni).*|"
    r"principais a(?:c)?tividades.*|(?:voornaamste|belangrijkste) (?:werkzaamheden|activiteiten).*|"
    r"główne (?:zadania|działania|obowiązki).*|(?:principalele )?activit[aă][tțţ]i.*responsab.*|főbb tevékenységek.*|"
    r"hlavní (?:pracovní )?(?:náplň|činnosti).*|huvudsakliga arbetsuppgifter.*|"
    r"(?:hovedaktiviteter|vigtigste|viktigste).*ansvar.*|hlavné činnosti.*|κύριες δραστηριότητες.*|"
    r"основни дейности.*|pääasialliset tehtävät.*|"
    r"glavne naloge.*|glavni poslovi.*",
    "sector": r"(?:type of |kind of )?business(?: or sector)?|sector|tätigkeitsbereich.*|unternehmen oder branche|"
    r"type ou secteur.*|entreprise ou secteur|secteur d.?activité|(?:tipo de )?empresa o(?:u)? set?c?tor|"
    r"sector de actividad|(?:tipo di )?(?:attività|azienda) o settore|soort bedrijf.*|bedrijf of sector|"
    r"(?:rodzaj działalności|branża) lub.*|tipul (?:activit.*|sau) sector.*|[îi]ntreprinderea sau sectorul|"
    r"tevékenység.*ágazat|obor činnosti.*|druh činnosti.*|typ av verksamhet.*|type virksomhe[dt].*|branche eller.*|"
    r"toimiala|vrsta djelatnosti.*|είδος.*(?:τομέα|κλάδου).*|вид на дейността.*",
    "title": r"(?:occupation or )?position(?: held)?|(?:official |position |job |working )title|"
    r"(?:post|role|rank) held|post|rank|designation|beruf oder funktion|"
    r"(?:ausgeübte )?funktion|fonction ou poste occupé|(?:profesión o )?cargo (?:desempeñado|ocupado)|"
    r"lavoro o posizione ricopert[aie]|posizione ricoperta|tipo di impiego|(?:função ou )?cargo (?:ocupado|exercido)|"
    r"beroep of functie|(?:zawód lub )?(?:zajmowane )?stanowisko|func[tțţ]ia sau postul ocupat|"
    r"foglalkozás ?/? ?.*beosztás|povolání nebo.*|zamestnanie alebo.*|yrke eller befattning|"
    r"(?:beskæftigelse|stilling).*(?:stilling|titel|yrke)|yrke eller stilling|(?:απασχόληση|επάγγελμα) ή θέση.*|"
    r"ammatti tai.*|заемана длъжност.*|"
    r"zanimanje ili radno mjesto.*|zaposlitev ali delovno mesto.*",
    "degree": r"(?:title of )?qualifications? (?:awarded|obtained)|qualification|"
    r"highest (?:grade|standard|qualification|level)(?: of education)?(?: \w+ed)?|"
    r"(?:grade|standard) (?:passed|completed|attained)|"
    r"bezeichnung der erworbenen qualifikation.*|"
    r"(?:art des )?abschluss(?:es)?|intitulé du (?:certificat|diplôme).*|(?:título de la )?cualificación obtenida|"
    r"titolo della qualifica.*|qualifica conseguita|titolo di studio|designação da qualificação.*|"
    r"(?:titel van de )?kwalificatie(?: of diploma)?.*|uzyskan\w+ (?:kwalifikacj|tytuł).*|"
    r"(?:nazwa|tytuł) (?:uzyskanej )?kwalifikacji|calificarea.*|végzettség.*|dosažená kvalifikace|"
    r"získaná kvalifikácia|benämning på kvalifikation.*|(?:kvalifikationens|opnået).*(?:titel|kvalifikation)|"
    r"kvalifikasjonens tittel|naziv (?:dodijeljene|stečene) kvalifikacije|tutkinnon.*nimi|"
    r"τίτλος.*(?:διπλώματος|πιστοπ|σπουδών).*|наименование на придобитата квалификация|degree",
    "subjects": r"principal subjects.*|hauptfächer.*|principales matières.*|principales materias.*|"
    r"principali (?:materie|tematiche).*|principais disciplinas.*|voornaamste onderwerpen.*|główne przedmioty.*|"
    r"disciplinele principale.*|főbb tárgyak.*|hlavní předměty.*|hlavné predmety.*|huvudämnen.*|hovedfag.*|pääaineet.*|"
    r"glavni predmeti.*|κύρια θέματα.*|основни предмети.*",
    "area": r"fields? of study|studienf[aä]ch.*|domaine d['’]études|campo de estudio|camp[oi] di studio|"
    r"domínio de estudo|studierichting(?:en)?|kierunek studiów|domeniul de studiu|tanulmányi terület|obor studia|"
    r"studieområde|τομέας σπουδών",
    "grade": r"final grade|abschlussnote|note finale|calificación final|voto finale|classificação final|eindcijfer|"
    r"ocena końcowa|nota finală",
    "level": r"level in .*|livello nella .*|niveau dans la .*|nivel conforme .*|nível segundo .*|stufe der .*|"
    r"niveau volgens .*|poziom w .*|nivelul în .*|(?:eqf|eqr|cec|qeq|ekk|erk|mec)[- ]?(?:niveau|level|nivå)|"
    r"(?:livello|niveau|nivel|nível|poziom|nivå|nivelul)(?: en el| no| na)? (?:eqf|eqr|cec|qeq|qnq|ekk|erk|mec|qec)|"
    r"országos.*besorolás|úroveň .*klasifikac.*|επίπεδο .*",
    "dates": r"from ?(?:/|-|–|to) ?(?:to)?|years?(?: of \w+)?|"
    r"dates? (?:employed|attended|of (?:employment|attendance|service))|(?:employment|attendance) dates?|"
    r"(?:period|dates?) of employment|"
    r"dates?|datum|datum / zeitraum|zeitraum|fechas?|data|datas|daty|okres(?: zatrudnienia)?|perioada|period|"
    r"periode|periodo|período|période|időtartam|dátum|období|obdobie|tidsperioder?|datoer|ημερομηνί(?:α|ες)|"
    r"χρονολογί(?:α|ες)|дат[аи]|datumi|"
    r"päivämäärät?|ajankohta|duration",
    "place": r"(?:job )?location|city|town|ort|ville|localidad|ciudad|città|cidade|localidade|plaats|miejscowość|"
    r"localitatea|stad|by|město|mesto|város|település|πόλη|град|kaupunki|country|land|pays|país|paese|nazione|"
    r"kraj|państwo|"
    r"[tțţ]ara|ország|země|krajina|χώρα|държава|maa",
    "name": rf"(?:{_PERSON})(?: ?(?:/|,| and| und| et| y| e| i| a| och| og| en) ?(?:{_PERSON}))?",
    "address": r"(?:(?:residential|home|postal|permanent|present|current|mailing|physical|contact|local|street|full) )?"
    r"address(?:es)?|address for (?:correspondence|communication)|wohnanschrift|"
    r"adress[ea]?|direcci[óo]n(?:es)?|indirizzo|morada|endereço|adres|adres[aăe]|cím|"
    r"lakcím|διεύθυνση|адрес|osoite|anschrift",
    "phone": r"telephones?|telephone number|phone(?: number)?|mobile|telefon(?:nummer|szám|o|i|n[íy]|ul)?|"
    r"telefón|téléphones?|numéro de téléphone|teléfonos?|número de teléfono|numero di telefono|telefoni?|telefones?|"
    r"número de telefone|telefoonnummer|telefoon|numer telefonu|număr de telefon|τηλέφωνο|puhelin|телефон",
    "email": r"e-?mail(?:s|[- ]?address| addresses)?|email address|e-mail-adresse|courrier électronique|"
    r"adresse (?:électronique|e-mail|courriel)|correos? electrónicos?|dirección de correo electrónico|"
    r"indirizzo e-?mail|correios? ele(?:c)?trónicos?|endereço de (?:correio eletrónico|e-?mail)|e-?mailadres|"
    r"e-?post(?:adress?e?)?|adres e-?mail|adresa de e-?mail|ηλεκτρονική διεύθυνση|sähköposti",
    "personal": r"nationality|citizenship|(?:date|place|state|city) of (?:birth|origin)|d\.?o\.?b|gender|sex|"
    r"(?:marital|civil) status|religion|(?:caste|community)|tribe|l\.?g\.?a|blood group|age|height|weight|"
    r"(?:father|mother|husband|spouse|wife|guardian)(?:['’]?s)? name|native place|home ?town|birth ?place|passport no|"
    r"staatsangehörigkeit|"
    r"geburts(?:datum|ort)|geschlecht|familienstand|nationalité|(?:date|lieu) de naissance|sexe|nacionalidade?|"
    r"(?:fecha|lugar) de nacimiento|sexo|cittadinanza|nazionalità|(?:data|luogo) di nascita|sesso|"
    r"data de nascimento|nationaliteit|geboortedatum|geslacht|obywatelstwo|data urodzenia|płeć|"
    r"na[tțţ]ionalitate[a]?|cetă[tțţ]enie|data na[sșş]terii|állampolgárság|születési (?:dátum|idő|hely)|nem|"
    r"státní příslušnost|datum narození|pohlaví|nationalitet|medborgarskap|födelsedatum|kön|fødselsdato|køn|"
    r"nasjonalitet|štátna príslušnosť|državljanstvo|υπηκοότητα|ιθαγένεια|ημερομηνία γέννησης|φύλο|kansalaisuus|"
    r"syntymäaika|sukupuoli|гражданство|"
    r"дата (?:на раждане|рождения)",
    "mother": r"(?:mother tongue|native language|muttersprache|langue maternelle|lengua materna|idioma materno|"
    r"lingua madre|madrelingua|língua materna|moedertaal(?:/moedertalen)?|język ojczysty|limb[aă] maternă|modersmål|"
    r"anyanyelv|mateřský jazyk|materinský jazyk|μητρική γλώσσα|äidinkieli|morsmål|materinski jezik|"
    r"матерен език|майчин език)[ns]?",
    "others": r"(?:other|foreign|sonstige|weitere|autres?|otr[oa]s?|altr[ae]|outras?|andere|inne|języki|alte|limba|"
    r"andra|andre|annat|egyéb|další|ďalšie|άλλες|muut|други|drugi)\b.*(?:languages?|sprachen?|langues?|"
    r"idiomas?|lenguas?|lingu[ae]|"
    r"línguas?|taal|talen|taal/talen|języki|obce|limb[aăi]|străin.*|språk|sprog|nyelv.*|jazyky?|jezi[kc]i?|"
    r"γλώσσες|kielet|езици)\b.*",
    "licence": r"driving licen[cs]es?|führerscheine?|permis de conduire|permisos? de conduc\w+|patente.*|"
    r"carta de condução|rijbewijs|prawo jazdy|permis de conducere|körkort|kørekort|førerkort|"
    r"(?:jármű)?vezetői engedély|řidičský průkaz|vodičský preukaz|vozačka dozvola|свидетелство за управление.*|"
    r"άδεια οδήγησης|ajokortti",
    "ability": r".*(?:skills|competences|kompetenz(?:en)?|fähigkeiten|compétences|competencias?|competenz[ae]|"
    r"competências?|vaardigheden|(?:en|en -)?competenties|umiejętności|competen[tțţ]e|készségek|dovednosti|"
    r"kompetenser|færdigheder|ferdigheter|kompetens|kompetanse|zručnosti|vještine|kunnskaper|умения|δεξιότητες|"
    r"taidot)\b.*|obsługa komputera",
}
"""Labels by the field they name, the surer ones first. Optional plurals in brackets are left out before matching."""

_WORDS = 12
"""Words of a label at most."""


@functools.cache
def _fields() -> dict[str, re.Pattern[str]]:
    return {field: re.compile(words.replace("ς", "σ")) for field, words in FIELDS.items()}  # as case is folded


@functools.lru_cache(maxsize=5_000)
def field_of(label: str) -> str:
    """The field that a label of a form names, or empty. Bullets, colons and plurals in brackets do not matter."""
    text = unicodedata.normalize("NFKC", label).casefold()
    text = re.sub(r"\s*\([^()]*\)\s*", " ", text)
    text = re.sub(r"\s+", " ", text.strip(" •·-–*:\t")).strip()
    if not text or len(text.split()) > _WORDS or text[:1].isdigit():
        return ""
    return next((field for field, pattern in _fields().items() if pattern.fullmatch(text)), "")
