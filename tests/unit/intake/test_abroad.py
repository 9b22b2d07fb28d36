"""Ads on plain pages in many languages: what a person reads off them is read, in whichever markup it stands."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

from datetime import date

import pytest

from companion.intake import read
from tests.unit.intake.pages import page

PAGES: dict[str, tuple[str, str, dict[str, object]]] = {
    "de dl": (
        "Bootswart (m/w/d) in Teilzeit | Hafenbetrieb Musterstadt GmbH",
        """<header><nav><a>Start</a><a>Karriere</a></nav></header><main><h1>Bootswart (m/w/d) in Teilzeit</h1><p class="sub">Hafenbetrieb Musterstadt GmbH · 18055 Rostock · ab sofort</p><dl><dt>Arbeitgeber</dt><dd>Hafenbetrieb Musterstadt GmbH</dd><dt>Einsatzort</dt><dd>18055 Rostock</dd><dt>Beschäftigungsart</dt><dd>Teilzeit (20 Std.)</dd><dt>Vergütung</dt><dd>2.100 – 2.400 € monatlich</dd><dt>Veröffentlicht am</dt><dd>3. November 2026</dd><dt>Bewerbungsfrist</dt><dd>15.12.2026</dd></dl><h3>Das erwartet dich</h3><ul><li>Motoren prüfen</li><li>Taue und Segel flicken</li></ul><h3>Das bringst du mit</h3><ul><li>Erfahrung mit Booten</li><li>Gute Deutschkenntnisse</li></ul><p>Bewirb dich gern per E-Mail. Wir freuen uns auf dich und dein Können, denn unser kleines Team am Kai wächst.</p></main>""",
        {"title": "Bootswart (m/w/d) in Teilzeit", "company": "Hafenbetrieb Musterstadt GmbH", "city": "Rostock", "country": "DE", "posted": date(2026, 11, 3), "until": date(2026, 12, 15), "pay": (2100, 2400, "EUR", "month"), "employment": ("part_time",), "language": "de"},
    ),
    "fr ul": (
        "Gardien de port H/F - Quai Bleu SARL",
        """<div id="page"><h1>Gardien de port H/F</h1><ul class="infos"><li><strong>Entreprise :</strong> Quai Bleu SARL</li><li><strong>Lieu :</strong> La Rochelle (17)</li><li><strong>Type de contrat :</strong> CDI temps plein</li><li><strong>Salaire :</strong> 25 à 28 K€ brut/an</li><li><strong>Date de publication :</strong> 03/11/2026</li></ul><h2>Vos missions</h2><p>Vous veillez sur les bateaux du port, vérifiez les moteurs et accueillez les plaisanciers.</p><h2>Profil recherché</h2><p>Vous avez une première expérience dans le nautisme et le permis côtier. Poste à pourvoir dès janvier, avec un repas offert chaque midi.</p></div>""",
        {"title": "Gardien de port H/F", "company": "Quai Bleu SARL", "city": "La Rochelle", "country": "FR", "pay": (25000, 28000, "EUR", "year"), "employment": ("full_time",), "language": "fr"},
    ),
    "es table": (
        "Vigilante de puerto | Muelle Azul",
        """<section><h1>Vigilante de puerto</h1><table><tr><th>Empresa</th><td>Muelle Azul S.L.</td></tr><tr><th>Ubicación</th><td>Valencia, España</td></tr><tr><th>Tipo de contrato</th><td>Indefinido, jornada completa</td></tr><tr><th>Salario</th><td>1.450 € brutos al mes</td></tr><tr><th>Publicado el</th><td>3 de noviembre de 2026</td></tr></table><h2>Funciones</h2><ul><li>Vigilar los barcos</li><li>Atender a los navegantes</li></ul><h2>Requisitos</h2><ul><li>Dos años de experiencia</li><li>Carné de conducir</li></ul><p>Ofrecemos un buen ambiente y comida cada día para todo el equipo del muelle, todo el año.</p></section>""",
        {"title": "Vigilante de puerto", "company": "Muelle Azul S.L.", "city": "Valencia", "country": "ES", "posted": date(2026, 11, 3), "pay": (1450, 1450, "EUR", "month"), "employment": ("full_time",), "language": "es"},
    ),
    "pt b": (
        "Zelador de Embarcações - Cais Azul Ltda",
        """<article><h1>Zelador de Embarcações</h1><p><b>Empresa:</b> Cais Azul Ltda</p><p><b>Localização:</b> Santos, SP, Brasil</p><p><b>Regime:</b> CLT, tempo integral</p><p><b>Salário:</b> R$ 3.200,00 a R$ 3.900,00 por mês</p><p><b>Publicado em:</b> 3 de novembro de 2026</p><h2>O que você fará</h2><ul><li>Cuidar dos barcos</li><li>Conferir motores</li></ul><h2>Requisitos e qualificações</h2><ul><li>Ensino médio completo</li><li>Experiência com barcos</li></ul><h2>Benefícios</h2><p>Vale-refeição de R$ 35,00 por dia e plano de saúde para você e a família.</p></article>""",
        {"title": "Zelador de Embarcações", "company": "Cais Azul Ltda", "city": "Santos", "country": "BR", "posted": date(2026, 11, 3), "pay": (3200, 3900, "BRL", "month"), "employment": ("full_time",), "language": "pt"},
    ),
    "ja dl": (
        "港湾管理スタッフ｜青い桟橋株式会社",
        """<main><h1>港湾管理スタッフ</h1><dl><dt>会社名</dt><dd>青い桟橋株式会社</dd><dt>勤務地</dt><dd>神奈川県横浜市</dd><dt>雇用形態</dt><dd>正社員</dd><dt>給与</dt><dd>月給25万円～32万円</dd><dt>掲載日</dt><dd>2026年11月3日</dd></dl><h2>仕事内容</h2><p>港に停泊する船の管理とエンジンの点検をお任せします。毎朝の見回り、ロープや帆の修理、利用者の受付などを少人数のチームで担当します。</p><h2>応募資格</h2><ul><li>船舶の取り扱い経験が二年以上ある方</li><li>普通自動車免許</li></ul><h2>待遇・福利厚生</h2><p>社会保険完備、昼食支給、年間休日百二十日。</p></main>""",
        {"title": "港湾管理スタッフ", "company": "青い桟橋株式会社", "city": "Yokohama", "country": "JP", "posted": date(2026, 11, 3), "pay": (250000, 320000, "JPY", "month"), "employment": ("full_time",), "language": "ja"},
    ),
    "hi p": (
        "नाव रखवाला - नीला घाट",
        """<main><h1>नाव रखवाला</h1><p>कंपनी: नीला घाट प्राइवेट लिमिटेड</p><p>स्थान: मुंबई, महाराष्ट्र</p><p>वेतन: ₹18,000 - ₹24,000 प्रति माह</p><p>नौकरी का प्रकार: पूर्णकालिक</p><h2>जिम्मेदारियाँ</h2><ul><li>रोज़ सुबह इंजन जाँचना</li><li>रस्सियों और पालों की मरम्मत करना</li></ul><h2>योग्यता</h2><ul><li>नावों के साथ दो साल का अनुभव</li><li>हिंदी बोलना और समझना</li></ul><p>हम घाट पर नौ लोगों की एक छोटी टीम हैं और हर दिन दोपहर का खाना हमारी तरफ़ से होता है। आवेदन करने के लिए हमें फ़ोन करें।</p></main>""",
        {"title": "नाव रखवाला", "company": "नीला घाट प्राइवेट लिमिटेड", "city": "Mumbai", "country": "IN", "pay": (18000, 24000, "INR", "month"), "employment": ("full_time",), "language": "hi"},
    ),
    "it p": (
        "Custode del porto - Molo Azzurro",
        """<main><h1>Custode del porto</h1><p>Azienda: Molo Azzurro S.r.l.</p><p>Sede di lavoro: Genova (GE)</p><p>Contratto: tempo pieno, indeterminato</p><p>RAL: 24.000 - 27.000 €</p><p>Data di pubblicazione: 03/11/2026</p><h3>Cosa farai</h3><p>Controllerai le barche e i motori ogni mattina, riparerai le vele e accoglierai chi arriva.</p><h3>Requisiti</h3><p>Due anni di esperienza con le barche e patente nautica. Offriamo il pranzo ogni giorno e una squadra di nove persone.</p></main>""",
        {"title": "Custode del porto", "company": "Molo Azzurro S.r.l.", "city": "Genova", "country": "IT", "pay": (24000, 27000, "EUR", "year"), "employment": ("full_time",), "language": "it"},
    ),
    "nl div": (
        "Havenmeester - Blauwe Kade B.V.",
        """<main><h1>Havenmeester</h1><div class="meta"><span>Standplaats: Harlingen</span> <span>Dienstverband: 32 uur, parttime</span> <span>Salaris: € 2.700 - € 3.300 bruto per maand</span></div><h2>Wat ga je doen</h2><p>Je houdt de boten in orde en controleert elke ochtend de motoren en de touwen in de haven.</p><h2>Wie ben jij</h2><p>Je hebt ervaring met boten en een vaarbewijs. Wij bieden een klein team van negen mensen en elke dag lunch.</p></main>""",
        {"title": "Havenmeester", "company": "Blauwe Kade B.V.", "city": "Harlingen", "pay": (2700, 3300, "EUR", "month"), "employment": ("part_time",), "language": "nl"},
    ),
    "pl p": (
        "Opiekun łodzi - Niebieskie Nabrzeże",
        """<main><h1>Opiekun łodzi</h1><p>Pracodawca: Niebieskie Nabrzeże sp. z o.o.</p><p>Miejsce pracy: Gdańsk</p><p>Wymiar etatu: pełny etat</p><p>Wynagrodzenie: 6 200 - 7 400 zł brutto / mies.</p><h2>Obowiązki</h2><ul><li>Sprawdzanie silników</li><li>Naprawa żagli i lin</li></ul><h2>Wymagania</h2><ul><li>Doświadczenie z łodziami</li></ul><h2>Oferujemy</h2><p>Obiad każdego dnia i mały zespół na nabrzeżu, w którym wszyscy się znają i lubią od lat.</p></main>""",
        {"title": "Opiekun łodzi", "company": "Niebieskie Nabrzeże sp. z o.o.", "city": "Gdańsk", "country": "PL", "pay": (6200, 7400, "PLN", "month"), "employment": ("full_time",), "language": "pl"},
    ),
    "en rows": (
        "Boat Keeper | Tidewater Ltd careers",
        """<div class="wrap"><div class="crumbs">Home / Jobs / Boat Keeper</div><h1>Boat Keeper</h1><div>Tidewater Ltd</div><div>Bristol, UK | Hybrid | Permanent, Full-time | £28,000 - £31,500 a year</div><div>Posted 8 days ago</div><div>Closing date: 12 December 2026</div><h2>What the job involves</h2><p>You keep the boats of our harbour in good order and check engines each morning before the first guests arrive at the quay.</p><h2>Who we want</h2><p>Two years with boats, a steady hand and good temper in the rain. Apply with a short letter. Experience with sails is a plus.</p></div>""",
        {"title": "Boat Keeper", "company": "Tidewater Ltd", "city": "Bristol", "country": "GB", "posted": date(2026, 3, 2), "until": date(2026, 12, 12), "pay": (28000, 31500, "GBP", "year"), "employment": ("full_time",), "mode": "hybrid"},
    ),
    "three towns": (
        "Harbour Nurse",
        """<main><h1>Harbour Nurse</h1><p>Locations: Plymouth, Falmouth or Exeter</p><p>Employer: Tidewater Clinic</p><h2>Key duties</h2><p>You look after the crews when they come ashore and keep the records of the clinic in order.</p><h2>Essential criteria</h2><p>A nursing degree, registration, two years of experience and a calm voice in the evening shift. Salary £31,000 per annum.</p></main>""",
        {"title": "Harbour Nurse", "company": "Tidewater Clinic", "pay": (31000, 31000, "GBP", "year"), "cities": ["Plymouth", "Falmouth", "Exeter"]},
    ),
    "zh": (
        "码头管理员招聘_蓝色码头有限公司",
        """<div class="job"><h1>码头管理员</h1><ul><li>公司：蓝色码头有限公司</li><li>工作地点：上海</li><li>薪资：8000-12000元/月</li><li>工作性质：全职</li><li>发布日期：2026-11-03</li></ul><h3>岗位职责</h3><p>1. 每天早晨检查船只发动机；2. 维修船帆和绳索；3. 接待客人并记录来往船只，保证码头整洁有序。</p><h3>任职要求</h3><p>两年以上船只管理经验，身体健康，能适应雨天工作，有良好的沟通能力和责任心。我们提供午餐和住宿补贴。</p></div>""",
        {"title": "码头管理员", "company": "蓝色码头有限公司", "city": "Shanghai", "country": "CN", "pay": (8000, 12000, "CNY", "month"), "employment": ("full_time",), "posted": date(2026, 11, 3)},
    ),
    "ko": (
        "항만 관리 직원 | 푸른부두",
        """<main><h1>항만 관리 직원</h1><dl><dt>회사명</dt><dd>푸른부두 주식회사</dd><dt>근무지</dt><dd>부산광역시</dd><dt>고용형태</dt><dd>정규직</dd><dt>연봉</dt><dd>3,200만원 ~ 3,800만원</dd><dt>등록일</dt><dd>2026.11.03</dd><dt>마감일</dt><dd>2026.12.15</dd></dl><h2>주요업무</h2><ul><li>매일 아침 엔진 점검</li><li>밧줄과 돛 수리 및 방문객 안내</li></ul><h2>자격요건</h2><ul><li>선박 관련 경력 2년 이상</li><li>책임감이 있으신 분</li></ul><h2>복리후생</h2><p>점심 식사 제공, 4대 보험, 연차 및 경조사 휴가를 드립니다. 지원은 이메일로 받습니다.</p></main>""",
        {"title": "항만 관리 직원", "company": "푸른부두 주식회사", "city": "Busan", "country": "KR", "pay": (32000000, 38000000, "KRW", "year"), "employment": ("full_time",), "posted": date(2026, 11, 3), "until": date(2026, 12, 15)},
    ),
    "ru": (
        "Смотритель причала - вакансия в Синий причал",
        """<main><h1>Смотритель причала</h1><p>Компания: ООО «Синий причал»</p><p>Город: Санкт-Петербург</p><p>Занятость: полная занятость</p><p>Зарплата: 60 000 – 75 000 руб. в месяц</p><h3>Обязанности:</h3><ul><li>проверять двигатели каждое утро</li><li>чинить паруса и канаты</li></ul><h3>Требования:</h3><ul><li>опыт работы с лодками от двух лет</li><li>спокойный характер</li></ul><h3>Условия:</h3><p>Обед каждый день, небольшая команда из девяти человек на набережной, оформление по трудовому договору.</p></main>""",
        {"title": "Смотритель причала", "company": "ООО «Синий причал»", "city": "Saint Petersburg", "country": "RU", "pay": (60000, 75000, "RUB", "month"), "employment": ("full_time",)},
    ),
    "sv": (
        "Hamnvakt - Blå Kajen AB",
        """<article><h1>Hamnvakt</h1><p><strong>Företag</strong> Blå Kajen AB</p><p><strong>Ort</strong> Lysekil</p><p><strong>Anställningsform</strong> Tillsvidare, heltid</p><p><strong>Lön</strong> 28 500 - 31 000 kr/mån</p><p><strong>Sista ansökningsdag</strong> 2026-12-15</p><h2>Arbetsuppgifter</h2><p>Du håller båtarna i ordning, kontrollerar motorerna varje morgon och tar emot gäster i hamnen.</p><h2>Kvalifikationer</h2><p>Två års erfarenhet av båtar och körkort. Vi erbjuder lunch varje dag och ett litet lag på kajen.</p></article>""",
        {"title": "Hamnvakt", "company": "Blå Kajen AB", "city": "Lysekil", "pay": (28500, 31000, "SEK", "month"), "employment": ("full_time",), "until": date(2026, 12, 15)},
    ),
    "cs td": (
        "Správce přístavu | Modré molo s.r.o.",
        """<main><h1>Správce přístavu</h1><table><tr><td>Společnost</td><td>Modré molo s.r.o.</td></tr><tr><td>Lokalita</td><td>Praha</td></tr><tr><td>Pracovní úvazek</td><td>Plný úvazek</td></tr><tr><td>Mzda</td><td>38 000 – 45 000 Kč / měsíc</td></tr></table><h2>Náplň práce</h2><ul><li>kontrola motorů každé ráno</li><li>opravy lan a plachet</li></ul><h2>Požadujeme</h2><ul><li>zkušenost s loděmi</li><li>klidnou povahu</li></ul><h2>Nabízíme</h2><p>Oběd každý den a malý tým devíti lidí, kteří se na sebe mohou spolehnout v každém počasí.</p></main>""",
        {"title": "Správce přístavu", "company": "Modré molo s.r.o.", "city": "Praha", "country": "CZ", "pay": (38000, 45000, "CZK", "month"), "employment": ("full_time",)},
    ),
    "en chips": (
        "Trainee Cheesemonger (12-month contract) — Fernhill Dairy",
        """<div><p class="eyebrow">Vacancy</p><h1>Trainee Cheesemonger (12-month contract)</h1><p>Fernhill Dairy · Ludlow, Shropshire · On-site</p><p>£23,400 pro rata</p><section><h2>About us</h2><p>We make cheese in a valley near Ludlow and sell it in one shop that is always full.</p></section><section><h2>What you'll do</h2><ul><li>Turn and brush the wheels</li><li>Serve at the counter</li></ul></section><section><h2>What we're looking for</h2><ul><li>A good nose</li><li>Patience with customers and experience in a shop</li></ul></section><p>Apply by 5 December 2026.</p></div>""",
        {"title": "Trainee Cheesemonger (12-month contract)", "company": "Fernhill Dairy", "city": "Ludlow", "mode": "onsite", "until": date(2026, 12, 5)},
    ),
    "en nhs": (
        "Night Nurse - Ward 7 | Alder Hospital Trust",
        """<main><h1>Night Nurse - Ward 7</h1><table><tr><th>Reference</th><td>RX-22</td></tr><tr><th>Employer</th><td>Alder Hospital Trust</td></tr><tr><th>Work base</th><td>Hereford, UK</td></tr><tr><th>Pay scheme</th><td>Agenda for Change</td></tr><tr><th>Salary</th><td>£31,049 - £37,796 a year, pro rata</td></tr><tr><th>Contract</th><td>Permanent, part-time, 30 hours</td></tr><tr><th>Closing date</th><td>30/11/2026</td></tr></table><h2>Job overview</h2><p>Look after patients of ward 7 at night and keep the records in order with the nurse in charge.</p><h2>Person specification</h2><p>Essential criteria: registered nurse with experience of night work. Desirable criteria: a teaching skill.</p></main>""",
        {"title": "Night Nurse - Ward 7", "company": "Alder Hospital Trust", "city": "Hereford", "country": "GB", "pay": (31049, 37796, "GBP", "year"), "until": date(2026, 11, 30)},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_an_ad_without_data_for_machines(name: str) -> None:
    title, body, want = PAGES[name]
    reading = read(page(body, title=title, url="https://www.example.com/jobs/4711"))
    found, first, pay = reading.posting, next(iter(reading.posting.places), None), reading.posting.pay
    said: dict[str, object] = {
        "title": found.title, "company": found.company, "posted": found.posted, "until": found.valid_through, "mode": found.mode,
        "city": first and first.city, "country": first and first.country, "cities": [place.city for place in found.places],
        "employment": found.employment, "language": found.language,
        "pay": pay and (pay.minimum, pay.maximum, pay.currency, pay.period),
    }  # fmt: skip
    assert {fact: said[fact] for fact in want} == want
    assert len(reading.description) > 100
