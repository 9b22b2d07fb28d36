"""The claim gate in German, French and Spanish: on hand-written pairs, and mechanism by mechanism."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.model.profile import Fact, Profile, Work
from companion.resume.ground import check
from companion.resume.ground.abroad.numerals import numerals
from companion.resume.ground.abroad.plain import plain
from companion.resume.ground.abroad.roots import said, told
from companion.resume.ground.abroad.tongues import LANGUAGES, spoken, tongue
from tests.unit.resume.pairs import ABROAD, OWN, PROFILE, RETOLD, pairs, verdicts


def carried(sentence: str, *facts: str, profile: Profile = PROFILE) -> bool:
    cited = [Fact(path=f"work/0/highlights/{n}", text=text) for n, text in enumerate(facts)]
    return not check(sentence, cited, profile)


@pytest.mark.parametrize(("files", "bar"), [(ABROAD, 0.05), ([RETOLD], 0.4)])
def test_pairs_in_other_languages(files: Sequence[Path], bar: float) -> None:
    result = verdicts(*files)
    assert result.true >= 60
    assert result.passed == []
    assert len(result.stopped) <= bar * result.true, result.stopped


def test_english_lines_are_left_to_the_gate_for_english() -> None:
    lines = [" ".join([pair.sentence, *(fact.text for fact in pair.facts)]) for pair in pairs(OWN)]
    assert [line for line in lines if spoken(line, lambda: "")] == []


@pytest.mark.parametrize(
    ("line", "prose", "language"),
    [
        ("Pflege von zehn Bewohnern im Seniorenheim", "", "de"),
        ("Aide-soignante dans un EHPAD de la région", "", "fr"),
        ("Enfermera en el hospital y en urgencias", "", "es"),
        ("Python, Docker", "Betreuung von Kunden und der Aufbau eines Lagers", "de"),
        ("Python, Docker", "Looked after the customers of a shop", ""),
        ("Waiter at the Café de la Paix", "", ""),
        ("Managed the Müller account for 3 years", "", ""),
        ("German (Goethe-Zertifikat), English, Turkish", "", ""),
        ("", "", ""),
    ],
)
def test_the_language_of_a_line_is_told_by_its_words_or_by_the_profile(line: str, prose: str, language: str) -> None:
    assert spoken(line, lambda: prose) == language


@pytest.mark.parametrize(
    ("code", "written", "read"),
    [
        ("de", "einhundertzwanzig", "120"),
        ("de", "vierundzwanzig Gäste", "24 Gäste"),
        ("de", "zweihundertfünf", "205"),
        ("de", "Zweischichtbetrieb und Hundert", "Zweischichtbetrieb und 100"),
        ("fr", "quatre-vingt-dix", "90"),
        ("fr", "soixante et onze colis", "71 colis"),
        ("fr", "deux mille cent", "2100"),
        ("fr", "quatre cents", "400"),
        ("es", "ciento veinte plazas", "120 plazas"),
        ("es", "treinta y cinco", "35"),
        ("es", "dos mil trescientos", "2300"),
    ],
)
def test_number_words_are_read(code: str, written: str, read: str) -> None:
    assert numerals(written, code) == read


@pytest.mark.parametrize(
    ("code", "one", "other"),
    [
        ("de", "bis zu 10 am Tag", "bis zu zehn täglich"),
        ("de", "03/2017", "März 2017"),
        ("de", "15 Prozent", "15 %"),
        ("de", "von 4 auf 2,5 %", "von 4 % auf 2,5 %"),
        ("de", "im dritten Lehrjahr", "im 3. Lehrjahr"),
        ("de", "dreitägig", "3-tägig"),
        ("de", "alle vier Wochen", "jede vierte Woche"),
        ("de", "25 Wochenstunden", "25 Stunden pro Woche"),
        ("fr", "classe de 4ème", "classe de quatrième"),
        ("fr", "jusqu'à 12 m", "jusqu'à 12 mètres"),
        ("es", "2º curso", "segundo curso"),
        ("fr", "jusqu'à 60 par jour", "jusqu'à soixante quotidiens"),
        ("fr", "≈20 enfants", "une vingtaine d'enfants"),
        ("fr", "06/2018", "juin 2018"),
        ("es", "cien al trimestre", "100 trimestrales"),
        ("es", "05/2017", "mayo de 2017"),
    ],
)
def test_bounds_rates_and_dates_are_read_in_one_way(code: str, one: str, other: str) -> None:
    assert plain(one, code).split() == plain(other, code).split()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", "senkte gesenkt Senkung senken"),
        ("de", "kommissionierte Kommissionierung kommissioniert kommissionieren"),
        ("de", "Annahme angenommen annahm anzunehmen"),
        ("de", "entwickelte Entwicklung entwickelt entwickeln"),
        ("de", "bedienen bediente Bedienung bedient"),
        ("de", "verlor verloren Verlust verlieren"),
        ("fr", "choix choisi choisir"),
        ("es", "defensa defendí defender"),
        ("fr", "vendre vends vendu vente"),
        ("fr", "traduis traduction traduire traduisais"),
        ("fr", "retenu retenir retiens"),
        ("es", "obtuve obtener obtengo obtenido"),
        ("fr", "animation animé animais animer"),
        ("fr", "livraison livré livraisons livrer"),
        ("fr", "rédaction rédigé rédiger rédigeais"),
        ("es", "desarrollo desarrollé desarrollar desarrollado"),
        ("es", "organicé organización organizar organizado"),
        ("es", "conduje conducción conducía conducir"),
    ],
)
def test_forms_of_a_word_are_one(code: str, words: str) -> None:
    every = words.split()
    assert [(a, b) for a in every for b in every if said(a, code).isdisjoint(told(b, code))] == []


@pytest.mark.parametrize(
    ("facts", "true", "false"),
    [
        ("Buchführung für einen Verein", "Buchführung eines Vereins erledigt", "Buchhalter eines Vereins"),
        ("Einkauf (2 Lieferungen pro Woche) für die Kita", "2 Lieferungen wöchentlich, Einkauf für die Kita",
         "Einkauf für 2 Kitas"),
        ("Unterstützung der Projektleitung bei der Abnahme", "Projektleitung bei der Abnahme unterstützt",
         "Als Projektleitung bei der Abnahme unterstützt"),
        ("Fand eine Halle, zusammen mit dem Verein", "Zusammen mit dem Verein eine Halle gefunden", "Fand eine Halle"),
        ("Kasse im Kino, die Abrechnung machte die Leiterin", "Im Kino Kasse gemacht", "Im Kino Abrechnung gemacht"),
        ("Übersetzte 40 Seiten eines Handbuchs", "40 Handbuchseiten übersetzt", "Übersetzte 40 Handbücher"),
        ("Vertretung im Juli 2022", "Im Juli 2022 vertretungsweise", "Vertretung seit Juli 2022"),
        ("Blutabnahme in der Praxis", "In der Praxis Blut abgenommen", "In der Praxis Blut untersucht"),
        ("40 bis 50 Anrufe am Tag", "Täglich 40 bis 50 Anrufe", "Bis zu 500 Anrufe am Tag"),
        ("Schulsekretärin und Telefonate mit Eltern", "Sekretärin einer Schule, Elterntelefonate",
         "Schulleiterin und Telefonate mit Eltern"),
        ("Freiwilliges Soziales Jahr im Museum", "FSJ im Museum", "BFD im Museum"),
        ("Führung der Kasse im Kiosk", "Kasse im Kiosk geführt", "Führung des Kiosks"),
        ("Wäsche und Verbände in einem Heim", "Anlegen von Verbänden und Wäsche in einem Heim",
         "Kauf von Verbänden und Wäsche in einem Heim"),
        ("Drehteile in Serien bis 500 Stück", "In Serien von bis zu 500 Stück Drehteile",
         "Drehteile, Serien über 500 Stück"),
        ("Training an zwei Samstagen im Monat", "An 2 Samstagen im Monat Training", "Training jeden Samstag"),
        ("Plakate, von einer Grafikerin entworfen, aufgehängt", "Von einer Grafikerin entworfene Plakate aufgehängt",
         "Entwurf von Plakaten, aufgehängt"),
        ("Kurs für Yoga besucht", "Besuch eines Kurses für Yoga", "Kurs für Yoga gegeben"),
        ("Tontechnik mit einem Kollegen zu zweit", "Zu zweit mit einem Kollegen Tontechnik", "Tontechnik allein"),
        ("Koch in einer Kantine", "Kochte in einer Kantine", "Küchenchef in einer Kantine"),
        ("Kochte in einer Kantine", "Gekocht in einer Kantine", "Koch in einer Kantine"),
        ("Bestellung von Lebensmitteln", "Lebensmittelbestellungen", "Lebensmittelbestellungen und Lieferantenauswahl"),
        ("Planung von zwei Messen", "Plante zwei Messen", "Durchführung von zwei Messen"),
        ("Prüfung von Übersetzungen", "Übersetzungen geprüft", "Bücher übersetzt"),
        ("Berichtete an den Vertriebsleiter", "An den Vertriebsleiter berichtet", "Vertriebsleiter, berichtete"),
        ("Reparierte Fahrräder in einer Werkstatt", "In einer Werkstatt Fahrräder repariert",
         "Reparierte Fahrräder in meiner Werkstatt"),
        ("3 Köche und 12 Gäste am Abend bedient", "Am Abend 12 Gäste und 3 Köche bedient",
         "12 Köche und 3 Gäste am Abend bedient"),
        ("Lieferte Pakete an drei Schulen", "Pakete an drei Schulen geliefert", "Lieferte drei Pakete an Schulen"),
        ("Nicht für den Einkauf zuständig, nur für den Versand", "Für den Versand zuständig, nicht für den Einkauf",
         "Für den Einkauf zuständig, nicht für den Versand"),
        ("Werkstatt in Leipzig, Reparatur von Rädern", "Reparatur von Rädern in einer Leipziger Werkstatt",
         "Reparatur von Rädern in einer Dresdner Werkstatt"),
        ("Führte Schulungen durch, auch im Praktikum", "Im Praktikum Schulungen durchgeführt", "Führte das Praktikum"),
        ("Half beim Einkauf und räumte das Lager auf", "Räumte das Lager auf und half beim Einkauf",
         "Kaufte ein und räumte das Lager auf"),
        ("Traduction de contrats du français vers l'anglais", "J'ai traduit des contrats du français vers l'anglais",
         "Traduction de contrats de l'anglais vers le français"),
        ("Comptabilité d'une association", "J'ai tenu la comptabilité d'une association",
         "Comptable d'une association"),
        ("Membre d'une équipe qui a organisé un gala", "Dans une équipe qui a organisé un gala",
         "Organisation d'un gala"),
        ("Des prospectus distribués pour Médiaprint dans la rue", "Distribution de prospectus pour Médiaprint",
         "Distribution de prospectus pour La Poste"),
        ("Bac pro, mention assez bien", "Titulaire d'un bac pro, mention assez bien", "Bac pro, mention bien"),
        ("Des gardes une nuit sur quatre", "Gardes : une nuit sur quatre", "Gardes chaque nuit"),
        ("Visites, sous la responsabilité d'une éducatrice", "Sous la responsabilité d'une éducatrice, visites",
         "Visites"),
        ("Master 1 validé, Master 2 en cours, université de Lormont",
         "Université de Lormont : Master 1 validé et Master 2 en cours", "Université de Lormont : Master 2"),
        ("BTS électrotechnique, échec à l'examen en 2016", "BTS électrotechnique (2016, examen non obtenu)",
         "BTS électrotechnique, 2016"),
        ("Espagnol scolaire, anglais B2", "Anglais B2 ; espagnol, niveau scolaire", "Anglais B2, espagnol B2"),
        ("Anglais courant, notions d'allemand", "Allemand (notions), anglais (courant)", "Allemand courant, anglais"),
        ("Anglais courant, notions d'allemand", "Notions d'allemand", "Anglais et allemand"),
        ("Sous la direction du chef, préparation des sauces", "Préparation des sauces sous la direction du chef",
         "Chef : préparation des sauces"),
        ("Préparation de 40 repas par jour", "40 repas préparés chaque jour", "40 repas préparés chaque semaine"),
        ("Jusqu'à 40 repas par jour", "40 repas par jour au maximum", "Plus de 40 repas par jour"),
        ("Diseñé una etiqueta en el taller", "Diseño de una etiqueta en el taller", "Diseñé etiquetas en el taller"),
        ("Las quejas bajaron de 30 a 12", "Bajada de las quejas de 30 a 12", "Reduje las quejas de 30 a 12"),
        ("Grado en Turismo, me quedan dos asignaturas", "Grado en Turismo, me faltan dos asignaturas",
         "Grado en Turismo"),
        ("Ayudante de electricista en tres obras", "Trabajé como ayudante de electricista, en tres obras",
         "Electricista en tres obras"),
        ("Llevaba la agenda del doctor", "Gestión de la agenda del doctor", "Gestión de la consulta del doctor"),
        ("Título de monitor (2017), carné caducado", "Monitor titulado en 2017, con el carné caducado",
         "Título de monitor (2017) y carné"),
        ("Elaboré informes con dos compañeras", "Con dos compañeras elaboré informes", "Elaboré informes yo sola"),
        ("Curso de inglés sin terminar", "Curso de inglés no terminado", "Curso de inglés terminado"),
        ("Máster en Derecho, cursando", "Máster en Derecho (en curso)", "Máster en Derecho"),
        ("Participé en la mudanza con otros tres compañeros", "Con tres compañeros más participé en la mudanza",
         "Organicé la mudanza con otros tres compañeros"),
        ("Programé macros con ayuda de un compañero", "Con ayuda de un compañero programé macros", "Programé macros"),
        ("Venta de entradas en invierno", "Venta invernal de entradas", "Venta de entradas y venta en línea"),
        ("Voluntario los sábados", "Voluntariado cada sábado", "Voluntariado todos los días"),
        ("Vigilancia de un aparcamiento", "Vigilé un aparcamiento", "Jefe de vigilancia de un aparcamiento"),
    ],
)  # fmt: skip
def test_what_is_said_otherwise_passes_and_what_is_more_does_not(facts: str, true: str, false: str) -> None:
    assert carried(true, facts, profile=IN[spoken(facts, lambda: "") or "de"])
    assert not carried(false, facts, profile=IN[spoken(facts, lambda: "") or "de"])


IN = {
    code: Profile(id="p", work=(Work(name="Musterwerk", highlights=("a", "b", "c", prose)),))
    for code, prose in (
        ("de", "Betreuung der Kunden und Aufbau des Lagers für die Filiale"),
        ("fr", "Accueil des clients et tenue de la caisse dans une boutique"),
        ("es", "Atención a los clientes y control de la caja en una tienda"),
    )
}


def test_an_entrys_own_employer_may_be_named_and_no_other() -> None:
    profile = Profile(id="p", work=(Work(name="Nordlicht GmbH", position="Köchin", highlights=("Kochte für Kinder",)),))
    assert carried("Bei Nordlicht GmbH für Kinder gekocht", "Kochte für Kinder", profile=profile)
    assert not carried("Bei Ostwind AG für Kinder gekocht", "Kochte für Kinder", profile=profile)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_word_that_claims_much_is_among_those_that_claim_nothing(code: str) -> None:
    held = tongue(code)
    assert held.function.isdisjoint(held.strong)
    assert not {*held.neutral, *held.light} & {*held.strong}


@settings(deadline=None)
@given(st.text(max_size=120), st.sampled_from(LANGUAGES))
def test_any_line_gets_an_answer(sentence: str, code: str) -> None:
    carried(sentence, "Pflege von 10 Bewohnern in der Nacht", profile=IN[code])


@settings(deadline=None)
@given(st.integers(min_value=11, max_value=10_000_000))
def test_no_other_number_passes(number: int) -> None:
    assert not carried(f"Pflege von {number} Bewohnern in der Nacht", "Pflege von 10 Bewohnern in der Nacht")
