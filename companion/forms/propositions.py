"""Options that say more than yes or no about the right to work ("Yes, but I will need sponsorship", "Not now, later").

Each option is read as claims (authorized, sponsorship now, sponsorship later) and held against the facts; it is chosen
only where every claim is known to be true and no other option could be.
"""

import re
from collections.abc import Sequence

import msgspec

from companion.forms.value import Missing
from companion.forms.words import fold, negated, stance
from companion.model.form import Option

Truth = bool | None
_SPONSOR = re.compile(r"\bsponsor|\bvisa support\b")
_AUTHORIZED = re.compile(r"\b(authori[sz]|eligible|right to work|permitted|legally|allowed|entitled)")
_NOW = re.compile(r"\b(now|currently|current|presently|today|immediately|at this time|at present)\b")
_LATER = re.compile(r"\b(future|later|eventually|down the line)\b")
_STATUS = re.compile(
    r"\b(citizens?|green card|permanent resident|h ?1 ?b|opt|cpt|ead|stem|f ?1|tn|visa holder|work visa|work permit|"
    r"permit|refugee|asylee|any employer|present employer|current employer|student)\b"
)
_ONLY_WITH = re.compile(
    r"\b(not|un|in)\b.*\bwithout\b.*\b(sponsor|visa)|\b(un|in)(authori|eligible).*\bwithout\b.*sponsor"
)
_CLAUSE = re.compile(
    r"[,;()–—]|\s-\s|\bbut\b|\bhowever\b|\band\b(?! (?:in )?(?:the )?(?:future|later))|\balthough\b", re.IGNORECASE
)
_HEDGE = re.compile(r"\b(not sure|unsure|maybe|depends|other|unknown|may|might|possibly)\b")


class Standing(msgspec.Struct, frozen=True, kw_only=True):
    """The facts for the country asked about; None is unknown."""

    authorized: Truth = None
    now: Truth = None
    later: Truth = None

    @property
    def ever(self) -> Truth:
        """Sponsorship now or later."""
        if True in (self.now, self.later):
            return True
        return None if None in (self.now, self.later) else False


class Claims(msgspec.Struct, frozen=True, kw_only=True):
    """What an option claims; None is silence. `unclear`: it claims something that no fact here can settle."""

    authorized: Truth = None
    now: Truth = None
    later: Truth = None
    ever: Truth = None
    unclear: bool = False

    @property
    def settles_time(self) -> bool:
        """It speaks of sponsorship by itself, whatever its leading yes or no."""
        return not (self.now is None and self.later is None)


def read(label: str, about_sponsorship: bool) -> Claims:
    """The claims of one option; `about_sponsorship`: the question is, so that "not now" speaks of it too."""
    claims = Claims(unclear=bool(_STATUS.search(fold(label)) or _HEDGE.search(fold(label))))
    sponsoring = about_sponsorship
    for clause in filter(fold, _CLAUSE.split(label)):
        folded = fold(clause)
        if stance(clause) in {"yes", "no"} and len(folded.split()) == 1:
            continue
        mentioned = bool(_SPONSOR.search(folded))
        sponsoring = sponsoring or mentioned
        denies = negated(clause) or folded.startswith(("no ", "not "))
        if _ONLY_WITH.search(folded):
            claims = msgspec.structs.replace(claims, now=True)  # "not eligible without sponsorship"
            continue
        if _AUTHORIZED.search(folded):
            if "without" in folded:
                flat = folded.replace("without", "")
                claims = msgspec.structs.replace(claims, authorized=True, unclear=claims.unclear or negated(flat))
            else:
                claims = msgspec.structs.replace(claims, authorized=not denies)
                denies = denies and not mentioned
        now, later = bool(_NOW.search(folded)), bool(_LATER.search(folded))
        if not (sponsoring and (mentioned or now or later)):
            continue
        if now and later:
            settled = {"now": False, "later": False} if denies else {"ever": True}
        elif now or later:
            settled = {"now" if now else "later": not denies}
        else:
            settled = {"ever": not denies}
        claims = msgspec.structs.replace(claims, **settled)
    return claims


def choose(truth: bool, standing: Standing, options: Sequence[Option], *, about_sponsorship: bool) -> int | Missing:
    """The index of the one option whose every claim is true; `truth` answers the question's own yes or no."""
    fitting: list[int] = []
    open_ones: list[int] = []
    for index, option in enumerate(options):
        claims = read(option.label, about_sponsorship)
        said = stance(option.label)
        if said == "decline" or (said == "other" and msgspec.structs.replace(claims, unclear=False) == Claims()):
            continue
        if stance(fold(option.label).split()[0]) == "other" and claims != Claims():
            said = "other"  # a sentence is what it claims, however it is negated
        checks = [
            (claims.authorized, standing.authorized),
            (claims.now, standing.now),
            (claims.later, standing.later),
            (claims.ever, standing.ever),
        ]
        if said in {"yes", "no"} and not (about_sponsorship and claims.settles_time):
            checks.append((said == "yes", truth))
        claimed = [(claim, fact) for claim, fact in checks if claim is not None]
        if any(fact is not None and claim != fact for claim, fact in claimed):
            continue
        (open_ones if claims.unclear or any(fact is None for _, fact in claimed) else fitting).append(index)
    if len(fitting) > 1 and standing.now and standing.later:
        # "Yes (now)" and "Yes (in future)": who needs it already needs it now.
        fitting = [i for i in fitting if read(options[i].label, about_sponsorship).now] or fitting
    if len(fitting) == 1 and not open_ones:
        return fitting[0]
    return Missing(reason="The options claim more than your facts settle.", rule="option-claims", review=True)
