"""What walls and closed jobs say, in the languages job sites speak: kind of wall, phrases, reason for the person.

A phrase of the body counts only on a short page that is no ad; one of the title counts anywhere, and is stricter.
"""
# ruff: noqa: E501  (tables of patterns read better unbroken; other scripts are meant)

import re
from typing import Literal

Kind = Literal["challenge", "denied", "login", "gone", "error", "empty"]
GONE = "The page says that the job is not there (any more)."
_TITLES: tuple[tuple[Kind, str], ...] = (
    ("challenge", r"^just a moment|^attention required|security check|verify (?:you are|that you'?re|you'?re) human|^human verification|"
     r"additional verification required|are you a (?:robot|human)|^captcha|^pardon our interruption|^one more step|"
     r"checking your browser|^please wait\W*$|^einen moment|^un momento|^un instant|bot verification|^robot check"),
    ("denied", r"^access (?:to this page has been )?denied|^blocked\b|^403\b|\b403 forbidden|^forbidden$|^request (?:rejected|blocked)|"
     r"^error 1020|^you have been blocked|^unusual traffic|^too many requests|^429\b|^999\b|rate limit(?:ed)?$|not available in your (?:region|country)"),
    ("login", r"^(?:sign (?:up|in)|log ?in|join)\b[^|]{0,40}\| linkedin|^linkedin(?: login| sign up|: log in).*|^linkedin login|^authwall|"
     r"^(?:sign in|log ?in|login|anmelden|se connecter|iniciar sesión|connexion)$|^login\b.{0,20}$"),
    ("gone", r"^(?:error )?404\b|\b404\b.{0,20}not found|^page not found|not found$|^(?:seite|page|página) (?:nicht gefunden|introuvable|no encontrada)|"
     r"^410\b|^job (?:not found|is no longer|posting not found)|no longer (?:available|exists|accepting)|^this job has (?:expired|been)|^expired job|requested (?:job|page|position) (?:could|can)(?: ?not|n.t) be found|"
     r"^(?:sorry,? )?(?:the|this) (?:page|job|position|posting|link)(?: you.{3,30}for)? (?:does ?n.t|does not|no longer) exists?|(?:job|posting|position|vacancy) (?:is|was) (?:not|no longer|un)\s?available|"
     r"^(?:position|job|vacancy|role) (?:has been )?(?:filled|closed|expired)\W*$|^(?:diese )?(?:stelle|stellenanzeige|stellenausschreibung) (?:ist |wurde )?(?:leider )?(?:nicht (?:mehr )?(?:verfügbar|gefunden|aktiv)|besetzt|abgelaufen|nicht gefunden)|"
     r"^(?:cette |l.)?(?:offre|annonce)(?: d.emploi)? (?:n.est plus|n.existe plus|expirée|introuvable)|^(?:esta |la )?(?:oferta|vacante)(?: \w+){0,2} (?:ya no|no est[aá]|caducada)|^oops\b.{0,60}(?:page|job)|seite (?:existiert|wurde) nicht|pagina niet gevonden|sidan (?:finns inte|hittades inte)|pagina non trovata"),
    ("error", r"^(?:5\d\d\b|internal server error|server error|bad gateway|service unavailable|gateway time-?out)|"
     r"^(?:this site can.t be reached|problem loading page|maintenance|under maintenance|an error (?:has )?occurred|error)$"),
)  # fmt: skip
_BODIES: tuple[tuple[Kind, str], ...] = (
    ("challenge", r"verify (?:that )?you are (?:a )?human|checking (?:if the site connection is secure|your browser before)|"
     r"enable javascript and cookies to continue|complete the security check|press (?:&|and) hold to confirm|"
     r"needs to review the security of your connection|our systems have detected unusual traffic|are you a robot\?|"
     r"unusual activity (?:from|in) your (?:computer|network|browser)|slide to (?:complete|verify)|prove (?:that )?you.re not a robot|"
     r"solve (?:the|this) (?:puzzle|captcha)|additional verification required|confirm you.re not a robot"),
    ("denied", r"you don.t have permission to access|access (?:is )?denied|you have been blocked|errors\.edgesuite\.net|reference #[\d.]+|"
     r"request (?:has been |was )?(?:blocked|rejected)|sorry, you have been blocked|your ip (?:address )?has been|too many requests|"
     r"the owner of this website .{0,60}has banned|incident id:? ?\d"),
    ("login", r"(?:sign in|log in|join|sign up)(?: now)? to (?:view|see|continue|apply|read)|you must be logged in|please (?:log|sign) in to|"
     r"agree (?:&|and) join linkedin|create (?:an )?account to (?:view|see)"),
    ("gone", r"(?:could ?n.t|can.t|could not|cannot|unable to) (?:find|locate) (?:the |that |this |your )?(?:page|job|position|posting|listing)|(?:page|job) (?:you.re|you are|you were) looking for (?:is|was|does|has|could)"),
    ("error", r"this page (?:isn.t|is not) (?:working|available)|something went wrong\W|internal server error|service (?:is )?temporarily unavailable|"
     r"502 bad gateway|503 service|504 gateway|an unexpected error (?:has )?occurred"),
)  # fmt: skip
_ABROAD: dict[Kind, str] = {
    "challenge": r"(?:ein|kein) (?:mensch|roboter) (?:bist|sind)|du ein mensch bist|sicherheitsüberprüfung|ob die verbindung sicher|javascript und cookies, um|javascript et les cookies pour|(?:vous êtes|que vous êtes) (?:bien )?(?:un )?humain|"
    r"pas un robot|vérification de sécurité|no (?:eres|es|soy) un robot|(?:eres|es) (?:un )?humano|(?:comprobación|verificación) de seguridad|habilita javascript|não (?:é|sou) um robô|verificação de segurança|"
    r"(?:sei|sia) umano|non (?:sei|sono) un robot|verifica di sicurezza|geen robot|een mens bent|nie jesteś robotem|robot olmadığınız|не робот|проверка безопасности|ロボットではありません|人間であること|セキュリティ(?:チェック|確認)|"
    r"不是机器人|人机验证|安全验证|로봇이 아닙니다|보안 확인|रोबोट नहीं|robot or human|enable js and disable any ad blocker|(?:hold|press) the button to confirm",
    "denied": r"zugriff (?:wurde )?verweigert|keine berechtigung|(?:wurdest|wurden|wurde) (?:leider )?(?:gesperrt|blockiert)|zu viele anfragen|accès (?:refusé|interdit)|adresse ip a été|vous avez été bloqué|trop de requêtes|(?:acceso|acesso) (?:denegado|negado)|"
    r"no (?:tiene|tienes) permiso|(?:has|ha) sido bloquead|você foi bloquead|demasiadas solicitudes|muitas solicitações|accesso negato|toegang geweigerd|åtkomst nekad|adgang nægtet|odmowa dostępu|erişim engellendi|доступ (?:запрещ|огранич)|"
    r"アクセスが(?:拒否|制限)|权限访问|访问被(?:拒绝|阻止)|접근이 (?:거부|제한)|पहुँच अस्वीकृत|you are unable to access",
    "login": r"(?:melde dich|melden sie sich|logge dich|loggen sie sich) (?:bitte )?(?:an|ein)\b|(?:anmelden|einloggen), um|connectez-vous pour|identifiez-vous|vous devez être connecté|(?:inicia|iniciar|inicie) sesión para|debes iniciar|faça login|"
    r"inicie (?:a )?sessão|accedi per|effettua (?:il login|l.accesso)|log in om|logga in för|log ind for|logg inn for|zaloguj się|войдите|giriş yap|ログイン(?:して|が必要)|请(?:先)?登录|로그인(?:이 필요|하세요|해)|लॉग ?इन करें",
    "gone": r"seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|página no encontrada|página não encontrada|pagina (?:non trovata|niet gevonden)|sidan (?:hittades inte|finns inte)|siden (?:blev ikke fundet|finnes ikke)|"
    r"strona nie (?:została )?znalezion|sayfa bulunamadı|страница не найдена|ページが(?:見つかりません|存在しません)|お探しのページ|页面(?:不存在|未找到)|페이지를 찾을 수 없|पेज नहीं मिला",
    "error": r"interner serverfehler|ein fehler (?:ist )?aufgetreten|wartungsarbeiten|une erreur (?:est survenue|s.est produite)|erreur interne|maintenance en cours|(?:se ha producido|ha ocurrido|ocurrió) un error|en mantenimiento|ocorreu um erro|"
    r"em manutenção|si è verificato un errore|errore del server|in manutenzione|er is (?:een fout|iets mis)|ett fel (?:har )?(?:inträffa|uppst)|der er (?:sket|opstået) en fejl|wystąpił błąd|bir hata oluştu|произошла ошибка|エラーが発生|メンテナンス中|系统(?:错误|维护)|오류가 발생|त्रुटि",
}
REASONS: dict[Kind, str] = {
    "challenge": "The site asked for a check that a person is there.",
    "denied": "The site refused to show the page.",
    "login": "The page asks you to log in.",
    "gone": GONE,
    "error": "The site answered with an error page.",
    "empty": "There is almost no text on this page; it may not have finished loading.",
}
TITLES: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _TITLES
)
BODIES: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(f"{pattern}|{_ABROAD[kind]}", re.IGNORECASE)) for kind, pattern in _BODIES
)
CLOSED = re.compile(
    r"(?:this|the) (?:job|position|posting|vacancy|role|opening|listing|requisition|job posting|job listing|job advert)(?: \w+){0,3} "
    r"(?:(?:is|has|was)(?: now| been| already| since| currently)* (?:no longer (?:available|active|open|accepting|posted|online|exists?|listed|being advertised)|closed(?! to\b)|expired|filled|"
    r"removed|unpublished|archived|deactivated|inactive|taken down|(?:temporarily )?(?:not |un)available|withdrawn|cancelled)|no longer (?:exists?|accepts?)|(?:does ?n.t|does not) exist(?: any ?more)?)|"
    r"no longer accepting applications|applications? (?:for this (?:job|position|role) )?(?:are|is|have|has)(?: now| been)? closed|"
    r"(?:job|position|posting|vacancy) (?:you(?:'re| are) (?:looking for|trying to view|seeking)|you requested)(?: \w+){0,4} (?:no longer|not|closed|could not)|"
    r"sorry,? (?:but )?(?:this|the) (?:job|position|posting|vacancy)(?: \w+){0,4} (?:no longer|expired|closed|filled|been)|"
    r"(?:stelle|stellenanzeige|stellenangebot|job|position|ausschreibung) (?:ist|wurde) (?:leider |inzwischen |bereits )*(?:nicht mehr|besetzt|abgelaufen|geschlossen|vergeben|deaktiviert)|nicht mehr verfügbar|die bewerbungsfrist (?:ist|war) (?:leider )?(?:bereits )?(?:abgelaufen|vorbei)|"
    r"(?:applications? (?:closed|are closed|have closed)|the (?:closing date|application deadline|deadline)(?: for (?:this|the) \w+)? has (?:now )?passed)|"
    r"(?:offre|annonce|poste)(?: \w+){0,3} (?:n['’](?:est|existe) plus|a (?:déjà |malheureusement )?(?:expiré|été (?:pourvue?|clôturée?|retirée?|supprimée?))|est (?:désormais |déjà )?(?:expirée?|pourvue?|clôturée?|fermée?))|candidatures? (?:sont |est )?(?:désormais )?(?:closes?|clôturées?)|"
    r"(?:oferta|vacante|vaga|puesto|anuncio|anúncio|inscripci[oó]n|inscrições)(?: \w+){0,3} (?:ya no|ha caducado|ha sido (?:cerrada|cubierta)|está (?:cerrad[ao]|caducad[ao]|encerrad[ao]|preenchid[ao])|ha expirado|encerradas?|expirou|foi (?:encerrad|preenchid)[ao]|não está mais)|proceso (?:de selección )?(?:ha )?finalizado|"
    r"(?:annuncio|offerta|posizione|selezione)(?: \w+){0,3} (?:non è più|è (?:stat[oa] )?(?:scadut|chius|rimoss)[oa])|candidature (?:sono )?chiuse|"
    r"vacature (?:is|werd)(?: \w+){0,2} (?:niet (?:meer|langer)|gesloten|verlopen|vervuld)|(?:annonsen|tjänsten|jobbet|ansökningstiden)(?: \w+){0,2} (?:upphört|borttagen|gått ut|tillsatt|inte längre|stängd)|"
    r"(?:stillingen|jobbet|annoncen|annonsen|ansøgningsfristen|søknadsfristen)(?: \w+){0,2} (?:besat|besatt|udløbet|utløpt|ikke længere|ikke lenger|gått ut|lukket)|(?:ilmoitus|työpaikka|haku|hakuaika)(?: \w+){0,2} (?:päättynyt|sulkeutunut|ei ole enää)|"
    r"(?:oferta|ogłoszenie|rekrutacja)(?: \w+){0,3} (?:wygasł[ao]|nieaktualn[ea]|nieaktywn[ea]|został[ao] zakończon[ao])|(?:ilan|pozisyon|başvuru\w*)(?: \w+){0,3} (?:kapatıl|kapan|yayından kald|sona er)\w*|(?:nabídka|pozice|inzerát)(?: \w+){0,3} (?:již není|není již|byla obsazena|expiroval)|"
    r"(?:вакансия|вакансія|объявление)(?: \w+){0,2} (?:закрыта|в архиве|неактивна|снят[ао]|неактуальна)|(?:募集|受付|掲載(?:期間)?|応募)(?:は|を|が)?(?:すでに|既に)?終了(?!日|予定|まで|時|後|次第)|募集(?:は|を)?締め?切|(?:公開|掲載)(?:は|が|を)?(?:停止|されていません)|"
    r"(?:职位|職位|招聘|岗位)[^\n。]{0,6}已(?:经)?(?:关闭|關閉|下线|过期|结束|停止|招满)|(?:채용|모집|공고)[^\n.]{0,6}(?:마감|종료)(?:되었|됐|된|되어)|(?:नौकरी|पद|विज्ञापन|भर्ती)[^\n।]{0,20}(?:उपलब्ध नहीं|बंद (?:हो|कर)|समाप्त हो)|jobbet är inte längre|job has expired|"
    r"^(?:expired|closed|position filled|job closed|job expired)$",
    re.IGNORECASE | re.MULTILINE,
)
CONDITION = re.compile(
    r"\b(?:until|till|once|when|if|after|before|unless|as soon as|bis|sobald|wenn|jusqu|hasta|cuando|quand|lorsque|dès que|in case|falls|sollte|quando|assim que|non appena|appena|så snart|zodra|als|när|når|dopóki|jakmile)\b[^.\n]*$|(?:次第|場合|まで)[^。\n]*$",
    re.IGNORECASE,
)
