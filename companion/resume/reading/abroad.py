"""The words that title sections of resumes in languages beside the seven of `titles`, and more of theirs."""

ABROAD: dict[str, str] = {
    "summary": "om mig|om meg|om mej|sammanfattning|sammendrag|o mnie|podsumowanie|podsumowanie zawodowe|o mně|"
    "o mne|rólam|bemutatkozás|despre mine|tietoja minusta|tiivistelmä|hakkımda|özet|о себе|про себе|"
    "σχετικά με μένα",
    "work": "anställningar|anställning|yrkeserfarenhet|erfarenhet|arbetserfarenhet|erfaring|ansettelser|"
    "ansættelser|joberfaring|doświadczenie|kariera|przebieg zatrudnienia|zatrudnienie|praktyki i staże|"
    "praxe|praxe a zaměstnání|zaměstnání|pracovné skúsenosti|prax|tapasztalat|munkatapasztalat|"
    "munkahelyek|experiență|experiență de muncă|työhistoria|"
    "iş deneyimi|iş deneyimleri|iş tecrübesi|kokemus|deneyim|deneyimler|опыт|опыт работы|"
    "досвід|досвід роботи|εμπειρία|προϋπηρεσία",
    "education": "utbildningar|utdannelse|utdanninger|uddannelser|edukacja|przebieg edukacji|studia|vzdelanie|studium|"
    "végzettség|képzettség|studii|studii și formare|opinnot|koulutukset|eğitim bilgileri|образование|"
    "освіта|σπουδές|schul- und berufsausbildung|schule und studium|schulische und berufliche ausbildung|"
    "studium und schule",
    "skills": "kunskaper|färdigheter|ferdigheter|færdigheder|kwalifikacje|kompetencje|znalosti|schopnosti|"
    "zručnosti|ismeretek|kompetenciák|aptitudini|abilități|taidot|osaaminen ja taidot|yetkinlikler|"
    "yetenekler|beceriler|bilgisayar bilgisi|"
    "ключевые навыки|навички|ικανότητες|programe și aplicații",
    "languages": "diller|bildiği diller|"
    "språkkunskaper|språkkunnskaper|sprogkundskaber|języki obce|znajomość języków|cizí jazyky|"
    "jazykové znalosti|cudzie jazyky|nyelvismeret|nyelvek|limbi|limbi vorbite|kielet|yabancı diller|"
    "yabancı dil|иностранные языки|владение языками|знання мов|ξένες γλώσσες",
    "certificates": "kurser|kurs og sertifikater|kursy i szkolenia|kursy|szkolenia|kurzy|kurzy a školení|tanfolyamok|"
    "cursuri|kurssit ja sertifikaatit|kurslar|курсы|курси|σεμινάρια",
    "awards": "erfolge|osiągnięcia|resultat|réalisations clés|úspěchy|eredmények|realizări|saavutukset|başarılar|"
    "достижения|досягнення",
    "interests": "fritidsintressen|fritid|hobby i zainteresowania|záľuby|koníčky|hobbi|hobiler|увлечения|захоплення|"
    "χόμπι",
    "references": "referenser|referencje|reference|referencie|referanser|referencer|suosittelijat|referenciák|"
    "referințe|referanslar|рекомендации|συστάσεις",
    "contact": "kontaktuppgifter|personuppgifter|personalia|kontaktinformation|kontaktoplysninger|dane osobowe|"
    "dane kontaktowe|osobní údaje|kontaktní údaje|osobné údaje|személyes adatok|elérhetőség|"
    "date personale|date de contact|yhteystiedot|henkilötiedot|kişisel bilgiler|iletişim|контакты|"
    "контакти|контактные данные|στοιχεία επικοινωνίας",
    "volunteer": "förtroendeuppdrag|frivillig arbeid|frivilligt arbejde|tillidshverv|verv|działalność społeczna|"
    "luottamustoimet",
    "other": "körkort|førerkort|kørekort|prawo jazdy|führerschein|permis de conduire|carné de conducir|"
    "patente di guida|rijbewijs|ajokortti|řidičský průkaz|sürücü belgesi|водительские права",
}
