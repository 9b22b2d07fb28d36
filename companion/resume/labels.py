"""The few words a resume says that are not the person's: headings, “Present”, labels; in the languages it is set in."""

import msgspec


class Labels(msgspec.Struct, frozen=True, kw_only=True):
    """The fixed words of one language. `headings` by kind of section; `document` names the file."""

    document: str
    present: str
    grade: str
    courses: str
    headings: dict[str, str]


_KINDS: tuple[str, ...] = (
    "summary", "work", "volunteer", "education", "projects", "skills",
    "certificates", "languages", "publications", "awards", "interests",
)  # fmt: skip


def _labels(document: str, present: str, grade: str, courses: str, headings: str) -> Labels:
    words = dict(zip(_KINDS, headings.split("|"), strict=True))
    return Labels(document=document, present=present, grade=grade, courses=courses, headings=words)


LABELS = {
    "en": _labels(
        "Resume", "Present", "Grade", "Courses",
        "Summary|Experience|Volunteer Experience|Education|Projects|Skills|Certifications|Languages|Publications|"
        "Awards|Interests",
    ),
    "de": _labels(
        "Lebenslauf", "heute", "Note", "Kurse",
        "Profil|Berufserfahrung|Ehrenamt|Ausbildung|Projekte|Kenntnisse|Zertifikate|Sprachen|Veröffentlichungen|"
        "Auszeichnungen|Interessen",
    ),
    "fr": _labels(
        "CV", "aujourd’hui", "Note", "Cours",
        "Profil|Expérience professionnelle|Bénévolat|Formation|Projets|Compétences|Certifications|Langues|"
        "Publications|Distinctions|Centres d’intérêt",
    ),
    "es": _labels(
        "CV", "actualidad", "Nota", "Asignaturas",
        "Perfil|Experiencia laboral|Voluntariado|Formación|Proyectos|Competencias|Certificaciones|Idiomas|"
        "Publicaciones|Premios|Intereses",
    ),
    "it": _labels(
        "CV", "oggi", "Voto", "Corsi",
        "Profilo|Esperienza professionale|Volontariato|Formazione|Progetti|Competenze|Certificazioni|Lingue|"
        "Pubblicazioni|Riconoscimenti|Interessi",
    ),
    "nl": _labels(
        "CV", "heden", "Cijfer", "Vakken",
        "Profiel|Werkervaring|Vrijwilligerswerk|Opleiding|Projecten|Vaardigheden|Certificaten|Talen|Publicaties|"
        "Prijzen|Interesses",
    ),
    "pt": _labels(
        "CV", "atual", "Nota", "Disciplinas",
        "Perfil|Experiência profissional|Voluntariado|Formação|Projetos|Competências|Certificações|Idiomas|"
        "Publicações|Prêmios|Interesses",
    ),
    "sv": _labels(
        "CV", "nu", "Betyg", "Kurser",
        "Profil|Arbetslivserfarenhet|Ideellt arbete|Utbildning|Projekt|Kompetenser|Certifikat|Språk|Publikationer|"
        "Utmärkelser|Intressen",
    ),
    "da": _labels(
        "CV", "nu", "Karakter", "Kurser",
        "Profil|Erhvervserfaring|Frivilligt arbejde|Uddannelse|Projekter|Kompetencer|Certifikater|Sprog|Publikationer|"
        "Priser|Interesser",
    ),
    "no": _labels(
        "CV", "nå", "Karakter", "Kurs",
        "Profil|Arbeidserfaring|Frivillig arbeid|Utdanning|Prosjekter|Kompetanse|Sertifiseringer|Språk|Publikasjoner|"
        "Priser|Interesser",
    ),
    "fi": _labels(
        "CV", "nykyinen", "Arvosana", "Kurssit",
        "Profiili|Työkokemus|Vapaaehtoistyö|Koulutus|Projektit|Osaaminen|Sertifikaatit|Kielitaito|Julkaisut|"
        "Palkinnot|Harrastukset",
    ),
    "pl": _labels(
        "CV", "obecnie", "Ocena", "Przedmioty",
        "Profil|Doświadczenie zawodowe|Wolontariat|Wykształcenie|Projekty|Umiejętności|Certyfikaty|Języki|Publikacje|"
        "Nagrody|Zainteresowania",
    ),
    "cs": _labels(
        "CV", "dosud", "Prospěch", "Předměty",
        "Profil|Pracovní zkušenosti|Dobrovolnictví|Vzdělání|Projekty|Dovednosti|Certifikáty|Jazyky|Publikace|Ocenění|"
        "Zájmy",
    ),
    "ro": _labels(
        "CV", "prezent", "Nota", "Cursuri",
        "Profil|Experiență profesională|Voluntariat|Educație|Proiecte|Competențe|Certificări|Limbi străine|Publicații|"
        "Premii|Interese",
    ),
    "hu": _labels(
        "Önéletrajz", "jelenleg", "Eredmény", "Tantárgyak",
        "Profil|Szakmai tapasztalat|Önkéntes munka|Tanulmányok|Projektek|Készségek|Tanúsítványok|Nyelvtudás|"
        "Publikációk|Díjak|Érdeklődés",
    ),
    "tr": _labels(
        "Özgeçmiş", "halen", "Not", "Dersler",
        "Profil|İş deneyimi|Gönüllülük|Eğitim|Projeler|Beceriler|Sertifikalar|Diller|Yayınlar|Ödüller|İlgi alanları",
    ),
    "el": _labels(
        "Βιογραφικό", "σήμερα", "Βαθμός", "Μαθήματα",
        "Προφίλ|Επαγγελματική εμπειρία|Εθελοντισμός|Εκπαίδευση|Έργα|Δεξιότητες|Πιστοποιήσεις|Γλώσσες|Δημοσιεύσεις|"
        "Διακρίσεις|Ενδιαφέροντα",
    ),
    "ru": _labels(
        "Резюме", "настоящее время", "Оценка", "Курсы",
        "О себе|Опыт работы|Волонтёрство|Образование|Проекты|Навыки|Сертификаты|Языки|Публикации|Награды|Интересы",
    ),
    "uk": _labels(
        "Резюме", "дотепер", "Оцінка", "Курси",
        "Про себе|Досвід роботи|Волонтерство|Освіта|Проєкти|Навички|Сертифікати|Мови|Публікації|Нагороди|Інтереси",
    ),
    "ja": _labels(
        "職務経歴書", "現在", "成績", "履修科目",
        "職務要約|職務経歴|ボランティア活動|学歴|プロジェクト|スキル|資格|語学|論文・出版物|受賞歴|趣味",
    ),
    "zh": _labels(
        "简历", "至今", "成绩", "课程",
        "个人简介|工作经历|志愿者经历|教育背景|项目经历|技能|证书|语言能力|发表成果|获奖情况|兴趣爱好",
    ),
    "ko": _labels(
        "이력서", "현재", "성적", "이수 과목",
        "소개|경력|봉사 활동|학력|프로젝트|기술|자격증|외국어|논문|수상|관심사",
    ),
}  # fmt: skip
