"""Times of no work told among jobs (parental leave, a sabbatical, none found): no entries, and kept as they are."""

import re
from collections.abc import Sequence

from companion.resume.reading.dates import has_date, spans, without
from companion.resume.reading.lines import TextLine

_BREAK = re.compile(
    r"(?:planned |full[- ]time )?(?:career|employment) (?:break|gap|pause)|"
    r"(?:parental|maternity|paternity|family|carer['’]?s?|sick|medical) leave|"
    r"sabbatical(?! (?:\w+ )?(?:officer|president|trustee|editor))|gap year|elternzeit|"
    r"mutterschutz|mutterschaftsurlaub|kindererziehung\w*|erziehungs(?:zeit|urlaub)|"
    r"familien(?:zeit|phase|pause)|pflegezeit|sabbatjahr|sabbatzeit|berufliche auszeit|"
    r"congé (?:parental|(?:de )?maternité|sabbatique|paternité)|année sabbatique|"
    r"pause (?:carrière|parentale|professionnelle)|baja (?:maternal|paternal)|"
    r"permiso (?:de )?(?:maternidad|paternidad|parental)|año sabático|pausa (?:profesional|laboral)|"
    r"congedo (?:parentale|(?:di )?maternità)|anno sabbatico|ouderschapsverlof|loopbaanonderbreking|"
    r"zwangerschapsverlof|licença[- ](?:maternidade|paternidade|parental)|ano sabático|pausa na carreira|"
    r"urlop (?:macierzyński|wychowawczy|rodzicielski)|föräldraled\w*|mammaledig\w*|pappaledig\w*|"
    r"foreldrepermisjon|barselsorlov|forældreorlov|vanhempainvapaa|äitiysloma|hoitovapaa|"
    r"(?:mateřská|rodičovská|materská|rodičovská) dovolen(?:á|ka)|concediu (?:parental|de maternitate)|"
    r"декретный отпуск|отпуск по уходу за ребенком|"
    r"(?:auszeit|karenz|excedencia|aspettativa|orlov|barsel|gyes|gyed|gap(?: in employment)?|"
    r"maternity|paternity)(?=\W*$|\s*[:(])|"
    r"(?:unemployed|job[- ]?seek(?:ing|er)|(?:seeking|looking for) (?:work|employment|a job)|between jobs|"
    r"arbeits?suchend|arbeitslos(?:igkeit)?|(?:en )?recherche d['’]emploi|demandeu(?:r|se) d['’]emploi|sans emploi|"
    r"chômage|(?:en )?(?:búsqueda|busca) (?:activa )?de empleo|desemplead[oa]|en paro|desempleo|desempregad[oa]|"
    r"desemprego|à procura de emprego|disoccupat[oa]|disoccupazione|in cerca di (?:occupazione|lavoro)|werkzoekend|"
    r"werklo(?:os|osheid)|bezrobotn[ya]|bezrobocie|arbetslös|arbetssökande|arbeidsledig|arbejdsledig|arbeidssøkende|"
    r"jobsøgende)(?=\W*$|\s*[:(,]| gemeldet| registered)",
    re.IGNORECASE,
)
"""The last ones are parts of other names as well, and alone here."""
_WORDS = 12
"""Words of such a line at most."""


def without_breaks(lines: Sequence[TextLine]) -> tuple[list[TextLine], list[str]]:
    """`lines` of a section of work without such times, and the texts that told of them."""
    kept: list[TextLine] = []
    told: list[str] = []
    head: TextLine | None = None
    """Of the break that is being left out."""
    for n, line in enumerate(lines):
        if _is_break(line):
            if (
                not has_date(line.text)
                and kept
                and _only_dates(kept[-1])
                and not _only_dates(lines[min(n + 1, len(lines) - 1)])
            ):
                told.append(kept.pop().plain)
            head = line
        elif head is not None and not (line.bullet or _only_dates(line) or line.x0 > head.x0 + 3):
            head = None
        if head is None:
            kept.append(line)
        else:
            told.append(line.plain)
    return kept, told


def _is_break(line: TextLine) -> bool:
    said = without(line.text, spans(line.text)).strip("\t :") if has_date(line.text) else line.text
    return not line.bullet and len(line.plain.split()) <= _WORDS and bool(_BREAK.match(said))


def _only_dates(line: TextLine) -> bool:
    found = spans(line.text)
    return bool(found) and not without(line.text, found).strip(" \t()")
