"""The strength of a sheet: for each bound number how many slips are caught, and which numbers could be anything."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from rich.cells import cell_len, set_cell_size

from claimcheck.reports.coverage_text import FORMAT_VERSION, plain_lines, share_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.covered import Edited

_WIDEST = 44


def score(numbers: Sequence[Edited]) -> float:
    """Return the share of tried edits that are caught, in percent; 100 where there is none."""
    tried = sum(each.tried for each in numbers)
    return 100 * sum(each.caught for each in numbers) / tried if tried else 100.0


def strength_table(numbers: Sequence[Edited], *, ascii_only: bool = False) -> str:
    """Return one line a number with its share of caught edits, the shares by slip, and the numbers without any."""
    rows = []
    for each in numbers:
        place = each.number.place
        text = each.number.text if len(each.number.text) <= _WIDEST else f"{each.number.text[: _WIDEST - 1]}…"
        caught = f"{each.caught} of {each.tried}" if each.tried else "-"
        rows.append((f"{place.line}:{place.column}", text, caught, ", ".join(each.number.claims)))
    place_width, text_width, caught_width = (max((cell_len(row[i]) for row in rows), default=0) for i in range(3))
    lines = [
        f"{a.rjust(place_width)}  {set_cell_size(b, text_width)}  {c.rjust(caught_width)}  {d}" for a, b, c, d in rows
    ]
    lines += ["", *_summary(numbers)]
    return plain_lines("\n".join(lines), ascii_only=ascii_only) + "\n"


def _summary(numbers: Sequence[Edited]) -> list[str]:
    tried, caught = sum(each.tried for each in numbers), sum(each.caught for each in numbers)
    lines = [
        f"strength: {caught} of {tried} edits of {len(numbers)} bound numbers are caught ({share_text(score(numbers))})"
    ]
    total, found = by_slip(numbers)
    if total:
        lines.append("by slip: " + ", ".join(f"{slip} {found[slip]} of {count}" for slip, count in total.items()))
    untried = sum(len(each.edits) - each.tried for each in numbers)
    if untried:
        lines.append(f"not tried: {untried} edits, for which the budget ran out")
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
