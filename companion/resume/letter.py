"""Cover letters from the person's own sentences: short, about what this posting asks for, absent rather than filler.

Each sentence about the person is one of their bullets, told in the first person and passed by the claim gate; what is
said of the employer is only what the posting says. Outside English the bullets stand word for word.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

import msgspec
from babel.dates import format_date

from companion.errors import ModelError
from companion.intake.identity import without_genders
from companion.matching import recognise
from companion.model.document import new_id, now
from companion.model.facts import facts
from companion.model.match import Match
from companion.model.posting import Posting, Requirements
from companion.model.profile import Fact, Profile
from companion.model.resume import Letter, Line, Paper, Rejected, Template
from companion.prompts import prompt
from companion.resume.base import contact
from companion.resume.courtesies import COURTESIES, Courtesies
from companion.resume.ground import check
from companion.resume.ground.verbs import is_verbal
from companion.resume.personas import Choice
from companion.resume.relevance import Relevance, relevance
from companion.resume.reword import Model, Reworded
from companion.resume.voice import faults
from companion.resume.wording import file_name, language_of

_ENOUGH = 2
"""Sentences that meet what the posting asks for; with fewer there is no letter worth sending."""
_WEIGHT = 3.0
"""What those sentences must weigh together: as much as one skill the posting requires, or six of its words."""
_MOST = 4


def write_letter(
    profile: Profile,
    posting: Posting,
    requirements: Requirements,
    match: Match | None,
    *,
    paper: Paper = "a4",
    template: Template = "classic",
    description: str = "",
    created_at: datetime | None = None,
) -> Letter | None:
    """A letter for `posting` in the profile's language, or None where it says too little about what is asked for, or
    says it in a language that has no courtesies here.
    """
    language = language_of(" ".join(f.text for p, f in facts(profile).items() if "/highlights/" in p))
    words = COURTESIES.get(language)
    if words is None:
        return None
    chosen = _chosen(profile, relevance(posting, requirements, match, description), words)
    if len(chosen) < _ENOUGH or not profile.basics.name:
        return None
    made = created_at or now()
    company, title = posting.company, without_genders(posting.title)
    opening = words.opening.format(title=title, at=words.at.format(company=company) if company else "")
    return Letter(
        id=new_id(),
        profile_id=profile.id,
        profile_version=profile.version,
        persona=profile.persona,
        posting_id=posting.id,
        name=profile.basics.name,
        contact=contact(profile, language),
        recipient=company,
        date=format_date(made, format="long", locale=words.locale),
        subject=words.subject.format(title=title)[:1_000],
        greeting=words.greeting.format(company=company) if company else words.nobody,
        paragraphs=(
            (Line(text=opening, facts=()),),
            (_lead(chosen, requirements, words), *chosen),
            (Line(text=words.closing, facts=()),),
        ),
        closing=words.regards,
        template=template,
        paper=paper,
        file_name=file_name(profile.basics.name, company, words.file),
        language=language,
        created_at=made,
    )


async def reword_letter(letter: Letter, profile: Profile, model: Model) -> Letter:
    """`letter` with its sentences about the person reworded where the gate lets them pass. Never raises for a model."""
    every = facts(profile)
    rejected = list(letter.rejected)
    paragraphs: list[tuple[Line, ...]] = []
    alive = True
    for paragraph in letter.paragraphs:
        lines: list[Line] = []
        for line in paragraph:
            cited = [every[path] for path in line.facts if path in every]
            if not cited or not alive:
                lines.append(line)
                continue
            asked = prompt("letter", facts=cited, sentence=line.text)
            try:
                proposal = await model.structured(asked.text, Reworded, system=asked.system, timeout=60.0)
            except (ModelError, TimeoutError):
                alive = False
                lines.append(line)
                continue
            proposed = " ".join(proposal.sentence.split())
            reasons = [*check(proposed, cited, profile), *faults(proposed, line.text)]
            if reasons and proposed != line.text:
                rejected.append(
                    Rejected(proposed=proposed[:2_000], kept=line.text, reasons=tuple(r[:900] for r in reasons))
                )
            lines.append(line if reasons else Line(text=proposed, facts=line.facts, own=False, original=line.text))
        paragraphs.append(tuple(lines))
    return msgspec.structs.replace(letter, paragraphs=tuple(paragraphs), rejected=tuple(rejected))


def letter_text(letter: Letter) -> str:
    """The letter as plain text, as pasted into a form: without letterhead."""
    body = "\n\n".join(" ".join(line.text for line in paragraph) for paragraph in letter.paragraphs)
    return f"{letter.greeting}\n\n{body}\n\n{letter.closing}\n{letter.name}\n"


def _chosen(profile: Profile, measure: Relevance, words: Courtesies) -> list[Line]:
    """The bullets that say most about what is asked, told in the first person, at most two an entry."""
    ranked: list[tuple[float, int, Line, str]] = []
    for n, (line, entry) in enumerate(_sentences(profile, words)):
        weight = measure.of(line)
        if weight >= 1:
            ranked.append((-weight, n, line, entry))
    out: list[tuple[int, Line]] = []
    taken: dict[str, int] = {}
    for _, n, line, entry in sorted(ranked, key=lambda item: item[:2]):
        if taken.get(entry, 0) < 2 and len(out) < _MOST:
            taken[entry] = taken.get(entry, 0) + 1
            out.append((n, line))
    chosen = [line for _, line in sorted(out, key=lambda item: item[0])]
    if sum(map(measure.of, chosen)) < _WEIGHT:
        return []
    return [chosen[0], *(_there(a, b, words) for a, b in pairwise(chosen))] if chosen else []


def _there(before: Line, line: Line, words: Courtesies) -> Line:
    """A second sentence about one employer does not name it again."""
    if words.again and before.facts[1:] == line.facts[1:]:
        text = re.sub(r"^.*?\s?:\s", "", line.text, count=1).removesuffix(".")
        return Line(text=words.again.format(text=text), facts=line.facts)
    same = before.facts[-1] == line.facts[-1] and line.facts[-1].endswith("/name")
    return Line(text=re.sub(r"^(?:At|For) .+?, I ", "There I also ", line.text), facts=line.facts) if same else line


def _sentences(profile: Profile, words: Courtesies) -> Iterator[tuple[Line, str]]:
    every, choice = facts(profile), Choice(profile)
    entries = [
        *((path, one.name, one.highlights, "At", words.said) for path, one in choice.of("work", profile.work)),
        *((path, one.name, one.highlights, "For", words.made) for path, one in choice.of("projects", profile.projects)),
    ]
    for entry, name, highlights, joins, said in entries:
        for path, text in choice.of(f"{entry}/highlights", highlights):
            if path not in every or (not name and (said or joins == "For")):
                continue
            cited = (path, f"{entry}/name") if name else (path,)
            if said:
                if not re.search(r"[.;:]\s", text):  # word for word: nothing for the gate to judge
                    told = said.format(company=name, text=" ".join(text.split()).rstrip(". "))
                    yield Line(text=told, facts=cited), entry
                continue
            told = _first_person(text)
            sentence = f"{joins} {name}, I {told}" if name else f"I {told}"
            if told and not check(sentence, [every[path], *_head(every, entry)], profile):
                yield Line(text=sentence, facts=cited), entry


def _head(every: dict[str, Fact], entry: str) -> list[Fact]:
    return [every[path] for path in (f"{entry}/name",) if path in every]


def _first_person(text: str) -> str:
    """`Built the service` → `built the service.`; empty where it does not begin with what was done."""
    text = " ".join(text.split()).rstrip(". ")
    first = re.match(r"[^\W\d_]+", text)
    if not first or not is_verbal(first[0]) or first[0].casefold().endswith("ing") or re.search(r"[.;:]\s", text):
        return ""
    return f"{text[0].lower()}{text[1:]}."


def _lead(chosen: list[Line], requirements: Requirements, words: Courtesies) -> Line:
    """What the posting asks for, where every one of the chosen sentences shows some of it."""
    shown = [{mention.name.casefold() for mention in recognise(line.text)} for line in chosen]
    wanted = [r.name for r in requirements.requirements if r.kind == "skill" and not r.negated]
    asked = list(dict.fromkeys(name for name in wanted if any(name.casefold() in names for names in shown)))[:4]
    if not asked or any(names.isdisjoint(name.casefold() for name in asked) for names in shown):
        return Line(text=words.told, facts=())
    listed = asked[0] if len(asked) == 1 else ", ".join(asked[:-1]) + words.joint + asked[-1]
    return Line(text=words.asked.format(skills=listed, them=words.it if len(asked) == 1 else words.them), facts=())
