"""Walls, errors and closed jobs are never a posting; ordinary pages with a captcha on them are."""
# ruff: noqa: E501  (made-up pages and tables read better unbroken)

import pytest

from companion.errors import BadInput, TooLarge, Unreadable
from companion.intake import read
from tests.unit.intake.pages import TEXT, ld, page, posting

WALLS = [
    ("Just a moment...", "<h1>jobs.example.com</h1><p>Verify you are human by completing the action below.</p>", "check"),
    ("Security Check - Example", "<p>Additional Verification Required</p>", "check"),
    ("Attention Required! | Cloudflare", "<p>Sorry, you have been blocked</p>", "check"),
    ("Access Denied", "<p>You don't have permission to access this page. Reference #18.2f</p>", "refused"),
    ("Blocked - Example.com", "<p>Request Blocked</p>", "refused"),
    ("403 Forbidden", "<center>nginx</center>", "refused"),
    ("", "<p>Too many requests. Slow down.</p>", "refused"),
    ("", "<p>Our systems have detected unusual traffic from your computer network.</p>", "check"),
    ("Sign Up | LinkedIn", "<h1>Join LinkedIn</h1><form><input type=password></form>", "log in"),
    ("Log In", "<form><input type='password' name=p></form>", "log in"),
    ("Careers", "<p>Please sign in to view this job.</p>", "log in"),
    ("404 - Page not found", "<p>Nothing here</p>", "not there"),
    ("Page not found", "<p>The page you were looking for does not exist.</p>", "not there"),
    ("Seite nicht gefunden", "<p>Leider</p>", "not there"),
    ("502 Bad Gateway", "<p>nginx</p>", "error"),
    ("Careers", "<p>Something went wrong. Try again.</p>", "error"),
    ("", "", "almost no text"),
    ("Loading", "<div id=app></div>", "almost no text"),
]  # fmt: skip

ABROAD = [
    ("Bist du ein Mensch?", "<p>Bitte bestätige, dass du ein Mensch bist. Ray-ID 8d9f</p>", "check"),
    ("Sicherheitsüberprüfung", "<p>Wir prüfen, ob die Verbindung sicher ist.</p>", "check"),
    ("Nur einen Moment…", "<p>Aktiviere JavaScript und Cookies, um fortzufahren</p>", "check"),
    ("Vérification de sécurité", "<p>Vérifiez que vous êtes humain en effectuant l’action ci-dessous.</p>", "check"),
    ("Un instant…", "<p>Activez JavaScript et les cookies pour continuer</p>", "check"),
    ("Comprobación de seguridad", "<p>Confirma que no eres un robot para continuar.</p>", "check"),
    ("Verificação", "<p>Confirme que você não é um robô.</p>", "check"),
    ("しばらくお待ちください...", "<p>人間であることを確認します。</p>", "check"),
    ("", "<p>私はロボットではありません</p>", "check"),
    ("Zugriff verweigert", "<p>Sie haben keine Berechtigung, auf diese Seite zuzugreifen.</p>", "refused"),
    ("Accès refusé", "<p>Votre adresse IP a été bloquée.</p>", "refused"),
    ("Acceso denegado", "<p>No tiene permiso para acceder.</p>", "refused"),
    ("Acesso negado", "<p>Você foi bloqueado.</p>", "refused"),
    ("アクセスが拒否されました", "<p>このページを表示する権限がありません。</p>", "refused"),
    ("Zu viele Anfragen", "<p>Bitte versuchen Sie es später erneut.</p>", "refused"),
    ('Accedi', '<form><input type="email"><input type="password"></form>', "log in"),
    ('Einloggen | Jobportal', '<p>Bitte melde dich an, um diese Stelle zu sehen.</p><form><input type="password"></form>', "log in"),
    ("Se connecter", "<p>Connectez-vous pour voir cette offre.</p>", "log in"),
    ("Inicia sesión", "<p>Inicia sesión para ver este empleo</p>", "log in"),
    ("ログイン", "<p>求人を見るにはログインしてください</p>", "log in"),
    ("Diese Stelle ist nicht mehr verfügbar", "<p>Schauen Sie sich unsere anderen offenen Stellen an.</p>", "not there|closed"),
    ("Offre pourvue", "<p>Cette offre n’est plus disponible. Découvrez nos autres offres.</p>", "not there|closed"),
    ("Oferta cerrada", "<p>Esta oferta ya no está disponible.</p>", "not there|closed"),
    ("Vaga encerrada", "<p>Esta vaga não está mais aceitando candidaturas.</p>", "not there|closed"),
    ("求人", "<p>この求人は募集を終了しました。</p>", "not there|closed"),
    ("", "<p>掲載期間が終了した求人です</p>", "not there|closed"),
    ("", "<p>यह नौकरी अब उपलब्ध नहीं है</p>", "not there|closed"),
    ("Annuncio scaduto", "<p>L’annuncio non è più disponibile.</p>", "not there|closed"),
    ("Vacature gesloten", "<p>Deze vacature is helaas niet meer beschikbaar.</p>", "not there|closed"),
    ("Oferta pracy", "<p>Ta oferta pracy wygasła.</p>", "not there|closed"),
    ("Tjänsten är borttagen", "<p>Annonsen har upphört att gälla.</p>", "not there|closed"),
    ("Stillingen er besat", "<p>Ansøgningsfristen er udløbet.</p>", "not there|closed"),
    ("Seite nicht gefunden", "<p>Hoppla, da ist etwas schiefgelaufen.</p>", "not there|closed"),
    ("Página no encontrada", "<p>Vaya</p>", "not there|closed"),
    ("ページが見つかりません", "<p>お探しのページは移動または削除された可能性があります。</p>", "not there|closed"),
    ("Interner Serverfehler", "<p>Es ist ein Fehler aufgetreten.</p>", "error"),
    ("Une erreur est survenue", "<p>Veuillez réessayer plus tard.</p>", "error"),
    ("Wartungsarbeiten", "<p>Wir sind gleich zurück.</p>", "error"),
    ("Errore del server", "<p>Si è verificato un errore</p>", "error"),
    ("Press and hold", "<p>Before we continue… Press &amp; Hold to confirm you are a human (and not a bot).</p>", "check"),
    ("example.com", "<p>Please enable JS and disable any ad blocker</p>", "check"),
    ("Sorry, you have been blocked", "<p>You are unable to access example.com</p>", "refused"),
    ("Robot or human?", "<p>Activate and hold the button to confirm that you’re human. Thank You!</p>", "check"),
]  # fmt: skip


@pytest.mark.parametrize(("title", "body", "reason"), ABROAD)
def test_walls_speak_many_languages(title: str, body: str, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        read(page(body, title=title))


@pytest.mark.parametrize(("title", "body", "reason"), WALLS)
def test_walls_are_refused_with_their_reason(title: str, body: str, reason: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read(page(body, title=title))
    assert reason in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503, 999])
def test_a_status_that_is_no_answer_is_refused(status: int) -> None:
    with pytest.raises(Unreadable):
        read(page(f"<h1>Engineer</h1><p>{TEXT}</p>", status=status))


def test_a_job_page_with_a_captcha_script_and_a_sign_in_link_is_a_job() -> None:
    prose = TEXT.replace("\n", "</p><p>")
    body = f"<nav><a>Sign in</a></nav><h1>Engineer</h1><p>{prose}</p><div class=g-recaptcha></div><p>Verify you are human</p>"
    head = "<script src=https://www.google.com/recaptcha/enterprise.js></script><script src=https://challenges.cloudflare.com/x.js></script>"
    assert read(page(body, head, title="Engineer - Larkspur")).posting.title == "Engineer"


CLOSED = [
    "This job is no longer available.", "Sorry, this position has been filled.", "The job you are looking for is no longer open.",
    "No longer accepting applications", "Applications for this job are closed.", "Diese Stelle ist leider nicht mehr verfügbar.", "Cette offre n'est plus disponible.",
    "Esta oferta ya no está disponible.", "This job posting has expired.", "This position has now been closed", "Vacature is gesloten",
    "L’annonce a été retirée.", "Die Stelle wurde bereits besetzt.", "Esta vaga foi preenchida.", "L’offerta è scaduta.", "この求人は募集を終了しました。", "该职位已关闭",
]  # fmt: skip


@pytest.mark.parametrize("words", CLOSED)
def test_a_closed_job_without_its_ad_is_refused_as_closed(words: str) -> None:
    with pytest.raises(Unreadable, match=r"closed|not there"):
        read(
            page(
                f"<h1>{words}</h1><p>See our other openings, and come back soon. {'We are a friendly place. ' * 20}</p>",
                title="Careers",
            )
        )


@pytest.mark.parametrize("words", CLOSED)
def test_a_closed_job_with_its_ad_is_a_closed_posting(words: str) -> None:
    assert read(page(f"<p>{words}</p><h1>Backend Engineer</h1>", ld(posting()))).posting.liveness == "closed"


@pytest.mark.parametrize(
    "words",
    [
        "Applications are accepted until the position is filled.",
        "We keep the ad online until this position has been filled.",
        "Once the requisition is closed we tell you.",
        "Sollte die Stelle besetzt sein, melden wir uns.",
        "Dès que l'offre est pourvue, nous prévenons chacun.",
        "採用が決まり次第、募集を終了しました旨をお知らせします。",
    ],
)
def test_the_ads_own_words_about_closing_do_not_close_it(words: str) -> None:
    assert (
        read(page(f"<p>{words}</p>", ld(posting(description=f"<p>{TEXT}</p><p>{words}</p>")))).posting.liveness
        == "open"
    )


@pytest.mark.parametrize(
    "body",
    [
        "<h1>How to write a cover letter</h1>" + "<p>Write it well and keep it short. People read many of them.</p>" * 10,
        "<h1>Our team</h1>" + "<p>We are forty people in two towns who like rivers.</p>" * 10,
        "<ul>" + "<li><a href=/1>A link</a></li>" * 100 + "</ul>",
    ],
)  # fmt: skip
def test_a_page_about_something_else_is_no_posting(body: str) -> None:
    with pytest.raises(Unreadable, match=r"no job ad|title"):
        read(page(body, title="Example"))


@pytest.mark.parametrize(
    "html", ["", "\x00\x01\x02", "{}", "%PDF-1.7", "<", "<!DOCTYPE html>", "plain words", "<html>" * 500]
)
def test_what_is_no_page_is_an_input_error(html: str) -> None:
    with pytest.raises(BadInput):
        read(page().__class__(url="https://x.example", html=html, captured_at=page().captured_at))


def test_a_page_over_ten_megabytes_is_too_large() -> None:
    with pytest.raises(TooLarge):
        read(page("x" * 10_000_001))
