"""Facts written as "Label: value" in many languages: in definition lists, tables, or an element and its neighbour."""
# ruff: noqa: E501  (tables of patterns read better unbroken)

import re

from companion.intake.page import Page
from companion.intake.text import element_text, line
from companion.intake.tree import Element, select

_LABELS: dict[str, re.Pattern[str]] = {
    "place": re.compile(r"^(?:(?:primary |main |job |work |office |posting )?locations?(?:\(s\))?|work (?:site|place|base)|base location|workplace|city|standort(?:e)?|arbeitsort|einsatzort|dienstort|ort|stadt|lieu(?: de travail)?|localisation|ville|"
                        r"ubicaci[oó]n|ubicació|localidad|localitat|lugar(?: de trabajo)?|ciudad|plaats|standplaats|werklocatie|locatie|sede(?: di lavoro)?|luogo(?: di lavoro)?|localização|local(?: de trabalho)?|cidade|"
                        r"lokation|arbejdssted|plats|ort och län|arbeidssted|sted|sijainti|työpaikka|lokalizacja|miejsce pracy|místo|where|office|勤務地|就業場所|勤務先|工作地点|地点|근무지(?:역)?|город|место работы|місто|स्थान|कार्यस्थल|konum|şehir|místo výkonu práce|lokalita|locație|oraș|munkavégzés helye|työnantajan sijainti)$", re.IGNORECASE),
    "company": re.compile(r"^(?:company(?: name)?|employer|hiring (?:company|organi[sz]ation)|unternehmen|firma|arbeitgeber|entreprise|employeur|empresa|bedrijf|werkgever|azienda|organi[sz]ation|virksomhed|arbetsgivare|arbeidsgiver|"
                          r"företag|pracodawca|会社名?|企業名?|社名|公司(?:名称)?|회사명?|компания|работодатель|компанія|कंपनी|नियोक्ता|şirket|firma adı|společnost|zaměstnavatel|companie|angajator|cég|työnantaja|azienda|datore di lavoro)$", re.IGNORECASE),
    "employment": re.compile(r"^(?:(?:employment|job|contract|position|work|worker|hire)[ -]?(?:type|status|time|schedule)|type of (?:employment|contract|position)|(?:work )?schedule|shift type|employment|"
                             r"anstellungsart|beschäftigungsart|arbeitszeit(?:modell)?|vertragsart|anstellung|type (?:de |d')(?:contrat|emploi)|contrat|temps de travail|tipo de (?:contrato|jornada|empleo|vaga)|tipus de contracte|jornada(?: laboral)?|"
                             r"dienstverband|contractvorm|tipo di contratto|contratto|regime|anställningsform|omfattning|ansettelsesform|stillingstype|ansættelsesform|rodzaj umowy|wymiar etatu|"
                             r"full[ -]time/part[ -]time|time type|commitment|雇用形態|工作性质|职位类型|고용 ?형태|(?:тип )?занятост[ьи]|नौकरी का प्रकार|रोज़गार का प्रकार|çalışma (?:şekli|türü)|pracovní úvazek|druh úvazku|tip contract|munkaviszony|työsuhde|tipo de jornada)$", re.IGNORECASE),
    "mode": re.compile(r"^(?:work(?:ing|place)? ?(?:type|mode|model|arrangement|style|policy|setting)|remote(?: work| type)?|location type|arbeitsmodell|home ?office|télétravail|mode de travail|modalidad(?: de trabajo)?|modalitat(?: de treball)?|"
                       r"teletrabajo|modalità(?: di lavoro)?|modalidade|modelo de trabalho|werkvorm|tryb pracy|job arrangement|働き方|勤務形態|办公方式|근무 ?형태|формат работы|tipo de trabajo)$", re.IGNORECASE),
    "pay": re.compile(r"^(?:(?:annual |base |hourly |estimated |starting |min(?:imum)? |advertised )?salary(?: range| band)?|(?:hiring )?(?:pay|wage|rate)(?: range| rate| scale| of pay)?|(?:total )?compensation(?: range)?|remuneration|package|"
                      r"gehalt(?:sspanne)?|vergütung|lohn|salaire|rémunération|salario(?: bruto)?(?: anual)?|salari|sueldo|retribuci[oó]n|stipendio|retribuzione|ral|salaris(?:indicatie)?|salário|remuneração|lön|løn|lønn|wynagrodzenie|給与|年収|月給|想定年収|薪资|薪酬|月薪|급여|연봉|зарплата|वेतन|maaş|ücret|mzda|plat|salariu|fizetés|palkka|vencimento|faixa salarial)$", re.IGNORECASE),
    "posted": re.compile(r"^(?:(?:date )?posted(?: on| date)?|(?:job )?post(?:ing|ed)?(?: start)? date|job posting|date(?: of)? (?:post(?:ed|ing)|publi(?:shed|cation))|publi(?:shed|cation date)(?: on)?|posting (?:start )?date|date added|listed(?: on)?|"
                         r"veröffentlicht(?: am)?|veröffentlichung(?:sdatum)?|online seit|publié(?:e)? le|date de publication|fecha de (?:publicaci[oó]n|alta)|data de publicació|publicado(?: el| em)?|publicada(?: el| em)?|data di pubblicazione|"
                         r"geplaatst(?: op)?|publicatiedatum|publicerad|publisert|opprettet|data publikacji|opened|掲載日|公開日|发布(?:时间|日期)|등록일|게시일|(?:дата )?публикации|опубликован[ао]|प्रकाशित(?: तिथि)?|yayın(?:lanma)? tarihi|datum zveřejnění|julkaistu|data de publicação)$", re.IGNORECASE),
    "until": re.compile(r"^(?:clos(?:es|ing)(?: date| on)?|(?:application )?(?:deadline|closing date)(?: for applications)?|(?:apply|applications?) (?:by|before|due|close[sd]?(?: on)?|until)|valid (?:through|until)|expir(?:es|y)(?: date| on)?|unposting date|"
                        r"posting end date|end date|bewerbungs(?:frist|schluss)|bewerben bis|date limite(?: de candidature)?|fecha (?:límite|de cierre|fin)|data límit|data limite|scadenza|sluitingsdatum|reageren voor|ansøgningsfrist|søknadsfrist|"
                        r"sista ansökningsdag|hakuaika päättyy|termin składania|(?:応募)?締切日?|掲載終了日|応募期限|截止(?:日期|时间)?|마감일|अंतिम तिथि|son başvuru(?: tarihi)?|termín odeslání|hakuaika|data limite de candidatura|inscrições até|bewerbungsende)$", re.IGNORECASE),
}  # fmt: skip
"""Fact → what it is called. "Mode" is where the work is done from."""


_OUTSIDE = frozenset({"nav", "form", "footer", "select"})
_NO_VALUE = re.compile(r"^\W*$|\[\[|\{\{|%[A-Z_]+%|_{3,}|(?:^|\s)[-•] .*\s[-•] ")
"""Menus, unfilled templates and blanks."""


def of_label(label: str) -> str:
    """The fact a label such as "Arbeitsort" or "Closing date" names; empty where it names none."""
    return next((key for key, pattern in _LABELS.items() if pattern.match(label.strip())), "")


def labelled(page: Page) -> dict[str, str]:
    """Facts written as "Label: value", in definition lists, tables, or an element followed by its value."""
    found: dict[str, str] = {}
    for node in select(page.tree, "dt, th, td, b, strong, span, label, h3, h4, h5, h6, div, p, li"):
        if len(node) > 3:
            continue
        words = line(node.text_content())[:200] if len(node.text_content() or "") < 400 else ""
        if not words or len(words) > 160:
            continue
        label, _, value = words.replace("：", ":").partition(":")
        name = of_label(label)
        # Around several facts stands what is said of the first alone, and the others' words behind it.
        if (
            not name
            or name in found
            or any(_is_fact(child, label) for child in node)
            or any(ancestor.tag in _OUTSIDE for ancestor in node.iterancestors())
        ):
            continue
        if not value.strip():
            following = node.getnext()
            value = line(node.tail).strip(" :") or (line(element_text(following)) if following is not None else "")
            # A colon in an element of its own stands between the two.
            if following is not None and not value.strip(" :-–") and (behind := following.getnext()) is not None:
                value = line(following.tail).strip(" :") or line(element_text(behind))
            if not value and (parent := node.getparent()) is not None:
                value = line(element_text(parent))[len(words) :].lstrip(" :")
        if 0 < len(value.strip()) <= 200 and not _NO_VALUE.search(value):
            found[name] = value.strip()
    return found


def _is_fact(child: Element, label: str) -> bool:
    """Whether a part says "Label: value" by itself."""
    own, colon, value = line(child.text_content()[:300]).replace("：", ":").partition(":")
    return bool(colon and value.strip()) and own == label
