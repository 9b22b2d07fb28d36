"""Must, wish, denial or nothing: the clause, its heading and its joining words decide, in five languages."""
# ruff: noqa: E501  (a sentence reads better unbroken)

import pytest

from tests.unit.matching.test_asks import read

CASES = """
authorization * must | Legal right to work in Spain
authorization * must | Only EU citizens may apply.
authorization * must | Permis de travail valide requis
authorization * must | Proof of eligibility to work in Australia is needed.
authorization * must | Right to work in the UK is essential.
authorization * must | You must have the right to work in Ireland.
authorization * no | No work permit needed.
clearance * absent | Clearance of land and hedges before winter
clearance * absent | You obtain rights clearance for music used in our films.
clearance * must | Ability to obtain and maintain a DoD Secret clearance
clearance * must | Active Secret clearance required to start
clearance * must | Clearance required: Secret
clearance * must | Due to the nature of the work, candidates must hold or be able to gain Security Check (SC) clearance.
clearance * must | Eine Sicherheitsüberprüfung (Ü2) ist Voraussetzung.
clearance * must | Must pass a Public Trust background investigation
clearance * must | Une habilitation secret défense est exigée.
clearance * must | You must hold SC clearance or be willing to go through the process.
clearance * no | Clearance is not needed for this role.
clearance * no | No security clearance is necessary to start
clearance * no | This position requires no security clearance.
clearance * no | You won't need security clearance for this role.
clearance * wish | Current DV clearance desirable
clearance * wish | TS/SCI preferred
education absent absent | Abgeschlossenes technisches Studium oder eine vergleichbare Ausbildung mit Berufserfahrung
education absent absent | Learn from colleagues with PhDs in every field.
education absent absent | Our team has degrees from all over the world.
education absent absent | Rotate the valve by 90 degrees.
education absent absent | We support our staff in earning a master's degree with a yearly stipend.
education associate must | BTS ou DUT exigé
education associate must | Curso técnico em Mecânica
education associate must | Vous êtes titulaire d'un BTS comptabilité
education associate wish | Associate degree a plus
education bachelor must | A minimum of a Bachelor's degree is required for this position
education bachelor must | Abgeschlossenes Studium der Betriebswirtschaftslehre
education bachelor must | Applicants must possess a BSc in Chemistry.
education bachelor must | BSc/BA in Accounting, Finance or a related field
education bachelor must | Bacharelado em Ciência da Computação
education bachelor must | Bachelor's degree required; master's degree preferred.
education bachelor must | Completion of an undergraduate degree by June is essential.
education bachelor must | Ensino superior completo em Engenharia Civil
education bachelor must | Estudios universitarios en Psicología
education bachelor must | Formação superior completa em Direito
education bachelor must | Honours degree (2:1 or above) in a STEM subject
education bachelor must | Licenciado en Farmacia
education bachelor must | Sie haben ein Studium der Elektrotechnik erfolgreich abgeschlossen.
education bachelor must | Título universitario en Ingeniería Industrial (requisito excluyente)
education bachelor must | Vous êtes titulaire d'une licence en gestion.
education bachelor must | What you'll need / * A bachelor's degree in nutrition / * Registered dietitian
education bachelor must | You have completed a four-year degree in Accounting and hold a CPA.
education bachelor no | A bachelor's isn't required, though many on the team have one.
education bachelor no | Kein Studium nötig!
education bachelor no | No se requiere titulación universitaria.
education bachelor must | Bachelor's degree in accounting, German a plus
education bachelor must | Requirements / Bachelor's degree, Ingles deseable
education bachelor must | Ingeniería Agrónoma, inglés deseable
education bachelor must | B.S. in Food Science required, M.S. a plus
education bachelor must | An accredited degree in quantity surveying and preferably MRICS
education bachelor must | Hochschulabschluss in Bauingenieurwesen, Führerschein von Vorteil
education bachelor must | Erfolgreich abgeschlossenes Studium des Wirtschaftsrechts, bevorzugt mit Schwerpunkt Vergabe
education bachelor must | Grado en Química y, preferiblemente, experiencia en laboratorio
education bachelor must | Estudios universitarios en Filología, se valoran idiomas adicionales
education bachelor must | BSN required; certification in wound care preferred
education bachelor must | BA in media
education bachelor no | Ein Studium brauchst du bei uns nicht
education bachelor wish | Degree-level education or the same depth picked up on the job
education bachelor wish | Abgeschlossenes Studium der Elektrotechnik oder mehrere Jahre in der Instandhaltung mit entsprechender Erfahrung
education bachelor wish | A degree or a stack of finished projects and experience shipping them
education bachelor wish | Bachelor's degree in radiography or HCPC registration with relevant experience
education bachelor wish | Hotel school degree or proven track record in a similar role
education bachelor wish | If you have a degree in archaeology, great; if not, tell us why you dig
education bachelor wish | Ideally, you hold a bachelor's degree in Dance, Theatre or Performing Arts
education bachelor wish | Nous apprécierions une licence en sciences de l'éducation
education bachelor wish | Bachelor of Commerce highly regarded
education bachelor wish | Degree in marketing, communications or business preferred
education master must | Ongoing master's degree in events (sports management, tourism or equivalent)
education master must | MS in biostatistics
education master wish | What helps / An MSc in hydrology
education bachelor wish | Master's degree in transport planning, or a bachelor's degree with more years in the field, preferred
education phd must | Doctorate in clinical psychology plus licence to practise
education phd must | PharmD required, residency preferred
education phd wish | Promotion in Virologie erwünscht
education phd wish | Eine Promotion ist kein Muss
education bachelor no | No university degree? No problem.
education bachelor no | Studienabschluss nicht zwingend notwendig
education bachelor no | This role does not require a bachelor's degree.
education bachelor no | We do not require a college degree.
education bachelor no | We don't care whether you have a degree.
education bachelor no | You don't need a degree to apply.
education bachelor wish | A relevant degree is helpful but we value experience more.
education bachelor wish | A university degree would be nice, though it is far from a must.
education bachelor wish | Bachelor in Informatik oder gleichwertige praktische Erfahrung
education bachelor wish | Bachelor's degree in Marketing, Communications, or a similar discipline, or comparable work experience.
education bachelor wish | Bachelor's degree in a relevant field OR at least 4 years of experience in lieu of degree
education bachelor wish | Completed degree in law or several years as a paralegal with matching experience
education bachelor wish | Education: Bachelor's (Preferred)
education bachelor wish | Ein abgeschlossenes Hochschulstudium ist von Vorteil, aber keine Voraussetzung.
education bachelor wish | Either a degree in design or a strong portfolio and several years of practice.
education bachelor wish | Formal education in design is fine, but not needed; a bachelor's degree is optional.
education bachelor wish | Formation Bac+3 souhaitée
education bachelor wish | Graduado en ADE o experiencia equivalente
education bachelor wish | Graduação completa ou experiência equivalente
education bachelor wish | Graduação em Marketing desejável
education bachelor wish | Hochschulabschluss wünschenswert
education bachelor wish | Hochschulstudium oder mehrere Jahre Praxis und Erfahrung
education bachelor wish | Ideally you have a degree in psychology or social work.
education bachelor wish | It would be great if you had / * A bachelor's degree in nutrition
education bachelor wish | Preferentemente con título universitario
education bachelor wish | Preferred Qualifications / - Bachelor's degree in Hospitality
education bachelor wish | Se valorará positivamente titulación universitaria
education bachelor wish | Studium der Elektrotechnik oder Techniker mit Berufserfahrung
education bachelor wish | Superior completo ou cursando; experiência conta mais
education bachelor wish | Un diplôme de niveau licence est un plus.
education bachelor wish | Undergraduate degree preferred, ideally in a numerate subject.
education bachelor wish | What would make you stand out / - A degree in linguistics
education bachelor wish | You may have a bachelor's degree, but what matters is your portfolio.
education highschool must | A high-school diploma is required
education highschool must | Bachillerato concluido
education highschool must | Ensino médio completo (obrigatório)
education highschool must | GED or high school diploma
education highschool wish | High school diploma preferred
education master must | Diplôme d'ingénieur ou Master 2 en énergie
education master must | Diplôme de niveau Bac +5 (école de commerce ou université)
education master must | Master's degree (MSW) from an accredited program required.
education master must | Masterabschluss in Psychologie zwingend erforderlich
education master must | Titulaire d'un Bac+5 en finance
education master wish | A post-graduate qualification is an asset.
education master wish | Bac+5 ou expérience équivalente
education master wish | Basic Qualifications / - Bachelor's degree / Preferred Qualifications / - Master's degree
education master wish | MBA desirable
education master wish | MSc in Statistics preferred
education master wish | Mestrado em Economia é valorizado
education master wish | Required: BSc in Maths / Desired: MSc in Maths
education phd must | Doctorate in clinical psychology
language Arabic wish | Preferred languages: Arabic
language Dutch wish | Fluent English (Dutch is a plus)
language English must | Business fluent English
language English must | Fluent English (Dutch is a plus)
language English must | Inglés avanzado (C1)
language English must | Inglês avançado é obrigatório
language English must | Nivel alto de inglés imprescindible
language English must | Vous parlez couramment anglais
language English must | You speak German and English fluently
language English no | English not required
language English wish | Englischkenntnisse sind von Vorteil
language English wish | Inglés deseable
language English wish | Inglês desejável
language English wish | Inglês intermediário é um diferencial
language English wish | Se valorará nivel alto de inglés
language French wish | French or Dutch would be a bonus
language German absent | You support German, French and Italian customers.
language German must | Fließende Deutsch- und Englischkenntnisse
language German must | Fluent in German, written and spoken
language German must | You speak German and English fluently
language German no | Deutsch ist keine Voraussetzung.
language German no | No German needed!
language German wish | Any German you can bring is a bonus
language German wish | Conversational German preferred
language Italian must | Requirements / - Fluent Italian
language Italian wish | Excellent command of English; Italian is an advantage.
language Japanese wish | Ideally you speak some Japanese.
language Polish wish | Knowledge of Polish is welcome but by no means required.
language Russian absent | Russian dressing and pastries made fresh.
language Spanish wish | Bilingual (English/Spanish) a plus
language Spanish wish | Espanhol será considerado um diferencial
language Spanish wish | L'espagnol est apprécié
sponsorship * absent | Sell sponsorship packages to brands
sponsorship * must | Employment sponsorship is possible for this role
sponsorship * must | If you do not have EU papers, we will sponsor your visa.
sponsorship * must | Ofrecemos patrocinio de visa de trabajo
sponsorship * must | Sponsorship is offered for this role.
sponsorship * must | Visa sponsorship available
sponsorship * must | Visa sponsorship: yes
sponsorship * must | Visa-Sponsoring möglich
sponsorship * must | We can sponsor H-1B visas.
sponsorship * must | We help with your work visa and sponsor it if needed.
sponsorship * must | We're glad to sponsor work permits for people moving from abroad.
sponsorship * no | Applicants requiring sponsorship will not be considered.
sponsorship * no | Candidates must be able to work in the UK without sponsorship now or in the future.
sponsorship * no | Ein Visum können wir leider nicht unterstützen.
sponsorship * no | Employment visa sponsorship is not possible for this role
sponsorship * no | No contamos con patrocinio de visas.
sponsorship * no | No ofrecemos patrocinio de visado.
sponsorship * no | Not able to offer visa sponsorship
sponsorship * no | Não oferecemos patrocínio de visto.
sponsorship * no | Only candidates who already hold work authorization; no H1B transfers or sponsorship.
sponsorship * no | This position is not eligible for visa sponsorship.
sponsorship * no | Visa-Sponsoring ist nicht möglich.
sponsorship * no | We are not a licensed sponsor and can't support visa applications.
sponsorship * no | We do not have the licence to sponsor Skilled Worker visas.
sponsorship * no | We regret that we cannot offer sponsorship for this vacancy.
sponsorship * no | Wir können leider kein Visum sponsern.
years experience absent | A 3-year fixed term contract
years experience absent | The contract is for two years with a possible extension.
years experience absent | You'll receive a bonus after two years of service.
years experience must | 3 or more years of experience as a paralegal
years experience must | 7-10 years of experience in M&A
years experience must | Al menos dos años de experiencia como camarero
years experience must | Experience: 4 years (Required)
years experience must | Experiencia mínima: 2 años
years experience must | Experiência comprovada de 4 anos em TI
years experience must | Experiência mínima de 2 anos em contabilidade
years experience must | Expérience de 5 ans minimum sur un poste similaire
years experience must | Mindestens 3 Jahre Erfahrung im Vertrieb
years experience must | Must have 2 yrs' experience as a forklift operator
years experience must | Pelo menos 3 anos de experiência em vendas
years experience must | Required: 6 years of experience in banking
years experience must | You've got six years under your belt as a chef
years experience wish | 2 years' experience desirable
years experience wish | 3 Jahre Berufserfahrung wünschenswert
years experience wish | 3+ years in a similar role preferred
years experience wish | Around five years of experience would be ideal
years experience wish | Desejável 2 anos de vivência na área
years experience wish | Idealerweise 2 Jahre Berufserfahrung im Einkauf
years experience wish | Ideally, you've spent 4 years in product design.
years experience wish | Nice to have / • 2+ years of Terraform
years experience wish | Preferencialmente com 3 anos de experiência
years experience wish | Preferible 3 años de experiencia
years experience wish | Une expérience de 2 ans serait un plus
years experience wish | Von Vorteil sind 2 Jahre Erfahrung im Projektmanagement
clearance * no | Clearance: none
education master must | Abgeschlossenes Masterstudium in Chemie
language English no | Englisch brauchst du nicht.
language Swedish wish | Swedish is seen as a merit
years experience wish | Vantagem: 3 anos de experiência em obras
"""


@pytest.mark.parametrize("line", CASES.strip().splitlines())
def test_whether_it_is_asked(line: str) -> None:
    head, text = line.split(" | ", 1)
    kind, name, verdict = head.split()
    found = read(text.replace(" / ", "\n"))
    one = next((one for key, one in found.items() if key[0] == kind and name in (key[1], "*", "absent")), None)
    assert ("absent" if one is None else "no" if one.negated else "must" if one.must else "wish") == verdict
