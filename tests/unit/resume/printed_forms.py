"""The forms that many people fill, drawn as their makers print them: LinkedIn's PDF and Europass CVs, of made-up people
in several languages.
"""

import textwrap

from fpdf import FPDF

from tests.unit.resume.papers import Cell, drawn

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


def linkedin(language: str) -> bytes:
    """LinkedIn's "Save to PDF": a sidebar, an employer with two titles, texts without bullets, places below dates."""
    contact, skills, summary, work, school, whole, *dates, page = LINKEDIN[language]
    side: list[Cell] = [
        (8, 14, contact, 13, ""), (8, 22, "+44 113 555 0129 (Mobile)", 8.5, ""),
        (8, 27, "tuva.example@example.com", 8.5, ""), (8, 34, "www.linkedin.com/in/tuva-example-", 8.5, ""),
        (8, 38, "a1b2c3 (LinkedIn)", 8.5, ""), (8, 50, skills, 13, ""), (8, 58, "Power BI", 8.5, ""),
        (8, 64, "Leadership", 8.5, ""), (8, 76, "Languages", 13, ""), (8, 84, "Svenska (Native or Bilingual)", 8.5, ""),
    ]  # fmt: skip
    main: list[Cell] = [
        (76, 20, "Tuva Example", 26, ""), (76, 29, "Zorgprovel | Kelbarna Veld", 12, ""),
        (76, 43, summary, 15.75, ""), (76, 52, "I like clear numbers and short meetings, and care for people.", 12, ""),
        (76, 66, work, 15.75, ""), (76, 75, "Kelbarna Veld", 12, ""), (76, 80.5, whole, 10.5, ""),
    ]  # fmt: skip
    y = 88.0
    for title, date in zip(("Zorgprovel", "Tirvan bij Ostrel"), dates[:2], strict=True):
        main += [
            (76, y, title, 11.5, ""), (76, y + 5, date, 10.5, ""), (76, y + 10, "Great Ostrel Area", 10.5, ""),
            (76, y + 18, "Reported to the board every quarter and kept all of the forecasts of", 10.5, ""),
            (76, y + 23, "three product lines up to date.", 10.5, ""),
        ]  # fmt: skip
        y += 32
    main += [
        (76, y, "Borvik Talm", 12, ""), (76, y + 5.5, "Ulvmander", 11.5, ""), (76, y + 10.5, dates[2], 10.5, ""),
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
}  # fmt: skip
"""The labels of the Europass CV of 2005 in the order of the page, and last a date as one writes it there."""
_NARROW = 26
"""Letters of a line of labels; longer ones are broken, as there."""


def europass(language: str) -> bytes:
    """The Europass CV of 2005: labels set flush right in a column of their own, titles bold among them."""
    (cv, personal, name, address, phone, mail, nation, work, dates, title, tasks, employer, sector, school, degree,
     subjects, teacher, skills, mother, others, computer, licence, since) = EUROPASS[language]  # fmt: skip
    rows: list[tuple[str, tuple[str, ...]]] = [
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
    pdf = FPDF(unit="mm", format="A4")
    pdf.set_auto_page_break(False)
    pdf.add_page()
    y = 20.0
    for label, values in rows:
        pdf.set_font("Helvetica", "B" if label.startswith("*") else "", 9)
        lines = textwrap.wrap(label.strip("*"), _NARROW, break_long_words=False)
        for n, line in enumerate(lines):
            pdf.text(62 - pdf.get_string_width(line), y + 4 * n, line)
        pdf.set_font("Helvetica", "", 9)
        for n, value in enumerate(values):
            for m, cell in enumerate(value.split("     ")):
                pdf.text(67 + 25 * m, y + 4 * n, cell)
        y += 4 * max(len(lines), len(values)) + (3 if label.startswith("*") else 1)
    pdf.text(20, 285, "Page 1/1 - Curriculum vitae of")
    pdf.text(67, 285, "More on Europass: http://europass.cedefop.europa.eu")
    pdf.text(67, 288, "\xa9 European Union, 2004-2010   24082010")
    return bytes(pdf.output())
