"""What an application leaves on paper: its sealed receipt, the files that were sent, the screenshots."""

from litestar import Response, get
from litestar.di import NamedDependency
from litestar.params import FromPath

from companion.agents import Services
from companion.errors import NotFound
from companion.web.files import Download, download


@get("/attempts/{attempt_id:str}/receipt", sync_to_thread=False)
def receipt(attempt_id: FromPath[str], services: NamedDependency[Services]) -> Response[bytes]:
    """The sealed receipt as a file that `sincerely receipt verify` checks, anywhere."""
    one = services.store.attempts.get(attempt_id)
    if not one.receipt:
        raise NotFound("There is no receipt for this attempt.", "One is sealed when the outcome is known.")
    data = services.store.blobs.get(one.receipt)
    return download(Download(data, f"receipt-{attempt_id[:8]}.json", "application/json"))


@get("/attempts/{attempt_id:str}/receipt.pdf", sync_to_thread=True)
def receipt_pdf(attempt_id: FromPath[str], services: NamedDependency[Services]) -> Response[bytes]:
    """The receipt as a person reads it."""
    one = services.store.attempts.get(attempt_id)
    if not one.receipt:
        raise NotFound("There is no receipt for this attempt.", "One is sealed when the outcome is known.")
    from companion.apply.receipt_pdf import readable  # late: the companion starts without what sets type

    blobs = services.store.blobs
    data = readable(blobs.get(one.receipt), {shot: blobs.get(shot) for shot in one.screenshots if blobs.has(shot)})
    return download(Download(data, f"receipt-{attempt_id[:8]}.pdf", "application/pdf"))


@get("/files/{sha256:str}", sync_to_thread=False)
def file(sha256: FromPath[str], services: NamedDependency[Services]) -> Response[bytes]:
    """A resume, a sent file or a screenshot. Blobs that nothing shown names are not handed out."""
    store = services.store
    resume = next(iter(store.resumes.where(lambda one: one.pdf == sha256)), None) if sha256 else None
    if resume is not None:
        return download(Download(store.blobs.get(sha256), resume.file_name or "resume.pdf", "application/pdf"))
    letter = next(iter(store.letters.where(lambda one: one.pdf == sha256)), None) if sha256 else None
    if letter is not None:
        return download(Download(store.blobs.get(sha256), letter.file_name or "letter.pdf", "application/pdf"))
    for each in store.attempts.where(
        lambda one: sha256 in one.screenshots or any(f.sha256 == sha256 for f in one.files)
    ):
        if sha256 in each.screenshots:
            return download(Download(store.blobs.get(sha256), "screenshot.jpg", "image/jpeg"))
        sent = next(one for one in each.files if one.sha256 == sha256)
        kind = "application/pdf" if sent.name.lower().endswith(".pdf") else "application/octet-stream"
        return download(Download(store.blobs.get(sha256), sent.name, kind))
    if store.notices.where(lambda one: one.link == f"/files/{sha256}"):  # what a drifted form asks
        return download(Download(store.blobs.get(sha256), "questions.json", "application/json"))
    raise NotFound("There is no such file.")


paper_pages = (receipt, receipt_pdf, file)
