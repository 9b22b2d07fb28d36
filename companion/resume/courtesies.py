"""What a cover letter says beside the person's own sentences, in the languages that letters are written in."""

import msgspec


class Courtesies(msgspec.Struct, frozen=True, kw_only=True):
    """Fixed words of one language. Braces name what is put in: title, company, skills, them, at, text."""

    subject: str
    greeting: str
    nobody: str
    opening: str
    at: str
    asked: str
    told: str
    closing: str
    regards: str
    it: str
    them: str
    joint: str
    file: str
    locale: str
    """For the date."""
    said: str = ""
    """How a bullet is told with its employer, word for word; empty where it is told in the first person."""
    made: str = ""
    """The same for a project."""
    again: str = ""
    """The same for one more bullet of the employer named before."""


COURTESIES = {
    "en": Courtesies(
        subject="Application: {title}",
        greeting="Dear {company} team,",
        nobody="Dear hiring team,",
        opening="I am applying for the position of {title}{at}.",
        at=" at {company}",
        asked="You ask for {skills}. This is where I have worked with {them}:",
        told="This is what I have done that fits the position:",
        closing="I would be glad to tell you more.",
        regards="Kind regards,",
        it="it",
        them="them",
        joint=" and ",
        file="Cover-Letter",
        locale="en_GB",
    ),
    "de": Courtesies(
        subject="Bewerbung: {title}",
        greeting="Guten Tag, liebes Team von {company},",
        nobody="Sehr geehrte Damen und Herren,",
        opening="hiermit bewerbe ich mich um die Stelle {title}{at}.",
        at=" bei {company}",
        asked="Sie suchen {skills}. Damit habe ich gearbeitet.",
        told="Das passt aus meiner Arbeit zur Stelle.",
        closing="Gern erzähle ich Ihnen mehr.",
        regards="Mit freundlichen Grüßen",
        it="",
        them="",
        joint=" und ",
        file="Anschreiben",
        locale="de_DE",
        said="Bei {company}: {text}.",
        made="Im Projekt {company}: {text}.",
        again="Dort außerdem: {text}.",
    ),
    "fr": Courtesies(
        subject="Candidature\u00a0: {title}",
        greeting="Madame, Monsieur,",
        nobody="Madame, Monsieur,",
        opening="Je présente ma candidature au poste «\u00a0{title}\u00a0»{at}.",
        at=", {company}",
        asked="Vous recherchez {skills}. Cela fait partie de mon travail.",
        told="Voici ce qui, dans mon travail, correspond au poste.",
        closing="Je vous en dirai volontiers davantage.",
        regards="Cordialement,",
        it="",
        them="",
        joint=" et ",
        file="Lettre-de-motivation",
        locale="fr_FR",
        said="{company}\u00a0: {text}.",
        made="Projet {company}\u00a0: {text}.",
        again="Là également\u00a0: {text}.",
    ),
    "es": Courtesies(
        subject="Candidatura: {title}",
        greeting="Estimado equipo de {company}:",
        nobody="Estimado equipo de selección:",
        opening="Me presento al puesto {title}{at}.",
        at=" en {company}",
        asked="Ustedes piden {skills}. He trabajado con ello.",
        told="Esto de mi trabajo encaja con el puesto.",
        closing="Con gusto les contaré más.",
        regards="Atentamente,",
        it="",
        them="",
        joint=" y ",
        file="Carta-de-presentacion",
        locale="es_ES",
        said="En {company}: {text}.",
        made="En el proyecto {company}: {text}.",
        again="Allí también: {text}.",
    ),
}
"""French avoids what tells the writer's gender, which nobody here knows, and prepositions that an employer's article
would change ("chez", "au", "à la")."""
