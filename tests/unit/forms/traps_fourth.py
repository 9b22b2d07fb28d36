"""Questions asked fresh of the finished rules a fourth time: words that make another of a family, and their like.

Facts as in `traps` (first table) and `traps_more.SECOND` (second table); ANSWERED must be answered, and so.
"""

Row = tuple[str, str, tuple[str, ...], tuple[str, ...] | None]
FOURTH: tuple[Row, ...] = (
    ("Is employer sponsorship unnecessary for you to work in the US?", "radio", ("Yes", "No"), ("No",)),
    ("Is employer sponsorship unnecessary for you to work in India?", "radio", ("Yes", "No"), ("Yes",)),
    ("I am unable to work in the United States unless an employer sponsors me.", "radio", ("Yes", "No"), ("Yes",)),
    ("Do you have an Irish work permit (Stamp 4)?", "radio", ("Yes", "No"), None),
    ("How many days' notice do you need for an interview?", "number", (), None),
    ("Notice period for your freelance contracts (days)", "number", (), None),
    ("Expected fixed component of CTC (LPA)", "number", (), None),
    ("Do you intend to pursue a Master's degree?", "radio", ("Yes", "No"), None),
    ("Have you relocated for work before?", "radio", ("Yes", "No"), None),
    ("Gender of your emergency contact", "select", ("Male", "Female"), None),
    ("Driving licence number", "text", (), None),
    ("Are you presently unemployed?", "radio", ("Yes", "No"), ("No",)),
    ("Alternate mobile number", "text", (), None),
    ("Office phone", "text", (), None),
    ("PIN code of your birthplace", "text", (), None),
    ("Notice period of your team (days)", "number", (), None),
    ("Mother's first name", "text", (), None),
    ("¿No necesita patrocinio de visa para Estados Unidos?", "radio", ("Sí", "No"), ("No",)),
    ("Notice period in years", "number", (), None),
    ("Notice period (days) - enter 0 if you are currently serving it", "number", (), None),
    ("Can you drive without a driving licence?", "radio", ("Yes", "No"), None),
    ("Do you have a driving licence from the US?", "radio", ("Yes", "No"), None),
    ("Country of your bank account", "select", ("India", "United States"), None),
    ("Would you accept more than 18 LPA?", "radio", ("Yes", "No"), None),
    ("Do you care for a person with a disability?", "select", ("Yes", "No", "Prefer not to say"), None),
    ("Total experience outside India (years)", "number", (), None),
    ("Expected CTC if remote (LPA)", "number", (), None),
    ("Are you authorized to work with minors?", "radio", ("Yes", "No"), None),
    ("Would you relocate to the US temporarily?", "radio", ("Yes", "No"), None),
    ("Is your work authorization pending?", "radio", ("Yes", "No"), None),
)
FOURTH_OF_SECOND: tuple[Row, ...] = (
    ("Do you need a driving licence for your current job?", "radio", ("Yes", "No"), None),
    ("Salary expectation (EUR k p.a.)", "number", (), ("60",)),
    ("Notice period in working days", "number", (), None),
    ("Are you over 36?", "radio", ("Yes", "No"), None),
    ("Are you a non-German citizen?", "radio", ("Yes", "No"), None),
    ("¿No tiene permiso de trabajo en Francia?", "radio", ("Sí", "No"), ("Sí",)),
    ("Haben Sie schon einmal ein Visum benötigt?", "radio", ("Ja", "Nein"), None),
)
ANSWERED: tuple[Row, ...] = (
    ("Are you a national of India?", "radio", ("Yes", "No"), ("Yes",)),
    ("Is an annual salary of INR 16,00,000 acceptable?", "radio", ("Yes", "No"), ("No",)),
    ("What monthly gross figure in rupees would you accept?", "number", (), ("150000",)),
    ("Overall professional experience, in completed years", "number", (), ("11",)),
    ("Are you happy to move to the United States for this job?", "radio", ("Yes", "No"), ("Yes",)),
    ("Expected CTC (INR million per annum)", "number", (), ("1.8",)),
    ("Do you expect more than 25 LPA?", "radio", ("Yes", "No"), ("No",)),
    ("Do you have a minimum of twelve years of work experience?", "radio", ("Yes", "No"), ("No",)),
    ("Você é cidadão indiano?", "radio", ("Sim", "Não"), ("Sim",)),
    ("Desired compensation in thousands of rupees per year", "number", (), ("1800",)),
    ("Have you worked for 10 years or more overall?", "radio", ("Yes", "No"), ("Yes",)),
)
ANSWERED_OF_SECOND: tuple[Row, ...] = (
    ("Are you older than 40?", "radio", ("Yes", "No"), ("No",)),
    ("Você tem mais de 18 anos?", "radio", ("Sim", "Não"), ("Sim",)),
    ("Are you at least 35 years old?", "radio", ("Yes", "No"), ("Yes",)),
    ("Do you need us to sponsor you at the moment?", "radio", ("Yes", "No"), ("No",)),
    ("Êtes-vous de nationalité allemande ?", "radio", ("Oui", "Non"), ("Oui",)),
    ("Gehaltsvorstellung brutto pro Monat in Euro", "number", (), ("5000",)),
    ("Sind Sie EU-Bürger?", "radio", ("Ja", "Nein"), ("Ja",)),
)
