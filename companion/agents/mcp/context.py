"""What an assistant may read without a tool, and the prompts. Contact data and sensitive facts stay at home."""

import heapq

import msgspec
from mcp.server.mcpserver import MCPServer

from companion.agents.mcp.applying import shown
from companion.agents.mcp.jobs import short
from companion.agents.mcp.shapes import detail
from companion.agents.scoring import ranks
from companion.agents.services import Services
from companion.privacy.audit import record

JSON = "application/json"
TOLD = ("work", "education", "skills", "projects", "certificates", "languages", "publications", "awards")
"""Parts of the profile that the resource gives."""
_MOST = 200


def add_resources(server: MCPServer, services: Services) -> None:
    """Register the resources."""
    store = services.store

    @server.resource("sincerely://profile", mime_type=JSON, description="Work, education and skills.")
    def profile() -> str:
        """Contact data, protected characteristics and application facts stay at home."""
        known = services.search.profile()
        record(store, "read", "Profile given to an agent", who="mcp", facts=TOLD)
        return msgspec.json.encode({name: getattr(known, name) for name in TOLD} if known else {}).decode()

    @server.resource("sincerely://postings", mime_type=JSON, description="The best matching jobs, at most 200.")
    def postings() -> str:
        order = ranks(store)
        found = (one.id for one in services.search.catalogue.lines() if not one.dismissed)
        best = heapq.nlargest(_MOST, found, key=lambda one: order.get(one, -1.0))
        return msgspec.json.encode([short(services, one) for one in best]).decode()

    @server.resource("sincerely://postings/{posting_id}", mime_type=JSON, description="One job.")
    def posting(posting_id: str) -> str:
        return msgspec.json.encode(detail(services.search.view(posting_id))).decode()

    @server.resource(
        "sincerely://resumes/{resume_id}", mime_type=JSON, description="A resume version, without contact."
    )
    def resume(resume_id: str) -> str:
        known = store.resumes.get(resume_id)
        record(store, "read", "Resume given to an agent", who="mcp", subject=resume_id)
        return msgspec.json.encode(known.sections).decode()

    @server.resource("sincerely://applications", mime_type=JSON, description="The newest applications, at most 200.")
    def applications() -> str:
        newest = sorted(store.applications.where(), key=lambda one: one.created_at, reverse=True)[:_MOST]
        return msgspec.json.encode([shown(services, one) for one in newest]).decode()


def add_prompts(server: MCPServer) -> None:
    """Register the prompts."""

    @server.prompt(description="Look back on the week and plan the next.")
    def weekly_review() -> str:
        return (
            "Use list_applications and insights for the last 7 days. Say what was sent, what was answered, what waits "
            "for me, and propose at most three next steps. Give numbers with their n; say when there is too little."
        )

    @server.prompt(description="Prepare for an interview.")
    def interview_preparation(posting_id: str) -> str:
        return (
            f"Use explain_match for {posting_id} and the profile resource. List likely questions, and for each the "
            "facts of my own profile that answer it. Do not add experience I do not have."
        )
