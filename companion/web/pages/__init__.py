"""The dashboard, rendered on the server. Every page reads without JavaScript; every change is a form that is posted."""

from companion.web.pages.activity import activity_pages
from companion.web.pages.answers import answer_pages
from companion.web.pages.applications import application_pages
from companion.web.pages.entry import entry_pages
from companion.web.pages.exports import export_pages
from companion.web.pages.health import health_pages
from companion.web.pages.heard import heard_pages
from companion.web.pages.history import history_pages
from companion.web.pages.insights import insight_pages
from companion.web.pages.job import job_pages
from companion.web.pages.jobs import jobs_pages
from companion.web.pages.live import live_pages
from companion.web.pages.notes import note_pages
from companion.web.pages.order import order_pages
from companion.web.pages.pairing import pairing_pages
from companion.web.pages.papers import paper_pages
from companion.web.pages.personas import persona_pages
from companion.web.pages.privacy import privacy_pages
from companion.web.pages.profile import profile_pages
from companion.web.pages.resumes import resume_pages
from companion.web.pages.review import review_pages
from companion.web.pages.searches import search_pages
from companion.web.pages.settings import settings_pages
from companion.web.pages.today import today_pages
from companion.web.pages.told import told_pages
from companion.web.pages.welcome import welcome_pages

PAGE_HANDLERS = (
    *entry_pages,
    *live_pages,
    *today_pages,
    *welcome_pages,
    *jobs_pages,
    *order_pages,
    *job_pages,
    *application_pages,
    *heard_pages,
    *note_pages,
    *paper_pages,
    *profile_pages,
    *review_pages,
    *persona_pages,
    *history_pages,
    *settings_pages,
    *told_pages,
    *pairing_pages,
    *search_pages,
    *resume_pages,
    *export_pages,
    *privacy_pages,
    *insight_pages,
    *health_pages,
    *answer_pages,
    *activity_pages,
)

__all__ = ["PAGE_HANDLERS"]
