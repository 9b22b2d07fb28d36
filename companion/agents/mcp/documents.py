"""MCP tools about documents: tailor a resume, check it as an application system reads it, write a letter."""

import asyncio

from mcp.server.mcpserver import Context, MCPServer

from companion.agents.mcp.following import follow, told
from companion.agents.mcp.jobs import READ, WRITE
from companion.agents.mcp.shapes import LetterInfo, ResumeCheck, ResumeInfo, resume_check, resume_info
from companion.agents.services import Services
from companion.errors import SincerelyError
from companion.model.run import Run
from companion.resume import letter_text, read_back

_WAIT = 300.0


def add_documents(server: MCPServer, services: Services) -> None:
    """Register the tools."""
    store = services.store

    @server.tool(annotations=WRITE, description="Tailor the resume to a job. Only the person's own facts are used.")
    async def tailor_resume(posting_id: str, ctx: Context, persona: str = "") -> ResumeInfo:
        async with told():
            posting = store.postings.get(posting_id)
            if persona and persona != posting.persona:
                await asyncio.to_thread(services.search.scoring.pick, posting_id, persona)
            run = await services.work.start("tailor", {"posting_id": posting_id})
            done = _result(await follow(services, run, ctx, "Tailoring", _WAIT), "resume_id")
            return resume_info(store.resumes.get(done))

    @server.tool(annotations=READ, description="What an applicant tracking system reads out of a tailored resume.")
    async def check_resume(resume_id: str) -> ResumeCheck:
        async with told():
            resume = store.resumes.get(resume_id)
            wanted = store.requirements.find(resume.posting_id) if resume.posting_id else None
            return resume_check(await asyncio.to_thread(read_back, store.blobs.get(resume.pdf), resume, wanted))

    @server.tool(annotations=WRITE, description="Write a cover letter from the person's own sentences, where they do.")
    async def write_letter(posting_id: str, ctx: Context) -> LetterInfo:
        async with told():
            store.postings.get(posting_id)
            run = await services.work.start("letter", {"posting_id": posting_id})
            done = _result(await follow(services, run, ctx, "Writing", _WAIT), "letter_id")
            if not done:
                return LetterInfo(letter_id="", text="")
            letter = store.letters.get(done)
            body = letter_text(letter).rpartition("\n" + letter.name)[0]
            return LetterInfo(letter_id=done, text=body, rejected=[one.proposed for one in letter.rejected])


def _result(run: Run, name: str) -> str:
    """A value of an ended run's result. Raises SincerelyError with the reason where it did not come to one."""
    if run.state == "done":
        return str(run.result.get(name, ""))
    raise SincerelyError(run.error or f"It is {run.state}.", "It is under Activity in the dashboard.")
