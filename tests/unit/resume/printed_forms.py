"""The forms that many people fill, drawn as their makers print them: LinkedIn's PDF and Europass CVs, of made-up people
in several languages.
"""

import textwrap
from pathlib import Path

import rendercv_fonts
from fpdf import FPDF

from tests.unit.resume.papers import Cell, docx, drawn, p

LINKEDIN: dict[str, tuple[str, ...]] = {
    "de": ("Kontakt", "Top-Kenntnisse", "Zusammenfassung", "Berufserfahrung", "Ausbildung", "6 Jahre 4 Monate",
           "Januar 2020 - Present (3 Jahre 2 Monate)", "Oktober 2016 - Januar 2020 (3 Jahre 4 Monate)",
           "Mai 2016 - Oktober 2016 (6 Monate)", "Page {} of 2"),
    "fr": ("Coordonnées", "Principales compétences", "Résumé", "Expérience", "Formation", "6 ans 4 mois",
           "janvier 2020 - Present (3 ans 2 mois)", "octobre 2016 - janvier 2020 (3 ans 4 mois)",
           "mai 2016 - octobre 2016 (6 mois)", "Page {} of 2"),
    "es": ("Contactar", "Aptitudes principales", "Extracto", "Experiencia", "Educación", "6 años 4 meses",
           "enero de 2020 - Present (3 años 2 meses)", "octubre de 2016 - enero de 2020 (3 años 4 meses)",
           "mayo de 2016 - octubre de 2016 (6 meses)", "Página {} de 2"),
    "nl": ("Contact", "Belangrijkste vaardigheden", "Samenvatting", "Ervaring", "Opleiding", "6 jaar 4 maanden",
           "januari 2020 - heden (3 jaar 2 maanden)", "oktober 2016 - januari 2020 (3 jaar 4 maanden)",
           "mei 2016 - oktober 2016 (6 maanden)", "Pagina {} van 2"),
    "da": ("Kontakt", "Topkompetencer", "Resumé", "Erfaring", "Uddannelse", "6 år 4 måneder",
           "januar 2020 - nu (3 år 2 måneder)", "oktober 2016 - januar 2020 (3 år 4 måneder)",
           "maj 2016 - oktober 2016 (6 måneder)", "Side {} af 2"),
}  # fmt: skip
"""What LinkedIn prints in each language: titles of the sections, the time at one employer, three dates, the footer."""


def linkedin(language: str, *, employer: float = 12, told: float = 11.5) -> bytes:
    """LinkedIn's "Save to PDF": a sidebar, an employer with two titles, texts without bullets, places below dates.
    `employer` and `told` are the sizes of employers and titles.
    """
    contact, skills, summary, work, school, whole, *dates, page = LINKEDIN[language]
    side: list[Cell] = [
        (8, 14, contact, 13, ""), (8, 22, "+44 113 555 0129 (Mobile)", 8.5, ""),
        (8, 27, "tuva.example@example.com", 8.5, ""), (8, 34, "www.linkedin.com/in/tuva-example-", 8.5, ""),
        (8, 38, "a1b2c3 (LinkedIn)", 8.5, ""), (8, 50, skills, 13, ""), (8, 58, "Power BI", 8.5, ""),
        (8, 64, "Leadership", 8.5, ""), (8, 76, "Languages", 13, ""), (8, 84, "Svenska (Native or Bilingual)", 8.5, ""),
    ]  # fmt: skip
    main: list[Cell] = [
        (76, 20, "Tuva Example", 26, ""), (76, 29, "Zorgprovel | Kelbarna Veld", 12, ""),
        (76, 34.5, "Great Ostrel Area", 11, ""),
        (76, 43, summary, 15.75, ""), (76, 52, "I like clear numbers and short meetings, and care for people.", 12, ""),
        (76, 66, work, 15.75, ""), (76, 75, "Kelbarna Veld", employer, ""), (76, 80.5, whole, 10.5, ""),
    ]  # fmt: skip
    y = 88.0
    for title, date in zip(("Zorgprovel", "Tirvan bij Ostrel"), dates[:2], strict=True):
        main += [
            (76, y, title, told, ""), (76, y + 5, date, 10.5, ""), (76, y + 10, "Great Ostrel Area", 10.5, ""),
            (76, y + 18, "Reported to the board every quarter and kept all of the forecasts of", 10.5, ""),
            (76, y + 23, "three product lines up to date.", 10.5, ""),
        ]  # fmt: skip
        y += 32
    main += [
        (76, y, "Borvik Talm", employer, ""), (76, y + 5.5, "Ulvmander", told, ""), (76, y + 10.5, dates[2], 10.5, ""),
        (120, 290, page.format(1), 9, ""),
    ]  # fmt: skip
    second: list[Cell] = [
        (76, 20, school, 15.75, ""), (76, 29, "Ostrel Vard", 12, ""),
        (76, 34.5, "Kandrat, Talmkunde \xb7 (2009 - 2013)", 10.5, ""), (120, 290, page.format(2), 9, ""),
    ]  # fmt: skip
    return drawn([[*side, *main], second])


EUROPASS: dict[str, tuple[str, ...]] = {
    "en": ("Europass Curriculum Vitae", "Personal information", "First name(s) / Surname(s)", "Address(es)",
           "Telephone(s)", "E-mail", "Nationality", "Work experience", "Dates", "Occupation or position held",
           "Main activities and responsibilities", "Name and address of employer", "Type of business or sector",
           "Education and training", "Title of qualification awarded",
           "Principal subjects / occupational skills covered",
           "Name and type of organisation providing education and training", "Personal skills and competences",
           "Mother tongue(s)", "Other language(s)", "Computer skills and competences", "Driving licence",
           "03/2015 - present"),
    "de": ("Europass Lebenslauf", "Angaben zur Person", "Nachname(n) / Vorname(n)", "Adresse(n)", "Telefon", "E-Mail",
           "Staatsangehörigkeit", "Berufserfahrung", "Datum", "Beruf oder Funktion",
           "Wichtigste Tätigkeiten und Zuständigkeiten", "Name und Adresse des Arbeitgebers",
           "Tätigkeitsbereich oder Branche", "Schul- und Berufsbildung",
           "Bezeichnung der erworbenen Qualifikation", "Hauptfächer/berufliche Fähigkeiten",
           "Name und Art der Bildungs- oder Ausbildungseinrichtung", "Persönliche Fähigkeiten und Kompetenzen",
           "Muttersprache(n)", "Sonstige Sprache(n)", "IKT-Kenntnisse und Kompetenzen", "Führerschein(e)",
           "Seit März 2015"),
    "fr": ("Curriculum vitae Europass", "Information personnelle", "Nom(s) / Prénom(s)", "Adresse(s)", "Téléphone(s)",
           "Courrier électronique", "Nationalité", "Expérience professionnelle", "Dates", "Fonction ou poste occupé",
           "Principales activités et responsabilités", "Nom et adresse de l'employeur",
           "Type ou secteur d'activité", "Éducation et formation", "Intitulé du certificat ou diplôme délivré",
           "Principales matières/compétences professionnelles couvertes",
           "Nom et type de l'établissement d'enseignement ou de formation",
           "Aptitudes et compétences personnelles", "Langue(s) maternelle(s)", "Autre(s) langue(s)",
           "Aptitudes et compétences informatiques", "Permis de conduire", "Depuis mars 2015"),
    "es": ("Currículum Vitae Europass", "Información personal", "Apellido(s) / Nombre(s)", "Dirección (direcciones)",
           "Teléfono(s)", "Correo(s) electrónico(s)", "Nacionalidad", "Experiencia laboral", "Fechas",
           "Profesión o cargo desempeñado", "Funciones y responsabilidades principales",
           "Nombre y dirección de la empresa o empleador", "Tipo de empresa o sector", "Educación y formación",
           "Cualificación obtenida", "Principales materias o capacidades profesionales estudiadas",
           "Nombre y tipo del centro de estudios", "Capacidades y competencias personales", "Idioma(s) materno(s)",
           "Otro(s) idioma(s)", "Capacidades y competencias informáticas", "Permiso(s) de conducción",
           "Marzo de 2015 - actualidad"),
    "it": ("Curriculum Vitae Europass", "Informazioni personali", "Cognome(i) / Nome(i)", "Indirizzo(i)",
           "Telefono(i)", "E-mail", "Cittadinanza", "Esperienza professionale", "Date",
           "Lavoro o posizione ricoperti", "Principali attività e responsabilità",
           "Nome e indirizzo del datore di lavoro", "Tipo di attività o settore", "Istruzione e formazione",
           "Titolo della qualifica rilasciata", "Principali tematiche/competenze professionali possedute",
           "Nome e tipo d'organizzazione erogatrice dell'istruzione e formazione",
           "Capacità e competenze personali", "Madrelingua(e)", "Altra(e) lingua(e)",
           "Capacità e competenze informatiche", "Patente", "Marzo 2015 - oggi"),
    "pt": ("Europass Curriculum Vitae", "Informação pessoal", "Apelido(s) / Nome(s) próprio(s)", "Morada(s)",
           "Telefone(s)", "Correio(s) electrónico(s)", "Nacionalidade", "Experiência profissional", "Datas",
           "Função ou cargo ocupado", "Principais actividades e responsabilidades", "Nome e morada do empregador",
           "Tipo de empresa ou sector", "Formação académica e profissional", "Designação da qualificação atribuída",
           "Principais disciplinas/competências profissionais", "Nome e tipo da organização de ensino ou formação",
           "Aptidões e competências pessoais", "Língua(s) materna(s)", "Outra(s) língua(s)",
           "Aptidões e competências informáticas", "Carta de condução", "Março de 2015 - presente"),
    "hu": ("Europass Önéletrajz", "Személyi adatok", "Vezetéknév(ek) / Utónév(ek)", "Cím(ek)", "Telefonszám(ok)",
           "E-mail(ek)", "Állampolgárság", "Szakmai tapasztalat", "Időtartam", "Foglalkozás / beosztás",
           "Főbb tevékenységek és feladatkörök", "A munkáltató neve és címe", "Tevékenység típusa, ágazat",
           "Tanulmányok", "Végzettség / képesítés", "Főbb tárgyak / gyakorlati képzés",
           "Oktatást / képzést nyújtó intézmény neve és típusa", "Egyéni készségek és kompetenciák", "Anyanyelv(ek)",
           "Egyéb nyelv(ek)", "Számítógép-felhasználói készségek és kompetenciák", "Járművezetői engedély(ek)",
           "2015. március – jelenleg"),
    "cs": ("Europass životopis", "Osobní údaje", "Příjmení / Jméno", "Adresa", "Telefon", "E-mail",
           "Státní příslušnost", "Pracovní zkušenosti", "Období", "Povolání nebo vykonávaná funkce",
           "Hlavní pracovní náplň a oblasti odpovědnosti", "Jméno a adresa zaměstnavatele",
           "Obor činnosti či odvětví", "Vzdělání, odborná příprava a školení", "Dosažená kvalifikace",
           "Hlavní předměty / profesní dovednosti",
           "Název a typ organizace, která poskytla vzdělání, odbornou přípravu či kurz",
           "Schopnosti, znalosti a dovednosti", "Mateřský jazyk", "Další jazyky", "Počítačové znalosti a dovednosti",
           "Řidičský průkaz", "Březen 2015 – dosud"),
    "el": ("Βιογραφικό σημείωμα Europass", "Προσωπικές πληροφορίες", "Επώνυμο(α) / Όνομα (ονόματα)",
           "Διεύθυνση(εις)", "Τηλέφωνο(α)", "E-mail", "Υπηκοότητα", "Επαγγελματική πείρα", "Χρονολογίες",
           "Απασχόληση ή θέση που κατείχατε", "Κύριες δραστηριότητες και αρμοδιότητες",
           "Όνομα και διεύθυνση εργοδότη", "Είδος της επιχείρησης ή του κλάδου", "Εκπαίδευση και κατάρτιση",
           "Τίτλος του πιστοποιητικού ή διπλώματος", "Κύρια θέματα / επαγγελματικές δεξιότητες",
           "Επωνυμία και είδος του οργανισμού που παρείχε την εκπαίδευση ή κατάρτιση",
           "Ατομικές δεξιότητες και ικανότητες", "Μητρική γλώσσα", "Άλλες γλώσσες", "Δεξιότητες πληροφορικής",
           "Άδεια οδήγησης", "Μάρτιος 2015 – σήμερα"),
    "sv": ("Europass meritförteckning", "Personuppgifter", "Förnamn / Efternamn", "Adress(er)", "Telefon", "E-post",
           "Nationalitet", "Arbetslivserfarenhet", "Datum", "Yrke eller befattning",
           "Huvudsakliga arbetsuppgifter och ansvarsområden", "Arbetsgivarens namn och adress",
           "Typ av verksamhet eller sektor", "Utbildning", "Benämning på kvalifikation/examen",
           "Huvudämnen/yrkeskunnande", "Utbildningsanordnarens namn och typ", "Personlig kompetens", "Modersmål",
           "Annat/andra språk", "Datorkunskaper och datorkompetens", "Körkort", "Mars 2015 - pågående"),
    "da": ("Europass Curriculum Vitae", "Personlige oplysninger", "Efternavn(e) / Fornavn(e)", "Adresse(r)", "Telefon",
           "E-mail", "Nationalitet", "Erhvervserfaring", "Datoer", "Beskæftigelse eller stilling",
           "Vigtigste arbejdsopgaver og ansvarsområder", "Arbejdsgivers navn og adresse", "Branche eller sektor",
           "Uddannelse", "Kvalifikationens titel", "Hovedfag/erhvervsmæssige færdigheder",
           "Navn på og type af uddannelsesinstitution", "Personlige færdigheder og kompetencer", "Modersmål",
           "Andre sprog", "IT-færdigheder og -kompetencer", "Kørekort", "Marts 2015 - nu"),
    "fi": ("Europass-ansioluettelo", "Henkilötiedot", "Sukunimi / Etunimi", "Osoite", "Puhelin", "Sähköposti",
           "Kansalaisuus", "Työkokemus", "Päivämäärät", "Ammatti tai tehtävänimike",
           "Pääasialliset tehtävät ja vastuualueet", "Työnantajan nimi ja osoite", "Toimiala", "Koulutus",
           "Tutkinnon tai pätevyyden nimi", "Pääaineet / ammatilliset taidot", "Oppilaitoksen nimi ja tyyppi",
           "Henkilökohtaiset taidot ja pätevyydet", "Äidinkieli", "Muut kielet", "Tietotekniset taidot", "Ajokortti",
           "Maaliskuu 2015 - nykyään"),
    "bg": ("Europass автобиография", "Лична информация", "Фамилия, Име", "Адрес", "Телефон", "E-mail", "Гражданство",
           "Трудов стаж", "Дати", "Заемана длъжност", "Основни дейности и отговорности",
           "Име и адрес на работодателя", "Вид на дейността или сферата на работа", "Образование и обучение",
           "Наименование на придобитата квалификация", "Основни предмети/застъпени професионални умения",
           "Име и вид на обучаващата или образователната организация", "Лични умения и компетенции", "Майчин език",
           "Други езици", "Компютърни умения и компетенции", "Свидетелство за управление на МПС",
           "Март 2015 – досега"),
}  # fmt: skip
"""The labels of the Europass CV of 2005 in the order of the page, and last a date as one writes it there."""
_BEYOND = frozenset({"hu", "cs", "el", "bg"})
"""Languages whose letters the fonts of every PDF do not have."""
_NARROW = 26
"""Letters of a line of labels; longer ones are broken, as there."""


Rows = list[tuple[str, tuple[str, ...]]]
"""Labels, those of titles with a star before them, and the lines of their values."""


def europass_rows(language: str) -> Rows:
    """What a made-up person tells the form of 2005."""
    (cv, personal, name, address, phone, mail, nation, work, dates, title, tasks, employer, sector, school, degree,
     subjects, teacher, skills, mother, others, computer, licence, since) = EUROPASS[language]  # fmt: skip
    return [
        (f"*{cv}", ()), (f"*{personal}", ()), (name, ("Lantos Tirva",)), (address, ("Ulka 7, 28199 Bremen",)),
        (phone, ("+49 421 5550 188",)), (mail, ("tirva.lantos@example.com",)), (nation, ("x",)), (f"*{work}", ()),
        (dates, (since,)), (title, ("Zorgprovel",)), (tasks, ("- Planned 60 routes a day", "- Trained new drivers")),
        (employer, ("Kelbarna Veld, Talmvej 3, 28217 Ostrel",)), (sector, ("Transport",)),
        (dates, ("08/2009 - 02/2015",)), (title, ("Tirvan",)), (tasks, ("Cleared all the containers at the port",)),
        (employer, ("Borvik", "Ostrelhaven")), (sector, ("Storage",)), (f"*{school}", ()), (dates, ("2006 - 2009",)),
        (degree, ("Kandrat",)), (subjects, ("Talmkunde, Veldrecht",)), (teacher, ("Ostrel Vard",)), (f"*{skills}", ()),
        (mother, ("Deutsch",)), (f"*{others}", ()), ("*English", ("C1     C1     B2     B2     B2",)),
        (computer, ("SAP TM, Excel",)), (licence, ("B",)),
    ]  # fmt: skip


def europass(language: str) -> bytes:
    """The Europass CV of 2005: labels set flush right in a column of their own, titles bold among them."""
    rows = europass_rows(language)
    pdf = FPDF(unit="mm", format="A4")
    face = "Helvetica"
    if language in _BEYOND:
        face = "Noto"
        for style in ("", "B"):
            name = "Bold" if style else "Regular"
            pdf.add_font(face, style, Path(rendercv_fonts.__file__).parent / "Noto Sans" / f"NotoSans-{name}.ttf")
    pdf.set_auto_page_break(False)
    pdf.add_page()
    y = 20.0
    for label, values in rows:
        pdf.set_font(face, "B" if label.startswith("*") else "", 9)
        lines = textwrap.wrap(label.strip("*"), _NARROW, break_long_words=False)
        for n, line in enumerate(lines):
            pdf.text(62 - pdf.get_string_width(line), y + 4 * n, line)
        pdf.set_font(face, "", 9)
        for n, value in enumerate(values):
            for m, cell in enumerate(value.split("     ")):
                pdf.text(67 + 25 * m, y + 4 * n, cell)
        y += 4 * max(len(lines), len(values)) + (3 if label.startswith("*") else 1)
    pdf.text(20, 285, "Page 1/1 - Curriculum vitae of")
    pdf.text(67, 285, "More on Europass: http://europass.cedefop.europa.eu")
    pdf.text(67, 288, "\xa9 European Union, 2004-2010   24082010")
    return bytes(pdf.output())


EUROPASS_2013: dict[str, tuple[str, ...]] = {
    "en": ("PERSONAL INFORMATION", "WORK EXPERIENCE", "Business or sector", "EDUCATION AND TRAINING",
           "PERSONAL SKILLS", "Mother tongue(s)", "Other language(s)", "UNDERSTANDING", "SPEAKING",
           "Levels: A1/A2: Basic user - B1/B2: Independent user - C1/C2: Proficient user",
           "Communication skills", "Digital skills", "Driving licence", "March 2015-present", "September 2009-",
           "February 2015"),
    "es": ("INFORMACIÓN PERSONAL", "EXPERIENCIA PROFESIONAL", "Sector de actividad", "EDUCACIÓN Y FORMACIÓN",
           "COMPETENCIAS PERSONALES", "Lengua materna", "Otros idiomas", "COMPRENDER", "HABLAR",
           "Niveles: A1/A2: usuario básico - B1/B2: usuario independiente - C1/C2: usuario competente",
           "Competencias comunicativas", "Competencia digital", "Permiso de conducir", "Marzo de 2015-actualidad",
           "Septiembre de 2009-", "febrero de 2015"),
    "it": ("INFORMAZIONI PERSONALI", "ESPERIENZA PROFESSIONALE", "Attività o settore", "ISTRUZIONE E FORMAZIONE",
           "COMPETENZE PERSONALI", "Lingua madre", "Altre lingue", "COMPRENSIONE", "PARLATO",
           "Livelli: A1/A2: Utente base - B1/B2: Utente intermedio - C1/C2: Utente avanzato",
           "Competenze comunicative", "Competenza digitale", "Patente di guida", "Marzo 2015-oggi",
           "Settembre 2009-", "febbraio 2015"),
}  # fmt: skip


def europass_docx(language: str) -> bytes:
    """The same form as the table that the template for Word is."""
    rows = "".join(
        f"<w:tr><w:tc>{p(label.strip('*'), bold=label.startswith('*'))}</w:tc>"
        f"<w:tc>{''.join(p(' '.join(value.split())) for value in values or ('',))}</w:tc></w:tr>"
        for label, values in europass_rows(language)
    )
    return docx(f"<w:tbl>{rows}</w:tbl>")


def europass_text(language: str, *, below: bool) -> bytes:
    """The same form copied as text, values `below` their labels or after a tab."""
    out: list[str] = []
    for label, values in europass_rows(language):
        if label.startswith("*") and len(values) == 0:
            out += ["", label.strip("*"), ""]
        else:
            first, *rest = (" ".join(value.split()) for value in values)
            out += [label.strip("*"), first, *rest] if below else [f"{label.strip('*')}\t{first}", *rest]
    return "\n".join(out).encode()


def europass_2013(language: str) -> bytes:
    """The Europass CV of 2013: titles, dates and labels of skills to the left, all else beside them."""
    (me, work, sector, school, skills, mother, others, listen, speak, legend, social, digital, licence, now, since,
     until) = EUROPASS_2013[language]  # fmt: skip
    return drawn([[
        (150, 15, "Curriculum vitae", 9, ""), (15, 28, me, 7.5, ""), (62, 28, "Tirva Lantos", 14, ""),
        (66, 36, "Ulka 7, 28199 Bremen", 9, ""), (66, 42, "+49 421 5550 188", 9, ""),
        (66, 48, "tirva.lantos@example.com", 9, ""), (15, 68, work, 7.5, ""),
        (15, 76, now, 9, ""), (62, 76, "Zorgprovel", 11, ""), (62, 81, "Kelbarna Veld, Talmvej 3, Ostrel", 9.5, ""),
        (64, 86, "- Planned 60 routes a day", 9.5, ""), (62, 92, sector, 9, ""), (105, 92, "Transport", 9, ""),
        (15, 102, since, 9, ""), (15, 106.2, until, 9, ""), (62, 102, "Tirvan", 11, ""),
        (62, 107, "Borvik, Ostrelhaven (Germany)", 9.5, ""), (64, 112, "- Cleared all containers", 9.5, ""),
        (62, 118, sector, 9, ""), (105, 118, "Storage", 9, ""), (15, 132, school, 7.5, ""),
        (15, 140, "2006-2009", 9, ""),
        (62, 140, "Kandrat", 11, ""), (172, 140, "EQF 6", 8, ""), (62, 145, "University of Ostrel", 9.5, ""),
        (15, 160, skills, 7.5, ""), (15, 168, mother, 9, ""), (62, 168, "Deutsch", 9, ""), (15, 176, others, 9, ""),
        (75, 176, listen, 8, ""), (125, 176, speak, 8, ""), (44, 184, "English", 9, "B"), (70, 184, "C1", 9, ""),
        (94, 184, "C1", 9, ""), (116, 184, "B2", 9, ""), (144, 184, "B2", 9, ""), (172, 184, "B2", 9, ""),
        (62, 192, legend, 7, ""), (15, 202, social, 9, ""),
        (62, 202, "- Team spirit, gained as a volunteer in a choir of forty", 9, ""), (15, 210, digital, 9, ""),
        (62, 210, "- SAP TM, Excel", 9, ""), (15, 218, licence, 9, ""), (62, 218, "B", 9, ""),
        (80, 288, "\xa9 European Union, 2002-2018 | europass.cedefop.europa.eu", 7, ""),
        (180, 288, "Page 1 / 1", 7, ""),
    ]])  # fmt: skip


EUROPASS_2020: dict[str, tuple[str, ...]] = {
    "en": ("Nationality", "Phone number", "Email address", "Address", "WORK EXPERIENCE", "Current", "City", "Country",
           "Main activities and responsibilities", "Business or sector", "EDUCATION AND TRAINING", "Field(s) of study",
           "Level in EQF", "LANGUAGE SKILLS", "Mother tongue(s)", "Other language(s)", "LISTENING", "SPOKEN PRODUCTION",
           "DIGITAL SKILLS"),
    "de": ("Staatsangehörigkeit", "Telefonnummer", "E-Mail-Adresse", "Adresse", "BERUFSERFAHRUNG", "Aktuell", "Ort",
           "Land", "Wichtigste Tätigkeiten und Zuständigkeiten", "Unternehmen oder Branche",
           "ALLGEMEINE UND BERUFLICHE BILDUNG", "Studienfach/-fächer", "EQR-Niveau", "SPRACHKENNTNISSE",
           "Muttersprache(n)", "Weitere Sprache(n)", "HÖREN", "ZUSAMMENHÄNGENDES SPRECHEN", "DIGITALE KOMPETENZEN"),
    "pt": ("Nacionalidade", "Número de telefone", "Endereço de correio eletrónico", "Endereço",
           "EXPERIÊNCIA PROFISSIONAL", "Atual", "Cidade", "País", "Principais atividades e responsabilidades",
           "Empresa ou setor", "EDUCAÇÃO E FORMAÇÃO", "Domínio(s) de estudo", "Nível QEQ", "COMPETÊNCIAS LINGUÍSTICAS",
           "Língua(s) materna(s)", "Outra(s) língua(s)", "COMPREENSÃO ORAL", "PRODUÇÃO ORAL", "COMPETÊNCIAS DIGITAIS"),
}  # fmt: skip


def europass_2020(language: str) -> bytes:
    """The Europass CV of 2020: dates in brackets before the title, labels before values on one line."""
    (nation, phone, mail, address, work, now, city, country, tasks, sector, school, field, level, spoken, mother,
     others, listen, speak, digital) = EUROPASS_2020[language]  # fmt: skip
    cells: list[Cell] = [
        (20, 16, "Tirva Lantos", 20, "B"), (20, 25, f"{nation}: x  |  {phone}: +49 421 5550 188", 9, ""),
        (20, 31, f"{mail}: tirva.lantos@example.com", 9, ""), (20, 37, f"{address}: Ulka 7, 28199 Bremen", 9, ""),
        (20, 56, work, 12, "B"),
    ]  # fmt: skip
    y = 65.0
    for dates, title, employer, told in (
        (f"[ 01/03/2015 \x96 {now} ]", "Zorgprovel", "Kelbarna Veld", "Planned 60 routes a day"),
        ("[ 01/09/2009 \x96 28/02/2015 ]", "Tirvan", "Borvik", "Cleared all containers"),
    ):
        cells += [
            (20, y, dates, 9, ""), (72, y, title, 10, "B"), (20, y + 5, employer, 10, "B"),
            (20, y + 10, f"{city}: Ostrel  |  {country}: Norway", 9, ""), (20, y + 15, f"{tasks}:", 9, ""),
            (23, y + 20, f"- {told}", 9, ""), (20, y + 25, f"{sector}: Transport", 9, ""),
        ]  # fmt: skip
        y += 34
    cells += [
        (20, y, school, 12, "B"), (20, y + 9, "[ 2006 \x96 2009 ]", 9, ""), (72, y + 9, "Bachelor of Arts", 10, "B"),
        (20, y + 14, "University of Ostrel", 10, "B"), (20, y + 19, f"{field}: Talmkunde", 9, ""),
        (20, y + 24, f"{level}: EQF level 6", 9, ""), (20, y + 36, spoken, 12, "B"),
        (20, y + 45, f"{mother}: DEUTSCH", 9, ""), (20, y + 51, f"{others}:", 9, "B"), (20, y + 57, "English", 9, "B"),
        (20, y + 62, f"{listen} C1", 8, ""), (70, y + 62, f"{speak} B2", 8, ""), (130, y + 62, "X B2", 8, ""),
        (20, y + 74, digital, 12, "B"), (20, y + 83, "SAP TM  |  Excel", 9, ""),
    ]  # fmt: skip
    return drawn([cells])
