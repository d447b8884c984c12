"""One number by itself, as a draft: a yearly rate, a change, a share, or a level."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.extraction.draft import Draft
from claimcheck.extraction.forms.when import PAST
from claimcheck.extraction.text.lazy import lazy
from claimcheck.extraction.text.subjects import Subject, meaning
from claimcheck.extraction.text.then import is_time
from claimcheck.extraction.text.words import AGAINST, HEDGES, LEVELS, is_amount_of_change, is_change, is_yearly

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.extraction.forms.when import Moved, When
    from claimcheck.extraction.text.passage import Sentence
    from claimcheck.quantity.written import Written

_SHARE = lazy(
    r"^\s*(?:\([^)]*\)\s*|,\s*(?!of (?:which|whom|that|these|those|them|it)\b))?"
    r"of\s+(?:the\s+|its\s+|their\s+|all\s+|our\s+)?([^,.;:()\d]{3,60})"
)
_AMONG = lazy(r"\bamong(?:st)?\s*$", re.IGNORECASE)  # "80% of orders were spread among 6% of products"
_STEP = lazy(  # "rose 174,000", "up $37.9 million", "an increase of 6 million people"
    r"(?:rose|increased|decreased|fell|declined|dropped|grew|climbed|jumped|up|down|(?:rise|increase|decrease|fall|drop"
    rf"|decline)\s+of)\s+(?:by\s+)?{HEDGES}",
    re.IGNORECASE,
)
_AND = lazy(  # "fell 2.8% from the month before and 6.5% from the year before"
    r"(?:(?!\b(?:is|was|were|are|has|had|have|stood|of|while|as|increases?|rises?|gains?|growth"
    r"|falls?|decreases?|declines?|drops?)\b|(?<!compared )\bto\b)[^,;:()]){0,60}?"
    rf"(?:,|,?\s*\b(?:and|but|or))\s+(?:by\s+)?{HEDGES}",
    re.IGNORECASE,
)
_TOLD = lazy(r"\s*(?:of|were|was|are|is|said|had|have|[a-z]+ed)\b", re.IGNORECASE)
_SIGN = lazy(r"\s*[,(]?\s*[-–−+]?")  # "13.0 million, -43.8%"
_UNKNOWN = "the periods it runs between"


def draft_alone(
    when: When, written: Written, group: int, subject: Subject, *, moved: Moved | None = None, year: str = ""
) -> Draft:
    """Return the draft of one number; `moved` and `year` are its periods where the words around already said them."""
    draft = Draft(written, when.position, group, "value", subject, confidence="medium" if subject.words else "low")
    if is_yearly(when.sentence, written):
        return _rate(when, draft)
    if is_move(when.sentence, written) or written.unit.family == "points":
        return _change(draft, moved or when.periods(written, None, None))
    draft = draft._replace(in_=year or when.year(written))
    if (whole := whole_of(when, written)) is not None:
        own = (
            Subject() if subject.words == whole.words else subject
        )  # "loads (3% of body weight) and (5% of body weight)"
        return draft._replace(kind="share", subject=own, whole=whole, decide=("whether it is a share of this",))
    if written.unit.family == "multiple":
        return draft._replace(decide=("what it is a multiple of",))
    return draft


def is_move(sentence: Sentence, written: Written) -> bool:
    """Whether a number that is in no relation says by how much something changed."""
    if is_change(sentence, written) or is_amount_of_change(sentence, written):
        return True
    plain = written.direction and written.by_to != "to" and written.unit.family in LEVELS and not written.unit.per
    return bool(plain) and bool(_STEP.fullmatch(sentence.gap(written.start, written.amount_start)))


def moved_again(when: When, found: Sequence[Draft], written: Written) -> Draft | None:
    """Return a change that shares the verb of the one before it, or that its sign tells: "13.0 million, -43.8%"."""
    at = when.sentence.quantities.index(written)
    last = when.sentence.quantities[at - 1] if at else None
    before = next((draft for draft in found if last is not None and draft.written is last), None)
    if last is None or before is None or written.direction or written.unit.family != "percent":
        return None
    gap = when.sentence.between(last, written)
    move = Draft(written, when.position, 0, "growth", Subject(), in_=before.in_, from_=when.before, decide=(_UNKNOWN,))
    if before.kind == "value" and last.unit.family in LEVELS:
        signed = written.text.lstrip(" (")[:1] in "-–−+" and written.text.strip()
        return move if signed and _SIGN.fullmatch(gap) else None
    if before.kind != "growth" or not _AND.fullmatch(gap) or _TOLD.match(when.sentence.after(written)):
        return None
    said = "-" if last.direction == "down" or last.value < 0 else ""
    own = when.periods(written, None, None)
    text = " ".join(written.text.split())
    return move._replace(in_=own.end, from_=own.start, over=own.over, said=f"{said}{text}" if said else "")


def whole_of(when: When, written: Written) -> Subject | None:
    """Return what a share is said to be of: "20.7% of the total export value"; `None` for anything else."""
    if written.unit.family != "percent" and written.form not in ("word", "fraction"):
        return None
    if written.value > 1 or (written.value == 1 and (written.hedge == "more than" or written.direction == "up")):
        return None  # "118% of GDP" is a ratio, and no part of it
    if written.value < 0:
        return None  # "-23% of the vote" in a list has its dash from that
    found = _SHARE.match(when.sentence.after(written))
    if found is None or _AMONG.search(when.sentence.before(written)):
        return None
    text = found[1].strip().removesuffix(" of")
    if is_time(text):
        return None  # "the 3.9% of a year earlier"
    words = meaning(text)
    return Subject(text, words) if words else Subject("the total", ("total",))


def is_level_of(sentence: Sentence, share: Written, level: Written) -> bool:
    """Whether the size of a share's whole stands right behind it: "20% of the total value of $80 billion"."""
    gap = sentence.between(share, level)
    straight = re.fullmatch(r"\s*,?\s*of\s[^,;:()]{3,60}\sof\s+", gap) and not re.search(AGAINST, gap)
    return level.unit.family in LEVELS and bool(straight)


def _change(draft: Draft, moved: Moved) -> Draft:
    kind = kind_of_change(draft.written)
    known = moved.start.startswith("FY") or moved.start[:1].isdigit()
    decide = () if kind == "change" or known else (_UNKNOWN,)
    return draft._replace(
        kind=kind,
        in_=moved.end,
        from_=moved.start,
        over=moved.over,
        guesses=moved.guesses,
        decide=decide + moved.decide,
    )


def kind_of_change(written: Written) -> str:
    """Return the kind of claim that a change makes: in points and in the unit of a level it is no relative one."""
    if written.unit.family == "multiple" and not written.direction:
        return "multiple"  # "twice as much as in 2022"
    part = written.form in ("word", "fraction") and written.value <= 1  # no "tens of megabytes"
    relative = written.unit.family in ("percent", "multiple") or part
    return "growth" if relative else "change"


def _rate(when: When, draft: Draft) -> Draft:
    spans, lasting = when.sentence.spans(), when.lasting()
    rate = draft._replace(kind="cagr")
    if spans:
        return rate._replace(from_=str(spans[-1][0]), to=str(spans[-1][1]))
    if lasting:
        end, start = when.past(lasting)
        return rate._replace(from_=start, to=end, years=lasting, guesses=(PAST.format(lasting),))
    decide = f"{_UNKNOWN}; `years: 1` is only a place holder"
    return rate._replace(from_=when.before, to=when.here, years=1, decide=(decide,))
