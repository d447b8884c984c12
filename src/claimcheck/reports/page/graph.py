"""The picture of a contradiction's surroundings: which claims speak of which quantities, as inline SVG.

Claims stand on the left, those of the contradiction first and drawn bold; quantities on the right; a line says
"speaks of". Two claims bear on each other where their lines meet in one quantity.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcheck.reports.page.markup import text
from claimcheck.sheet.occurring import occurrences

if TYPE_CHECKING:
    from claimcheck.sheet.model import Sheet
    from claimcheck.verdicts import Conflict

_MOST = 12  # claims in one picture
_ROW = 24
_LEFT, _RIGHT, _WIDTH = 152, 208, 360
_LONGEST = 23


class Graphs:
    """Draws the contradictions of one sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self.spoken = {claim.id: tuple(dict.fromkeys(map(str, occurrences((claim,))))) for claim in sheet.claims}
        self.speaking: dict[str, list[str]] = {}
        for name, quantities in self.spoken.items():
            for quantity in quantities:
                self.speaking.setdefault(quantity, []).append(name)
        self.order = {claim.id: (claim.structure, position) for position, claim in enumerate(sheet.claims)}

    def near(self, own: list[str], core: Counter[str]) -> list[str]:
        """Return the other claims that speak of quantities in `core`, those that speak of most of them first."""
        found = Counter(name for quantity in core for name in self.speaking[quantity] if name not in own)
        return sorted(found, key=lambda name: (self.order[name][0], -found[name], self.order[name][1]))

    def draw(self, conflict: Conflict) -> str:
        """Return the picture, or "" where the claims of the contradiction speak of nothing by themselves."""
        own = [name for name in conflict.claims if name in self.spoken]
        core = Counter(quantity for name in own for quantity in self.spoken[name])
        near = self.near(own, core)
        names = [*own, *near[: max(0, _MOST - len(own))]]
        lines = [(name, quantity) for name in names for quantity in self.spoken[name]]
        quantities = list(dict.fromkeys(quantity for _, quantity in lines))
        return _draw(names, quantities, lines, frozenset(own), _words(own, near, core, names)) if quantities else ""


def _words(own: list[str], near: list[str], core: Counter[str], drawn: list[str]) -> str:
    """Return what the picture says, for those who do not see it."""
    shared = [quantity for quantity, times in core.items() if times > 1]
    said = f"{len(own)} claims of the contradiction"
    said += f" meet in {', '.join(shared)}" if shared else " and the quantities they speak of"
    if near:
        said += f"; {len(near)} more claims speak of the same quantities"
    left_out = len(own) + len(near) - len(drawn)
    return f"{said}, {left_out} of them not drawn" if left_out else said


def _draw(names: list[str], quantities: list[str], lines: list[tuple[str, str]], own: frozenset[str], said: str) -> str:
    height = _ROW * max(len(names), len(quantities)) + 8
    left = {name: _middle(i, len(names), height) for i, name in enumerate(names)}
    right = {quantity: _middle(i, len(quantities), height) for i, quantity in enumerate(quantities)}
    # Those of the contradiction come last, so that they lie above the others.
    parts = [
        _line(left[name], right[q], bold=name in own) for name, q in sorted(lines, key=lambda line: line[0] in own)
    ]
    for name, y in left.items():
        bold = "e o" if name in own else "e"
        parts.append(f'<text class="{bold}" x="{_LEFT - 6}" y="{y + 4}">{text(_cut(name))}</text>')
    parts += [f'<text x="{_RIGHT + 6}" y="{y + 4}">{text(_cut(name))}</text>' for name, y in right.items()]
    head = f'<svg class="n" viewBox="0 0 {_WIDTH} {height}" role="img" aria-label="{text(said)}">'
    return f"{head}{''.join(parts)}</svg>"


def _line(start: int, end: int, *, bold: bool) -> str:
    middle = (_LEFT + _RIGHT) // 2
    curve = f"M{_LEFT} {start}C{middle} {start} {middle} {end} {_RIGHT} {end}"
    return f'<path class="{"l o" if bold else "l"}" d="{curve}"/>'


def _middle(position: int, count: int, height: int) -> int:
    return (2 * position + 1) * height // (2 * count)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
