"""The `quantities:` of a sheet, and `defaults:`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.findings.near import did_you_mean
from claimcheck.kinds.mistakes import listed_twice
from claimcheck.quantity.hedges import WIDTHS
from claimcheck.quantity.lexicon.numbers import SPELT_OUT
from claimcheck.quantity.period import Period, parse_period
from claimcheck.quantity.style import check_style
from claimcheck.quantity.terms import INDEX_POINTS, POINTS
from claimcheck.quantity.unknown_units import unknown_unit
from claimcheck.quantity.written import NumberError, Style, Unit, read
from claimcheck.sheet.beside import read_style
from claimcheck.sheet.model import Defaults, Series
from claimcheck.sheet.nodes import Node, Scalar
from claimcheck.sheet.values import NAME, shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from claimcheck.kinds.base import Operand
    from claimcheck.sheet.values import Values

SERIES_KEYS = ("label", "unit", "sign", "parts", "complete", "part_of", "ratio")
SOME_PERIOD = parse_period("9999")  # stands for one that was told to be unreadable: claims that lack it are not told so
DEFAULT_KEYS = ("in", "over", "unit", "scale", "precision", "rounding", "locale", "hedges", "coverage")


def read_defaults(values: Values, node: Node | None) -> Defaults:
    """Return the defaults of a sheet."""
    from claimcheck.kinds.over_time import STEPS

    plain = Defaults(Style())
    pairs = values.mapping(node, "defaults") if node is not None else None
    if pairs is None:
        return plain
    meant = values.unknown_keys((k for k, _ in pairs.values()), DEFAULT_KEYS, "defaults")
    style = read_style(values, pairs, Style())
    values.locale = style.locale
    if "hedges" in pairs:
        style = _hedges(values, pairs["hedges"][1], style)
    return Defaults(
        style,
        _period(values, pairs, meant),
        values.word(pairs["over"][1], STEPS, "defaults.over") if "over" in pairs else "",
        read_unit(values, pairs["unit"][1]) if "unit" in pairs else None,
        values.word(pairs["coverage"][1], ("required",), "defaults.coverage") if "coverage" in pairs else "",
    )


def _period(values: Values, pairs: dict[str, tuple[Scalar, Node]], meant: set[str]) -> Period | None:
    """Return the period of claims that say none; one that cannot be read is some period all the same."""
    if "in" in pairs:
        return values.period(pairs["in"][1], "defaults.in") or SOME_PERIOD
    return SOME_PERIOD if "in" in meant else None


def _hedges(values: Values, node: Node, style: Style) -> Style:
    pairs = values.mapping(node, "defaults.hedges") or {}
    widths: list[tuple[str, Fraction]] = []
    for word, (key, value) in pairs.items():
        width = values.exact(value, f"the width of {shown(word)}")
        if width is None:
            continue
        try:
            check_style(style._replace(hedges=((word, width),)))
            widths.append((word, width))
        except NumberError as error:
            help_ = "" if word in WIDTHS else did_you_mean(word, WIDTHS)
            values.report("unreadable-number", str(error), value if word in WIDTHS else key, help_)
    return style._replace(hedges=tuple(widths))


def read_unit(values: Values, node: Node) -> Unit | None:
    """Return a unit as numbers print it: CNY, yuan, %, tonnes, or any noun."""
    text = values.text(node, "unit").strip()
    if not text:
        return None
    if found := re.search(rf"\s*\b(?<!per )({'|'.join(SPELT_OUT)})\b(?:\s+of\b)?\s*", text, re.IGNORECASE):
        bare = f"{text[: found.start()]} {text[found.end() :]}".strip()
        scale = found[1].lower().removesuffix("s")
        help_ = f"write `unit: {bare}`, and `scale: {scale}` on the claims or in `defaults`" if bare else ""
        values.report("wrong-type", f"a unit holds no magnitude, as {shown(text)} does", node, help_)
        return None
    try:
        unit = read(f"2 {text}").unit
    except NumberError:
        if unknown := unknown_unit(text):
            values.units.add(unknown.name)
            return unknown
        unit = Unit(text, "count")
    if unit == POINTS and text.lower() in ("point", "points"):
        return INDEX_POINTS  # of a game or an index; those of a percent are its changes, and it is declared as "%"
    return unit if unit.family != "none" else Unit(text, "count")


def read_series(values: Values, node: Node | None) -> dict[str, Series]:
    """Return the declared quantities by name."""
    help_ = "write each name with a colon, and what is known of it below it"
    pairs = values.mapping(node, "quantities", help_) if node is not None else None
    series: dict[str, Series] = {}
    for name, (key, value) in (pairs or {}).items():
        if not re.fullmatch(NAME, name):
            values.report("wrong-type", f"a quantity's name is letters, digits and _, not {shown(name)}", key)
            continue
        bare = isinstance(value, Scalar) and not value.text
        help_ = f"write `unit: {value.text}` below it" if isinstance(value, Scalar) else ""
        inner = {} if bare else values.mapping(value, f"the quantity {name}", help_)
        if inner is not None:
            series[name] = _series(values, name, key, inner)
    _no_circles(values, series)
    return series


def _series(values: Values, name: str, key: Scalar, pairs: dict[str, tuple[Scalar, Node]]) -> Series:
    values.unknown_keys((k for k, _ in pairs.values()), SERIES_KEYS, f"the quantity {name}")
    sign = values.word(pairs["sign"][1], ("any", "positive"), f"{name}.sign") if "sign" in pairs else ""
    unit = read_unit(values, pairs["unit"][1]) if "unit" in pairs else None
    parts = []
    if "parts" in pairs:
        found = [values.operand(item, f"{name}.parts") for item in values.items(pairs["parts"][1], f"{name}.parts")]
        parts = [operand for operand in found if operand]
        for problem in listed_twice("parts", parts, lambda part: part.text(None)):
            values.report("bad-arguments", problem.message, pairs["parts"][1])
    if "complete" in pairs and "parts" not in pairs:
        message = f"{name} says `complete:` and has no parts"
        values.report("missing-key", message, pairs["complete"][0], "add `parts:`, what it is at least the sum of")
    return Series(
        name,
        values.span(key),
        values.text(pairs["label"][1], f"{name}.label") if "label" in pairs else "",
        unit,
        sign == "any" or (unit is not None and unit.family == "percent" and sign != "positive"),
        tuple(parts),
        values.truth(pairs["complete"][1], f"{name}.complete") if "complete" in pairs else True,
        values.operand(pairs["part_of"][1], f"{name}.part_of") if "part_of" in pairs else None,
        _ratio(values, pairs["ratio"][1], name) if "ratio" in pairs else None,
        sign == "positive",
    )


def _ratio(values: Values, node: Node, name: str) -> tuple[Operand, Operand] | None:
    text = values.text(node, f"{name}.ratio")
    above, sign, below = text.partition("/")
    if not isinstance(node, Scalar):
        return None
    if not sign:
        values.report(
            "wrong-type", f"{name}.ratio is one quantity over another, profit / revenue, not {shown(text)}", node
        )
        return None
    sides = [values.operand(node._replace(text=side.strip(" ()")), f"{name}.ratio") for side in (above, below)]
    return (sides[0], sides[1]) if sides[0] and sides[1] else None


def _no_circles(values: Values, series: dict[str, Series]) -> None:
    """Report a quantity that is, through parts and wholes, a part of itself."""
    below: dict[str, set[str]] = {name: set() for name in series}
    for name, known in series.items():
        below[name] |= {term.name for part in known.parts for term in part.terms}
        for whole in known.part_of.terms if known.part_of else ():
            if known.part_of and len(known.part_of.terms) == 1:
                below.setdefault(whole.name, set()).add(name)
        for side in known.ratio or ():
            below[name] |= {term.name for term in side.terms}
    above: dict[str, set[str]] = {}
    for name, parts in below.items():
        for part in parts:
            above.setdefault(part, set()).add(name)
    suspected = _upheld(_upheld(set(below), above, below), below, above)
    told: set[str] = set()
    for name, known in series.items():
        path = _path_back(name, below) if name in suspected and name not in told else []
        if path and not told.intersection(path):
            told.update(path)
            values.report("circular-structure", f"{name} is a part of itself: {' → '.join(path)}", known.place)


def _upheld(names: set[str], over: Mapping[str, set[str]], under: Mapping[str, set[str]]) -> set[str]:
    """Return the names that stay where each that has nothing under it is taken out, again and again."""
    left, held = set(names), {name: len(under.get(name, set()) & names) for name in names}
    waiting = [name for name in names if not held[name]]
    while waiting:
        gone = waiting.pop()
        left.discard(gone)
        for name in over.get(gone, set()) & names:
            held[name] -= 1
            if not held[name]:
                waiting.append(name)
    return left


def _path_back(name: str, below: dict[str, set[str]]) -> list[str]:
    """Return the way from a quantity through its parts back to itself; empty where there is none."""
    came: dict[str, str] = {}
    queue = [name]
    while queue:
        here = queue.pop()
        for part in sorted(below.get(here, ())):
            if part == name:
                path = [name, here]
                while path[-1] != name:
                    path.append(came[path[-1]])
                return path[::-1] if here != name else [name, name]
            if part not in came:
                came[part] = here
                queue.append(part)
    return []
