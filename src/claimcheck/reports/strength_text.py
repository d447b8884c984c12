"""The strength of a sheet: for each bound number how many slips are caught, and which numbers could be anything."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from claimcheck.reports.coverage_text import FORMAT_VERSION, number_rows, share_text
from claimcheck.reports.rows import fitted
from claimcheck.reports.summary import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.covered import Edited
    from claimcheck.reports import View

_WIDEST = 44


def score(numbers: Sequence[Edited]) -> float:
    """Return the share of tried edits that are caught, in percent; 100 where there is none."""
    tried = sum(each.tried for each in numbers)
    return 100 * sum(each.caught for each in numbers) / tried if tried else 100.0


def strength_table(numbers: Sequence[Edited], view: View) -> str:
    """Return one line a number with its share of caught edits, the shares by slip, and the numbers without any."""
    rows = []
    for each in numbers:
        place = each.number.place
        text = each.number.text if len(each.number.text) <= _WIDEST else f"{each.number.text[: _WIDEST - 1]}…"
        caught = f"{each.caught} of {each.tried}" if each.tried else "-"
        rows.append((place.label or f"{place.line}:{place.column}", text, caught, ", ".join(each.number.claims)))
    told = (line for sentence in _summary(numbers) for line in fitted(sentence, view))
    return "\n".join([*number_rows(rows, view, right=True), "", *told]) + "\n"


def _summary(numbers: Sequence[Edited]) -> list[str]:
    tried, caught = sum(each.tried for each in numbers), sum(each.caught for each in numbers)
    edits = f"{caught} of {tried} edits of {counted(len(numbers), 'bound number')}"
    lines = [f"strength: {edits} are caught ({share_text(score(numbers))})"]
    total, found = by_slip(numbers)
    if total:
        lines.append("by slip: " + ", ".join(f"{slip} {found[slip]} of {count}" for slip, count in total.items()))
    untried = sum(len(each.edits) - each.tried for each in numbers)
    if untried:
        lines.append(f"not tried: {counted(untried, 'edit')}, for which the budget ran out")
    free = [each.number for each in numbers if each.could_be_anything]
    if free:
        names = dict.fromkeys(name for number in free for name in number.claims)
        lines.append(f"could be anything ({len(free)}): {', '.join(names)}")
    return lines


def by_slip(numbers: Sequence[Edited]) -> tuple[Counter[str], Counter[str]]:
    """Return how many edits of each slip were tried, and how many caught."""
    decided = [edit for each in numbers for edit in each.edits if edit.caught is not None]
    return Counter(edit.slip for edit in decided), Counter(edit.slip for edit in decided if edit.caught)


def strength_json(numbers: Sequence[Edited]) -> dict[str, Any]:
    """Return the strength as data: the score, and each number with its edits."""
    return {
        "format_version": FORMAT_VERSION,
        "score": round(score(numbers), 4),
        "tried": sum(each.tried for each in numbers),
        "caught": sum(each.caught for each in numbers),
        "numbers": [
            {
                "path": each.number.place.path,
                "line": each.number.place.line,
                "column": each.number.place.column,
                "text": each.number.text,
                "claims": list(each.number.claims),
                "could_be_anything": each.could_be_anything,
                "edits": [edit._asdict() for edit in each.edits],
            }
            for each in numbers
        ],
    }
