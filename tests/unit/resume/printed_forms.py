"""The forms that many people fill, drawn as their makers print them: LinkedIn's PDF and Europass CVs, of made-up people
in several languages.
"""

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
