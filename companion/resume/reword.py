"""Rewording with a language model, one sentence at a time. The model proposes, the claim gate decides, and whatever it
stops is replaced by the person's own words and reported.
"""

from typing import Protocol, TypeVar

import msgspec

from companion.errors import ModelError
from companion.matching import recognise
from companion.model.facts import facts
from companion.model.profile import Fact, Profile
from companion.model.resume import Entry, Line, Rejected, Resume, ResumeSection
from companion.prompts import Prompt, prompt
from companion.resume.ground import check
from companion.resume.habits import habits
from companion.resume.tailor import fits_as_before
from companion.resume.voice import faults, spelled_as, takes_the_floor

T = TypeVar("T")
_REWORDED = frozenset({"summary", "work", "projects", "volunteer"})
_PATIENCE = 2
"""Failed calls in a row after which the model is left alone."""
_TIMEOUT = 60.0
_MOST_TERMS = 25


class Model(Protocol):
    """What is needed of a language model (`companion.net.ollama.Model` has it). Raises ModelError."""

    async def structured(
        self, prompt: str, schema: type[T], *, system: str = "", timeout: float | None = None
    ) -> T: ...


class Reworded(msgspec.Struct, frozen=True, kw_only=True):
    """One proposal: the sentence, and the paths of the facts it rests on."""

    sentence: str
    facts: list[str]


async def reword(resume: Resume, profile: Profile, description: str, model: Model) -> Resume:
    """`resume` with summary and bullets reworded where the gate lets them pass. Never raises for what a model does.

    Of the posting's `description` only the names of known skills reach the model: page text is no instruction.
    """
    every, habit = facts(profile), habits(profile).spelling
    terms = list(dict.fromkeys(mention.name for mention in recognise(description)))[:_MOST_TERMS]
    rejected: list[Rejected] = list(resume.rejected)
    failures = 0
    sections: list[ResumeSection] = []
    for section in resume.sections:
        entries: list[Entry] = []
        for entry in section.entries:
            lines: list[Line] = []
            for line in entry.lines:
                cited = [every[path] for path in line.facts if path in every]
                if section.kind not in _REWORDED or failures >= _PATIENCE or not cited or len(line.text.split()) < 4:
                    lines.append(line)
                    continue
                try:
                    asked = _prompt(line, cited, entry, terms)
                    proposal = await model.structured(asked.text, Reworded, system=asked.system, timeout=_TIMEOUT)
                    failures = 0
                except (ModelError, TimeoutError):
                    failures += 1
                    lines.append(line)
                    continue
                lines.append(_judged(line, proposal, cited, profile, habit, rejected))
            entries.append(msgspec.structs.replace(entry, lines=tuple(lines)))
        sections.append(msgspec.structs.replace(section, entries=tuple(entries)))
    reworded = msgspec.structs.replace(resume, sections=tuple(sections), rejected=tuple(rejected))
    return fits_as_before(reworded, resume)


def _prompt(line: Line, cited: list[Fact], entry: Entry, terms: list[str]) -> Prompt:
    about = " · ".join(part for part in (entry.heading, entry.subheading) if part)
    return prompt("reword", facts=cited, about=about, words=terms, sentence=line.text)


def _judged(
    line: Line, proposal: Reworded, cited: list[Fact], profile: Profile, habit: str, rejected: list[Rejected]
) -> Line:
    """The proposal where it is supported, in this person's voice and cites what it was given; else the line as it
    was.
    """
    own = line.original or line.text
    proposed = spelled_as(" ".join(proposal.sentence.split()), own, habit)
    if not proposed or proposed == line.text:
        return line
    reasons = list(check(proposed, cited, profile))
    reasons += faults(proposed, own)
    if takes_the_floor(proposed, own):
        reasons.append("it changes who speaks")
    if unknown := set(proposal.facts) - {fact.path for fact in cited}:
        reasons.append(f"it cites {len(unknown)} facts it was not given")
    if reasons:
        rejected.append(Rejected(proposed=proposed[:2_000], kept=line.text, reasons=tuple(r[:900] for r in reasons)))
        return line
    return Line(text=proposed, facts=line.facts, own=False, original=own)
